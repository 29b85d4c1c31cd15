"""Zip archives: the members in the order of the archive's directory, each unpacked when its turn comes.

What the directory says of a member's size is a bound: nothing more is unpacked of it. A member whose path leads out of
the archive, a link, a device, an encrypted member, and one that is over a limit is refused, and the rest is read.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Generator
from typing import BinaryIO, cast

from extract.content import Asked, Budget, Content, Found, Member, NotRead, Refused
from extract.limits import OverLimit
from extract.names import as_text
from extract.readers.members import refusal_of_path

_ENCRYPTED = 0x1
_UTF8 = 0x800

_END, _END_SIZE = b"PK\x05\x06", 22
_END_64, _LOCATOR_64 = b"PK\x06\x06", b"PK\x06\x07"
_LONGEST_COMMENT = 2**16

_MOST_OF_DIRECTORY = 200
"""Bytes of the directory for each member that the limit allows: a directory that is longer is not even read."""


def read(content: Content, asked: Asked, budget: Budget) -> Generator[Found]:
    """The members of an archive. Raises NotRead where it is damaged."""
    with content.seekable(asked.limits) as stream:
        if _directory_size(stream) > asked.limits.members * _MOST_OF_DIRECTORY:
            raise OverLimit(f"has more members than the limit of {asked.limits.members:,}")
        try:
            archive = zipfile.ZipFile(stream)
        except zipfile.BadZipFile as error:
            raise NotRead(f"is a damaged or incomplete .zip archive: {error}") from error
        with archive:
            for info in archive.infolist():
                if not info.is_dir():
                    budget.count_member()
                    yield _member(archive, info, asked, budget)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, asked: Asked, budget: Budget) -> Member | Refused:
    name = as_text(info.filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437", "surrogateescape"))
    if reason := _refusal(info, asked):
        return Refused(reason, name)

    def opened() -> BinaryIO:
        # In a buffer: readers ask for a few bytes at a time.
        return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, archive.open(info))))

    budget.take(info.file_size)
    return Member(name, Content(name, opened, None))


def _refusal(info: zipfile.ZipInfo, asked: Asked) -> str | None:
    mode = info.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or a device in an archive"
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted: unpack the archive with its password"
    if reason := refusal_of_path(info.filename):
        return reason
    try:
        Budget(asked.limits, info.compress_size).take(info.file_size)
    except OverLimit as error:
        return str(error)
    return None


def _directory_size(stream: BinaryIO) -> int:
    """How long an archive says that its directory is, in bytes; 0 where it has none."""
    size = stream.seek(0, io.SEEK_END)
    start = stream.seek(max(0, size - _LONGEST_COMMENT - _END_SIZE))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(_END)
    if at < 0 or at + _END_SIZE > len(tail):
        return 0
    directory: int = struct.unpack_from("<I", tail, at + 12)[0]
    if tail[at - 20 : at - 16] == _LOCATOR_64 and at >= 20:
        end = struct.unpack_from("<Q", tail, at - 12)[0] - start
        if 0 <= end <= len(tail) - 56 and tail[end : end + 4] == _END_64:
            directory = struct.unpack_from("<Q", tail, end + 40)[0]
    return directory
