"""A release that is no longer what was published is found out."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from load.manifest import ReleaseDamaged, read_manifest, render
from load.releases import DatasetEmpty, list_releases
from load.retention import Retention, prune
from load.tables import TABLES
from load.verify import verify
from tests.load.made import document, flip, published


def test_a_release_as_published_is_fine(full: Path) -> None:
    assert verify(full) == []


def test_an_empty_release_is_fine(empty: Path) -> None:
    assert verify(empty) == []


def test_a_dataset_without_a_release_has_nothing_to_verify(dataset: Path) -> None:
    with pytest.raises(DatasetEmpty, match="has no release yet"):
        verify(dataset)


@pytest.mark.parametrize("table", TABLES)
def test_a_flipped_bit_in_a_table_is_found(full_dataset: Path, table: str) -> None:
    file = next((full_dataset / "latest" / table).rglob("*.parquet"))
    flip(file, 4321)
    name = file.relative_to(full_dataset / "latest").as_posix()
    assert verify(full_dataset) == [f"{name} has changed since it was published: its SHA-256 differs."]


def test_a_flipped_bit_in_the_data_dictionary_is_found(full_dataset: Path) -> None:
    flip(full_dataset / "latest" / "datapackage.json", 999)
    assert verify(full_dataset) == ["datapackage.json has changed since it was published: its SHA-256 differs."]


@settings(max_examples=60)
@given(st.integers(0, 10**6))
def test_any_flipped_bit_in_release_json_is_found(full: Path, bit: int) -> None:
    copy = full.parent / "flipped"
    copy.mkdir(exist_ok=True)
    (copy / "release.json").write_bytes((full / "latest" / "release.json").read_bytes())
    read_manifest(copy)
    flip(copy / "release.json", bit)
    with pytest.raises(ReleaseDamaged):
        read_manifest(copy)


@pytest.mark.parametrize("bit", range(0, 8 * 44, 29))
def test_a_flipped_bit_in_latest_json_is_found(full_dataset: Path, bit: int) -> None:
    flip(full_dataset / "latest.json", bit)
    assert len(verify(full_dataset)) == 1


def test_a_missing_a_shortened_and_a_foreign_file_are_found(full_dataset: Path) -> None:
    latest = full_dataset / "latest"
    files = sorted(file.relative_to(latest).as_posix() for file in (latest / "segments").rglob("*.parquet"))
    (latest / files[0]).unlink()
    size = (latest / files[1]).stat().st_size
    (latest / files[1]).write_bytes((latest / files[1]).read_bytes()[:-1])
    (latest / "pairs" / "notes.txt").write_text("hier")
    assert verify(full_dataset) == [
        "pairs/notes.txt is not a file of the release.",
        f"{files[0]} is missing.",
        f"{files[1]} has {size - 1} bytes instead of {size}.",
    ]


def test_a_release_without_release_json_is_found(full_dataset: Path) -> None:
    (full_dataset / "latest" / "release.json").unlink()
    assert verify(full_dataset) == ["release.json of the release r1 is missing."]


def test_a_release_that_was_moved_under_another_id_is_found(full_dataset: Path) -> None:
    (full_dataset / "releases" / "r1").rename(full_dataset / "releases" / "r7")
    (full_dataset / "latest").unlink()
    (full_dataset / "latest").symlink_to("releases/r7")
    (full_dataset / "latest.json").write_text('{"release": "r7", "path": "releases/r7"}\n')
    assert verify(full_dataset) == ["release.json belongs to the release r1."]


def test_row_counts_are_recomputed(full_dataset: Path) -> None:
    path = full_dataset / "latest" / "release.json"
    manifest = read_manifest(path.parent)
    rows = dict(manifest.rows) | {"pairs": 99}
    path.write_bytes(render(type(manifest)(**vars(manifest) | {"rows": rows})))
    assert verify(full_dataset) == [f"pairs has {manifest.rows['pairs']} rows instead of 99."]


def test_latest_json_may_lag_behind_where_a_run_died_between_two_steps(dataset: Path) -> None:
    published(dataset, [document(1)], "r1")
    before = (dataset / "latest.json").read_bytes()
    published(dataset, [document(2)], "r2")
    (dataset / "latest.json").write_bytes(before)
    assert verify(dataset) == []


def test_latest_json_that_is_missing_is_found(dataset: Path) -> None:
    published(dataset, [document(1)], "r1")
    published(dataset, [document(2)], "r2")
    (dataset / "latest.json").unlink()
    assert verify(dataset) == ["latest.json is missing."]


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("extra/session=2019-2020/rows.parquet", "extra is not a folder of the release."),
        ("questions/parliament=vlaams-parlement/session=1999-2000/x.parquet", "session=1999-2000 is not a folder"),
        ("questions/deep/deeper/x.parquet", "questions/deep is not a folder of the release."),
    ],
)
def test_what_a_reader_of_the_folder_would_read_is_found(full_dataset: Path, place: str, says: str) -> None:
    """Readers take every file under a table's folder, at any depth."""
    file = full_dataset / "latest" / place
    file.parent.mkdir(parents=True)
    file.touch()
    assert any(says in problem for problem in verify(full_dataset))


def test_links_to_files_and_folders_are_found(full_dataset: Path, tmp_path: Path) -> None:
    latest = full_dataset / "latest"
    file = next((latest / "pairs").rglob("*.parquet"))
    moved = file.rename(tmp_path / "moved.parquet")
    file.symlink_to(moved)
    (latest / "annex").symlink_to(tmp_path, target_is_directory=True)
    name = file.relative_to(latest).as_posix()
    assert verify(full_dataset) == [
        "annex is a link, which no release has.",
        f"{name} is a link, which no release has.",
    ]


def test_a_latest_that_is_a_folder_is_found(full_dataset: Path) -> None:
    real = (full_dataset / "latest").resolve()
    (full_dataset / "latest").unlink()
    shutil.copytree(real, full_dataset / "latest")
    (problem,) = verify(full_dataset)
    assert "is no link" in problem


def sealed(release: Path, **changed: object) -> None:
    """A manifest with other values, and the right seal."""
    content = json.loads((release / "release.json").read_bytes()) | changed
    content.pop("seal")
    seal = hashlib.sha256((json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()).hexdigest()
    written = json.dumps(content | {"seal": seal}, indent=1, ensure_ascii=False) + "\n"
    (release / "release.json").write_text(written)


@pytest.mark.parametrize(
    "changed",
    [
        {"rows": 3},
        {"rows": {"questions": "many"}},
        {"created": "yesterday"},
        {"created": "2026-11-28T03:30:00"},
        {"files": []},
        {"partitions": {"questions": [1]}},
        {"documents": None},
        {"parent": 7},
    ],
    ids=str,
)
def test_a_damaged_manifest_of_an_old_release_costs_its_own_line_only(
    full_dataset: Path, changed: dict[str, object]
) -> None:
    """Its seal may be right all the same."""
    shutil.copytree((full_dataset / "latest").resolve(), full_dataset / "releases" / "r0")
    sealed(full_dataset / "releases" / "r0", **changed)
    newest, damaged = list_releases(full_dataset)
    assert (newest.release_id, newest.damage, damaged.release_id) == ("r1", None, "r0")
    assert damaged.damage is not None and "cannot be parsed" in damaged.damage
    assert prune(full_dataset, Retention(1, 0), datetime.now(UTC)) == []
    assert verify(full_dataset) == []


def test_a_manifest_of_nothing_but_brackets_is_damaged(full_dataset: Path) -> None:
    (full_dataset / "latest" / "release.json").write_text("[" * 200_000)
    assert verify(full_dataset) == ["release.json of the release r1 cannot be parsed (RecursionError)."]
