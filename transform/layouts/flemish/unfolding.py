"""Unfolding: lines that share pieces of a head, or that tear one, become the layout's own lines.

A head's words may share lines in any arrangement, up to a whole document on one line, as a common CSV export has it
(anatomy.md, Headers are printed in many ways). The cuts are no line ends of the document; what follows one is running
text of the same paragraph unless it turns out to be a piece of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from transform.dutch.sentences import SENTENCE_END, goes_on
from transform.layouts.flemish.head import Head, Kind
from transform.layouts.flemish.heads import HeadScan
from transform.layouts.flemish.notice import notice_places
from transform.layouts.flemish.title_in_line import title_end, titles_end
from transform.lines.addresses import ends_in_address
from transform.lines.boundaries import cut
from transform.lines.lines import Line

# Matches: "BIJLAGE", "BIJLAGEN:", "BIJLAGE 1 O".
ANNEX = re.compile(r"BIJLAGEN?\b(?P<heading>(?:\s\d{1,2})?(?::|\s[A-ZÀ-Þ]))?")
# A sentence speaks of an annex. Matches: "zie", "als", "bijgevoegde".
BEFORE_CITED_ANNEX = re.compile(r"\b(?:zie|als|bijgevoegde|bijgaande|toegevoegde|volgende)$", re.I)

# Titles and title take no more characters than this.
LONGEST_OPENING = 2000
# So many ministers' titles are compared with those of a question.
MOST_MINISTERS = 8


def unfold(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that hold several of the layout's own lines cut apart where these begin, and those that hold
    parts of one put together.

    The lines cut out say so (`Line.joined`); together they cover the same characters, in the same order.
    """
    scan = HeadScan(lines)
    shared = [head for head in scan.heads if _shares_lines(scan, head)]
    if not shared:
        return list(lines)
    torn, places, whole = _cuts(scan, shared)
    is_running = any(_goes_on_in_line(scan, head) for head in shared)
    parts: list[Line] = []
    for index, line in enumerate(lines):
        start, stop = scan.starts[index], scan.starts[index] + len(line.text)
        here = {place - start for place in _between(places, start, stop)}
        pieces = {place - start for place in _between(whole, start, stop)}
        if is_running:
            here.update(_regions(line.text))
        found = cut(line, here, pieces) if here or pieces else [line]
        if index - 1 in torn:
            parts[-1] = _together(parts[-1], found.pop(0))
        parts += found
    return parts


def _shares_lines(scan: HeadScan, head: Head) -> bool:
    """Whether pieces of a head share a line, or a line end tears one."""
    return any(
        piece.start != scan.line_start(piece.start) or piece.end > scan.line_end(piece.start) for piece in head.pieces
    )


def _goes_on_in_line(scan: HeadScan, head: Head) -> bool:
    """Whether running text follows a head on its last line: the text lost its line ends."""
    return head.end < scan.line_end(head.end - 1)


def _cuts(scan: HeadScan, shared: Sequence[Head]) -> tuple[set[int], list[int], list[int]]:
    """The indices of the lines whose ends tear a piece; the places where a line is to be cut, rising; and those where a
    piece begins, which is whole."""
    torn: set[int] = set()
    places: set[int] = set()
    whole: set[int] = set()
    again = (_titles_of(scan, head) for head in scan.heads if head.is_answer)
    printed_again = list(dict.fromkeys(titles for titles in again if titles))[:MOST_MINISTERS]
    for head in shared:
        for piece in head.pieces:
            whole.add(piece.start)
            torn.update(range(scan.line_at(piece.start), scan.line_at(piece.end - 1)))
        if not _goes_on_in_line(scan, head):
            continue
        last = head.pieces[-1]
        end = last.end
        if last.kind is Kind.TITLES and not head.is_answer:
            text = scan.text[last.start : min(scan.line_end(last.start), last.start + LONGEST_OPENING)]
            titles = titles_end(text, end - last.start, printed_again)
            places.add(last.start + title_end(text, titles))
            end = last.start + titles
        places.add(end)
    return torn, sorted(places), sorted(whole)


def _between(places: Sequence[int], start: int, stop: int) -> Sequence[int]:
    """Those of some rising places that lie in a stretch."""
    return places[bisect_left(places, start) : bisect_left(places, stop)]


def _titles_of(scan: HeadScan, head: Head) -> str:
    """The minister's titles as a head prints them; empty where it does not."""
    return " ".join(scan.text[piece.start : piece.end] for piece in head.pieces if piece.kind is Kind.TITLES)


def _regions(text: str) -> Iterator[int]:
    """Where notice and annex begin in running text."""
    yield from notice_places(text)
    yield from (match.start() for match in ANNEX.finditer(text) if _can_be_annex(text, match))


def _can_be_annex(text: str, match: re.Match[str]) -> bool:
    """Whether an annex begins at a place: a sentence has ended, or it is a heading that no sentence speaks of."""
    before = text[max(0, match.start() - 40) : match.start()].rstrip()
    if before.endswith((*SENTENCE_END, "]")) or ends_in_address(before):
        return True
    return match["heading"] is not None and not goes_on(before) and BEFORE_CITED_ANNEX.search(before) is None


def _together(before: Line, after: Line) -> Line:
    """Two lines that hold parts of one piece, as one; blanks stand for what parted them."""
    text = before.text.ljust(after.start - before.start) + after.text
    line = Line(before.start, after.end, text, before.boundary, blank_before=before.blank_before, lead=before.lead)
    line.whole = before.whole
    return line
