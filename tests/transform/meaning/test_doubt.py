"""Doubt: where a text leaves another reading that is nearly as good, a warning says so; elsewhere none does."""

from __future__ import annotations

import re

import pytest

from tests.transform.documents import document, parse
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform import warnings
from transform.meaning import doubt
from transform.meaning.doubt import garbled
from transform.warnings import DOUBTS, WARNINGS

EXAMPLES: Examples = {
    "CID": [("la(cid:127)ers", "(cid:127)")],
    "PARTED": [("de v r a a g v a n", "v r a a g v a n"), ("d e  v r a a g", "d e  v r a a g")],
    "DOUBLED": [("VVrraaaagg", "VVrraaaagg"), ("zo ddeerr", "ddeerr")],
}
QUESTIONS = "1. Hoeveel zijn er?\n2. Waar staan ze?\n3. Wie telt ze?"


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(doubt, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(doubt) == set(EXAMPLES)


def doubts_of(body: str, answer: str | None = None) -> list[str]:
    text = document(body, answer)
    return [
        f"{one.code}: {text[one.char_start : one.char_end].strip()}"
        for one in parse(text).warnings
        if one.code in DOUBTS
    ]


def test_doubts_are_warnings() -> None:
    assert set(WARNINGS) >= DOUBTS


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Er zijn er (cid:127)(cid:84).", "(cid:127)", id="letters that the file does not tell"),
        pytest.param("Hoeveel s c h o l e n  s l u i t e n  e r  i n  B r e e  n u ?", "s c h", id="letters apart"),
        pytest.param("HHooeevveeeell sscchhoolleenn ssttaaaann eerr?", "HHooeevveeeell", id="letters doubled"),
        pytest.param("Hoeveel s\ufffdholen slu\ufffdten er \ufffdu?", "\ufffd", id="letters lost"),
    ],
)
def test_a_garbled_text_is_told(text: str, place: str) -> None:
    found = list(garbled(f"Vooraf. {text}"))
    assert [one.code for one in found] == [warnings.TEXT_GARBLED]
    assert f"Vooraf. {text}"[found[0].char_start :].startswith(place)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Eén naam met een verloren letter: Zo\ufffd.", id="one letter lost"),
        pytest.param("Klassen A B C D E F G H en I.", id="letters that are names"),
        pytest.param(
            "De codes aabbcc en 1122 staan in de lijst; de eerste dd. 1 mei.", id="one word of doubled letters"
        ),
        pytest.param("Zie de bijlage (cid: 12).", id="something else in brackets"),
    ],
)
def test_a_slip_is_no_garbled_text(text: str) -> None:
    assert list(garbled(text)) == []


@pytest.mark.parametrize(
    ("body", "answer", "doubts"),
    [
        pytest.param(QUESTIONS, "1. Acht.\n2. Overal.\n3. De dienst.", [], id="nothing in doubt"),
        pytest.param(QUESTIONS, None, [], id="no answer"),
        pytest.param(QUESTIONS, "1-3. Dat is niet bekend.", [], id="one part for all"),
        pytest.param(
            QUESTIONS, "1. Acht.\n2. Overal:\n1. in Gent;\n2. in Bree;\n3. in Mol;\n4. in Ham.\n3. De dienst.", [],
            id="a list inside a part",
        ),
        pytest.param(
            f"{QUESTIONS.replace('Wie', 'Volgens artikel 4. Wie')}", None, ["label_inside_text: 4."],
            id="the next label, for all that the text shows",
        ),
        pytest.param(
            "1. Hoeveel zijn er indien 2) de sluis sluit?\n2. Wie telt ze?", None, [], id="a list inside a sentence"
        ),
        pytest.param(
            "1. Wat de ladders betreft: a) Hoeveel zijn er en b) Waar?\n2. Wie telt ze?", None,
            ["label_inside_text: a)"],
            id="letters under a number, in mid-line",
        ),
        pytest.param(
            QUESTIONS, "1. Acht, zegt de dienst 2° De vrijwilligers tellen mee.\n3. De dienst.",
            ["label_inside_text: 2°"],
            id="the answer to a question that no part answers",
        ),
        pytest.param(
            QUESTIONS, "1. Acht.\n2. Overal.\n2. Nergens.\n3. De dienst.", ["answer_labels_doubtful: 2."],
            id="two parts bear the same label",
        ),
    ],
)  # fmt: skip
def test_doubt_is_told_where_there_is_reason_to(body: str, answer: str | None, doubts: list[str]) -> None:
    assert doubts_of(body, answer) == doubts
