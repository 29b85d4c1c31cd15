"""Wraps text at a width, and breaks words where typesetting would, with the evidence that undoes it in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from random import Random

from corpus.generator.marks import JOINT, LINE_BREAK, plain

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# A word that prints its own hyphen. Matches: "PV-installatie", "sociaal-economische".
OWN_HYPHEN = re.compile(r"^([^\W\d_]{2,}-)([^\W\d_]{3,}[.,;:?)]*)$")
# The marker of a note, glued or in brackets. Matches: "1", "[1]".
MARKED = re.compile(r"[\d\[]")
URL = re.compile(r"^(?:https?://|www\.)")
URL_PLACE = re.compile(r"(?<=[/_=-])(?=\w)")
# A host with its slash, and a plain word after it: broken there, nobody knows whether the word is the path or the
# sentence. Matches: "www.voorbeeld.be/documenten.".
HOST_AND_WORD = re.compile(r"(?:https?://)?[^/]+/(?P<word>[^\W\d_]+)[.,]?$")
# How many letters a word's form may differ in, so that another form is still no evidence for it.
SHARED_STEM = 3
SOFT_HYPHEN = "\u00ad"
BREAK_SHARE = 0.7
# A shorter line may be a cell, or a heading, whose lines begin small too. Matches: " de" in "op de"; "beken".
SHORTEST_LINE = 35
RUNS_ON = re.compile(r" [^\W\d_]+-?$")
BEGINS_SMALL = re.compile(r"(?!datum|op vraag|(?:van|aan) [A-ZÀ-Þ'’]{2})[a-zà-ÿ]{2,}(?![.)/°:])")


def shows_its_width(lines: Sequence[str]) -> bool:
    """Whether lines (an empty one for a blank line) show that a page's width broke them: a sentence or a word runs on
    over a line end, with a small letter."""
    return any(
        len(before) >= SHORTEST_LINE and RUNS_ON.search(before) is not None and BEGINS_SMALL.match(after) is not None
        for before, after in pairwise(line.strip() for line in lines)
    )


class Breaker:
    """Decides where words are broken at a line's end, and remembers what it did.

    A compound is broken only where the document settles what the words was: where it stands whole elsewhere, the
    hyphen goes; where nothing like it stands anywhere else, the hyphen stays (anatomy.md, Text columns).
    """

    def __init__(
        self, random: Random, texts: Iterable[str], on: bool, hyphen: str = "-", soft_hyphens: bool = False
    ) -> None:
        self.random, self.on = random, on
        self.hyphen, self.soft_hyphens = hyphen, soft_hyphens
        self.counts = Counter(word.casefold() for text in texts for word in WORD.findall(plain(text)))
        self.broken: set[str] = set()
        self.kept: list[tuple[str, str]] = []
        """Words whose hyphen stays: as composed, and as they are told."""
        self.mended: list[str] = []
        """Words that must come out whole."""

    def shown(self, token: str) -> str:
        """A token as it is printed in mid-line."""
        return plain(token.replace(JOINT, SOFT_HYPHEN)) if self.soft_hyphens else plain(token)

    def split(self, token: str, room: int) -> tuple[str, str] | None:
        """`token` in two, the first part no longer than `room`; None where it is not to be broken."""
        if not self.on or room < 4 or self.random.random() > BREAK_SHARE:
            return None
        if URL.match(token):
            open_place = HOST_AND_WORD.match(token)
            never = open_place.start("word") if open_place else None
            found = (match.start() for match in URL_PLACE.finditer(token))
            places = [place for place in found if 12 < place <= room and place != never]
            if not places:
                return None
            self.mended.append(token.rstrip(".,"))
            return token[: places[-1]], token[places[-1] :]
        if own := OWN_HYPHEN.match(token):
            if len(own[1]) > room or JOINT in token:
                return None
            self.mended.append(token.rstrip(".,;:?)"))
            return f"{own[1][:-1]}{self.hyphen}", own[2]
        return self._split_compound(token, room) if token.count(JOINT) == 1 else None

    def _split_compound(self, token: str, room: int) -> tuple[str, str] | None:
        first, _, second = token.partition(JOINT)
        if MARKED.search(second):
            return None
        found = WORD.search(plain(token))
        if found is None or len(first) + 1 > room or not second[:1].islower() or not found.group().isalpha():
            return None
        word = found.group().casefold()
        if self.soft_hyphens:
            self.mended.append(found.group())
            return f"{first}{SOFT_HYPHEN}", second
        if word in self.broken:
            return None
        # Neither another form of the word nor another compound with the same first half stands anywhere.
        stem = min(word[: len(word) - SHARED_STEM], first.casefold(), key=len)
        alike = sum(count for other, count in self.counts.items() if other.startswith(stem))
        if self.counts[word] > 1:
            self.mended.append(found.group())
        elif alike == 1:
            self.kept.append((token, f"{first}-{second}"))
        else:
            return None  # some would call that evidence
        self.broken.add(word)
        return f"{first}{self.hyphen}", second


def wrap(text: str, width: int | None, breaker: Breaker) -> list[str]:
    """The lines of `text` (its joints still in it), without marks and blanks at their ends."""
    if width is None:
        return [breaker.shown(text)]
    lines: list[str] = []
    line = ""
    for token in text.split(" "):
        room = width - len(line) + line.count(SOFT_HYPHEN) - (1 if line else 0)
        if len(plain(token)) <= room and not (line and token.startswith(LINE_BREAK)):
            line = f"{line} {breaker.shown(token)}" if line else breaker.shown(token)
            continue
        parts = breaker.split(token, room)
        if parts is not None:
            lines.append(f"{line} {parts[0]}" if line else parts[0])
            line = breaker.shown(parts[1])
        else:
            if line:
                lines.append(line)
            line = breaker.shown(token)
    return [*lines, line]


def wrap_spaced(text: str, width: int | None) -> list[str]:
    """The lines of a text wrapped at `width` (None: not at all); several blanks in a row are kept inside a line, and a
    word that is wider than the page has a line of its own."""
    if not width:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line or not word else word
        if len(longer) > width and line.strip():
            lines.append(line.rstrip())
            line = word
        else:
            line = longer
    return [one for one in [*lines, line.rstrip()] if one]
