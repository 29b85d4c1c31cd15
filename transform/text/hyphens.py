"""Hyphens at line ends: whether one belongs to its word, or typesetting put it there (anatomy.md, Text columns)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from transform.lines.characters import SOFT_HYPHEN
from transform.lines.lines import Line
from transform.lines.marks import ends_in_hyphen

# A hyphen hangs when the word it stands for comes later. Matches: "en ontwikkeling", "of", "tot", "en/of".
HANGS = re.compile(r"(?:en/of|en|of|tot|dan\s+wel|als|noch)\b", re.I)
# Words, whole and at the two sides of a line end. Matches: "sociaal-economisch", "bedrag".
WORD_OF_LETTERS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
LETTERS_AT_END = re.compile(r"[^\W_]+(?:-[^\W_]+)*$")
LETTERS_AT_START = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

# Endings that inflection adds are this long at the most, and leave at least this much of a word's second half.
LONGEST_ENDING = 3
SHORTEST_STEM = 3
# It sorts behind everything that a word begins with.
LAST_LETTER = "\U0010ffff"


class Vocabulary:
    """The words of one document, for telling whether a hyphen at a line end belongs to a word. They are counted when
    the first hyphen asks."""

    def __init__(self, lines: Sequence[Line], *, hyphenates: bool = False) -> None:
        """`hyphenates`: whoever printed the document divides words at line ends."""
        self._lines, self._hyphenates = lines, hyphenates

    @cached_property
    def _counts(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for line in self._lines:
            words = WORD_OF_LETTERS.findall(line.text.casefold())
            # The pieces of a broken word are no evidence for how words are written.
            if words and ends_in_hyphen(line.text):
                words.pop()
            counts.update(words)
        return counts

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._counts)

    @cached_property
    def _before(self) -> list[int]:
        """For each place in the sorted words how often those before it stand in the document, together."""
        return [0, *accumulate(self._counts[word] for word in self._sorted)]

    def count(self, first: str, second: str) -> int:
        """How often the document has the word that `first` and `second` make, alone, as the beginning of a longer
        word, or with a shorter ending (`asbestattest` for `asbest`, `attesten`)."""
        word = f"{first}{second}".casefold()
        start, stop = bisect_left(self._sorted, word), bisect_left(self._sorted, word + LAST_LETTER)
        found = self._before[stop] - self._before[start]
        endings = range(1, min(LONGEST_ENDING, len(second) - SHORTEST_STEM) + 1)
        return found + sum(self._counts[word[:-cut]] for cut in endings)

    def is_typesetters(self, before: str, after: str) -> bool:
        """Whether the hyphen at the end of `before` was put there by typesetting, `after` being what follows the line
        end: the document writes the word in one elsewhere. Where it does not tell, the hyphen stays, but in print that
        divides words."""
        if before.endswith(SOFT_HYPHEN):
            return True
        first, second = LETTERS_AT_END.search(before[:-1]), LETTERS_AT_START.match(after)
        if first is None or second is None or not second.group()[0].islower():
            return False
        whole = self.count(first.group(), second.group())
        hyphenated = self.count(f"{first.group()}-", second.group())
        if self._hyphenates and whole == hyphenated == 0:
            # An abbreviation, a figure or a letter keeps its hyphen ("EU-landen", "A-merk").
            return first.group().rpartition("-")[2].islower() and len(first.group()) > 1
        return whole > hyphenated
