"""The words of a document, which tell whether a hyphen belongs to one of them (anatomy.md, Text columns)."""

from __future__ import annotations

import re

import pytest

from tests.transform.documents import lines_of
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.text import hyphens as module
from transform.text.hyphens import Vocabulary

EXAMPLES: Examples = {
    "HANGS": [("en ontwikkeling", "en"), ("of", "of"), ("tot sluis", "tot"), ("en/of beken", "en/of")],
    "WORD_OF_LETTERS": ["sociaal-economisch", "sluis"],
    "LETTERS_AT_END": [("het sociaal-economisch", "sociaal-economisch")],
    "LETTERS_AT_START": [("bedrag van", "bedrag")],
}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


@pytest.mark.parametrize(
    ("before", "after", "elsewhere", "goes"),
    [
        pytest.param("de subsidie-", "bedrag is", "Het subsidiebedrag steeg.", True, id="whole elsewhere"),
        pytest.param("de subsidie-", "bedragen zijn", "Het subsidiebedrag steeg.", True, id="inflected elsewhere"),
        pytest.param("het sociaal-", "economische", "een sociaal-economische raad", False, id="hyphenated elsewhere"),
        pytest.param("de subsidie-", "bedrag is", "Dat is zo.", False, id="nothing tells: it stays"),
        pytest.param("de CIE-", "Toets", "de CIEToets", False, id="a capital follows"),
        pytest.param("de sub\u00ad", "sidie", "", True, id="a soft hyphen is typesetting's"),
    ],
)
def test_the_document_tells_whether_typesetting_put_the_hyphen(
    before: str, after: str, elsewhere: str, goes: bool
) -> None:
    assert Vocabulary(lines_of(elsewhere)).is_typesetters(before, after) is goes
