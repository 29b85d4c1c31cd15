"""Marks: how a stretch of text begins and how it ends, told once and asked for often.

Title, furniture, notes, paragraphs, enumerations and headers ask these; none of them looks at the characters again.
What a sentence is, `transform.dutch.sentences` says.
"""

from __future__ import annotations

import re
from enum import IntFlag

from transform.dutch.sentences import CLOSING_SIGNS, OPEN_SIGNS, SENTENCE_END, STOPS, is_abbreviated, last_word
from transform.dutch.words import NEVER_LAST
from transform.lines.characters import SOFT_HYPHEN

# A line that begins with one of these begins a paragraph. Matches: "- de", "• het", "o een", "-", "* x".
BULLET = re.compile(r"(?:[-–—•‣◦▪·*➢➔✓\uf0b7\uf0a7]|o)(?:\s|$)")
# A line that is no sentence that goes on: a label, a bullet. Matches: "a) Hoe", "o de", "* x".
BEGINS_LISTED = re.compile(r"(?:[a-z][.)/°]|[ivx]+[.)]|[o\-–—•‣◦▪·*➢➔✓\uf0b7\uf0a7])(?:\s|$)")
# What a word that a line end broke ends in.
HYPHENS = ("-", SOFT_HYPHEN)


def ends_in_hyphen(text: str) -> bool:
    """Whether a word ends in a hyphen at the end of a text: "sociaal-", but not " -"."""
    return text.endswith(HYPHENS) and text[-2:-1].isalnum()


class Ending(IntFlag):
    """How a text ends; several may hold."""

    SENTENCE = 1
    """A sentence, or the lead of a list, ends with it."""
    OPEN = 2
    """It stops where nothing can stop: after a word, a sign or an abbreviation that something follows."""
    ABBREVIATION = 4
    """Its full stop is that of an abbreviation or an initial."""
    STOP = 8
    """Its last character is one that sentences end with, whatever stands before it."""
    HYPHEN = 16
    """A word ends in a hyphen."""
    WORD = 32
    """Its last character is a letter or a figure."""


class Opening(IntFlag):
    """How a text begins; several may hold."""

    BULLET = 1
    BULLET_ALONE = 2
    """It is a bullet and nothing else."""
    LISTED = 4
    """A small letter with its closing, a numeral or a bullet: no sentence goes on so."""
    SMALL = 8
    """A small letter."""
    FIGURE = 16
    """A figure."""


# Plain integers: the flags of an enum cost ten times as much to combine.
_SENTENCE, _OPEN, _ABBREVIATION, _STOP, _HYPHEN, _WORD = map(int, Ending)
_BULLET, _BULLET_ALONE, _LISTED, _SMALL, _FIGURE = map(int, Opening)
# What can begin a bullet, or a letter of a list.
_BULLETS = frozenset("-–—•‣◦▪·*➢➔✓\uf0b7\uf0a7o")
_LISTED_AFTER = frozenset(".)/°ivx")


def ending_of(text: str) -> int:
    """How a text that does not end in white space ends, as a sum of `Ending`; 0 for an empty one."""
    last = text[-1:]
    if last.isalnum():
        return _WORD | (_OPEN if last_word(text).lower() in NEVER_LAST else 0)
    if not last:
        return 0
    if last == "-" or last == SOFT_HYPHEN:
        return _HYPHEN if ends_in_hyphen(text) else 0
    abbreviated = last == "." and is_abbreviated(text)
    marks = _ABBREVIATION | _OPEN if abbreviated else _OPEN if last in OPEN_SIGNS else 0
    if last in SENTENCE_END:
        marks |= _STOP
    if last in STOPS or last in CLOSING_SIGNS:
        stop = text[-30:].rstrip(CLOSING_SIGNS)[-1:]
        if stop and stop in STOPS and not abbreviated:
            marks |= _SENTENCE
    if not marks & _OPEN and last_word(text).lower() in NEVER_LAST:
        marks |= _OPEN
    return marks


def opening_of(text: str) -> int:
    """How a text that does not begin with white space begins, as a sum of `Opening`; 0 for an empty one."""
    first = text[:1]
    if first in _BULLETS and BULLET.match(text):
        return _BULLET | _LISTED | (_SMALL if first == "o" else 0) | (_BULLET_ALONE if len(text) == 1 else 0)
    if first.islower():
        return _SMALL | (_LISTED if text[1:2] in _LISTED_AFTER and BEGINS_LISTED.match(text) else 0)
    return _FIGURE if first.isdigit() else 0


def first_word(text: str) -> str:
    """The first word of `text`, with the punctuation that sticks to it; empty where there is none."""
    words = text.split(None, 1)
    return words[0] if words else ""


UNTOLD = -1
"""Stands for a mark that nobody has asked for yet."""


class Marked:
    """A stretch of text with its marks, each told at most once."""

    __slots__ = ("_ending", "_first_word", "_opening", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._ending = self._opening = self._first_word = UNTOLD

    @property
    def ending(self) -> int:
        """See `ending_of`."""
        if self._ending < 0:
            self._ending = ending_of(self.text)
        return self._ending

    @property
    def opening(self) -> int:
        """See `opening_of`."""
        if self._opening < 0:
            self._opening = opening_of(self.text)
        return self._opening

    @property
    def first_word(self) -> int:
        """How many characters the first word has, with the punctuation that sticks to it."""
        if self._first_word < 0:
            self._first_word = len(first_word(self.text))
        return self._first_word

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence, or the lead of a list, ends with it."""
        return self.ending & _SENTENCE > 0

    @property
    def is_open(self) -> bool:
        """Whether it stops where nothing can stop."""
        return self.ending & _OPEN > 0

    @property
    def is_bullet(self) -> bool:
        """Whether it begins with a bullet."""
        return self.opening & _BULLET > 0

    @property
    def begins_small(self) -> bool:
        """Whether it begins with a small letter."""
        return self.opening & _SMALL > 0


def is_mid_sentence(before: Marked, after: Marked) -> bool:
    """Whether a sentence runs on from one text to the next, and everybody sees it: by how the first stops, or because
    it stops nowhere and the next goes on with a small letter."""
    opening, ending = after.opening, before.ending
    if not after.text or opening & _LISTED:
        return False
    return bool(ending & _OPEN) or (bool(opening & _SMALL) and ending & (_WORD | _SENTENCE) == _WORD)
