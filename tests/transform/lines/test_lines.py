"""Lines: where they end, where they stand, and whether the page's width broke them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.lines import lines as module
from transform.lines.lines import line_number, read_lines
from transform.lines.marks import first_word

EXAMPLES: Examples = {"LINE_END": ["\r\n", "\n", "\r", "\f", "\u2028"]}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("een\ntwee", ["een", "twee"], id="line feed"),
        pytest.param("een\r\ntwee\r\n", ["een", "twee"], id="carriage return and line feed are one end"),
        pytest.param("een\rtwee", ["een", "twee"], id="carriage return alone"),
        pytest.param("een\ftwee", ["een", "twee"], id="a form feed ends a line too"),
        pytest.param("een\u2028twee\u2029drie", ["een", "twee", "drie"], id="Unicode separators"),
        pytest.param("  een twee \t\n\u00a0drie", ["een twee", "drie"], id="white space around a line is not its text"),
        pytest.param("\n \n\t\n", [], id="blank lines are no lines"),
        pytest.param("", [], id="no text at all"),
    ],
)
def test_lines_are_told_apart(text: str, wanted: list[str]) -> None:
    assert [line.text for line in read_lines(text)] == wanted


def test_a_line_knows_its_place_in_the_raw_text() -> None:
    text = "\r\n  eerste regel \r\n\r\n\ttweede\r\n"
    first, second = read_lines(text)
    assert (first.start, first.end) == (4, 16)
    assert text[second.start : second.end] == second.text == "tweede"


@pytest.mark.parametrize(
    ("text", "blank", "page"),
    [
        pytest.param("een\ntwee", False, False, id="right under each other"),
        pytest.param("een\n\ntwee", True, False, id="a blank line between"),
        pytest.param("een\r\n\r\ntwee", True, False, id="a blank line between, with carriage returns"),
        pytest.param("een\r\ntwee", False, False, id="a carriage return makes no blank line"),
        pytest.param("een\n \t\ntwee", True, False, id="a line of blanks is blank"),
        pytest.param("een\n\ftwee", True, True, id="a form feed between"),
        pytest.param("een\ftwee", False, True, id="a form feed in the place of the line end"),
        pytest.param("een\f\n\ntwee", True, True, id="a form feed and blank lines"),
    ],
)
def test_what_stands_between_two_lines(text: str, blank: bool, page: bool) -> None:
    second = read_lines(text)[1]
    assert (second.blank_before, second.page_before) == (blank, page)


def test_the_first_line_stands_after_a_blank() -> None:
    assert read_lines("een")[0].blank_before


@given(st.text(alphabet=st.sampled_from("ab \t\r\n\f\v\x85\u2028\u00a0é"), max_size=60))
@settings(max_examples=150)
def test_no_character_is_lost_between_the_lines(text: str) -> None:
    read = read_lines(text)
    assert "".join("".join(text[line.start : line.end].split()) for line in read) == "".join(text.split())
    assert all(text[line.start : line.end] == line.text for line in read)


def test_the_first_word_keeps_its_punctuation() -> None:
    assert first_word("  (zie boven)") == "(zie"
    assert first_word("   ") == ""


@pytest.mark.parametrize(("offset", "number"), [(0, 1), (3, 1), (4, 2), (10, 3), (13, 4)])
def test_a_line_has_the_number_that_an_editor_shows(offset: int, number: int) -> None:
    assert line_number("een\ntwee\r\ndr\fv", offset) == number
