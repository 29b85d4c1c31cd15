"""The data dictionary cannot drift from the declaration."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from load.dictionary import table_schema, tables_page
from load.tables import TABLES, Table

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"
EVERY_TABLE = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


def resource(dataset: Path, table: str) -> dict[str, Any]:
    package = json.loads((dataset / "latest" / "datapackage.json").read_text(encoding="utf-8"))
    return next(resource for resource in package["resources"] if resource["name"] == table)


def test_the_page_for_analysts_is_what_the_declaration_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == tables_page(), "write tables_page() into docs/data-dictionary.md"


@EVERY_TABLE
def test_the_page_has_a_line_for_every_column(table: Table) -> None:
    section = tables_page().partition(f"\n## {table.name}\n")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(table.names)


@EVERY_TABLE
def test_a_resource_names_files_that_are_there(full: Path, table: Table) -> None:
    paths = resource(full, table.name)["path"]
    assert paths
    assert all((full / "latest" / path).is_file() for path in paths)


@EVERY_TABLE
def test_a_resource_describes_each_column(full: Path, table: Table) -> None:
    schema = resource(full, table.name)["schema"]
    assert schema == table_schema(table)
    assert [field["name"] for field in schema["fields"]] == list(table.names)
    assert {field["type"] for field in schema["fields"]} <= {"string", "integer", "boolean", "date", "array"}
    assert schema["primaryKey"] == list(table.key)


@EVERY_TABLE
def test_a_foreign_key_points_to_fields_of_a_resource(full: Path, table: Table) -> None:
    for key in table_schema(table).get("foreignKeys", ()):
        target = resource(full, key["reference"]["resource"])
        assert set(key["reference"]["fields"]) <= {field["name"] for field in target["schema"]["fields"]}
        assert len(key["fields"]) == len(key["reference"]["fields"])


def test_a_closed_vocabulary_and_a_required_value_are_constraints() -> None:
    fields = {field["name"]: field for field in table_schema(TABLES["pairs"])["fields"]}
    assert fields["alignment"]["constraints"] == {
        "required": True,
        "enum": ["label", "children", "combined", "parent", "whole", "none"],
    }
    assert "constraints" not in fields["answer"]


def test_a_key_of_one_column_is_unique() -> None:
    fields = {field["name"]: field for field in table_schema(TABLES["documents"])["fields"]}
    assert fields["document_id"]["constraints"] == {"required": True, "unique": True}
