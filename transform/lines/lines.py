"""The lines of a document, with their places in the raw text.

Everything that looks at layout looks at these lines; nothing else counts line ends or form feeds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# A line ends at CRLF, CR, LF, vertical tab, form feed or the Unicode line and paragraph separators.
# Matches: "\r\n", "\n", "\f".
LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")

WORD = re.compile(r"\S+")


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


def first_word(text: str) -> str:
    """The first word of `text`, with the punctuation that sticks to it; empty where there is none."""
    match = WORD.search(text)
    return match.group() if match else ""
