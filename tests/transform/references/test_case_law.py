"""Judgments (references.md, Rows and Columns)."""

from __future__ import annotations

import pytest

from tests.transform.references.citing import Case, check, parameters

GWH, RVS, HVJ = "Grondwettelijk Hof", "Raad van State", "Hof van Justitie"


def _judgment(
    guards: str, text: str, issuer: str, number: str, ecli: str | None = None, day: str | None = None
) -> Case:
    columns = {"issuer": issuer, "number": number, "identifier": ecli, "act_date": day}
    return Case(guards, f"Zie {text}!", [(text, columns)])


CITED = [
    _judgment(
        "the constitutional court, its ECLI is built",
        "arrest nr. 114/2021 van het Grondwettelijk Hof",
        GWH,
        "114/2021",
        "ECLI:BE:GHCC:2021:ARR.114",
    ),
    _judgment(
        "a low number", "arrest nr. 5/2020 van het Grondwettelijk Hof", GWH, "5/2020", "ECLI:BE:GHCC:2020:ARR.005"
    ),
    _judgment(
        "with its date",
        "arrest nr. 114/2021 van 22 juli 2021 van het Grondwettelijk Hof",
        GWH,
        "114/2021",
        "ECLI:BE:GHCC:2021:ARR.114",
        "2021-07-22",
    ),
    _judgment(
        "court first", "GwH 22 juli 2021, nr. 114/2021", GWH, "114/2021", "ECLI:BE:GHCC:2021:ARR.114", "2021-07-22"
    ),
    _judgment(
        "number and ECLI are one",
        "arrest van het Grondwettelijk Hof nr. 114/2021 (ECLI:BE:GHCC:2021:ARR.114)",
        GWH,
        "114/2021",
        "ECLI:BE:GHCC:2021:ARR.114",
    ),
    _judgment("its predecessor, never guessed", "Arbitragehof nr. 55/2001", "Arbitragehof", "55/2001"),
    _judgment("thousands dots go", "RvS 8 maart 2019, nr. 243.914", RVS, "243914", None, "2019-03-08"),
    _judgment(
        "in words", "arrest van de Raad van State nr. 243.914 van 8 maart 2019", RVS, "243914", None, "2019-03-08"
    ),
    _judgment("the court of justice", "HvJ 16 juli 2020, C-311/18", HVJ, "C-311/18", None, "2020-07-16"),
    _judgment("a number that only one court has", "zaak C-311/18", HVJ, "C-311/18"),
    _judgment("cassation", "Cass. 5 mei 2019, C.18.0123.N", "Hof van Cassatie", "C.18.0123.N", None, "2019-05-05"),
    _judgment("permits", "RvVb-A-1920-0123", "Raad voor Vergunningsbetwistingen", "RvVb-A-1920-0123"),
    _judgment("an ECLI alone", "ECLI:BE:GHCC:2021:ARR.114", GWH, "114/2021", "ECLI:BE:GHCC:2021:ARR.114"),
    Case(
        "the court in the same sentence",
        "Het Grondwettelijk Hof oordeelde in arrest nr. 5/2020 zo.",
        [
            ("arrest nr. 5/2020", {"issuer": GWH, "number": "5/2020"}),
        ],
    ),
    _judgment(
        "the number in brackets",
        "arrest van 8 maart 2019 (nr. 243.914) van de Raad van State",
        RVS,
        "243914",
        None,
        "2019-03-08",
    ),
    Case(
        "joined cases are several",
        "de gevoegde zaken C-203/15 en C-698/15",
        [
            ("gevoegde zaken C-203/15", {"number": "C-203/15"}),
            ("C-698/15", {"number": "C-698/15", "issuer": HVJ}),
        ],
    ),
    _judgment("behind AR", "Cass. 12 mei 2015, AR P.14.0123.N", "Hof van Cassatie", "P.14.0123.N", None, "2015-05-12"),
    _judgment(
        "behind A.R. nr.",
        "Cass. 12 mei 2015, A.R. nr. C.14.0123.F",
        "Hof van Cassatie",
        "C.14.0123.F",
        None,
        "2015-05-12",
    ),
    Case(
        "each its own date",
        "arrest van het Arbitragehof van 7 maart 2002, nr. 45/2002, en arrest nr. 46/2002 van het Arbitragehof",
        [
            ("arrest van het Arbitragehof van 7 maart 2002, nr. 45/2002", {"act_date": "2002-03-07"}),
            ("arrest nr. 46/2002 van het Arbitragehof", {"act_date": None}),
        ],
    ),
]

CITED += [
    Case(
        "a list of judgments, each with its date",
        "Grondwettelijk Hof, arresten nr. 94/2012 van 19 juli 2012 en nr. 113/2013 van 31 juli 2013!",
        [
            (
                "Grondwettelijk Hof, arresten nr. 94/2012 van 19 juli 2012",
                {"issuer": GWH, "number": "94/2012", "act_date": "2012-07-19"},
            ),
            ("nr. 113/2013 van 31 juli 2013", {"issuer": GWH, "number": "113/2013", "act_date": "2013-07-31"}),
        ],
    ),
    Case(
        "a date that is not of its year is the other's",
        "Grondwettelijk Hof, arresten nr. 94/2012 en nr. 113/2013 van 31 juli 2013!",
        [
            ("Grondwettelijk Hof, arresten nr. 94/2012", {"number": "94/2012", "act_date": None}),
            ("nr. 113/2013 van 31 juli 2013", {"number": "113/2013", "act_date": "2013-07-31"}),
        ],
    ),
    Case(
        "the court after it in the same sentence",
        "Met het arrest nr. 114/2021 van 22 juli 2021 gaf het Grondwettelijk Hof uitleg. De Raad van State zweeg.",
        [("arrest nr. 114/2021 van 22 juli 2021", {"issuer": GWH, "number": "114/2021", "act_date": "2021-07-22"})],
    ),
    Case(
        "a bracket that opens before the citation closes after it",
        "Dat dwong tot meer (HvJ 25 juni 2020, C-24/19, ECLI:EU:C:2020:503) en tot nog meer.",
        [("HvJ 25 juni 2020, C-24/19, ECLI:EU:C:2020:503", {"number": "C-24/19", "identifier": "ECLI:EU:C:2020:503"})],
    ),
    _judgment(
        "joined cases after the date",
        "arrest van het Hof van Justitie van 21 december 2016, gevoegde zaken C-203/15",
        HVJ,
        "C-203/15",
        None,
        "2016-12-21",
    ),
    _judgment(
        "the date of a case in brackets", "zaak C-535/18 (arrest van 28 mei 2020)", HVJ, "C-535/18", None, "2020-05-28"
    ),
    _judgment(
        "permits, with slashes",
        "arrest nr. RvVb/A/1617/0550 van 14 februari 2017",
        "Raad voor Vergunningsbetwistingen",
        "RvVb/A/1617/0550",
        None,
        "2017-02-14",
    ),
]

FALSE_FRIENDS = [
    Case(
        "advice on a draft",
        "het advies nr. 65.123/1 van de Raad van State, advies 65.123 van de Raad van State, afdeling Wetgeving",
    ),
    Case(
        "years and counts beside a court",
        "Aantal zaken 2019 en 2020 bij de Raad voor Vergunningsbetwistingen; Handhavingscollege 2019: 35 dossiers; in "
        "de zaak Oosterweel 2500 bezwaren bij de Raad van State; afgehandelde zaken 2018/19 bij de Raad van State.",
    ),
    Case("advice, court first", "het advies van de Raad van State nr. 65.123 van 3 mei 2019"),
    Case("no number", "het arrest van het Hof van Cassatie van 5 mei 2019, een vonnis van de rechtbank"),
    Case("no court", "het arrest nr. 5/2020, zaak 5/2020 van het parket"),
    Case("matters", "de zaken 5 en 6 op de agenda, de zaak is rond"),
]


@pytest.mark.parametrize("case", parameters([*CITED, *FALSE_FRIENDS]))
def test_case_law(case: Case) -> None:
    check(case, "case_law")
