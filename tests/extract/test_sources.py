"""Finding and reading the files of a dump."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from extract.sources import UNREADABLE, Delivery, SourceMissing, find_sources, read_source, without_text
from records import RawDocument


def whole(text: str) -> Sequence[int]:
    return [0]


def at_each_heading(text: str) -> Sequence[int]:
    return sorted({0, *(found.start() for found in re.finditer("VRAAG", text))})


def nothing_known(source: str, fingerprint: str) -> bool:
    return False


def deliveries(
    *sources: Path,
    document_starts: Callable[[str], Sequence[int]] = whole,
    is_known: Callable[[str, str], bool] = nothing_known,
) -> list[Delivery]:
    return [read_source(file, document_starts, is_known) for file in find_sources(sources)]


def only_document(*sources: Path) -> RawDocument:
    (delivery,) = deliveries(*sources)
    assert delivery.documents is not None
    (document,) = delivery.documents
    return document


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def names(*sources: Path) -> list[str]:
    return [file.source for file in find_sources(sources)]


def test_text_files_of_any_depth_are_found_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, b="", a="", sub__deep__c="", sub__a="")
    (tmp_path / "note.md").write_text("no text dump")
    (tmp_path / "UPPER.TXT").write_text("")
    assert names(tmp_path) == ["UPPER.TXT", "a.txt", "b.txt", "sub/a.txt", "sub/deep/c.txt"]


def test_a_single_file_bears_its_own_name_whatever_its_ending(tmp_path: Path) -> None:
    (tmp_path / "vraag.text").write_text("één")
    assert only_document(tmp_path / "vraag.text").source == "vraag.text"


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


def test_the_text_and_how_it_was_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf\r\nVraag \x0c\xc3\xa9 \r\n")
    document = only_document(tmp_path)
    status = (tmp_path / "a.txt").stat()
    assert document == RawDocument(
        "a.txt", 0, f"{status.st_size}-{status.st_mtime_ns}", "utf-8-sig", "\r\nVraag \x0cé \r\n"
    )


def test_one_file_of_many_documents(tmp_path: Path) -> None:
    write(tmp_path, a="kop VRAAG 1 VRAAG 2")
    (delivery,) = deliveries(tmp_path, document_starts=at_each_heading)
    assert delivery.documents is not None
    assert [(one.source_position, one.raw_text) for one in delivery.documents] == [
        (0, "kop "),
        (1, "VRAAG 1 "),
        (2, "VRAAG 2"),
    ]


def test_an_empty_file_is_an_empty_document(tmp_path: Path) -> None:
    document = only_document(write(tmp_path, a=""))
    assert (document.raw_text, document.encoding, document.problem) == ("", "utf-8", None)


def test_binary_content_is_not_split_and_has_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"PK\x00VRAAG VRAAG")
    (delivery,) = deliveries(tmp_path, document_starts=at_each_heading)
    assert delivery.documents is not None
    assert [(one.encoding, bool(one.problem)) for one in delivery.documents] == [("binary", True)]


def test_a_dangling_link_is_a_document_with_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    document = only_document(tmp_path)
    assert (document.raw_text, document.encoding, document.fingerprint) == ("", "", UNREADABLE)
    assert document.problem == "cannot be read: No such file or directory"


def test_what_would_block_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert only_document(tmp_path).problem == "is not a regular file"


def test_what_cannot_be_read_keeps_no_other_file_out(tmp_path: Path) -> None:
    write(tmp_path, b="vraag")
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    found = {one.source: one.documents for one in deliveries(tmp_path)}
    assert {name: documents and documents[0].problem for name, documents in found.items()} == {
        "a.txt": "cannot be read: No such file or directory",
        "b.txt": None,
    }


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a="1", shut__b="2")
    scandir = os.scandir

    def refuse(folder: str) -> object:
        if Path(folder).name == "shut":
            raise PermissionError(13, "Permission denied", folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    found = {one.source: one.documents for one in deliveries(tmp_path)}
    assert list(found) == ["a.txt", "shut/"]
    assert found["shut/"] is not None
    assert found["shut/"][0].problem == "is a folder that cannot be read: Permission denied"


def test_what_is_known_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, a="1", b="2")
    first = deliveries(tmp_path)
    known = {delivery.source: delivery.fingerprint for delivery in first}
    (tmp_path / "b.txt").write_text("longer than before")
    second = deliveries(tmp_path, is_known=lambda source, mark: known.get(source) == mark)
    assert [delivery.documents is None for delivery in second] == [True, False]


def test_what_could_not_be_read_is_tried_again_and_told_once(tmp_path: Path) -> None:
    link = tmp_path / "a.txt"
    link.symlink_to(tmp_path / "late")
    (still_gone,) = deliveries(tmp_path, is_known=lambda source, mark: mark == UNREADABLE)
    assert still_gone.documents is None, "the same trouble is no news"
    (tmp_path / "late").write_text("vraag")
    (there,) = deliveries(tmp_path, is_known=lambda source, mark: mark == UNREADABLE)
    assert there.documents is not None
    assert there.documents[0].raw_text == "vraag"


def test_a_file_is_read_when_its_turn_comes(tmp_path: Path) -> None:
    first, second = find_sources([write(tmp_path, a="1", b="2")])
    read_source(first, whole, nothing_known)
    (tmp_path / "b.txt").write_text("written after the first was read")
    delivery = read_source(second, whole, nothing_known)
    assert delivery.documents is not None
    assert delivery.documents[0].raw_text == "written after the first was read"


def test_a_source_without_any_text_is_told(tmp_path: Path) -> None:
    full, empty = write(tmp_path / "full", a="1", sub__b="2"), tmp_path / "empty"
    empty.mkdir()
    (empty / "note.md").write_text("no text dump")
    sources = [full, empty, full / "sub", full / "a.txt"]
    assert without_text(sources, find_sources(sources)) == [empty]
