"""What the commands say: a sentence on stderr, and on stdout what was asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from flows.summary import Summary


def say(sentence: str) -> None:
    """Tell a person, on stderr. What a document or a file name put into the sentence is shown, and never obeyed."""
    from flows.shown import shown

    click.echo(shown(sentence), err=True)


def report(summary: Summary, as_json: bool) -> None:
    """Report the outcome: a sentence on stderr, then on stdout the tables for a person or the JSON for a program."""
    from flows.views import dataset_view

    say(summary.sentence)
    release = summary.release or summary.parent
    if as_json:
        click.echo(summary.as_json())
    elif release and summary.path:
        console().print(dataset_view(release, summary.rows, summary.path))


def console() -> Console:
    """The console for stdout; in a pipe or a log it is so wide that no line is folded that somebody may search for."""
    from rich.console import Console

    return Console(soft_wrap=False, width=None if sys.stdout.isatty() else 160, highlight=False)
