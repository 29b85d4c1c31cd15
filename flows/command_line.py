"""The command `vraagbaak`. What a command needs is imported when it runs, so that the small ones start at once.

Exit statuses: 0 done, 1 failed, 2 wrong usage, 3 another run has locked the dataset, 4 the checks refused the release.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows import paths

if TYPE_CHECKING:
    from rich.console import Console

    from flows.summary import Summary

DONE, FAILED, WRONG_USAGE, LOCKED, REFUSED = range(5)

DEBUG = "debug"

AS_BEFORE = "Unless a release was announced above, the latest is what it was."

FOLDER = click.Path(file_okay=False, path_type=Path)

dataset_option = click.option("--dataset", type=FOLDER, required=True, help="The dataset's folder.")
nightly_dataset_option = click.option(
    "--dataset", type=FOLDER, default=paths.DATASET, help="The dataset's folder [default: data/dataset]."
)
source_option = click.option(
    "--source",
    type=click.Path(path_type=Path),
    default=paths.RAW,
    help="The dump: a folder of .txt files, or one file [default: data/raw].",
)
workers_option = click.option("--workers", type=click.IntRange(min=1), help="Worker processes [default: one per core].")
rebuild_option = click.option("--rebuild", is_flag=True, help="Parse every document again, stored ones included.")
accept_option = click.option(
    "--accept-drop", is_flag=True, help="Publish a release that has fewer rows, or more gaps, than usual."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON, last on stdout.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vraagbaak")
@click.option("--debug", is_flag=True, help="Show the traceback where a command fails.")
@click.pass_context
def vraagbaak(context: click.Context, debug: bool) -> None:
    """Written questions of the Flemish Parliament, from raw text dumps to partitioned Parquet tables."""
    context.ensure_object(dict)[DEBUG] = debug


@vraagbaak.command(short_help="Read the dumps, parse what is new, publish a release.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@dataset_option
@workers_option
# There is one engine as yet; the option is there so that schedules that name it need not change with a second one.
@click.option("--engine", type=click.Choice(["local"]), default="local", expose_value=False, help="Where workers run.")
@rebuild_option
@accept_option
@json_option
def build(
    sources: tuple[Path, ...], dataset: Path, workers: int | None, rebuild: bool, accept_drop: bool, as_json: bool
) -> None:
    """Read the dumps, parse what is new, and publish a release."""
    from flows import pipeline, progress

    with progress.shown_on_terminal() as on_progress:
        summary = pipeline.build(
            sources, dataset, workers=workers, rebuild=rebuild, accept_drop=accept_drop, on_progress=on_progress
        )
    _tell(summary, as_json)


@vraagbaak.command()
@source_option
@nightly_dataset_option
@workers_option
@rebuild_option
@accept_option
@json_option
def nightly(source: Path, dataset: Path, workers: int | None, rebuild: bool, accept_drop: bool, as_json: bool) -> None:
    """Run the nightly flow under Prefect, now."""
    _expect(source, dataset)
    _prepare_prefect()
    from flows.nightly import nightly as flow

    summary = flow(source=source, dataset=dataset, workers=workers, rebuild=rebuild, accept_drop=accept_drop)
    _tell(summary, as_json)


@vraagbaak.command(short_help="Keep the nightly schedule against a Prefect server.")
@source_option
@nightly_dataset_option
@workers_option
def serve(source: Path, dataset: Path, workers: int | None) -> None:
    """Keep the nightly schedule (03:30 in Brussels) against a Prefect server."""
    from extract.sources import find_sources

    find_sources([source])
    _prepare_prefect()
    from flows import schedule

    schedule.serve(source, dataset, workers)


@vraagbaak.command(short_help="Show one document: its pieces, fields and warnings.")
@click.argument("document", metavar="FILE|QUESTION_ID")
@click.option("--dataset", type=FOLDER, help="Where a QUESTION_ID is looked up.")
@click.option("--history", is_flag=True, help="Tell when each copy of a question came, and which one speaks.")
def show(document: str, dataset: Path | None, history: bool) -> None:
    """Show the pieces of one document, its parsed fields and its warnings."""
    from flows import lookup
    from flows.display import document_view
    from flows.views import history_view

    path = Path(document)
    if history and dataset is None:
        raise click.UsageError("--history tells of a QUESTION_ID in a dataset; name the --dataset too.")
    if history and dataset is not None:
        _console().print(history_view(document, lookup.history(dataset, document)))
    elif path.is_file():
        for raw in lookup.in_file(path):
            _console().print(document_view(raw))
    elif path.is_dir():
        raise click.UsageError(f"{document} is a folder; name one of the files in it.")
    elif dataset is None:
        raise click.UsageError(f"There is no file {document}; to look up a question_id, name the --dataset too.")
    else:
        _console().print(document_view(lookup.in_dataset(dataset, document)))


@vraagbaak.command(short_help="List the releases, newest first, with their rows.")
@dataset_option
def releases(dataset: Path) -> None:
    """List the releases, newest first, with their rows and the change to the one before."""
    from flows.views import releases_view
    from load.refused import list_refused
    from load.releases import latest_release, list_releases

    found = list_releases(dataset)
    if not found:
        latest_release(dataset)  # raises: the dataset is empty, or its releases are gone
    _console().print(releases_view(found, list_refused(dataset)))


@vraagbaak.command()
@click.argument("release")
@dataset_option
def rollback(release: str, dataset: Path) -> None:
    """Make an earlier RELEASE the latest."""
    from load import releases as stored
    from load.lock import lock

    known = [info.release_id for info in stored.list_releases(dataset)]
    if release not in known:
        raise click.UsageError(f"{dataset} has no release {release}; `vraagbaak releases` lists those that it has.")
    with lock(dataset):
        stored.rollback(dataset, release)
    click.echo(f"{release} is the latest release of {dataset}.", err=True)


@vraagbaak.command(short_help="Remove the releases that need not be kept.")
@dataset_option
@click.option("--keep", type=click.IntRange(min=1), help="How many releases are kept, the newest [default: 14].")
@click.option("--days", type=click.IntRange(min=0), help="Those of how many days are kept too [default: 14].")
@click.option("--dry-run", is_flag=True, help="Only name them.")
def prune(dataset: Path, keep: int | None, days: int | None, dry_run: bool) -> None:
    """Remove the releases that need not be kept, and refused ones of before those days.

    The latest is always kept. Every run that publishes prunes with the defaults.
    """
    from datetime import UTC, datetime

    from load.lock import lock
    from load.releases import latest_release
    from load.retention import KEPT_DAYS, KEPT_RELEASES, Retention
    from load.retention import prune as remove

    latest_release(dataset)
    retention = Retention(KEPT_RELEASES if keep is None else keep, KEPT_DAYS if days is None else days)
    with lock(dataset):
        gone = remove(dataset, retention, datetime.now(UTC), dry_run=dry_run)
    counted = "1 release" if len(gone) == 1 else f"{len(gone)} releases"
    verb = "would be removed" if dry_run else "removed"
    click.echo(f"{counted} of {dataset} {verb}{': ' if gone else '.'}{', '.join(gone)}", err=True)


@vraagbaak.command(short_help="Check that the latest release is what was published.")
@dataset_option
def verify(dataset: Path) -> None:
    """Check hashes, row counts, keys and references of the latest release."""
    from load.manifest import WAY_OUT
    from load.verify import verify as problems_of

    problems = problems_of(dataset)
    if problems:
        places = "1 place" if len(problems) == 1 else f"{len(problems)} places"
        listed = "\n".join(f"  {problem}" for problem in problems)
        raise click.ClickException(f"The latest release of {dataset} is damaged in {places}; {WAY_OUT}\n{listed}")
    click.echo(f"The latest release of {dataset} is whole.", err=True)


def main() -> None:
    """The entry point: run the command and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit status. What went wrong is told on stderr, one clear sentence first.

    Without a command it shows the help.
    """
    asked: dict[str, bool] = {}
    try:
        vraagbaak.main(args=list(arguments) or ["--help"], prog_name="vraagbaak", standalone_mode=False, obj=asked)
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        if isinstance(error, click.UsageError):
            place = error.ctx.command_path if error.ctx else "vraagbaak"
            click.echo(f"`{place} --help` tells how it is used.", err=True)
        return WRONG_USAGE if isinstance(error, click.UsageError) else FAILED
    except (click.Abort, KeyboardInterrupt):
        click.echo(f"Interrupted. {AS_BEFORE}", err=True)
        return FAILED
    except Exception as error:  # noqa: BLE001 - the outermost place: told, never hidden
        return _failed(error, debug=asked.get(DEBUG, False))
    return DONE


def _failed(error: Exception, *, debug: bool) -> int:
    """Tell what happened and what to do; the exit status that stands for it."""
    from extract.sources import SourceMissing
    from flows.errors import QuestionMissing, ServerMissing
    from load.checks import ChecksFailed
    from load.lock import DatasetLocked
    from load.manifest import ReleaseDamaged
    from load.releases import DatasetEmpty, ReleaseMissing

    told: tuple[tuple[type[Exception], int], ...] = (
        (SourceMissing, WRONG_USAGE),
        (QuestionMissing, WRONG_USAGE),
        (DatasetEmpty, WRONG_USAGE),
        (DatasetLocked, LOCKED),
        (ChecksFailed, REFUSED),
        (ServerMissing, FAILED),
        (ReleaseMissing, FAILED),
        (ReleaseDamaged, FAILED),
    )
    status = next((status for kind, status in told if isinstance(error, kind)), None)
    if status is not None:
        click.echo(str(error), err=True)
    elif isinstance(error, OSError):
        place = error.filename or "A file"
        click.echo(f"{place} cannot be read or written: {_clause(error.strerror or error)}. {AS_BEFORE}", err=True)
    else:
        said = ": ".join(filter(None, (type(error).__name__, _clause(error))))
        click.echo(f"It failed with {said}. {AS_BEFORE}", err=True)
        click.echo("Run it as `vraagbaak --debug …` to see where, and report that.", err=True)
    if debug:
        traceback.print_exception(error)
    return FAILED if status is None else status


def _clause(said: object) -> str:
    """What an exception says, without the full stop that the sentence around it will end with."""
    return str(said).rstrip().removesuffix(".")


def _tell(summary: Summary, as_json: bool) -> None:
    """The outcome: a sentence on stderr, then on stdout the view for a person or the line for a program."""
    from flows.views import dataset_view

    click.echo(summary.sentence, err=True)
    release = summary.release or summary.parent
    if as_json:
        click.echo(summary.as_json())
    elif release and summary.path:
        _console().print(dataset_view(release, summary.rows, summary.path))


def _expect(source: Path, dataset: Path) -> None:
    """Find out before Prefect's server starts, which takes a while, what would end the run at once."""
    from extract.sources import find_sources
    from load.lock import lock

    find_sources([source])
    with lock(dataset):
        pass


def _prepare_prefect() -> None:
    from flows.prefect_settings import hand_to_prefect

    hand_to_prefect()


def _console() -> Console:
    """The console for stdout; in a pipe or a log it is wide enough to fold nothing that a search would look for."""
    from rich.console import Console

    return Console(soft_wrap=False, width=None if sys.stdout.isatty() else 160, highlight=False)
