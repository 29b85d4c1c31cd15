"""The subject of a question, which stands in the middle of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from transform.layouts.tweede_kamer.heads import Span
from transform.lines.lines import Line


def title_lines(lines: Sequence[Line], title: Span) -> list[int]:
    """The indices of the lines that hold the title, which `unfolding` has cut out."""
    return [index for index, line in enumerate(lines) if title[0] <= line.start and line.end <= title[1]]


def subject_of(lines: Sequence[Line]) -> str | None:
    """The subject on one line, without a full stop behind it; a hyphen at a line end joins. None for no lines."""
    text = ""
    for line in lines:
        text += "" if text.endswith("-") and line.text[0].islower() else " " if text else ""
        text += line.text.strip("_*")
    return " ".join(text.split()).removesuffix(".").strip() or None
