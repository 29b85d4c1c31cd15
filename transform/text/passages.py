"""Passages: the running text of one piece, with the way back to the raw document.

The references are looked for in passages, not in raw text, so that a citation that a line end, a page foot or
a footnote marker interrupts is still one citation. Every character of a passage knows its raw offset.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece's text as it appears in the text columns: wraps undone, markers and furniture gone."""

    section: str
    """`title`, `preamble`, `sub_question`, `answer` or `footnote`."""
    section_label: str | None
    """The label of the sub-question, or the labels of the answer part joined by commas (`8,9`)."""
    footnote_marker: str | None
    """The marker of the note that this passage is the text of; None outside footnotes."""
    text: str
    offsets: Sequence[int]
    """For each character of `text` its offset in `raw_text`; a space or `\\n` that stands for a wrap has the
    offset of the white space it stands for. Rising; as long as `text`."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets (end exclusive) of `text[start:end]`, which must not be empty."""
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its marker, and the place its marker stands in (None where no marker was found)."""

    marker: str
    passage: Passage
    """The note's text, without its marker; `section` is `footnote`."""
    section: str | None
    """The section that the marker stands in."""
    section_label: str | None
    char_start: int
    """Raw offset of the note's first character, its marker included."""
    char_end: int
    """Raw offset after the note's last character."""
