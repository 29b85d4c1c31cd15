"""Pass the project's settings to Prefect, wherever the command is started.

Prefect reads `[tool.prefect]` of `pyproject.toml` only in the working directory, and resolves `home` against that. Here
the same table is passed on as environment variables, which Prefect and the processes that it starts use.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from flows import paths

HOME = "PREFECT_HOME"


def set_prefect_environment(environment: dict[str, str] | os._Environ[str] = os.environ) -> None:
    """Set the variables of Prefect in `environment`, before Prefect is imported. Those already set are kept."""
    if not paths.SETTINGS.is_file():
        return
    table = tomllib.loads(paths.SETTINGS.read_text(encoding="utf-8")).get("tool", {}).get("prefect", {})
    for name, value in _variables("PREFECT", table):
        environment.setdefault(name, str(paths.PROJECT / Path(value)) if name == HOME else value)


def _variables(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """`{"server": {"analytics_enabled": False}}` as `("PREFECT_SERVER_ANALYTICS_ENABLED", "false")`."""
    for key, value in table.items():
        name = f"{prefix}_{key}".upper()
        if isinstance(value, Mapping):
            yield from _variables(name, value)
        else:
            yield name, str(value).lower() if isinstance(value, bool) else str(value)
