"""Enumerations: which labels of a question are its sub-questions, and which labels of an answer are its parts.

The rules are those of anatomy.md, Enumerations. Both sides are looked at together, since a question's labels say
what can be a label in the answer, and the answer's say which list of the question was meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from transform.counting import (
    LETTER,
    NUMBER,
    ROMAN,
    Count,
    InnerList,
    Item,
    Level,
    belongs_inside,
    comes_again,
    count_from,
    first_levels,
    has_second,
    number_of,
    outer_levels,
    path_of,
    readings,
)
from transform.labels import Path, Token

Text = Callable[[int, int], str]
"""The text between two raw offsets, without furniture and notes."""

# Words that a request without a question mark begins with. Matches: "Graag een overzicht", "Kan de minister".
REQUEST = re.compile(
    r"(?:graag|gelieve|kan|kunnen|kunt|hoe|hoeveel|wat|welke?|waarom|wanneer|waar|wie|wiens|in\s+hoeverre|in\s+welke|"
    r"op\s+welke|heeft|hebben|is|zijn|was|waren|wordt|worden|werd|werden|zal|zullen|beschikt|bestaa[tn]|acht|vindt|"
    r"overweegt|plant|erkent|deelt|ik\s+had\s+graag)\b",
    re.I,
)
# How many places to begin at are weighed; the last enumeration is meant, so the last ones, and the first.
MOST_STARTS = 24
# From this agreement on, the labels of the answer confirm an enumeration.
AGREEING = 0.6
# An item of the answer repeats its question when it begins with this share of the question's letters.
REPEATED_SHARE = 0.9
LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Weighed:
    """An enumeration that was counted, with what speaks for it."""

    items: tuple[Item, ...]
    weight: float


def _asks(text: str) -> bool:
    return "?" in text or REQUEST.match(text.strip()) is not None


def _leaves(items: Sequence[Item]) -> list[tuple[Item, int]]:
    """The items that have no items under them, each with the place of the item after it."""
    leaves = []
    for place, item in enumerate(items):
        below = items[place + 1].paths[0] if place + 1 < len(items) else ()
        if below[: len(item.paths[0])] != item.paths[0]:
            leaves.append((item, place + 1))
    return leaves


def paths_under_letters(tokens: Sequence[Token]) -> set[Path]:
    """The labels of numbers under letters (`a.1`, `3.b.2`) that a row of tokens has when such lists are counted."""
    everything = _Everything()
    found: set[Path] = set()
    starts = [(at, begin) for at, token in enumerate(tokens) for begin in first_levels(token)]
    for at, begin in starts[:1] + starts[-MOST_STARTS:]:
        count = count_from(tokens, at, begin, everything, ())
        found.update(path for item in count.items for path in item.paths if _is_under_letter(path))
    return found


def _is_under_letter(path: Path) -> bool:
    return len(path) > 1 and path[-1].isdigit() and path[-2].isalpha()


class _Everything(Collection[Path]):
    """The collection that holds every label."""

    def __contains__(self, item: object) -> bool:
        return True

    def __iter__(self):  # type: ignore[no-untyped-def]
        raise TypeError("everything cannot be listed")

    def __len__(self) -> int:
        raise TypeError("everything cannot be counted")


def _agreement(items: Sequence[Item], answer: Sequence[Token], allowed: Collection[Path]) -> float:
    """How well an enumeration and the labels of the answer fit, from 0 to 1: the share of its labels that the answer
    has, and the share of the answer's labels that it explains. 1 where the answer has none."""
    if not answer:
        return 1.0
    paths = [path for item in items for path in item.paths]
    parts = _walk(answer, 0, paths, allowed)
    met = {path for part in parts for path in part.paths} & set(paths)
    leaves = [item.paths[0] for item, _ in _leaves(items)]
    return 0.5 * min(1.0, len(met) / len(leaves)) + 0.5 * len(parts) / len(answer)


def enumerate_questions(tokens: Sequence[Token], end: int, text: Text, answer: Sequence[Token]) -> list[Item]:
    """The sub-questions among `tokens`: the last enumeration of the body that asks.

    `end`: raw offset after the body; `text`: see `Text`; `answer`: the tokens of the answer, empty without one.
    Returns items in reading order; empty where nothing is enumerated.
    """
    allowed = paths_under_letters(tokens) & paths_under_letters(answer)
    starts = [(at, begin) for at, token in enumerate(tokens) for begin in first_levels(token)]
    if len(starts) > MOST_STARTS:
        starts = starts[: MOST_STARTS // 4] + starts[-(MOST_STARTS - MOST_STARTS // 4) :]
    best: Weighed | None = None
    taken: list[set[int]] = []
    for rank, (at, begin) in enumerate(starts):
        count = count_from(tokens, at, begin, allowed, ())
        places = {item.start for item in count.items}
        if any(places <= wider for wider in taken):
            continue  # a list inside an enumeration that was weighed already
        agreement = _agreement(count.items, answer, allowed)
        weight = _weight(count, end, text, agreement, bool(answer), begin[0].kind)
        if weight is None:
            continue
        taken.append(places)
        # The later of two that are alike: "the last enumeration before the notice, the answer header or the end".
        weight += 0.3 * (rank + 1) / len(starts)
        if best is None or weight > best.weight:
            best = Weighed(tuple(count.items), weight)
    return list(best.items) if best else []


def _weight(count: Count, end: int, text: Text, agreement: float, labelled: bool, kind: str) -> float | None:
    """What speaks for an enumeration being the sub-questions; None where it cannot be. `agreement`: see `_agreement`;
    `labelled`: whether the answer has labels at all."""
    items = count.items
    ends = [item.start for item in items[1:]] + [end]
    leaves = [text(item.text_start, ends[place - 1]) for item, place in _leaves(items)]
    asking = [_asks(words) for words in leaves]
    answered = labelled and agreement >= AGREEING
    if len(items) == 1 and not (kind == NUMBER and (asking[0] or answered)):
        return None  # a lone letter or numeral is an initial, a lone number that asks nothing a date or an amount
    if len(leaves) > 1 and not any(asking[:-1]) and not answered:
        last = leaves[-1]
        # A list of statements, with the question in a paragraph of its own after it, is preamble.
        if not asking[-1] or "?" not in last.split("\n\n")[0]:
            return None
    share = sum(asking) / len(asking)
    return 4.0 * share + 3.0 * agreement - 0.5 * count.unexplained + (0.5 if kind == NUMBER else 0.0)


def enumerate_answer(
    tokens: Sequence[Token], end: int, text: Text, questions: Sequence[Path], question_texts: Sequence[str]
) -> list[Item]:
    """The parts of the answer among `tokens`.

    `end`: raw offset after the answer; `questions`: the labels of the sub-questions in reading order, with
    `question_texts` beside them. Returns items in reading order; empty where the answer has no labels.
    """
    if not questions:
        return []
    allowed = {path for path in questions if _is_under_letter(path)}
    items = _walk(tokens, 0, questions, allowed)
    restart = _after_repeated_questions(items, tokens, end, text, questions, question_texts)
    if restart is not None:
        again = _walk(tokens, restart, questions, allowed)
        if again:
            return again
    return items


def _letters(text: str) -> str:
    return "".join(LETTERS.findall(text)).casefold()


def _after_repeated_questions(
    items: Sequence[Item],
    tokens: Sequence[Token],
    end: int,
    text: Text,
    questions: Sequence[Path],
    question_texts: Sequence[str],
) -> int | None:
    """The place in `tokens` where the answers begin after a block that repeats the questions; None without one."""
    if not items:
        return None
    asked = {path: _letters(words) for path, words in zip(questions, question_texts, strict=True)}
    ends = [item.start for item in items[1:]] + [end]
    last_repeated = -1
    for place, (item, stop) in enumerate(zip(items, ends, strict=True)):
        question = asked.get(item.paths[0], "")
        if item.combined or not question:
            continue
        own = _letters(text(item.text_start, stop))
        if not own.startswith(question[: int(len(question) * REPEATED_SHARE)]):
            break
        # The last of the block runs on into the answers; the others hold the question alone.
        last_repeated = place
        if len(own) > len(question) * 1.2:
            break
    if last_repeated < (1 if len(questions) > 1 else 0):
        return None
    first = items[0].paths[0]
    after = items[last_repeated].text_start
    for at, token in enumerate(tokens):
        if token.start > after and (token.path == first or any(path == first for path, _ in token.listed)):
            return at
    return None


def _walk(tokens: Sequence[Token], start: int, questions: Sequence[Path], allowed: Collection[Path]) -> list[Item]:
    """Go through the answer's tokens from `start` and take those that bear a label of the questions, or a label
    under one of them that counts up."""
    wanted = set(questions)
    tops = {path[0] for path in questions}
    items: list[Item] = []
    answered: set[Path] = set()
    levels: tuple[Level, ...] = ()
    inner = InnerList()
    style = ""
    repeated: int | None = None

    def take(token: Token, paths: Sequence[Path], combined: bool = False) -> None:
        nonlocal repeated
        items.append(
            Item(
                token.start if repeated is None else repeated,
                token.end,
                token.line,
                tuple(paths),
                token.style,
                combined,
            )
        )
        answered.update(paths)
        repeated = None

    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.listed:
            paths = _listed_paths(token, questions, levels)
            if paths and any(path not in answered for path in paths) and (token.clean or _follows_on(paths[0], levels)):
                take(token, paths, combined=True)
                levels = _levels_of(paths[-1], token.style)
                style = token.style
                inner.close()
            continue
        number = number_of(token)
        if number is not None:
            path = (str(number),)
            under = _under_letter(levels, number, token, allowed, answered)
            if under is not None:
                take(token, [path_of(under)])
                levels = under
            elif path[0] in tops and path not in answered and _is_turn(tokens, at, levels, style, inner, answered):
                take(token, [path])
                levels, style = (Level(NUMBER, number, token.style),), token.style
                inner.close()
            elif levels and number == levels[0].value and at + 1 < len(tokens) and tokens[at + 1].follows:
                repeated = token.start
            else:
                inner.take(number, token.style)
            continue
        following = _lettered(tokens, at, levels, wanted, answered, tops, style)
        if following is not None:
            take(token, [path_of(following)])
            levels = following
            if len(following) == 1 or len(token.path) > 1:
                style = token.style
                inner.close()
    return items


def _follows_on(path: Path, levels: Sequence[Level]) -> bool:
    """Whether a label is the next number in the count."""
    return path[0].isdigit() and int(path[0]) == (levels[0].value if levels else 0) + 1


def _levels_of(path: Path, style: str) -> tuple[Level, ...]:
    levels: list[Level] = []
    for step in path:
        if step.startswith("."):
            levels.append(Level("dotted", int(step[1:]), style))
        elif step.isdigit():
            levels.append(Level(NUMBER, int(step), style))
        else:
            levels.append(Level(LETTER, ord(step[0]) - ord("a") + 1, style))
    return tuple(levels)


def _listed_paths(token: Token, questions: Sequence[Path], levels: Sequence[Level]) -> list[Path]:
    """The labels that a combined label names, ranges filled in from the questions; empty where one of them is no
    label of the questions."""
    paths: list[Path] = []
    above = (str(levels[0].value),) if levels and levels[0].kind in (NUMBER, ROMAN) else ()
    known = set(questions) | {path[:1] for path in questions}
    order = list(dict.fromkeys([part for path in questions for part in (path[:1], path)]))
    for path, from_before in token.listed:
        full = path if path in known or not path[0].isalpha() else (*above, *path)
        if full not in known:
            return []
        if from_before and paths:
            peers = [one for one in order if len(one) == len(full) and one[:-1] == full[:-1]]
            if paths[-1] not in peers or peers.index(paths[-1]) >= peers.index(full):
                return []
            paths += peers[peers.index(paths[-1]) + 1 : peers.index(full) + 1]
        else:
            paths.append(full)
    return list(dict.fromkeys(paths))


def _under_letter(
    levels: tuple[Level, ...], number: int, token: Token, allowed: Collection[Path], answered: Collection[Path]
) -> tuple[Level, ...] | None:
    """The levels of a number under a letter, where the questions have that label too."""
    for depth in range(len(levels), 0, -1):
        under = (*levels[:depth], Level(NUMBER, number, token.style))
        if levels[depth - 1].kind == LETTER and path_of(under) in allowed and path_of(under) not in answered:
            return under
    return None


def _is_turn(
    tokens: Sequence[Token],
    at: int,
    levels: Sequence[Level],
    style: str,
    inner: InnerList,
    answered: Collection[Path],
) -> bool:
    """Whether a number that a sub-question has, and no part has answered yet, is the label of a part: in its turn, or
    out of order in the style of its neighbours."""
    token = tokens[at]
    number = number_of(token)
    assert number is not None, "only numbers wait for their turn"
    if belongs_inside(tokens, at, style, inner):
        return False
    last = levels[0].value if levels and levels[0].kind in (NUMBER, ROMAN) else 0
    if number == last + 1:
        return token.clean or not comes_again(tokens, at, clean=True)
    if not token.clean or (style and token.style != style):
        return False
    if number > last + 1:
        # A gap is believed only where the numbers in between, and then this one again, do not follow.
        between = {number_of(later) for later in tokens[at + 1 :]}
        waiting = [n for n in range(last + 1, number) if (str(n),) not in answered]
        return not (comes_again(tokens, at) and any(n in between for n in waiting))
    return True


def _lettered(
    tokens: Sequence[Token],
    at: int,
    levels: tuple[Level, ...],
    wanted: Collection[Path],
    answered: Collection[Path],
    tops: Collection[str],
    style: str,
) -> tuple[Level, ...] | None:
    """The levels after a token that is no plain number: a letter, a Roman numeral, `2.b)` or `1.1`."""
    token = tokens[at]
    named = outer_levels(token)
    if named:
        path = path_of(named)
        if path in answered or named[0].step not in tops:
            return None
        if path in wanted:
            return named
        if levels and levels[0].value == named[0].value and levels[0].kind == named[0].kind:
            before = levels[1].value if len(levels) > 1 and levels[1].kind == named[1].kind else 0
            return named if named[1].value == before + 1 else None
        return named if named[-1].value == 1 and len(named) == 2 else None
    ways: list[tuple[int, tuple[Level, ...]]] = []
    for reading in readings(token):
        for depth in range(len(levels), -1, -1):
            under = (*levels[:depth], reading)
            path = path_of(under)
            if path in answered or (depth and levels[depth - 1].kind == reading.kind):
                continue
            level = levels[depth] if depth < len(levels) else None
            carries_on = level is not None and level.kind == reading.kind and reading.value == level.value + 1
            opens = level is None and reading.value == 1
            if path in wanted or (depth == 0 and path[0] in tops):
                same_style = level is None or level.style == reading.style
                if carries_on or opens:
                    ways.append((3, under))
                elif token.clean and same_style and (depth or not style or style == reading.style):
                    ways.append((1, under))
            elif (depth and carries_on) or (
                depth and opens and _may_open(levels, reading) and (token.follows or has_second(tokens, at, under, ()))
            ):
                ways.append((2, under))
    return max(ways, key=lambda way: (way[0], len(way[1])))[1] if ways else None


def _may_open(levels: Sequence[Level], reading: Level) -> bool:
    """Whether a list of this kind can open under the current item: each kind once, and letters before numerals."""
    kinds = [level.kind for level in levels]
    return reading.kind not in kinds and not (reading.kind == LETTER and ROMAN in kinds[1:])
