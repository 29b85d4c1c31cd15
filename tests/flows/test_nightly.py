"""The nightly flow under Prefect: the same outcome, every stage a task, one run at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from flows import paths
from flows.prefect_settings import set_prefect_environment
from tests.flows.dumps import write_dump

ROOT = Path(__file__).parents[2]


def test_prefect_is_told_the_projects_settings() -> None:
    environment: dict[str, str] = {}
    set_prefect_environment(environment)
    assert environment == {
        "PREFECT_HOME": str(paths.PROJECT / ".prefect"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    }


def test_what_the_operator_set_stays() -> None:
    environment = {"PREFECT_HOME": "/elsewhere"}
    set_prefect_environment(environment)
    assert environment["PREFECT_HOME"] == "/elsewhere"


def test_without_a_settings_file_prefect_has_its_own_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "SETTINGS", tmp_path / "pyproject.toml")
    environment: dict[str, str] = {}
    set_prefect_environment(environment)
    assert environment == {}


@pytest.mark.slow
def test_prefect_obeys_the_settings_from_any_folder(tmp_path: Path) -> None:
    program = """
from flows.prefect_settings import set_prefect_environment
set_prefect_environment()
from prefect.settings import get_current_settings
settings = get_current_settings()
server = settings.server
print(settings.home, server.analytics_enabled, server.ephemeral.startup_timeout_seconds, server.ephemeral.enabled)
"""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == [str(ROOT / ".prefect"), "False", "120", "True"]


@pytest.mark.slow
def test_the_deployment_file_says_what_serve_says() -> None:
    from flows import schedule
    from flows.nightly import nightly

    (deployment,) = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    assert deployment["name"] == schedule.DEPLOYMENT
    assert deployment["schedules"] == [{"cron": schedule.CRON, "timezone": schedule.TIMEZONE}]
    limit = schedule.ONE_AFTER_ANOTHER
    assert deployment["concurrency_limit"] == {"limit": limit.limit, "collision_strategy": limit.collision_strategy}
    file, _, name = deployment["entrypoint"].partition(":")
    assert (ROOT / file, name) == (Path(nightly.fn.__code__.co_filename), nightly.fn.__name__)


@pytest.mark.slow
@pytest.mark.usefixtures("prefect_server")
def test_the_flow_publishes_what_the_plain_build_publishes(tmp_path: Path) -> None:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId

    from flows.nightly import nightly
    from flows.pipeline import build

    raw = write_dump(tmp_path / "raw", 1, 2)
    state: Any = nightly(source=raw, dataset=tmp_path / "by_flow", return_state=True)
    by_flow = state.result()
    plain = build([raw], tmp_path / "plain")
    assert by_flow.release is not None
    assert by_flow.rows == plain.rows
    run = FlowRunFilter(id=FlowRunFilterId(any_=[state.state_details.flow_run_id]))
    with get_client(sync_client=True) as client:
        tasks = client.read_task_runs(flow_run_filter=run)
    assert sorted(task.name.rpartition("-")[0] for task in tasks) == [
        "extract", "find the files", "load", "prune", "read the state", "transform",
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.usefixtures("prefect_server")
def test_the_flow_leaves_its_summary_as_an_artifact(tmp_path: Path) -> None:
    from prefect.artifacts import Artifact

    from flows.nightly import nightly

    raw = write_dump(tmp_path / "raw", 1)
    summary = nightly(source=raw, dataset=tmp_path / "dataset")
    artifacts: dict[str, Any] = {key: Artifact.get(key) for key in ("nightly-summary", "nightly-rows")}
    assert str(summary.release) in artifacts["nightly-summary"].data
    assert '"questions"' in artifacts["nightly-rows"].data


@pytest.mark.slow
@pytest.mark.usefixtures("prefect_server")
def test_a_locked_dataset_fails_the_flow(tmp_path: Path) -> None:
    from flows.nightly import nightly
    from load.lock import DatasetLocked, lock

    raw = write_dump(tmp_path / "raw", 1)
    with lock(tmp_path / "dataset"), pytest.raises(DatasetLocked):
        nightly(source=raw, dataset=tmp_path / "dataset")


@pytest.mark.slow
@pytest.mark.usefixtures("prefect_server")
def test_the_flow_runs_in_a_process_of_its_own_as_when_it_is_served(tmp_path: Path) -> None:
    """The new process rebuilds the model of the flow's parameters; annotations that are strings break it there."""
    from prefect.flow_engine import run_flow_in_subprocess

    from flows.nightly import nightly

    raw = write_dump(tmp_path / "raw", 1)
    parameters = {"source": str(raw), "dataset": str(tmp_path / "dataset"), "workers": None}
    process = run_flow_in_subprocess(nightly, parameters=parameters)
    process.join()
    assert process.exitcode == 0
    assert (tmp_path / "dataset" / "latest" / "questions").is_dir()
