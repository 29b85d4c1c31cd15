"""Finding and reading the files of a dump."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extract.opening import LEADS_OUT
from extract.sources import NO_SUFFIX, OF_A_SYSTEM, SourceMissing, find_sources


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def names(*sources: Path) -> list[str]:
    return [file.source for file in find_sources(sources).files]


def test_text_files_of_any_depth_are_found_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, b="", a="", sub__deep__c="", sub__a="")
    (tmp_path / "note.jpg").write_text("no text dump")
    (tmp_path / "UPPER.TXT").write_text("")
    assert names(tmp_path) == ["UPPER.TXT", "a.txt", "b.txt", "sub/a.txt", "sub/deep/c.txt"]


def test_a_single_file_bears_its_own_name_whatever_its_ending(tmp_path: Path) -> None:
    (tmp_path / "vraag.old").write_text("één")
    assert names(tmp_path / "vraag.old") == ["vraag.old"]


def test_a_folder_that_is_called_like_a_text_is_walked(tmp_path: Path) -> None:
    write(tmp_path, **{"folder.txt__a": "vraag"})
    assert names(tmp_path) == ["folder.txt/a.txt"]


def test_equal_names_in_two_dumps_bear_the_folders_of_their_dumps(tmp_path: Path) -> None:
    first, second = write(tmp_path / "first", a="1", b="2"), write(tmp_path / "second", a="3")
    assert names(first, second) == ["first/a.txt", "b.txt", "second/a.txt"]


def test_dumps_of_the_same_name_are_told_apart_further_up(tmp_path: Path) -> None:
    first, second = write(tmp_path / "first" / "raw", a="1"), write(tmp_path / "second" / "raw", a="2")
    assert names(first, second) == ["first/raw/a.txt", "second/raw/a.txt"]


def test_a_file_that_two_sources_reach_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a="1", sub__b="2")
    assert names(tmp_path, tmp_path / "sub", tmp_path / "a.txt", tmp_path) == ["a.txt", "sub/b.txt"]


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path, sub__a="1")
    (tmp_path / "sub" / "again").symlink_to(tmp_path)
    assert names(tmp_path) == ["sub/a.txt"]


def test_a_missing_source_is_told_before_anything_is_read(tmp_path: Path) -> None:
    write(tmp_path, a="1")
    with pytest.raises(SourceMissing, match="nowhere"):
        find_sources([tmp_path, tmp_path / "nowhere"])


def test_a_name_that_is_no_utf8_can_still_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("vraag")
    assert names(tmp_path) == ["caf\\xe9.txt"]


def test_names_that_would_look_alike_are_told_apart(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", rb"caf\xe9.txt", "café.txt".encode()):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("vraag")
    assert names(tmp_path) == ["caf\\x5cxe9.txt", "caf\\xe9.txt", "café.txt"]


def test_a_dump_of_any_bytes(tmp_path: Path) -> None:
    top = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    other = tmp_path / "b"
    assert names(write(top, a="1"), write(other, a="1")) == ["caf\\xe9/a.txt", "b/a.txt"]


def test_files_that_no_reader_takes_are_counted(tmp_path: Path) -> None:
    write(tmp_path, a="1")
    for name in ("b.JPG", "c.jpg", "d.docx~", "~$d.docx", "._a.txt", ".DS_Store", "README"):
        (tmp_path / name).write_text("")
    (tmp_path / "__MACOSX").mkdir()
    found = find_sources([tmp_path])
    assert found.passed_over == {".jpg": 2, ".docx~": 1, OF_A_SYSTEM: 4, NO_SUFFIX: 1}


def test_a_source_without_any_file_to_read_is_told(tmp_path: Path) -> None:
    full, empty = write(tmp_path / "full", a="1", sub__b="2"), tmp_path / "empty"
    empty.mkdir()
    (empty / "photo.jpg").write_text("no text dump")
    (found,) = find_sources([full, empty, full / "sub", full / "a.txt"]).empty
    assert (found.source, found.passed_over) == (empty, {".jpg": 1})


def test_links_that_lead_out_of_the_dump_are_followed_only_when_asked(tmp_path: Path) -> None:
    dump, outside = write(tmp_path / "dump", a="1", sub__b="2"), write(tmp_path / "outside", c="3")
    (dump / "inside.txt").symlink_to(dump / "a.txt")
    (dump / "out").symlink_to(outside)
    files = find_sources([dump]).files
    assert {file.source: file.problem for file in files if file.problem} == {"out/": LEADS_OUT}
    followed = find_sources([dump], follow_links=True).files
    assert "out/c.txt" in [file.source for file in followed]


def test_a_dump_that_is_a_link_itself_is_read(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(write(tmp_path / "dump", a="1"))
    (file,) = find_sources([tmp_path / "link"]).files
    assert (file.source, file.problem) == ("a.txt", None)
