"""Which releases are kept."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from load.releases import ReleaseInfo, latest_name, list_releases, rollback
from load.retention import Retention, prune, removable
from load.verify import verify
from tests.load.made import document, known, published

NOW = datetime(2026, 11, 25, 3, 30, tzinfo=UTC)


def release(days: int, *, is_latest: bool = False, damage: str | None = None) -> ReleaseInfo:
    """A release of so many days ago, named for them."""
    created = (NOW - timedelta(days=days)).isoformat()
    return ReleaseInfo(str(days), is_latest, created, None, "1", "1.0.0", {}, {}, damage)


def nights(*days: int) -> list[ReleaseInfo]:
    return [release(day, is_latest=index == 0) for index, day in enumerate(days)]


@pytest.mark.parametrize(
    ("releases", "retention", "gone"),
    [
        pytest.param(nights(*range(20)), Retention(14, 14), list(range(19, 14, -1)), id="the days keep more"),
        pytest.param(nights(*range(0, 40, 2)), Retention(14, 14), list(range(38, 26, -2)), id="the number keeps more"),
        pytest.param(nights(1, 30, 60), Retention(14, 14), [], id="few releases stay however old"),
        pytest.param(nights(0, 0, 0, 0), Retention(1, 1), [], id="many of one day stay"),
        pytest.param(
            [release(1), release(99, is_latest=True)], Retention(1, 0), [], id="the latest stays, rolled back"
        ),
        pytest.param([release(1), release(99, damage="x")], Retention(1, 0), [], id="a damaged one is for a person"),
    ],
)
def test_what_need_not_be_kept(releases: list[ReleaseInfo], retention: Retention, gone: list[int]) -> None:
    assert [one.release_id for one in removable(releases, retention, NOW)] == [str(day) for day in gone]


def test_the_parent_of_the_latest_stays() -> None:
    """It was the latest until a moment ago, and may be older than all others: somebody rolled back to it."""
    latest = replace(release(0, is_latest=True), parent="60")
    assert removable([latest, release(1), release(60)], Retention(1, 0), NOW) == [release(1)]


@pytest.fixture
def three(dataset: Path) -> Path:
    for number in range(1, 4):
        published(dataset, [document(number, source=f"{number}.txt")], f"r{number}")
    return dataset


def test_what_is_removed_is_gone_and_the_rest_is_whole(three: Path) -> None:
    """Releases share files: removing one takes nothing from another."""
    later = datetime.now(UTC) + timedelta(days=1)
    assert prune(three, Retention(1, 0), later) == ["r1"]
    assert [one.release_id for one in list_releases(three)] == ["r3", "r2"]
    assert verify(three) == []
    assert list((three / ".staging").iterdir()) == []


def test_a_dry_run_removes_nothing(three: Path) -> None:
    later = datetime.now(UTC) + timedelta(days=1)
    assert prune(three, Retention(1, 0), later, dry_run=True) == ["r1"]
    assert len(list_releases(three)) == 3


def test_what_was_rolled_back_to_is_never_removed(three: Path) -> None:
    rollback(three, "r1")
    assert prune(three, Retention(1, 0), datetime.now(UTC) + timedelta(days=1)) == ["r2"]
    assert latest_name(three) == "r1"
    assert verify(three) == []


def test_an_old_refused_release_goes(dataset: Path) -> None:
    published(dataset, [document(1)])
    for name in ("old", "new"):
        (dataset / "refused" / name).mkdir(parents=True)
    long_ago = (datetime.now(UTC) - timedelta(days=30)).timestamp()
    os.utime(dataset / "refused" / "old", (long_ago, long_ago))
    assert prune(dataset, Retention(), datetime.now(UTC)) == ["old"]
    assert [path.name for path in (dataset / "refused").iterdir()] == ["new"]


def test_a_release_that_a_dead_run_had_half_removed_is_no_release(three: Path) -> None:
    (three / "releases" / "r1").rename(three / ".staging" / "r1.removed")
    assert [one.release_id for one in list_releases(three)] == ["r3", "r2"]
    published(three, [known(document(1, source="elsewhere.txt"))], "r4")
    assert list((three / ".staging").iterdir()) == []


@pytest.mark.parametrize("name", ["refused", ".staging", "releases"])
def test_links_lead_nowhere(dataset: Path, tmp_path: Path, name: str) -> None:
    """What lies behind a link is not the dataset's: nothing is removed there, and nothing written."""
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "old").mkdir(parents=True)
    (elsewhere / "old" / "file").touch()
    os.utime(elsewhere / "old", (0, 0))
    published(dataset, [document(1)], "r1")
    published(dataset, [document(2)], "r2")
    if name == "releases":
        (dataset / "releases" / "r0").symlink_to(elsewhere / "old")
    else:
        shutil.rmtree(dataset / name, ignore_errors=True)
        (dataset / name).symlink_to(elsewhere)
    prune(dataset, Retention(1, 0), datetime.now(UTC))
    assert [path.relative_to(elsewhere).as_posix() for path in sorted(elsewhere.rglob("*"))] == ["old", "old/file"]
    if name == ".staging":
        with pytest.raises(OSError, match="it is a link: put a folder in its place"):
            published(dataset, [document(3)], "r3")
