"""The samples of the Tweede Kamer in `data/tweede-kamer` against their annotations: piece by piece, row by row."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from corpus.annotations import ANNOTATIONS, Annotation, read_annotation
from corpus.laws import check
from records import ParsedDocument

FOLDER = Path(__file__).parents[1] / "data" / "tweede-kamer"
ALL = [read_annotation(path) for path in sorted((ANNOTATIONS / "tweede-kamer").glob("*.gold.txt"))]
each_sample = pytest.mark.parametrize("sample", ALL, ids=lambda one: one.name)
each_question = pytest.mark.parametrize(
    "sample", [one for one in ALL if not one.is_rejected], ids=lambda one: one.name
)  # fmt: skip


def text_of(sample: Annotation) -> str:
    return (FOLDER / sample.source).read_text(encoding="utf-8")


def parsed(sample: Annotation) -> ParsedDocument:
    """The parse of a sample, the laws held."""
    return check(text_of(sample))


def plain(value: object) -> object:
    """A value as the annotations write it."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def test_every_sample_is_annotated() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.txt")) == sorted(one.source for one in ALL)


@each_sample
def test_an_annotation_without_its_marks_is_its_file(sample: Annotation) -> None:
    assert sample.text == text_of(sample)


@each_sample
def test_what_is_no_written_question_is_rejected(sample: Annotation) -> None:
    assert parsed(sample).reason == sample.fields.get("reason")


@each_question
def test_every_character_lies_in_its_piece(sample: Annotation) -> None:
    text = text_of(sample)
    wanted = [(one.kind, one.label, char) for one in sample.stretches for char in one.text if not char.isspace()]
    found = [
        (one.kind, one.label, char)
        for one in parsed(sample).segments
        for char in text[one.char_start : one.char_end]
        if not char.isspace()
    ]
    assert found == wanted


@each_question
def test_the_header_is_read(sample: Annotation) -> None:
    found = parsed(sample)
    assert found.question is not None
    told = {**asdict(found.question), "parliament": found.parliament, "session": found.session}
    wanted = sample.fields["question"]
    assert {key: plain(told[key]) for key in wanted} == wanted
    assert [[one.name, one.number] for one in found.addressees] == sample.fields["addressees"]
    assert found.question.preamble == sample.fields["preamble"]


@each_question
def test_the_answer_is_read(sample: Annotation) -> None:
    answer, wanted = parsed(sample).answer, sample.fields["answer"]
    assert (answer is None) == (wanted is None)
    if answer is not None:
        told = asdict(answer)
        assert {key: plain(told[key]) for key in wanted} == wanted


@each_question
def test_every_question_meets_its_answer(sample: Annotation) -> None:
    found = [
        {"label": one.label, "alignment": one.alignment, "question": one.question, "answer": one.answer}
        for one in parsed(sample).pairs
    ]
    assert found == sample.fields["pairs"]


@each_question
def test_every_reference_is_a_row(sample: Annotation) -> None:
    rows = [
        {key: plain(value) for key, value in asdict(one).items() if value is not None and not key.startswith("char_")}
        for one in parsed(sample).references
    ]
    assert rows == sample.fields["references"]
