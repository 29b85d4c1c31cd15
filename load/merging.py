"""The rows of a new release: those of its parent and the staged ones, with one current document for each question.

Rows are merged by partition, one table and partition in memory at a time. A table's partition whose rows do not change
is not read at all: its file is taken over from the parent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from load import deliveries
from load.deliveries import Delivery, Location
from load.partitions import Partition
from load.rows import Row
from load.staging import OF_DOCUMENT, Staging, arrow_table
from load.stored import StoredRelease
from load.supersession import NOT_DELIVERED, PRECEDENCE, Copy, superseded, winners
from load.tables import DELIVERIES, DOCUMENTS, FORMER_DELIVERIES, OF_A_QUESTION, QUESTIONS, TABLES, Table
from records import UNKNOWN, DocumentStatus, is_not_parsed_yet


class Known(NamedTuple):
    """A document of the parent release."""

    partition: Partition
    question_id: str | None
    status: str
    source: str
    encoding: str
    first_release: str
    reason: str | None


class Merge:
    """A parent release (or none) and the staging of a run, merged.

    A document that was parsed in this run has all its rows in the staging; the rows that the parent has of it are
    dropped. With `carry_over=False` the parent's rows of every document are dropped: only `deliveries`, `source`,
    `encoding` and `first_release` are carried over.
    """

    def __init__(self, parent: StoredRelease | None, staging: Staging, carry_over: bool = True) -> None:
        self._parent = parent
        self._staging = staging
        self.new_row_nulls: dict[str, tuple[int, Counter[str]]] = {}
        """By table how many staged rows the release takes, and the nulls in them by column. Complete once `tables` has
        been exhausted."""
        self.known: dict[str, Known] = {} if parent is None else known_documents(parent)
        """The parent's documents by document_id."""
        self._parent_deliveries = {} if parent is None else read_deliveries(parent)
        former = {} if parent is None else read_former(parent)
        self.deliveries = deliveries.merged(self._parent_deliveries, staging.deliveries, former)
        self.former = deliveries.former_after(self._parent_deliveries, self.deliveries, former)
        """What lay at a location once: see `load.deliveries.Former`."""
        self.former_is_of_parent = self.former == former
        self.has_changes = (
            parent is None
            or not carry_over
            or not staging.documents.keys() <= self.known.keys()
            or deliveries.any_moved(self._parent_deliveries, staging.deliveries)
            or any(
                is_not_parsed_yet(self.known[document_id].reason) and not is_not_parsed_yet(staged.reason)
                for document_id, staged in staging.documents.items()
            )
        )
        """Whether there is anything to publish: a document that the parent does not have, or has elsewhere, or has not
        parsed yet; or a parse of all documents anew."""
        self._first_locations = deliveries.first_locations(self.deliveries)
        self._latest_orders = deliveries.latest_orders(self.deliveries)
        self._carried = {
            document_id: known
            for document_id, known in self.known.items()
            if carry_over and document_id not in staging.documents
        }
        copies = self._without_cut(list(self._copies()))
        losers = superseded(copies)
        self.superseded_now = frozenset(
            document_id
            for document_id in losers
            if document_id not in self.known or self.known[document_id].status != DocumentStatus.SUPERSEDED
        )
        """The documents that this release supersedes, and its parent did not."""
        current = winners(copies)
        self.replaced = {
            copy.question_id: (copy.document_id, current[copy.question_id].document_id)
            for copy in copies
            if copy.document_id in self.superseded_now
            and copy.document_id in self.known
            and copy.precedence == current[copy.question_id].precedence
        }
        """The published questions for which another document speaks since this release, with a status no better: by
        question_id the document before and the one now."""
        self._losers = losers
        self._superseded = losers | {
            i for i, known in self._carried.items() if known.status == DocumentStatus.SUPERSEDED
        }
        self._dropped_documents = self.known.keys() - self._carried.keys()
        self._dropped_questions = {
            known.question_id
            for document_id, known in self.known.items()
            if known.question_id is not None
            and known.status == DocumentStatus.PARSED
            and (document_id not in self._carried or document_id in losers)
        }

    def tables(self) -> Iterator[tuple[Table, Partition, pa.Table | None]]:
        """Every table by partition, sorted by its key, in a fixed order; None for rows that are those of the parent.

        A partition without rows is left out. A table without any rows comes once, empty, in the first partition of
        `documents`, so that its folder exists and can be read.
        """
        changed = self._changed_partitions()
        for table in TABLES.values():
            unchanged = self._unchanged_partitions(table, changed[table.name])
            empty = True
            for partition in self.partitions:
                if partition in unchanged:
                    empty = False
                    yield table, partition, None
                elif partition in changed[table.name]:
                    if table is DELIVERIES:
                        rows = self._rows_of_deliveries.get(partition, table.schema.empty_table())
                    else:
                        rows = self._rows(table, partition)
                    if rows.num_rows:
                        empty = False
                        yield table, partition, rows.sort_by([(column, "ascending") for column in table.key])
            if empty:
                yield table, self.partitions[0], table.schema.empty_table()

    @cached_property
    def partitions(self) -> list[Partition]:
        """The partitions of the new release, in order."""
        carried = {known.partition for known in self._carried.values()}
        return sorted(carried | self._staging.partitions | set(self._rows_of_deliveries)) or [
            Partition(UNKNOWN, UNKNOWN)
        ]

    @cached_property
    def known_statuses(self) -> dict[Partition, Counter[str]]:
        """For each partition of the parent how many of its documents have each status."""
        statuses: dict[Partition, Counter[str]] = {}
        for known in self.known.values():
            statuses.setdefault(known.partition, Counter())[known.status] += 1
        return statuses

    @cached_property
    def _rows_of_deliveries(self) -> dict[Partition, pa.Table]:
        return self._deliveries_by_partition(self.deliveries)

    def _changed_partitions(self) -> Mapping[str, Set[Partition]]:
        """For each table the partitions whose rows may differ from those of the parent."""
        if self._parent is None or not self._carried:
            return dict.fromkeys(TABLES, frozenset(self.partitions))
        gone = self._dropped_documents | (self._losers & self.known.keys())
        changed = self._staging.partitions | {self.known[document_id].partition for document_id in gone}
        documents = {
            known.partition
            for document_id, known in self._carried.items()
            if self._updated(document_id, known.status, known.source, known.encoding)
            != (known.status, known.source, known.encoding)
        }
        before, now = self._deliveries_by_partition(self._parent_deliveries), self._rows_of_deliveries
        empty = DELIVERIES.schema.empty_table()
        delivered = {
            partition
            for partition in before.keys() | now.keys()
            if not before.get(partition, empty).equals(now.get(partition, empty))
        }
        return dict.fromkeys(TABLES, changed) | {DOCUMENTS.name: changed | documents, DELIVERIES.name: delivered}

    def _unchanged_partitions(self, table: Table, changed: Set[Partition]) -> Set[Partition]:
        """The partitions in which the new release has the same rows of a table as the parent."""
        if self._parent is None or not self._carried:
            return frozenset()
        return {partition for partition in self._parent.partitions_with_rows(table) if partition not in changed}

    def _copies(self) -> Iterator[Copy]:
        """All documents that hold a question, without the carried ones that the parent has superseded."""
        for document_id, document in self._staging.documents.items():
            if document.question_id is not None and document.question_status is not None:
                yield self._copy(document.question_id, document.question_status, document_id)
        if self._parent is not None and self._carried:
            rows = self._parent.read(QUESTIONS, ("question_id", "status", "document_id"))
            for question_id, status, document_id in zip(*(column.to_pylist() for column in rows.columns), strict=True):
                if document_id in self._carried:
                    yield self._copy(question_id, status, document_id)

    def _copy(self, question_id: str, status: str, document_id: str) -> Copy:
        known = self.known.get(document_id)
        was_current = known is None or known.status != DocumentStatus.SUPERSEDED
        delivered = self._latest_orders.get(document_id, NOT_DELIVERED)
        is_delivered_now = delivered[0] == self._staging.release_id
        return Copy(
            question_id, PRECEDENCE.get(status, -1), True, is_delivered_now, was_current, delivered, document_id
        )

    def _without_cut(self, copies: list[Copy]) -> list[Copy]:
        """The copies, those told that are cut short: staged ones whose text is the beginning of the current copy's."""
        current = {copy.question_id: copy for copy in copies if copy.document_id in self._carried and copy.was_current}
        rivals = [
            (copy, current[copy.question_id])
            for copy in copies
            if copy.document_id in self._staging.documents
            and copy.question_id in current
            and copy.precedence == current[copy.question_id].precedence
        ]
        if not rivals or self._parent is None:
            return copies
        staged = {copy.document_id for copy, _ in rivals}
        texts = _texts((self._staging.rows(DOCUMENTS, one) for one in self._partitions_of(staged)), staged)
        known = {one.document_id for _, one in rivals}
        partitions = sorted({self.known[document_id].partition for document_id in known})
        columns = ("document_id", "raw_text")
        texts |= _texts((self._parent.read(DOCUMENTS, columns, partition) for partition in partitions), known)
        cut = {
            copy.document_id
            for copy, one in rivals
            if texts[one.document_id].rstrip().startswith(texts[copy.document_id].rstrip())
        }
        return [copy._replace(is_whole=False) if copy.document_id in cut else copy for copy in copies]

    def _partitions_of(self, staged: Set[str]) -> list[Partition]:
        return sorted({self._staging.documents[document_id].partition for document_id in staged})

    def _rows(self, table: Table, partition: Partition) -> pa.Table:
        staged = self._staging.rows(table, partition)
        if table in OF_A_QUESTION:
            staged = _without(staged, OF_DOCUMENT, self._superseded).drop_columns([OF_DOCUMENT])
            before, nulls = self.new_row_nulls.get(table.name, (0, Counter()))
            self.new_row_nulls[table.name] = before + staged.num_rows, nulls + Counter(null_counts(table, staged))
        carried = table.schema.empty_table()
        if self._parent is not None and self._carried:
            carried = self._parent.read(table, partition=partition)
            if table in OF_A_QUESTION:
                carried = _without(carried, "question_id", self._dropped_questions)
            else:
                carried = _without(carried, "document_id", self._dropped_documents)
        rows = pa.concat_tables([carried, staged])
        return self._updated_documents(rows) if table is DOCUMENTS else rows

    def _updated_documents(self, documents: pa.Table) -> pa.Table:
        """The rows of `documents` with the columns that depend on the whole release: status, source, encoding and first
        release."""
        updated: dict[str, list[str]] = {"status": [], "source": [], "encoding": [], "first_release": []}
        for row in documents.select(["document_id", *updated]).to_pylist():
            known = self.known.get(row["document_id"])
            if known is not None:
                row |= {"source": known.source, "encoding": known.encoding, "first_release": known.first_release}
            row["status"], row["source"], row["encoding"] = self._updated(
                row["document_id"], row["status"], row["source"], row["encoding"]
            )
            for column, values in updated.items():
                values.append(row[column])
        for column, values in updated.items():
            at = documents.schema.get_field_index(column)
            field = documents.schema.field(at)
            documents = documents.set_column(at, field, pa.array(values, field.type))
        return documents

    def _updated(self, document_id: str, status: str, source: str, encoding: str) -> tuple[str, str, str]:
        """Status, source and encoding of a document in the new release, given what its row says so far."""
        if document_id in self._superseded:
            status = DocumentStatus.SUPERSEDED
        if document_id in self._first_locations:
            location = self._first_locations[document_id]
            source, encoding = location.source, self._staging.encodings.get(location, encoding)
        return status, source, encoding

    def _deliveries_by_partition(self, delivered: Mapping[Location, Delivery]) -> dict[Partition, pa.Table]:
        """The rows of `deliveries`, each in the partition of its document, in order.

        The delivery of a document that is missing is put under `unknown`, where the checks find it.
        """
        rows: dict[Partition, list[Row]] = {}
        unknown = Partition(UNKNOWN, UNKNOWN)
        for location, delivery in sorted(delivered.items()):
            document = self._staging.documents.get(delivery.document_id) or self.known.get(delivery.document_id)
            partition = unknown if document is None else document.partition
            rows.setdefault(partition, []).append((*location, *delivery))
        return {partition: arrow_table(own, DELIVERIES.schema) for partition, own in rows.items()}


def null_counts(table: Table, rows: pa.Table) -> dict[str, int]:
    """How many rows have no value, for each column in which some have none."""
    counts = ((column.name, rows[column.name].null_count) for column in table.columns)
    return {name: count for name, count in counts if count}


def _texts(tables: Iterable[pa.Table], document_ids: Set[str]) -> dict[str, str]:
    """The raw texts of some documents by document_id."""
    wanted = pa.array(sorted(document_ids), pa.string())
    texts: dict[str, str] = {}
    for rows in tables:
        own = rows.filter(pc.is_in(rows["document_id"], value_set=wanted))
        texts |= dict(zip(own["document_id"].to_pylist(), own["raw_text"].to_pylist(), strict=True))
    return texts


def known_documents(release: StoredRelease) -> dict[str, Known]:
    """The documents of a release by document_id."""
    known: dict[str, Known] = {}
    columns = ("document_id", "question_id", "status", "source", "encoding", "first_release", "reason")
    for partition in release.partitions(DOCUMENTS):
        rows = release.read(DOCUMENTS, columns, partition)
        for document_id, *values in zip(*(column.to_pylist() for column in rows.columns), strict=True):
            known[document_id] = Known(partition, *values)
    return known


def read_deliveries(release: StoredRelease) -> dict[Location, Delivery]:
    """The deliveries of a release by their location."""
    columns = (column.to_pylist() for column in release.read(DELIVERIES).columns)
    return {Location(source, position): Delivery(*rest) for source, position, *rest in zip(*columns, strict=True)}


def read_former(release: StoredRelease) -> deliveries.Former:
    """What lay at a location before a release: see `load.deliveries.Former`."""
    columns = (column.to_pylist() for column in release.read(FORMER_DELIVERIES).columns)
    return {
        (Location(source, position), document_id): delivered_in
        for source, position, document_id, delivered_in in zip(*columns, strict=True)
    }


def former_rows(former: deliveries.Former) -> pa.Table:
    """The rows of `former_deliveries`, at least one, in order."""
    rows = [(*location, document_id, first) for (location, document_id), first in sorted(former.items())]
    return arrow_table(rows, FORMER_DELIVERIES.schema)


def _without(rows: pa.Table, column: str, values: Set[str]) -> pa.Table:
    """The rows whose column has none of the values."""
    if not values:
        return rows
    return rows.filter(pc.invert(pc.is_in(rows[column], value_set=pa.array(sorted(values), pa.string()))))
