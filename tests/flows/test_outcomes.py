"""What an error means to a person: which file, which setting, and what to do."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

from flows.outcomes import FAILED, UNCHANGED, failure_of
from flows.pipeline import build
from tests.flows.dumps import write_dump

BUILD = "from flows.command_line import main; main()"


def of_the_system(number: int, path: str | None = None) -> OSError:
    return OSError(number, os.strerror(number), path)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (
            of_the_system(errno.ENOSPC, "/srv/x"),
            "/srv/x cannot be read or written: No space left on device. Make room on that disk, then run again.",
        ),
        (
            of_the_system(errno.EMFILE, "/srv/a.txt"),
            "/srv/a.txt cannot be read or written: Too many open files. This process may have "
            f"{resource.getrlimit(resource.RLIMIT_NOFILE)[0]} files open: raise the limit with `ulimit -n`, then run "
            "again.",
        ),
        (of_the_system(errno.EMFILE), "No more files can be opened: Too many open files. This process may have "),
        (of_the_system(errno.EACCES, "/srv"), "/srv cannot be read or written: Permission denied. "),
        (PermissionError(errno.EACCES, "Permission denied", b"/srv/\xe9"), "/srv/\udce9 cannot be read or written"),
    ],
)  # fmt: skip
def test_an_error_of_the_system_names_the_file_and_what_to_do(error: OSError, says: str) -> None:
    failure = failure_of(error)
    assert (failure.status, failure.is_expected) == (FAILED, True)
    assert failure.message.startswith(says)
    assert failure.message.endswith(UNCHANGED)


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_full_disk_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """The operating system names none for a file that is open already."""

    def full(*args: object) -> NoReturn:
        raise of_the_system(errno.ENOSPC)

    raw, dataset = write_dump(tmp_path / "raw", 1), tmp_path / "dataset"
    build([raw], dataset)
    write_dump(raw, 2)
    monkeypatch.setattr(f"load.durable.os.{call}", full)
    with pytest.raises(OSError, match="No space left") as raised:
        build([raw], dataset)
    assert str(raised.value.filename).startswith(str(dataset))


@pytest.mark.slow
def test_a_long_folder_for_temporary_files_is_named_by_its_setting(tmp_path: Path) -> None:
    """The workers talk through sockets in TMPDIR, whose paths may have some hundred bytes."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:  # short enough for what comes below it
        long = Path(folder, "long" * 30)
        long.mkdir()
        raw = write_dump(tmp_path / "raw", *range(1, 60))
        finished = subprocess.run(
            [sys.executable, "-c", BUILD, "build", raw, "--dataset", tmp_path / "dataset", "--workers", "2"],
            env={**os.environ, "TMPDIR": str(long)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    if finished.returncode == 0:
        assert sys.version_info >= (3, 14), "later Pythons take a shorter folder by themselves"
        return
    first = finished.stderr.splitlines()[-1]
    assert first.startswith(
        f"The workers cannot start: the path of the folder for temporary files, {long}, is too long"
    )
    assert "Set TMPDIR to a shorter path" in first
    assert "Traceback" not in first


@pytest.mark.slow
def test_a_process_that_may_open_no_more_files_says_so(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", *range(1, 60))
    finished = subprocess.run(
        [sys.executable, "-c", BUILD, "build", raw, "--dataset", tmp_path / "dataset", "--workers", "4"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (10, 10)),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert finished.returncode == 1
    assert (
        "Too many open files. This process may have 10 files open: raise the limit with `ulimit -n`" in finished.stderr
    )
    assert "Traceback" not in finished.stderr
