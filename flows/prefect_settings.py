"""Pass the project's settings to Prefect, wherever the command is started, and close what others must not open.

Prefect reads `[tool.prefect]` of `pyproject.toml` only in the working directory, and resolves `home` against that. Here
the same table is passed on as environment variables, which Prefect and the processes that it starts use.

Every server that is started with these variables, that of a single run included, asks for a string that only the owner
of Prefect's folder can read, and answers only the web pages that the settings name.
"""

from __future__ import annotations

import os
import secrets
import tomllib
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from flows import paths

if TYPE_CHECKING:
    from flows.settings.values import PrefectServer

HOME = "PREFECT_HOME"
API_URL, API_KEY = "PREFECT_API_URL", "PREFECT_API_KEY"
CLIENT_AUTH, SERVER_AUTH = "PREFECT_API_AUTH_STRING", "PREFECT_SERVER_API_AUTH_STRING"
ORIGINS = "PREFECT_SERVER_CORS_ALLOWED_ORIGINS"
AUTH_FILE, DATABASE = "auth_string", "prefect.db"
USER = "vraagbaak"


def set_prefect_environment(settings: PrefectServer, environment: MutableMapping[str, str] = os.environ) -> None:
    """Set the variables of Prefect in `environment`, before Prefect is imported. Those already set are kept.

    Makes Prefect's folder, its database and the file with the string, readable by their owner only. Raises OSError
    where that is refused.
    """
    for name, value in _of_the_project():
        environment.setdefault(name, str(paths.PROJECT / Path(value)) if name == HOME else value)
    if settings.api_url is not None:
        environment.setdefault(API_URL, settings.api_url)
    environment.setdefault(ORIGINS, ",".join(settings.allowed_origins))
    home = Path(environment.get(HOME) or Path.home() / ".prefect")
    _close(home)
    if SERVER_AUTH in environment:
        auth_string = environment[SERVER_AUTH]
    else:
        auth_string = environment[SERVER_AUTH] = settings.auth_string or _made_auth_string(home / AUTH_FILE)
    if API_KEY not in environment:  # a server that asks for a key of its own would not see it beside the string
        environment.setdefault(CLIENT_AUTH, auth_string)


def _of_the_project() -> Iterator[tuple[str, str]]:
    if paths.SETTINGS.is_file():
        table = tomllib.loads(paths.SETTINGS.read_text(encoding="utf-8")).get("tool", {}).get("prefect", {})
        yield from _variables("PREFECT", table)


def _variables(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """`{"server": {"analytics_enabled": False}}` as `("PREFECT_SERVER_ANALYTICS_ENABLED", "false")`."""
    for key, value in table.items():
        name = f"{prefix}_{key}".upper()
        if isinstance(value, Mapping):
            yield from _variables(name, value)
        else:
            yield name, str(value).lower() if isinstance(value, bool) else str(value)


def _close(home: Path) -> None:
    """Only the owner may read what lies here: runs, their parameters and logs, and the string of the server.

    The database is made before SQLite makes it, which would let others read it; the files that SQLite puts beside it
    have the permissions of the database.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    (home / DATABASE).touch(mode=0o600)
    for file in home.glob(f"{DATABASE}*"):
        file.chmod(0o600)


def _made_auth_string(file: Path) -> str:
    """The string in the file; a new one where there is none yet."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        file.chmod(0o600)
        return file.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        auth_string = f"{USER}:{secrets.token_urlsafe(24)}"
        opened.write(f"{auth_string}\n")
    return auth_string
