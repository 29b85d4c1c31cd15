"""JSON: lines of objects, an array of objects, or one object; an object for each text.

Lines are read one by one, and one that is damaged costs itself. An array is read as a stream by the library ijson. One
object is a text itself, or holds a list of objects that are (as the answers of many web services do).
"""

from __future__ import annotations

import io
import json
from collections.abc import Generator, Iterator
from typing import Any, BinaryIO

from extract.columns import clean, delivered_fields, has_text_column, text_column
from extract.content import Asked, Budget, Content, Found, NotRead, Refused, Text
from extract.decoding import BINARY, decode, decoded, encoding_of, no_text
from extract.limits import OverLimit
from extract.readers.delimited import lines


def read(content: Content, asked: Asked, budget: Budget) -> Generator[Found]:
    """The texts of the objects. Raises NotRead where there is no JSON, or no object has a text."""
    with content.open() as stream:
        encoding = encoding_of(stream)
    if encoding == BINARY:
        raise NotRead(no_text(content.head()))
    with content.open() as stream:
        start = next((chunk.lstrip() for chunk in decoded(stream, encoding) if chunk.strip()), "")
    if start.startswith("["):
        rows = _of_array(content, encoding, asked)
    elif _is_object(start.split("\n", 1)[0]):
        rows = _of_lines(content, encoding, asked)
    else:
        rows = _of_object(content, asked)
    for number, row in enumerate(rows, 1):
        if number > asked.limits.rows:
            raise OverLimit(f"has more rows than the limit of {asked.limits.rows:,}")
        yield row if isinstance(row, Refused) else _text(row, number, encoding, asked)


def _text(row: Any, number: int, encoding: str, asked: Asked) -> Text | Refused:
    if not isinstance(row, dict):
        return Refused(f"row {number:,} is no JSON object")
    names = list(row)
    try:
        column = names[text_column(names, asked)]
    except NotRead as error:
        return Refused(f"row {number:,} {error}", None, delivered_fields(row, asked))
    fields = delivered_fields({name: value for name, value in row.items() if name != column}, asked)
    text = row[column]
    if not isinstance(text, str):
        return Refused(f"row {number:,} has no text in its column {column}", None, fields)
    return Text((clean(text),), encoding, fields)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _of_lines(content: Content, encoding: str, asked: Asked) -> Iterator[Any]:
    with content.open() as stream:
        for number, line in enumerate(lines(decoded(stream, encoding), asked.limits.held_bytes), 1):
            if not line.strip():
                continue
            try:
                yield json.loads(line, parse_constant=lambda name: None)
            except RecursionError:
                yield Refused(f"line {number:,} is nested too deep")
            except ValueError as error:
                yield Refused(f"line {number:,} is no JSON: {error}")


def _of_array(content: Content, encoding: str, asked: Asked) -> Iterator[Any]:
    import ijson  # it is needed for arrays only
    from ijson.common import ObjectBuilder

    depth, builder = 0, ObjectBuilder()
    with content.open() as stream:
        utf8: BinaryIO = stream if encoding == "utf-8" else _as_utf8(stream, encoding)
        for event, value in ijson.basic_parse(utf8, use_float=True):
            depth -= event in ("end_map", "end_array")
            if depth or event not in ("start_array", "end_array"):
                builder.event(event, value)
            if depth == 1 and event != "map_key" and event not in ("start_map", "start_array"):
                yield builder.value
                builder = ObjectBuilder()
            depth += event in ("start_map", "start_array")
            if depth > asked.limits.depth:
                raise OverLimit(f"is nested deeper than the limit of {asked.limits.depth}")


def _of_object(content: Content, asked: Asked) -> Iterator[Any]:
    try:
        value = json.loads(decode(content.held(asked.limits)).text, parse_constant=lambda name: None)
    except RecursionError as error:
        raise OverLimit(f"is nested deeper than the limit of {asked.limits.depth}") from error
    except ValueError as error:
        raise NotRead(f"is no JSON: {error}") from error
    lists = [one for one in value.values() if isinstance(one, list)] if isinstance(value, dict) else []
    if isinstance(value, dict) and not has_text_column(list(value), asked) and any(lists):
        for rows in lists:
            yield from (row for row in rows if isinstance(row, dict))
    else:
        yield value


def _as_utf8(stream: BinaryIO, encoding: str) -> BinaryIO:
    """A text as the bytes that the parser takes."""
    return io.BufferedReader(_Encoded(decoded(stream, encoding)))


class _Encoded(io.RawIOBase):
    def __init__(self, chunks: Iterator[str]) -> None:
        self._chunks, self._rest = chunks, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = chunk.encode("utf-8", "replace")
        part, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)
