"""The releases of a dataset, and `latest`, which names one of them.

`latest` is a symbolic link that is replaced in one step; `latest.json` says the same for stores without links. Where
both are there the link is the truth.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from load.durable import replace_file, replace_link
from load.manifest import ReleaseDamaged, file_problems, read_manifest

RELEASES, LATEST, LATEST_JSON = "releases", "latest", "latest.json"


class ReleaseMissing(ValueError):  # noqa: N818 - named for what happened, as the message says it
    """A release that was named and is not there. The message is one sentence."""


class DatasetEmpty(ValueError):  # noqa: N818
    """A dataset that is not there, or has no release yet. The message is one sentence."""


@dataclass(frozen=True)
class ReleaseInfo:
    """One line of the list of releases."""

    release_id: str
    is_latest: bool
    created: str
    """UTC, ISO 8601; empty where the release is damaged."""
    parent: str | None
    schema_version: str
    parser_version: str
    documents: Mapping[str, int]
    """Documents by status."""
    rows: Mapping[str, int]
    """Rows by table."""
    damage: str | None = None
    """Why nothing else is known of it; None for a sound release."""


def latest_path(dataset: Path) -> Path | None:
    """The folder of the latest release, with links resolved; None where the dataset has none yet.

    Raises ReleaseDamaged where `latest` names a release that is gone: that dataset must not be taken for an empty one.
    """
    name = latest_name(dataset)
    if name is None:
        return None
    path = dataset.resolve() / RELEASES / name
    if not path.is_dir():
        raise ReleaseDamaged(f"The latest release of {dataset} is said to be {name}, which is not there")
    return path


def latest_release(dataset: Path) -> Path:
    """The same for those who cannot do without a release: raises DatasetEmpty where there is none."""
    path = latest_path(dataset)
    if path is None:
        raise DatasetEmpty(f"{dataset} holds no release; `vraagbaak build` makes the first.")
    return path


def latest_name(dataset: Path) -> str | None:
    """The id that `latest` (or, where there is no link, `latest.json`) gives; None where there is neither."""
    link = dataset / LATEST
    if link.is_symlink():
        return link.readlink().name
    return json_name(dataset)


def json_name(dataset: Path) -> str | None:
    """The id that `latest.json` gives; None where there is no such file. Raises ReleaseDamaged where it is damaged."""
    try:
        content = (dataset / LATEST_JSON).read_bytes()
    except FileNotFoundError:
        return None
    try:
        name = json.loads(content)["release"]
    except (ValueError, TypeError, KeyError):
        name = None
    if not isinstance(name, str) or content != _latest_json(name):
        raise ReleaseDamaged(f"{LATEST_JSON} of {dataset} is damaged")
    return name


def point_latest(dataset: Path, release_id: str) -> None:
    """Make a release that lies in `releases/` the latest: the link first, then `latest.json`, each in one step.

    Raises OSError where the disk refuses; `latest` is then put back to what it was.
    """
    before = _latest_if_told(dataset)
    unknown = before is None and (dataset / LATEST_JSON).exists()
    try:
        replace_link(dataset / LATEST, f"{RELEASES}/{release_id}")
        replace_file(dataset / LATEST_JSON, _latest_json(release_id))
    except OSError:
        if not unknown:  # a damaged latest.json tells nothing that could be put back
            _put_back(dataset, before)
        raise


def mend_latest(dataset: Path) -> None:
    """Make `latest.json` say what `latest` says, where a run died between the two. The caller has locked the dataset."""
    link = dataset / LATEST
    if link.is_symlink():
        named = _latest_json(link.readlink().name)
        if not (dataset / LATEST_JSON).exists() or (dataset / LATEST_JSON).read_bytes() != named:
            replace_file(dataset / LATEST_JSON, named)


def list_releases(dataset: Path) -> list[ReleaseInfo]:
    """All releases, newest first; a damaged one is listed last, and says so.

    Only `release.json` of each is looked at. Where `latest.json` is damaged (and no link tells) none is the latest.
    """
    latest = _latest_if_told(dataset)
    folders = (dataset / RELEASES).glob("*/")
    infos = [_info(folder, folder.name == latest) for folder in folders]
    return sorted(infos, key=lambda info: (info.created, info.release_id), reverse=True)


def rollback(dataset: Path, release_id: str) -> None:
    """Make an earlier (or any) release the latest, in one step. The caller has locked the dataset.

    Raises ReleaseMissing where there is no such release, and ReleaseDamaged where a file of it is not what was
    published: every one is hashed, for this is the way out of damage.
    """
    if release_id not in {info.release_id for info in list_releases(dataset)}:
        raise ReleaseMissing(f"The dataset {dataset} has no release {release_id}.")
    path = dataset.resolve() / RELEASES / release_id
    if problem := next(file_problems(path, read_manifest(path)), None):
        raise ReleaseDamaged(f"The release {release_id} is not whole: {problem.removesuffix('.')}")
    point_latest(dataset, release_id)


def _latest_if_told(dataset: Path) -> str | None:
    try:
        return latest_name(dataset)
    except ReleaseDamaged:
        return None


def _put_back(dataset: Path, before: str | None) -> None:
    if before is None:
        (dataset / LATEST).unlink(missing_ok=True)
        (dataset / LATEST_JSON).unlink(missing_ok=True)
        return
    if latest_name(dataset) != before:
        replace_link(dataset / LATEST, f"{RELEASES}/{before}")
    mend_latest(dataset)


def _info(folder: Path, is_latest: bool) -> ReleaseInfo:
    try:
        manifest = read_manifest(folder)
    except ReleaseDamaged as damage:
        return ReleaseInfo(folder.name, is_latest, "", None, "", "", {}, {}, damage.what)
    return ReleaseInfo(
        folder.name,
        is_latest,
        manifest.created,
        manifest.parent,
        manifest.schema_version,
        manifest.parser_version,
        manifest.documents,
        manifest.rows,
    )


def _latest_json(release_id: str) -> bytes:
    return (json.dumps({"release": release_id, "path": f"{RELEASES}/{release_id}"}) + "\n").encode()
