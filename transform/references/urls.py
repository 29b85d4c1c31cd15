"""Addresses on the web: with a scheme, or beginning with `www.` (references.md, Rows)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from records import Reference
from transform.references.searched import Beginnings, SearchedText

KIND = "url"
WORDS = Beginnings("http://", "https://", "ftp://", "www.")

# Matches: "https://codex.example.org/x?id=1", "www.example.org", "ftp://ftp.example.org".
URL = re.compile(r"(?<![\w@./-])(?:(?:https?|ftp)://|www\.)[^\s<>\"“”„«»\x00]{2,2000}", re.I)
# An address that is the ELI of an act: its identifier. Matches: "http://data.europa.eu/eli/reg/2016/679/oj".
ELI = re.compile(r"https?://[^/]{1,100}/eli/[^/]+/.", re.I)
# What a sentence puts behind an address.
CLOSING = ".,;:!?'’‘…*|"
BRACKETS = {")": "(", "]": "[", "}": "{"}


def find_urls(searched: SearchedText) -> Iterator[tuple[int, int, Reference]]:
    """The rows of kind `url`, in order, each with its place in the text (end exclusive)."""
    for found in searched.matches(URL, WORDS):
        url = found.group()[: _length(found.group())]
        start, end = found.start(), found.start() + len(url)
        if "." not in url and "://" not in url:
            continue
        identifier = url if ELI.match(url) else None
        yield start, end, searched.row(KIND, start, end, url=url, identifier=identifier)


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
