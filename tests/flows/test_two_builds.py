"""Two builds at once: one wins, the other says who has locked the dataset, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from load.releases import latest_release
from load.stored import StoredRelease
from load.tables import QUESTIONS
from load.verify import verify
from tests.flows.dumps import write_dump

ROOT = Path(__file__).parents[2]
DONE, LOCKED = 0, 3


def start(dump: Path, dataset: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "flows.command_line", "build", str(dump), "--dataset", str(dataset)]
    command[1:3] = ["-c", "from flows.command_line import main; main()"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_of_two_builds_at_once_one_wins_and_nothing_is_lost(tmp_path: Path) -> None:
    dataset = tmp_path / "dataset"
    dumps = [write_dump(tmp_path / name, *numbers) for name, numbers in (("a", range(1, 400)), ("b", range(400, 800)))]
    builds = [start(dump, dataset) for dump in dumps]
    said = [build.communicate(timeout=120)[1] for build in builds]
    statuses = [build.returncode for build in builds]
    assert sorted(statuses) == [DONE, LOCKED], said
    loser = statuses.index(LOCKED)
    assert f"The dataset {dataset} is locked by" in said[loser]
    again = start(dumps[loser], dataset)
    again.communicate(timeout=120)
    assert again.returncode == DONE
    rows = StoredRelease(latest_release(dataset)).read(QUESTIONS, ("number",))
    assert sorted(rows["number"].to_pylist()) == list(range(1, 800))
    assert verify(dataset) == []
