"""Sessions and legislatures of the Flemish Parliament (anatomy.md, Sessions)."""

from __future__ import annotations

from datetime import date, timedelta

from transform.layouts.legislatures import legislature_among

# Elections of the Flemish Parliament. Source: Vlaams Parlement, overview of the legislatures.
ELECTIONS = (
    date(1995, 5, 21),
    date(1999, 6, 13),
    date(2004, 6, 13),
    date(2009, 6, 7),
    date(2014, 5, 25),
    date(2019, 5, 26),
    date(2024, 6, 9),
)
# Since 2014 a legislature lasts five years; the one that runs ends, for its name, five years after its election.
YEARS_OF_A_LEGISLATURE = 5

# On the day on which a session opens its own questions have come no further than this.
HIGHEST_ON_OPENING_DAY = 50


def session_opening(year: int) -> date:
    """The day on which the session year that begins in `year` opens: the fourth Monday of September."""
    first = date(year, 9, 1)
    return first + timedelta(days=-first.weekday() % 7 + 21)


def session_of(day: date, number: int | None = None) -> str | None:
    """The session (*zittingsjaar*) of a question asked on `day`, as `2019-2020`, or `BZ-2019` for the extraordinary
    session from an election to the opening after it; None before the first election of the parliament.

    Numbers begin anew with a session, so that on the opening day itself a high `number` is of the one before
    (anatomy.md, Sessions); without a number the day is of the new session."""
    if day < ELECTIONS[0]:
        return None
    opening = session_opening(day.year)
    if day == opening and number is not None and number > HIGHEST_ON_OPENING_DAY:
        day -= timedelta(days=1)
    election = next((chosen for chosen in ELECTIONS if chosen.year == day.year), None)
    if election is not None and election <= day < opening:
        return f"BZ-{day.year}"
    first_year = day.year if day >= opening else day.year - 1
    return f"{first_year}-{first_year + 1}"


def legislature_of(day: date) -> str | None:
    """The legislature that `day` falls in, named by its elections (`2019-2024`); None where no known one does."""
    return legislature_among(ELECTIONS, day, YEARS_OF_A_LEGISLATURE)
