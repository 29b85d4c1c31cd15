"""Paragraphs: which of the boundaries between lines end one (anatomy.md, Text columns)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transform.dutch.sentences import last_word
from transform.dutch.words import BEFORE_NUMBER, FUNCTION_WORDS, SENTENCE_OPENERS
from transform.lines.addresses import continues_address
from transform.lines.lines import Boundary
from transform.lines.marks import BULLET, Ending, Opening, first_word, is_mid_sentence
from transform.lines.page import Page
from transform.lines.tokens import opens_list
from transform.text.stretches import Stretch

# A dash that sets something apart. Matches: " – " in "dat – tot op heden", "–" at a line's beginning or end.
SPACED_DASH = re.compile(r"(?:^|(?<=\s))[-–—](?=\s|$)")
# A figure that a sentence goes on with, or ends with. Matches: "10 jaar of langer", "7% is de", "2/3 van de", "8. De".
RUNNING_FIGURE = re.compile(r"€?\s?\d[\d.,/]*(?:(?:\s?%)?\s+[a-zà-ÿ]\S*\s+\S|(?<=\.)\s+[A-ZÀ-Þ][a-zà-ÿ])")
# A first name after a title, which the surname follows. Matches: "mevrouw Greet", "minister Jan-Baptist".
FIRST_NAME_AT_END = re.compile(r"\b(?:mevrouw|mevr\.|heer|dhr\.|minister|collega)\s+[A-ZÀ-Þ][\w'’-]+$")
# A surname that a sentence goes on after. Matches: "Maesen," in "Maesen, Vlaams minister", "Maesen " in "Maesen op".
SURNAME = re.compile(r"(?P<name>[A-ZÀ-Þ][\w'’-]+)(?:,|\s+[a-zà-ÿ(])")

# A line justified to one word a line is told from a column of cells by at least this many lines after one another.
SHORTEST_JUSTIFIED = 4
# How many lines on either side tell how wide an indented list is, and how narrow such a list is at the most.
LINES_AROUND = 6
NARROWEST_SHARE = 0.6

_SENTENCE, _OPEN, _HYPHEN = int(Ending.SENTENCE), int(Ending.OPEN), int(Ending.HYPHEN)
_BULLET, _BULLET_ALONE, _SMALL, _FIGURE = (
    int(Opening.BULLET), int(Opening.BULLET_ALONE), int(Opening.SMALL), int(Opening.FIGURE),
)  # fmt: skip


def paragraph_breaks(stretches: Sequence[Stretch], page: Page) -> list[bool]:
    """For each stretch whether it begins a paragraph; the first always does."""
    if len(stretches) < 2:
        return [True] * len(stretches)
    justified = _justified(stretches)
    pages = _pages(stretches, page)
    breaks: list[bool] = []
    line, width, aside, in_list, list_closes, left_over = "", 0, _Aside(), False, False, False
    previous: Stretch | None = None
    for index, stretch in enumerate(stretches):
        listed = opens_list(stretch, previous)
        inside_run = index > 0 and justified[index - 1] and justified[index]
        if previous is None:
            begins = True
        elif stretch.joined:
            begins = stretch.boundary is Boundary.NOTHING and _was_line_end(previous, stretch)
        elif aside.goes_on(previous, stretch):
            begins = False
        else:
            place = _Place(
                line, width, inside_run, justified[index - 1], listed, in_list, list_closes, left_over, pages[index]
            )  # fmt: skip
            begins = _breaks(previous, stretch, place)
        breaks.append(begins)
        if begins:
            in_list = listed or stretch.opening & _BULLET > 0
            list_closes = in_list and (list_closes or stretches[index - 1].text.endswith(";"))
        left_over = page.is_rewrapped and not begins and page.is_full(width, stretch.first_word)
        aside.read(stretch, begins=begins)
        # The words of a justified line together are the line that the page shows.
        printed = stretch.printed
        if inside_run and (page.width is None or width + 1 + len(printed) <= page.width):
            line, width = f"{line} {printed}", width + 1 + len(printed)
        else:
            line, width = printed, stretch.width
        previous = stretch
    return breaks


def _was_line_end(before: Stretch, after: Stretch) -> bool:
    """Whether a line ended where nothing is left of its end: a sentence did, and no figure that could be a decimal or a
    dotted label stands before it."""
    return before.ends_sentence and (after.opening & _BULLET > 0 or not before.text[-2:-1].isdigit())


def _justified(stretches: Sequence[Stretch]) -> list[bool]:
    """For each stretch whether it is a word of a line that was justified to one word a line."""
    marks = [False] * len(stretches)
    start = 0
    while start < len(stretches):
        if " " in stretches[start].text:
            start += 1
            continue
        stop = start
        while (
            stop < len(stretches)
            and " " not in stretches[stop].text
            and not stretches[stop].opening & _BULLET_ALONE
            and (stop == start or not stretches[stop].blank_before)
        ):
            stop += 1
        words = [one.text for one in stretches[start:stop]]
        figures = sum(word[0].isdigit() or word[-1] == "%" for word in words)
        if (
            stop - start >= SHORTEST_JUSTIFIED
            and figures * 2 < len(words) + 1
            and any(word.lower() in FUNCTION_WORDS for word in words)
        ) or (stop - start >= 2 and words[0].lower() in FUNCTION_WORDS):
            marks[start:stop] = [True] * (stop - start)
        start = max(stop, start + 1)
    return marks


class _Aside:
    """Whether something set apart, by a bracket or a dash, is open in the current paragraph: then a dash at the
    beginning of a line closes it, or belongs to it, and is no bullet."""

    def __init__(self) -> None:
        self._brackets = self._dashes = 0

    def read(self, stretch: Stretch, *, begins: bool) -> None:
        """Go on over a line; `begins`: it begins a paragraph."""
        text = stretch.text
        if begins:
            self._brackets = self._dashes = 0
            if stretch.opening & _BULLET:
                text = BULLET.sub("", text, count=1)
        if "(" in text or ")" in text:
            self._brackets = max(0, self._brackets + text.count("(") - text.count(")"))
        if "-" in text or "–" in text or "—" in text:
            self._dashes += len(SPACED_DASH.findall(text))

    def goes_on(self, previous: Stretch, stretch: Stretch) -> bool:
        """Whether what looks like a bullet belongs to something set apart in the paragraph before."""
        if not stretch.opening & _BULLET or stretch.blank_before:
            return False
        return self._brackets > 0 or (self._dashes % 2 == 1 and not previous.ends_sentence)


def _pages(stretches: Sequence[Stretch], page: Page) -> list[Page]:
    """For each place the page that the lines around it were wrapped for: an indented list is narrower, where sentences
    run on over line ends that the page's own width does not explain."""
    if page.width is None or page.is_rewrapped:
        return [page] * len(stretches)
    narrowest = page.width * NARROWEST_SHARE
    narrower: dict[int, tuple[int, int]] = {}
    for place in range(1, len(stretches)):
        before, after = stretches[place - 1], stretches[place]
        length = before.width
        if after.blank_before or after.joined or after.interrupted or length < narrowest:
            continue
        word = len(first_word(after.marked)) if after.marked else after.first_word
        if not page.is_full(length, word) and is_mid_sentence(before, after):
            narrower[place] = length, length + 1 + word
    if not narrower:
        return [page] * len(stretches)
    pages: list[Page] = []
    for index in range(len(stretches)):
        window = range(max(1, index - LINES_AROUND), min(len(stretches), index + LINES_AROUND))
        around = [narrower[place] for place in window if place in narrower]
        pages.append(Page(max(around)[0], min(need for _, need in around) - 1) if around else page)
    return pages


@dataclass(slots=True)
class _Place:
    """What is known of the place between two lines."""

    line: str
    """The line before as the page shows it, without its lead."""
    width: int
    """How many characters it has, its lead included."""
    inside_run: bool
    """Both lines are words of a justified line."""
    after_word: bool
    """The line before is a word of a justified line."""
    listed: bool
    """The line after begins with the label of a list."""
    in_list: bool
    """The paragraph before is a bullet, or a line of a list."""
    list_closes: bool
    """It is one of a list whose points end with semicolons, so that a full stop ends the list."""
    left_over: bool
    """The line before holds what was left over of a full line that was wrapped once more."""
    page: Page
    """The page that the lines around were wrapped for."""

    def forces(self, after: Stretch) -> bool:
        """Whether the page's width made the break."""
        if self.page.width is None:
            return False
        return self.page.is_full(self.width, len(first_word(after.marked)) if after.marked else after.first_word)


def _breaks(previous: Stretch, stretch: Stretch, place: _Place) -> bool:
    """Whether a paragraph ends between two stretches."""
    after = stretch.text
    if continues_address(previous.text, after):
        return False
    if stretch.opening & _BULLET and not place.inside_run:
        # After the words of a justified line, in mid-sentence, a dash alone is no bullet: it sets something apart.
        is_dash = stretch.opening & _BULLET_ALONE and place.after_word and not place.in_list
        return not (is_dash and previous.text[-1].isalnum())
    if stretch.interrupted:
        # The blank lines around a page break are the page's, and say nothing about paragraphs.
        runs_on = _in_mid_sentence(previous, stretch) or _runs_on_figure(previous.text, after)
        return not runs_on and not place.forces(stretch)
    if stretch.blank_before:
        return not _in_mid_sentence(previous, stretch)
    return not place.inside_run and _ends_paragraph(previous, stretch, place)


def _in_mid_sentence(before: Stretch, after: Stretch) -> bool:
    """Whether a sentence runs on over a blank line or a page break."""
    if before.opening & _BULLET_ALONE:
        return True
    ending, opening = before.ending, after.opening
    if ending & _SENTENCE or opening & _BULLET:
        return False
    return bool(opening & _SMALL or ending & _OPEN)


def _runs_on_figure(before: str, after: str) -> bool:
    """Whether a sentence goes on with a figure: one that words follow, after words that end no sentence."""
    if not (after[0].isdigit() or after[0] == "€"):
        return False
    words = before.split()
    return len(words) > 2 and words[-1][-1].isalpha() and RUNNING_FIGURE.match(after) is not None


def _ends_paragraph(before: Stretch, after: Stretch, place: _Place) -> bool:
    """Whether a paragraph ends between two lines that stand right under each other."""
    ending, opening = before.ending, after.opening
    if before.opening & _BULLET_ALONE:
        return False
    if opening & _BULLET:
        return True
    if ending & _OPEN:
        return False
    if place.left_over and (not ending & _SENTENCE or (place.page.parts_items and not place.listed)):
        return False
    small = opening & _SMALL
    if ending & _SENTENCE:
        if place.listed or (place.list_closes and before.text.endswith(".")):
            return True
        # After a sentence that fills its line, nobody can tell; most such lines are in mid-paragraph.
        return (not small or before.text.endswith((":", ";"))) and not place.forces(after)
    # Without the end of a sentence only a heading or a table's cell ends: short, and followed by a new beginning.
    if opening & _FIGURE and last_word(before.text) in BEFORE_NUMBER:
        return False  # "zie ook vraag⏎4."
    if opening & _FIGURE and not place.in_list:
        # A cell stands under a cell; a long line without an end, or one of words, goes on with a figure.
        width = place.page.width
        if (width is not None and place.width >= width * NARROWEST_SHARE) or _runs_on_figure(place.line, after.text):
            return False
    return not small and not ending & _HYPHEN and not place.forces(after) and not _tears_name(before.text, after.text)


def _tears_name(before: str, after: str) -> bool:
    """Whether a line ends between the first name and the surname of somebody with a title."""
    surname = SURNAME.match(after)
    if surname is None or surname["name"] in SENTENCE_OPENERS:
        return False
    return FIRST_NAME_AT_END.search(before) is not None
