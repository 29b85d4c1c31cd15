"""Clean characters, and the way back to the raw text (anatomy.md, Text columns)."""

from __future__ import annotations

import re
import unicodedata

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.lines import characters as module
from transform.lines.characters import Characters

EXAMPLES: Examples = {
    "UNCLEAN": ["\u200b", "\ufb01", ("be\u0301", "e\u0301"), "\u212b", ("zwem\u00adhal", "\u00ad")],
    "SUSPECT": ["\u200b", "\u0301", "\ufb01"],
    "LINE_ENDS": ["\n", " \n", "\f"],
}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        pytest.param("De sluis is dicht.", "De sluis is dicht.", id="clean already"),
        pytest.param("\u200b1. Hoe\n\ufeff2. Waar", "1. Hoe\n2. Waar", id="nothing invisible before a label"),
        pytest.param("Danie\u0308ls", "Daniëls", id="a letter with a mark of its own"),
        pytest.param("de \ufb01nanciering, e\ufb03ciënt", "de financiering, efficiënt", id="ligatures are letters"),
        pytest.param("zwem\u00adhal", "zwemhal", id="a soft hyphen in a word"),
        pytest.param("zwem\u00ad\nhal", "zwem\u00ad\nhal", id="a soft hyphen at a line's end tells something"),
        pytest.param("subsidie\ufffe\nbedrag", "subsidie-\nbedrag", id="an extractor's hyphen at a line's end"),
        pytest.param("subsidie\x02bedrag", "subsidie-\nbedrag", id="the line end behind it was lost"),
        pytest.param("West\u2010Vlaanderen", "West-Vlaanderen", id="a hyphen by another name"),
    ],
)
def test_what_extraction_left_in_a_text_is_cleaned(raw: str, clean: str) -> None:
    assert Characters(raw).text == clean


def test_a_clean_text_is_its_own() -> None:
    characters = Characters("De sluis")
    assert characters.are_raw
    assert characters.raw(3, 8) == (3, 8)


UNCLEAN_TEXT = st.text(alphabet="ab1. \n\u200b\ufeff\u00ad\ufb01\ufb03e\u0301\u0308\ufffe\u2010\u0002é", max_size=24)


@given(UNCLEAN_TEXT)
@settings(deadline=None, max_examples=300)
def test_the_words_of_the_clean_text_cover_all_that_is_not_blank_in_the_raw_one(raw: str) -> None:
    """Laid back, they are apart, in order, and nothing is lost between them."""
    characters = Characters(raw)
    words = [characters.raw(*word.span()) for word in re.finditer(r"\S+", characters.text)]
    if not words:
        return
    cursor = 0
    for start, end in words:
        assert start < end
        assert not raw[cursor:start].strip()
        assert cursor <= start
        cursor = end
    assert not raw[cursor:].strip()


@given(UNCLEAN_TEXT)
@settings(deadline=None, max_examples=200)
def test_a_clean_text_is_in_composed_form(raw: str) -> None:
    clean = Characters(raw).text
    assert unicodedata.is_normalized("NFC", clean)
    assert not set(clean) & set("\u200b\ufeff\ufb01\ufb03\ufffe\u2010\u0002")


def test_the_first_look_misses_nothing_that_is_unclean() -> None:
    """Every mark, and every character that stands for another, is suspect."""
    unclean = [
        chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000 and regex.match(r"\p{M}", chr(code))
    ]
    unclean += [*module.INVISIBLE, *module.HYPHENS_AT_END, module.HYPHEN, *module.LIGATURES, "\u00ad", "\u212b"]
    assert [letter for letter in unclean if not module.SUSPECT.match(letter)] == []
