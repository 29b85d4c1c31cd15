"""Dutch dates (references.md, Columns: two-digit years are 1930 to 2029, an impossible date is none)."""

from __future__ import annotations

import re
from datetime import date

import pytest

from transform.dutch.dates import DATE, MONTHS, full_year, parse_date

WRITTEN = {
    "14 juli 2015": date(2015, 7, 14),
    "1 mei 2020": date(2020, 5, 1),
    "3 SEPTEMBER 1999": date(1999, 9, 3),
    "3 sept. 2020": date(2020, 9, 3),
    "28 febr. 2019": date(2019, 2, 28),
    "5 okt 2021": date(2021, 10, 5),
    "1ste maart 2020": date(2020, 3, 1),
    "2de juli 2020": date(2020, 7, 2),
    "3 mei ’68": date(1968, 5, 3),
    "7\u00a0juni\u00a02003": date(2003, 6, 7),
    "14/07/2015": date(2015, 7, 14),
    "14.7.2015": date(2015, 7, 14),
    "14-7-15": date(2015, 7, 14),
    "06.09.04": date(2004, 9, 6),
    "14 / 07 / 2015": date(2015, 7, 14),
    "2015-07-14": date(2015, 7, 14),
    " 14 juli 2015 ": date(2015, 7, 14),
    "21 maart 1804": date(1804, 3, 21),
}


@pytest.mark.parametrize(("text", "day"), WRITTEN.items(), ids=repr)
def test_a_date_is_read_in_every_style(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize("text", [text.strip() for text in WRITTEN], ids=repr)
def test_the_pattern_for_other_patterns_finds_the_same_dates(text: str) -> None:
    found = re.search(DATE, f"op {text}, dus", re.IGNORECASE)
    assert found is not None
    assert found.group() == text


@pytest.mark.parametrize(
    "text", ["31 februari 2020", "32/01/2020", "5/13/2020", "0 mei 2020", "2020-02-30"], ids="no calendar has {}".format
)
def test_an_impossible_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("text", ["", "juli 2015", "14 juli", "zomer 2012", "14/07-2015", "artikel 5", "1.2.3.4"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text", ["nr. 12/5/20201", "6.3.12.4", "versie 1.10.2020.3", "0471/12.34.56", "kenmerk 2020-5-123"], ids=repr
)
def test_longer_numbers_hold_no_date(text: str) -> None:
    assert re.search(DATE, text, re.IGNORECASE) is None


@pytest.mark.parametrize(("digits", "year"), [("30", 1930), ("99", 1999), ("00", 2000), ("29", 2029), ("1831", 1831)])
def test_two_digit_years_are_1930_to_2029(digits: str, year: int) -> None:
    assert full_year(digits) == year


def test_every_month_has_its_full_name() -> None:
    assert sorted({number for name, number in MONTHS.items() if len(name) > 4 or name in ("mei", "juni", "juli")}) == [
        *range(1, 13)
    ]
