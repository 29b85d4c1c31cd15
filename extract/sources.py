"""Find the files of a dump and read them, one file in memory at a time.

A SOURCE is a folder, searched to any depth for `.txt` files, or a single file. A file is identified by its name
relative to the SOURCE and by its fingerprint; files that the dataset knows already are skipped unread.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extract.decoding import decode
from extract.splitting import split
from records import RawDocument

UNREADABLE = "unreadable"
"""The fingerprint of what could not be read. No file has it, so that every run tries again."""

SUFFIX = ".txt"


class SourceMissing(ValueError):  # noqa: N818 - named for what happened, as the message says it
    """A SOURCE that is neither a folder nor a file. The message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the dump that was found and is not opened yet."""

    source: str
    """Its name in the tables: relative to the SOURCE, with `/`."""
    path: Path
    problem: str | None = None
    """Why it cannot be opened at all (a folder that cannot be listed); None for every file."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The documents of one file; `documents` is None where the file is known and was not read."""

    source: str
    fingerprint: str
    documents: tuple[RawDocument, ...] | None


def find_sources(sources: Sequence[Path]) -> list[SourceFile]:
    """Every file of the SOURCEs, in their order and within each by name, none of them opened.

    Names are relative to their SOURCE. Where two SOURCEs contain the same name, both files are prefixed with the folder
    of their SOURCE (`raw/a.txt`), and with as many folders above it as are needed to distinguish them. A file inside
    two SOURCEs is found once. Raises SourceMissing before anything is read.
    """
    found: list[tuple[Path, SourceFile]] = []
    reached: set[Path] = set()
    for source in sources:
        if not os.path.exists(source):  # noqa: PTH110 - Path.exists raises where a parent folder is not accessible
            raise SourceMissing(f"There is no file or folder {source}: give the path of the dump to read.")
        top = source if source.is_dir() else source.parent
        for file in _walk(source):
            real = Path(os.path.realpath(top), file.path.relative_to(top))
            if real not in reached:
                reached.add(real)
                found.append((source, file))
    return _with_distinct_names(found)


def read_source(
    file: SourceFile, document_starts: Callable[[str], Sequence[int]], is_known: Callable[[str, str], bool]
) -> Delivery:
    """Read one file: its documents, or None where `is_known(source, fingerprint)` is true.

    `document_starts(text)` returns the offsets where documents begin (see `extract.splitting.split`). A file that
    cannot be read, or is not text, becomes one document with a problem: no file is skipped silently.
    """
    problem = file.problem
    if problem is None:
        try:
            status = file.path.stat()
            if not stat.S_ISREG(status.st_mode):
                problem = "is not a regular file"
            else:
                # The status is read before the content: a file that changes in between is read again by the next run.
                fingerprint = f"{status.st_size}-{status.st_mtime_ns}"
                if is_known(file.source, fingerprint):
                    return Delivery(file.source, fingerprint, None)
                return _documents(file.source, fingerprint, file.path.read_bytes(), document_starts)
        except OSError as error:
            problem = _why(error)
    if is_known(file.source, UNREADABLE):
        return Delivery(file.source, UNREADABLE, None)
    return Delivery(file.source, UNREADABLE, (RawDocument(file.source, 0, UNREADABLE, "", "", problem),))


def without_text(sources: Sequence[Path], files: Sequence[SourceFile]) -> list[Path]:
    """The SOURCEs that contain none of the files: probably the wrong folders."""
    return [source for source in sources if not any(file.path.is_relative_to(source) for file in files)]


def _documents(
    source: str, fingerprint: str, content: bytes, document_starts: Callable[[str], Sequence[int]]
) -> Delivery:
    decoded = decode(content)
    starts = [0] if decoded.problem else document_starts(decoded.text)
    texts = split(decoded.text, starts)
    return Delivery(
        source,
        fingerprint,
        tuple(
            RawDocument(source, position, fingerprint, decoded.encoding, text, decoded.problem)
            for position, text in enumerate(texts)
        ),
    )


def _walk(source: Path) -> Iterator[SourceFile]:
    """The files of one SOURCE by name. Links to folders are followed, each folder once, so that cycles end."""
    if not source.is_dir():
        yield SourceFile(_as_text(source.name), source)
        return
    files: list[SourceFile] = []
    visited: set[str] = set()

    def cannot_be_listed(error: OSError) -> None:
        folder = Path(error.filename)
        files.append(SourceFile(f"{_relative(folder, source)}/", folder, f"is a folder that {_why(error)}"))

    for folder, subfolders, names in os.walk(source, onerror=cannot_be_listed, followlinks=True):
        real = os.path.realpath(folder)
        if real in visited:
            subfolders.clear()
            continue
        visited.add(real)
        paths = (Path(folder, name) for name in names if name.lower().endswith(SUFFIX))
        files.extend(SourceFile(_relative(path, source), path) for path in paths)
    yield from sorted(files, key=lambda file: file.source)


def _with_distinct_names(found: Sequence[tuple[Path, SourceFile]]) -> list[SourceFile]:
    """The files with distinct names: equal ones are prefixed with folders of their SOURCE, the innermost first."""
    names = [file.source for _, file in found]
    folders = {source: _folders(source) for source, _ in found}
    depth = 0
    while max(Counter(names).values(), default=0) > 1 and depth < max(map(len, folders.values())):
        depth += 1
        count = Counter(names)
        names = [
            "/".join((*folders[source][-depth:], file.source)) if count[name] > 1 else name
            for name, (source, file) in zip(names, found, strict=True)
        ]
    return [replace(file, source=name) for name, (_, file) in zip(names, found, strict=True)]


def _folders(source: Path) -> tuple[str, ...]:
    """The names of the folders down to a SOURCE, itself included where it is a folder."""
    path = source.resolve()
    return tuple(_as_text(folder) for folder in (path if path.is_dir() else path.parent).parts[1:])


def _relative(path: Path, source: Path) -> str:
    return _as_text(path.relative_to(source).as_posix())


def _as_text(name: str) -> str:
    """A file name that can be written as UTF-8: bytes that are not UTF-8 are shown as `\\xe9`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _why(error: OSError) -> str:
    """Why something cannot be read, as a clause without the path, which would differ on another machine."""
    return f"cannot be read: {error.strerror or type(error).__name__}"
