"""The lines of a document, with their places in the text, and what parts each from the one before.

Everything that looks at layout looks at these lines; nothing else counts line ends or form feeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from itertools import repeat

from transform.lines.marks import UNTOLD, Marked

# A line ends at CRLF, CR, LF, vertical tab, form feed or the Unicode line and paragraph separators.
# Matches: "\r\n", "\n", "\f".
LINE_END = re.compile(r"(\r\n|[\n\r\v\f\x85\u2028\u2029])")
# Those besides the line feed that nearly every line ends at.
RARE_ENDS = "\r\v\f\x85\u2028\u2029"


class Boundary(IntEnum):
    """What parts a line from the one before it, the weakest first."""

    MID_LINE = 0
    """A blank in a line that shows no lost line end: a label may stand there all the same."""
    NOTHING = 1
    """Its line end was lost without a trace: `zijn?2. Welke`."""
    BLANK = 2
    """One blank where a line end was lost."""
    BLANKS = 3
    """Several blanks."""
    LINE_END = 4
    BLANK_LINE = 5
    """A blank line, or the beginning of the document."""
    PAGE = 6
    """A form feed."""


class Line(Marked):
    """One line that is not blank: its text without the white space around it, where that stands, and its marks."""

    __slots__ = ("blank_before", "boundary", "end", "joined", "labels", "lead", "page_before", "start", "whole")

    def __init__(
        self,
        start: int,
        end: int,
        text: str,
        boundary: Boundary = Boundary.LINE_END,
        *,
        blank_before: bool = False,
        lead: int = 0,
    ) -> None:
        """`start` and `end`: offsets of the first non-blank character and after the last; `blank_before`: a blank line
        stands before it, or the beginning of the document, besides a form feed too; `lead`: how many characters of the
        dump's line stand before it."""
        # Not by super(): most of what a parse makes is lines.
        self.text = text
        self._ending = self._opening = self._first_word = UNTOLD
        self.lead = lead
        self.start, self.end, self.boundary = start, end, boundary
        self.blank_before = blank_before or boundary is Boundary.BLANK_LINE
        self.page_before = boundary is Boundary.PAGE
        self.joined = boundary <= Boundary.BLANKS
        """No line end stands before it: it was cut out of a longer line."""
        self.whole = False
        """It is one of the layout's own lines: nothing is cut out of it."""
        self.labels: object = None
        """What the grammar of labels sees at its beginning; see `transform.lines.labels`."""

    @property
    def width(self) -> int:
        """How many characters the dump's line has up to its end."""
        return self.lead + len(self.text)

    def share_marks(self, other: Line) -> None:
        """Take over the marks of another line with the same text."""
        self._ending, self._opening, self._first_word = other._ending, other._opening, other._first_word
        self.labels = other.labels

    def on_new_page(self) -> Line:
        """The same line as the first of a page."""
        line = Line(self.start, self.end, self.text, Boundary.PAGE, blank_before=self.blank_before, lead=self.lead)
        line.share_marks(self)
        return line

    def __repr__(self) -> str:
        return f"Line({self.start}, {self.end}, {self.text!r}, {self.boundary.name})"


def read_lines(text: str) -> list[Line]:
    """All lines of `text` that are not blank, in order; `text[line.start:line.end] == line.text`."""
    lines: list[Line] = []
    blank, page, cursor = True, False, 0
    for content, mark in _contents(text):
        stripped = content.strip()
        if stripped:
            start = cursor + content.index(stripped[0])
            boundary = Boundary.PAGE if page else Boundary.BLANK_LINE if blank else Boundary.LINE_END
            lines.append(Line(start, start + len(stripped), stripped, boundary, blank_before=blank))
            blank = page = False
        else:
            blank = True
        page = page or mark == "\f"
        cursor += len(content) + len(mark)
    return lines


def _contents(text: str) -> Iterable[tuple[str, str]]:
    """What stands between the line ends of a text, each with the line end after it."""
    if not any(end in text for end in RARE_ENDS):
        return zip(text.split("\n"), repeat("\n"))
    parts = LINE_END.split(text)
    return zip(parts[::2], [*parts[1::2], ""], strict=True)


def line_number(text: str, offset: int) -> int:
    """The number of the line that an offset of `text` lies in, from 1, as an editor shows it."""
    return 1 + sum(1 for _ in LINE_END.finditer(text, 0, offset))
