"""From characters at their places on a page to lines of text, in reading order.

Coordinates are in points, from the lower left corner of the page. A line is what stands on one baseline; a small figure
that is raised above it belongs to it. Lines are read from the top down, and the parts of a line from left to right,
with several blanks where a column of a table begins. Between two lines with more room than usual there is a blank line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

# All of the following are shares of the size of the characters.
SAME_BASELINE = 0.25
"""How far baselines of one line may differ."""
SMALL = 0.8
"""A raised character is smaller than this share of its line's."""
LEAST_RAISED, RAISED = 0.1, 0.75
"""How high the baseline of a raised one lies, at least and at most."""
SMALLER = 0.95
"""A line of a note is smaller than this share of what is usual on its page."""
TWICE, LIGATURE = 0.1, 3
"""So near to each other the same character was drawn twice, to look bold; a ligature is at most so many characters."""
BLANK, BLANK_IF_DRAWN, COLUMN = 0.18, 0.25, 1.8
"""Room that is a blank: on a page without drawn blanks, and on one with them. Room that parts columns."""

DRAWN_BLANKS = 0.05
"""A page draws its blanks where so many of its characters are some."""

PARAGRAPH = 1.35
"""Lines with more room between them than this share of what is usual on the page are parted by a blank line."""

CELLS = "   "

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

# The figure of a note at the beginning of its line. Matches: "12" in "12 Zie het decreet".
_NOTE = re.compile(r"(\d{1,3})(?=\s*\S*[^\W\d]|\s)")
# The same, written; it may touch its note. Matches: "[12]" in "[12]Zie het decreet".
_NOTE_WRITTEN = re.compile(r"^(\[\d{1,3}\])(?=\S)")


class Character(NamedTuple):
    """A character on a page."""

    text: str
    x: float
    """Where it begins on its baseline."""
    y: float
    """The height of its baseline."""
    left: float
    right: float
    size: float
    drawn: int = 0
    """Which one of the page it is, in the order of drawing."""
    is_tilted: bool = False


@dataclass(slots=True)
class PageLine:
    """A line of a page."""

    y: float
    size: float
    characters: list[Character] = field(default_factory=list)
    raised: set[int] = field(default_factory=set)
    """Those of its characters (`drawn`) that are smaller and higher than the others."""
    has_drawn_blanks: bool = True


def lines_of(characters: Sequence[Character]) -> list[PageLine]:
    """The lines of a page from the top down; those of tilted text at the end."""
    level = [one for one in characters if not one.is_tilted]
    blanks = [one for one in level if one.text.isspace()]
    drawn = len(blanks) > DRAWN_BLANKS * len(level)
    lines: list[PageLine] = []
    for one in sorted((one for one in level if not one.text.isspace()), key=lambda one: -one.y):
        line = lines[-1] if lines else None
        if line is None or line.y - one.y > SAME_BASELINE * min(line.size, one.size):
            line = PageLine(one.y, one.size, has_drawn_blanks=drawn)
            lines.append(line)
        line.characters.append(one)
        line.size = max(line.size, one.size)
    lines = _with_raised(lines)
    heights = [-line.y for line in lines]
    for blank in blanks:
        after = bisect_left(heights, -blank.y)
        near = min(lines[max(after - 1, 0) : after + 1], key=lambda line: abs(line.y - blank.y), default=None)
        if near is not None and abs(near.y - blank.y) <= SAME_BASELINE * near.size:
            near.characters.append(blank)
    for line in lines:
        line.characters = _in_order(line.characters)
    tilted = [one for one in characters if one.is_tilted]
    if "".join(one.text for one in tilted).strip():
        lines.append(PageLine(float("-inf"), tilted[0].size, tilted))
    return lines


def notes_of(lines: Sequence[PageLine]) -> frozenset[str]:
    """The figures of the notes of a page: those that a line begins with, raised, or small where the text is not."""
    sizes = [line.size for line in lines for _ in line.characters]
    usual = median(sizes) if sizes else 0.0
    found: set[str] = set()
    for line in lines:
        begin = "".join(one.text for one in line.characters[:4])
        is_small = line.characters[0].drawn in line.raised or line.size < SMALLER * usual
        if is_small and (note := _NOTE.match(begin)):
            found.add(note[1])
    return frozenset(found)


def written(lines: Sequence[PageLine], notes: Set[str]) -> str:
    """The text of a page. Raised figures with a note are written `[1]`, and so are those that begin the note; others as
    raised figures (`m²`)."""
    pitches = [above.y - below.y for above, below in pairwise(lines) if below.y > float("-inf")]
    usual = median(pitches) if pitches else 0.0
    texts: list[str] = []
    for index, line in enumerate(lines):
        if index and lines[index - 1].y - line.y > PARAGRAPH * usual:
            texts.append("")
        texts.append(_line_text(line, notes))
    return "\n".join(texts)


def _with_raised(lines: list[PageLine]) -> list[PageLine]:
    """The lines, with those that are nothing but small characters raised above the line below taken into it."""
    kept: list[PageLine] = []
    for line in lines:
        if kept and _is_raised(kept[-1], line):
            above = kept.pop()
            line.characters += above.characters
            line.raised |= {one.drawn for one in above.characters}
        kept.append(line)
    for line in kept:
        line.raised |= {
            one.drawn
            for one in line.characters
            if one.size < SMALL * line.size and one.y > line.y + LEAST_RAISED * line.size
        }
        base = [one.y for one in line.characters if one.drawn not in line.raised]
        line.y = median(base) if base else line.y
    return kept


def _is_raised(above: PageLine, line: PageLine) -> bool:
    if above.size >= SMALL * line.size or above.y - line.y > RAISED * line.size:
        return False
    left = min(one.left for one in line.characters) - 2 * line.size
    right = max(one.right for one in line.characters) + 2 * line.size
    return all(left <= one.left and one.right <= right for one in above.characters)


def _in_order(characters: list[Character]) -> list[Character]:
    """From left to right, what was drawn twice once. (A ligature is several characters at one place, drawn at once.)"""
    ordered: list[Character] = []
    for one in sorted(characters, key=lambda one: one.x):
        twice = any(
            one.text == before.text
            and abs(one.drawn - before.drawn) > LIGATURE
            and abs(one.x - before.x) < TWICE * one.size
            and abs(one.y - before.y) < TWICE * one.size
            for before in ordered[-3:]
        )
        if not twice:
            ordered.append(one)
    return ordered


def _line_text(line: PageLine, notes: Set[str]) -> str:
    parts: list[str] = []
    run = ""
    for blank, one in _with_blanks(line):
        is_raised = one.drawn in line.raised and one.text.isdecimal()
        if run and (blank or not is_raised):
            parts.append(_figure(run, notes))
            run = ""
        parts.append(blank)
        if is_raised:
            run += one.text
        else:
            parts.append(one.text)
    if run:
        parts.append(_figure(run, notes))
    text = "".join(parts)
    if (note := _NOTE.match(text)) and note[1] in notes and not line.raised:
        return f"[{note[1]}] {text[note.end() :].lstrip()}"
    return _NOTE_WRITTEN.sub(r"\1 ", text)


def _with_blanks(line: PageLine) -> Iterator[tuple[str, Character]]:
    """The characters of a line that are no blanks, each with the blanks before it."""
    gaps: list[tuple[float, bool, Character]] = []
    before, is_drawn = None, False
    for one in line.characters:
        if one.text.isspace():
            is_drawn = True
            continue
        gaps.append((0.0 if before is None else one.left - before.right, is_drawn and before is not None, one))
        before, is_drawn = one, False
    # A blank that is twice as wide as the narrowest of its line is two; where lines are justified, all are as wide.
    narrowest = min((room for room, is_drawn, _ in gaps if is_drawn and room > 0), default=0.0)
    enough = (BLANK_IF_DRAWN if line.has_drawn_blanks else BLANK) * line.size
    for room, is_drawn, one in gaps:
        if room > COLUMN * line.size:
            yield CELLS, one
        elif is_drawn:
            yield " " * min(max(round(room / narrowest) if narrowest else 1, 1), len(CELLS)), one
        else:
            # A raised figure stands a little off its word.
            yield " " if room > enough and one.drawn not in line.raised else "", one


def _figure(run: str, notes: Set[str]) -> str:
    return f"[{run}]" if run in notes else run.translate(SUPERSCRIPTS)
