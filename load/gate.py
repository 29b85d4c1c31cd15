"""The gate: anomalies of a release that has no faults, and yet is not what usually follows its parent.

Rows are compared by table and partition with the parent release. Documents, questions and answers never become fewer;
other tables may lose a few rows, where a corrected copy has fewer parts. Nor does a run usually reject many of its
documents, or leave a column empty that is filled elsewhere. A release with anomalies is refused until a person has
reviewed and accepted it (`--accept-drop`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from load.manifest import Manifest
from load.partitions import Partition
from load.tables import ANSWERS, DELIVERIES, DOCUMENTS, PAIRS, QUESTIONS, TABLES
from records import UNKNOWN, DocumentStatus

NEVER_FEWER = frozenset({DOCUMENTS.name, QUESTIONS.name, ANSWERS.name})
"""An answered copy is never superseded by one without an answer, and no document leaves the dataset."""
MAY_DROP = frozenset({DELIVERIES.name})
"""The deliveries of a source are replaced as a whole when it changes; the check of completeness covers each of them."""
FILLED_LATER = frozenset({(PAIRS.name, "answer")})
"""Columns that a night of new questions leaves empty, because the answers come weeks later."""

Share = Annotated[float, Meta(ge=0, le=1)]
Count = Annotated[int, Meta(ge=0)]

Nulls = Mapping[str, tuple[int, Mapping[str, int]]]
"""By table: its rows, and how many of them have no value, by column."""


@dataclass(frozen=True)
class Thresholds:
    """From where on a difference between a release and its parent is an anomaly. Shares lie between 0 and 1."""

    dropped_share: Share = 0.1
    """A table other than documents, questions and answers may lose this share of the rows of a partition."""
    dropped_rows: Count = 5
    """The same as a number of rows; the larger of the two counts."""
    rejected_documents: Count = 10
    """A run with fewer rejected documents than this has no anomaly on their account."""
    rejected_share: Share = 0.2
    """How far the share of rejected documents of a run may exceed that of the parent."""
    compared_rows: Count = 50
    """The empty values of a column are compared where both run and parent have at least this many rows of its table."""
    usual_empty_share: Share = 0.1
    """Only columns of which at most this share is empty in the parent are compared."""
    empty_share: Share = 0.3
    """How far the share of empty values in a column of the new rows may exceed that of the parent."""


DEFAULT_THRESHOLDS = Thresholds()


@dataclass(frozen=True)
class RunStatistics:
    """What is counted of one run."""

    documents: int
    """Documents that it parsed, rejected ones included."""
    rejected: int
    """Those of them that were rejected."""
    nulls: Nulls
    """The nulls in the rows that it adds."""


def find_anomalies(
    parent: Manifest, release: Manifest, run: RunStatistics, thresholds: Thresholds = DEFAULT_THRESHOLDS
) -> list[str]:
    """What a person should review before a release becomes the latest after its parent, one sentence each."""
    return [
        *_dropped_rows(parent, release, thresholds),
        *_rejected_documents(parent, run, thresholds),
        *_empty_columns(parent, run, thresholds),
    ]


def _dropped_rows(parent: Manifest, release: Manifest, thresholds: Thresholds) -> Iterator[str]:
    for table in TABLES:
        if table in MAY_DROP:
            continue
        before, after = parent.partitions.get(table, {}), release.partitions[table]
        for folder, rows in sorted(before.items()):
            if table == DOCUMENTS.name and Partition.of_folder(folder).session == UNKNOWN:
                continue  # what was rejected and is parsed now moves to its session; none is lost (`load.checks`)
            left = after.get(folder, 0)
            allowed = 0 if table in NEVER_FEWER else max(thresholds.dropped_rows, thresholds.dropped_share * rows)
            if rows - left > allowed:
                yield f"{table} drops from {rows:,} to {left:,} rows in {folder}: compare it in both releases."


def _rejected_documents(parent: Manifest, run: RunStatistics, thresholds: Thresholds) -> Iterator[str]:
    if run.rejected < max(1, thresholds.rejected_documents):
        return
    usual = parent.documents.get(DocumentStatus.REJECTED, 0) / (sum(parent.documents.values()) or 1)
    share = run.rejected / run.documents
    if share > usual + thresholds.rejected_share:
        yield (
            f"{run.rejected:,} of the {run.documents:,} documents of this run were rejected ({share:.0%}, compared "
            f"with {usual:.0%} before): read their `reason` in documents of the refused release."
        )


def _empty_columns(parent: Manifest, run: RunStatistics, thresholds: Thresholds) -> Iterator[str]:
    for table, (rows, nulls) in run.nulls.items():
        before, known = parent.rows.get(table, 0), parent.nulls.get(table)
        if min(rows, before) < max(1, thresholds.compared_rows) or known is None:
            continue  # too few rows to say what is usual, or a release that did not count its nulls
        for column, count in nulls.items():
            empty = sum(counts.get(column, 0) for counts in known.values())
            usual, share = empty / before, count / rows
            if (table, column) in FILLED_LATER or usual > thresholds.usual_empty_share:
                continue
            if share > usual + thresholds.empty_share:
                yield (
                    f"{table}.{column} is empty in {share:.0%} of the {rows:,} new rows (compared with {usual:.0%} "
                    "before): look at these rows in the refused release."
                )
