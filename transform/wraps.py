"""Wraps: how wide a dump's pages are, and which line ends their width made.

The lines that break a sentence tell it: where a line stops in mid-sentence and the next one goes on with a small
letter, nothing but the page's width can have ended the line. How far such lines run is the page's width; how full the
emptiest of them are says from where on a line counts as full. A dump with fixed columns gives an exact answer, one of
proportional type a looser one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transform.language import ends_sentence, goes_on
from transform.lines import Line, first_word

# Shorter lines than this say nothing about a page: they may be cells of a table.
SHORTEST_TELLING_LINE = 30
# A line that is longer than the page's width by this factor was not wrapped.
FAR_LONGER = 1.3
# A break that leaves more of the width open than this was not made by the width.
EMPTIEST_SHARE = 0.8
# What few breaks cannot tell is taken to be as loose as proportional type is, until so many breaks have told.
LOOSE_SHARE, TELLING_BREAKS = 0.9, 20
# Of so many breaks one may be odd: a line that was torn for a reason of its own.
ONE_ODD_OF = 40

# A line that begins with a small letter and is no sentence that goes on: a label, a bullet. Matches: "a) Hoe", "o de".
BEGINS_LISTED = re.compile(r"(?:[a-z]{1,4}[.)/°]|[ivx]+[.)]|o)(?:\s|$)")


# Titles go on after and with these. Matches: " EN" in "SPORT EN", "EN GEZIN", " VAN".
CAPITALS_GO_ON = re.compile(r"(?:^|\s)(?:EN|VAN|DE|HET|VOOR)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Page:
    """The page that a dump was wrapped for."""

    width: int | None = None
    """How many characters a full line holds; None where the dump is not wrapped."""
    full_from: int = 0
    """A line is full where it and the next word together have more characters than this."""

    def forces(self, before: str, after: str) -> bool:
        """Whether the page's width made the break between two lines: the next word would not have fitted."""
        return self.width is not None and len(before) + 1 + len(first_word(after)) > self.full_from


UNWRAPPED = Page()
"""The page of a dump whose lines are paragraphs."""


def page_of_width(width: int | None) -> Page:
    """The page of a width that is known, as loose as proportional type is."""
    return UNWRAPPED if width is None else Page(width, int(width * LOOSE_SHARE))


def is_mid_sentence(before: str, after: str) -> bool:
    """Whether a sentence runs on from one line to the next, and everybody sees it: by how the first stops, or because
    it stops nowhere and the next goes on with a small letter."""
    if not after or BEGINS_LISTED.match(after):
        return False
    return goes_on(before) or (after[0].islower() and before[-1:].isalnum() and not ends_sentence(before))


def page_of(lines: Sequence[Line]) -> Page:
    """The page that `lines`, which are all of a document's but for its furniture, were wrapped for."""
    breaks = list(_telling_breaks(lines)) or list(_heading_breaks(lines))
    if not breaks:
        return UNWRAPPED
    lengths = sorted(length for length, _ in breaks)
    width = lengths[-1 - len(lengths) // ONE_ODD_OF]
    # Paragraphs on one line each have all lengths: far longer ones stand beside those of a page's width.
    telling = [len(line.text) for line in lines if len(line.text) >= SHORTEST_TELLING_LINE and " " in line.text]
    longer = sum(length > width * FAR_LONGER for length in telling)
    if longer > max(1, len(telling) // (2 * ONE_ODD_OF)):
        return UNWRAPPED
    needed = sorted(need for _, need in breaks if need >= width * EMPTIEST_SHARE)
    least = needed[len(needed) // ONE_ODD_OF] - 1
    known = min(1.0, len(needed) / TELLING_BREAKS)
    loosest = int(width * (LOOSE_SHARE + known * (1 - LOOSE_SHARE)))
    return Page(width, min(least, loosest))


def _telling_breaks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """For each break inside a sentence the length of the line before it, and how long that line would have been with
    the next word."""
    for place in range(1, len(lines)):
        before, line = lines[place - 1].text, lines[place]
        if line.blank_before or line.page_before or line.joined:
            continue
        if len(before) >= SHORTEST_TELLING_LINE and " " in before and is_mid_sentence(before, line.text):
            yield len(before), len(before) + 1 + len(first_word(line.text))


def _heading_breaks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The same for titles in capitals, which tell something where no sentence is broken."""
    for before, line in pairwise(lines):
        if line.blank_before or len(before.text) < SHORTEST_TELLING_LINE or not (before.text + line.text).isupper():
            continue
        if (
            before.text.endswith((",", "-"))
            or CAPITALS_GO_ON.search(before.text, len(before.text) - 5)
            or CAPITALS_GO_ON.match(line.text)
        ):
            yield len(before.text), len(before.text) + 1 + len(first_word(line.text))
