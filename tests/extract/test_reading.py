"""Reading the files of a dump: what each holds, and what is said of what cannot be read."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from extract import reading
from extract.content import AS_USUAL, Asked
from extract.limits import Limits
from extract.opening import CHANGED, LEADS_OUT
from extract.reading import Tally, read_source
from extract.sources import find_sources
from records import UNREADABLE, RawDocument
from tests.extract.dumps import at_each_heading, nothing_known, whole


def documents(
    *sources: Path,
    starts: Callable[[str], Sequence[int]] = whole,
    is_known: Callable[[str, str], bool] = nothing_known,
    asked: Asked = AS_USUAL,
) -> dict[str, list[RawDocument] | None]:
    """By file the documents that it holds; None where it is known."""
    found = {}
    for file in find_sources(sources).files:
        delivery = read_source(file, starts, is_known, asked)
        found[file.source] = None if delivery.documents is None else list(delivery.documents)
    return found


def only_document(*sources: Path, asked: Asked = AS_USUAL) -> RawDocument:
    (found,) = documents(*sources, asked=asked).values()
    assert found is not None
    (document,) = found
    return document


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def test_the_text_and_how_it_was_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf\r\nVraag \x0c\xc3\xa9 \r\n")
    status = (tmp_path / "a.txt").stat()
    assert only_document(tmp_path) == RawDocument(
        "a.txt", 0, f"{status.st_size}-{status.st_mtime_ns}", "utf-8-sig", "\r\nVraag \x0cé \r\n"
    )


def test_one_file_of_many_documents(tmp_path: Path) -> None:
    (found,) = documents(write(tmp_path, a="kop VRAAG 1 VRAAG 2"), starts=at_each_heading).values()
    assert found is not None
    assert [(one.source_position, one.raw_text) for one in found] == [(0, "kop "), (1, "VRAAG 1 "), (2, "VRAAG 2")]


def test_an_empty_file_is_an_empty_document(tmp_path: Path) -> None:
    document = only_document(write(tmp_path, a=""))
    assert (document.raw_text, document.encoding, document.problem) == ("", "utf-8", None)


def test_what_is_no_text_is_a_document_without_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG" + bytes(range(32)) * 9)
    document = only_document(tmp_path)
    assert (document.encoding, document.raw_text) == ("binary", "")
    assert "is no text" in str(document.problem)


def test_mojibake_is_repaired_and_recorded(tmp_path: Path) -> None:
    broken = "VRAAG financi\u00c3\u00abn \u00e2\u20ac\u201c \u201cgoed\u201d\nVRAAG één\n"
    (found,) = documents(write(tmp_path, a=broken), starts=at_each_heading).values()
    assert found is not None
    assert [(one.raw_text, one.encoding) for one in found] == [
        ("VRAAG financiën – “goed”\n", "utf-8+mojibake"),
        ("VRAAG één\n", "utf-8"),
    ], "curly quotes stay, and a document in which nothing shows is as it was"


def test_a_dangling_link_is_a_document_with_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    document = only_document(tmp_path)
    assert (document.raw_text, document.encoding, document.fingerprint) == ("", "", UNREADABLE)
    assert document.problem == "cannot be read: No such file or directory"


def test_what_would_block_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert only_document(tmp_path).problem == "is not a regular file"


def test_a_pipe_that_takes_the_place_of_a_file_does_not_stop_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is swapped in between the look and the opening, where nobody writes to it."""
    write(tmp_path, a="vraag")
    really_open = os.open

    def swapped(path: Path, flags: int) -> int:
        Path(path).unlink()
        os.mkfifo(path)
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", swapped)
    assert only_document(tmp_path).problem == "is not a regular file"


def test_a_link_that_takes_the_place_of_a_file_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "dump", a="vraag")
    secret = write(tmp_path / "outside", secret="geheim") / "secret.txt"
    really_open = os.open

    def swapped(path: Path, flags: int) -> int:
        Path(path).unlink()
        Path(path).symlink_to(secret)
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", swapped)
    assert only_document(tmp_path / "dump").problem == "is not a regular file"


@pytest.mark.parametrize("target", ["/dev/zero", "/proc/kmsg", "/proc/self/environ", "/etc/passwd"])
def test_a_link_to_a_file_of_the_system_is_a_row_with_nothing_of_it(tmp_path: Path, target: str) -> None:
    (tmp_path / "a.txt").symlink_to(target)
    document = only_document(tmp_path)
    assert (document.raw_text, document.problem) == ("", LEADS_OUT)


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/stdin", "/proc/kmsg", "/proc/self/environ"])
def test_nor_does_it_hurt_when_such_links_are_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "a.txt").symlink_to(target)
    (file,) = find_sources([tmp_path], follow_links=True).files
    delivery = read_source(file, whole, nothing_known)
    assert delivery.documents is not None
    (document,) = delivery.documents
    assert document.raw_text == ""
    assert document.problem is not None


def test_a_sparse_file_of_two_gigabytes_is_a_row(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(2 * 2**30)
    document = only_document(tmp_path)
    assert (document.encoding, document.raw_text) == ("binary", "")


def test_a_file_over_the_limit_is_a_row(tmp_path: Path) -> None:
    document = only_document(write(tmp_path, a="vraag"), asked=Asked(Limits(file_bytes=4)))
    assert document.problem == "is larger than the limit of 4 bytes a file"


def test_a_document_over_the_limit_is_a_row_and_its_neighbours_are_read(tmp_path: Path) -> None:
    asked = Asked(Limits(document_characters=10))
    (found,) = documents(
        write(tmp_path, a="VRAAG 1 VRAAG is te lang VRAAG 3"), starts=at_each_heading, asked=asked
    ).values()
    assert found is not None
    assert [one.raw_text or one.problem for one in found] == [
        "VRAAG 1 ",
        "is longer than the limit of 10 characters",
        "VRAAG 3",
    ]


@pytest.mark.parametrize("size", [1000, reading.WHOLE_BYTES + 3_000_000])
def test_a_file_that_shrinks_while_it_is_read_is_read_again(
    tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("vraag\n" * (size // 6))
    shrunk = threading.Event()

    def shrinking(text: str) -> Sequence[int]:
        if not shrunk.is_set():
            shrunk.set()
            os.truncate(path, 12)
        return [0]

    (found,) = documents(tmp_path, starts=shrinking).values()
    assert found is not None
    assert (found[-1].fingerprint, found[-1].problem) == (UNREADABLE, CHANGED)
    assert found[-1].raw_text == ""
    assert size > reading.WHOLE_BYTES or len(found) == 1, "of a small one not even the beginning goes on"


def test_what_cannot_be_read_keeps_no_other_file_out(tmp_path: Path) -> None:
    write(tmp_path, b="vraag")
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    found = documents(tmp_path)
    assert {name: one and one[0].problem for name, one in found.items()} == {
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
    found = documents(tmp_path)
    assert list(found) == ["a.txt", "shut/"]
    assert found["shut/"] is not None
    assert found["shut/"][0].problem == "is a folder that cannot be read: Permission denied"


def test_what_is_known_is_not_read(tmp_path: Path) -> None:
    first = documents(write(tmp_path, a="1", b="2"))
    known = {source: one[0].fingerprint for source, one in first.items() if one}
    (tmp_path / "b.txt").write_text("longer than before")
    second = documents(tmp_path, is_known=lambda source, mark: known.get(source) == mark)
    assert [one is None for one in second.values()] == [True, False]


def test_what_could_not_be_read_is_tried_again_and_told_once(tmp_path: Path) -> None:
    link = tmp_path / "a.txt"
    link.symlink_to(tmp_path / "late")
    (still_gone,) = documents(tmp_path, is_known=lambda source, mark: mark == UNREADABLE).values()
    assert still_gone is None, "the same trouble is no news"
    (tmp_path / "late").write_text("vraag")
    there = documents(tmp_path, is_known=lambda source, mark: mark == UNREADABLE)["a.txt"]
    assert there is not None
    assert there[0].raw_text == "vraag"


def test_a_file_is_read_when_its_turn_comes(tmp_path: Path) -> None:
    first, second = find_sources([write(tmp_path, a="1", b="2")]).files
    read_source(first, whole, nothing_known)
    (tmp_path / "b.txt").write_text("written after the first was read")
    delivery = read_source(second, whole, nothing_known)
    assert delivery.documents is not None
    assert next(delivery.documents).raw_text == "written after the first was read"


def test_what_was_read_is_counted_by_kind(tmp_path: Path) -> None:
    (tmp_path / "c.rtf").write_bytes(rb"{\rtf1 vraag}")
    tally = Tally()
    for file in find_sources([write(tmp_path, a="1", b="2")]).files:
        delivery = read_source(file, whole, nothing_known, tally=tally)
        assert delivery.documents is not None
        list(delivery.documents)
    assert tally.read == {"text": 2, "rtf": 1}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", "is a .doc file"),
        ("a.txt", rb"{\rtf1 vraag}", "is an .rtf file"),
        ("a.pdf", b"\x00\x01\x02\x03" * 9, "is called .pdf, but does not begin like such a file"),
    ],
)
def test_kinds_that_are_not_read_say_what_to_do(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    document = only_document(tmp_path)
    assert str(document.problem).startswith(reason)
    assert document.raw_text == ""
