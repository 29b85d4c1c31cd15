"""Compressed files: gzip, bzip2, xz and Zstandard. What is inside is read like any file, a tar archive or a text."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Generator
from pathlib import PurePosixPath
from typing import BinaryIO, Protocol, cast

from extract.content import Asked, Budget, Content, Found, Member
from extract.kinds import BZIP2, COMPRESSED, GZIP, XZ, Kind, kind_of, kind_of_name, suffix_of
from extract.limits import MIB

_MEMORY = 128 * MIB
"""What xz and Zstandard may ask for to unpack; their files say how much they need."""

_TAR_SUFFIXES = {".tgz", ".tbz2", ".tbz", ".txz", ".tzst"}


def read(content: Content, asked: Asked, budget: Budget) -> Generator[Found]:
    """The one content of a compressed file, without a name of its own."""
    kind = kind_of(content)
    counted = 0

    def count(size: int) -> None:
        # It may be opened more than once; what comes out counts once.
        nonlocal counted
        if size > counted:
            budget.take(size - counted)
            counted = size

    def opened() -> BinaryIO:
        unpacked = _unpacked(content.open(), kind)
        return cast(BinaryIO, io.BufferedReader(_Counted(unpacked, count), 2**16))

    yield Member("", Content(_inner_name(content.name), opened, None))


def _inner_name(name: str) -> str:
    """The name of what is inside: `a.txt` of `a.txt.gz`, `a.tar` of `a.tgz`."""
    if kind_of_name(name) not in COMPRESSED:
        return name
    stem = str(PurePosixPath(name).with_suffix(""))
    return f"{stem}.tar" if suffix_of(name) in _TAR_SUFFIXES else stem


def _unpacked(packed: BinaryIO, kind: Kind) -> BinaryIO:
    if kind is GZIP:
        return cast(BinaryIO, gzip.GzipFile(fileobj=packed))
    if kind is BZIP2:
        return cast(BinaryIO, io.BufferedReader(_Unpacked(packed, bz2.BZ2Decompressor)))
    if kind is XZ:
        return cast(BinaryIO, io.BufferedReader(_Unpacked(packed, lambda: lzma.LZMADecompressor(memlimit=_MEMORY))))
    import zstandard

    unpack = zstandard.ZstdDecompressor(max_window_size=_MEMORY)
    return cast(BinaryIO, unpack.stream_reader(packed, read_across_frames=True, closefd=True))


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def needs_input(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Unpacked(io.RawIOBase):
    """A stream through a decompressor of the standard library, stream after stream."""

    def __init__(self, packed: BinaryIO, decompressor: Callable[[], _Decompressor]) -> None:
        self._packed, self._new = packed, decompressor
        self._current = decompressor()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while True:
            data = b""
            if self._current.eof:
                data = self._current.unused_data or self._packed.read(io.DEFAULT_BUFFER_SIZE)
                if not data.strip(b"\0"):
                    return 0
                self._current = self._new()
            elif self._current.needs_input:
                data = self._packed.read(io.DEFAULT_BUFFER_SIZE)
                if not data:
                    raise EOFError("the compressed file ends too early")
            unpacked = self._current.decompress(data, len(buffer))
            if unpacked:
                buffer[: len(unpacked)] = unpacked
                return len(unpacked)

    def close(self) -> None:
        self._packed.close()
        super().close()


class _Counted(io.RawIOBase):
    """A stream that counts what it yields."""

    def __init__(self, stream: BinaryIO, count: Callable[[int], None]) -> None:
        self._stream, self._count, self._size = stream, count, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        part = self._stream.read(len(buffer))
        self._size += len(part)
        self._count(self._size)
        buffer[: len(part)] = part
        return len(part)

    def close(self) -> None:
        self._stream.close()
        super().close()
