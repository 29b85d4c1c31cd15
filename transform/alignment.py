"""Which answer answers which question (anatomy.md, the table of that name)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transform.labels import Path

LABEL, CHILDREN, COMBINED, PARENT, WHOLE, NONE = "label", "children", "combined", "parent", "whole", "none"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the answer: the labels it bears (none for the intro) and its text."""

    paths: tuple[Path, ...]
    text: str
    combined: bool = False


@dataclass(frozen=True, slots=True)
class Aligned:
    """How a sub-question is answered, and by which parts (their places, in order)."""

    alignment: str
    parts: tuple[int, ...] = ()


def align(questions: Sequence[Path | None], parts: Sequence[Part]) -> list[Aligned]:
    """For each sub-question (None: without a label) the parts that answer it; `parts` empty where there is no answer.

    A part counts for a sub-question only where it has text. `whole` names every part, the intro included.
    """
    asked = {path for path in questions if path is not None}
    return [_align_one(path, asked, parts) for path in questions]


def _align_one(path: Path | None, asked: set[Path], parts: Sequence[Part]) -> Aligned:
    if not any(part.text for part in parts):
        return Aligned(NONE)
    if path is None or not any(part.paths for part in parts):
        return Aligned(WHOLE, tuple(range(len(parts))))
    own = [place for place, part in enumerate(parts) if not part.combined and path in part.paths]
    below = [place for place, part in enumerate(parts) if _is_under(part, path)]
    if any(parts[place].text for place in own):
        unasked = [place for place in below if not asked.intersection(parts[place].paths)]
        return Aligned(LABEL, tuple(sorted(own + unasked)))
    together = [place for place, part in enumerate(parts) if part.combined and path in part.paths and part.text]
    if together:
        return Aligned(COMBINED, tuple(together))
    if any(parts[place].text for place in below):
        return Aligned(CHILDREN, tuple(below))
    for above in range(len(path) - 1, 0, -1):
        upper = path[:above]
        together = [place for place, part in enumerate(parts) if part.combined and upper in part.paths and part.text]
        if together:
            return Aligned(COMBINED, tuple(together))
        single = [place for place, part in enumerate(parts) if not part.combined and upper in part.paths and part.text]
        if single:
            return Aligned(PARENT, tuple(single))
    return Aligned(NONE)


def _is_under(part: Part, path: Path) -> bool:
    return bool(part.paths) and all(len(label) > len(path) and label[: len(path)] == path for label in part.paths)
