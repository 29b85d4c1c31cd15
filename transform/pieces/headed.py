"""Pieces that headings of the layout's own begin: questions and answers in whatever order they stand."""

from __future__ import annotations

from collections.abc import Sequence

from records import SegmentKind
from transform.layouts.layout import Headed
from transform.lines.footnotes import NoteLines
from transform.lines.lines import Line
from transform.pieces.pieces import Piece
from transform.text.stretches import stretch_of


def headed_pieces(
    lines: Sequence[Line], indices: Sequence[int], headed: Sequence[Headed], notes: Sequence[NoteLines]
) -> list[Piece]:
    """The pieces of a document's running text, by where they begin, its notes among them.

    `indices`: the lines of its regions and notes, rising; `headed`: where its pieces begin, rising. What stands before
    the first of them is a preamble.
    """
    in_note = {index: note for note in notes for index in note.lines}
    note_pieces = {note.lines: Piece(SegmentKind.FOOTNOTE, note.marker, note.text_start) for note in notes}
    current = Piece(SegmentKind.PREAMBLE)
    pieces = [current, *note_pieces.values()]
    upcoming = list(reversed(headed))
    last = indices[0] - 1 if indices else 0
    for index in indices:
        line = lines[index]
        if index in in_note:
            note_pieces[in_note[index].lines].stretches.append(
                stretch_of(line, line.start, line.end, interrupted=line.page_before)
            )
            continue
        interrupted, last = line.page_before or index != last + 1, index
        cursor = line.start
        while upcoming and upcoming[-1].start < line.end:
            one = upcoming.pop()
            if one.start > cursor:
                current.stretches.append(stretch_of(line, cursor, one.start, interrupted=interrupted))
            current = Piece(one.kind, ",".join(one.labels) or None, one.text_start)
            pieces.append(current)
            cursor = max(cursor, one.start)
        if cursor < line.end:
            current.stretches.append(stretch_of(line, cursor, line.end, interrupted=interrupted))
    return sorted((piece for piece in pieces if piece.stretches), key=lambda piece: piece.char_start)
