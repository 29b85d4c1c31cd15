"""The data dictionary, for machines (`datapackage.json`, Frictionless Data) and for people (`docs/data-dictionary.md`).

Both are generated from `load.tables`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from load.examples import EXAMPLES
from load.parliaments import PARLIAMENTS
from load.partitions import Partition
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
        "fields": [
            *(_field(column, (column.name,) == table.key) for column in table.columns),
            *(_field(Column(name, pa.string(), meaning), False) for name, meaning in PARTITION_COLUMNS.items()),
        ],
        "primaryKey": list(table.key),
        "missingValues": [],  # an empty text is a text
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


def datapackage(
    release_id: str, created: str, files: Mapping[str, Sequence[str]], rows: Mapping[str, Mapping[str, int]]
) -> bytes:
    """The content of `datapackage.json` of a release.

    `files`: the paths of each table's files in it; `rows`: of each table the number of rows by partition folder.
    """
    parliaments = {Partition.of_folder(folder).parliament for folders in rows.values() for folder in folders}
    known = [PARLIAMENTS[name] for name in sorted(parliaments & PARLIAMENTS.keys())]
    package: dict[str, Any] = {
        "$schema": DATA_PACKAGE_PROFILE,
        "name": "vraagbaak",
        "title": "Written questions (schriftelijke vragen) and their answers",
        "version": release_id,
        "created": created,
        "schemaVersion": SCHEMA_VERSION,
        "keywords": ["parliament", "written questions", "schriftelijke vragen"],
        "resources": [
            {
                "name": table.name,
                "description": f"One row per {table.row}.",
                # The folder, which readers of Parquet read with its partition columns; a list of files would lose them.
                "path": table.name,
                "files": list(files[table.name]),
                "rows": sum(rows[table.name].values()),
                "format": "parquet",
                "mediatype": "application/vnd.apache.parquet",
                # Their values are in the folder names; every reader of Hive partitions adds them.
                "partitionColumns": list(PARTITION_COLUMNS),
                "schema": table_schema(table),
            }
            for table in TABLES.values()
        ],
    }  # fmt: skip
    for entry, name in (("sources", "source"), ("licenses", "license")):
        if told := [one[name] for one in known if name in one]:  # no list of a package may be empty
            package[entry] = told
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
        "type": _frictionless_type(column),
        "description": column.meaning,
        "arrowType": _arrow_type(column.type),
        "example": _example(column),
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


def _frictionless_type(column: Column) -> str:
    """The type by which frictionless, which reads Parquet by way of pandas, accepts every value; `arrowType` is the
    exact one."""
    data_type = column.type
    if pa.types.is_list(data_type):
        return "any"  # pandas has lists as NumPy arrays, which are no `array`
    if pa.types.is_integer(data_type):
        return "number" if column.nullable else "integer"  # pandas has a null among integers as NaN
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
    name = _arrow_type(column.type)
    return f"{name}?" if column.nullable else name


def _arrow_type(of_type: pa.DataType) -> str:
    return f"list of {of_type.value_type}" if pa.types.is_list(of_type) else str(of_type).removesuffix("[day]")


def _example(column: Column) -> object:
    if column.values:
        return column.values[0]
    value = EXAMPLES[column.name]
    return int(value) if pa.types.is_integer(column.type) and isinstance(value, str) else value


def _meaning(column: Column) -> str:
    if not column.values:
        return column.meaning
    return f"{column.meaning} One of {', '.join(f'`{value}`' for value in column.values)}."
