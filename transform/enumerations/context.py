"""What the words around the labels of an answer say: a question that is repeated, a small letter, a colon before a
list, a figure that stands alone. Each label is looked at once, however many hypotheses there are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from transform.dutch.sentences import ASKED, FULL_STOP, is_abbreviated
from transform.enumerations.counting import Level, meanings, number_of
from transform.enumerations.weights import IN_MID_LINE, TORN
from transform.lines.footnotes import BRACKETED_MARKER
from transform.lines.labels import Path, Token

Text = Callable[[int, int], str]
"""The text between two raw offsets, without furniture and notes."""

# A text repeats a question when it begins with this share of the question's letters.
REPEATED_SHARE = 0.9
# A first sentence of fewer letters says too little to be a repetition.
SHORTEST_REPEATED = 20
# An item that is longer than its question by this factor, and the letters of a label, says more than the question.
MORE_THAN_QUESTION, LABEL_LETTERS = 1.2, 4
# So many letters of a question tell whether it is repeated, and so many places are tried for it: the time grows with
# the length of the answer.
MOST_COMPARED, MOST_PLACES = 600, 6
# How far around a label is looked, in characters.
AROUND = 40
LETTERS = re.compile(r"[^\W_]+")
# Matches: "2022", "1.250.400,00", "7,35%".
FIGURE = re.compile(r"[\d.,%€ ]*\d[\d.,%€ ]*")


def letters(text: str) -> str:
    """The letters and figures of a text, markers of notes left out: what a question and its repetition share."""
    unmarked = BRACKETED_MARKER.sub("", text) if "[" in text else text
    return "".join(LETTERS.findall(unmarked)).casefold()


def _first_sentence(text: str) -> str:
    """The text up to its first question mark, or where it has none, up to the first full stop inside it; nothing where
    it has neither."""
    if mark := ASKED.search(text):
        return text[: mark.end()]
    stops = (stop.end() for stop in FULL_STOP.finditer(text))
    return next((text[:end] for end in stops if not is_abbreviated(text[:end])), "")


class AroundLabel:
    """What stands before and after one label."""

    def __init__(self, token: Token, following: Token | None, text: Text) -> None:
        """`following`: the next place where a label could stand."""
        self._token, self._following, self._text = token, following, text

    @cached_property
    def _before(self) -> str:
        return self._text(max(0, self._token.start - AROUND), self._token.start).rstrip()

    @cached_property
    def _after(self) -> str:
        return self._text(self._token.end, self._token.end + AROUND).lstrip()

    @cached_property
    def is_followed(self) -> bool:
        """Another label follows on the same line (`3. a) …`)."""
        return self._following is not None and self._following.follows

    @cached_property
    def is_empty(self) -> bool:
        """Another label follows at once, on whatever line."""
        if self._following is None:
            return False
        return not self._text(self._token.end, self._following.start).strip()

    @cached_property
    def is_introduced(self) -> bool:
        """A colon stands before it."""
        return self._before.endswith(":")

    @cached_property
    def is_in_clauses(self) -> bool:
        """A clause ends before it, and it goes on with a small letter, as the points of a list inside a sentence do."""
        return self._before.endswith((";", ",")) and self.begins_small

    @cached_property
    def begins_small(self) -> bool:
        """Its text begins with a small letter, and with no label."""
        return not self.is_empty and self._after[:1].islower()

    @cached_property
    def is_cell(self) -> bool:
        """Nothing but a figure follows it on its line, or on the next."""
        return not self.is_empty and FIGURE.fullmatch(self._after.rstrip().split("\n")[0]) is not None


class AnswerTokens:
    """The places of one answer where labels could stand, with what stands around each: looked at once, however many
    enumerations the answer is weighed against."""

    def __init__(self, tokens: Sequence[Token], text: Text) -> None:
        self.tokens, self.text = tokens, text
        self.around = [
            AroundLabel(token, following, text)
            for token, following in zip(tokens, [*tokens[1:], None][: len(tokens)], strict=True)
        ]

    def first(self, most: int) -> AnswerTokens:
        """The first so many of them."""
        return self if len(self.tokens) <= most else AnswerTokens(self.tokens[:most], self.text)

    @cached_property
    def meanings(self) -> list[tuple[Level, ...]]:
        """What each can mean inside a part; nothing for a label of several steps or questions."""
        return [() if token.listed or len(token.path) > 1 else meanings(token) for token in self.tokens]

    @cached_property
    def torn(self) -> list[float]:
        """What the place of each says against it."""
        return [TORN if not one.clean else IN_MID_LINE if one.in_mid_line else 0.0 for one in self.tokens]

    @cached_property
    def counted_on(self) -> set[int]:
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


class AnswerWords:
    """The words of one answer, to be read against the texts of its questions."""

    def __init__(self, answer: AnswerTokens, asked: Mapping[Path, str]) -> None:
        """`asked`: the texts of the sub-questions, empty where the answer is only weighed against their labels."""
        tokens = answer.tokens
        self._tokens, self._text = tokens, answer.text
        whole = {path: letters(words) for path, words in asked.items()}
        self._asked = {path: words[:MOST_COMPARED] for path, words in whole.items()}
        self._length = {path: len(words) for path, words in whole.items()}
        self._first_sentence = {path: letters(_first_sentence(words)) for path, words in asked.items()}
        self._repeated: dict[tuple[int, Path], bool] = {}
        self._places: dict[Path, list[int]] = {}
        for at, token in enumerate(tokens if asked else ()):
            if not token.listed:
                self._places.setdefault(token.path, []).append(at)

    def repeats(self, at: int, path: Path) -> bool:
        """Whether the text after the label at a place begins with the question of label `path`: with nearly all of it,
        or with its first sentence, which the member's closing words may follow there."""
        question = self._asked.get(path)
        if not question:
            return False
        key = at, path
        if key not in self._repeated:
            end = self._tokens[at].end
            own, first = letters(self._text(end, end + 2 * len(question) + AROUND)), self._first_sentence[path]
            self._repeated[key] = own.startswith(question[: int(len(question) * REPEATED_SHARE)]) or (
                len(first) >= SHORTEST_REPEATED and own.startswith(first)
            )
        return self._repeated[key]

    def only_repeats(self, at: int, path: Path) -> bool:
        """Whether the text from the label at a place to the next one is the question of label `path` and nothing more,
        and the same label stands once more before the next number: the question is repeated, and its answer follows.
        Other numbers may be a list's, or a table's."""
        question = self._asked.get(path)
        if not question or at + 1 >= len(self._tokens):
            return False
        again = False
        following = str(int(path[0]) + 1) if path[0].isdigit() else ""
        for later in self._tokens[at + 1 : at + 1 + MOST_PLACES * 4]:
            if not later.listed and (later.path[0] == following if following else later.path[0].isdigit()):
                break
            again = again or later.path == self._tokens[at].path
        own = letters(self._text(self._tokens[at].end, self._tokens[at + 1].start)) if again else ""
        return own[:MOST_COMPARED] == question

    def after_repeated_questions(self, questions: Sequence[Path]) -> int | None:
        """The place in the tokens where the answers begin after a block that repeats the questions ("Questions repeated
        as a block before the answers are `answer_intro`"); None without one. `questions`: their labels in order."""
        repeated: list[tuple[int, Path]] = []
        texts = [path for path in questions if self._asked.get(path)]
        for path in texts:
            after = repeated[-1][0] + 1 if repeated else 0
            at = next((at for at in self._labelled(path, after) if self.repeats(at, path)), None)
            if at is not None:
                repeated.append((at, path))
        if len(repeated) < max(2, REPEATED_SHARE * len(texts)):
            return None  # a block repeats all of them
        # Each but the last holds its question alone: else the questions are repeated inside the parts.
        for (at, path), (following, _) in pairwise(repeated):
            own = letters(self._text(self._tokens[at].end, self._tokens[following].start))
            if len(own) > self._length[path] * MORE_THAN_QUESTION + LABEL_LETTERS:
                return None
        first, last = questions[0][0], repeated[-1][0]
        for at in range(last + 1, len(self._tokens)):
            token = self._tokens[at]
            if first in (token.path[0], *(path[0] for path, _ in token.listed)):
                return at
        return None

    def _labelled(self, path: Path, after: int) -> list[int]:
        """The first places from `after` on that bear the label of a question, or its last step."""
        found: set[int] = set()
        for label in (path, path[-1:]):
            places = self._places.get(label, [])
            first = bisect_left(places, after)
            found.update(places[first : first + MOST_PLACES])
        return sorted(found)
