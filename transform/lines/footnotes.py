"""Footnotes: the lines that hold them, and the markers that stand in the text for them (anatomy.md, The pieces).

Two styles: `[1] text` with `[1]` in the text, and a line `1 text` at the foot of a page with the figure glued to a
word (`gevel1 in`). The second is believed only where note and marker bear each other out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from transform.dutch.sentences import SENTENCE_END
from transform.lines.addresses import BEGINS_ADDRESS, continues_address
from transform.lines.lines import Line
from transform.lines.marks import first_word
from transform.lines.page import Page
from transform.lines.tokens import opens_label

# Matches: "[1] Art. 15", "[12]".
BRACKETED_NOTE = re.compile(r"\[(?P<number>\d{1,3})\](?:\s+|$)")
# Matches: "1 ‘LEZ’ is", "2 https://", "¹ Zie", "3": the figure of a note at a page's foot; alone on its line only above
# an address that would not fit beside it.
FOOT_NOTE = re.compile(r"(?P<number>[1-9]\d?|[¹²³⁰⁴-⁹]{1,2})(?:\s+(?=\S)|(?<=[¹²³⁰⁴-⁹])(?=\S)|$)")
# Matches: "[1]" in the text, with the white space before it.
BRACKETED_MARKER = re.compile(r"\s*\[(?P<number>\d{1,3})\]")
# A figure glued to a small letter or to closing punctuation. Matches: "1" in "gevel1 in", in "gemeente.1 Daarna".
GLUED_MARKER = re.compile(r"(?<=[a-zà-öø-ÿ.,;:!?)”’»%\"'])(?P<number>[1-9]\d?)(?![\w%€]|[.,]\d|/\d)")
# A figure glued to capitals ("ETS1") is a marker only where nothing better is found.
GLUED_TO_CAPITALS = re.compile(r"(?<=[A-Z])(?P<number>[1-9]\d?)(?![\w%€]|[.,]\d|/\d)")
SUPERSCRIPT_MARKER = re.compile(r"(?P<number>[¹²³⁰⁴-⁹]{1,2})")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# What the number of a note at a page's foot begins with.
FIGURES = frozenset("123456789⁰¹²³⁴⁵⁶⁷⁸⁹")
# What a glued figure is not: a unit ("25 m2"), a decimal or a numbered abbreviation ("nr.5", "art.3", "p.4", "1.2"; but
# "sinds 2012.1 Toen" ends a sentence in a year), or the first thing in a quotation ("'1 plan per school'").
NOT_A_MARKER = re.compile(
    r"(?:(?<![^\W\d_])[kcdm]?m|\b(?:nr|nrs|art|p|blz|pag|vgl|ca|par|lid)\.|\d[,:]|(?<!\b\d\d\d)\d\.|\b[a-z]|(?:^|\s)['\"])$",
    re.I,
)
# So many characters before a figure tell.
NEAR = 12
# A line that begins a sentence or an address, as a note's text does. Matches: "‘LEZ’", "Zie", "https://".
BEGINS_NOTE = re.compile(r"[A-ZÀ-Þ‘’“”\"'(«]|(?i:https?://|www\.|zie\b|cf\b|art\.|ibid)")
# Matches: "KMO" at the end of "elke KMO"; "ETS1", "de".
WORD_AT_END = re.compile(r"\w+$")
WHOLE_WORD = re.compile(r"\w+")
# "1 januari 2024" at the beginning of a line is a date.
MONTH = re.compile(
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b", re.I
)


@dataclass(frozen=True, slots=True)
class NoteLines:
    """A footnote as it was found: its marker, its lines, and the place that its marker stands in."""

    marker: str
    lines: range
    """Indices of the lines that hold it."""
    text_start: int
    """Raw offset of its text, after the marker."""
    places: tuple[tuple[int, int], ...]
    """Where its marker stands in the text, raw offsets, end exclusive; empty where it was not found."""


def find_notes(lines: Sequence[Line], page: Page, answer_from: int | None = None) -> list[NoteLines]:
    """The footnotes among `lines`, which are the running text of a document: question and answer. In order.

    `page`: that of the dump; `answer_from`: the index of the answer's first line, None where there is none. Notes in
    brackets stand on the side of their markers, or on the next one; notes at a page's foot stand wherever the page
    ended, and are numbered on from the question to the answer, or anew.
    """
    boundary = len(lines) if answer_from is None else answer_from
    bracketed = _bracketed(lines[:boundary], (), 0)
    taken = {index for note in bracketed for index in note.lines}
    before = [line for index, line in enumerate(lines[:boundary]) if index not in taken]
    bracketed += _bracketed(lines[boundary:], before, boundary)
    return sorted(bracketed + _at_foot(lines, page), key=lambda note: note.lines.start)


def _bracketed(lines: Sequence[Line], earlier: Sequence[Line], base: int) -> list[NoteLines]:
    """The notes in brackets of one side. `earlier`: the side before, without its notes; `base`: the index of the side's
    first line."""
    marks: dict[str, list[tuple[int, int, int]]] = {}
    for index, line in enumerate(lines):
        for match in BRACKETED_MARKER.finditer(line.text) if "[" in line.text else ():
            marks.setdefault(match["number"], []).append((index, line.start + match.start(), line.start + match.end()))
    notes: list[NoteLines] = []
    for number, found in marks.items():
        at_start = [index for index, _, _ in found if _opens_note(lines, index, number)]
        if not at_start:
            continue
        # The marker comes before its note; of several lines that begin with it, the last is the note.
        first = at_start[-1]
        stop = first + 1
        while stop < len(lines) and not lines[stop].blank_before and not lines[stop].page_before:
            if BRACKETED_NOTE.match(lines[stop].text):
                break
            stop += 1
        note = BRACKETED_NOTE.match(lines[first].text)
        assert note is not None, "the line was chosen for beginning with a bracketed marker"
        places = tuple((start, end) for index, start, end in found if index != first) or tuple(
            (line.start + mark.start(), line.start + mark.end())
            for line in earlier
            if "[" in line.text
            for mark in BRACKETED_MARKER.finditer(line.text)
            if mark["number"] == number
        )
        notes.append(NoteLines(number, range(base + first, base + stop), lines[first].start + note.end(), places))
    return notes


def _opens_note(lines: Sequence[Line], index: int, number: str) -> bool:
    match = BRACKETED_NOTE.match(lines[index].text)
    if match is None or match["number"] != number:
        return False
    if lines[index].blank_before or lines[index].page_before or BRACKETED_NOTE.match(lines[index - 1].text):
        return True
    # A marker that a wrap brought to the beginning of a line stands behind an unfinished sentence or right after one;
    # a note's text begins like a sentence.
    text = lines[index].text[match.end() :]
    if not text and index + 1 < len(lines):
        return BEGINS_ADDRESS.match(lines[index + 1].text) is not None
    return BEGINS_NOTE.match(text) is not None


def _at_foot(lines: Sequence[Line], page: Page) -> list[NoteLines]:
    """The notes at the feet of pages: lines that begin with the number whose turn it is, below its glued marker."""
    notes: list[NoteLines] = []
    markers: _GluedMarkers | None = None
    expected, since, index = 1, 0, 0
    while index < len(lines):
        block = _block(lines, index, expected, page) if lines[index].text[0] in FIGURES else []
        if not block:
            index += 1
            continue
        markers = markers or _GluedMarkers(lines)
        last = block[-1][2]
        page_ends = last >= len(lines) or lines[last].page_before
        believed = 0
        for number, first, stop, text_start in block:
            place = markers.nearest(number, since if number == expected else 0, index, page_ends)
            if place is None and believed and page_ends:
                # The page broke before the marker of its last note.
                place = markers.nearest(number, last, len(lines), False)
            if place is None:
                break
            notes.append(NoteLines(str(number), range(first, stop), text_start, (place[1:],)))
            believed, expected, since = stop, number + 1, place[0]
        index = max(believed, index + 1)
    return notes


def _block(lines: Sequence[Line], index: int, expected: int, page: Page) -> list[tuple[int, int, int, int]]:
    """The notes that stand under each other from line `index` on: number, first line, line after, and raw offset of the
    text. Empty where no block of notes begins: one stands at a page's edge, or after the end of a sentence."""
    block: list[tuple[int, int, int, int]] = []
    at = index
    while at < len(lines):
        match = FOOT_NOTE.match(lines[at].text)
        number = int(match["number"].translate(SUPERSCRIPTS)) if match else 0
        if match is None or number not in ((block[-1][0] + 1,) if block else (expected, 1)):
            break
        text = lines[at].text[match.end() :]
        first = at
        if not text and at + 1 < len(lines) and BEGINS_ADDRESS.match(lines[at + 1].text):
            first, text = at + 1, lines[at + 1].text
        if MONTH.match(text) or not BEGINS_NOTE.match(text):
            break
        stop = _foot_end(lines, first, number, page)
        block.append((number, at, stop, lines[at].start + match.end()))
        at = stop
    if not block:
        return []
    is_edge = at >= len(lines) or lines[at].blank_before or lines[at].page_before
    before = lines[index - 1].text if index else ""
    if before[-1:].isdigit() and before.rstrip("0123456789").endswith(SENTENCE_END):
        before = before.rstrip("0123456789")  # "lezing.2": the marker of a note
    begins_apart = lines[index].blank_before or lines[index].page_before or before.endswith(SENTENCE_END)
    return block if is_edge or begins_apart else []


def _shortly_before(text: str, at: int) -> str:
    """The end of what stands before a place: as much as tells whether a figure is a marker. Where the text goes further
    back, a letter stands for it, so that only its real beginning is one."""
    return text[:at] if at <= NEAR else "x" + text[at - NEAR : at]


class _GluedMarkers:
    """The glued figures of a text that could be markers, by their number: found once, asked for often."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._found: dict[str, dict[int, list[tuple[int, int, int]]]] = {}
        for pattern in (SUPERSCRIPT_MARKER, GLUED_MARKER, GLUED_TO_CAPITALS):
            by_number: dict[int, list[tuple[int, int, int]]] = {}
            for index, line in enumerate(lines):
                for match in pattern.finditer(line.text):
                    if pattern is GLUED_MARKER and NOT_A_MARKER.search(_shortly_before(line.text, match.start())):
                        continue
                    number = int(match["number"].translate(SUPERSCRIPTS))
                    place = (index, line.start + match.start(), line.start + match.end())
                    by_number.setdefault(number, []).append(place)
            self._found[pattern.pattern] = by_number

    def nearest(self, number: int, since: int, before: int, page_ends: bool) -> tuple[int, int, int] | None:
        """The last marker of that number in the lines from `since` up to `before` (exclusive): its line and raw offsets
        (end exclusive). Glued to capitals it is believed where the word stands elsewhere without it, and where a page,
        or all of the text, ends with the note (`page_ends`)."""
        for pattern in (SUPERSCRIPT_MARKER, GLUED_MARKER, GLUED_TO_CAPITALS):
            places = self._found[pattern.pattern].get(number, [])
            for place in range(bisect_left(places, (before,)) - 1, -1, -1):
                index, start, _ = places[place]
                if index < since:
                    break
                if pattern is not GLUED_TO_CAPITALS or page_ends or self._stands_without(index, start):
                    return places[place]
        return None

    def _stands_without(self, index: int, start: int) -> bool:
        """Whether the word before a figure stands elsewhere without any figure: "ETS1" is a word, "KMO1" a marked
        one."""
        line = self._lines[index]
        word = WORD_AT_END.search(line.text[: start - line.start])
        return word is not None and word.group() in self._words

    @cached_property
    def _words(self) -> set[str]:
        return {word for line in self._lines for word in WHOLE_WORD.findall(line.text)}


def _foot_end(lines: Sequence[Line], first: int, number: int, page: Page) -> int:
    """The index after the last line of a note at a page's foot."""
    stop = first + 1
    while stop < len(lines):
        line = lines[stop]
        before = lines[stop - 1].text
        if line.blank_before or line.page_before or first_word(line.text) == str(number + 1):
            break
        if not continues_address(before, line.text) and (
            not page.forces(before, line.text) or opens_label(line, combined=True)
        ):
            break
        stop += 1
    return stop
