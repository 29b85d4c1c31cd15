"""The sub-questions of a body: which of its enumerations they are (anatomy.md, Enumerations).

Both sides are looked at together: the labels of the answer tell which list of the body was meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from transform.dutch.sentences import asks
from transform.enumerations.answers import agreement
from transform.enumerations.context import AnswerTokens, Text
from transform.enumerations.counting import (
    LETTER,
    NUMBER,
    Count,
    Item,
    Reading,
    count_from,
    first_difference,
    first_levels,
    meanings,
    number_of,
)
from transform.enumerations.weights import NEARLY_AS_MUCH_IN_QUESTION
from transform.lines.labels import Path, Token

# Words that a request without a question mark begins with. Matches: "Graag een overzicht", "Kan de minister".
REQUEST = re.compile(
    r"(?:graag|gelieve|kan|kunnen|kunt|hoe|hoeveel|wat|welke?|waarom|wanneer|waar|wie|wiens|in\s+hoeverre|in\s+welke|"
    r"op\s+welke|heeft|hebben|is|zijn|was|waren|wordt|worden|werd|werden|zal|zullen|beschikt|bestaa[tn]|acht|vindt|"
    r"overweegt|plant|erkent|deelt|ik\s+had\s+graag)\b",
    re.I,
)
# Matches: "de tram.", "Hoeveel zijn er?", "de bus;".
FIRST_SENTENCE = re.compile(r"[^.;?!]*[.;?!]?")
# Where a sentence has ended and the next begins. Matches: "\n" in "zo.\nGraag", "" in "zo.Graag".
SENTENCE_BEGINS = re.compile(r"(?<=[.?!])\s*(?=[A-ZÀ-Þ])")
# Matches: "1. " in "zo.\n1. ".
NUMBER_AT_END = re.compile(r"(?<!\S)\(?\d{1,2}[.)/°]\s*$")
# The sentence that introduces a list is no longer than this.
LONGEST_LEAD = 400
# How many places to begin at are weighed; the last enumeration is meant, so the last ones, and the first.
MOST_STARTS = 24
# From this agreement on, the labels of the answer confirm an enumeration.
AGREEING = 0.6
# What the last of several enumerations has before the first.
LATER = 0.3


def _asks(text: str) -> bool:
    return asks(text) or REQUEST.match(text.strip()) is not None


def _opening(text: str) -> str:
    """The first sentence of a text."""
    found = FIRST_SENTENCE.match(text)
    return found.group() if found else ""


def _is_introduced(before: str) -> bool:
    """Whether a question or a request introduces the list that follows: `Graag voor elke audit:`."""
    lead = SENTENCE_BEGINS.split(before[-LONGEST_LEAD:])[-1]
    # What a label opens is an item, and its list is under it.
    return lead.endswith((":", "?")) and _asks(lead) and NUMBER_AT_END.search(before[: -len(lead)]) is None


def _leaves(items: Sequence[Item]) -> list[tuple[Item, int]]:
    """The items that have no items under them, each with the place of the item after it."""
    leaves = []
    for place, item in enumerate(items):
        below = items[place + 1].paths[0] if place + 1 < len(items) else ()
        if below[: len(item.paths[0])] != item.paths[0]:
            leaves.append((item, place + 1))
    return leaves


class _Candidate:
    """An enumeration of the body that was counted, and what speaks for its being the sub-questions."""

    def __init__(self, count: Count, end: int, text: Text, answer: AnswerTokens, kind: str) -> None:
        """`end`: offset after the body; `kind`: that of the labels of its first level."""
        self.count, self.items, self._text, self._answer, self._kind = count, count.items, text, answer, kind
        self._end = end
        self.places = {item.start for item in count.items}
        ends = [*(item.start for item in count.items[1:]), end]
        leaves = _leaves(count.items)
        self.leaves = [item for item, _ in leaves]
        """The items without items under them."""
        self._texts = [text(item.text_start, ends[place - 1]) for item, place in leaves]
        self.asking = [_asks(words) for words in self._texts]
        """For each of them whether it asks."""

    @cached_property
    def agreed(self) -> float:
        """See `transform.enumerations.answers.agreement`."""
        paths = [path for item in self.items for path in item.paths]
        return agreement(paths, [item.paths[0] for item in self.leaves], self._answer)

    @property
    def is_answered(self) -> bool:
        """Whether the labels of the answer confirm it."""
        return bool(self._answer.tokens) and self.agreed >= AGREEING

    @cached_property
    def _asking_or_introduced(self) -> list[bool]:
        if any(self.asking) or not _is_introduced(self._text(0, self.items[0].start).rstrip()):
            return self.asking
        return [True] * len(self.asking)

    def can_be(self) -> bool:
        """Whether it can be the sub-questions. The answer, whose labels cost more to weigh, is asked last."""
        return not self._seems_none() or self.is_answered

    def _seems_none(self) -> bool:
        """Whether it cannot be the sub-questions but where the labels of the answer confirm it."""
        asking = self._asking_or_introduced
        if len(self.items) == 1 and not (self._kind == NUMBER and asking[0]):
            return True  # a lone letter or numeral is an initial, a lone number that asks nothing a date or an amount
        only_last_asks = len(asking) > 1 and not any(asking[:-1]) and not _asks(_opening(self._texts[-1]))
        if only_last_asks and (asking[-1] or asks(self._text(0, self._end))):
            return True  # a list of statements, with a question somewhere after it, is preamble
        # The questions are a list of their own, which seems to stand in the last statement of another.
        return _is_under_statement(self.items, [item for item, asks in zip(self.leaves, asking, strict=True) if asks])

    def weight(self) -> float:
        """What speaks for it."""
        share = sum(self._asking_or_introduced) / len(self.leaves)
        of_kind = 0.5 if self._kind == NUMBER else 0.0
        return 4.0 * share + 3.0 * self.agreed - 0.5 * self.count.unexplained + of_kind

    def only_inside_asks(self, places: set[int]) -> bool:
        """Whether it asks nowhere but in the list at `places`: a list of statements that questions follow."""
        outside = [asks for item, asks in zip(self.leaves, self.asking, strict=True) if item.start not in places]
        return bool(outside) and not any(outside)


def lost_labels(questions: Sequence[Path]) -> list[Path]:
    """The labels that stood before the first of `questions` in a document whose beginning is lost: 1 and 2 before 3."""
    first = questions[0][0] if questions else ""
    return [(str(number),) for number in range(1, int(first))] if first.isdigit() else []


def paths_under_letters(tokens: Sequence[Token]) -> set[Path]:
    """The labels of numbers under letters (`a.1`, `3.b.2`) that a row of tokens has when such lists are counted."""
    found: set[Path] = set()
    letter = next((at for at, token in enumerate(tokens) if token.path[-1].isalpha()), len(tokens))
    if not any(token.path == ("1",) for token in tokens[letter:]):
        return found  # a list under a letter begins with 1
    starts = [(at, begin) for at, token in enumerate(tokens) for begin in first_levels(token)]
    for at, begin in starts[:1] + starts[-MOST_STARTS:]:
        count = count_from(tokens, at, begin, _anything, ())
        found.update(path for item in count.items for path in item.paths if _is_under_letter(path))
    return found


def _anything(path: Path) -> bool:
    """Allows every label."""
    return True


def _is_under_letter(path: Path) -> bool:
    return len(path) > 1 and path[-1].isdigit() and path[-2].isalpha()


def enumerate_questions(
    tokens: Sequence[Token],
    end: int,
    text: Text,
    answer: AnswerTokens,
    *,
    may_begin_late: bool = False,
) -> Reading:
    """The sub-questions among `tokens`: the last enumeration of the body that asks.

    `end`: offset after the body; `text`: see `Text`; `answer`: the answer's tokens, empty without one;
    `may_begin_late`: the document's beginning is lost, and its first labels may be, too. The reading has no
    items where nothing is enumerated.
    """
    allowed = paths_under_letters(tokens)
    allowed = allowed & paths_under_letters(answer.tokens) if allowed else allowed
    known = _letters_under_numbers(answer.tokens)
    # A figure that a wrap tore out of its sentence begins no enumeration.
    clean = [(at, token) for at, token in enumerate(tokens) if token.clean]
    starts = [(at, begin) for at, token in clean for begin in first_levels(token)]
    if may_begin_late and (late := next(((at, token) for at, token in clean if number_of(token) is not None), None)):
        starts = [(late[0], (meanings(late[1])[0],)), *starts]
    if len(starts) > MOST_STARTS:
        starts = starts[: MOST_STARTS // 4] + starts[-(MOST_STARTS - MOST_STARTS // 4) :]
    taken: list[_Candidate] = []
    ranks: list[int] = []
    lettered: list[Item] = []
    for rank, (at, begin) in enumerate(starts):
        count = count_from(tokens, at, begin, allowed.__contains__, known)
        places = {item.start for item in count.items}
        if any(places <= wider.places and not wider.only_inside_asks(places) for wider in taken):
            continue  # a list inside an enumeration that was weighed already
        lists = [tokens[earlier].start for earlier, first in starts[:rank] if first[0].kind == NUMBER]
        if begin[0].kind == NUMBER and _is_inside_letters(tokens[at].start, lettered, lists, text):
            continue  # that list is the lettered item's text, unless the answer has its labels
        candidate = _Candidate(count, end, text, answer, begin[0].kind)
        if not candidate.can_be():
            continue
        taken.append(candidate)
        ranks.append(rank)
        if begin[0].kind == LETTER:
            lettered = count.items
    if len(taken) < 2:
        return Reading(list(taken[0].items) if taken else [])
    # The later of two that are alike: "the last enumeration before the notice, the answer header or the end".
    weights = [one.weight() + LATER * (rank + 1) / len(starts) for one, rank in zip(taken, ranks, strict=True)]
    best = weights.index(max(weights))
    items = taken[best].items
    near = max(weights) - NEARLY_AS_MUCH_IN_QUESTION
    others = (one.items for one, weight in zip(taken, weights, strict=True) if weight >= near)
    differing = (first_difference(items, other) for other in others)
    return Reading(list(items), next((one for one in differing if one is not None), None))


def _letters_under_numbers(tokens: Sequence[Token]) -> set[Path]:
    """The letters that stand under numbers among the tokens (`1.a`), whether or not they count up."""
    found: set[Path] = set()
    number: str | None = None
    for token in tokens:
        if token.path[0].isdigit():
            number = token.path[0]
            found.update([token.path] if len(token.path) > 1 else [])
        elif number is not None and len(token.path) == 1:
            found.add((number, token.path[0]))
    return found


def _is_inside_letters(start: int, lettered: Sequence[Item], lists: Sequence[int], text: Text) -> bool:
    """Whether a list of numbers that begins at `start` stands inside a lettered enumeration: before its last item, or
    in it, where the letters ask without it or earlier items hold lists as well (`lists`: where those begin)."""
    if not lettered or start < lettered[0].start:
        return False
    if start < lettered[-1].start or any(lettered[0].start < begin < lettered[-1].start for begin in lists):
        return True
    ends = [*(item.start for item in lettered[1:]), start]
    asking = [_asks(text(item.text_start, end)) for item, end in zip(lettered, ends, strict=True)]
    return all(asking)


def _is_under_statement(items: Sequence[Item], asking: Sequence[Item]) -> bool:
    """Whether an enumeration asks nowhere but in a list under its last item, before which two others stand or more that
    say something: a list of statements, and the questions after it."""
    tops = [item.paths[0] for item in items if len(item.paths[0]) == 1]
    return len(tops) > 1 and bool(asking) and all(item.paths[0][:1] == tops[-1] != item.paths[0] for item in asking)
