"""The pipeline itself: extract, transform and load, one after another, over portions of the dump.

It does not use Prefect. Every stage is a plain function that `build` calls through `stage`, so that the nightly flow
can make a Prefect task of each (`flows.nightly`), and the command line need not (`vraagbaak build`).
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

import transform
from extract.content import AS_USUAL, Asked
from extract.names import name_of
from extract.sources import Dump
from flows.arrival import arrived, input_name
from flows.errors import SchemaNewer
from flows.limits import Limits
from flows.portions import Delivered, Portion, Progress
from flows.summary import Summary
from flows.workers import Parse, Started, Workers
from load.decisions import Quarantine, held_release, read_quarantine
from load.gate import DEFAULT_THRESHOLDS, Thresholds
from load.lock import lock
from load.publication import Publication, publish
from load.releases import RELEASES, latest_path, list_releases
from load.retention import DEFAULT_RETENTION, Retention, prune
from load.retries import record_retries
from load.staging import Incoming
from load.state import State, read_state
from load.tables import SCHEMA_VERSION
from records import NOT_PARSED_YET, is_not_parsed_yet
from transform.parse import document_starts, parse_document

P = ParamSpec("P")
R = TypeVar("R")

RELEASE_TIME = "%Y%m%dT%H%M%SZ"


DEFAULT_LIMITS = Limits()


class Stage(Protocol):
    """Wraps the function of a named stage: in a Prefect task for the nightly flow, not at all for a plain run."""

    def __call__(self, name: str, function: Callable[P, R], /) -> Callable[P, R]:
        """The function to call instead, with the same arguments and the same result."""


def unwrapped(name: str, function: Callable[P, R], /) -> Callable[P, R]:
    """The stage of a plain run: the function itself."""
    return function


def build(
    sources: Sequence[Path],
    dataset: Path,
    *,
    workers: int | None = None,
    rebuild: bool = False,
    accept_drop: bool = False,
    limits: Limits = DEFAULT_LIMITS,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    retention: Retention = DEFAULT_RETENTION,
    stage: Stage = unwrapped,
    on_progress: Callable[[Progress], None] = lambda progress: None,
    parse: Parse = parse_document,
    starts: Callable[[str], Sequence[int]] = document_starts,
    asked: Asked = AS_USUAL,
    follow_links: bool = False,
) -> Summary:
    """Read what is new in the dumps, parse it and publish a release. The dataset is locked meanwhile.

    `workers` is the number of processes (one per core where None). With `rebuild`, or where the parser or the schema
    has changed since the latest release, the stored documents are parsed again too. With `accept_drop` a release is
    published although it has anomalies, which begin at the `thresholds` (`load.gate`). After a publication the releases
    that `retention` does not keep are removed.
    Where nothing is new, nothing is published; a document is not new because its file was touched.

    Raises extract.sources.SourceMissing or flows.arrival.DumpGone (and leaves no trace then), load.lock.DatasetLocked,
    load.manifest.ReleaseDamaged, load.checks.ChecksFailed, and OSError where a folder cannot be written; after each of
    them `latest` is unchanged.
    """
    began = time.monotonic()
    dump = stage("find the files", arrived)(sources, dataset, follow_links, asked)
    count = workers or os.cpu_count() or 1
    with lock(dataset), Workers(parse, count, time_limit=limits.document_seconds) as pool:
        state = stage("read the state", read_state)(dataset)
        if state.schema_version is not None and _newer(state.schema_version):
            raise SchemaNewer(
                f"The dataset {name_of(dataset)} has schema version {state.schema_version}, and this vraagbaak writes "
                f"{SCHEMA_VERSION}: upgrade vraagbaak, or build into another dataset."
            )
        if held := held_release(dataset):
            return _held(dataset, state, held, dump, time.monotonic() - began)
        dump, quarantined = _parted(dump, read_quarantine(dataset))
        run = _Run(state, Delivered(dump, state, starts, asked, limits, on_progress), pool, limits, stage)
        parse_again = state.release_id is not None and (rebuild or _is_out_of_date(state))
        incoming = run.incoming(parse_again)
        publication: Publication | None = None
        if (first := next(incoming, None)) is not None:
            publication = stage("load", publish)(
                dataset,
                state,
                chain([first], incoming),
                parser_version=transform.PARSER_VERSION,
                release_id=_free_release_id(dataset, state.release_id),
                inputs=[input_name(source) for source in sources],
                carry_over=not parse_again,
                accept_drop=accept_drop,
                thresholds=thresholds,
            )
        waiting = _record_waiting(dataset, run.progress.waiting)
        if publication is None:
            summary = _nothing_new(dataset, state, run.progress, waiting, dump, time.monotonic() - began)
            return replace(summary, quarantined=quarantined)
        summary = _summary(publication, run.progress, waiting, dump, time.monotonic() - began)
        return replace(summary, quarantined=quarantined, not_removed=stage("prune", _prune)(dataset, retention))


class _Run:
    """One run, from files to incoming documents."""

    def __init__(self, state: State, delivered: Delivered, pool: Workers, limits: Limits, stage: Stage) -> None:
        self._state = state
        self._limits = limits
        self._delivered = delivered
        self._pool = pool
        self._extract = stage("extract", delivered.next_portion)
        self._transform = stage("transform", pool.collect)
        self.progress = delivered.progress

    def incoming(self, parse_again: bool) -> Iterator[Incoming]:
        """First the stored documents, where they are parsed again (those that were not parsed yet always are), then
        those of the files."""
        in_progress: tuple[Portion, Started] | None = None
        stored = self._stored_portions(None if parse_again else self._state.waiting_ids)
        for portion in chain(stored, self._delivered_portions()):
            before, in_progress = in_progress, (portion, self._pool.start(portion.to_parse()))
            if before:
                yield from self._collected(*before)
        if in_progress:
            yield from self._collected(*in_progress)

    def _collected(self, portion: Portion, started: Started) -> Iterator[Incoming]:
        parsed = self._transform(started)
        self.progress.failures += parsed.failures
        for raw, document in zip(portion.to_parse(), parsed.documents, strict=True):
            if document.reason is not None and is_not_parsed_yet(document.reason):
                self.progress.waiting[raw.source] = document.reason.removeprefix(NOT_PARSED_YET)
        return portion.incoming(parsed.documents)

    def _stored_portions(self, only: Set[str] | None) -> Iterator[Portion]:
        portion = Portion(self._limits)
        for raw in self._state.stored_documents(only):
            self._delivered.is_parsed_already(raw.document_id)
            portion.add(raw, must_be_parsed=True)
            if portion.is_full():
                yield portion
                portion = Portion(self._limits)
        if portion.documents:
            yield portion

    def _delivered_portions(self) -> Iterator[Portion]:
        while not self._delivered.is_done:
            portion = self._extract()
            if portion.documents:
                yield portion


def _prune(dataset: Path, retention: Retention) -> str | None:
    """Remove old releases; returns what could not be removed, as a sentence. The new release is published anyway."""
    try:
        prune(dataset, retention, datetime.now(UTC))
    except OSError as error:
        path = error.filename or dataset
        return f"{path} could not be removed: {error.strerror or error}. Run `vraagbaak prune` to try again."
    return None


def _parted(dump: Dump, kept_out: Quarantine) -> tuple[Dump, tuple[str, ...]]:
    """The files that a run reads, and the sources that it leaves unread because they are in quarantine."""
    quarantined = tuple(file.source for file in dump.files if file.source in kept_out)
    return replace(dump, files=tuple(file for file in dump.files if file.source not in kept_out)), quarantined


def _held(dataset: Path, state: State, held: tuple[str, str], dump: Dump, seconds: float) -> Summary:
    """The summary of a run that does nothing, because a release is held."""
    return replace(_nothing_new(dataset, state, Progress(), (), dump, seconds), held=held)


def _record_waiting(dataset: Path, waiting: Mapping[str, str]) -> tuple[str, ...]:
    """Record what is tried again by the next run; returns a sentence for each."""
    if not waiting and not dataset.exists():
        return ()
    retries = record_retries(dataset, waiting, datetime.now(UTC).isoformat(timespec="seconds"))
    return tuple(
        f"{source} {retry.why} ({'tried once' if retry.times == 1 else f'tried in {retry.times} runs'}, since "
        f"{retry.since}); the next run tries again."
        for source, retry in retries.items()
    )


def _newer(version: str) -> bool:
    """Whether a dataset was written by a later vraagbaak: what only that one knows would be lost."""
    return version.isdecimal() and SCHEMA_VERSION.isdecimal() and int(version) > int(SCHEMA_VERSION)


def _is_out_of_date(state: State) -> bool:
    return (state.parser_version, state.schema_version) != (transform.PARSER_VERSION, SCHEMA_VERSION)


def _free_release_id(dataset: Path, latest: str | None) -> str:
    """The time in UTC, as `20261123T023000Z`; with `-2` and so on appended where that second has a release already.

    Ids rise from release to release, since deliveries are ordered by them: where the clock was set back, the id is the
    second after that of the latest release.
    """
    now = datetime.now(UTC).strftime(RELEASE_TIME)
    if latest is not None and latest > now:
        with suppress(ValueError):  # an id that is no time was given by hand
            now = (datetime.strptime(latest[: len(now)], RELEASE_TIME) + timedelta(seconds=1)).strftime(RELEASE_TIME)
    ids = chain([now], (f"{now}-{count}" for count in itertools.count(2)))
    return next(release_id for release_id in ids if not (dataset / RELEASES / release_id).exists())


def _summary(
    publication: Publication,
    progress: Progress,
    waiting: tuple[str, ...],
    dump: Dump,
    seconds: float,
) -> Summary:
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
        waiting=waiting,
        empty_sources=tuple(name_of(empty.source) for empty in dump.empty),
        read=dict(progress.tally.read),
        passed_over=dict(progress.tally.passed_over),
        path=publication.path,
    )


def _nothing_new(
    dataset: Path,
    state: State,
    progress: Progress,
    waiting: tuple[str, ...],
    dump: Dump,
    seconds: float,
) -> Summary:
    """The summary where nothing was published: the rows and the path are those of the latest release."""
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
        waiting=waiting,
        empty_sources=tuple(name_of(empty.source) for empty in dump.empty),
        read=dict(progress.tally.read),
        passed_over=dict(progress.tally.passed_over),
        path=latest_path(dataset),
    )
