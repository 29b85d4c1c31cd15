"""The lines of a document, with their places in the raw text.

Everything that looks at layout looks at these lines; nothing else counts line ends or form feeds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# A line ends at CRLF, CR, LF, vertical tab, form feed or the Unicode line and paragraph separators.
# Matches: "\r\n", "\n", "\f".
LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")

WORD = re.compile(r"\S+")

# Shorter lines than this say nothing about the width that a dump was wrapped at.
SHORTEST_TELLING_LINE = 30
# A dump whose long lines are longer than this is not wrapped: its lines are paragraphs.
WIDEST_PAGE = 160
# A line that is longer than the page's width by this factor was not wrapped.
FAR_LONGER = 1.3
# Proportional type: a line is full from this share of the page's width on.
FULL_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: its text without the white space around it, and where that stands."""

    start: int
    """Offset of the first non-blank character."""
    end: int
    """Offset after the last non-blank character."""
    text: str
    blank_before: bool
    """A blank line, or the beginning of the document, stands before this line."""
    page_before: bool
    """A form feed stands between the line before and this one."""
    joined: bool = False
    """No line end stands before it: it was cut out of a longer line."""


def read_lines(text: str) -> list[Line]:
    """All lines of `text` that are not blank, in order; `text[line.start:line.end] == line.text`."""
    lines: list[Line] = []
    blank, page, cursor = True, False, 0
    ends = [(match.start(), match.end(), match.group()) for match in LINE_END.finditer(text)]
    for stop, following, mark in [*ends, (len(text), len(text), "")]:
        content = text[cursor:stop]
        stripped = content.strip()
        if stripped:
            start = cursor + len(content) - len(content.lstrip())
            lines.append(Line(start, start + len(stripped), stripped, blank, page))
            blank = page = False
        else:
            blank = True
        page = page or mark == "\f"
        cursor = following
    return lines


def line_number(text: str, offset: int) -> int:
    """The number of the line that an offset of `text` lies in, from 1, as an editor shows it."""
    return 1 + sum(1 for _ in LINE_END.finditer(text, 0, offset))


def page_width(lines: Sequence[Line]) -> int | None:
    """The number of characters that a full line of this dump holds; None where the dump is not wrapped.

    The longest lines tell it, but for the few that stick out: the 95th percentile of the lines that are
    long enough to tell anything.
    """
    lengths = sorted(len(line.text) for line in lines if len(line.text) >= SHORTEST_TELLING_LINE)
    if not lengths:
        return None
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    # Paragraphs on one line each have all lengths: far longer ones stand beside those of a page's width.
    longer = sum(len(line.text) > width * FAR_LONGER and " " in line.text for line in lines)
    return width if width <= WIDEST_PAGE and longer <= max(1, len(lengths) // 50) else None


def first_word(text: str) -> str:
    """The first word of `text`, with the punctuation that sticks to it; empty where there is none."""
    match = WORD.search(text)
    return match.group() if match else ""


def is_forced(before: str, after: str, width: int | None) -> bool:
    """Whether the page's width made the break between two lines: the next word would not have fitted."""
    return width is not None and len(before) + 1 + len(first_word(after)) > width * FULL_SHARE
