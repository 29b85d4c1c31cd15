"""The rows of a new release: those of its parent and those that arrived, with each question in one document.

Rows are merged by partition, one table and partition in memory at a time. A table's partition whose rows are those of
the parent is not read at all: its file is taken over as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from functools import cached_property
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from load import deliveries
from load.arrivals import OF_DOCUMENT, Arrivals, arrow_table
from load.deliveries import Delivery, Place
from load.partitions import Partition
from load.stored import StoredRelease
from load.supersession import NOWHERE, WORTH, Copy, superseded
from load.tables import DELIVERIES, DOCUMENTS, OF_A_QUESTION, QUESTIONS, TABLES, Table
from records import UNKNOWN, DocumentStatus


class Known(NamedTuple):
    """A document of the parent release."""

    partition: Partition
    question_id: str | None
    status: str
    source: str
    encoding: str
    first_release: str


class Merge:
    """A parent release (or none) and what arrived, merged.

    A document that was parsed in this run brings all its rows; the rows that the parent has of it are dropped.
    `carry_over=False` drops the parent's rows of every document: only `deliveries`, `source`, `encoding` and
    `first_release` are remembered.
    """

    def __init__(self, parent: StoredRelease | None, arrivals: Arrivals, carry_over: bool = True) -> None:
        self._parent = parent
        self._arrivals = arrivals
        self.brought: dict[str, tuple[int, Counter[str]]] = {}
        """By table the rows that arrived and speak, and the nulls in them by column; whole once `tables` is."""
        self.known: dict[str, Known] = {} if parent is None else known_documents(parent)
        """The parent's documents by document_id."""
        before = {} if parent is None else read_deliveries(parent)
        self._delivered_before = before
        self.deliveries = deliveries.merged(before, arrivals.deliveries)
        self.has_news = (
            parent is None
            or not carry_over
            or not arrivals.documents.keys() <= self.known.keys()
            or deliveries.brings_news(before, arrivals.deliveries)
        )
        """Whether there is anything to publish: a document that the parent does not have, or lies elsewhere; or all of
        them, parsed again."""
        self._first = deliveries.first_places(self.deliveries)
        self._latest = deliveries.latest_orders(self.deliveries)
        self._carried = {
            document_id: known
            for document_id, known in self.known.items()
            if carry_over and document_id not in arrivals.documents
        }
        outdone = superseded(self._copies())
        self.superseded_now = frozenset(
            document_id
            for document_id in outdone
            if document_id not in self.known or self.known[document_id].status != DocumentStatus.SUPERSEDED
        )
        """The documents that this release supersedes, and its parent did not."""
        self._outdone = outdone
        self._superseded = outdone | {
            i for i, known in self._carried.items() if known.status == DocumentStatus.SUPERSEDED
        }
        self._dropped_documents = self.known.keys() - self._carried.keys()
        self._dropped_questions = {
            known.question_id
            for document_id, known in self.known.items()
            if known.question_id is not None
            and known.status == DocumentStatus.PARSED
            and (document_id not in self._carried or document_id in outdone)
        }

    def tables(self) -> Iterator[tuple[Table, Partition, pa.Table | None]]:
        """Every table by partition, sorted by its key, in a fixed order; None for rows that are those of the parent.

        A partition without rows is left out. A table without any rows comes once, empty, in the first partition of
        `documents`, so that its folder exists and can be read.
        """
        touched = self._touched()
        for table in TABLES.values():
            kept = self._kept(table, touched[table.name])
            empty = True
            for partition in self.partitions:
                if partition in kept:
                    empty = False
                    yield table, partition, None
                elif partition in touched[table.name]:
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
        return sorted(carried | self._arrivals.partitions | set(self._rows_of_deliveries)) or [
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

    def _touched(self) -> Mapping[str, Set[Partition]]:
        """For each table the partitions whose rows may be others than those of the parent."""
        if self._parent is None or not self._carried:
            return dict.fromkeys(TABLES, frozenset(self.partitions))
        gone = self._dropped_documents | (self._outdone & self.known.keys())
        touched = self._arrivals.partitions | {self.known[document_id].partition for document_id in gone}
        settled = {
            known.partition
            for document_id, known in self._carried.items()
            if self._settle(document_id, known) != (known.status, known.source, known.encoding)
        }
        before, now = self._deliveries_by_partition(self._delivered_before), self._rows_of_deliveries
        empty = DELIVERIES.schema.empty_table()
        delivered = {
            partition
            for partition in before.keys() | now.keys()
            if not before.get(partition, empty).equals(now.get(partition, empty))
        }
        return dict.fromkeys(TABLES, touched) | {DOCUMENTS.name: touched | settled, DELIVERIES.name: delivered}

    def _kept(self, table: Table, touched: Set[Partition]) -> Set[Partition]:
        """The partitions in which the parent has rows of a table that the new release has too, row for row."""
        if self._parent is None or not self._carried:
            return frozenset()
        return {partition for partition in self._parent.partitions_with_rows(table) if partition not in touched}

    def _copies(self) -> Iterator[Copy]:
        """All documents that hold a question and are not superseded by the parent's word."""
        for document_id, arrived in self._arrivals.documents.items():
            if arrived.question_id is not None and arrived.question_status is not None:
                yield self._copy(arrived.question_id, arrived.question_status, document_id)
        if self._parent is not None and self._carried:
            rows = self._parent.read(QUESTIONS, ("question_id", "status", "document_id"))
            for question_id, status, document_id in zip(*(column.to_pylist() for column in rows.columns), strict=True):
                if document_id in self._carried:
                    yield self._copy(question_id, status, document_id)

    def _copy(self, question_id: str, status: str, document_id: str) -> Copy:
        known = self.known.get(document_id)
        stood = known is None or known.status != DocumentStatus.SUPERSEDED
        delivered = self._latest.get(document_id, NOWHERE)
        is_delivered_now = delivered[0] == self._arrivals.release_id
        return Copy(question_id, WORTH.get(status, -1), is_delivered_now, stood, delivered, document_id)

    def _rows(self, table: Table, partition: Partition) -> pa.Table:
        arrived = self._arrivals.rows(table, partition)
        if table in OF_A_QUESTION:
            arrived = _without(arrived, OF_DOCUMENT, self._superseded).drop_columns([OF_DOCUMENT])
            before, nulls = self.brought.get(table.name, (0, Counter()))
            self.brought[table.name] = before + arrived.num_rows, nulls + Counter(null_counts(table, arrived))
        carried = table.schema.empty_table()
        if self._parent is not None and self._carried:
            carried = self._parent.read(table, partition=partition)
            if table in OF_A_QUESTION:
                carried = _without(carried, "question_id", self._dropped_questions)
            else:
                carried = _without(carried, "document_id", self._dropped_documents)
        rows = pa.concat_tables([carried, arrived])
        return self._settled(rows) if table is DOCUMENTS else rows

    def _settled(self, documents: pa.Table) -> pa.Table:
        """The rows of `documents` with what only the whole release tells: status, source, encoding, first release."""
        settled: dict[str, list[str]] = {"status": [], "source": [], "encoding": [], "first_release": []}
        for row in documents.select(["document_id", *settled]).to_pylist():
            known = self.known.get(row["document_id"])
            if known is not None:
                row |= {"source": known.source, "encoding": known.encoding, "first_release": known.first_release}
            standing = Known(Partition(UNKNOWN, UNKNOWN), None, *(row[column] for column in settled))
            row["status"], row["source"], row["encoding"] = self._settle(row["document_id"], standing)
            for column, values in settled.items():
                values.append(row[column])
        for column, values in settled.items():
            at = documents.schema.get_field_index(column)
            field = documents.schema.field(at)
            documents = documents.set_column(at, field, pa.array(values, field.type))
        return documents

    def _settle(self, document_id: str, standing: Known) -> tuple[str, str, str]:
        """Status, source and encoding of a document in the new release, `standing` being what its row says."""
        status, source, encoding = standing.status, standing.source, standing.encoding
        if document_id in self._superseded:
            status = DocumentStatus.SUPERSEDED
        if document_id in self._first:
            place = self._first[document_id][1]
            source, encoding = place.source, self._arrivals.encodings.get(place, encoding)
        return status, source, encoding

    def _deliveries_by_partition(self, delivered: Mapping[Place, Delivery]) -> dict[Partition, pa.Table]:
        """The rows of `deliveries`, each where its document lies, in order.

        A delivery of a document that nobody has is kept under `unknown`, for the checks to refuse.
        """
        rows: dict[Partition, list[tuple[str, int, str, str, str]]] = {}
        nowhere = Partition(UNKNOWN, UNKNOWN)
        for place, delivery in sorted(delivered.items()):
            document = self._arrivals.documents.get(delivery.document_id) or self.known.get(delivery.document_id)
            partition = nowhere if document is None else document.partition
            rows.setdefault(partition, []).append((*place, *delivery))
        return {partition: arrow_table(own, DELIVERIES.schema) for partition, own in rows.items()}


def null_counts(table: Table, rows: pa.Table) -> dict[str, int]:
    """How many rows have no value, for each column in which some have none."""
    counts = ((column.name, rows[column.name].null_count) for column in table.columns)
    return {name: count for name, count in counts if count}


def known_documents(release: StoredRelease) -> dict[str, Known]:
    """The documents of a release by document_id."""
    known: dict[str, Known] = {}
    columns = ("document_id", "question_id", "status", "source", "encoding", "first_release")
    for partition in release.partitions(DOCUMENTS):
        rows = release.read(DOCUMENTS, columns, partition)
        for document_id, *values in zip(*(column.to_pylist() for column in rows.columns), strict=True):
            known[document_id] = Known(partition, *values)
    return known


def read_deliveries(release: StoredRelease) -> dict[Place, Delivery]:
    """The deliveries of a release by their place."""
    columns = (column.to_pylist() for column in release.read(DELIVERIES).columns)
    return {
        Place(source, position): Delivery(document_id, fingerprint, delivered_in)
        for source, position, document_id, fingerprint, delivered_in in zip(*columns, strict=True)
    }


def _without(rows: pa.Table, column: str, values: Set[str]) -> pa.Table:
    """The rows whose column holds none of the values."""
    if not values:
        return rows
    return rows.filter(pc.invert(pc.is_in(rows[column], value_set=pa.array(sorted(values), pa.string()))))
