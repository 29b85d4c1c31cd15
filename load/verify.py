"""Whether the latest release is still what was published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from load.checks import check_release
from load.manifest import Manifest, ReleaseDamaged, file_problems, read_manifest
from load.releases import LATEST_JSON, json_name, latest_release
from load.stored import StoredRelease
from load.tables import SCHEMA_VERSION, TABLES


def verify(dataset: Path) -> list[str]:
    """What is wrong with the latest release, one sentence each; an empty list where it is undamaged.

    Recomputes the hash of every file, so that a single flipped bit is found, and the row counts; then runs the
    checks of publication again. Raises `load.releases.DatasetEmpty` where the dataset has no release.
    """
    try:
        path = latest_release(dataset)
        manifest = read_manifest(path)
        if problem := _json_problem(dataset, path, manifest):
            return [problem]
    except ReleaseDamaged as error:
        return [error.damage]
    problems = list(file_problems(path, manifest))
    if problems:
        return problems  # damaged files cannot be read
    release = StoredRelease(path)
    problems.extend(_count_problems(release, manifest))
    if manifest.schema_version == SCHEMA_VERSION:
        problems.extend(check_release(release))
    return problems


def _json_problem(dataset: Path, path: Path, manifest: Manifest) -> str | None:
    """What is wrong with `latest.json`. It may lag one step behind `latest` where a run was killed between the two;
    the next run mends that."""
    name = json_name(dataset)
    if name is None and manifest.parent is not None:
        return f"{LATEST_JSON} is missing."
    if name is not None and not (path.parent / name).is_dir():
        return f"{LATEST_JSON} names the release {name}, which does not exist."
    return None


def _count_problems(release: StoredRelease, manifest: Manifest) -> Iterator[str]:
    for table in TABLES.values():
        total = 0
        for file, rows in release.row_counts(table):
            total += rows
            name = file.relative_to(release.path).as_posix()
            if rows != manifest.files[name].rows:
                yield f"{name} has {rows} rows instead of {manifest.files[name].rows}."
        if total != manifest.rows[table.name] or total != sum(manifest.partitions[table.name].values()):
            yield f"{table.name} has {total} rows instead of {manifest.rows[table.name]}."
