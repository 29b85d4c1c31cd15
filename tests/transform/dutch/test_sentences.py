"""What a text can end with in Dutch."""

from __future__ import annotations

import pytest

from transform.dutch.sentences import ends_sentence, goes_on, is_abbreviated


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("de ladders van de", True, id="an article"),
        pytest.param("gezinnen die al", True, id="an adverb before a figure"),
        pytest.param("2024,", True, id="a comma"),
        pytest.param("zie (", True, id="an opening bracket"),
        pytest.param("12 €", True, id="a sign before a figure"),
        pytest.param("in artikel nr.", True, id="an abbreviation"),
        pytest.param("door minister A.", True, id="an initial"),
        pytest.param("(in", True, id="a word behind a bracket"),
        pytest.param("de ladders zijn geveegd.", False, id="a full stop"),
        pytest.param("de visladders", False, id="a noun"),
        pytest.param("enz.", False, id="an abbreviation that ends sentences"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_a_text_goes_on_after_what_nothing_ends_with(text: str, wanted: bool) -> None:
    assert goes_on(text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Dat is zo.", True, id="a full stop"),
        pytest.param("Wat zijn dat?”", True, id="a question mark in quotes"),
        pytest.param("als volgt:", True, id="a colon"),
        pytest.param("(zie boven.)", True, id="a full stop in brackets"),
        pytest.param("(zie boven)", False, id="a bracket"),
        pytest.param("in art.", False, id="an abbreviation"),
        pytest.param("de ladders", False, id="a word"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_a_sentence_ends_with_its_stop(text: str, wanted: bool) -> None:
    assert ends_sentence(text) is wanted


@pytest.mark.parametrize(("text", "wanted"), [("i.s.m.", True), ("Zie blz.", True), ("Leie.", False), ("nr", False)])
def test_a_full_stop_can_belong_to_an_abbreviation(text: str, wanted: bool) -> None:
    assert is_abbreviated(text) is wanted
