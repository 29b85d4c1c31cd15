"""The subject of a question, which stands in the middle of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from transform.layouts.tweede_kamer.heads import Span
from transform.layouts.tweede_kamer.sentence import on_one_line
from transform.lines.lines import Line


def title_lines(lines: Sequence[Line], title: Span) -> list[int]:
    """The indices of the lines that hold the title, which `unfolding` has cut out."""
    return [index for index, line in enumerate(lines) if title[0] <= line.start and line.end <= title[1]]


def subject_of(lines: Sequence[Line]) -> str | None:
    """The subject on one line, without a full stop behind it; None for no lines."""
    text = on_one_line(" ".join(line.text.strip("_*") for line in lines))
    return text.removesuffix(".").strip() or None
