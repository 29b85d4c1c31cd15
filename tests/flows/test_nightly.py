"""The nightly flow under Prefect: the same outcome, every stage a task, one run at a time."""

from __future__ import annotations

import contextlib
import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
import yaml

from extract.sources import SourceMissing
from flows import paths, pipeline
from flows.errors import NotAllowed, SettingsWrong
from flows.pipeline import build
from flows.prefect_settings import set_prefect_environment
from flows.settings.kinds import Cron, Secret, TimeZone
from flows.settings.shown import prefect_yaml
from flows.settings.values import PrefectServer, Schedule
from load.checks import ChecksFailed
from load.lock import DatasetLocked, lock
from tests.flows.dumps import write_dump

ROOT = Path(__file__).parents[2]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets what the flow runs from: as the environment of its process has it."""

    def tell(**settings: object) -> None:
        for name, value in settings.items():
            monkeypatch.setenv(f"VRAAGBAAK_{name.upper()}", str(value))

    return tell


def test_prefect_is_told_the_projects_settings(tmp_path: Path) -> None:
    environment = {"PREFECT_HOME": str(tmp_path), "PREFECT_SERVER_API_AUTH_STRING": "ann:secret"}
    set_prefect_environment(PrefectServer(), environment)
    assert environment == {
        "PREFECT_HOME": str(tmp_path),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": "http://127.0.0.1:4200,http://localhost:4200",
        "PREFECT_SERVER_API_AUTH_STRING": "ann:secret",
        "PREFECT_API_AUTH_STRING": "ann:secret",
    }


def test_prefects_folder_is_that_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "PROJECT", tmp_path)
    environment: dict[str, str] = {}
    set_prefect_environment(PrefectServer(), environment)
    assert environment["PREFECT_HOME"] == str(tmp_path / ".prefect")


def test_without_a_settings_file_prefect_has_its_own_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "SETTINGS", tmp_path / "pyproject.toml")
    environment = {"PREFECT_HOME": str(tmp_path)}
    set_prefect_environment(PrefectServer(), environment)
    assert "PREFECT_SERVER_ANALYTICS_ENABLED" not in environment


def test_only_its_owner_can_read_what_prefect_keeps(tmp_path: Path) -> None:
    """Its database holds the parameters and logs of all runs; older ones were readable by everyone."""
    home = tmp_path / "home"
    set_prefect_environment(PrefectServer(), {"PREFECT_HOME": str(home)})
    (home / "prefect.db-wal").touch()
    for path in home.iterdir():
        path.chmod(0o644)
    set_prefect_environment(PrefectServer(), {"PREFECT_HOME": str(home)})
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.iterdir()} == {
        "prefect.db": 0o600, "prefect.db-wal": 0o600, "auth_string": 0o600,
    }  # fmt: skip
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_the_string_of_the_server_is_made_once(tmp_path: Path) -> None:
    environments: list[dict[str, str]] = [{"PREFECT_HOME": str(tmp_path)} for _ in range(2)]
    for environment in environments:
        set_prefect_environment(PrefectServer(), environment)
    one, other = (environment["PREFECT_SERVER_API_AUTH_STRING"] for environment in environments)
    assert one == other
    user, _, password = one.partition(":")
    assert (user, len(password) > 20) == ("vraagbaak", True)


def test_the_string_of_the_settings_counts(tmp_path: Path) -> None:
    environment = {"PREFECT_HOME": str(tmp_path)}
    set_prefect_environment(PrefectServer(auth_string=Secret("ann:secret")), environment)
    assert environment["PREFECT_API_AUTH_STRING"] == "ann:secret"
    assert not (tmp_path / "auth_string").exists()


def test_a_server_with_a_key_of_its_own_is_not_sent_the_string(tmp_path: Path) -> None:
    environment = {"PREFECT_HOME": str(tmp_path), "PREFECT_API_KEY": "key"}
    set_prefect_environment(PrefectServer(), environment)
    assert "PREFECT_API_AUTH_STRING" not in environment


@pytest.mark.slow
def test_prefect_obeys_the_settings_from_any_folder(tmp_path: Path) -> None:
    program = """
from flows.prefect_settings import set_prefect_environment
from flows.settings.values import PrefectServer
set_prefect_environment(PrefectServer(allowed_origins=("https://night.example.org",)))
from prefect.settings import get_current_settings
settings = get_current_settings()
server = settings.server
print(server.analytics_enabled, server.ephemeral.startup_timeout_seconds, server.ephemeral.enabled)
print(server.api.auth_string.get_secret_value() == settings.api.auth_string.get_secret_value() != "")
print(server.api.cors_allowed_origins, settings.home)
"""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**environment, "PYTHONPATH": str(ROOT), "PREFECT_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == [
        "False", "120", "True", "True", "https://night.example.org", str(tmp_path / "home"),
    ]  # fmt: skip


def test_the_deployment_file_is_the_one_that_the_settings_make() -> None:
    """Written anew by: .venv/bin/vraagbaak config --prefect-yaml > prefect.yaml"""
    assert (ROOT / "prefect.yaml").read_text(encoding="utf-8") == prefect_yaml(Schedule())


@pytest.mark.slow
def test_the_deployment_file_says_what_serve_says_under_a_name_of_its_own() -> None:
    from flows import schedule
    from flows.nightly import nightly

    (deployment,) = yaml.safe_load(prefect_yaml(Schedule(Cron("5 4 * * 1"), TimeZone("UTC"))))["deployments"]
    assert deployment["schedules"] == [{"cron": "5 4 * * 1", "timezone": "UTC"}]
    assert (deployment["name"] == schedule.DEPLOYMENT, deployment["parameters"]) == (False, {})
    limit = schedule.ONE_AFTER_ANOTHER
    assert deployment["concurrency_limit"] == {"limit": limit.limit, "collision_strategy": limit.collision_strategy}
    file, _, name = deployment["entrypoint"].partition(":")
    assert (ROOT / file, name) == (Path(nightly.fn.__code__.co_filename), nightly.fn.__name__)


@pytest.mark.slow
@pytest.mark.usefixtures("prefect_server")
def test_the_flow_publishes_what_the_plain_build_publishes(tmp_path: Path, told: Callable[..., None]) -> None:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId

    from flows.nightly import nightly

    raw = write_dump(tmp_path / "raw", 1, 2)
    told(sources=raw, dataset=tmp_path / "by_flow")
    state: Any = nightly(return_state=True)
    by_flow = state.result()
    plain = build([raw], tmp_path / "plain")
    assert by_flow.release is not None
    assert by_flow.rows == plain.rows
    run = FlowRunFilter(id=FlowRunFilterId(any_=[state.state_details.flow_run_id]))
    with get_client(sync_client=True) as client:
        for _ in range(240):  # the server learns of tasks by and by
            tasks = client.read_task_runs(flow_run_filter=run)
            if len(tasks) >= 6:
                break
            time.sleep(0.25)
    assert sorted(task.name.rpartition("-")[0] for task in tasks) == [
        "extract", "find the files", "load", "prune", "read the state", "transform",
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.usefixtures("prefect_server")
def test_the_flow_leaves_its_summary_as_an_artifact(tmp_path: Path, told: Callable[..., None]) -> None:
    from prefect.artifacts import Artifact

    from flows.nightly import nightly

    raw = write_dump(tmp_path / "raw", 1)
    (raw / "rommel.txt").write_text("geen vraag")
    told(sources=raw, dataset=tmp_path / "dataset")
    summary = nightly()
    keys = ("nightly-summary", "nightly-rows", "nightly-rejected")
    artifacts: dict[str, Any] = {key: Artifact.get(key) for key in keys}
    assert str(summary.release) in artifacts["nightly-summary"].data
    assert '"questions"' in artifacts["nightly-rows"].data
    assert "rommel.txt" in artifacts["nightly-rejected"].data


@pytest.mark.slow
@pytest.mark.usefixtures("prefect_server")
@pytest.mark.parametrize("reason", ["locked", "no source", "refused", "wrong settings", "not allowed"])
def test_what_a_person_can_set_right_is_a_sentence_and_no_traceback(
    tmp_path: Path, told: Callable[..., None], caplog: pytest.LogCaptureFixture, reason: str
) -> None:
    """The flow run and the task in which it happened have failed; their message is the sentence."""
    from flows.nightly import nightly

    raw, dataset = write_dump(tmp_path / "raw", 1), tmp_path / "dataset"
    told(sources=raw, dataset=dataset)
    parameters: dict[str, Any] = {}
    with contextlib.ExitStack() as stack:
        if reason == "locked":
            stack.enter_context(lock(dataset))
        elif reason == "no source":
            told(sources=tmp_path / "gone")
        elif reason == "refused":
            build([raw], dataset)
            for number in range(12):
                (raw / f"rommel{number}.txt").write_text(f"geen vraag {number}")
        elif reason == "wrong settings":
            told(workers="many")
        else:
            parameters = {"sources": [tmp_path]}
        state: Any = nightly(**parameters, return_state=True)
    raised = state.result(raise_on_failure=False)
    expected = {
        "locked": DatasetLocked, "no source": SourceMissing, "refused": ChecksFailed, "wrong settings": SettingsWrong,
        "not allowed": NotAllowed,
    }  # fmt: skip
    assert (state.is_failed(), type(raised)) == (True, expected[reason])
    assert state.message == str(raised).splitlines()[0]
    assert any(state.message in record.getMessage() for record in caplog.records)
    assert not any(record.exc_info for record in caplog.records)
    assert "Traceback" not in caplog.text


@pytest.mark.slow
@pytest.mark.usefixtures("prefect_server")
def test_a_bug_keeps_its_traceback(
    tmp_path: Path, told: Callable[..., None], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.nightly import nightly

    def fail(*args: object, **kwargs: object) -> NoReturn:
        raise ArithmeticError("something odd")

    monkeypatch.setattr(pipeline, "publish", fail)
    told(sources=write_dump(tmp_path / "raw", 1), dataset=tmp_path / "dataset")
    with pytest.raises(ArithmeticError):
        nightly()
    assert any(record.exc_info for record in caplog.records)


@pytest.mark.slow
@pytest.mark.usefixtures("prefect_server")
def test_a_refused_night_leaves_what_was_rejected_as_an_artifact(tmp_path: Path, told: Callable[..., None]) -> None:
    from prefect.artifacts import Artifact

    from flows.nightly import nightly

    raw, dataset = write_dump(tmp_path / "raw", 1), tmp_path / "dataset"
    build([raw], dataset)
    for number in range(12):
        (raw / f"rommel{number}.txt").write_text(f"geen vraag {number}")
    told(sources=raw, dataset=dataset)
    with pytest.raises(ChecksFailed) as refusal:
        nightly()
    summary: Any = Artifact.get("nightly-summary")
    rejected: Any = Artifact.get("nightly-rejected")
    assert str(refusal.value) in summary.data
    rows = json.loads(rejected.data)
    assert [row["source"] for row in rows] == sorted(f"rommel{number}.txt" for number in range(12))
    assert all(row["reason"] for row in rows)


@pytest.mark.slow
@pytest.mark.usefixtures("prefect_server")
def test_the_flow_runs_in_a_process_of_its_own_as_when_it_is_served(tmp_path: Path, told: Callable[..., None]) -> None:
    """The new process rebuilds the model of the flow's parameters; annotations that are strings break it there."""
    from prefect.flow_engine import run_flow_in_subprocess

    from flows.nightly import nightly

    raw = write_dump(tmp_path / "raw", 1)
    told(sources=raw, dataset=tmp_path / "dataset")
    process = run_flow_in_subprocess(nightly, parameters={"sources": [str(raw)]})
    process.join()
    assert process.exitcode == 0
    assert (tmp_path / "dataset" / "latest" / "questions").is_dir()
