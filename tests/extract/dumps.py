"""What the tests of the readers share: read everything that a file or a folder holds, without a parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from extract.content import AS_USUAL, Asked
from extract.reading import Tally, read_source
from extract.sources import find_sources
from records import RawDocument


def whole(text: str) -> Sequence[int]:
    """Every text is one document."""
    return [0]


def at_each_heading(text: str) -> Sequence[int]:
    """A document begins wherever `VRAAG` stands."""
    return sorted({0, *(found.start() for found in re.finditer("VRAAG", text))})


def nothing_known(source: str, fingerprint: str) -> bool:
    """The dataset is empty."""
    return False


def documents(
    *sources: Path,
    starts: Callable[[str], Sequence[int]] = whole,
    is_known: Callable[[str, str], bool] = nothing_known,
    asked: Asked = AS_USUAL,
    tally: Tally | None = None,
) -> dict[str, list[RawDocument] | None]:
    """By file the documents that it holds; None where it is known."""
    found = {}
    for file in find_sources(sources).files:
        delivery = read_source(file, starts, is_known, asked, tally)
        found[file.source] = None if delivery.documents is None else list(delivery.documents)
    return found


def told(
    source: Path,
    starts: Callable[[str], Sequence[int]] = whole,
    asked: Asked = AS_USUAL,
    tally: Tally | None = None,
) -> list[tuple[str, str]]:
    """Every document of a dump: its source, and its text or the reason why it has none."""
    found = documents(source, starts=starts, asked=asked, tally=tally).values()
    return [(one.source, one.problem or one.raw_text) for each in found for one in each or ()]
