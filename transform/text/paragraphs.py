"""Running text from lines: wraps undone, hyphens and broken URLs mended, markers of notes taken out.

The rules are those of anatomy.md, Text columns. Nothing here knows what piece it works on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from transform.dutch.sentences import ends_sentence, goes_on
from transform.lines.addresses import OPEN_END, continues_address
from transform.lines.labels import Token, find_tokens
from transform.lines.lines import WORD, Line, first_word
from transform.lines.page import UNWRAPPED, Page, is_mid_sentence

# A line that begins with one of these begins a paragraph. Matches: "- de", "• het", "o een", "-", "* x".
BULLET = re.compile(r"(?:[-–—•‣◦▪·*➢➔✓\uf0b7\uf0a7]|o)(?:\s|$)")
# Matches: "-", "•", "o": a bullet that was torn from its text.
BULLET_ALONE = re.compile(r"(?:[-–—•‣◦▪·*➢➔✓\uf0b7\uf0a7]|o)$")
# A dash that sets something apart. Matches: " – " in "dat – tot op heden", "–" at a line's beginning or end.
SPACED_DASH = re.compile(r"(?:^|(?<=\s))[-–—](?=\s|$)")
# Matches: "sociaal-" but not " -": a hyphen that a word ends in.
ENDS_IN_HYPHEN = re.compile(r"(?<=[^\W_])[-\u2010\u00ad]$")
# A figure that a sentence goes on with, or ends with. Matches: "10 jaar of langer", "7% is de", "2/3 van de", "8. De".
RUNNING_FIGURE = re.compile(r"€?\s?\d[\d.,/]*(?:(?:\s?%)?\s+[a-zà-ÿ]\S*\s+\S|(?<=\.)\s+[A-ZÀ-Þ][a-zà-ÿ])")
# A hyphen hangs when the word it stands for comes later. Matches: "en ontwikkeling", "of", "tot", "en/of".
HANGS = re.compile(r"(?:en/of|en|of|tot|dan\s+wel|als|noch)\b", re.I)
# Words, whole and at the two sides of a line end. Matches: "sociaal-economisch", "bedrag".
WORD_OF_LETTERS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
LETTERS_AT_END = re.compile(r"[^\W_]+(?:-[^\W_]+)*$")
LETTERS_AT_START = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

# Words that never fill a table cell on their own: alone on a line, they show a line justified to one word a line.
FUNCTION_WORDS = frozenset(
    "de het een en of van in op te tot met voor aan door bij uit naar om dat die dit deze is zijn was waren wordt "
    "worden werd werden niet ook als er dan maar over per zoals onder hun haar zich wel nog welke hoe wat wie".split()
)
# A line justified to one word a line is told from a column of cells by at least this many lines after one another.
SHORTEST_JUSTIFIED = 4
# How many lines on either side tell how wide an indented list is, and how narrow such a list is at the most.
LINES_AROUND = 6
NARROWEST_SHARE = 0.6

# Endings that inflection adds are this long at the most, and leave at least this much of a word's second half.
LONGEST_ENDING = 3
SHORTEST_STEM = 3
# It sorts behind everything that a word begins with.
LAST_LETTER = "\U0010ffff"


class Vocabulary:
    """The words of one document, for telling whether a hyphen at a line end belongs to a word."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._counts: Counter[str] = Counter()
        for line in lines:
            words = [match.group() for match in WORD_OF_LETTERS.finditer(line.text)]
            # The pieces of a broken word are no evidence for how words are written.
            if words and ENDS_IN_HYPHEN.search(line.text):
                words.pop()
            self._counts.update(word.casefold() for word in words)
        self._sorted = sorted(self._counts)
        self._before = [0, *accumulate(self._counts[word] for word in self._sorted)]
        """For each place in the sorted words how often those before it stand in the document, together."""

    def count(self, first: str, second: str) -> int:
        """How often the document has the word that `first` and `second` make, alone, as the beginning of a longer
        word, or with a shorter ending (`asbestattest` for `asbest`, `attesten`)."""
        word = f"{first}{second}".casefold()
        start, stop = bisect_left(self._sorted, word), bisect_left(self._sorted, word + LAST_LETTER)
        found = self._before[stop] - self._before[start]
        endings = range(1, min(LONGEST_ENDING, len(second) - SHORTEST_STEM) + 1)
        return found + sum(self._counts[word[:-cut]] for cut in endings)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line, or the part of it that belongs to a piece."""

    start: int
    end: int
    text: str
    blank_before: bool = False
    interrupted: bool = False
    """A note, furniture or a page break stands between this and the stretch before it."""
    joined: bool = False
    """It stands on the same line as the stretch before it."""
    lead: int = 0
    """How many characters of its line stand before it: a label, mostly."""
    marked: str = ""
    """Its text with the markers of notes that were taken out of it; empty where none were."""

    @property
    def printed(self) -> str:
        """Its text as the page shows it."""
        return self.marked or self.text

    @property
    def visual(self) -> str:
        """The line as wide as the page shows it, its lead as blanks."""
        return " " * self.lead + self.printed


@dataclass(slots=True)
class Running:
    """Running text while it is being put together: its characters, each with its raw offset."""

    characters: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)

    def add(self, text: str, start: int) -> None:
        """Add characters that stand in the raw text from `start` on."""
        self.characters.extend(text)
        self.offsets.extend(range(start, start + len(text)))

    def join(self, mark: str, offset: int) -> None:
        """Add the white space that stands for the wrap at `offset`."""
        self.characters.append(mark)
        self.offsets.append(offset)

    def drop_last(self) -> None:
        """Take the last character back: a hyphen that typesetting put there."""
        self.characters.pop()
        self.offsets.pop()


def running_text(
    stretches: Sequence[Stretch], markers: Sequence[tuple[int, int]], vocabulary: Vocabulary, page: Page
) -> tuple[str, list[int]]:
    """The running text of a piece, and for each of its characters the raw offset.

    `stretches`: the piece's lines in order; `markers`: raw offsets (end exclusive) of the note markers to take out,
    sorted; `page`: that of the dump. Paragraphs are separated by one line feed.
    """
    running = Running()
    shown = [_without_markers(stretch, markers) for stretch in stretches]
    # A line that held nothing but a marker leaves nothing behind.
    kept = [place for place, stretch in enumerate(shown) if stretch.text]
    breaks = paragraph_breaks([shown[place] for place in kept], page)
    for index, place in enumerate(kept):
        if index:
            _join(running, shown[kept[index - 1]], shown[place], breaks[index], vocabulary)
        _add_cleaned(running, stretches[place], markers)
    return _trimmed(running)


def paragraph_breaks(stretches: Sequence[Stretch], page: Page) -> list[bool]:
    """For each stretch whether it begins a paragraph; the first always does."""
    listed = _list_lines(stretches)
    justified = _justified(stretches)
    breaks: list[bool] = []
    visual, aside, in_list, list_closes = "", _Aside(), False, False
    for index, stretch in enumerate(stretches):
        inside_run = index > 0 and justified[index - 1] and justified[index]
        torn_aside = index > 0 and _goes_on_aside(aside, stretches[index - 1], stretch)
        place = _Place(
            visual,
            inside_run,
            justified[index - 1] if index else False,
            index in listed,
            in_list,
            list_closes,
            _page_around(stretches, index, page),
        )
        breaks.append(index == 0 or (not torn_aside and _breaks(stretches[index - 1], stretch, place)))
        if breaks[-1]:
            in_list = index in listed or BULLET.match(stretch.text) is not None
            list_closes = in_list and (list_closes or stretches[index - 1].text.endswith(";"))
        aside.read(stretch.text, begins=breaks[-1])
        # The words of a justified line together are the line that the page shows.
        fits = page.width is None or len(visual) + 1 + len(stretch.printed) <= page.width
        visual = f"{visual} {stretch.printed}" if inside_run and fits else stretch.visual
    return breaks


def _list_lines(stretches: Sequence[Stretch]) -> set[int]:
    """The stretches that begin with the label of a list inside the piece."""
    lines = [Line(one.start, one.end, one.text, one.blank_before, False) for one in stretches]
    tokens: list[Token] = find_tokens(lines, UNWRAPPED, combined=False)
    return {token.line for token in tokens}


def _justified(stretches: Sequence[Stretch]) -> list[bool]:
    """For each stretch whether it is a word of a line that was justified to one word a line."""
    marks = [False] * len(stretches)
    start = 0
    while start < len(stretches):
        stop = start
        while (
            stop < len(stretches)
            and " " not in stretches[stop].text
            and not BULLET_ALONE.match(stretches[stop].text)
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


def _goes_on_aside(aside: _Aside, previous: Stretch, stretch: Stretch) -> bool:
    """Whether what looks like a bullet belongs to something set apart in the paragraph before."""
    return not stretch.blank_before and BULLET.match(stretch.text) is not None and aside.is_open(previous.text)


class _Aside:
    """Whether something set apart, by a bracket or a dash, is open in the current paragraph: then a dash at the
    beginning of a line closes it, or belongs to it, and is no bullet."""

    def __init__(self) -> None:
        self._brackets = self._dashes = 0

    def read(self, text: str, *, begins: bool) -> None:
        """Go on over a line; `begins`: it begins a paragraph."""
        if begins:
            self._brackets = self._dashes = 0
            text = BULLET.sub("", text, count=1)
        self._brackets = max(0, self._brackets + text.count("(") - text.count(")"))
        self._dashes += len(SPACED_DASH.findall(text))

    def is_open(self, before: str) -> bool:
        """Whether it is still open after the line `before`."""
        return self._brackets > 0 or (self._dashes % 2 == 1 and not ends_sentence(before))


def _page_around(stretches: Sequence[Stretch], index: int, page: Page) -> Page:
    """The page that the lines around a place were wrapped for: an indented list is narrower, where sentences run on
    over line ends that the page's own width does not explain."""
    if page.width is None:
        return page
    narrower: list[tuple[int, int]] = []
    for place in range(max(1, index - LINES_AROUND), min(len(stretches), index + LINES_AROUND)):
        before, after = stretches[place - 1], stretches[place]
        length, word = len(before.visual), len(first_word(after.printed))
        if after.blank_before or after.joined or after.interrupted or length < page.width * NARROWEST_SHARE:
            continue
        if not page.forces(before.visual, after.printed) and is_mid_sentence(before.text, after.text):
            narrower.append((length, length + 1 + word))
    return Page(max(narrower)[0], min(need for _, need in narrower) - 1) if narrower else page


@dataclass(frozen=True, slots=True)
class _Place:
    """What is known of the place between two lines."""

    visual: str
    """The line before as the page shows it."""
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
    page: Page
    """The page that the lines around were wrapped for."""


def _breaks(previous: Stretch, stretch: Stretch, place: _Place) -> bool:
    """Whether a paragraph ends between two stretches."""
    after = stretch.text
    if stretch.joined or continues_address(previous.text, after):
        return False
    if BULLET.match(after) and not place.inside_run:
        # After the words of a justified line, in mid-sentence, a dash alone is no bullet: it sets something apart.
        is_dash = BULLET_ALONE.match(after) and place.after_word and not place.in_list
        return not (is_dash and previous.text[-1].isalnum())
    if stretch.interrupted:
        # The blank lines around a page break are the page's, and say nothing about paragraphs.
        runs_on = _in_mid_sentence(previous.text, after) or _runs_on_figure(previous.text, after)
        return not runs_on and not place.page.forces(place.visual, stretch.printed)
    if stretch.blank_before:
        return not _in_mid_sentence(previous.text, after)
    return not place.inside_run and _ends_paragraph(previous.text, stretch, place)


def _join(running: Running, previous: Stretch, stretch: Stretch, breaks: bool, vocabulary: Vocabulary) -> None:
    """Put between two stretches what belongs there: nothing, a space or a line feed."""
    if breaks:
        running.join("\n", previous.end)
    elif continues_address(previous.text, stretch.text) and (not stretch.joined or previous.text.endswith(OPEN_END)):
        return
    elif not ENDS_IN_HYPHEN.search(previous.text) or HANGS.match(stretch.text):
        running.join(" ", previous.end)
    elif _is_typesetters(previous.text, stretch.text, vocabulary):
        running.drop_last()


def _in_mid_sentence(before: str, after: str) -> bool:
    """Whether a sentence runs on over a blank line or a page break."""
    if BULLET_ALONE.match(before):
        return True
    if ends_sentence(before) or BULLET.match(after):
        return False
    return after[0].islower() or goes_on(before)


def _runs_on_figure(before: str, after: str) -> bool:
    """Whether a sentence goes on with a figure: one that words follow, after words that end no sentence."""
    words = before.split()
    return len(words) > 2 and words[-1][-1].isalpha() and RUNNING_FIGURE.match(after) is not None


def _ends_paragraph(before: str, stretch: Stretch, place: _Place) -> bool:
    """Whether a paragraph ends between two lines that stand right under each other."""
    after, page = stretch.text, place.page
    if BULLET_ALONE.match(before):
        return False
    if BULLET.match(after):
        return True
    if goes_on(before):
        return False
    forced = page.forces(place.visual, stretch.printed)
    if ends_sentence(before):
        if place.listed or (place.list_closes and before.endswith(".")):
            return True
        # After a sentence that fills its line, nobody can tell; most such lines are in mid-paragraph.
        return not forced and (not after[0].islower() or before.endswith((":", ";")))
    # Without the end of a sentence only a heading or a table's cell ends: short, and followed by a new beginning.
    if after[0].isdigit() and not place.in_list:
        # A cell stands under a cell; a long line without an end, or one of words, goes on with a figure.
        is_long = page.width is not None and len(place.visual) >= page.width * NARROWEST_SHARE
        if is_long or _runs_on_figure(place.visual, after):
            return False
    return not forced and not after[0].islower() and not ENDS_IN_HYPHEN.search(before)


def _is_typesetters(before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether the hyphen at the end of `before` was put there by typesetting: the document writes the word in one
    elsewhere. Where it does not tell, the hyphen stays."""
    if before.endswith("\u00ad"):
        return True
    first, second = LETTERS_AT_END.search(before[:-1]), LETTERS_AT_START.match(after)
    if first is None or second is None or not second.group()[0].islower():
        return False
    whole = vocabulary.count(first.group(), second.group())
    hyphenated = vocabulary.count(f"{first.group()}-", second.group())
    return whole > hyphenated


def _between_markers(stretch: Stretch, markers: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The raw offsets (end exclusive) of what a stretch holds besides markers."""
    cursor = stretch.start
    place = bisect_left(markers, (stretch.start, 0))
    pieces: list[tuple[int, int]] = []
    while place < len(markers) and markers[place][0] < stretch.end:
        pieces.append((cursor, markers[place][0]))
        cursor = markers[place][1]
        place += 1
    return [*pieces, (cursor, stretch.end)]


def _without_markers(stretch: Stretch, markers: Sequence[tuple[int, int]]) -> Stretch:
    """A stretch as it reads without markers; it is as wide as with them."""
    pieces = _between_markers(stretch, markers)
    if len(pieces) == 1:
        return stretch
    text = "".join(stretch.text[start - stretch.start : end - stretch.start] for start, end in pieces).strip()
    return replace(stretch, text=text, marked=stretch.text)


def _add_cleaned(running: Running, stretch: Stretch, markers: Sequence[tuple[int, int]]) -> None:
    """Add a stretch without the markers in it, runs of white space as one space."""
    for start, end in _between_markers(stretch, markers):
        for word in WORD.finditer(stretch.text, start - stretch.start, end - stretch.start):
            begins = stretch.start + word.start()
            spaced = word.start() > 0 and stretch.text[word.start() - 1].isspace()
            if spaced and begins > stretch.start and running.characters and not running.characters[-1].isspace():
                running.join(" ", begins - 1)
            running.add(word.group(), begins)


def _trimmed(running: Running) -> tuple[str, list[int]]:
    """The text without white space at its ends."""
    text = "".join(running.characters)
    start, stop = len(text) - len(text.lstrip()), len(text.rstrip())
    return text[start:stop], running.offsets[start:stop]
