"""PDFs for the tests, drawn character by character, so that a test decides what stands where and is drawn when."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.pdfgen.canvas import Canvas

SIZE, PITCH, LEFT, TOP = 11.0, 14.0, 60.0, 780.0
LINES = 50
"""So many lines fit on a page."""
WIDE = (1200.0, 842.0)
"""A page on which no line of a sample is too long."""

Draw = Callable[[Canvas], None]


def sheet(*pages: Draw, size: tuple[float, float] = (595.0, 842.0), password: str | None = None) -> bytes:
    """A PDF whose pages are drawn by these functions."""
    sink = io.BytesIO()
    canvas = Canvas(sink, pagesize=size, encrypt=password)
    for draw in pages:
        canvas.setFont("Helvetica", SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return sink.getvalue()


def at(place: int, text: str, *, x: float = LEFT, size: float = SIZE, raised: float = 0.0) -> Draw:
    """Draws a text on the line with this number, counted from the top."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, TOP - place * PITCH + raised, text)

    return draw


def all_of(*draws: Draw) -> Draw:
    """Draws one after another."""

    def draw(canvas: Canvas) -> None:
        for one in draws:
            one(canvas)

    return draw


def typeset(text: str, *, last_first: bool = False, heads: Sequence[str] = ()) -> bytes:
    """A text with its lines as they are; a form feed begins a page, and so does the last blank line on it. With
    `last_first` the first lines of each page are drawn last; `heads` are printed over every page."""
    pages: list[Draw] = []
    for part in text.split("\f"):
        lines = part.split("\n")
        while lines:
            foot = max((at for at, line in enumerate(lines[:LINES]) if not line), default=0)
            end = len(lines) if len(lines) <= LINES else foot or LINES
            own, lines = [*heads, *lines[:end]], lines[end:]
            draws = [at(place, line) for place, line in enumerate(own) if line.strip()]
            pages.append(all_of(*(draws[6:] + draws[:6] if last_first else draws)))
    return sheet(*pages, size=WIDE)
