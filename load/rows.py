"""From parsed documents to rows: the rows of one document in each table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from load import tables
from load.partitions import Partition
from load.working_days import working_days
from records import DocumentStatus, Pair, ParsedDocument, Question, QuestionStatus, RawDocument

Row = tuple[Any, ...]

INT8_MAX, INT16_MAX, INT32_MAX = 2**7 - 1, 2**15 - 1, 2**31 - 1


def partition_of(parsed: ParsedDocument) -> Partition:
    """The partition of all rows of the document."""
    return Partition(parsed.parliament, parsed.session)


def document_rows(
    raw: RawDocument, parsed: ParsedDocument, parser_version: str, release_id: str
) -> dict[str, list[Row]]:
    """The rows of one document for every table but `deliveries`, values in the order of the declared columns.

    Comes in: a document and what transform made of it. Goes out: table name → rows; a rejected document has rows
    in `documents` and `segments` only. `status`, `source`, `encoding` and `first_release` of the row in `documents`
    are those of a document that is new and the only one of its question; merging updates them.
    """
    question = parsed.question
    rows: dict[str, list[Row]] = {
        "documents": [
            (
                parsed.document_id,
                None if question is None else question.question_id,
                DocumentStatus.REJECTED if question is None else DocumentStatus.PARSED,
                parsed.reason,
                raw.source,
                raw.encoding,
                parsed.layout,
                parser_version,
                raw.raw_text,
                len(raw.raw_text),
                release_id,
            )
        ],
        "segments": list(_numbered(parsed.document_id, _segment, parsed.segments)),
    }
    if question is not None:
        rows |= _question_rows(parsed, question)
    return rows


def fitted(parsed: ParsedDocument) -> ParsedDocument:
    """The document itself, or the same document rejected where one of its values does not fit the type of its column.

    Thus a hostile text (thousands of labels, a number of twenty digits) becomes a row with a reason, not a crash. Its
    partition and its segments stay.
    """
    if parsed.question is None:
        return parsed
    misfit = next(_misfits(parsed, parsed.question), None)
    if misfit is None:
        return parsed
    return replace(
        parsed, reason=misfit, question=None, addressees=(), sub_questions=(), answer=None, answer_parts=(), pairs=(),
        references=(),
    )  # fmt: skip


def _misfits(parsed: ParsedDocument, question: Question) -> Iterator[str]:
    for name in ("addressees", "sub_questions", "answer_parts", "pairs", "references"):
        count = len(getattr(parsed, name))
        if count > INT16_MAX:
            yield f"the question has {count} {name}, and the tables allow at most {INT16_MAX}"
    for number in (question.number, *(addressee.number for addressee in parsed.addressees)):
        if number is not None and number > INT32_MAX:
            yield f"the question number {number} is too large for the tables"
    depth = max((sub_question.depth for sub_question in parsed.sub_questions), default=0)
    if depth > INT8_MAX:
        yield f"an enumeration has {depth} levels, and the tables allow at most {INT8_MAX}"


def _getter(table: tables.Table, skipped: int) -> Callable[[object], Row]:
    """Reads a record's attributes in the order of the table's columns: attribute and column have the same name."""
    return attrgetter(*table.names[skipped:])


_segment = _getter(tables.SEGMENTS, 2)
_addressee = _getter(tables.ADDRESSEES, 2)
_sub_question = _getter(tables.SUB_QUESTIONS, 2)
_answer = _getter(tables.ANSWERS, 1)
_answer_part = _getter(tables.ANSWER_PARTS, 2)
_reference = _getter(tables.REFERENCES, 2)


def _numbered(key: str, read: Callable[[object], Row], records: Sequence[object]) -> Iterator[Row]:
    return ((key, position, *read(record)) for position, record in enumerate(records, 1))


def _question_rows(parsed: ParsedDocument, question: Question) -> dict[str, list[Row]]:
    question_id = question.question_id
    answer = parsed.answer
    derived = {
        "sub_question_count": len(parsed.sub_questions),
        "reference_count": len(parsed.references),
        "document_id": parsed.document_id,
        "answered": question.status == QuestionStatus.ANSWERED,
        "answer_length": None if answer is None else len(answer.text or ""),  # the checks find a null
        "answer_working_days": None
        if answer is None
        else working_days(parsed.parliament, question.asked_on, answer.answered_on),
    }
    return {
        "questions": [
            tuple(derived[name] if name in derived else getattr(question, name) for name in tables.QUESTIONS.names)
        ],
        "addressees": list(_numbered(question_id, _addressee, parsed.addressees)),
        "sub_questions": list(_numbered(question_id, _sub_question, parsed.sub_questions)),
        "answers": [] if parsed.answer is None else [(question_id, *_answer(parsed.answer))],
        "answer_parts": list(_numbered(question_id, _answer_part, parsed.answer_parts)),
        "pairs": list(_pair_rows(parsed, question)),
        "references": list(_numbered(question_id, _reference, parsed.references)),
    }


def _pair_rows(parsed: ParsedDocument, question: Question) -> Iterator[Row]:
    """The pairs, each with what a reader asks of its question, and whether another sub-question stands under it."""
    above = {
        label.rpartition(".")[0]
        for sub_question in parsed.sub_questions
        if sub_question.label is not None
        for label in _with_those_above(sub_question.label)
    }
    for pair in parsed.pairs:
        is_leaf = pair.label is None or pair.label not in above
        yield tuple(
            is_leaf if name == "is_leaf" else getattr(pair if name in _OF_PAIR else question, name)
            for name in tables.PAIRS.names
        )


def _with_those_above(label: str) -> Iterator[str]:
    """A label and those that it stands under: `1.a.ii`, `1.a`, `1`. One between may be missing in the document."""
    while label:
        yield label
        label = label.rpartition(".")[0]


_OF_PAIR = frozenset(field.name for field in fields(Pair))
"""The columns of `pairs` that are the pair's own; the others repeat those of its question."""
