"""Each check refuses the fault that it is there for; a sound release has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from load.checks import MAX_SHOWN, ChecksFailed, check_completeness, check_release
from load.deliveries import Location
from load.parquet import encode
from load.releases import latest_name, latest_path
from load.stored import StoredRelease
from load.tables import TABLES
from load.tiling import tiling_fault
from records import ParsedDocument, Segment
from tests.load.made import document, published, question_id, rejected

Change = Callable[[pa.Table], pa.Table]


def release_of(dataset: Path) -> StoredRelease:
    path = latest_path(dataset)
    assert path is not None
    return StoredRelease(path)


def faults_after(dataset: Path, table: str, change: Change) -> list[str]:
    """What the checks say of the release once every file of a table has been changed."""
    release = release_of(dataset)
    for file in release.files(TABLES[table]):
        rows = change(pq.ParquetFile(file).read())
        file.unlink()
        encoded = encode(TABLES[table], rows)
        (file.parent / encoded.name).write_bytes(encoded.content)
    return check_release(release)


def with_values(column: str, value: Any) -> Change:
    """Give every row this value in the column."""

    def change(rows: pa.Table) -> pa.Table:
        at = rows.schema.get_field_index(column)
        return rows.set_column(at, rows.schema.field(at), pa.array([value] * rows.num_rows, rows.schema.field(at).type))

    return change


def shifted(column: str, by: int) -> Change:
    def change(rows: pa.Table) -> pa.Table:
        at = rows.schema.get_field_index(column)
        field = rows.schema.field(at)
        return rows.set_column(at, field, pc.add(rows[column], pa.scalar(by, field.type)).cast(field.type))

    return change


def without_rows(rows: pa.Table) -> pa.Table:
    return rows.slice(0, 0)


def doubled(rows: pa.Table) -> pa.Table:
    return pa.concat_tables([rows, rows])


def test_a_sound_release_has_no_faults(full: Path) -> None:
    assert check_release(release_of(full)) == []


def test_an_empty_release_has_no_faults(empty: Path) -> None:
    assert check_release(release_of(empty)) == []


@pytest.mark.parametrize("table", TABLES)
def test_a_key_stands_in_one_row(full_dataset: Path, table: str) -> None:
    assert any(
        f.startswith(f"{table} has ") and "repeated key" in f for f in faults_after(full_dataset, table, doubled)
    )


@pytest.mark.parametrize(
    ("table", "column"),
    [(table.name, column.name) for table in TABLES.values() for column in table.columns if column.values],
)
def test_a_vocabulary_is_closed(full_dataset: Path, table: str, column: str) -> None:
    faults = faults_after(full_dataset, table, with_values(column, "misschien"))
    assert any(fault.startswith(f"{table}.{column} has a value outside") and "misschien" in fault for fault in faults)


@pytest.mark.parametrize(
    ("lost", "table"),
    [
        ("documents", "questions"),
        ("documents", "segments"),
        ("documents", "deliveries"),
        ("questions", "documents"),
        ("questions", "addressees"),
        ("questions", "sub_questions"),
        ("questions", "answers"),
        ("questions", "answer_parts"),
        ("questions", "pairs"),
        ("questions", "references"),
        ("sub_questions", "pairs"),
    ],
)
def test_a_reference_between_tables_resolves(full_dataset: Path, lost: str, table: str) -> None:
    faults = faults_after(full_dataset, lost, without_rows)
    assert any(fault.startswith(f"{table} has ") and f"without a matching row in {lost}" in fault for fault in faults)


def test_a_part_answers_sub_questions_that_are_there(full_dataset: Path) -> None:
    faults = faults_after(full_dataset, "answer_parts", with_values("sub_question_positions", [9]))
    assert any(fault.startswith("answer_parts.sub_question_positions has ") and ", 9" in fault for fault in faults)


@pytest.mark.parametrize("table", ["sub_questions", "answer_parts", "references", "segments"])
@pytest.mark.parametrize(
    "change", [shifted("char_end", 10_000), shifted("char_start", -10_000), shifted("char_start", 9_000)]
)
def test_a_span_lies_inside_its_document_and_runs_forward(full_dataset: Path, table: str, change: Change) -> None:
    faults = faults_after(full_dataset, table, change)
    assert any(fault.startswith(f"{table} has ") and "with a span outside the document" in fault for fault in faults)


@pytest.mark.parametrize("column", ["sub_question_count", "reference_count"])
def test_a_question_counts_its_rows(full_dataset: Path, column: str) -> None:
    assert any(
        f.startswith(f"questions.{column} is wrong")
        for f in faults_after(full_dataset, "questions", shifted(column, 1))
    )


def test_a_question_lies_in_the_partition_of_its_id(dataset: Path) -> None:
    raw, parsed = document(1)
    with pytest.raises(ChecksFailed, match=r"session=2020-2021 whose question_id belongs to another partition"):
        published(dataset, [(raw, replace(parsed, session="2020-2021"))])


def test_a_delivery_has_a_position_from_0(full_dataset: Path) -> None:
    faults = faults_after(full_dataset, "deliveries", shifted("source_position", -1))
    assert any("source_position is below 0" in fault for fault in faults)


def test_the_id_of_a_document_is_that_of_its_text(full_dataset: Path) -> None:
    faults = faults_after(full_dataset, "documents", with_values("raw_text", "iets anders"))
    assert any("is not the SHA-256 of its raw_text" in fault for fault in faults)


def test_the_length_of_a_document_is_that_of_its_text(full_dataset: Path) -> None:
    assert any(
        "documents.char_count of" in fault
        for fault in faults_after(full_dataset, "documents", shifted("char_count", 1))
    )


def test_a_file_has_the_declared_columns(full_dataset: Path) -> None:
    release = release_of(full_dataset)
    file = release.files(TABLES["pairs"])[0]
    pq.write_table(pq.ParquetFile(file).read().drop_columns(["label"]), file)
    assert [fault.partition(".parquet ")[2] for fault in check_release(release)] == [
        "does not have the columns of pairs."
    ]


def test_a_table_has_a_file(full_dataset: Path) -> None:
    release = release_of(full_dataset)
    for file in release.files(TABLES["pairs"]):
        file.unlink()
    assert check_release(release) == ["pairs has no file; a table without rows must have an empty one."]


@pytest.mark.parametrize(
    ("change", "column"),
    [
        (lambda parsed: replace(parsed, question=replace(parsed.question, status=None)), "questions.status"),
        (lambda parsed: replace(parsed, question=replace(parsed.question, warnings=(None,))), "questions.warnings"),
        (lambda parsed: replace(parsed, pairs=(replace(parsed.pairs[0], question=None),)), "pairs.question"),
        (lambda parsed: replace(parsed, answer=replace(parsed.answer, text=None)), "answers.text"),
    ],
)
def test_a_value_that_must_be_there_is(dataset: Path, change: Callable[[Any], ParsedDocument], column: str) -> None:
    raw, parsed = document(1)
    with pytest.raises(ChecksFailed, match=f"{column} has no value in 1 row"):
        published(dataset, [(raw, change(parsed))])


@pytest.mark.parametrize(
    ("text", "spans", "fault"),
    [
        ("ab cd", [(0, 2), (3, 5)], None),  # the blank between two pieces belongs to nobody
        ("ab cd", [(0, 5)], None),
        ("  \f\n", [], None),  # nothing but blanks needs no piece
        ("", [], None),
        ("ab cd", [(0, 2)], "the characters from 2 to 5 are in no segment"),
        ("ab cd", [(1, 5)], "the characters from 0 to 1 are in no segment"),
        ("abcd", [(0, 1), (2, 4)], "the characters from 1 to 2 are in no segment"),
        ("abcd", [(0, 3), (2, 4)], "the characters from 2 to 3 are covered twice or out of order"),
        ("ab cd", [(3, 5), (0, 2)], "the characters from 0 to 3 are in no segment"),  # out of order
        ("ab", [(0, 3)], "the characters from 2 to 3 are covered twice or out of order"),
        ("a\u200bb", [(0, 1), (2, 3)], "the characters from 1 to 2 are in no segment"),  # no width, and not blank
    ],
)
def test_segments_tile_a_text(text: str, spans: list[tuple[int, int]], fault: str | None) -> None:
    assert tiling_fault(text, spans) == fault


def test_segments_that_lose_a_piece_are_refused(dataset: Path) -> None:
    raw, parsed = document(1)
    with pytest.raises(ChecksFailed, match="are in no segment"):
        published(dataset, [(raw, replace(parsed, segments=parsed.segments[1:]))])


def test_segments_out_of_order_are_refused(dataset: Path) -> None:
    raw, parsed = document(1)
    with pytest.raises(ChecksFailed, match="are in no segment"):
        published(dataset, [(raw, replace(parsed, segments=parsed.segments[::-1]))])


def test_the_pieces_of_a_rejected_document_are_looked_at_too(dataset: Path) -> None:
    raw, parsed = rejected("twee woorden")
    with pytest.raises(ChecksFailed, match="are in no segment"):
        published(dataset, [(raw, replace(parsed, segments=(Segment("preamble", None, 0, 4),)))])


def test_every_incoming_document_has_a_row(full: Path) -> None:
    lost = "0" * 64
    assert check_completeness(release_of(full), [], [lost]) == [
        f"documents has no row for 1 incoming document, for example {lost}."
    ]


def test_every_location_that_was_read_has_a_delivery(full: Path) -> None:
    faults = check_completeness(release_of(full), [Location("1.txt", 0), Location("elders.txt", 4)], [])
    assert faults == ["deliveries has no row for 1 incoming document, for example elders.txt, 4."]


def test_no_delivery_is_left_of_what_a_source_no_longer_holds(full: Path) -> None:
    faults = check_completeness(release_of(full), [Location("1.txt", 1)], [])
    assert "deliveries has rows for 1 document that the sources no longer contain, for example 1.txt, 0." in faults


def test_a_document_that_nobody_has_parsed_is_refused(dataset: Path) -> None:
    raw, _ = document(1)
    with pytest.raises(ChecksFailed, match="without a matching row in documents"):
        published(dataset, [(raw, None)])


def test_a_document_of_the_parent_that_is_not_parsed_again_is_missed(full_dataset: Path) -> None:
    with pytest.raises(ChecksFailed) as refused:
        published(full_dataset, [document(1)], "r2", carry_over=False)
    assert any("without a matching row in documents" in fault for fault in refused.value.faults)


def test_a_refused_release_leaves_latest_as_it_was(full_dataset: Path) -> None:
    raw, parsed = document(9)
    with pytest.raises(ChecksFailed):
        published(full_dataset, [(raw, replace(parsed, segments=()))], "r2")
    assert latest_name(full_dataset) == "r1"
    assert [path.name for path in (full_dataset / "releases").iterdir()] == ["r1"]


def test_a_refused_first_release_leaves_no_latest(dataset: Path) -> None:
    raw, parsed = document(9)
    with pytest.raises(ChecksFailed):
        published(dataset, [(raw, replace(parsed, segments=()))])
    assert not (dataset / "latest").is_symlink()
    assert not (dataset / "latest.json").exists()


def test_the_message_begins_with_one_sentence_and_lists_some_faults() -> None:
    lines = str(ChecksFailed([f"Fault {number}." for number in range(MAX_SHOWN + 3)])).splitlines()
    assert lines[0] == f"The checks refused the release: {MAX_SHOWN + 3} faults were found."
    assert lines[1] == "- Fault 0."
    assert lines[-2] == "- and 3 more"
    assert lines[-1].startswith("Please report this")


def test_a_message_about_anomalies_says_that_a_person_must_decide() -> None:
    lines = str(ChecksFailed(["One.", "Two."], Path("refused/r2"), only_anomalies=True)).splitlines()
    assert lines == [
        "The checks refused the release: 2 anomalies need review before it can become the latest.",
        "- One.",
        "- Two.",
        f"The refused release is kept in {Path('refused/r2')}; the latest release is unchanged.",
        "If the release is right all the same, run again with --accept-drop.",
        "Else `vraagbaak quarantine SOURCE…` lets the other files of the run through.",
    ]
    assert str(ChecksFailed(["One."], only_anomalies=True)).startswith(
        "The checks refused the release: 1 anomaly needs review"
    )


def test_references_to_other_copies_may_point_outside_the_dataset(dataset: Path) -> None:
    raw, parsed = document(1)
    assert parsed.answer is not None
    elsewhere = question_id(99, minister="mia-maes")
    published(
        dataset,
        [
            (
                raw,
                replace(
                    parsed,
                    addressees=tuple(replace(a, addressed_question_id=elsewhere) for a in parsed.addressees),
                    answer=replace(parsed.answer, referred_question_id=elsewhere),
                    references=tuple(replace(r, target_question_id=elsewhere) for r in parsed.references),
                ),
            )
        ],
    )
    assert check_release(release_of(dataset)) == []
