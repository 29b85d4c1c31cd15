"""What a layout makes of a document's lines: which of them are heads and tails, and what those say.

A layout (one file per parliament under `transform.layouts`) fills a `Frame`; everything after that, from the
enumerations to the tables, is the same for every parliament.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from records import PlacedWarning
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
    note: str | None = None
    """A note about the answer: `GECOÖRDINEERD ANTWOORD`, `VOORLOPIG ANTWOORD` …"""
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    """For each of the above that is printed, the raw offsets (end exclusive) of its line."""

    def set_place(self, name: str, *lines: Line) -> None:
        """Remember the lines that print something."""
        self.places[name] = (lines[0].start, lines[-1].end)


@dataclass(slots=True)
class Frame:
    """The heads and tails of one document."""

    kinds: dict[int, str] = field(default_factory=dict)
    """Index of a line → the piece it belongs to, for every line that is no running text of question or answer."""
    body: list[int] = field(default_factory=list)
    """The lines of preamble and sub-questions, their notes included."""
    reply: list[int] = field(default_factory=list)
    """The lines of the answer, its notes included."""
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

    def warn(self, code: str, lines: Sequence[Line]) -> None:
        """Warn of something about lines that follow each other."""
        self.warnings.append(PlacedWarning(code, lines[0].start, lines[-1].end))


class Layout(Protocol):
    """A parliament's way of printing a written question."""

    name: str
    parliament: str
    citation_defaults: CitationDefaults
    """What its citations leave out because it goes without saying."""

    def session_of(self, day: date) -> str | None:
        """The session that a day falls in, as it stands in ids and partitions; None where none does."""

    def legislature_of(self, day: date) -> str | None:
        """The legislature that a day falls in; None where no known one does."""

    def unfold(self, lines: Sequence[Line]) -> list[Line]:
        """The lines, those that hold several of the layout's own lines cut apart."""

    def frame(self, lines: Sequence[Line], furniture: set[int], page: Page) -> Frame | None:
        """The frame of a document; None where its lines are no written question of this layout."""

    def starts(self, lines: Sequence[Line]) -> list[int]:
        """The indices of the lines where a question's heading begins."""
