"""The data dictionary cannot drift from the declaration."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import frictionless
import pyarrow as pa
import pytest

from load.dictionary import table_schema, tables_page
from load.examples import EXAMPLES
from load.tables import PARTITION_COLUMNS, TABLES, Table

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
    described = resource(full, table.name)
    assert described["files"]
    assert all((full / "latest" / path).is_file() for path in described["files"])
    assert all(path.startswith(f"{described['path']}/") for path in described["files"])


@EVERY_TABLE
def test_a_resource_describes_each_column(full: Path, table: Table) -> None:
    schema = resource(full, table.name)["schema"]
    assert schema == table_schema(table)
    assert [field["name"] for field in schema["fields"]] == [*table.names, "parliament", "session"]
    assert {field["type"] for field in schema["fields"]} <= {"string", "integer", "number", "boolean", "date", "any"}
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


@pytest.mark.slow
@pytest.mark.parametrize("dataset", ["full", "empty"])
def test_frictionless_finds_no_fault(dataset: str, request: pytest.FixtureRequest) -> None:
    """Every value against its type and constraints, every key and reference, the number of rows."""
    latest = request.getfixturevalue(dataset) / "latest"
    report = frictionless.Package(str(latest / "datapackage.json")).validate()
    assert [error.message for task in report.tasks for error in task.errors] == []
    assert report.valid
    assert {task.name for task in report.tasks} == set(TABLES)


def test_frictionless_finds_a_row_too_few(full_dataset: Path) -> None:
    path = full_dataset / "latest" / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    package["resources"] = [
        one | {"rows": one["rows"] + 1} for one in package["resources"] if one["name"] == "documents"
    ]
    del package["resources"][0]["schema"]["foreignKeys"]
    path.write_text(json.dumps(package), encoding="utf-8")
    report = frictionless.Package(str(path)).validate()
    assert [error.type for task in report.tasks for error in task.errors] == ["row-count"]


def test_the_package_says_where_its_questions_come_from_and_what_is_allowed(full: Path) -> None:
    package = json.loads((full / "latest" / "datapackage.json").read_text(encoding="utf-8"))
    assert {"title", "path"} <= package["sources"][-1].keys()
    assert {"name", "title", "path"} == package["licenses"][0].keys()


@EVERY_TABLE
def test_an_example_is_of_the_type_of_its_column(table: Table) -> None:
    for field, column in zip(table_schema(table)["fields"], table.columns, strict=False):
        example = [field["example"]] if not pa.types.is_date(column.type) else [date.fromisoformat(field["example"])]
        assert pa.array(example, column.type).to_pylist() == example


def test_no_example_is_left_over() -> None:
    names = {column.name for table in TABLES.values() for column in table.columns} | set(PARTITION_COLUMNS)
    assert names <= set(EXAMPLES) | {"status", "kind", "section", "alignment", "reply"}
    assert set(EXAMPLES) <= names
