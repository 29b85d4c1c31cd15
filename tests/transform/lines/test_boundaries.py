"""Boundaries inside lines: what an export left of a line end (anatomy.md, Enumerations)."""

from __future__ import annotations

import re

import pytest

from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.lines import boundaries as module
from transform.lines.boundaries import cut_at_lost_ends
from transform.lines.lines import Boundary, read_lines

EXAMPLES: Examples = {
    "GLUED": [
        ("zijn.De rest", ""),
        ("zo?2. Welke", ""),
        ("volgende:- minder", ""),
        ("zo”)De rest", ""),
        ("e?3. 17 %", ""),
    ],
    "GLUED_TOO": [("er 812.2. Daarvan", ""), ("20 %;b) de", ""), ("klaar .b) Het", "")],
    "GLUED_STOP": [("zijn.De", "."), ("volgende:- minder", ":"), ("20 %b", "%")],
    "HINT": [("zijn.De", "."), ("zo? 2. Welke", "? ")],
    "LABEL_AT_END": ["1.", ("zo? 2.", "? 2.")],
    "MID_LINE": [("er 812. 2. en 3. Dat", ". "), ("zo? b) Hoe", "? ")],
    "PLACE_AFTER_SPACE": [("zo dan", "d")],
    "CELL_BEFORE_LABEL": [("95 b) De", "95 b)"), ("4 - 23) De", "4 - 2")],
    "SECOND_OF_LIST": ["b)", "(b)", "B.", "ii."],
    "NUMERAL": ["ii.", "(iv)"],
    "BEGINS": [
        (" Hoeveel", " H"),
        (" “Het", " “"),
        (" 36 ondernemingen", " 3"),
        (" a) Hoe", " a) "),
        (" a)Hoe", " a)H"),
    ],
    "BEGINS_MID_LINE": [(" Hoeveel", " H"), ("1)Hoeveel", "H")],
    "NOTE": [("[1] Zie", "[1] "), ("[2] https:", "[2] ")],
    "SENTENCE_STOP": [("klaar. Dan", "."), ("klaar.” Dan", ".”")],
    "BRACKETED_NUMBER": ["[1]"],
    "TORN_ADDRESS": [("https://www.voorbeeld.be/pagina- twee", "https://www.voorbeeld.be/pagina-")],
    "WORD": [("zo dan", "zo")],
    "FIRST_POINT": [("audit: 1. het onderwerp", ": ")],
    "LATER_POINT": [("het onderwerp; 2. de auditor", "; ")],
}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


def cut(text: str) -> list[str]:
    """The lines of a text after its lost line ends were found."""
    return [line.text for line in cut_at_lost_ends(read_lines(text), text)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("Hoe is dat zo?2. Welke?", ["Hoe is dat zo?", "2. Welke?"], id="a label behind a question mark"),
        pytest.param("Dat is zo.De rest volgt.", ["Dat is zo.", "De rest volgt."], id="two sentences"),
        pytest.param("Het volgende:- minder;- meer", ["Het volgende:", "- minder;", "- meer"], id="bullets"),
        pytest.param("In elk gebouw.b) De rest", ["In elk gebouw.", "b) De rest"], id="a letter"),
        pytest.param(
            "Hoeveel?2. Welke er zijn er 812.3. Dat", ["Hoeveel?", "2. Welke er zijn er 812.", "3. Dat"], id="a figure"
        ),
        pytest.param("Zij zijn er.2.    Welke?", ["Zij zijn er.", "2.    Welke?"], id="several blanks behind a label"),
        pytest.param("zie https://www.abc.be/sluis?2. en www.De.be", None, id="no address is cut"),
        pytest.param("de heer J.Peeters en nr.5. Dat", None, id="neither an initial nor an abbreviation"),
        pytest.param("2.2. Welke sluis is dicht?", None, id="nor a dotted label"),
        pytest.param('Commissie "Dieselgate" en "Het Net"', None, id="nor a quotation"),
    ],
)
def test_a_line_end_that_was_lost_without_a_trace(text: str, lines: list[str] | None) -> None:
    assert cut(text) == (lines or [text])


def test_what_parts_the_lines_is_told() -> None:
    text = "Hoe is dat zo?2. Welke er zijn?   3. Waarom? 4. Wie?"
    found = cut_at_lost_ends(read_lines(text), text)
    told = [line.boundary for line in found]
    assert told == [Boundary.BLANK_LINE, Boundary.NOTHING, Boundary.BLANKS, Boundary.BLANK]


def test_a_label_in_mid_line_is_a_candidate_where_no_line_end_was_lost() -> None:
    text = "1. Er zijn er 812. 2. en 3. Dat wordt niet bijgehouden."
    found = cut_at_lost_ends(read_lines(text), text)
    assert [(line.text, line.boundary) for line in found] == [
        ("1. Er zijn er 812.", Boundary.BLANK_LINE),
        ("2. en 3. Dat wordt niet bijgehouden.", Boundary.MID_LINE),
    ]
    assert found[1].lead == len("1. Er zijn er 812. ")


def test_no_figure_inside_a_sentence_is_a_candidate() -> None:
    assert cut("De nota bij art. 5. Het gaat om punt 2) van tabel 3.") == [
        "De nota bij art. 5. Het gaat om punt 2) van tabel 3."
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Graag voor elke audit: 1. het onderwerp; 2. de geauditeerde\nentiteit; 3. de kostprijs.",
            ["Graag voor elke audit:", "1. het onderwerp;", "2. de geauditeerde", "entiteit;", "3. de kostprijs."],
            id="points that go on over a line end",
        ),
        pytest.param(
            "Graag voor elke audit: 1) het onderwerp; 2. de auditor.",
            ["Graag voor elke audit: 1) het onderwerp; 2. de auditor."],
            id="two styles are no list",
        ),
        pytest.param(
            "Dat geldt indien 1) de wachtlijst groeit; 2) de vraag stijgt.",
            ["Dat geldt indien 1) de wachtlijst groeit; 2) de vraag stijgt."],
            id="nothing introduces them",
        ),
        pytest.param(
            "De klasse was: 1. hoog.\nDaarna kwam de lage; 2. nooit.",
            ["De klasse was: 1. hoog.", "Daarna kwam de lage; 2. nooit."],
            id="a sentence ends the list",
        ),
    ],
)
def test_points_of_a_list_inside_a_sentence(text: str, wanted: list[str]) -> None:
    assert cut(text) == wanted
