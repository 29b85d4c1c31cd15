"""`views.sql` of a release: a view for every table, and macros over them, for DuckDB."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from load.tables import PARTITION_COLUMNS, TABLES, Table

if TYPE_CHECKING:
    import duckdb

VIEWS_SQL = "views.sql"

RELEASE = "release"
"""The variable of DuckDB that holds the path of the release; without it the working directory is the release."""

HEAD = f"""\
-- Views over the tables of this release, and macros over them, for DuckDB.
--
-- In the folder of the release:   duckdb -init {VIEWS_SQL}
-- From anywhere:                  set variable {RELEASE} = 'DATASET/latest'; and then .read DATASET/latest/{VIEWS_SQL}
--
-- `references` is a word of SQL: write it in double quotes.

"""


class ViewsMissing(ValueError):  # noqa: N818 - named for what happened, as the message says it
    """The release was published before releases had views. The message is one sentence."""


def connect(release: Path) -> duckdb.DuckDBPyConnection:
    """DuckDB in memory, with the views and macros over a release (its folder, links resolved: one release throughout).

    Raises ViewsMissing.
    """
    import duckdb  # it takes a while to load, and a run needs none of it

    try:
        views = (release / VIEWS_SQL).read_text("utf-8")
    except FileNotFoundError:
        raise ViewsMissing(
            f"The release {release.name} has no {VIEWS_SQL}: the next `vraagbaak build` adds it."
        ) from None
    connection = duckdb.connect()
    connection.execute(f"set variable {RELEASE} = ?", [str(release)])
    connection.execute(views)
    return connection


def views_sql() -> bytes:
    """The content of `views.sql`: the views come from `load.tables`, the rest stands in `load/views.sql`."""
    views = "\n".join(_view(table) for table in TABLES.values())
    macros = files("load").joinpath(VIEWS_SQL).read_text("utf-8")
    return f"{HEAD}{views}\n{macros}".encode()


def _view(table: Table) -> str:
    types = ", ".join(f"'{name}': varchar" for name in PARTITION_COLUMNS)
    return (
        f'create or replace view "{table.name}" as from read_parquet(\n'
        f"    coalesce(getvariable('{RELEASE}'), '.') || '/{table.name}/**/*.parquet',\n"
        f"    hive_partitioning = true, hive_types = {{{types}}}\n);"
    )
