"""The pipeline itself: extract, transform, load, one after another, over portions of the dump.

No Prefect here. Every stage is a plain function that `build` calls through `stage`, so that the nightly flow can make
a Prefect task of each (`flows.nightly`) and the command line need not (`vraagbaak build`).

Memory holds the text of two portions at most: while the workers parse one, the next is read.
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

import transform
from extract.sources import Delivery, SourceFile, find_sources, read_source, without_text
from flows.attempt import Failure, attempt
from flows.summary import Summary
from flows.workers import Parse, Started, Workers
from load.lock import lock
from load.publication import Publication, publish
from load.releases import RELEASES, latest_path, list_releases
from load.retention import Retention, prune
from load.state import State, read_state
from load.tables import SCHEMA_VERSION
from records import ParsedDocument, RawDocument
from transform.parse import document_starts, parse_document

P = ParamSpec("P")
R = TypeVar("R")

Arrival = tuple[RawDocument, ParsedDocument | None]
"""A delivered document, and what it was parsed to; None where the dataset has the same text already."""

PORTION_DOCUMENTS = 1_000
"""Documents that are read before the next stage has its turn; one file is never cut in two."""

PORTION_CHARACTERS = 20_000_000
"""The same for their texts, in characters: a portion ends with the file that passes one of the two."""


class Stage(Protocol):
    """What makes something of a named stage: nothing for a plain run, a Prefect task for the nightly one."""

    def __call__(self, name: str, function: Callable[P, R], /) -> Callable[P, R]:
        """The function to call in the stage's place, with the same arguments and the same outcome."""


def as_it_is(name: str, function: Callable[P, R], /) -> Callable[P, R]:
    """The plain stage: the function, unchanged."""
    return function


@dataclass(slots=True)
class Progress:
    """How far a run is; the counts end in the summary."""

    files: int = 0
    """Files found."""
    files_done: int = 0
    """Files read, or passed over as known."""
    deliveries: int = 0
    """Documents that lay in those files; of a file that was passed over unread, those that it held when it was read."""
    new: int = 0
    """Documents that the dataset did not have."""
    failures: int = 0
    """Documents that the parser failed on."""


@dataclass(slots=True)
class _Portion:
    """Documents that go through the stages together, in the order of their delivery."""

    documents: list[tuple[RawDocument, bool]] = field(default_factory=list)
    """Each with whether it must be parsed: False where the dataset, or this very run, has the same text already."""

    characters: int = 0

    def add(self, raw: RawDocument, must_be_parsed: bool) -> None:
        self.documents.append((raw, must_be_parsed))
        self.characters += len(raw.raw_text)

    def is_full(self) -> bool:
        return len(self.documents) >= PORTION_DOCUMENTS or self.characters >= PORTION_CHARACTERS

    def to_parse(self) -> list[RawDocument]:
        return [raw for raw, must_be_parsed in self.documents if must_be_parsed]

    def arrivals(self, parsed: Sequence[ParsedDocument]) -> Iterator[Arrival]:
        remaining = iter(parsed)
        for raw, must_be_parsed in self.documents:
            yield raw, next(remaining) if must_be_parsed else None


def build(
    sources: Sequence[Path],
    dataset: Path,
    *,
    workers: int | None = None,
    rebuild: bool = False,
    accept_drop: bool = False,
    stage: Stage = as_it_is,
    on_progress: Callable[[Progress], None] = lambda progress: None,
    parse: Parse = parse_document,
    starts: Callable[[str], Sequence[int]] = document_starts,
) -> Summary:
    """Read what is new in the dumps, parse it and publish a release; the run locks the dataset meanwhile.

    `workers` is the number of processes (one per core where None). With `rebuild`, or where the parser or the schema
    has changed since the latest release, the stored documents are parsed again too. With `accept_drop` a release is
    published that is not what usually follows the one before (`load.gate`). After a publication the releases that need
    not be kept are removed (`load.retention`). Where nothing is new, nothing is
    published: a document that lies where it lay is not new because its file was touched. Raises
    extract.sources.SourceMissing (and leaves no trace then), load.lock.DatasetLocked, load.manifest.ReleaseDamaged,
    load.checks.ChecksFailed, and OSError where a folder cannot be written; after each of them `latest` is what it was.
    """
    began = time.monotonic()
    files = stage("find the files", find_sources)(sources)
    empty_sources = tuple(str(source) for source in without_text(sources, files))
    with lock(dataset), Workers(parse, workers or os.cpu_count() or 1) as pool:
        state = stage("read the state", read_state)(dataset)
        run = _Run(state, files, starts, pool, stage, on_progress)
        parse_again = state.release_id is not None and (rebuild or _is_out_of_date(state))
        arrivals = run.arrivals(parse_again)
        publication: Publication | None = None
        if (first := next(arrivals, None)) is not None:
            publication = stage("load", publish)(
                dataset,
                state,
                chain([first], arrivals),
                parser_version=transform.PARSER_VERSION,
                release_id=_free_release_id(dataset),
                inputs=[source.name for source in sources],
                carry_over=not parse_again,
                accept_drop=accept_drop,
            )
        if publication is None:
            return _nothing_new(dataset, state, run.progress, empty_sources, time.monotonic() - began)
        summary = _summary(publication, run.progress, empty_sources, time.monotonic() - began)
        return replace(summary, left_over=stage("prune", _prune)(dataset))


class _Run:
    """One run's way from files to arrivals: what it knows, and how far it is."""

    def __init__(
        self,
        state: State,
        files: Sequence[SourceFile],
        starts: Callable[[str], Sequence[int]],
        pool: Workers,
        stage: Stage,
        on_progress: Callable[[Progress], None],
    ) -> None:
        self._state = state
        self._files = iter(files)
        self._starts = starts
        self._pool = pool
        self._extract = stage("extract", self._next_portion)
        self._transform = stage("transform", pool.collect)
        self._on_progress = on_progress
        self._seen: set[str] = set()
        self.progress = Progress(files=len(files))

    def arrivals(self, parse_again: bool) -> Iterator[Arrival]:
        """The stored documents first where they are parsed again, then what the files deliver."""
        under_way: tuple[_Portion, Started] | None = None
        for portion in chain(self._stored_portions() if parse_again else (), self._delivered_portions()):
            before, under_way = under_way, (portion, self._pool.start(portion.to_parse()))
            if before:
                yield from self._collected(*before)
        if under_way:
            yield from self._collected(*under_way)

    def _collected(self, portion: _Portion, started: Started) -> Iterator[Arrival]:
        parsed = self._transform(started)
        self.progress.failures += parsed.failures
        return portion.arrivals(parsed.documents)

    def _stored_portions(self) -> Iterator[_Portion]:
        portion = _Portion()
        for raw in self._state.stored_documents():
            portion.add(raw, must_be_parsed=True)
            if portion.is_full():
                yield portion
                portion = _Portion()
        if portion.documents:
            yield portion

    def _delivered_portions(self) -> Iterator[_Portion]:
        while self.progress.files_done < self.progress.files:
            portion = self._extract()
            if portion.documents:
                yield portion

    def _next_portion(self) -> _Portion:
        portion = _Portion()
        for file in self._files:
            delivery = self._read(file)
            self.progress.files_done += 1
            known = self._state.documents_of_source[file.source] if delivery.documents is None else 0
            self.progress.deliveries += known + len(delivery.documents or ())
            for raw in delivery.documents or ():
                portion.add(raw, must_be_parsed=self._must_be_parsed(raw.document_id))
            self._on_progress(self.progress)
            if portion.is_full():
                break
        return portion

    def _must_be_parsed(self, document_id: str) -> bool:
        """Whether its rows are wanting: a new document, or one that comes again after another copy replaced it."""
        if document_id in self._seen:
            return False
        self._seen.add(document_id)
        is_new = document_id not in self._state.document_ids
        self.progress.new += is_new
        return is_new or document_id in self._state.superseded_ids

    def _read(self, file: SourceFile) -> Delivery:
        """Read a file; where the parser cannot tell its documents apart, it is one document with that problem."""
        failure: Failure | None = None

        def starts_or_whole(text: str) -> Sequence[int]:
            nonlocal failure
            outcome = attempt(self._starts, text)
            if isinstance(outcome, Failure):
                failure = outcome
                return [0]
            return outcome

        delivery = read_source(file, starts_or_whole, self._is_known)
        if failure is None or delivery.documents is None:
            return delivery
        self.progress.failures += 1
        problem = f"its documents could not be told apart: {failure.what}"
        return replace(delivery, documents=tuple(replace(raw, problem=problem) for raw in delivery.documents))

    def _is_known(self, source: str, fingerprint: str) -> bool:
        return self._state.fingerprints.get(source) == fingerprint


def _prune(dataset: Path) -> str | None:
    """Remove old releases; what could not be removed, as a sentence. The new release is published either way."""
    try:
        prune(dataset, Retention(), datetime.now(UTC))
    except OSError as error:
        place = error.filename or dataset
        return f"{place} could not be removed: {error.strerror or error}. `vraagbaak prune` tries again."
    return None


def _is_out_of_date(state: State) -> bool:
    return (state.parser_version, state.schema_version) != (transform.PARSER_VERSION, SCHEMA_VERSION)


def _free_release_id(dataset: Path) -> str:
    """The time in UTC, as `20261123T023000Z`; with `-2` and so on behind it where that second has a release."""
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    ids = chain([now], (f"{now}-{count}" for count in itertools.count(2)))
    return next(release_id for release_id in ids if not (dataset / RELEASES / release_id).exists())


def _summary(publication: Publication, progress: Progress, empty_sources: tuple[str, ...], seconds: float) -> Summary:
    return Summary(
        release=publication.release_id,
        parent=publication.parent,
        deliveries=progress.deliveries,
        new=progress.new,
        parsed=publication.parsed,
        rejected=publication.rejected,
        superseded=publication.superseded,
        failures=progress.failures,
        rows=publication.rows,
        seconds=seconds,
        empty_sources=empty_sources,
        path=publication.path,
    )


def _nothing_new(
    dataset: Path, state: State, progress: Progress, empty_sources: tuple[str, ...], seconds: float
) -> Summary:
    """Nothing was published: the rows and the path are those of the release that stands."""
    latest = next((release for release in list_releases(dataset) if release.release_id == state.release_id), None)
    return Summary(
        release=None,
        parent=state.release_id,
        deliveries=progress.deliveries,
        new=0,
        parsed=0,
        rejected=0,
        superseded=0,
        failures=progress.failures,
        rows=latest.rows if latest else {},
        seconds=seconds,
        empty_sources=empty_sources,
        path=latest_path(dataset),
    )
