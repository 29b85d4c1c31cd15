"""Documents of parliaments, and questions that are no written ones (references.md)."""

from __future__ import annotations

import pytest

from tests.transform.references.citing import Case, check, parameters


def _document(guards: str, text: str, number: str | None, session: str | None, act_date: str | None = None) -> Case:
    return Case(guards, f"Zie {text}!", [(text, {"number": number, "session_cited": session, "act_date": act_date})])


CITED = [
    _document("the notation of the parliament", "21 (2025-2026) – Nr. 1", "21/1", "2025-2026"),
    _document("with a hyphen", "2318 (2013-2014) - Nr. 3", "2318/3", "2013-2014"),
    _document("without a dash", "stuk 600 (2020-2021) nr. 1", "600/1", "2020-2021"),
    _document("an extraordinary session", "8 (BZ 2019) – Nr. 1", "8/1", "BZ-2019"),
    _document("letters are kept", "15-A (2019-2020) – Nr. 2", "15-A/2", "2019-2020"),
    _document("the notation of lawyers", "Parl. St. Vl. Parl. 2019-2020, nr. 15/1", "15/1", "2019-2020"),
    _document("a short session", "Parl.St. Vl.Parl. 2013-14, nr. 2318/1", "2318/1", "2013-2014"),
    _document("with its page", "Parl. St. Vl. Parl. 2019-2020, nr. 15/1, p. 7", "15/1", "2019-2020"),
    _document("a federal number stays as it is", "Parl.St. Kamer 2018-19, nr. 54-3424/001", "54-3424/001", "2018-2019"),
    _document("the senate", "Parl. St. Senaat 2003-2004, nr. 3-424/1", "3-424/1", "2003-2004"),
    _document(
        "proceedings have no number", "Hand. Vl. Parl. 2019-2020, 5 mei 2020, p. 4", None, "2019-2020", "2020-05-05"
    ),
    _document("a request for explanation", "vraag om uitleg nr. 1234 (2019-2020)", "1234", "2019-2020"),
    _document("a topical question", "actuele vraag 45 (2020-2021)", "45", "2020-2021"),
    _document("an interpellation", "interpellatie nr. 7 (2019-2020)", "7", "2019-2020"),
    _document(
        "number behind the session", "vraag om uitleg van An Claes over de kade (2019-2020, nr. 12)", "12", "2019-2020"
    ),
    _document("a number without a session", "stuk nr. 15/1", "15/1", None),
    Case(
        "a draft counts through its number",
        "het ontwerp van decreet over de kade (Parl. St. Vl. Parl. 2019-2020, nr. 15/1)",
        [("Parl. St. Vl. Parl. 2019-2020, nr. 15/1", {"number": "15/1"})],
    ),
    Case(
        "a draft with its bare number",
        "het voorstel van decreet nr. 15/1 (2019-2020)",
        [("nr. 15/1 (2019-2020)", {"number": "15/1", "session_cited": "2019-2020"})],
    ),
    _document("a federal document", "DOC 54 2213/001", "54-2213/001", None),
    _document("a federal document with K", "53K1792/001", "53-1792/001", None),
    _document("a federal document without a part", "DOC 54 1011", "54-1011", None),
    _document("a report", "CRIV54 COM614", "CRIV 54 COM 614", None),
    _document("a report by its name", "Integraal Verslag, CRIV 54 COM 598", "CRIV 54 COM 598", None),
    _document(
        "a report and its session", "Integraal Verslag, Kamer, 2016-2017, CRIV 54 COM 5", "CRIV 54 COM 5", "2016-2017"
    ),
    _document("an oral question", "mondelinge vraag nr. 15235", "15235", None),
    _document(
        "an oral question and its report",
        "mondelinge vraag nr. P1776 van 3 mei 2017 (Integraal Verslag, Kamer, 2016-2017, CRIV 54 PLEN 153)",
        "P1776",
        None,
        "2017-05-03",
    ),
    Case(
        "two oral questions",
        "de mondelinge vragen nr. 16091 en nr. 16119.",
        [("mondelinge vragen nr. 16091", {"number": "16091"}), ("nr. 16119", {"number": "16119"})],
    ),
    Case(
        "several oral questions and their report",
        "mondelinge vragen nrs. 15753, 15766 en 15770 (Integraal Verslag, Kamer, 2016-2017, CRIV 54 COM 574).",
        [
            ("mondelinge vragen nrs. 15753", {}),
            ("15766", {"number": "15766"}),
            ("15770 (Integraal Verslag, Kamer, 2016-2017, CRIV 54 COM 574)", {"number": "15770"}),
        ],
    ),
]

CITED += [
    _document("the page behind it", "Parl.St. Vl.Parl. 2013-14, nr. 2345/1, 27", "2345/1", "2013-2014"),
    _document(
        "proceedings with a page", "Hand. Vl. Parl. 2011-2012, 14 december 2011, 23", None, "2011-2012", "2011-12-14"
    ),
    Case(
        "requests, each with its session",
        "de vragen om uitleg nrs. 2203 (2020-2021) en 2310 (2021-2022)",
        [
            ("vragen om uitleg nrs. 2203 (2020-2021)", {"number": "2203", "session_cited": "2020-2021"}),
            ("2310 (2021-2022)", {"number": "2310", "session_cited": "2021-2022"}),
        ],
    ),
    Case(
        "topical questions of one session",
        "De actuele vragen nr. 118 en nr. 121 (2012-2013) gingen daarover.",
        [
            ("actuele vragen nr. 118", {"number": "118", "session_cited": "2012-2013"}),
            ("nr. 121 (2012-2013)", {"number": "121", "session_cited": "2012-2013"}),
        ],
    ),
    Case(
        "sub-numbers of one paper",
        "in stuk 1576 (2007-2008) – Nrs. 1 en 6.",
        [("stuk 1576 (2007-2008) – Nrs. 1", {"number": "1576/1"}), ("6", {"number": "1576/6"})],
    ),
]

FALSE_FRIENDS = [
    Case("a draft without a number", "het ontwerp van decreet over de kade, het voorstel van resolutie"),
    Case("a document of the government", "VR 2019 0305 DOC.0123/1, de beleidsnota 2019-2024, nr. 3 van de nota"),
    Case("some piece", "stuk nr. 3 van de puzzel, een stuk of 15"),
    Case("a request without a number", "de vraag om uitleg van An Claes, de actuele vraag, een interpellatie"),
    Case("years in brackets", "in het schooljaar (2019-2020) waren er 21 scholen"),
    Case("an oral question without a number", "de mondelinge vraag over bier, het integraal verslag, 53K stenen"),
]


@pytest.mark.parametrize("case", parameters([*CITED, *FALSE_FRIENDS]))
def test_parliamentary_documents(case: Case) -> None:
    check(case, "parliamentary_document")
