"""The gate: a release that is sound in itself, and yet is not what anybody expects after the one before it.

Rows are counted by table and partition against the parent release. Documents, questions and answers never become fewer
of themselves; the other tables may, when a corrected copy has fewer parts, but not by many. Nor does a run usually
reject most of what it reads, or leave empty what is filled elsewhere. What falls outside is refused until a person has
looked, and says so (`--accept-drop`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from load.manifest import Manifest
from load.tables import ANSWERS, DELIVERIES, DOCUMENTS, PAIRS, QUESTIONS, TABLES
from records import DocumentStatus

NEVER_FEWER = frozenset({DOCUMENTS.name, QUESTIONS.name, ANSWERS.name})
"""An answered copy is never replaced by one without an answer, and no document leaves the dataset."""
MAY_FALL = frozenset({DELIVERIES.name})
"""A source that holds other documents than before replaces its deliveries as a whole; the checks account for each."""
FALL_SHARE, FALL_ROWS = 0.1, 5
"""Of the other tables a partition may lose this share of its rows, or so few rows."""

REJECTED_ROWS, REJECTED_ABOVE_USUAL = 10, 0.2
"""So many rejected documents of one run are looked at, and refused where their share is so far above the parent's."""

NULL_ROWS, USUALLY_FILLED, NULLS_ABOVE_USUAL = 50, 0.1, 0.3
"""The nulls in a column are looked at where run and parent have so many rows, and the parent at most that share of
nulls; they are refused where their share is so far above the parent's."""
COMES_LATER = frozenset({(PAIRS.name, "answer")})
"""Columns that a night of new questions leaves empty, because the answers come weeks later."""

Nulls = Mapping[str, tuple[int, Mapping[str, int]]]
"""By table: its rows, and how many of them have no value, by column."""


@dataclass(frozen=True)
class Brought:
    """What one run brings."""

    documents: int
    """Documents that it parsed, whatever came of them."""
    rejected: int
    """Those that hold no question."""
    nulls: Nulls
    """The nulls among the rows that it brings."""


def gate_faults(parent: Manifest, now: Manifest, brought: Brought) -> list[str]:
    """What a person should look at before a release follows its parent, one sentence each."""
    return [*_fallen(parent, now), *_rejected(parent, brought), *_emptied(parent, brought)]


def _fallen(parent: Manifest, now: Manifest) -> Iterator[str]:
    for table in TABLES:
        if table in MAY_FALL:
            continue
        before, after = parent.partitions.get(table, {}), now.partitions[table]
        for folder, rows in sorted(before.items()):
            left = after.get(folder, 0)
            few = table not in NEVER_FEWER and rows - left <= max(FALL_ROWS, FALL_SHARE * rows)
            if left < rows and not few:
                yield f"{table} falls from {rows:,} rows to {left:,} in {folder}: compare it in both releases."


def _rejected(parent: Manifest, brought: Brought) -> Iterator[str]:
    if brought.rejected < REJECTED_ROWS:
        return
    usual = parent.documents.get(DocumentStatus.REJECTED, 0) / (sum(parent.documents.values()) or 1)
    share = brought.rejected / brought.documents
    if share > usual + REJECTED_ABOVE_USUAL:
        yield (
            f"{brought.rejected:,} of the {brought.documents:,} documents of this run were rejected ({share:.0%}; "
            f"{usual:.0%} of those before): look at their reasons in its documents."
        )


def _emptied(parent: Manifest, brought: Brought) -> Iterator[str]:
    for table, (rows, nulls) in brought.nulls.items():
        before, known = parent.rows.get(table, 0), parent.nulls.get(table)
        if min(rows, before) < NULL_ROWS or known is None:
            continue  # too few to tell what is usual, or a release that did not count them
        for column, count in nulls.items():
            empty = sum(counts.get(column, 0) for counts in known.values())
            usual, share = empty / before, count / rows
            if (table, column) not in COMES_LATER and usual <= USUALLY_FILLED and share > usual + NULLS_ABOVE_USUAL:
                yield (
                    f"{table}.{column} has no value in {share:.0%} of the {rows:,} rows of this run "
                    f"({usual:.0%} before): look at those of the refused release."
                )
