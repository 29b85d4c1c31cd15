"""Whom a sentence of an answer names."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.layouts.flemish.citations import CITATION_DEFAULTS
from transform.meaning import ministers as module
from transform.meaning.ministers import Minister, Reader, is_whole, offices

EXAMPLES: Examples = {
    "HOLDER": [
        "minister Maesen",
        "collega, Koen Lammens",
        "minister van Justitie, de heer Jan Claes",
        "collega bevoegd voor Wonen",
        "staatssecretaris voor Asiel en Migratie",
        "minister van Binnenlands Bestuur, Steden- en Plattelandsbeleid en Cultuur",
        ("de eerste minister antwoordt", "eerste minister"),
        ("minister van Wonen, Šárka Őri, die", "minister van Wonen, Šárka Őri"),
    ],
    "TITLED": [
        "mevrouw Greet Maesen",
        "mevrouw Šárka Őri",
        ("de heer Jan Van den Eynde antwoordt", "de heer Jan Van den Eynde"),
    ],
    "PLACED": [
        ("verstrekt door Joris Wolfaert, die", "door Joris Wolfaert"),
        "door Łukasz Novák",
        ("Koen Lammens, Vlaams minister", "Koen Lammens"),
        ("het antwoord van Leen Aerts", "antwoord van Leen Aerts"),
        ("naar Koen Lammens, Vlaams minister", "Koen Lammens, "),
    ],
    "MEMBER": [
        ("uw collega Karin", "uw collega Karin"),
        ("volksvertegenwoordigers Aa Claes en Bb Maes in", "volksvertegenwoordigers Aa Claes en Bb Maes"),
        "gesteld door mevrouw Ann Bos",
        ("de vraag van collega Ann Bos", "vraag van collega Ann Bos"),
    ],
    "PREPOSITION": [
        ("ik verwijs naar mijn ", "naar mijn "),
        ("aan de bevoegde ", "aan de bevoegde "),
        ("tot de Vlaamse ", "tot de Vlaamse "),
        ("naar de heer ", "naar de heer "),
    ],
    "UNIQUE": ["eerste minister", "minister-president", ("viceminister-president", "minister-president")],
    "IN_OFFICE": [("mijn bevoegdheid als Vlaams ", "als Vlaams "), "in mijn hoedanigheid van "],
}

OFFICES: Examples = {
    "not_a_person": ["Vlaams", "Departement"],
    "asked_by": ["vraag nr. 123 van 4 mei 2020 van de heer Jan Claes", "vraag nr. 88 van An Maes"],
    "member": ["Jan Claes, Vlaams volksvertegenwoordiger"],
    "elsewhere": ["federale minister van Wonen", "collega's van de Gewest", "regionale ministers van mobiliteit"],
}
IN_FLANDERS = SimpleNamespace(**offices(CITATION_DEFAULTS)._asdict())


@pytest.mark.parametrize(
    ("pattern", "text", "part"), [*each_example(module, EXAMPLES), *each_example(IN_FLANDERS, OFFICES)]
)
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)
    assert set(vars(IN_FLANDERS)) == set(OFFICES)


def named(sentence: str) -> list[Minister]:
    both = [("Greta Vanputte", 41), ("Joris Wolfaert", 417)]
    return Reader("Greta Vanputte", both, offices(CITATION_DEFAULTS)).ministers_in(sentence)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        pytest.param("naar minister Leen Aerts", {"Leen Aerts"}, id="a minister"),
        pytest.param("naar minister Wolfaert", {"Joris Wolfaert", "Wolfaert"}, id="one of the addressees by surname"),
        pytest.param("gesteld door mevrouw Leen Aerts", set(), id="who asks is a member"),
        pytest.param("op de vraag van de heer Jan Claes", set(), id="whose question it is"),
        pytest.param("van Jan Claes, Vlaams volksvertegenwoordiger", set(), id="a member by office"),
        pytest.param("naar minister Greta Vanputte, Vlaams minister van Jeugd", set(), id="this minister"),
        pytest.param("naar de federale minister van Justitie, de heer Jan Claes", set(), id="another government"),
        pytest.param("het Integraal Verslag, Kamer, CRIV54 COM614", set(), id="a report is nobody"),
        pytest.param("de bevoegdheid van Sociale Zaken", set(), id="a field is nobody"),
        pytest.param("de vraag gesteld aan minister Leen Aerts", {"Leen Aerts"}, id="whom a question was put to"),
    ],
)
def test_names(sentence: str, names: set[str]) -> None:
    assert {one.name for one in named(sentence) if one.name} == names


def test_an_office_with_what_it_is_for_and_the_preposition_before_it() -> None:
    assert named("Ik verwijs naar de bevoegde Vlaamse minister van Jeugd en Media.") == [
        Minister(None, "minister van Jeugd en Media", "naar")
    ]


def test_one_person_is_minister_president() -> None:
    assert named("Ik verwijs naar de minister-president.") == [Minister(None, "minister-president", "naar")]
    assert named("Ik verwijs naar de viceminister-president.") == [Minister(None, None, "naar")]


@pytest.mark.parametrize(
    ("name", "whole"), [("Leen Aerts", True), ("Aerts", False), ("L. Aerts", False), ("Jan Van den Eynde", True)]
)
def test_a_whole_name_is_that_of_a_key(name: str, whole: bool) -> None:
    assert is_whole(name) is whole
