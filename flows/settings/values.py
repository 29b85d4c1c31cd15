"""Every setting, with its type, its default and what it means. The docs and `vraagbaak config` are made from here.

A section is a dataclass; the docstring below a field is what a person reads about it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from extract.limits import Limits as FileLimits
from flows import paths
from flows.limits import Limits
from flows.settings.hooks import Hook
from flows.settings.kinds import Cron, MailAddress, Positive, Seconds, Secret, TimeZone, WebAddress
from load.gate import Thresholds
from load.retention import Retention

NIGHTLY, BRUSSELS = Cron("30 3 * * *"), TimeZone("Europe/Brussels")


@dataclass(frozen=True)
class Schedule:
    """When the nightly flow runs."""

    cron: Cron = NIGHTLY
    """Minute, hour, day, month and day of the week. The default is half past three at night, when the dumps of the day
    are complete."""
    timezone: TimeZone = BRUSSELS
    """The time zone of that hour."""


@dataclass(frozen=True)
class Reading:
    """How a dump is read."""

    follow_links: bool = False
    """Whether links that lead out of the dump are followed."""
    text_column: str | None = None
    """The column of tables that holds the texts; where it is not set, it is found by its name."""
    columns: dict[str, str] = field(default_factory=dict)
    """Columns of tables that fill columns of ours, each `THEIRS = "OURS"`."""


@dataclass(frozen=True)
class Allowed:
    """What else a flow run may name, besides the sources and the dataset above: each path, and all that is below it."""

    sources: tuple[Path, ...] = ()
    """Sources that a flow run may name as its parameter."""
    datasets: tuple[Path, ...] = ()
    """Datasets that a flow run may name as its parameter."""


@dataclass(frozen=True)
class PrefectServer:
    """The Prefect server that keeps the schedule. `vraagbaak prefect server start` starts it."""

    api_url: WebAddress | None = None
    """The server of `vraagbaak serve`, such as http://127.0.0.1:4200/api. Where it is not set, PREFECT_API_URL is."""
    auth_string: Secret | None = None
    """`USER:PASSWORD` that the server asks of everyone. Where it is not set, one is made and kept in the file
    `auth_string` of Prefect's folder, which only its owner can read."""
    allowed_origins: tuple[str, ...] = ("http://127.0.0.1:4200", "http://localhost:4200")
    """The web pages that may call the server from a browser (CORS): its own address as the browser knows it."""


@dataclass(frozen=True)
class Smtp:
    """The mail server of the hooks of kind `email`."""

    host: str = "localhost"
    """Its name."""
    port: Annotated[int, Meta(ge=1, le=65535)] = 25
    """Its port; usually 25, 465 with `security = "tls"`, and 587 with `security = "starttls"`."""
    security: Literal["none", "starttls", "tls"] = "none"
    """`none`, `starttls` or `tls`."""
    user: str | None = None
    """Who logs in, where the server asks for it."""
    password: Secret | None = None
    """The password of that user."""
    sender: MailAddress | None = None
    """From whom the mails come; `vraagbaak@` this machine where it is not set."""
    timeout: Seconds = 20.0
    """Seconds to wait for the server."""


@dataclass(frozen=True)
class Settings:
    """All settings."""

    sources: Annotated[tuple[Path, ...], Meta(min_length=1)] = (paths.RAW,)
    """The dumps to read: folders of .txt files, or single files."""
    dataset: Path = paths.DATASET
    """The folder of the dataset."""
    workers: Positive | None = None
    """Worker processes; one per core where it is not set."""
    quiet_days: Positive | None = None
    """After how many days without a new document the hooks are told `silence`; never where it is not set."""
    schedule: Schedule = field(default_factory=Schedule)
    retention: Retention = field(default_factory=Retention)
    reading: Reading = field(default_factory=Reading)
    limits: Limits = field(default_factory=Limits)
    files: FileLimits = field(default_factory=FileLimits)
    gate: Thresholds = field(default_factory=Thresholds)
    allowed: Allowed = field(default_factory=Allowed)
    prefect: PrefectServer = field(default_factory=PrefectServer)
    smtp: Smtp = field(default_factory=Smtp)
    hooks: tuple[Hook, ...] = ()
    """Who is told of a run, each with a `kind`: `command`, `webhook` or `email`."""
