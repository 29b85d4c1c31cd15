"""The portfolios of Flemish ministers, as they stand in their titles."""

from __future__ import annotations

import re

from transform.dutch.names import NAME_PART

# Small words inside the name of a portfolio keep lower case: "Steden- en Plattelandsbeleid", "Kwaliteit van het Leven".
SMALL_WORDS = frozenset("de der den het van voor en in met op ter te tot bij aan".split())

# The beginning of the portfolios inside a title: "MINISTER VAN", "MINISTER BEVOEGD VOOR", but not the presidency
# ("MINISTER-PRESIDENT VAN DE VLAAMSE REGERING").
# Matches: "VLAAMS MINISTER VAN ".
PORTFOLIOS_BEGIN = re.compile(r"\bMINISTER\s+(?:VAN|VOOR|BEVOEGD\s+VOOR)\s+", re.I)
# Where the list of portfolios stops because another title begins.
# Matches: " EN VICEMINISTER-PRESIDENT", ", VLAAMS MINISTER VAN".
NEXT_TITLE = re.compile(r"[\s,]+(?:EN\s+)?(?:VLAAMS[E]?\s+)?(?:VICE-?)?MINISTER\b", re.I)
# Portfolios are separated by commas and by EN, unless a hyphen hangs before it ("STEDEN- EN PLATTELANDSBELEID").
# Matches: ", " and " EN " and ", EN ".
PORTFOLIO_SEPARATOR = re.compile(r"\s*,\s*(?:EN\s+)?|(?<!-)\s+EN\s+", re.I)


def portfolios_of(role: str | None) -> tuple[str, ...]:
    """The portfolios in a minister's titles, in normal capitals: `VLAAMS MINISTER VAN BINNENLANDS BESTUUR EN
    GELIJKE KANSEN` → `("Binnenlands Bestuur", "Gelijke Kansen")` (tables.md)."""
    found: list[str] = []
    for begin in PORTFOLIOS_BEGIN.finditer(role or ""):
        rest = (role or "")[begin.end() :]
        stop = NEXT_TITLE.search(rest)
        listed = rest[: stop.start()] if stop else rest
        found += [_in_capitals(one) for one in PORTFOLIO_SEPARATOR.split(listed) if one.strip(" .,")]
    return tuple(found)


def _in_capitals(portfolio: str) -> str:
    words = portfolio.strip(" .,").lower().split()
    return " ".join(
        word if place and word in SMALL_WORDS else NAME_PART.sub(lambda part: part.group().capitalize(), word)
        for place, word in enumerate(words)
    )
