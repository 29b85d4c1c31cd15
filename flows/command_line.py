"""The command `vraagbaak`. What a command needs is imported when it runs, so that the small ones start at once.

Exit statuses: 0 done, 1 failed, 2 wrong usage, 3 another run holds the dataset, 4 the checks refused the release.
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

DONE, FAILED, WRONG_USAGE, HELD, REFUSED = range(5)

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
json_option = click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON, last on stdout.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vraagbaak")
@click.option("--debug", is_flag=True, help="Show the traceback where a command fails.")
def vraagbaak(debug: bool) -> None:
    """Written questions of the Flemish Parliament, from raw text dumps to partitioned Parquet tables."""


@vraagbaak.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@dataset_option
@workers_option
@click.option("--engine", type=click.Choice(["local"]), default="local", help="Where the workers run.")
@rebuild_option
@json_option
def build(
    sources: tuple[Path, ...], dataset: Path, workers: int | None, engine: str, rebuild: bool, as_json: bool
) -> None:
    """Read the dumps, parse what is new, and publish a release."""
    from flows import pipeline, progress

    with progress.shown_on_terminal() as on_progress:
        summary = pipeline.build(sources, dataset, workers=workers, rebuild=rebuild, on_progress=on_progress)
    _tell(summary, as_json)


@vraagbaak.command()
@source_option
@nightly_dataset_option
@workers_option
@rebuild_option
@json_option
def nightly(source: Path, dataset: Path, workers: int | None, rebuild: bool, as_json: bool) -> None:
    """Run the nightly flow under Prefect, now."""
    _expect(source, dataset)
    _prepare_prefect()
    from flows.nightly import nightly as flow

    _tell(flow(source=source, dataset=dataset, workers=workers, rebuild=rebuild), as_json)


@vraagbaak.command()
@source_option
@nightly_dataset_option
@workers_option
def serve(source: Path, dataset: Path, workers: int | None) -> None:
    """Keep the nightly schedule (03:30 in Brussels) against a Prefect server."""
    _prepare_prefect()
    from flows import schedule

    schedule.serve(source, dataset, workers)


@vraagbaak.command()
@click.argument("document", metavar="FILE|QUESTION_ID")
@click.option("--dataset", type=FOLDER, help="Where a QUESTION_ID is looked up.")
def show(document: str, dataset: Path | None) -> None:
    """Show the pieces of one document, its parsed fields and its warnings."""
    from flows import lookup
    from flows.display import document_view

    path = Path(document)
    if path.is_file():
        for raw in lookup.in_file(path):
            _console().print(document_view(raw))
    elif dataset is None:
        raise click.UsageError(f"There is no file {document}; to look up a question_id, name the --dataset too.")
    else:
        _console().print(document_view(lookup.in_dataset(dataset, document)))


@vraagbaak.command()
@dataset_option
def releases(dataset: Path) -> None:
    """List the releases, newest first, with their rows and the change to the one before."""
    from flows.views import releases_view
    from load.releases import list_releases

    found = list_releases(dataset)
    if not found:
        raise click.ClickException(f"{dataset} holds no release; `vraagbaak build` makes the first.")
    _console().print(releases_view(found))


@vraagbaak.command()
@click.argument("release")
@dataset_option
def rollback(release: str, dataset: Path) -> None:
    """Make an earlier RELEASE the latest."""
    from load import releases as stored
    from load.hold import hold

    known = [info.release_id for info in stored.list_releases(dataset)]
    if release not in known:
        raise click.UsageError(f"{dataset} has no release {release}; `vraagbaak releases` lists those that it has.")
    with hold(dataset):
        stored.rollback(dataset, release)
    click.echo(f"{release} is the latest release of {dataset}.", err=True)


@vraagbaak.command()
@dataset_option
def verify(dataset: Path) -> None:
    """Check hashes, row counts, keys and references of the latest release."""
    from load.releases import latest_path
    from load.verify import verify as problems_of

    if latest_path(dataset) is None:
        raise click.ClickException(f"{dataset} holds no release; `vraagbaak build` makes the first.")
    problems = problems_of(dataset)
    if problems:
        listed = "\n".join(f"  {problem}" for problem in problems)
        raise click.ClickException(
            f"The latest release of {dataset} is damaged in {len(problems)} places; "
            f"roll back to one that is whole, or build again with --rebuild.\n{listed}"
        )
    click.echo(f"The latest release of {dataset} is whole.", err=True)


def main() -> None:
    """The entry point: run the command and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit status. What went wrong is told on stderr, one clear sentence first."""
    try:
        vraagbaak.main(args=list(arguments), prog_name="vraagbaak", standalone_mode=False)
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
        return _failed(error, debug="--debug" in arguments)
    return DONE


def _failed(error: Exception, *, debug: bool) -> int:
    """Tell what happened and what to do; the exit status that stands for it."""
    from extract.sources import SourceMissing
    from flows.errors import QuestionMissing, ServerMissing
    from load.checks import ChecksFailed
    from load.hold import DatasetHeld
    from load.manifest import ManifestDamaged
    from load.releases import ReleaseMissing

    told: tuple[tuple[type[Exception], int], ...] = (
        (SourceMissing, WRONG_USAGE),
        (QuestionMissing, WRONG_USAGE),
        (DatasetHeld, HELD),
        (ChecksFailed, REFUSED),
        (ServerMissing, FAILED),
        (ReleaseMissing, FAILED),
        (ManifestDamaged, FAILED),
    )
    status = next((status for kind, status in told if isinstance(error, kind)), None)
    if status is not None:
        click.echo(str(error), err=True)
    elif isinstance(error, OSError):
        place = error.filename or "A file"
        click.echo(f"{place} cannot be read or written: {error.strerror or error}. {AS_BEFORE}", err=True)
    else:
        click.echo(f"It failed with {type(error).__name__}: {error}. {AS_BEFORE}", err=True)
        click.echo("Run it as `vraagbaak --debug …` to see where, and report that.", err=True)
    if debug:
        traceback.print_exception(error)
    return FAILED if status is None else status


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
    from load.hold import hold

    find_sources([source])
    with hold(dataset):
        pass


def _prepare_prefect() -> None:
    from flows.prefect_settings import hand_to_prefect

    hand_to_prefect()


def _console() -> Console:
    """The console for stdout; in a pipe or a log it is wide enough to fold nothing that a search would look for."""
    from rich.console import Console

    return Console(soft_wrap=False, width=None if sys.stdout.isatty() else 160, highlight=False)
