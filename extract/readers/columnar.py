"""Parquet and Arrow files: a row for each text, read in small batches."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extract.columns import delivered_fields, text_column
from extract.content import Asked, Budget, Content, Found, NotRead, Refused, Text
from extract.decoding import decode
from extract.kinds import PARQUET, kind_of
from extract.limits import OverLimit

_BATCH = 32
"""How many rows are unpacked at a time: a small file can hold one long text many times over."""


def read(content: Content, asked: Asked, budget: Budget) -> Generator[Found]:
    """The texts of a file. Raises NotRead where it is damaged or has no column of texts."""
    number = 0
    with content.seekable(asked.limits) as stream:
        try:
            for batch in _batches(stream, kind_of(content) is PARQUET, asked):
                for row in _rows(batch, asked):
                    number += 1
                    if number > asked.limits.rows:
                        raise OverLimit(f"has more rows than the limit of {asked.limits.rows:,}")
                    yield _text(*row, number, asked)
        except (pa.ArrowException, OSError) as error:
            after = f" after row {number:,}" if number else ""
            raise NotRead(f"is a damaged Parquet or Arrow file{after}: {str(error).splitlines()[0]}") from error


def _batches(stream: Any, is_parquet: bool, asked: Asked) -> Iterator[pa.RecordBatch]:
    if is_parquet:
        file = pq.ParquetFile(stream)
        _check(file.schema_arrow, asked)
        yield from file.iter_batches(batch_size=_BATCH)
        return
    try:
        reader = pa.ipc.open_file(stream)
        batches = (reader.get_batch(index) for index in range(reader.num_record_batches))
    except pa.ArrowInvalid:
        stream.seek(0)
        reader = batches = pa.ipc.open_stream(stream)
    _check(reader.schema, asked)
    for batch in batches:
        # An Arrow file is memory as it is: with offsets that lie, the first look at a value would end the process.
        batch.validate(full=True)
        for start in range(0, batch.num_rows, _BATCH):
            yield batch.slice(start, _BATCH)


def _check(schema: pa.Schema, asked: Asked) -> None:
    if len(schema.names) > asked.limits.columns:
        raise OverLimit(f"has {len(schema.names):,} columns, more than the limit of {asked.limits.columns:,}")
    column = schema.field(text_column(schema.names, asked))
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)):
        raise NotRead(f"has no text in its column {column.name}, but {column.type}")


def _rows(batch: pa.RecordBatch, asked: Asked) -> Iterator[tuple[str, bytes | None, dict[str, Any]]]:
    """The name of the column of texts, its bytes and the other columns, row by row."""
    at = text_column(batch.schema.names, asked)
    column = batch.column(at)
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    # As bytes: a file can claim that something is UTF-8 which is not.
    texts = column.cast(pa.large_string()).view(pa.large_binary()).to_pylist()
    names = batch.schema.names
    others = [batch.column(index) for index in range(len(names)) if index != at]
    keys = [name for index, name in enumerate(names) if index != at]
    for index, text in enumerate(texts):
        yield names[at], text, {key: one[index].as_py() for key, one in zip(keys, others, strict=True)}


def _text(column: str, text: bytes | None, others: dict[str, Any], number: int, asked: Asked) -> Text | Refused:
    fields = delivered_fields(others, asked)
    if text is None:
        return Refused(f"row {number:,} has no text in its column {column}", None, fields)
    found = decode(text)
    return (
        Text((found.text,), found.encoding, fields) if found.problem is None else Refused(found.problem, None, fields)
    )
