"""What the command line shows of a dataset: rows per table, where to read them, and how releases changed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from flows.attempt import Failure, attempt
from flows.lookup import Version
from load.refused import Refusal
from load.releases import ReleaseInfo
from transform.parse import parse_document

COUNTED = ("questions", "documents")
"""The tables whose rows tell how a release has grown."""


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


def releases_view(releases: Sequence[ReleaseInfo], refused: Sequence[Refusal] = ()) -> RenderableType:
    """The releases, newest first, one line each: questions and documents, and the change to the release before it.

    What is damaged has no counts: a line of its own below says why; so does one for each release that was refused.
    """
    by_id = {release.release_id: release for release in releases}
    table = Table(title="Releases, newest first", title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column("release", no_wrap=True)
    for name in COUNTED:
        table.add_column(name, justify="right")
        table.add_column("change", justify="right")
    for release in (one for one in releases if not one.damage):
        parent = by_id.get(release.parent) if release.parent else None
        cells = (cell for name in COUNTED for cell in _count_and_change(name, release, parent))
        table.add_row(_named(release), *cells)
    damage = (Text(f"{_named(one)}: {one.damage}", style="bold red") for one in releases if one.damage)
    said = (
        Text(f"{one.release_id} was refused: {one.faults[0] if one.faults else 'why is not told any more.'}")
        for one in refused
    )
    return Group(table, *damage, *said)


def history_view(question_id: str, versions: Sequence[Version]) -> RenderableType:
    """The story of a question: each document that held it, when it came, where it lay, and which of them speaks."""
    table = Table(title=f"History of {question_id}", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for heading in ("first in release", "document", "status", "source", "now"):
        table.add_column(heading, no_wrap=True)
    for version in versions:
        parsed = attempt(parse_document, version.raw)
        told = None if isinstance(parsed, Failure) or parsed.question is None else parsed.question.status
        places = [
            source if since == version.first_release else f"{source} ({since})" for since, source in version.deliveries
        ]
        table.add_row(
            version.first_release,
            version.raw.document_id[:12],
            told or "not understood",
            ", ".join(places) or f"{version.raw.source} (no longer there)",
            "speaks" if version.speaks else "superseded",
        )
    return table


def _named(release: ReleaseInfo) -> str:
    return f"{release.release_id} (latest)" if release.is_latest else release.release_id


def _count_and_change(table: str, release: ReleaseInfo, parent: ReleaseInfo | None) -> tuple[str, str]:
    count = release.rows[table]
    change = f"{count - parent.rows[table]:+,}" if parent and not parent.damage else ""
    return f"{count:,}", change


def shown(path: Path) -> str:
    """A path as a person would write it here: relative to the working directory where it lies below it."""
    real = Path(os.path.realpath(path))
    here = Path.cwd()
    return real.relative_to(here).as_posix() if real.is_relative_to(here) else str(real)
