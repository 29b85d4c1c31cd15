"""Footnotes: each is a row itself, beside the citations inside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from records import Reference
from transform.text.passages import Note

KIND = "footnote"
UNPLACED = "footnote"
"""The section of a note whose marker stands nowhere: only the note itself is left."""


def find_footnotes(notes: Iterable[Note]) -> Iterator[Reference]:
    """One row per note: its marker, its text, and the piece that its marker stands in. The offsets are those of
    its text without the marker; of an empty note those of the whole note."""
    for note in notes:
        text = note.passage.text
        char_start, char_end = note.passage.span(0, len(text)) if text else (note.char_start, note.char_end)
        yield Reference(
            kind=KIND,
            section=note.section or UNPLACED,
            section_label=note.section_label if note.section else None,
            text=text,
            char_start=char_start,
            char_end=char_end,
            marker=note.marker,
        )
