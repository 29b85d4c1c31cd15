"""A document searched as one text: only where a match can begin, and with the same result as everywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transform.references.citing import note, passage
from tests.transform.references.test_hostile_texts import WORDS
from transform.layouts.flemish.citations import DOCUMENT
from transform.references import (
    articles,
    case_law,
    cross_references,
    eu_legislation,
    legislation,
    parliamentary_documents,
    urls,
    written_questions,
)
from transform.references.searched import Beginnings, SearchedText

Search = tuple[re.Pattern[str], Beginnings]

SEARCHES: list[Search] = [
    (articles.ARTICLE_HEAD, articles.ARTICLE_WORDS),
    (case_law.BY_WORD, case_law.JUDGMENT_WORDS),
    (case_law.BY_COURT, case_law.COURT_WORDS),
    (case_law.BY_COURT_AND_ECLI, case_law.COURT_WORDS),
    (case_law.BARE_NUMBER, case_law.NUMBER_WORDS),
    (case_law.BARE_ECLI, case_law.ECLI_WORDS),
    (cross_references.QUESTION, cross_references.QUESTION_WORDS),
    (cross_references.POINT, cross_references.POINT_WORDS),
    (eu_legislation.HEAD, eu_legislation.HEAD_WORDS),
    (legislation.HEAD, legislation.HEAD_WORDS),
    *parliamentary_documents.NOTATIONS,
    (urls.URL, urls.WORDS),
    (written_questions.WRITTEN, written_questions.WRITTEN_WORDS),
    (written_questions.PLAIN, written_questions.PLAIN_WORDS),
]
MORE_WORDS = (
    "Raad van State Hof Justitie HvJ Gw. H. Arb. ECLI:EU:C:2020:559 RvVb-A-1920-0123 vonnis uitspraak zaak C-1/20 "
    "stuk 15/1 DOC 54 2213/001 Hand. Vl. Parl. om uitleg interpellaties actuele K.B. M. B. W. Bijz. B.Vl.R. "
    "ministeriële ministerieel koninklijk bijzondere decreten EU-richtlijn uitvoeringsverordening antwoord deelvraag "
    "punt www.a.be arrestnr. Omz. rondzendbrief samenwerkingsakkoord ordonnantie wetboek eerdere parlementaire (BZ "
    "15 15-A (2019-2020) – Nr. 1 stuk Arts. 4"
).split()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(WORDS, st.sampled_from(MORE_WORDS)), max_size=30), st.sampled_from((" ", "", "-", "\n")))
def test_a_pattern_finds_with_its_beginnings_what_it_finds_without(words: list[str], between: str) -> None:
    searched = SearchedText([passage(" ".join(words)), passage(between.join(words))])
    for pattern, beginnings in SEARCHES:
        expected = [hit.span() for hit in pattern.finditer(searched.text)]
        assert [hit.span() for hit in searched.matches(pattern, beginnings)] == expected, pattern.pattern
    expected = [hit.span() for hit in DOCUMENT.finditer(searched.text)]
    assert [hit.span() for hit in parliamentary_documents.in_own_notation(searched, DOCUMENT)] == expected


@pytest.mark.parametrize(
    ("written", "text", "places"),
    [
        pytest.param("vraag", "Vraag 1, deelvraag 2 en vraag 3", [0, 13, 24], id="a word, in longer ones too"),
        pytest.param("vraag", "vragen", [], id="another form"),
        pytest.param("vraag", "een deelvraag", [], id="only in a longer word: nothing is looked for"),
        pytest.param("raad van state", "De Raad van Bestuur, de Raad van State", [24], id="several words"),
        pytest.param("k.b", "K.B. nr. 5", [0], id="an abbreviation"),
        pytest.param("ministeri*", "het ministerieel besluit", [4], id="the beginning of a word"),
    ],
)
def test_places(written: str, text: str, places: list[int]) -> None:
    assert SearchedText([passage(text)]).places(Beginnings(written)) == places


def test_each_passage_keeps_its_own_places_and_section() -> None:
    first, second = passage("Zie A."), passage("Zie B.", section="answer", start=100)
    searched = SearchedText([first, second, note("1", "Zie C.", 200).passage])
    rows = [searched.row("url", place, place + 5) for place in searched.places_of("zie")]
    assert [(one.section, one.text, one.char_start, one.footnote_marker) for one in rows] == [
        ("preamble", "Zie A", 0, None),
        ("answer", "Zie B", 100, None),
        ("footnote", "Zie C", 202, "1"),
    ]


def test_nothing_is_found_across_two_passages() -> None:
    searched = SearchedText([passage("het decreet van 5"), passage("mei 2020", start=50)])
    assert legislation.DATED.search(searched.text) is None


def test_what_is_taken_is_read_no_more() -> None:
    searched = SearchedText([passage("zie www.wet.be en de wet")])
    searched.take([(4, 14)])
    assert [hit.start() for hit in searched.matches(legislation.HEAD, legislation.HEAD_WORDS)] == [21]
    assert len(searched.text) == len(searched.lowered)


def test_small_letters_are_as_many_as_capitals() -> None:
    searched = SearchedText([passage("İSTANBUL en het DECREET")])
    assert searched.lowered.index("decreet") == searched.text.index("DECREET")
