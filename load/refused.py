"""Releases that the checks refused: kept under their own name beside `releases/`, with what was found."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from load.durable import move_folder, write_file

REFUSED = "refused"
FAULTS = "faults.txt"
KEPT = 7
"""So many are kept, the newest: a run that is refused every night fills no disk."""


@dataclass(frozen=True)
class Refusal:
    """A release that was refused."""

    release_id: str
    faults: tuple[str, ...]
    """One sentence each; empty where the file that told them is gone."""


def set_aside(dataset: Path, staging: Path, faults: Sequence[str]) -> Path:
    """Move a staged release out of the way, in place of an earlier one of its name; where it lies then."""
    write_file(staging / FAULTS, "".join(f"{fault}\n" for fault in faults).encode())
    refused = dataset / REFUSED / staging.name
    shutil.rmtree(refused, ignore_errors=True)
    refused.parent.mkdir(exist_ok=True)
    move_folder(staging, refused)
    for older in sorted(refused.parent.glob("*/"), reverse=True)[KEPT:]:
        shutil.rmtree(older, ignore_errors=True)
    return refused


def list_refused(dataset: Path) -> list[Refusal]:
    """The releases that were refused and are still kept, newest first."""
    return [_refusal(folder) for folder in sorted((dataset / REFUSED).glob("*/"), reverse=True)]


def _refusal(folder: Path) -> Refusal:
    try:
        faults = (folder / FAULTS).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        faults = []
    return Refusal(folder.name, tuple(faults))
