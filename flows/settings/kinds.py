"""The types of settings that are more than a number or a text; each refuses what cannot be right.

The constructor of each takes the text as it was written, and raises ValueError with a clause that says what is wrong.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec import Meta

Positive = Annotated[int, Meta(ge=1)]
Count = Annotated[int, Meta(ge=0)]
Seconds = Annotated[float, Meta(gt=0)]

HIDDEN = "***"


class Secret(str):
    """A text that is never shown."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"'{HIDDEN}'"

    @property
    def shown(self) -> str:
        """What a person sees of it."""
        return HIDDEN


class WebAddress(str):
    """An http or https address. Its path, its query and a password in it may be secret, and are not shown."""

    __slots__ = ()

    def __new__(cls, text: str) -> WebAddress:
        """Raises ValueError for anything but an http or https address with a host."""
        parts = urlsplit(text)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("expected an address that begins with http:// or https:// and has a host")
        _ = parts.port  # raises ValueError where it is no number
        if any(character.isspace() or ord(character) < 32 for character in text):
            raise ValueError("an address has no blanks")
        return super().__new__(cls, text)

    @property
    def shown(self) -> str:
        """The address up to its host and port."""
        parts = urlsplit(self)
        port = f":{parts.port}" if parts.port else ""
        rest = f"/{HIDDEN}" if parts.path.strip("/") or parts.query else ""
        return f"{parts.scheme}://{parts.hostname}{port}{rest}"


class Cron(str):
    """When something is due, as five fields: minute, hour, day, month, day of the week."""

    __slots__ = ()

    def __new__(cls, text: str) -> Cron:
        """Raises ValueError for what is no cron expression of five fields."""
        from cronsim import CronSim, CronSimError

        try:
            if len(text.split()) != 5:
                raise CronSimError("it has not five fields")
            next(CronSim(text, datetime.now(UTC)))
        except (CronSimError, StopIteration) as error:
            why = str(error) or "it is never due"
            raise ValueError(f"{text!r} is no cron expression such as '30 3 * * *' ({why})") from None
        return super().__new__(cls, text)


class TimeZone(str):
    """The name of a time zone."""

    __slots__ = ()

    def __new__(cls, text: str) -> TimeZone:
        """Raises ValueError where this machine knows no such time zone."""
        try:
            ZoneInfo(text)
        except (OSError, ValueError, LookupError):
            raise ValueError(f"{text!r} is no time zone such as 'Europe/Brussels'") from None
        return super().__new__(cls, text)


class MailAddress(str):
    """An e-mail address."""

    __slots__ = ()

    def __new__(cls, text: str) -> MailAddress:
        """Raises ValueError for what has no name, no host, or more than one line."""
        name, at, host = text.rpartition("@")
        if not (name and at and host) or any(character.isspace() for character in text):
            raise ValueError(f"{text!r} is no e-mail address such as 'night@example.org'")
        return super().__new__(cls, text)
