"""Who is told how a run ended: `vraagbaak build` against a receiver on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest

from flows import pipeline, telling
from flows.command_line import run
from flows.lookup import last_arrival, rejected_documents
from load.lock import lock
from tests.flows.dumps import write_dump
from tests.flows.receivers import WebReceiver, serving

Night = Callable[..., tuple[int, list[dict[str, Any]]]]


@pytest.fixture
def web() -> Iterator[WebReceiver]:
    with serving(WebReceiver()) as receiver:
        yield receiver


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return write_dump(tmp_path / "raw", 1, 2)


@pytest.fixture
def night(web: WebReceiver, tmp_path: Path, dump: Path, monkeypatch: pytest.MonkeyPatch) -> Night:
    """Runs `vraagbaak build` from a settings file; its status, and what the webhook was told."""
    monkeypatch.chdir(tmp_path)
    Path("vraagbaak.toml").write_text(f"""
sources = ["raw"]
dataset = "dataset"
quiet_days = 5
[[hooks]]
kind = "webhook"
url = "{web.address}/night"
on = ["success", "failure", "refusal", "silence"]
""")

    def run_it(*arguments: str) -> tuple[int, list[dict[str, Any]]]:
        web.received.clear()
        status = run(["build", *arguments])
        return status, [body for _, _, body in web.received]

    return run_it


def test_a_night_that_published_is_a_success(night: Night) -> None:
    status, (notice,) = night()
    assert (status, notice["event"], notice["status"]) == (0, "success", 0)
    assert notice["message"].startswith("Published ")
    assert (notice["sources"], notice["dataset"]) == (["raw"], "dataset")
    assert notice["latest"] == Path("dataset/latest").resolve().name


def test_a_dump_that_is_gone_is_a_failure(night: Night, dump: Path) -> None:
    dump.rename("elsewhere")
    status, (notice,) = night()
    assert (status, notice["event"], notice["status"]) == (2, "failure", 2)
    assert notice["message"] == "There is no file or folder raw: give the path of the dump to read."
    assert notice["latest"] is None


def test_a_locked_dataset_is_a_failure(night: Night) -> None:
    with lock(Path("dataset")):
        status, (notice,) = night()
    assert (status, notice["event"], notice["status"]) == (3, "failure", 3)
    assert "is locked by process" in notice["message"]


def test_a_bug_is_a_failure(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> NoReturn:
        raise ArithmeticError("something odd")

    monkeypatch.setattr(pipeline, "publish", fail)
    status, (notice,) = night()
    assert (status, notice["event"], notice["status"]) == (1, "failure", 1)
    assert notice["message"].startswith("The command failed with ArithmeticError: something odd.")


def test_a_refused_release_is_a_refusal_with_what_was_rejected(night: Night, dump: Path) -> None:
    night()
    before = Path("dataset/latest").resolve().name
    for number in range(12):
        (dump / f"rommel{number:02}.txt").write_text(f"geen vraag {number}")
    status, (notice,) = night()
    assert (status, notice["event"], notice["status"]) == (4, "refusal", 4)
    assert "12 of the 12 documents of this run were rejected" in notice["message"]
    assert notice["latest"] == before
    refused = Path(notice["refused"])
    assert (refused / "faults.txt").is_file()
    assert [one["source"] for one in notice["rejected"]] == [f"rommel{number:02}.txt" for number in range(12)]
    assert all(one["reason"] for one in notice["rejected"])


def later(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    class Later(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime.now(tz) + timedelta(days=days, hours=1)

    monkeypatch.setattr(telling, "datetime", Later)


@pytest.mark.parametrize(("days", "is_silent"), [(4, False), (5, True), (40, True)])
def test_nothing_new_for_some_days_is_told(
    night: Night, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], days: int, is_silent: bool
) -> None:
    """A dump that is no longer delivered is a green night otherwise."""
    night()
    later(monkeypatch, days)
    capsys.readouterr()
    status, notices = night()
    assert (status, [notice["event"] for notice in notices]) == (0, ["success", "silence"][: 1 + is_silent])
    said = (
        f"Nothing new has arrived for {days} days (since {datetime.now(UTC):%Y-%m-%d}): look whether the dumps in raw"
    )
    assert (said in capsys.readouterr().err) is is_silent
    assert not is_silent or notices[1]["message"].startswith(said)


def test_a_new_document_ends_the_silence(night: Night, dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    night()
    later(monkeypatch, 40)
    write_dump(dump, 3)
    _, notices = night()
    assert [notice["event"] for notice in notices] == ["success"]


def test_an_arrival_is_a_document_and_no_release(night: Night, dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new parser publishes a release too, of what was there."""
    night()
    arrived = last_arrival(Path("dataset"))
    assert arrived is not None
    monkeypatch.setattr(pipeline, "_free_release_id", lambda dataset, latest: "20991231T000000Z")
    night("--rebuild")
    assert Path("dataset/latest").resolve().name == "20991231T000000Z"
    assert last_arrival(Path("dataset")) == arrived


def test_an_empty_dataset_has_no_arrival(tmp_path: Path) -> None:
    assert last_arrival(tmp_path / "dataset") is None


def test_the_rejected_documents_of_a_release_are_its_own(night: Night, dump: Path) -> None:
    (dump / "a.txt").write_text("")
    night()
    first = Path("dataset/latest").resolve()
    (dump / "b.txt").write_text("geen vraag")
    night()
    second = Path("dataset/latest").resolve()
    assert [one.source for one in rejected_documents(second, second.name)] == ["b.txt"]
    assert [one.source for one in rejected_documents(second, first.name)] == ["a.txt"]


def test_limits_and_links_are_settings(night: Night, dump: Path, tmp_path: Path) -> None:
    outside = write_dump(tmp_path / "outside", 7)
    (dump / "sv7.txt").symlink_to(outside / "sv7.txt")
    night()
    release = Path("dataset/latest").resolve()
    assert [one.source for one in rejected_documents(release, release.name)] == ["sv7.txt"]
    assert "1 parsed" in night("--set", "reading.follow_links=true")[1][0]["message"]
    write_dump(dump, 8)
    night("--set", "files.document_characters=20", "--set", "reading.follow_links=true")
    release = Path("dataset/latest").resolve()
    assert [one.source for one in rejected_documents(release, release.name)] == ["sv8.txt"]


@pytest.mark.parametrize("ends", ["well", "badly"])
def test_a_hook_that_fails_changes_nothing_about_the_run(
    night: Night, web: WebReceiver, dump: Path, capsys: pytest.CaptureFixture[str], ends: str
) -> None:
    web.status = 500
    if ends == "badly":
        dump.rename("elsewhere")
    status, notices = night()
    assert (status, len(notices)) == (0 if ends == "well" else 2, 1)
    said = capsys.readouterr().err
    assert f"The webhook {web.address}/*** was not told of the " in said
    assert "it answered 500" in said


def test_a_run_that_fails_ends_its_output_with_json(
    night: Night, dump: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dump.rename("elsewhere")
    assert night("--json")[0] == 2
    out, err = capsys.readouterr()
    assert json.loads(out.splitlines()[-1]) == {"error": err.splitlines()[0], "status": 2}
    assert run(["build", "--json", "--workers", "0"]) == 2
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["status"] == 2
    assert run(["build", "--", "--json"]) == 2
    assert capsys.readouterr().out == ""
