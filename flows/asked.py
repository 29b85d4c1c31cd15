"""The options of the command line that say how a dump is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def reading_options(command: F) -> F:
    """Adds the options to a command."""
    options = (
        click.option("--text-column", help="The column of tables (CSV, JSON, Parquet …) that holds the texts."),
        click.option(
            "--map",
            "mapping",
            multiple=True,
            metavar="COLUMN=NAME",
            help="A column of tables or of metadata.csv that fills the column NAME (answered_on, asker_party …).",
        ),
        click.option("--follow-links", is_flag=True, help="Follow links that lead out of the dump."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def reading_flags(text_column: str | None, mapping: Sequence[str], follow_links: bool) -> dict[str, object]:
    """What the options say, by the key of the setting; None where one was not given. Raises click.UsageError where a
    mapping names no column that can be filled."""
    from transform.meaning.delivered import FILLABLE

    columns: dict[str, str] = {}
    for one in mapping:
        column, equals, name = one.rpartition("=")
        if not equals or not column or name not in FILLABLE:
            raise click.UsageError(
                f"--map {one} is not of the form COLUMN=NAME with one of these names: {', '.join(FILLABLE)}."
            )
        columns[column] = name
    return {
        "reading.text_column": text_column,
        "reading.columns": columns or None,
        "reading.follow_links": follow_links or None,
    }
