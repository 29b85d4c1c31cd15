"""Other written questions (references.md, Rows and Columns)."""

from __future__ import annotations

import pytest

from tests.transform.references.citing import Case, check, parameters

CITED = [
    Case(
        "number and date",
        "in schriftelijke vraag nr. 123 van 4 mei 2020 vroeg",
        [
            (
                "schriftelijke vraag nr. 123 van 4 mei 2020",
                {"number": "123", "act_date": "2020-05-04", "target_question_id": None},
            ),
        ],
    ),
    Case(
        "number and session",
        "vraag nr. 31 (2019-2020)",
        [("vraag nr. 31 (2019-2020)", {"number": "31", "session_cited": "2019-2020"})],
    ),
    Case("an extraordinary session", "SV nr. 7 (BZ 2019)", [("SV nr. 7 (BZ 2019)", {"session_cited": "BZ-2019"})]),
    Case(
        "its subject before its number",
        "mijn schriftelijke vraag over de kade van 4 mei 2020 (nr. 123)",
        [("schriftelijke vraag over de kade van 4 mei 2020 (nr. 123)", {"number": "123", "act_date": "2020-05-04"})],
    ),
    Case("a number and session without nr.", "vraag 31 (2019-2020)", [("vraag 31 (2019-2020)", {"number": "31"})]),
    Case("the number of an act is none of a question", "een schriftelijke vraag over het KB nr. 78"),
    Case("abbreviated", "zie SV 123", [("SV 123", {"number": "123"})]),
    Case("the words alone with a number", "Schriftelijke vraag 5", [("Schriftelijke vraag 5", {"number": "5"})]),
    Case(
        "without a number, with a date",
        "mijn schriftelijke vraag van 4 mei 2020",
        [
            ("schriftelijke vraag van 4 mei 2020", {"number": None, "act_date": "2020-05-04"}),
        ],
    ),
    Case(
        "a number with its date", "op vraag nr. 99 van 4 mei 2020", [("vraag nr. 99 van 4 mei 2020", {"number": "99"})]
    ),
    Case(
        "the minister makes it certain",
        "vraag nr. 12 van 4 mei 2020 van An Claes aan minister Jan Peeters",
        [
            (
                "vraag nr. 12 van 4 mei 2020 van An Claes aan minister Jan Peeters",
                {"number": "12", "target_question_id": "vlaams-parlement/2019-2020/jan-peeters/12"},
            ),
        ],
    ),
    Case(
        "session and minister with a portfolio",
        "SV nr. 5 (2018-2019) aan de toenmalige minister van Onderwijs An D'Hulst",
        [
            (
                "SV nr. 5 (2018-2019) aan de toenmalige minister van Onderwijs An D'Hulst",
                {"target_question_id": "vlaams-parlement/2018-2019/an-d-hulst/5"},
            ),
        ],
    ),
    Case(
        "the minister before it",
        "het antwoord van minister Jan Peeters op vraag nr. 214",
        [
            ("vraag nr. 214", {"number": "214", "target_question_id": None}),
        ],
    ),
    Case(
        "the minister with titles before it",
        "dat mevrouw An Claes, viceminister-president en minister van Sport, geeft op vraag nr. 22 van 4 mei 2020",
        [("vraag nr. 22 van 4 mei 2020", {"target_question_id": "vlaams-parlement/2019-2020/an-claes/22"})],
    ),
    Case(
        "the minister between the word and the number",
        "Mijn schriftelijke vraag aan minister An Claes nr. 640 van 30 april 2012 ging daarover.",
        [
            (
                "schriftelijke vraag aan minister An Claes nr. 640 van 30 april 2012",
                {"number": "640", "target_question_id": "vlaams-parlement/2011-2012/an-claes/640"},
            )
        ],
    ),
    Case(
        "a minister at the beginning of a sentence",
        "Minister An Claes antwoordde op schriftelijke vraag nr. 19 (2021-2022) anders.",
        [
            (
                "schriftelijke vraag nr. 19 (2021-2022)",
                {"target_question_id": "vlaams-parlement/2021-2022/an-claes/19"},
            )
        ],
    ),
    Case(
        "several numbers, each with its date",
        "Mijn schriftelijke vragen nr. 5 van 1 oktober 2013 en nr. 90 van 14 november 2013 bleven liggen.",
        [
            ("schriftelijke vragen nr. 5 van 1 oktober 2013", {"number": "5", "act_date": "2013-10-01"}),
            ("nr. 90 van 14 november 2013", {"number": "90", "act_date": "2013-11-14"}),
        ],
    ),
    Case(
        "several numbers are several rows",
        "de schriftelijke vragen nr. 12 en 13 van 4 mei 2020",
        [
            ("schriftelijke vragen nr. 12", {"number": "12", "act_date": "2020-05-04"}),
            ("13 van 4 mei 2020", {"number": "13", "act_date": "2020-05-04"}),
        ],
    ),
    Case(
        "who asked it is no datum",
        "schriftelijke vraag nr. 3 van 4 mei 2020 van An Claes",
        [
            ("schriftelijke vraag nr. 3 van 4 mei 2020", {}),
        ],
    ),
    Case(
        "name and date in parentheses",
        "schriftelijke vraag nr. 624 (Van den Driessche, 2 april 2025)",
        [
            (
                "schriftelijke vraag nr. 624 (Van den Driessche, 2 april 2025)",
                {"number": "624", "act_date": "2025-04-02"},
            )
        ],
    ),
    Case(
        "date and name in parentheses",
        "vraag nr. 62 (2 april 2025, mevrouw Claes)",
        [("vraag nr. 62 (2 april 2025, mevrouw Claes)", {"number": "62", "act_date": "2025-04-02"})],
    ),
    Case(
        "name and session in parentheses",
        "schriftelijke vraag nr. 7 (An Van de Velde, 2019-2020)",
        [("schriftelijke vraag nr. 7 (An Van de Velde, 2019-2020)", {"number": "7", "session_cited": "2019-2020"})],
    ),
    Case(
        "another remark in parentheses",
        "schriftelijke vraag nr. 5 (zie bijlage, 5 mei 2021)",
        [("schriftelijke vraag nr. 5", {"number": "5", "act_date": None})],
    ),
    Case(
        "where it was printed",
        "schriftelijke vraag nr. 182 van 6 december 2016 (Vragen en Antwoorden, Kamer, 2016-2017, nr. 102)",
        [
            (
                "schriftelijke vraag nr. 182 van 6 december 2016 (Vragen en Antwoorden, Kamer, 2016-2017, nr. 102)",
                {"number": "182", "act_date": "2016-12-06", "session_cited": None},
            )
        ],
    ),
    Case(
        "several, each where it was printed",
        "schriftelijke vragen nr. 1093 (Vragen en Antwoorden, Kamer, 2015-2016, nr. 69, blz. 100), nr. 1514 (Vragen en "
        "Antwoorden, Kamer, 2015-2016, nr. 81).",
        [
            (
                "schriftelijke vragen nr. 1093 (Vragen en Antwoorden, Kamer, 2015-2016, nr. 69, blz. 100)",
                {"number": "1093"},
            ),
            ("nr. 1514 (Vragen en Antwoorden, Kamer, 2015-2016, nr. 81)", {"number": "1514", "session_cited": None}),
        ],
    ),
    Case(
        "a range of questions",
        "schriftelijke vragen nr. 12 tot 15 van 5 mei 2020",
        [
            ("schriftelijke vragen nr. 12", {"number": "12"}),
            ("15 van 5 mei 2020", {"number": "15", "act_date": "2020-05-05"}),
        ],
    ),
]

FALSE_FRIENDS = [
    Case("a bare number", "op vraag nr. 99 en op de vraag van An Claes nr. 5"),
    Case("this very question", "in deze schriftelijke vraag, een schriftelijke vraag, schriftelijke vragen"),
    Case("a question of no kind", "mijn vorige vraag van 28 april 2023"),
    Case(
        "other kinds of questions", "de actuele vraag nr. 5 van 4 mei 2020, de prejudiciële vraag nr. 3 van 4 mei 2020"
    ),
    Case("a member is no minister", "vraag nr. 99 van An Claes"),
]


@pytest.mark.parametrize("case", parameters([*CITED, *FALSE_FRIENDS]))
def test_written_questions(case: Case) -> None:
    check(case, "written_question")
