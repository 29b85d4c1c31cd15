"""The settings for a person: the effective values with their origin, and a file that explains every one of them."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import json
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from flows import paths
from flows.settings.hooks import CommandHook, EmailHook, WebHook
from flows.settings.kinds import Secret, WebAddress
from flows.settings.layers import FILE, Loaded, declared, value_of
from flows.settings.values import Schedule, Settings

ARGV = ["/usr/local/bin/tell-the-team", "--from", "vraagbaak"]
ADDRESS = "https://chat.example.org/hooks/night"
EXAMPLES: tuple[tuple[type[msgspec.Struct], dict[str, Any]], ...] = (
    (CommandHook, {"argv": ARGV}),
    (WebHook, {"url": ADDRESS, "token": "THE-TOKEN", "headers": {"X-Team": "night"}}),
    (EmailHook, {"to": ["night@example.org"]}),
)
"""One hook of each kind, as a person would write it."""


PREFECT_YAML = """\
# The nightly deployment for a work pool: `prefect deploy --name nightly-pool` (see docs/operations.md).
# Without a work pool, `vraagbaak serve` registers `nightly` and runs it itself.
# Written by `vraagbaak config --prefect-yaml`, with the schedule of the settings.
name: vraagbaak
prefect-version: ">=3.8,<3.9"

deployments:
  - name: nightly-pool
    description: Read what is new in the dumps, parse it, publish a release.
    entrypoint: flows/nightly.py:nightly
    parameters: {{}}  # a run reads the settings where it runs
    schedules:
      - cron: {cron}
        timezone: {timezone}
    concurrency_limit:
      limit: 1
      # A run waits until the one before has ended. CANCEL_NEW would cancel every later run once one hangs.
      collision_strategy: ENQUEUE
    work_pool:
      name: vraagbaak
"""


def plain(value: object) -> Any:
    """A value as JSON has it, without what is secret."""
    if isinstance(value, Secret | WebAddress):
        return value.shown
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, msgspec.Struct):
        tag = {str(value.__struct_config__.tag_field): value.__struct_config__.tag}
        return plain({**tag, **msgspec.structs.asdict(value)})
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items() if one is not None}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return value


def effective(loaded: Loaded) -> Iterator[tuple[str, Any, str]]:
    """Every key with its value, as `plain` has it, and its origin."""
    for key in declared():
        yield key, plain(value_of(loaded.values, key)), loaded.origins[key]


def as_json(loaded: Loaded) -> str:
    """The effective settings as one line: by key its value and its origin."""
    return json.dumps({key: {"value": value, "origin": origin} for key, value, origin in effective(loaded)})


def as_table(loaded: Loaded) -> RenderableType:
    """The effective settings as a table."""
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("setting", "value", "from"):
        table.add_column(name, overflow="fold")
    for key, value, origin in effective(loaded):
        table.add_row(Text(key), Text("" if value is None else written(value)), Text(origin))
    return table


def prefect_yaml(schedule: Schedule) -> str:
    """The deployment for a work pool. It has no parameters: every run reads the settings where it runs, and so it
    cannot overwrite what others were told."""
    return PREFECT_YAML.format(cron=written(str(schedule.cron)), timezone=written(str(schedule.timezone)))


def written(value: object) -> str:
    """A plain value as TOML writes it."""
    if isinstance(value, str | bool):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{key} = {written(one)}" for key, one in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    return str(value)


def example() -> str:
    """A settings file with every setting, its meaning and its default. What has no default is a comment."""
    lines = [
        f"# Every setting of vraagbaak, with its default. {FILE} needs to hold only what differs.",
        "# Paths are relative to the folder of this file.",
        "",
        *_section(Settings, ""),
    ]
    for kind, given in EXAMPLES:
        lines += ["", *_comment(_summary(kind)), "# [[hooks]]", f'# kind = "{kind.__struct_config__.tag}"']
        explained = meanings(kind)
        for field in msgspec.structs.fields(kind):
            default = None if field.default is msgspec.NODEFAULT else plain(field.default)
            shown = given.get(field.name, default)
            line = f"{field.name} = {'' if shown is None else written(shown)}".rstrip()
            lines.append(f"# {line}  # {' '.join(explained[field.name].split())}")
    return "\n".join(lines) + "\n"


def _section(section: type[Any], prefix: str) -> Iterator[str]:
    types = get_type_hints(section)
    of_its_own = [field for field in dataclasses.fields(section) if not is_dataclass(types[field.name])]
    explained = meanings(section)
    for field in of_its_own:
        if prefix + field.name == "hooks":
            continue  # they come last, as tables
        value = plain(_relative(declared()[prefix + field.name].default))
        yield from _comment(explained[field.name])
        yield f"# {field.name} =" if value is None else f"{field.name} = {written(value)}"
    for field in dataclasses.fields(section):
        if is_dataclass(kind := types[field.name]):
            assert isinstance(kind, type)
            yield from ("", *_comment(_summary(kind)), f"[{prefix}{field.name}]")
            yield from _section(kind, f"{prefix}{field.name}.")


def _relative(value: object) -> object:
    """The default paths as they are in the project's folder, so that the example is the same on every machine."""
    if isinstance(value, Path) and value.is_relative_to(paths.PROJECT):
        return value.relative_to(paths.PROJECT)
    return tuple(map(_relative, value)) if isinstance(value, tuple) else value


def _comment(text: str) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), 110, initial_indent="# ", subsequent_indent="# ")


def _summary(kind: type) -> str:
    return inspect.cleandoc(kind.__doc__ or "")


def meanings(section: type) -> dict[str, str]:
    """What the docstring below each field of a class says, or else its metadata."""
    told = {
        field.name: f"Limit: {field.metadata['meaning']}."
        for field in (dataclasses.fields(section) if is_dataclass(section) else ())
        if "meaning" in field.metadata
    }
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(section))).body
    assert isinstance(tree, ast.ClassDef)
    return told | {
        field.target.id: inspect.cleandoc(below.value.value)
        for field, below in zip(tree.body, tree.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
