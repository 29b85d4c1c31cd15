"""Open a file of the dump so that nothing in the dump can hurt the run.

A dump lies on a disk that others write to. What is called `a.txt` may be a device, a pipe that nobody writes to, a link
to a file of the system, or a file that is being written this very moment. It is opened without waiting and without
following a link, looked at once more when it is open, and never read beyond the size that it has.
"""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from extract.limits import Limits, bytes_as_text

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
)

NOT_REGULAR = "is not a regular file"
LEADS_OUT = "is a link that leads out of the dump; --follow-links follows it"
CHANGED = "changed while it was read"


class CannotRead(Exception):  # noqa: N818 - named for what happened, as the message says it
    """A file that cannot be read. The message is a clause without the path, which would differ on another machine."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A regular file that is open, and its size and time before the first byte was read."""

    stream: io.BufferedReader
    size: int
    modified: int
    """In nanoseconds since 1970."""

    def check_unchanged(self) -> None:
        """Raise CannotRead where the file is not what it was when it was opened."""
        status = os.fstat(self.stream.fileno())
        if (status.st_size, status.st_mtime_ns) != (self.size, self.modified):
            raise CannotRead(CHANGED)


@contextmanager
def opened(path: Path, top: Path | None, limits: Limits) -> Iterator[Opened]:
    """A file, open for the length of the block.

    `top` is the folder of the dump that the file must lie in once its links are resolved; None where it may lie
    anywhere. Raises CannotRead where it is no regular file, leads out of the dump, is over the limit, or cannot be
    opened.
    """
    try:
        descriptor = _open(path, top)
    except OSError as error:
        raise CannotRead(why(error)) from error
    with os.fdopen(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise CannotRead(NOT_REGULAR)
        if status.st_size > limits.file_bytes:
            raise CannotRead(f"is larger than the limit of {bytes_as_text(limits.file_bytes)} a file")
        if status.st_size == 0 and _has_bytes(descriptor):
            raise CannotRead("has no size but has content: it is not a stored file")
        yield Opened(stream, status.st_size, status.st_mtime_ns)


def leads_out(path: Path, top: Path) -> bool:
    """Whether a path of the dump, with all links resolved, lies outside its folder `top`."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(top))


def why(error: OSError) -> str:
    """Why something cannot be read, as a clause without the path."""
    return f"cannot be read: {error.strerror or type(error).__name__}"


def _open(path: Path, top: Path | None) -> int:
    real = Path(os.path.realpath(path))
    if top is not None and not real.is_relative_to(os.path.realpath(top)):
        raise CannotRead(LEADS_OUT)
    # A device may act when it is opened, a pipe may wait: looked at first, and once more when it is open.
    if not stat.S_ISREG(os.lstat(real).st_mode):
        raise CannotRead(NOT_REGULAR)
    try:
        return os.open(real, _FLAGS)
    except OSError as error:
        if error.errno == errno.ELOOP:  # a link was put there since
            raise CannotRead(NOT_REGULAR) from error
        raise


def _has_bytes(descriptor: int) -> bool:
    """Whether a file that claims to be empty has content, as those of /proc do."""
    try:
        return bool(os.pread(descriptor, 1, 0))
    except BlockingIOError:
        return True
    except OSError as error:
        raise CannotRead(why(error)) from error
