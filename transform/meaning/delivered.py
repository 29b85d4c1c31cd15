"""What was delivered beside a text and the text does not print: the date of the answer, a party, an address.

A delivered field fills the column of its own name where the text left it empty. Where both say something, the text
stands, and a warning tells that they differ. Keys and partitions come from the text alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from records import ParsedDocument, PlacedWarning, SegmentKind
from transform import warnings
from transform.dutch.dates import parse_date
from transform.dutch.names import squashed


def _text(value: object) -> str | None:
    return " ".join(str(value).split()) or None


def _number(value: object) -> int | None:
    text = str(value).strip()
    return int(text) if text.isdecimal() and len(text) <= 9 else None


def _date(value: object) -> date | None:
    """A date as the text writes them, or the day of a moment (`2021-03-04T00:00:00`)."""
    text = str(value).strip()
    return parse_date(text) or parse_date(text[:10])


FILLABLE: dict[str, Callable[[object], Any]] = {
    "legislature": _text,
    "number": _number,
    "asked_on": _date,
    "asker": _text,
    "asker_party": _text,
    "addressee": _text,
    "addressee_role": _text,
    "theme": _text,
    "subject": _text,
    "source_url": _text,
    "answered_on": _date,
}
"""The columns that a delivered field can fill, and how each is read. `answered_on` is one of `answers`."""


def filled(parsed: ParsedDocument, delivered_fields: str | None) -> ParsedDocument:
    """The document with the columns that were delivered beside it; `delivered_fields` is a JSON object."""
    if delivered_fields is None or parsed.question is None:
        return parsed
    fields = json.loads(delivered_fields)
    question, answer, codes = parsed.question, parsed.answer, dict.fromkeys(parsed.question.warnings)
    found: list[str] = []
    for name in FILLABLE.keys() & fields.keys():
        if fields[name] in (None, "") or (name == "answered_on" and answer is None):
            continue
        value = FILLABLE[name](fields[name])
        printed = getattr(answer if name == "answered_on" else question, name)
        if value is None:
            found.append(warnings.DELIVERED_NOT_UNDERSTOOD)
        elif printed is None and name == "answered_on" and answer is not None:
            answer = replace(answer, answered_on=value)
        elif printed is None:
            question = replace(question, **{name: value})
        elif not _same(printed, value):
            found.append(warnings.DELIVERED_DIFFERS)
    added = [code for code in warnings.WARNINGS if code in found and code not in codes]
    question = replace(question, warnings=(*question.warnings, *added))
    place = _place(parsed)
    placed = (*parsed.warnings, *(PlacedWarning(code, *place) for code in added))
    return replace(parsed, question=question, answer=answer, warnings=placed)


def _same(printed: object, value: object) -> bool:
    if isinstance(printed, str) and isinstance(value, str):
        return squashed(printed).casefold() == squashed(value).casefold()
    return printed == value


def _place(parsed: ParsedDocument) -> tuple[int, int]:
    """The heading, which prints what the fields say too; where it is lost, the first segment."""
    headings = [one for one in parsed.segments if one.kind == SegmentKind.QUESTION_HEADER]
    first = (headings or list(parsed.segments))[0]
    return first.char_start, first.char_end
