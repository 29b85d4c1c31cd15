"""What holds for the members of every kind of archive."""

from __future__ import annotations

import re

# A path that does not stay in its archive.
# Matches: "/etc/passwd", "\\server", "C:\\a.txt", "../a.txt", "a/../../b.txt".
_LEADS_OUT = re.compile(r"[/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)")


def refusal_of_path(path: str) -> str | None:
    """Why a member with this path is refused, as a clause; None where its path is in order.

    Members are never unpacked to files, so that no path could do harm; but an archive with such a path was made to.
    """
    return "has a path that leads out of its archive" if _LEADS_OUT.match(path) else None
