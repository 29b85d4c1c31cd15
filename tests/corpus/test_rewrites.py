"""The rewrites: another dump of the same words, and a comparison that sees every cell."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from corpus.annotations import squash
from corpus.generator.generate import Generated, generate
from corpus.rewrites.catalogue import REWRITES
from corpus.rewrites.comparison import differences
from corpus.rewrites.printing import Print, print_structure
from corpus.rewrites.structure import Structure, structure_of
from records import ParsedDocument, RawDocument
from tests.characters import told
from transform.parse import parse_document

SEED = 12

each_document = pytest.mark.parametrize("one", range(15), indirect=True)
each_rewrite = pytest.mark.parametrize("name", REWRITES)


@cache
def some() -> tuple[Generated, ...]:
    """Documents that have lines."""
    return tuple(one for one in (generate(SEED, number) for number in range(30)) if not one.layout.flat)


@pytest.fixture
def one(request: pytest.FixtureRequest) -> Generated:
    """The document at that place among them."""
    place: int = request.param
    return some()[place]


def raw(text: str) -> RawDocument:
    return RawDocument("proef.txt", 0, "", "utf-8", text)


@cache
def parse(text: str) -> ParsedDocument:
    return parse_document(raw(text))


def parsed(one: Generated) -> ParsedDocument:
    return parse(one.raw_text)


def structured(one: Generated) -> Structure:
    structure = structure_of(one.annotation, parsed(one))
    assert structure is not None, "the annotation of a generated document tells its paragraphs"
    return structure


def letters(text: str) -> str:
    """The letters and figures of a text, in any order: a note may move."""
    return "".join(sorted(letter for letter in told(text).casefold() if letter.isalnum()))


# ---------------------------------------------------------------------------------------------- structure


@each_document
def test_a_structure_holds_every_word_but_furniture(one: Generated) -> None:
    """A rewrite that lost a word would prove nothing."""
    wanted = "".join(stretch.text for stretch in one.annotation.stretches if stretch.kind != "furniture")
    assert letters(print_structure(structured(one), Print())) == letters(wanted)


@each_document
def test_a_structure_has_the_paragraphs_of_the_annotation(one: Generated) -> None:
    structure = structured(one)
    for label, text in one.annotation.texts["sub_questions"].items():
        found = [each for each in structure.of("sub_question") if each.label == (label or None)]
        printed = "\n".join(each.text for each in found)
        assert squash(told(one.annotation.without_markers(printed))) == squash(told(text))
        assert printed.count("\n") == text.count("\n")


@pytest.mark.parametrize("width", [60, 100])
def test_a_printed_line_fits_its_width(width: int) -> None:
    text = print_structure(structured(some()[0]), Print(width=width))
    assert [line for line in text.splitlines() if len(line) > width and " " in line] == []


# ---------------------------------------------------------------------------------------------- rewrites


@each_rewrite
def test_a_rewrite_changes_no_word(name: str) -> None:
    """But for a heading that is lost, and the feet and heads of pages."""
    done = 0
    for one in some()[:10]:
        rewritten = REWRITES[name](raw(one.raw_text), structured(one))
        if rewritten is None:
            continue
        done += 1
        after = letters(rewritten.text)
        body = letters("".join(one.annotation.pieces("sub_question", "answer_part", "answer_intro").values()))
        assert all(after.count(letter) >= body.count(letter) for letter in set(body))
    assert done or name == "notes at the foot of pages"


@pytest.mark.parametrize("name", ["CRLF", "trailing spaces"])
def test_line_ends_and_trailing_blanks_change_nothing(name: str) -> None:
    for one in some()[:10]:
        before, structure = parsed(one), structured(one)
        rewritten = REWRITES[name](raw(one.raw_text), structure)
        assert rewritten is not None
        assert differences(before, parse_document(raw(rewritten.text)), rewritten, structure) == []


def test_a_heading_is_lost_only_where_the_answer_repeats_it() -> None:
    """Without an answer nobody could tell number, date and member any more."""
    answered = next(one for one in some() if one.document.answer is not None and not one.document.heads.lost)
    rewritten = REWRITES["heading lost"](raw(answered.raw_text), structured(answered))
    assert rewritten is not None
    assert rewritten.text.startswith("aan ")
    unanswered = next(one for one in (generate(SEED, n) for n in range(200)) if one.document.answer is None)
    assert REWRITES["heading lost"](raw(unanswered.raw_text), structured(unanswered)) is None


# ---------------------------------------------------------------------------------------------- comparison


def test_the_comparison_sees_every_kind_of_change() -> None:
    one = next(one for one in some() if one.document.answer and len(one.document.sub_questions) > 2)
    before, structure = parsed(one), replace(structured(one), loose=frozenset())
    rewritten = REWRITES["wrapped at 80"](raw(one.raw_text), structure)
    assert rewritten is not None and before.question is not None
    assert differences(before, before, rewritten, structure) == []
    first, *others = before.sub_questions
    changed = {
        "questions.subject": replace(before, question=replace(before.question, subject="Iets anders")),
        "sub_questions.text": replace(before, sub_questions=(replace(first, text=f"{first.text}\nx"), *others)),
        "sub_questions:": replace(before, sub_questions=tuple(others)),
        "pairs.alignment": replace(before, pairs=(replace(before.pairs[0], alignment="nergens"), *before.pairs[1:])),
        "answers:": replace(before, answer=None),
    }
    for wanted, after in changed.items():
        found = differences(before, after, rewritten, structure)
        assert len(found) == 1, found
        assert found[0].startswith(wanted)


def test_what_a_rewrite_loses_is_forgiven_and_nothing_else() -> None:
    """Flattening loses line feeds; a word that is gone is still a difference."""
    one = next(one for one in some() if one.document.preamble and len(one.document.preamble) > 1)
    before, structure = parsed(one), structured(one)
    flat = REWRITES["flattened"](raw(one.raw_text), structure)
    assert before.question is not None and before.question.preamble is not None
    joined = replace(before.question, preamble=before.question.preamble.replace("\n", " "))
    strict = REWRITES["wrapped at 80"](raw(one.raw_text), structure)
    assert strict is not None
    if flat is not None:
        assert differences(before, replace(before, question=joined), flat, structure) == []
    shorter = replace(before.question, preamble=before.question.preamble[5:])
    assert differences(before, replace(before, question=shorter), strict, structure) != []
