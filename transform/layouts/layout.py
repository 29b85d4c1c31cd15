"""The contract of a layout: everything that is its parliament's, and nothing that is not.

A layout (a folder per parliament beside this file, the same file names in each) finds the heads, tails and regions of a
document and fills a `Frame`; everything after that, from the enumerations to the tables, is the same for every
parliament, and asks the layout for what only it knows: calendar, keys, offices, furniture, defaults of citation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from records import PlacedWarning, SegmentKind
from transform.lines.footnotes import NoteLines
from transform.lines.furniture import FurnitureLines
from transform.lines.lines import Line
from transform.lines.page import Page
from transform.references.defaults import CitationDefaults


@dataclass(slots=True)
class HeaderFields:
    """What a question header or an answer header prints; None for what it does not."""

    number: int | None = None
    asked_on: date | None = None
    asker: str | None = None
    minister: str | None = None
    role: str | None = None
    is_provisional: bool = False
    """It says that the answer is still to come."""
    asker_party: str | None = None
    co_askers: tuple[str, ...] = ()
    co_asker_parties: tuple[str, ...] = ()
    """The party of each of `co_askers`, empty where it is not printed."""
    case_number: str | None = None
    """The number of the case that the question belongs to, besides that of the question."""
    co_responders: tuple[str, ...] = ()
    """Who answers with the minister: a name, or the office where no name is printed."""
    answered_on: date | None = None
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    """For each of the above that is printed, the raw offsets (end exclusive) of its line."""

    def set_place(self, name: str, *lines: Line) -> None:
        """Remember the lines that print something."""
        self.places[name] = (lines[0].start, lines[-1].end)


class Side(StrEnum):
    """Who speaks in a region."""

    QUESTION = "question"
    ANSWER = "answer"


@dataclass(slots=True)
class Region:
    """A stretch of running text of one side."""

    side: Side
    lines: list[int]
    """Indices of its lines, rising, its notes included."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A piece of a region that begins with a heading of the layout's own (`Vraag 2`), and goes on to the next one."""

    kind: SegmentKind
    """`PREAMBLE`, `SUB_QUESTION`, `ANSWER_INTRO` or `ANSWER_PART`."""
    start: int
    """Raw offset of its first character, the heading included."""
    text_start: int
    """Raw offset where its text begins, the heading left out; not before `start`."""
    line: int
    """Index of the line that it begins in."""
    labels: tuple[str, ...] = ()
    """The labels that it bears, in their one form."""


@dataclass(frozen=True, slots=True)
class NoQuestion:
    """What a layout says of a document that is its parliament's and no written question."""

    reason: str
    """Why it is rejected, as a clause."""


@dataclass(slots=True)
class Frame:
    """The heads and tails of one document."""

    kinds: dict[int, str] = field(default_factory=dict)
    """Index of a line → the piece it belongs to, for every line that is no running text of question or answer."""
    regions: list[Region] = field(default_factory=list)
    """The running text of question and answer, in reading order: one of each, or many that alternate."""
    headed: list[Headed] | None = None
    """The pieces of the regions, by where they begin, where headings of the layout's own say which they are; None where
    the labels are to be told from the running text."""
    notes: list[NoteLines] | None = None
    """The footnotes, where the layout knows where they stand; None where they are to be told from the running text."""
    citing: list[int] = field(default_factory=list)
    """The lines of the answer header that cite other documents."""
    hyphenates: bool = False
    """Whoever printed it divides words at line ends."""
    session: str | None = None
    """The session that the document prints, or that the layout tells otherwise than by the day of the question."""
    question: HeaderFields = field(default_factory=HeaderFields)
    answer: HeaderFields | None = None
    theme: str | None = None
    subject: str | None = None
    addressees: list[tuple[str, int | None]] = field(default_factory=list)
    """The ministers that the notice names, in its order, with the number of each one's copy."""
    notice_place: tuple[int, int] | None = None
    """Raw offsets of the notice, end exclusive; None where there is none."""
    own_first: bool = False
    """The notice names the *other* addressees: this copy's minister is one too, and comes first."""
    warnings: list[PlacedWarning] = field(default_factory=list)

    def lines_of(self, side: Side) -> list[int]:
        """The lines of all regions of one side, in reading order."""
        return [index for region in self.regions if region.side is side for index in region.lines]

    def warn(self, code: str, lines: Sequence[Line]) -> None:
        """Warn of something about lines that follow each other."""
        self.warnings.append(PlacedWarning(code, lines[0].start, lines[-1].end))


class Layout(Protocol):
    """A parliament's way of printing a written question."""

    name: str
    parliament: str
    citation_defaults: CitationDefaults
    """What its citations leave out because it goes without saying."""

    furniture: FurnitureLines
    """The lines that its pages bear."""

    names_ministers: bool
    """Whether its questions name the ministers that they are put to, besides their offices."""

    plain_heading: re.Pattern[str]
    """A line of a text that is nothing but the first line of a question's heading."""

    def session_of(self, day: date, number: int | None = None) -> str | None:
        """The session that a question of that day belongs to, as it stands in ids and partitions; None where none does.
        `number`: the question's, which tells it on a day on which one session ends and the next begins."""

    def key_of(
        self, minister: str | None, number: int | None, case_number: str | None = None
    ) -> tuple[str, str] | None:
        """What tells a question from the others of its session, the third and the fourth part of its `question_id`;
        None where that cannot be told."""

    def portfolios_of(self, role: str | None) -> tuple[str, ...]:
        """The portfolios in a minister's titles, in normal capitals."""

    def legislature_of(self, day: date) -> str | None:
        """The legislature that a day falls in; None where no known one does."""

    def may_read(self, lines: Sequence[Line]) -> bool:
        """Whether a document can be of this layout: a look at its first lines, which costs little. `frame` decides."""

    def unfold(self, lines: Sequence[Line]) -> list[Line]:
        """The lines, those that hold several of the layout's own lines cut apart."""

    def frame(self, lines: Sequence[Line], furniture: set[int], page: Page) -> Frame | NoQuestion | None:
        """The frame of a document; None where its lines are none of this layout."""

    def starts(self, lines: Sequence[Line]) -> list[int]:
        """The indices of the lines where a question's heading begins."""
