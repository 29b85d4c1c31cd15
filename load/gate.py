"""The gate: anomalies of a release that has no faults, and yet is not what usually follows its parent.

Rows are compared by table and partition with the parent release. Documents, questions and answers never become fewer;
other tables may lose a few rows, where a corrected copy has fewer parts. Nor does a run usually reject many of its
documents, leave a column empty that is filled elsewhere, replace many published questions by other texts, shorten
answers, claim questions of another minister, or bring files that are empty or garbled. A first build is compared with
nothing, and has a gate all the same. A release with anomalies is refused until a person has
reviewed and accepted it (`--accept-drop`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from load.manifest import Manifest
from load.partitions import Partition
from load.replaced import Claimed, Replaced
from load.tables import ANSWERS, DELIVERIES, DOCUMENTS, PAIRS, QUESTIONS, TABLES
from records import UNKNOWN, DocumentStatus

NEVER_FEWER = frozenset({DOCUMENTS.name, QUESTIONS.name, ANSWERS.name})
"""An answered copy is never superseded by one without an answer, and no document leaves the dataset."""
MAY_DROP = frozenset({DELIVERIES.name})
"""The deliveries of a source are replaced as a whole when it changes; the check of completeness covers each of them."""
FILLED_LATER = frozenset({(PAIRS.name, "answer")})
"""Columns that a night of new questions leaves empty, because the answers come weeks later."""

MOST_NAMED = 5
"""How many sources a sentence names."""

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
    first_rejected_share: Share = 0.5
    """The share of rejected documents that a first build may have."""
    replaced_questions: Count = 10
    """A run may replace fewer published questions of a session than this by another text of the same status."""
    replaced_share: Share = 0.2
    """Or this share of the questions of the session; the larger of the two counts."""
    replaced_of_run: Share = 0.5
    """The same over all sessions, where this share of a run's documents replaces published ones."""
    shortened_answers: Count = 5
    """A run may shorten fewer published answers to less than half than this."""
    claimed_questions: Count = 5
    """A run may bring fewer new questions than this that have number, day and member of another minister's."""
    blank_documents: Count = 10
    """A run may bring fewer documents without any letter than this."""
    garbled_documents: Count = 10
    """A run may bring fewer documents with lost or wrongly decoded letters than this."""
    bad_share: Share = 0.1
    """Or this share of its documents, for blank and garbled ones alike; the larger of the two counts."""


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
    replaced: Sequence[Replaced] = ()
    """The published questions for which another document speaks."""
    claimed: Sequence[Claimed] = ()
    """The new questions that look like another minister's."""
    blank: Sequence[str] = ()
    """The sources of documents without any letter."""
    garbled: Sequence[str] = ()
    """The sources of documents with lost or wrongly decoded letters."""


def find_anomalies(
    parent: Manifest | None, release: Manifest, run: RunStatistics, thresholds: Thresholds = DEFAULT_THRESHOLDS
) -> list[str]:
    """What a person should review before a release becomes the latest after its parent, one sentence each. `parent`:
    None for a first build."""
    of_texts = [*_bad_texts(run, thresholds)]
    if parent is None:
        return [*_rejected_at_first(run, thresholds), *of_texts]
    return [
        *_dropped_rows(parent, release, thresholds),
        *_rejected_documents(parent, run, thresholds),
        *_empty_columns(parent, run, thresholds),
        *_replaced_questions(parent, run, thresholds),
        *_shortened_answers(run, thresholds),
        *_claimed_questions(run, thresholds),
        *of_texts,
    ]


def _rejected_at_first(run: RunStatistics, thresholds: Thresholds) -> Iterator[str]:
    if run.rejected >= thresholds.rejected_documents and run.rejected > thresholds.first_rejected_share * run.documents:
        yield (
            f"{run.rejected:,} of the {run.documents:,} documents of this first run were rejected "
            f"({run.rejected / run.documents:.0%}): read their `reason` in documents of the refused release."
        )


def _replaced_questions(parent: Manifest, run: RunStatistics, thresholds: Thresholds) -> Iterator[str]:
    by_partition: dict[str, list[Replaced]] = {}
    for one in run.replaced:
        by_partition.setdefault(one.partition, []).append(one)
    for folder, replaced in sorted(by_partition.items()):
        rows = parent.partitions.get(QUESTIONS.name, {}).get(folder, 0)
        if len(replaced) >= max(thresholds.replaced_questions, thresholds.replaced_share * rows):
            yield (
                f"{len(replaced):,} of the {rows:,} questions in {folder} get another text: compare a few of them in "
                f"both releases, for example {replaced[0].question_id}. They come from "
                f"{_sources([one.source for one in replaced])}."
            )
            return  # one of them is enough to look at the run
    least = max(thresholds.replaced_questions, thresholds.replaced_of_run * run.documents)
    if run.replaced and len(run.replaced) >= least:
        yield (
            f"{len(run.replaced):,} published questions get another text, and the run has {run.documents:,} documents "
            f"in all: compare a few of them in both releases, for example {run.replaced[0].question_id}. They come "
            f"from {_sources([one.source for one in run.replaced])}."
        )


def _shortened_answers(run: RunStatistics, thresholds: Thresholds) -> Iterator[str]:
    shortened = [one for one in run.replaced if one.after * 2 < one.before]
    if shortened and len(shortened) >= thresholds.shortened_answers:
        yield (
            f"{len(shortened):,} published answers become less than half as long, for example that of "
            f"{shortened[0].question_id} ({shortened[0].before:,} characters, now {shortened[0].after:,}). They come "
            f"from {_sources([one.source for one in shortened])}."
        )


def _claimed_questions(run: RunStatistics, thresholds: Thresholds) -> Iterator[str]:
    if run.claimed and len(run.claimed) >= thresholds.claimed_questions:
        first = run.claimed[0]
        yield (
            f"{len(run.claimed):,} new questions have number, day and member of one that stands under another minister "
            f"already, for example {first.question_id} and {first.published}. They come from "
            f"{_sources([one.source for one in run.claimed])}."
        )


def _bad_texts(run: RunStatistics, thresholds: Thresholds) -> Iterator[str]:
    for sources, least, what in (
        (run.blank, thresholds.blank_documents, "are empty"),
        (run.garbled, thresholds.garbled_documents, "have letters that were lost or decoded wrongly"),
    ):
        if sources and len(sources) >= max(least, thresholds.bad_share * run.documents):
            yield f"{len(sources):,} of the {run.documents:,} documents of this run {what}: {_sources(sources)}."


def _sources(sources: Sequence[str]) -> str:
    """The first of the sources, each once, and how many more there are."""
    distinct = list(dict.fromkeys(sources))
    more = f" and {len(distinct) - MOST_NAMED:,} more" if len(distinct) > MOST_NAMED else ""
    return f"{', '.join(distinct[:MOST_NAMED])}{more}"


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
