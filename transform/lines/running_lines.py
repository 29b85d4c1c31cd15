"""Lines that come again: the sender's, an address, the document's title or number at the foot or head of its pages
(anatomy.md, Furniture).

That a line comes again says little: labels, headings, the cells of tables, short answers and the lines of a question
that the answer repeats do so too. It is furniture where it comes again among other lines each time, and shows at least
once that it is no text: a sentence runs on over it, or the page's number stands beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from transform.lines.addresses import BEGINS_ADDRESS
from transform.lines.lines import Line
from transform.lines.page import Page, page_of
from transform.lines.page_numbers import (
    CELLS_AROUND,
    NOTE_AT_FOOT,
    PAGE_NUMBER,
    is_among_cells,
    is_text,
    is_torn,
)
from transform.lines.tokens import opens_label

FIGURES = re.compile(r"\d+")
# A rule that parts a foot from the text. Matches: "-----", "/////", "______", "- - - - -".
RULE = re.compile(r"[-–—_=/\\*.·]{3,}|(?:[-–—_=/\\*.·] ){4,}[-–—_=/\\*.·]")
# A number set apart at a line's end. Matches: "     2" in "Martelaarsplein 7     2".
SET_APART = re.compile(r"\s{2,}\d{1,3}$")
# A number set apart at a line's beginning. Matches: "2     " in "2     Kabinet".
SET_APART_FIRST = re.compile(r"\d{1,3}\s{3,}")
# What follows a page's number on its line, of how many pages perhaps. Matches: "", " van 3", "/3 -".
AFTER_NUMBER = re.compile(r"(?:\s*(?:/|van)\s*\d{1,3})?\W*")
# What stands before a page's number that opens its line. Matches: "", "p. ", "Pagina | ".
BEFORE_NUMBER = re.compile(r"\W*(?:(?:pagina|bladzijde|pag\.|blz\.|p\.)\W*)?", re.I)
# An address without a path. Matches: "www.voorbeeld.be", "https://www.voorbeeld.be/".
HOST = re.compile(r"(?:https?://)?[\w.-]+\.[a-z]{2,}/?", re.I)
# Words after which an address belongs to the sentence. Matches: "via" in "te vinden via", "website".
LEADS_TO_ADDRESS = re.compile(r"\b(?:via|op|naar|zie|(?:web)?site|(?:web)?pagina|link|portaal)$", re.I)

# A first look at what comes again: lines without their figures and blanks.
NO_FIGURES = str.maketrans("", "", "0123456789 \t\u00a0")

# So long a running line is at the most, so many letters it has at least, and of so many together one.
LONGEST, FEWEST_LETTERS, MOST_TOGETHER = 110, 4, 3
# So many words are a running line though it comes but twice.
TELLING_WORDS = 3
# So many lines at least stand between two that come again.
FEWEST_BETWEEN = 1
# So many pages at the most a count of pages goes on by.
MOST_SKIPPED = 3
# No header or footer ends with one of these.
ENDS_OF_TEXT = (".", "?", "!", ";", ":", ",")


def coming_again(
    lines: Sequence[Line],
    certain: Set[int],
    running_title: re.Pattern[str],
    is_heading: Callable[[str], bool],
    opens_heading: Callable[[str], bool],
) -> set[int]:
    """The indices of the lines, up to three together, that come again and are furniture. `certain`: the furniture that
    is known already; `running_title`: a title of the parliament's own, though it may look like a label; `is_heading`:
    whether a line is one of a document's heading; `opens_heading`: whether it is the first."""
    blocks = list(_blocks(lines, certain, running_title))
    if not blocks:
        return set()
    repeated = set(certain).union(*(block.indices for block in blocks))

    @cache
    def page() -> Page:
        return page_of([line for index, line in enumerate(lines) if index not in repeated])

    known = set(certain)
    for block in blocks * 2:  # a foot hides what stands around the head under it
        if block.firsts[-1] in known:
            continue
        places = [_place(lines, first, block.length, known) for first in block.firsts]
        if _is_furniture(lines, block, places, page):
            headings = () if block.counts else _headings(lines, block, places, running_title, is_heading, opens_heading)
            known.update(index for index in block.indices if index not in headings)
    return known.difference(certain)


def shape(text: str) -> str:
    """A line with its figures made equal: what a footer shares from page to page."""
    return FIGURES.sub("0", " ".join(text.split()).casefold())


# ------------------------------------------------------------------------------------------------- what comes again


@dataclass(frozen=True, slots=True)
class _Block:
    """The same line, or the same lines together, wherever they come."""

    firsts: tuple[int, ...]
    length: int
    counts: bool
    """One of its figures counts up."""

    @property
    def indices(self) -> Iterator[int]:
        return (first + at for first in self.firsts for at in range(self.length))


def _blocks(lines: Sequence[Line], certain: Set[int], running_title: re.Pattern[str]) -> Iterator[_Block]:
    """What comes again, with the same figures or with one that counts. More lines together are a text's own."""
    groups: dict[tuple[int, ...], bool] = {}
    for indices in _of_one_shape(lines, certain):
        if len(indices) > 2 and indices[0] + 1 == indices[1]:
            del indices[0]  # the title itself, above its running title
        if len(indices) > 1 and all(_can_come_again(lines[index], running_title) for index in indices):
            counts = _counts([lines[index].text for index in indices])
            if counts is not None:
                groups[tuple(indices)] = counts
    for group in groups:
        if tuple(index - 1 for index in group) in groups:
            continue
        members = [group]
        while (following := tuple(index + len(members) for index in group)) in groups:
            members.append(following)
        apart = min(after - before for before, after in pairwise(group)) >= len(members) + FEWEST_BETWEEN
        first, last = lines[group[0]], lines[members[-1][0]]
        begins = not first.begins_small or BEGINS_ADDRESS.match(first.text)
        ends = not last.is_open or RULE.fullmatch(last.text)
        if apart and begins and ends and len(members) <= MOST_TOGETHER:
            yield _Block(group, len(members), any(groups[member] for member in members))


def _of_one_shape(lines: Sequence[Line], certain: Set[int]) -> Iterator[list[int]]:
    """The lines that look alike but for their figures, those of each shape together; lone ones may be among them."""
    alike: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        is_cut = line.joined or (index + 1 < len(lines) and lines[index + 1].joined)
        if len(line.text) <= LONGEST and index not in certain and not is_cut:
            alike.setdefault(line.text.translate(NO_FIGURES).casefold(), []).append(index)
    found: dict[str, list[int]] = {}
    for indices in alike.values():
        for index in indices if len(indices) > 1 else ():
            found.setdefault(shape(lines[index].text), []).append(index)
    yield from found.values()


def _can_come_again(line: Line, running_title: re.Pattern[str]) -> bool:
    """Whether a line can be a header's or footer's: no sentence, label, bullet or note."""
    text = line.text
    if RULE.fullmatch(text):
        return True
    if text.endswith(ENDS_OF_TEXT) or line.is_bullet or text[0] == "[":
        return False
    if NOTE_AT_FOOT.match(text) and not SET_APART_FIRST.match(text):
        return False
    if sum(map(str.isalpha, text)) < FEWEST_LETTERS:
        return False
    # An address with a path is cited; it has a line of its own because it is long.
    if " " not in text and BEGINS_ADDRESS.match(text) and not HOST.fullmatch(text):
        return False
    return running_title.match(text) is not None or not opens_label(line, combined=True)


def _counts(texts: Sequence[str]) -> bool | None:
    """Whether the figure at the beginning or the end of texts of one shape counts up; None where their figures differ
    in any other way."""
    figures = [list(FIGURES.finditer(text)) for text in texts]
    columns = [column for column in zip(*figures, strict=True) if len({one.group() for one in column}) > 1]
    if not columns:
        return False
    if len(columns) > 1 or not _count_up([int(one.group()) for one in columns[0]]):
        return None
    text, figure = texts[0], columns[0][0]
    at_edge = AFTER_NUMBER.fullmatch(text, figure.end()) or BEFORE_NUMBER.fullmatch(text, 0, figure.start())
    return True if at_edge else None


def _count_up(values: Sequence[int]) -> bool:
    return all(0 < after - before <= MOST_SKIPPED for before, after in pairwise(values))


# --------------------------------------------------------------------------------------------- whether it is furniture


@dataclass(frozen=True, slots=True)
class _Place:
    """A place where a block stands: its first line and the last, the lines around it beyond other furniture and a
    page's number, and that number. `beside`: furniture that is certain stands right beside it."""

    first: int
    last: int
    before: int
    after: int
    number: int | None
    beside: bool


def _place(lines: Sequence[Line], first: int, length: int, furniture: Set[int]) -> _Place:
    beside = first - 1 in furniture or first + length in furniture
    before, after, number = first - 1, first + length, None
    for _ in range(2):
        while before in furniture:
            before -= 1
        while after in furniture:
            after += 1
        if number is not None:
            break
        below = PAGE_NUMBER.fullmatch(lines[after].text) if after < len(lines) else None
        above = PAGE_NUMBER.fullmatch(lines[before].text) if before >= 0 else None
        if below and not below["bracket"]:
            number, after = int(below["page"]), after + 1
        elif above and not (above["bracket"] or BEGINS_ADDRESS.match(lines[first].text)):
            # A number above an address is that of a note.
            number, before = int(above["page"]), before - 1
    return _Place(first, first + length - 1, before, after, number, beside)


def _is_furniture(lines: Sequence[Line], block: _Block, places: Sequence[_Place], page: Callable[[], Page]) -> bool:
    """Whether what comes again at `places` shows that it is furniture."""
    numbers = [place.number for place in places if place.number is not None]
    if not _count_up(numbers) or _is_of_passage(lines, places):
        return False
    first, last = lines[places[0].first].text, lines[places[0].last].text
    counts = block.counts or bool(numbers)
    torn = sum(_tears(lines, place, page, counts=counts) for place in places)
    # One word or two may be a cell, a heading or a name, and an address may be cited.
    is_telling = counts or block.length > 1 or RULE.fullmatch(first) or len(first.split()) >= TELLING_WORDS
    ends_document = places[-1].after == len(lines)
    if torn and (is_telling or (len(places) > 2 and (torn > 1 or ends_document or HOST.fullmatch(first)))):
        return True
    by_number = max(len(numbers), sum(place.beside for place in places)) > 1
    if not (by_number or (block.counts and SET_APART.search(last))):
        return False
    among_cells = any(is_among_cells(lines, one.before + 1, one.after - 1, CELLS_AROUND) for one in places)
    return not among_cells and sum(_is_between_texts(lines, place) for place in places) * 2 > len(places)


def _is_of_passage(lines: Sequence[Line], places: Sequence[_Place]) -> bool:
    """Whether what stands around lines that come again comes again with them: a question that the answer repeats, the
    head of a table. Of many pages a few may begin alike."""
    above = Counter(shape(lines[place.before].text) for place in places if place.before >= 0)
    below = Counter(shape(lines[place.after].text) for place in places if place.after < len(lines))
    most = max([*above.values(), *below.values()], default=0)
    return most > 1 and most * 3 > len(places)


def _tears(lines: Sequence[Line], place: _Place, page_of_text: Callable[[], Page], *, counts: bool) -> bool:
    """Whether a sentence runs on over a place, and its lines are none of the sentence's. `counts`: they bear a number
    that counts up, which no sentence does."""
    if place.before < 0 or place.after >= len(lines):
        return False
    above, below = lines[place.before], lines[place.after]
    first, last = lines[place.first], lines[place.last]
    if not is_torn(lines, place.before + 1, place.after - 1, above, below):
        return False
    if RULE.fullmatch(first.text) and RULE.fullmatch(last.text):
        return True  # a rule is no line of a sentence, however full the line above it is
    page = page_of_text()
    # In wrapped text a page ends with a full line, and a line that the width has not ended is none of the sentence.
    is_wrapped = page.forces(above.text, first.text) and page.forces(last.text, below.text)
    if SET_APART.search(last.text):
        return True
    if is_wrapped or (page.width is not None and not counts and not page.forces(above.text, below.text)):
        return False
    return not (HOST.fullmatch(first.text) and LEADS_TO_ADDRESS.search(above.text))


def _is_between_texts(lines: Sequence[Line], place: _Place) -> bool:
    return all(is_text(lines[index]) for index in (place.before, place.after) if 0 <= index < len(lines))


def _headings(
    lines: Sequence[Line],
    block: _Block,
    places: Sequence[_Place],
    running_title: re.Pattern[str],
    is_heading: Callable[[str], bool],
    opens_heading: Callable[[str], bool],
) -> set[int]:
    """The lines of a block that are at their place the document's own title, under a minister's titles, or a heading's
    line."""
    found: set[int] = set()
    for place in places:
        text = lines[place.first].text
        above = lines[place.before].text if place.before >= 0 else ""
        below = lines[place.after].text if place.after < len(lines) else ""
        is_first = place is places[0]
        if text.isupper():
            is_own = above.isupper() or below.isupper() or is_heading(below) or (is_first and is_heading(above))
        elif running_title.match(text):
            is_own = is_heading(below) and not opens_heading(below)
        else:
            is_own = is_first and above.isupper()
        if is_own:
            found.update(range(place.first, place.last + 1))
    return found
