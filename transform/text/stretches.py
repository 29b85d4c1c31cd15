"""Stretches: lines, or the parts of lines that belong to one piece."""

from __future__ import annotations

from transform.lines.lines import Boundary, Line


class Stretch(Line):
    """A line, or the part of it that belongs to a piece."""

    __slots__ = ("interrupted", "marked")

    def __init__(
        self,
        start: int,
        end: int,
        text: str,
        boundary: Boundary = Boundary.LINE_END,
        *,
        blank_before: bool = False,
        interrupted: bool = False,
        lead: int = 0,
        marked: str = "",
    ) -> None:
        """`interrupted`: a note, furniture or a page break stands between this and the stretch before it; `lead`: how
        many characters of its line stand before it, a label mostly; `marked`: its text with the markers of notes that
        were taken out of it, empty where none were."""
        super().__init__(start, end, text, boundary, blank_before=blank_before, lead=lead)
        self.interrupted, self.marked = interrupted, marked

    @property
    def printed(self) -> str:
        """Its text as the page shows it."""
        return self.marked or self.text

    @property
    def width(self) -> int:
        """How many characters its line has up to its end."""
        return self.lead + len(self.marked or self.text)


def stretch_of(line: Line, start: int, end: int, *, interrupted: bool) -> Stretch:
    """The part of a line between two offsets (`end` exclusive), without white space at its end."""
    cut = start - line.start
    if cut:
        text = line.text[cut : end - line.start].rstrip()
        return Stretch(start, start + len(text), text, Boundary.BLANK, lead=line.lead + cut)
    whole = end == line.end
    text = line.text if whole else line.text[: end - line.start].rstrip()
    stretch = Stretch(
        start,
        start + len(text),
        text,
        line.boundary,
        blank_before=line.blank_before,
        interrupted=interrupted,
        lead=line.lead,
    )
    if whole:
        stretch.share_marks(line)
    return stretch


def part_of(stretch: Stretch, cut: int) -> Stretch:
    """What is left of a stretch without its first `cut` characters, which must be fewer than it has."""
    if not cut:
        return stretch
    return Stretch(
        stretch.start + cut, stretch.end, stretch.text[cut:], Boundary.BLANK, lead=stretch.lead + cut
    )  # fmt: skip


def without(stretch: Stretch, text: str) -> Stretch:
    """A stretch as it reads with `text` for its own, from which the markers of notes are gone; it is as wide as with
    them."""
    return Stretch(
        stretch.start,
        stretch.end,
        text,
        stretch.boundary,
        blank_before=stretch.blank_before,
        interrupted=stretch.interrupted,
        lead=stretch.lead,
        marked=stretch.text,
    )
