"""A text may hold several documents, one after another: it is split where documents begin.

A text is split as it is read. Only a window of it is in memory: of a file of any length the documents that are whole
go on, and the last one, which may not be, waits for the next window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.mojibake import Repair

WINDOW = 2_000_000
"""How many characters are split at a time; a text that is shorter is split as a whole."""

MARGIN = 20_000
"""So near to the end of a window nobody can tell yet whether a document begins."""

Starts = Callable[[str], Sequence[int]]
"""The offsets (Unicode code points) in a text where documents begin, rising, the first 0."""


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a text."""

    text: str
    """Empty where it is over the limit."""
    is_repaired: bool
    """Whether mojibake was repaired in it."""
    is_over_limit: bool = False


def split(text: str, starts: Sequence[int]) -> list[str]:
    """The documents of one text, in order; joined they are `text` again, so that no character is lost.

    `starts` are the offsets (Unicode code points) where documents begin: the first is 0, each later one is greater
    and lies inside the text. An empty text is one empty document. Raises ValueError for any other starts.
    """
    if not starts or starts[0] != 0:
        raise ValueError(f"The first document of a file must start at 0, not at {starts[0] if starts else 'nothing'}.")
    ends = [*starts[1:], len(text)]
    if any(start >= end for start, end in pairwise([*starts, len(text)])) and text:
        raise ValueError(f"The starts of documents must increase and lie inside the text of {len(text)} characters.")
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def parts(
    chunks: Iterable[str], starts: Starts, longest: int, window: int = WINDOW, margin: int = MARGIN
) -> Iterator[Part]:
    """The documents of a text that comes in chunks, in order, with mojibake repaired.

    A document that is longer than `longest` (characters) comes without its text. An empty text is one empty document.
    """
    repair = Repair()
    waiting, at, dropping, enough = "", 0, False, window + margin  # `at`: where in the text `waiting` begins
    for text in _lines(chunks):
        waiting += repair(text)
        if len(waiting) < enough:
            continue
        begins = [start for start in starts(waiting) if start < len(waiting) - margin]
        for start, end in pairwise(begins):
            if not (dropping and start == 0):
                yield _part(waiting[start:end], at + start, repair, longest)
        if begins[-1]:
            dropping = False
        waiting, at = waiting[begins[-1] :], at + begins[-1]
        if len(waiting) > longest + margin:
            if not dropping:
                yield Part("", False, is_over_limit=True)
            dropping = True
            waiting, at = waiting[-margin:], at + len(waiting) - margin
        repair.forget(at)
        enough = max(window + margin, 2 * len(waiting))  # a long document is not searched again for every chunk
    for start, text in _placed(split(waiting, starts(waiting))):
        if not (dropping and start == 0):
            yield _part(text, at + start, repair, longest)


def _placed(texts: Iterable[str]) -> Iterator[tuple[int, str]]:
    at = 0
    for text in texts:
        yield at, text
        at += len(text)


def _part(text: str, start: int, repair: Repair, longest: int) -> Part:
    if len(text) > longest:
        return Part("", False, is_over_limit=True)
    return Part(text, repair.touched(start, start + len(text)))


def _lines(chunks: Iterable[str]) -> Iterator[str]:
    """The chunks, each ending with a line where it has one: mojibake is repaired line by line."""
    rest = ""
    for chunk in chunks:
        text = rest + chunk
        cut = text.rfind("\n") + 1 or (len(text) if len(text) > WINDOW else 0)
        if cut:
            yield text[:cut]
        rest = text[cut:]
    if rest:
        yield rest
