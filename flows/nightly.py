"""The nightly flow: the pipeline of `flows.pipeline` as a Prefect flow, every stage a task of it.

The stages are plain functions that know nothing of Prefect. They run one after another in the process of the flow
(parsing in the pipeline's own worker processes, see `flows.workers`). A task is a portion of about a thousand
documents, never a single one, since a task costs Prefect some hundredths of a second. No result is cached or persisted:
the dataset itself says what has been read.
"""

# No `from __future__ import annotations` here: the process of a served run rebuilds the model of the flow's parameters
# and could not resolve annotations that are strings.

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.states import Failed as FailedState
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.allowed import with_named
from flows.lookup import Rejected, rejected_documents
from flows.outcomes import failure_of
from flows.settings.layers import load
from flows.summary import Summary
from flows.telling import SHOWN_REJECTED, Failed, run, told

P = ParamSpec("P")
R = TypeVar("R")


# The types of Prefect do not accept a runner of one kind of futures where one of any kind is expected.
ONE_AT_A_TIME = cast("TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner[Any](max_workers=1))


def as_task(name: str, function: Callable[P, R], /) -> Callable[P, R]:
    """A stage as a Prefect task. The arguments are hidden from Prefect, which would walk through every document."""

    @wraps(function)
    def run_as_task(*args: P.args, **kwargs: P.kwargs) -> R:
        failed: list[Exception] = []

        def stage() -> R:
            try:
                return function(*args, **kwargs)
            except Exception as error:  # noqa: BLE001 - raised again, here or below
                state = _failed_state(error)
                failed.append(error)
                return cast("R", state)

        result = task(
            name=name,
            cache_policy=NO_CACHE,
            persist_result=False,
            cache_result_in_memory=False,
            # Nothing is ever tried again. Of a task without retries Prefect would log a traceback, even an empty one.
            retries=1,
            retry_condition_fn=_never,
        )(stage)()
        if failed:
            raise failed[0]
        return result

    return run_as_task


def _never(*ignored: object) -> bool:
    return False


def _failed_state(error: Exception) -> Any:
    """The state of a run that failed for a reason that a person can set right: Prefect shows its message, and logs no
    traceback. Whoever calls the flow or the task gets the exception itself. Any other exception is raised again.
    """
    failure = failure_of(error)
    if not failure.is_expected:
        raise error
    return FailedState(message=failure.sentence, data=error)


@flow(
    name="nightly",
    description="Read what is new in the dumps, parse it, publish a release.",
    task_runner=ONE_AT_A_TIME,
    persist_result=False,
    validate_parameters=True,
    retries=0,
)
def nightly(
    sources: list[Path] | None = None,
    dataset: Path | None = None,
    workers: int | None = None,
    rebuild: bool = False,
    accept_drop: bool = False,
) -> Summary:
    """Run the pipeline as the settings say; see `flows.pipeline.build` for what it raises.

    The settings are those of the process that runs this, its file and its environment. A run may name other `sources`
    and another `dataset` only where they allow it, and raises flows.errors.NotAllowed where they do not.

    There are no retries: where the dataset is locked, or the checks refuse the release, a second try would end alike.
    """
    logger = get_run_logger()
    try:
        settings = load({}).values
        with told(settings, logger.warning):
            settings = with_named(settings, sources, dataset, workers)
        summary = run(
            settings,
            rebuild=rebuild,
            accept_drop=accept_drop,
            stage=as_task,
            say=logger.warning,
            on_failure=_show_failure,
        )
    except Exception as error:  # noqa: BLE001 - raised again unless a person can set it right
        return cast("Summary", _failed_state(error))
    logger.info(summary.sentence)
    create_markdown_artifact(summary.as_markdown(), key="nightly-summary", description=summary.sentence)
    if summary.rows:
        create_table_artifact(
            [{"table": table, "rows": rows} for table, rows in summary.rows.items()],
            key="nightly-rows",
            description=f"Rows per table of {summary.release or summary.parent}",
        )
    if summary.release is not None and summary.path is not None and summary.rejected:
        _show_rejected(rejected_documents(summary.path, summary.release), summary.release)
    return summary


def _show_failure(failed: Failed) -> None:
    """Leave what there is to know about a failed run as artifacts, like those of a run that published."""
    message = failed.failure.message
    create_markdown_artifact(
        f"# Failed (exit status {failed.failure.status})\n\n{message}",
        key="nightly-summary",
        description=failed.failure.sentence,
    )
    if failed.refused is not None and failed.rejected:
        _show_rejected(failed.rejected, failed.refused.name)


def _show_rejected(rejected: Sequence[Rejected], release: str) -> None:
    create_table_artifact(
        [{"source": one.source, "reason": one.reason} for one in rejected[:SHOWN_REJECTED]],
        key="nightly-rejected",
        description=f"Documents of {release} that were rejected, and why ({len(rejected)})",
    )
