"""The one place where every exception of the parser is caught and becomes data.

A parser that raises has a bug that its tests did not find. The other documents must still be published: the document is
rejected, its row names the exception for whoever fixes the bug, and the summary of the run counts it.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from textwrap import shorten
from types import FrameType
from typing import TypeVar

A = TypeVar("A")
R = TypeVar("R")

TIME_LIMIT = 60.0
"""Seconds of CPU that one document may take; an ordinary one takes a few milliseconds. The clock says nothing: on a
machine that is busy or was paused, good documents take long too."""

PASSING = (MemoryError, OSError)
"""What a call raises for reasons that lie outside it, and pass."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A call that raised or took too long."""

    message: str
    """The exception's name and message, on one line of at most 200 characters."""
    passes: bool = False
    """It may succeed another time."""


def attempt(function: Callable[[A], R], argument: A, time_limit: float = TIME_LIMIT) -> R | Failure:
    """The result of `function(argument)`, or a Failure. `time_limit` (seconds of CPU of this process) is enforced only
    in a main thread."""
    try:
        with _at_most(time_limit):
            return function(argument)
    except Exception as error:  # noqa: BLE001 - it is named, counted and stored as a row
        message = shorten(f"{type(error).__name__}: {error}".rstrip(": "), 200, placeholder=" …")
        return Failure(message, isinstance(error, PASSING) and not isinstance(error, TimeoutError))


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raise TimeoutError inside the block when it takes too long. Signals arrive in the main thread only; others have
    no limit."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def too_long(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"took more than {seconds:g} seconds of CPU")

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
