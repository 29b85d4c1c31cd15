"""Texts that no member writes: they cost time in proportion to their length, and give rows all the same."""

from __future__ import annotations

import cProfile
from collections.abc import Callable
from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transform.references.citing import passage, references
from transform.layouts.flemish.citations import CITATION_DEFAULTS
from transform.meaning.status import judge_reply
from transform.references import named_acts
from transform.references.searched import SearchedText

LENGTH, FEW = 150_000, 15_000
"""Long enough that work which grows with the square of the length would not end; and long enough to show most of what
a long text breaks."""
DOUBLED = 400
"""So many repetitions, and then twice as many."""

REPEATED = {
    "article numbers": "artikel 1, § 1, 2°, en ",
    "article words": "artikel ",
    "numbers with dots": "artikel 1.1.",
    "ordinals": "artikel 1, eerste, tweede, ",
    "decrees": "decreet ",
    "decrees that point back": "het decreet ",
    "dated decrees": "het decreet van 5 mei 2020 ",
    "open headings": "decreet tot wijziging van het ",
    "headings in headings": "decreet van 5 mei 2020 tot wijziging van het ",
    "headings with lists": "wet van 5 mei 2020 over de aa, de bb, ",
    "headings with clauses": "wet van 5 mei 2020 over de aa die waaraan bb ",
    "headings with purposes": "wet van 5 mei 2020 tot aa om bb wat cc ",
    "headings with quotes": "wet van 5 mei 2020 tot “aa van ",
    "signs that were lost": "artikel 1, ? 2, 3?, ",
    "names before a date that never comes": "decreet aa bb cc dd van ",
    "quotes that never close": "decreet “a ",
    "brackets that never close": "(((( artikel 1 (",
    "definitions": "decreet van 5 mei 2020 (hierna: ABC) ABC ",
    "definitions that never close": "decreet van 5 mei 2020 (hierna: ",
    "known names": "Decreet Lokaal Bestuur ",
    "hyphens": "a-",
    "apostrophes": "d'",
    "one long word": "besluit",
    "digits": "1",
    "dates": "5 mei 2020 ",
    "spaces": " ",
    "addresses": "https://example.org/((",
    "questions": "vraag 1, 2 en ",
    "points": "zie punt 1 en ",
    "written questions": "schriftelijke vraag nr. 1, ",
    "members": "vraag nr. 1 van Aa Bb ",
    "judgments": "arrest nr. 1/2020 en ",
    "courts": "Raad van State van het ",
    "judgments with dates": "arrest nr. 94/2012 van 19 juli 2012 en nr. ",
    "named judgments": "arrest Achbita Achbita ",
    "parties": "EHRM 13 november 2007, D.H. e.a. t. ",
    "questions before their number": "schriftelijke vraag van 14 juni 2012, ",
    "questions that are addressed": "schriftelijke vraag aan minister An Claes ",
    "dated questions": "vraag nr. 12 van 4 mei 2020 en nr. 13 van 4 mei 2020 en ",
    "lists of requests": "vragen om uitleg nrs. 2203 (2020-2021) en ",
    "lists of papers": "stuk 1576 (2007-2008) – Nrs. 1 en 6, ",
    "papers": "Parl. St. Vl. Parl. ",
    "requests": "vraag om uitleg over de ",
    "directives": "richtlijnen 2014/23/EU, ",
    "ministers": "besluit van de minister van aa ",
    "circulars": "omzendbrief AA/",
    "gazettes": "wet van 5 mei 2020 BS 5 mei ",
    "codes of courts": "ECLI:BE:GHCC:2020:A.",
    "numbers, addresses and acts": "nr. 3 http://a.be/ decreet ",
    "names in longer words": "a-decreet-wet ",
    "abbreviations": "W. 3 K. B. KB’s ",
}
REPLIES = {
    "referrals": "Ik verwijs naar het antwoord van minister An Claes. ",
    "pronouns": "Zij antwoordt. ",
    "promises": "De gegevens zullen u worden bezorgd. ",
    "words of promises": "zal zullen antwoord bezorg volgt ",
    "members": "verwijs antwoord uw collega ",
    "names": "antwoord verwijs naar mevrouw Aa van ",
    "numbers": "antwoord verwijs vraag nr. 5 van ",
    "competence": "valt onder de bevoegdheid van ",
    "competence denied": "niet onder mijn bevoegdheid maar ",
    "competent": "is de minister bevoegd ",
    "offices": "antwoord verwijs naar de minister van Aa, Bb, Cc en ",
    "governments": "verwijs naar de federale minister van ",
    "clauses": "bevoegdheid besluit dat onder ",
    "questions sent on": "de vraag zich u richten stuur ",
    "own answers": "verwijs mijn eerder antwoord dat ik ",
    "members named": "antwoord gesteld door mevrouw Aa Bb, ",
    "initials": "A. B. antwoord verwijs naar ",
    "glued sentences": "Verwijs naar minister Aa.",
    "full stops": ". ",
    "lines": "Zie het antwoord.\n",
}
DISTINCT: dict[str, Callable[[str], str]] = {
    "names of acts": lambda word: f"het {word}decreet ",
    "names with hyphens": lambda word: f"het {word}-decreet ",
    "definitions": lambda word: f"decreet van 5 mei 2020 (hierna: {word.upper()}) ",
    "headings": lambda word: f"decreet van 5 mei 2020 betreffende de {word} en zo. ",
}
"""Sentences that are each a little different."""


@pytest.mark.parametrize("length", [FEW, pytest.param(LENGTH, marks=pytest.mark.slow)])
@pytest.mark.parametrize("words", REPEATED.values(), ids=REPEATED.keys())
def test_a_long_text_is_read_to_its_end(words: str, length: int) -> None:
    text = (words * (length // len(words) + 1))[:length] + "\nZie het Energiebesluit en vraag 1."
    last = references(text, labels=("1",))[-2:]
    assert [(one.kind, one.text) for one in last] == [("legislation", "Energiebesluit"), ("cross_reference", "vraag 1")]


def _calls(read: Callable[[str], object], text: str) -> int:
    """How many functions are called to read a text: that is the same on every machine."""
    profile = cProfile.Profile()
    profile.enable()
    read(text)
    profile.disable()
    return sum(one.callcount for one in profile.getstats())


def _judge(text: str) -> object:
    return judge_reply(text.split("\n"), False, "Jan Peeters", [("Jan Peeters", 1)], CITATION_DEFAULTS)


def _assert_in_step(read: Callable[[str], object], text: Callable[[int], str]) -> None:
    """Twice the text, twice the work."""
    read(text(DOUBLED))  # what is made once, at the first text
    assert _calls(read, text(2 * DOUBLED)) <= 2.1 * _calls(read, text(DOUBLED)) + 100


@pytest.mark.parametrize("words", REPEATED.values(), ids=REPEATED.keys())
def test_a_text_costs_in_step_with_its_length(words: str) -> None:
    _assert_in_step(references, lambda size: words * size)


@pytest.mark.parametrize("sentence", DISTINCT.values(), ids=DISTINCT.keys())
def test_a_text_with_many_names_costs_in_step_with_its_length(sentence: Callable[[str], str]) -> None:
    _assert_in_step(references, lambda size: "".join(sentence(_word(place)) for place in range(size)))


@pytest.mark.parametrize("words", REPLIES.values(), ids=REPLIES.keys())
def test_a_reply_costs_in_step_with_its_length(words: str) -> None:
    _assert_in_step(_judge, lambda size: words * size)


def test_a_text_is_not_searched_for_each_of_its_own_words() -> None:
    searched = SearchedText([passage(" ".join(f"{_word(place)}decreet" for place in range(500)))])
    with patch.object(SearchedText, "places_of", autospec=True, side_effect=SearchedText.places_of) as places_of:
        found = named_acts.find_mentions(searched, None, CITATION_DEFAULTS)
    assert len(found) == 500
    assert places_of.call_count < 50


def _word(number: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) for place in range(4))


WORDS = st.sampled_from(
    (
        "artikel artikelen art. 5 6.3.12 § 1 2° , en tot van het de dat dit decreet Decr. besluit KB wet 3 mei 2019 "
        "3/05/2019 BS (hierna: KD ) “ ” Energiedecreet Fietsdecreet AVG richtlijn 2014/24/EU (EU) nr. vraag vragen 1 "
        "2.a zie punt SV . ; \n schriftelijke (2019-2020) arrest C-311/18 GwH 5/2020 https://example.org betreffende "
        "tot wijziging lid eerste van kracht ontwerp minister Jan Peeters Parl. St. omzendbrief BB houdende hetzelfde "
        "voormeld codex VCRO"
    ).split(" ")
)


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=40))
def test_rows_are_what_stands_there_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    rows = references(text, labels=("1", "2.a"))
    for one in rows:
        assert one.text == " ".join(text[one.char_start : one.char_end].split())
        assert one.text
        assert "\n" not in text[one.char_start : one.char_end], "a citation does not cross a paragraph"
    for kind in {one.kind for one in rows}:
        of_kind = [one for one in rows if one.kind == kind]
        assert all(one.char_end <= following.char_start for one, following in pairwise(of_kind))


def test_a_text_without_a_trace_of_a_citation_gives_nothing() -> None:
    assert (
        references("Hoeveel kaden zijn er? Graag een overzicht per jaar van 2019 tot en met 2024.\nEn hoe diep?") == []
    )
