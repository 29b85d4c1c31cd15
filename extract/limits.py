"""How much a file may ask of a run: every limit of the readers, with its default.

A file, a member or a row over a limit is a rejected document with a reason that names the limit; everything else of the
dump is read. The defaults are far above what dumps of written questions hold, and keep a run under a gigabyte.
"""

from __future__ import annotations

from dataclasses import dataclass, field

KIB, MIB, GIB = 2**10, 2**20, 2**30


def _limit(default: int, meaning: str) -> int:
    value: int = field(default=default, metadata={"meaning": meaning})
    return value


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one run. Each field's `meaning` is what docs/sources.md says of it."""

    file_bytes: int = _limit(8 * GIB, "the size of a file of the dump, in bytes")
    document_characters: int = _limit(10_000_000, "the length of one document, in characters")
    held_bytes: int = _limit(
        128 * MIB,
        "the size of what must be in memory as a whole, in bytes: a member of an archive, a PDF, an office file, a web "
        "page, a row of a table",
    )
    unpacked_bytes: int = _limit(8 * GIB, "what one file may unpack to, members of members included, in bytes")
    ratio: int = _limit(
        500, "how many times its own size a file or a member may unpack to; it counts from 16 MiB unpacked on"
    )
    members: int = _limit(200_000, "the members of one file, those of archives inside it included")
    nesting: int = _limit(4, "how deep archives and compressed files may lie inside each other")
    rows: int = _limit(10_000_000, "the rows of one table")
    columns: int = _limit(10_000, "the columns of one table")
    depth: int = _limit(100, "how deep JSON may be nested")
    pages: int = _limit(10_000, "the pages of a PDF")


DEFAULT = Limits()

RATIO_COUNTS_FROM = 16 * MIB
"""Below this size nobody asks how well something was packed."""


class OverLimit(ValueError):  # noqa: N818 - named for what happened, as the message says it
    """A file, a member or a row is over a limit. The message is a clause that names the limit."""


def bytes_as_text(count: int) -> str:
    """A number of bytes for people: `128 MiB`, `3 bytes`."""
    for unit, size in (("GiB", GIB), ("MiB", MIB), ("KiB", KIB)):
        if count >= size and count % size == 0:
            return f"{count // size:,} {unit}"
    return f"{count:,} bytes"
