"""The commands that run the nightly flow under Prefect: now, on schedule; and Prefect's own command."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.options import (
    accept_option,
    config_file,
    json_option,
    load_settings,
    nightly_dataset_option,
    rebuild_option,
    settings_options,
    source_option,
    workers_option,
)
from flows.reporting import report, say

if TYPE_CHECKING:
    from flows.settings.layers import Loaded


@click.command()
@source_option
@nightly_dataset_option
@workers_option
@rebuild_option
@accept_option
@json_option
@settings_options
@click.pass_context
def nightly(
    context: click.Context,
    sources: tuple[Path, ...],
    dataset: Path | None,
    workers: int | None,
    rebuild: bool,
    accept_drop: bool,
    as_json: bool,
) -> None:
    """Run the nightly flow once, now, under Prefect."""
    loaded = load_settings(context, {"sources": sources, "dataset": dataset, "workers": workers})
    _check_startable(loaded)
    _prepare_prefect(context, loaded)
    from flows.nightly import nightly as flow

    report(flow(rebuild=rebuild, accept_drop=accept_drop), as_json)


@click.command(short_help="Run the nightly flow on schedule, with a Prefect server.")
@source_option
@nightly_dataset_option
@workers_option
@settings_options
@click.pass_context
def serve(context: click.Context, sources: tuple[Path, ...], dataset: Path | None, workers: int | None) -> None:
    """Run the nightly flow on schedule (03:30 in Brussels, unless the settings say otherwise), with a Prefect server.

    What the settings and the options say holds for every run that it starts.
    """
    from flows.arrival import arrived

    loaded = load_settings(context, {"sources": sources, "dataset": dataset, "workers": workers})
    arrived(loaded.values.sources, loaded.values.dataset)
    _prepare_prefect(context, loaded)
    from flows import schedule

    schedule.serve(loaded.values.schedule)


@click.command(
    short_help="Prefect's own command, with these settings.",
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@click.argument("arguments", metavar="COMMAND...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def prefect(context: click.Context, arguments: tuple[str, ...]) -> None:
    """Run Prefect's own command with the settings of vraagbaak.

    `vraagbaak prefect server start` starts a server that asks everyone for the string in PREFECT_HOME/auth_string, and
    `vraagbaak prefect deployment ls` and the like know that string.
    """
    _prepare_prefect(context, load_settings(context))
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "prefect", *arguments])  # noqa: S606 - no shell reads them


def _check_startable(loaded: Loaded) -> None:
    """Raise what would end the run at once, before the Prefect server starts, which takes a while; the hooks hear of
    it."""
    from flows.arrival import arrived
    from flows.telling import told
    from load.lock import lock

    with told(loaded.values, say):
        arrived(loaded.values.sources, loaded.values.dataset)
        with lock(loaded.values.dataset):
            pass


def _prepare_prefect(context: click.Context, loaded: Loaded) -> None:
    """Before Prefect is imported: what the settings say goes into the environment, for it and for the flow's runs."""
    from flows.prefect_settings import set_prefect_environment
    from flows.settings.layers import export

    export(loaded, config_file(context))
    set_prefect_environment(loaded.values.prefect)


COMMANDS = (nightly, serve, prefect)
