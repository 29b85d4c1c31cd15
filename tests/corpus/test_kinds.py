"""The kinds of fault and habit that generated documents have: which documents, and that the truth tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from random import Random

import pytest

from corpus.generator.document import Block, Piece
from corpus.generator.generate import Generated, generate
from corpus.generator.headings import Printed, in_lines
from corpus.generator.kinds import SHARES, Kinds
from corpus.generator.marks import BOUND, LINE_BREAK, plain
from corpus.generator.wrapping import Breaker, wrap
from corpus.scoring.figures import committed

SEED, MOST_TRIED, FEWEST = 13, 4_000, 30


@cache
def with_kind(kind: str) -> Generated:
    """The first document that has a kind."""
    for number in range(MOST_TRIED):
        if Kinds(SEED, number).tries(kind) and kind in (one := generate(SEED, number)).document.features:
            return one
    pytest.fail(f"no document has {kind}")


def texts(one: Generated, *kinds: str) -> Iterator[str]:
    yield from (stretch.text for stretch in one.annotation.stretches if stretch.kind in kinds)


def test_what_a_document_has_depends_on_its_seed_and_number() -> None:
    assert Kinds(1, 2).tried == Kinds(1, 2).tried
    assert {frozenset(Kinds(1, number).tried) for number in range(50)} != {frozenset()}


def test_only_what_is_tried_becomes_a_feature() -> None:
    kinds = next(one for one in (Kinds(1, number) for number in range(99)) if one.tried)
    for kind in SHARES:
        assert kinds.has(kind) == (kind in kinds.tried)
    assert kinds.features == kinds.tried


@pytest.mark.parametrize("kind", SHARES)
def test_enough_documents_have_each_kind(kind: str) -> None:
    """A kind that few have is not measured."""
    assert committed()["generated"]["features"][kind][1] >= FEWEST


# What the raw text of a document shows that has the kind, in pieces of the kinds named after it.
SHOWN = {
    "minister after the member": (r"van \S.+\s+\S.+\s+(?:VICE)?(?:VLAAMS )?MINISTER", "answer_header"),
    "answer heading repeats the question's": (r"SCHRIFTELIJKE VRAAG", "answer_header"),
    "heading in normal letters": (r"Schriftelijke vraag", "question_header"),
    "heading in one line": (r"\A.*nr\. \d+ van .* datum: |\A\s*aan .* M", "question_header"),
    "page numbers that count up": (r"\d", "furniture"),
    "own number as running head": (r"(?:SV|vraag) nr\. \d+", "furniture"),
    "words of labels": (r"(?m)^(?:Ad|Deelvraag|Antwoord|Op|Wat|Betreft)", "answer_part"),
    "number with a dash": (r"(?m)^\d+ [-–] ", "sub_question"),
    "a dash for an answer": (r"(?:[-–/]|n\.v\.t\.)\s*$", "answer_part"),
    "notice in brackets": (r"[(\[]Deze", "notice"),
    "notice behind an asterisk": (r"\*\)? ?Deze", "notice"),
    "minister before every name": (r"aan minister .*(?:,|en) minister", "notice"),
    "soft hyphens": ("\u00ad", "preamble"),
    "ligatures": ("[\ufb00-\ufb04]", "preamble"),
    "zero-width characters": ("\u200b", "preamble"),
    "other hyphens at line ends": ("[\u2010\ufffe\u0002]", "preamble"),
    "wrapped cross-reference": (r"vraag *\n\d+\.\s*$", "answer_part"),
}  # fmt: skip


@pytest.mark.parametrize("kind", SHOWN)
def test_the_dump_shows_the_kind(kind: str) -> None:
    pattern, *pieces = SHOWN[kind]
    kinds = [*pieces, "sub_question", "answer_intro", "answer_part"] if pieces == ["preamble"] else pieces
    assert any(re.search(pattern, text, re.S) for text in texts(with_kind(kind), *kinds))


def test_a_gap_in_the_numbers_is_one_in_the_labels() -> None:
    one = with_kind("gap in the numbers")
    numbers = [int(piece.label) for piece in one.document.sub_questions if piece.label and piece.label.isdigit()]
    assert [after - before for before, after in pairwise(numbers)].count(2) == 1


def test_a_number_that_comes_twice_is_text_the_second_time() -> None:
    """A member's slip: the tables have the label once (anatomy.md, Enumerations)."""
    one = with_kind("number twice")
    printed = [text.split("\n") for text in texts(one, "sub_question")]
    twice = [lines for lines in printed if sum(line.startswith(lines[0][:2]) for line in lines) > 1]
    assert len(twice) == 1
    labels = [piece.label for piece in one.document.sub_questions]
    assert len(set(labels)) == len(labels)


def test_letters_that_repeat_the_question_are_the_part_s_text() -> None:
    document = with_kind("questions repeated with their letters").document
    asked = {piece.label: piece for piece in document.sub_questions}
    repeated = [part for part in document.answer or [] if part.label in asked and len(part.blocks) > 2]
    part = next(part for part in repeated if part.blocks[0].text == asked[part.label].blocks[0].text)
    letters = [piece for piece in document.sub_questions if (piece.label or "").startswith(f"{part.label}.")]
    assert [block.text for block in part.blocks[1:]] == [f"{one.printed} {one.blocks[0].text}" for one in letters]


def test_letters_in_brackets_are_one_part() -> None:
    """`1 (a en b).` bears the letters' labels; the number has no part of its own."""
    for number in range(MOST_TRIED):
        if not Kinds(SEED, number).tries("joined labels and letters"):
            continue
        parts = generate(SEED, number).document.answer or []
        joined = [part for part in parts if re.match(r"\d+ \(", part.printed)]
        if joined:
            assert all("." in label for label in joined[0].labels)
            assert joined[0].label and joined[0].label.split(".")[0] not in [part.label for part in parts]
            return
    pytest.fail("no such part")


def test_decomposed_letters_are_two_characters() -> None:
    one = with_kind("decomposed letters")
    assert any("\u0300" <= letter <= "\u036f" for letter in one.raw_text)
    assert not any("\u0300" <= letter <= "\u036f" for letter in str(one.annotation.fields))


# ---------------------------------------------------------------------------------------------- the means


def test_pieces_of_a_heading_share_lines() -> None:
    pieces = [Printed("nr. 4"), Printed("van NOOR MAES"), Printed("JAN AERTS", own_line=True)]
    assert [line.text for line in in_lines(pieces, 1.0, Random(1))] == ["nr. 4 van NOOR MAES", "JAN AERTS"]
    assert in_lines(pieces, 0.0, Random(1)) == pieces


def test_a_line_begins_at_a_break_and_none_at_a_bound_blank() -> None:
    breaker = Breaker(Random(1), [], on=False)
    assert wrap(f"zie ook vraag {LINE_BREAK}4.", 60, breaker) == ["zie ook vraag", "4."]
    assert wrap(f"van klasse{BOUND}A.", 10, breaker) == ["van", "klasse A."]
    assert plain(f"vraag {LINE_BREAK}4 van klasse{BOUND}A.") == "vraag 4 van klasse A."


def test_soft_hyphens_take_no_room() -> None:
    text = plain("subsidie\ue002bedrag")
    breaker = Breaker(Random(1), [text], on=False, soft_hyphens=True)
    assert wrap("een subsidie\ue002bedrag dus", 22, breaker) == ["een subsidie\u00adbedrag dus"]


def test_a_piece_knows_its_labels() -> None:
    assert Piece("answer_part", "4.a,4.b", blocks=[Block("Ja.")]).labels == ["4.a", "4.b"]
