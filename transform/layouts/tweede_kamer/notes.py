"""Footnotes: `1NOS, 29 oktober` at a page's foot, its figure glued to it or not; `1) …` and `[1] …` at the end.

A block of notes stands at the end of a page, and of a document without pages, and counts on through the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transform.layouts.tweede_kamer.headings import is_heading
from transform.lines.footnotes import BEGINS_NOTE, MONTH, NEAR, NOT_A_MARKER, NoteLines
from transform.lines.lines import Line

# The beginning of a note, in each style. A figure that is glued to its text has a word, a quote or the number of a
# case behind it.
# Matches: "[1] " in "[1] NOS, 17 november", "[2]" in "[2]https".
BRACKETED = re.compile(r"\[(?P<number>\d{1,3}) ?\]\s*")
# Matches: "1) " in "1) Pointer, 17 november".
CLOSED = re.compile(r"(?P<number>\d{1,3})\)\s+")
# Matches: "1" in "1NOS, 29 oktober", "3" in "32024Z15585/2024D37938".
GLUED = re.compile(
    r"(?P<number>[1-9]\d?)(?=[A-ZÀ-Þ«‘’“”\"'(\[]|(?:de|het) [A-Z]|"
    r"(?i:https?:|www\.|zie\b|vgl\b|cf\b)|(?:19|20)\d\d[ZD]\d)"
)
# Matches: "1 " in "1 Nederlands Dagblad".
SPACED = re.compile(r"(?P<number>[1-9]\d?)\s+(?=\S)")
STYLES = (BRACKETED, CLOSED, GLUED, SPACED)
# What a spaced figure may have behind it besides the beginning of a sentence. Matches: "3628105–1050416", "2023D39037".
NUMBER_OF_DOCUMENT = re.compile(r"\d{4,}")
# What follows a figure that marks a note. Matches: "" before " en", "" before ".".
AFTER_FIGURE = r"(?![\w%€°]|[.,]\d|/\d|:\d)"


@dataclass(frozen=True, slots=True)
class _Begins:
    """A line that a note can begin in."""

    place: int
    """Its place among the lines of the page."""
    number: int
    text_start: int
    style: re.Pattern[str]


def find_notes(lines: Sequence[Line], pages: Sequence[Sequence[int]]) -> list[NoteLines]:
    """The notes of a document, in order. `pages`: for each page the indices of its lines, furniture left out."""
    notes: list[NoteLines] = []
    expected, since = 1, 0
    text: list[int] = []
    """The lines of text so far, those of notes left out."""
    for page in pages:
        block = _block(lines, page, expected)
        first = block[0].place if block else len(page)
        text += page[:first]
        for at, note in enumerate(block):
            places = [*_places(lines, text, note, since)]
            is_apart = bool(notes) and lines[page[note.place]].blank_before
            if not places and note.style is SPACED and not is_apart:
                # A figure and a sentence make no note; what stands below it is text, too.
                text += page[note.place :]
                break
            stop = block[at + 1].place if at + 1 < len(block) else len(page)
            held = page[note.place : stop]
            notes.append(NoteLines(str(note.number), range(held[0], held[-1] + 1), note.text_start, tuple(places)))
            expected = note.number + 1
            since = places[-1][1] if places else since
    return notes


def _block(lines: Sequence[Line], page: Sequence[int], expected: int) -> list[_Begins]:
    """The beginnings of the notes at the end of a page: the longest row that counts on from `expected`, of each number
    the last line before the next number's."""
    heads = [place for place, index in enumerate(page) if is_heading(lines[index].text)]
    begins = [*_beginnings(lines, page, heads[-1] + 1 if heads else 0, expected)]
    for last in sorted({one.number for one in begins}, reverse=True):
        row: list[_Begins] = []
        before = len(page)
        for number in range(last, expected - 1, -1):
            found = next((one for one in reversed(begins) if one.number == number and one.place < before), None)
            if found is not None:
                row.insert(0, found)
                before = found.place
            elif not (row and row[0].style is BRACKETED):
                break  # only in brackets a number can be missing: a line end before it was lost
        else:
            if row and all(_agree(one.style, row[-1].style) for one in row):
                return row
    return []


def _agree(style: re.Pattern[str], other: re.Pattern[str]) -> bool:
    at_foot = (GLUED, SPACED)
    return style is other or (style in at_foot and other in at_foot)


def _beginnings(lines: Sequence[Line], page: Sequence[int], since: int, expected: int) -> Iterator[_Begins]:
    for place in range(since, len(page)):
        line = lines[page[place]]
        if line.text[0] not in "[123456789":
            continue
        for style in STYLES:
            match = style.match(line.text)
            if match is None or int(match["number"]) < expected:
                continue
            rest = line.text[match.end() :]
            told = BEGINS_NOTE.match(rest) or NUMBER_OF_DOCUMENT.match(rest)
            if style is SPACED and (not told or MONTH.match(rest)):
                continue
            yield _Begins(place, int(match["number"]), line.start + match.end(), style)
            break


def _places(lines: Sequence[Line], text: Sequence[int], note: _Begins, since: int) -> Iterator[tuple[int, int]]:
    """Where the marker of a note stands in the lines of text, raw offsets, end exclusive. `since`: where the marker of
    the note before it ends."""
    number = note.number
    bracketed = re.compile(rf"\s*\[{number} ?\]")
    found = list(_matches(lines, text, bracketed, 0))
    if note.style is CLOSED and not found:
        found = list(_matches(lines, text, re.compile(rf"(?<=\S)\s*\(?(?<!\d){number}\)"), since))[:1]
    if found or note.style in (BRACKETED, CLOSED):
        yield from found
        return
    for pattern in (
        rf"(?<=[a-zà-öø-ÿ.,;:!?)”’»%\"'\]]){number}{AFTER_FIGURE}|(?<=\d\s){number}(?=\s|$)",
        rf"^{number}(?=$|[\s.,;?)»”])",
        rf"(?<=[A-Z]){number}{AFTER_FIGURE}|(?<=\b(?:19|20)\d\d){number}{AFTER_FIGURE}",
    ):
        for start, end in _matches(lines, text, re.compile(pattern), since):
            yield start, end
            return


def _matches(
    lines: Sequence[Line], text: Sequence[int], pattern: re.Pattern[str], since: int
) -> Iterator[tuple[int, int]]:
    """The places of a pattern in the lines of text from the raw offset `since` on, those left out that are none."""
    for index in text:
        line = lines[index]
        if line.end <= since:
            continue
        for match in pattern.finditer(line.text):
            before = line.text[max(0, match.start() - NEAR) : match.start()]
            is_leading = match.start() == 0
            if line.start + match.start() < since or MONTH.match(line.text[match.end() :].lstrip()):
                continue
            if match.group()[-1].isdigit() and not is_leading and NOT_A_MARKER.search(before):
                continue
            yield line.start + match.start(), line.start + match.end()
