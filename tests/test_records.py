"""The shared records: the vocabularies are strings wherever they go, and a rejection is made in one way."""

from __future__ import annotations

import json
import pickle
import re
from enum import StrEnum
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from load.tables import TABLES
from records import (
    UNKNOWN,
    Alignment,
    DocumentStatus,
    ParsedDocument,
    QuestionStatus,
    RawDocument,
    ReferenceKind,
    Section,
    Segment,
    SegmentKind,
)

DOCS = Path(__file__).parents[1] / "docs"
VOCABULARIES = (QuestionStatus, DocumentStatus, Alignment, SegmentKind, ReferenceKind, Section)
EVERY_VOCABULARY = pytest.mark.parametrize("vocabulary", VOCABULARIES)

COLUMNS: dict[tuple[str, str], list[str]] = {
    ("questions", "status"): list(QuestionStatus),
    ("answers", "status"): [status for status in QuestionStatus if status != QuestionStatus.UNANSWERED],
    ("documents", "status"): list(DocumentStatus),
    ("pairs", "status"): list(QuestionStatus),
    ("pairs", "reply"): list(QuestionStatus),
    ("pairs", "alignment"): list(Alignment),
    ("segments", "kind"): list(SegmentKind),
    ("references", "kind"): list(ReferenceKind),
    ("references", "section"): list(Section),
}
"""The columns with a closed vocabulary, and their values."""


def test_the_vocabularies_are_those_that_the_tables_declare() -> None:
    declared = {
        (table.name, column.name): list(column.values)
        for table in TABLES.values()
        for column in table.columns
        if column.values
    }
    assert declared == COLUMNS


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_the_data_dictionary_lists_them(table: str, column: str) -> None:
    page = (DOCS / "data-dictionary.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## {table}\n")[2].partition("\n## ")[0]
    (meaning,) = re.findall(rf"^\| `{column}` \| string \| (.*) \|$", section, re.MULTILINE)
    listed = re.findall(r"`(\w+)`", meaning.rpartition("One of ")[2])
    assert listed == COLUMNS[table, column]


def test_the_page_for_analysts_explains_every_alignment() -> None:
    page = (DOCS / "tables.md").read_text(encoding="utf-8")
    paragraph = page.partition("\n`alignment` says ")[2].partition("\n\n")[0]
    assert set(re.findall(r"`(\w+)`", paragraph)) == set(Alignment)


@EVERY_VOCABULARY
def test_a_member_is_named_like_its_value(vocabulary: type[StrEnum]) -> None:
    assert [member.name.lower() for member in vocabulary] == [member.value for member in vocabulary]


@EVERY_VOCABULARY
def test_a_member_is_written_compared_and_sorted_like_its_value(vocabulary: type[StrEnum]) -> None:
    values = [member.value for member in vocabulary]
    assert list(vocabulary) == values
    assert [f"{member}" for member in vocabulary] == [str(member) for member in vocabulary] == values
    assert sorted(vocabulary) == sorted(values)
    assert dict.fromkeys(vocabulary, 1) == dict.fromkeys(values, 1)
    assert json.loads(json.dumps({member: member for member in vocabulary})) == dict(zip(values, values, strict=True))


@EVERY_VOCABULARY
def test_a_member_is_the_same_in_another_process(vocabulary: type[StrEnum]) -> None:
    for member in vocabulary:
        assert pickle.loads(pickle.dumps(member)) is member


@EVERY_VOCABULARY
def test_arrow_holds_plain_strings(vocabulary: type[StrEnum]) -> None:
    values = [member.value for member in vocabulary]
    array = pa.array(list(vocabulary), pa.string())
    assert array.equals(pa.array(values, pa.string()))
    assert {type(value) for value in array.to_pylist()} == {str}
    assert pc.is_in(pa.array(values), value_set=array).to_pylist() == [True] * len(values)


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        pytest.param("geen vraag", (Segment("preamble", None, 0, 10),), id="all of the text"),
        pytest.param("\n  geen vraag\f\n", (Segment("preamble", None, 3, 13),), id="without the white space around it"),
        pytest.param(" \n", (), id="a blank text has no segment"),
        pytest.param("", (), id="nor has an empty one"),
    ],
)
def test_a_rejected_document_has_a_reason_and_keeps_its_text(text: str, segments: tuple[Segment, ...]) -> None:
    raw = RawDocument("brief.txt", 0, "10-1", "utf-8", text)
    rejected = ParsedDocument.rejected(raw, "no written question")
    assert (rejected.document_id, rejected.reason, rejected.question) == (raw.document_id, "no written question", None)
    assert (rejected.parliament, rejected.session, rejected.layout) == (UNKNOWN, UNKNOWN, None)
    assert rejected.segments == segments
