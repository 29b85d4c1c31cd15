"""A release appears whole or not at all, and `latest` with it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from load.checks import ChecksFailed
from load.manifest import ReleaseDamaged, read_manifest
from load.refused import RefusedRelease, list_refused
from load.releases import latest_name, list_releases
from load.staging import Incoming
from load.state import read_state
from load.tables import SCHEMA_VERSION, TABLES
from load.verify import verify
from tests.load.made import document, flip, known, published, rejected

CALLS = ((os, "fsync"), (os, "rename"), (os, "replace"), (os, "symlink"), (os, "open"), (os, "write"))
"""The calls by which a publication changes the disk; `os.open` makes files, and opens folders to sync them."""


class DiskFullError(OSError):
    """What the failing calls raise."""


def failing_at(patch: pytest.MonkeyPatch, owner: Any, name: str, turn: int) -> Callable[[], int]:
    """Make the call fail in that turn, from 1; what comes back tells how often it has been called."""
    real: Any = getattr(owner, name)
    calls = 0

    def call(*args: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == turn:
            raise DiskFullError(28, "No space left on device")
        return real(*args, **options)

    patch.setattr(owner, name, call)
    return lambda: calls


def calls_of(owner: Any, name: str, dataset: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    with monkeypatch.context() as patch:
        count = failing_at(patch, owner, name, -1)
        published(dataset, [document(2)], "counted")
        return count()


@pytest.mark.slow
@pytest.mark.parametrize(("owner", "name"), CALLS)
def test_a_call_that_fails_leaves_latest_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str
) -> None:
    counting = tmp_path / "counting"
    published(counting, [document(1)], "old")
    count = calls_of(owner, name, counting, monkeypatch)
    assert count > 0
    # The first and the last turns are where names change; those between write one table after another.
    dataset = tmp_path / "dataset"
    published(dataset, [document(1)], "old")
    for turn in sorted({*range(1, min(5, count)), *range(5, count - 8, 9), *range(max(1, count - 8), count + 1)}):
        with monkeypatch.context() as patch:
            failing_at(patch, owner, name, turn)
            with pytest.raises(DiskFullError):
                published(dataset, [document(2)], f"new-{turn}")
        assert latest_name(dataset) == "old"
        assert json.loads((dataset / "latest.json").read_text())["release"] == "old"
        assert verify(dataset) == []
    published(dataset, [document(2)], "again")
    assert latest_name(dataset) == "again"
    assert verify(dataset) == []


@pytest.mark.parametrize("name", ["replace", "symlink", "rename"])
def test_a_first_publication_that_fails_leaves_no_latest(
    dataset: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with monkeypatch.context() as patch:
        failing_at(patch, os, name, 1)
        with pytest.raises(DiskFullError):
            published(dataset, [document(1)])
    assert latest_name(dataset) is None
    published(dataset, [document(1)], "again")
    assert latest_name(dataset) == "again"


def test_documents_that_break_off_leave_latest_as_it_was(full_dataset: Path) -> None:
    def breaking_off() -> Iterator[Incoming]:
        yield document(8)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        published(full_dataset, breaking_off(), "r2")
    assert latest_name(full_dataset) == "r1"
    assert list((full_dataset / ".staging").iterdir()) == []


def test_a_refused_release_is_kept_under_its_own_name(dataset: Path) -> None:
    """Outside `releases/`, so that nobody reads it by mistake; whole, so that a person can look into it."""
    with pytest.raises(ChecksFailed) as refusal:
        published(dataset, [known(document(1))], "unsound")
    assert refusal.value.refused == dataset / "refused" / "unsound"
    assert read_manifest(dataset / "refused" / "unsound").rows["deliveries"] == 1
    assert list_refused(dataset) == [RefusedRelease("unsound", refusal.value.faults)]
    assert [info.release_id for info in list_releases(dataset)] == []
    published(dataset, [document(1)], "sound")
    assert [path.name for path in (dataset / "refused").iterdir()] == ["unsound"]
    assert list((dataset / ".staging").iterdir()) == []


def test_what_a_dead_run_left_is_removed(dataset: Path) -> None:
    (dataset / ".staging" / "dead" / "questions").mkdir(parents=True)
    (dataset / ".latest.new").symlink_to("releases/dead")
    (dataset / ".latest.json.new").write_text("half")
    published(dataset, [document(1)])
    assert sorted(path.name for path in dataset.iterdir()) == [".staging", "latest", "latest.json", "releases"]
    assert list((dataset / ".staging").iterdir()) == []


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("bit", [9, 4321], ids=["at the beginning", "further in"])
def test_nothing_is_built_on_a_damaged_file(full_dataset: Path, table: str, bit: int) -> None:
    file = next((full_dataset / "latest" / table).rglob("*.parquet"))
    flip(file, bit)
    with pytest.raises(ReleaseDamaged, match=f"{file.name} of the release r1 has changed since it was published"):
        published(full_dataset, [document(9)], "r2")
    assert latest_name(full_dataset) == "r1"


def test_nothing_is_built_without_a_file(full_dataset: Path) -> None:
    file = next((full_dataset / "latest" / "pairs").rglob("*.parquet"))
    file.unlink()
    with pytest.raises(ReleaseDamaged, match=f"{file.name} of the release r1 is missing"):
        published(full_dataset, [document(9)], "r2")


def test_a_rebuild_reads_no_damaged_text(full_dataset: Path) -> None:
    flip(next((full_dataset / "latest" / "documents").rglob("*.parquet")), 4321)
    with pytest.raises(ReleaseDamaged):
        list(read_state(full_dataset).stored_documents())


def test_every_file_and_folder_is_brought_to_the_disk_before_latest_moves(
    dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    real = os.replace

    def fsync(descriptor: int) -> None:
        events.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))

    def replace(source: Any, target: Any) -> None:
        events.append(f"-> {Path(target).name}")
        real(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    path = published(dataset, [document(1)]).path
    before = events[: events.index("-> latest")]
    staged = [str(dataset / ".staging" / "r1" / found.relative_to(path)) for found in path.rglob("*")]
    assert set(staged) <= set(before)
    assert str(dataset / "releases") in before
    assert str(dataset) in events[events.index("-> latest") :]


@pytest.mark.parametrize("release_id", ["", "../up", ".hidden", "a/b", "a b"])
def test_a_release_id_is_a_plain_name(dataset: Path, release_id: str) -> None:
    with pytest.raises(ValueError, match="is not a valid release id"):
        published(dataset, [document(1)], release_id)


def test_a_release_is_never_written_twice(full_dataset: Path) -> None:
    with pytest.raises(ValueError, match="already has a release r1"):
        published(full_dataset, [document(5)], "r1")


def test_latest_is_a_relative_link_and_latest_json_says_the_same(full: Path) -> None:
    assert (full / "latest").readlink() == Path("releases/r1")
    assert json.loads((full / "latest.json").read_text()) == {"release": "r1", "path": "releases/r1"}


def test_the_manifest_says_what_is_in_the_release(dataset: Path) -> None:
    published(dataset, [document(1), rejected()])
    publication = published(dataset, [document(2, session="2020-2021")], "r2", inputs=["dump", "more"])
    manifest = read_manifest(publication.path)
    assert (manifest.release, manifest.parent, manifest.inputs) == ("r2", "r1", ("dump", "more"))
    assert (manifest.schema_version, manifest.parser_version) == (SCHEMA_VERSION, "1.0.0")
    assert manifest.documents == {"parsed": 2, "rejected": 1}
    assert manifest.rows["questions"] == 2
    assert manifest.partitions["questions"] == {
        "parliament=vlaams-parlement/session=2019-2020": 1,
        "parliament=vlaams-parlement/session=2020-2021": 1,
    }
    assert manifest.rows == publication.rows
    assert set(manifest.rows) == set(TABLES)


def test_the_publication_counts_this_run_and_the_whole_release(dataset: Path) -> None:
    published(dataset, [document(1), rejected()])
    publication = published(dataset, [document(2), rejected("nog iets", source="b.txt"), known(document(1))], "r2")
    assert (publication.release_id, publication.parent) == ("r2", "r1")
    assert (publication.parsed, publication.rejected, publication.superseded) == (1, 1, 0)
    assert publication.documents == {"parsed": 2, "rejected": 2}
    assert publication.rows["deliveries"] == 4


def test_a_hostile_document_is_a_row_with_a_reason_and_no_crash(dataset: Path) -> None:
    publication = published(dataset, [document(2**31), document(1)])
    assert publication.documents == {"parsed": 1, "rejected": 1}
