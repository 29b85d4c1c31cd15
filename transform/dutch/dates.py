"""Dates as Dutch texts write them: `14 juli 2015`, `14/07/2015`, `14.7.2015`, `14-7-15`, `1ste maart 2020`.

A month table and `datetime.date` do it all; a general date parser is five hundred times slower and rejects some.
"""

from __future__ import annotations

import re
from datetime import date

MONTHS: dict[str, int] = {
    "januari": 1, "jan": 1,
    "februari": 2, "febr": 2, "feb": 2,
    "maart": 3, "mrt": 3, "mar": 3,
    "april": 4, "apr": 4,
    "mei": 5,
    "juni": 6, "jun": 6,
    "juli": 7, "jul": 7,
    "augustus": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9,
    "oktober": 10, "okt": 10, "oct": 10,
    "november": 11, "nov": 11,
    "december": 12, "dec": 12,
}  # fmt: skip
"""Dutch month names and their usual abbreviations, in lower case and without a full stop."""

TWO_DIGIT_CENTURY_BREAK = 30
"""Two-digit years are 1930 to 2029 (references.md, Columns)."""

_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"

WRITTEN_DATE = rf"\d{{1,2}}(?:ste|de|e)?[ \u00a0]{{1,3}}{_MONTH}\b\.?[ \u00a0]{{1,3}}(?:\d{{4}}|['’]?\d{{2}})"
"""A date with its month in words: `14 juli 2015`, `1 sept. 2020`, `3 mei ’68`."""

NUMERIC_DATE = (
    r"\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-|[ ]?/[ ]?\d{1,2}[ ]?/[ ]?|\.[ ]\d{1,2}\.[ ])(?:\d{4}|\d{2})(?![\d.]*\d)"
)
"""A date in figures, with one and the same separator: `14/07/2015`, `14.7.2015`, `14-7-15`."""

ISO_DATE = r"\d{4}-\d{2}-\d{2}"
"""A date as machines write it: `2015-07-14`."""

DATE = rf"(?<![\d/.,-])(?:{WRITTEN_DATE}|{NUMERIC_DATE}|{ISO_DATE})(?!\d)"
"""Source of a pattern for one date in any style, without groups of its own, for use inside other patterns.
Case is to be ignored by the pattern that it stands in."""

# The same in pieces. Matches: "17 februari 2012", "17/02/2012", "2012-02-17".
_WRITTEN = re.compile(
    rf"(?P<day>\d{{1,2}})(?:ste|de|e)?\s{{1,3}}(?P<month>{_MONTH})\b\.?\s{{1,3}}['’]?(?P<year>\d{{4}}|\d{{2}})", re.I
)
_NUMERIC = re.compile(
    r"(?P<day>\d{1,2})\s?(?P<mark>[/.-])\s?(?P<month>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4}|\d{2})", re.I
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")


def full_year(digits: str) -> int:
    """The year that two or four digits mean: `12` is 2012, `87` is 1987 (1930 to 2029), `1831` itself."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < TWO_DIGIT_CENTURY_BREAK else 1900)


def parse_date(text: str) -> date | None:
    """The date that `text` writes, in any of the styles of `DATE`; white space around it is ignored.

    None where the text is no date, or one that no calendar has (`31 februari 2020`).
    """
    stripped = text.strip()
    found = _WRITTEN.fullmatch(stripped) or _NUMERIC.fullmatch(stripped) or _ISO.fullmatch(stripped)
    if found is None:
        return None
    month = found["month"].lower()
    try:
        return date(full_year(found["year"]), MONTHS.get(month) or int(month), int(found["day"]))
    except ValueError:  # an impossible day or month
        return None
