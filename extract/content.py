"""What readers are handed and what they hand back: the bytes of a file or a member, and the texts that it holds."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from extract.limits import DEFAULT, RATIO_COUNTS_FROM, Limits, OverLimit, bytes_as_text
from extract.opening import CHANGED, CannotRead, Opened

HEAD = 4096
"""How many bytes are looked at to tell what a file is."""


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file of the dump, or of a member of one. It can be opened again and again."""

    name: str
    """The name that it goes by, for its ending: of a member its own, without the archive's."""
    open: Callable[[], BinaryIO]
    """A new stream at the first byte; it can be moved (`seek`) where `size` is known."""
    size: int | None
    """In bytes; None where only reading tells (a compressed file)."""

    def head(self, count: int = HEAD) -> bytes:
        """The first bytes, at most so many."""
        with self.open() as stream:
            return stream.read(count)

    def held(self, limits: Limits) -> bytes:
        """All bytes. Raises OverLimit where they are more than may be held in memory."""
        if self.size is not None and self.size > limits.held_bytes:
            raise OverLimit(_too_large(limits))
        with self.open() as stream:
            content = stream.read(limits.held_bytes + 1)
        if len(content) > limits.held_bytes:
            raise OverLimit(_too_large(limits))
        return content

    def seekable(self, limits: Limits) -> BinaryIO:
        """A stream that can be moved: of the file itself where it is one, else of its bytes in memory."""
        return self.open() if self.size is not None else io.BytesIO(self.held(limits))


@dataclass(frozen=True, slots=True)
class Text:
    """A text that a reader found: of a whole file, of a row, of a page. It may hold several documents."""

    chunks: Iterable[str]
    """The text, in pieces that are read when their turn comes."""
    encoding: str
    """How it was decoded, for the column `encoding`."""
    fields: str | None = None
    """What was delivered beside the text: a JSON object, for the column `delivered_fields`."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that cannot be read, and the rest can: a member, a row, a page."""

    reason: str
    """A clause for the column `reason`."""
    member: str | None = None
    """The name of the member that it is; None where it is a row of the file itself."""
    fields: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive, to be read like any other."""

    name: str
    """Its path in the archive, as `extract.names` writes it."""
    content: Content


Found = Text | Refused | Member


@dataclass(slots=True)
class Budget:
    """What one file of the dump has used up of its limits, its members and their members included."""

    limits: Limits
    packed: int
    """The size of the file itself."""
    unpacked: int = 0
    members: int = 0

    def take(self, count: int) -> None:
        """Count bytes that were unpacked. Raises OverLimit."""
        self.unpacked += count
        self.check(self.unpacked)

    def check(self, unpacked: int) -> None:
        """Raise OverLimit where so many bytes out of this file are too many."""
        if unpacked > self.limits.unpacked_bytes:
            raise OverLimit(f"unpacks to more than the limit of {bytes_as_text(self.limits.unpacked_bytes)}")
        if unpacked > RATIO_COUNTS_FROM and unpacked > self.packed * self.limits.ratio:
            raise OverLimit(f"unpacks to more than {self.limits.ratio} times its size, which is the limit")

    def count_member(self) -> None:
        """Count a member. Raises OverLimit."""
        self.members += 1
        if self.members > self.limits.members:
            raise OverLimit(f"has more members than the limit of {self.limits.members:,}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the run was asked for, as far as readers need to know."""

    limits: Limits = DEFAULT
    text_column: str | None = None
    """The column of texts in tables (`--text-column`); None where it is found by its name."""
    mapping: tuple[tuple[str, str], ...] = field(default=())
    """Pairs of a delivered column and the column of the tables that it fills (`--map COLUMN=NAME`)."""


AS_USUAL = Asked()


class Reader(Protocol):
    """Reads one kind of file. It is a function in a module of `extract.readers`, imported when such a file is met."""

    def __call__(self, content: Content, asked: Asked, budget: Budget) -> Generator[Found]:
        """What the content holds, in its order, as a stream.

        Raises OverLimit, or NotRead with a reason, where nothing (more) of it can be read; whatever else it raises
        costs this content from that place on.
        """


class NotRead(ValueError):  # noqa: N818 - named for what happened, as the message says it
    """A content that is of a kind that cannot be read, or is damaged. The message is a clause."""


def of_file(name: str, file: Opened) -> Content:
    """The content of an open file of the dump."""
    return Content(name, lambda: io.BufferedReader(_Positioned(file), 2**16), file.size)


def of_bytes(name: str, content: bytes) -> Content:
    """The content of bytes in memory."""
    return Content(name, lambda: io.BytesIO(content), len(content))


class _Positioned(io.RawIOBase):
    """A stream over an open file with a place of its own. It ends where the file ended when it was opened."""

    def __init__(self, file: Opened) -> None:
        self._file, self._descriptor, self._at = file, file.stream.fileno(), 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._file.size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        wanted = min(len(buffer), max(0, self._file.size - self._at))
        if not wanted:
            return 0
        content = os.pread(self._descriptor, wanted, self._at)
        if not content:
            raise CannotRead(CHANGED)
        buffer[: len(content)] = content
        self._at += len(content)
        return len(content)


def _too_large(limits: Limits) -> str:
    return f"is larger than the limit of {bytes_as_text(limits.held_bytes)} for what is held in memory"
