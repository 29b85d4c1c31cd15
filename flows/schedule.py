"""When the nightly flow runs. `prefect.yaml` says the same for deployments to a work pool; a test compares the two."""

from __future__ import annotations

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.exceptions import PrefectHTTPStatusError
from prefect.schedules import Cron
from prefect.settings import get_current_settings
from prefect.types.entrypoint import EntrypointType

from flows.errors import ServerMissing
from flows.nightly import nightly
from flows.settings.values import Schedule

DEPLOYMENT = "nightly"
"""Another name than that of `prefect.yaml`, so that neither overwrites the other."""

ONE_AFTER_ANOTHER = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.ENQUEUE)
"""A run waits until the one before has ended. CANCEL_NEW would cancel every later run once one hangs."""


def serve(schedule: Schedule) -> None:
    """Register the deployment with the Prefect server and run what it schedules, until the process ends.

    The deployment has no parameters: a run reads the settings of this process, which are in its environment. Raises
    ServerMissing where no server is configured, or it does not answer.
    """
    address = get_current_settings().api.url
    if not address:
        raise ServerMissing(
            "No Prefect server is configured: start one with `vraagbaak prefect server start`, "
            "set `prefect.api_url` to http://127.0.0.1:4200/api, and run again."
        )
    with get_client(sync_client=True) as client:
        _check(client, address)
    nightly.serve(
        name=DEPLOYMENT,
        schedule=Cron(schedule.cron, timezone=schedule.timezone),
        global_limit=ONE_AFTER_ANOTHER,
        parameters={},
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


def _check(client: SyncPrefectClient, address: str) -> None:
    """Raise ServerMissing where the server does not answer, or does not let this process in."""
    problem = client.api_healthcheck()
    if problem is not None:
        raise ServerMissing(
            f"The Prefect server at {address} does not answer ({problem}): start it, or change `prefect.api_url`."
        )
    try:
        client.read_flows(limit=1)
    except PrefectHTTPStatusError as error:
        raise ServerMissing(
            f"The Prefect server at {address} does not let this process in ({error.response.status_code} "
            f"{error.response.reason_phrase}): give it the server's string in `prefect.auth_string`."
        ) from None
