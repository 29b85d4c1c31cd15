"""The tables of acts: facts that hold together, and how an act is told from them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.transform.references.citing import found_in, passage, references
from transform.references import acts
from transform.references.acts import (
    EU_TABLE,
    NAMES,
    TABLE,
    TableAct,
    act_by_heading,
    celex,
    eli,
    known_act,
    same_heading,
)

TYPES = {
    acts.DECREET,
    acts.BIJZONDER_DECREET,
    acts.WET,
    acts.BIJZONDERE_WET,
    "grondwet",
    acts.WETBOEK,
    acts.VERDRAG,
    acts.BVR,
    acts.KB,
    acts.MB,
}
# The kinds of text that facts were read in (`acts.csv` says what each is), and those that stand for two texts.
SOURCES = {"gazette", "justel", "codex", "act", "judgment", "parliament", "authority", "guide", "repository"}
TWO_TEXTS = {"headings", "treaty series"}
# Matches: "2018030427", "2015A24141".
NUMAC = re.compile(r"\d{4}[0-9A-Z]\d{5}")
# When a question may be asked so that the last act of every name has long been there.
LATER = date(2030, 1, 1)


NAMES_OF_ACTS = list(dict.fromkeys(name for one in TABLE for name in one.names))


def _acts(one: TableAct) -> str:
    return f"{one.act.act_title} {one.act.act_date or ''}"


def test_the_table_is_no_sample() -> None:
    assert len(TABLE) >= 250
    assert {one.act.act_type for one in TABLE} == TYPES


def test_no_two_lines_are_one_act() -> None:
    keys = [(one.act.act_title, one.act.act_date) for one in (*TABLE, *EU_TABLE)]
    assert len(set(keys)) == len(keys)


def test_acts_of_one_name_are_told_apart_by_their_dates() -> None:
    for names in NAMES.values():
        for name in names:
            days = [one.act.act_date for one in name.acts]
            assert len(set(days)) == len(days), name.words
            assert len(days) == 1 or None not in days, name.words


@pytest.mark.parametrize("one", TABLE, ids=_acts)
def test_an_act_has_its_sources(one: TableAct) -> None:
    assert set(one.sources) <= SOURCES | TWO_TEXTS
    assert len(one.sources) >= 2 or set(one.sources) & TWO_TEXTS, "facts that two texts tell"


def test_a_numac_is_of_the_year_of_the_act_or_the_next() -> None:
    numacs = [(one.act, one.numac) for one in TABLE if one.numac]
    assert len(numacs) >= 40
    assert len({numac for _, numac in numacs}) == len(numacs)
    for act, numac in numacs:
        assert NUMAC.fullmatch(numac), act.act_title
        assert act.act_date is not None, act.act_title
        assert 0 <= int(numac[:4]) - act.act_date.year <= 1, act.act_title


def test_a_heading_stands_behind_a_date_as_it_is() -> None:
    for one in TABLE:
        assert one.title == one.title.strip(" .;"), one.act.act_title
        assert not one.title[:1].isupper(), one.act.act_title


@pytest.mark.parametrize(
    ("name", "days"), [(name, {one.act.act_date for one in TABLE if name in one.names}) for name in NAMES_OF_ACTS]
)
def test_a_name_in_a_sentence_is_a_row_and_the_last_act_that_bears_it(name: str, days: set[date | None]) -> None:
    found = found_in([passage(f"Dat volgt uit {name}, zegt de minister.")], asked_on=LATER)
    assert [one.text for one in found if one.kind == "legislation"] == [name]
    assert found[0].act_date == max(filter(None, days), default=None)


@pytest.mark.parametrize(
    ("abbreviation", "one"), [(short, one) for one in TABLE for short in one.abbreviations], ids=str
)
def test_an_abbreviation_is_a_row_only_behind_an_article(abbreviation: str, one: TableAct) -> None:
    (row,) = references(f"Dat volgt uit artikel 5 {abbreviation}", kind="legislation")
    assert (row.act_title, row.act_date, row.article) == (one.act.act_title, one.act.act_date, "5")
    assert references(f"Dat volgt uit de {abbreviation} zelf", kind="legislation") == []


def test_no_act_lies_in_the_future_or_before_the_codes() -> None:
    days = [one.act.act_date for one in (*TABLE, *EU_TABLE) if one.act.act_date]
    assert date(1804, 1, 1) < min(days)
    assert max(days) < date(2026, 1, 1)


def test_an_act_of_the_union_was_made_in_the_year_of_its_number() -> None:
    for one in EU_TABLE:
        assert one.act.act_date is not None
        assert str(one.act.act_date.year) in {str(one.act.identifier)[1:5]}, one.act.act_title


def test_where_type_and_date_are_enough_no_other_act_of_the_table_has_them() -> None:
    for one in TABLE:
        same = [
            other for other in TABLE if (other.act.act_type, other.act.act_date) == (one.act.act_type, one.act.act_date)
        ]
        assert not one.date_is_enough or len(same) == 1, one.act.act_title


def test_a_name_stands_under_its_first_word() -> None:
    for first, names in NAMES.items():
        for name in names:
            assert name.words.lower().startswith(first)
        lengths = [len(name.words) for name in names]
        assert lengths == sorted(lengths, reverse=True), "the longest is tried first"


@pytest.mark.parametrize(
    ("cited", "official", "same"),
    [
        ("over het lokaal bestuur", "over het lokaal bestuur", True),
        ("betreffende het lokaal bestuur", "over het lokaal bestuur", True),
        ("houdende algemene bepalingen inzake", "houdende algemene bepalingen inzake milieubeleid", True),
        ("betreffende het onroerend erfgoed", "betreffende maatwerk bij collectieve inschakeling", False),
        ("over de kade", "over het lokaal bestuur", False),
        ("", "over het lokaal bestuur", False),
    ],
)
def test_a_heading_is_told_by_its_telling_words(cited: str, official: str, same: bool) -> None:
    assert same_heading(cited, official) is same


def test_two_acts_of_one_day_are_told_by_their_heading() -> None:
    day = date(2013, 7, 12)
    assert known_act("decreet", day, None) is None
    jeugdhulp = known_act("decreet", day, "betreffende de integrale jeugdhulp")
    assert jeugdhulp is not None
    assert jeugdhulp.act_title == "Decreet Integrale Jeugdhulp"


def test_a_type_is_never_mixed_up() -> None:
    assert known_act("besluit van de Vlaamse Regering", date(2012, 2, 17), None) is None
    assert known_act("decreet", date(2012, 2, 17), None) is not None


def test_a_special_law_may_be_cited_as_a_law_with_its_heading() -> None:
    bwhi = known_act("wet", date(1980, 8, 8), "tot hervorming der instellingen")
    assert bwhi is not None
    assert bwhi.act_type == "bijzondere wet"


def test_a_heading_that_fits_two_acts_tells_none() -> None:
    assert act_by_heading("decreet", "betreffende") is None
    assert act_by_heading("decreet", "betreffende de rechtspositie") is None


@pytest.mark.parametrize(
    ("asked_on", "act_date"),
    [
        (date(2016, 5, 3), "1990-04-10"),
        (date(2018, 1, 9), None),
        (date(2024, 5, 3), "2017-10-02"),
        (date(1985, 5, 3), None),
    ],
)
def test_a_name_is_the_last_act_that_was_there_when_the_question_was_asked(
    asked_on: date, act_date: str | None
) -> None:
    """For a year after a new act of its name it may be either; before the first it is neither."""
    (row,) = found_in([passage("Dat volgt uit de wet private veiligheid.")], asked_on=asked_on)
    assert (row.act_date and row.act_date.isoformat()) == act_date


def test_a_heading_of_one_word_is_the_whole_of_it() -> None:
    woonzorg = act_by_heading("decreet", "betreffende de woonzorg")
    assert woonzorg is not None
    assert woonzorg.act_date == date(2019, 2, 15)
    assert act_by_heading("wet", "tot organisatie") is None


def test_what_changes_the_law_is_told_by_its_whole_heading_only() -> None:
    """`wet tot wijziging van het strafrecht` may be any of a hundred."""
    assert act_by_heading("wet", "tot wijziging van het strafrecht") is None


def test_a_decree_that_founded_another_agency_the_same_day_is_another() -> None:
    heading = "tot oprichting van het intern verzelfstandigd agentschap met rechtspersoonlijkheid Toerisme Vlaanderen"
    assert known_act("decreet", date(2004, 5, 7), heading) is None


@pytest.mark.parametrize(
    ("act_type", "year", "serial", "number"),
    [
        ("verordening", 2016, 679, "32016R0679"),
        ("aanbeveling", 2017, 7, "32017H0007"),
        ("kaderbesluit", 2008, 913, "32008F0913"),
    ],
)
def test_a_celex_is_built_from_type_year_and_number(act_type: str, year: int, serial: int, number: str) -> None:
    assert celex(act_type, year, serial) == number


def test_an_eli_needs_type_date_and_numac() -> None:
    day = date(2012, 2, 17)
    assert (
        eli("decreet", day, "2012035299") == "http://www.ejustice.just.fgov.be/eli/decreet/2012/02/17/2012035299/justel"
    )
    assert eli("decreet", day, None) is None
    assert eli("decreet", None, "2012035299") is None
    assert eli("omzendbrief", day, "2012035299") is None
