"""Whole documents: what comes out of them, what is refused, and what never matters."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from corpus.any_text import SAMPLE_TEXTS
from corpus.generator.generate import generate
from corpus.headings import ANSWER_HEADER, NOTICE, QUESTION_HEADER, TITLES
from corpus.laws import check_segments, told_by
from records import Addressee, Pair
from tests.transform.documents import document, parse, pieces, raw
from transform import parse as module
from transform.parse import document_starts, parse_document

BODY = """In de Vlaamse rivieren staan visladders. Ze helpen vissen over de stuwen, maar hun onderhoud
laat te wensen over.[1]

[1] Zie de nota van de dienst.

1. Hoeveel visladders zijn er?
2. Onderhoud:
a) Wie veegt ze?
b) Hoe vaak?
3. Plant de minister nieuwe ladders?"""
ANSWER = """Ik dank u voor uw vraag.
1. Er zijn er acht. Vier daarvan staan in de Leie, waar de stuwen het hoogst zijn, en de andere staan
in de Maas.
2. De dienst veegt ze.
a) Twee ploegen doen dat.
3. Ja."""
WHOLE = document(BODY, ANSWER, notice=NOTICE, annex="\nBIJLAGE\nKaart")


def test_a_whole_document() -> None:
    parsed = parse(WHOLE)
    assert (parsed.parliament, parsed.session, parsed.layout, parsed.reason) == (
        "vlaams-parlement",
        "2022-2023",
        "flemish",
        None,
    )
    question = parsed.question
    assert question is not None
    assert question.question_id == "vlaams-parlement/2022-2023/greta-vanputte/41"
    assert (question.number, question.asked_on, question.asker) == (41, date(2022, 11, 14), "Noor D'Hulster")
    assert (question.theme, question.subject, question.status) == ("Visladders", "Onderhoud", "answered")
    assert question.preamble == (
        "In de Vlaamse rivieren staan visladders. Ze helpen vissen over de stuwen, "
        "maar hun onderhoud laat te wensen over."
    )
    assert parsed.addressees == (
        Addressee("Joris Wolfaert", 417, "vlaams-parlement/2022-2023/joris-wolfaert/417"),
        Addressee("Greta Vanputte", 41, "vlaams-parlement/2022-2023/greta-vanputte/41"),
    )
    assert [(one.label, one.parent_label, one.depth, one.text) for one in parsed.sub_questions] == [
        ("1", None, 1, "Hoeveel visladders zijn er?"),
        ("2", None, 1, "Onderhoud:"),
        ("2.a", "2", 2, "Wie veegt ze?"),
        ("2.b", "2", 2, "Hoe vaak?"),
        ("3", None, 1, "Plant de minister nieuwe ladders?"),
    ]
    assert parsed.answer is not None
    assert (parsed.answer.responder, parsed.answer.intro) == ("Greta Vanputte", "Ik dank u voor uw vraag.")
    assert parsed.answer.responder_role == " ".join(TITLES.split())
    assert parsed.answer.annex == "BIJLAGE\nKaart"
    assert [(one.labels, one.sub_question_positions) for one in parsed.answer_parts] == [
        ((), ()),
        (("1",), (1,)),
        (("2",), (2,)),
        (("2.a",), (3,)),
        (("3",), (5,)),
    ]
    first = (
        "Er zijn er acht. Vier daarvan staan in de Leie, waar de stuwen het hoogst zijn, en de andere staan in de Maas."
    )
    assert parsed.pairs == (
        Pair(1, "1", "Hoeveel visladders zijn er?", first, "label", "answered"),
        Pair(2, "2", "Onderhoud:", "De dienst veegt ze.", "label", "answered"),
        Pair(3, "2.a", "Wie veegt ze?", "Twee ploegen doen dat.", "label", "answered"),
        Pair(4, "2.b", "Hoe vaak?", "De dienst veegt ze.", "parent", "answered"),
        Pair(5, "3", "Plant de minister nieuwe ladders?", "Ja.", "label", "answered"),
    )
    notes = [one for one in parsed.references if one.kind == "footnote"]
    assert [(one.marker, one.text, one.section) for one in notes] == [("1", "Zie de nota van de dienst.", "preamble")]


def test_an_answer_alone_is_a_question_whose_heading_is_missing() -> None:
    parsed = parse(f"{ANSWER_HEADER}\n\nDe dienst telde er acht.\n")
    assert parsed.question is not None
    assert parsed.question.question_id == "vlaams-parlement/2022-2023/greta-vanputte/41"
    assert parsed.question.warnings
    assert parsed.answer is not None
    assert parsed.answer.text == "De dienst telde er acht."


# ---------------------------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \r\n\f\t\u00a0\n", id="nothing but white space"),
        pytest.param("Boodschappen\n- brood\n- kaas\n1. melk\n2. eieren?\n", id="a shopping list"),
        pytest.param("Geachte mevrouw,\n\nwanneer komt de bus?\n", id="a letter"),
        pytest.param("Het antwoord op vraag nr. 12 van 3 mei 2022 was kort.\n", id="a sentence about an answer"),
    ],
)
def test_what_is_no_written_question_is_rejected_with_a_reason(text: str) -> None:
    parsed = parse(text)
    assert parsed.question is None
    assert parsed.reason
    assert (parsed.session, parsed.layout) == ("unknown", None)
    assert (parsed.sub_questions, parsed.answer, parsed.pairs, parsed.references) == ((), None, (), ())
    check_segments(text, parsed)


def test_a_source_that_is_no_text_is_rejected_with_its_problem() -> None:
    parsed = parse_document(replace(raw(WHOLE), problem="binary: a PDF file"))
    assert (parsed.question, parsed.reason) == (None, "binary: a PDF file")
    check_segments(WHOLE, parsed)


# ---------------------------------------------------------------------------------------------- several in one file

FIRST = document(BODY, ANSWER)
OTHER_HEADER = QUESTION_HEADER.replace("nr. 41", "nr. 42")
LOST_HEADER = f"aan GRETA VANPUTTE\n{TITLES}"


@pytest.mark.parametrize(
    ("documents", "how"),
    [
        pytest.param([FIRST], "", id="one"),
        pytest.param([FIRST, document(BODY, header=OTHER_HEADER)], "", id="two, right after one another"),
        pytest.param([FIRST, document(BODY, header=OTHER_HEADER)], "\n\f\n", id="two, on pages of their own"),
        pytest.param([document(BODY), FIRST, document(BODY)], "\n\n", id="three, some without an answer"),
        pytest.param([FIRST, document(BODY, ANSWER, header=LOST_HEADER)], "\n", id="the second heading lost to aan"),
        pytest.param([document(BODY, ANSWER, header=LOST_HEADER), FIRST], "\n", id="the first heading lost to aan"),
        pytest.param([FIRST, document(BODY, header=f"GRETA VANPUTTE\n{TITLES}")], "\n", id="even aan lost"),
        pytest.param(
            [f"{ANSWER_HEADER}\nDe dienst telde er acht.\n", FIRST], "\n", id="an answer before the first heading"
        ),
        pytest.param([" ".join(FIRST.split()), " ".join(document(BODY).split())], "\n", id="each flattened to a line"),
    ],
)
def test_documents_begin_where_the_next_heading_begins(documents: list[str], how: str) -> None:
    text = how.join(documents)
    starts = document_starts(text)
    parts = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
    assert parts == [one.strip() for one in documents]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Boodschappen\n- brood\n", id="no heading"),
        pytest.param("AN MAES\nVLAAMS MINISTER VAN WELZIJN ANTWOORD\n", id="titles and ANTWOORD on one line"),
        pytest.param(f"\n\n{FIRST}", id="blank lines before the heading"),
        pytest.param(f"Vlaams Parlement\n\n{FIRST}", id="a page header before the heading"),
        pytest.param(document(f"{BODY}\n4. Deelt u SCHRIFTELIJKE VRAAG nr. 12?"), id="a heading's words inside a line"),
    ],
)
def test_there_is_one_document(text: str) -> None:
    assert document_starts(text) == [0]


# ---------------------------------------------------------------------------------------------- what never matters

DOCUMENTS = {
    "whole": WHOLE,
    "without an answer": document(BODY),
    "furniture": document(f"{BODY}\nPagina 1 van 2\n\fHoe?", ANSWER),
    "bullets and a table": document(
        "Soorten:\n- aal\n- zalm\n2022\n12\n1. Hoeveel?\n2. Waar?", "1. Acht:\n• aal\n2. Overal."
    ),
}


ALL_TEXTS = [pytest.param(text, id=name) for name, text in DOCUMENTS.items()] + [
    pytest.param(text, id=name) for name, text in SAMPLE_TEXTS.items()
]


@pytest.mark.parametrize("text", ALL_TEXTS)
def test_line_ends_and_trailing_blanks_do_not_matter(text: str) -> None:
    plain = re.sub(r"[ \t]*\r?\n", "\n", text)
    wanted = told_by(parse(plain))
    assert told_by(parse(plain.replace("\n", "\r\n"))) == wanted
    assert told_by(parse(plain.replace("\n", " \n"))) == wanted
    assert told_by(parse(plain.replace("\n", "\t  \r\n"))) == wanted


def test_the_same_text_gives_the_same_document() -> None:
    assert parse(WHOLE) == parse(WHOLE)
    assert pieces(WHOLE) == pieces(WHOLE)


@pytest.mark.parametrize("window", [300, 1_000, 5_000, 50_000])
def test_documents_are_told_apart_in_windows_as_in_the_whole(window: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of any length is looked at piece by piece; where a document begins does not hang on the pieces."""
    texts = [generate(7, number).raw_text.strip() + "\n\n" for number in range(12)]
    whole = document_starts("".join(texts))
    assert len(whole) > len(texts) // 2
    monkeypatch.setattr(module, "WINDOW", window)
    assert document_starts("".join(texts)) == whole
