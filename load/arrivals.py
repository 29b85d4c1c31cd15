"""What arrives in one run, laid into Arrow as it streams by.

Texts are held as compressed Arrow streams per table and partition, so that a backfill of a hundred thousand
documents fits in memory; uncompressed is only what came in last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pyarrow as pa

from load.deliveries import STORED, Delivery, Order, Place, order
from load.partitions import Partition
from load.rows import Row, document_rows, fitted, partition_of
from load.tables import OF_A_QUESTION, TABLES, Table
from records import ParsedDocument, RawDocument

OF_DOCUMENT = "of_document"
"""A column that arrivals carry in the question tables, and no file has: the document that a row was read from. Two
arrivals can bear the same question_id, and the rows of the one that loses must go."""

FLUSH_CHARACTERS = 32_000_000
"""How much raw text is held as rows before they are compressed."""

_PACKING = pa.ipc.IpcWriteOptions(compression="zstd")


class Arrived(NamedTuple):
    """A document that was parsed in this run."""

    partition: Partition
    question_id: str | None
    question_status: str | None


class Arrivals:
    """The documents and deliveries of one run."""

    def __init__(self, parser_version: str, release_id: str) -> None:
        self.parser_version = parser_version
        self.release_id = release_id
        self.documents: dict[str, Arrived] = {}
        """What was parsed in this run, by document_id."""
        self.deliveries: dict[Place, Delivery] = {}
        self.encodings: dict[Place, str] = {}
        """How the bytes at each place were read."""
        self._rows: defaultdict[tuple[str, Partition], list[Row]] = defaultdict(list)
        self._packed: defaultdict[tuple[str, Partition], list[pa.Buffer]] = defaultdict(list)
        self._held = 0

    def add(self, raw: RawDocument, parsed: ParsedDocument | None) -> None:
        """Take in one document; `parsed` is None where the dataset has it and only the delivery is new."""
        document_id = raw.document_id
        if raw.fingerprint != STORED:
            self._deliver(Place(raw.source, raw.source_position), document_id, raw)
        if parsed is None or document_id in self.documents:
            return
        if parsed.document_id != document_id:
            raise ValueError(f"The parsed document {parsed.document_id} is not the raw document {document_id}.")
        parsed = fitted(parsed)
        question = parsed.question
        partition = partition_of(parsed)
        asked = (None, None) if question is None else (question.question_id, question.status)
        self.documents[document_id] = Arrived(partition, *asked)
        for name, rows in document_rows(raw, parsed, self.parser_version, self.release_id).items():
            if rows:
                tagged = [(*row, document_id) for row in rows] if TABLES[name] in OF_A_QUESTION else rows
                self._rows[name, partition].extend(tagged)
        self._held += len(raw.raw_text)
        if self._held > FLUSH_CHARACTERS:
            self._pack()

    def add_all(self, arrivals: Iterable[tuple[RawDocument, ParsedDocument | None]]) -> None:
        """Take in a stream of documents."""
        for raw, parsed in arrivals:
            self.add(raw, parsed)

    @property
    def partitions(self) -> set[Partition]:
        """The partitions that something new lies in."""
        return {arrived.partition for arrived in self.documents.values()}

    def rows(self, table: Table, partition: Partition) -> pa.Table:
        """The arrived rows of a table in a partition; question tables have the column `OF_DOCUMENT` at the end."""
        self._pack()
        schema = arrival_schema(table)
        packed = self._packed.get((table.name, partition), ())
        return pa.concat_tables([schema.empty_table(), *(pa.ipc.open_stream(buffer).read_all() for buffer in packed)])

    def _deliver(self, place: Place, document_id: str, raw: RawDocument) -> None:
        """One document lies at one place; should two be said to, the later one does, whichever came first."""
        delivery = Delivery(document_id, raw.fingerprint, self.release_id)
        standing = self.deliveries.get(place)
        if standing is None or _later(place, delivery) > _later(place, standing):
            self.deliveries[place] = delivery
            self.encodings[place] = raw.encoding

    def _pack(self) -> None:
        for (name, partition), rows in self._rows.items():
            schema = arrival_schema(TABLES[name])
            sink = pa.BufferOutputStream()
            with pa.ipc.new_stream(sink, schema, options=_PACKING) as writer:
                writer.write_table(arrow_table(rows, schema))
            self._packed[name, partition].append(sink.getvalue())
        self._rows.clear()
        self._held = 0


def arrow_table(rows: Sequence[Row], schema: pa.Schema) -> pa.Table:
    """Rows (values in the order of the schema, at least one row) as an Arrow table of exactly that schema."""
    columns = zip(*rows, strict=True)
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema)


def arrival_schema(table: Table) -> pa.Schema:
    """The schema that a table's rows arrive in."""
    schema = table.schema
    return schema.append(pa.field(OF_DOCUMENT, pa.string(), nullable=False)) if table in OF_A_QUESTION else schema


def _later(place: Place, delivery: Delivery) -> tuple[Order, str]:
    return order(place, delivery), delivery.document_id
