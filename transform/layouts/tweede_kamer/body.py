"""Questions and answers in turn: the pieces that the headings of a document begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from records import SegmentKind
from transform.layouts.layout import Headed
from transform.layouts.tweede_kamer.headings import (
    ANSWER_HEADING,
    EXPLANATION,
    NOTICE_HEADING,
    NUMBERED,
    QUESTION_HEADING,
    labels_in,
)
from transform.lines.lines import Boundary, Line

# Where a paragraph of a glued text ends: a sign directly before a capital, a note's marker between them or not.
# Matches: "" in "brandbrief?Klopt het", "1" in "ervan?1Hoe", not "b.v.De".
GLUED_END = re.compile(r"(?:(?<=\w[?])|(?<=[a-zà-ÿ]{2}[.])|(?<=[?][»”\"’)]))(?:\d{1,2})?(?=[«“‘(]?[A-ZÀ-Þ])")
# A note's marker at the end of a line. Matches: "1" in "ervan?1", " 1)" in "ervan? 1)".
MARKER_AT_END = re.compile(r"\s?(?:\[?\d{1,2}[\])]|(?<=\D)\d{1,2})$")
ENDS = (".", "?", "!", "»", "”")


@dataclass(slots=True)
class Body:
    """What headings make of the text of a document."""

    headed: list[Headed] = field(default_factory=list)
    notices: list[int] = field(default_factory=list)
    """The lines that hold nothing but `Mededeling`."""
    by_place: bool = False
    """Its questions bear no labels: they are counted by their places."""
    repeated: list[int] = field(default_factory=list)
    """Lines that are headings of questions whose labels were used before: they are text."""


class _Reader:
    """Reads the lines of a body one after another."""

    def __init__(self, lines: Sequence[Line], indices: Sequence[int]) -> None:
        self._lines, self._indices = lines, indices
        self.body = Body()
        self._asked: set[str] = set()

    def read(self) -> Body:
        """The body as its headings part it; without one, as its paragraphs do."""
        lines = self._lines
        texts = [lines[index].text for index in self._indices]
        has_headings = any(QUESTION_HEADING.match(text) for text in texts)
        numbered = set() if has_headings else set(_numbered(texts))
        for place, text in enumerate(texts):
            if place in numbered:
                match = NUMBERED.match(text)
                assert match is not None, "the line was chosen for its number"
                self._begin(place, SegmentKind.SUB_QUESTION, (match["number"],), match.end())
                self._asked.add(match["number"])
            else:
                self._heading(place, text)
        return self.body

    def _heading(self, place: int, text: str) -> None:
        """Begin a piece where a line is a heading."""
        if match := QUESTION_HEADING.match(text):
            labels = labels_in(match["labels"])
            if self._asked.intersection(labels):
                self.body.repeated.append(self._indices[place])
                return
            self._asked.update(labels)
            self._questions(place, labels)
        elif match := ANSWER_HEADING.match(text):
            labels = labels_in(match["labels"]) if match["labels"] else self._last_asked()
            kind = SegmentKind.ANSWER_PART if labels else SegmentKind.ANSWER_INTRO
            self._begin(place, kind, labels, len(text))
        elif NOTICE_HEADING.match(text) and place + 1 < len(self._indices):
            self.body.notices.append(self._indices[place])
            self._begin(place + 1, SegmentKind.ANSWER_INTRO, (), 0)
        elif EXPLANATION.match(text):
            self._begin(place, SegmentKind.PREAMBLE, (), 0)

    def _begin(self, place: int, kind: SegmentKind, labels: tuple[str, ...], text_at: int) -> None:
        index = self._indices[place]
        start = self._lines[index].start
        self.body.headed.append(Headed(kind, start, start + text_at, index, labels))

    def _last_asked(self) -> tuple[str, ...]:
        """The labels of the last question, which an answer without a number answers."""
        asked = [one for one in self.body.headed if one.kind is SegmentKind.SUB_QUESTION]
        return asked[-1].labels if asked else ()

    def _questions(self, place: int, labels: tuple[str, ...]) -> None:
        """Begin the question, or the questions, of one heading: one for each paragraph where these are as many as the
        labels, else one that bears them all."""
        index = self._indices[place]
        line = self._lines[index]
        if len(labels) > 1:
            run = self._indices[place + 1 : self._end_of_run(place + 1)]
            begins = _paragraphs(self._lines, run, len(labels))
            if begins:
                starts = [line.start, *(start for _, start in begins[1:])]
                for at, label in enumerate(labels):
                    text_start = line.end if not at else starts[at]
                    self.body.headed.append(
                        Headed(SegmentKind.SUB_QUESTION, starts[at], text_start, begins[at][0], (label,))
                    )
                return
        self._begin(place, SegmentKind.SUB_QUESTION, labels, len(line.text))

    def _end_of_run(self, place: int) -> int:
        """The place of the next heading."""
        while place < len(self._indices):
            text = self._lines[self._indices[place]].text
            if any(one.match(text) for one in (QUESTION_HEADING, ANSWER_HEADING, NOTICE_HEADING, EXPLANATION)):
                break
            place += 1
        return place


def read_body(lines: Sequence[Line], indices: Sequence[int]) -> Body:
    """The pieces of a body. `indices`: its lines, rising, without furniture and notes."""
    return _Reader(lines, indices).read()


def read_paragraphs(lines: Sequence[Line], indices: Sequence[int]) -> Body:
    """The pieces of a body whose questions bear no labels: each paragraph is one, labelled by its place."""
    body = Body(by_place=True)
    apart = any(lines[index].blank_before for index in indices[1:])
    for at, index in enumerate(indices):
        if EXPLANATION.match(lines[index].text):
            body.headed.append(Headed(SegmentKind.PREAMBLE, lines[index].start, lines[index].start, index))
            break
        if not at or lines[index].blank_before or (not apart and lines[index].boundary >= Boundary.LINE_END):
            start, label = lines[index].start, str(len(body.headed) + 1)
            body.headed.append(Headed(SegmentKind.SUB_QUESTION, start, start, index, (label,)))
    return body


def _numbered(texts: Sequence[str]) -> Iterator[int]:
    """The places of the lines that questions begin with that a number alone labels. They count up; between two answers
    the last line of a number is meant, since an answer may hold a list of its own."""
    numbers = {place: int(match["number"]) for place, text in enumerate(texts) if (match := NUMBERED.match(text))}
    answers = [place for place, text in enumerate(texts) if ANSWER_HEADING.match(text)]
    expected, begin = 1, 0
    found: list[int] = []
    for end in answers or [len(texts)]:
        at = begin
        while True:
            here = [place for place in range(at, end) if numbers.get(place) == expected]
            if not here:
                break
            chosen = here[-1] if answers else here[0]
            found.append(chosen)
            expected, at = expected + 1, chosen + 1
        begin = end + 1
    if len(found) > 1 or answers:
        yield from found


def _paragraphs(lines: Sequence[Line], run: Sequence[int], wanted: int) -> list[tuple[int, int]]:
    """The paragraphs of a question's text as index of the line and raw offset where each begins; empty where they are
    not as many as `wanted`, by whatever parts them."""
    if not run:
        return []
    first = (run[0], lines[run[0]].start)
    glued, ended, blank = [first], [first], [first]
    for at, index in enumerate(run):
        line = lines[index]
        if at:
            before = MARKER_AT_END.sub("", lines[run[at - 1]].text)
            begins_anew = before.endswith(ENDS) and (line.text[0].isupper() or line.text[0] in "«“‘(")
            if line.boundary <= Boundary.NOTHING:
                glued += [(index, line.start)] if begins_anew else []
                ended += [(index, line.start)] if begins_anew else []
            elif begins_anew:
                ended.append((index, line.start))
            if line.blank_before:
                blank.append((index, line.start))
        for match in GLUED_END.finditer(line.text):
            if "://" not in line.text[: match.start()].rsplit(" ", 1)[-1] and match.end() < len(line.text):
                glued.append((index, line.start + match.end()))
                ended.append((index, line.start + match.end()))
    return next((found for found in (blank, glued, ended) if len(found) == wanted), [])
