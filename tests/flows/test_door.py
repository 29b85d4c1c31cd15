"""Prefect is not a door: its server asks who comes, and a run names only what the settings allow."""

from __future__ import annotations

import base64
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from flows.allowed import with_named
from flows.errors import NotAllowed
from flows.settings.values import Allowed, Settings
from tests.flows.dumps import write_dump

VRAAGBAAK = [sys.executable, "-c", "from flows.command_line import main; main()"]


@dataclass
class Server:
    """A Prefect server, started as docs/operations.md says."""

    address: str
    environment: dict[str, str]
    home: Path

    def asked(
        self, auth_string: str | None = None, origin: str | None = None, path: str = "admin/settings"
    ) -> tuple[int, dict[str, str]]:
        """The status and the headers of a question."""
        headers = {}
        if auth_string is not None:
            headers["Authorization"] = f"Basic {base64.b64encode(auth_string.encode()).decode()}"
        if origin is not None:
            headers["Origin"] = origin
        request = urllib.request.Request(f"{self.address}/{path}", headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, dict(answer.headers)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, dict(error.headers)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("server")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/api"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "VRAAGBAAK_"))}
    environment |= {"PREFECT_HOME": str(folder / "home"), "VRAAGBAAK_PREFECT_API_URL": address}
    log = (folder / "log").open("wb")
    process = subprocess.Popen(
        [*VRAAGBAAK, "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)],
        cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True,
    )  # fmt: skip
    try:
        for _ in range(1200):
            assert process.poll() is None, (folder / "log").read_text()
            try:
                urllib.request.urlopen(f"{address}/health", timeout=5).close()
                break
            except OSError:
                time.sleep(0.25)
        yield Server(address, environment, folder / "home")
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        log.close()


@pytest.mark.slow
def test_the_server_asks_who_comes(server: Server) -> None:
    known = (server.home / "auth_string").read_text().strip()
    assert server.asked()[0] == 401
    assert server.asked("vraagbaak:guess")[0] == 401
    assert server.asked(known)[0] == 200


@pytest.mark.slow
def test_the_server_answers_no_strange_web_page(server: Server) -> None:
    known = (server.home / "auth_string").read_text().strip()
    allowed = {name.lower(): value for name, value in server.asked(known, "http://localhost:4200")[1].items()}
    strange = {name.lower() for name in server.asked(known, "https://elsewhere.example")[1]}
    assert allowed["access-control-allow-origin"] == "http://localhost:4200"
    assert "access-control-allow-origin" not in strange


@pytest.mark.slow
def test_only_its_owner_reads_what_the_server_keeps(server: Server) -> None:
    kept = [server.home, *server.home.glob("prefect.db*"), server.home / "auth_string"]
    assert len(kept) >= 3
    assert [path for path in kept if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


@pytest.mark.slow
def test_whoever_has_the_string_of_another_server_is_told(server: Server, tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", 1)
    finished = subprocess.run(
        [*VRAAGBAAK, "serve", "--source", raw, "--dataset", tmp_path / "dataset"],
        env={**server.environment, "PREFECT_HOME": str(tmp_path / "home")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert finished.returncode == 1
    assert "does not let this process in (401 Unauthorized)" in finished.stderr
    assert "Traceback" not in finished.stderr


@pytest.mark.slow
def test_a_served_run_reads_what_serve_was_told(server: Server, tmp_path: Path) -> None:
    """From the first line of the docs to the dataset: server, serve, a run now. The deployment has no parameters, so
    that nothing can overwrite them; the run has the flags of `serve`."""
    raw, dataset = write_dump(tmp_path / "raw", 1), tmp_path / "dataset"
    log = (tmp_path / "log").open("wb")
    serving = subprocess.Popen(
        [*VRAAGBAAK, "serve", "--source", raw, "--dataset", dataset],
        cwd=tmp_path, env=server.environment, stdout=log, stderr=log, start_new_session=True,
    )  # fmt: skip

    def prefect(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*VRAAGBAAK, "prefect", *arguments], env=server.environment, capture_output=True, text=True, check=False
        )

    try:
        for _ in range(240):
            assert serving.poll() is None, (tmp_path / "log").read_text()
            if (
                server.asked(
                    (server.home / "auth_string").read_text().strip(), path="deployments/name/nightly/nightly"
                )[0]
                == 200
            ):
                break
            time.sleep(0.5)
        inspected = prefect("deployment", "inspect", "nightly/nightly", "--output", "json")
        assert json.loads(inspected.stdout)["parameters"] == {}
        ran = prefect("deployment", "run", "nightly/nightly", "--watch")
        assert ran.returncode == 0, f"{ran.stdout}{ran.stderr}{(tmp_path / 'log').read_text()}"
        assert (dataset / "latest" / "questions").is_dir()
        strange = prefect("deployment", "run", "nightly/nightly", "--watch", "--param", f'sources=["{tmp_path}"]')
        assert strange.returncode != 0
        assert f"A flow run may not read {tmp_path}: name one of the settings" in (tmp_path / "log").read_text()
    finally:
        os.killpg(serving.pid, signal.SIGINT)
        serving.wait()
        log.close()


# ------------------------------------------------------------------------------------------- what a run may name


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    for name in ("raw", "more/old", "out", "tries", "secret"):
        (tmp_path / name).mkdir(parents=True)
    return Settings(
        sources=(tmp_path / "raw",),
        dataset=tmp_path / "out",
        workers=2,
        allowed=Allowed(sources=(tmp_path / "more",), datasets=(tmp_path / "tries",)),
    )


def test_a_run_that_names_nothing_has_the_settings(settings: Settings) -> None:
    assert with_named(settings, None, None, None) == settings


@pytest.mark.parametrize(
    ("source", "may"),
    [
        pytest.param("raw", True, id="one of the settings"),
        pytest.param("raw/../raw", True, id="the same, written otherwise"),
        pytest.param("raw/part", False, id="a part of it: its files would have other names"),
        pytest.param("more", True, id="an allowed folder"),
        pytest.param("more/old", True, id="what lies in it"),
        pytest.param("more/../secret", False, id="and not what lies beside it"),
        pytest.param("moreover", False, id="nor what begins alike"),
        pytest.param("secret", False, id="anything else"),
        pytest.param("more/link", False, id="a link that leads elsewhere"),
    ],
)
def test_a_run_names_allowed_sources(settings: Settings, tmp_path: Path, source: str, may: bool) -> None:
    (tmp_path / "more" / "link").symlink_to(tmp_path / "secret")
    path = tmp_path / source
    if may:
        assert with_named(settings, [path], None, None).sources == (path,)
        return
    with pytest.raises(NotAllowed) as refusal:
        with_named(settings, [tmp_path / "raw", path], None, None)
    assert str(refusal.value) == (
        f"A flow run may not read {path}: name one of the settings, or add it to `allowed.sources`."
    )


@pytest.mark.parametrize(
    ("dataset", "may"), [("out", True), ("out/refused", False), ("tries/one", True), ("tries", True), ("secret", False)]
)
def test_a_run_names_an_allowed_dataset(settings: Settings, tmp_path: Path, dataset: str, may: bool) -> None:
    path = tmp_path / dataset
    if may:
        assert with_named(settings, None, path, None).dataset == path
        return
    with pytest.raises(NotAllowed, match=f"A flow run may not write the dataset {path}"):
        with_named(settings, None, path, None)


def test_a_run_may_ask_for_workers(settings: Settings) -> None:
    assert with_named(settings, None, None, 1) == replace(settings, workers=1)
    with pytest.raises(NotAllowed):
        with_named(settings, None, None, 0)
