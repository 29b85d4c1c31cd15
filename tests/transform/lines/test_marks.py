"""Marks: how a text begins and ends, told once (`transform.lines.marks`)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.dutch.sentences import ends_sentence, goes_on, is_abbreviated
from transform.lines import marks as module
from transform.lines.marks import BEGINS_LISTED, BULLET, Ending, Marked, Opening, ending_of, opening_of

EXAMPLES: Examples = {
    "BULLET": [("- de ladder", "- "), ("• het water", "• "), ("o een sluis", "o "), "-", ("* sluis", "* ")],
    "BEGINS_LISTED": [("a) Hoe", "a) "), ("ii. Waar", "ii. "), ("o de sluis", "o ")],
}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("De sluis is dicht.", Ending.SENTENCE | Ending.STOP, id="a sentence"),
        pytest.param("de “sluis”", Ending.STOP, id="closing quotes, no sentence"),
        pytest.param("zo (zie de bijlage).”", Ending.SENTENCE | Ending.STOP, id="a sentence in quotes"),
        pytest.param("de sluizen van", Ending.OPEN | Ending.WORD, id="a word that nothing ends with"),
        pytest.param("de sluis", Ending.WORD, id="a word"),
        pytest.param("zie art.", Ending.OPEN | Ending.ABBREVIATION | Ending.STOP, id="an abbreviation"),
        pytest.param("de sluis,", Ending.OPEN, id="a comma"),
        pytest.param("de sluis-", Ending.HYPHEN, id="a hyphen"),
        pytest.param("de sluis -", Ending(0), id="a dash"),
    ],
)
def test_how_a_text_ends(text: str, wanted: Ending) -> None:
    assert Ending(ending_of(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("• de sluis", Opening.BULLET | Opening.LISTED, id="a bullet"),
        pytest.param("-", Opening.BULLET | Opening.LISTED | Opening.BULLET_ALONE, id="a bullet alone"),
        pytest.param("o de sluis", Opening.BULLET | Opening.LISTED | Opening.SMALL, id="a letter for a bullet"),
        pytest.param("om de sluis", Opening.SMALL, id="a small letter"),
        pytest.param("a) de sluis", Opening.SMALL | Opening.LISTED, id="a letter of a list"),
        pytest.param("12 sluizen", Opening.FIGURE, id="a figure"),
        pytest.param("De sluis", Opening(0), id="a capital"),
    ],
)
def test_how_a_text_begins(text: str, wanted: Opening) -> None:
    assert Opening(opening_of(text)) == wanted


@given(st.text(alphabet="abo.,:;?!)”’»-–(/& 1D\u00ad", min_size=1, max_size=12).map(str.strip).filter(bool))
def test_the_marks_say_what_the_sentences_say(text: str) -> None:
    """One room says what a sentence is; the marks only remember it."""
    ending, opening = ending_of(text), opening_of(text)
    assert bool(ending & Ending.SENTENCE) is ends_sentence(text)
    assert bool(ending & Ending.OPEN) is goes_on(text)
    assert bool(ending & Ending.ABBREVIATION) is is_abbreviated(text)
    assert bool(opening & Opening.BULLET) is (BULLET.match(text) is not None)
    assert bool(opening & Opening.LISTED) is (BEGINS_LISTED.match(text) is not None)
    assert bool(opening & Opening.SMALL) is text[0].islower()


def test_a_mark_is_told_once() -> None:
    marked = Marked("De sluis is dicht.")
    assert marked.ends_sentence
    assert marked.first_word == len("De")
    assert marked.ending is marked.ending
