"""A hostile document affects no other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.workers import CHUNK, Parsed, Workers
from records import NOT_PARSED_YET, RawDocument
from tests.flows.stand_ins import parse


def documents(*texts: str) -> list[RawDocument]:
    return [RawDocument(f"{at}.txt", 0, "1-1", "utf-8", text) for at, text in enumerate(texts)]


def parsed(texts: list[str], *, worth_workers: int = 1, time_limit: float = 30.0, count: int = 2) -> Parsed:
    raw = documents(*texts)
    with Workers(parse, count, time_limit=time_limit, worth_workers=worth_workers) as workers:
        outcome = workers.collect(workers.start(raw))
    assert [one.document_id for one in outcome.documents] == [one.document_id for one in raw], "one each, in order"
    return outcome


def reasons(outcome: Parsed) -> list[str | None]:
    return [one.reason for one in outcome.documents]


def test_few_documents_are_parsed_in_this_process() -> None:
    outcome = parsed(["where"], worth_workers=2)
    assert reasons(outcome) == [f"where in {os.getpid()}"]


def test_many_documents_are_parsed_elsewhere_and_come_back_in_order() -> None:
    texts = [f"where {number}" for number in range(3 * CHUNK)]
    outcome = parsed(texts)
    processes = {str(reason).rpartition(" ")[2] for reason in reasons(outcome)}
    assert str(os.getpid()) not in processes
    assert [str(reason).partition(" in ")[0] for reason in reasons(outcome)] == texts


def test_nothing_to_parse_starts_nothing() -> None:
    assert parsed([], worth_workers=0) == Parsed((), 0)


@pytest.mark.parametrize("worth_workers", [1, 100], ids=["in workers", "in this process"])
def test_an_exception_is_a_rejected_document_with_its_name(worth_workers: int) -> None:
    outcome = parsed(["a", "raise b", "c"], worth_workers=worth_workers)
    assert reasons(outcome) == ["a", "the parser failed with KeyError: 'raise b'", "c"]
    assert outcome.failures == 1


@pytest.mark.parametrize("worth_workers", [1, 100], ids=["in workers", "in this process"])
def test_a_document_that_takes_for_ever_is_rejected(worth_workers: int) -> None:
    outcome = parsed(["a", "hang", "c"], worth_workers=worth_workers, time_limit=1.0)
    assert reasons(outcome) == ["a", "the parser failed with TimeoutError: took more than 1 seconds of CPU", "c"]
    assert outcome.failures == 1


@pytest.mark.parametrize("worth_workers", [1, 100], ids=["in workers", "in this process"])
def test_a_machine_that_is_paused_rejects_no_document(worth_workers: int) -> None:
    """The limit counts CPU: while the machine waits, none is used."""
    assert reasons(parsed(["wait"], worth_workers=worth_workers, time_limit=1.0)) == ["wait"]


@pytest.mark.parametrize("worth_workers", [1, 100], ids=["in workers", "in this process"])
def test_short_memory_is_no_verdict(worth_workers: int) -> None:
    outcome = parsed(["a", "memory", "c"], worth_workers=worth_workers)
    assert reasons(outcome) == ["a", f"{NOT_PARSED_YET}the parser failed with MemoryError", "c"]


def test_a_document_that_kills_its_worker_is_rejected_alone() -> None:
    texts = [f"text {number}" for number in range(2 * CHUNK)]
    texts[3], texts[CHUNK + 7] = "die", "die too"
    outcome = parsed(texts)
    died = f"{NOT_PARSED_YET}its process ended twice, the second time on this document alone"
    expected: list[str | None] = list(texts)
    expected[3] = expected[CHUNK + 7] = died
    assert reasons(outcome) == expected
    assert outcome.failures == 2


def test_workers_are_replaced_for_what_comes_after() -> None:
    with Workers(parse, 2, worth_workers=1) as workers:
        first, second = workers.start(documents("die")), workers.start(documents("next"))
        assert workers.collect(first).failures == 1
        assert reasons(workers.collect(second)) == ["next"]
        assert reasons(workers.collect(workers.start(documents("later")))) == ["later"]


ENDLESS = """
import sys
from flows.workers import Workers
from records import NOT_PARSED_YET, RawDocument
from tests.flows.stand_ins import parse

if __name__ == "__main__":
    with Workers(parse, 2, worth_workers=1) as workers:
        started = workers.start([RawDocument("a.txt", 0, "1-1", "utf-8", "where")])
        print(workers.collect(started).documents[0].reason, flush=True)
        sys.stdin.read()
"""


@pytest.mark.slow
def test_workers_leave_when_the_run_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS)
    root = Path(__file__).parents[2]
    run = subprocess.Popen(
        [sys.executable, script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root)},
        text=True,
    )
    assert run.stdout is not None
    worker = int(run.stdout.readline().rpartition(" ")[2])
    run.send_signal(signal.SIGKILL)
    run.communicate()
    until = time.monotonic() + 60
    while _is_running(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _is_running(worker)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
