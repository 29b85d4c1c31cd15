"""What the command line shows of a dataset: rows per table, where to read them, and how releases changed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from flows.attempt import Failure, attempt
from flows.lookup import StoredCopy
from flows.shown import cell, shown
from load.refused import RefusedRelease
from load.releases import ReleaseInfo
from transform.parse import parse_document

COUNTED = ("questions", "documents")
"""The tables whose rows are listed for each release."""


def dataset_view(release: str, rows: Mapping[str, int], path: Path) -> RenderableType:
    """What an analyst has now: rows per table, the path, and the line of pandas that reads it."""
    table = Table(title=cell(f"Release {release}"), title_justify="left")
    table.add_column("table")
    table.add_column("rows", justify="right")
    for name, count in rows.items():
        table.add_row(cell(name), f"{count:,}")
    short = shortened(path)
    return Group(
        table,
        Text(f"Read it from {shown(short)}, for example:"),
        Text(f'  pd.read_parquet("{short}/questions")', style="bold"),
    )


def releases_view(releases: Sequence[ReleaseInfo], refused: Sequence[RefusedRelease] = ()) -> RenderableType:
    """The releases, newest first, one line each: questions and documents, and the change from the release before.

    Below them one line for each damaged release, whose rows are not known, and one for each refused release.
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
        table.add_row(cell(_named(release)), *cells)
    damage = (Text(shown(f"{_named(one)}: {one.damage}"), style="bold red") for one in releases if one.damage)
    refusals = (
        cell(f"{one.release_id} was refused: {one.faults[0] if one.faults else 'the reason is no longer known.'}")
        for one in refused
    )
    return Group(table, *damage, *refusals)


def history_view(question_id: str, copies: Sequence[StoredCopy]) -> RenderableType:
    """The history of a question: the documents that hold it, when and where each was delivered, which is current."""
    table = Table(title=cell(f"History of {question_id}"), title_justify="left", box=None, padding=(0, 2, 0, 0))
    for heading in ("first in release", "document", "status", "source", "copy"):
        table.add_column(heading, no_wrap=True)
    for copy in copies:
        parsed = attempt(parse_document, copy.raw)
        status = None if isinstance(parsed, Failure) or parsed.question is None else parsed.question.status
        sources = [
            source if since == copy.first_release else f"{source} ({since})" for since, source in copy.deliveries
        ]
        columns = (
            copy.first_release,
            copy.raw.document_id[:12],
            status or "not parsed",
            ", ".join(sources) or f"{copy.raw.source} (no longer in the dump)",
            "current" if copy.is_current else "superseded",
        )
        table.add_row(*map(cell, columns))
    return table


def _named(release: ReleaseInfo) -> str:
    return f"{release.release_id} (latest)" if release.is_latest else release.release_id


def _count_and_change(table: str, release: ReleaseInfo, parent: ReleaseInfo | None) -> tuple[str, str]:
    count = release.rows[table]
    change = f"{count - parent.rows[table]:+,}" if parent and not parent.damage else ""
    return f"{count:,}", change


def shortened(path: Path) -> str:
    """A path with its links resolved, relative to the working directory where it lies below it."""
    real = Path(os.path.realpath(path))
    here = Path.cwd()
    return real.relative_to(here).as_posix() if real.is_relative_to(here) else str(real)
