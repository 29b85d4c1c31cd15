"""The measures: a document that is right scores everything, and each kind of mistake costs its own measure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.annotations import Annotation
from corpus.generator.generate import generate
from corpus.scoring.measures import (
    ADDRESSEES,
    ANSWERS,
    CHARACTERS,
    EXACT,
    HEADER,
    MEASURES,
    PAIRS,
    PREAMBLE,
    REFERENCES,
    SUB_QUESTIONS,
    WHOLE,
    score,
)
from records import ParsedDocument, RawDocument
from transform.parse import parse_document


def right() -> tuple[Annotation, str, ParsedDocument]:
    """The first generated document, with an answer and several questions, that the parser gets all right."""
    for number in range(200):
        one = generate(13, number)
        parsed = parse_document(RawDocument("proef.txt", 0, "", "utf-8", one.raw_text))
        if len(parsed.sub_questions) > 2 and parsed.answer and parsed.references:
            scored = score(one.annotation, one.raw_text, parsed)
            if not scored.misses:
                return one.annotation, one.raw_text, parsed
    raise AssertionError("the parser gets none of two hundred documents right")


ANNOTATION, TEXT, PARSED = right()


def test_a_right_document_scores_every_measure() -> None:
    scored = score(ANNOTATION, TEXT, PARSED)
    assert scored.hits == scored.of
    assert set(scored.of) <= set(MEASURES)
    assert scored.hits[WHOLE] == 1


def missing() -> list[tuple[str, ParsedDocument]]:
    question, first = PARSED.question, PARSED.sub_questions[0]
    assert question is not None and PARSED.answer is not None
    last = PARSED.segments[-1]
    return [
        (CHARACTERS, replace(PARSED, segments=(*PARSED.segments[:-1], replace(last, kind="furniture")))),
        (HEADER, replace(PARSED, question=replace(question, number=0))),
        (ADDRESSEES, replace(PARSED, addressees=())),
        (PREAMBLE, replace(PARSED, question=replace(question, preamble="Iets anders."))),
        (SUB_QUESTIONS, replace(PARSED, sub_questions=PARSED.sub_questions[1:])),
        (EXACT, replace(PARSED, sub_questions=(replace(first, text=f"{first.text}\n"), *PARSED.sub_questions[1:]))),
        (PAIRS, replace(PARSED, pairs=PARSED.pairs[1:])),
        (ANSWERS, replace(PARSED, answer=replace(PARSED.answer, responder="Niemand"))),
        (REFERENCES, replace(PARSED, references=PARSED.references[1:])),
    ]


@pytest.mark.parametrize(("measure", "parsed"), missing(), ids=lambda value: value if isinstance(value, str) else "")
def test_each_mistake_costs_its_measure(measure: str, parsed: ParsedDocument) -> None:
    scored = score(ANNOTATION, TEXT, parsed)
    assert scored.hits[measure] < scored.of[measure]
    assert scored.hits[WHOLE] == 0
    assert any(miss.startswith(measure) for miss in scored.misses), scored.misses


def test_a_rejected_document_misses_everything() -> None:
    rejected = ParsedDocument("x", "unknown", "unknown", None, "niets", ())
    scored = score(ANNOTATION, TEXT, rejected)
    assert all(scored.hits[measure] < scored.of[measure] for measure in scored.of)
