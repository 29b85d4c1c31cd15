"""The generated documents: the same from the same seed, whole, and true by the rules of anatomy.md."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest

from corpus.annotations import read_annotation, squash
from corpus.generator.document import Block, Piece
from corpus.generator.generate import Generated, generate, gold_text, write_corpus
from corpus.generator.heads import ADDRESSEE_LOST, HEADING_LOST
from corpus.generator.marks import JOINT, NOTE, plain
from corpus.generator.truth import _aligned, legislature_of, minister_slug, session_of
from corpus.generator.wrapping import Breaker, wrap
from tests.characters import told

SEED = 11

each_document = pytest.mark.parametrize("one", range(40), indirect=True)


@cache
def document(number: int) -> Generated:
    return generate(SEED, number)


@cache
def some() -> tuple[Generated, ...]:
    return tuple(map(document, range(150)))


@pytest.fixture
def one(request: pytest.FixtureRequest) -> Generated:
    """The document with that number."""
    place: int = request.param
    return document(place)


# ---------------------------------------------------------------------------------------------- the corpus


def test_a_seed_and_a_number_make_one_document() -> None:
    """Figures can be compared from one day to the next only where the documents are the same."""
    assert generate(SEED, 3).annotation == document(3).annotation
    assert generate(SEED + 1, 3).raw_text != document(3).raw_text


def test_no_two_documents_are_alike() -> None:
    assert len({one.raw_text for one in some()}) == len(some())


def test_what_anatomy_allows_occurs() -> None:
    """A feature that no document has is not measured."""
    features = {feature for one in some() for feature in one.document.features}
    wanted = {
        "annex", "answer without labels", "answers out of order", "bullets", "bullets alone", "combined labels",
        "combined letters", "closing", "dotted labels", "flattened", "heading lost", "hyphens at line ends", "intro",
        "labels alone", "labels glued", "letters under numbers", "letters without numbers", "long title",
        "no enumeration", "not wrapped", "notes", "notice", "notice to all", "notice with ook", "page breaks",
        "provisional", "referred", "Roman numerals", "table", "ten or more questions", "three levels",
        "title without dash", "unanswered", "wrapped",
    }  # fmt: skip
    assert wanted - features == set()
    assert {one.document.heads.lost for one in some()} == {"", HEADING_LOST, ADDRESSEE_LOST}


def test_the_files_hold_what_was_generated(tmp_path: Path) -> None:
    """The raw file is the annotation without its marks, and the annotation is read back as it was."""
    write_corpus(SEED, [3, 4], tmp_path)
    for number in (3, 4):
        name = document(number).document.name
        raw = (tmp_path / "raw" / f"{name}.txt").read_bytes().decode()
        assert raw == document(number).raw_text
        read = read_annotation(tmp_path / "gold" / f"{name}.gold.txt")
        assert read == document(number).annotation
        assert read.text == raw


@each_document
def test_no_mark_of_composing_is_left(one: Generated) -> None:
    """Joints and markers are private characters; none may reach a dump or an annotation."""
    everything = one.raw_text + gold_text(one.annotation) + str(one.annotation.fields)
    assert JOINT not in everything
    assert not NOTE.search(everything)


@each_document
def test_every_line_but_a_long_word_fits_the_page(one: Generated) -> None:
    width = one.layout.width
    if width is not None:
        # Soft hyphens take no room; one paragraph may be a long line of its own.
        lines = [line.strip().replace("\u00ad", "") for line in one.raw_text.splitlines()]
        long = [line for line in lines if len(line) > width and " " in line]
        unwrapped = plain(one.layout.long_line)[-20:] or "\n"
        long = [line for line in long if not line.endswith(unwrapped)]
        headings = [line for line in long if line.strip() == line.strip().upper()]
        assert [line for line in long if line not in headings and "Vlaams Parlement" not in line] == []


@each_document
def test_a_text_is_its_piece_without_label_and_markers(one: Generated) -> None:
    """The text column and the stretch of raw text have the same characters, in the same order."""
    texts = one.annotation.texts
    for (kind, label), printed in one.annotation.pieces("sub_question", "answer_intro", "answer_part").items():
        text = texts["sub_questions" if kind == "sub_question" else "answer_parts"].get(label or "")
        if text is not None:
            assert squash(told(one.annotation.without_markers(printed))).endswith(squash(told(text)))


@each_document
def test_the_pairs_are_the_sub_questions(one: Generated) -> None:
    asked = [label for _, label in one.annotation.pieces("sub_question")]
    assert [pair["label"] for pair in one.annotation.fields["pairs"]] == asked
    parts = {label or "" for _, label in one.annotation.pieces("answer_intro", "answer_part")}
    assert {part for pair in one.annotation.fields["pairs"] for part in pair["parts"]} <= parts


# ---------------------------------------------------------------------------------------------- the truth


def part(label: str | None, text: str = "Ja.") -> Piece:
    return Piece("answer_part" if label else "answer_intro", label, blocks=[Block(text)] if text else [])


@pytest.mark.parametrize(
    ("label", "answer", "alignment", "parts"),
    [
        pytest.param("1", [part("1"), part("2")], "label", ["1"], id="its own label"),
        pytest.param("5", [part("5"), part("5.x")], "label", ["5", "5.x"], id="letters that nobody asked go along"),
        pytest.param("3", [part("3", ""), part("3.a")], "children", ["3.a"], id="an empty number has its letters"),
        pytest.param("2", [part("1,2")], "combined", ["1,2"], id="several labels"),
        pytest.param("3.a", [part("3,4")], "combined", ["3,4"], id="its number among several labels"),
        pytest.param("3.a", [part("3")], "parent", ["3"], id="a letter answered by its number"),
        pytest.param("3", [part(None)], "whole", [""], id="an answer without labels"),
        pytest.param(None, [part(None)], "whole", [""], id="a question without a label"),
        pytest.param("3", [part("1")], "none", [], id="nothing answers it"),
        pytest.param("3", [], "none", [], id="no answer"),
    ],
)
def test_the_alignment_is_the_table_of_anatomy(
    label: str | None, answer: list[Piece], alignment: str, parts: list[str]
) -> None:
    assert _aligned(label, ["1", "2", "3", "3.a", "4", "5"], answer) == (alignment, parts)


@pytest.mark.parametrize(
    ("day", "session"),
    [
        (date(2020, 9, 25), "2019-2020"),
        (date(2020, 9, 28), "2020-2021"),
        (date(2023, 9, 24), "2022-2023"),
        (date(2023, 9, 25), "2023-2024"),
        (date(2019, 5, 26), "BZ-2019"),
        (date(2019, 9, 23), "2019-2020"),
    ],
)
def test_sessions_open_on_the_fourth_monday_of_september(day: date, session: str) -> None:
    """The openings are those that anatomy.md names."""
    assert session_of(day) == session


def test_legislatures_and_keys() -> None:
    assert legislature_of(date(2024, 6, 8)) == "2019-2024"
    assert legislature_of(date(2024, 6, 9)) == "2024-2029"
    assert minister_slug("Noëlla D’Hülster") == "noella-d-hulster"


# ---------------------------------------------------------------------------------------------- hyphens


class Always(Random):
    """A word is broken wherever it can be."""

    def random(self) -> float:
        return 0.0


def test_a_hyphen_goes_where_the_word_stands_whole_elsewhere() -> None:
    text = f"Het steeg van subsidie{JOINT}bedrag"
    breaker = Breaker(Always(), [text, "Een subsidiebedrag."], on=True)
    assert wrap(text, 23, breaker) == ["Het steeg van subsidie-", "bedrag"]
    assert (breaker.mended, breaker.kept) == (["subsidiebedrag"], [])


def test_a_hyphen_stays_where_nothing_tells() -> None:
    text = f"Het steeg van subsidie{JOINT}bedrag"
    breaker = Breaker(Always(), [text], on=True)
    wrap(text, 23, breaker)
    assert breaker.kept == [(f"subsidie{JOINT}bedrag", "subsidie-bedrag")]


@pytest.mark.parametrize("elsewhere", ["subsidiebedragen", "subsidieplan"])
def test_no_word_is_broken_where_the_evidence_is_open(elsewhere: str) -> None:
    """Another form of the word, or another compound with its first half, convinces some and not others."""
    text = f"Het steeg van subsidie{JOINT}bedrag"
    assert wrap(text, 23, Breaker(Always(), [text, elsewhere], on=True)) == ["Het steeg van", "subsidiebedrag"]


def test_marks_are_not_told() -> None:
    assert plain(f"zorg{JOINT}plan\ue0002\ue001.") == "zorgplan."
