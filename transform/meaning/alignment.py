"""Which answer answers which question (anatomy.md, the table of that name)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from records import Alignment
from transform.lines.labels import Path, each_of


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
    if not any(part.text for part in parts):
        return [Aligned(Alignment.NONE)] * len(questions)
    everything = Aligned(Alignment.WHOLE, tuple(range(len(parts))))
    if not any(part.paths for part in parts):
        return [everything] * len(questions)
    answers = _Answers({path for path in questions if path is not None}, parts)
    return [everything if path is None else answers.to(path) for path in questions]


class _Answers:
    """The parts of an answer by the labels that they bear and stand under."""

    def __init__(self, asked: set[Path], parts: Sequence[Part]) -> None:
        """`asked`: the labels of the sub-questions."""
        self._asked, self._parts = asked, parts
        self._single: dict[Path, list[int]] = {}
        self._combined: dict[Path, list[int]] = {}
        self._below: dict[Path, list[int]] = {}
        for place, part in enumerate(parts):
            for path in part.paths:
                (self._combined if part.combined else self._single).setdefault(path, []).append(place)
            for above in _all_under(part.paths):
                self._below.setdefault(above, []).append(place)

    def to(self, path: Path) -> Aligned:
        """How the sub-question of that label is answered."""
        if len(several := each_of(path)) > 1:
            places = {place for one in several for by in (self._single, self._combined) for place in by.get(one, [])}
            together = self._with_text(sorted(places))
            return Aligned(Alignment.COMBINED, tuple(together)) if together else Aligned(Alignment.NONE)
        own, below = self._single.get(path, []), self._below.get(path, [])
        if self._with_text(own):
            unasked = [place for place in below if not self._asked.intersection(self._parts[place].paths)]
            return Aligned(Alignment.LABEL, tuple(sorted(own + unasked)))
        if together := self._with_text(self._combined.get(path, [])):
            return Aligned(Alignment.COMBINED, tuple(together))
        if self._with_text(below):
            return Aligned(Alignment.CHILDREN, tuple(below))
        for above in range(len(path) - 1, 0, -1):
            if together := self._with_text(self._combined.get(path[:above], [])):
                return Aligned(Alignment.COMBINED, tuple(together))
            if single := self._with_text(self._single.get(path[:above], [])):
                return Aligned(Alignment.PARENT, tuple(single))
        return Aligned(Alignment.NONE)

    def _with_text(self, places: Sequence[int]) -> list[int]:
        return [place for place in places if self._parts[place].text]


def _all_under(paths: Sequence[Path]) -> list[Path]:
    """The labels that all of `paths` stand under."""
    shortest = min(map(len, paths), default=0)
    return [
        paths[0][:length]
        for length in range(1, shortest)
        if all(path[:length] == paths[0][:length] for path in paths[1:])
    ]
