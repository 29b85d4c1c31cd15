"""What the command line shows of a dataset: rows per table, where to read them, and how releases changed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from load.releases import ReleaseInfo


def dataset_view(release: str, rows: Mapping[str, int], path: Path) -> RenderableType:
    """What an analyst now has: rows per table, the path to read from, and the line of pandas that reads it."""
    table = Table(title=f"Release {release}", title_justify="left")
    table.add_column("table")
    table.add_column("rows", justify="right")
    for name, count in rows.items():
        table.add_row(name, f"{count:,}")
    place = shown(path)
    return Group(
        table,
        Text(f"Read it from {place}, for example:"),
        Text(f'  pd.read_parquet("{place}/questions")', style="bold"),
    )


def releases_view(releases: Sequence[ReleaseInfo]) -> RenderableType:
    """The releases, newest first: for each its rows per table and the change to the release before it."""
    by_id = {release.release_id: release for release in releases}
    table = Table(title="Releases, newest first", title_justify="left")
    table.add_column("release", no_wrap=True)
    table.add_column("table")
    table.add_column("rows", justify="right")
    table.add_column("change", justify="right")
    for release in releases:
        parent = by_id.get(release.parent) if release.parent else None
        name = f"{release.release_id} (latest)" if release.is_latest else release.release_id
        if release.damage:
            table.add_row(name, Text(release.damage, style="bold red"), "", "", end_section=True)
        for at, (table_name, count) in enumerate(release.rows.items()):
            change = f"{count - parent.rows.get(table_name, 0):+,}" if parent else ""
            last = at == len(release.rows) - 1
            table.add_row(name if at == 0 else "", table_name, f"{count:,}", change, end_section=last)
    return table


def shown(path: Path) -> str:
    """A path as a person would write it here: relative to the working directory where it lies below it."""
    real = Path(os.path.realpath(path))
    here = Path.cwd()
    return real.relative_to(here).as_posix() if real.is_relative_to(here) else str(real)
