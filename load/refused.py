"""Releases that the checks refused: kept for inspection under their id beside `releases/`, with what was found."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from load.durable import move_folder, own_folder, write_file

REFUSED = "refused"
FAULTS = "faults.txt"
KEPT_REFUSED = 7
"""How many of the newest are kept: a dump that is refused every night must not fill the disk."""


@dataclass(frozen=True)
class RefusedRelease:
    """A release that was refused."""

    release_id: str
    faults: tuple[str, ...]
    """The faults or anomalies that were found, one sentence each; empty where `faults.txt` is gone."""


def set_aside(dataset: Path, draft: Path, faults: Sequence[str]) -> Path:
    """Move a draft into `refused/`, in place of an earlier one of its name; returns its folder there."""
    write_file(draft / FAULTS, "".join(f"{fault}\n" for fault in faults).encode())
    refused = dataset / REFUSED / draft.name
    own_folder(refused.parent)
    shutil.rmtree(refused, ignore_errors=True)
    move_folder(draft, refused)
    for older in sorted(refused.parent.glob("*/"), reverse=True)[KEPT_REFUSED:]:
        shutil.rmtree(older, ignore_errors=True)
    return refused


def list_refused(dataset: Path) -> list[RefusedRelease]:
    """The refused releases that are still kept, newest first."""
    return [_read(folder) for folder in sorted((dataset / REFUSED).glob("*/"), reverse=True)]


def _read(folder: Path) -> RefusedRelease:
    try:
        faults = (folder / FAULTS).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        faults = []
    return RefusedRelease(folder.name, tuple(faults))
