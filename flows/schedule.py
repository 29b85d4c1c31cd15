"""When the nightly flow runs. `prefect.yaml` says the same for those who deploy to a work pool; a test compares."""

from __future__ import annotations

from pathlib import Path

from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.schedules import Cron
from prefect.settings import get_current_settings
from prefect.types.entrypoint import EntrypointType

from flows.errors import ServerMissing
from flows.nightly import nightly

DEPLOYMENT = "nightly"
CRON = "30 3 * * *"
"""Half past three at night, when the day's dumps lie ready."""
TIMEZONE = "Europe/Brussels"

ONE_AFTER_ANOTHER = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.ENQUEUE)
"""A run that meets another waits for it. CANCEL_NEW would cancel every later run once one is stranded."""


def serve(source: Path, dataset: Path, workers: int | None = None) -> None:
    """Register the deployment with the Prefect server and run what it schedules, until the process is ended.

    Raises ServerMissing where no server is set or none answers.
    """
    address = get_current_settings().api.url
    if not address:
        raise ServerMissing(
            "No Prefect server is set: start one with `prefect server start`, "
            "set PREFECT_API_URL=http://127.0.0.1:4200/api, and try again."
        )
    with get_client(sync_client=True) as client:
        trouble = client.api_healthcheck()
    if trouble is not None:
        raise ServerMissing(
            f"The Prefect server at {address} does not answer ({trouble}): start it, or set PREFECT_API_URL to another."
        )
    nightly.serve(
        name=DEPLOYMENT,
        schedule=Cron(CRON, timezone=TIMEZONE),
        global_limit=ONE_AFTER_ANOTHER,
        parameters={
            "source": str(source.resolve()),
            "dataset": str(dataset.resolve()),
            "workers": workers,
        },
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
