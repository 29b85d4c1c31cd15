"""Which releases are kept, and the removal of the others.

Readers of a resolved release see it whole for as long as it is kept. A release leaves `releases/` in one step; only
then are its files removed, which other releases may share (they are links).
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from load.durable import move_folder, sync_folder
from load.publication import STAGING
from load.refused import REFUSED
from load.releases import RELEASES, ReleaseInfo, list_releases

KEPT_RELEASES, KEPT_DAYS = 14, 14
"""Whichever keeps more."""


@dataclass(frozen=True)
class Retention:
    """How much is kept: the newest releases, and those of the last days. The latest is always kept, and so is its
    parent, which was the latest until a moment ago: somebody may be reading it."""

    releases: int = KEPT_RELEASES
    days: int = KEPT_DAYS


def removable(releases: Sequence[ReleaseInfo], retention: Retention, now: datetime) -> list[ReleaseInfo]:
    """The releases that need not be kept, oldest first. `releases`: newest first; `now`: with its time zone.

    A damaged release is kept: what cannot be read cannot be told to be old, and somebody may want to look into it.
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
    """Remove what need not be kept; the ids of the releases removed, oldest first, then those of refused ones (which go
    when they are older than `retention.days`). The caller has locked the dataset.

    With `dry_run` nothing is removed. Raises OSError where the disk refuses. A run that dies here leaves whole releases
    in `releases/`; what it had taken out of there, the next publication removes.
    """
    gone = [release.release_id for release in removable(list_releases(dataset), retention, now)]
    since = (now - timedelta(days=retention.days)).timestamp()
    refused = [
        folder
        for folder in sorted((dataset / REFUSED).glob("*/"))
        if not folder.is_symlink() and folder.stat().st_mtime < since
    ]
    folders = [folder for name in gone if not (folder := dataset / RELEASES / name).is_symlink()]
    for folder in () if dry_run else (*folders, *refused):
        _remove(dataset, folder)
    return [folder.name for folder in (*folders, *refused)]


def _remove(dataset: Path, folder: Path) -> None:
    """Take a folder out of sight in one step, then remove its files."""
    (dataset / STAGING).mkdir(exist_ok=True)
    doomed = dataset / STAGING / f"{folder.name}.removed"
    shutil.rmtree(doomed, ignore_errors=True)
    move_folder(folder, doomed)
    sync_folder(folder.parent)
    shutil.rmtree(doomed)
