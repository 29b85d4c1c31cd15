"""What docs/sources.md says of kinds, encodings, limits and reasons: generated from the code, and held by a test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from extract.columns import TEXT_COLUMNS
from extract.decoding import ENCODINGS
from extract.kinds import KINDS
from extract.limits import Limits, bytes_as_text
from extract.metadata import FILE_COLUMNS
from extract.mojibake import SUFFIX
from extract.opening import CHANGED, LEADS_OUT, NOT_REGULAR
from extract.readers.unread import REASONS

REMEDIES = {
    NOT_REGULAR: "A device, a pipe or a socket: take it out of the dump.",
    LEADS_OUT: "If what it leads to belongs to the dump, name that folder as a SOURCE too, or give `--follow-links`.",
    CHANGED: "Nothing: the next run reads it again. Dumps are best written under another name, and renamed when whole.",
    **dict.fromkeys(REASONS.values(), "Save it in one of the kinds that are read."),
}
"""What to do about a reason."""


def tables() -> dict[str, str]:
    """The tables of the page, by name."""
    return {
        "kinds": _table(
            ("kind", "endings", "what is read"),
            ((kind.name, ", ".join(f"`{one}`" for one in kind.suffixes), kind.meaning) for kind in KINDS),
        ),
        "encodings": _table(
            ("`encoding`", "meaning"),
            (
                *((f"`{name}`" if name else "(empty)", meaning) for name, meaning in ENCODINGS.items()),
                (f"… `{SUFFIX}`", "the same, and mojibake was repaired in it"),
            ),
        ),
        "limits": _table(("limit", "default", "of what"), (_limit(one.name) for one in fields(Limits))),
        "columns": _table(
            ("column", "names, the first that a table has"),
            (
                ("of texts", ", ".join(f"`{name}`" for name in TEXT_COLUMNS)),
                ("of files, in `metadata.csv`", ", ".join(f"`{name}`" for name in FILE_COLUMNS)),
            ),
        ),
        "reasons": _table(("reason", "what to do"), REMEDIES.items()),
    }


def _limit(name: str) -> tuple[str, str, str]:
    one = next(one for one in fields(Limits) if one.name == name)
    value = getattr(Limits(), name)
    written = bytes_as_text(value) if name.endswith("_bytes") else f"{value:,}"
    return f"`{name}`", written, one.metadata["meaning"]


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
