"""The staging of one run: its documents as Arrow rows, and its deliveries, before they are merged with the parent.

Rows are kept as compressed Arrow streams per table and partition, so that a backfill of a hundred thousand documents
fits in memory; only the most recent rows are uncompressed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pyarrow as pa

from load.deliveries import STORED, Delivery, DeliveryOrder, Location, delivery_order
from load.partitions import Partition
from load.rows import Row, document_rows, fitted, partition_of
from load.tables import OF_A_QUESTION, TABLES, Table
from records import ParsedDocument, RawDocument

Incoming = tuple[RawDocument, ParsedDocument | None]
"""A document that a run has read, and what it was parsed to; None where the dataset has the same text already."""

OF_DOCUMENT = "of_document"
"""A column of the staged question tables, and of no file: the document that a row was parsed from. Two staged documents
can hold the same question, and the rows of the superseded one must be dropped."""

FLUSH_CHARACTERS = 32_000_000
"""How much raw text may be staged as rows before they are compressed."""

GARBLED = ("\ufffd", "Ã«", "Ã©", "Ã¨", "Ã¯", "â€")
"""What stands where letters were lost, or where UTF-8 was read as cp1252: no Dutch text has it."""

_COMPRESSION = pa.ipc.IpcWriteOptions(compression="zstd")


class StagedDocument(NamedTuple):
    """A document that was parsed in this run."""

    partition: Partition
    question_id: str | None
    question_status: str | None
    reason: str | None = None
    """Why it was rejected; None where it was parsed."""


class Staging:
    """The documents and deliveries of one run."""

    def __init__(self, parser_version: str, release_id: str) -> None:
        self.parser_version = parser_version
        self.release_id = release_id
        self.documents: dict[str, StagedDocument] = {}
        """The documents that were parsed in this run, by document_id."""
        self.deliveries: dict[Location, Delivery] = {}
        self.encodings: dict[Location, str] = {}
        """How the bytes at each location were decoded."""
        self.blank: list[str] = []
        """The sources of documents without any letter, in the order in which they came."""
        self.garbled: list[str] = []
        """The sources of documents with letters that were lost or decoded wrongly, in the same order."""
        self._rows: defaultdict[tuple[str, Partition], list[Row]] = defaultdict(list)
        self._compressed: defaultdict[tuple[str, Partition], list[pa.Buffer]] = defaultdict(list)
        self._characters = 0

    def add(self, raw: RawDocument, parsed: ParsedDocument | None) -> None:
        """Stage one document; `parsed` is None where the dataset has it already and only the delivery is new."""
        document_id = raw.document_id
        if raw.fingerprint != STORED:
            self._deliver(Location(raw.source, raw.source_position), document_id, raw)
        if parsed is None or document_id in self.documents:
            return
        if parsed.document_id != document_id:
            raise ValueError(
                f"The parsed document {parsed.document_id} does not belong to the raw document {document_id}."
            )
        if not raw.raw_text.strip():
            self.blank.append(raw.source)
        elif any(sign in raw.raw_text for sign in GARBLED):
            self.garbled.append(raw.source)
        parsed = fitted(parsed)
        question = parsed.question
        partition = partition_of(parsed)
        question_id, status = (None, None) if question is None else (question.question_id, question.status)
        self.documents[document_id] = StagedDocument(partition, question_id, status, parsed.reason)
        for name, rows in document_rows(raw, parsed, self.parser_version, self.release_id).items():
            if rows:
                tagged = [(*row, document_id) for row in rows] if TABLES[name] in OF_A_QUESTION else rows
                self._rows[name, partition].extend(tagged)
        self._characters += len(raw.raw_text)
        if self._characters > FLUSH_CHARACTERS:
            self._compress()

    def add_all(self, incoming: Iterable[Incoming]) -> None:
        """Stage a stream of documents."""
        for raw, parsed in incoming:
            self.add(raw, parsed)

    @property
    def partitions(self) -> set[Partition]:
        """The partitions of the staged documents."""
        return {document.partition for document in self.documents.values()}

    def rows(self, table: Table, partition: Partition) -> pa.Table:
        """The staged rows of a table in a partition; question tables have the column `OF_DOCUMENT` at the end."""
        self._compress()
        schema = staged_schema(table)
        buffers = self._compressed.get((table.name, partition), ())
        return pa.concat_tables([schema.empty_table(), *(pa.ipc.open_stream(buffer).read_all() for buffer in buffers)])

    def _deliver(self, location: Location, document_id: str, raw: RawDocument) -> None:
        """Record a delivery. Of two documents that claim one location the later one has it, in whatever order."""
        delivery = Delivery(document_id, raw.fingerprint, self.release_id, raw.delivered_fields)
        recorded = self.deliveries.get(location)
        if recorded is None or _precedence(location, delivery) > _precedence(location, recorded):
            self.deliveries[location] = delivery
            self.encodings[location] = raw.encoding

    def _compress(self) -> None:
        for (name, partition), rows in self._rows.items():
            schema = staged_schema(TABLES[name])
            sink = pa.BufferOutputStream()
            with pa.ipc.new_stream(sink, schema, options=_COMPRESSION) as writer:
                writer.write_table(arrow_table(rows, schema))
            self._compressed[name, partition].append(sink.getvalue())
        self._rows.clear()
        self._characters = 0


def arrow_table(rows: Sequence[Row], schema: pa.Schema) -> pa.Table:
    """Rows (values in the order of the schema, at least one row) as an Arrow table of exactly that schema."""
    columns = zip(*rows, strict=True)
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema)


def staged_schema(table: Table) -> pa.Schema:
    """The schema of a table's staged rows."""
    schema = table.schema
    return schema.append(pa.field(OF_DOCUMENT, pa.string(), nullable=False)) if table in OF_A_QUESTION else schema


def _precedence(location: Location, delivery: Delivery) -> tuple[DeliveryOrder, str]:
    return delivery_order(location, delivery), delivery.document_id
