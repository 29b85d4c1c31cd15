"""Errors that the user can fix: the message is one sentence that says what is wrong and what to do."""

from __future__ import annotations


class ServerMissing(RuntimeError):  # noqa: N818 - named for what happened, as the message says it
    """No Prefect server is configured, or it does not answer."""


class QuestionMissing(LookupError):  # noqa: N818
    """The dataset has no question with that id."""


class NotAllowed(ValueError):  # noqa: N818
    """A flow run names a source or a dataset that the settings of its deployment do not allow."""


class SettingsWrong(ValueError):  # noqa: N818
    """A setting that cannot be used: the message says what is wrong, where it is set, and what to do."""


class SchemaNewer(RuntimeError):  # noqa: N818
    """The dataset was written by a later version, whose schema this one does not know. The message is one sentence."""
