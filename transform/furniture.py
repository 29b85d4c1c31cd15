"""Page furniture: page numbers, headers and footers, running titles (anatomy.md, The pieces).

Furniture shows at the edges of pages. Without a form feed only what can be nothing else is taken: a numbered page
("Pagina 2 van 5") or the institution's own line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from transform.labels import find_tokens
from transform.lines import Line

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

# How many lines of a page's edge can be furniture, and how long they are at the most.
EDGE_LINES = 3
LONGEST = 110


def find_furniture(lines: Sequence[Line]) -> set[int]:
    """The indices of the lines that are page furniture."""
    found = {
        index
        for index, line in enumerate(lines)
        if NUMBERED_PAGE.fullmatch(line.text) or INSTITUTION.fullmatch(line.text)
    }
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
    return not line.text.endswith((".", "?", "!", ";", ":")) and not find_tokens([line], None, combined=True)
