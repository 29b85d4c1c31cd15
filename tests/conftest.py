"""What holds for every test: no verdict hangs on the clock, nothing waits for the disk, the long ones come first."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

MEMORY, ROOM = Path("/dev/shm"), 2**31
"""A folder in memory, as Linux has one, and the bytes that must be free in it."""

# How long an example takes tells of the machine, and of what else it does.
settings.register_profile("vraagbaak", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("vraagbaak")


def pytest_configure() -> None:
    """Temporary folders in memory, where there is room and nobody named another place: a release has a hundred folders,
    and a disk takes some thousandths of a second to remove one."""
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ROOM:
        os.environ["TMPDIR"], tempfile.tempdir = str(MEMORY), None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long tests first, so that no process is left with one when the others are done."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session", autouse=True)
def _no_waiting_for_the_disk() -> Iterator[None]:
    """No test here cuts the power. Those that guard what is brought to the disk put their own `fsync` in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda descriptor: None)
        yield
