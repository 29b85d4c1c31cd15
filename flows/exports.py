"""The command `vraagbaak export`: tables of the latest release, or the rows of a query, for other programs."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.options import dataset_option, settings_options
from flows.queries import opened, rows_of
from flows.reporting import say

if TYPE_CHECKING:
    import duckdb

FOLDERS, FILES = ("csv", "jsonl"), ("xlsx", "sqlite")
"""The formats that are a folder with a file per table, and those that are one file."""

RESULT = "result"
"""What the rows of a query are called."""


@click.command(short_help="Write tables as CSV, Excel, JSON lines or SQLite.")
@click.argument("target", type=click.Path(path_type=Path))
@dataset_option
@click.option(
    "--format", "written_as", type=click.Choice([*FOLDERS, *FILES]), help="The format [default: from TARGET's ending]."
)
@click.option("--table", "names", multiple=True, help="A table; may be repeated [default: all with a question_id].")
@click.option("--query", help="Export the rows of this query (see `vraagbaak sql`) instead of tables.")
@click.option("--overwrite", is_flag=True, help="Replace TARGET where it exists.")
@click.option("--raw", is_flag=True, help="CSV for programs: no sign before texts that begin like a formula.")
@settings_options
@click.pass_context
def export(
    context: click.Context,
    target: Path,
    dataset: Path | None,
    written_as: str | None,
    names: tuple[str, ...],
    query: str | None,
    overwrite: bool,
    raw: bool,
) -> None:
    """Write tables of the latest release to TARGET.

    CSV and JSON lines make a folder with a file per table, or the one file that TARGET names (`pairs.csv`); Excel and
    SQLite make one file. Lists become texts joined by `; `, except in JSON.
    """
    import duckdb

    from flows.exporting import TooManyRows

    chosen = written_as or _by_ending(target)
    if query is not None and names:
        raise click.UsageError("Give --table or --query, not both.")
    if target.exists() and not overwrite:
        raise click.UsageError(f"{target} exists: name another, or give --overwrite.")
    with opened(context, dataset) as connection:
        try:
            tables = _tables(connection, names, query)
            draft = target.with_name(f".{target.name}.part")
            _remove(draft)
            try:
                _write(tables, chosen, draft, single=target.suffix == f".{chosen}", raw=raw)
                _remove(target)
                draft.rename(target)
            finally:
                _remove(draft)
        except duckdb.Error as error:
            from flows.shown import shown

            raise click.UsageError(f"DuckDB cannot run this query: {shown(str(error).strip())}") from error
        except TooManyRows as error:
            raise click.ClickException(str(error)) from error
    say(f"Written: {target} ({', '.join(tables)}).")


def _by_ending(target: Path) -> str:
    ending = target.suffix.removeprefix(".")
    if ending not in (*FOLDERS, *FILES):
        raise click.UsageError(
            f"What format {target} shall have is not told: give --format {'|'.join(FOLDERS + FILES)}."
        )
    return ending


def _tables(
    connection: duckdb.DuckDBPyConnection, names: tuple[str, ...], query: str | None
) -> dict[str, duckdb.DuckDBPyRelation]:
    """The rows to write by the name of their file, sheet or table, in the order of the tables' keys."""
    from load.tables import OF_A_QUESTION, TABLES

    if query is not None:
        return {RESULT: rows_of(connection, query)}
    if unknown := [name for name in names if name not in TABLES]:
        raise click.UsageError(f"There is no table {unknown[0]}: the tables are {', '.join(TABLES)}.")
    chosen = [TABLES[name] for name in dict.fromkeys(names)] or OF_A_QUESTION
    return {table.name: connection.sql(f'from "{table.name}" order by {", ".join(table.key)}') for table in chosen}


def _write(
    tables: Mapping[str, duckdb.DuckDBPyRelation], written_as: str, draft: Path, *, single: bool, raw: bool
) -> None:
    from flows.exporting import CUT, EXCEL_CELL, write_csv, write_jsonl, write_sqlite, write_xlsx
    from load.tables import TABLES

    if written_as == "xlsx":
        if cut := write_xlsx(tables, draft):
            counted = "1 text is" if cut == 1 else f"{cut} texts are"
            say(
                f"{counted} longer than a cell of Excel ({EXCEL_CELL:,} characters), and cut: they end in{CUT}. "
                "The other formats have them whole."
            )
        return
    if written_as == "sqlite":
        write_sqlite(tables, {name: TABLES[name].key for name in tables if name in TABLES}, draft)
        return
    if single and len(tables) > 1:
        raise click.UsageError(f"One file holds one table: give --table or --query, or name a folder ({written_as}).")
    if not single:
        draft.mkdir(parents=True)
    for name, rows in tables.items():
        path = draft if single else draft / f"{name}.{written_as}"
        # With its mark, Excel reads the accents; pandas and DuckDB pass over it.
        encoding = "utf-8-sig" if written_as == "csv" else "utf-8"
        with path.open("w", encoding=encoding, newline="") as file:
            if written_as == "csv":
                write_csv(rows, file, raw=raw)
            else:
                write_jsonl(rows, file)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
