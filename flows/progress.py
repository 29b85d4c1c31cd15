"""The progress of a run, shown on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from flows.portions import Progress as RunProgress


@contextmanager
def shown_on_terminal() -> Iterator[Callable[[RunProgress], None]]:
    """A function that takes the progress of a run and draws it as a bar on stderr, where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    columns = (
        TextColumn("files"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[new]:,} new documents"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        shown = bar.add_task("", total=None, new=0)
        yield lambda progress: bar.update(shown, total=progress.files, completed=progress.files_done, new=progress.new)
