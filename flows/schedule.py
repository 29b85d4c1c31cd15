"""When the nightly flow runs. `prefect.yaml` says the same for deployments to a work pool; a test compares the two."""

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
"""Half past three at night, when the dumps of the day are complete."""
TIMEZONE = "Europe/Brussels"

ONE_AFTER_ANOTHER = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.ENQUEUE)
"""A run waits until the one before has ended. CANCEL_NEW would cancel every later run once one hangs."""


def serve(source: Path, dataset: Path, workers: int | None = None) -> None:
    """Register the deployment with the Prefect server and run what it schedules, until the process ends.

    Raises ServerMissing where no server is configured, or it does not answer.
    """
    address = get_current_settings().api.url
    if not address:
        raise ServerMissing(
            "No Prefect server is configured: start one with `prefect server start`, "
            "set PREFECT_API_URL=http://127.0.0.1:4200/api, and run again."
        )
    with get_client(sync_client=True) as client:
        problem = client.api_healthcheck()
    if problem is not None:
        raise ServerMissing(
            f"The Prefect server at {address} does not answer ({problem}): start it, or change PREFECT_API_URL."
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
