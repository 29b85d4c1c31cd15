"""Legislatures, which every parliament names by its elections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date


def legislature_among(elections: Sequence[date], day: date, years: int) -> str | None:
    """The legislature that `day` falls in, named by its elections (`2019-2024`); None where no known one does.
    `elections`: their days, rising; `years`: how long a legislature lasts whose end is not known yet."""
    begun = [election for election in elections if election <= day]
    if not begun:
        return None
    first = begun[-1].year
    later = [election.year for election in elections if election > begun[-1]]
    last = later[0] if later else first + years
    return f"{first}-{last}" if later or day.year <= last else None
