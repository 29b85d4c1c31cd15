"""Names, and keys made of names (anatomy.md, Text columns; tables.md)."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from records import UNKNOWN
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.dutch import names as module
from transform.dutch.names import is_same_name, key_part, slug, squashed, written_name

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
        pytest.param("Zoë Crèvecœur-Ångström", "zoe-crevecoeur-angstrom", id="accents go, and ligatures are letters"),
        pytest.param("ØYVIND ŁAPIŃSKI", "oyvind-lapinski", id="letters with a stroke"),
        pytest.param("Þóra Ðorđe Weiß-Æby", "thora-dorde-weiss-aeby", id="letters that have no accent to lose"),
        pytest.param("ÐÐÐ", "ddd", id="nothing but such letters"),
        pytest.param("Иван Жуков", "ivan-zhukov", id="Cyrillic"),
        pytest.param("李明", "liming", id="Chinese"),
        pytest.param("", "unknown", id="nothing"),
        pytest.param("…", "unknown", id="nothing but punctuation"),
        pytest.param(None, "unknown", id="no name"),
    ],
)
def test_a_name_in_a_key(name: str | None, wanted: str) -> None:
    assert slug(name) == wanted


ANY_NAME = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
IN_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
EUROPEAN = (
    "AÀÁÂÃÄÅĂĄĀ BƁ CÇĆČĈĊ DĎĐÐ EÈÉÊËĚĘĖĒ GĞĢ HĦ IÎÏÍÌĪ JĴ KĶ LŁĽĻĹ MN OÒÓÔÕÖØŐŌ PR SŚŠŞȘ TŤŢȚŦ UÙÚÛÜŮŰŲŪ VW XYŸÝ "
    "ZŽŹŻ Æ Œ ẞ Þ Ŋ"
)
"""Letters of European names; those that a key writes alike stand side by side."""


@given(ANY_NAME)
def test_a_key_is_never_empty_and_always_ascii(name: str) -> None:
    assert IN_KEY.fullmatch(slug(name))


@given(ANY_NAME)
def test_a_key_of_a_key_is_the_key(name: str) -> None:
    assert slug(slug(name)) == slug(name)


@given(st.text(st.sampled_from(EUROPEAN), min_size=1, max_size=12))
def test_case_makes_no_difference_in_a_key(name: str) -> None:
    assume(name.strip())
    assert slug(name.lower()) == slug(name) != UNKNOWN


@given(st.text(st.sampled_from(EUROPEAN), max_size=12), st.sampled_from(EUROPEAN.replace(" ", "")))
def test_no_letter_of_a_name_is_lost(name: str, letter: str) -> None:
    """`ØYVIND` and `YVIND` are two people."""
    assert slug(letter + name) != slug(name)
    assert len(slug(letter + name).replace("-", "")) >= len((letter + name).replace(" ", ""))


@pytest.mark.parametrize("name", [None, "", "…", "ʼ", "ʔʕ", "Unknown", "UNKNOWN"])
def test_what_nothing_is_left_of_is_no_part_of_a_key(name: str | None) -> None:
    assert key_part(name) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("ZOË D’HULSTER", "Zoe D'Hulster", True, id="alike in keys"),
        pytest.param("Øyvind Maes", "Yvind Maes", False, id="another letter"),
        pytest.param("ʔʔ", "ʕʕ", False, id="nothing of either stands in a key"),
        pytest.param("ʔʔ", "ʔʔ", True, id="the same letters"),
    ],
)
def test_two_names_are_one(one: str, other: str, same: bool) -> None:
    assert is_same_name(one, other) is same


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
