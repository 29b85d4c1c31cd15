"""Sessions and legislatures (anatomy.md, Sessions)."""

from __future__ import annotations

from datetime import date

import pytest

from transform.layouts.flemish.calendar import ELECTIONS, legislature_of, session_of, session_opening

KNOWN_OPENINGS = [
    date(2016, 9, 26),
    date(2018, 9, 24),
    date(2019, 9, 23),
    date(2020, 9, 28),
    date(2021, 9, 27),
    date(2023, 9, 25),
]


@pytest.mark.parametrize("opening", KNOWN_OPENINGS, ids=str)
def test_a_session_opens_on_the_fourth_monday_of_september(opening: date) -> None:
    assert session_opening(opening.year) == opening


@pytest.mark.parametrize("year", range(1995, 2041))
def test_an_opening_is_a_monday_from_the_22nd_to_the_28th(year: int) -> None:
    opening = session_opening(year)
    assert opening.weekday() == 0
    assert (opening.year, opening.month) == (year, 9)
    assert 22 <= opening.day <= 28


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        pytest.param(date(2020, 9, 25), "2019-2020", id="the Friday before the opening"),
        pytest.param(date(2020, 9, 27), "2019-2020", id="the day before the opening"),
        pytest.param(date(2020, 9, 28), "2020-2021", id="the opening itself"),
        pytest.param(date(2020, 12, 31), "2020-2021", id="the end of a year"),
        pytest.param(date(2021, 1, 1), "2020-2021", id="the beginning of a year"),
        pytest.param(date(2021, 9, 26), "2020-2021", id="the last day of a session"),
        pytest.param(date(1999, 12, 1), "1999-2000", id="a turn of the century"),
        pytest.param(date(2019, 5, 25), "2018-2019", id="the day before an election"),
        pytest.param(date(2019, 5, 26), "BZ-2019", id="an election"),
        pytest.param(date(2019, 9, 22), "BZ-2019", id="the last day of an extraordinary session"),
        pytest.param(date(2019, 9, 23), "2019-2020", id="the opening after an election"),
        pytest.param(date(2024, 8, 14), "BZ-2024", id="the summer after an election"),
        pytest.param(date(2023, 8, 14), "2022-2023", id="the summer of another year"),
        pytest.param(date(1995, 5, 21), "BZ-1995", id="the first election"),
        pytest.param(date(1995, 5, 20), None, id="before the first election"),
    ],
)
def test_the_session_of_a_day(day: date, wanted: str | None) -> None:
    assert session_of(day) == wanted


@pytest.mark.parametrize(
    ("day", "number", "wanted"),
    [
        pytest.param(date(2020, 9, 28), 50, "2020-2021", id="numbers have begun anew"),
        pytest.param(date(2020, 9, 28), 51, "2019-2020", id="a high number is of the session before"),
        pytest.param(date(2020, 9, 29), 51, "2020-2021", id="the day after"),
        pytest.param(date(2019, 9, 23), 60, "BZ-2019", id="the session before was extraordinary"),
    ],
)
def test_on_the_opening_day_the_number_tells_the_session(day: date, number: int, wanted: str) -> None:
    assert session_of(day, number) == wanted


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        pytest.param(date(2019, 5, 26), "2019-2024", id="an election begins a legislature"),
        pytest.param(date(2019, 5, 25), "2014-2019", id="the day before belongs to the one before"),
        pytest.param(date(2024, 6, 8), "2019-2024", id="the last day"),
        pytest.param(date(2024, 6, 9), "2024-2029", id="the legislature that runs is named by its end to come"),
        pytest.param(date(2029, 1, 15), "2024-2029", id="its last year"),
        pytest.param(date(2030, 1, 1), None, id="after the elections that are known"),
        pytest.param(date(1996, 2, 3), "1995-1999", id="four years, as they were then"),
        pytest.param(date(1995, 5, 20), None, id="before the first election"),
    ],
)
def test_the_legislature_of_a_day(day: date, wanted: str | None) -> None:
    assert legislature_of(day) == wanted


def test_the_elections_stand_in_order() -> None:
    assert list(ELECTIONS) == sorted(set(ELECTIONS))
