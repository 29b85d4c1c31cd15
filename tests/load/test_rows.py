"""What a record becomes: positions, derived columns, and documents that no table can hold."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

import records
from load import tables
from load.rows import document_rows, fitted
from records import ParsedDocument, RawDocument
from tests.load.made import document, question_id, rejected

OF_ITS_QUESTION = ("asked_on", "asker", "addressee", "addressee_role", "theme", "subject", "preamble", "status")


def rows_of(one: tuple[RawDocument, ParsedDocument]) -> dict[str, list[dict[str, Any]]]:
    made = document_rows(*one, "1.0.0", "r1")
    return {
        name: [dict(zip(tables.TABLES[name].names, row, strict=True)) for row in rows] for name, rows in made.items()
    }


def test_position_is_the_place_in_the_record_from_1() -> None:
    made = rows_of(document(questions=("A?", "B?", "C?"), answers=("a", "b", "c")))
    for name in ("sub_questions", "answer_parts"):
        assert [row["position"] for row in made[name]] == [1, 2, 3]
    assert [row["position"] for row in made["segments"]] == list(range(1, len(made["segments"]) + 1))


def test_a_question_counts_its_sub_questions_and_references_and_names_its_document() -> None:
    raw, parsed = document(questions=("A?", "B?", "C?"), answers=())
    (question,) = rows_of((raw, parsed))["questions"]
    assert (question["sub_question_count"], question["reference_count"]) == (3, 1)
    assert question["document_id"] == raw.document_id


@pytest.mark.parametrize(
    ("status", "answered"), [("answered", True), ("referred", False), ("provisional", False), ("unanswered", False)]
)
def test_a_question_is_answered_by_an_answer_with_substance_alone(status: str, answered: bool) -> None:
    made = document(questions=("Hoe?",), answers=() if status == "unanswered" else ("Zo.",), status=status)
    (question,) = rows_of(made)["questions"]
    assert (question["status"], question["answered"]) == (status, answered)


def test_the_length_of_an_answer_is_that_of_all_its_text_in_code_points() -> None:
    made = rows_of(document(questions=("Hoe?",), answers=("Één 🙂",)))
    assert made["questions"][0]["answer_length"] == len(made["answers"][0]["text"]) == len("1. Één 🙂")
    assert rows_of(document(answers=()))["questions"][0]["answer_length"] is None


def test_the_working_days_of_an_answer_need_its_day() -> None:
    raw, parsed = document()
    assert parsed.question is not None and parsed.answer is not None
    assert rows_of((raw, parsed))["questions"][0]["answer_working_days"] is None
    dated = replace(
        parsed,
        question=replace(parsed.question, asked_on=date(2020, 3, 2)),
        answer=replace(parsed.answer, answered_on=date(2020, 3, 9)),
    )
    assert rows_of((raw, dated))["questions"][0]["answer_working_days"] == 5


def test_a_pair_repeats_what_its_question_says() -> None:
    raw, parsed = document()
    assert parsed.question is not None
    parsed = replace(parsed, question=replace(parsed.question, preamble="Over fietspaden."))
    question, pair = parsed.question, rows_of((raw, parsed))["pairs"][1]
    assert [pair[name] for name in OF_ITS_QUESTION] == [getattr(question, name) for name in OF_ITS_QUESTION]
    assert (pair["sub_question_position"], pair["question"], pair["answer"]) == (2, "Waarom?", "Daarom.")


@pytest.mark.parametrize(
    ("labels", "leaves"),
    [
        pytest.param((None,), (None,), id="a question without a label"),
        pytest.param(("1", "2", "2.a", "2.b"), ("1", "2.a", "2.b"), id="a number with letters under it is a heading"),
        pytest.param(("1", "1.a.i"), ("1.a.i",), id="though the letter between is missing"),
        pytest.param(("1", "10", "1.1"), ("10", "1.1"), id="10 does not stand under 1"),
    ],
)
def test_a_pair_is_a_leaf_where_no_sub_question_stands_under_it(
    labels: tuple[str | None, ...], leaves: tuple[str | None, ...]
) -> None:
    raw, parsed = document(questions=["Hoe?"] * len(labels), answers=())
    parsed = replace(
        parsed,
        sub_questions=tuple(replace(one, label=label) for one, label in zip(parsed.sub_questions, labels, strict=True)),
        pairs=tuple(replace(one, label=label) for one, label in zip(parsed.pairs, labels, strict=True)),
    )
    assert tuple(row["label"] for row in rows_of((raw, parsed))["pairs"] if row["is_leaf"]) == leaves


@pytest.mark.parametrize("table", tables.OF_A_QUESTION, ids=lambda table: table.name)
def test_every_row_of_a_question_bears_its_id(table: tables.Table) -> None:
    made = rows_of(document(5))[table.name]
    assert {row["question_id"] for row in made} == {question_id(5)}


def test_an_unanswered_question_has_no_answer() -> None:
    made = rows_of(document(answers=()))
    assert (made["answers"], made["answer_parts"]) == ([], [])
    assert [row["alignment"] for row in made["pairs"]] == ["none", "none"]


def test_a_rejected_document_has_its_text_its_reason_and_its_pieces() -> None:
    made = rows_of(rejected("geen vraag"))
    assert set(made) == {"documents", "segments"}
    (row,) = made["documents"]
    assert (row["status"], row["reason"], row["question_id"]) == ("rejected", "no heading", None)
    assert (row["raw_text"], row["char_count"]) == ("geen vraag", 10)
    assert len(made["segments"]) == 1


def test_a_length_counts_code_points() -> None:
    assert rows_of(rejected("één 🙂"))["documents"][0]["char_count"] == 5


MISFITS = [
    (lambda p: replace(p, question=replace(p.question, number=2**31)), "the question number 2147483648 is too large"),
    (
        lambda p: replace(p, addressees=(replace(p.addressees[0], number=10**20),)),
        "the question number 100000000000000000000",
    ),
    (lambda p: replace(p, sub_questions=p.sub_questions * 20_000), "the question has 40000 sub_questions"),
    (lambda p: replace(p, references=p.references * 40_000), "the question has 40000 references"),
    (lambda p: replace(p, sub_questions=(replace(p.sub_questions[0], depth=128),)), "an enumeration has 128 levels"),
]


@pytest.mark.parametrize(("change", "reason"), MISFITS)
def test_what_no_column_can_hold_is_rejected_with_a_reason(change: Any, reason: str) -> None:
    parsed = fitted(change(document()[1]))
    assert (parsed.reason or "").startswith(reason)
    assert set(document_rows(document()[0], parsed, "1.0.0", "r1")) == {"documents", "segments"}


def test_what_fits_is_left_as_it_is() -> None:
    _, parsed = document(2**31 - 1)
    assert fitted(parsed) is parsed


@pytest.mark.parametrize(
    ("record", "table", "derived"),
    [
        (
            records.Question,
            tables.QUESTIONS,
            {
                "sub_question_count",
                "reference_count",
                "document_id",
                "answered",
                "answer_length",
                "answer_working_days",
            },
        ),
        (records.Addressee, tables.ADDRESSEES, {"question_id", "position"}),
        (records.SubQuestion, tables.SUB_QUESTIONS, {"question_id", "position"}),
        (records.Answer, tables.ANSWERS, {"question_id"}),
        (records.AnswerPart, tables.ANSWER_PARTS, {"question_id", "position"}),
        (records.Pair, tables.PAIRS, {"question_id", "is_leaf", *OF_ITS_QUESTION}),
        (records.Reference, tables.REFERENCES, {"question_id", "position"}),
        (records.Segment, tables.SEGMENTS, {"document_id", "position"}),
    ],
)
def test_a_record_has_an_attribute_for_every_column_and_no_other(
    record: type, table: tables.Table, derived: set[str]
) -> None:
    assert {field.name for field in fields(record)} | derived == set(table.names)
