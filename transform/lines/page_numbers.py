"""Page numbers that no form feed shows: those that count up through a document, and the one that ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from transform.lines.addresses import BEGINS_ADDRESS
from transform.lines.lines import Line
from transform.lines.marks import is_mid_sentence
from transform.lines.tokens import opens_label

# A page's number, at a page's edge. Matches: "2", "- 2 -", "– 3 –", "[4]", "2/5", "2 van 5".
PAGE_NUMBER = re.compile(
    r"(?P<dash>[-–—]\s*)?\[?(?P<page>\d{1,3})(?P<bracket>\])?(?:\s*(?:/|van)\s*(?P<pages>\d{1,3}))?(?:\s*[-–—])?", re.I
)
# A line that is nothing but a figure. Matches: "12", "2.500", "7,5 %", "€ 300", "-".
FIGURE = re.compile(r"[€\s]*(?:[\d.,/%]+\s*[%€]?|[-–])")

LONGEST_NUMBER = 12
# A page holds at least so many lines; so many where both its ends are sure. A line of running text has at least so many
# characters.
SHORTEST_PAGE, SHORTEST_PLACED, SHORTEST_TEXT = 8, 2, 40
# A shorter line in mid-sentence may be a cell, or a word of a justified line.
SHORTEST_TORN = 30
# How far from a number other figures show that it is a cell of a table.
CELLS_AROUND, CELLS_BESIDE = 3, 2

# What speaks for a number on a line of its own being a page's, and against it.
TORN, TORN_SHORT = 2.0, 1.5  # a sentence runs on over it; so does one of few words
BETWEEN_TEXTS = 1.0  # text stands before it and after it, or the document ends with it
BEGINS_SMALL = 1.0  # what follows it begins in mid-sentence
APART = 0.5  # blank lines stand around it
AFTER_FULL_STOP = 1.0  # a sentence has ended before it, and it stands where that page could end
AFTER_NOTE = 1.0  # a note at a page's foot stands before it
AMONG_CELLS, NO_TEXT = -1.0, -1.0  # figures stand around it; no text stands beside it
# A count of pages is believed from this mean on, a lone number from this evidence on, and one that says how many pages
# there are (`2/5`) from less.
COUNT_BELIEVED, LONE_BELIEVED, OF_PAGES_BELIEVED = 0.5, 2.0, -0.5
IMPOSSIBLE = float("-inf")
# So many lines a page has, at least and at most, by which a number can be that of its page; and at least where each
# paragraph is one line.
FEWEST_LINES, MOST_LINES, FEWEST_PARAGRAPHS = 20, 75, 5
# Matches: "1 Zie", "2 ‘LEZ’", "3 https://".
NOTE_AT_FOOT = re.compile(r"[1-9]\d?\s+(?:[A-ZÀ-Þ‘“\"'(]|https?:|www\.)")
# How far above a page's number its notes begin.
LONGEST_NOTE = 4


@dataclass(frozen=True, slots=True)
class _Number:
    """A line that could be a page's number."""

    index: int
    page: int
    form: str
    """How it is printed: `2`, `- 2 -`, `2/5`; the pages of one dump are numbered in one way."""
    evidence: float
    placed: bool
    """It stands where a page ends for sure, in mid-sentence or at the document's end, or is printed as a page's number:
    the page before it may be short."""


def counted_pages(lines: Sequence[Line], furniture: Set[int]) -> set[int]:
    """The page numbers that no form feed shows: in each form the count from page to page with the most for it."""
    numbers = list(_numbers(lines, furniture))
    found: set[int] = set()
    for form in {number.form for number in numbers}:
        count = _best_count([number for number in numbers if number.form == form])
        evidence = sum(number.evidence for number in count)
        if form == "- -":
            believed = evidence > NO_TEXT * len(count)
        elif form != "-":
            believed = evidence >= OF_PAGES_BELIEVED * len(count)
        else:
            believed = evidence >= (COUNT_BELIEVED * len(count) if len(count) > 1 else LONE_BELIEVED)
        if believed:
            found.update(number.index for number in count)
    return found


def _numbers(lines: Sequence[Line], furniture: Set[int]) -> Iterator[_Number]:
    for index, line in enumerate(lines):
        match = PAGE_NUMBER.fullmatch(line.text) if len(line.text) <= LONGEST_NUMBER else None
        # A number in brackets, or above an address, is that of a note.
        if match is None or index in furniture or line.joined or match["bracket"]:
            continue
        if index + 1 < len(lines) and BEGINS_ADDRESS.match(lines[index + 1].text):
            continue
        page, pages = int(match["page"]), match["pages"]
        if pages and not 0 < page <= int(pages):
            continue
        form = "- -" if match["dash"] else f"/{pages}" if pages else "-"
        evidence = _evidence(lines, index, page, furniture)
        placed = form != "-" or evidence >= TORN_SHORT or index == len(lines) - 1
        yield _Number(index, page, form, evidence, placed)


def _evidence(lines: Sequence[Line], index: int, page: int, furniture: Set[int]) -> float:
    """What speaks for the number at `index` being that of `page`."""
    if index - 1 in furniture or index + 1 in furniture:
        # The last cell of a table stands right above a foot, too.
        return TORN + (AMONG_CELLS if is_among_cells(lines, index, index, CELLS_BESIDE, furniture) else 0.0)
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    small = after is not None and after.begins_small
    if before is not None and after is not None and _runs_on(before, after):
        if len(before.text) >= SHORTEST_TORN:
            return TORN
        if is_torn(lines, index, index, before, after):
            return TORN_SHORT
    beside = [before is not None and is_text(before), after is None or is_text(after)]
    evidence = BETWEEN_TEXTS if all(beside) else 0.0 if any(beside) else NO_TEXT
    can_end_page = page * FEWEST_LINES <= index <= page * MOST_LINES
    if before is not None and all(beside) and can_end_page and before.text.endswith((".", "?", "!")):
        evidence += AFTER_FULL_STOP
    above = lines[max(0, index - LONGEST_NOTE) : index]
    if before is not None and before.text.endswith(".") and any(NOTE_AT_FOOT.match(line.text) for line in above):
        evidence += AFTER_NOTE
    if after is not None and small and beside[1] and not opens_label(after, combined=True):
        evidence += BEGINS_SMALL
    evidence += APART if lines[index].blank_before and (after is None or after.blank_before) else 0.0
    if is_among_cells(lines, index, index, CELLS_AROUND):
        evidence += AMONG_CELLS
    return evidence


def last_number(lines: Sequence[Line], furniture: Set[int]) -> set[int]:
    """The page number with which the document ends, under the end of a sentence; figures under a question answer it,
    and those among figures are cells."""
    last = len(lines) - 1
    match = PAGE_NUMBER.fullmatch(lines[last].text) if last > 0 else None
    if match is None or last in furniture or match["bracket"] or lines[last].joined:
        return set()
    can_be_page = int(match["page"]) <= 1 + last // FEWEST_PARAGRAPHS
    above = lines[last - 1]
    ends = above.text.endswith(".") and (is_text(above) or above.begins_small)
    return {last} if can_be_page and ends and not is_among_cells(lines, last, last, CELLS_AROUND, furniture) else set()


def _runs_on(before: Line, after: Line) -> bool:
    """Whether a sentence, or a word, runs on from one line to another."""
    return is_mid_sentence(before, after) or (before.text[-1:] == "-" and after.begins_small)


def is_torn(lines: Sequence[Line], first: int, last: int, before: Line, after: Line) -> bool:
    """Whether the lines from `first` to `last` tear a sentence of running text: not headings nor cells of a table."""
    if not _runs_on(before, after) or before.text.isupper() or after.text.isupper():
        return False
    if is_among_cells(lines, first, last, CELLS_BESIDE):
        return False
    long = len(before.text) >= SHORTEST_TEXT and len(after.text) >= SHORTEST_TEXT
    of_words = " " in before.text and (after.ends_sentence or len(after.text) >= SHORTEST_TORN)
    return long or (after.begins_small and (len(before.text) >= SHORTEST_TORN or of_words))


def is_among_cells(lines: Sequence[Line], first: int, last: int, reach: int, furniture: Set[int] = frozenset()) -> bool:
    """Whether a line of nothing but a figure that is no `furniture` stands near the lines from `first` to `last`. The
    document's last line is no sign of a table: it may be the last page's number."""
    around = [*range(max(0, first - reach), first), *range(last + 1, min(len(lines) - 1, last + 1 + reach))]
    return any(at not in furniture and FIGURE.fullmatch(lines[at].text) for at in around)


def is_text(line: Line) -> bool:
    """Whether a line is running text or a head, and no cell: it is long, or ends a sentence, or is all capitals."""
    text = line.text
    return len(text) >= SHORTEST_TEXT or (len(text.split()) > 1 and (line.ends_sentence or text.isupper()))


def _best_count(numbers: Sequence[_Number]) -> list[_Number]:
    """The run of numbers that count up from page to page, from the first page or the second, with the most for it."""
    scores: list[float] = []
    before: list[int] = []
    """For each number what the best run that ends with it has for it, and the place of the number before it in that
    run, -1 where it is the first."""
    best: tuple[dict[int, int], dict[int, int]] = ({}, {})
    """For each page the place of the number with which the best run ends there: of those a page's length back, and of
    those that surely end a page, however short."""
    reached = [0, 0]
    for number in numbers:
        for way, length in enumerate((SHORTEST_PAGE, SHORTEST_PLACED)):
            while numbers[reached[way]].index + length <= number.index:
                at = reached[way]
                page = numbers[at].page
                if (not way or numbers[at].placed) and scores[at] >= scores[best[way].get(page, at)]:
                    best[way][page] = at
                reached[way] += 1
        score, place = (number.evidence if number.page <= 2 else IMPOSSIBLE), -1
        for earlier in (best[0].get(number.page - 1), best[1].get(number.page - 1) if number.placed else None):
            if earlier is not None and scores[earlier] + number.evidence >= score:
                score, place = scores[earlier] + number.evidence, earlier
        scores.append(score)
        before.append(place)
    last = max(range(len(numbers)), key=lambda at: (scores[at], at), default=-1)
    count: list[_Number] = []
    while last >= 0 and scores[last] > IMPOSSIBLE:
        count.append(numbers[last])
        last = before[last]
    return count[::-1]
