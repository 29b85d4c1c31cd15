"""One reading of an answer's labels, as far as it has come; see `transform.enumerations.answers`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transform.enumerations.counting import Item, Level, Levels
from transform.lines.labels import Path, Token


@dataclass(frozen=True, slots=True)
class Taken:
    """The parts that a reading has found so far, the last one first."""

    item: Item
    before: Taken | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of the labels so far."""

    score: float = 0.0
    levels: Levels = ()
    """Where the count of the parts stands."""
    inner: Level | None = None
    """Where a list inside the current part stands."""
    style: str = ""
    """The style of the last label of the first level."""
    combined: bool = False
    """The current part answers several numbers: letters under it belong to none of them."""
    answered: frozenset[Path] = frozenset()
    repeated: int | None = None
    """Raw offset of a number that only repeats the one above the letter that follows it (`1. b) …`)."""
    taken: Taken | None = None

    def part(self, token: Token, paths: Sequence[Path], levels: Levels, gain: float, combined: bool = False) -> Reading:
        """This reading with a part that begins at `token`: its labels, where the count then stands, what it gains."""
        begins = token.start if self.repeated is None else self.repeated
        item = Item(begins, token.end, token.line, tuple(paths), token.style, combined)
        return Reading(
            self.score + gain,
            levels,
            None,
            token.style if len(levels) == 1 and not combined else self.style,
            combined and len(paths[-1]) == 1,
            # A number whose letters are answered has had its turn.
            self.answered.union(path[:depth] for path in paths for depth in range(1, len(path) + 1)),
            None,
            Taken(item, self.taken),
        )

    def key(self) -> tuple[object, ...]:
        """What tells readings apart that the labels to come treat alike."""
        return self.levels, self.inner, self.style, self.combined, self.answered, self.repeated

    def items(self) -> list[Item]:
        """The parts found, in reading order."""
        found, taken = [], self.taken
        while taken is not None:
            found.append(taken.item)
            taken = taken.before
        return found[::-1]
