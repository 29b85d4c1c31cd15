"""Which labels of a question are its sub-questions, and which of an answer are its parts (anatomy.md, Enumerations)."""

from __future__ import annotations

import re

import pytest

from tests.transform.documents import answered, asked, document, parse, pieces, texts
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform import enumerations as module

EXAMPLES: Examples = {
    "REQUEST": [("Graag een overzicht", "Graag"), ("Kan de minister", "Kan"), ("Hoeveel ladders", "Hoeveel")],
    "LETTERS": [("(zie boven)", "zie")],
}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


# ---------------------------------------------------------------------------------------------- questions


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
    body = "1. Over ladders:\na) Hoeveel zijn er?\ni) In rivieren?\nii) In kanalen?\n2. Over sluizen:\n2.1 Hoeveel?\n2.2 Waar?"
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


def test_an_enumeration_counts_past_nine() -> None:
    body = "\n".join(f"{number}. Hoeveel ladders zijn er in streek {number}?" for number in range(1, 24))
    assert list(asked(body)) == [str(number) for number in range(1, 24)]


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
        pytest.param("Vorig jaar kostte het onderhoud van alle ladders samen ongeveer\n25.000 euro per gemeente.", "1", id="thousands"),
        pytest.param("Vorig jaar lag het aandeel van de ladders in goede staat op zowat\n38.0 procent.", "1", id="a decimal"),
        pytest.param("De teller van de dienst die alle ladders opvolgt, werd stilgezet op\n1.12.2022 en herbegon.", "1", id="a date"),
        pytest.param("Het aantal per soort:\nRiviervis\n12\nZeevis\n2\nAal\n3", "1", id="cells of a table"),
        pytest.param("Een ladder telt mee indien 1) hij treden heeft of 2) hij bevist wordt.", "1", id="inline labels"),
        pytest.param("De tabel bevat per soort de aantallen, met als laatste rij het cijfer\n7. Dat is weinig.", "1", id="a number far from the count"),
    ],
)
def test_a_number_that_does_not_carry_the_count_on_is_text(torn: str, label: str) -> None:
    """It is the text of the item it stands in, and the count goes on after it."""
    body = f"1. Hoeveel ladders zijn er? {torn}\n2. Waar staan ze?"
    assert list(asked(body)) == ["1", "2"]
    assert asked(body)[label] == "Hoeveel ladders zijn er? " + " ".join(torn.split())


def test_a_number_that_does_not_carry_the_count_on_is_text_of_the_preamble_too() -> None:
    body = f"Het onderhoud van alle ladders in de regio kostte in dat jaar samen\n25.000 euro per gemeente.\n{QUESTIONS}"
    assert asked(body) == TWO
    question = parse(document(body)).question
    assert question is not None
    assert question.preamble == (
        "Het onderhoud van alle ladders in de regio kostte in dat jaar samen 25.000 euro per gemeente."
    )


IN_THE_FIRST = (
    "1. Over ladders:\na) Hoeveel zijn er in:\n{one} rivieren;\n{two} kanalen;\n{three} beken?\nb) Waar staan ze?\n2. Wie telt ze?"
)
IN_THE_LAST = (
    "1. Over ladders:\na) Waar staan ze?\nb) Hoeveel zijn er in:\n{one} rivieren;\n{two} kanalen;\n{three} beken?\n2. Wie telt ze?"
)
STYLES = [pytest.param("{}.", id="1."), pytest.param("{})", id="1)"), pytest.param("{}°", id="1°")]
list_in_first_letter = pytest.mark.xfail(
    strict=True, reason="a lettered item is not opened where a list of numbers stands before the next letter"
)


def listed_inside(body: str, style: str) -> str:
    return body.format(one=style.format(1), two=style.format(2), three=style.format(3))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("body", "label"),
    [
        pytest.param(IN_THE_FIRST, "1.a", marks=list_in_first_letter, id="in the first letter"),
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
            marks=list_in_first_letter,
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
        pytest.param("Hoeveel ladders zijn er?", None, "Hoeveel ladders zijn er?", id="nothing before it"),
    ],
)
def test_without_an_enumeration_there_is_one_question_without_a_label(
    body: str, preamble: str | None, question: str
) -> None:
    parsed = parse(document(body))
    assert parsed.question is not None
    assert parsed.question.preamble == preamble
    assert [(one.label, one.depth, one.text) for one in parsed.sub_questions] == [(None, 1, question)]


def test_a_body_that_asks_nothing_has_no_sub_question() -> None:
    parsed = parse(document("Er staan ladders in de Leie."))
    assert parsed.sub_questions == ()
    assert parsed.question is not None
    assert parsed.question.preamble == "Er staan ladders in de Leie."


# ---------------------------------------------------------------------------------------------- answers

ONE_TO_FOUR = "1. Hoeveel zijn er?\n2. Waar staan ze?\n3. Wie telt ze?\n4. Sinds wanneer?"


def labels_of(body: str, answer: str) -> list[str]:
    """The labels of the parts of an answer, combined ones joined by a plus; an intro shows as nothing."""
    return ["+".join(labels) for labels, _ in answered(body, answer)]


@pytest.mark.parametrize(
    ("answer", "labels"),
    [
        pytest.param("1. Acht.\n2. Overal.\n3. De dienst.\n4. Sinds 2001.", ["1", "2", "3", "4"], id="in order"),
        pytest.param("1) Acht.\n2) Overal.\n3) De dienst.\n4) Sinds 2001.", ["1", "2", "3", "4"], id="another style"),
        pytest.param("1. Acht.\n2/ Overal.\n3) De dienst.\n4. Sinds 2001.", ["1", "2", "3", "4"], id="changing style"),
        pytest.param("Vooraf.\n1. Acht.\n2. Overal.\n3. De dienst.\n4. Ooit.", ["", "1", "2", "3", "4"], id="an intro"),
        pytest.param("2. Overal.\n1. Acht.\n3. De dienst.\n4. Sinds 2001.", ["2", "1", "3", "4"], id="out of order"),
        pytest.param("1. Acht.\n3. De dienst.\n2. Overal.\n4. Sinds 2001.", ["1", "3", "2", "4"], id="two exchanged"),
        pytest.param("1. Acht.\n4. Sinds 2001.", ["1", "4"], id="a gap"),
        pytest.param("3. De dienst.\n4. Sinds 2001.", ["3", "4"], id="a gap at the beginning"),
        pytest.param("1 en 2. Overal acht.\n3. De dienst.\n4. Ooit.", ["1+2", "3", "4"], id="en"),
        pytest.param("1, 2. Overal acht.\n3. De dienst.\n4. Ooit.", ["1+2", "3", "4"], id="comma"),
        pytest.param("1., 2. en 3. Overal acht.\n4. Ooit.", ["1+2+3", "4"], id="three of them"),
        pytest.param("1-3. Overal acht.\n4. Ooit.", ["1+2+3", "4"], id="a range"),
        pytest.param("1 t.e.m. 4. De dienst telt ze.", ["1+2+3+4"], id="t.e.m."),
        pytest.param("1. Acht.\nVragen 2 tot 4\nDe dienst telt ze.", ["1", "2+3+4"], id="the word vragen"),
        pytest.param("1. Acht.\n2 en 4. Overal.\n3. De dienst.", ["1", "2+4", "3"], id="combined out of order"),
        pytest.param("1. Acht.\n2. Overal.\n3. De dienst.\n4. Ooit.\n5. En dan nog dit.", ["1", "2", "3", "4"], id="a number that no question has"),
        pytest.param("De dienst telde acht ladders.", [""], id="no labels at all"),
    ],
)
def test_the_labels_of_an_answer(answer: str, labels: list[str]) -> None:
    assert labels_of(ONE_TO_FOUR, answer) == labels


def test_closing_words_belong_to_the_last_part() -> None:
    parts = answered(ONE_TO_FOUR, "1. Acht.\n2. Overal.\n3. De dienst.\n4. Sinds 2001.\n\nIk hoop u zo te dienen.")
    assert parts[-1] == (("4",), "Sinds 2001. Ik hoop u zo te dienen.")


def test_a_number_that_no_question_has_is_text() -> None:
    parts = answered(ONE_TO_FOUR, "1. Acht.\n2. Overal.\n3. De dienst.\n4. Ooit.\n5. En dan nog dit.")
    assert parts[-1] == (("4",), "Ooit. 5. En dan nog dit.")


def test_a_list_inside_a_part_is_its_text() -> None:
    answer = "1. De soorten zijn:\n1) riviervis;\n2) zeevis;\n3) aal.\n2. Overal.\n3. De dienst.\n4. Ooit."
    assert answered(ONE_TO_FOUR, answer) == [
        (("1",), "De soorten zijn: 1) riviervis; 2) zeevis; 3) aal."),
        (("2",), "Overal."),
        (("3",), "De dienst."),
        (("4",), "Ooit."),
    ]


def test_a_list_inside_a_later_part_does_not_answer_earlier_questions_again() -> None:
    answer = "1. Acht.\n2. Overal.\n3. Het gaat om:\n1. riviervis;\n2. zeevis.\n4. Ooit."
    parts = dict(answered(ONE_TO_FOUR, answer))
    assert list(parts) == [("1",), ("2",), ("3",), ("4",)]
    assert parts[("3",)] == "Het gaat om: 1. riviervis; 2. zeevis."


@pytest.mark.parametrize(
    "torn",
    [
        pytest.param("De dienst die dat doet, besteedt daaraan in een gewoon jaar zowat\n25.000 euro.", id="thousands"),
        pytest.param("De dienst die dat doet, begon daarmee volgens zijn eigen verslag op\n2.12.2022 en stopte.", id="a date"),
        pytest.param("De aantallen per jaar staan hier:\n2\n3\n4", id="cells of a table"),
    ],
)
def test_a_false_friend_in_an_answer_is_text(torn: str) -> None:
    parts = answered(ONE_TO_FOUR, f"1. {torn}\n2. Overal.\n3. De dienst.\n4. Ooit.")
    assert [labels for labels, _ in parts] == [("1",), ("2",), ("3",), ("4",)]
    assert parts[0][1] == " ".join(torn.split())


def test_questions_repeated_as_a_block_are_the_intro() -> None:
    answer = f"{ONE_TO_FOUR}\n\n1. Acht.\n2. Overal.\n3. De dienst.\n4. Sinds 2001."
    parts = answered(ONE_TO_FOUR, answer)
    assert parts == [
        ((), " ".join(ONE_TO_FOUR.split())),
        (("1",), "Acht."),
        (("2",), "Overal."),
        (("3",), "De dienst."),
        (("4",), "Sinds 2001."),
    ]
    text = document(ONE_TO_FOUR, answer)
    assert texts(text, "answer_intro") == [" ".join(ONE_TO_FOUR.split())]


def test_a_question_repeated_inside_a_part_is_that_parts_text() -> None:
    answer = "\n".join(
        f"{line}\n{reply}" for line, reply in zip(ONE_TO_FOUR.splitlines(), ["Acht.", "Overal.", "Wij.", "Ooit."], strict=True)
    )
    assert answered(ONE_TO_FOUR, answer) == [
        (("1",), "Hoeveel zijn er? Acht."),
        (("2",), "Waar staan ze? Overal."),
        (("3",), "Wie telt ze? Wij."),
        (("4",), "Sinds wanneer? Ooit."),
    ]


LETTERED = "1. Over ladders:\na) Hoeveel zijn er?\nb) Waar staan ze?\n2. Wie telt ze?"


@pytest.mark.parametrize(
    ("answer", "labels"),
    [
        pytest.param("1. a) Acht.\nb) Overal.\n2. De dienst.", ["1", "1.a", "1.b", "2"], id="letters under a number"),
        pytest.param("1.a) Acht.\n1.b) Overal.\n2. De dienst.", ["1.a", "1.b", "2"], id="the number with each letter"),
        pytest.param("1a. Acht.\n1b. Overal.\n2. De dienst.", ["1.a", "1.b", "2"], id="glued to its number"),
        pytest.param("1.\nA. Acht.\nB. Overal.\n2. De dienst.", ["1", "1.a", "1.b", "2"], id="capital letters"),
        pytest.param("1. Overal acht.\n2. De dienst.", ["1", "2"], id="the number alone"),
        pytest.param("1.a) en b) Overal acht.\n2. De dienst.", ["1.a+1.b", "2"], id="letters together"),
        pytest.param("1.\na) en b) Overal acht.\n2. De dienst.", ["1", "1.a+1.b", "2"], id="letters together, under their number"),
        pytest.param("1. a) Acht.\n1. b) Overal.\n2. De dienst.", ["1", "1.a", "1.b", "2"], id="the number repeated before a letter"),
        pytest.param("1. b) Overal.\na) Acht.\n2. De dienst.", ["1", "1.b", "1.a", "2"], id="letters out of order"),
    ],
)
def test_letters_in_an_answer(answer: str, labels: list[str]) -> None:
    assert labels_of(LETTERED, answer) == labels


def test_an_answer_may_have_letters_that_no_question_has() -> None:
    parts = answered("1. Hoeveel zijn er?\n2. Waar staan ze?", "1. Er zijn er:\na) acht grote;\nb) tien kleine.\n2. Overal.")
    assert [labels for labels, _ in parts] == [("1",), ("1.a",), ("1.b",), ("2",)]


@pytest.mark.parametrize(
    ("body", "answer", "labels"),
    [
        pytest.param("I. Hoeveel zijn er?\nII. Waar staan ze?", "1. Acht.\n2. Overal.", ["1", "2"], id="Roman asked, Arabic answered"),
        pytest.param("1. Hoeveel zijn er?\n2. Waar staan ze?", "I. Acht.\nII. Overal.", ["1", "2"], id="Arabic asked, Roman answered"),
        pytest.param("a) Hoeveel zijn er?\nb) Waar staan ze?", "A. Acht.\nB. Overal.", ["a", "b"], id="letters in another case"),
        pytest.param("1.1 Hoeveel zijn er?\n1.2 Waar staan ze?\n2.1 Wie?\n2.2 Sinds wanneer?", "1.1. Acht.\n1.2. Overal.\n2.1. Wij.\n2.2. Ooit.", ["1.1", "1.2", "2.1", "2.2"], id="dotted numbers"),
    ],
)
def test_both_sides_meet_in_the_written_form(body: str, answer: str, labels: list[str]) -> None:
    assert labels_of(body, answer) == labels


def test_a_combined_label_is_written_as_a_list_of_labels() -> None:
    part = parse(document(ONE_TO_FOUR, "1. Acht.\n2-4. Overal.")).answer_parts[1]
    assert part.labels == ("2", "3", "4")
    assert part.sub_question_positions == (2, 3, 4)
    assert [label for kind, label, _ in pieces(document(ONE_TO_FOUR, "1. Acht.\n2-4. Overal.")) if kind == "answer_part"] == [
        "1",
        "2,3,4",
    ]


def test_a_range_runs_over_the_letters_of_a_number() -> None:
    body = "1. Over ladders:\na) Hoeveel?\nb) Waar?\nc) Waarom?\n2. Wie telt ze?"
    assert labels_of(body, "1.a-c) Acht.\n2. De dienst.") == ["1.a+1.b+1.c", "2"]
