"""What was delivered beside a text fills what the text leaves empty, and never speaks against it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from records import ParsedDocument, RawDocument
from tests.transform.documents import document
from transform import warnings
from transform.parse import parse_document

BODY = "Er staan ladders in de Leie.\n1. Hoeveel zijn het er?\n2. Wie telt ze?"
TEXT = document(BODY, "1. Acht.\n2. De dienst.")


def parsed(text: str = TEXT, **fields: object) -> ParsedDocument:
    return parse_document(RawDocument("a.txt", 0, "", "utf-8", text, None, json.dumps(fields)))


def test_fields_fill_what_no_text_prints() -> None:
    found = parsed(asker_party="Partij", source_url="https://example.org/41", answered_on="2023-01-09")
    assert found.question is not None
    assert found.answer is not None
    assert (found.question.asker_party, found.question.source_url) == ("Partij", "https://example.org/41")
    assert found.answer.answered_on == date(2023, 1, 9)
    assert found.question.warnings == parse_document(RawDocument("a.txt", 0, "", "utf-8", TEXT)).question.warnings  # type: ignore[union-attr]


@pytest.mark.parametrize("written", ["2023-01-09", "9 januari 2023", "09/01/2023", "2023-01-09T00:00:00"])
def test_dates_in_every_style(written: str) -> None:
    answer = parsed(answered_on=written).answer
    assert answer is not None
    assert answer.answered_on == date(2023, 1, 9)


def test_the_text_stands_where_both_say_something() -> None:
    question = parsed(number=42, asker="noor d’hulster").question
    assert question is not None
    assert question.number == 41
    assert warnings.DELIVERED_DIFFERS in question.warnings


def test_another_spelling_does_not_differ() -> None:
    question = parsed(number="41", asker="Noor D’HULSTER", asked_on="14-11-2022").question
    assert question is not None
    assert warnings.DELIVERED_DIFFERS not in question.warnings


def test_fields_that_are_no_column_change_nothing() -> None:
    assert parsed(question_id="x", status="y", warnings="z") == parsed()


def test_the_date_of_an_answer_needs_an_answer() -> None:
    found = parsed(document(BODY), answered_on="2023-01-09")
    assert found.answer is None


def test_a_document_that_is_rejected_stays_so() -> None:
    assert parsed("Beste lezer,", number=3).question is None
