"""Archives and compressed files: every member a file, and what cannot be read costs itself only."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

import extract.content
from extract.content import Asked
from extract.limits import MIB, Limits
from extract.reading import Tally
from tests.extract.dumps import at_each_heading, told


def zipped(members: dict[str, bytes]) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return sink.getvalue()


def tarred(members: dict[str, bytes], *odd: tarfile.TarInfo) -> bytes:
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        for info in odd:
            archive.addfile(info)
    return sink.getvalue()


COMPRESSORS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.compress,
}
MEMBERS = {"a.txt": b"een", "sub/b.TXT": b"twee", "c.jpg": b"\x00", "__MACOSX/._a.txt": b"\x00"}


@pytest.mark.parametrize(("name", "content"), [("x.zip", zipped(MEMBERS)), ("x.tar", tarred(MEMBERS))])
def test_members_are_read_like_files(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    tally = Tally()
    assert told(tmp_path, tally=tally) == [(f"{name}!a.txt", "een"), (f"{name}!sub/b.TXT", "twee")]
    assert tally.passed_over == {".jpg": 1, "of an operating system or an open program": 1}


@pytest.mark.parametrize("kind", COMPRESSORS)
def test_a_compressed_text_is_the_text(tmp_path: Path, kind: str) -> None:
    (tmp_path / f"a.txt.{kind}").write_bytes(COMPRESSORS[kind](b"VRAAG 1 VRAAG 2"))
    assert told(tmp_path, at_each_heading) == [(f"a.txt.{kind}", "VRAAG 1 "), (f"a.txt.{kind}", "VRAAG 2")]


@pytest.mark.parametrize("kind", COMPRESSORS)
def test_a_compressed_archive_is_an_archive(tmp_path: Path, kind: str) -> None:
    (tmp_path / f"x.tar.{kind}").write_bytes(COMPRESSORS[kind](tarred(MEMBERS)))
    assert told(tmp_path) == [(f"x.tar.{kind}!a.txt", "een"), (f"x.tar.{kind}!sub/b.TXT", "twee")]


@pytest.mark.parametrize("kind", COMPRESSORS)
def test_streams_one_after_another_are_one(tmp_path: Path, kind: str) -> None:
    compress = COMPRESSORS[kind]
    (tmp_path / f"a.txt.{kind}").write_bytes(compress(b"een ") + compress(b"twee"))
    assert told(tmp_path) == [(f"a.txt.{kind}", "een twee")]


def test_content_comes_before_the_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(zipped({"b.txt": b"een"}))
    (tmp_path / "b.zip").write_bytes(b"gewone tekst")
    assert told(tmp_path) == [("a.txt!b.txt", "een"), ("b.zip", "gewone tekst")]


def test_archives_in_archives_down_to_the_limit(tmp_path: Path) -> None:
    inner = zipped({"a.txt": b"diep"})
    for name in ("c.zip", "b.zip"):
        inner = zipped({name: inner})
    (tmp_path / "x.zip").write_bytes(inner)
    assert told(tmp_path) == [("x.zip!b.zip!c.zip!a.txt", "diep")]
    shallow = told(tmp_path, asked=Asked(Limits(nesting=2)))
    assert shallow == [("x.zip!b.zip!c.zip!a.txt", "lies deeper in archives than the limit of 2")]


@pytest.mark.parametrize("path", ["/etc/a.txt", "../a.txt", "b/../../a.txt", "C:/a.txt"])
def test_a_path_that_leads_out_is_refused_and_the_rest_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({path: b"kwaad", "goed.txt": b"goed"}))
    (tmp_path / "y.tar").write_bytes(tarred({path: b"kwaad", "goed.txt": b"goed"}))
    refused = "has a path that leads out of its archive"
    assert told(tmp_path) == [
        (f"x.zip!{path}", refused),
        ("x.zip!goed.txt", "goed"),
        (f"y.tar!{path}", refused),
        ("y.tar!goed.txt", "goed"),
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.zip", "y.tar"]


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    odd = []
    for name, kind in (("link.txt", tarfile.SYMTYPE), ("hard.txt", tarfile.LNKTYPE), ("dev.txt", tarfile.CHRTYPE)):
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, "/etc/passwd"
        odd.append(info)
    (tmp_path / "y.tar").write_bytes(tarred({"goed.txt": b"goed"}, *odd))
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("goed.txt", "goed")
    (tmp_path / "x.zip").write_bytes(sink.getvalue())
    refused = "is a link or a device in an archive"
    assert told(tmp_path) == [
        ("x.zip!link.txt", refused),
        ("x.zip!goed.txt", "goed"),
        ("y.tar!goed.txt", "goed"),
        *((f"y.tar!{name}", refused) for name in ("link.txt", "hard.txt", "dev.txt")),
    ]


def test_an_encrypted_member_is_a_row_with_that_reason(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": b"geheim", "b.txt": b"open"}))
    for at in (content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8):
        content[at] |= 1
    (tmp_path / "x.zip").write_bytes(content)
    (encrypted, (_, text)) = told(tmp_path)
    assert encrypted == ("x.zip!a.txt", "is encrypted: unpack the archive with its password")
    assert text == "open"


def test_a_bomb_is_a_row_and_the_rest_of_its_archive_is_read(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"bom.txt": bytes(40 * MIB), "goed.txt": b"goed"}))
    assert told(tmp_path) == [
        ("x.zip!bom.txt", "unpacks to more than 500 times its size, which is the limit"),
        ("x.zip!goed.txt", "goed"),
    ]


@pytest.mark.parametrize("kind", COMPRESSORS)
def test_a_compressed_bomb_is_a_row(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract.content, "RATIO_COUNTS_FROM", 65_536)
    (tmp_path / f"a.txt.{kind}").write_bytes(COMPRESSORS[kind](os.urandom(50_000).hex().encode()))
    ((source, reason),) = told(tmp_path, asked=Asked(Limits(ratio=1)))
    assert (source, reason) == (f"a.txt.{kind}", "unpacks to more than 1 times its size, which is the limit")


def test_a_bomb_in_a_bomb_is_a_row(tmp_path: Path) -> None:
    inner = zipped({f"{n}.txt": os.urandom(MIB).hex().encode() * 2 for n in range(2)})
    (tmp_path / "x.zip").write_bytes(zipped({f"{n}.zip": inner for n in range(10)}))
    found = told(tmp_path, asked=Asked(Limits(unpacked_bytes=32 * MIB, document_characters=100)))
    assert found[-1] == ("x.zip", "unpacks to more than the limit of 32 MiB")
    assert len(found) <= 20, "it ends where the limit is reached"


def test_more_members_than_the_limit(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({f"{n}.txt": b"een" for n in range(5)}))
    found = told(tmp_path, asked=Asked(Limits(members=3)))
    assert [text for _, text in found] == ["een", "een", "een", "has more members than the limit of 3"]


def test_an_archive_that_claims_two_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": b"klein", "b.txt": b"goed"}))
    for at in (content.index(b"PK\x03\x04") + 22, content.index(b"PK\x01\x02") + 24):
        content[at : at + 4] = (2**31).to_bytes(4, "little")
    (tmp_path / "x.zip").write_bytes(content)
    assert told(tmp_path) == [
        ("x.zip!a.txt", "unpacks to more than 500 times its size, which is the limit"),
        ("x.zip!b.txt", "goed"),
    ]


def test_a_damaged_member_costs_itself(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": os.urandom(200).hex().encode(), "b.txt": b"goed"}))
    at = content.index(b"a.txt") + 50
    content[at : at + 4] = b"\xff\xff\xff\xff"
    (tmp_path / "x.zip").write_bytes(content)
    (source, reason), good = told(tmp_path)
    assert source == "x.zip!a.txt"
    assert reason.startswith("cannot be read: ")
    assert good == ("x.zip!b.txt", "goed")


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz", "tar.xz", "tar.zst", "tar.bz2", "txt.gz"])
def test_an_archive_that_was_cut_off_anywhere_is_rows(tmp_path: Path, kind: str) -> None:
    """Nothing is raised, every cut is told, and no half of a text is taken for a text."""
    members = {"a.txt": b"een " * 40, "b.txt": b"twee " * 40}
    plain = zipped(members) if kind == "zip" else members["a.txt"] if kind == "txt.gz" else tarred(members)
    compress = COMPRESSORS.get(kind.rpartition(".")[2])
    content = compress(plain) if compress else plain
    (tmp_path / "dump").mkdir()
    step = max(1, len(content) // 60)
    for cut in range(0, len(content), step):
        (tmp_path / "dump" / f"x.{kind}").write_bytes(content[:cut])
        found = told(tmp_path / "dump")
        assert found, f"cut off at {cut}"
        texts = {text.encode() for _, text in found}
        # Behind the members and the mark of its end a tar archive has only padding.
        if cut < {"tar": 2048}.get(kind, len(content) // 2):
            assert texts - set(members.values()), f"cut off at {cut}"


def test_an_archive_with_nothing_to_read_is_a_row(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"a.jpg": b"\x00"}))
    (tmp_path / "y.zip").write_bytes(zipped({}))
    assert told(tmp_path) == [("x.zip", "holds no document (1 files passed over)"), ("y.zip", "holds nothing")]


def test_names_of_members_of_any_bytes(tmp_path: Path) -> None:
    info = tarfile.TarInfo("caf\udce9!.txt")
    info.size = 3
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w", errors="surrogateescape") as archive:
        archive.addfile(info, io.BytesIO(b"een"))
    (tmp_path / "x.tar").write_bytes(sink.getvalue())
    assert told(tmp_path) == [(r"x.tar!caf\xe9\x21.txt", "een")]
