"""The command `vraagbaak`. A command imports what it needs when it runs, so that the small ones start at once.

Exit statuses: 0 done, 1 failed, 2 wrong usage, 3 another run has locked the dataset, 4 the checks refused the release,
5 a dump that was there before is not there, or holds nothing that can be read.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows import paths
from flows.asked import asked_of, reading_options

if TYPE_CHECKING:
    from rich.console import Console

    from flows.summary import Summary

DONE, FAILED, WRONG_USAGE, LOCKED, REFUSED, DUMP_GONE = range(6)

DEBUG = "debug"

UNCHANGED = "Unless a release was published above, the latest release is unchanged."

FOLDER = click.Path(file_okay=False, path_type=Path)

dataset_option = click.option("--dataset", type=FOLDER, required=True, help="Folder of the dataset.")
nightly_dataset_option = click.option(
    "--dataset", type=FOLDER, default=paths.DATASET, help="Folder of the dataset [default: data/dataset]."
)
source_option = click.option(
    "--source",
    type=click.Path(path_type=Path),
    default=paths.RAW,
    help="The dump: a folder, or a single file [default: data/raw].",
)
workers_option = click.option("--workers", type=click.IntRange(min=1), help="Worker processes [default: one per core].")
rebuild_option = click.option("--rebuild", is_flag=True, help="Parse all documents again, including the stored ones.")
accept_option = click.option(
    "--accept-drop", is_flag=True, help="Publish the release even if it has anomalies, such as fewer rows than before."
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print the summary as JSON, as the last line on stdout."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vraagbaak")
@click.option("--debug", is_flag=True, help="Show the traceback when a command fails.")
@click.pass_context
def vraagbaak(context: click.Context, debug: bool) -> None:
    """Turn raw text dumps of written questions of the Flemish Parliament into Parquet tables."""
    context.ensure_object(dict)[DEBUG] = debug


@vraagbaak.command(short_help="Read the dumps, parse what is new, publish a release.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path))
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
def build(
    sources: tuple[Path, ...],
    dataset: Path,
    workers: int | None,
    rebuild: bool,
    accept_drop: bool,
    text_column: str | None,
    mapping: tuple[str, ...],
    follow_links: bool,
    as_json: bool,
) -> None:
    """Read the dumps, parse what is new, and publish a release."""
    from flows import pipeline, progress

    with progress.shown_on_terminal() as on_progress:
        summary = pipeline.build(
            sources,
            dataset,
            workers=workers,
            rebuild=rebuild,
            accept_drop=accept_drop,
            on_progress=on_progress,
            asked=asked_of(text_column, mapping),
            follow_links=follow_links,
        )
    _report(summary, as_json)


@vraagbaak.command()
@source_option
@nightly_dataset_option
@workers_option
@rebuild_option
@accept_option
@json_option
def nightly(source: Path, dataset: Path, workers: int | None, rebuild: bool, accept_drop: bool, as_json: bool) -> None:
    """Run the nightly flow once, now, under Prefect."""
    _check_startable(source, dataset)
    _prepare_prefect()
    from flows.nightly import nightly as flow

    summary = flow(source=source, dataset=dataset, workers=workers, rebuild=rebuild, accept_drop=accept_drop)
    _report(summary, as_json)


@vraagbaak.command(short_help="Run the nightly flow on schedule, with a Prefect server.")
@source_option
@nightly_dataset_option
@workers_option
def serve(source: Path, dataset: Path, workers: int | None) -> None:
    """Run the nightly flow on schedule (03:30 in Brussels), with a Prefect server."""
    from flows.arrival import arrived

    arrived([source], dataset)
    _prepare_prefect()
    from flows import schedule

    schedule.serve(source, dataset, workers)


@vraagbaak.command(short_help="Show one document: its segments, fields and warnings.")
@click.argument("document", metavar="FILE|QUESTION_ID")
@click.option("--dataset", type=FOLDER, help="The dataset in which to look up a QUESTION_ID.")
@click.option(
    "--history", is_flag=True, help="Show every copy of the question: when it came, and which one is current."
)
def show(document: str, dataset: Path | None, history: bool) -> None:
    """Show the segments of one document, its parsed fields and its warnings."""
    from flows import lookup
    from flows.display import document_view
    from flows.views import history_view

    path = Path(document)
    if history and dataset is None:
        raise click.UsageError("--history needs a QUESTION_ID and the --dataset to look it up in.")
    if history and dataset is not None:
        _console().print(history_view(document, lookup.history(dataset, document)))
    elif path.is_file():
        for raw in lookup.in_file(path):
            _console().print(document_view(raw))
    elif path.is_dir():
        raise click.UsageError(f"{document} is a folder: name one of the files in it.")
    elif dataset is None:
        raise click.UsageError(f"There is no file {document}; to look up a QUESTION_ID, give --dataset too.")
    else:
        _console().print(document_view(lookup.in_dataset(dataset, document)))


@vraagbaak.command(short_help="List the releases, newest first, with their rows.")
@dataset_option
def releases(dataset: Path) -> None:
    """List the releases, newest first, with their rows and the change from the one before."""
    from flows.views import releases_view
    from load.refused import list_refused
    from load.releases import latest_release, list_releases

    found = list_releases(dataset)
    if not found:
        latest_release(dataset)  # raises: the dataset has no release, or a missing one
    _console().print(releases_view(found, list_refused(dataset)))


@vraagbaak.command(short_help="Make an earlier RELEASE the latest.")
@click.argument("release", required=False)
@dataset_option
@click.option("--hold", is_flag=True, help="Publish nothing after it until --release-hold.")
@click.option("--release-hold", is_flag=True, help="Without a RELEASE: let runs publish again.")
def rollback(release: str | None, dataset: Path, hold: bool, release_hold: bool) -> None:
    """Make an earlier RELEASE the latest; with --hold no run publishes until it is released."""
    from load import decisions
    from load import releases as stored
    from load.lock import lock

    if release is None:
        if not release_hold:
            raise click.UsageError("Name the RELEASE to go back to, or give --release-hold.")
        stored.latest_release(dataset)
        with lock(dataset):
            was_held = decisions.release_hold(dataset)
        click.echo(f"Runs publish {'again' if was_held else 'as before: no release was held'}.", err=True)
        return
    known = [info.release_id for info in stored.list_releases(dataset)]
    if release not in known:
        raise click.UsageError(f"{dataset} has no release {release}: `vraagbaak releases` lists those that it has.")
    with lock(dataset):
        stored.rollback(dataset, release)
        if hold:
            decisions.hold(dataset, release, _now())
    held = ", and is held" if hold else ""
    click.echo(f"{release} is now the latest release of {dataset}{held}.", err=True)


@vraagbaak.command(short_help="Leave sources unread, so that others go through.")
@click.argument("sources", metavar="SOURCE...", nargs=-1)
@dataset_option
@click.option("--release", is_flag=True, help="Read these SOURCEs again; all of them where none is named.")
def quarantine(sources: tuple[str, ...], dataset: Path, release: bool) -> None:
    """Leave SOURCEs unread until they are released: after a refusal the rest of a night's files can be published.

    A SOURCE is named as in the tables, relative to the dump; one that ends in / stands for all under it. Without a
    SOURCE those in quarantine are listed.
    """
    from load import decisions
    from load.lock import lock

    if not sources and not release:
        for source, since in decisions.read_quarantine(dataset).since.items():
            click.echo(f"{source} since {since}")
        return
    with lock(dataset):
        if release:
            gone = decisions.release_sources(dataset, sources)
            click.echo(f"{len(gone)} released: the next run reads them.", err=True)
        else:
            decisions.quarantine(dataset, sources, _now())
            click.echo(f"{len(sources)} in quarantine: runs leave them unread until --release.", err=True)


@vraagbaak.command(short_help="Remove old releases.")
@dataset_option
@click.option("--keep", type=click.IntRange(min=1), help="How many of the newest releases to keep [default: 14].")
@click.option("--days", type=click.IntRange(min=0), help="Also keep all releases of this many days [default: 14].")
@click.option("--dry-run", is_flag=True, help="Only list what would be removed.")
def prune(dataset: Path, keep: int | None, days: int | None, dry_run: bool) -> None:
    """Remove old releases, and refused releases that are older than --days.

    The latest release and its parent are always kept. Every run that publishes a release also prunes, with the
    defaults.
    """
    from datetime import UTC, datetime

    from load.lock import lock
    from load.releases import latest_release
    from load.retention import Retention
    from load.retention import prune as remove

    latest_release(dataset)
    usual = Retention()
    retention = Retention(usual.releases if keep is None else keep, usual.days if days is None else days)
    with lock(dataset):
        gone = remove(dataset, retention, datetime.now(UTC), dry_run=dry_run)
    counted = "1 release" if len(gone) == 1 else f"{len(gone)} releases"
    if dry_run:
        verb = "would be removed"
    else:
        verb = "was removed" if len(gone) == 1 else "were removed"
    click.echo(f"{counted} of {dataset} {verb}{': ' if gone else ''}{', '.join(gone)}.", err=True)


@vraagbaak.command(short_help="Check that the latest release is not damaged.")
@dataset_option
def verify(dataset: Path) -> None:
    """Check hashes, row counts, keys and references of the latest release."""
    from load.manifest import RECOVERY
    from load.verify import verify as problems_of

    problems = problems_of(dataset)
    if problems:
        found = "1 problem was" if len(problems) == 1 else f"{len(problems)} problems were"
        listed = "\n".join(f"- {problem}" for problem in problems)
        raise click.ClickException(f"The latest release of {dataset} is damaged: {found} found. {RECOVERY}\n{listed}")
    click.echo(f"The latest release of {dataset} is not damaged.", err=True)


def main() -> None:
    """The entry point: run the command and exit with its status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit status. Errors are reported on stderr, one clear sentence first.

    Without a command the help is shown.
    """
    asked: dict[str, bool] = {}
    try:
        vraagbaak.main(args=list(arguments) or ["--help"], prog_name="vraagbaak", standalone_mode=False, obj=asked)
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        if isinstance(error, click.UsageError):
            command = error.ctx.command_path if error.ctx else "vraagbaak"
            click.echo(f"See `{command} --help` for its usage.", err=True)
        return WRONG_USAGE if isinstance(error, click.UsageError) else FAILED
    except (click.Abort, KeyboardInterrupt):
        click.echo(f"Interrupted. {UNCHANGED}", err=True)
        return FAILED
    except Exception as error:  # noqa: BLE001 - the outermost caller reports every error
        return _failed(error, debug=asked.get(DEBUG, False))
    return DONE


def _failed(error: Exception, *, debug: bool) -> int:
    """Report what happened and what to do; returns the exit status."""
    from extract.sources import SourceMissing
    from flows.arrival import DumpGone
    from flows.errors import QuestionMissing, SchemaNewer, ServerMissing
    from load.checks import ChecksFailed
    from load.decisions import DecisionDamaged
    from load.lock import DatasetLocked
    from load.manifest import ReleaseDamaged
    from load.releases import DatasetEmpty, ReleaseMissing

    statuses: tuple[tuple[type[Exception], int], ...] = (
        (SourceMissing, WRONG_USAGE),
        (DumpGone, DUMP_GONE),
        (QuestionMissing, WRONG_USAGE),
        (DatasetEmpty, WRONG_USAGE),
        (DatasetLocked, LOCKED),
        (ChecksFailed, REFUSED),
        (ServerMissing, FAILED),
        (SchemaNewer, FAILED),
        (ReleaseMissing, FAILED),
        (ReleaseDamaged, FAILED),
        (DecisionDamaged, FAILED),
    )
    status = next((status for kind, status in statuses if isinstance(error, kind)), None)
    if status is not None:
        click.echo(str(error), err=True)
    elif isinstance(error, OSError):
        path = error.filename or "A file"
        click.echo(f"{path} cannot be read or written: {_clause(error.strerror or error)}. {UNCHANGED}", err=True)
    else:
        what = ": ".join(filter(None, (type(error).__name__, _clause(error))))
        click.echo(f"The command failed with {what}. {UNCHANGED}", err=True)
        click.echo("Run it again as `vraagbaak --debug …` and report the traceback.", err=True)
    if debug:
        traceback.print_exception(error)
    return FAILED if status is None else status


def _clause(message: object) -> str:
    """A message without its full stop, to stand in a sentence that has one."""
    return str(message).rstrip().removesuffix(".")


def _report(summary: Summary, as_json: bool) -> None:
    """Report the outcome: a sentence on stderr, then on stdout the tables for a person or the JSON for a program."""
    from flows.views import dataset_view

    click.echo(summary.sentence, err=True)
    release = summary.release or summary.parent
    if as_json:
        click.echo(summary.as_json())
    elif release and summary.path:
        _console().print(dataset_view(release, summary.rows, summary.path))


def _now() -> str:
    """This moment, UTC, ISO 8601."""
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds")


def _check_startable(source: Path, dataset: Path) -> None:
    """Raise what would end the run at once, before the Prefect server starts, which takes a while."""
    from flows.arrival import arrived
    from load.lock import lock

    arrived([source], dataset)
    with lock(dataset):
        pass


def _prepare_prefect() -> None:
    from flows.prefect_settings import set_prefect_environment

    set_prefect_environment()


def _console() -> Console:
    """The console for stdout; in a pipe or a log it is so wide that no line is folded that somebody may search for."""
    from rich.console import Console

    return Console(soft_wrap=False, width=None if sys.stdout.isatty() else 160, highlight=False)
