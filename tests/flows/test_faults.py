"""Whatever happens to a run, at whatever call: `latest` is the old or the new release, whole, and a plain run goes on.

Faults are injected one call after another, at every one that a run makes: the process is killed before it renames,
brings to the disk, opens for writing, links, makes or removes; and every write, and bringing to the disk, fails.

The clock stands still: then most runs publish the same release, byte for byte, and what was found of it once (`seen`)
need not be looked for again.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from flows import pipeline
from load import publication
from load.releases import LATEST_JSON, latest_name, latest_release, list_releases
from load.verify import verify
from tests.flows.dumps import QUESTION, write_dump
from tests.load.made import tables
from transform.parse import parse_document

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a run is killed in a process of its own")

build = partial(pipeline.build, parse=cache(parse_document))
"""A build that parses each document once for all runs: what is tried here is what becomes of their files."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = frozenset({"os.rename", "os.link", "os.symlink", "os.mkdir", "os.remove", "os.rmdir"})
"""Audit events of calls that change names; opening for writing and fsync are counted too."""
LONGEST_BUILD = 120
"""Seconds after which a build that hangs is ended, and the test fails."""


TONIGHT = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)


class StandingClock(datetime):
    """A `datetime` for which it is always the same time."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> StandingClock:
        return cls.fromtimestamp(TONIGHT.timestamp(), tz)


@pytest.fixture(autouse=True)
def _the_clock_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "datetime", StandingClock)
    monkeypatch.setattr(publication, "datetime", StandingClock)


@pytest.fixture
def night(tmp_path: Path) -> Path:
    """A dataset with one release of two sessions, and a dump that touches one, and brings a corrected question and a
    session that is new."""
    dump = write_dump(tmp_path / "dump", 1, 2)
    (dump / "kept.txt").write_text(QUESTION.format(number=5).replace("maart 2021", "maart 2019"), encoding="utf-8")
    build([dump], tmp_path / "dataset")
    write_dump(dump, 3)
    (dump / "other.txt").write_text(QUESTION.format(number=4).replace("maart 2021", "maart 2020"), encoding="utf-8")
    (dump / "corrected.txt").write_text(QUESTION.format(number=1).replace("oude", "jonge"), encoding="utf-8")
    return tmp_path


@pytest.fixture
def first_night(tmp_path: Path) -> Path:
    """A dump, and no dataset yet."""
    write_dump(tmp_path / "dump", 1, 2)
    return tmp_path


def copies(place: Path) -> Iterator[Path]:
    """Copies of the dataset, one after another, each removed when the next is asked for."""
    while True:
        copy = place / "copy"
        if (place / "dataset").exists():
            # Links to the same files: no build may change a file that stands, and one that did would show in the next.
            shutil.copytree(place / "dataset", copy, symlinks=True, copy_function=os.link)
        yield copy
        shutil.rmtree(copy)


@dataclass(frozen=True)
class Seen:
    """What a dataset shows of its latest release."""

    tables: dict[str, list[dict[str, Any]]]
    problems: list[str]


SEEN: dict[str, Seen] = {}
"""By the hash of everything that was looked at."""


def seen(dataset: Path) -> Seen:
    """The rows of the latest release, and what is wrong with it; of one that was seen before, what was seen then."""
    release = latest_release(dataset)
    content = hashlib.sha256(f"{release.name} {(dataset / LATEST_JSON).exists()}".encode())
    for path in sorted(path for path in [dataset / LATEST_JSON, *release.rglob("*")] if path.is_file()):
        content.update(f"\n{path.relative_to(dataset)} {path.stat().st_size}\n".encode() + path.read_bytes())
    name = content.hexdigest()
    if name not in SEEN:
        SEEN[name] = Seen(tables(dataset), verify(dataset))
    return SEEN[name]


def killed_at(turn: int, dump: Path, dataset: Path) -> bool:
    """Run a build in a process of its own that is killed before its call number `turn`; whether it was."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            signal.alarm(LONGEST_BUILD)
            _die_at(turn)
            build([dump], dataset)
            status = 0
        finally:
            os._exit(status)
    _, outcome = os.waitpid(child, 0)
    if os.WIFSIGNALED(outcome):
        assert os.WTERMSIG(outcome) == signal.SIGKILL, "it hung, or died of something else"
        return True
    assert os.WEXITSTATUS(outcome) == 0, "it failed in another way"
    return False


def _die_at(turn: int) -> None:
    calls = 0

    def count() -> None:
        nonlocal calls
        calls += 1
        if calls == turn:
            os.kill(os.getpid(), signal.SIGKILL)

    def on_event(event: str, arguments: tuple[Any, ...]) -> None:
        if event in CHANGES or (event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING):
            count()

    fsync = os.fsync

    def counted_fsync(fd: Any) -> None:
        count()
        fsync(fd)

    sys.addaudithook(on_event)
    os.fsync = counted_fsync


def is_whole(dataset: Path, allowed: set[str | None]) -> None:
    """`latest` names one of the releases that are allowed, and what it names is as it was published."""
    name = latest_name(dataset) if dataset.exists() else None
    assert name in allowed
    if name is not None:
        assert seen(dataset).problems == []


def goes_on(dump: Path, dataset: Path, wanted: dict[str, list[dict[str, Any]]]) -> None:
    """A plain run ends where an undisturbed one would, and leaves nothing of the dead one."""
    build([dump], dataset)
    assert seen(dataset) == Seen(wanted, [])
    left = {path.name for path in dataset.iterdir()}
    assert left <= {"releases", "latest", "latest.json", ".lock", ".staging"}
    assert not list((dataset / ".staging").glob("*")), "what the dead run left is gone"
    assert not [release for release in list_releases(dataset) if release.damage]


@pytest.mark.slow
@pytest.mark.parametrize("nights", ["night", "first_night"])
def test_a_run_may_be_killed_at_any_call(
    nights: str, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    place: Path = request.getfixturevalue(nights)
    dump = place / "dump"
    undisturbed = copies(place)
    dataset = next(undisturbed)
    before = latest_name(dataset) if dataset.exists() else None
    build([dump], dataset)
    wanted = tables(dataset)
    turn, killed = 0, True
    for dataset in undisturbed:
        turn += 1
        killed = killed_at(turn, dump, dataset)
        if not killed:
            break
        published = {release.release_id for release in list_releases(dataset)} - {before} if dataset.exists() else set()
        is_whole(dataset, {before, *published})
        goes_on(dump, dataset, wanted)
    assert turn > 60, "a build makes more calls than that"
    with capsys.disabled():
        sys.stdout.write(f" [{turn - 1} kills, {nights}]")


def failing(
    monkeypatch: pytest.MonkeyPatch, name: str, turn: int, number: int, before: Callable[..., None]
) -> Callable[[], int]:
    """Make the call number `turn` of a function of `os` fail, once `before` has had its way; gives how many there
    were."""
    real, calls = getattr(os, name), 0

    def call(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == turn:
            before(real, *arguments)
            raise OSError(number, os.strerror(number))
        return real(*arguments)

    monkeypatch.setattr(os, name, call)
    return lambda: calls


def nothing(real: Callable[..., Any], *arguments: Any) -> None:
    """The call fails at once."""


def half(real: Callable[..., Any], descriptor: int, content: memoryview) -> None:
    """Half of the content is written, then the call fails."""
    real(descriptor, content[: len(content) // 2])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "number", "before"),
    [
        pytest.param("write", errno.ENOSPC, half, id="a full disk at every write"),
        pytest.param("write", errno.EIO, nothing, id="a broken disk at every write"),
        pytest.param("fsync", errno.EIO, nothing, id="a broken disk whenever something is brought to it"),
        pytest.param("rename", errno.EIO, nothing, id="a broken disk at every move"),
        pytest.param("replace", errno.ENOSPC, nothing, id="a full disk at every replacement"),
        pytest.param("link", errno.EIO, nothing, id="a broken disk at every link"),
    ],
)
def test_any_call_may_fail(
    night: Path,
    name: str,
    number: int,
    before: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    dump, old = night / "dump", latest_name(night / "dataset")
    undisturbed = copies(night)
    dataset = next(undisturbed)
    build([dump], dataset)
    wanted = tables(dataset)
    turn = 0
    for dataset in undisturbed:
        turn += 1
        with pytest.MonkeyPatch.context() as patch:
            calls = failing(patch, name, turn, number, before)
            try:
                build([dump], dataset)
            except OSError as error:
                assert error.errno == number
            if calls() < turn:
                break
        published = {release.release_id for release in list_releases(dataset)} - {old}
        is_whole(dataset, {old, *published})
        goes_on(dump, dataset, wanted)
    with capsys.disabled():
        sys.stdout.write(f" [{turn - 1} faults: {name}, {os.strerror(number)}]")
    assert turn > 1, "the call is made"
