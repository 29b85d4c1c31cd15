"""Which releases are kept, and the removal of the others.

A reader of a resolved release can read all of it for as long as it is kept. A release leaves `releases/` in one step,
and only then are its files removed. Other releases may share them: they are links.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from load.durable import move_folder, own_folder, sync_folder
from load.publication import STAGING_FOLDER
from load.refused import REFUSED
from load.releases import RELEASES, ReleaseInfo, list_releases


@dataclass(frozen=True)
class Retention:
    """Which releases are kept: the newest, and those of some days, whichever keeps more. The latest release is always
    kept, and so is its parent, which somebody may still be reading."""

    releases: Annotated[int, Meta(ge=1)] = 14
    """How many of the newest releases are kept."""
    days: Annotated[int, Meta(ge=0)] = 14
    """All releases of this many days are kept, and refused ones of so many days."""


DEFAULT_RETENTION = Retention()


def removable(releases: Sequence[ReleaseInfo], retention: Retention, now: datetime) -> list[ReleaseInfo]:
    """The releases that can be removed, oldest first. `releases`: newest first; `now`: with its time zone.

    A damaged release is kept: its age is unknown, and somebody may want to inspect it.
    """
    since = now - timedelta(days=retention.days)
    needed = {name for one in releases if one.is_latest for name in (one.release_id, one.parent)}
    old = [
        release
        for release in [one for one in releases if not one.damage][retention.releases :]
        if release.release_id not in needed and datetime.fromisoformat(release.created) < since
    ]
    return old[::-1]


def prune(dataset: Path, retention: Retention, now: datetime, *, dry_run: bool = False) -> list[str]:
    """Remove old releases, and refused ones older than `retention.days`. The caller has locked the dataset.

    Returns the ids of the releases removed, oldest first, then those of the refused ones. With `dry_run` nothing is
    removed. Raises OSError where the disk refuses. A run that is killed here leaves complete releases in `releases/`;
    what it had already moved out of there is removed by the next publication.
    """
    gone = [release.release_id for release in removable(list_releases(dataset), retention, now)]
    since = (now - timedelta(days=retention.days)).timestamp()
    refused = [
        folder
        for folder in (() if (dataset / REFUSED).is_symlink() else sorted((dataset / REFUSED).glob("*/")))
        if not folder.is_symlink() and folder.stat().st_mtime < since
    ]
    folders = [folder for name in gone if not (folder := dataset / RELEASES / name).is_symlink()]
    for folder in () if dry_run else (*folders, *refused):
        _remove(dataset, folder)
    return [folder.name for folder in (*folders, *refused)]


def _remove(dataset: Path, folder: Path) -> None:
    """Move a folder to the staging folder in one step, then remove its files."""
    own_folder(dataset / STAGING_FOLDER)
    removed = dataset / STAGING_FOLDER / f"{folder.name}.removed"
    shutil.rmtree(removed, ignore_errors=True)
    move_folder(folder, removed)
    sync_folder(folder.parent)
    shutil.rmtree(removed)
