"""Page furniture: page numbers, headers and footers, running titles (anatomy.md, The pieces).

Furniture stands where pages end. A form feed shows that, and so do lines that can be nothing else: a numbered page
("Pagina 2 van 5"), the institution's own line, and bare numbers that count up from page to page. What stands beside
them page after page is furniture too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from transform.lines.addresses import BEGINS_ADDRESS
from transform.lines.lines import Line
from transform.lines.marks import is_mid_sentence
from transform.lines.tokens import opens_label

# Matches: "Pagina 2 van 5", "pag. 3", "blz. 2/4", "p. 2", "Bladzijde 3".
NUMBERED_PAGE = re.compile(
    r"[-–—|\s]*(?:pagina|bladzijde|pag\.|blz\.|p\.)\s*\d{1,3}(?:\s*(?:van|/|-)\s*\d{1,3})?[-–—|\s]*", re.I
)
# A page's number, at a page's edge. Matches: "2", "- 2 -", "– 3 –", "[4]", "2/5", "2 van 5".
PAGE_NUMBER = re.compile(
    r"(?P<dash>[-–—]\s*)?\[?(?P<page>\d{1,3})(?P<bracket>\])?(?:\s*(?:/|van)\s*(?P<pages>\d{1,3}))?(?:\s*[-–—])?", re.I
)
FIGURES = re.compile(r"\d+")
# A line that is nothing but a figure. Matches: "12", "2.500", "7,5 %", "€ 300", "-".
FIGURE = re.compile(r"[€\s]*(?:[\d.,/%]+\s*[%€]?|[-–])")

# How many lines of a page's edge can be furniture, and how long they are at the most.
EDGE_LINES = 3
LONGEST, LONGEST_NUMBER = 110, 12
# A header or footer has more letters than a bullet.
FEWEST_LETTERS = 2
# A page holds at least so many lines, a line of running text at least so many characters.
SHORTEST_PAGE, SHORTEST_TEXT = 8, 40
# A shorter line in mid-sentence may be a cell, or a word of a justified line.
SHORTEST_TORN = 30
# How far from a number other figures show that it is a cell of a table.
CELLS_AROUND = 3

# What speaks for a number on a line of its own being a page's, and against it.
TORN = 2.0  # a sentence runs on over it
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
# So many lines a page has, at least and at most, by which a number can be that of its page.
FEWEST_LINES, MOST_LINES = 20, 75
# Matches: "1 Zie", "2 ‘LEZ’", "3 https://".
NOTE_AT_FOOT = re.compile(r"[1-9]\d?\s+(?:[A-ZÀ-Þ‘“\"'(]|https?:|www\.)")
# How far above a page's number its notes begin.
LONGEST_NOTE = 4


@dataclass(frozen=True, slots=True)
class FurnitureLines:
    """The lines that the pages of a parliament bear, each a pattern for a whole line."""

    institution: re.Pattern[str]
    """The institution's own line, furniture wherever it stands."""
    running_title: re.Pattern[str]
    """A running title, which names the document or the series, furniture at a page's edge."""


def find_furniture(lines: Sequence[Line], of_layout: FurnitureLines) -> set[int]:
    """The indices of the lines that are page furniture. `of_layout`: the lines that only its parliament has."""
    certain = {
        index
        for index, line in enumerate(lines)
        if NUMBERED_PAGE.fullmatch(line.text) or of_layout.institution.fullmatch(line.text)
    }
    certain |= _counted_pages(lines, certain)
    return certain | _at_page_edges(lines, certain, of_layout)


# ------------------------------------------------------------------------------------------ numbers that count pages


@dataclass(frozen=True, slots=True)
class _Number:
    """A line that could be a page's number."""

    index: int
    page: int
    form: str
    """How it is printed: `2`, `- 2 -`, `2/5`; the pages of one dump are numbered in one way."""
    evidence: float


def _counted_pages(lines: Sequence[Line], furniture: Set[int]) -> set[int]:
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
        yield _Number(index, page, form, _evidence(lines, index, page, furniture))


def _evidence(lines: Sequence[Line], index: int, page: int, furniture: Set[int]) -> float:
    """What speaks for the number at `index` being that of `page`."""
    if index - 1 in furniture or index + 1 in furniture:
        return TORN
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    small = after is not None and after.begins_small
    is_torn = before is not None and after is not None and (
        is_mid_sentence(before, after) or (before.text[-1:] == "-" and small)
    )  # fmt: skip
    if is_torn and before is not None and len(before.text) >= SHORTEST_TORN:
        return TORN
    beside = [before is not None and _is_text(before), after is None or _is_text(after)]
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
    around = range(max(0, index - CELLS_AROUND), min(len(lines), index + CELLS_AROUND + 1))
    if any(FIGURE.fullmatch(lines[at].text) for at in around if at != index):
        evidence += AMONG_CELLS
    return evidence


def _is_text(line: Line) -> bool:
    """Whether a line is running text or a head, and no cell: it is long, or ends a sentence, or is all capitals."""
    text = line.text
    return len(text) >= SHORTEST_TEXT or (len(text.split()) > 1 and (line.ends_sentence or text.isupper()))


def _best_count(numbers: Sequence[_Number]) -> list[_Number]:
    """The run of numbers that count up from page to page, from the first page or the second, with the most for it."""
    scores: list[float] = []
    before: list[int] = []
    """For each number what the best run that ends with it has for it, and the place of the number before it in that
    run, -1 where it is the first."""
    best_to: dict[int, int] = {}
    """For each page the place of the number with which the best run ends there, of those a page's length back."""
    far_enough = 0
    for number in numbers:
        while numbers[far_enough].index + SHORTEST_PAGE <= number.index:
            page = numbers[far_enough].page
            if page not in best_to or scores[far_enough] >= scores[best_to[page]]:
                best_to[page] = far_enough
            far_enough += 1
        score, place = (number.evidence if number.page <= 2 else IMPOSSIBLE), -1
        earlier = best_to.get(number.page - 1)
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


# ------------------------------------------------------------------------------------------ what stands at pages' edges


def _at_page_edges(lines: Sequence[Line], certain: Set[int], of_layout: FurnitureLines) -> set[int]:
    """The furniture at the edges of pages, which form feeds and certain furniture part."""
    found: set[int] = set()
    edges = list(_edges(lines, certain))
    repeated = Counter(
        (place % 2, distance, _shape(lines[index].text))
        for place, edge in enumerate(edges)
        for distance, index in enumerate(edge)
    )
    for place, edge in enumerate(edges):
        # A page has one number; it stands at the foot before the break or else at the head after it.
        numbered = place % 2 == 1 and any(PAGE_NUMBER.fullmatch(lines[index].text) for index in edges[place - 1])
        for distance, index in enumerate(edge):
            is_number = PAGE_NUMBER.fullmatch(lines[index].text) is not None
            times = repeated[place % 2, distance, _shape(lines[index].text)]
            if index not in certain and (
                (is_number and numbered) or not (is_number or _is_edge_furniture(lines[index], times, of_layout))
            ):
                break
            numbered = numbered or is_number
            found.add(index)
    return found


def _edges(lines: Sequence[Line], certain: Set[int]) -> Iterator[list[int]]:
    """The last lines of each page, the nearest to its end first, and the first lines of the next, in turn. The last
    edge is the end of the document where pages are parted by form feeds."""
    feeds = [index for index, line in enumerate(lines) if line.page_before and index]
    for first in feeds:
        yield list(range(first - 1, max(first - 1 - EDGE_LINES, -1), -1))
        yield list(range(first, min(first + EDGE_LINES, len(lines))))
    if feeds:
        yield list(range(len(lines) - 1, max(len(lines) - 1 - EDGE_LINES, -1), -1))


def _shape(text: str) -> str:
    """A line with its figures made equal: what a footer shares from page to page."""
    return FIGURES.sub("0", " ".join(text.split()).casefold())


def _is_edge_furniture(line: Line, times: int, of_layout: FurnitureLines) -> bool:
    """Whether a line at a page's edge is furniture; `times`: how often it stands at this place of a page."""
    if len(line.text) > LONGEST:
        return False
    if NUMBERED_PAGE.fullmatch(line.text) or of_layout.institution.fullmatch(line.text):
        return True
    if of_layout.running_title.fullmatch(line.text) and not line.text.endswith((".", "?", ",")):
        return True
    # A text's own line stands at a page's edge once; a header or footer does so on page after page.
    if times < 2 or sum(letter.isalpha() for letter in line.text) < FEWEST_LETTERS:
        return False
    # Labels, and sentences that every part has, repeat themselves too.
    return not line.text.endswith((".", "?", "!", ";", ":")) and not opens_label(line, combined=True)
