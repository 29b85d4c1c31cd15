"""Tables written for other programs: CSV, Excel, JSON lines, SQLite.

Comes in: rows of DuckDB, read in batches, so that no table has to fit in memory. Lists become texts joined by `; `,
except in JSON. A text is never a formula: in CSV, whose cells a spreadsheet evaluates, a sign before it takes the power
away; in Excel it is stored as a text.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    import duckdb
    from xlsxwriter.workbook import Workbook

BATCH = 2_000
"""How many rows are in memory at a time."""

BETWEEN = "; "
"""What parts the elements of a list that becomes a text."""

FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet evaluate a cell of a CSV file (OWASP, CSV injection)."""
DISARMED = "'"
"""What stands before such a text; a spreadsheet hides it. Negative numbers are numbers, and stay as they are."""

EXCEL_CELL, EXCEL_ROWS = 32_767, 1_048_576
"""The most characters of a cell and rows of a sheet that Excel reads."""
CUT = " […]"
"""What a text ends in that is longer than a cell of Excel."""


class TooManyRows(ValueError):  # noqa: N818 - named for what happened, as the message says it
    """More rows than a sheet of Excel holds. The message is one sentence."""


def write_csv(rows: duckdb.DuckDBPyRelation, target: TextIO, *, raw: bool = False) -> None:
    """Write rows as CSV (RFC 4180, but lines end in LF) with a header; null is an empty cell. `raw`: texts that begin
    like formulas stay as they are."""
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(rows.columns)
    for batch in _batches(rows):
        writer.writerows([_csv_cell(value, raw) for value in row] for row in batch)


def write_jsonl(rows: duckdb.DuckDBPyRelation, target: TextIO) -> None:
    """Write rows as one JSON object a line: lists are lists, dates `2020-03-02`."""
    names = rows.columns
    for batch in _batches(rows):
        for row in batch:
            content = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str)
            # A line is a line for every program, also for those that end one at these.
            target.write(content.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085"))
            target.write("\n")


def write_xlsx(tables: Mapping[str, duckdb.DuckDBPyRelation], target: Path) -> int:
    """Write an Excel workbook with a sheet per table, its header fixed and filterable.

    Returns how many texts were cut, because a cell holds no more. Raises TooManyRows.
    """
    import xlsxwriter

    cut = 0
    with xlsxwriter.Workbook(target, {"constant_memory": True}) as workbook:
        for name, rows in tables.items():
            cut += _write_sheet(workbook, name, rows)
    return cut


def write_sqlite(
    tables: Mapping[str, duckdb.DuckDBPyRelation], keys: Mapping[str, Sequence[str]], target: Path
) -> None:
    """Write a SQLite database with a table for each; `keys`: the primary key of those that have one. Dates are texts
    `2020-03-02`, which SQLite's date functions read; booleans are 0 and 1."""
    with sqlite3.connect(target) as connection:
        for name, rows in tables.items():
            columns = [f"{_quoted(column)} {_sqlite_type(str(kind))}" for column, kind in _described(rows)]
            if name in keys:
                columns.append(f"primary key ({', '.join(map(_quoted, keys[name]))})")
            connection.execute(f"create table {_quoted(name)} ({', '.join(columns)})")
            insert = f"insert into {_quoted(name)} values ({', '.join('?' * len(rows.columns))})"  # noqa: S608 - quoted
            for batch in _batches(rows):
                connection.executemany(insert, ([_flat(value) for value in row] for row in batch))
    connection.close()


def _batches(rows: duckdb.DuckDBPyRelation) -> Iterator[list[tuple[Any, ...]]]:
    for batch in rows.to_arrow_reader(BATCH):
        yield list(zip(*(column.to_pylist() for column in batch.columns), strict=True))


def _described(rows: duckdb.DuckDBPyRelation) -> Iterator[tuple[str, object]]:
    return zip(rows.columns, rows.types, strict=True)


def _flat(value: Any) -> Any:
    """A value that every format has: a list as a text, a date in ISO 8601."""
    if isinstance(value, list | tuple):
        return BETWEEN.join(str(_flat(one)) for one in value)
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _csv_cell(value: Any, raw: bool) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    flat = _flat(value)
    if isinstance(flat, str) and not raw and flat.startswith(FORMULA_BEGINNINGS):
        return DISARMED + flat
    return flat


def _write_sheet(workbook: Workbook, name: str, rows: duckdb.DuckDBPyRelation) -> int:
    sheet = workbook.add_worksheet(name)
    bold, day = workbook.add_format({"bold": True}), workbook.add_format({"num_format": "yyyy-mm-dd"})
    for column, title in enumerate(rows.columns):
        sheet.write_string(0, column, title, bold)
    sheet.freeze_panes(1, 0)
    cut = at = 0
    for batch in _batches(rows):
        for row in batch:
            at += 1
            if at >= EXCEL_ROWS:
                raise TooManyRows(f"{name} has more rows than a sheet of Excel holds: export it as csv or sqlite.")
            for column, value in enumerate(row):
                if isinstance(value, date) and not isinstance(value, datetime):
                    sheet.write_datetime(at, column, value, day)
                elif isinstance(value, bool):
                    sheet.write_boolean(at, column, value)
                elif isinstance(value, int | float):
                    sheet.write_number(at, column, value)
                elif value is not None:
                    text = str(_flat(value))
                    if len(text.encode("utf-16-le")) // 2 > EXCEL_CELL:
                        text, cut = _shortened(text), cut + 1
                    sheet.write_string(at, column, text)
    sheet.autofilter(0, 0, at, len(rows.columns) - 1)
    return cut


def _shortened(text: str) -> str:
    """The beginning of a text that fits into a cell: Excel counts UTF-16 units."""
    units = text.encode("utf-16-le")[: 2 * (EXCEL_CELL - len(CUT))]
    return units.decode("utf-16-le", "ignore") + CUT


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _sqlite_type(kind: str) -> str:
    if kind.endswith("INT") or kind in ("INTEGER", "BOOLEAN"):
        return "integer"
    return "real" if kind in ("DOUBLE", "FLOAT") else "text"
