"""Short texts with the rows that they must give, for the tests of references."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

from records import Reference
from transform.layouts.flemish.citations import CITATION_DEFAULTS
from transform.references import find_references
from transform.text.passages import Note, Passage

Row = tuple[str, Mapping[str, Any]]
"""The text of a row, and the columns that the case is about; dates as `2015-07-14`."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text and all rows of one kind that it gives, with a word on what the case guards."""

    guards: str
    text: str
    rows: Sequence[Row] = ()
    labels: Collection[str] = ()
    section: str = "preamble"
    section_label: str | None = None


def passage(text: str, section: str = "preamble", section_label: str | None = None, start: int = 0) -> Passage:
    """A passage whose raw text is itself, `start` characters into the document."""
    return Passage(section, section_label, None, text, range(start, start + len(text)))


def note(
    marker: str, text: str, start: int, section: str | None = "preamble", section_label: str | None = None
) -> Note:
    """A footnote that begins `start` characters into the document with its marker and a space."""
    begin = start + len(marker) + 1
    words = Passage("footnote", None, marker, text, range(begin, begin + len(text)))
    return Note(marker, words, section, section_label, start, begin + len(text))


def found_in(
    passages: Sequence[Passage],
    notes: Sequence[Note] = (),
    labels: Collection[str] = (),
    responder: str | None = None,
    asked_on: date | None = None,
) -> tuple[Reference, ...]:
    """The rows of a document of the Flemish Parliament."""
    return find_references(passages, notes, labels, responder, asked_on, CITATION_DEFAULTS)


def references(text: str, *, labels: Collection[str] = (), kind: str | None = None) -> list[Reference]:
    """The rows of one text, all of them or those of one kind."""
    found = found_in([passage(text)], labels=labels)
    return [one for one in found if kind in (None, one.kind)]


def parameters(cases: Sequence[Case]) -> list[ParameterSet]:
    """The cases as parameters of a test, each under what it guards."""
    return [pytest.param(case, id=case.guards) for case in cases]


def check(case: Case, kind: str) -> None:
    """All rows of `kind` are those of the case, in order; each stands where its text stands."""
    found = found_in([passage(case.text, case.section, case.section_label)], labels=case.labels)
    rows = [one for one in found if one.kind == kind]
    assert [one.text for one in rows] == [text for text, _ in case.rows]
    for one, (text, columns) in zip(rows, case.rows, strict=True):
        assert case.text[one.char_start : one.char_end] == text
        for column, wanted in columns.items():
            got = getattr(one, column)
            assert (got.isoformat() if isinstance(got, date) else got) == wanted, column
    for one, following in pairwise(rows):
        assert one.char_end <= following.char_start, "rows of one kind do not overlap"
