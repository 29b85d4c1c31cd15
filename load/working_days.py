"""How many working days an answer took.

Working days are Monday to Friday without the public holidays of the parliament's country, as the library `holidays`
lists them (in Belgium those of the law of 4 January 1974). Holidays of a community, such as 11 July, are not among
them.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from load.parliaments import PARLIAMENTS

MONDAY_TO_FRIDAY = range(5)


def working_days(parliament: str, asked_on: date | None, answered_on: date | None) -> int | None:
    """The working days after the day on which a question was put, up to the day of its answer, that one included.

    None where one of them, or the country, is not known, or where the answer is dated before the question.
    """
    country = PARLIAMENTS.get(parliament, {}).get("country")
    if country is None or asked_on is None or answered_on is None or answered_on < asked_on:
        return None
    days = (asked_on + timedelta(count) for count in range(1, (answered_on - asked_on).days + 1))
    return sum(day.weekday() in MONDAY_TO_FRIDAY and day not in _holidays(country, day.year) for day in days)


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    from holidays import country_holidays  # only layouts that print the day of the answer need it

    return frozenset(country_holidays(country, years=year))
