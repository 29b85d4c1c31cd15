"""The checks that a release must pass before it is published; `load.verify` runs them on published ones.

Every check yields sentences that say what is wrong, with an example; none means that all is well. References
between tables are looked for inside one partition: a row and what it belongs to lie in the same one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from load.deliveries import Place
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

SHOWN = 20
"""How many faults a message lists."""


class ChecksFailed(Exception):  # noqa: N818 - named for what happened, as the message says it
    """A release that was refused. The message begins with one sentence; `faults` has one for each thing found.

    `refused`: where the release lies to be looked at; None where it was not written to its end. `at_the_gate`: it is
    sound in itself (`load.gate`), so that a person may say that it is right (`--accept-drop`).
    """

    def __init__(self, faults: Sequence[str], refused: Path | None = None, *, at_the_gate: bool = False) -> None:
        self.faults = tuple(faults)
        self.refused = refused
        self.at_the_gate = at_the_gate
        counted = "1 fault was" if len(faults) == 1 else f"{len(faults)} faults were"
        strange = f"a person must look at it in {_places(len(faults))} before it follows the latest one"
        what = strange if at_the_gate else f"{counted} found"
        lines = [f"The checks refused the release: {what}.", *(f"- {fault}" for fault in faults[:SHOWN])]
        if len(faults) > SHOWN:
            lines.append(f"- and {len(faults) - SHOWN} more")
        if refused is not None:
            lines.append(f"It lies in {refused}, to be looked at; the latest release is what it was.")
        if at_the_gate:
            lines.append("Where it is right all the same, run again with --accept-drop.")
        super().__init__("\n".join(lines))


def missing_values(table: Table, partition: Partition, rows: pa.Table) -> Iterator[str]:
    """Nulls in columns that must have a value. Asked before rows are written: no file can hold such nulls."""
    for column in table.columns:
        values = rows[column.name]
        missing = values.null_count
        if pa.types.is_list(column.type):
            missing += pc.list_flatten(values).null_count
        if missing and not column.nullable:
            yield f"{table.name}.{column.name} has no value in {_rows(missing)} of {partition.folder}."


def check_release(release: StoredRelease, touched: Collection[Partition] | None = None) -> list[str]:
    """Everything that is wrong inside a release, staged or published. `touched`: the partitions to look into, where the
    others are those of a release that was checked; all where None. Columns and keys are looked at everywhere."""
    faults = [fault for table in TABLES.values() for fault in _schema_faults(release, table)]
    if faults:
        return faults  # columns that are not there cannot be looked into
    for table in (QUESTIONS, DOCUMENTS, DELIVERIES):
        faults.extend(_repeated_keys(table, release.read(table, table.key), "the release"))
    for partition in release.partitions() if touched is None else sorted(touched):
        faults.extend(_partition_faults(release, partition))
    return faults


def check_arrivals(release: StoredRelease, places: Collection[Place], document_ids: Collection[str]) -> list[str]:
    """What came in and is not accounted for.

    `places` are those where something was delivered in this run, `document_ids` what was delivered or is in the
    parent release: each place must have a row in `deliveries`, and no other place of the same source may; each
    document must have a row in `documents`.
    """
    faults = []
    documents = set(release.read(DOCUMENTS, ("document_id",))["document_id"].to_pylist())
    if lost := sorted(set(document_ids) - documents):
        faults.append(f"documents has no row for {_count(lost, 'document')} that came in, for example {lost[0]}.")
    rows = release.read(DELIVERIES, DELIVERIES.key)
    recorded = {Place(*place) for place in zip(*(column.to_pylist() for column in rows.columns), strict=True)}
    if unrecorded := sorted(set(places) - recorded):
        counted = _count(unrecorded, "delivery", "deliveries")
        faults.append(f"deliveries has no row for {counted} that came in, for example {_shown(unrecorded[0])}.")
    sources = {place.source for place in places}
    if stale := sorted(place for place in recorded - set(places) if place.source in sources):
        faults.append(
            f"deliveries has {_rows(len(stale))} that their sources no longer hold, for example {_shown(stale[0])}."
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
        yield from _unknown_words(table, own, partition)
        yield from _dangling(table, rows, partition)
        if table.has_spans:
            yield from _spans_outside(table, rows, partition)
    yield from _dangling_positions(rows, partition)
    yield from _wrong_counts(rows, partition)
    yield from _misplaced(rows, partition)
    yield from document_faults(release, partition)


def _schema_faults(release: StoredRelease, table: Table) -> Iterator[str]:
    """Files whose columns are not as declared, and tables that have no file at all."""
    files = release.files(table)
    if not files:
        yield f"{table.name} has no file; a table without rows has an empty one."
    for file in files:
        if not pq.read_schema(file).equals(table.schema):
            yield f"{file.relative_to(release.path).as_posix()} has other columns than {table.name} should have."


def _repeated_keys(table: Table, rows: pa.Table, where: str) -> Iterator[str]:
    counts = rows.group_by(list(table.key)).aggregate([([], "count_all")])
    repeated = counts.filter(pc.greater(counts["count_all"], 1))
    if repeated.num_rows:
        example = _first(repeated.select(list(table.key)))
        yield f"{table.name}: {_count(repeated, 'key')} of {where} stand in more than one row, for example {example}."


def _unknown_words(table: Table, rows: pa.Table, partition: Partition) -> Iterator[str]:
    for column in table.columns:
        if column.values:
            words = rows[column.name]
            strange = words.filter(pc.invert(pc.is_in(words, value_set=pa.array(column.values, pa.string()))))
            if len(strange):
                yield (
                    f"{table.name}.{column.name} holds a word outside its vocabulary in {_rows(len(strange))} of "
                    f"{partition.folder}, for example {strange[0].as_py()!r}."
                )


def _dangling(table: Table, rows: dict[str, pa.Table], partition: Partition) -> Iterator[str]:
    for key in table.foreign_keys:
        own = rows[table.name].select(list(key.columns)).drop_null()
        target = rows[key.table].select(list(key.target_columns))
        lost = _not_in(own, target)
        if lost.num_rows:
            yield (
                f"{table.name}: {_rows(lost.num_rows)} of {partition.folder} refer to no row of {key.table}, "
                f"for example {_first(lost)}."
            )


def _dangling_positions(rows: dict[str, pa.Table], partition: Partition) -> Iterator[str]:
    """Parts of answers that name a sub-question that is not there."""
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
            f"answer_parts.sub_question_positions: {lost.num_rows} of {partition.folder} refer to no row of "
            f"sub_questions, for example {_first(lost)}."
        )


def _spans_outside(table: Table, rows: dict[str, pa.Table], partition: Partition) -> Iterator[str]:
    """Stretches that end before they begin, or lie outside their document; a segment may not be empty either."""
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
    # Where the document is not known nothing can be said here; the dangling reference is a fault of its own.
    outside = own.filter(pc.invert(pc.fill_null(pc.and_(inside, forward), True)))
    if outside.num_rows:
        yield (
            f"{table.name}: {_rows(outside.num_rows)} of {partition.folder} lie outside their document, "
            f"for example {_first(outside.select([*table.key, 'char_start', 'char_end']))}."
        )


def _wrong_counts(rows: dict[str, pa.Table], partition: Partition) -> Iterator[str]:
    """Questions that count other rows than there are."""
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
    """Questions in a partition that their id contradicts, and deliveries before the first place of their source."""
    ids = rows[QUESTIONS.name]["question_id"]
    elsewhere = ids.filter(pc.invert(pc.starts_with(ids, f"{partition.parliament}/{partition.session}/")))
    if len(elsewhere):
        yield f"questions: {_rows(len(elsewhere))} do not belong in {partition.folder}, for example {elsewhere[0]}."
    places = rows[DELIVERIES.name].select(list(DELIVERIES.key))
    negative = places.filter(pc.less(places["source_position"], 0))
    if negative.num_rows:
        counted = _rows(negative.num_rows)
        yield f"deliveries: {counted} of {partition.folder} have a position below 0, for example {_first(negative)}."


def _not_in(rows: pa.Table, target: pa.Table) -> pa.Table:
    """The rows whose values, in the order of the columns, are no row of the target."""
    if rows.num_columns == 1:
        return rows.filter(pc.invert(pc.is_in(rows[0], value_set=target[0])))
    return rows.join(target, rows.column_names, target.column_names, join_type="left anti")


def _first(rows: pa.Table) -> str:
    return _shown(tuple(column[0].as_py() for column in rows.columns))


def _shown(values: Sequence[object]) -> str:
    return ", ".join(map(str, values))


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count} rows"


def _count(things: Collection[object] | pa.Table, one: str, many: str = "") -> str:
    return f"1 {one}" if len(things) == 1 else f"{len(things)} {many or one + 's'}"
