"""Which answer answers which question: every row of the table of that name in anatomy.md."""

from __future__ import annotations

import pytest

from tests.transform.documents import document, parse
from transform.lines.labels import Path
from transform.meaning.alignment import Aligned, Part, align


def path(label: str) -> Path:
    """A label of numbers and letters as its steps."""
    return tuple(label.split("."))


def part(labels: str, text: str = "Tekst.", *, combined: bool = False) -> Part:
    """A part with its labels, several separated by commas; none for the intro."""
    return Part(tuple(path(one) for one in labels.split(",") if one), text, combined or "," in labels)


def aligned(question: str | None, others: list[str], parts: list[Part]) -> Aligned:
    """How a question, among others, is answered."""
    asked: list[Path | None] = [path(one) for one in others]
    return align([path(question) if question else None, *asked], parts)[0]


@pytest.mark.parametrize(
    ("question", "others", "parts", "wanted"),
    [
        pytest.param("1", ["2"], [part("1"), part("2")], Aligned("label", (0,)), id="a part bears its own label"),
        pytest.param(
            "2", ["1"], [part(""), part("2"), part("1")], Aligned("label", (1,)), id="in any order, beside an intro"
        ),
        pytest.param(
            "5",
            [],
            [part("5"), part("5.a"), part("5.b")],
            Aligned("label", (0, 1, 2)),
            id="and the parts under it that no sub-question has",
        ),
        pytest.param(
            "5",
            ["5.a", "5.b"],
            [part("5"), part("5.a"), part("5.b")],
            Aligned("label", (0,)),
            id="but not those that sub-questions have",
        ),
        pytest.param(
            "5", ["5.a"], [part("5"), part("5.a"), part("5.b")], Aligned("label", (0, 2)), id="only those that none has"
        ),
        pytest.param("5.a", ["5"], [part("5"), part("5.a")], Aligned("label", (1,)), id="a letter's own part"),
        pytest.param("1", ["11"], [part("1"), part("11")], Aligned("label", (0,)), id="1 is not above 11"),
    ],
)
def test_label(question: str, others: list[str], parts: list[Part], wanted: Aligned) -> None:
    assert aligned(question, others, parts) == wanted


@pytest.mark.parametrize(
    ("question", "others", "parts", "wanted"),
    [
        pytest.param(
            "3",
            ["3.a", "3.b"],
            [part("3", ""), part("3.a"), part("3.b")],
            Aligned("children", (1, 2)),
            id="its own part is empty",
        ),
        pytest.param(
            "3", ["3.a", "3.b"], [part("3.a"), part("3.b")], Aligned("children", (0, 1)), id="its own part is missing"
        ),
        pytest.param(
            "3", [], [part("3.a"), part("3.b")], Aligned("children", (0, 1)), id="parts that no sub-question has"
        ),
        pytest.param(
            "3", ["4"], [part("3.a"), part("4"), part("4.a")], Aligned("children", (0,)), id="only the parts under it"
        ),
    ],
)
def test_children(question: str, others: list[str], parts: list[Part], wanted: Aligned) -> None:
    assert aligned(question, others, parts) == wanted


@pytest.mark.parametrize(
    ("question", "others", "parts", "wanted"),
    [
        pytest.param("8", ["9"], [part("8,9")], Aligned("combined", (0,)), id="one of several labels"),
        pytest.param("9", ["8"], [part(""), part("8,9")], Aligned("combined", (1,)), id="the last of them"),
        pytest.param("1.b", ["1.a"], [part("1.a,1.b")], Aligned("combined", (0,)), id="a letter among letters"),
        pytest.param(
            "2.a", ["1", "2"], [part("1,2")], Aligned("combined", (0,)), id="the number that this letter stands under"
        ),
        pytest.param(
            "2", ["1"], [part("1"), part("2", ""), part("1,2")], Aligned("combined", (2,)), id="its own part is empty"
        ),
    ],
)
def test_combined(question: str, others: list[str], parts: list[Part], wanted: Aligned) -> None:
    assert aligned(question, others, parts) == wanted


@pytest.mark.parametrize(
    ("question", "others", "parts", "wanted"),
    [
        pytest.param(
            "2.a", ["1", "2", "2.b"], [part("1"), part("2")], Aligned("parent", (1,)), id="the number above has a part"
        ),
        pytest.param("2.a.i", ["2.a", "2"], [part("2"), part("3")], Aligned("parent", (0,)), id="two levels above"),
        pytest.param("2.a.i", ["2.a", "2"], [part("2"), part("2.a")], Aligned("parent", (1,)), id="the nearest above"),
        pytest.param("2.a", ["2"], [part("2"), part("2.a", "")], Aligned("parent", (0,)), id="its own part is empty"),
        pytest.param(
            "2.b", ["2", "2.a"], [part("2"), part("2.a")], Aligned("parent", (0,)), id="another letter has its own"
        ),
    ],
)
def test_parent(question: str, others: list[str], parts: list[Part], wanted: Aligned) -> None:
    assert aligned(question, others, parts) == wanted


@pytest.mark.parametrize(
    ("question", "others", "parts", "wanted"),
    [
        pytest.param("1", ["2"], [part("")], Aligned("whole", (0,)), id="the answer has no labels"),
        pytest.param(None, [], [part("")], Aligned("whole", (0,)), id="neither has the question"),
        pytest.param(
            None, [], [part(""), part("1"), part("2")], Aligned("whole", (0, 1, 2)), id="the question has none"
        ),
    ],
)
def test_whole(question: str | None, others: list[str], parts: list[Part], wanted: Aligned) -> None:
    assert aligned(question, others, parts) == wanted


@pytest.mark.parametrize(
    ("question", "others", "parts"),
    [
        pytest.param("3", ["1", "2"], [part("1"), part("2")], id="no part for it"),
        pytest.param("3", ["1"], [part("1"), part("3", "")], id="its part is empty"),
        pytest.param("3.a", ["1", "3"], [part("1"), part("3", "")], id="the part above it is empty"),
        pytest.param("8", ["1", "9"], [part("1"), part("8,9", "")], id="its combined part is empty"),
        pytest.param("1", [], [], id="no answer"),
        pytest.param(None, [], [], id="no answer, no label"),
        pytest.param("1", [], [part("1", "")], id="an answer without text"),
        pytest.param("1", ["2"], [part(""), part("2")], id="an intro answers no question"),
    ],
)
def test_none(question: str | None, others: list[str], parts: list[Part]) -> None:
    assert aligned(question, others, parts) == Aligned("none")


# ---------------------------------------------------------------------------------------------- the text of the answer

BODY = "1. Over ladders:\na) Hoeveel zijn er?\nb) Waar staan ze?\n2. Wie telt ze?\n3. Sinds wanneer?"


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        pytest.param(
            "1. Overal acht.\n2. De dienst:\na) in mei;\nb) in juni.\n3. Ooit.",
            [
                ("1", "label", "Overal acht."),
                ("1.a", "parent", "Overal acht."),
                ("1.b", "parent", "Overal acht."),
                ("2", "label", "De dienst:\na) in mei;\nb) in juni."),
                ("3", "label", "Ooit."),
            ],
            id="label and parent",
        ),
        pytest.param(
            "1.\na) Acht.\nb) Overal.\n2 en 3. De dienst, ooit.",
            [
                ("1", "children", "Acht.\nb) Overal."),
                ("1.a", "label", "Acht."),
                ("1.b", "label", "Overal."),
                ("2", "combined", "De dienst, ooit."),
                ("3", "combined", "De dienst, ooit."),
            ],
            id="children and combined",
        ),
        pytest.param(
            "De dienst telde er acht.\n\nDat was ooit.",
            [(label, "whole", "De dienst telde er acht.\nDat was ooit.") for label in ("1", "1.a", "1.b", "2", "3")],
            id="whole",
        ),
        pytest.param(
            "1. Overal acht.\n2. De dienst.",
            [
                ("1", "label", "Overal acht."),
                ("1.a", "parent", "Overal acht."),
                ("1.b", "parent", "Overal acht."),
                ("2", "label", "De dienst."),
                ("3", "none", None),
            ],
            id="none",
        ),
    ],
)
def test_each_sub_question_stands_beside_the_text_that_answers_it(
    answer: str, wanted: list[tuple[str, str, str | None]]
) -> None:
    pairs = parse(document(BODY, answer)).pairs
    assert [(one.label, one.alignment, one.answer) for one in pairs] == wanted
    assert [one.sub_question_position for one in pairs] == [1, 2, 3, 4, 5]
    assert [one.question for one in pairs][:2] == ["Over ladders:", "Hoeveel zijn er?"]


def test_a_question_without_a_label_is_answered_by_the_whole_answer_with_its_labels() -> None:
    (pair,) = parse(document("Hoeveel zijn er?", "1. Acht in rivieren.\n2. Negen in kanalen.")).pairs
    assert (pair.alignment, pair.answer) == ("whole", "1. Acht in rivieren.\n2. Negen in kanalen.")


def test_without_an_answer_nothing_is_answered() -> None:
    pairs = parse(document(BODY)).pairs
    assert {(one.alignment, one.answer) for one in pairs} == {("none", None)}
    assert len(pairs) == 5
