"""A hypothesis about the labels of an answer: which of those so far begin a part. For `enumerations.answers`."""

from __future__ import annotations

from collections.abc import Sequence

from transform.enumerations.counting import Item, Level, Levels
from transform.lines.labels import Path, Token

NO_PATHS: frozenset[Path] = frozenset()


class Taken:
    """The parts that a hypothesis has found so far, the last one first."""

    __slots__ = ("before", "item")

    def __init__(self, item: Item, before: Taken | None) -> None:
        self.item, self.before = item, before


class Hypothesis:
    """What the labels so far mean, and what speaks for it. None is changed once it is made."""

    __slots__ = ("answered", "combined", "inner", "levels", "next_top", "repeated", "score", "style", "taken")

    def __init__(
        self,
        score: float = 0.0,
        levels: Levels = (),
        inner: Level | None = None,
        style: str = "",
        combined: bool = False,
        answered: frozenset[Path] = NO_PATHS,
        repeated: int | None = None,
        taken: Taken | None = None,
        next_top: str = "",
    ) -> None:
        self.score = score
        self.levels = levels
        """Where the count of the parts stands."""
        self.inner = inner
        """Where a list inside the current part stands."""
        self.style = style
        """The style of the last label of the first level."""
        self.combined = combined
        """The current part answers several numbers: letters under it belong to none of them."""
        self.answered = answered
        self.repeated = repeated
        """Offset of a number that only repeats the one above the letter that follows it (`1. b) …`)."""
        self.taken = taken
        self.next_top = next_top
        """The label of the first level whose turn it is; empty until somebody asks."""

    def with_part(
        self, token: Token, paths: Sequence[Path], levels: Levels, gain: float, combined: bool = False
    ) -> Hypothesis:
        """This hypothesis with a part that begins at `token`: its labels, where the count then stands, what it
        gains."""
        begins = token.start if self.repeated is None else self.repeated
        item = Item(begins, token.end, token.line, tuple(paths), token.style, combined)
        return Hypothesis(
            self.score + gain,
            levels,
            None,
            token.style if len(levels) == 1 and not combined else self.style,
            combined and len(paths[-1]) == 1,
            # A number whose letters are answered has had its turn.
            self.answered.union([path[:depth] for path in paths for depth in range(1, len(path) + 1)]),
            None,
            Taken(item, self.taken),
        )

    def with_text(self, gain: float, *, inner: Level | None = None, repeated: int | None = None) -> Hypothesis:
        """This hypothesis with a label that begins no part: what that gains; `inner`: where a list inside the part
        stands after it, the same as before where none is given."""
        return Hypothesis(
            self.score + gain,
            self.levels,
            inner or self.inner,
            self.style,
            self.combined,
            self.answered,
            repeated,
            self.taken,
            self.next_top,
        )

    def key(self) -> tuple[object, ...]:
        """What tells hypotheses apart that the labels to come treat alike."""
        return self.levels, self.inner, self.style, self.combined, self.answered, self.repeated

    def items(self) -> list[Item]:
        """The parts found, in reading order."""
        found, taken = [], self.taken
        while taken is not None:
            found.append(taken.item)
            taken = taken.before
        return found[::-1]
