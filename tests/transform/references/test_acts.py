"""The tables of acts: facts that hold together, and how an act is told from them."""

from __future__ import annotations

from datetime import date

import pytest

from transform.references import acts
from transform.references.acts import EU_TABLE, NAMES, TABLE, act_by_heading, celex, eli, known_act, same_heading

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
}


def test_the_table_is_no_sample() -> None:
    assert len(TABLE) >= 60
    assert {one.act.act_type for one in TABLE} == TYPES


def test_no_two_lines_are_one_act() -> None:
    keys = [(one.act.act_title, one.act.act_date) for one in (*TABLE, *EU_TABLE)]
    assert len(set(keys)) == len(keys)


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
