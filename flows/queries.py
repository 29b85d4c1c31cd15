"""The commands that look into a release: `vraagbaak sql` and `vraagbaak rejected`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from flows.options import dataset_option, given_dataset, settings_options
from flows.reporting import console, say

if TYPE_CHECKING:
    import duckdb

MAX_ROWS, MAX_WIDTH = 60, 160
"""Of the table that `sql` prints; the other formats print every row, whole."""


@click.command(short_help="Ask the latest release a question in SQL.")
@click.argument("query")
@dataset_option
@click.option(
    "--format",
    "written_as",
    type=click.Choice(["table", "csv", "jsonl"]),
    default="table",
    show_default=True,
    help="How the rows are printed: `table` shows some of many and shortens long texts.",
)
@settings_options
@click.pass_context
def sql(context: click.Context, query: str, dataset: Path | None, written_as: str) -> None:
    """Run a QUERY in DuckDB's SQL over the latest release; `-` reads it from stdin.

    Every table is a view. Macros search: `from search('stikstof')`, `from citing('Lokaal Bestuur')`, `from
    question(ID)`. The word `references` needs double quotes.
    """
    import duckdb

    with opened(context, dataset) as connection:
        try:
            _print(rows_of(connection, sys.stdin.read() if query == "-" else query), written_as)
        except duckdb.Error as error:
            raise click.UsageError(f"DuckDB cannot run this query: {_told(error)}") from error


@click.command(short_help="List what was rejected, and why.")
@dataset_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@settings_options
@click.pass_context
def rejected(context: click.Context, dataset: Path | None, as_json: bool) -> None:
    """List the documents of the latest release in which no question could be read, each with the reason.

    `release` is the one that it first came with, so that new ones stand out: they come first.
    """
    with opened(context, dataset) as connection:
        rows = connection.sql(
            "select first_release as release, source, reason, char_count as characters, document_id from documents "
            "where status = 'rejected' order by first_release desc, source, document_id"
        )
        found = rows.fetchall()
        if as_json:
            _print(rows, "jsonl")
            return
    if not found:
        say("Nothing was rejected.")
        return
    _print_rejected(found)


def opened(context: click.Context, dataset: Path | None) -> duckdb.DuckDBPyConnection:
    """DuckDB over the latest release. Raises click.ClickException, load.releases.DatasetEmpty, ReleaseDamaged."""
    from load.releases import latest_release
    from load.views import ViewsMissing, connect

    try:
        return connect(latest_release(given_dataset(context, dataset)))
    except ViewsMissing as error:
        raise click.ClickException(str(error)) from error


def rows_of(connection: duckdb.DuckDBPyConnection, query: str) -> duckdb.DuckDBPyRelation:
    """The rows of a query, not read yet. Raises duckdb.Error, and click.UsageError where nothing is asked."""
    rows = cast("duckdb.DuckDBPyRelation | None", connection.sql(query))  # None for nothing but comments
    if rows is None:
        raise click.UsageError("The query is empty.")
    return rows


def _print(rows: duckdb.DuckDBPyRelation, written_as: str) -> None:
    from flows.exporting import write_csv, write_jsonl
    from flows.shown import shown

    if written_as == "table":
        import io
        from contextlib import redirect_stdout

        with redirect_stdout(io.StringIO()) as table:
            rows.show(max_rows=MAX_ROWS, max_width=MAX_WIDTH)
        click.echo(shown(table.getvalue().rstrip("\n")))
    elif written_as == "csv":
        write_csv(rows, sys.stdout)
    else:
        write_jsonl(rows, sys.stdout)


def _print_rejected(found: list[tuple[object, ...]]) -> None:
    from rich.table import Table

    from flows.shown import cell

    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("first in release", "source", "reason"):
        table.add_column(heading, overflow="fold")
    for release, source, reason, _, _ in found:
        table.add_row(cell(release), cell(source), cell(reason))
    console().print(table)
    counted = "1 document was" if len(found) == 1 else f"{len(found)} documents were"
    say(f"{counted} rejected. `vraagbaak show FILE` shows what the parser sees in one.")


def _told(error: Exception) -> str:
    from flows.shown import shown

    return shown(str(error).strip())
