"""Pieces: what each line, or part of a line, of a document belongs to; together they tile the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from records import Segment, SegmentKind
from transform.enumerations.counting import Item
from transform.lines.footnotes import NoteLines
from transform.lines.labels import written
from transform.lines.lines import Line
from transform.text.stretches import Stretch, part_of, stretch_of


@dataclass(slots=True)
class Piece:
    """One piece of a document, in one stretch or several."""

    kind: str
    label: str | None = None
    text_start: int = -1
    """Raw offset where its text begins, after its label or marker; -1 where all of it is text."""
    stretches: list[Stretch] = field(default_factory=list)
    """Its lines or parts of lines, labels included, in order."""

    @property
    def char_start(self) -> int:
        """Raw offset of its first character, the label included."""
        return self.stretches[0].start

    @property
    def char_end(self) -> int:
        """Raw offset after its last character."""
        return self.stretches[-1].end

    @property
    def printed_label(self) -> str:
        """Its label as it is printed, on one line; empty where it has none."""
        cut = (stretch.text[: max(0, self.text_start - stretch.start)] for stretch in self.stretches)
        return " ".join(" ".join(cut).split())

    def own_text(self) -> list[Stretch]:
        """Its stretches without its label."""
        own: list[Stretch] = []
        for stretch in self.stretches:
            if stretch.end <= self.text_start:
                continue
            cut = max(0, self.text_start - stretch.start)
            if cut:
                cut += len(stretch.text[cut:]) - len(stretch.text[cut:].lstrip())
            if cut < len(stretch.text):
                own.append(part_of(stretch, cut))
        return own


def cut_pieces(
    lines: Sequence[Line],
    indices: Sequence[int],
    items: Sequence[Item],
    notes: Sequence[NoteLines],
    before: str,
    enumerated: str,
) -> list[Piece]:
    """The pieces of one side of a document (the body, or the answer), its notes included.

    `indices`: the side's lines; `items`: its enumeration, in order; `before` and `enumerated`: the kinds of what
    stands before the first item and of the items. A piece without a line is left out.
    """
    in_note = {index: note for note in notes for index in note.lines}
    note_pieces = {note.lines: Piece(SegmentKind.FOOTNOTE, note.marker, note.text_start) for note in notes}
    current = Piece(before)
    pieces = [current]
    upcoming = list(reversed(items))
    last = indices[0] - 1 if indices else 0
    for index in indices:
        line = lines[index]
        if index in in_note:
            note_pieces[in_note[index].lines].stretches.append(
                stretch_of(line, line.start, line.end, interrupted=line.page_before)
            )
            continue
        # A note, furniture or a page break between two lines of a piece interrupts it.
        interrupted, last = line.page_before or index != last + 1, index
        cursor = line.start
        while upcoming and upcoming[-1].start < line.end:
            item = upcoming.pop()
            if item.start > cursor:
                current.stretches.append(stretch_of(line, cursor, item.start, interrupted=interrupted))
            current = Piece(enumerated, ",".join(written(path) for path in item.paths), item.text_start)
            pieces.append(current)
            cursor = item.start
        current.stretches.append(stretch_of(line, cursor, line.end, interrupted=interrupted))
    return [piece for piece in [*pieces, *note_pieces.values()] if piece.stretches]


def whole_lines(lines: Sequence[Line], indices: Sequence[int], kind: str) -> list[Piece]:
    """The piece of a kind that takes whole lines, as a list of one; empty where it has none."""
    piece = Piece(kind)
    for place, index in enumerate(indices):
        interrupted = place > 0 and (lines[index].page_before or indices[place - 1] != index - 1)
        line = lines[index]
        piece.stretches.append(stretch_of(line, line.start, line.end, interrupted=interrupted))
    return [piece] if piece.stretches else []


def tile(pieces: Iterable[Piece]) -> tuple[Segment, ...]:
    """The segments of a document: its pieces' stretches in reading order, those of one piece that follow each other
    as one segment."""
    placed = sorted(
        ((stretch.start, stretch.end, piece) for piece in pieces for stretch in piece.stretches),
        key=lambda place: place[0],
    )
    segments: list[Segment] = []
    before: Piece | None = None
    for start, end, piece in placed:
        if piece is before:
            segments[-1] = Segment(piece.kind, piece.label, segments[-1].char_start, end)
        else:
            segments.append(Segment(piece.kind, piece.label, start, end))
        before = piece
    return tuple(segments)
