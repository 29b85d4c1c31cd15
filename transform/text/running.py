"""Running text from stretches: wraps undone, hyphens and broken addresses mended, markers of notes taken out.

The rules are those of anatomy.md, Text columns. Nothing here knows what piece it works on.
"""

from __future__ import annotations

import re
import string
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import overload

from transform.lines.addresses import OPEN_END, continues_address
from transform.lines.characters import SOFT_HYPHEN
from transform.lines.lines import Boundary
from transform.lines.marks import Ending
from transform.lines.page import Page
from transform.text.hyphens import HANGS, Vocabulary
from transform.text.paragraphs import paragraph_breaks
from transform.text.stretches import Stretch, without

# What no text ends with: white space, and a soft hyphen that nothing follows.
BLANK_OR_SOFT = f"{string.whitespace}\x85\xa0\u2028\u2029{SOFT_HYPHEN}"
WORD = re.compile(r"\S+")


class Offsets(Sequence[int]):
    """For each character of a running text its offset in the document, as runs: characters that follow each other in
    the text mostly do so in the document too."""

    __slots__ = ("_at", "_from", "_length")

    def __init__(self) -> None:
        self._at: list[int] = []
        """Where each run begins in the running text, rising."""
        self._from: list[int] = []
        """Where it begins in the document."""
        self._length = 0

    def add(self, offset: int, length: int) -> None:
        """Add a run of characters that stand in the document from `offset` on."""
        self._at.append(self._length)
        self._from.append(offset)
        self._length += length

    def drop_last(self) -> None:
        """Take the last character back."""
        self._length -= 1
        if self._at and self._at[-1] == self._length:
            self._at.pop()
            self._from.pop()

    def cut(self, start: int, stop: int) -> Offsets:
        """The offsets of the running text from `start` to `stop` (exclusive)."""
        if start == 0:
            self._length = stop
            return self
        kept = Offsets()
        first = bisect_right(self._at, start) - 1
        for run in range(first, len(self._at)):
            skipped = max(0, start - self._at[run])
            end = self._at[run + 1] if run + 1 < len(self._at) else self._length
            kept.add(self._from[run] + skipped, min(end, stop) - self._at[run] - skipped)
        return kept

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(self._length))]
        place = at + self._length if at < 0 else at
        if not 0 <= place < self._length:
            raise IndexError(at)
        run = bisect_right(self._at, place) - 1
        return self._from[run] + place - self._at[run]


class _Running:
    """Running text while it is being put together."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.offsets = Offsets()

    def add(self, text: str, start: int) -> None:
        """Add characters that stand in the document from `start` on."""
        self.texts.append(text)
        offsets = self.offsets  # by hand: this is called for every word of a text that is not clean
        offsets._at.append(offsets._length)
        offsets._from.append(start)
        offsets._length += len(text)

    def drop_last(self) -> None:
        """Take the last character back: a hyphen that typesetting put there."""
        self.texts[-1] = self.texts[-1][:-1]
        self.offsets.drop_last()

    def ends_in_blank(self) -> bool:
        """Whether its last character is blank; true of an empty text too."""
        return not self.texts or not self.texts[-1] or self.texts[-1][-1].isspace()


def running_text(
    stretches: Sequence[Stretch], markers: Sequence[tuple[int, int]], vocabulary: Vocabulary, page: Page
) -> tuple[str, Sequence[int]]:
    """The running text of a piece, and for each of its characters the offset in the document.

    `stretches`: the piece's lines in order; `markers`: offsets (end exclusive) of the note markers to take out,
    sorted; `page`: that of the dump. Paragraphs are separated by one line feed.
    """
    running = _Running()
    shown = [_without_markers(stretch, markers) for stretch in stretches] if markers else stretches
    # A line that held nothing but a marker, or a soft hyphen, leaves nothing behind.
    kept = [place for place, stretch in enumerate(shown) if stretch.text and stretch.text != SOFT_HYPHEN]
    breaks = paragraph_breaks([shown[place] for place in kept] if len(kept) < len(shown) else shown, page)
    for index, place in enumerate(kept):
        if index:
            _join(running, shown[kept[index - 1]], shown[place], breaks[index], vocabulary)
        _add_cleaned(running, stretches[place], markers)
    text = "".join(running.texts)
    start, stop = len(text) - len(text.lstrip()), len(text.rstrip(BLANK_OR_SOFT))
    return text[start:stop], running.offsets.cut(start, stop)


def _join(running: _Running, previous: Stretch, stretch: Stretch, breaks: bool, vocabulary: Vocabulary) -> None:
    """Put between two stretches what belongs there: nothing, a space or a line feed."""
    if breaks:
        if previous.text.endswith(SOFT_HYPHEN):
            running.drop_last()
        running.add("\n", previous.end)
    elif stretch.boundary is Boundary.NOTHING or _is_one_address(previous, stretch):
        return
    elif not previous.ending & Ending.HYPHEN or HANGS.match(stretch.text):
        running.add(" ", previous.end)
    elif vocabulary.is_typesetters(previous.text, stretch.text):
        running.drop_last()


def _is_one_address(previous: Stretch, stretch: Stretch) -> bool:
    """Whether an address that a line end broke goes on; inside a line only where it is open at its end."""
    if not continues_address(previous.text, stretch.text):
        return False
    return not stretch.joined or previous.text.endswith(OPEN_END)


def _between_markers(stretch: Stretch, markers: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The offsets (end exclusive) of what a stretch holds besides markers."""
    cursor = stretch.start
    place = bisect_left(markers, (stretch.start, 0))
    pieces: list[tuple[int, int]] = []
    while place < len(markers) and markers[place][0] < stretch.end:
        pieces.append((cursor, markers[place][0]))
        cursor = markers[place][1]
        place += 1
    return [*pieces, (cursor, stretch.end)]


def _without_markers(stretch: Stretch, markers: Sequence[tuple[int, int]]) -> Stretch:
    """A stretch as it reads without markers; it is as wide as with them."""
    pieces = _between_markers(stretch, markers)
    if len(pieces) == 1:
        return stretch
    text = "".join(stretch.text[start - stretch.start : end - stretch.start] for start, end in pieces).strip()
    return without(stretch, text)


def _add_cleaned(running: _Running, stretch: Stretch, markers: Sequence[tuple[int, int]]) -> None:
    """Add a stretch without the markers in it, runs of white space as one space."""
    text = stretch.text
    pieces = _between_markers(stretch, markers) if markers else ((stretch.start, stretch.end),)
    # What is printable has no white space but blanks.
    if len(pieces) == 1 and "  " not in text and text.isprintable():
        running.add(text, stretch.start)
        return
    for start, end in pieces:
        for word in WORD.finditer(text, start - stretch.start, end - stretch.start):
            begins = stretch.start + word.start()
            spaced = word.start() > 0 and text[word.start() - 1].isspace()
            if spaced and begins > stretch.start and not running.ends_in_blank():
                running.add(" ", begins - 1)
            running.add(word.group(), begins)
