"""Unfolding: the lines of the heads, cut where the title begins and ends in mid-line, and where a citation does."""

from __future__ import annotations

from collections.abc import Sequence

from transform.layouts.tweede_kamer.heads import Span, find_answer, find_letter, find_question
from transform.layouts.tweede_kamer.words import BEGINNINGS
from transform.lines.boundaries import cut
from transform.lines.lines import Line

# So many lines of a document are looked at for what it begins with.
LOOKED_AT = 60


def may_read(lines: Sequence[Line]) -> bool:
    """Whether one of a document's first lines is one that documents of this parliament begin with."""
    return any(line.text.lstrip("#* ").startswith(BEGINNINGS) for line in lines[:LOOKED_AT])


def unfold(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of the heads cut where the title begins and ends, and where a header cites another document."""
    if not may_read(lines):
        return list(lines)
    spans: list[Span] = []
    question = find_question(lines)
    since = question.after if question else 0
    answer = find_answer(lines, since)
    if question is not None:
        spans.append(question.title)
    if answer is not None:
        spans += [answer.see_also] if answer.see_also else []
    elif question is None and (letter := find_letter(lines)):
        spans.append((letter.title[0], letter.title_end))
    if not spans:
        return list(lines)
    found: list[Line] = []
    for line in lines:
        places = {place - line.start for span in spans for place in span if line.start < place < line.end}
        found += cut(line, set(), places) if places else [line]
    return found
