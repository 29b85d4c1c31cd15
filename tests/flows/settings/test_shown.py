"""What a person sees of the settings: the effective values, where they come from, and what each of them means."""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
import pytest

from flows import paths
from flows.command_line import run
from flows.settings import shown
from flows.settings.hooks import CommandHook, EmailHook, WebHook
from flows.settings.layers import declared, load
from flows.settings.values import Settings

ROOT = Path(__file__).parents[3]
SECRETS = """
[prefect]
auth_string = "ann:hunter2"
[smtp]
password = "hunter2"
[[hooks]]
kind = "webhook"
url = "https://ann:hunter2@chat.example.org:8443/hunter2?key=hunter2"
token = "hunter2"
headers = { X-Key = "hunter2" }
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "vraagbaak.toml"


def test_config_prints_every_value_with_its_origin(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("quiet_days = 3")
    monkeypatch.setenv("VRAAGBAAK_GATE_DROPPED_ROWS", "20")
    assert run(["config", "--set", "retention.days=7"]) == 0
    lines = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines()}
    assert lines["quiet_days"] == ["3", "vraagbaak.toml"]
    assert lines["gate.dropped_rows"] == ["20", "environment", "VRAAGBAAK_GATE_DROPPED_ROWS"]
    assert lines["retention.days"] == ["7", "--set"]
    assert lines["retention.releases"] == ["14", "default"]
    assert set(declared()) <= set(lines)


def test_config_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("quiet_days = 3")
    assert run(["config", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["quiet_days"] == {"value": 3, "origin": "vraagbaak.toml"}
    assert set(found) == set(declared())


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_what_is_secret_is_not_shown(file: Path, capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    file.write_text(SECRETS)
    assert run(["config", *options]) == 0
    out = "".join(capsys.readouterr().out.split())
    assert "hunter2" not in out
    assert "***" in out
    assert "chat.example.org:8443" in out, "which host is no secret"


def test_wrong_settings_are_wrong_usage(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("worker = 3")
    assert run(["config"]) == 2
    assert capsys.readouterr().err == (
        "vraagbaak.toml has the unknown setting `worker`: did you mean `workers`? `vraagbaak config --example` lists "
        "every setting.\n"
    )
    assert run(["config", "--set", "workers"]) == 2
    assert "KEY=VALUE" in capsys.readouterr().err


def test_the_example_is_a_settings_file_with_the_defaults(file: Path) -> None:
    text = shown.example()
    file.write_text(text.replace('"data/', f'"{paths.PROJECT}/data/'))
    found = load({}, environment={})
    assert found.values == Settings()
    without_default = {key for key, setting in declared().items() if setting.default in (None, ())}
    assert {key for key in declared() if not found.is_given(key)} == without_default - {
        "allowed.sources", "allowed.datasets",
    }  # fmt: skip


def test_the_hooks_of_the_example_can_be_used(file: Path) -> None:
    """With their comment marks removed."""
    hooks = shown.example().partition("# [[hooks]]")[1:]
    lines = [line.removeprefix("# ") for line in "".join(hooks).splitlines() if " = " in line or "[[" in line]
    file.write_text("\n".join(lines))
    assert [type(hook) for hook in load({}, environment={}).values.hooks] == [CommandHook, WebHook, EmailHook]


def sections(section: type[Any]) -> list[type[Any]]:
    below = [kind for kind in get_type_hints(section).values() if isinstance(kind, type) and is_dataclass(kind)]
    return [section, *(one for kind in below for one in sections(kind))]


@pytest.mark.parametrize("section", [*sections(Settings), CommandHook, WebHook, EmailHook])
def test_every_setting_has_a_meaning(section: type[Any]) -> None:
    hints = get_type_hints(section)
    names = (
        [field.name for field in fields(section)] if is_dataclass(section) else
        [field.name for field in msgspec.structs.fields(section)]
    )  # fmt: skip
    own = [name for name in names if not (isinstance(hints[name], type) and is_dataclass(hints[name]))]
    assert set(shown.meanings(section)) >= set(own)


def test_the_page_holds_the_example() -> None:
    """Written anew by: .venv/bin/python tests/documented.py"""
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert f"```toml\n{shown.example()}```\n" in page
    assert tomllib.loads(shown.example())
