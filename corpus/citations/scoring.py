"""Recall and precision of the references, per kind, on the annotated citations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from corpus.citations.entries import COLUMNS, SECTIONS, Entry, Row
from records import RawDocument, Reference
from transform.parse import parse_document

FIELDS = {"in": "footnote_marker"}
"""Columns that an entry calls by a shorter name."""


@dataclass
class Found:
    """How many rows of each kind are wanted, were found, and are both, and what went wrong."""

    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    misses: dict[str, list[str]] = field(default_factory=dict)
    """For each entry, by what it guards, the rows that are missing and those that are unwanted."""

    def recall(self, kind: str) -> float:
        """The share of the wanted rows that were found, every column right."""
        return self.hits[kind] / self.wanted[kind] if self.wanted[kind] else 1.0

    def precision(self, kind: str) -> float:
        """The share of the found rows that are wanted, every column right."""
        return self.hits[kind] / self.found[kind] if self.found[kind] else 1.0


def rows_of(entry: Entry) -> list[Row]:
    """The rows that the parser finds in an entry. One outside the entry's own text says where, and so is unwanted."""
    raw = RawDocument("citations.txt", 0, "", "utf-8", entry.document())
    return [_row(one, entry) for one in parse_document(raw).references]


def _row(one: Reference, entry: Entry) -> Row:
    columns = []
    for name in sorted(COLUMNS):
        value = getattr(one, FIELDS.get(name, name))
        if value is not None:
            columns.append((name, value.isoformat() if isinstance(value, date) else str(value)))
    kind = one.kind
    if one.section not in (SECTIONS[entry.section], "footnote"):
        kind = f"{one.kind} in {one.section}"
    return Row(kind, " ".join(one.text.split()), tuple(columns))


def score(entries: Iterable[Entry]) -> Found:
    """Compare the rows of all entries with what is found; a row counts where all of its columns agree."""
    told = Found()
    for entry in entries:
        wanted, found = Counter(entry.rows), Counter(rows_of(entry))
        told.wanted.update(one.kind for one in wanted.elements())
        told.found.update(one.kind for one in found.elements())
        told.hits.update(one.kind for one in (wanted & found).elements())
        wrong = [f"missing {one}" for one in (wanted - found).elements()]
        wrong += [f"unwanted {one}" for one in (found - wanted).elements()]
        if wrong:
            told.misses[entry.guards] = wrong
    return told
