"""The declaration agrees with itself, and with what analysts were promised."""

from __future__ import annotations

import pyarrow as pa
import pytest

from load.tables import TABLES, Table

EVERY_TABLE = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)

KEYS = {
    "questions": ("question_id",),
    "addressees": ("question_id", "position"),
    "sub_questions": ("question_id", "position"),
    "answers": ("question_id",),
    "answer_parts": ("question_id", "position"),
    "pairs": ("question_id", "sub_question_position"),
    "references": ("question_id", "position"),
    "documents": ("document_id",),
    "segments": ("document_id", "position"),
    "deliveries": ("source", "source_position"),
}


def test_the_tables_and_their_keys_are_the_published_ones() -> None:
    assert {name: table.key for name, table in TABLES.items()} == KEYS


@EVERY_TABLE
def test_a_key_is_made_of_columns_that_have_a_value(table: Table) -> None:
    for name in table.key:
        assert not table.schema.field(name).nullable


@EVERY_TABLE
def test_a_foreign_key_points_to_the_key_of_a_table(table: Table) -> None:
    for key in table.foreign_keys:
        assert set(key.columns) <= set(table.names)
        assert key.target_columns == TABLES[key.table].key


@EVERY_TABLE
def test_every_column_has_a_sentence_of_meaning(table: Table) -> None:
    for column in table.columns:
        assert column.meaning.endswith("."), column.name
        assert len(column.meaning) > 15, column.name
        assert "|" not in column.meaning, "it stands in a table of Markdown"


@EVERY_TABLE
def test_a_column_name_stands_once(table: Table) -> None:
    assert len(set(table.names)) == len(table.names)


def test_one_name_has_one_type_in_all_tables() -> None:
    types: dict[str, set[pa.DataType]] = {}
    for table in TABLES.values():
        for column in table.columns:
            types.setdefault(column.name, set()).add(column.type)
    # The number of a question is counted, that of what is cited is as written; an int16 does not hold all segments.
    assert {name for name, seen in types.items() if len(seen) > 1} == {"number", "position"}


@pytest.mark.parametrize(
    ("table", "column", "written"),
    [
        ("questions", "number", "int32"),
        ("questions", "asked_on", "date32[day]"),
        ("questions", "sub_question_count", "int16"),
        ("questions", "co_askers", "list<element: string not null>"),
        ("sub_questions", "depth", "int8"),
        ("answer_parts", "sub_question_positions", "list<element: int16 not null>"),
        ("references", "number", "string"),
        ("documents", "char_count", "int32"),
        ("segments", "position", "int32"),
        ("deliveries", "source_position", "int32"),
    ],
)
def test_a_column_has_the_published_type(table: str, column: str, written: str) -> None:
    assert str(TABLES[table].schema.field(column).type) == written
