"""Addresses on the web: with a scheme, or beginning with `www.` (references.md, Rows)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from records import Reference
from transform.references.readings import Reading, row

KIND = "url"
TRIGGERS = ("://", "www.")

# Matches: "https://codex.vlaanderen.be/x?id=1", "www.vlaanderen.be", "ftp://ftp.example.org".
URL = re.compile(r"(?<![\w@./-])(?:(?:https?|ftp)://|www\.)[^\s<>\"“”„«»\x00]{2,2000}", re.I)
# An address that is the ELI of an act: its identifier. Matches: "http://data.europa.eu/eli/reg/2016/679/oj".
ELI = re.compile(r"https?://[^/]{1,100}/eli/[^/]+/.", re.I)
# What a sentence puts behind an address.
CLOSING = ".,;:!?'’‘…*|"
BRACKETS = {")": "(", "]": "[", "}": "{"}


def find_urls(reading: Reading) -> Iterator[tuple[int, int, Reference]]:
    """The rows of kind `url` of one reading, in order, each with its offsets in the text (end exclusive)."""
    if not any(trigger in reading.lowered for trigger in TRIGGERS):
        return
    for found in URL.finditer(reading.text):
        start, end = found.start(), found.start() + _length(found.group())
        url = reading.text[start:end]
        if "." not in url and "://" not in url:
            continue
        identifier = url if ELI.match(url) else None
        yield start, end, row(reading, KIND, start, end, url=url, identifier=identifier)


def _length(url: str) -> int:
    """How much of what looks like an address is one: without the full stop of its sentence, and without a closing
    bracket that opens outside it."""
    end = len(url)
    while end:
        last = url[end - 1]
        unopened = last in BRACKETS and url.count(last, 0, end) > url.count(BRACKETS[last], 0, end)
        if last not in CLOSING and not unopened:
            break
        end -= 1
    return end
