"""Sessions and legislatures of the Tweede Kamer (anatomy-tweede-kamer.md, Fields)."""

from __future__ import annotations

from datetime import date, timedelta

from transform.layouts.legislatures import legislature_among

# Days of the elections of the Tweede Kamer, which the Kiesraad publishes; written down without a look at its list.
ELECTIONS = (
    date(2012, 9, 12),
    date(2017, 3, 15),
    date(2021, 3, 17),
    date(2023, 11, 22),
    date(2025, 10, 29),
)
# A legislature lasts four years at the most; the one that runs ends, for its name, four years after its election.
YEARS_OF_A_LEGISLATURE = 4


def session_opening(year: int) -> date:
    """The day on which the session (*vergaderjaar*) that begins in `year` opens: the third Tuesday of September."""
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 14)


def session_of(day: date) -> str:
    """The session (*vergaderjaar*) that a day falls in, as `2024-2025`."""
    first_year = day.year if day >= session_opening(day.year) else day.year - 1
    return f"{first_year}-{first_year + 1}"


def legislature_of(day: date) -> str | None:
    """The legislature that `day` falls in, named by its elections (`2023-2025`); None where no known one does."""
    return legislature_among(ELECTIONS, day, YEARS_OF_A_LEGISLATURE)
