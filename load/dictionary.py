"""The data dictionary, for machines (`datapackage.json`, Frictionless Data) and for people (`docs/data-dictionary.md`).

Both are generated from `load.tables`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from load.tables import PARTITION_COLUMNS, SCHEMA_VERSION, TABLES, Column, Table

DATA_PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TABLE_SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"

PAGE_HEAD = f"""\
# Data dictionary

Every table and column, as declared in `load/tables.py` (schema version {SCHEMA_VERSION}). This page is generated from
that declaration; `datapackage.json` in each release says the same in the form of
[Frictionless Table Schemas](https://datapackage.org/standard/table-schema/).

A column may be empty (null) only where its type is marked with `?`.
"""


def table_schema(table: Table) -> dict[str, Any]:
    """The Frictionless Table Schema of a table."""
    schema: dict[str, Any] = {
        "$schema": TABLE_SCHEMA_PROFILE,
        "fields": [_field(column, (column.name,) == table.key) for column in table.columns],
        "primaryKey": list(table.key),
    }
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {
                "fields": list(key.columns),
                "reference": {"resource": key.table, "fields": list(key.target_columns)},
            }
            for key in table.foreign_keys
        ]
    return schema


def datapackage(release_id: str, created: str, files: Mapping[str, Sequence[str]]) -> bytes:
    """The content of `datapackage.json` of a release: `files` are the paths of each table's files in it."""
    package = {
        "$schema": DATA_PACKAGE_PROFILE,
        "name": "vraagbaak",
        "title": "Written questions (schriftelijke vragen) and their answers",
        "version": release_id,
        "created": created,
        "schemaVersion": SCHEMA_VERSION,
        "resources": [
            {
                "name": table.name,
                "description": f"One row per {table.row}.",
                "path": list(files[table.name]),
                "format": "parquet",
                "mediatype": "application/vnd.apache.parquet",
                # Their values are in the folder names of `path`; every reader of Hive partitions adds them.
                "partitionColumns": [{"name": name, "type": "string", "description": meaning}
                                     for name, meaning in PARTITION_COLUMNS.items()],
                "schema": table_schema(table),
            }
            for table in TABLES.values()
        ],
    }  # fmt: skip
    return (json.dumps(package, indent=1, ensure_ascii=False) + "\n").encode()


def tables_page() -> str:
    """The page for analysts: all tables and columns, in Markdown."""
    partitions = "\n".join(f"- `{name}`: {meaning}" for name, meaning in PARTITION_COLUMNS.items())
    sections = [
        PAGE_HEAD,
        f"Every table is partitioned by two columns, which are in the names of the folders:\n\n{partitions}\n",
    ]
    sections.extend(_section(table) for table in TABLES.values())
    return "\n".join(sections)


def _field(column: Column, is_key: bool) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _frictionless_type(column.type),
        "description": column.meaning,
    }
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if is_key:
        constraints["unique"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if constraints:
        field["constraints"] = constraints
    return field


def _frictionless_type(data_type: pa.DataType) -> str:
    if pa.types.is_list(data_type):
        return "array"
    if pa.types.is_integer(data_type):
        return "integer"
    if pa.types.is_boolean(data_type):
        return "boolean"
    return "date" if pa.types.is_date(data_type) else "string"


def _section(table: Table) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    lines = [f"## {table.name}", "", f"One row per {table.row}. Key: {key}.", ""]
    for foreign_key in table.foreign_keys:
        own = ", ".join(f"`{name}`" for name in foreign_key.columns)
        target = ", ".join(f"`{name}`" for name in foreign_key.target_columns)
        lines.append(f"- {own} refers to {target} of [{foreign_key.table}](#{foreign_key.table}).")
    if table.foreign_keys:
        lines.append("")
    lines += ["| column | type | meaning |", "|---|---|---|"]
    lines += [f"| `{column.name}` | {_written_type(column)} | {_meaning(column)} |" for column in table.columns]
    return "\n".join(lines) + "\n"


def _written_type(column: Column) -> str:
    of_type = column.type
    name = f"list of {of_type.value_type}" if pa.types.is_list(of_type) else str(of_type).removesuffix("[day]")
    return f"{name}?" if column.nullable else name


def _meaning(column: Column) -> str:
    if not column.values:
        return column.meaning
    return f"{column.meaning} One of {', '.join(f'`{value}`' for value in column.values)}."
