"""Names of people, and the titles and portfolios of ministers, as they are written in the tables."""

from __future__ import annotations

import re
import unicodedata

import regex

from records import UNKNOWN

# A part of a name that is capitalised on its own: letters between spaces, hyphens and apostrophes.
# Matches: "D" and "HOOGHE" in "D'HOOGHE".
NAME_PART = re.compile(r"[^\W\d_]+")

# What an accent is once its letter stands apart. Matches: "\u0301".
ACCENTS = regex.compile(r"\p{Mn}+")
# Matches: " ", "'", "-".
NOT_IN_KEY = re.compile(r"[^a-z0-9]+")

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


def written_name(printed: str) -> str:
    """A name printed in capitals as a name is written: `LOTTE VAN DAMME` → `Lotte Van Damme`. A name that has
    small letters already stays as it is."""
    printed = " ".join(printed.split()).strip(" ,.;:")
    if printed != printed.upper():
        return printed
    return NAME_PART.sub(lambda part: part.group()[0] + part.group()[1:].lower(), printed)


def slug(name: str | None) -> str:
    """A name as it stands in a key: small letters without accents, hyphens between (`griet-d-hooghe`)."""
    plain = name or ""
    if not plain.isascii():
        plain = ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    return NOT_IN_KEY.sub("-", plain.casefold()).strip("-") or UNKNOWN


def squashed(text: str) -> str:
    """What two spellings of one name share: its letters, without case, accents, spaces and punctuation."""
    return slug(text).replace("-", "")


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
