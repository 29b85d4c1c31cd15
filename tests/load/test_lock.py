"""One run at a time."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from load.lock import DatasetLocked, lock
from tests.load.made import document, published

ROOT = Path(__file__).parents[2]

LOCKING = """
import sys
from pathlib import Path
from load.lock import lock
with lock(Path(sys.argv[1])):
    print("locked", flush=True)
    sys.stdin.read()
"""


def locking_process(dataset: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", LOCKING, str(dataset)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "locked\n"
    return process


def test_a_locked_dataset_is_refused_with_the_holder_named(dataset: Path) -> None:
    with locking_process(dataset) as process:
        try:
            with pytest.raises(DatasetLocked) as refused, lock(dataset):
                pass
        finally:
            process.kill()
    message = str(refused.value)
    assert f"is locked by process {process.pid} on {socket.gethostname()}, started 20" in message


def test_the_lock_of_a_dead_process_is_gone(dataset: Path) -> None:
    with locking_process(dataset) as process:
        process.kill()
        process.wait()
    with lock(dataset):
        pass


def test_one_process_does_not_lock_twice(dataset: Path) -> None:
    with lock(dataset), pytest.raises(DatasetLocked, match=f"process {os.getpid()}"), lock(dataset):
        pass


def test_a_holder_that_has_not_said_who_it_is_is_respected_too(dataset: Path) -> None:
    with lock(dataset):
        (dataset / ".holder.json").write_text("")
        with pytest.raises(DatasetLocked, match="another run that has just started"), lock(dataset):
            pass


def test_a_lock_ends_with_its_block_even_when_that_fails(dataset: Path) -> None:
    with pytest.raises(KeyError), lock(dataset):
        raise KeyError
    with lock(dataset):
        assert (dataset / ".holder.json").exists()
    assert not (dataset / ".holder.json").exists()


def test_the_folder_of_a_new_dataset_is_made(tmp_path: Path) -> None:
    with lock(tmp_path / "new" / "dataset"):
        assert (tmp_path / "new" / "dataset").is_dir()


def test_locking_mends_what_a_dead_run_left_between_two_steps(dataset: Path) -> None:
    published(dataset, [document(1)])
    (dataset / "latest.json").unlink()
    with lock(dataset):
        assert '"r1"' in (dataset / "latest.json").read_text()
