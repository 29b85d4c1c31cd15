"""One run at a time."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from load.hold import DatasetHeld, hold
from tests.load.made import document, published

ROOT = Path(__file__).parents[2]

HOLDING = """
import sys
from pathlib import Path
from load.hold import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holding_process(dataset: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDING, str(dataset)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_held_dataset_is_refused_with_the_holder_named(dataset: Path) -> None:
    with holding_process(dataset) as process:
        try:
            with pytest.raises(DatasetHeld) as refused, hold(dataset):
                pass
        finally:
            process.kill()
    message = str(refused.value)
    assert f"process {process.pid} on {socket.gethostname()}, started 20" in message


def test_a_dead_holder_holds_nothing(dataset: Path) -> None:
    with holding_process(dataset) as process:
        process.kill()
        process.wait()
    with hold(dataset):
        pass


def test_one_process_does_not_hold_twice(dataset: Path) -> None:
    with hold(dataset), pytest.raises(DatasetHeld, match=f"process {os.getpid()}"), hold(dataset):
        pass


def test_a_holder_that_has_not_said_who_it_is_is_refused_too(dataset: Path) -> None:
    with hold(dataset):
        (dataset / ".holder.json").write_text("")
        with pytest.raises(DatasetHeld, match="another run that has just begun"), hold(dataset):
            pass


def test_a_hold_ends_with_its_block_even_when_that_fails(dataset: Path) -> None:
    with pytest.raises(KeyError), hold(dataset):
        raise KeyError
    with hold(dataset):
        assert (dataset / ".holder.json").exists()
    assert not (dataset / ".holder.json").exists()


def test_the_folder_of_a_new_dataset_is_made(tmp_path: Path) -> None:
    with hold(tmp_path / "new" / "dataset"):
        assert (tmp_path / "new" / "dataset").is_dir()


def test_the_holder_mends_what_a_dead_run_left_between_two_steps(dataset: Path) -> None:
    published(dataset, [document(1)])
    (dataset / "latest.json").unlink()
    with hold(dataset):
        assert '"r1"' in (dataset / "latest.json").read_text()
