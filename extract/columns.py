"""Tables as deliveries: which column holds the texts, and what becomes of the others."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from extract.content import Asked, NotRead

TEXT_COLUMNS = (
    "text",
    "raw_text",
    "full_text",
    "content",
    "body",
    "document",
    "tekst",
    "volledige_tekst",
    "inhoud",
)
"""The names of a column of texts, the first that a table has; capitals, blanks and hyphens in them do not matter."""

_NAMED = 12
"""How many columns a reason names."""

# Half a character, which cannot be written. Matches: "\ud83d".
_SURROGATE = re.compile("[\ud800-\udfff]")


def text_column(names: Sequence[str], asked: Asked) -> int:
    """The index of the column of texts. Raises NotRead with the columns that there are."""
    if asked.text_column is not None:
        if asked.text_column in names:
            return names.index(asked.text_column)
        raise NotRead(f"has no column {asked.text_column}: its columns are {_listed(names)}")
    plain = [re.sub(r"[\s-]+", "_", name.strip().lower()) for name in names]
    for candidate in TEXT_COLUMNS:
        if candidate in plain:
            return plain.index(candidate)
    raise NotRead(f"has no column of texts among {_listed(names)}: name it with --text-column")


def has_text_column(names: Sequence[str], asked: Asked) -> bool:
    """Whether there is one."""
    try:
        text_column(names, asked)
    except NotRead:
        return False
    return True


def delivered_fields(values: Mapping[str, Any], asked: Asked) -> str | None:
    """What was delivered beside a text, as a JSON object: every column that has a value. A column that is mapped bears
    the name that it is mapped to. None where there is nothing."""
    names = dict(asked.mapping)
    filled = {names.get(name, name): _plain(value) for name, value in values.items() if value not in (None, "")}
    return clean(json.dumps(filled, ensure_ascii=False)) if filled else None


def clean(text: str) -> str:
    """A text without half characters, which JSON can hold and no file: U+FFFD stands for each."""
    return _SURROGATE.sub("\ufffd", text)


def _plain(value: Any) -> Any:
    """A value as JSON has it: dates in ISO form, bytes as hexadecimal digits, no number that is none."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(clean(name)[:50] for name in names[:_NAMED]) + more
