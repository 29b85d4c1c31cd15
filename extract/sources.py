"""Find the files of a dump, none of them opened.

A SOURCE is a folder, searched to any depth for files of the kinds that are read (`extract.kinds`), or a single file,
which is read whatever its name. A file is identified by its name relative to the SOURCE.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extract.content import AS_USUAL, Asked
from extract.kinds import kind_of_name, suffix_of
from extract.metadata import NAME as METADATA
from extract.metadata import Metadata
from extract.names import name_of
from extract.opening import LEADS_OUT, leads_out, why


class SourceMissing(ValueError):  # noqa: N818 - named for what happened, as the message says it
    """A SOURCE that is neither a folder nor a file. The message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the dump that was found and is not opened yet."""

    source: str
    """Its name in the tables (`extract.names`): relative to the SOURCE, with `/`."""
    path: Path
    top: Path | None = None
    """The folder that it must lie in once its links are resolved; None where it may lie anywhere."""
    problem: str | None = None
    """Why it cannot be opened at all (a folder that cannot be listed); None for every file."""
    metadata: Metadata | None = None
    """The table beside it, or above it, that tells of it."""
    is_metadata: bool = False
    """Whether it is such a table, and holds no document."""


@dataclass(frozen=True, slots=True)
class Empty:
    """A SOURCE that holds no file that can be read: probably the wrong folder, or nothing is mounted there."""

    source: Path
    passed_over: Counter[str]
    """What it holds instead, as in `Dump`."""


@dataclass(frozen=True, slots=True)
class Dump:
    """What was found in the SOURCEs of a run."""

    files: tuple[SourceFile, ...]
    """The files to read, in the order of the SOURCEs and within each by name."""
    passed_over: Counter[str]
    """How many other files there are, by their ending (`.jpg`), or what else they are."""
    empty: tuple[Empty, ...]
    """The SOURCEs that hold no file to read."""


NO_SUFFIX = "without an ending"
OF_A_SYSTEM = "of an operating system or an open program"

_LEFT_BY_PROGRAMS = ("._", "~$", ".~lock.")
"""What the names of files begin with that macOS, Word and LibreOffice leave beside the real ones."""

_LEFT_BY_SYSTEMS = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"}


def find_sources(sources: Sequence[Path], *, follow_links: bool = False, asked: Asked = AS_USUAL) -> Dump:
    """Every file of the SOURCEs.

    Names are relative to their SOURCE. Where two SOURCEs contain the same name, both files are prefixed with the folder
    of their SOURCE (`raw/a.txt`), and with as many folders above it as are needed to distinguish them. A file inside
    two SOURCEs is found once. Links that lead out of their SOURCE are followed only with `follow_links`. Raises
    SourceMissing before anything is read.
    """
    found: list[tuple[Path, SourceFile]] = []
    passed_over: Counter[str] = Counter()
    empty: list[Empty] = []
    reached: set[Path] = set()
    for source in sources:
        if not os.path.exists(source):  # noqa: PTH110 - Path.exists raises where a parent folder is not accessible
            raise SourceMissing(f"There is no file or folder {name_of(source)}: give the path of the dump to read.")
        top = source if source.is_dir() else source.parent
        walk = _Walk(source, follow_links, asked)
        for file in walk.files():
            real = Path(os.path.realpath(top), file.path.relative_to(top))
            if real not in reached:
                reached.add(real)
                found.append((source, file))
        passed_over += walk.passed_over
        if walk.is_empty:
            empty.append(Empty(source, walk.passed_over))
    return Dump(tuple(_with_distinct_names(found)), passed_over, tuple(empty))


def reason_to_pass_over(name: str) -> str | None:
    """Why a file in a folder or an archive is passed over, as the key that it is counted by; None where it is read."""
    parts = name.split("/")
    if parts[-1].startswith(_LEFT_BY_PROGRAMS) or not _LEFT_BY_SYSTEMS.isdisjoint(parts):
        return OF_A_SYSTEM
    return None if kind_of_name(name) else suffix_of(name) or NO_SUFFIX


class _Walk:
    """The walk through one SOURCE."""

    def __init__(self, source: Path, follow_links: bool, asked: Asked) -> None:
        self._source, self._asked = source, asked
        self._metadata: dict[str, Metadata] = {}
        """By the folder that it lies in: empty, or ending with `/`."""
        self._top = None if follow_links else source
        self._found: list[SourceFile] = []
        self.passed_over: Counter[str] = Counter()
        self.is_empty = False
        """Whether it holds no file to read. Complete once the files were asked for."""

    def files(self) -> Iterator[SourceFile]:
        """The files by name. Links to folders are followed, each folder once, so that cycles end."""
        if not self._source.is_dir():
            # A file that is named is meant, wherever a link leads.
            yield SourceFile(name_of(self._source.name), self._source)
            return
        visited: set[str] = set()
        for folder, subfolders, names in os.walk(self._source, onerror=self._cannot_be_listed, followlinks=True):
            real = os.path.realpath(folder)
            if real in visited:
                subfolders.clear()
                continue
            visited.add(real)
            subfolders[:] = [name for name in subfolders if self._may_enter(Path(folder, name))]
            for name in names:
                self._add(Path(folder, name))
        self.is_empty = all(file.problem is not None or file.is_metadata for file in self._found)
        for file in sorted(self._found, key=lambda file: file.source):
            yield replace(file, metadata=self._metadata_of(file.source)) if self._metadata else file

    def _add(self, path: Path) -> None:
        name = self._relative(path)
        if path.name.lower() == METADATA:
            folder = name[: len(name) - len(METADATA)]
            self._metadata[folder] = Metadata(folder, path, self._top, self._asked)
            self._found.append(SourceFile(name, path, self._top, is_metadata=True))
        elif reason := reason_to_pass_over(name):
            self.passed_over[reason] += 1
        else:
            self._found.append(SourceFile(name, path, self._top))

    def _metadata_of(self, name: str) -> Metadata | None:
        """The table nearest to a file, in its own folder or above."""
        folder = name
        while folder:
            folder = folder.rstrip("/").rpartition("/")[0]
            folder += "/" if folder else ""
            if folder in self._metadata:
                return self._metadata[folder]
        return None

    def _may_enter(self, folder: Path) -> bool:
        if folder.name in _LEFT_BY_SYSTEMS:
            self.passed_over[OF_A_SYSTEM] += 1
            return False
        if self._top is None or not folder.is_symlink() or not leads_out(folder, self._top):
            return True
        self._found.append(SourceFile(f"{self._relative(folder)}/", folder, problem=LEADS_OUT))
        return False

    def _cannot_be_listed(self, error: OSError) -> None:
        folder = Path(error.filename)
        problem = f"is a folder that {why(error)}"
        self._found.append(SourceFile(f"{self._relative(folder)}/", folder, problem=problem))

    def _relative(self, path: Path) -> str:
        return name_of(path.relative_to(self._source).as_posix())


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
    return tuple(name_of(folder) for folder in (path if path.is_dir() else path.parent).parts[1:])
