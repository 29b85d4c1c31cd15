"""Wraps: how wide a page is, and which line ends its width made."""

from __future__ import annotations

import re

import pytest

from tests.transform.documents import lines_of
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.lines import page as module
from transform.lines.marks import Marked, is_mid_sentence
from transform.lines.page import UNWRAPPED, Page, page_of, page_of_headings

EXAMPLES: Examples = {
    "CAPITALS_GO_ON": [("SPORT EN", " EN"), ("EN GEZIN", "EN")],
}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


SENTENCE = "de visladders in de rivieren en de beken van deze streek worden elk jaar door twee ploegen geveegd "


def wrapped(text: str, width: int) -> str:
    """A text broken greedily at a width, as tools with fixed columns do it."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120])
def test_the_broken_sentences_tell_the_width_of_the_page(width: int) -> None:
    page = page_of(lines_of(wrapped(f"Zo {SENTENCE}" * 60, width)))
    assert page.width is not None
    assert width - 3 <= page.width <= width
    assert page.full_from >= page.width, "fixed columns tell exactly from where a line is full"


def test_few_breaks_tell_the_width_loosely() -> None:
    page = page_of(lines_of(wrapped(SENTENCE * 2, 60)))
    assert page.width is not None
    assert page.full_from < page.width


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join([f"{SENTENCE * 3}.", f"{SENTENCE}."] * 10), id="paragraphs on one line each"),
        pytest.param(
            f"Een zin die in het midden stopt en\nverder gaat.\n{SENTENCE * 4}.\n{SENTENCE * 3}.", id="one tear"
        ),
        pytest.param("2022\n12\nGent\n2023\n14\nBrugge", id="cells"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_dump_that_is_not_wrapped_has_no_width(text: str) -> None:
    assert page_of(lines_of(text)) == UNWRAPPED


def test_titles_in_capitals_tell_the_width_where_no_sentence_is_broken() -> None:
    titles = "VICEMINISTER-PRESIDENT VAN DE VLAAMSE REGERING, VLAAMS MINISTER VAN SPORT\nEN GEZIN\nHoeveel?"
    assert page_of_headings(lines_of(titles), UNWRAPPED).width == titles.index("\n")
    assert page_of(lines_of(titles)) == UNWRAPPED, "they tell nothing about paragraphs"


def test_titles_in_capitals_break_no_sentence() -> None:
    titles = "VLAAMS MINISTER VAN MEDIA, HANDHAVING, ONDERWIJS EN\nGEZIN\n\nHoeveel?"
    assert page_of(lines_of(titles)) == UNWRAPPED, "“EN” is open, but a title is wrapped where paragraphs are not"


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        pytest.param("x" * 78, "vergunning voor", True, id="the next word did not fit"),
        pytest.param("x" * 30, "vergunning voor", False, id="there was room for the next word"),
        pytest.param("x" * 60, "omgevingsvergunningsaanvraag", True, id="a long word needs more room"),
    ],
)
def test_a_break_is_forced_where_the_next_word_does_not_fit(before: str, after: str, wanted: bool) -> None:
    assert Page(80, 80).forces(before, after) is wanted
    assert not UNWRAPPED.forces(before, after), "without a width nothing is forced"


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        pytest.param("De ladders worden", "elk jaar geveegd.", True, id="a small letter goes on"),
        pytest.param("De ladders worden geveegd.", "elk jaar.", False, id="after a full stop nothing goes on"),
        pytest.param("De ladders in de", "Leie zijn nat.", True, id="a word that nothing ends with"),
        pytest.param("De ladders van 2021,", "2022 en 2023", True, id="a comma"),
        pytest.param("zoals vermeld in art.", "12 van de nota", True, id="an abbreviation"),
        pytest.param("De ladders worden", "Elk jaar geveegd.", False, id="a capital begins anew"),
        pytest.param("De ladders worden", "a) geveegd", False, id="a label begins anew"),
        pytest.param("De ladders worden", "o geveegd", False, id="a bullet begins anew"),
    ],
)
def test_everybody_sees_that_a_sentence_runs_on(before: str, after: str, wanted: bool) -> None:
    assert is_mid_sentence(Marked(before), Marked(after)) is wanted


def twice(text: str, first: int, second: int, blank: bool) -> str:
    """Paragraphs broken at a width, and their lines broken once more at a smaller one."""
    between = "\n\n" if blank else "\n"
    once = [wrapped(paragraph, first) for paragraph in text.split("\n")]
    return between.join("\n".join(wrapped(line, second) for line in one.split("\n")) for one in once)


@pytest.mark.parametrize("second", [48, 56, 64])
def test_a_full_line_and_what_was_left_over_of_it_tell_that_text_was_wrapped_twice(second: int) -> None:
    page = page_of(lines_of(twice(f"Zo {SENTENCE}" * 20, 80, second, blank=False)))
    assert page.is_rewrapped
    assert not page_of(lines_of(wrapped(f"Zo {SENTENCE}" * 20, second))).is_rewrapped, "once is not twice"


def test_blank_lines_between_items_tell_that_no_line_end_is_a_paragraph_s() -> None:
    items = "\n".join(f"{number}. Zo {SENTENCE * 3}." for number in range(1, 6))
    assert page_of(lines_of(twice(items, 80, 56, blank=True))).parts_items
    assert not page_of(lines_of(twice(items, 80, 56, blank=False))).parts_items


def test_a_paragraph_that_ends_in_an_abbreviation_is_no_broken_sentence() -> None:
    """Each paragraph has a line of its own there, whatever the last word looks like."""
    text = "\n".join(
        f"Vraag {number}: Dat werk ging naar de groep Everaert en naar anderen e.a." for number in range(1, 5)
    )
    assert page_of(lines_of(text)) == UNWRAPPED
