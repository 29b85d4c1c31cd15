"""Page furniture: what is no text of the document (anatomy.md, The pieces)."""

from __future__ import annotations

import re

import pytest

from corpus.headings import ANSWER_HEADER, QUESTION_HEADER
from tests.transform.documents import TITLE, document, lines_of, parse, texts
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.layouts.flemish import furniture as of_layout
from transform.layouts.flemish.furniture import FURNITURE
from transform.lines import furniture as module
from transform.lines import page_numbers, running_lines
from transform.lines.furniture import find_furniture

EXAMPLES: Examples = {
    "NUMBERED_PAGE": ["Pagina 2 van 5", "pag. 3", "blz. 2/4", "p. 2", "Bladzijde 3", "Pagina | 2", "2 | Pagina"],
}
OF_NUMBERS: Examples = {
    "PAGE_NUMBER": ["2", "- 2 -", "– 3 –", "[4]", "2/5", "2 van 5"],
    "NOTE_AT_FOOT": [("1 Zie", "1 Z"), ("2 ‘LEZ’", "2 ‘"), ("3 https://", "3 https:")],
    "FIGURE": ["12", "2.500", "7,5 %", "€ 300", "-"],
}
OF_RUNNING: Examples = {
    "FIGURES": [("nr. 41", "41")],
    "RULE": ["-----", "/////", "______", "- - - - -"],
    "SET_APART_FIRST": [("2     Kabinet", "2     ")],
    "SET_APART": [("Martelaarsplein 7     2", "     2")],
    "AFTER_NUMBER": [("", ""), " van 3", "/3 -"],
    "BEFORE_NUMBER": [("", ""), "p. ", "Pagina | "],
    "HOST": ["www.voorbeeld.be", "https://www.voorbeeld.be/"],
    "LEADS_TO_ADDRESS": [("te vinden via", "via"), ("website", "website")],
}
OF_LAYOUT: Examples = {
    "INSTITUTION": ["Vlaams Parlement – 1011 Brussel", "Vlaams Parlement", "www.vlaamsparlement.be"],
    "RUNNING_TITLE": ["Schriftelijke vraag nr. 41", "SV nr. 41 – 2025-2026"],
}


@pytest.mark.parametrize(
    ("pattern", "text", "part"),
    [
        *each_example(module, EXAMPLES),
        *each_example(page_numbers, OF_NUMBERS),
        *each_example(running_lines, OF_RUNNING),
        *each_example(of_layout, OF_LAYOUT),
    ],
)
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)
    assert pattern_constants(page_numbers) == set(OF_NUMBERS)
    assert pattern_constants(running_lines) == set(OF_RUNNING)
    assert pattern_constants(of_layout) == set(OF_LAYOUT)


def furniture(text: str) -> list[str]:
    lines = lines_of(text)
    return [lines[index].text for index in sorted(find_furniture(lines, FURNITURE))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "De ladder\nPagina 2 van 5\nis nat.", ["Pagina 2 van 5"], id="a numbered page, without a form feed"
        ),
        pytest.param("De ladder\nblz. 2/4\nis nat.", ["blz. 2/4"], id="an abbreviation"),
        pytest.param(
            "De ladder\nVlaams Parlement – 1011 Brussel\nis nat.",
            ["Vlaams Parlement – 1011 Brussel"],
            id="the institution's own line",
        ),
        pytest.param("De ladder\n2\n\fis nat.", ["2"], id="a page number before a form feed"),
        pytest.param("De ladder\n\f2\nis nat.", ["2"], id="a page number after a form feed"),
        pytest.param("De ladder\n- 2 -\n\fis nat.", ["- 2 -"], id="a page number between dashes"),
        pytest.param(
            "De ladder\nSchriftelijke vraag nr. 41\n2\n\fis nat.",
            ["Schriftelijke vraag nr. 41", "2"],
            id="a running title above a page number",
        ),
        pytest.param(
            "Het\nDienst Waterlopen\n\fwater\nDienst Waterlopen\n\fstijgt.",
            ["Dienst Waterlopen", "Dienst Waterlopen"],
            id="a footer on page after page",
        ),
        pytest.param(
            "Het\n\fSV 14\nwater\n\fSV 14\nstijgt.", ["SV 14", "SV 14"], id="a short header on page after page"
        ),
        pytest.param(
            "Het\nBlad 1 van de nota\n\fwater\nBlad 2 van de nota\n\fstijgt.",
            ["Blad 1 van de nota", "Blad 2 van de nota"],
            id="a footer that counts",
        ),
    ],
)
def test_furniture_is_found(text: str, wanted: list[str]) -> None:
    assert furniture(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De ladder\n2\nis nat.", id="a number on a line, without a form feed: a cell"),
        pytest.param("Zie pagina 2 van de nota.", id="a page inside a sentence"),
        pytest.param("De ladder\nhet Vlaams Parlement keurde goed", id="the institution inside a sentence"),
        pytest.param("Er zijn er\n\f3 grote ladders", id="a line of text at a page's head"),
        pytest.param("Mijn schriftelijke vraag nr. 41 luidt\n\fals volgt.", id="a question's number inside a sentence"),
        pytest.param("", id="no lines"),
    ],
)
def test_what_is_no_furniture(text: str) -> None:
    assert furniture(text) == []


LONG = "De visladders in de rivieren en de beken van deze streek worden elk jaar geveegd."
"""A line of running text."""


def pages(*numbers: str, between: str = LONG, lines: int = 10) -> str:
    """Pages of running text, a number on a line of its own after each but the last."""
    return "\n".join(f"{(between + chr(10)) * lines}{number}" for number in numbers) + f"\n{between}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(pages("1", "2", "3"), ["1", "2", "3"], id="bare numbers that count the pages"),
        pytest.param(pages("2", "3"), ["2", "3"], id="from the second page on"),
        pytest.param(pages("1/3", "2/3"), ["1/3", "2/3"], id="numbers that say how many pages there are"),
        pytest.param(pages("- 2 -"), ["- 2 -"], id="a number between dashes"),
        pytest.param(
            f"{LONG}\nDe ladders werden geveegd door een ploeg van\n1\ndrie mensen.",
            ["1"],
            id="a sentence runs on over it",
        ),
        pytest.param(pages("1", lines=40), ["1"], id="a lone number after a full stop, where the page can end"),
        pytest.param(f"{LONG}\n1 Zie de nota over de visladders.\n1\n{LONG}", ["1"], id="a lone number under a note"),
        pytest.param(
            f"{LONG}\nVlaams Parlement – 1011 Brussel\n1\n{LONG}",
            ["Vlaams Parlement – 1011 Brussel", "1"],
            id="beside other furniture",
        ),
    ],
)
def test_pages_without_form_feeds_are_counted(text: str, wanted: list[str]) -> None:
    assert furniture(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(pages("3", "5"), id="numbers that do not count up"),
        pytest.param(pages("1", "2", lines=3), id="numbers closer together than pages are long"),
        pytest.param(pages("7"), id="a lone number"),
        pytest.param(
            "Plaats\nAantal\n" + "".join(f"{n}\nGent\n{n * 7}\n" * 3 for n in (1, 2, 3)), id="the cells of a table"
        ),
        pytest.param(f"{LONG}\n[1]\nhttps://ladders.example/lijst", id="the number of a note above its address"),
        pytest.param(f"{LONG}\n2\nhttps://ladders.example/lijst", id="a bare number of a note above its address"),
    ],
)
def test_other_numbers_on_lines_of_their_own_are_text(text: str) -> None:
    assert furniture(text) == []


def test_a_page_has_one_number() -> None:
    """A column of cells at a page's edge: only the last before the form feed is the page's number."""
    assert furniture("Aantal\n12\n7\n2\n\fis nat.") == ["2"]
    assert furniture("De ladder\n2\n\f8\n9\nis nat.") == ["2"]


@pytest.mark.parametrize("page", ["Pagina 1 van 2\n", "\nPagina 1 van 2\n\n", "1\n\f", "\nPagina 1 van 2\n\f"])
def test_furniture_in_mid_sentence_makes_no_paragraph_and_is_in_no_text(page: str) -> None:
    full = "1. Hoeveel visladders zijn er in de rivieren, de beken en de kanalen van deze streek en"
    text = document(f"{full}\n{page}van de streek daarnaast?\n2. Waar staan ze?")
    assert parse(text).sub_questions[0].text == f"{full[3:]} van de streek daarnaast?"
    assert len(texts(text, "furniture")) == 1
    assert len(texts(text, "sub_question")) == 3, "the first goes on after the furniture"


def test_furniture_in_an_answer() -> None:
    text = document("1. Hoeveel?\n2. Waar?", "1. Er zijn er acht.\nPagina 2 van 2\n2. Overal.")
    assert [one.text for one in parse(text).answer_parts] == ["Er zijn er acht.", "Overal."]


# ------------------------------------------------------------------------------------------------ lines that come again


HEADS = {
    "the sender's line": "Kabinet van de minister van Waterlopen",
    "an address of two lines, with the page's number": "Kabinet van de minister\nWaterlaan 20, 1000 Brussel     {page}",
    "three lines": "Kabinet van de minister\nWaterlaan 20 bus 1\n1000 Brussel",
    "a number under it": "Kabinet van de minister van Waterlopen\n{page}",
    "a number before it": "{page}     Kabinet van de minister van Waterlopen",
    "the document's own number": "SV nr. 41 van 6 oktober 2022     {page}",
    "the document's own number, uncounted": "SV nr. 41 van 6 oktober 2022",
    "the question's name, which looks like a label": "Vraag nr. 41 van 6 oktober 2022   {page}",
    "the title": TITLE,
    "a web address": "www.waterlopen.example",
    "a rule": "--------------------",
    "slashes": "/ / / / / / / /",
    "a rule above the sender": "____________\nKabinet van de minister van Waterlopen",
    "capitals": "KABINET VAN DE MINISTER VAN WATERLOPEN",
    "pages of pages": "{page}/4",
    "pages of pages, in words": "{page} van 4",
    "dashes": "– {page} –",
    "a bar": "Pagina | {page}",
    "bare numbers": "{page}",
}


def paged(head: str, places: str, blank: str = "") -> str:
    """A question and its answer with `head` at the `places` where pages end: after the title (`t`), inside the question
    (`q`), inside the answer (`a`), between its parts (`p`), at the end (`e`)."""
    text = (
        f"{QUESTION_HEADER}\n{TITLE}\n<t>Veel ladders zijn nat.\n1. Hoeveel ladders zijn er\n<q>hersteld?\n"
        f"2. Wat kostte dat?\n{ANSWER_HEADER}\n1. Er werden in totaal 90\n<a>ladders hersteld.\n"
        f"<p>2. Dat kostte 4 miljoen euro.\n<e>"
    )
    for place in "tqape":
        page = places.find(place) + 1
        text = text.replace(f"<{place}>", f"{blank}{head.format(page=page)}\n{blank}" if page else "")
    return text


@pytest.mark.parametrize("places", ["tae", "qae", "tqe", "qa", "tqae"])
@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_what_comes_again_is_in_no_text(head: str, blank: str, places: str) -> None:
    """In question and answer alike, without form feeds; what it tears is whole again."""
    if head == HEADS["a web address"] and len(places) < 3:
        places = "tqa"  # an address that comes but twice may be cited
    found = parse(paged(head, places, blank))
    assert [one.text for one in found.sub_questions] == ["Hoeveel ladders zijn er hersteld?", "Wat kostte dat?"]
    assert [one.text for one in found.answer_parts] == [
        "Er werden in totaal 90 ladders hersteld.",
        "Dat kostte 4 miljoen euro.",
    ]
    assert found.references == ()
    assert found.question is not None
    assert found.question.subject == "Onderhoud"


def test_what_comes_again_between_the_parts_goes_too() -> None:
    assert furniture(paged(HEADS["the sender's line"], "tpa")) == [HEADS["the sender's line"]] * 3


ITEMS = "uitvoering van de werken door de gemeente."


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("".join(f"{n}\n{LONG}\n" for n in range(1, 10)), id="cells that count, texts between them"),
        pytest.param("".join(f"{n}\nGent\n" for n in range(1, 10)), id="cells that count"),
        pytest.param("".join(f"Fase {n}\n{ITEMS}\n" for n in range(1, 5)), id="headings that count"),
        pytest.param("".join(f"Zie bijlage {n} voor de\n{ITEMS}\n" for n in range(1, 5)), id="a sentence that counts"),
        pytest.param("1. Geen\n2. Geen\n3. Geen", id="short answers"),
        pytest.param("1.\nNiet van toepassing\n2.\nNiet van toepassing", id="short answers on their own lines"),
        pytest.param(
            "In 2019:\nProvincie Limburg\naantal ladders: 12\nIn 2020:\nProvincie Limburg\naantal ladders: 14",
            id="headings above the same rows",
        ),
        pytest.param(
            "De ladders staan in de stad\nStad Gent\nen elders.\nDe ladders staan niet in de\nStad Gent\nmaar elders.",
            id="two words, twice",
        ),
        pytest.param("Er zijn\n- ladders\n- sluizen\nen ook\n- ladders\n- sluizen\nin de stad.", id="bullets"),
        pytest.param("Gemeente\n..........\nGent\n..........\nAalst\n..........\nHalle", id="dotted lines in a table"),
        pytest.param("2019\nGent\n12\n2020\nGent\n13\n2021\nGent\n14\n2022\nGent\n15", id="years"),
        pytest.param("Stad Gent     1\nStad Aalst     5\nStad Gent     2\nStad Halle     3", id="rows with figures"),
        pytest.param("Tabel 1\nAantal\n12\nTabel 2\nAantal\n13\nTabel 3\nAantal\n12", id="names of tables"),
        pytest.param(
            "Zie de website\nwww.ladders.example\nvan de dienst.\nOp de site\nwww.ladders.example\nstaat meer.\n"
            "Alles is te vinden via\nwww.ladders.example\nen elders.",
            id="an address that is cited",
        ),
        pytest.param(
            "De ladders zijn slecht1 en\n1 https://ladders.example\nworden slechter2 en\n2 https://ladders.example\n"
            "niemand herstelt ze.",
            id="notes with the same address",
        ),
        pytest.param("1. Hoeveel ladders zijn er?\n3\n2. Hoeveel sluizen?\n2", id="figures that answer a question"),
        pytest.param("Gent\n7\nAalst\n3", id="a cell at the end"),
        pytest.param("Het aantal was groot.\n95", id="a figure at the end that no page has"),
    ],
)
def test_what_comes_again_and_is_text(answer: str) -> None:
    assert furniture(document("1. Hoeveel?", answer)) == []


@pytest.mark.parametrize("rule", ["/" * 40, "-" * 40, "_ " * 20 + "_"])
def test_a_rule_is_no_line_of_a_sentence(rule: str) -> None:
    """Not in wrapped text either, where the line above it is not full."""
    full = "De ladders in de Leie worden elk jaar door de dienst geveegd en nadien"
    page = f"{full}\nopnieuw geteld.\nDat duurt soms\n{rule}\nlang. {full}\nherteld.\n{rule}\n"
    assert furniture(document("1. Hoeveel?", f"1. Acht.\n{page}Zo is het.")) == [" ".join(rule.split("\n"))] * 2


def test_the_last_cell_above_a_foot_is_no_page_number() -> None:
    foot = "Dienst Waterlopen - SV 118 - {}"
    answer = (
        f"1. De ladders:\nGent\n3\n4\nHalle\n2\n2\n{foot.format(2)}\nAalst\n19\n22\n2. Het vegen van\n"
        f"de ladders in de Leie duurt in de zomer een\n{foot.format(3)}\nhele maand.\n{foot.format(4)}"
    )
    assert furniture(document("1. Hoeveel?\n2. Hoelang?", answer)) == [foot.format(page) for page in (2, 3, 4)]


def test_a_line_of_a_question_that_the_answer_repeats_is_text() -> None:
    asked = "1. Hoeveel ladders staan er in de\nLimburgse en Antwerpse waterlopen van de\nstreek?"
    assert furniture(document(asked, f"{asked}\nVeel.")) == []


def test_a_name_at_which_full_lines_end_is_text() -> None:
    """In wrapped text a line that the width has ended goes on with the sentence, however often it comes again."""
    name = "Vlaamse Landmaatschappij en de Vlaamse Milieumaatschappij en alle van de"
    before = "De ladders worden nu hersteld door het agentschap, in overleg met de vele"
    again = "Volgens de cijfers is er nu een akkoord tussen de diensten van de oude"
    after = "gemeenten en de provincies, zodat het werk in deze zomer al kan beginnen met"
    other = "besturen die er zijn, en dat zal ook in de komende jaren nog zo blijven in"
    text = f"{before}\n{name}\n{after}\nvelen.\n{again}\n{name}\n{other}\nde stad."
    assert furniture(text) == []


def test_the_headings_are_never_furniture() -> None:
    """Name, titles and dates come again above the answer; a minister's name may be printed at pages' feet too."""
    found = parse(paged("GRETA VANPUTTE", "qae"))
    assert [one.text for one in found.sub_questions] == ["Hoeveel ladders zijn er hersteld?", "Wat kostte dat?"]
    assert found.answer is not None
    assert found.answer.responder == "Greta Vanputte"
    assert furniture(document("1. Hoeveel?", "1. Acht.")) == []


@pytest.mark.parametrize("number", ["1", "1/1", "- 1 -"])
def test_a_number_at_the_very_end_is_the_page_s(number: str) -> None:
    assert furniture(document("1. Hoeveel?", f"1. {LONG}\n{number}")) == [number]


@pytest.mark.parametrize("line", ["SV nr. 41 van 14 november 2022", "Kabinet van de minister van Sport"])
@pytest.mark.parametrize("feed", ["", "\f"])
def test_a_running_head_stands_above_the_first_heading_too(line: str, feed: str) -> None:
    """It comes again at the head of each page, and the first page has one."""
    torn = "1. Er zijn er acht, zo heeft de dienst van de waterlopen en de sluizen bij zijn laatste"
    text = document("1. Hoeveel ladders zijn er?", f"{torn}\n{feed}{line}\ntelling gezien.")
    assert furniture(f"{line}\n{text}") == [line, line]


def test_a_rule_at_the_foot_of_pages() -> None:
    """It has no letters, and comes again with the line under it."""
    foot = "//////\nKabinet van de minister van Sport\n"
    text = document("1. Hoeveel ladders zijn er?", f"1. {LONG}\n{foot}\f{LONG}\n{foot}\f{LONG}\n{foot}")
    assert furniture(text) == ["//////", "Kabinet van de minister van Sport"] * 3
