"""Tar archives: read once from front to back, so that a compressed one is never unpacked as a whole.

The bytes of one member at a time are in memory. Links, devices and members whose path leads out of the archive are
refused, and the rest is read.
"""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Generator
from typing import BinaryIO, cast

from extract.content import Asked, Budget, Content, Found, Member, Refused
from extract.limits import Limits, OverLimit, bytes_as_text
from extract.names import as_text
from extract.readers.members import refusal_of_path

_KEPT = 2**16
"""How far the stream can go back: `tarfile` looks at the last byte before the next header again."""


def read(content: Content, asked: Asked, budget: Budget) -> Generator[Found]:
    """The members of an archive. Raises tarfile.ReadError where it is damaged or ends in a member."""
    with content.open() as stream:
        forward = _Forward(stream, asked.limits)
        with tarfile.open(
            fileobj=cast(BinaryIO, forward), mode="r:", encoding="utf-8", errors="surrogateescape"
        ) as archive:
            while (info := archive.next()) is not None:
                archive.members = []  # type: ignore[attr-defined]  # it would remember all of them
                if not info.isdir():
                    budget.count_member()
                    budget.take(info.size)
                    yield _member(archive, info, asked)
        if forward.last.strip(b"\0") or not forward.last:
            yield Refused("ends without the mark that ends a tar archive: it may have been cut off")


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo, asked: Asked) -> Member | Refused:
    name = as_text(info.name.encode("utf-8", "surrogateescape"))
    if not info.isreg():
        return Refused("is a link or a device in an archive", name)
    if reason := refusal_of_path(info.name):
        return Refused(reason, name)
    if info.size > asked.limits.held_bytes:
        return Refused(f"is larger than the limit of {bytes_as_text(asked.limits.held_bytes)} for what is held", name)
    held: list[bytes] = []

    def opened() -> BinaryIO:
        # Read when it is asked for, and once: afterwards the stream has gone on.
        if not held:
            file = archive.extractfile(info)
            content = file.read() if file else b""
            if len(content) < info.size:
                raise tarfile.ReadError("the archive ends in the middle of this member")
            held.append(content)
        return io.BytesIO(held[0])

    return Member(name, Content(name, opened, info.size))


class _Forward(io.RawIOBase):
    """A stream that can be moved forward only, and a little back. It refuses to read into memory what no header of an
    archive needs."""

    def __init__(self, stream: BinaryIO, limits: Limits) -> None:
        self._stream, self._most = stream, limits.held_bytes
        self._at = 0
        """Where the next byte of the stream lies."""
        self._kept = b""
        """The last bytes that were read."""
        self._back = 0
        """How many of them are to be read again."""
        self.last = b""
        """What was read last; of a whole archive a block of NULs."""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at - self._back

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        if whence != os.SEEK_SET:
            raise OSError("the stream can be moved from its start only")
        if offset <= self._at:
            self._back = self._at - offset
            if self._back > len(self._kept):
                raise OSError("the stream cannot be moved back so far")
            return offset
        self._back = 0
        while self._at < offset and self._next(min(offset - self._at, 2**20)):
            pass
        return self.tell()

    def read(self, size: int = -1) -> bytes:
        """So many bytes, fewer only at the end."""
        if not 0 <= size <= self._most:
            raise OverLimit("has a header that is larger than any archive needs")
        again = self._kept[len(self._kept) - self._back :][:size]
        self._back -= len(again)
        parts = [again]
        missing = size - len(again)
        while missing and (part := self._next(missing)):
            parts.append(part)
            missing -= len(part)
        self.last = b"".join(parts)
        return self.last

    def _next(self, size: int) -> bytes:
        part = self._stream.read(size)
        self._at += len(part)
        self._kept = (self._kept + part)[-_KEPT:] if len(part) < _KEPT else part[-_KEPT:]
        return part
