"""What holds for the parse of any text at all, and what two dumps of one document have in common."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from records import AnswerPart, ParsedDocument, RawDocument, SubQuestion
from transform.parse import document_starts, parse_document
from transform.warnings import WARNINGS

KINDS = set(
    "question_header title preamble sub_question footnote notice answer_header answer_intro answer_part annex "
    "furniture".split()
)
OF_THE_DUMP = {"char_start", "char_end", "document_id", "segments", "warnings"}
"""Columns that say where a row stands in its dump."""


def check_segments(text: str, parsed: ParsedDocument) -> None:
    """The segments stand in order, overlap nowhere, and cover every non-blank character."""
    end = 0
    covered = ""
    for one in parsed.segments:
        assert end <= one.char_start < one.char_end <= len(text)
        assert not text[end : one.char_start].strip(), "characters lie in no segment"
        covered += text[one.char_start : one.char_end]
        end = one.char_end
    assert not text[end:].strip(), "characters lie in no segment"
    assert "".join(covered.split()) == "".join(text.split())


def check(text: str) -> ParsedDocument:
    """Everything that must hold for the parse of any text."""
    parsed = parse_document(RawDocument("proef.txt", 0, "", "utf-8", text))
    check_segments(text, parsed)
    assert (parsed.question is None) == (parsed.reason is not None)
    assert {one.kind for one in parsed.segments} <= KINDS
    _check_rows(text, parsed)
    _check_pairs(parsed)
    for warning in parsed.warnings:
        assert warning.code in WARNINGS
        assert 0 <= warning.char_start <= warning.char_end <= len(text)
    if parsed.question is not None:
        assert (parsed.answer is None) == (parsed.question.status == "unanswered")
        assert set(parsed.question.warnings) == {one.code for one in parsed.warnings}
    starts = document_starts(text)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert starts[-1] < max(len(text), 1)
    return parsed


def _check_rows(text: str, parsed: ParsedDocument) -> None:
    labels = [one.label for one in parsed.sub_questions]
    assert len(labels) == len(set(labels)), "two sub-questions bear the same label"
    assert None not in labels or labels == [None]
    rows: list[SubQuestion | AnswerPart] = [*parsed.sub_questions, *parsed.answer_parts]
    for one in rows:
        assert 0 <= one.char_start < one.char_end <= len(text)
        assert one.text == one.text.strip()
        assert "\r" not in one.text
        assert "\n\n" not in one.text
    for part in parsed.answer_parts:
        assert all(1 <= position <= len(labels) for position in part.sub_question_positions)
        # A question may bear several labels itself; a part that answers one of them answers it.
        for position in part.sub_question_positions:
            assert set(str(labels[position - 1]).split(",")) & set(part.labels)
    for reference in parsed.references:
        assert 0 <= reference.char_start < reference.char_end <= len(text)


def _check_pairs(parsed: ParsedDocument) -> None:
    assert [one.sub_question_position for one in parsed.pairs] == list(range(1, len(parsed.sub_questions) + 1))
    for pair in parsed.pairs:
        assert (pair.answer is None) == (pair.alignment == "none")


def told_by(parsed: ParsedDocument) -> dict[str, Any]:
    """All that a document says, without offsets and without what depends on its hash."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(one) for key, one in value.items() if key not in OF_THE_DUMP}
        if isinstance(value, tuple | list):
            return [plain(one) for one in value]
        return value.replace(parsed.document_id[:12], "…") if isinstance(value, str) else value

    told: dict[str, Any] = plain(asdict(parsed))
    told["pieces"] = [(one.kind, one.label) for one in parsed.segments]
    told["warnings"] = [one.code for one in parsed.warnings]
    return told
