"""One run as an operator has it: with the settings, and with everybody told how it ended.

`vraagbaak build` and the nightly flow both run the pipeline through `run`.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from extract.content import Asked
from flows import pipeline
from flows.lookup import Rejected, last_arrival, rejected_documents
from flows.outcomes import DONE, Failure, failure_of
from flows.pipeline import Stage, unwrapped
from flows.portions import Progress
from flows.settings.hooks import Event
from flows.settings.values import Settings
from flows.summary import Summary
from load.checks import ChecksFailed
from load.manifest import ReleaseDamaged
from load.releases import latest_name

SHOWN_REJECTED = 50
"""How many rejected documents a notice lists."""


@dataclass(frozen=True)
class Failed:
    """A run that failed, and what there is to know about it."""

    failure: Failure
    refused: Path | None
    """Where the refused release lies."""
    rejected: tuple[Rejected, ...]
    """The documents of the refused release that the run rejected."""


def run(
    settings: Settings,
    *,
    rebuild: bool = False,
    accept_drop: bool = False,
    stage: Stage = unwrapped,
    on_progress: Callable[[Progress], None] = lambda progress: None,
    say: Callable[[str], None],
    on_failure: Callable[[Failed], None] = lambda failed: None,
) -> Summary:
    """Run the pipeline with these settings, and tell the hooks how it ended; see `flows.pipeline.build` for what it
    raises. `say` is told in a sentence what else a person should know; `on_failure` sees a failure before the hooks.
    """
    with told(settings, say, on_failure):
        summary = pipeline.build(
            settings.sources,
            settings.dataset,
            workers=settings.workers,
            rebuild=rebuild,
            accept_drop=accept_drop,
            limits=settings.limits,
            thresholds=settings.gate,
            retention=settings.retention,
            asked=Asked(settings.files, settings.reading.text_column, tuple(settings.reading.columns.items())),
            follow_links=settings.reading.follow_links,
            stage=stage,
            on_progress=on_progress,
        )
    _tell_of_success(settings, summary, say)
    return summary


@contextmanager
def told(
    settings: Settings, say: Callable[[str], None], on_failure: Callable[[Failed], None] = lambda failed: None
) -> Iterator[None]:
    """Tell the hooks when the block raises; the exception goes on."""
    try:
        yield
    except Exception as error:
        failed = failed_by(error)
        on_failure(failed)
        _tell_of_failure(settings, failed, say)
        raise


def failed_by(error: Exception) -> Failed:
    """What there is to know about a run that raised."""
    refused = error.refused if isinstance(error, ChecksFailed) else None
    rejected = tuple(rejected_documents(refused, refused.name)) if refused is not None else ()
    return Failed(failure_of(error), refused, rejected)


def _tell_of_failure(settings: Settings, failed: Failed, say: Callable[[str], None]) -> None:
    """Tell the hooks of a failure or a refusal."""
    event = Event.FAILURE if failed.refused is None else Event.REFUSAL
    more = {
        "refused": None if failed.refused is None else str(failed.refused),
        "rejected": [{"source": one.source, "reason": one.reason} for one in failed.rejected[:SHOWN_REJECTED]],
    }
    _tell(settings, _notice(settings, event, failed.failure.message, failed.failure.status, more), say)


def _tell_of_success(settings: Settings, summary: Summary, say: Callable[[str], None]) -> None:
    for event, message in _successes(settings, summary):
        if event is Event.SILENCE:
            say(message)
        _tell(settings, _notice(settings, event, message, DONE, {}), say)


def _successes(settings: Settings, summary: Summary) -> Iterator[tuple[Event, str]]:
    yield Event.SUCCESS, summary.sentence
    if settings.quiet_days is None or summary.new:
        return
    since = last_arrival(settings.dataset)
    if since is None:
        yield Event.SILENCE, f"Nothing has arrived in {settings.dataset} yet: look whether the dumps are delivered."
    elif (quiet := datetime.now(UTC) - since) >= timedelta(days=settings.quiet_days):
        yield (
            Event.SILENCE,
            f"Nothing new has arrived for {quiet.days} days (since {since:%Y-%m-%d}): look whether the dumps in "
            f"{' and '.join(map(str, settings.sources))} are still delivered.",
        )


def _tell(settings: Settings, notice: Mapping[str, Any], say: Callable[[str], None]) -> None:
    if settings.hooks:
        from flows.hooks import tell  # mail, TLS and HTTP take a tenth of a second to load

        tell(settings.hooks, settings.smtp, notice, say)


def _notice(settings: Settings, event: Event, message: str, status: int, more: Mapping[str, Any]) -> dict[str, Any]:
    """What the hooks are told; every key is always there."""
    return {
        "event": event.value,
        "status": status,
        "message": message,
        "dataset": _text(settings.dataset),
        "sources": [_text(source) for source in settings.sources],
        "latest": _latest(settings.dataset),
        "refused": None,
        "rejected": [],
        "host": socket.gethostname(),
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        **more,
    }


def _latest(dataset: Path) -> str | None:
    """The id of the latest release; None where there is none, or it cannot be told because it is damaged."""
    try:
        return latest_name(dataset)
    except (ReleaseDamaged, OSError):
        return None


def _text(path: Path) -> str:
    """A path as JSON and mail can have it."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")
