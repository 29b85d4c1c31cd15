"""`release.json`, the manifest of a release: what it is made of, with a seal that reveals any change of it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

RELEASE_JSON = "release.json"
DATAPACKAGE_JSON = "datapackage.json"

RECOVERY = "`vraagbaak releases` lists the releases; `vraagbaak rollback RELEASE` goes back to one that is not damaged."
"""What to do about a damaged release, as a sentence."""


class ReleaseDamaged(ValueError):  # noqa: N818 - named for what happened, as the message says it
    """A stored release that has changed since it was published.

    The message says what is damaged and what to do about it; `damage` is the first sentence alone.
    """

    def __init__(self, damage: str) -> None:
        """`damage` is a sentence without its full stop."""
        super().__init__(damage)
        self.damage = f"{damage}."

    def __str__(self) -> str:
        return f"{self.damage} {RECOVERY}"


@dataclass(frozen=True)
class File:
    """A file of a release."""

    size: int
    """In bytes."""
    sha256: str
    rows: int | None
    """Of a Parquet file."""


@dataclass(frozen=True)
class Manifest:
    """The content of `release.json`."""

    release: str
    parent: str | None
    created: str
    """UTC, ISO 8601."""
    schema_version: str
    parser_version: str
    inputs: tuple[str, ...]
    """What the run was asked to read."""
    documents: Mapping[str, int]
    """Documents by status."""
    rows: Mapping[str, int]
    """Rows by table."""
    partitions: Mapping[str, Mapping[str, int]]
    """Rows by table and partition folder."""
    nulls: Mapping[str, Mapping[str, Mapping[str, int]]] = field(default_factory=dict)
    """By table, partition folder and column how many rows have no value; columns that every row fills are left out."""
    files: Mapping[str, File] = field(default_factory=dict)
    """By path inside the release, with `/`; all files but `release.json` itself."""


def render(manifest: Manifest) -> bytes:
    """The file `release.json`: the manifest and, as its last entry, the SHA-256 of the rest (its seal)."""
    content = asdict(manifest)
    return _json(content | {"seal": hashlib.sha256(_json(content)).hexdigest()})


def read_manifest(release: Path) -> Manifest:
    """The manifest of a release folder.

    Raises ReleaseDamaged where there is none, or where a single bit of it has changed.
    """
    named = f"{RELEASE_JSON} of the release {release.name}"
    try:
        content = (release / RELEASE_JSON).read_bytes()
    except FileNotFoundError:
        raise ReleaseDamaged(f"{named} is missing") from None
    except OSError as error:
        raise ReleaseDamaged(f"{named} cannot be read: {error.strerror or error}") from error
    try:
        entries: dict[str, Any] = json.loads(content)
        sealed = dict(entries)
        seal = sealed.pop("seal")
        # The seal is that of the entries in the file, not of those that would be written today: the manifest may be
        # older than an entry that was added since.
        same = hashlib.sha256(_json(sealed)).hexdigest() == seal and _json(entries) == content
        entries.pop("seal")
        manifest = msgspec.convert(entries, Manifest)
        if datetime.fromisoformat(manifest.created).tzinfo is None:
            raise ValueError("a moment without its time zone")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ReleaseDamaged(f"{named} cannot be parsed ({type(error).__name__})") from error
    if not same:
        raise ReleaseDamaged(f"{named} has changed since it was written")
    return manifest


def file_fault(path: Path, published: File) -> str | None:
    """What is wrong with the file at `path`, as a clause without a subject; None where it is as it was published."""
    try:
        size = path.stat().st_size
        if size != published.size:
            return f"has {size} bytes instead of {published.size}"
        with path.open("rb") as content:
            same = hashlib.file_digest(content, "sha256").hexdigest() == published.sha256
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    return None if same else "has changed since it was published: its SHA-256 differs"


def file_problems(release: Path, manifest: Manifest) -> Iterator[str]:
    """What is wrong with the files of a release folder, one sentence each. Every file is read and hashed."""
    if manifest.release != release.name:
        yield f"{RELEASE_JSON} belongs to the release {manifest.release}."
    own = manifest.files.keys() | {RELEASE_JSON}
    folders = {parent.as_posix() for name in own for parent in PurePosixPath(name).parents}
    for folder, below, names in os.walk(release):
        here = PurePosixPath(Path(folder).relative_to(release).as_posix())
        for name in sorted(below):
            path = (here / name).as_posix()
            if (release / path).is_symlink():
                yield f"{path} is a link, which no release has."
            elif path not in folders:
                yield f"{path} is not a folder of the release."
        for name in sorted(names):
            path = (here / name).as_posix()
            if path not in own:
                yield f"{path} is not a file of the release."
            elif (release / path).is_symlink():
                yield f"{path} is a link, which no release has."
    for name, published in sorted(manifest.files.items()):
        if fault := file_fault(release / name, published):
            yield f"{name} {fault}."


def _json(content: object) -> bytes:
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()
