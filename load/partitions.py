"""The Hive partitions that every table is laid out in."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, unquote


class Partition(NamedTuple):
    """One parliament and session: the folder `parliament=…/session=…` of every table."""

    parliament: str
    session: str

    @property
    def folder(self) -> str:
        """The folder inside a table's folder, with `/`. Characters that a folder name cannot have are percent-encoded,
        which readers of Hive partitions decode."""
        return f"parliament={quote(self.parliament, safe='')}/session={quote(self.session, safe='')}"

    @classmethod
    def of_folder(cls, folder: str) -> Partition:
        """The partition of a folder `parliament=…/session=…`. Raises ValueError for any other name."""
        parliament, _, session = folder.partition("/")
        if not (parliament.startswith("parliament=") and session.startswith("session=")):
            raise ValueError(f"{folder} is not the folder of a partition.")
        return cls(unquote(parliament.removeprefix("parliament=")), unquote(session.removeprefix("session=")))
