"""The nightly flow: the pipeline of `flows.pipeline` as a Prefect flow, every stage a task of it.

The stages are plain functions that know nothing of Prefect. They run one after another in the process of the flow
(parsing in the pipeline's own worker processes, see `flows.workers`). A task is a portion of about a thousand
documents, never a single one, since a task costs Prefect some hundredths of a second. No result is cached or persisted:
the dataset itself says what has been read.
"""

# No `from __future__ import annotations` here: the process of a served run rebuilds the model of the flow's parameters
# and could not resolve annotations that are strings.

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows import paths
from flows.pipeline import build
from flows.summary import Summary

P = ParamSpec("P")
R = TypeVar("R")


# The types of Prefect do not accept a runner of one kind of futures where one of any kind is expected.
ONE_AT_A_TIME = cast("TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner[Any](max_workers=1))


def as_task(name: str, function: Callable[P, R], /) -> Callable[P, R]:
    """A stage as a Prefect task. The arguments are hidden from Prefect, which would walk through every document."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        def stage() -> R:
            return function(*args, **kwargs)

        return task(name=name, cache_policy=NO_CACHE, persist_result=False, cache_result_in_memory=False)(stage)()

    return run


@flow(
    name="nightly",
    description="Read what is new in the dumps, parse it, publish a release.",
    task_runner=ONE_AT_A_TIME,
    persist_result=False,
    validate_parameters=True,
    retries=0,
)
def nightly(
    source: Path = paths.RAW,
    dataset: Path = paths.DATASET,
    workers: int | None = None,
    rebuild: bool = False,
    accept_drop: bool = False,
) -> Summary:
    """Run the pipeline over the dump `source` into `dataset`; see `flows.pipeline.build` for what it raises.

    There are no retries: where the dataset is locked, or the checks refuse the release, a second try would end alike.
    """
    summary = build([source], dataset, workers=workers, rebuild=rebuild, accept_drop=accept_drop, stage=as_task)
    get_run_logger().info(summary.sentence)
    create_markdown_artifact(summary.as_markdown(), key="nightly-summary", description=summary.sentence)
    if summary.rows:
        create_table_artifact(
            [{"table": table, "rows": rows} for table, rows in summary.rows.items()],
            key="nightly-rows",
            description=f"Rows per table of {summary.release or summary.parent}",
        )
    return summary
