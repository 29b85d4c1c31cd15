"""A hypothesis about the labels of an answer: which of those so far begin a part. For `enumerations.answers`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from operator import attrgetter

from transform.enumerations.counting import Item, Level, Levels, first_difference
from transform.lines.labels import Path, Token

NO_PATHS: frozenset[Path] = frozenset()


class Taken:
    """The parts that a hypothesis has found so far, the last one first."""

    __slots__ = ("before", "item")

    def __init__(self, item: Item, before: Taken | None) -> None:
        self.item, self.before = item, before


class Hypothesis:
    """What the labels so far mean, and what speaks for it. None is changed once it is made."""

    __slots__ = ("answered", "combined", "inner", "levels", "next_top", "repeated", "rival", "score", "style", "taken")

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
        rival: Taken | None = None,
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
        self.rival = rival
        """The parts of a hypothesis that came to the same state and weighed nearly as much; None without one."""

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
            "",
            self.rival,
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
            self.rival,
        )

    def key(self) -> tuple[object, ...]:
        """What tells hypotheses apart that the labels to come treat alike."""
        return self.levels, self.inner, self.style, self.combined, self.answered, self.repeated

    def outweighs(self, other: Hypothesis) -> None:
        """Remember `other`, which this hypothesis is kept instead of, as its rival where it has other parts."""
        one, its = self.taken, other.taken
        while one is not its:
            if one is None or its is None or one.item.start != its.item.start or one.item.paths != its.item.paths:
                self.rival = other.taken
                return
            one, its = one.before, its.before

    def items(self) -> list[Item]:
        """The parts found, in reading order."""
        return items_of(self.taken)

    def doubt(self, others: Iterable[Hypothesis], asked: Set[Path]) -> Item | None:
        """Where a rival reads the labels `asked` otherwise, or one of `others`, those that are left at the end and
        weigh nearly as much; None where none does. Labels that nobody asked for change nothing for a question."""

        def items(taken: Taken | None) -> list[Item]:
            return [item for item in items_of(taken) if not asked.isdisjoint(item.paths)]

        own = items(self.taken)
        found = [first_difference(own, items(one.taken)) for one in others]
        if self.rival is not None:
            rival = items(self.rival)
            found.append(first_difference(own[: len(rival)], rival))
        return min((one for one in found if one is not None), key=attrgetter("start"), default=None)


def items_of(taken: Taken | None) -> list[Item]:
    """The parts up to one that a hypothesis has found, in reading order."""
    found = []
    while taken is not None:
        found.append(taken.item)
        taken = taken.before
    return found[::-1]
