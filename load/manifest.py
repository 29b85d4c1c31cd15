"""`release.json`: what a release is made of, sealed so that a change of it shows.

`latest` and `latest.json` name one of the releases; this is what stands inside it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

RELEASE_JSON = "release.json"
DATAPACKAGE_JSON = "datapackage.json"


class ManifestDamaged(ValueError):  # noqa: N818 - named for what happened, as the message says it
    """A `release.json` that is not what was written. The message is one sentence."""


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
    """What `release.json` says."""

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
    files: Mapping[str, File] = field(default_factory=dict)
    """By path inside the release, with `/`; all but `release.json` itself."""


def render(manifest: Manifest) -> bytes:
    """The content of `release.json`: the manifest and, as its last entry, the SHA-256 of the rest (its seal)."""
    content = asdict(manifest)
    return _json(content | {"seal": hashlib.sha256(_json(content)).hexdigest()})


def read_manifest(release: Path) -> Manifest:
    """The manifest of a release folder.

    Raises FileNotFoundError where there is none, and ManifestDamaged where a single bit of it is not as it was written.
    """
    path = release / RELEASE_JSON
    content = path.read_bytes()
    try:
        entries: dict[str, Any] = json.loads(content)
        entries.pop("seal")
        files = {name: File(**file) for name, file in entries.pop("files").items()}
        manifest = Manifest(**entries | {"inputs": tuple(entries["inputs"])}, files=files)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ManifestDamaged(f"{RELEASE_JSON} of the release {release.name} cannot be read: {error}.") from error
    if render(manifest) != content:
        raise ManifestDamaged(f"{RELEASE_JSON} of the release {release.name} is not what was written.")
    return manifest


def _json(content: object) -> bytes:
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()
