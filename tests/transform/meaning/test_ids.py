"""The ids of questions: no two questions share one (tables.md)."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.headings import ANSWER_HEADER, QUESTION_HEADER
from tests.transform.documents import document, parse
from transform.layouts.flemish import FlemishLayout
from transform.layouts.layout import Frame, HeaderFields
from transform.meaning.question import resolve


@pytest.mark.parametrize(
    ("minister", "part"),
    [
        pytest.param("ØYVIND WOUTERS", "oyvind-wouters", id="a letter with a stroke"),
        pytest.param("YVIND WOUTERS", "yvind-wouters", id="the name without it"),
        pytest.param("ŁUCJA ŽIVAN", "lucja-zivan", id="letters of the east"),
        pytest.param("ÐÐÐ", "ddd", id="nothing but letters without an accent"),
        pytest.param("ÞÞÞ", "ththth", id="other such letters"),
    ],
)
def test_names_that_differ_have_ids_that_differ(minister: str, part: str) -> None:
    header, answer_header = (one.replace("GRETA VANPUTTE", minister) for one in (QUESTION_HEADER, ANSWER_HEADER))
    question = parse(document("1. Hoeveel?", "1. Acht.", header=header, answer_header=answer_header)).question
    assert question is not None
    assert question.question_id == f"vlaams-parlement/2022-2023/{part}/41"


def test_a_name_that_nothing_is_left_of_has_no_key_of_its_own() -> None:
    """What cannot be told is `unknown`, and the id ends in the document's own (tables.md)."""
    layout = FlemishLayout()
    assert layout.key_of("ʔʕ", 41) is None
    frame = Frame(question=HeaderFields(number=41, asked_on=date(2022, 11, 14), minister="ʔʕ"))
    ids = [resolve(frame, layout, document_id).question_id for document_id in ("0123456789abcdef", "fedcba9876543210")]
    assert ids == [f"vlaams-parlement/2022-2023/unknown/41-{tail}" for tail in ("0123456789ab", "fedcba987654")]
