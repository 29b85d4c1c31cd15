"""A passage made ready for reading, and the way from a stretch of it to a row of `references`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from records import Reference
from transform.text.passages import Passage

# Characters that mean the same as a plainer one; each becomes one character, so that offsets stay.
PLAIN = (("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\t", " "), ("\r", " "), ("\u2010", "-"), ("\u2011", "-"))
# What stands for text that another kind of row has taken: no pattern matches it, and none crosses it.
TAKEN = "\x00"


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage, and its text as the patterns read it, character for character."""

    passage: Passage
    text: str
    lowered: str

    def without(self, spans: Iterable[tuple[int, int]]) -> Reading:
        """The same reading without the text of `spans` (in order, apart; offsets into the text, end exclusive)."""
        pieces, at = [], 0
        for start, end in spans:
            pieces += [self.text[at:start], TAKEN * (end - start)]
            at = end
        if not pieces:
            return self
        text = "".join(pieces) + self.text[at:]
        return Reading(self.passage, text, lowered(text))


def lowered(text: str) -> str:
    """The text in small letters, of the same length (a few letters have a longer small form: they stay)."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def read(passage: Passage) -> Reading:
    """The reading of a passage."""
    text = passage.text
    for letter, plain in PLAIN:
        text = text.replace(letter, plain)
    return Reading(passage, text, lowered(text))


def balanced(text: str, start: int, end: int) -> int:
    """Where `text[start:end]` ends with its brackets in balance: one character further, or less far, or there."""
    opened = text.count("(", start, end) - text.count(")", start, end)
    if opened == 1 and text[end : end + 1] == ")":
        return end + 1
    return end - 1 if opened == -1 and text[end - 1] == ")" else end


def row(reading: Reading, kind: str, start: int, end: int, **columns: Any) -> Reference:
    """The row for `text[start:end]` of a reading: where it stands, what it says as it stands, its raw offsets.

    A bracket that opens in it closes in it where that is the next character; one that opens before it does not.
    """
    passage = reading.passage
    end = balanced(reading.text, start, end)
    char_start, char_end = passage.span(start, end)
    in_note = passage.footnote_marker is not None
    return Reference(
        kind=kind,
        section="footnote" if in_note else passage.section,
        section_label=None if in_note else passage.section_label,
        text=re.sub(r"\s+", " ", passage.text[start:end]),
        char_start=char_start,
        char_end=char_end,
        footnote_marker=passage.footnote_marker,
        **columns,
    )
