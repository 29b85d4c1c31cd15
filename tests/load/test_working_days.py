"""How many working days an answer took: Monday to Friday without the public holidays of the country."""

from __future__ import annotations

from datetime import date

import pytest

from load.working_days import working_days


@pytest.mark.parametrize(
    ("asked_on", "answered_on", "days"),
    [
        pytest.param(date(2024, 3, 4), date(2024, 3, 4), 0, id="on the day itself"),
        pytest.param(date(2024, 3, 4), date(2024, 3, 8), 4, id="Monday to Friday: the day of the answer counts"),
        pytest.param(date(2024, 3, 8), date(2024, 3, 11), 1, id="a weekend does not count"),
        pytest.param(date(2024, 3, 29), date(2024, 4, 2), 1, id="Easter Monday does not count"),
        pytest.param(date(2023, 12, 22), date(2024, 1, 2), 5, id="Christmas and New Year, over the turn of a year"),
        pytest.param(
            date(2024, 7, 10), date(2024, 7, 12), 2, id="the day of the Flemish Community is no public holiday"
        ),
        pytest.param(date(2024, 7, 19), date(2024, 7, 22), 1, id="a holiday on a Sunday takes no Monday away"),
        pytest.param(date(2024, 3, 8), date(2024, 3, 4), None, id="an answer before its question"),
        pytest.param(None, date(2024, 3, 4), None, id="without the day of the question"),
        pytest.param(date(2024, 3, 4), None, None, id="without the day of the answer"),
    ],
)
def test_working_days(asked_on: date | None, answered_on: date | None, days: int | None) -> None:
    assert working_days("vlaams-parlement", asked_on, answered_on) == days


@pytest.mark.parametrize(
    ("parliament", "days"),
    [
        pytest.param("vlaams-parlement", 1, id="the first of May is a holiday in Belgium"),
        pytest.param("tweede-kamer", 2, id="and none in the Netherlands"),
        pytest.param("elders", None, id="whose country nobody has told"),
    ],
)
def test_holidays_are_those_of_the_country(parliament: str, days: int | None) -> None:
    assert working_days(parliament, date(2024, 4, 30), date(2024, 5, 2)) == days
