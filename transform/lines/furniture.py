"""Page furniture: page numbers, headers and footers, running titles (anatomy.md, The pieces).

Furniture stands where pages end. A form feed shows that, and so do lines that can be nothing else: a numbered page
("Pagina 2 van 5"), the institution's own line, numbers that count up from page to page, and lines that come again, each
time elsewhere, and tear a sentence. What stands beside them page after page is furniture too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass

from transform.lines.lines import Line
from transform.lines.page_numbers import PAGE_NUMBER, counted_pages, last_number
from transform.lines.running_lines import RULE, coming_again, shape
from transform.lines.tokens import opens_label

# Matches: "Pagina 2 van 5", "pag. 3", "blz. 2/4", "p. 2", "Bladzijde 3", "Pagina | 2", "2 | Pagina".
NUMBERED_PAGE = re.compile(
    r"[-–—|\s]*(?:pagina|bladzijde|pag\.|blz\.|p\.)\s*[|:]?\s*\d{1,3}(?:\s*(?:van|/|-)\s*\d{1,3})?[-–—|\s]*"
    r"|\d{1,3}\s*\|\s*(?:pagina|bladzijde)",
    re.I,
)
# What such a line begins with.
NUMBERS_PAGE = frozenset("-–—| pPbB0123456789")

# How many lines of a page's edge can be furniture, and how long they are at the most.
EDGE_LINES = 3
LONGEST = 110
# A header or footer has more letters than a bullet.
FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class FurnitureLines:
    """The lines that the pages of a parliament bear, each a pattern for a whole line."""

    institution: re.Pattern[str]
    """The institution's own line, furniture wherever it stands."""
    running_title: re.Pattern[str]
    """A running title, which names the document or the series, furniture at a page's edge."""
    is_heading: Callable[[str], bool]
    """Whether a line is one of a heading's, which are printed again at the top of an answer."""
    opens_heading: Callable[[str], bool]
    """Whether a line is the first of a heading's: what stands above it is none of the heading."""


def find_furniture(lines: Sequence[Line], of_layout: FurnitureLines) -> set[int]:
    """The indices of the lines that are page furniture. `of_layout`: the lines that only its parliament has."""
    certain = {
        index
        for index, line in enumerate(lines)
        if (line.text[0] in NUMBERS_PAGE and NUMBERED_PAGE.fullmatch(line.text))
        or of_layout.institution.fullmatch(line.text)
    }
    certain |= coming_again(lines, certain, of_layout.running_title, of_layout.is_heading, of_layout.opens_heading)
    certain |= counted_pages(lines, certain)
    certain |= last_number(lines, certain)
    return certain | _at_page_edges(lines, certain, of_layout)


# ------------------------------------------------------------------------------------------ what stands at pages' edges


def _at_page_edges(lines: Sequence[Line], certain: Set[int], of_layout: FurnitureLines) -> set[int]:
    """The furniture at the edges of pages, which form feeds and certain furniture part."""
    found: set[int] = set()
    edges = list(_edges(lines, certain))
    repeated = Counter(
        (place % 2, distance, shape(lines[index].text))
        for place, edge in enumerate(edges)
        for distance, index in enumerate(edge)
    )
    for place, edge in enumerate(edges):
        # A page has one number; it stands at the foot before the break or else at the head after it.
        numbered = place % 2 == 1 and any(PAGE_NUMBER.fullmatch(lines[index].text) for index in edges[place - 1])
        for distance, index in enumerate(edge):
            is_number = PAGE_NUMBER.fullmatch(lines[index].text) is not None
            times = repeated[place % 2, distance, shape(lines[index].text)]
            if place == len(edges) - 1 and (times < 2 or of_layout.is_heading(lines[index].text)):
                break  # on the first page a heading may look like a running title
            if index not in certain and (
                (is_number and numbered) or not (is_number or _is_edge_furniture(lines[index], times, of_layout))
            ):
                break
            numbered = numbered or is_number
            found.add(index)
    return found


def _edges(lines: Sequence[Line], certain: Set[int]) -> Iterator[list[int]]:
    """The last lines of each page, the nearest to its end first, and the first lines of the next, in turn. The last
    two are the end and the beginning of the document where pages are parted by form feeds."""
    feeds = [index for index, line in enumerate(lines) if line.page_before and index]
    for first in feeds:
        yield list(range(first - 1, max(first - 1 - EDGE_LINES, -1), -1))
        yield list(range(first, min(first + EDGE_LINES, len(lines))))
    if feeds:
        yield list(range(len(lines) - 1, max(len(lines) - 1 - EDGE_LINES, -1), -1))
        yield list(range(min(EDGE_LINES, len(lines))))


def _is_edge_furniture(line: Line, times: int, of_layout: FurnitureLines) -> bool:
    """Whether a line at a page's edge is furniture; `times`: how often it stands at this place of a page."""
    if len(line.text) > LONGEST:
        return False
    if NUMBERED_PAGE.fullmatch(line.text) or of_layout.institution.fullmatch(line.text):
        return True
    if of_layout.running_title.fullmatch(line.text) and not line.text.endswith((".", "?", ",")):
        return True
    # A text's own line stands at a page's edge once; a header or footer does so on page after page.
    if times < 2 or not (sum(map(str.isalpha, line.text)) >= FEWEST_LETTERS or RULE.fullmatch(line.text)):
        return False
    # Labels, and sentences that every part has, repeat themselves too.
    return not line.text.endswith((".", "?", "!", ";", ":")) and not opens_label(line, combined=True)
