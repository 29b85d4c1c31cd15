"""The documents of a run in portions, as they are read from the dump.

The texts of at most two portions are in memory: while the workers parse one, the next is read. A file of many documents
may span several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.content import Asked
from extract.reading import Tally, read_source
from extract.sources import Dump, SourceFile
from flows.attempt import Failure, attempt
from flows.limits import Limits
from load.deliveries import Location
from load.staging import Incoming
from load.state import State
from records import UNREADABLE, ParsedDocument, RawDocument
from transform.parse import plain_document_starts


@dataclass(slots=True)
class Progress:
    """The progress of a run; the counts end in the summary."""

    files: int = 0
    """Files found."""
    files_done: int = 0
    """Files that were read, or skipped as known."""
    deliveries: int = 0
    """Documents in those files; a file that was skipped counts as many as it had when it was read."""
    new: int = 0
    """Documents that the dataset did not have."""
    failures: int = 0
    """Documents on which the parser failed."""
    waiting: dict[str, str] = field(default_factory=dict)
    """What could not be read or parsed and is tried again by the next run: the reason by source."""
    tally: Tally = field(default_factory=Tally)
    """How many files of each kind were read, and what was passed over."""


@dataclass(slots=True)
class Portion:
    """Documents that pass through the stages together, in the order in which they were read."""

    limits: Limits
    documents: list[tuple[RawDocument, bool]] = field(default_factory=list)
    """Each with whether it must be parsed: False where the dataset, or this very run, has the same text already."""

    characters: int = 0

    def add(self, raw: RawDocument, must_be_parsed: bool) -> None:
        """Add a document."""
        self.documents.append((raw, must_be_parsed))
        self.characters += len(raw.raw_text)

    def is_full(self) -> bool:
        """Whether the next stage is to run."""
        limits = self.limits
        return len(self.documents) >= limits.portion_documents or self.characters >= limits.portion_characters

    def to_parse(self) -> list[RawDocument]:
        """The documents that must be parsed."""
        return [raw for raw, must_be_parsed in self.documents if must_be_parsed]

    def incoming(self, parsed: Sequence[ParsedDocument]) -> Iterator[Incoming]:
        """Every document, with what it was parsed to where it was; `parsed` are those of `to_parse`."""
        remaining = iter(parsed)
        for raw, must_be_parsed in self.documents:
            yield raw, next(remaining) if must_be_parsed else None


class Delivered:
    """What the files of a dump hold, portion by portion."""

    def __init__(
        self,
        dump: Dump,
        state: State,
        starts: Callable[[str], Sequence[int]],
        asked: Asked,
        limits: Limits,
        on_progress: Callable[[Progress], None],
    ) -> None:
        self._state, self._starts, self._asked, self._on_progress = state, starts, asked, on_progress
        self._limits = limits
        self._seen: set[str] = set()
        self.progress = Progress(files=len(dump.files), tally=Tally(passed_over=dump.passed_over.copy()))
        self._documents = self._read_all(dump.files)
        self._unsplit: str | None = None
        """Why the text that was read last could not be split at all; None where it was."""
        self.is_done = False
        """Whether everything has been read."""

    def next_portion(self) -> Portion:
        """The next documents; none where all have been read."""
        portion = Portion(self._limits)
        for raw in self._documents:
            portion.add(raw, must_be_parsed=self._must_be_parsed(raw))
            if portion.is_full():
                return portion
        self.is_done = True
        return portion

    def is_parsed_already(self, document_id: str) -> None:
        """Remember that this run parses a document for another reason than that a file holds it."""
        self._seen.add(document_id)

    def _read_all(self, files: Sequence[SourceFile]) -> Iterator[RawDocument]:
        for file in files:
            delivery = read_source(file, self._starts_or_headings, self._is_known, self._asked, self.progress.tally)
            if delivery.documents is None:
                self.progress.deliveries += self._state.documents_of_file.get(file.source, 0)
                if self._is_known(file.source, UNREADABLE):
                    self.progress.waiting[file.source] = "still cannot be read"
            for raw in delivery.documents or ():
                self.progress.deliveries += 1
                if self._unsplit is not None:
                    raw = replace(raw, problem=f"the file could not be split into documents: {self._unsplit}")
                    self._unsplit = None
                if raw.fingerprint == UNREADABLE:
                    self.progress.waiting[file.source] = raw.problem or "cannot be read"
                yield raw
            self.progress.files_done += 1
            self._on_progress(self.progress)

    def _must_be_parsed(self, raw: RawDocument) -> bool:
        """Whether the dataset lacks its rows: it is new, it is delivered again after another copy superseded it, or
        something else was delivered beside it before."""
        document_id = raw.document_id
        if document_id in self._seen:
            return False
        self._seen.add(document_id)
        is_new = document_id not in self._state.document_ids
        self.progress.new += is_new
        before = self._state.delivered_fields.get(Location(raw.source, raw.source_position))
        return is_new or document_id in self._state.superseded_ids or raw.delivered_fields != before

    def _starts_or_headings(self, text: str) -> Sequence[int]:
        """Where documents begin. Where the parser fails on the text, its plain headings tell."""
        outcome = attempt(self._starts, text, self._limits.document_seconds)
        if isinstance(outcome, Failure):
            self.progress.failures += 1
            outcome = attempt(plain_document_starts, text, self._limits.document_seconds)
        if isinstance(outcome, Failure):
            self._unsplit = outcome.message
            return [0]
        return outcome

    def _is_known(self, source: str, fingerprint: str) -> bool:
        return self._state.fingerprints.get(source) == fingerprint
