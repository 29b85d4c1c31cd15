"""The labels of an answer: which of the places where a label could stand begin a part (anatomy.md, Enumerations).

An answer is freer than a question: its labels may come out of order, after a gap or combined; it repeats questions and
holds lists of its own that count from 1 again. So one explanation of all its labels together is sought: every label is
the beginning of a part, a member of a list inside a part, or text, each with what speaks for and against it
(`transform.enumerations.weights`). From label to label only the best hypotheses are kept, so that the time grows with
the number of labels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, partial
from heapq import nlargest
from itertools import count
from operator import attrgetter

from transform.enumerations.context import AnswerTokens, AnswerWords
from transform.enumerations.counting import (
    LETTER,
    NUMBER,
    ROMAN,
    WIDEST_GAP,
    Item,
    Level,
    Levels,
    Reading,
    has_second,
    level,
    level_of,
    meanings,
    number_of,
    outer_levels,
    path_of,
)
from transform.enumerations.hypothesis import Hypothesis
from transform.enumerations.weights import (
    A_PART,
    ANSWERED,
    ASKED,
    BEFORE_ANY_PART,
    CELL,
    COMBINED,
    IN_TURN,
    INNER_BEGINS,
    INNER_GOES_ON,
    INNER_LIKE_OUTER,
    INTRODUCED,
    MOST_BEST,
    MOST_HOPEFUL,
    MOST_WEIGHED,
    NEARLY_AS_MUCH_IN_ANSWER,
    OTHER_STYLE,
    REPEATS_QUESTION,
    SAME_STYLE,
    SMALL_LETTER,
    UNASKED,
    UNEXPLAINED,
    UNEXPLAINED_TORN,
)
from transform.lines.labels import Path, Token

# What hypotheses are compared by.
SCORE = attrgetter("score")


class AnswerLabels:
    """The labels of one answer, to be read against the labels of its question."""

    def __init__(self, answer: AnswerTokens, questions: Sequence[Path], asked: Mapping[Path, str]) -> None:
        """`questions`: the labels of the sub-questions in reading order; `asked`: their texts, empty where the answer
        is only weighed against them."""
        self.answer, self.tokens, self.questions, self.asked = answer, answer.tokens, questions, asked
        self.wanted = set(questions)
        self.tops = {path[0] for path in questions}
        self.known = self.wanted | {path[:1] for path in questions}

    @cached_property
    def words(self) -> AnswerWords:
        """What the words after the labels say."""
        return AnswerWords(self.answer, self.asked)

    @cached_property
    def _order(self) -> list[Path]:
        """The labels of the sub-questions and of the numbers they stand under, in reading order."""
        return list(dict.fromkeys(part for path in self.questions for part in (path[:1], path)))

    def in_step(self) -> list[Item]:
        """The parts of an answer whose labels are those of the questions, one by one, each on a line of its own in the
        style of its neighbours; empty for any other.

        There each label gains as a part the most that it can gain, so that no search finds another explanation.
        """
        if len(self.tokens) != len(self._order):
            return []
        parts: list[Item] = []
        levels: Levels = ()
        for token, path in zip(self.tokens, self._order, strict=True):
            step = meanings(token) if len(token.path) == 1 else ()
            if len(step) != 1 or token.listed or not token.clean or token.in_mid_line:
                return []
            depth, last = len(path) - 1, step[0]
            if depth > 1 or last.kind != (LETTER if depth else (levels or step)[0].kind) or depth > len(levels):
                return []
            before = levels[depth] if depth < len(levels) else None
            if before is None and depth == 0:
                in_turn = True
            else:
                in_turn = last.value == (before.value + 1 if before else 1)
            levels = (*levels[:depth], last)
            if not in_turn or (before is not None and before.style != last.style) or path_of(levels) != path:
                return []
            parts.append(Item(token.start, token.end, token.line, (path,), token.style))
        return parts

    def parts(self, start: int = 0) -> Reading:
        """The parts of the answer from the token at `start` on."""
        kept = [Hypothesis(), *self._under_only_number(start)]
        ahead = self._ahead()
        for at in range(start, len(self.tokens)):
            best: dict[tuple[object, ...], Hypothesis] = {}
            for hypothesis in kept:
                for following in self._followed(hypothesis, at):
                    key = following.key()
                    if key not in best:
                        best[key] = following
                        continue
                    one, other = best[key], following
                    if one.score < other.score:
                        best[key], one, other = other, other, one
                    if one.score - other.score <= NEARLY_AS_MUCH_IN_ANSWER:
                        one.outweighs(other)
            kept = _kept(best.values(), ahead[at + 1])
        winner = max(kept, key=SCORE)
        near = winner.score - NEARLY_AS_MUCH_IN_ANSWER
        others = [one for one in kept if one is not winner and one.score >= near]
        return Reading(winner.items(), winner.doubt(others, self.known))

    def _under_only_number(self, start: int) -> Iterator[Hypothesis]:
        """The count that stands at the number of a question with a single one, where letters begin the answer: they
        take that number (anatomy.md, Enumerations)."""
        only = next(iter(self.tops)) if len(self.tops) == 1 else ""
        if only.isdigit() and start < len(self.tokens) and self.tokens[start].path[0].isalpha():
            yield Hypothesis(levels=(level(NUMBER, int(only), ""),))

    def _ahead(self) -> list[frozenset[Path]]:
        """For each token the labels of the first level that stand there or later."""
        ahead: list[frozenset[Path]] = [frozenset()]
        for token in reversed(self.tokens):
            tops = {path[:1] for path in ([path for path, _ in token.listed] or [token.path]) if path[0] in self.tops}
            ahead.append(ahead[-1] if tops <= ahead[-1] else ahead[-1] | tops)
        return ahead[::-1]

    def _followed(self, hypothesis: Hypothesis, at: int) -> Iterator[Hypothesis]:
        """The hypotheses that a label adds to one of the labels before it."""
        token, found = self.tokens[at], self.answer.meanings[at]
        if token.listed:
            yield from self._combined(hypothesis, at)
        elif len(token.path) > 1:
            yield from self._named(hypothesis, at)
        else:
            for meaning in found:
                yield from self._parts_at(hypothesis, at, meaning)
            if (
                hypothesis.levels
                and self.answer.around[at].is_followed
                and number_of(token) == hypothesis.levels[0].value
            ):
                yield hypothesis.with_text(0.0, repeated=token.start)
        inside = [one for meaning in found for one in self._inside(hypothesis, at, meaning)]
        if inside:
            yield from inside  # what a list inside the part explains is never left unexplained
            return
        is_sure = token.clean and not token.follows and not token.in_mid_line
        gain = UNEXPLAINED if is_sure else UNEXPLAINED_TORN
        yield hypothesis.with_text(gain)

    def _combined(self, hypothesis: Hypothesis, at: int) -> Iterator[Hypothesis]:
        token = self.tokens[at]
        paths = self._listed_paths(token, hypothesis.levels)
        if not paths or hypothesis.answered.issuperset(paths) or (token.inside and len(paths[0]) == 1):
            return
        in_turn = paths[0][0] == self._next_top(hypothesis) or len(paths[0]) > 1
        in_turn = in_turn or not hypothesis.answered.intersection(paths)
        # In mid-sentence "vragen 2 en 3" is what the sentence speaks of; a capital begins anew.
        if token.clean or (in_turn and (not token.style.startswith("vraag") or token.capital)):
            # It counts for every label that it names.
            new = len([path for path in paths if path not in hypothesis.answered])
            gain = new * (A_PART + ASKED + IN_TURN) + COMBINED + (len(paths) - new) * ANSWERED
            gain += self.answer.torn[at]
            yield hypothesis.with_part(
                token, paths, tuple(level_of(step, token.style) for step in paths[-1]), gain, combined=True
            )

    def _named(self, hypothesis: Hypothesis, at: int) -> Iterator[Hypothesis]:
        """A label that names its number too: `2.b)`, `1.1`."""
        token = self.tokens[at]
        levels = outer_levels(token)
        path = path_of(levels)
        if path in hypothesis.answered or path[0] not in self.tops:
            return
        before = hypothesis.levels
        same_top = bool(before) and before[0].value == levels[0].value
        last = before[1].value if same_top and len(before) > 1 and before[1].kind == levels[1].kind else 0
        in_turn = levels[1].value == last + 1 and (same_top or path[0] == self._next_top(hypothesis))
        # A cell that reads 2.1 is no label.
        if path not in self.wanted and (not in_turn or (token.alone and path[1].startswith("."))):
            return
        gain = A_PART + (ASKED if path in self.wanted else UNASKED) + (IN_TURN if in_turn else 0.0)
        gain += self.answer.torn[at]
        if token.clean or in_turn:
            yield hypothesis.with_part(token, [path], levels, gain)

    def _parts_at(self, hypothesis: Hypothesis, at: int, meaning: Level) -> Iterator[Hypothesis]:
        """The parts that a label of one step can begin: on the first level, or under one of the levels that stand."""
        token = self.tokens[at]
        for depth in range(len(hypothesis.levels) + 1):
            levels = (*hypothesis.levels[:depth], meaning)
            path = path_of(levels)
            if path in hypothesis.answered:
                continue
            asked = path in self.wanted or (depth == 0 and path[0] in self.tops)
            gain = (
                self._on_first_level(hypothesis, at, path) if depth == 0 else self._under(hypothesis, at, levels, asked)
            )
            if gain is None or (depth == 0 and not asked):
                continue
            yield hypothesis.with_part(token, [path], levels, gain + A_PART + (ASKED if asked else UNASKED))

    def _on_first_level(self, hypothesis: Hypothesis, at: int, path: Path) -> float | None:
        """What speaks for a label of the first level; None where it cannot be one."""
        token = self.tokens[at]
        if token.inside and path[0].isdigit():
            return None  # a number inside a sentence; a list of letters may begin there
        in_turn = path[0] == self._next_top(hypothesis)
        after = self._text_after(at, path)
        if not token.clean and after != REPEATS_QUESTION and (not in_turn or after == SMALL_LETTER):
            return None
        if hypothesis.style and not in_turn and token.style != hypothesis.style and at not in self.answer.counted_on:
            return None  # out of order only "in the style of its neighbours"
        if hypothesis.levels and not in_turn and self.answer.around[at].is_introduced and after == SMALL_LETTER:
            return None  # a colon introduces a list inside the part
        inner = hypothesis.inner
        is_waited_for = inner is not None and path == (str(inner.value + 1),) and inner.style == token.style
        if is_waited_for and (self.answer.around[at].is_in_clauses or token.style != hypothesis.style):
            return None  # the list inside the part waits for it, and looks like it
        gain = (IN_TURN if in_turn else 0.0) + self.answer.torn[at] + self._style(hypothesis, token)
        return gain + after

    def _under(self, hypothesis: Hypothesis, at: int, levels: Levels, asked: bool) -> float | None:
        """What speaks for a label under another; None where it cannot be one."""
        token, last, depth = self.tokens[at], levels[-1], len(levels) - 1
        if asked and last.kind == LETTER and self.words.only_repeats(at, path_of(levels)):
            return None  # the answer to it bears the same letter
        before = hypothesis.levels[depth] if depth < len(hypothesis.levels) else None
        if last.kind == NUMBER and not (asked and levels[-2].kind == LETTER):
            return None  # a list of numbers inside a lettered item is that item's text, unless it was asked so
        above = (
            hypothesis.levels[1:depth]
            if last.kind == ROMAN and hypothesis.levels[0].style != last.style
            else hypothesis.levels[:depth]
        )
        if last.kind != NUMBER and last.kind in [one.kind for one in above]:
            return None
        in_turn = last.value == (before.value + 1 if before and before.kind == last.kind else 1)
        if not asked:
            if not in_turn or hypothesis.combined or (before is None and not self._opens_list(hypothesis, at, levels)):
                return None
            if before is not None and before.kind != last.kind:
                return None
            inner = hypothesis.inner
            if inner is not None and inner.kind == last.kind and last.value == inner.value + 1:
                return None  # the list inside the part waits for it
        if not in_turn and not token.clean:
            return None
        gain = (IN_TURN if in_turn else 0.0) + self.answer.torn[at] + self._text_after(at, path_of(levels))
        if before is not None and before.kind == last.kind:
            gain += SAME_STYLE if before.style == last.style else OTHER_STYLE
        return gain

    def _opens_list(self, hypothesis: Hypothesis, at: int, levels: Levels) -> bool:
        """Whether a list that nobody asked for opens here: letters under a number, numerals under either, and more than
        one of them."""
        kinds = [above.kind for above in hypothesis.levels]
        if levels[-1].kind == LETTER and ROMAN in kinds[1:]:
            return False
        return self.tokens[at].follows or has_second(self.tokens, at, levels, _nothing)

    def _inside(self, hypothesis: Hypothesis, at: int, meaning: Level) -> Iterator[Hypothesis]:
        """The label as a member of a list inside the current part, which is text."""
        token, inner = self.tokens[at], hypothesis.inner
        if inner is not None and inner.kind == meaning.kind and meaning.value == inner.value + 1:
            gain = INNER_GOES_ON + (0.0 if inner.style == meaning.style else OTHER_STYLE)
        elif meaning.value == 1:
            introduced = self.answer.around[at].is_introduced
            gain = INNER_BEGINS + (INTRODUCED if introduced else 0.0)
            # What is numbered inside a sentence stands anywhere.
            gain += BEFORE_ANY_PART if not hypothesis.levels and not introduced and token.clean else 0.0
            gain += INNER_LIKE_OUTER if token.style == hypothesis.style else 0.0
        else:
            return
        yield hypothesis.with_text(gain, inner=meaning)

    def _next_top(self, hypothesis: Hypothesis) -> str:
        """The label of the first level whose turn it is: the next one that no part has answered yet."""
        if not hypothesis.levels:
            return self.questions[0][0]
        if not hypothesis.next_top:
            first, left_out = hypothesis.levels[0], 0
            for value in count(first.value + 1):
                top = level(first.kind, value, first.style).outer
                left_out += top not in self.tops  # the member may have left out the number as well
                if left_out == WIDEST_GAP or (top in self.tops and (top,) not in hypothesis.answered):
                    break
            hypothesis.next_top = top
        return hypothesis.next_top

    def _style(self, hypothesis: Hypothesis, token: Token) -> float:
        if not hypothesis.style:
            return 0.0
        return SAME_STYLE if token.style == hypothesis.style else OTHER_STYLE

    def _text_after(self, at: int, path: Path) -> float:
        """What the text after a label says for it: it repeats the question, or goes on with a small letter."""
        if self.words.repeats(at, path):
            return REPEATS_QUESTION
        around = self.answer.around[at]
        if around.begins_small:
            return SMALL_LETTER
        return CELL if around.is_cell else 0.0

    def _listed_paths(self, token: Token, levels: Levels) -> list[Path]:
        """The labels that a combined label names, ranges filled in from the questions; empty where one of them is no
        label of the questions."""
        paths: list[Path] = []
        above = (path_of(levels[:1])[0],) if levels and levels[0].kind in (NUMBER, ROMAN) else ()
        for path, from_before in token.listed:
            full = path if path in self.known or not path[0].isalpha() else (*above, *path)
            if full not in self.known:
                return []
            peers = [one for one in self._order if len(one) == len(full) and one[:-1] == full[:-1]]
            if from_before and paths:
                if paths[-1] not in peers or peers.index(paths[-1]) >= peers.index(full):
                    return []
                paths += peers[peers.index(paths[-1]) + 1 : peers.index(full) + 1]
            else:
                paths.append(full)
        return list(dict.fromkeys(paths))


def enumerate_answer(answer: AnswerTokens, questions: Sequence[Path], question_texts: Sequence[str]) -> Reading:
    """The parts of the answer among its tokens.

    `questions`: the labels of the sub-questions in reading order, with `question_texts` beside
    them. The reading has no items where the answer has no labels.
    """
    if not questions:
        return Reading([])
    labels = AnswerLabels(answer, questions, dict(zip(questions, question_texts, strict=True)))
    if parts := labels.in_step():
        return Reading(parts)
    restart = labels.words.after_repeated_questions(questions)
    reading = labels.parts(restart) if restart is not None else None
    return reading if reading is not None and reading.items else labels.parts()


def agreement(paths: Sequence[Path], leaves: Collection[Path], answer: AnswerTokens) -> float:
    """How well the labels of an enumeration (`paths`; `leaves`: those with none under them) and those of the answer
    fit, from 0 to 1: the share of its labels that the answer has, and the share of the answer's labels that it
    explains. 1 where the answer has none."""
    if not answer.tokens:
        return 1.0
    answer = answer.first(MOST_WEIGHED)
    labels = AnswerLabels(answer, paths, {})
    parts = labels.in_step() or labels.parts().items
    met = {path for part in parts for path in part.paths} & set(paths)
    return 0.5 * min(1.0, len(met) / len(leaves)) + 0.5 * len(parts) / len(answer.tokens)


def _kept(hypotheses: Collection[Hypothesis], ahead: frozenset[Path]) -> list[Hypothesis]:
    """The hypotheses worth going on with. `ahead`: see `AnswerLabels._ahead`."""
    if len(hypotheses) <= MOST_HOPEFUL:
        return list(hypotheses)
    kept = nlargest(MOST_BEST, hypotheses, key=SCORE)
    chosen = {id(one) for one in kept}
    return kept + [
        one for one in nlargest(MOST_HOPEFUL, hypotheses, key=partial(_hope, ahead)) if id(one) not in chosen
    ]


def _hope(ahead: frozenset[Path], hypothesis: Hypothesis) -> float:
    """What a hypothesis can still come to: one that leaves the next labels for later is not dropped for one that spends
    them at once."""
    return hypothesis.score + (A_PART + IN_TURN + ASKED + SAME_STYLE) * len(ahead - hypothesis.answered)


def _nothing(path: Path) -> bool:
    """Allows no numbers under letters."""
    return False
