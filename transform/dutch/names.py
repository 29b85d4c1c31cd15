"""Names of people, as they are written in the tables and in keys."""

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
