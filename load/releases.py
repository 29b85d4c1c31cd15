"""The releases of a dataset, and `latest`, which names one of them.

`latest` is a symbolic link that is replaced in one step; `latest.json` says the same for stores without links. Where
the two differ the link counts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from load.durable import replace_file, replace_link
from load.manifest import ReleaseDamaged, file_problems, read_manifest

RELEASES, LATEST, LATEST_JSON = "releases", "latest", "latest.json"


class ReleaseMissing(ValueError):  # noqa: N818 - named for what happened, as the message says it
    """The dataset has no release of that id. The message is one sentence."""


class DatasetEmpty(ValueError):  # noqa: N818
    """The dataset does not exist, or has no release yet. The message is one sentence."""


@dataclass(frozen=True)
class ReleaseInfo:
    """One line of the list of releases."""

    release_id: str
    is_latest: bool
    created: str
    """UTC, ISO 8601; empty, like all that follows, where the release is damaged."""
    parent: str | None
    schema_version: str
    parser_version: str
    documents: Mapping[str, int]
    """Documents by status."""
    rows: Mapping[str, int]
    """Rows by table."""
    damage: str | None = None
    """What is damaged, as a sentence; None for a sound release."""


def latest_path(dataset: Path) -> Path | None:
    """The folder of the latest release, with links resolved; None where the dataset has none yet.

    Raises ReleaseDamaged where `latest` names a release that does not exist: the dataset must not be mistaken for an
    empty one.
    """
    name = latest_name(dataset)
    if name is None:
        return None
    path = dataset.resolve() / RELEASES / name
    if not path.is_dir():
        raise ReleaseDamaged(f"`latest` of {dataset} names the release {name}, which does not exist")
    return path


def latest_release(dataset: Path) -> Path:
    """Like `latest_path`, but raises DatasetEmpty where the dataset has no release."""
    path = latest_path(dataset)
    if path is None:
        raise DatasetEmpty(f"{dataset} has no release yet: publish the first with `vraagbaak build`.")
    return path


def latest_name(dataset: Path) -> str | None:
    """The id that `latest` names or, where there is no link, `latest.json`; None where there is neither."""
    link = dataset / LATEST
    if link.is_symlink():
        return link.readlink().name
    if link.exists():
        raise ReleaseDamaged(f"`latest` of {dataset} is no link: whoever reads it reads no release. Move it away")
    return json_name(dataset)


def json_name(dataset: Path) -> str | None:
    """The id that `latest.json` names; None where there is no such file. Raises ReleaseDamaged where it is damaged."""
    try:
        content = (dataset / LATEST_JSON).read_bytes()
    except FileNotFoundError:
        return None
    try:
        name = json.loads(content)["release"]
    except (ValueError, TypeError, KeyError, RecursionError):
        name = None
    if not isinstance(name, str) or content != _latest_json(name):
        raise ReleaseDamaged(f"{LATEST_JSON} of {dataset} is damaged")
    return name


def point_latest(dataset: Path, release_id: str) -> None:
    """Make a release in `releases/` the latest: first the link, then `latest.json`, each in one step.

    Raises OSError where the disk refuses; `latest` is then restored.
    """
    before = _latest_if_sound(dataset)
    unknown = before is None and (dataset / LATEST_JSON).exists()
    try:
        replace_link(dataset / LATEST, f"{RELEASES}/{release_id}")
        replace_file(dataset / LATEST_JSON, _latest_json(release_id))
    except OSError:
        if not unknown:  # a damaged latest.json names nothing that could be restored
            _restore(dataset, before)
        raise


def mend_latest(dataset: Path) -> None:
    """Make `latest.json` name what `latest` names, where a run was killed between the two steps. The caller has locked
    the dataset."""
    link = dataset / LATEST
    if link.is_symlink():
        named = _latest_json(link.readlink().name)
        if not (dataset / LATEST_JSON).exists() or (dataset / LATEST_JSON).read_bytes() != named:
            replace_file(dataset / LATEST_JSON, named)


def list_releases(dataset: Path) -> list[ReleaseInfo]:
    """All releases, newest first; damaged ones come last. A release comes before its parent, whatever the clock said.

    Only `release.json` of each is read. Where there is no link and `latest.json` is damaged, none is the latest.
    """
    latest = _latest_if_sound(dataset)
    folders = (dataset / RELEASES).glob("*/")
    infos = [_info(folder, folder.name == latest) for folder in folders]
    return sorted(infos, key=partial(_order, {info.release_id: info for info in infos}), reverse=True)


def _order(by_id: Mapping[str, ReleaseInfo], info: ReleaseInfo) -> tuple[str, int, str]:
    """What releases are ordered by: the latest moment that it or a release before it was made at, how many came before
    it, and its id. The clock may have been set back."""
    moment, count, one, seen = info.created, 0, info, {info.release_id}
    while one.parent is not None and one.parent in by_id and one.parent not in seen:
        one = by_id[one.parent]
        seen.add(one.release_id)
        moment, count = max(moment, one.created), count + 1
    return moment if info.created else "", count, info.release_id


def rollback(dataset: Path, release_id: str) -> None:
    """Make an earlier (or any other) release the latest, in one step. The caller has locked the dataset.

    Raises ReleaseMissing where there is no such release, and ReleaseDamaged where one of its files has changed since
    it was published: every file is hashed, because rollback is the remedy for damage.
    """
    if release_id not in {info.release_id for info in list_releases(dataset)}:
        raise ReleaseMissing(f"{dataset} has no release {release_id}: `vraagbaak releases` lists those that it has.")
    path = dataset.resolve() / RELEASES / release_id
    if problem := next(file_problems(path, read_manifest(path)), None):
        raise ReleaseDamaged(f"The release {release_id} is damaged: {problem.removesuffix('.')}")
    point_latest(dataset, release_id)


def _latest_if_sound(dataset: Path) -> str | None:
    try:
        return latest_name(dataset)
    except ReleaseDamaged:
        return None


def _restore(dataset: Path, before: str | None) -> None:
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
    except ReleaseDamaged as error:
        return ReleaseInfo(folder.name, is_latest, "", None, "", "", {}, {}, error.damage)
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
