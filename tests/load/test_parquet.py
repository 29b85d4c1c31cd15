"""Files are named by their content, the same for the same rows, and light to open."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from load.parquet import ROWS_PER_GROUP, encode
from load.staging import arrow_table
from load.tables import DELIVERIES, PAIRS, SUB_QUESTIONS
from records import Alignment, QuestionStatus, ReferenceKind, Section, SegmentKind
from tests.load.made import document, published

LONG = "Waarom? " * 1000


def sub_questions(count: int, text: str = "Hoeveel?") -> pa.Table:
    rows = [(f"vlaams-parlement/2019-2020/x/{n:06}", 1, None, None, 1, text, 0, 5) for n in range(count)]
    return arrow_table(rows, SUB_QUESTIONS.schema)


def opened(rows: pa.Table) -> pq.ParquetFile:
    return pq.ParquetFile(pa.BufferReader(encode(SUB_QUESTIONS, rows).content))


def test_equal_rows_make_an_equal_file() -> None:
    assert encode(SUB_QUESTIONS, sub_questions(50)).sha256 == encode(SUB_QUESTIONS, sub_questions(50)).sha256


def test_rows_in_many_chunks_make_the_same_file() -> None:
    rows = sub_questions(50)
    chunks = pa.concat_tables([rows.slice(0, 7), rows.slice(7, 30), rows.slice(37)])
    assert encode(SUB_QUESTIONS, chunks).sha256 == encode(SUB_QUESTIONS, rows).sha256


def test_other_rows_make_another_name() -> None:
    assert encode(SUB_QUESTIONS, sub_questions(50)).name != encode(SUB_QUESTIONS, sub_questions(51)).name


def test_a_text_that_is_the_same_in_many_rows_is_stored_once() -> None:
    row = dict.fromkeys(PAIRS.names) | {"question_id": "v/2019-2020/x/1", "question": "", "alignment": "none"}
    row |= {"status": "answered", "reply": "answered", "is_leaf": True, "preamble": LONG}
    rows = [tuple((row | {"sub_question_position": at}).values()) for at in range(1, 51)]
    file = pq.ParquetFile(pa.BufferReader(encode(PAIRS, arrow_table(rows, PAIRS.schema)).content))
    chunk = file.metadata.row_group(0).column(PAIRS.names.index("preamble"))
    assert chunk.has_dictionary_page
    assert len(LONG) < chunk.total_uncompressed_size < 2 * len(LONG)
    assert not chunk.is_stats_set


def test_a_file_is_named_by_its_content(full: Path) -> None:
    files = list((full / "latest" / "pairs").rglob("*.parquet"))
    assert files
    for file in files:
        assert file.name == f"{hashlib.sha256(file.read_bytes()).hexdigest()[:16]}.parquet"


def test_publishing_the_same_rows_again_makes_the_same_files(tmp_path: Path) -> None:
    names = [
        sorted(file.name for file in published(tmp_path / name, [document(1), document(2)]).path.rglob("*.parquet"))
        for name in ("one", "two")
    ]
    assert names[0] == names[1]


def test_members_of_a_vocabulary_are_published_as_plain_strings(tmp_path: Path) -> None:
    raw, parsed = document(1)
    assert parsed.question is not None
    assert parsed.answer is not None
    with_members = replace(
        parsed,
        question=replace(parsed.question, status=QuestionStatus(parsed.question.status)),
        answer=replace(parsed.answer, status=QuestionStatus(parsed.answer.status)),
        pairs=tuple(replace(pair, alignment=Alignment(pair.alignment)) for pair in parsed.pairs),
        segments=tuple(replace(segment, kind=SegmentKind(segment.kind)) for segment in parsed.segments),
        references=tuple(
            replace(one, kind=ReferenceKind(one.kind), section=Section(one.section)) for one in parsed.references
        ),
    )
    names = [
        sorted(file.name for file in published(tmp_path / name, [(raw, made)]).path.rglob("*.parquet"))
        for name, made in (("plain", parsed), ("members", with_members))
    ]
    assert names[0] == names[1], "a file is named by its content"


def test_texts_have_no_statistics_and_no_dictionary_and_keys_do() -> None:
    row_group = opened(sub_questions(5, LONG)).metadata.row_group(0)
    columns = {row_group.column(at).path_in_schema: row_group.column(at) for at in range(row_group.num_columns)}
    assert columns["text"].statistics is None
    assert "RLE_DICTIONARY" not in columns["text"].encodings
    assert columns["question_id"].statistics.max.endswith("000004")
    assert "RLE_DICTIONARY" in columns["question_id"].encodings


def test_a_footer_does_not_grow_with_the_texts() -> None:
    short, long = (opened(sub_questions(5, text)).metadata.serialized_size for text in ("Hoe?", LONG))
    assert long - short < 100


def test_row_groups_hold_ten_to_twenty_thousand_rows() -> None:
    assert 10_000 <= ROWS_PER_GROUP <= 20_000
    metadata = opened(sub_questions(ROWS_PER_GROUP + 1)).metadata
    assert [metadata.row_group(at).num_rows for at in range(metadata.num_row_groups)] == [ROWS_PER_GROUP, 1]


def test_columns_are_compressed_with_zstd() -> None:
    assert opened(sub_questions(5)).metadata.row_group(0).column(0).compression == "ZSTD"


def test_an_empty_table_has_all_its_columns() -> None:
    encoded = encode(DELIVERIES, DELIVERIES.schema.empty_table())
    assert pq.read_schema(pa.BufferReader(encoded.content)).equals(DELIVERIES.schema)
