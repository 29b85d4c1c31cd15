"""The readers that analysts use open every table as it stands, without a library of ours (tables.md)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from load.tables import TABLES, Table
from tests.load.made import document, published, rejected

EVERY_TABLE = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


def with_pandas(dataset: Path, table: Table) -> pa.Table:
    latest = os.path.realpath(dataset / "latest")
    return pa.Table.from_pandas(pd.read_parquet(f"{latest}/{table.name}"), preserve_index=False)


def with_duckdb(dataset: Path, table: Table) -> pa.Table:
    latest = os.path.realpath(dataset / "latest")
    relation = duckdb.sql(f"from read_parquet('{latest}/{table.name}/**/*.parquet')")
    assert relation is not None
    return relation.to_arrow_table()


def with_polars(dataset: Path, table: Table) -> pa.Table:
    latest = os.path.realpath(dataset / "latest")
    return pl.scan_parquet(f"{latest}/{table.name}").collect().to_arrow()


READERS = (with_pandas, with_duckdb, with_polars)


def texts(rows: pa.Table, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The values as text, rows in order: what three readers can be compared by."""
    plain = [[_text(value) for value in rows[column].to_pylist()] for column in columns]
    return sorted(zip(*plain, strict=True))


def _text(value: Any) -> str:
    if value is None or value != value:
        return "null"
    # pandas has a column of whole numbers as floats where one is null; no table holds a float.
    return str(int(value)) if isinstance(value, float) else str(value)


@EVERY_TABLE
def test_three_readers_read_the_same_rows(full: Path, table: Table) -> None:
    columns = (*table.names, "parliament", "session")
    pandas, duck, polars = (texts(reader(full, table), columns) for reader in READERS)
    assert pandas == duck == polars
    assert len(pandas) > 0


@EVERY_TABLE
def test_the_one_liners_work_through_the_link_too(full: Path, table: Table) -> None:
    folder = f"{full}/latest/{table.name}"
    count = len(pd.read_parquet(folder))
    relation = duckdb.sql(f"from read_parquet('{folder}/**/*.parquet')")
    assert relation is not None
    assert len(relation.fetchall()) == count
    assert pl.scan_parquet(folder).collect().height == count


@pytest.mark.parametrize("reader", READERS)
def test_numbers_sum_alike_and_sessions_are_text(full: Path, reader: Any) -> None:
    questions = reader(full, TABLES["questions"])
    assert sum(questions["number"].to_pylist()) == 1 + 2 + 3
    assert set(questions["session"].to_pylist()) == {"2019-2020", "2020-2021"}


@pytest.mark.parametrize("reader", READERS)
def test_a_date_is_a_date(full: Path, reader: Any) -> None:
    assert pa.types.is_date(reader(full, TABLES["questions"]).schema.field("asked_on").type)


@pytest.mark.parametrize("reader", READERS)
@EVERY_TABLE
def test_a_table_without_rows_is_there_with_its_columns(empty: Path, table: Table, reader: Any) -> None:
    rows = reader(empty, table)
    assert rows.num_rows == 0
    assert {*table.names, "parliament", "session"} <= set(rows.column_names)


@pytest.mark.parametrize("reader", READERS)
def test_a_release_of_rejected_documents_has_readable_question_tables(dataset: Path, reader: Any) -> None:
    published(dataset, [rejected()])
    assert reader(dataset, TABLES["pairs"]).num_rows == 0
    assert reader(dataset, TABLES["segments"]).num_rows == 1


@pytest.mark.parametrize("reader", READERS)
def test_a_table_that_is_empty_in_one_session_only_has_no_rows_there(dataset: Path, reader: Any) -> None:
    published(dataset, [document(1), document(2, session="BZ-2019", answers=())])
    assert set(reader(dataset, TABLES["answers"])["session"].to_pylist()) == {"2019-2020"}
    assert set(reader(dataset, TABLES["pairs"])["session"].to_pylist()) == {"2019-2020", "BZ-2019"}


def test_nothing_but_parquet_lies_in_a_table_folder(full: Path) -> None:
    for table in TABLES:
        files = [path for path in (full / "latest" / table).rglob("*") if path.is_file()]
        assert files
        assert {path.suffix for path in files} == {".parquet"}


def test_the_partition_columns_are_in_no_file(full: Path) -> None:
    for table in TABLES.values():
        for file in (full / "latest" / table.name).rglob("*.parquet"):
            assert pa.parquet.read_schema(file).equals(table.schema)
