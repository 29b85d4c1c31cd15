"""The layout of the Tweede Kamer's written questions (*Kamervragen*), as anatomy-tweede-kamer.md describes it.

A sentence says who asks whom about what; questions and answers follow in turn, each under a heading of its own. Each
head has a module here; this one puts them together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from records import SegmentKind
from transform import warnings
from transform.layouts.layout import Frame, Headed, NoQuestion, Region, Side
from transform.layouts.tweede_kamer import calendar
from transform.layouts.tweede_kamer.answer_header import addressee_of, answer_fields
from transform.layouts.tweede_kamer.beginnings import starts
from transform.layouts.tweede_kamer.body import Body, read_body, read_paragraphs
from transform.layouts.tweede_kamer.citations import CITATION_DEFAULTS
from transform.layouts.tweede_kamer.furniture import FURNITURE
from transform.layouts.tweede_kamer.heads import (
    AnswerHead,
    LetterHead,
    QuestionHead,
    find_answer,
    find_letter,
    find_question,
)
from transform.layouts.tweede_kamer.letter import letter_fields
from transform.layouts.tweede_kamer.notes import find_notes
from transform.layouts.tweede_kamer.offices import offices_in, portfolios_of
from transform.layouts.tweede_kamer.question_header import set_asked_on, set_askers
from transform.layouts.tweede_kamer.sentence import on_one_line
from transform.layouts.tweede_kamer.title import subject_of, title_lines
from transform.layouts.tweede_kamer.unfolding import may_read, unfold
from transform.layouts.tweede_kamer.words import APPENDIX_NUMBER, CASE_LINE, ORAL_BEGINS, SERIES
from transform.lines.lines import Line
from transform.lines.page import Page

# Matches: "Tweede Kamer der Staten-Generaal" alone on its line.
PLAIN_HEADING = re.compile(r"^Tweede Kamer der Staten-Generaal\d?[ \t]*$", re.M)
# So many lines hold what stands above the sentence of a question.
NUMBERS_WITHIN = 40


class DutchLayout:
    """Finds the heads of a Dutch written question; see `transform.layouts.layout.Layout`."""

    name = "dutch"
    parliament = "tweede-kamer"
    citation_defaults = CITATION_DEFAULTS

    furniture = FURNITURE
    names_ministers = False
    plain_heading = PLAIN_HEADING

    def session_of(self, day: date, number: int | None = None) -> str | None:
        """See `transform.layouts.tweede_kamer.calendar`."""
        return calendar.session_of(day)

    def key_of(
        self, minister: str | None, number: int | None, case_number: str | None = None
    ) -> tuple[str, str] | None:
        """A case is numbered in the series of cases, an answer in the Aanhangsel (anatomy-tweede-kamer.md, Fields)."""
        if case_number is not None:
            return "vraag", case_number
        return None if number is None else ("aanhangsel", str(number))

    def portfolios_of(self, role: str | None) -> tuple[str, ...]:
        """See `transform.layouts.tweede_kamer.offices`."""
        return portfolios_of(role)

    def legislature_of(self, day: date) -> str | None:
        """See `transform.layouts.tweede_kamer.calendar`."""
        return calendar.legislature_of(day)

    def may_read(self, lines: Sequence[Line]) -> bool:
        """Whether one of the first lines is a head's."""
        return may_read(lines)

    def unfold(self, lines: Sequence[Line]) -> list[Line]:
        """See `transform.layouts.tweede_kamer.unfolding`."""
        return unfold(lines)

    def frame(self, lines: Sequence[Line], furniture: set[int], page: Page) -> Frame | NoQuestion | None:
        """The frame of a document; None where it has neither a question's sentence nor an answer's header."""
        # Numbers that count up are labels here, and lines that come again headings: only the parliament's own lines
        # are furniture.
        own = {index for index, line in enumerate(lines) if FURNITURE.institution.fullmatch(line.text)}
        question = find_question(lines)
        answer = find_answer(lines, question.after if question else 0)
        letter = find_letter(lines) if question is None and answer is None else None
        if question is None and answer is None and letter is None:
            if any(ORAL_BEGINS.match(line.text) for line in lines[:NUMBERS_WITHIN]):
                return NoQuestion("no written question: an oral one (mondelinge vragen)")
            return None
        frame = Frame(kinds=dict.fromkeys(own, "furniture"))
        after = _set_heads(frame, lines, question, answer, letter)
        _set_body(frame, lines, own, after, has_answer=answer is not None or letter is not None)
        return frame

    def starts(self, lines: Sequence[Line]) -> list[int]:
        """See `transform.layouts.tweede_kamer.beginnings`."""
        return starts(lines)


def _set_heads(
    frame: Frame,
    lines: Sequence[Line],
    question: QuestionHead | None,
    answer: AnswerHead | None,
    letter: LetterHead | None,
) -> int:
    """Fill in what the heads print. Returns the index of the line after them."""
    first = question.first if question else answer.first if answer else letter.first if letter else 0
    header_end = question.after if question else 0 if letter else first
    title: list[int] = []
    for index in range(header_end):
        frame.kinds.setdefault(index, "question_header")
    _set_numbers(frame, lines[:first] if letter is None else [])
    if question is not None:
        title = title_lines(lines, question.title)
        set_asked_on(frame.question, question.sent_in)
        if question.sentence is not None:
            set_askers(frame.question, question.sentence["askers"])
            _set_offices(frame, question.sentence["offices"])
        frame.question.set_place("asker", *lines[question.first : question.after])
        if frame.question.asked_on is None:
            frame.question.set_place("asked_on", *lines[question.first : question.after])
    after = header_end
    if answer is not None:
        frame.answer = answer_fields(answer)
        frame.answer.set_place("minister", *lines[answer.first : answer.after])
        if answer.see_also is not None:
            frame.citing = title_lines(lines, answer.see_also)
        frame.kinds.update((index, "answer_header") for index in range(max(header_end, answer.first), answer.after))
        for index in range(header_end, answer.first):
            frame.kinds.setdefault(index, "question_header")
        after = answer.after
    elif letter is not None:
        frame.answer = letter_fields(frame.question, letter, lines)
        _set_offices(frame, frame.question.role)
        frame.answer.set_place("minister", *lines[: letter.after])
        title = title_lines(lines, (letter.title[0], letter.title_end))
        frame.kinds.update((index, "answer_header") for index in range(letter.after) if frame.kinds.get(index) is None)
        after = letter.after
    frame.kinds.update((index, "title") for index in title)
    frame.subject = subject_of([lines[index] for index in title])
    if not title and question is not None:
        frame.warn(warnings.TITLE_MISSING, lines[question.first : question.after])
    if frame.answer is not None:
        frame.question.minister = addressee_of(frame.answer, offices_in(frame.question.role or ""))
    if frame.session is None:
        day = (frame.answer.answered_on if frame.answer else None) or frame.question.asked_on
        frame.session = calendar.session_of(day) if day else None
    return after


def _set_numbers(frame: Frame, above: Sequence[Line]) -> None:
    """The numbers that stand above the sentence: of the case, and of the Aanhangsel; and the session."""
    for line in above[:NUMBERS_WITHIN]:
        if match := SERIES.match(line.text):
            frame.session = f"{match['first']}-{match['second']}"
            frame.hyphenates = True  # what the parliament's printer sets has a masthead
        elif match := CASE_LINE.match(line.text):
            frame.question.case_number = match["case"].replace(" ", "")
            frame.question.set_place("case_number", line)
        elif match := APPENDIX_NUMBER.match(line.text):
            frame.question.number = int(match["number"])
            frame.question.set_place("number", line)


def _set_offices(frame: Frame, printed: str | None) -> None:
    """The offices that the question is put to."""
    if printed is None:
        return
    frame.question.role = on_one_line(printed)
    frame.addressees = [(name, None) for name in dict.fromkeys(one.name for one in offices_in(frame.question.role))]


def _set_body(frame: Frame, lines: Sequence[Line], own: set[int], after: int, *, has_answer: bool) -> None:
    """The pieces below the heads."""
    pages: list[list[int]] = [[]]
    for index in range(after, len(lines)):
        if index in own:
            pages.append([])
        else:
            pages[-1].append(index)
    frame.notes = find_notes(lines, [page for page in pages if page])
    in_note = {index for note in frame.notes for index in note.lines}
    indices = [index for page in pages for index in page if index not in in_note]
    body = read_body(lines, indices)
    if not body.headed and indices:
        body = _without_headings(lines, indices, has_answer=has_answer)
    frame.kinds.update((index, "answer_header") for index in body.notices)
    for index in body.repeated:
        frame.warn(warnings.LABEL_OUT_OF_COUNT, [lines[index]])
    _warn_of_gaps(frame, lines, body.headed)
    if body.by_place and body.headed:
        frame.warn(warnings.LABELS_BY_PLACE, [lines[body.headed[0].line]])
    frame.headed = body.headed
    frame.regions = _regions(body.headed, [index for index in indices if index not in frame.kinds])


def _warn_of_gaps(frame: Frame, lines: Sequence[Line], headed: Sequence[Headed]) -> None:
    """Warn of the questions whose number does not follow one that another bears: they may stand out of order."""
    asked = {int(label): one for one in headed if one.kind is SegmentKind.SUB_QUESTION for label in one.labels}
    for number in sorted(asked):
        if number > 1 and number - 1 not in asked:
            frame.warn(warnings.LABEL_LEFT_OUT, [lines[asked[number].line]])


def _without_headings(lines: Sequence[Line], indices: Sequence[int], *, has_answer: bool) -> Body:
    """A body without any heading: the text of an answer, or questions that a number once labelled."""
    if not has_answer:
        return read_paragraphs(lines, indices)
    start = lines[indices[0]].start
    return Body([Headed(SegmentKind.ANSWER_INTRO, start, start, indices[0])])


def _regions(headed: Sequence[Headed], indices: Sequence[int]) -> list[Region]:
    """The regions of question and answer in turn. A line that two pieces share belongs to the first."""
    regions: list[Region] = []
    upcoming = list(headed)
    side = Side.QUESTION
    for index in indices:
        begun = False
        while upcoming and upcoming[0].line <= index:
            one = upcoming.pop(0)
            is_answer = one.kind in (SegmentKind.ANSWER_INTRO, SegmentKind.ANSWER_PART)
            begun = begun or one.line == index
            side = Side.ANSWER if is_answer else Side.QUESTION
        if not regions or regions[-1].side is not side:
            regions.append(Region(side, []))
        regions[-1].lines.append(index)
    return regions
