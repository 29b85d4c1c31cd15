"""What a night does not change: files are linked from the parent, and only changed partitions are written."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from load.manifest import read_manifest
from load.releases import latest_name, latest_release
from load.verify import verify
from tests.load.made import document, published


def inodes(dataset: Path) -> dict[str, int]:
    """The files of the latest release by their path in it, each with its inode."""
    latest = latest_release(dataset)
    return {file.relative_to(latest).as_posix(): file.stat().st_ino for file in latest.rglob("*.parquet")}


def test_the_files_of_unchanged_partitions_are_those_of_the_parent(dataset: Path) -> None:
    """Linked, not written: the same inode; and only the changed session has new files."""
    published(dataset, [document(1), document(2, session="2020-2021")])
    before = inodes(dataset)
    published(dataset, [document(3, session="2020-2021", source="b.txt")], "r2")
    after = inodes(dataset)
    assert {name: inode for name, inode in after.items() if "2019-2020" in name} == {
        name: inode for name, inode in before.items() if "2019-2020" in name
    }
    assert not {inode for name, inode in after.items() if "2020-2021" in name} & set(before.values())


def test_a_release_of_linked_files_says_what_one_of_written_files_says(tmp_path: Path) -> None:
    incoming = [document(number, session=session) for number, session in enumerate(("2019-2020", "2020-2021") * 3, 1)]
    published(tmp_path / "once", incoming)
    for night, one in enumerate(incoming):
        published(tmp_path / "nights", [one], f"r{night}")
    once, nights = (read_manifest(latest_release(tmp_path / name)) for name in ("once", "nights"))
    assert (once.rows, once.partitions, once.documents) == (nights.rows, nights.partitions, nights.documents)
    assert verify(tmp_path / "nights") == []


def test_where_links_are_impossible_files_are_copied(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(source: Path, target: Path) -> None:
        raise OSError(errno.EXDEV, "another file system")

    published(dataset, [document(1), document(2, session="2020-2021")])
    before = inodes(dataset)
    monkeypatch.setattr(os, "link", no_link)
    published(dataset, [document(3, session="2020-2021", source="b.txt")], "r2")
    kept = {name for name in before if "2019-2020" in name}
    assert kept < inodes(dataset).keys()
    assert not {inodes(dataset)[name] for name in kept} & set(before.values())
    assert verify(dataset) == []


def test_a_fault_that_is_no_lack_of_links_is_told(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(source: Path, target: Path) -> None:
        raise OSError(errno.EIO, "broken")

    published(dataset, [document(1), document(2, session="2020-2021")])
    monkeypatch.setattr(os, "link", no_link)
    with pytest.raises(OSError, match="broken"):
        published(dataset, [document(3, session="2020-2021", source="b.txt")], "r2")
    assert latest_name(dataset) == "r1"


def test_a_file_that_moved_touches_no_table_of_questions(dataset: Path) -> None:
    """Only `documents` and `deliveries` say where a document lies."""
    raw, _ = published_document = document(1)
    published(dataset, [published_document])
    before = inodes(dataset)
    published(dataset, [(replace(raw, source="elsewhere.txt"), None)], "r2")
    changed = {name.partition("/")[0] for name, inode in inodes(dataset).items() if before.get(name) != inode}
    assert changed == {"deliveries"}
