"""Page furniture: page numbers, headers and footers, running titles (anatomy.md, The pieces).

Furniture shows at the edges of pages. Without a form feed only what can be nothing else is taken: a numbered page
("Pagina 2 van 5"), the institution's own line, and numbers that count up from page to page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from transform.labels import find_tokens
from transform.lines import Line
from transform.wraps import UNWRAPPED

# Matches: "Pagina 2 van 5", "pag. 3", "blz. 2/4", "p. 2", "Bladzijde 3".
NUMBERED_PAGE = re.compile(
    r"[-–—|\s]*(?:pagina|bladzijde|pag\.|blz\.|p\.)\s*\d{1,3}(?:\s*(?:van|/|-)\s*\d{1,3})?[-–—|\s]*", re.I
)
# Matches: "2", "- 2 -", "– 3 –", "[4]", "2/5", "2 van 5": a page's number, at a page's edge.
PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?\[?\d{1,3}\]?(?:\s*(?:/|van)\s*\d{1,3})?(?:\s*[-–—])?", re.I)
# The institution's own line. Matches: "Vlaams Parlement – 1011 Brussel", "Vlaams Parlement", "www.vlaamsparlement.be".
INSTITUTION = re.compile(
    r"(?:(?:https?://)?www\.vlaamsparlement\.be\W*"
    r"|vlaams\s+parlement(?:\s*[-–—|·•,].{0,90}|\s{2,}.{0,90}|\s+\d{1,3})?)",
    re.I,
)
# A running title at a page's edge names the document, or the series. Matches: "Schriftelijke vraag nr. 41",
# "SV nr. 41 – 2025-2026", "Schriftelijke vragen en antwoorden – Vlaams Parlement".
RUNNING_TITLE = re.compile(
    r"(?:Schriftelijke\s+vraag|SCHRIFTELIJKE\s+VRAAG|Vraag|SV)\s+nr\.?\s*\d{1,4}(?:\s*[-–—(,|].{0,80})?"
    r"|(?:Schriftelijke\s+vragen|SCHRIFTELIJKE\s+VRAGEN)(?:\s+en\s+antwoorden)?(?:\s*[-–—(,|].{0,80})?"
)
FIGURES = re.compile(r"\d+")
# A page's number that can be nothing else. Matches: "- 2 -", "– 3 –".
DASHED_NUMBER = re.compile(r"[-–—]\s*\d{1,3}\s*[-–—]")
# Matches: "2/5", "2 van 5".
PAGE_OF_PAGES = re.compile(r"\d{1,3}\s*(?:/|van)\s*\d{1,3}")

# How many lines of a page's edge can be furniture, and how long they are at the most.
EDGE_LINES = 3
LONGEST = 110
LONGEST_NUMBER = 12
# A number that stands alone beside other furniture is a page's up to here.
MOST_LONE_PAGE = 2
# A line of running text has at least so many characters; cells of tables are shorter.
SHORTEST_TEXT = 40


def find_furniture(lines: Sequence[Line]) -> set[int]:
    """The indices of the lines that are page furniture."""
    found = {
        index
        for index, line in enumerate(lines)
        if NUMBERED_PAGE.fullmatch(line.text) or INSTITUTION.fullmatch(line.text)
    }
    found |= _at_page_edges(lines)
    return found | _counted_pages(lines, found)


def _at_page_edges(lines: Sequence[Line]) -> set[int]:
    """The furniture at the edges of pages that form feeds part."""
    found: set[int] = set()
    breaks = [index for index, line in enumerate(lines) if line.page_before and index]
    edges: list[list[int]] = []
    for first in breaks:
        edges.append(list(range(first - 1, max(first - 1 - EDGE_LINES, -1), -1)))
        edges.append(list(range(first, min(first + EDGE_LINES, len(lines)))))
    if breaks:
        edges.append(list(range(len(lines) - 1, max(len(lines) - 1 - EDGE_LINES, -1), -1)))
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
            if (is_number and numbered) or not (
                is_number or _is_edge_furniture(lines[index], repeated[place % 2, distance, _shape(lines[index].text)])
            ):
                break
            numbered = numbered or is_number
            found.add(index)
    return found


def _counted_pages(lines: Sequence[Line], furniture: Set[int]) -> set[int]:
    """The page numbers that no form feed shows: those that count up from page to page beside other furniture, or alone
    between running texts; and numbers between dashes, which nothing else is."""
    beside: dict[str, list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        match = PAGE_NUMBER.fullmatch(line.text) if len(line.text) <= LONGEST_NUMBER else None
        if match is None or index in furniture:
            continue
        if index - 1 in furniture or index + 1 in furniture:
            side = "after" if index - 1 in furniture else "before"
        elif _is_between_texts(lines, index):
            side = "alone"
        else:
            continue
        beside.setdefault(side, []).append((index, int(FIGURES.findall(line.text)[0])))
    found: set[int] = set()
    for side, numbers in beside.items():
        counting = [value - numbers[0][1] for _, value in numbers] == list(range(len(numbers)))
        # A single number beside a foot is that of the first page or the second, or it says how many pages there are.
        lone = len(numbers) == 1 and (
            (side != "alone" and numbers[0][1] <= MOST_LONE_PAGE) or PAGE_OF_PAGES.fullmatch(lines[numbers[0][0]].text)
        )
        if (counting and len(numbers) > 1) or lone:
            found.update(index for index, _ in numbers)
    found.update(
        index
        for index, line in enumerate(lines)
        if DASHED_NUMBER.fullmatch(line.text) and (line.blank_before or _is_between_texts(lines, index))
    )
    return found


def _is_between_texts(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands apart between two lines of running text, where no cell of a table stands."""
    if not 0 < index < len(lines) - 1 or not (lines[index].blank_before or lines[index + 1].blank_before):
        return False
    return all(len(lines[beside].text) >= SHORTEST_TEXT for beside in (index - 1, index + 1))


def _shape(text: str) -> str:
    """A line with its figures made equal: what a footer shares from page to page."""
    return FIGURES.sub("0", " ".join(text.split()).casefold())


def _is_edge_furniture(line: Line, times: int) -> bool:
    """Whether a line at a page's edge is furniture; `times`: how often it stands at this place of a page."""
    if len(line.text) > LONGEST:
        return False
    if NUMBERED_PAGE.fullmatch(line.text) or INSTITUTION.fullmatch(line.text):
        return True
    if RUNNING_TITLE.fullmatch(line.text) and not line.text.endswith((".", "?", ",")):
        return True
    # A text's own line stands at a page's edge once; a header or footer does so on page after page.
    if times < 2 or not any(letter.isalpha() for letter in line.text):
        return False
    # Labels, and sentences that every part has, repeat themselves too.
    return not line.text.endswith((".", "?", "!", ";", ":")) and not find_tokens([line], UNWRAPPED, combined=True)
