"""The patterns of the Tweede Kamer's layout: each matches the examples beside it."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.layouts.tweede_kamer import (
    acts,
    answer_header,
    body,
    citations,
    furniture,
    headings,
    notes,
    offices,
    question_header,
    sentence,
    words,
)

EXAMPLES: dict[ModuleType, Examples] = {
    words: {
        "MASTHEAD": ["Tweede Kamer der Staten-Generaal2", "# Tweede Kamer der Staten-Generaal"],
        "SERIES": [
            ("Vergaderjaar 2031–2032 Aanhangsel van de Handelingen", "Vergaderjaar 2031–2032 Aanhangsel"),
            ("#### Vergaderjaar 2031-2032 Vragen gesteld", "#### Vergaderjaar 2031-2032 Vragen"),
        ],
        "APPENDIX_NUMBER": ["546", "### 387", "AH 617"],
        "APPENDIX_LINE": ["AH 617"],
        "CASE_LINE": ["2031Z18796", "2031Z 17972"],
        "EMBLEM": ["# 2"],
        "QUESTION_BEGINS": [
            ("Vragen van het lid Mol (ABC)", "Vragen van het lid"),
            ("Vragen van de leden Mol en Das", "Vragen van de leden"),
            ("Vraag van het lid Mol", "Vraag van het lid"),
        ],
        "ORAL_BEGINS": [("Mondelinge vragen van het lid Mol", "Mondelinge vragen van het lid")],
        "SENT_IN": ["(ingezonden 19 november 2031).", "(ingezonden 24 juni 2031)"],
        "RECEIVED": ["(ontvangen 18 november 2031).", "(ontvangen20 november 2031)"],
        "SENTENCE": [
            "Vragen van het lid Mol (ABC) aan de Minister van Financiën over de btw",
            "Vragen van het lid Mol (ABC) aan de Minister van Welzijn en Sportover zorg",
            "Vragen van het lid Mol (ABC) aan de Minister van Waterstaat overde tunnel",
        ],
        "ANSWER_BEGINS": [
            ("Antwoord van Minister Das", "Antwoord van "),
            ("Mededeling van staatssecretaris Das", "Mededeling van "),
        ],
        "RESPONDER": [
            "Minister Van Das (Justitie en Veiligheid)",
            ("staatssecretaris Mol (Welzijn en Sport (ontvangen 1", "staatssecretaris Mol (Welzijn en Sport "),
        ],
        "ON_BEHALF": [
            ("Das (Financiën), mede namens de Minister van Defensie", "mede namens de Minister van Defensie")
        ],
        "SEE_ALSO": ["Zie ook Aanhangsel Handelingen, vergaderjaar 2031–2032, nr. 528."],
        "LETTER_ANSWERS": ["Antwoorden van de minister van Zee op Kamervragen van het lid Mol (ABC) over de vloot"],
        "LETTER_ANSWERS_BEGIN": ["Antwoorden van de minister van Defensie op Kamervragen"],
        "LETTER_BEGINS": ["In antwoord op uw brief van 5 juli 2031, nr. 2031Z11859"],
        "LETTER_OFFICES": [
            (") aan de ministers van Justitie en van Zee over boa’s", ") aan de ministers van Justitie en van Zee over")
        ],
        "SIGNATURE": ["D.M. van Das", "P. Mol", "D. Das-Mol"],
    },
    headings: {
        "QUESTION_HEADING": ["Vraag 1", "Vraag 4, 5, 7 en 8", "Vragen 2 en 3:", "Vraag 2 t/m 6"],
        "ANSWER_HEADING": [
            "Antwoord 1", "Antwoord op vraag 1", "Antwoord vraag 3-5:", "Antwoord op vragen 7, 8, en 9", "Antwoord:",
        ],
        "NOTICE_HEADING": ["Mededeling"],
        "EXPLANATION": ["Toelichting:"],
        "NUMBERED": [("1. Hoeveel", "1. "), "12.", "1"],
        "RANGE": [("2 t/m 4", "t/m"), ("2-4", "-")],
        "ONE": [("vraag 12", "12")],
    },
    offices: {
        "OFFICE_AT": [("de Minister van Financiën", "de Minister"), ("Das en de Minister van", " en de Minister")],
        "GLUED_WORD": [("vanBinnenlandse Zaken", "van"), ("MinisterKlimaat", "Minister")],
        "NEXT_MINISTRY": [("Zaken en van Asiel", " en "), ("Zaken, voor Sport", ", ")],
        "BEFORE_MINISTRY": [("van Financiën", "van "), ("voor Sport", "voor ")],
        "IN_BRACKETS": [("Minister (Justitie en Veiligheid)", "(Justitie en Veiligheid)")],
        "IN_ABSENCE": [("Minister van Defensie, bij afwezigheid van de Minister", ", bij afwezigheid van de Minister")],
    },
    furniture: {
        "FOOT": [
            "ah-tk-20312032-546", "kv-tk-2031Z18796", "h tk 20312032 387", "-----",
            "ISSN 0921 - 7398’s-Gravenhage 2031Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1",
            "Tweede Kamer, vergaderjaar 2031–2032, Vragen 2",
        ],
    },
    notes: {
        "BRACKETED": [("[1] NOS, 17 november", "[1] ")],
        "CLOSED": [("1) Pointer, 17 november", "1) ")],
        "GLUED": [("1NOS, 29 oktober", "1"), ("32031Z15585/2031D37938", "3"), ("1de Krant, 3 mei", "1")],
        "SPACED": [("1 Het Dagblad", "1 ")],
        "NUMBER_OF_DOCUMENT": [("3628105–1050416", "3628105")],
    },
    body: {
        "GLUED_END": [("brandbrief?Klopt het", ""), ("ervan?1Hoe", "1")],
        "MARKER_AT_END": [("ervan?1", "1"), ("ervan? 1)", " 1)")],
    },
    question_header: {
        "BEFORE_MEMBERS": [("het lid Mol", "het lid "), ("de leden lid Mol", "de leden lid ")],
        "GROUP": ["Mol en Das (beiden ABC)", "Mol (ABC)"],
        "PARTS_MEMBERS": [("Mol, Das", ", "), ("Mol en Das", " en ")],
        "LOOSE_ACCENT": [("Mosic ´", "c ´")],
    },
    sentence: {
        "DIVIDED": [("Volks- gezondheid", "- ")],
        "AFTER_HYPHEN": [("EU- landen", " ")],
    },
    answer_header: {
        "SPACED_DASH": [("Das - Van de Mol", " - ")],
    },
    citations: {
        "PAPER": [
            "Kamerstukken II 2021–2022, 29 279, nr. 339", "Kamerstuk 36 410 A, nr. 51", "24 587, nr. 969",
            "Tweede Kamer, vergaderjaar 2023–2024, 31 066, nr. 1372", "Kamerstuk36 600 XII, nr. 42",
        ],
        "LETTERED": ["Eerste Kamer, 36 373, H", "Kamerstukken I 2023/24, 36 373, AB"],
        "JOINS": [(" en ", " en ")],
        "ANSWERED": [
            "Aanhangsel Handelingen II, vergaderjaar 2023–2024, nr. 2267",
            "Kamervragen (Aanhangsel) 2023–2024, nr. 2267",
            "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel van de Handelingen, nr. 2386", "ah-tk-20202021–2345",
        ],
        "PROCEEDINGS": ["Handelingen II, vergaderjaar 2024–2025, nr. 8"],
        "CASE": ["2024Z14250", "2024Z15585/2024D37938", "Kamerstuk 2024D28457"],
        "OF_QUESTION": [("de vraagnummer ", "vraagnummer ")],
        "PUTS_OFF": [(") kunnen tot mijn spijt niet binnen", ") kunnen tot mijn spijt niet")],
        "STAATSBLAD": ["Stb. 2024, 153", "Staatsblad 2019, 33"],
    },
    acts: {
        "ARTICLES_BEFORE": ["artikel 3 van de ", "artikelen 9 en 10, eerste lid, ", "Artikel 143 (lid 1) van de "],
        "ONE_ARTICLE": ["1:2", "137c"],
        "THAT_ACT": ["die wet", "dezelfde wet"],
        "DRAFT_BEFORE": [("het wetsvoorstel ", "wetsvoorstel ")],
        "NAMES": ["Opiumwet", "Awb", ("deZorgverzekeringswet", "Zorgverzekeringswet")],
    },
}  # fmt: skip
CASES = [case for module, examples in EXAMPLES.items() for case in each_example(module, examples)]


@pytest.mark.parametrize(("pattern", "text", "part"), CASES)
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


@pytest.mark.parametrize("module", EXAMPLES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_pattern_has_an_example(module: ModuleType) -> None:
    assert pattern_constants(module) == set(EXAMPLES[module])
