"""Names, and keys made of names (anatomy.md, Text columns; tables.md)."""

from __future__ import annotations

import re

import pytest

from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.dutch import names as module
from transform.dutch.names import slug, squashed, written_name

EXAMPLES: Examples = {
    "ACCENTS": [("e\u0301", "\u0301")],
    "NOT_IN_KEY": [("d'hooghe", "'"), ("an claes", " ")],
    "NAME_PART": [("D'HULSTER", "D"), ("HULSTER", "HULSTER"), ("van 't Hof", "van")],
}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        pytest.param("TINE WOUTERS", "Tine Wouters", id="capitals"),
        pytest.param("LOTTE VAN DAMME", "Lotte Van Damme", id="a small word in a surname"),
        pytest.param("GRIET D'HOOGHE", "Griet D'Hooghe", id="an apostrophe"),
        pytest.param("ZOË D’HULSTER", "Zoë D’Hulster", id="a curly apostrophe, and an accent"),
        pytest.param("JAN-PIET DE BACKER", "Jan-Piet De Backer", id="a hyphen"),
        pytest.param("Noor van den Elzen", "Noor van den Elzen", id="small letters stay as they are"),
        pytest.param("  GRETA   VANPUTTE, ", "Greta Vanputte", id="white space and punctuation around it"),
    ],
)
def test_a_name_is_written_as_a_name(printed: str, wanted: str) -> None:
    assert written_name(printed) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        pytest.param("Greta Vanputte", "greta-vanputte", id="small letters and a hyphen"),
        pytest.param("Katrien De Smet", "katrien-de-smet", id="several words"),
        pytest.param("Griet D'Hooghe", "griet-d-hooghe", id="an apostrophe"),
        pytest.param("GRIET D’HOOGHE", "griet-d-hooghe", id="capitals and a curly apostrophe make no difference"),
        pytest.param("Zoë Crèvecœur-Ångström", "zoe-crevec-ur-angstrom", id="accents go"),
        pytest.param("", "unknown", id="nothing"),
        pytest.param("…", "unknown", id="nothing but punctuation"),
        pytest.param(None, "unknown", id="no name"),
    ],
)
def test_a_name_in_a_key(name: str | None, wanted: str) -> None:
    assert slug(name) == wanted


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("ZOË D’HULSTER", "Zoe D'Hulster", True, id="accents, case and apostrophes"),
        pytest.param("STEDEN- EN\nJEUGD", "Steden - en jeugd", True, id="wraps"),
        pytest.param("Greta Vanputte", "Greta Vanputten", False, id="another letter"),
    ],
)
def test_two_spellings_of_one_name(one: str, other: str, same: bool) -> None:
    assert (squashed(one) == squashed(other)) is same
