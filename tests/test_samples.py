"""The sample documents in `data/raw` against their annotations: piece by piece and column by column."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import date
from functools import cache
from typing import Any

import pytest

from corpus.annotations import Annotation, all_annotations, is_printed_label, source_path, squash
from extract.decoding import decode
from extract.splitting import split
from records import ParsedDocument, RawDocument
from tests.characters import told
from transform.parse import document_starts, parse_document

ALL = all_annotations()
ACCEPTED = [one for one in ALL if not one.is_rejected]
REJECTED = [one for one in ALL if one.is_rejected]
SOURCES = sorted({one.source for one in ALL})

each_document = pytest.mark.parametrize("sample", ACCEPTED, ids=lambda one: one.name)


@cache
def documents_of(source: str) -> tuple[RawDocument, ...]:
    """The raw documents in one sample file, as the pipeline would hand them to the parser."""
    decoded = decode(source_path(source).read_bytes())
    texts = split(decoded.text, document_starts(decoded.text))
    return tuple(RawDocument(source, at, "", decoded.encoding, text) for at, text in enumerate(texts))


def raw_of(sample: Annotation) -> RawDocument:
    found = documents_of(sample.source)
    assert len(found) > sample.position, f"{sample.source} was split into {len(found)} documents only"
    return found[sample.position]


@cache
def parsed_by_name(name: str) -> ParsedDocument:
    return parse_document(raw_of(next(one for one in ALL if one.name == name)))


def parsed(sample: Annotation) -> ParsedDocument:
    document = parsed_by_name(sample.name)
    assert document.question is not None, f"rejected: {document.reason}"
    return document


def plain(value: object) -> object:
    """A value as the annotations write it: dates as text, tuples as lists."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def one_spaced(text: object) -> object:
    return " ".join(text.split()) if isinstance(text, str) else text


# ---------------------------------------------------------------------------------------------- the annotations


@pytest.mark.parametrize("source", SOURCES)
def test_an_annotation_without_its_marks_is_its_file(source: str) -> None:
    """All documents of a file, in order, are its decoded text; only line ends may differ."""
    text = decode(source_path(source).read_bytes()).text.replace("\r\n", "\n")
    annotated = sorted((one for one in ALL if one.source == source), key=lambda one: one.position)
    assert "".join(one.text for one in annotated) == text


def test_every_sample_is_annotated() -> None:
    folder = source_path(SOURCES[0]).parents[1]
    assert sorted(path.name for path in folder.rglob("*.txt")) == SOURCES


@each_document
def test_an_annotation_agrees_with_itself(sample: Annotation) -> None:
    """Its pairs name the marked sub-questions in order, and its parts are marked parts of the answer."""
    asked = [label for _, label in sample.pieces("sub_question")]
    parts = {label or "" for _, label in sample.pieces("answer_intro", "answer_part")}
    assert [pair["label"] for pair in sample.fields["pairs"]] == asked
    assert {part for pair in sample.fields["pairs"] for part in pair["parts"]} <= parts
    notes = {row["marker"] for row in sample.fields["references"] if row["kind"] == "footnote"}
    assert notes == {label for _, label in sample.pieces("footnote")}


# ---------------------------------------------------------------------------------------------- pieces


@each_document
def test_a_file_is_split_where_its_documents_begin(sample: Annotation) -> None:
    assert squash(raw_of(sample).raw_text) == squash(sample.text)


@each_document
def test_every_character_lies_in_its_piece(sample: Annotation) -> None:
    """Each non-blank character is in exactly one segment, of the right kind and with the right label."""
    raw = raw_of(sample).raw_text
    want = [(one.kind, one.label, char) for one in sample.stretches for char in one.text if not char.isspace()]
    segments = parsed(sample).segments
    got = [
        (one.kind, one.label, char)
        for one in segments
        for char in raw[one.char_start : one.char_end]
        if not char.isspace()
    ]
    for at, (wanted, found) in enumerate(zip(want, got, strict=False)):
        around = "".join(char for _, _, char in want[max(0, at - 30) : at + 30])
        assert found == wanted, f"at non-blank character {at}, in {around!r}"
    assert len(got) == len(want), "characters are missing from the segments, or stand in two of them"


@each_document
def test_segments_rise_and_do_not_overlap(sample: Annotation) -> None:
    ends = 0
    for one in parsed(sample).segments:
        assert ends <= one.char_start < one.char_end
        ends = one.char_end


# ---------------------------------------------------------------------------------------------- columns


@each_document
def test_the_header_is_read(sample: Annotation) -> None:
    """Who asks whom, when, under which number, in which session; and what became of it."""
    document = parsed(sample)
    assert document.question is not None
    got = {**asdict(document.question), "parliament": document.parliament, "session": document.session}
    want = sample.fields["question"]
    assert {key: one_spaced(plain(got[key])) for key in want} == {key: one_spaced(want[key]) for key in want}


@each_document
def test_every_addressee_is_known(sample: Annotation) -> None:
    assert [[one.name, one.number] for one in parsed(sample).addressees] == sample.fields["addressees"]


@each_document
def test_the_preamble_is_a_text(sample: Annotation) -> None:
    question = parsed(sample).question
    assert question is not None
    wanted = sample.texts.get("preamble")
    if wanted is not None:
        assert question.preamble == wanted
    else:
        assert squash(question.preamble) == squash("".join(sample.pieces("preamble").values()))


def check_text(sample: Annotation, texts: dict[str, str], label: str | None, got: str, piece: str) -> None:
    """`got` is to the character what the annotation says; without such a text, it has the piece's characters."""
    wanted = texts.get(label or "")
    if wanted is not None:
        assert got == wanted, f"label {label}"
        return
    whole = squash(sample.without_markers(piece))
    assert whole.endswith(squash(got)), f"label {label}: {got!r}"
    printed = sample.without_markers(piece).strip()[: 24 if label else 0]
    before = whole.removesuffix(squash(got))
    assert (before == "") if label is None else squash(printed).startswith(before), f"label {label}: {got!r}"
    assert label is None or is_printed_label(before, label), f"label {label}: {before!r} stands before the text"


@each_document
def test_every_sub_question_is_a_row(sample: Annotation) -> None:
    """Label, parent, depth and text, in reading order."""
    document = parsed(sample)
    pieces = sample.pieces("sub_question")
    assert [one.label for one in document.sub_questions] == [label for _, label in pieces]
    for one, ((_, label), piece) in zip(document.sub_questions, pieces.items(), strict=True):
        assert one.parent_label == (label.rpartition(".")[0] or None if label else None)
        assert one.depth == (label.count(".") + 1 if label else 1)
        check_text(sample, sample.texts["sub_questions"], label, one.text, piece)


@each_document
def test_every_part_of_the_answer_is_a_row(sample: Annotation) -> None:
    """Labels, text, and the places of the sub-questions that the part names."""
    document = parsed(sample)
    pieces = sample.pieces("answer_intro", "answer_part")
    assert [",".join(one.labels) for one in document.answer_parts] == [label or "" for _, label in pieces]
    asked = [one.label for one in document.sub_questions]
    for one, ((_, label), piece) in zip(document.answer_parts, pieces.items(), strict=True):
        check_text(sample, sample.texts["answer_parts"], label, one.text, piece)
        assert one.sub_question_positions == tuple(asked.index(name) + 1 for name in one.labels if name in asked)


@each_document
def test_every_sub_question_meets_its_answer(sample: Annotation) -> None:
    """The alignment, and the parts of the answer that make up the text; labels of parts may stand between them."""
    document = parsed(sample)
    pairs = document.pairs
    assert [(one.label, one.alignment) for one in pairs] == [
        (one["label"], one["alignment"]) for one in sample.fields["pairs"]
    ]
    parts = {",".join(one.labels): one.text for one in document.answer_parts}
    for pair, sub_question, wanted in zip(pairs, document.sub_questions, sample.fields["pairs"], strict=True):
        assert pair.question == sub_question.text
        if not wanted["parts"]:
            assert pair.answer is None
            continue
        labels = r"[\w.,°()/ ]{0,20}?"
        texts = labels.join(re.escape(squash(parts[label])) for label in wanted["parts"])
        assert re.fullmatch(labels + texts, squash(pair.answer)), f"{pair.label}: {pair.answer!r}"


@each_document
def test_the_answer_is_a_row(sample: Annotation) -> None:
    """Who answers, whether it refers to another minister's answer, its intro and its annex."""
    answer, wanted = parsed(sample).answer, sample.fields["answer"]
    if wanted is None:
        assert answer is None
        return
    assert answer is not None
    got = asdict(answer)
    assert {key: plain(got[key]) for key in wanted} == wanted
    parts = sample.pieces("answer_intro", "answer_part")
    labelled = any(kind == "answer_part" for kind, _ in parts)
    assert answer.intro == (sample.texts["answer_parts"].get("") if labelled else None)
    printed = sample.without_markers("".join(parts.values()))
    assert squash(answer.text) == squash(told(printed)), "the text is the whole answer, with its labels"


@each_document
def test_every_reference_is_a_row(sample: Annotation) -> None:
    """Each wanted row is there with the wanted values, and there is no other."""
    rest = [{key: plain(value) for key, value in asdict(one).items()} for one in parsed(sample).references]
    missing: list[dict[str, Any]] = []
    for row in sample.fields["references"]:
        wanted = dict(row)
        if row["kind"] == "footnote":
            wanted["text"] = sample.texts["footnotes"][row["marker"]]
        match = next((one for one in rest if all(one[key] == value for key, value in wanted.items())), None)
        if match is None:
            missing.append(wanted)
        else:
            rest.remove(match)
    unwanted = [{key: value for key, value in one.items() if value is not None} for one in rest]
    assert not missing, f"missing: {missing}; instead: {unwanted}"
    assert not unwanted, f"unwanted: {unwanted}"


@each_document
def test_offsets_lead_back_to_the_raw_text(sample: Annotation) -> None:
    """What stands between the offsets of a citation or a sub-question is its text, as it is printed."""
    raw = raw_of(sample).raw_text
    document = parsed(sample)
    for reference in document.references:
        printed = squash(told(raw[reference.char_start : reference.char_end]))
        assert printed.endswith(squash(reference.text)), reference
        assert reference.kind == "footnote" or printed == squash(reference.text), reference
    for sub_question in document.sub_questions:
        printed = squash(told(sample.without_markers(raw[sub_question.char_start : sub_question.char_end])))
        assert printed.endswith(squash(sub_question.text)), sub_question


@each_document
def test_wraps_hyphens_and_page_breaks_are_undone(sample: Annotation) -> None:
    document = parsed(sample)
    assert document.question is not None
    columns = [document.question.preamble or "", *(one.text for one in document.sub_questions)]
    columns += [*(one.text for one in document.answer_parts), *(one.text for one in document.references)]
    absent = [words for words in sample.fields["must_contain"] if not any(words in text for text in columns)]
    assert absent == []


@pytest.mark.parametrize("sample", REJECTED, ids=lambda one: one.name)
def test_what_is_no_written_question_is_rejected_with_a_reason(sample: Annotation) -> None:
    document = parsed_by_name(sample.name)
    assert document.question is None
    assert document.reason
    raw = raw_of(sample).raw_text
    kept = "".join(raw[one.char_start : one.char_end] for one in document.segments)
    assert squash(kept) == squash(sample.text), "nothing is lost, not even here"
