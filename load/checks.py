"""The checks that a release must pass before it is published; `load.verify` runs them on published ones.

Every check yields sentences that say what is wrong, with an example; none where all is well. References between tables
are resolved inside one partition: a row and the row that it refers to lie in the same one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from load.deliveries import Location
from load.parquet import opened
from load.partitions import Partition
from load.stored import StoredRelease
from load.tables import (
    ANSWER_PARTS,
    DELIVERIES,
    DOCUMENTS,
    QUESTIONS,
    REFERENCES,
    SEGMENTS,
    SUB_QUESTIONS,
    TABLES,
    Table,
)
from load.tiling import document_faults

MAX_SHOWN = 20
"""How many faults or anomalies a message lists."""


class ChecksFailed(Exception):  # noqa: N818 - named for what happened, as the message says it
    """A release that was refused. The message begins with one sentence and lists what was found.

    `faults`: one sentence for each fault or anomaly. `refused`: where the release lies for inspection; None where it
    was not written completely. `only_anomalies`: it has no faults, so that a person may accept it (`--accept-drop`).
    """

    def __init__(self, faults: Sequence[str], refused: Path | None = None, *, only_anomalies: bool = False) -> None:
        self.faults = tuple(faults)
        self.refused = refused
        self.only_anomalies = only_anomalies
        super().__init__("\n".join(self._lines()))

    def _lines(self) -> Iterator[str]:
        number = len(self.faults)
        if self.only_anomalies:
            need = "anomaly needs" if number == 1 else "anomalies need"
            yield f"The checks refused the release: {number} {need} review before it can become the latest."
        else:
            found = "fault was" if number == 1 else "faults were"
            yield f"The checks refused the release: {number} {found} found."
        yield from (f"- {fault}" for fault in self.faults[:MAX_SHOWN])
        if number > MAX_SHOWN:
            yield f"- and {number - MAX_SHOWN} more"
        if self.refused is not None:
            yield f"The refused release is kept in {self.refused}; the latest release is unchanged."
        if self.only_anomalies:
            yield "If the release is right all the same, run again with --accept-drop."
            yield "Else `vraagbaak quarantine SOURCE…` lets the other files of the run through."
        else:
            yield "Please report this: it is a bug in vraagbaak, or the dump is of a new kind."


def missing_values(table: Table, partition: Partition, rows: pa.Table) -> Iterator[str]:
    """Nulls in columns that must have a value. Checked before rows are written: a file cannot hold such nulls."""
    for column in table.columns:
        values = rows[column.name]
        missing = values.null_count
        if pa.types.is_list(column.type):
            missing += pc.list_flatten(values).null_count
        if missing and not column.nullable:
            yield f"{table.name}.{column.name} has no value in {_rows(missing)} of {partition.folder}."


def check_release(release: StoredRelease, changed: Collection[Partition] | None = None) -> list[str]:
    """Every fault inside a release, published or still a draft, one sentence each.

    `changed`: the partitions to check, where all others are those of a release that was checked; None for all.
    Columns and keys are checked everywhere.
    """
    faults = [fault for table in TABLES.values() for fault in _schema_faults(release, table)]
    if faults:
        return faults  # the other checks need every column
    for table in (QUESTIONS, DOCUMENTS, DELIVERIES):
        faults.extend(_repeated_keys(table, release.read(table, table.key), "the release"))
    for partition in release.partitions() if changed is None else sorted(changed):
        faults.extend(_partition_faults(release, partition))
    return faults


def check_completeness(
    release: StoredRelease, locations: Collection[Location], document_ids: Collection[str]
) -> list[str]:
    """What is missing in a release, or left over in it, one sentence each.

    `locations` are those that this run has read, `document_ids` the documents read there or in the parent release:
    each location must have a row in `deliveries`, and no other location of the same source may; each document must
    have a row in `documents`.
    """
    faults = []
    documents = set(release.read(DOCUMENTS, ("document_id",))["document_id"].to_pylist())
    if lost := sorted(set(document_ids) - documents):
        faults.append(f"documents has no row for {_count(lost, 'incoming document')}, for example {lost[0]}.")
    rows = release.read(DELIVERIES, DELIVERIES.key)
    recorded = {Location(*location) for location in zip(*(column.to_pylist() for column in rows.columns), strict=True)}
    if unrecorded := sorted(set(locations) - recorded):
        counted = _count(unrecorded, "incoming document")
        faults.append(f"deliveries has no row for {counted}, for example {_shown(unrecorded[0])}.")
    sources = {location.source for location in locations}
    if stale := sorted(location for location in recorded - set(locations) if location.source in sources):
        counted = _count(stale, "document")
        faults.append(
            f"deliveries has rows for {counted} that the sources no longer contain, for example {_shown(stale[0])}."
        )
    return faults


def _partition_faults(release: StoredRelease, partition: Partition) -> Iterator[str]:
    rows = {
        table.name: release.read(table, [column.name for column in table.columns if not column.long], partition)
        for table in TABLES.values()
    }
    for table in TABLES.values():
        own = rows[table.name]
        if table not in (QUESTIONS, DOCUMENTS, DELIVERIES):
            yield from _repeated_keys(table, own, partition.folder)
        yield from _unknown_values(table, own, partition)
        yield from _dangling_references(table, rows, partition)
        if table.has_spans:
            yield from _wrong_spans(table, rows, partition)
    yield from _dangling_positions(rows, partition)
    yield from _wrong_counts(rows, partition)
    yield from _misplaced(rows, partition)
    yield from document_faults(release, partition)


def _schema_faults(release: StoredRelease, table: Table) -> Iterator[str]:
    """Files whose columns are not as declared, and tables that have no file at all."""
    files = release.files(table)
    if not files:
        yield f"{table.name} has no file; a table without rows must have an empty one."
    for file in files:
        if not pq.read_schema(opened(file)).equals(table.schema):
            yield f"{file.relative_to(release.path).as_posix()} does not have the columns of {table.name}."


def _repeated_keys(table: Table, rows: pa.Table, where: str) -> Iterator[str]:
    counts = rows.group_by(list(table.key)).aggregate([([], "count_all")])
    repeated = counts.filter(pc.greater(counts["count_all"], 1))
    if repeated.num_rows:
        example = _first(repeated.select(list(table.key)))
        yield f"{table.name} has {_count(repeated, 'repeated key')} in {where}, for example {example}."


def _unknown_values(table: Table, rows: pa.Table, partition: Partition) -> Iterator[str]:
    for column in table.columns:
        if column.values:
            values = rows[column.name]
            unknown = values.filter(pc.invert(pc.is_in(values, value_set=pa.array(column.values, pa.string()))))
            if len(unknown):
                yield (
                    f"{table.name}.{column.name} has a value outside its vocabulary in {_rows(len(unknown))} of "
                    f"{partition.folder}, for example {unknown[0].as_py()!r}."
                )


def _dangling_references(table: Table, rows: dict[str, pa.Table], partition: Partition) -> Iterator[str]:
    for key in table.foreign_keys:
        own = rows[table.name].select(list(key.columns)).drop_null()
        target = rows[key.table].select(list(key.target_columns))
        lost = _not_in(own, target)
        if lost.num_rows:
            yield (
                f"{table.name} has {_rows(lost.num_rows)} in {partition.folder} without a matching row in {key.table}, "
                f"for example {_first(lost)}."
            )


def _dangling_positions(rows: dict[str, pa.Table], partition: Partition) -> Iterator[str]:
    """Answer parts that name a sub-question that does not exist."""
    parts = rows[ANSWER_PARTS.name].combine_chunks()
    positions = parts["sub_question_positions"].combine_chunks()
    named = pa.table(
        {
            "question_id": parts["question_id"].take(pc.list_parent_indices(positions)),
            "position": pc.list_flatten(positions),
        }
    )
    lost = _not_in(named, rows[SUB_QUESTIONS.name].select(["question_id", "position"]))
    if lost.num_rows:
        yield (
            f"answer_parts.sub_question_positions has {_count(lost, 'position')} in {partition.folder} without a "
            f"matching row in sub_questions, for example {_first(lost)}."
        )


def _wrong_spans(table: Table, rows: dict[str, pa.Table], partition: Partition) -> Iterator[str]:
    """Spans that end before they begin, or lie outside their document; nor may a segment be empty."""
    own, documents = rows[table.name], rows[DOCUMENTS.name]
    if table is SEGMENTS:
        document = pc.index_in(own["document_id"], value_set=documents["document_id"])
    else:
        questions = rows[QUESTIONS.name]
        document_of_question = pc.index_in(questions["document_id"], value_set=documents["document_id"])
        document = document_of_question.take(pc.index_in(own["question_id"], value_set=questions["question_id"]))
    start, end = own["char_start"], own["char_end"]
    inside = pc.and_(pc.greater_equal(start, 0), pc.less_equal(end, documents["char_count"].take(document)))
    forward = pc.less(start, end) if table is SEGMENTS else pc.less_equal(start, end)
    # A row without a document is a dangling reference, which is reported as such.
    outside = own.filter(pc.invert(pc.fill_null(pc.and_(inside, forward), True)))
    if outside.num_rows:
        yield (
            f"{table.name} has {_rows(outside.num_rows)} in {partition.folder} with a span outside the document, "
            f"for example {_first(outside.select([*table.key, 'char_start', 'char_end']))}."
        )


def _wrong_counts(rows: dict[str, pa.Table], partition: Partition) -> Iterator[str]:
    """Questions whose counts differ from the rows that they have."""
    questions = rows[QUESTIONS.name]
    for column, table in (("sub_question_count", SUB_QUESTIONS), ("reference_count", REFERENCES)):
        counted = {
            entry["values"]: entry["counts"] for entry in rows[table.name]["question_id"].value_counts().to_pylist()
        }
        said = zip(questions["question_id"].to_pylist(), questions[column].to_pylist(), strict=True)
        wrong = [question_id for question_id, count in said if count != counted.get(question_id, 0)]
        if wrong:
            yield f"questions.{column} is wrong in {_rows(len(wrong))} of {partition.folder}, for example {wrong[0]}."


def _misplaced(rows: dict[str, pa.Table], partition: Partition) -> Iterator[str]:
    """Questions whose id belongs to another partition, and deliveries with a negative position in their source."""
    ids = rows[QUESTIONS.name]["question_id"]
    elsewhere = ids.filter(pc.invert(pc.starts_with(ids, f"{partition.parliament}/{partition.session}/")))
    if len(elsewhere):
        counted = f"{_rows(len(elsewhere))} in {partition.folder}"
        yield f"questions has {counted} whose question_id belongs to another partition, for example {elsewhere[0]}."
    locations = rows[DELIVERIES.name].select(list(DELIVERIES.key))
    negative = locations.filter(pc.less(locations["source_position"], 0))
    if negative.num_rows:
        counted = f"{_rows(negative.num_rows)} of {partition.folder}"
        yield f"deliveries.source_position is below 0 in {counted}, for example {_first(negative)}."


def _not_in(rows: pa.Table, target: pa.Table) -> pa.Table:
    """The rows whose values, in the order of the columns, are not a row of the target."""
    if rows.num_columns == 1:
        return rows.filter(pc.invert(pc.is_in(rows[0], value_set=target[0])))
    return rows.join(target, rows.column_names, target.column_names, join_type="left anti")


def _first(rows: pa.Table) -> str:
    return _shown(tuple(column[0].as_py() for column in rows.columns))


def _shown(values: Sequence[object]) -> str:
    return ", ".join(map(str, values))


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count} rows"


def _count(things: Collection[object] | pa.Table, one: str) -> str:
    return f"1 {one}" if len(things) == 1 else f"{len(things)} {one}s"
