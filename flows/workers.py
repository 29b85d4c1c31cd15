"""Parse documents, many of them in worker processes, so that a hostile one costs itself and no other.

Three things can go wrong with it. The parser raises (the row says what), or takes too long (a time limit): each costs
that document only, wherever it is parsed. Or it crashes the whole interpreter: in a worker that costs that document
only, too (those of its chunk are tried again one by one in a fresh worker, and the one whose worker dies is rejected).
But a run of fewer than `WORTH_WORKERS` new documents parses them in its own process, and a crash there ends the run,
with `latest` as it was: the parser is pure Python, where such a crash is not expected, and nightly runs are small.
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
from records import ParsedDocument, RawDocument

Parse = Callable[[RawDocument], ParsedDocument]
"""A pure function that a worker can import by its name (`transform.parse.parse_document`)."""

CHUNK = 25
"""Documents that go to a worker at once: enough to make the trip worth while, few enough to try again one by one."""

WORTH_WORKERS = 50
"""Fewer documents than this are parsed in the run's own process: starting workers takes longer."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What became of some documents, in their order."""

    documents: tuple[ParsedDocument, ...]
    failures: int
    """How many of them are rejected because the parser raised, took too long or died, not for what they are."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    documents: Sequence[RawDocument]
    pool: ProcessPoolExecutor | None = None
    """Whose workers have it; None where this process parses it itself."""
    future: Future[Parsed] | None = None


@dataclass(slots=True)
class Started:
    """Documents that were handed over; `Workers.collect` waits for them."""

    chunks: deque[_Chunk]


def parse_each(parse: Parse, documents: Sequence[RawDocument], time_limit: float) -> Parsed:
    """Parse in this process; a document that the parser fails on is rejected, with the failure as its reason."""
    parsed: list[ParsedDocument] = []
    failures = 0
    for raw in documents:
        outcome = attempt(parse, raw, time_limit)
        if isinstance(outcome, Failure):
            failures += 1
            outcome = ParsedDocument.rejected(raw, f"the parser failed on it with {outcome.what}")
        parsed.append(outcome)
    return Parsed(tuple(parsed), failures)


class Workers:
    """Worker processes, started when there is enough to do, replaced when one dies, gone when the block ends."""

    def __init__(
        self, parse: Parse, count: int, *, time_limit: float = TIME_LIMIT, worth_workers: int = WORTH_WORKERS
    ) -> None:
        """`count` processes of `parse`; `time_limit` is in seconds a document."""
        self._parse = parse
        self._count = count
        self._time_limit = time_limit
        self._worth_workers = worth_workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """No process is started yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the workers go; what they have not begun is dropped."""
        self._drop_pool()

    def start(self, documents: Sequence[RawDocument]) -> Started:
        """Hand documents over. Only so many should be under way that their texts fit into memory twice."""
        if self._pool is None and len(documents) < self._worth_workers:
            return Started(deque([_Chunk(documents)]))
        return Started(deque(self._submit(documents[at : at + CHUNK]) for at in range(0, len(documents), CHUNK)))

    def collect(self, started: Started) -> Parsed:
        """Wait for what was handed over: one ParsedDocument for each document, in order."""
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
            # Which document of which chunk killed the worker nobody tells: all that was under way is tried again.
            if chunk.pool is self._pool:
                self._drop_pool()
            return self._one_by_one(chunk.documents)

    def _one_by_one(self, chunk: Sequence[RawDocument]) -> Parsed:
        """Each document alone in a fresh worker, which is replaced when a document kills it."""
        documents: list[ParsedDocument] = []
        failures = 0
        lone: ProcessPoolExecutor | None = None
        for raw in chunk:
            lone = lone or self._new_pool(1)
            # A worker that cannot even start is not the document's doing: this one raises, and ends the run.
            lone.submit(os.getpid).result()
            try:
                parsed = lone.submit(parse_each, self._parse, [raw], self._time_limit).result()
            except BrokenProcessPool:
                lone.shutdown()
                lone = None
                reason = "the parser's process died on it, alone and at the second attempt"
                parsed = Parsed((ParsedDocument.rejected(raw, reason),), 1)
            documents += parsed.documents
            failures += parsed.failures
        if lone:
            lone.shutdown()
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
        # Not by plain fork: this process has threads (Arrow's, Prefect's), whose locks a fork would copy locked.
        forkserver = "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if forkserver else "spawn")
        if forkserver:
            context.set_forkserver_preload([self._parse.__module__])
        return ProcessPoolExecutor(count, context, initializer=_be_a_worker)

    def _drop_pool(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _be_a_worker() -> None:
    """A worker leaves the keyboard to the run, and leaves when the run is killed, instead of waiting for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    run = multiprocessing.parent_process()
    if run is not None:

        def leave_with_the_run() -> None:
            run.join()
            os._exit(1)

        threading.Thread(target=leave_with_the_run, daemon=True).start()
