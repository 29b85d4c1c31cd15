"""How a run ended, as an exit status and as words: for the command line, for Prefect and for the hooks."""

from __future__ import annotations

import errno
import os
import resource
from dataclasses import dataclass

DONE, FAILED, WRONG_USAGE, LOCKED, REFUSED, DUMP_GONE = range(6)

UNCHANGED = "Unless a release was published above, the latest release is unchanged."

ADVICE = {
    errno.ENOSPC: "Make room on that disk, then run again.",
    errno.EDQUOT: "Make room for this user on that disk, then run again.",
    errno.EMFILE: "This process may have {files} files open: raise the limit with `ulimit -n`, then run again.",
    errno.ENFILE: "The machine has too many files open: end what holds them, then run again.",
}
"""What to do about an error of the operating system."""

SOCKET_TOO_LONG = "AF_UNIX path too long"
"""What Python says where the path of a socket does not fit into the 108 bytes that the operating system has for it."""


@dataclass(frozen=True)
class Failure:
    """A run that failed."""

    status: int
    """The exit status."""
    message: str
    """What happened and what to do: one sentence first, more lines where there is a list."""
    is_expected: bool
    """A person can set it right: the message says all, and a traceback would add nothing."""

    @property
    def sentence(self) -> str:
        """The first line of the message."""
        return self.message.partition("\n")[0]


def failure_of(error: Exception) -> Failure:
    """What an exception means to the person who runs the command."""
    status = _status(error)
    if status is not None:
        return Failure(status, str(error), is_expected=True)
    if SOCKET_TOO_LONG in str(error):
        folder = os.environ.get("TMPDIR", "")
        return Failure(
            FAILED,
            f"The workers cannot start: the path of the folder for temporary files, {folder}, is too long for a "
            f"socket. Set TMPDIR to a shorter path, such as /tmp, then run again. {UNCHANGED}",
            is_expected=True,
        )
    if isinstance(error, OSError):
        return Failure(FAILED, _of_the_system(error), is_expected=True)
    what = ": ".join(filter(None, (type(error).__name__, _clause(error))))
    return Failure(
        FAILED,
        f"The command failed with {what}. {UNCHANGED}\nRun it again as `vraagbaak --debug …` and report the traceback.",
        is_expected=False,
    )


def _status(error: Exception) -> int | None:
    """The exit status of an exception whose message is for a person; None for any other."""
    from extract.sources import SourceMissing
    from flows.arrival import DumpGone
    from flows.errors import NotAllowed, QuestionMissing, SchemaNewer, ServerMissing, SettingsWrong
    from load.checks import ChecksFailed
    from load.decisions import DecisionDamaged
    from load.lock import DatasetLocked
    from load.manifest import ReleaseDamaged
    from load.releases import DatasetEmpty, ReleaseMissing

    statuses: tuple[tuple[type[Exception], int], ...] = (
        (SettingsWrong, WRONG_USAGE),
        (NotAllowed, WRONG_USAGE),
        (SourceMissing, WRONG_USAGE),
        (DumpGone, DUMP_GONE),
        (QuestionMissing, WRONG_USAGE),
        (DatasetEmpty, WRONG_USAGE),
        (DatasetLocked, LOCKED),
        (ChecksFailed, REFUSED),
        (ServerMissing, FAILED),
        (SchemaNewer, FAILED),
        (ReleaseMissing, FAILED),
        (ReleaseDamaged, FAILED),
        (DecisionDamaged, FAILED),
    )
    return next((status for kind, status in statuses if isinstance(error, kind)), None)


def _of_the_system(error: OSError) -> str:
    if error.filename is not None:
        what = f"{os.fsdecode(error.filename)} cannot be read or written: {_clause(error.strerror or error)}"
    elif error.errno in (errno.EMFILE, errno.ENFILE):
        what = f"No more files can be opened: {_clause(error.strerror or error)}"
    else:
        what = f"A file cannot be read or written: {_clause(error.strerror or error)}"
    advice = ADVICE.get(error.errno or 0, "").format(files=resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    return " ".join(filter(None, (f"{what}.", advice, UNCHANGED)))


def _clause(message: object) -> str:
    """A message without its full stop, to stand in a sentence that has one."""
    return str(message).rstrip().removesuffix(".")
