"""Find the files of a dump and read them, one file in memory at a time.

A SOURCE is a folder, walked to any depth for its `.txt` files, or a single file. A file is known by its name
relative to the SOURCE and by its fingerprint; what the dataset knows already is passed over unread.
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
"""The fingerprint of what could not be read: never that of a file, so that it is tried again in every run."""

SUFFIX = ".txt"


class SourceMissing(ValueError):  # noqa: N818 - named for what happened, as the message says it
    """A SOURCE that is neither a folder nor a file. The message is one sentence for the person who named it."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the dump, found and not yet opened."""

    source: str
    """Its name in the tables: relative to the SOURCE, with `/`."""
    path: Path
    problem: str | None = None
    """Why it cannot even be tried (a folder that cannot be listed); None for every file."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one file delivered; `documents` is None where the file is known and was not read."""

    source: str
    fingerprint: str
    documents: tuple[RawDocument, ...] | None


def find_sources(sources: Sequence[Path]) -> list[SourceFile]:
    """Every file of the SOURCEs, in their order and within each by name, none of them opened.

    Names are relative to their SOURCE. Where two SOURCEs hold the same name, both files bear the folder of their
    SOURCE in front (`raw/a.txt`), and as many folders above it as are needed to tell them apart. A file that two
    SOURCEs reach is found once. Raises SourceMissing before anything is read.
    """
    found: list[tuple[Path, SourceFile]] = []
    reached: set[Path] = set()
    for source in sources:
        if not os.path.exists(source):  # noqa: PTH110 - Path.exists raises where a folder above may not be entered
            raise SourceMissing(f"There is no file or folder {source}; name the dump that is to be read.")
        top = source if source.is_dir() else source.parent
        for file in _walk(source):
            place = Path(os.path.realpath(top), file.path.relative_to(top))
            if place not in reached:
                reached.add(place)
                found.append((source, file))
    return _told_apart(found)


def read_source(
    file: SourceFile, document_starts: Callable[[str], Sequence[int]], is_known: Callable[[str, str], bool]
) -> Delivery:
    """Read one file: its documents, or None where `is_known(source, fingerprint)` holds.

    `document_starts(text)` tells the offsets where documents begin (see `extract.splitting.split`). A file that
    cannot be read, or that is no text, is one document with a problem: no file is passed over in silence.
    """
    problem = file.problem
    if problem is None:
        try:
            status = file.path.stat()
            if not stat.S_ISREG(status.st_mode):
                problem = "is no ordinary file"
            else:
                # The status is taken before the content: a file that changes in between is read again next time.
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
    """Those of the SOURCEs that none of the files found lies in: folders that may be the wrong ones."""
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
    """The files of one SOURCE by name. Links to folders are followed, each folder once, so that no circle traps."""
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


def _told_apart(found: Sequence[tuple[Path, SourceFile]]) -> list[SourceFile]:
    """The files with names that are all different: colliding ones grow by the folders of their SOURCE, from below."""
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
    place = source.resolve()
    return tuple(_as_text(part) for part in (place if place.is_dir() else place.parent).parts[1:])


def _relative(path: Path, source: Path) -> str:
    return _as_text(path.relative_to(source).as_posix())


def _as_text(name: str) -> str:
    """A file name that can be written as UTF-8: bytes of it that are no UTF-8 show as `\\xe9`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _why(error: OSError) -> str:
    """One clause, without the path: it may lie on another machine tomorrow."""
    return f"cannot be read: {error.strerror or type(error).__name__}"
