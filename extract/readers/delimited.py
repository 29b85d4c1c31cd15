"""Tables of delimited text (CSV, TSV): a row for each text. The delimiter is told from the first lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Generator, Iterable, Iterator
from itertools import islice

from extract.columns import delivered_fields, has_text_column, text_column
from extract.content import Asked, Budget, Content, Found, NotRead, Refused, Text
from extract.decoding import BINARY, decoded, encoding_of, no_text
from extract.kinds import suffix_of
from extract.limits import OverLimit, bytes_as_text

DELIMITERS = (",", ";", "\t", "|")

_SAMPLE_LINES, _SAMPLE_CHARACTERS = 200, 200_000
"""How much is looked at to tell the delimiter."""


def read(content: Content, asked: Asked, budget: Budget) -> Generator[Found]:
    """The texts of a table. Raises NotRead where it has no column of texts, csv.Error where a quote never ends."""
    limits = asked.limits
    with content.open() as stream:
        encoding = encoding_of(stream)
    if encoding == BINARY:
        raise NotRead(no_text(content.head()))
    csv.field_size_limit(limits.held_bytes)
    dialect = dialect_of(content, encoding, asked)
    with content.open() as stream:
        rows = csv.reader(lines(decoded(stream, encoding), limits.held_bytes), dialect)
        names = next(rows, [])
        if len(names) > limits.columns:
            raise OverLimit(f"has {len(names):,} columns, more than the limit of {limits.columns:,}")
        at = text_column(names, asked)
        for number, row in enumerate((row for row in rows if row), 1):
            if number > limits.rows:
                raise OverLimit(f"has more rows than the limit of {limits.rows:,}")
            others = {name: value for index, (name, value) in enumerate(zip(names, row)) if index != at}  # noqa: B905
            fields = delivered_fields(others, asked)
            if len(row) <= at:
                yield Refused(
                    f"row {number:,} of the table has only {len(row)} of its {len(names)} columns", None, fields
                )
            else:
                yield Text((row[at],), encoding, fields)


def lines(chunks: Iterable[str], longest: int) -> Iterator[str]:
    """The lines of a text with their ends. Raises OverLimit where one is longer than `longest` characters."""
    rest = ""
    for chunk in chunks:
        found = list(io.StringIO(rest + chunk, newline=""))
        rest = found.pop() if found else ""
        yield from found
        if len(rest) > longest:
            raise OverLimit(f"has a line that is longer than the limit of {bytes_as_text(longest)}")
    if rest:
        yield rest


def dialect_of(
    content: Content, encoding: str, asked: Asked, needed: Collection[str] | None = None
) -> type[csv.Dialect]:
    """How a table is delimited: the delimiter under which the header has the needed column (one of `needed`, or a
    column of texts), most rows are as long as the header, and there are most columns."""
    with content.open() as stream:
        sample = list(islice(lines(decoded(stream, encoding), asked.limits.held_bytes), _SAMPLE_LINES))
    text = "".join(sample)[:_SAMPLE_CHARACTERS]
    backslashes = '\\"' in text and '""' not in text

    class Delimited(csv.excel):
        doublequote = not backslashes
        escapechar = "\\" if backslashes else None

    def fitness(delimiter: str) -> tuple[bool, float, int]:
        Delimited.delimiter = delimiter
        try:
            header, *rows = csv.reader(io.StringIO(text, newline=""), Delimited)
        except (csv.Error, ValueError):
            return False, 0.0, 0
        whole = rows[:-1] or rows
        alike = sum(len(row) == len(header) for row in whole) / len(whole) if whole else 1.0
        if needed is None:
            has_column = has_text_column(header, asked)
        else:
            has_column = any(name.strip().lower() in needed for name in header)
        return has_column, alike, len(header)

    Delimited.delimiter = "\t" if suffix_of(content.name) == ".tsv" else max(DELIMITERS, key=fitness)
    return Delimited
