"""Who is told of a run: a command, a webhook or an e-mail. `flows.hooks` delivers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct, field

from flows.settings.kinds import MailAddress, Seconds, Secret, WebAddress


class Event(StrEnum):
    """What can be told of a run."""

    SUCCESS = "success"
    """It published a release, or nothing was new."""
    FAILURE = "failure"
    """It failed; the latest release is what it was."""
    REFUSAL = "refusal"
    """The checks refused the release."""
    SILENCE = "silence"
    """It succeeded, and no new document has arrived for `quiet_days` days."""


Events = Annotated[tuple[Event, ...], Meta(min_length=1)]
WORTH_A_WORD = (Event.FAILURE, Event.REFUSAL, Event.SILENCE)


class CommandHook(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="command"):
    """A program that is started, with the event as JSON on its standard input. No shell reads its arguments."""

    argv: Annotated[tuple[str, ...], Meta(min_length=1)]
    """The program and its arguments."""
    on: Events = WORTH_A_WORD
    """The events that it is told."""
    timeout: Seconds = 30.0
    """Seconds after which it is killed."""


class WebHook(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="webhook"):
    """An address to which the event is sent as JSON, with POST. Redirects are not followed."""

    url: WebAddress
    """The address; only its host is shown."""
    token: Secret | None = None
    """Sent as `Authorization: Bearer …`."""
    headers: dict[str, Secret] = field(default_factory=dict)
    """Other headers."""
    on: Events = WORTH_A_WORD
    """The events that it is told."""
    timeout: Seconds = 10.0
    """Seconds to wait for the answer."""


class EmailHook(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="email"):
    """Addresses to which the event is sent as an e-mail, through the server of `[smtp]`."""

    to: Annotated[tuple[MailAddress, ...], Meta(min_length=1)]
    """Who receives it."""
    on: Events = WORTH_A_WORD
    """The events that they are told."""


Hook = CommandHook | WebHook | EmailHook
