"""Belgian and foreign acts by type, date and number, and what only looks like one (references.md)."""

from __future__ import annotations

import pytest

from tests.transform.references.citing import Case, check, parameters

BVR = "besluit van de Vlaamse Regering"


def _dated(guards: str, text: str, act_type: str, act_date: str | None = "2019-05-03") -> Case:
    """A text that is one citation from its first character to its last."""
    return Case(guards, f"Zie {text}!", [(text, {"act_type": act_type, "act_date": act_date, "article": None})])


TYPES = [
    _dated("a decree", "decreet van 3 mei 2019", "decreet"),
    _dated("a programme decree is a decree", "programmadecreet van 3 mei 2019", "decreet"),
    _dated("a decree, abbreviated", "Decr. Vl. 3 mei 2019", "decreet"),
    _dated("a decree, abbreviated and glued", "Decr.Vl.Parl. 3 mei 2019", "decreet"),
    _dated("a special decree", "bijzonder decreet van 3 mei 2019", "bijzonder decreet"),
    _dated("a law", "wet van 3 mei 2019", "wet"),
    _dated("a programme law", "programmawet van 3 mei 2019", "wet"),
    _dated("coordinated laws", "gecoördineerde wetten van 3 mei 2019", "wet"),
    _dated("a special law", "bijzondere wet van 3 mei 2019", "bijzondere wet"),
    _dated("a decision of the government", "besluit van de Vlaamse Regering van 3 mei 2019", BVR),
    _dated("a decision of the government, date first", "besluit van 3 mei 2019 van de Vlaamse Regering", BVR),
    _dated("a decision of the government, abbreviated", "BVR 3 mei 2019", BVR),
    _dated("a decision of the government, in points", "B.Vl.R. 3 mei 2019", BVR),
    _dated("a decision whose author is not told", "besluit van 3 mei 2019", BVR),
    _dated(
        "a decision of the executive",
        "besluit van de Vlaamse Executieve van 3 mei 1989",
        "besluit van de Vlaamse Executieve",
        "1989-05-03",
    ),
    _dated("a royal decision", "koninklijk besluit van 3 mei 2019", "koninklijk besluit"),
    _dated("a royal decision in capitals", "Koninklijk Besluit van 3 mei 2019", "koninklijk besluit"),
    _dated("a royal decision, abbreviated", "KB van 3 mei 2019", "koninklijk besluit"),
    _dated("a royal decision, in points", "K.B. 3 mei 2019", "koninklijk besluit"),
    _dated("a ministerial decision", "ministerieel besluit van 3 mei 2019", "ministerieel besluit"),
    _dated("a ministerial decision, abbreviated", "MB 3 mei 2019", "ministerieel besluit"),
    _dated(
        "a decision of a minister",
        "besluit van de Vlaamse minister van Onderwijs van 3 mei 2019",
        "ministerieel besluit",
    ),
    _dated("an ordinance", "ordonnantie van 3 mei 2019", "ordonnantie"),
    _dated("a circular", "omzendbrief van 3 mei 2019", "omzendbrief"),
    _dated("a cooperation agreement", "samenwerkingsakkoord van 3 mei 2019", "samenwerkingsakkoord"),
    _dated("a date in figures", "decreet van 3/05/2019", "decreet"),
    _dated("a date in points", "decreet van 3.5.2019", "decreet"),
    _dated("a date in two digits", "decreet van 3-5-19", "decreet"),
    _dated("a date with dd.", "BVR dd. 3 mei 2019", BVR),
    _dated("an impossible date is none", "decreet van 31 februari 2019", "decreet", None),
    _dated("a date without a year is none", "decreet van 3 mei", "decreet", None),
    _dated("the parliament between type and date", "decreet van het Vlaams Parlement van 3 mei 2019", "decreet"),
]

NUMBERS = [
    Case(
        "a numbered royal decision",
        "KB nr. 22 van 3 mei 2019",
        [("KB nr. 22 van 3 mei 2019", {"number": "22", "act_date": "2019-05-03"})],
    ),
    Case(
        "a numbered decision that the table knows",
        "koninklijk besluit nr. 78",
        [("koninklijk besluit nr. 78", {"number": "78", "act_date": "1967-11-10"})],
    ),
    Case(
        "a circular by number",
        "de omzendbrief KB/ABB 2019/2 zegt",
        [("omzendbrief KB/ABB 2019/2", {"number": "KB/ABB 2019/2"})],
    ),
    Case("a circular with slashes", "omzendbrief LNE/2009/1", [("omzendbrief LNE/2009/1", {"number": "LNE/2009/1"})]),
    Case(
        "a circular by number and date",
        "omzendbrief BB 2019/1 van 3 mei 2019",
        [("omzendbrief BB 2019/1 van 3 mei 2019", {"number": "BB 2019/1", "act_date": "2019-05-03"})],
    ),
    Case(
        "several dates of one type",
        "de decreten van 3 mei 2019 en 7 juni 2020",
        [
            ("decreten van 3 mei 2019", {"act_date": "2019-05-03"}),
            ("7 juni 2020", {"act_type": "decreet", "act_date": "2020-06-07"}),
        ],
    ),
    Case(
        "a circular with a Latin number",
        "omzendbrief 412ter",
        [("omzendbrief 412ter", {"act_type": "omzendbrief", "number": "412ter"})],
    ),
    Case(
        "a circular with nr.",
        "omzendbrief nr. 412 van 3 mei 2010",
        [
            (
                "omzendbrief nr. 412 van 3 mei 2010",
                {"act_type": "omzendbrief", "number": "412", "act_date": "2010-05-03"},
            )
        ],
    ),
    Case(
        "a circular and its year",
        "omzendbrief 5/2014",
        [("omzendbrief 5/2014", {"act_type": "omzendbrief", "number": "5/2014"})],
    ),
    Case(
        "a series glued to its number",
        "omzendbrief PLP44bis",
        [("omzendbrief PLP44bis", {"act_type": "omzendbrief", "number": "PLP44bis"})],
    ),
    Case(
        "a series and its number",
        "Omzendbrief GPI 44bis",
        [("Omzendbrief GPI 44bis", {"act_type": "omzendbrief", "number": "GPI 44bis"})],
    ),
    Case(
        "a series without the word",
        "COL 11/2013",
        [("COL 11/2013", {"act_type": "omzendbrief", "number": "COL 11/2013"})],
    ),
    Case("a short series without the word", "GPI65", [("GPI65", {"act_type": "omzendbrief", "number": "GPI65"})]),
    Case(
        "a series with a hyphen",
        "MFO-3 betreffende de kade",
        [("MFO-3", {"act_type": "omzendbrief", "number": "MFO-3"})],
    ),
    Case(
        "no circular of a date",
        "omzendbrief 5 mei 2019",
        [("omzendbrief 5 mei 2019", {"act_type": "omzendbrief", "number": None, "act_date": "2019-05-05"})],
    ),
    Case(
        "a number cited again",
        "Koninklijk besluit nr. 55 van 4 mei 1986 geldt. Zie artikel 3 van het koninklijk besluit nr. 55.",
        [
            ("Koninklijk besluit nr. 55 van 4 mei 1986", {"number": "55"}),
            ("artikel 3 van het koninklijk besluit nr. 55", {"number": "55", "act_date": "1986-05-04"}),
        ],
    ),
    Case(
        "a date of the sentence",
        "Koninklijk besluit nr. 78 werd toegelicht tijdens de studiedag van 14 april 2019.",
        [("Koninklijk besluit nr. 78", {"act_date": "1967-11-10"})],
    ),
]

FOREIGN = [
    Case(
        "a law of the neighbours",
        "artikel 5 van de Nederlandse Kadewet",
        [
            ("artikel 5 van de Nederlandse Kadewet", {"act_type": "wet", "act_title": "Kadewet", "act_date": None}),
        ],
    ),
    Case(
        "a foreign law is never the table's",
        "de Nederlandse wet van 8 juli 1976",
        [("wet van 8 juli 1976", {"act_title": None})],
    ),
    Case(
        "a decree of another community",
        "decreet van de Franse Gemeenschap van 3 mei 2019",
        [
            ("decreet van de Franse Gemeenschap van 3 mei 2019", {"act_type": "decreet", "identifier": None}),
        ],
    ),
    Case(
        "a Walloon decree is not the Flemish one of that day",
        "het Waalse decreet van 7 december 2018",
        [
            ("decreet van 7 december 2018", {"act_title": None, "identifier": None}),
        ],
    ),
]

FALSE_FRIENDS = [
    Case("a law of nature", "de wet van de sterkste, de wet van Murphy, wet- en regelgeving, wetten"),
    Case("a decision", "Het besluit om te stoppen. De regering besluit dat het mag. Tot besluit: neen. Besluit: ja."),
    Case(
        "a decision of a council",
        "het besluit van de gemeenteraad van 3 mei 2019, besluit van 3 mei 2019 van het college",
    ),
    Case("a decision of a board by name", "artikel 5 van het gemeenteraadsbesluit van 3 mei 2019"),
    Case("makers of acts", "de decreetgever, de wetgever, decretaal, wettelijk, besluitvorming, het regeerakkoord"),
    Case("drafts", "het ontwerp van decreet van 3 mei 2019, het voorontwerp van decreet, een voorstel van decreet"),
    Case(
        "drafts in one word", "het ontwerpdecreet, het wetsontwerp, het wetsvoorstel, het ontwerpbesluit van 3 mei 2019"
    ),
    Case("some act", "een decreet is nodig, bij wet geregeld, geen enkel decreet, elk besluit, decreten"),
    Case("units of memory", "een bestand van 5 MB of 300 KB"),
    Case("a name", "W. Peeters en B. Vlaeminck"),
    Case("a draft before a name", "het voorontwerp van Bosdecreet"),
    Case("nothing named before", "Het decreet is duidelijk. Het genoemde besluit ook. In de wet staat niets."),
]


@pytest.mark.parametrize("case", parameters([*TYPES, *NUMBERS, *FOREIGN, *FALSE_FRIENDS]))
def test_legislation(case: Case) -> None:
    check(case, "legislation")
