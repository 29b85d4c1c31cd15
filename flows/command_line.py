"""The command `vraagbaak`. A command imports what it needs when it runs, so that the small ones start at once.

The exit statuses are those of `flows.outcomes`.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from flows import exports, queries, scheduled
from flows.asked import reading_flags, reading_options
from flows.options import (
    accept_option,
    dataset_option,
    given_dataset,
    json_option,
    load_settings,
    rebuild_option,
    require_dataset,
    settings_options,
    workers_option,
)
from flows.reporting import console, report, say

DEBUG = "debug"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vraagbaak")
@click.option("--debug", is_flag=True, help="Show the traceback when a command fails.")
@settings_options
@click.pass_context
def vraagbaak(context: click.Context, debug: bool) -> None:
    """Turn dumps of parliamentary written questions (Flemish Parliament, Tweede Kamer) into Parquet tables."""
    context.ensure_object(dict)[DEBUG] = debug


@vraagbaak.command(short_help="Read the dumps, parse what is new, publish a release.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, type=click.Path(path_type=Path))
@dataset_option
@workers_option
# There is only one engine so far. With the option, schedules that name it need not change when there is another.
@click.option(
    "--engine", type=click.Choice(["local"]), default="local", expose_value=False, help="Where the workers run."
)
@rebuild_option
@accept_option
@reading_options
@json_option
@settings_options
@click.pass_context
def build(
    context: click.Context,
    sources: tuple[Path, ...],
    dataset: Path | None,
    workers: int | None,
    rebuild: bool,
    accept_drop: bool,
    text_column: str | None,
    mapping: tuple[str, ...],
    follow_links: bool,
    as_json: bool,
) -> None:
    """Read the dumps, parse what is new, and publish a release.

    Without SOURCEs, or without --dataset, those of the settings are used, where they are set.
    """
    from flows import progress, telling

    flags = {"sources": sources, "dataset": dataset, "workers": workers}
    loaded = load_settings(context, flags | reading_flags(text_column, mapping, follow_links))
    if not loaded.is_given("sources"):
        raise click.UsageError(
            "Missing argument 'SOURCE...': name a dump, or set `sources` in vraagbaak.toml.", context
        )
    require_dataset(context, loaded)
    with progress.shown_on_terminal() as on_progress:
        summary = telling.run(
            loaded.values,
            rebuild=rebuild,
            accept_drop=accept_drop,
            on_progress=on_progress,
            say=say,
        )
    report(summary, as_json)


@vraagbaak.command(short_help="The effective settings, and where each comes from.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.option("--example", is_flag=True, help="Print a settings file that explains every setting instead.")
@click.option("--prefect-yaml", is_flag=True, help="Print prefect.yaml for a work pool, with this schedule, instead.")
@settings_options
@click.pass_context
def config(context: click.Context, as_json: bool, example: bool, prefect_yaml: bool) -> None:
    """Show the effective settings, and where each comes from. What is secret is shown as ***."""
    from flows.settings import shown

    if example:
        click.echo(shown.example(), nl=False)
        return
    loaded = load_settings(context)
    if prefect_yaml:
        click.echo(shown.prefect_yaml(loaded.values.schedule), nl=False)
    elif as_json:
        click.echo(shown.as_json(loaded))
    else:
        console().print(shown.as_table(loaded))


@vraagbaak.command(short_help="Show one document: its segments, fields and warnings.")
@click.argument("document", metavar="FILE|QUESTION_ID")
@dataset_option
@click.option(
    "--history", is_flag=True, help="Show every copy of the question: when it came, and which one is current."
)
@settings_options
@click.pass_context
def show(context: click.Context, document: str, dataset: Path | None, history: bool) -> None:
    """Show the segments of one document, its parsed fields and its warnings."""
    from flows import lookup
    from flows.display import document_view
    from flows.views import history_view

    path = Path(document)
    if dataset is None and (history or not path.exists()):
        loaded = load_settings(context)
        dataset = loaded.values.dataset if loaded.is_given("dataset") else None
    if history and dataset is None:
        raise click.UsageError("--history needs a QUESTION_ID and the --dataset to look it up in.")
    if history and dataset is not None:
        console().print(history_view(document, lookup.history(dataset, document)))
    elif path.is_file():
        for raw in lookup.in_file(path):
            console().print(document_view(raw))
    elif path.is_dir():
        raise click.UsageError(f"{document} is a folder: name one of the files in it.")
    elif dataset is None:
        raise click.UsageError(f"There is no file {document}; to look up a QUESTION_ID, give --dataset too.")
    else:
        console().print(document_view(lookup.in_dataset(dataset, document)))


@vraagbaak.command(short_help="List the releases, newest first, with their rows.")
@dataset_option
@settings_options
@click.pass_context
def releases(context: click.Context, dataset: Path | None) -> None:
    """List the releases, newest first, with their rows and the change from the one before."""
    from flows.views import releases_view
    from load.refused import list_refused
    from load.releases import latest_release, list_releases

    dataset = given_dataset(context, dataset)
    found = list_releases(dataset)
    if not found:
        latest_release(dataset)  # raises: the dataset has no release, or a missing one
    console().print(releases_view(found, list_refused(dataset)))


@vraagbaak.command(short_help="Make an earlier RELEASE the latest.")
@click.argument("release", required=False)
@dataset_option
@click.option("--hold", is_flag=True, help="Publish nothing after it until --release-hold.")
@click.option("--release-hold", is_flag=True, help="Without a RELEASE: let runs publish again.")
@settings_options
@click.pass_context
def rollback(context: click.Context, release: str | None, dataset: Path | None, hold: bool, release_hold: bool) -> None:
    """Make an earlier RELEASE the latest; with --hold no run publishes until it is released."""
    from load import decisions
    from load import releases as stored
    from load.lock import lock

    dataset = given_dataset(context, dataset)
    if release is None:
        if not release_hold:
            raise click.UsageError("Name the RELEASE to go back to, or give --release-hold.")
        stored.latest_release(dataset)
        with lock(dataset):
            was_held = decisions.release_hold(dataset)
        say(f"Runs publish {'again' if was_held else 'as before: no release was held'}.")
        return
    known = [info.release_id for info in stored.list_releases(dataset)]
    if release not in known:
        raise click.UsageError(f"{dataset} has no release {release}: `vraagbaak releases` lists those that it has.")
    with lock(dataset):
        stored.rollback(dataset, release)
        if hold:
            decisions.hold(dataset, release, _now())
    held = ", and is held" if hold else ""
    say(f"{release} is now the latest release of {dataset}{held}.")


@vraagbaak.command(short_help="Leave sources unread, so that others go through.")
@click.argument("sources", metavar="SOURCE...", nargs=-1)
@dataset_option
@click.option("--release", is_flag=True, help="Read these SOURCEs again; all of them where none is named.")
@settings_options
@click.pass_context
def quarantine(context: click.Context, sources: tuple[str, ...], dataset: Path | None, release: bool) -> None:
    """Leave SOURCEs unread until they are released: after a refusal the rest of a night's files can be published.

    A SOURCE is named as in the tables, relative to the dump; one that ends in / stands for all under it. Without a
    SOURCE those in quarantine are listed.
    """
    from flows.shown import shown
    from load import decisions
    from load.lock import lock

    dataset = given_dataset(context, dataset)
    if not sources and not release:
        for source, since in decisions.read_quarantine(dataset).since.items():
            click.echo(shown(f"{source} since {since}"))
        return
    with lock(dataset):
        if release:
            gone = decisions.release_sources(dataset, sources)
            say(f"{len(gone)} released: the next run reads them.")
        else:
            decisions.quarantine(dataset, sources, _now())
            say(f"{len(sources)} in quarantine: runs leave them unread until --release.")


@vraagbaak.command(short_help="Remove old releases.")
@dataset_option
@click.option(
    "--keep",
    type=click.IntRange(min=1),
    help="How many of the newest releases to keep [default: the setting `retention.releases`: 14].",
)
@click.option(
    "--days",
    type=click.IntRange(min=0),
    help="Also keep all releases of this many days [default: the setting `retention.days`: 14].",
)
@click.option("--dry-run", is_flag=True, help="Only list what would be removed.")
@settings_options
@click.pass_context
def prune(context: click.Context, dataset: Path | None, keep: int | None, days: int | None, dry_run: bool) -> None:
    """Remove old releases, and refused releases that are older than --days.

    The latest release and its parent are always kept. Every run that publishes a release also prunes.
    """
    from datetime import UTC, datetime

    from load.lock import lock
    from load.releases import latest_release
    from load.retention import prune as remove

    retention = load_settings(context, {"retention.releases": keep, "retention.days": days}).values.retention
    dataset = given_dataset(context, dataset)
    latest_release(dataset)
    with lock(dataset):
        gone = remove(dataset, retention, datetime.now(UTC), dry_run=dry_run)
    counted = "1 release" if len(gone) == 1 else f"{len(gone)} releases"
    if dry_run:
        verb = "would be removed"
    else:
        verb = "was removed" if len(gone) == 1 else "were removed"
    say(f"{counted} of {dataset} {verb}{': ' if gone else ''}{', '.join(gone)}.")


@vraagbaak.command(short_help="Check that the latest release is not damaged.")
@dataset_option
@settings_options
@click.pass_context
def verify(context: click.Context, dataset: Path | None) -> None:
    """Check hashes, row counts, keys and references of the latest release."""
    from load.manifest import RECOVERY
    from load.verify import verify as problems_of

    dataset = given_dataset(context, dataset)
    problems = problems_of(dataset)
    if problems:
        found = "1 problem was" if len(problems) == 1 else f"{len(problems)} problems were"
        listed = "\n".join(f"- {problem}" for problem in problems)
        raise click.ClickException(f"The latest release of {dataset} is damaged: {found} found. {RECOVERY}\n{listed}")
    say(f"The latest release of {dataset} is not damaged.")


for command in (*scheduled.COMMANDS, queries.sql, queries.rejected, exports.export):
    vraagbaak.add_command(command)


def main() -> None:
    """The entry point: run the command and exit with its status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit status. Errors are reported on stderr, one clear sentence first; with
    `--json` also as the last line on stdout.

    Without a command the help is shown.
    """
    from flows.outcomes import DONE

    asked: dict[str, bool] = {}
    try:
        vraagbaak.main(args=list(arguments) or ["--help"], prog_name="vraagbaak", standalone_mode=False, obj=asked)
    except (Exception, click.Abort, KeyboardInterrupt) as error:  # noqa: BLE001 - the outermost caller reports all
        status, message = _failed(error)
        say(message)
        if asked.get(DEBUG, False) and not isinstance(error, click.ClickException):
            traceback.print_exception(error)
        options = list(arguments)[: arguments.index("--") if "--" in arguments else None]
        if "--json" in options:
            click.echo(json.dumps({"error": message.partition("\n")[0], "status": status}))
        return status
    return DONE


def _failed(error: BaseException) -> tuple[int, str]:
    """The exit status, and what happened and what to do."""
    from flows.outcomes import FAILED, UNCHANGED, WRONG_USAGE, failure_of

    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "vraagbaak"
        return WRONG_USAGE, f"{error.format_message()}\nSee `{command} --help` for its usage."
    if isinstance(error, click.ClickException):
        return FAILED, error.format_message()
    if not isinstance(error, Exception) or isinstance(error, click.Abort):
        return FAILED, f"Interrupted. {UNCHANGED}"
    failure = failure_of(error)
    return failure.status, failure.message


def _now() -> str:
    """This moment, UTC, ISO 8601."""
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds")
