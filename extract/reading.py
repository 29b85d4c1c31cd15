"""Read one file of the dump: everything that it holds, as a stream of documents.

A file is opened, its kind is told, and its reader is asked for what it holds; a member of an archive is read like a
file. Whatever goes wrong with a file, a member or a row is a document with a reason, and costs nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from textwrap import shorten

from extract.content import AS_USUAL, Asked, Budget, Content, Found, Member, NotRead, Refused, Text, of_file
from extract.decoding import BINARY
from extract.kinds import kind_of
from extract.limits import OverLimit
from extract.metadata import joined, mark
from extract.mojibake import SUFFIX
from extract.names import member_name
from extract.opening import CannotRead, Opened, opened
from extract.sources import SourceFile, reason_to_pass_over
from extract.splitting import Starts, parts
from records import UNREADABLE, RawDocument

WHOLE_BYTES = 4_000_000
"""A file up to this size is read to its end before its first document goes on: if it changes meanwhile, none does."""

IsKnown = Callable[[str, str], bool]
"""Whether the dataset has the file of that name with that fingerprint."""


@dataclass(slots=True)
class Tally:
    """What a run has met: how many files of each kind it has read, and what it passed over."""

    read: Counter[str] = field(default_factory=Counter)
    """By kind: files and members that were read."""
    passed_over: Counter[str] = field(default_factory=Counter)
    """By ending, or by what else they are: files and members that no reader takes."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The documents of one file, read as they are asked for; `documents` is None where the file is known."""

    source: str
    documents: Iterator[RawDocument] | None


def read_source(
    file: SourceFile, starts: Starts, is_known: IsKnown, asked: Asked = AS_USUAL, tally: Tally | None = None
) -> Delivery:
    """The documents of one file, or None in their place where `is_known(source, fingerprint)` is true.

    `starts(text)` returns the offsets where documents begin (see `extract.splitting`). A file that cannot be read, or
    holds nothing, is one document with a problem: no file is skipped silently.
    """
    reading = _Reading(file.source, starts, asked, tally or Tally())
    documents = reading.documents(file, is_known)
    first = next(documents, None)
    return Delivery(file.source, None if first is None else _with_first(first, documents))


def _with_first(first: RawDocument, rest: Iterator[RawDocument]) -> Iterator[RawDocument]:
    yield first
    yield from rest


class _Reading:
    """The reading of one file."""

    def __init__(self, source: str, starts: Starts, asked: Asked, tally: Tally) -> None:
        self._source, self._starts, self._asked, self._tally = source, starts, asked, tally
        self._fingerprint = UNREADABLE
        self._fields: str | None = None
        """What `metadata.csv` says of the file."""
        self._positions: Counter[str] = Counter()
        """By source: how many documents it has had so far."""

    def documents(self, file: SourceFile, is_known: IsKnown) -> Iterator[RawDocument]:
        """Every document of the file; none at all where it is known."""
        try:
            problem = file.problem
            if file.is_metadata and file.metadata is not None:
                problem = file.metadata.problem
                if problem is None:
                    return
            if problem is not None:
                raise CannotRead(problem)
            self._fields = None if file.metadata is None else file.metadata.fields(file.source)
            with opened(file.path, file.top, self._asked.limits) as one:
                # Size and time are those before the first byte was read: what changes later is read again.
                fingerprint = f"{one.size}{mark(self._fields, self._asked)}-{one.modified}"
                if is_known(self._source, fingerprint):
                    return
                self._fingerprint = fingerprint
                content = of_file(self._source, one)
                documents = self._of(content, self._source, 0, Budget(self._asked.limits, one.size))
                if one.size <= WHOLE_BYTES:
                    documents = self._unchanged(list(documents), one)
                yield from documents
                one.check_unchanged()
        except CannotRead as error:
            self._fingerprint = UNREADABLE
            if self._positions or not is_known(self._source, UNREADABLE):
                yield self._problem(self._source, str(error))

    def _unchanged(self, documents: list[RawDocument], file: Opened) -> Iterator[RawDocument]:
        """The documents of a file that is what it was. Raises CannotRead where it is not."""
        try:
            file.check_unchanged()
        except CannotRead:
            self._positions.clear()
            raise
        return iter(documents)

    def _of(self, content: Content, source: str, depth: int, budget: Budget) -> Iterator[RawDocument]:
        """The documents of a file or a member."""
        count = sum(self._positions.values())
        passed_over = self._tally.passed_over.total()
        problem: str | None = None
        try:
            kind = kind_of(content)
            self._tally.read[kind.name] += 1
            with closing(kind.reader(content, self._asked, budget)) as found:
                for one in found:
                    yield from self._found(one, source, depth, budget)
        except (OverLimit, NotRead) as error:
            problem = str(error)
        except (CannotRead, GeneratorExit):
            raise
        except Exception as error:  # noqa: BLE001 - a damaged file may raise anything; it is named and becomes a row
            problem = f"cannot be read{self._from_here(count)}: {_named(error)}"
        if problem is not None:
            yield self._problem(source, problem)
        elif sum(self._positions.values()) == count:
            passed = self._tally.passed_over.total() - passed_over
            yield self._problem(
                source, f"holds no document ({passed} files passed over)" if passed else "holds nothing"
            )

    def _found(self, found: Found, source: str, depth: int, budget: Budget) -> Iterator[RawDocument]:
        if isinstance(found, Text):
            yield from self._of_text(found, source)
        elif isinstance(found, Refused):
            place = source if found.member is None else member_name(source, found.member)
            yield self._problem(place, found.reason, found.fields)
        else:
            inside = member_name(source, found.name) if found.name else source
            yield from self._of_member(found, inside, depth + 1, budget)

    def _of_member(self, member: Member, source: str, depth: int, budget: Budget) -> Iterator[RawDocument]:
        if member.name and (reason := reason_to_pass_over(member.name)):
            self._tally.passed_over[reason] += 1
        elif depth > self._asked.limits.nesting:
            yield self._problem(source, f"lies deeper in archives than the limit of {self._asked.limits.nesting}")
        else:
            yield from self._of(member.content, source, depth, budget)

    def _of_text(self, text: Text, source: str) -> Iterator[RawDocument]:
        limit = self._asked.limits.document_characters
        for part in parts(text.chunks, self._starts, limit):
            if part.is_over_limit:
                yield self._problem(source, f"is longer than the limit of {limit:,} characters", text.fields)
            else:
                encoding = text.encoding + SUFFIX if part.is_repaired else text.encoding
                yield self._document(source, encoding, part.text, None, text.fields)

    def _problem(self, source: str, reason: str, fields: str | None = None) -> RawDocument:
        return self._document(source, BINARY if reason.startswith("is no text") else "", "", reason, fields)

    def _document(self, source: str, encoding: str, text: str, problem: str | None, fields: str | None) -> RawDocument:
        position = self._positions[source]
        self._positions[source] += 1
        fields = joined(self._fields, fields)
        return RawDocument(source, position, self._fingerprint, encoding, text, problem, fields)

    def _from_here(self, count: int) -> str:
        return " from here on" if sum(self._positions.values()) > count else ""


def _named(error: Exception) -> str:
    """An exception as a clause on one line, without what differs from run to run."""
    return shorten(": ".join(filter(None, (type(error).__name__, str(error)))), 200, placeholder=" …")
