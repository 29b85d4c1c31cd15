"""Wraps: how wide a dump's pages are, and which line ends their width made.

The lines that break a sentence tell it: where a line stops in mid-sentence and the next one goes on with a small
letter, nothing but the page's width can have ended the line. How far such lines run is the page's width; how full the
emptiest of them are says from where on a line counts as full. A dump with fixed columns gives an exact answer, one of
proportional type a looser one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from transform.lines.labels import label_at
from transform.lines.lines import Line
from transform.lines.marks import Opening, first_word, is_mid_sentence

# Shorter lines than this say nothing about a page: they may be cells of a table.
SHORTEST_TELLING_LINE = 30
# A line without the end of a sentence that is longer than this is no heading; on no page are lines wider than that.
LONGEST_HEADING, WIDEST_PAGE = 80, 160
# A line that is longer than the page's width by this factor was not wrapped.
FAR_LONGER = 1.3
# A break that leaves more of the width open than this was not made by the width.
EMPTIEST_SHARE = 0.8
# What few breaks cannot tell is taken to be as loose as proportional type is, until so many breaks have told.
LOOSE_SHARE, TELLING_BREAKS = 0.9, 20
# Of so many breaks one may be odd: a line that was torn for a reason of its own.
ONE_ODD_OF = 40

# Text was wrapped twice where at least so many lines hold what was left over of full ones, and so many for each full
# one; blank lines part what is enumerated where so many of it are.
FEWEST_LEFT_OVER, LEFT_OVER_SHARE, PARTED_SHARE = 3, 0.2, 0.6

# Titles go on after and with these. Matches: " EN" in "SPORT EN", "EN GEZIN", " VAN".
CAPITALS_GO_ON = re.compile(r"(?:^|\s)(?:EN|VAN|DE|HET|VOOR)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Page:
    """The page that a dump was wrapped for."""

    width: int | None = None
    """How many characters a full line holds; None where the dump is not wrapped."""
    full_from: int = 0
    """A line is full where it and the next word together have more characters than this."""
    is_rewrapped: bool = False
    """Its lines were wrapped once more, at a smaller width: what was left over of each stands on a line of its own."""
    parts_items: bool = False
    """Blank lines part what is enumerated, or the paragraphs where nothing is."""

    def forces(self, before: str, after: str) -> bool:
        """Whether the page's width made the break between two lines: the next word would not have fitted."""
        return self.width is not None and len(before) + 1 + len(first_word(after)) > self.full_from

    def is_full(self, length: int, first_word: int) -> bool:
        """The same, by how many characters the line has, and the first word after it."""
        return self.width is not None and length + 1 + first_word > self.full_from


UNWRAPPED = Page()
"""The page of a dump whose lines are paragraphs."""


def page_of(lines: Sequence[Line]) -> Page:
    """The page that the running text of `lines` was wrapped for; they are all of a document's but for furniture."""
    if in_sentences := list(_sentence_breaks(lines)):
        page = _page_told(lines, in_sentences, longer_share=1 / (2 * ONE_ODD_OF))
    else:
        page = _page_told(lines, list(_long_breaks(lines)))
    return _rewrapped(lines, page) if page.width is not None else page


def _rewrapped(lines: Sequence[Line], page: Page) -> Page:
    """The page, with what is to be known where its lines were wrapped twice: a full line, and what was left over of it,
    take turns."""
    # A cheap first look: short lines that go on with a small letter.
    short = sum(
        len(before.text) < page.full_from and after.text[0].islower() and not after.blank_before
        for before, after in pairwise(lines)
    )
    if short < FEWEST_LEFT_OVER:
        return page
    left_over = full = 0
    was_full = False
    for before, after in pairwise(lines):
        is_full = not after.blank_before and page.is_full(before.width, after.first_word)
        if was_full and not is_full and not after.blank_before and is_mid_sentence(before, after):
            left_over += 1
        full += is_full
        was_full = is_full
    if left_over < FEWEST_LEFT_OVER or left_over < full * LEFT_OVER_SHARE:
        return page
    items = [line for line in lines if label_at(line.text, 0)]
    # Where nothing is enumerated, paragraphs tell.
    items = items or [line for before, line in pairwise(lines) if line.blank_before and before.text[-1] == "."]
    parted = sum(line.blank_before for line in items)
    return replace(page, is_rewrapped=True, parts_items=parted >= max(1, len(items) * PARTED_SHARE))


def page_of_headings(lines: Sequence[Line], page: Page) -> Page:
    """The page that the headings of `lines` were wrapped for, which is that of its running text, `page`, where that
    was wrapped: a heading is wrapped in dumps whose paragraphs are not."""
    return page if page.width is not None else _page_told(lines, list(_heading_breaks(lines)))


def _page_told(lines: Sequence[Line], breaks: Sequence[Break], longer_share: float = 0) -> Page:
    """The page that `breaks` tell; none where more lines than `longer_share` of all are far longer than its width: one
    at least where there is a share."""
    if not breaks:
        return UNWRAPPED
    lengths = sorted(length for length, _ in breaks)
    width = lengths[-1 - len(lengths) // ONE_ODD_OF]
    # Paragraphs on one line each have all lengths: far longer ones stand beside those of a page's width.
    telling = [len(line.text) for line in lines if len(line.text) >= SHORTEST_TELLING_LINE and " " in line.text]
    longer = sum(length > width * FAR_LONGER for length in telling)
    if longer > (max(1, int(len(telling) * longer_share)) if longer_share else 0):
        return UNWRAPPED
    needed = sorted(need for _, need in breaks if need >= width * EMPTIEST_SHARE)
    least = needed[len(needed) // ONE_ODD_OF] - 1
    known = min(1.0, len(needed) / TELLING_BREAKS)
    loosest = int(width * (LOOSE_SHARE + known * (1 - LOOSE_SHARE)))
    return Page(width, min(least, loosest))


Break = tuple[int, int]
"""How long the line before a break is, and how long it would have been with the next word."""


def _pairs(lines: Sequence[Line], shortest: int) -> Iterator[tuple[Line, Line]]:
    """Lines that stand right under each other, the first long enough to tell something, and no single word."""
    above = ""
    for before, line in pairwise(lines):
        text = before.text
        if before.width >= shortest and " " in text and not (line.blank_before or line.page_before or line.joined):
            # The line under a minister's titles is the document's title, which ends where it ends.
            is_title = above.isupper() and not text.isupper()
            if not is_title:
                yield before, line
        above = text


def _sentence_breaks(lines: Sequence[Line]) -> Iterator[Break]:
    """The breaks inside sentences, and inside words."""
    for before, line in _pairs(lines, SHORTEST_TELLING_LINE):
        after = line.text
        word, _, rest = after.partition(" ")
        if word.endswith(":") or rest.isupper() or before.text.isupper():
            continue  # a line of a heading: "datum: 3 mei 2021", "van AN CLAES", a minister's titles
        length = before.width
        # A paragraph may end in an abbreviation.
        if is_mid_sentence(before, line) and before.text[-1] != ".":
            yield length, length + 1 + line.first_word
        elif before.text[-1] == "-" and before.text[-2].isalpha() and line.begins_small:
            yield length, length - 1 + line.first_word


def _heading_breaks(lines: Sequence[Line]) -> Iterator[Break]:
    """The breaks inside titles in capitals, which tell something where no sentence is broken."""
    for above, line in _pairs(lines, SHORTEST_TELLING_LINE):
        before, after = above.text, line.text
        if not (before + after).isupper():
            continue
        if before.endswith((",", "-")) or CAPITALS_GO_ON.search(before, len(before) - 5) or CAPITALS_GO_ON.match(after):
            yield len(before), len(before) + 1 + line.first_word


def _long_breaks(lines: Sequence[Line]) -> Iterator[Break]:
    """Line ends that no sentence ends at, after lines too long for a heading: the next word begins with a capital."""
    for before, line in _pairs(lines, LONGEST_HEADING):
        if before.text.isupper() or (before.opening | line.opening) & Opening.LISTED:
            continue  # a minister's titles end where they end, and so may the points of a list
        length = before.width
        if before.text[-1].isalpha() and length <= WIDEST_PAGE:
            yield length, length + 1 + line.first_word
