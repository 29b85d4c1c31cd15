"""Footnotes and their markers, in both styles (anatomy.md, The pieces)."""

from __future__ import annotations

import re

import pytest

from tests.transform.documents import document, lines_of, parse, pieces
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.lines import footnotes as module
from transform.lines.footnotes import find_notes
from transform.lines.page import Page

EXAMPLES: Examples = {
    "BRACKETED_NOTE": [("[1] Art. 15", "[1] "), "[12]"],
    "FOOT_NOTE": [("1 ‘LEZ’ is", "1 "), ("2 https://ladders.example", "2 "), ("¹ Zie", "¹ "), ("²Zie", "²"), "3"],
    "BRACKETED_MARKER": [("de gemeente [1] en", " [1]"), ("gemeente.[12]", "[12]")],
    "GLUED_MARKER": [("gevel1 in", "1"), ("gemeente.1 Daarna", "1"), ("(de sluis)12 en", "12")],
    "GLUED_TO_CAPITALS": [("de KMO1 in", "1")],
    "SUPERSCRIPT_MARKER": [("gemeente¹ en", "¹"), ("gemeente¹² en", "¹²")],
    "NOT_A_MARKER": [("25 m", "m"), ("in km", "km"), ("nr.", "nr."), ("art.", "art."), ("p.", "p."), ("1.", "1.")],
    "BEGINS_NOTE": [("‘LEZ’ is", "‘"), ("Zie de nota", "Z"), ("(zie boven)", "(")],
    "WORD_AT_END": [("elke KMO", "KMO"), ("de gemeente", "gemeente")],
    "WHOLE_WORD": [("ETS1", "ETS1"), ("de sluis", "de")],
    "MONTH": [("januari 2024", "januari"), ("Mei", "Mei")],
}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_a_note_does_not_begin_with_just_any_word() -> None:
    assert module.BEGINS_NOTE.match("of twee dagen") is None


@pytest.mark.parametrize("text", ["https://ladders.example", "www.ladders.example", "zie boven", "cf. boven", "art. 3"])
def test_a_note_may_begin_with_these_small_letters(text: str) -> None:
    assert module.BEGINS_NOTE.match(text)


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


PAGE = Page(60, 54)


def notes(text: str) -> list[tuple[str, str]]:
    """The footnotes of a text: marker and text."""
    lines = lines_of(text)
    return [
        (one.marker, " ".join(text[one.text_start : lines[one.lines.stop - 1].end].split()))
        for one in find_notes(lines, PAGE)
    ]


def markers(text: str) -> list[str]:
    """What stands right before and in each marker's place."""
    found = find_notes(lines_of(text), PAGE)
    return [text[max(0, start - 4) : end] for one in found for start, end in one.places]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("De ladder is nat.[1] Dat hoort.\n\n[1] Zie de nota.", [("1", "Zie de nota.")], id="at the end"),
        pytest.param(
            "De ladder [1] is nat [2].\n\n[1] Zie de nota.\n[2] Zie de brief.",
            [("1", "Zie de nota."), ("2", "Zie de brief.")],
            id="two under each other",
        ),
        pytest.param(
            "De ladder [1] is nat.\n\n[1] Zie de nota van de dienst die\nalle ladders opvolgt.\n\nVoorts is er dit.",
            [("1", "Zie de nota van de dienst die alle ladders opvolgt.")],
            id="over two lines, up to a blank line",
        ),
        pytest.param(
            "De ladder [1] is nat.\n\n[1] https://ladders.example/lijst",
            [("1", "https://ladders.example/lijst")],
            id="an address",
        ),
        pytest.param("De ladder [1] is nat.", [], id="a marker without a note"),
        pytest.param("De ladder is nat.\n\n[1] Zie de nota.", [("1", "Zie de nota.")], id="a note without a marker"),
    ],
)
def test_notes_in_brackets(text: str, wanted: list[tuple[str, str]]) -> None:
    assert notes(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Er is sprake van gevel1 in deze sector.\n1 Het weglekken van water.\n",
            [("1", "Het weglekken van water.")],
            id="glued to a word",
        ),
        pytest.param(
            "Dat blijkt uit de cijfers.1 Ook elders.\n1 Zie de nota.\n",
            [("1", "Zie de nota.")],
            id="glued to a full stop",
        ),
        pytest.param(
            "Dat blijkt1 uit de cijfers2 van nu.\n1 Zie de nota.\n2 Zie de brief.\n",
            [("1", "Zie de nota."), ("2", "Zie de brief.")],
            id="two under each other",
        ),
        pytest.param(
            "Dat blijkt¹ uit de cijfers van nu.\n¹ Zie de nota.\n", [("1", "Zie de nota.")], id="superscript figures"
        ),
        pytest.param(
            "De ladders zijn nat.1 En oud.2\n1 Zie de nota.\n2 Zie de brief.\n1. Hoeveel?\n",
            [("1", "Zie de nota."), ("2", "Zie de brief.")],
            id="right under a sentence that ends with a marker",
        ),
        pytest.param(
            "De ladders1 zijn nat. Wij\n1 Zie de nota.\n2 Zie de brief.\n\n\fvegen ze2 elk jaar.\n",
            [("1", "Zie de nota."), ("2", "Zie de brief.")],
            id="the page broke before the marker of its last note",
        ),
        pytest.param(
            "De KMO1 telt. Elke KMO betaalt.\n\n1 Kleine of middelgrote onderneming.\n",
            [("1", "Kleine of middelgrote onderneming.")],
            id="glued to capitals, where the word stands without it too",
        ),
    ],
)
def test_notes_at_the_foot_of_a_page(text: str, wanted: list[tuple[str, str]]) -> None:
    assert notes(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Er zijn grenzen aan ETS1 en aan de ladder.\n\n1 Januari was nat.\n", id="a word with a figure"),
        pytest.param("De ladder beslaat 25 m2 in de sluis.\n\n2 Ladders zijn er.\n", id="square metres"),
        pytest.param("De uitstoot van CO2 daalt.\n\n2 Ladders zijn er.\n", id="a chemical formula"),
        pytest.param("Zie art.1 van de nota.\n\n1 Ladder is er.\n", id="an article"),
        pytest.param("Zie nr.1 in de lijst.\n\n1 Ladder is er.\n", id="a number"),
        pytest.param("De ladder is nat.\n\n1 Ladder is er.\n", id="no marker at all"),
        pytest.param("Dat begon1 toen.\n\n1 januari 2024 was nat.\n", id="a date at the start of a line"),
        pytest.param(
            "Dat begon toen1\nen het duurde\n1 of twee dagen.\n",
            id="a figure in mid-sentence",
        ),
        pytest.param(
            "De ladder in de Leie, die vorig jaar werd vernieuwd, is nat\n[1] en oud. Dat is zo.",
            id="a marker that a wrap brought to the start of a line",
        ),
    ],
)
def test_a_figure_is_no_marker_and_a_line_no_note(text: str) -> None:
    assert notes(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("In de gemeente.[1] Ook.\n\n[1] Zie de nota.", ["nte.[1]"], id="in brackets"),
        pytest.param("In de [1] en daar [1].\n\n[1] Zie de nota.", ["n de [1]", "daar [1]"], id="twice"),
        pytest.param("De gevel1 in de sector.\n1 Het weglekken.\n", ["evel1"], id="glued"),
        pytest.param(
            "De uitstoot van CO2 in 25 m2 daalt1 en stijgt2 weer.\n1 Zie de nota.\n2 Zie de brief.\n",
            ["aalt1", "ijgt2"],
            id="glued, beside figures that are none",
        ),
    ],
)
def test_the_place_of_a_marker(text: str, wanted: list[str]) -> None:
    assert markers(text) == wanted


def test_a_note_interrupts_the_piece_that_its_page_broke() -> None:
    """The piece goes on after it, as a second stretch with the same label, and its text is whole."""
    full = "Hoeveel ladders zijn er in de rivieren en de kanalen van deze streek, met hun gevel1 en de"
    body = f"1. {full}\n1 Het weglekken van water.\n\f\nkosten daarvan?\n2. Waar staan ze?"
    text = document(body)
    assert [one for one in pieces(text) if one[0] in ("sub_question", "footnote")] == [
        ("sub_question", "1", f"1. {full}"),
        ("footnote", "1", "1 Het weglekken van water."),
        ("sub_question", "1", "kosten daarvan?"),
        ("sub_question", "2", "2. Waar staan ze?"),
    ]
    assert parse(text).sub_questions[0].text == f"{full.replace('gevel1', 'gevel')} kosten daarvan?"


def test_a_page_ends_on_the_answers_side_with_the_notes_of_the_question() -> None:
    """The numbers run on, and a label alone on its line stands right above the notes."""
    text = document(
        "De ladder is nat1 en oud.\n1. Hoeveel ladders2 zijn er?",
        "1.\n1 Zie de nota.\n2 Zie de brief.\nPagina 1 van 2\nEr zijn er acht3 hier.\n3 Zie de lijst.",
    )
    parsed = parse(text)
    assert [label for kind, label, _ in pieces(text) if kind == "footnote"] == ["1", "2", "3"]
    assert parsed.question is not None
    assert parsed.question.preamble == "De ladder is nat en oud."
    assert [one.text for one in parsed.answer_parts] == ["Er zijn er acht hier."]


def test_the_notes_of_an_answer_may_begin_again() -> None:
    text = document(
        "De ladder is nat.[1]\n1. Hoeveel zijn er?\n\n[1] Zie de nota.",
        "1. Er zijn er acht1 in de streek.\n1 Zie de lijst.",
    )
    assert [words for kind, _, words in pieces(text) if kind == "footnote"] == ["[1] Zie de nota.", "1 Zie de lijst."]


def test_a_note_whose_number_stands_above_its_address() -> None:
    """The address is as wide as the page, and does not fit beside the number."""
    text = "Dat blijkt uit de cijfers1 van nu.\n1\nhttps://ladders.example/lijst"
    assert notes(text) == [("1", "https://ladders.example/lijst")]


def test_a_marker_glued_to_capitals_is_believed_on_the_page_that_ends_with_its_note() -> None:
    assert notes("De KMO1 telt mee.\n1 Kleine of middelgrote onderneming.\n\fVoorts dit.") == [
        ("1", "Kleine of middelgrote onderneming.")
    ]
    assert notes("De KMO1 telt mee.\n\n1 Kleine of middelgrote onderneming.\n\nVoorts dit.") == []


def test_a_note_does_not_run_over_furniture() -> None:
    """Its line is full, as if it went on; but the page ends, and what follows is the piece that the page broke."""
    full = "Hoeveel ladders zijn er in de rivieren en de kanalen van deze streek, met hun gevel1 en"
    note = "1 Het weglekken van water langs de treden van een ladder, zoals de dienst dat vorig jaar"
    text = document(f"1. {full}\n{note}\nPagina 1 van 2\nkosten daarvan?\n2. Waar staan ze?")
    assert [words for kind, _, words in pieces(text) if kind == "footnote"] == [note]
    assert parse(text).sub_questions[0].text == f"{full.replace('gevel1', 'gevel')} kosten daarvan?"


def test_a_label_is_no_note() -> None:
    body = "De ladder is nat1 en oud.\n1. Hoeveel ladders zijn er?\n2. Waar staan ze?"
    assert [kind for kind, _, _ in pieces(document(body)) if kind == "footnote"] == []


def test_the_markers_of_both_sides_leave_the_text() -> None:
    text = document(
        "De ladder is nat.[1]\n1. Hoeveel ladders zijn er?\n\n[1] Zie de nota.",
        "1. Er zijn er acht.[2]\n\n[2] Zie de lijst.",
    )
    parsed = parse(text)
    assert parsed.question is not None
    assert parsed.question.preamble == "De ladder is nat."
    assert [one.text for one in parsed.answer_parts] == ["Er zijn er acht."]
    assert [label for kind, label, _ in pieces(text) if kind == "footnote"] == ["1", "2"]


@pytest.mark.parametrize("unit", ["CO2", "m2", "ETS1"])
def test_a_figure_that_belongs_to_its_word_stays(unit: str) -> None:
    body = f"De waarde in {unit} daalt.[1]\n1. Hoeveel {unit} is het?\n\n[1] Zie de nota."
    assert parse(document(body)).sub_questions[0].text == f"Hoeveel {unit} is het?"
