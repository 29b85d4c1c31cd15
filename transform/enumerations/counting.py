"""The running count: which of the places where a label could stand carry the enumeration on.

An enumeration counts up, level by level; a list that starts again at 1 inside an item is that item's text
(anatomy.md, Enumerations). Questions and answers count in the same way; answers are freer in their order, and
that freedom lives in `transform.enumerations.answers`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import zip_longest
from typing import NamedTuple

from transform.lines.labels import Path, Token, roman_numeral, roman_value

# How many labels ahead are looked at, so that the time grows with their number.
MOST_AHEAD = 200

# A member leaves out no more numbers than this less one.
WIDEST_GAP = 3

NUMBER, LETTER, ROMAN, DOTTED = "number", "letter", "roman", "dotted"


class Level(NamedTuple):
    """Where the count stands on one level; `level` makes them."""

    kind: str
    value: int
    style: str
    step: str
    """The step of a label that this level stands for under another: `a`, `ii`, `.1`."""
    outer: str
    """The step that it stands for on the first level, where Roman numerals are written as Arabic."""


@cache
def level(kind: str, value: int, style: str) -> Level:
    """The level of a kind at a value, printed in a style. The grammar of labels bounds how many there are."""
    if kind == LETTER:
        step = chr(ord("a") + value - 1)
    elif kind == ROMAN:
        step = roman_numeral(value)
    else:
        step = f".{value}" if kind == DOTTED else str(value)
    return Level(kind, value, style, step, str(value) if kind == ROMAN else step)


def level_of(step: str, style: str) -> Level:
    """The level that one step of a written label stands for: a figure is a number, a letter a letter, `.1` dotted, and
    several letters a Roman numeral."""
    if step.isdigit():
        return level(NUMBER, int(step), style)
    if step.startswith("."):
        return level(DOTTED, int(step[1:]), style)
    if len(step) == 1:
        return level(LETTER, ord(step) - ord("a") + 1, style)
    return level(ROMAN, roman_value(step) or 1, style)


Levels = tuple[Level, ...]
Allowed = Callable[[Path], bool]
"""Which labels of numbers under letters count: those that the other side has too."""


@dataclass(slots=True)
class Item:
    """One enumerated piece: where its label stands, where its text begins, and the label or labels it bears."""

    start: int
    text_start: int
    line: int
    paths: tuple[Path, ...]
    style: str
    combined: bool = False


class Reading(NamedTuple):
    """What the labels of one side were read as."""

    items: list[Item]
    """The enumerated pieces, in reading order."""
    doubt: Item | None = None
    """The first item that another reading, which weighs nearly as much, has otherwise, or that only it has; None where
    there is no such reading."""


def first_difference(items: Sequence[Item], others: Sequence[Item]) -> Item | None:
    """The first item, of either row, at which the rows part: that begins elsewhere or bears other labels; None where
    they are the same."""
    for one, other in zip_longest(items, others):
        if one is None or other is None:
            return one or other
        if (one.start, one.paths) != (other.start, other.paths):
            return one if one.start <= other.start else other
    return None


@dataclass(slots=True)
class Count:
    """What counting over a row of tokens gave."""

    items: list[Item] = field(default_factory=list)
    unexplained: int = 0
    """Tokens after the first item that neither carry the count on nor belong to a list inside an item."""


@lru_cache(maxsize=4096)
def path_of(levels: Levels) -> Path:
    """The steps of a label from the levels of the count; first-level Roman numbers as Arabic."""
    if len(levels) == 1:
        return (levels[0].outer,)
    return (levels[0].outer, *[one.step for one in levels[1:]])


def meanings(token: Token) -> tuple[Level, ...]:
    """What the step of a token with a single step can mean: a number, a letter, a Roman numeral."""
    if token.meanings is None:
        step = token.path[0]
        found = [level_of(step, token.style)] if len(step) == 1 or step.isdigit() else []
        if token.roman is not None:
            # The style of a numeral of one letter was read as that of a letter.
            found.append(level(ROMAN, token.roman, token.style.replace("A", "I").replace("a", "i")))
        token.meanings = tuple(found)
    assert isinstance(token.meanings, tuple), "nobody else fills it in"
    return token.meanings


def outer_levels(token: Token) -> Levels:
    """The levels that a token with several steps names outright (`1.a)`, `1.1`); empty for a single step."""
    return tuple(level_of(step, token.style) for step in token.path) if len(token.path) > 1 else ()


def first_levels(token: Token) -> list[Levels]:
    """How an enumeration can begin at this token; empty where it cannot."""
    if token.listed:
        return []
    named = outer_levels(token)
    if named:
        return [named] if all(one.value == 1 for one in named) else []
    return [(meaning,) for meaning in meanings(token) if meaning.value == 1]


def _carried_on(levels: Levels, token: Token) -> Levels | None:
    """The levels after a token with a single step carries one of them on, one in the level's own style rather than
    another, and the deepest; None where it carries none on."""
    best: Levels | None = None
    in_style = False
    for meaning in meanings(token):
        for depth, before in enumerate(levels):
            if before.kind == meaning.kind and meaning.value == before.value + 1:
                same = before.style == meaning.style
                if best is None or (same, depth + 1) > (in_style, len(best)):
                    best, in_style = (*levels[:depth], meaning), same
    return best


def _opened(levels: Levels, token: Token, allowed: Allowed) -> Levels | None:
    """The levels after a token opens a list under the item it stands in; None where it opens none."""
    for meaning in meanings(token):
        if meaning.value != 1:
            continue
        kinds = [one.kind for one in levels]
        under = (*levels, meaning)
        if meaning.kind == LETTER and LETTER not in kinds:
            return under
        # The numerals of the first level are written as numbers; numerals in another style may stand under them.
        if meaning.kind == ROMAN and ROMAN not in kinds[1:] and meaning.style != levels[0].style:
            return under
        if meaning.kind == NUMBER and kinds[-1] == LETTER and allowed(path_of(under)):
            return under
    return None


def _named(levels: Levels, token: Token) -> Levels | None:
    """The levels after a token that names its number too (`2.b)`, `3.1`), where that carries the count on."""
    named = outer_levels(token)
    if not named or levels[0].kind != NUMBER:
        return None
    top, inner = named[0], named[1]
    if top.value == levels[0].value:
        before = levels[1] if len(levels) > 1 and levels[1].kind == inner.kind else None
        expected = before.value + 1 if before else 1
        if len(named) == 3 and before and inner.value == before.value:
            deeper = levels[2].value + 1 if len(levels) > 2 else 1
            return (levels[0], *named[1:]) if named[2].value == deeper else None
        return (levels[0], *named[1:]) if inner.value == expected and all(one.value == 1 for one in named[2:]) else None
    if top.value == levels[0].value + 1 and all(one.value == 1 for one in named[1:]):
        return named
    return None


def next_levels(levels: Levels, token: Token, allowed: Allowed) -> Levels | None:
    """Where the count stands after `token`, or None where the token does not carry it on. `allowed`: the labels of
    numbers under letters that the other side has too; a list of numbers inside a lettered item counts only then."""
    if token.listed:
        return None
    if len(token.path) > 1:
        return _named(levels, token)
    return _carried_on(levels, token) or _opened(levels, token, allowed)


def number_of(token: Token) -> int | None:
    """The number of a token that is nothing but a number; None for others."""
    return int(token.path[0]) if len(token.path) == 1 and not token.listed and token.path[0].isdigit() else None


class InnerList:
    """A list of numbers inside an item, which starts again at 1 and is that item's text."""

    def __init__(self) -> None:
        self.value = 0
        self.style = ""

    def expects(self, number: int) -> bool:
        """Whether the inner list goes on with `number`."""
        return self.value > 0 and number == self.value + 1

    def take(self, number: int, style: str) -> bool:
        """Count `number` as part of an inner list; False where it does not begin or continue one."""
        if number != 1 and not self.expects(number):
            return False
        self.value, self.style = number, style
        return True

    def close(self) -> None:
        """The item that held the list has ended."""
        self.value, self.style = 0, ""


def comes_again(tokens: Sequence[Token], at: int, *, clean: bool = False) -> bool:
    """Whether the number at `tokens[at]` stands again later in the same style, with no new start at 1 between.
    `clean`: only where it tears no sentence and opens a line."""
    number, style = number_of(tokens[at]), tokens[at].style
    for later in tokens[at + 1 : at + 1 + MOST_AHEAD]:
        value = number_of(later)
        if value == number and later.style == style and (not clean or (later.clean and not later.in_mid_line)):
            return True
        if value == 1 and later.style == style:
            return False
    return False


def belongs_inside(tokens: Sequence[Token], at: int, outer_style: str, inner: InnerList) -> bool:
    """Whether a number that both the enumeration and a list inside the item wait for belongs to that list: by its
    style where that tells them apart, else because the enumeration's own turn comes later."""
    number, style = number_of(tokens[at]), tokens[at].style
    if number is None or not inner.expects(number):
        return False
    if (style == outer_style) != (style == inner.style):
        return style == inner.style
    return comes_again(tokens, at)


def has_second(tokens: Sequence[Token], at: int, levels: Levels, allowed: Allowed) -> bool:
    """Whether a list that opens at `tokens[at]` goes on before the level above it does: one item alone is no list."""
    inner = InnerList()
    for place in range(at + 1, min(len(tokens), at + 1 + MOST_AHEAD)):
        later = tokens[place]
        number = number_of(later)
        if number is not None and later.inside:
            continue
        if number is not None and (number == 1 or belongs_inside(tokens, place, levels[0].style, inner)):
            inner.take(number, later.style)
            continue
        following = next_levels(levels, later, allowed)
        if following is None:
            if number is not None:
                inner.take(number, later.style)
            continue
        # A number repeated before its next letter ("1. a) … 1. b) …") is the caller's; any other ends the list.
        return len(following) >= len(levels)
    return False


def _follows_empty(tokens: Sequence[Token], at: int) -> bool:
    """Whether a label stands right under a number that is alone on its line (`2.⏎a) …`): it is that number's, though no
    other letter follows."""
    before = tokens[at - 1]
    return before.alone and before.line + 1 == tokens[at].line and number_of(before) is not None


class _Counting:
    """The count while it goes over a row of tokens."""

    def __init__(self, tokens: Sequence[Token], begin: Levels, allowed: Allowed, known: Collection[Path]) -> None:
        self.tokens, self.levels, self._allowed, self._known = tokens, begin, allowed, known
        self._inner = InnerList()
        self._anew: set[str] = set()
        """The styles of letters that began again inside the item: those after them carry nothing on."""

    def following(self, at: int) -> Levels | None:
        """Where the count stands after the token at `at`; None where that does not carry it on."""
        token, number = self.tokens[at], number_of(self.tokens[at])
        following = next_levels(self.levels, token, self._allowed)
        if following is None:
            return (meanings(token)[0],) if self._counts_on_after_gap(at) else None
        if number is not None:
            torn = (token.in_mid_line or not token.clean) and comes_again(self.tokens, at, clean=True)
            if torn or belongs_inside(self.tokens, at, self.levels[0].style, self._inner):
                return None
        if following[-1].kind == LETTER and token.style in self._anew:
            return None
        opens = len(following) > len(self.levels) and not token.follows and path_of(following) not in self._known
        if opens and not _follows_empty(self.tokens, at) and not has_second(self.tokens, at, following, self._allowed):
            return None
        return following

    def _counts_on_after_gap(self, at: int) -> bool:
        """Whether the token at `at` is the number after one that the member left out (`1. 3. 4.`): in the style of the
        count, at the beginning of a line, and counted on from, while the one left out comes nowhere."""
        token, number, first = self.tokens[at], number_of(self.tokens[at]), self.levels[0]
        if number is None or first.kind != NUMBER or token.style != first.style or token.follows or token.in_mid_line:
            return False
        gap = number - first.value
        if not 1 < gap <= WIDEST_GAP or not token.clean or self._inner.expects(number):
            return False
        later = self.tokens[at + 1 : at + 1 + MOST_AHEAD]
        numbers = [number_of(one) for one in later if one.style == token.style]
        left_out = set(range(first.value + 1, number))
        return number + 1 in numbers and not left_out.intersection(numbers) and 1 not in numbers

    def is_inside_sentence(self, at: int) -> bool:
        """Whether the token is a number inside a sentence that would carry the first level on; a list of letters may
        begin inside a sentence."""
        token = self.tokens[at]
        if not token.inside or number_of(token) is None:
            return False
        following = next_levels(self.levels, token, self._allowed)
        return following is not None and len(following) == 1

    def repeats_number(self, at: int) -> bool:
        """Whether a number only repeats the one above the letter that follows it on its line (`1. b)` after
        `1. a)`)."""
        if number_of(self.tokens[at]) != self.levels[0].value:
            return False
        if at + 1 >= len(self.tokens) or not self.tokens[at + 1].follows:
            return False
        return next_levels(self.levels, self.tokens[at + 1], self._allowed) is not None

    def carry_on(self, levels: Levels) -> None:
        """Go on to the next item."""
        self.levels = levels
        if len(levels) == 1:
            self._anew.clear()
            if levels[0].kind == NUMBER:
                self._inner.close()

    def belongs_to_list(self, at: int) -> bool:
        """Whether a token that does not carry the count on belongs to a list of numbers inside the item."""
        token, number = self.tokens[at], number_of(self.tokens[at])
        if number is not None and self._inner.take(number, token.style):
            return True
        if token.path == ("a",):
            self._anew.add(token.style)
        return False


def count_from(tokens: Sequence[Token], start: int, begin: Levels, allowed: Allowed, known: Collection[Path]) -> Count:
    """Count on from the token at `start`, which stands for `begin`. `allowed`: see `next_levels`; `known`: labels
    that the other side has, which a single item under a number is believed for."""
    count, counting = Count(), _Counting(tokens, begin, allowed, known)
    first = tokens[start]
    count.items.append(Item(first.start, first.end, first.line, (path_of(begin),), first.style))
    repeated: int | None = None
    for at in range(start + 1, len(tokens)):
        token = tokens[at]
        if counting.is_inside_sentence(at):
            continue
        if following := counting.following(at):
            counting.carry_on(following)
            begins = token.start if repeated is None else repeated
            count.items.append(Item(begins, token.end, token.line, (path_of(following),), token.style))
            repeated = None
        elif counting.repeats_number(at):
            repeated = token.start
        elif not counting.belongs_to_list(at):
            count.unexplained += 1
    return count
