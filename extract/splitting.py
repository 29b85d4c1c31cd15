"""A file may contain several documents, one after another: its text is split where documents begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def split(text: str, starts: Sequence[int]) -> list[str]:
    """The documents of one file, in order; joined they are `text` again, so that no character is lost.

    `starts` are the offsets (Unicode code points) where documents begin: the first is 0, each later one is greater
    and lies inside the text. An empty text is one empty document. Raises ValueError for any other starts.
    """
    if not starts or starts[0] != 0:
        raise ValueError(f"The first document of a file must start at 0, not at {starts[0] if starts else 'nothing'}.")
    ends = [*starts[1:], len(text)]
    if any(start >= end for start, end in pairwise([*starts, len(text)])) and text:
        raise ValueError(f"The starts of documents must increase and lie inside the text of {len(text)} characters.")
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]
