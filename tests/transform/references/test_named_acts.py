"""Acts by name, those of the table and others (references.md, Rows)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.transform.references.citing import Case, check, found_in, parameters, passage

DLB = "Decreet Lokaal Bestuur"


NAMES = [
    Case(
        "a short name that the table knows stands alone",
        "Ook het Ondersteuningsdecreet geldt.",
        [
            (
                "Ondersteuningsdecreet",
                {"act_type": "decreet", "act_title": "Ondersteuningsdecreet", "act_date": "2012-02-17"},
            )
        ],
    ),
    Case(
        "an act with a numac has an ELI",
        "het Ondersteuningsdecreet",
        [
            (
                "Ondersteuningsdecreet",
                {"identifier": "http://www.ejustice.just.fgov.be/eli/decreet/2012/02/17/2012035299/justel"},
            )
        ],
    ),
    Case(
        "an act without a numac has none",
        "het Energiebesluit",
        [("Energiebesluit", {"identifier": None, "act_date": "2010-11-19"})],
    ),
    Case(
        "a name of several words",
        "de Vlaamse Codex Overheidsfinanciering",
        [
            (
                "Vlaamse Codex Overheidsfinanciering",
                {"act_type": "decreet", "act_title": "Vlaamse Codex Overheidsfinanciën"},
            ),
        ],
    ),
    Case(
        "a name with a hanging hyphen",
        "het Grond- en Pandendecreet",
        [("Grond- en Pandendecreet", {"act_date": "2009-03-27"})],
    ),
    Case("a name in small letters", "het decreet lokaal bestuur", [("decreet lokaal bestuur", {"act_title": DLB})]),
    Case(
        "an abbreviation", "artikel 5 VCRO", [("artikel 5 VCRO", {"act_title": "Vlaamse Codex Ruimtelijke Ordening"})]
    ),
    Case(
        "a name with its date",
        "het decreet Lokaal Bestuur van 22 december 2017",
        [
            ("decreet Lokaal Bestuur van 22 december 2017", {"act_title": DLB, "act_date": "2017-12-22"}),
        ],
    ),
    Case(
        "the heading behind the date gives the name",
        "decreet van 22 december 2017 over het lokaal bestuur",
        [
            ("decreet van 22 december 2017", {"act_title": DLB}),
        ],
    ),
    Case(
        "the heading without a date",
        "het decreet over het lokaal bestuur",
        [
            ("decreet over het lokaal bestuur", {"act_title": DLB, "act_date": "2017-12-22"}),
        ],
    ),
    Case(
        "the heading before the date",
        "het decreet over het lokaal bestuur van 22 december 2017",
        [
            ("decreet over het lokaal bestuur van 22 december 2017", {"act_title": DLB}),
        ],
    ),
    Case(
        "a date that two decrees may have tells no name",
        "decreet van 8 mei 2009",
        [("decreet van 8 mei 2009", {"act_title": None})],
    ),
    Case(
        "a name with another date is not the table's act",
        "het Bodemdecreet van 3 mei 2001",
        [
            (
                "Bodemdecreet van 3 mei 2001",
                {"act_title": "Bodemdecreet", "act_date": "2001-05-03", "identifier": None},
            ),
        ],
    ),
    Case("a name that two acts bear has no date", "het Woonzorgdecreet", [("Woonzorgdecreet", {"act_date": None})]),
    Case(
        "a name that two acts bear, with its date",
        "het Woonzorgdecreet van 15 februari 2019",
        [
            ("Woonzorgdecreet van 15 februari 2019", {"act_date": "2019-02-15"}),
        ],
    ),
    Case("an unknown name stands not alone", "Het Fietsdecreet en de Steltloperswet zijn er."),
    Case(
        "an unknown name with an article",
        "artikel 5 van het Fietsdecreet",
        [
            ("artikel 5 van het Fietsdecreet", {"act_type": "decreet", "act_title": "Fietsdecreet", "act_date": None}),
        ],
    ),
    Case(
        "an unknown name with a hyphen",
        "artikel 5 van het XYZ-decreet",
        [("artikel 5 van het XYZ-decreet", {"act_title": "XYZ-decreet"})],
    ),
    Case(
        "an unknown name behind the type",
        "artikel 5 van het decreet Open Kades",
        [
            ("artikel 5 van het decreet Open Kades", {"act_title": "decreet Open Kades"}),
        ],
    ),
    Case(
        "an unknown name with a date",
        "het Fietsdecreet van 3 mei 2019",
        [
            ("Fietsdecreet van 3 mei 2019", {"act_title": "Fietsdecreet", "act_date": "2019-05-03"}),
        ],
    ),
    Case(
        "name and full citation side by side are one",
        "het Energiedecreet (decreet van 8 mei 2009)",
        [
            ("Energiedecreet (decreet van 8 mei 2009)", {"act_title": "Energiedecreet"}),
        ],
    ),
    Case(
        "the constitution",
        "artikel 23 van de Grondwet en art. 10 Gw.",
        [
            ("artikel 23 van de Grondwet", {"act_type": "grondwet", "article": "23"}),
            ("art. 10 Gw.", {"act_title": "Grondwet", "article": "10"}),
        ],
    ),
    Case(
        "a code",
        "artikel 1382 van het Burgerlijk Wetboek",
        [
            ("artikel 1382 van het Burgerlijk Wetboek", {"act_type": "wetboek", "act_title": "Burgerlijk Wetboek"}),
        ],
    ),
    Case(
        "a code that the table does not know",
        "artikel 5 van het Wetboek van Zeilvaart",
        [
            ("artikel 5 van het Wetboek van Zeilvaart", {"act_type": "wetboek", "act_title": "Wetboek van Zeilvaart"}),
        ],
    ),
    Case(
        "an abbreviation that needs an article",
        "De BW-groep en BW, maar artikel 1382 BW",
        [("artikel 1382 BW", {"article": "1382"})],
    ),
    Case(
        "a special law by name",
        "artikel 6 BWHI",
        [("artikel 6 BWHI", {"act_type": "bijzondere wet", "act_date": "1980-08-08"})],
    ),
    Case(
        "a numbered decree at the end of a sentence",
        "artikel II.23 van onderwijsdecreet XXVI.",
        [("artikel II.23 van onderwijsdecreet XXVI", {"act_title": "onderwijsdecreet XXVI", "number": "XXVI"})],
    ),
    Case(
        "a numbered decree with its date",
        "Onderwijsdecreet XXV van 17 juni 2015",
        [("Onderwijsdecreet XXV van 17 juni 2015", {"act_title": "Onderwijsdecreet XXV", "act_date": "2015-06-17"})],
    ),
    Case(
        "KB/WIB 92",
        "artikel 106, § 7, van het KB/WIB 92",
        [("artikel 106, § 7, van het KB/WIB 92", {"act_title": "KB/WIB 92", "act_date": "1993-08-27"})],
    ),
    Case(
        "the adjective of a code",
        "artikel 6 van het Wetboek van de Belgische nationaliteit",
        [
            (
                "artikel 6 van het Wetboek van de Belgische nationaliteit",
                {"act_title": "Wetboek van de Belgische nationaliteit"},
            )
        ],
    ),
    Case(
        "an adjective without an article",
        "artikel 7 van het Wetboek van internationaal privaatrecht",
        [
            (
                "artikel 7 van het Wetboek van internationaal privaatrecht",
                {"act_title": "Wetboek van internationaal privaatrecht"},
            )
        ],
    ),
    Case(
        "a code of several duties",
        "artikel 5 van het Wetboek der registratie-, hypotheek- en griffierechten",
        [
            (
                "artikel 5 van het Wetboek der registratie-, hypotheek- en griffierechten",
                {"act_title": "Wetboek der registratie-, hypotheek- en griffierechten"},
            )
        ],
    ),
    Case(
        "a code and an act",
        "het Wetboek van Strafvordering en de wet van 9 mei 2003",
        [("Wetboek van Strafvordering", {"act_type": "wetboek"}), ("wet van 9 mei 2003", {"act_date": "2003-05-09"})],
    ),
    Case(
        "an unknown code and an act",
        "artikel 5 van het Wetboek van kades en de wet van 9 mei 2003",
        [("artikel 5 van het Wetboek van kades", {"act_title": "Wetboek van kades"}), ("wet van 9 mei 2003", {})],
    ),
    Case(
        "each name its own",
        "artikel 7 van de sportwet en artikel 8 van de wet sportlicenties",
        [
            ("artikel 7 van de sportwet", {"act_title": "sportwet"}),
            ("artikel 8 van de wet sportlicenties", {"act_title": "wet sportlicenties"}),
        ],
    ),
    Case(
        "a treaty and what points back to it",
        "het Verdrag van Aarhus geldt, zie artikel 3 van dat verdrag",
        [
            ("Verdrag van Aarhus", {"act_type": "verdrag", "act_date": "1998-06-25"}),
            ("artikel 3 van dat verdrag", {"act_title": "Verdrag van Aarhus", "article": "3"}),
        ],
    ),
    Case("the court is no treaty", "het Europees Hof voor de Rechten van de Mens, het verdrag van vorig jaar", []),
    Case(
        "a treaty with its date",
        "Verdrag van 4 november 1950 tot bescherming van de rechten van de mens",
        [("Verdrag van 4 november 1950", {"act_title": "EVRM", "act_date": "1950-11-04"})],
    ),
    Case(
        "a treaty by its place",
        "Verdrag van Ottawa van 3 december 1997",
        [
            (
                "Verdrag van Ottawa van 3 december 1997",
                {"act_type": "verdrag", "act_title": "Verdrag van Ottawa", "act_date": "1997-12-03"},
            )
        ],
    ),
    Case(
        "a number behind a name",
        "artikel 10 van decreet onderwijs XXVIII.",
        [("artikel 10 van decreet onderwijs XXVIII", {"act_title": "decreet onderwijs XXVIII", "number": "XXVIII"})],
    ),
    Case(
        "a number behind a name with a capital",
        "artikel 3 van het decreet Onderwijs XXI",
        [("artikel 3 van het decreet Onderwijs XXI", {"act_title": "decreet Onderwijs XXI", "number": "XXI"})],
    ),
]


@pytest.mark.parametrize("case", parameters([*NAMES]))
def test_named_acts(case: Case) -> None:
    check(case, "legislation")


@pytest.mark.parametrize(
    ("asked_on", "text", "wanted"),
    [
        pytest.param(date(2009, 9, 1), "het Woonzorgdecreet", date(2009, 3, 13), id="the only one that was there"),
        pytest.param(date(2023, 9, 1), "het Woonzorgdecreet", date(2019, 2, 15), id="the last one"),
        pytest.param(date(2019, 6, 1), "het Woonzorgdecreet", None, id="a new one that may not apply yet"),
        pytest.param(date(2023, 9, 1), "het vroegere Woonzorgdecreet", None, id="a former one"),
        pytest.param(None, "het Woonzorgdecreet", None, id="a document without a date"),
        pytest.param(date(2009, 9, 1), "het Bosdecreet", date(1990, 6, 13), id="a name of one act"),
    ],
)
def test_acts_of_one_name_are_told_apart_by_the_date_of_the_document(
    asked_on: date | None, text: str, wanted: date | None
) -> None:
    (row,) = found_in([passage(text)], [], [], asked_on=asked_on)
    assert row.act_date == wanted
