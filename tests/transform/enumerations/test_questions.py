"""Which labels of a question are its sub-questions (anatomy.md, Enumerations)."""

from __future__ import annotations

import re

import pytest

from tests.transform.documents import asked, document, parse, pieces
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.enumerations import questions as module

EXAMPLES: Examples = {
    "SENTENCE_BEGINS": [("zo.\nGraag", "\n"), ("zo.Graag", "")],
    "NUMBER_AT_END": [("zo.\n1. ", "1. "), "(2)"],
    "FIRST_SENTENCE": ["de tram.", "Hoeveel zijn er?", "de bus;"],
    "REQUEST": [("Graag een overzicht", "Graag"), ("Kan de minister", "Kan"), ("Hoeveel ladders", "Hoeveel")],
}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param(
            "Er zijn ladders.\n1. Hoeveel ladders zijn er?\n2. Waar staan ze?",
            {"1": "Hoeveel ladders zijn er?", "2": "Waar staan ze?"},
            id="numbers with full stops",
        ),
        pytest.param(
            "Er zijn ladders.\n1) Hoeveel ladders zijn er?\n2) Waar staan ze?",
            {"1": "Hoeveel ladders zijn er?", "2": "Waar staan ze?"},
            id="numbers with parentheses",
        ),
        pytest.param(
            "Er zijn ladders.\n1/ Hoeveel ladders zijn er?\n2/ Waar staan ze?",
            {"1": "Hoeveel ladders zijn er?", "2": "Waar staan ze?"},
            id="numbers with slashes",
        ),
        pytest.param(
            "Er zijn ladders.\n1° Hoeveel ladders zijn er?\n2° Waar staan ze?",
            {"1": "Hoeveel ladders zijn er?", "2": "Waar staan ze?"},
            id="numbers with degree signs",
        ),
        pytest.param(
            "Er zijn ladders.\nVraag 1\nHoeveel ladders zijn er?\nVraag 2\nWaar staan ze?",
            {"1": "Hoeveel ladders zijn er?", "2": "Waar staan ze?"},
            id="the word vraag",
        ),
        pytest.param(
            "Er zijn ladders.\nI. Hoeveel ladders zijn er?\nII. Waar staan ze?\nIII. Waarom?\nIV. Sinds wanneer?",
            {"1": "Hoeveel ladders zijn er?", "2": "Waar staan ze?", "3": "Waarom?", "4": "Sinds wanneer?"},
            id="Roman numbers of the first level are Arabic",
        ),
        pytest.param(
            "Er zijn ladders.\n1 - Hoeveel ladders zijn er?\n2 - Waar staan ze?",
            {"1": "Hoeveel ladders zijn er?", "2": "Waar staan ze?"},
            id="a spaced dash, where two count up",
        ),
        pytest.param(
            "Ook in de VS.\n1. Hoeveel ladders zijn er?\n2. Waar, van klasse A.\n3. Waarom?",
            {"1": "Hoeveel ladders zijn er?", "2": "Waar, van klasse A.", "3": "Waarom?"},
            id="an abbreviation or an initial takes no label away",
        ),
        pytest.param(
            "Er zijn ladders. 1. a) Hoeveel ladders zijn er?\nb) Waar staan ze?\n2. Waarom?",
            {"1": "", "1.a": "Hoeveel ladders zijn er?", "1.b": "Waar staan ze?", "2": "Waarom?"},
            id="an enumeration has its 1, in mid-line if it stands nowhere else",
        ),
        pytest.param(
            "1. Hoeveel ladders zijn er?\n3. Waar staan ze?\n4. Waarom?",
            {"1": "Hoeveel ladders zijn er?", "3": "Waar staan ze?", "4": "Waarom?"},
            id="a gap that counts on is the member's",
        ),
        pytest.param(
            "1. Hoeveel ladders zijn er?\n2.\na) Waar staan ze?\n3. Waarom?",
            {"1": "Hoeveel ladders zijn er?", "2": "", "2.a": "Waar staan ze?", "3": "Waarom?"},
            id="a lone letter right under its number",
        ),
        pytest.param(
            "Er zijn ladders.\nGraag per ladder:\n1. de plaats;\n2. de ouderdom.",
            {"1": "de plaats;", "2": "de ouderdom."},
            id="items that a request introduces",
        ),
        pytest.param(
            "Er zijn ladders. Graag per ladder: 1. de plaats; 2. de\nouderdom; 3. de prijs.",
            {"1": "de plaats;", "2": "de ouderdom;", "3": "de prijs."},
            id="items inside the sentence of the request",
        ),
        pytest.param(
            "Er zijn ladders.\na) Hoeveel ladders zijn er?\nb) Waar staan ze?",
            {"a": "Hoeveel ladders zijn er?", "b": "Waar staan ze?"},
            id="letters without a number above them",
        ),
        pytest.param(
            "Er zijn ladders.\nA. Hoeveel ladders zijn er?\nB. Waar staan ze?",
            {"a": "Hoeveel ladders zijn er?", "b": "Waar staan ze?"},
            id="capital letters",
        ),
        pytest.param(
            "Er zijn ladders.\n1.\nHoeveel ladders zijn er?\n2.\nWaar staan ze?",
            {"1": "Hoeveel ladders zijn er?", "2": "Waar staan ze?"},
            id="labels alone on their lines",
        ),
        pytest.param(
            "Er zijn ladders.\na)Hoeveel ladders zijn er?\nb)Waar staan ze?",
            {"a": "Hoeveel ladders zijn er?", "b": "Waar staan ze?"},
            id="labels glued to their text",
        ),
        pytest.param(
            "Er zijn ladders.\n1. Hoeveel ladders zijn er?\n2) Waar staan ze?\n3/ Wie telt ze?",
            {"1": "Hoeveel ladders zijn er?", "2": "Waar staan ze?", "3": "Wie telt ze?"},
            id="a style that changes",
        ),
        pytest.param(
            "Er zijn ladders.\n1. Hoeveel ladders zijn er?",
            {"1": "Hoeveel ladders zijn er?"},
            id="one question only",
        ),
        pytest.param(
            "Er zijn ladders.\n1. Graag een overzicht van de ladders.\n2. Graag ook van de sluizen.",
            {"1": "Graag een overzicht van de ladders.", "2": "Graag ook van de sluizen."},
            id="requests without a question mark",
        ),
        pytest.param(
            "1. Hoeveel ladders zijn er?\n2. Waar staan ze?",
            {"1": "Hoeveel ladders zijn er?", "2": "Waar staan ze?"},
            id="no preamble",
        ),
    ],
)
def test_an_enumeration_of_questions(body: str, wanted: dict[str | None, str]) -> None:
    assert asked(body) == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param(
            "1. Over ladders:\na) Hoeveel zijn er?\nb) Waar staan ze?\n2. Wie telt ze?",
            {"1": "Over ladders:", "1.a": "Hoeveel zijn er?", "1.b": "Waar staan ze?", "2": "Wie telt ze?"},
            id="a heading with letters under it is a sub-question",
        ),
        pytest.param(
            "1. Hoeveel ladders zijn er?\na) In rivieren?\nb) In kanalen?\n2. Wie telt ze?",
            {"1": "Hoeveel ladders zijn er?", "1.a": "In rivieren?", "1.b": "In kanalen?", "2": "Wie telt ze?"},
            id="letters belong to the number above them",
        ),
        pytest.param(
            "1. Wie telt ze?\n2.\na) Hoeveel zijn er?\nb) Waar staan ze?",
            {"1": "Wie telt ze?", "2": "", "2.a": "Hoeveel zijn er?", "2.b": "Waar staan ze?"},
            id="a number followed at once by letters exists with an empty text",
        ),
        pytest.param(
            "1. Wie telt ze?\n2. a) Hoeveel zijn er?\nb) Waar staan ze?",
            {"1": "Wie telt ze?", "2": "", "2.a": "Hoeveel zijn er?", "2.b": "Waar staan ze?"},
            id="a number and its first letter share a line",
        ),
        pytest.param(
            "1.a) Hoeveel zijn er?\n1.b) Waar staan ze?\n2. Wie telt ze?",
            {"1.a": "Hoeveel zijn er?", "1.b": "Waar staan ze?", "2": "Wie telt ze?"},
            id="the number printed with each letter",
        ),
        pytest.param(
            "1. Over ladders:\n1.1 Hoeveel zijn er?\n1.2 Waar staan ze?\n2. Over sluizen:\n2.1 Hoeveel zijn er?\n"
            "2.2 Wie bedient ze?",
            {
                "1": "Over ladders:",
                "1.1": "Hoeveel zijn er?",
                "1.2": "Waar staan ze?",
                "2": "Over sluizen:",
                "2.1": "Hoeveel zijn er?",
                "2.2": "Wie bedient ze?",
            },
            id="dotted numbers keep their one form",
        ),
        pytest.param(
            "1. Over ladders:\na) Hoeveel zijn er?\ni) In rivieren?\nii) In kanalen?\nb) Waar staan ze?",
            {
                "1": "Over ladders:",
                "1.a": "Hoeveel zijn er?",
                "1.a.i": "In rivieren?",
                "1.a.ii": "In kanalen?",
                "1.b": "Waar staan ze?",
            },
            id="small Roman numbers under a letter",
        ),
        pytest.param(
            "I. Over ladders:\na) Hoeveel zijn er?\nb) Waar staan ze?\nII. Wie telt ze?",
            {"1": "Over ladders:", "1.a": "Hoeveel zijn er?", "1.b": "Waar staan ze?", "2": "Wie telt ze?"},
            id="letters under Roman numbers",
        ),
        pytest.param(
            "1. Over ladders:\nA. Hoeveel zijn er?\nB. Waar staan ze?\n2. Wie telt ze?",
            {"1": "Over ladders:", "1.a": "Hoeveel zijn er?", "1.b": "Waar staan ze?", "2": "Wie telt ze?"},
            id="capital letters are written small",
        ),
    ],
)
def test_levels_of_an_enumeration(body: str, wanted: dict[str | None, str]) -> None:
    assert asked(body) == wanted


def test_a_sub_question_knows_its_parent_and_its_depth() -> None:
    ladders = "1. Over ladders:\na) Hoeveel zijn er?\ni) In rivieren?\nii) In kanalen?"
    body = f"{ladders}\n2. Over sluizen:\n2.1 Hoeveel?\n2.2 Waar?"
    found = [(one.label, one.parent_label, one.depth) for one in parse(document(body)).sub_questions]
    assert found == [
        ("1", None, 1),
        ("1.a", "1", 2),
        ("1.a.i", "1.a", 3),
        ("1.a.ii", "1.a", 3),
        ("2", None, 1),
        ("2.1", "2", 2),
        ("2.2", "2", 2),
    ]


def test_a_letter_without_a_number_above_it_has_depth_one() -> None:
    found = parse(document("a) Hoeveel zijn er?\nb) Waar staan ze?")).sub_questions
    assert [(one.label, one.parent_label, one.depth) for one in found] == [("a", None, 1), ("b", None, 1)]


@pytest.mark.parametrize(
    ("letters", "last"),
    [
        pytest.param("abcdefghij", "i", id="i after h is a letter"),
        pytest.param("abcdefghijklmnopqrstuvw", "v", id="v after u is a letter"),
    ],
)
def test_a_letter_that_could_be_a_numeral_is_a_letter_in_its_turn(letters: str, last: str) -> None:
    labels = list(asked("\n".join(f"{letter}) Hoeveel ladders van soort {letter}?" for letter in letters)))
    assert labels == list(letters)
    assert last in labels


def test_letters_that_begin_again_carry_no_earlier_list_on() -> None:
    """The c of the questions is not the third of the two letters in the preamble."""
    body = "De regels:\na) treden;\nb) leuning.\n1. Telt men ze?\n2. Over:\na) Hoeveel?\nb) Waar?\nc) Wie?\n3. Ooit?"
    assert list(asked(body)) == ["1", "2", "2.a", "2.b", "2.c", "3"]


def test_an_enumeration_counts_past_nine() -> None:
    body = "\n".join(f"{number}. Hoeveel ladders zijn er in streek {number}?" for number in range(1, 24))
    assert list(asked(body)) == [str(number) for number in range(1, 24)]


@pytest.mark.parametrize(
    ("body", "answer", "labels"),
    [
        pytest.param(
            "Graag ontving ik:\n1. het aantal ladders;\n2. de plaats;\n3. de kosten.",
            None,
            ["1", "2", "3"],
            id="the only enumeration of a body that asks in no other way",
        ),
        pytest.param(
            "Graag ontving ik:\n1. het aantal ladders;\n2. de plaats;\n3. de kosten.",
            "1. Acht.\n2. Overal.\n3. Nihil.",
            ["1", "2", "3"],
            id="the same with an answer",
        ),
        pytest.param(
            "1. Hoeveel zijn er?\na) En waar?\n2. Wie telt ze?",
            "1. Acht.\na) Overal.\n2. De dienst.",
            ["1", "1.a", "2"],
            id="one letter alone, which the answer has too",
        ),
        pytest.param(
            "1. a) Hoeveel zijn er?\n2. Wie telt ze?", None, ["1", "1.a", "2"], id="one letter on its number's line"
        ),
        pytest.param(
            "A. Ladders\n1. Hoeveel?\n2. Waar?\nB. Sluizen\n1. Hoeveel?\n2. Waar?",
            "A.\n1. Acht.\n2. Overal.\nB.\n1. Negen.\n2. Ginder.",
            ["a", "a.1", "a.2", "b", "b.1", "b.2"],
            id="numbers under letters that the answer has too",
        ),
        pytest.param(
            "A. Ladders\n1. Hoeveel?\n2. Waar?\nB. Sluizen\n1. Hoeveel?\n2. Waar?",
            None,
            ["a", "b"],
            id="numbers under letters are text without them",
        ),
        pytest.param(
            "Over ladders:\n1. Hoeveel?\n2. Waar?\nOver sluizen:\n1. Hoeveel sluizen?\n2. Waar die?",
            None,
            ["1", "2"],
            id="of two enumerations the last",
        ),
        pytest.param(
            "1. Hoeveel?\n2. Waar?\n4. Waarom?",
            None,
            ["1", "2"],
            id="a number after a gap is text of the one before it",
        ),
    ],
)
def test_which_items_are_sub_questions(body: str, answer: str | None, labels: list[str]) -> None:
    assert list(asked(body, answer)) == labels


QUESTIONS = "1. Hoeveel ladders zijn er?\n2. Waar staan ze?"
TWO = {"1": "Hoeveel ladders zijn er?", "2": "Waar staan ze?"}


@pytest.mark.parametrize(
    ("before", "preamble_has"),
    [
        pytest.param(
            "De regels luiden:\n1° een ladder heeft treden;\n2° een ladder heeft een leuning;\n3° hij wordt geveegd.\n"
            "Over die regels rijzen vragen.",
            "2° een ladder heeft een leuning;",
            id="quoted rules in another style",
        ),
        pytest.param(
            "De regels luiden:\n1. Een ladder heeft treden.\n2. Een ladder heeft een leuning.\n3. Hij wordt geveegd.\n"
            "Over die regels rijzen vragen.",
            "3. Hij wordt geveegd.",
            id="quoted rules in the same style",
        ),
        pytest.param(
            "Er zijn twee soorten:\na) ladders met treden;\nb) ladders zonder treden.\nOver beide rijzen vragen.",
            "b) ladders zonder treden.",
            id="a list of letters",
        ),
        pytest.param(
            "De vereniging vroeg zich af:\n1) Is dit veilig?\n2) Is dit nuttig?\nDat brengt mij tot deze vragen.",
            "2) Is dit nuttig?",
            id="quoted questions: the last enumeration is meant",
        ),
        pytest.param(
            "De regels luiden:\n1° Een ladder heeft treden, en:\na) een leuning;\nb) een haak.\nHet Rekenhof zegt:\n"
            "1. Tel ze.\n2. Veeg ze.\nOver beide rijzen vragen.",
            "b) een haak.",
            id="letters of a list, and a list after them",
        ),
    ],
)
def test_a_list_in_the_preamble_is_preamble(before: str, preamble_has: str) -> None:
    question = parse(document(f"{before}\n\n{QUESTIONS}")).question
    assert question is not None
    assert preamble_has in (question.preamble or "")
    assert asked(f"{before}\n\n{QUESTIONS}") == TWO


@pytest.mark.parametrize(
    ("torn", "label"),
    [
        pytest.param(
            "Vorig jaar kostte het onderhoud van alle ladders samen ongeveer\n25.000 euro per gemeente.",
            "1",
            id="thousands",
        ),
        pytest.param(
            "Vorig jaar lag het aandeel van de ladders in goede staat op zowat\n38.0 procent.", "1", id="a decimal"
        ),
        pytest.param(
            "De teller van de dienst die alle ladders opvolgt, werd stilgezet op\n1.12.2022 en herbegon.",
            "1",
            id="a date",
        ),
        pytest.param("Het aantal per soort:\nRiviervis\n12\nZeevis\n2\nAal\n3", "1", id="cells of a table"),
        pytest.param("Een ladder telt mee indien 1) hij treden heeft of 2) hij bevist wordt.", "1", id="inline labels"),
        pytest.param(
            "De tabel bevat per soort de aantallen, met als laatste rij het cijfer\n7. Dat is weinig.",
            "1",
            id="a number far from the count",
        ),
    ],
)
def test_a_number_that_does_not_carry_the_count_on_is_text(torn: str, label: str) -> None:
    """It is the text of the item it stands in, and the count goes on after it."""
    body = f"1. Hoeveel ladders zijn er? {torn}\n2. Waar staan ze?"
    assert list(asked(body)) == ["1", "2"]
    assert asked(body)[label] == "Hoeveel ladders zijn er? " + " ".join(torn.split())


def test_a_label_that_tears_a_sentence_is_text() -> None:
    """The page's width broke a sentence before a number; the label itself comes later."""
    torn = "Hoeveel ladders staan er in de rivieren en de beken van de streek die op de kaart het nummer"
    found = asked(f"1. {torn}\n2. Heeft gekregen?\n2. Waar staan ze?\n3. Wie telt ze?")
    assert found == {"1": f"{torn} 2. Heeft gekregen?", "2": "Waar staan ze?", "3": "Wie telt ze?"}


def test_a_number_that_does_not_carry_the_count_on_is_text_of_the_preamble_too() -> None:
    body = (
        f"Het onderhoud van alle ladders in de regio kostte in dat jaar samen\n25.000 euro per gemeente.\n{QUESTIONS}"
    )
    assert asked(body) == TWO
    question = parse(document(body)).question
    assert question is not None
    assert question.preamble == (
        "Het onderhoud van alle ladders in de regio kostte in dat jaar samen 25.000 euro per gemeente."
    )


LISTED = "Hoeveel zijn er in:\n{one} rivieren;\n{two} kanalen;\n{three} beken?"
IN_THE_FIRST = f"1. Over ladders:\na) {LISTED}\nb) Waar staan ze?\n2. Wie telt ze?"
IN_THE_LAST = f"1. Over ladders:\na) Waar staan ze?\nb) {LISTED}\n2. Wie telt ze?"
STYLES = [pytest.param("{}.", id="1."), pytest.param("{})", id="1)"), pytest.param("{}°", id="1°")]


def listed_inside(body: str, style: str) -> str:
    return body.format(one=style.format(1), two=style.format(2), three=style.format(3))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("body", "label"),
    [
        pytest.param(IN_THE_FIRST, "1.a", id="in the first letter"),
        pytest.param(IN_THE_LAST, "1.b", id="in the last letter"),
    ],
)
def test_a_list_that_starts_at_1_inside_a_lettered_item_is_its_text(body: str, label: str, style: str) -> None:
    found = asked(listed_inside(body, style))
    assert list(found) == ["1", "1.a", "1.b", "2"]
    assert re.sub(r"(\d)[.)°]", r"\1", found[label]) == "Hoeveel zijn er in: 1 rivieren; 2 kanalen; 3 beken?"


@pytest.mark.parametrize(
    ("body", "answer", "labels"),
    [
        pytest.param(
            IN_THE_FIRST,
            "1.\na)\n1. Acht.\n2. Negen.\n3. Tien.\nb) Overal.\n2. De dienst.",
            ["1", "1.a", "1.a.1", "1.a.2", "1.a.3", "1.b", "2"],
            id="the first letter: it has them",
        ),
        pytest.param(
            IN_THE_LAST,
            "1.\na) Overal.\nb)\n1. Acht.\n2. Negen.\n3. Tien.\n2. De dienst.",
            ["1", "1.a", "1.b", "1.b.1", "1.b.2", "1.b.3", "2"],
            id="the last letter: it has them",
        ),
        pytest.param(
            IN_THE_FIRST,
            "1.\na) Samen zevenentwintig.\nb) Overal.\n2. De dienst.",
            ["1", "1.a", "1.b", "2"],
            id="the first letter: it does not",
        ),
        pytest.param(
            IN_THE_LAST,
            "1.\na) Overal.\nb) Samen zevenentwintig.\n2. De dienst.",
            ["1", "1.a", "1.b", "2"],
            id="the last letter: it does not",
        ),
    ],
)
def test_a_list_inside_a_lettered_item_counts_only_where_the_other_side_has_its_labels(
    body: str, answer: str, labels: list[str]
) -> None:
    assert list(asked(listed_inside(body, "{}."), answer)) == labels


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            "1. Hoeveel ladders zijn er?\n\nDe vorige telling is al oud.\n2. Waar staan ze?",
            "Hoeveel ladders zijn er?\nDe vorige telling is al oud.",
            id="a second paragraph",
        ),
        pytest.param(
            "1. Hoeveel ladders zijn er?\n- in rivieren\n- in kanalen\n2. Waar staan ze?",
            "Hoeveel ladders zijn er?\n- in rivieren\n- in kanalen",
            id="bullets",
        ),
        pytest.param(
            "1. Hoeveel ladders zijn er per jaar?\n2020\n2021\n2. Waar staan ze?",
            "Hoeveel ladders zijn er per jaar?\n2020\n2021",
            id="a table",
        ),
    ],
)
def test_an_item_takes_along_what_stands_before_the_next_label(body: str, text: str) -> None:
    assert parse(document(body)).sub_questions[0].text == text


def test_a_piece_begins_at_its_label_and_may_begin_in_mid_line() -> None:
    text = document("Vooraf dit.\n1. Wie telt ze?\n2. a) Hoeveel zijn er?\nb) Waar staan ze?")
    assert [one for one in pieces(text) if one[0] in ("preamble", "sub_question")] == [
        ("preamble", None, "Vooraf dit."),
        ("sub_question", "1", "1. Wie telt ze?"),
        ("sub_question", "2", "2."),
        ("sub_question", "2.a", "a) Hoeveel zijn er?"),
        ("sub_question", "2.b", "b) Waar staan ze?"),
    ]


@pytest.mark.parametrize(
    ("body", "preamble", "question"),
    [
        pytest.param(
            "Er staan ladders in de Leie.\n\nHoeveel zijn het er? Graag per sluis.\n\nIk dank u.",
            "Er staan ladders in de Leie.",
            "Hoeveel zijn het er? Graag per sluis.\nIk dank u.",
            id="from the first paragraph with a question mark to the end",
        ),
        pytest.param(
            "Er staan ladders in de Leie.\n\nSommige lekken. Hoeveel zijn het er?",
            "Er staan ladders in de Leie.",
            "Sommige lekken. Hoeveel zijn het er?",
            id="the whole paragraph, not the sentence",
        ),
        pytest.param(
            "Er staan ladders in de Leie.\n\n"
            "Sommige lekken volgens de dienst die ze opvolgt, en andere staan vaak droog als het\n"
            "niet regent. Hoeveel zijn het er?",
            "Er staan ladders in de Leie.",
            "Sommige lekken volgens de dienst die ze opvolgt, en andere staan vaak droog als het niet regent. "
            "Hoeveel zijn het er?",
            id="the whole paragraph, over its lines",
        ),
        pytest.param("Hoeveel ladders zijn er?", "", "Hoeveel ladders zijn er?", id="nothing before it"),
    ],
)
def test_without_an_enumeration_there_is_one_question_without_a_label(body: str, preamble: str, question: str) -> None:
    parsed = parse(document(body))
    assert parsed.question is not None
    assert parsed.question.preamble == preamble
    assert [(one.label, one.depth, one.text) for one in parsed.sub_questions] == [(None, 1, question)]


def test_a_body_that_asks_nothing_has_no_sub_question() -> None:
    parsed = parse(document("Er staan ladders in de Leie."))
    assert parsed.sub_questions == ()
    assert parsed.question is not None
    assert parsed.question.preamble == "Er staan ladders in de Leie."
