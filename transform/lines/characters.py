"""Clean characters: what a document's text says, without what extraction left in it, and the way back to the raw text.

Every later step reads the clean text and counts its characters; only the finished document is laid back on the raw one.
Clean is NFC, without invisible characters; ligatures are letters, and what an extractor wrote for a hyphen is a hyphen
(anatomy.md, Text columns). A soft hyphen at a line's end stays: it tells that typesetting broke the word there.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable
from itertools import repeat

import regex

# What has no width: the zero-width space, joiners and marks of direction, the word joiner, the byte order mark.
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
SOFT_HYPHEN = "\u00ad"
# What extractors write for the hyphen at a line's end, and a hyphen that is one anywhere.
HYPHENS_AT_END = "\ufffe\u0002"
HYPHEN = "\u2010"
LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
# A character that is not clean, with what stands before it where both together stand for one letter.
# Matches: "\u200b", "\ufb01", "e\u0301" in "be\u0301", "\u212b".
UNCLEAN = regex.compile(
    rf"[^\p{{M}}{INVISIBLE}{HYPHENS_AT_END}{HYPHEN}](?:[{INVISIBLE}]*\p{{M}})+"
    rf"|[{INVISIBLE}{HYPHENS_AT_END}{HYPHEN}{''.join(LIGATURES)}]|{SOFT_HYPHEN}(?![ \t]*[\r\n\f])"
    r"|[\u0374\u037e\u0387\u1fef\u2000\u2001\u2126\u212a\u212b]"
)
# A cheap first look: characters that can be one of the above, or a mark. Matches: "\u200b", "\u0301", "\ufb01".
SUSPECT = re.compile(
    "[\x02\xad\u0300-\u2001\u200b-\u2010\u2060\u20d0-\u212b\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u309a\ua66f-\uffff\U00010000-\U0010ffff]"
)
# The end of a line follows. Matches: " \n".
LINE_ENDS = regex.compile(r"[ \t]*[\r\n\f\v\x85\u2028\u2029]")


class Characters:
    """The clean characters of a document, and where each stands in the raw text."""

    def __init__(self, raw_text: str) -> None:
        """Clean a text; one that is clean already costs one search."""
        self.text = raw_text
        self._starts: array[int] | None = None
        """For each clean character the raw offset that it begins at; None where the text was clean."""
        self._ends: array[int] = array("q")
        """And the one after it. What is invisible belongs to the word that it touches."""
        if not raw_text.isascii() or HYPHENS_AT_END[1] in raw_text:
            suspect = SUSPECT.search(raw_text)
        else:
            suspect = None
        if suspect is not None and UNCLEAN.search(raw_text):
            self._clean(raw_text)

    @property
    def are_raw(self) -> bool:
        """Whether nothing had to be cleaned."""
        return self._starts is None

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets (end exclusive) of the clean text from `start` to `end` (exclusive), which is not empty."""
        if self._starts is None:
            return start, end
        return self._starts[start], self._ends[end - 1]

    def _clean(self, raw_text: str) -> None:
        starts, ends = array("q"), array("q")
        parts: list[str] = []
        cursor, last = 0, -1  # `last`: the last clean character that is not blank
        hidden = -1  # where invisible characters begin that no word before them has taken; -1 where there are none

        def add(text: str, begins: Iterable[int], stops: Iterable[int]) -> None:
            nonlocal last, hidden
            first = len(starts)
            parts.append(text)
            starts.extend(begins)
            ends.extend(stops)
            if visible := len(text.rstrip()):
                if hidden >= 0:
                    starts[first + visible - len(text[:visible].lstrip())], hidden = hidden, -1
                last = first + visible - 1

        for match in UNCLEAN.finditer(raw_text):
            start, end = match.span()
            if start > cursor:
                add(raw_text[cursor:start], range(cursor, start), range(cursor + 1, start + 1))
            cursor = end
            if clean := _cleaned(match.group(), raw_text, end):
                add(clean, repeat(start, len(clean)), repeat(end, len(clean)))
            elif last >= 0 and (last == len(starts) - 1 or raw_text[end : end + 1].isspace() or end == len(raw_text)):
                ends[last], hidden = end, -1
            elif hidden < 0:
                hidden = start
        add(raw_text[cursor:], range(cursor, len(raw_text)), range(cursor + 1, len(raw_text) + 1))
        if hidden >= 0 and last >= 0:
            ends[last] = len(raw_text.rstrip())
        self.text, self._starts, self._ends = "".join(parts), starts, ends


def _cleaned(found: str, raw_text: str, end: int) -> str:
    """What clean characters an unclean one stands for; `end`: its end in the raw text."""
    if found in LIGATURES:
        return LIGATURES[found]
    if found == HYPHEN:
        return "-"
    if found in HYPHENS_AT_END:
        # It tells the end of a line, though that be lost.
        return "-" if LINE_ENDS.match(raw_text, end) else "-\n"
    if found in INVISIBLE or found == SOFT_HYPHEN:
        return ""
    letters = "".join(LIGATURES.get(letter, letter) for letter in found if letter not in INVISIBLE)
    return unicodedata.normalize("NFC", letters)
