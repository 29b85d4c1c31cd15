"""Doubt: where a text leaves another reading that is nearly as good, or cannot be read for certain. Each doubt is a
warning with its place; nothing is changed because of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from records import PlacedWarning
from transform import warnings
from transform.enumerations.counting import Item, meanings
from transform.lines.labels import Path, Token

# What an extractor writes for a letter whose meaning the file does not tell. Matches: "(cid:127)".
CID = re.compile(r"\(cid:\d+\)")
# Letters that blanks part, as no sentence has them. Matches: "d e  v r a a g".
PARTED = re.compile(r"(?<!\S)(?:[^\W\d_] {1,3}){6,}[^\W\d_](?!\S)")
# A word with each letter twice. Matches: "VVrraaaagg", "ddeerr".
DOUBLED = re.compile(r"(?<![^\W\d_])(?:([^\W\d_])\1){3,}(?![^\W\d_])")
# What an undecodable byte became.
REPLACEMENT = "\ufffd"
# So many of them, or words with doubled letters, are no slip.
MANY_REPLACEMENTS, MANY_DOUBLED = 3, 3


def garbled(text: str) -> Iterator[PlacedWarning]:
    """Whether a document's text is garbled: the first place that shows it. Literal tests go before the patterns."""
    places: list[tuple[int, int]] = []
    if "(cid:" in text and (match := CID.search(text)):
        places.append(match.span())
    if REPLACEMENT in text and text.count(REPLACEMENT) >= MANY_REPLACEMENTS:
        first = text.index(REPLACEMENT)
        places.append((first, first + 1))
    if " e " in text and " n " in text and (match := PARTED.search(text)):
        places.append(match.span())
    # Doubled, "de", "en" and "van", and words with a double vowel; no Dutch word has these letters.
    if "ddee" in text or "DDEE" in text or "eenn" in text or "EENN" in text or "aaaa" in text or "AAAA" in text:
        found = [match.span() for match in DOUBLED.finditer(text)]
        places += found[:1] if len(found) >= MANY_DOUBLED else []
    if places:
        yield PlacedWarning(warnings.TEXT_GARBLED, *min(places))


Told = tuple[Sequence[Path], str, Sequence[int]]
"""A piece that labels are looked for in: the labels that it bears, its running text, and the raw offset of each of the
text's characters."""


class Side:
    """The pieces of the question or of the answer, in which labels are looked for that were taken for text."""

    def __init__(self, pieces: Sequence[Told], wanted: frozenset[Path] = frozenset()) -> None:
        """`pieces`: in reading order; `wanted`: the labels of the questions, where the side is the answer, which can
        have no others; empty for the question."""
        self._pieces, self._wanted = pieces, wanted
        self._labels = {path for paths, _, _ in pieces for path in paths}

    def labels_inside(self) -> Iterator[PlacedWarning]:
        """The first place inside each piece where a label could stand that would be the next one, or would begin a
        list under the piece."""
        for place, piece in enumerate(self._pieces):
            for path in piece[0] or ((),):
                following, beginnings = _expected(path)
                if following and following not in self._labels and (not self._wanted or following in self._wanted):
                    for below in self._pieces[place : self._end(place, path)]:
                        yield from _counted_on(below, path[-1], following[-1])
                for pair in beginnings:
                    if self._labels.isdisjoint(pair) and (not self._wanted or self._wanted.issuperset(pair)):
                        yield from _begun(piece, pair[0][-1], pair[1][-1])

    def _end(self, place: int, path: Path) -> int:
        """The place after the last piece that stands under the label of the one at `place`."""
        end = place + 1
        while end < len(self._pieces) and any(one[: len(path)] == path for one in self._pieces[end][0]):
            end += 1
        return end

    def anywhere(self, unanswered: Iterable[Path]) -> Iterator[PlacedWarning]:
        """Where the labels of questions that no part answers could stand inside the parts."""
        for step in dict.fromkeys(path[-1] for path in unanswered):
            for piece in self._pieces:
                if _has(piece[1], step) and (match := _label_inside(step).search(piece[1])):
                    yield _warned(piece, match)


def labels_left_over(tokens: Sequence[Token], items: Sequence[Item]) -> Iterator[PlacedWarning]:
    """The first of the labels that begin no item, and count on from each other, but not from 1: the rest of an
    enumeration whose beginning was not seen."""
    if len(tokens) < len(items) + 2:
        return
    taken = {item.start for item in items}
    counted: dict[tuple[str, str], dict[int, Token]] = {}
    for token in tokens:
        if token.start in taken or not token.clean or token.listed or len(token.path) > 1:
            continue
        for level in meanings(token):
            seen = counted.setdefault((level.kind, level.style), {})
            if 1 not in seen and level.value - 1 in seen:
                first = seen[level.value - 1]
                yield PlacedWarning(warnings.LABELS_LEFT_OVER, first.start, first.end)
                return
            seen[level.value] = token


@lru_cache(maxsize=4096)
def _expected(path: Path) -> tuple[Path, Sequence[tuple[Path, Path]]]:
    """The labels that can come after one: the one that counts on, empty for no label, for numerals and for `z`; and the
    first two of each list that can stand under it."""
    if not path:
        return (), ((("1",), ("2",)), (("a",), ("b",)))
    above, step = path[:-1], path[-1]
    letters, dotted = ((*path, "a"), (*path, "b")), ((*path, ".1"), (*path, ".2"))
    if step.isdigit():
        return (*above, str(int(step) + 1)), (letters, dotted) if not above else (letters,)
    if step.startswith("."):
        return (*above, f".{int(step[1:]) + 1}"), (letters,)
    return (*above, chr(ord(step) + 1)) if len(step) == 1 and step < "z" else (), ()


def _counted_on(piece: Told, step: str, following: str) -> Iterator[PlacedWarning]:
    """Where the label after one could stand inside a text that does not count up to it itself."""
    if _has(piece[1], following) and (match := _label_inside(following).search(piece[1])):
        counted = _label_inside(step).search(piece[1], 0, match.start())
        yield from () if counted else (_warned(piece, match),)


def _begun(piece: Told, first: str, second: str) -> Iterator[PlacedWarning]:
    """Where the first two labels of a list could stand inside a text."""
    if _has(piece[1], second) and (match := _label_inside(first).search(piece[1])):
        counted = _label_inside(second).search(piece[1], match.end())
        yield from (_warned(piece, match),) if counted else ()


def _has(text: str, step: str) -> bool:
    """A cheap first look for a label: whether its last step and a closing stand in a text at all."""
    if step.isdigit():
        return f"{step}." in text or f"{step})" in text or f"{step}/" in text or f"{step}°" in text
    if step.startswith("."):
        return step in text
    return f"{step})" in text or f"{step}. " in text or f"{step.upper()}" in text


def _warned(piece: Told, match: re.Match[str]) -> PlacedWarning:
    start = match.end() - len(match.group().lstrip())
    return PlacedWarning(warnings.LABEL_INSIDE_TEXT, piece[2][start], piece[2][match.end() - 1] + 1)


@cache
def _label_inside(step: str) -> re.Pattern[str]:
    """A label in mid-text, before a new beginning; `step`: its last."""
    printed = rf"[1-9]\d?{re.escape(step)}[.)°/]?" if step.startswith(".") else rf"\(?(?i:{step})[.)°/]"
    return re.compile(rf"(?:(?<=[.?!:;)”\"»])\s*|(?<=\s)){printed}(?:\s+(?=[A-ZÀ-Þ“‘\"(])|(?=[A-ZÀ-Þ]))")
