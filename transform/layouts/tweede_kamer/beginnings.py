"""Where the documents of a file begin: at the masthead, or at the first line of a form that has none."""

from __future__ import annotations

from collections.abc import Sequence

from transform.layouts.tweede_kamer.words import (
    APPENDIX_LINE,
    CASE_LINE,
    EMBLEM,
    LETTER_ANSWERS_BEGIN,
    LETTER_BEGINS,
    MASTHEAD,
    SENT_IN,
    SERIES,
)
from transform.lines.lines import Line

# What the lines below begin with, figures apart: most lines are ruled out by it.
OPENINGS = ("Tweede Kamer der", "#", "*", "Vergaderjaar", "AH ", "In ", "Antwoord")
# The lines of one head stand no further apart than this; a letter's heading no further below its first sentence.
NEAR, NEAR_LETTER = 3, 15


def starts(lines: Sequence[Line]) -> list[int]:
    """The indices of the lines where a document begins, rising."""
    found: list[int] = []
    for index, line in enumerate(lines):
        text = line.text
        if not (text.startswith(OPENINGS) or text[4:5] == "Z"):
            continue
        last = found[-1] if found else -NEAR_LETTER - 1
        is_letter = LETTER_ANSWERS_BEGIN.match(text) is not None
        if (_begins(lines, index) and index - last > NEAR) or (is_letter and index - last > NEAR_LETTER):
            found.append(index)
    return found


def _begins(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the first of a document in some form of its own."""
    text = lines[index].text
    under = [line.text for line in lines[index + 1 : index + 1 + NEAR]]
    if MASTHEAD.match(text) or SERIES.match(text) or LETTER_BEGINS.match(text):
        return True
    if EMBLEM.match(text):
        return bool(under) and SERIES.match(under[0]) is not None
    if APPENDIX_LINE.match(text):
        return bool(under) and CASE_LINE.match(under[0]) is not None
    return CASE_LINE.match(text) is not None and any(SENT_IN.fullmatch(one) for one in under)
