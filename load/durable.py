"""Writes that survive a crash: the content is on the disk before a name points to it.

Every function raises OSError where the disk is full or refuses; what the name pointed to before is then unchanged.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NO_LINKS = frozenset(
    {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES}
)
"""The errors of a file system that cannot make this link; any other error is raised."""


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let an error of the block name the file: a write to an open file names none."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def write_file(path: Path, content: bytes | memoryview) -> None:
    """Write a new file and flush it to the disk. Its name is durable once its folder is (`sync_folder`)."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with _named(path):
            rest = memoryview(content).cast("B")
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def link_file(path: Path, target: Path) -> None:
    """Give a finished file a second name; where the file system cannot link, copy it and flush the copy to the disk."""
    try:
        os.link(path, target)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        write_file(target, path.read_bytes())


def sync_folder(path: Path) -> None:
    """Flush the names in a folder to the disk."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with _named(path):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(path: Path) -> None:
    """Flush the names in a folder and in all folders under it to the disk, the innermost first."""
    for folder, _, _ in os.walk(path, topdown=False):
        sync_folder(Path(folder))


def own_folder(path: Path) -> Path:
    """A folder that writes go into, made where there is none yet. Raises OSError where it is a link: what is written
    through it would lie outside the dataset."""
    if path.is_symlink():
        raise OSError(errno.ENOTDIR, "it is a link: put a folder in its place", str(path))
    path.mkdir(parents=True, exist_ok=True)
    return path


def replace_file(path: Path, content: bytes) -> None:
    """Replace the content of a file: a reader sees the old or the new content, never a part of it."""
    temporary = _temporary(path)
    write_file(temporary, content)
    os.replace(temporary, path)  # noqa: PTH105 - named like the system call
    sync_folder(path.parent)


def replace_link(path: Path, target: str) -> None:
    """Make a symbolic link point to `target` (relative to its folder): a reader follows the old or the new link."""
    temporary = _temporary(path)
    temporary.symlink_to(target)
    os.replace(temporary, path)  # noqa: PTH105 - named like the system call
    sync_folder(path.parent)


def move_folder(path: Path, target: Path) -> None:
    """Move a finished folder to `target`, which must not exist."""
    os.rename(path, target)  # noqa: PTH104 - named like the system call
    sync_folder(target.parent)


def _temporary(path: Path) -> Path:
    """The name under which the replacement of `path` is written; what an interrupted run left there is removed."""
    temporary = path.with_name(f".{path.name}.new")
    temporary.unlink(missing_ok=True)
    return temporary
