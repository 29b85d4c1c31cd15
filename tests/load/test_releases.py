"""The list of releases, and the way back to an earlier one."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from load.manifest import ReleaseDamaged, read_manifest
from load.releases import ReleaseMissing, latest_name, latest_path, list_releases, mend_latest, rollback
from load.state import read_state
from load.verify import verify
from tests.load.made import document, flip, published


@pytest.fixture
def two(dataset: Path) -> Path:
    """A dataset with two releases."""
    published(dataset, [document(1)], "r1")
    published(dataset, [document(2)], "r2")
    return dataset


def test_a_dataset_without_a_release_has_no_latest(dataset: Path) -> None:
    assert latest_path(dataset) is None
    assert list_releases(dataset) == []


def test_a_dataset_that_is_not_there_has_no_latest(tmp_path: Path) -> None:
    assert latest_path(tmp_path / "nowhere") is None
    assert list_releases(tmp_path / "nowhere") == []


def test_latest_is_resolved(two: Path) -> None:
    assert latest_path(two) == Path(os.path.realpath(two / "latest"))


def test_releases_are_listed_newest_first(two: Path) -> None:
    infos = list_releases(two)
    assert [(info.release_id, info.parent, info.is_latest) for info in infos] == [
        ("r2", "r1", True),
        ("r1", None, False),
    ]
    assert [info.rows["questions"] for info in infos] == [2, 1]
    assert infos[0].created > infos[1].created


def test_a_damaged_release_is_listed_as_such(two: Path) -> None:
    (two / "releases" / "r2" / "release.json").write_text("{}")
    (two / "releases" / "r0").mkdir()
    damage = {info.release_id: info.damage for info in list_releases(two)}
    assert damage["r1"] is None
    assert damage["r2"] == "release.json of the release r2 cannot be parsed (KeyError)."
    assert damage["r0"] == "release.json of the release r0 is missing."


def test_an_earlier_release_becomes_the_latest(two: Path) -> None:
    rollback(two, "r1")
    assert latest_name(two) == "r1"
    assert verify(two) == []
    assert read_state(two).document_ids == {document(1)[0].document_id}


def test_the_next_release_builds_on_the_one_that_was_rolled_back_to(two: Path) -> None:
    rollback(two, "r1")
    publication = published(two, [document(3)], "r3")
    assert publication.parent == "r1"
    assert publication.rows["questions"] == 2


@pytest.mark.parametrize("release_id", ["r9", "", "..", "../releases/r1"])
def test_there_is_no_way_back_to_what_is_no_release(two: Path, release_id: str) -> None:
    with pytest.raises(ReleaseMissing, match="has no release"):
        rollback(two, release_id)
    assert latest_name(two) == "r2"


def test_a_release_with_a_damaged_manifest_does_not_become_the_latest(two: Path) -> None:
    (two / "releases" / "r1" / "release.json").write_text("{}")
    with pytest.raises(ReleaseDamaged):
        rollback(two, "r1")
    assert latest_name(two) == "r2"


def test_a_release_with_a_damaged_file_does_not_become_the_latest(two: Path) -> None:
    file = next((two / "releases" / "r1" / "pairs").rglob("*.parquet"))
    flip(file, 321)
    with pytest.raises(ReleaseDamaged, match=f"{file.name} has changed since it was published"):
        rollback(two, "r1")
    assert latest_name(two) == "r2"


def test_a_damaged_latest_json_is_no_obstacle_on_the_way_back(two: Path) -> None:
    (two / "latest").unlink()
    (two / "latest.json").write_text("{}")
    assert [info.is_latest for info in list_releases(two)] == [False, False]
    rollback(two, "r1")
    assert latest_name(two) == "r1"
    assert verify(two) == []


def test_latest_that_points_nowhere_is_not_an_empty_dataset(two: Path) -> None:
    (two / "releases" / "r2").rename(two / "gone")
    with pytest.raises(
        ReleaseDamaged, match=r"names the release r2, which does not exist\. `vraagbaak releases` lists"
    ):
        latest_path(two)


def test_without_links_latest_json_tells(two: Path) -> None:
    (two / "latest").unlink()
    assert latest_path(two) == (two / "releases" / "r2").resolve()


def test_latest_json_is_mended_after_the_link(two: Path) -> None:
    lagging = (two / "latest.json").read_text()
    rollback(two, "r1")
    current = (two / "latest.json").read_text()
    (two / "latest.json").write_text(lagging)
    mend_latest(two)
    assert (two / "latest.json").read_text() == current
    (two / "latest.json").unlink()
    mend_latest(two)
    assert (two / "latest.json").read_text() == current


def test_a_manifest_of_before_an_entry_was_added_is_sound(two: Path) -> None:
    """Its seal is that of what stands there, not of what would be written today."""
    path = two / "releases" / "r1" / "release.json"
    entries = json.loads(path.read_bytes())
    for name in ("nulls", "seal"):
        del entries[name]
    older = (json.dumps(entries, indent=1, ensure_ascii=False) + "\n").encode()
    sealed = entries | {"seal": hashlib.sha256(older).hexdigest()}
    path.write_bytes((json.dumps(sealed, indent=1, ensure_ascii=False) + "\n").encode())
    assert read_manifest(path.parent).nulls == {}
    rollback(two, "r1")
    assert verify(two) == []


def test_a_release_comes_before_its_parent_whatever_the_clock_said(two: Path) -> None:
    """The clock was set back between two nights."""
    content = json.loads((two / "releases" / "r2" / "release.json").read_bytes())
    content.pop("seal")
    content["created"] = "2001-01-01T03:30:00+00:00"
    seal = hashlib.sha256((json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()).hexdigest()
    written = json.dumps(content | {"seal": seal}, indent=1, ensure_ascii=False) + "\n"
    (two / "releases" / "r2" / "release.json").write_text(written)
    assert [info.release_id for info in list_releases(two)] == ["r2", "r1"]
