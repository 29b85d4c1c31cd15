"""The options of the command line that say how a dump is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from extract.content import Asked

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


def asked_of(text_column: str | None, mapping: Sequence[str]) -> Asked:
    """What was asked for. Raises click.UsageError where a mapping names no column that can be filled."""
    from transform.meaning.delivered import FILLABLE

    pairs = []
    for one in mapping:
        column, equals, name = one.rpartition("=")
        if not equals or not column or name not in FILLABLE:
            raise click.UsageError(
                f"--map {one} is not of the form COLUMN=NAME with one of these names: {', '.join(FILLABLE)}."
            )
        pairs.append((column, name))
    return Asked(text_column=text_column, mapping=tuple(pairs))
