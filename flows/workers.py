"""Parse documents, many of them in worker processes, so that a hostile document affects no other.

Three things can go wrong. The parser raises, or takes more CPU than the limit: only that document is rejected,
wherever it is parsed. Or the process ends: it was killed, or the parser crashed the interpreter. In a worker that too
rejects only one document: those of its chunk are tried again one by one in a new worker, and the one with which it ends
again is not parsed in this run; the next run tries it again (`records.NOT_PARSED_YET`). But a run with fewer than
`WORTH_WORKERS` new documents parses them in its own process, and a crash there ends the run, with `latest` unchanged.
Such a crash is not expected, since the parser is pure Python, and nightly runs are small.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from flows.attempt import TIME_LIMIT, Failure, attempt
from records import NOT_PARSED_YET, ParsedDocument, RawDocument

Parse = Callable[[RawDocument], ParsedDocument]
"""A pure function that a worker can import by its name (`transform.parse.parse_document`)."""

CHUNK = 25
"""Documents that are sent to a worker together: enough to be worth the cost, few enough to try again one by one."""

WORTH_WORKERS = 50
"""Fewer documents than this are parsed in the run's own process: starting workers would take longer."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The outcome of parsing some documents, in their order."""

    documents: tuple[ParsedDocument, ...]
    failures: int
    """How many of them were rejected because the parser raised, took too long or its process ended."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    documents: Sequence[RawDocument]
    pool: ProcessPoolExecutor | None = None
    """The pool that parses it; None where this process parses it itself."""
    future: Future[Parsed] | None = None


@dataclass(slots=True)
class Started:
    """Documents that were submitted; `Workers.collect` waits for them."""

    chunks: deque[_Chunk]


def parse_each(parse: Parse, documents: Sequence[RawDocument], time_limit: float) -> Parsed:
    """Parse in this process. A document on which the parser fails is rejected, with the failure as its reason."""
    parsed: list[ParsedDocument] = []
    failures = 0
    for raw in documents:
        outcome = attempt(parse, raw, time_limit)
        if isinstance(outcome, Failure):
            failures += 1
            passing = NOT_PARSED_YET if outcome.passes else ""
            outcome = ParsedDocument.rejected(raw, f"{passing}the parser failed with {outcome.message}")
        parsed.append(outcome)
    return Parsed(tuple(parsed), failures)


class Workers:
    """Worker processes: started when there is enough to do, replaced when one crashes, ended with the block."""

    def __init__(
        self, parse: Parse, count: int, *, time_limit: float = TIME_LIMIT, worth_workers: int = WORTH_WORKERS
    ) -> None:
        """`count` processes that call `parse`; `time_limit` is in seconds of CPU per document."""
        self._parse = parse
        self._count = count
        self._time_limit = time_limit
        self._worth_workers = worth_workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Starts no process yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the workers; what they have not begun is cancelled."""
        self._drop_pool()

    def start(self, documents: Sequence[RawDocument]) -> Started:
        """Submit documents. The caller sees to it that the texts of all documents in progress fit into memory twice."""
        if self._pool is None and len(documents) < self._worth_workers:
            return Started(deque([_Chunk(documents)]))
        return Started(deque(self._submit(documents[at : at + CHUNK]) for at in range(0, len(documents), CHUNK)))

    def collect(self, started: Started) -> Parsed:
        """Wait for submitted documents: one ParsedDocument for each, in order."""
        documents: list[ParsedDocument] = []
        failures = 0
        while started.chunks:
            parsed = self._result(started.chunks.popleft())
            documents += parsed.documents
            failures += parsed.failures
        return Parsed(tuple(documents), failures)

    def _result(self, chunk: _Chunk) -> Parsed:
        if chunk.future is None:
            return parse_each(self._parse, chunk.documents, self._time_limit)
        try:
            return chunk.future.result()
        except (BrokenProcessPool, CancelledError):
            # It is unknown which document of which chunk crashed the worker: everything in progress is tried again.
            if chunk.pool is self._pool:
                self._drop_pool()
            return self._one_by_one(chunk.documents)

    def _one_by_one(self, chunk: Sequence[RawDocument]) -> Parsed:
        """Parse each document alone in a new worker, which is replaced when a document crashes it."""
        documents: list[ParsedDocument] = []
        failures = 0
        pool: ProcessPoolExecutor | None = None
        for raw in chunk:
            pool = pool or self._new_pool(1)
            # That a worker cannot start has nothing to do with the document: this raises, and ends the run.
            pool.submit(os.getpid).result()
            try:
                parsed = pool.submit(parse_each, self._parse, [raw], self._time_limit).result()
            except BrokenProcessPool:
                pool.shutdown()
                pool = None
                reason = f"{NOT_PARSED_YET}its process ended twice, the second time on this document alone"
                parsed = Parsed((ParsedDocument.rejected(raw, reason),), 1)
            documents += parsed.documents
            failures += parsed.failures
        if pool:
            pool.shutdown()
        return Parsed(tuple(documents), failures)

    def _submit(self, documents: Sequence[RawDocument]) -> _Chunk:
        self._pool = self._pool or self._new_pool(self._count)
        try:
            future = self._pool.submit(parse_each, self._parse, documents, self._time_limit)
        except BrokenProcessPool:
            self._drop_pool()
            return self._submit(documents)
        return _Chunk(documents, self._pool, future)

    def _new_pool(self, count: int) -> ProcessPoolExecutor:
        # Not by plain fork: this process has threads (of Arrow, of Prefect), whose locks would be copied while locked.
        forkserver = "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if forkserver else "spawn")
        if forkserver:
            context.set_forkserver_preload([self._parse.__module__])
        return ProcessPoolExecutor(count, context, initializer=_start_worker)

    def _drop_pool(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _start_worker() -> None:
    """A worker ignores Ctrl-C, which is for the run, and exits when the run is killed, instead of waiting for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    run = multiprocessing.parent_process()
    if run is not None:

        def exit_with_the_run() -> None:
            run.join()
            os._exit(1)

        threading.Thread(target=exit_with_the_run, daemon=True).start()
