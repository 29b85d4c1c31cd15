"""The text of a document as citations are searched in it, and the way from a stretch of it to a row of `references`.

A document is searched as one text. What no citation of a kind can do without, a word or a sign, is looked for first,
and a pattern is tried only where one of them stands: most documents hold few of these words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from records import Reference
from transform.text.passages import Passage

# Characters that mean the same as a plainer one; each becomes one character, so that offsets stay.
PLAIN = (("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\t", " "), ("\r", " "), ("\u2010", "-"), ("\u2011", "-"))
# Signs that an export could not write and made question marks of: no question ends inside the parts of an article.
# Matches: "?" in "artikel 6, ? 1", in "artikel 56 ?3 van" and in "artikelen 63 en 64, ? 1".
LOST_PARAGRAPH = re.compile(
    r"\?(?:(?<=[\w.], \?)(?= ?\d{1,2}(?:bis|ter|quater)?(?!\w|[.)] ?[A-Z]))"
    r"|(?<=\d \?)(?= ?\d{1,2}(?:,| van | en | [A-Z]{2})))"
)
# Matches: "?" in "eerste lid, 2?, van de", "5? van het", "1?, c KB".
LOST_DEGREE = re.compile(
    r"\?(?<=[ ,\d]\d\?)(?=,? (?:van (?:de|het|deze|dit)|en \d|tot \d|lid|[a-z](?:\)|,| )|\d{1,2}\?)"
    r"|, (?:[a-z](?:\)| [A-Z])|van |[A-Z]{2}))"
)
# In every text that has such a sign.
ARTICLE_WORDS = ("artikel", "Artikel", "art.", "Art.")
# What stands for text that another kind of row has taken: no pattern matches it.
TAKEN = "\x00"
# What stands behind each passage. No pattern crosses a line end, so none goes from one passage into the next.
BOUNDARY = f"\n{TAKEN}\n"
PASSAGE_ENDS = rf"(?:$|(?=\n{TAKEN}))"
"""Source of a pattern for the end of a passage; it takes no character."""


# Matches: "\n", "  ".
WHITE_SPACE = re.compile(r"\s+")
# Letters and digits together. Matches: "arb" in "arb. hof".
PART = re.compile(r"[^\W_]+")


class Beginnings:
    """What the matches of a pattern begin with, in small letters.

    `vraag`: this whole word. `raad van state`, `w.`: this whole first word, and what follows it. `ministeri*`: any
    word that begins so. Words are made of letters and digits: `rvvb` is a whole word in `rvvb-a`.
    """

    __slots__ = ("_of_word", "stems", "words")

    def __init__(self, *written: str) -> None:
        self._of_word: dict[str, list[str]] = {}
        for one in dict.fromkeys(written):
            if not one.endswith("*"):
                found = PART.match(one)
                assert found is not None, "a beginning is a word, or ends in a star"
                self._of_word.setdefault(found.group(), []).append(one)
        self.words = frozenset(self._of_word)
        self.stems = tuple(one.rstrip("*") for one in dict.fromkeys(written) if one.endswith("*"))

    def among(self, words: frozenset[str]) -> Iterable[str]:
        """The strings to look for in a text that holds these words; no other beginning can stand in it."""
        return chain(self.stems, *(self._of_word[word] for word in self.words & words))


class SearchedText:
    """All passages of a document as one text, each with a boundary behind it. What a finder has found is taken out, so
    that the finders after it do not find it again."""

    __slots__ = ("_places", "lowered", "passages", "starts", "text", "words")

    passages: Sequence[Passage]
    starts: list[int]
    """Where in the text each passage begins."""
    text: str
    """The text as patterns read it, character for character that of the passages."""
    lowered: str
    """The same in small letters, of the same length."""
    words: frozenset[str]
    """All words of the text in small letters, words being letters and digits: `OVAM-decreet` is two."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.starts = []
        length = 0
        for passage in passages:
            self.starts.append(length)
            length += len(passage.text) + len(BOUNDARY)
        text = "".join(passage.text + BOUNDARY for passage in passages)
        for letter, plain in PLAIN:
            text = text.replace(letter, plain)
        if "?" in text and any(word in text for word in ARTICLE_WORDS):
            text = LOST_DEGREE.sub("°", LOST_PARAGRAPH.sub("§", text))
        self.text, self.lowered = text, lowered(text)
        self.words = words_of(self.lowered)
        self._places: dict[str, list[int]] = {}

    def places(self, words: Beginnings) -> list[int]:
        """Where such a beginning may stand, rising. A few of the places may be inside longer words, or in text that
        was taken since: the pattern tells."""
        found = [self.places_of(one) for one in words.among(self.words)]
        return found[0] if len(found) == 1 else sorted({place for places in found for place in places})

    def places_of(self, string: str) -> list[int]:
        """Where a string in small letters stands, rising."""
        places = self._places.get(string)
        if places is None:
            places = self._places[string] = []
            place = self.lowered.find(string)
            while place >= 0:
                places.append(place)
                place = self.lowered.find(string, place + 1)
        return places

    def matches(self, pattern: re.Pattern[str], words: Beginnings) -> Iterator[re.Match[str]]:
        """The matches of a pattern, in order and apart, as `finditer` gives them. Each begins with one of `words`."""
        return matches_at(pattern, self.text, self.places(words))

    def take(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take the text of `spans` (in order, apart; end exclusive) out of what the next finders read."""
        pieces, at = [], 0
        for start, end in spans:
            pieces += [self.text[at:start], TAKEN * (end - start)]
            at = end
        if pieces:
            self.text = "".join(pieces) + self.text[at:]
            self.lowered = lowered(self.text)

    def passage_at(self, place: int) -> tuple[Passage, int]:
        """The passage that a place of the text lies in, and the place where that begins."""
        number = bisect_right(self.starts, place) - 1
        return self.passages[number], self.starts[number]

    def raw_offset(self, place: int) -> int:
        """The raw offset of the character at a place of the text, which is none of a boundary."""
        passage, start = self.passage_at(place)
        return passage.offsets[place - start]

    def row(self, kind: str, start: int, end: int, **columns: Any) -> Reference:
        """The row for `text[start:end]`: where it stands, what it says as it stands, its raw offsets.

        A bracket that opens in it closes in it where that is the next character; one that opens before it does not.
        """
        passage, begin = self.passage_at(start)
        end = balanced(self.text, start, end)
        char_start, char_end = passage.span(start - begin, end - begin)
        in_note = passage.footnote_marker is not None
        return Reference(
            kind=kind,
            section="footnote" if in_note else passage.section,
            section_label=None if in_note else passage.section_label,
            text=WHITE_SPACE.sub(" ", passage.text[start - begin : end - begin]),
            char_start=char_start,
            char_end=char_end,
            footnote_marker=passage.footnote_marker,
            **columns,
        )


def matches_at(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at `places` (rising), in order and apart, as `finditer` gives them."""
    end = 0
    for place in places:
        if place >= end and (found := pattern.match(text, place)) is not None:
            end = found.end()
            yield found


def lowered(text: str) -> str:
    """The text in small letters, of the same length (a few letters have a longer small form: they stay)."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def words_of(text: str) -> frozenset[str]:
    """The different words of a text: letters and digits together."""
    # Most words stand between spaces; only the others need a pattern.
    between_spaces = set(text.split())
    words = set(filter(str.isalnum, between_spaces))
    return frozenset(words.union(PART.findall(" ".join(between_spaces - words))))


def balanced(text: str, start: int, end: int) -> int:
    """Where `text[start:end]` ends with its brackets in balance: one character further, or less far, or there."""
    opened = text.count("(", start, end) - text.count(")", start, end)
    if opened == 1 and text[end : end + 1] == ")":
        return end + 1
    return end - 1 if opened == -1 and text[end - 1] == ")" else end
