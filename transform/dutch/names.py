"""Names of people, as they are written in the tables and in keys."""

from __future__ import annotations

import re
import unicodedata

import regex
from anyascii import anyascii

from records import UNKNOWN

# A part of a name that is capitalised on its own: letters between spaces, hyphens and apostrophes.
# Matches: "D" and "HOOGHE" in "D'HOOGHE".
NAME_PART = re.compile(r"[^\W\d_]+")

# What an accent is once its letter stands apart. Matches: "\u0301".
ACCENTS = regex.compile(r"\p{Mn}+")
# Matches: " ", "'", "-".
NOT_IN_KEY = re.compile(r"[^a-z0-9]+")


def written_name(printed: str) -> str:
    """A name printed in capitals as a name is written: `LOTTE VAN DAMME` → `Lotte Van Damme`. A name that has
    small letters already stays as it is."""
    printed = " ".join(printed.split()).strip(" ,.;:")
    if printed != printed.upper():
        return printed
    return NAME_PART.sub(lambda part: part.group()[0] + part.group()[1:].lower(), printed)


def slug(name: str | None) -> str:
    """A name as it stands in a key: small letters without accents, hyphens between (`griet-d-hooghe`); letters that
    are no accented ones are transliterated (`Øyvind` → `oyvind`, `Иван` → `ivan`). `unknown` where no letter or figure
    is left."""
    plain = name or ""
    if not plain.isascii():
        plain = anyascii(ACCENTS.sub("", unicodedata.normalize("NFKD", plain)).casefold())
    return NOT_IN_KEY.sub("-", plain.casefold()).strip("-") or UNKNOWN


def key_part(name: str | None) -> str | None:
    """A name's part of a `question_id`; None where nothing of it is left to tell it from another's (tables.md)."""
    part = slug(name)
    return None if part == UNKNOWN else part


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are one: they stand alike in keys, or where nothing of them does, letter by letter."""
    part = slug(one)
    return part == slug(other) if part != UNKNOWN else one.casefold() == other.casefold()


def squashed(text: str) -> str:
    """What two spellings of one name share: its letters, without case, accents, spaces and punctuation."""
    return slug(text).replace("-", "")
