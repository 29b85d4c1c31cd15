"""The labels of an answer: which of the places where a label could stand begin a part (anatomy.md, Enumerations).

An answer is freer than a question: its labels may come out of order, after a gap or combined; it repeats questions and
holds lists of its own that count from 1 again. One reading of all its labels together is sought: every label is taken
as the beginning of a part, as a member of a list inside a part, or as text, each with what speaks for and against it,
and the reading with the most for it is chosen. Only the best readings are kept from label to label, so that the time
grows with the number of labels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from heapq import nlargest

from transform.enumerations.context import AnswerWords, Text
from transform.enumerations.counting import (
    LETTER,
    NUMBER,
    ROMAN,
    Item,
    Level,
    Levels,
    has_second,
    number_of,
    outer_levels,
    path_of,
    readings,
)
from transform.enumerations.hypothesis import Reading
from transform.lines.labels import Path, Token

# How many readings are kept from label to label: the best so far, and those that can still come to most.
MOST_BEST, MOST_HOPEFUL = 6, 8
# How many of an answer's labels are enough to weigh an enumeration by.
MOST_WEIGHED = 200

# What speaks for a label being the beginning of a part.
A_PART = 4.0
IN_TURN = 3.0  # it continues the count
ASKED = 1.0  # a sub-question has it; without, it is a list under a part that counts up
UNASKED = -3.0
SAME_STYLE, OTHER_STYLE = 1.0, -2.0
REPEATS_QUESTION = 4.0  # its text begins with the text of its question
COMBINED = 1.0  # several labels together are no coincidence
ANSWERED = -3.0  # a label among them that another part bears already
# What speaks against it: a sentence goes on through it, or after it with a small letter.
TORN = -5.0
SMALL_LETTER = -4.0
CELL = -2.0  # a line that is nothing but a figure: a cell of a table
# What a list inside a part explains.
INNER_BEGINS, INNER_GOES_ON = -1.0, 1.0
BEFORE_ANY_PART = -3.0  # an intro seldom holds a list, unless a colon introduces it
INTRODUCED = 0.6  # a colon stands before its first label
INNER_LIKE_OUTER = -0.5  # in the style of the parts themselves
# A label that nothing explains.
UNEXPLAINED, UNEXPLAINED_TORN = -2.0, -0.5


class AnswerLabels:
    """The labels of one answer, to be read against the labels of its question."""

    def __init__(
        self, tokens: Sequence[Token], questions: Sequence[Path], asked: Mapping[Path, str], text: Text
    ) -> None:
        """`questions`: the labels of the sub-questions in reading order; `asked`: their texts, empty where the answer
        is only weighed against them."""
        self.tokens, self.questions = tokens, questions
        self.words = AnswerWords(tokens, asked, text)
        self.wanted = set(questions)
        self.tops = {path[0] for path in questions}
        self.known = self.wanted | {path[:1] for path in questions}
        self._meanings = [self._levels(token) for token in tokens]
        self._counted_on = self._labels_counted_on()

    def parts(self, start: int = 0) -> list[Item]:
        """The parts of the answer from the token at `start` on, in reading order."""
        kept = [Reading()]
        ahead = self._ahead()
        for at in range(start, len(self.tokens)):
            best: dict[tuple[object, ...], Reading] = {}
            for reading in kept:
                for following in self._readings(reading, at):
                    key = following.key()
                    if key not in best or best[key].score < following.score:
                        best[key] = following
            kept = _kept(best.values(), ahead[at + 1])
        return max(kept, key=_score).items()

    def _ahead(self) -> list[frozenset[Path]]:
        """For each token the labels of the first level that stand there or later."""
        ahead: list[frozenset[Path]] = [frozenset()]
        for token in reversed(self.tokens):
            tops = {path[:1] for path in ([path for path, _ in token.listed] or [token.path]) if path[0] in self.tops}
            ahead.append(ahead[-1] if tops <= ahead[-1] else ahead[-1] | tops)
        return ahead[::-1]

    def _labels_counted_on(self) -> set[int]:
        """The places of the numbers that a later label in the same style counts on from: a new style begins there."""
        later: set[tuple[str, int]] = set()
        found: set[int] = set()
        for at in range(len(self.tokens) - 1, -1, -1):
            token = self.tokens[at]
            number = number_of(token)
            if number is not None and token.clean:
                if number > 1 and (token.style, number + 1) in later:
                    found.add(at)
                later.add((token.style, number))
        return found

    def _readings(self, reading: Reading, at: int) -> Iterator[Reading]:
        """The readings that a label adds to one of the labels before it."""
        token, meanings = self.tokens[at], self._meanings[at]
        if token.listed:
            yield from self._combined(reading, token)
        elif len(token.path) > 1:
            yield from self._named(reading, token)
        else:
            for level in meanings:
                yield from self._parts_at(reading, at, level)
            if reading.levels and self.words.around(at).is_followed and number_of(token) == reading.levels[0].value:
                yield replace(reading, repeated=token.start)
        inside = [one for level in meanings for one in self._inside(reading, at, level)]
        if inside:
            yield from inside  # what a list inside the part explains is never left unexplained
            return
        gain = UNEXPLAINED if token.clean and not token.follows else UNEXPLAINED_TORN
        yield replace(reading, score=reading.score + gain, repeated=None)

    @staticmethod
    def _levels(token: Token) -> list[Level]:
        """What a label of one step can mean inside a part; nothing for a label of several steps or questions."""
        return [] if token.listed or len(token.path) > 1 else readings(token)

    def _combined(self, reading: Reading, token: Token) -> Iterator[Reading]:
        paths = self._listed_paths(token, reading.levels)
        if not paths or reading.answered.issuperset(paths) or (token.inside and len(paths[0]) == 1):
            return
        in_turn = paths[0][0] == self._next_top(reading) or len(paths[0]) > 1
        in_turn = in_turn or not reading.answered.intersection(paths)
        # In mid-sentence "vragen 2 en 3" is what the sentence speaks of; a capital begins anew.
        if token.clean or (in_turn and (not token.style.startswith("vraag") or token.capital)):
            # It counts for every label that it names.
            new = len([path for path in paths if path not in reading.answered])
            gain = new * (A_PART + ASKED + IN_TURN) + COMBINED + (len(paths) - new) * ANSWERED
            gain += 0.0 if token.clean else TORN
            yield reading.part(token, paths, _levels_of(paths[-1], token.style), gain, combined=True)

    def _named(self, reading: Reading, token: Token) -> Iterator[Reading]:
        """A label that names its number too: `2.b)`, `1.1`."""
        levels = outer_levels(token)
        path = path_of(levels)
        if path in reading.answered or path[0] not in self.tops:
            return
        before = reading.levels
        same_top = bool(before) and before[0].value == levels[0].value
        last = before[1].value if same_top and len(before) > 1 and before[1].kind == levels[1].kind else 0
        in_turn = levels[1].value == last + 1 and (same_top or path[0] == self._next_top(reading))
        # A cell that reads 2.1 is no label.
        if path not in self.wanted and (not in_turn or (token.alone and path[1].startswith("."))):
            return
        gain = A_PART + (ASKED if path in self.wanted else UNASKED) + (IN_TURN if in_turn else 0.0)
        gain += 0.0 if token.clean else TORN
        if token.clean or in_turn:
            yield reading.part(token, [path], levels, gain)

    def _parts_at(self, reading: Reading, at: int, level: Level) -> Iterator[Reading]:
        """The parts that a label of one step can begin: on the first level, or under one of the levels that stand."""
        token = self.tokens[at]
        for depth in range(len(reading.levels) + 1):
            levels = (*reading.levels[:depth], level)
            path = path_of(levels)
            if path in reading.answered:
                continue
            asked = path in self.wanted or (depth == 0 and path[0] in self.tops)
            gain = self._on_first_level(reading, at, path) if depth == 0 else self._under(reading, at, levels, asked)
            if gain is None or (depth == 0 and not asked):
                continue
            yield reading.part(token, [path], levels, gain + A_PART + (ASKED if asked else UNASKED))

    def _on_first_level(self, reading: Reading, at: int, path: Path) -> float | None:
        """What speaks for a label of the first level; None where it cannot be one."""
        token = self.tokens[at]
        if token.inside and path[0].isdigit():
            return None  # a number inside a sentence; a list of letters may begin there
        in_turn = path[0] == self._next_top(reading)
        after = self._text_after(at, path)
        if not token.clean and after != REPEATS_QUESTION and (not in_turn or after == SMALL_LETTER):
            return None
        if reading.style and not in_turn and token.style != reading.style and at not in self._counted_on:
            return None  # out of order only "in the style of its neighbours"
        if reading.levels and not in_turn and self.words.around(at).is_introduced and after == SMALL_LETTER:
            return None  # a colon introduces a list inside the part
        inner = reading.inner
        is_waited_for = inner is not None and path == (str(inner.value + 1),) and inner.style == token.style
        if is_waited_for and (self.words.around(at).is_in_clauses or token.style != reading.style):
            return None  # the list inside the part waits for it, and looks like it
        gain = (IN_TURN if in_turn else 0.0) + (0.0 if token.clean else TORN) + self._style(reading, token)
        return gain + after

    def _under(self, reading: Reading, at: int, levels: Levels, asked: bool) -> float | None:
        """What speaks for a label under another; None where it cannot be one."""
        token, level, depth = self.tokens[at], levels[-1], len(levels) - 1
        before = reading.levels[depth] if depth < len(reading.levels) else None
        if level.kind == NUMBER and not (asked and levels[-2].kind == LETTER):
            return None  # a list of numbers inside a lettered item is that item's text, unless it was asked so
        above = (
            reading.levels[1:depth]
            if level.kind == ROMAN and reading.levels[0].style != level.style
            else reading.levels[:depth]
        )
        if level.kind != NUMBER and level.kind in [one.kind for one in above]:
            return None
        in_turn = level.value == (before.value + 1 if before and before.kind == level.kind else 1)
        if not asked:
            if not in_turn or reading.combined or (before is None and not self._opens_list(reading, at, levels)):
                return None
            if before is not None and before.kind != level.kind:
                return None
            inner = reading.inner
            if inner is not None and inner.kind == level.kind and level.value == inner.value + 1:
                return None  # the list inside the part waits for it
        if not in_turn and not token.clean:
            return None
        gain = (IN_TURN if in_turn else 0.0) + (0.0 if token.clean else TORN) + self._text_after(at, path_of(levels))
        if before is not None and before.kind == level.kind:
            gain += SAME_STYLE if before.style == level.style else OTHER_STYLE
        return gain

    def _opens_list(self, reading: Reading, at: int, levels: Levels) -> bool:
        """Whether a list that nobody asked for opens here: letters under a number, numerals under either, and more than
        one of them."""
        kinds = [above.kind for above in reading.levels]
        if levels[-1].kind == LETTER and ROMAN in kinds[1:]:
            return False
        return self.tokens[at].follows or has_second(self.tokens, at, levels, _nothing)

    def _inside(self, reading: Reading, at: int, level: Level) -> Iterator[Reading]:
        """The label as a member of a list inside the current part, which is text."""
        token, inner = self.tokens[at], reading.inner
        if inner is not None and inner.kind == level.kind and level.value == inner.value + 1:
            gain = INNER_GOES_ON + (0.0 if inner.style == level.style else OTHER_STYLE)
        elif level.value == 1:
            introduced = self.words.around(at).is_introduced
            gain = INNER_BEGINS + (INTRODUCED if introduced else 0.0)
            # What is numbered inside a sentence stands anywhere.
            gain += BEFORE_ANY_PART if not reading.levels and not introduced and token.clean else 0.0
            gain += INNER_LIKE_OUTER if token.style == reading.style else 0.0
        else:
            return
        yield replace(reading, score=reading.score + gain, inner=level, repeated=None)

    def _next_top(self, reading: Reading) -> str:
        """The label of the first level whose turn it is: the next one that no part has answered yet."""
        if not reading.levels:
            return self.questions[0][0]
        level = reading.levels[0]
        while True:
            level = replace(level, value=level.value + 1)
            path = path_of((level,))
            if path not in reading.answered or path[0] not in self.tops:
                return path[0]

    def _style(self, reading: Reading, token: Token) -> float:
        if not reading.style:
            return 0.0
        return SAME_STYLE if token.style == reading.style else OTHER_STYLE

    def _text_after(self, at: int, path: Path) -> float:
        """What the text after a label says for it: it repeats the question, or goes on with a small letter."""
        if self.words.repeats(at, path):
            return REPEATS_QUESTION
        around = self.words.around(at)
        if around.begins_small:
            return SMALL_LETTER
        return CELL if around.is_cell else 0.0

    def _listed_paths(self, token: Token, levels: Levels) -> list[Path]:
        """The labels that a combined label names, ranges filled in from the questions; empty where one of them is no
        label of the questions."""
        paths: list[Path] = []
        above = (path_of(levels[:1])[0],) if levels and levels[0].kind in (NUMBER, ROMAN) else ()
        order = list(dict.fromkeys(part for path in self.questions for part in (path[:1], path)))
        for path, from_before in token.listed:
            full = path if path in self.known or not path[0].isalpha() else (*above, *path)
            if full not in self.known:
                return []
            peers = [one for one in order if len(one) == len(full) and one[:-1] == full[:-1]]
            if from_before and paths:
                if paths[-1] not in peers or peers.index(paths[-1]) >= peers.index(full):
                    return []
                paths += peers[peers.index(paths[-1]) + 1 : peers.index(full) + 1]
            else:
                paths.append(full)
        return list(dict.fromkeys(paths))


def enumerate_answer(
    tokens: Sequence[Token], text: Text, questions: Sequence[Path], question_texts: Sequence[str]
) -> list[Item]:
    """The parts of the answer among `tokens`.

    `text`: see `Text`; `questions`: the labels of the sub-questions in reading order, with `question_texts` beside
    them. Returns items in reading order; empty where the answer has no labels.
    """
    if not questions:
        return []
    labels = AnswerLabels(tokens, questions, dict(zip(questions, question_texts, strict=True)), text)
    restart = labels.words.after_repeated_questions(questions)
    return (labels.parts(restart) if restart is not None else None) or labels.parts()


def agreement(paths: Sequence[Path], leaves: Collection[Path], answer: Sequence[Token], text: Text) -> float:
    """How well the labels of an enumeration (`paths`; `leaves`: those with none under them) and those of the answer
    fit, from 0 to 1: the share of its labels that the answer has, and the share of the answer's labels that it
    explains. 1 where the answer has none."""
    if not answer:
        return 1.0
    answer = answer[:MOST_WEIGHED]
    parts = AnswerLabels(answer, paths, {}, text).parts()
    met = {path for part in parts for path in part.paths} & set(paths)
    return 0.5 * min(1.0, len(met) / len(leaves)) + 0.5 * len(parts) / len(answer)


def _kept(readings: Collection[Reading], ahead: frozenset[Path]) -> list[Reading]:
    """The readings worth going on with. `ahead`: see `AnswerLabels._ahead`."""
    if len(readings) <= MOST_HOPEFUL:
        return list(readings)
    kept = nlargest(MOST_BEST, readings, key=_score)
    chosen = {id(one) for one in kept}
    return kept + [one for one in nlargest(MOST_HOPEFUL, readings, key=partial(_hope, ahead)) if id(one) not in chosen]


def _score(reading: Reading) -> float:
    return reading.score


def _hope(ahead: frozenset[Path], reading: Reading) -> float:
    """What a reading can still come to: one that leaves the next labels for later is not dropped for one that spends
    them at once."""
    return reading.score + (A_PART + IN_TURN + ASKED + SAME_STYLE) * len(ahead - reading.answered)


def _nothing(path: Path) -> bool:
    """Allows no numbers under letters."""
    return False


def _levels_of(path: Path, style: str) -> Levels:
    levels: list[Level] = []
    for step in path:
        if step.startswith("."):
            levels.append(Level("dotted", int(step[1:]), style))
        elif step.isdigit():
            levels.append(Level(NUMBER, int(step), style))
        else:
            levels.append(Level(LETTER, ord(step[0]) - ord("a") + 1, style))
    return tuple(levels)
