"""Where the heads of a document stand: the sentence of the question, the header of the answer, a ministry's letter.

They are found in the lines as they are, however those are wrapped; `unfolding` cuts the lines where pieces begin in
mid-line, and finds the same heads again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transform.layouts.tweede_kamer.headings import is_heading
from transform.layouts.tweede_kamer.sentence import Sentence
from transform.layouts.tweede_kamer.words import (
    ANSWER_BEGINS,
    LETTER_ANSWERS,
    LETTER_ANSWERS_BEGIN,
    QUESTION_BEGINS,
    RECEIVED,
    SEE_ALSO,
    SENT_IN,
    SENTENCE,
)
from transform.lines.lines import Line

# A head begins within so many lines of the document, or of the head before it, and takes no more lines than that.
HEAD_WITHIN, LONGEST_HEAD = 40, 24

Span = tuple[int, int]
"""Raw offsets, end exclusive."""


@dataclass(frozen=True, slots=True)
class QuestionHead:
    """The sentence that says who asks whom what, and when."""

    first: int
    """Index of its first line."""
    after: int
    """Index of the line after its last."""
    sentence: re.Match[str] | None
    """Who, whom and what; None where it does not say whom."""
    title: Span
    sent_in: str | None
    """The date, as printed."""


@dataclass(frozen=True, slots=True)
class AnswerHead:
    """Who answers, and when."""

    first: int
    after: int
    text: str
    """On one line, as far as its date."""
    begins: re.Match[str]
    received: str
    """The date, as printed."""
    see_also: Span | None
    """What it says of other documents."""


@dataclass(frozen=True, slots=True)
class LetterHead:
    """The heading of the answers that come with a ministry's letter."""

    first: int
    after: int
    sentence: re.Match[str]
    title: Span
    title_end: int
    """Raw offset after the title and the full stop behind it."""


def find_question(lines: Sequence[Line]) -> QuestionHead | None:
    """The question's sentence near the top of a document; None where there is none."""
    first = next((at for at, line in enumerate(lines[:HEAD_WITHIN]) if QUESTION_BEGINS.match(line.text)), None)
    if first is None:
        return None
    sent_in = next((found for line in lines[:first] if (found := SENT_IN.fullmatch(line.text))), None)
    after = first + 1
    while after < min(len(lines), first + LONGEST_HEAD):
        text = lines[after].text
        if is_heading(text) or (ANSWER_BEGINS.match(text) and lines[after].boundary) or _ends(lines, first, after):
            break
        if sent_in and lines[after].blank_before:
            break
        after += 1
    whole = Sentence(lines[first:after])
    found = SENT_IN.search(whole.text)
    end = len(whole.text[: found.start()].rstrip()) if found else len(whole.text)
    sentence = SENTENCE.match(whole.text[:end])
    if found is None and sent_in is None and sentence is None:
        return None
    dated = found or sent_in
    title = whole.span(*sentence.span("title")) if sentence else (lines[first].end, lines[first].end)
    return QuestionHead(first, after, sentence, title, dated["date"] if dated else None)


def _ends(lines: Sequence[Line], first: int, after: int) -> bool:
    """Whether the sentence that begins at line `first` has ended before line `after`: with its date."""
    # The date may stand on two lines.
    return SENT_IN.search(" ".join(line.text for line in lines[max(first, after - 3) : after])) is not None


def find_answer(lines: Sequence[Line], since: int) -> AnswerHead | None:
    """The header of an answer that begins at line `since` or shortly after it; None where there is none."""
    for first in range(since, min(len(lines), since + HEAD_WITHIN)):
        if is_heading(lines[first].text):
            return None
        begins = ANSWER_BEGINS.match(lines[first].text)
        if begins is None:
            continue
        whole = Sentence(lines[first : first + LONGEST_HEAD])
        received = RECEIVED.search(whole.text)
        if received is None or any(is_heading(line.text) for line in _until(lines, first, whole, received.end())):
            continue
        end, see_also = received.end(), None
        if found := re.compile(rf"[\s.]*(?P<see>{SEE_ALSO.pattern})").match(whole.text, end):
            end, see_also = found.end(), whole.span(*found.span("see"))
        after = first + len(_until(lines, first, whole, end))
        return AnswerHead(first, after, whole.text[: received.start()].rstrip(), begins, received["date"], see_also)
    return None


def _until(lines: Sequence[Line], first: int, whole: Sentence, end: int) -> Sequence[Line]:
    """The lines from `first` on that hold the text of a sentence up to `end`."""
    last = whole.raw(end - 1)
    return [line for line in lines[first : first + LONGEST_HEAD] if line.start <= last]


def find_letter(lines: Sequence[Line]) -> LetterHead | None:
    """The heading of the answers that a ministry's letter brings; None where there is none."""
    for first, line in enumerate(lines[:HEAD_WITHIN]):
        if is_heading(line.text):
            return None
        if not ANSWER_BEGINS.match(line.text):
            continue
        after = first + 1
        while after < min(len(lines), first + LONGEST_HEAD):
            # A title in mid-line is a line of its own once the lines are unfolded.
            if is_heading(lines[after].text) or (lines[after].blank_before and lines[after].boundary):
                break
            after += 1
        whole = Sentence(lines[first:after])
        found = LETTER_ANSWERS.match(whole.text) if LETTER_ANSWERS_BEGIN.match(whole.text) else None
        if found is not None:
            return LetterHead(first, after, found, whole.span(*found.span("title")), whole.raw(found.end() - 1) + 1)
    return None
