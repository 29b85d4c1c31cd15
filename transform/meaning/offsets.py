"""Laying a document back on its raw text: everything before counts the clean characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from records import AnswerPart, ParsedDocument, PlacedWarning, Reference, Segment, SubQuestion
from transform.lines.characters import Characters

Placed = TypeVar("Placed", Segment, SubQuestion, AnswerPart, Reference, PlacedWarning)


def laid_back(document: ParsedDocument, characters: Characters) -> ParsedDocument:
    """The document with the offsets of its raw text, where those of its clean `characters` stand now."""

    def all_of(records: Iterable[Placed]) -> tuple[Placed, ...]:
        return tuple(_placed(one, characters) for one in records)

    return replace(
        document,
        segments=all_of(document.segments),
        sub_questions=all_of(document.sub_questions),
        answer_parts=all_of(document.answer_parts),
        references=all_of(document.references),
        warnings=all_of(document.warnings),
    )


def _placed(record: Placed, characters: Characters) -> Placed:
    if record.char_end <= record.char_start:
        return record
    start, end = characters.raw(record.char_start, record.char_end)
    return replace(record, char_start=start, char_end=end)
