"""Whole documents: what comes out of them, what is refused, and what holds for any text at all."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.decoding import decode
from records import Addressee, AnswerPart, Pair, ParsedDocument, SubQuestion
from tests.transform.documents import ANSWER_HEADER, QUESTION_HEADER, TITLES, document, parse, pieces, raw
from transform.parse import document_starts, parse_document

SAMPLES = sorted((Path(__file__).parents[2] / "data" / "raw").rglob("*.txt"))
SAMPLE_TEXTS = [decode(path.read_bytes()).text for path in SAMPLES]

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
NOTICE = "Deze vraag werd gesteld aan de ministers Joris Wolfaert (417) en Greta Vanputte (41)."
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
        Pair(1, "1", "Hoeveel visladders zijn er?", first, "label"),
        Pair(2, "2", "Onderhoud:", "De dienst veegt ze.", "label"),
        Pair(3, "2.a", "Wie veegt ze?", "Twee ploegen doen dat.", "label"),
        Pair(4, "2.b", "Hoe vaak?", "De dienst veegt ze.", "parent"),
        Pair(5, "3", "Plant de minister nieuwe ladders?", "Ja.", "label"),
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


def texts_of(parsed: ParsedDocument) -> dict[str, Any]:
    """All that a document says, without offsets and without what depends on its hash."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: plain(one)
                for key, one in value.items()
                if key not in ("char_start", "char_end", "document_id", "segments")
            }
        if isinstance(value, tuple | list):
            return [plain(one) for one in value]
        return value.replace(parsed.document_id[:12], "…") if isinstance(value, str) else value

    told: dict[str, Any] = plain(asdict(parsed))
    told["pieces"] = [(one.kind, one.label) for one in parsed.segments]
    return told


ALL_TEXTS = [pytest.param(text, id=name) for name, text in DOCUMENTS.items()] + [
    pytest.param(text, id=path.stem) for path, text in zip(SAMPLES, SAMPLE_TEXTS, strict=True)
]


@pytest.mark.parametrize("text", ALL_TEXTS)
def test_line_ends_and_trailing_blanks_do_not_matter(text: str) -> None:
    plain = re.sub(r"[ \t]*\r?\n", "\n", text)
    wanted = texts_of(parse(plain))
    assert texts_of(parse(plain.replace("\n", "\r\n"))) == wanted
    assert texts_of(parse(plain.replace("\n", " \n"))) == wanted
    assert texts_of(parse(plain.replace("\n", "\t  \r\n"))) == wanted


# ---------------------------------------------------------------------------------------------- what holds for any text


def check_segments(text: str, parsed: ParsedDocument) -> None:
    """The segments stand in order, overlap nowhere, and cover every non-blank character."""
    end = 0
    covered = ""
    for one in parsed.segments:
        assert end <= one.char_start < one.char_end <= len(text)
        assert not text[end : one.char_start].strip(), "characters lie in no segment"
        covered += text[one.char_start : one.char_end]
        end = one.char_end
    assert not text[end:].strip(), "characters lie in no segment"
    assert "".join(covered.split()) == "".join(text.split())


KINDS = set(
    "question_header title preamble sub_question footnote notice answer_header answer_intro answer_part annex "
    "furniture".split()
)


def check(text: str) -> ParsedDocument:
    """Everything that must hold for the parse of any text."""
    parsed = parse(text)
    check_segments(text, parsed)
    assert (parsed.question is None) == (parsed.reason is not None)
    assert {one.kind for one in parsed.segments} <= KINDS
    assert [one.sub_question_position for one in parsed.pairs] == list(range(1, len(parsed.sub_questions) + 1))
    labels = [one.label for one in parsed.sub_questions]
    assert len(labels) == len(set(labels)), "two sub-questions bear the same label"
    assert None not in labels or labels == [None]
    rows: list[SubQuestion | AnswerPart] = [*parsed.sub_questions, *parsed.answer_parts]
    for one in rows:
        assert 0 <= one.char_start < one.char_end <= len(text)
        assert one.text == one.text.strip()
        assert "\r" not in one.text
        assert "\n\n" not in one.text
    for part in parsed.answer_parts:
        assert all(1 <= position <= len(labels) for position in part.sub_question_positions)
        assert {labels[position - 1] for position in part.sub_question_positions} <= set(part.labels)
    for pair in parsed.pairs:
        assert (pair.answer is None) == (pair.alignment == "none")
    for reference in parsed.references:
        assert 0 <= reference.char_start < reference.char_end <= len(text)
    if parsed.question is not None:
        assert (parsed.answer is None) == (parsed.question.status == "unanswered")
    starts = document_starts(text)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert starts[-1] < max(len(text), 1)
    return parsed


@pytest.mark.parametrize("text", ALL_TEXTS)
def test_the_segments_of_a_document_tile_it(text: str) -> None:
    check(text)


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=120)
def test_any_text_is_parsed_or_rejected(text: str) -> None:
    check(text)


FRAGMENTS = [
    *QUESTION_HEADER.splitlines(),
    *ANSWER_HEADER.splitlines(),
    QUESTION_HEADER,
    ANSWER_HEADER,
    "Visladders  -  Onderhoud",
    "GECOÖRDINEERD ANTWOORD",
    NOTICE,
    "Deze vraag werd ook gesteld aan minister",
    "Er staan visladders in de Leie, en volgens de dienst ook in de beken die daarin uitmonden, zoals",
    "Hoeveel zijn het er?",
    "het decreet van 28 oktober 2022",
    "artikel 6.5.5 § 2 van het Energiebesluit",
    "zie antwoord op vraag 1",
    "25.000 euro",
    "1.12.2022",
    *("1.", "2.", "3.", "1)", "2)", "a)", "b)", "c)", "i)", "ii)", "I.", "II.", "1.1", "1.2", "1.a)", "2. a) Hoe?"),
    *("1 en 2.", "1-3.", "a) en b)", "Vraag 1", "Vragen 1 tot 3", "1", "2", "12."),
    *("[1]", "[1] Zie de nota.", "nat.[1]", "gevel1 in", "1 Zie de nota.", "2 https://ladders.example/"),
    *("https://ladders.example/lijst-", "2022.pdf", "sociaal-", "economische", "rivier-", "en zeevis"),
    *("- aal", "•", "o", "2024,", "de", "BIJLAGE", "Pagina 1 van 2", "Vlaams Parlement", "…", "\u00ad", "\x1c"),
]
GAPS = ["\n", "\n", "\n", " ", "\n\n", "\n\f", "\f", " \n", "", "  "]


@st.composite
def mixtures(draw: st.DrawFn) -> str:
    """Text made of what documents are made of, in any order and with any white space between."""
    words = draw(st.lists(st.sampled_from(FRAGMENTS), max_size=24))
    headed = draw(st.booleans())
    text = f"{QUESTION_HEADER}\nVisladders  -  Onderhoud\n\n" if headed else ""
    for word in words:
        text += word + draw(st.sampled_from(GAPS))
    return text


@given(mixtures())
@settings(deadline=None, max_examples=250)
def test_any_mixture_of_pieces_is_parsed_or_rejected(text: str) -> None:
    check(text)


@given(mixtures())
@settings(deadline=None, max_examples=60)
def test_line_ends_do_not_matter_in_any_mixture(text: str) -> None:
    assert texts_of(parse(text.replace("\n", "\r\n"))) == texts_of(parse(text))


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A sample with some stretches lost, doubled, moved, or with something else put between."""
    text = draw(st.sampled_from([one for one in SAMPLE_TEXTS if one]))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 400)))
        at = draw(st.integers(0, len(text)))
        change = draw(st.sampled_from(["lose", "double", "move", "insert", "line ends"]))
        if change == "lose":
            text = text[:start] + text[end:]
        elif change == "double":
            text = text[:at] + text[start:end] + text[at:]
        elif change == "move":
            rest = text[:start] + text[end:]
            at = min(at, len(rest))
            text = rest[:at] + text[start:end] + rest[at:]
        elif change == "insert":
            text = text[:at] + draw(st.sampled_from(FRAGMENTS)) + draw(st.sampled_from(GAPS)) + text[at:]
        else:
            text = (
                text[:start]
                + text[start:end].replace("\n", draw(st.sampled_from(["\r\n", " ", "\n\n", ""])))
                + text[end:]
            )
    return text


@given(mutations())
@settings(deadline=None, max_examples=80)
def test_any_damaged_sample_is_parsed_or_rejected(text: str) -> None:
    check(text)


def test_the_same_text_gives_the_same_document() -> None:
    assert parse(WHOLE) == parse(WHOLE)
    assert pieces(WHOLE) == pieces(WHOLE)
