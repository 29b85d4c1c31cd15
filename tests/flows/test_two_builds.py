"""Two builds at once: one wins, the other says who has locked the dataset, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from load.releases import latest_release
from load.stored import StoredRelease
from load.tables import QUESTIONS
from load.verify import verify
from tests.flows.dumps import write_dump

ROOT = Path(__file__).parents[2]
DONE, LOCKED = 0, 3
LONGEST_BUILD = 120
"""Seconds after which a build that hangs fails the test."""
BUILD = """
import sys
from functools import partial
from flows import pipeline
from flows.command_line import main
from tests.flows.stand_ins import parse_when_told

pipeline.build = partial(pipeline.build, parse=parse_when_told)
main()
"""
"""The command, with a parser that waits at a gate: a build that locks the dataset keeps it until the gate is open."""


def start(dump: Path, dataset: Path, gate: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", BUILD, "build", str(dump), "--dataset", str(dataset)]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "GATE": str(gate)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def end(build: subprocess.Popen[str]) -> str:
    """Wait for the end of a build; what it said on stderr."""
    try:
        return build.communicate(timeout=LONGEST_BUILD)[1]
    finally:
        build.kill()


@pytest.mark.slow
def test_of_two_builds_at_once_one_wins_and_nothing_is_lost(tmp_path: Path) -> None:
    dataset, gate = tmp_path / "dataset", tmp_path / "gate"
    gate.mkdir()
    dumps = [write_dump(tmp_path / name, *numbers) for name, numbers in (("a", (1, 2)), ("b", (3, 4)))]
    builds = [start(dump, dataset, gate) for dump in dumps]
    with ThreadPoolExecutor(len(builds)) as pool:
        ends = [pool.submit(end, build) for build in builds]
        wait(ends, return_when=FIRST_COMPLETED)
        ended = [build.poll() for build in builds]
        (gate / "open").touch()
    said = [one.result() for one in ends]
    assert sorted(build.returncode for build in builds) == [DONE, LOCKED], said
    loser = [build.returncode for build in builds].index(LOCKED)
    assert ended[loser] == LOCKED, "it says so at once, and does not wait for the other"
    assert len(list(gate.glob("*.begun"))) == 1, "only one of them came to its documents"
    assert f"The dataset {dataset} is locked by" in said[loser]
    again = start(dumps[loser], dataset, gate)
    end(again)
    assert again.returncode == DONE
    rows = StoredRelease(latest_release(dataset)).read(QUESTIONS, ("number",))
    assert sorted(rows["number"].to_pylist()) == [1, 2, 3, 4]
    assert verify(dataset) == []
