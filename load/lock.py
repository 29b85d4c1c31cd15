"""The lock on a dataset: one run at a time.

The operating system releases the lock when the process that holds it ends, in whatever way, so that no dataset is
ever left locked.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from load.durable import replace_file
from load.releases import mend_latest

LOCK_FILE, HOLDER_FILE = ".lock", ".holder.json"


class DatasetLocked(RuntimeError):  # noqa: N818 - named for what happened, as the message says it
    """Another run has locked the dataset. The message is one sentence that names its process, host and start."""


@contextmanager
def lock(dataset: Path) -> Iterator[None]:
    """Lock the dataset for the length of the block. Its folder is made where there is none yet.

    Raises DatasetLocked at once where another process, or this one, has locked it already.
    """
    dataset.mkdir(parents=True, exist_ok=True)
    file_lock = FileLock(dataset / LOCK_FILE, timeout=0)
    try:
        file_lock.acquire()
    except Timeout:
        raise DatasetLocked(
            f"The dataset {dataset} is locked by {_holder(dataset)}: wait until that run has ended, then run again."
        ) from None
    try:
        started = datetime.now(UTC).isoformat(timespec="seconds")
        holder = {"host": socket.gethostname(), "process": os.getpid(), "started": started}
        replace_file(dataset / HOLDER_FILE, json.dumps(holder).encode())
        mend_latest(dataset)
        yield
    finally:
        (dataset / HOLDER_FILE).unlink(missing_ok=True)
        file_lock.release()


def _holder(dataset: Path) -> str:
    """Who has locked the dataset, as a phrase."""
    try:
        holder = json.loads((dataset / HOLDER_FILE).read_bytes())
        return f"process {holder['process']} on {holder['host']}, started {holder['started']}"
    except (OSError, ValueError, KeyError, TypeError):
        # The holder has the lock and has not written the file yet.
        return "another run that has just started"
