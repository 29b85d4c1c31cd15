"""One run at a time: the lock on a dataset.

The operating system frees the lock when its holder dies, however it dies; nothing is ever left locked.
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

LOCK, HOLDER = ".lock", ".holder.json"


class DatasetHeld(RuntimeError):  # noqa: N818 - named for what happened, as the message says it
    """Another run holds the dataset. The message is one sentence that names host, process and start of the holder."""


@contextmanager
def hold(dataset: Path) -> Iterator[None]:
    """Hold the dataset, which is made where it is not there, for the length of the block.

    Raises DatasetHeld at once where another process, or this one, holds it already.
    """
    dataset.mkdir(parents=True, exist_ok=True)
    lock = FileLock(dataset / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise DatasetHeld(f"The dataset {dataset} is held by {_holder(dataset)}.") from None
    try:
        started = datetime.now(UTC).isoformat(timespec="seconds")
        holder = {"host": socket.gethostname(), "process": os.getpid(), "started": started}
        replace_file(dataset / HOLDER, json.dumps(holder).encode())
        mend_latest(dataset)
        yield
    finally:
        (dataset / HOLDER).unlink(missing_ok=True)
        lock.release()


def _holder(dataset: Path) -> str:
    try:
        holder = json.loads((dataset / HOLDER).read_bytes())
        return f"process {holder['process']} on {holder['host']}, started {holder['started']}"
    except (OSError, ValueError, KeyError, TypeError):
        # It has only just taken the lock, and not yet said who it is.
        return "another run that has just begun"
