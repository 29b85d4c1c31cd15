"""Mentions that point back to an act named before (references.md, Rows)."""

from __future__ import annotations

import pytest

from tests.transform.references.citing import Case, check, found_in, note, parameters, passage, references

POINTING_BACK = [
    Case(
        "an article of the act before",
        "Bij decreet van 3 mei 2019. Artikel 43 van het decreet geldt.",
        [
            ("decreet van 3 mei 2019", {}),
            ("Artikel 43 van het decreet", {"article": "43", "act_date": "2019-05-03"}),
        ],
    ),
    Case(
        "bare, after an act was named",
        "Het decreet van 3 mei 2019 is er. Het decreet geldt.",
        [
            ("decreet van 3 mei 2019", {}),
            ("decreet", {"act_date": "2019-05-03"}),
        ],
    ),
    Case(
        "the same",
        "de wet van 3 mei 2019 en dezelfde wet",
        [("wet van 3 mei 2019", {}), ("wet", {"act_date": "2019-05-03"})],
    ),
    Case(
        "aforementioned",
        "het decreet van 3 mei 2019; voormeld decreet, het bovenvermelde decreet, voornoemd decreet",
        [
            ("decreet van 3 mei 2019", {}),
            *[("decreet", {"act_date": "2019-05-03"})] * 3,
        ],
    ),
    Case(
        "the nearest of that type",
        "het decreet van 3 mei 2019, de wet van 7 juni 2020 en artikel 2 van het decreet",
        [
            ("decreet van 3 mei 2019", {}),
            ("wet van 7 juni 2020", {}),
            ("artikel 2 van het decreet", {"act_date": "2019-05-03"}),
        ],
    ),
    Case(
        "the nearer of two",
        "het decreet van 3 mei 2019 en het decreet van 7 juni 2020. Het decreet geldt.",
        [
            ("decreet van 3 mei 2019", {}),
            ("decreet van 7 juni 2020", {}),
            ("decreet", {"act_date": "2020-06-07"}),
        ],
    ),
    Case(
        "a decision of any kind",
        "het KB van 3 mei 2019. Het genoemde besluit geldt.",
        [
            ("KB van 3 mei 2019", {}),
            ("besluit", {"act_type": "koninklijk besluit", "act_date": "2019-05-03"}),
        ],
    ),
    Case(
        "this and that need an article",
        "het decreet van 3 mei 2019. Dit decreet geldt; artikel 5 van dat decreet ook.",
        [
            ("decreet van 3 mei 2019", {}),
            ("artikel 5 van dat decreet", {"act_date": "2019-05-03"}),
        ],
    ),
    Case(
        "a codex",
        "de VCRO is er. De codex geldt.",
        [("VCRO", {}), ("codex", {"act_title": "Vlaamse Codex Ruimtelijke Ordening"})],
    ),
    Case(
        "the nearest decision of any kind",
        "het KB van 3 mei 2019 en het MB van 7 juni 2020. Het besluit geldt.",
        [
            ("KB van 3 mei 2019", {}),
            ("MB van 7 juni 2020", {}),
            ("besluit", {"act_type": "ministerieel besluit"}),
        ],
    ),
    Case(
        "a decision after an act is none",
        "het BVR van 3 mei 2019. Het besluit om te stoppen viel later.",
        [
            ("BVR van 3 mei 2019", {}),
        ],
    ),
    Case("what was no row is not pointed back to without an article", "Het Fietsdecreet is er. Het decreet geldt."),
    Case(
        "what was no row is pointed back to with one",
        "Het Fietsdecreet is er. Artikel 5 van dat decreet geldt.",
        [
            ("Artikel 5 van dat decreet", {"act_title": "Fietsdecreet"}),
        ],
    ),
    Case(
        "without an antecedent only an article is a row",
        "Het decreet zegt dat artikel 5 van de wet geldt.",
        [
            ("artikel 5 van de wet", {"act_type": "wet", "act_date": None, "act_title": None}),
        ],
    ),
    Case(
        "the title that stood before",
        "decreet van 3 mei 2019 over de kade. Nu dan: decreet van 3 mei 2019.",
        [
            ("decreet van 3 mei 2019", {}),
            ("decreet van 3 mei 2019", {"act_title": "over de kade"}),
        ],
    ),
    Case(
        "the type that stood before",
        "het ministerieel besluit van 3 mei 2019; het besluit van 3 mei 2019 over de kade",
        [
            ("ministerieel besluit van 3 mei 2019", {}),
            ("besluit van 3 mei 2019", {"act_type": "ministerieel besluit"}),
        ],
    ),
    Case(
        "by its year",
        "De wet van 5 mei 2009 over de kade geldt. De wet van 2009 is oud, zie artikel 3 van de wet van 2009.",
        [
            ("wet van 5 mei 2009", {"act_title": "over de kade"}),
            ("wet van 2009", {"act_date": "2009-05-05"}),
            ("artikel 3 van de wet van 2009", {"act_date": "2009-05-05", "article": "3"}),
        ],
    ),
    Case(
        "a year of no act before it",
        "De wet van 5 mei 2009 geldt, de wet van 2011 niet, artikel 5 van de wet van 2011 wel.",
        [("wet van 5 mei 2009", {}), ("artikel 5 van de wet van 2011", {"act_date": None, "article": "5"})],
    ),
    Case(
        "ervan",
        "Het decreet van 5 mei 2009 geldt. Zie artikel 3 ervan en artikel 5, § 2, daarvan.",
        [
            ("decreet van 5 mei 2009", {}),
            ("artikel 3 ervan", {"act_date": "2009-05-05", "article": "3"}),
            ("artikel 5, § 2, daarvan", {"act_date": "2009-05-05", "paragraph": "2"}),
        ],
    ),
    Case("ervan without an act", "Zie artikel 3 ervan.", []),
    Case(
        "the law in general",
        "De wet van 5 mei 2009 geldt. Dat is bij wet of door de wet bepaald.",
        [("wet van 5 mei 2009", {})],
    ),
]


@pytest.mark.parametrize("case", parameters([*POINTING_BACK]))
def test_antecedents(case: Case) -> None:
    check(case, "legislation")


def test_an_act_that_a_passage_names_is_pointed_back_to_in_the_next() -> None:
    first, second = "Volgens het decreet van 3 mei 2019.", "Artikel 5 van het decreet geldt."
    rows = found_in([passage(first), passage(second, "answer", "1", len(first) + 1)], [], [])
    assert [(one.section, one.section_label, str(one.act_date)) for one in rows] == [
        ("preamble", None, "2019-05-03"),
        ("answer", "1", "2019-05-03"),
    ]


def test_an_act_that_a_note_names_is_pointed_back_to_in_the_text_behind_it() -> None:
    before, words, after = "De kade is nat.", "Decreet van 3 mei 2019 over de kade.", "Artikel 5 van het decreet geldt."
    behind = len(before) + len(words) + 4
    rows = found_in([passage(before), passage(after, "answer", "1", behind)], [note("1", words, len(before))], [])
    assert [(one.kind, one.text, one.act_title) for one in rows] == [
        ("footnote", words, None),
        ("legislation", "Decreet van 3 mei 2019", "over de kade"),
        ("legislation", "Artikel 5 van het decreet", "over de kade"),
    ]


def test_an_act_that_stands_later_is_not_pointed_back_to() -> None:
    assert [one.text for one in references("Het decreet geldt. Het decreet van 3 mei 2019 ook.")] == [
        "decreet van 3 mei 2019"
    ]


def test_a_citation_does_not_cross_a_paragraph() -> None:
    assert [one.text for one in references("het decreet\nvan 3 mei 2019\nartikel 5")] == []
