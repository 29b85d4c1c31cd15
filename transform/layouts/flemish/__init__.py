"""The layout of the Flemish Parliament's written questions (*schriftelijke vragen*), as anatomy.md describes it.

Reading order: question header, title, preamble and sub-questions, notice, answer header, answer, annex. Each head has a
module of its own here; this one puts them together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from transform import warnings
from transform.dutch.names import key_part
from transform.dutch.sentences import SENTENCE_END
from transform.layouts.flemish import calendar
from transform.layouts.flemish.answer_header import find_answer_header
from transform.layouts.flemish.beginnings import heading_inside, starts
from transform.layouts.flemish.citations import CITATION_DEFAULTS
from transform.layouts.flemish.furniture import FURNITURE
from transform.layouts.flemish.notice import find_notice, read_notice
from transform.layouts.flemish.offices import portfolios_of
from transform.layouts.flemish.question_header import HEADING_WITHIN, read_question_header
from transform.layouts.flemish.title import split_title, title_length
from transform.layouts.flemish.unfolding import unfold
from transform.layouts.flemish.words import HEADING, PLAIN_HEADING, is_heading_line
from transform.layouts.layout import Frame, Region, Side
from transform.lines.lines import Line
from transform.lines.page import Page, page_of_headings

# Matches: "BIJLAGE" in "BIJLAGE Overzicht per gemeente".
ANNEX_WORD = re.compile(r"BIJLAGEN?\b")
# The name of its column, which an export puts before a text. Matches: "text:", "tekst :".
EXPORT_COLUMN = re.compile(r"te[xk]s?t\s*:", re.I)
# Matches: "BIJLAGE", "BIJLAGEN", "BIJLAGE 1:", "BIJLAGEN: overzicht", "Bijlagen:".
ANNEX = re.compile(r"BIJLAGEN?\b(?:\s*\(?\d{0,2}\)?\s*[:.]?\s*$|\s*:.*$|\s+[-–]\s.*$|\s+\d.*$)|Bijlagen?\s*:?$")


class FlemishLayout:
    """Finds the heads and tails of a Flemish written question; see `transform.layouts.layout.Layout`."""

    name = "flemish"
    parliament = "vlaams-parlement"
    citation_defaults = CITATION_DEFAULTS

    furniture = FURNITURE
    names_ministers = True
    plain_heading = PLAIN_HEADING

    def session_of(self, day: date, number: int | None = None) -> str | None:
        """See `transform.layouts.flemish.calendar`."""
        return calendar.session_of(day, number)

    def key_of(
        self, minister: str | None, number: int | None, case_number: str | None = None
    ) -> tuple[str, str] | None:
        """A question is numbered per minister (anatomy.md, Sessions)."""
        part = key_part(minister)
        return None if part is None or number is None else (part, str(number))

    def portfolios_of(self, role: str | None) -> tuple[str, ...]:
        """See `transform.layouts.flemish.offices`."""
        return portfolios_of(role)

    def legislature_of(self, day: date) -> str | None:
        """See `transform.layouts.flemish.calendar`."""
        return calendar.legislature_of(day)

    def may_read(self, lines: Sequence[Line]) -> bool:
        """Its heading may be lost or stand anywhere: only `frame` can tell."""
        return True

    def unfold(self, lines: Sequence[Line]) -> list[Line]:
        """The lines; those of a document that was flattened to a single line are cut apart."""
        return unfold(lines)

    def frame(self, lines: Sequence[Line], furniture: set[int], page: Page) -> Frame | None:
        """The frame of a document; None where it has neither a question's nor an answer's heading."""
        order = [index for index in range(len(lines)) if index not in furniture]
        page = page_of_headings([lines[index] for index in order], page)
        frame = Frame(kinds=dict.fromkeys(furniture, "furniture"))
        answer = find_answer_header(lines, order)
        answer_first = answer[0] if answer else len(order)
        if answer:
            first, last, frame.answer = answer
            answer_first = first = _with_repeated_heading(lines, order, first)
            frame.kinds.update((order[place], "answer_header") for place in range(first, last))
        header, after_header = read_question_header(lines, order[:answer_first], frame, page)
        if after_header == 0 and answer is None:
            return None
        exported = [index for index in order[:header] if EXPORT_COLUMN.fullmatch(lines[index].text)]
        frame.kinds.update((index, "furniture") for index in exported)
        before = [lines[index] for index in order[:header] if index not in exported]
        if before:
            frame.warn(warnings.TEXT_BEFORE_HEADING, before)
        body = order[after_header:answer_first]
        if after_header:
            title = title_length(lines, body, page)
            frame.kinds.update((index, "title") for index in body[:title])
            split_title(frame, " ".join(lines[index].text for index in body[:title]))
            if not title:
                frame.warn(warnings.TITLE_MISSING, [lines[order[after_header - 1]]])
            body = body[title:]
        else:
            frame.warn(warnings.HEADING_MISSING, [lines[order[0]]])
        notice = find_notice(lines, body)
        frame.kinds.update((index, "notice") for index in notice)
        read_notice(frame, [lines[index] for index in notice])
        # What stands before the heading and is no furniture is not understood; it stays, as preamble.
        asked = [index for index in [*order[:header], *body] if index not in frame.kinds]
        answered = order[answer[1] :] if answer else []
        tail = _find_annex(lines, answered if answer else asked)
        frame.kinds.update((index, "annex") for index in tail)
        frame.regions = [
            Region(side, [index for index in indices if index not in frame.kinds])
            for side, indices in ((Side.QUESTION, asked), (Side.ANSWER, answered))
        ]
        for region in frame.regions:
            if inside := heading_inside(lines, region.lines):
                frame.warn(warnings.HEADING_INSIDE_TEXT, [inside])
        return frame

    def starts(self, lines: Sequence[Line]) -> list[int]:
        """See `transform.layouts.flemish.beginnings`."""
        return starts(lines)


def _with_repeated_heading(lines: Sequence[Line], order: Sequence[int], first: int) -> int:
    """The place where an answer header begins that repeats the question's heading above its own lines."""
    top = first
    while top and is_heading_line(lines[order[top - 1]].text):
        top -= 1
    at_top = any(HEADING.match(lines[index].text) for index in order[: min(top, HEADING_WITHIN)])
    repeats = any(HEADING.match(lines[index].text) for index in order[top:first])
    return top if at_top and repeats else first


def _find_annex(lines: Sequence[Line], tail: Sequence[int]) -> list[int]:
    """The lines from the annex's heading to the end; empty without one."""
    for place, index in enumerate(tail):
        line = lines[index]
        # The annex's own text may follow its heading on the same line, where no sentence is torn.
        apart = line.joined or line.blank_before or lines[tail[place - 1]].text.endswith(SENTENCE_END)
        if place and (ANNEX.match(line.text) or (apart and ANNEX_WORD.match(line.text))):
            return list(tail[place:])
    return []
