"""Is a published release still what was published?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from load.checks import check_release
from load.manifest import RELEASE_JSON, Manifest, ManifestDamaged, read_manifest
from load.releases import LATEST_JSON, ReleaseMissing, json_name, latest_path
from load.stored import StoredRelease
from load.tables import SCHEMA_VERSION, TABLES


def verify(dataset: Path) -> list[str]:
    """What is wrong with the latest release, one sentence each; an empty list where it is as it was published.

    Recomputes the hash of every file, so that a single flipped bit is found, and the row counts; then runs the
    checks of publication again.
    """
    try:
        path = latest_path(dataset)
        if path is None:
            return [f"The dataset {dataset} has no release."]
        manifest = read_manifest(path)
        if problem := _json_problem(dataset, path, manifest):
            return [problem]
    except (ReleaseMissing, ManifestDamaged) as damage:
        return [str(damage)]
    except FileNotFoundError:
        return [f"The release has no {RELEASE_JSON}."]
    problems = list(_file_problems(path, manifest))
    if problems:
        return problems  # damaged files are not opened
    release = StoredRelease(path)
    problems.extend(_count_problems(release, manifest))
    if manifest.schema_version == SCHEMA_VERSION:
        problems.extend(check_release(release))
    return problems


def _json_problem(dataset: Path, path: Path, manifest: Manifest) -> str | None:
    """`latest.json` may lag one step behind `latest` where a run died between the two (`hold` mends it later)."""
    name = json_name(dataset)
    if name is None and manifest.parent is not None:
        return f"{LATEST_JSON} is missing."
    if name is not None and not (path.parent / name).is_dir():
        return f"{LATEST_JSON} names {name}, which is no release."
    return None


def _file_problems(path: Path, manifest: Manifest) -> Iterator[str]:
    if manifest.release != path.name:
        yield f"{RELEASE_JSON} is that of the release {manifest.release}."
    found = {file.relative_to(path).as_posix(): file for file in sorted(path.rglob("*")) if not file.is_dir()}
    for name in sorted(found.keys() - manifest.files.keys() - {RELEASE_JSON}):
        yield f"{name} does not belong to the release."
    for name, file in sorted(manifest.files.items()):
        if name not in found:
            yield f"{name} is missing."
        elif (size := found[name].stat().st_size) != file.size:
            yield f"{name} has {size} bytes and was published with {file.size}."
        elif _sha256(found[name]) != file.sha256:
            yield f"{name} is not what was published: its SHA-256 is another."


def _count_problems(release: StoredRelease, manifest: Manifest) -> Iterator[str]:
    for table in TABLES.values():
        total = 0
        for file, rows in release.row_counts(table):
            total += rows
            name = file.relative_to(release.path).as_posix()
            if rows != manifest.files[name].rows:
                yield f"{name} has {rows} rows and was published with {manifest.files[name].rows}."
        if total != manifest.rows[table.name] or total != sum(manifest.partitions[table.name].values()):
            yield f"{table.name} has {total} rows and was published with {manifest.rows[table.name]}."


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
