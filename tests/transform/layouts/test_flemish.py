"""The Flemish layout: headers, title, notice, answer header and annex (anatomy.md, The pieces)."""

from __future__ import annotations

import re
from datetime import date
from types import SimpleNamespace

import pytest

from corpus.headings import ANSWER_HEADER, QUESTION_HEADER, TITLES
from tests.transform.documents import document, lines_of, parse, pieces, texts
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.layouts import flemish
from transform.layouts.flemish import FlemishLayout, beginnings, notice, question_header, title, words
from transform.layouts.flemish import answer_header as answer_header_module

MODULES = (flemish, words, question_header, title, notice, answer_header_module, beginnings)

EXAMPLES: Examples = {
    "HEADING": ["SCHRIFTELIJKE VRAAG", "Schriftelijke vraag"],
    "PLAIN_HEADING": ["SCHRIFTELIJKE VRAAG", ("klaar.\n Schriftelijke vraag:\nnr. 4", " Schriftelijke vraag:")],
    "ASKER_IN_HEADING": ["van Ine Verhaeghe", "van Katia van 't Hof", "van Zoë D’Haese"],
    "ROLE_IN_HEADING": ["Vlaams minister van Wonen en Sport", "minister-president van de Vlaamse Regering"],
    "NAME_IN_HEADING": ["Koen Lammens", "Griet D'Hooghe", "Jan van den Berg"],
    "ANSWER_IN_HEADING": ["Antwoord", "Antwoord:", "Gecoördineerd antwoord"],
    "HEADING_AT": [("SCHRIFTELIJKE VRAAG nr. 41", "SCHRIFTELIJKE VRAAG")],
    "NUMBER_AT": [("nr. 41 van INE VERHAEGHE", "nr. 41")],
    "ASKED_ON_AT": [("datum: 6 oktober 2022 aan", "datum: 6 oktober 2022"), "datum 31 13 2022"],
    "BEFORE_NAME_AT": [("van INE VERHAEGHE", "van "), ("aan Greet Maesen", "aan ")],
    "CAPITAL_NAME_AT": [
        ("IRIS VANHAELEWYN datum", "IRIS VANHAELEWYN"),
        ("TOON D'HOOGHE VLAAMS MINISTER", "TOON D'HOOGHE"),
    ],
    "NAME_AT": [("Ine Verhaeghe datum: 6 oktober", "Ine Verhaeghe"), "Jan van den Berg"],
    "SHORT_NAME_AT": [("Ine Verhaeghe 1. Er zijn", "Ine Verhaeghe")],
    "TITLES_AT": [("VLAAMS MINISTER VAN CULTUUR ANTWOORD op vraag", "VLAAMS MINISTER VAN CULTUUR")],
    "TITLES_ON_AT": [("DIERENWELZIJN ANTWOORD op", "DIERENWELZIJN ")],
    "ANSWER_AT": [
        ("GECOÖRDINEERD ANTWOORD op vraag", "GECOÖRDINEERD ANTWOORD"),
        "ANTWOORD",
        "(aanvullend antwoord)",
    ],
    "ANSWER_IN_HEADING_AT": [
        ("Antwoord op vraag", "Antwoord"),
        ("Gecoördineerd antwoord op vraag", "Gecoördineerd antwoord"),
    ],
    "ON_QUESTION_AT": [
        ("op vraag nr. 41 van 6 oktober 2022 van INE VERHAEGHE", "op vraag nr. 41 van 6 oktober 2022"),
    ],
    "DATE_BEHIND_MEMBER_AT": [("van 6 oktober 2022 1. Er zijn", "van 6 oktober 2022")],
    "SPEAKS_OF_ANSWER": [
        ("Antwoord van de minister", "Antwoord"),
        ("GECOÖRDINEERD ANTWOORD op", "GECOÖRDINEERD ANTWOORD"),
    ],
    "PRINTED_NUMBER": ["nr. 41", "vraag 41"],
    "NUMBER": ["nr. 41", "nr 1017", "Nr. 28"],
    "ASKER": ["van INE VERHAEGHE", "van KATIA VAN 'T HOF", "van ZOË D’HAESE"],
    "ASKED_ON": ["datum: 6 oktober 2022", "datum 06/10/2022"],
    "ADDRESSEE": ["aan JORINDE AELBRECHT", "aan Greet Maesen"],
    "ROLE": [
        ("VLAAMS MINISTER VAN", "VLAAMS MINISTER"),
        ("VICEMINISTER-PRESIDENT", "VICEMINISTER-PRESIDENT"),
        ("MINISTER-PRESIDENT VAN DE VLAAMSE REGERING", "MINISTER-PRESIDENT"),
    ],
    "NAME": ["KOEN LAMMENS", "GRIET D'HOOGHE,", "JAN-PIET VAN DEN BERG"],
    "ANSWER_WORD": ["ANTWOORD", "GECOÖRDINEERD ANTWOORD", "AANVULLEND ANTWOORD", "VOORLOPIG ANTWOORD"],
    "ANSWER_NOTE": ["Gecoordineerd antwoord", "(aanvullend antwoord)"],
    "ON_QUESTION": ["op vraag nr. 41 van 6 oktober 2022", "op vraag nr. 41 van 6 oktober 2022 van INE VERHAEGHE"],
    "NOTICE": [
        ("Deze vraag werd gesteld aan", "Deze vraag werd"),
        ("Deze vraag werd ook gesteld aan", "Deze vraag werd"),
        ("(Deze vraag werd ook gesteld aan", "(Deze vraag werd"),
        ("* Deze vragen werden gesteld aan", "* Deze vragen werden"),
    ],
    "NOTICE_IN_LINE": [
        "Deze vraag werd gesteld aan",
        "Dezelfde vraag werd ook gesteld aan",
        "Deze vragen zijn gesteld aan",
    ],
    "OPENING_BEFORE": [("zo? (", "("), ("zo? * ", "* ")],
    "NOTICE_PUT_TO": [("Deze vraag werd ook gesteld aan minister X", "ook gesteld aan minister X")],
    "NOTICE_MINISTER": [
        "Greet Maesen (214)",
        ("minister-president Piet Vandaele (nr. 142)", "Piet Vandaele (nr. 142)"),
    ],
    "NOTICE_OFFICE": [
        (
            "Leen Aerts, Vlaams minister van Justitie, Omgeving en Energie (602)",
            ", Vlaams minister van Justitie, Omgeving en Energie ",
        ),
        ("Leen Aerts, viceminister-president (602)", ", viceminister-president "),
    ],
    "NOTICE_TITLE": [
        ("de ministers X", "de ministers "),
        ("Vlaams minister X", "Vlaams minister "),
        ("mevrouw X", "mevrouw "),
    ],
    "NOTICE_SEPARATOR": [("X (1), Y", ", "), ("X en Y", " en "), ("X, en Y", ", en ")],
    "TITLE_DASH": [("Beken  -  Peil", "  -  "), ("Beken – Peil", " – ")],
    "SENTENCE_STOP": [("klaar. Dan", "."), ("Wie?", "?")],
    "ANNEX_WORD": [("BIJLAGE Overzicht per gemeente", "BIJLAGE")],
    "EXPORT_COLUMN": ["text:", "tekst :"],
    "ANNEX": ["BIJLAGE", "BIJLAGEN", "BIJLAGE 1:", "BIJLAGEN: overzicht", "Bijlagen:"],
}


PATTERNS = {name: getattr(module, name) for module in MODULES for name in pattern_constants(module)}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(SimpleNamespace(**PATTERNS), EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert set(PATTERNS) == set(EXAMPLES)


BODY = "Er staan ladders in de Leie.\n1. Hoeveel zijn het er?\n2. Wie telt ze?"
ANSWER = "1. Acht.\n2. De dienst."
NAME_AND_TITLES = f"GRETA VANPUTTE\n{TITLES}"
ROLE = " ".join(TITLES.split())

# ---------------------------------------------------------------------------------------------- question header


def test_a_question_header_says_who_asks_whom_when_and_under_which_number() -> None:
    parsed = parse(document(BODY))
    assert parsed.question is not None
    assert parsed.parliament == "vlaams-parlement"
    assert parsed.session == "2022-2023"
    assert parsed.question.question_id == "vlaams-parlement/2022-2023/greta-vanputte/41"
    assert parsed.question.legislature == "2019-2024"
    assert parsed.question.number == 41
    assert parsed.question.asked_on == date(2022, 11, 14)
    assert parsed.question.asker == "Noor D'Hulster"
    assert parsed.question.addressee == "Greta Vanputte"
    assert parsed.question.addressee_role == ROLE
    assert parsed.question.portfolios == ("Waterlopen", "Sport", "Dierenwelzijn")
    assert parsed.question.warnings == ()


def test_the_header_is_a_piece_with_the_titles_over_their_lines() -> None:
    assert texts(document(BODY), "question_header") == [" ".join(QUESTION_HEADER.split())]


@pytest.mark.parametrize(
    ("titles", "portfolios"),
    [
        pytest.param("VLAAMS MINISTER VAN SPORT", ("Sport",), id="one line"),
        pytest.param("VLAAMS MINISTER VAN\nSPORT EN JEUGD", ("Sport", "Jeugd"), id="two lines"),
        pytest.param(
            "VLAAMS MINISTER VAN\nSPORT, STEDEN-\nEN PLATTELANDSBELEID",
            ("Sport", "Steden- en Plattelandsbeleid"),
            id="three lines",
        ),
        pytest.param("MINISTER-PRESIDENT VAN DE VLAAMSE REGERING", (), id="no portfolio"),
    ],
)
def test_the_titles_stand_over_one_to_three_lines(titles: str, portfolios: tuple[str, ...]) -> None:
    text = document(BODY, header=f"SCHRIFTELIJKE VRAAG\nnr. 41\naan GRETA VANPUTTE\n{titles}")
    question = parse(text).question
    assert question is not None
    assert question.addressee_role == " ".join(titles.split())
    assert question.portfolios == portfolios
    assert question.theme == "Visladders"


@pytest.mark.parametrize(
    "lost",
    [
        pytest.param(1, id="without SCHRIFTELIJKE VRAAG"),
        pytest.param(4, id="the first four lines"),
    ],
)
def test_the_first_lines_may_be_lost(lost: int) -> None:
    header = "\n".join(QUESTION_HEADER.splitlines()[lost:])
    text = document(BODY, ANSWER, header=header)
    parsed = parse(text)
    assert parsed.question is not None
    assert texts(text, "question_header") == [" ".join(header.split())]
    assert (parsed.question.number, parsed.question.asked_on) == (41, date(2022, 11, 14)), "the answer header has them"
    assert parsed.question.asker == "Noor D'Hulster"
    assert parsed.question.addressee == "Greta Vanputte"
    assert (parsed.question.theme, parsed.question.subject) == ("Visladders", "Onderhoud")


def test_even_aan_may_be_lost() -> None:
    text = document(BODY, ANSWER, header=NAME_AND_TITLES)
    parsed = parse(text)
    assert parsed.question is not None
    assert parsed.question.addressee == "Greta Vanputte"
    assert parsed.question.addressee_role == ROLE
    assert texts(text, "question_header") == [" ".join(NAME_AND_TITLES.split())]
    assert [one.label for one in parsed.sub_questions] == ["1", "2"]


def test_a_lost_header_without_an_answer_leaves_the_key_unknown() -> None:
    parsed = parse(document(BODY, header=f"aan {NAME_AND_TITLES}"))
    assert parsed.question is not None
    assert parsed.session == "unknown"
    assert parsed.question.question_id == (f"vlaams-parlement/unknown/greta-vanputte/unknown-{parsed.document_id[:12]}")
    assert (parsed.question.number, parsed.question.asked_on, parsed.question.asker) == (None, None, None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("datum: 6 oktober 2022", date(2022, 10, 6), id="in words"),
        pytest.param("datum 06/10/2022", date(2022, 10, 6), id="in figures, without a colon"),
        pytest.param("datum: 31 februari 2025", None, id="a day that no calendar has"),
    ],
)
def test_the_date_of_a_question(line: str, day: date | None) -> None:
    header = f"SCHRIFTELIJKE VRAAG\nnr. 41\nvan NOOR D'HULSTER\n{line}\naan {NAME_AND_TITLES}"
    question = parse(document(BODY, header=header)).question
    assert question is not None
    assert question.asked_on == day
    assert question.addressee == "Greta Vanputte"


# ---------------------------------------------------------------------------------------------- title


@pytest.mark.parametrize(
    ("title", "theme", "subject"),
    [
        pytest.param("Visladders  -  Onderhoud", "Visladders", "Onderhoud", id="two spaces around the dash"),
        pytest.param("Visladders - Onderhoud", "Visladders", "Onderhoud", id="one space around the dash"),
        pytest.param("Visladders – Onderhoud", "Visladders", "Onderhoud", id="a longer dash"),
        pytest.param("Onderhoud van visladders", None, "Onderhoud van visladders", id="no dash: all is the subject"),
        pytest.param("Leie - Visladders - Kosten", "Leie", "Visladders - Kosten", id="several: the first separates"),
        pytest.param("Zoet-zoutovergangen - Stand", "Zoet-zoutovergangen", "Stand", id="a hyphen is no dash"),
        pytest.param(
            "Visladders in de Leie en de Maas, met hun zijrivieren in Limburg en in Antwerpen  -\nOnderhoud en kosten",
            "Visladders in de Leie en de Maas, met hun zijrivieren in Limburg en in Antwerpen",
            "Onderhoud en kosten",
            id="two lines, the dash at the end of the first",
        ),
        pytest.param(
            "Visladders in de Leie en de Maas  -  Onderhoud van treden en leuningen, met de kosten per\njaar",
            "Visladders in de Leie en de Maas",
            "Onderhoud van treden en leuningen, met de kosten per jaar",
            id="two lines, the dash in the first",
        ),
        pytest.param("BOA - SPORT", "BOA", "SPORT", id="in capitals"),
    ],
)
def test_a_title_is_theme_and_subject(title: str, theme: str | None, subject: str) -> None:
    text = document(BODY, ANSWER, title=title)
    question = parse(text).question
    assert question is not None
    assert (question.theme, question.subject) == (theme, subject)
    assert question.preamble == "Er staan ladders in de Leie."
    assert texts(text, "title") == [" ".join(title.split())]


def test_a_title_right_above_the_preamble_is_told_from_it() -> None:
    preamble = (
        "Er staan visladders in de Leie, en sinds enkele jaren ook in de beken die daarin uitmonden, zoals\n"
        "het plan dat voorschrijft."
    )
    text = f"{QUESTION_HEADER}\nVisladders  -  Onderhoud\n{preamble}\n1. Hoeveel zijn het er?\n"
    question = parse(text).question
    assert question is not None
    assert (question.theme, question.subject) == ("Visladders", "Onderhoud")
    assert question.preamble == " ".join(preamble.split())


@pytest.mark.parametrize(
    "title", ["Visladders  -  Onderhoud", "Visladders  -  Onderhoud, treden en\nleuningen", "Visladders"]
)
@pytest.mark.parametrize(
    "preamble",
    [
        pytest.param("- Sinds 2019 zijn er te weinig ladders.\n- Dat is jammer.", id="dashes"),
        pytest.param("– Sinds 2019 zijn er te weinig ladders;\n– dat is jammer.", id="dashes and clauses"),
        pytest.param("- Sinds 2019 zijn er te weinig ladders.", id="one dash"),
        pytest.param("• Sinds 2019 zijn er te weinig ladders\n• Dat is jammer.", id="bullets"),
        pytest.param("* Sinds 2019 zijn er te weinig ladders.\n* Dat is jammer.", id="asterisks"),
        pytest.param("o Sinds 2019 zijn er te weinig ladders.\no Dat is jammer.", id="o"),
        pytest.param("a) Sinds 2019 zijn er te weinig ladders.\nb) Dat is jammer.", id="letters"),
        pytest.param("1) Sinds 2019 zijn er te weinig ladders.\n2) Dat is jammer.", id="numbers"),
    ],
)
def test_a_list_under_the_title_ends_it(title: str, preamble: str) -> None:
    text = "\n".join([QUESTION_HEADER, title, preamble, "1. Hoeveel zijn het er?", "2. Wie telt ze?", ""])
    assert texts(text, "title") == [" ".join(title.split())]
    assert [one.text for one in parse(text).sub_questions] == ["Hoeveel zijn het er?", "Wie telt ze?"]


def test_a_dash_under_a_theme_is_the_titles_own() -> None:
    text = "\n".join([QUESTION_HEADER, "Visladders in de Leie", "- Onderhoud", "", BODY, ""])
    question = parse(text).question
    assert question is not None
    assert (question.theme, question.subject) == ("Visladders in de Leie", "Onderhoud")


# ---------------------------------------------------------------------------------------------- notice


def addressees(notice: str, answer: str | None = ANSWER) -> list[tuple[str, int | None]]:
    return [(one.name, one.number) for one in parse(document(BODY, answer, notice=notice)).addressees]


@pytest.mark.parametrize(
    ("notice", "wanted"),
    [
        pytest.param("", [("Greta Vanputte", 41)], id="no notice: this copy's minister"),
        pytest.param(
            "Deze vraag werd gesteld aan de ministers Joris Wolfaert (417) en Greta Vanputte (41).",
            [("Joris Wolfaert", 417), ("Greta Vanputte", 41)],
            id="two, in the order of the notice",
        ),
        pytest.param(
            "Deze vraag werd gesteld aan de ministers Joris Wolfaert (417), Zoë D'Haene (12) en Greta Vanputte (41)",
            [("Joris Wolfaert", 417), ("Zoë D'Haene", 12), ("Greta Vanputte", 41)],
            id="three, without a full stop",
        ),
        pytest.param(
            "Deze vraag werd gesteld aan minister-president Joris Wolfaert (417) en minister Greta Vanputte (41).",
            [("Joris Wolfaert", 417), ("Greta Vanputte", 41)],
            id="titles are no part of names",
        ),
        pytest.param(
            "Deze vraag werd gesteld aan minister Joris Wolfaert (417) en aan minister Greta Vanputte (41).",
            [("Joris Wolfaert", 417), ("Greta Vanputte", 41)],
            id="aan before each minister",
        ),
        pytest.param(
            "Deze vraag werd ook gesteld aan minister Joris Wolfaert (417).",
            [("Greta Vanputte", 41), ("Joris Wolfaert", 417)],
            id="also put to another: this copy's minister comes first",
        ),
        pytest.param(
            "Deze vraag werd ook gesteld aan de ministers Joris Wolfaert (417) en Zoë D'Haene (12).",
            [("Greta Vanputte", 41), ("Joris Wolfaert", 417), ("Zoë D'Haene", 12)],
            id="also put to others",
        ),
        pytest.param(
            "Deze vraag werd gesteld aan alle ministers", [("Greta Vanputte", 41)], id="to all ministers: one is known"
        ),
        pytest.param(
            "Deze vraag werd gesteld aan de ministers Joris Wolfaert (417), Zoë D'Haene (12), Jan Van den\n"
            "Eynde (1017) en Greta Vanputte (41).",
            [("Joris Wolfaert", 417), ("Zoë D'Haene", 12), ("Jan Van den Eynde", 1017), ("Greta Vanputte", 41)],
            id="over two lines",
        ),
    ],
)
def test_the_notice_lists_all_addressees(notice: str, wanted: list[tuple[str, int | None]]) -> None:
    assert addressees(notice) == wanted
    assert addressees(notice, answer=None) == wanted, "without an answer too"
    assert texts(document(BODY, ANSWER, notice=notice), "notice") == ([" ".join(notice.split())] if notice else [])


@pytest.mark.parametrize(
    ("notice", "wanted"),
    [
        pytest.param("(Deze vraag werd ook gesteld aan minister Joris Wolfaert (417))", [417], id="parentheses"),
        pytest.param("(Deze vraag werd ook gesteld aan minister Joris Wolfaert (417).)", [417], id="with a full stop"),
        pytest.param("(Deze vraag werd ook gesteld aan minister Joris Wolfaert)", [None], id="without a number"),
        pytest.param("[Deze vraag werd ook gesteld aan minister Joris Wolfaert (417)]", [417], id="brackets"),
        pytest.param("[Deze vraag werd ook gesteld aan minister Joris Wolfaert (417).]", [417], id="with a stop, too"),
        pytest.param("* Deze vraag werd ook gesteld aan minister Joris Wolfaert (417).", [417], id="an asterisk"),
        pytest.param("*Deze vraag werd ook gesteld aan minister Joris Wolfaert (417)", [417], id="glued"),
        pytest.param("(*) Deze vraag werd ook gesteld aan minister Joris Wolfaert (417).", [417], id="in parentheses"),
        pytest.param("** Deze vraag werd ook gesteld aan minister Joris Wolfaert (417). **", [417], id="on both sides"),
        pytest.param(
            "(Deze vraag werd ook gesteld aan minister Joris Wolfaert (417)\nen minister Zoë D'Haene (12))",
            [417, 12],
            id="over two lines",
        ),
        pytest.param(
            "Deze vraag werd ook gesteld aan minister Joris Wolfaert (417), minister Zoë D'Haene (12) en "
            "minister Jan Van den Eynde (3).",
            [417, 12, 3],
            id="minister before every name",
        ),
        pytest.param(
            "Deze vraag werd ook gesteld aan minister Joris Wolfaert (417), Vlaams minister Zoë D'Haene (12), "
            "viceminister-president Jan Van den Eynde (3) en minister-president Bea Aerts (8).",
            [417, 12, 3, 8],
            id="other titles before every name",
        ),
        pytest.param(
            "Deze vraag werd ook gesteld aan Joris Wolfaert, Vlaams minister van Sport en Media (417), en aan "
            "Zoë D'Haene, viceminister-president (12).",
            [417, 12],
            id="offices behind the names",
        ),
    ],
)
def test_a_notice_in_other_words(notice: str, wanted: list[int | None]) -> None:
    found = addressees(notice)
    assert found[0] == ("Greta Vanputte", 41)
    assert [number for _, number in found[1:]] == wanted
    assert found[1][0] == "Joris Wolfaert"
    assert addressees(notice, answer=None) == found
    text = document(BODY, ANSWER, notice=notice)
    assert texts(text, "notice") == [" ".join(notice.split())]
    flat = " ".join(text.split())
    assert texts(flat, "notice") == [" ".join(notice.split())]
    assert [one.number for one in parse(flat).addressees[1:]] == wanted
    assert parse(flat).sub_questions[-1].text == "Wie telt ze?"


@pytest.mark.parametrize(
    ("notice", "warned"),
    [
        pytest.param(
            "Deze vraag werd ook gesteld aan minister Joris Wolfaert (417).", False, id="the others are listed"
        ),
        pytest.param(
            "Deze vraag werd gesteld aan de ministers Joris Wolfaert (417) en Jan Eynde (3).", True, id="all are"
        ),
    ],
)
def test_a_notice_of_all_that_leaves_this_copys_minister_out_is_warned_about(notice: str, warned: bool) -> None:
    parsed = parse(document(BODY, ANSWER, notice=notice))
    assert parsed.question is not None
    assert bool(parsed.question.warnings) is warned
    assert (parsed.addressees[0].name, parsed.addressees[0].number) == ("Greta Vanputte", 41)


def test_the_notice_is_no_text_of_the_last_question() -> None:
    text = document(BODY, notice="Deze vraag werd gesteld aan alle ministers")
    assert [one.text for one in parse(text).sub_questions] == ["Hoeveel zijn het er?", "Wie telt ze?"]


def test_each_addressees_number_is_the_number_of_his_copy() -> None:
    notice = "Deze vraag werd gesteld aan de ministers Joris Wolfaert (417) en Greta Vanputte (41)."
    assert [one.addressed_question_id for one in parse(document(BODY, ANSWER, notice=notice)).addressees] == [
        "vlaams-parlement/2022-2023/joris-wolfaert/417",
        "vlaams-parlement/2022-2023/greta-vanputte/41",
    ]


# ---------------------------------------------------------------------------------------------- answer header


def answer_header(*lines: str) -> str:
    return "\n".join([NAME_AND_TITLES, *lines])


ON = "op vraag nr. 41 van 14 november 2022"
MEMBER = "van NOOR D'HULSTER"


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(answer_header("ANTWOORD", ON, MEMBER), id="as it is printed mostly"),
        pytest.param(answer_header("GECOÖRDINEERD ANTWOORD", ON, MEMBER), id="a note in the place of ANTWOORD"),
        pytest.param(answer_header("AANVULLEND ANTWOORD", ON, MEMBER), id="aanvullend"),
        pytest.param(answer_header("ANTWOORD", ON, MEMBER, "GECOÖRDINEERD ANTWOORD"), id="a note after the member"),
        pytest.param(answer_header("ANTWOORD", ON, MEMBER, "(aanvullend antwoord)"), id="a note in small letters"),
        pytest.param(answer_header("ANTWOORD", ON), id="without the member"),
        pytest.param(answer_header("ANTWOORD", f"{ON} {MEMBER}"), id="the member on the same line"),
        pytest.param(
            answer_header("ANTWOORD", "op vraag nr. 41", "van 14 november 2022", MEMBER),
            id="the date on a line of its own",
        ),
        pytest.param(answer_header(ON, MEMBER), id="without ANTWOORD, under the titles"),
        pytest.param(f"ANTWOORD\n{ON}\n{MEMBER}", id="without the minister"),
    ],
)
def test_the_answer_header_says_who_answers_what(header: str) -> None:
    text = document(BODY, ANSWER, answer_header=header)
    parsed = parse(text)
    assert texts(text, "answer_header") == [" ".join(header.split())]
    assert parsed.answer is not None
    assert parsed.answer.responder == "Greta Vanputte"
    assert parsed.answer.responder_role == ROLE
    assert parsed.answer.status == "answered"
    assert [one.labels for one in parsed.answer_parts] == [("1",), ("2",)]
    assert parsed.sub_questions[-1].text == "Wie telt ze?"


def test_voorlopig_antwoord_is_provisional() -> None:
    text = document(BODY, ANSWER, answer_header=answer_header("VOORLOPIG ANTWOORD", ON, MEMBER))
    parsed = parse(text)
    assert parsed.answer is not None
    assert parsed.answer.status == "provisional"


def test_the_answer_header_fills_in_what_the_question_header_lost() -> None:
    question = parse(document(BODY, ANSWER, header=f"aan {NAME_AND_TITLES}")).question
    assert question is not None
    assert question.question_id == "vlaams-parlement/2022-2023/greta-vanputte/41"
    assert (question.asked_on, question.asker) == (date(2022, 11, 14), "Noor D'Hulster")


@pytest.mark.parametrize(
    ("changed", "warned"),
    [
        pytest.param(ANSWER_HEADER.replace("nr. 41", "nr. 14"), True, id="another number"),
        pytest.param(ANSWER_HEADER.replace("2022", "2021"), True, id="another date"),
        pytest.param(ANSWER_HEADER.replace("NOOR", "NORA"), True, id="another member"),
        pytest.param(ANSWER_HEADER, False, id="both agree"),
    ],
)
def test_headers_that_disagree_are_warned_about(changed: str, warned: bool) -> None:
    question = parse(document(BODY, ANSWER, answer_header=changed)).question
    assert question is not None
    assert bool(question.warnings) is warned
    assert (question.number, question.asked_on, question.asker) == (41, date(2022, 11, 14), "Noor D'Hulster")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Het antwoord op vraag nr. 12 van 3 mei 2022 was onvolledig.", id="a sentence about an answer"),
        pytest.param(
            "Ik kreeg een voorlopig antwoord\nop vraag nr. 12 van 3 mei 2022\nvan een collega.",
            id="wrapped like a header",
        ),
    ],
)
def test_a_sentence_about_an_answer_is_no_header(sentence: str) -> None:
    text = document(f"{sentence}\n{BODY}")
    parsed = parse(text)
    assert parsed.answer is None
    assert texts(text, "answer_header") == []


# ---------------------------------------------------------------------------------------------- annex


@pytest.mark.parametrize(
    "annex",
    [
        pytest.param("BIJLAGE\n\nOverzicht per sluis", id="one"),
        pytest.param("BIJLAGEN\n1. Overzicht\n2. Kaart", id="several, enumerated"),
        pytest.param("BIJLAGE 1: overzicht", id="numbered"),
        pytest.param("Bijlagen:\n- overzicht", id="in small letters"),
    ],
)
def test_the_annex_is_the_very_end(annex: str) -> None:
    text = document(BODY, ANSWER, annex=f"\n{annex}")
    parsed = parse(text)
    assert parsed.answer is not None
    assert "".join((parsed.answer.annex or "").split()) == "".join(annex.split())
    assert texts(text, "annex") == [" ".join(annex.split())]
    assert [one.text for one in parsed.answer_parts] == ["Acht.", "De dienst."]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("In de bijlage staat een overzicht.", id="in a sentence"),
        pytest.param("Bijlage 3 bij dat besluit noemt ze.", id="at the beginning of a sentence"),
    ],
)
def test_a_word_about_an_annex_is_text(words: str) -> None:
    text = document(BODY, f"1. Acht.\n2. De dienst.\n{words}\nDat is alles.")
    assert texts(text, "annex") == []
    assert words in parse(text).answer_parts[1].text


# ---------------------------------------------------------------------------------------------- the whole


def test_the_pieces_stand_in_reading_order() -> None:
    text = document(BODY, f"Vooraf.\n{ANSWER}", notice="Deze vraag werd gesteld aan alle ministers", annex="\nBIJLAGE")
    assert [(kind, label) for kind, label, _ in pieces(text)] == [
        ("question_header", None),
        ("title", None),
        ("preamble", None),
        ("sub_question", "1"),
        ("sub_question", "2"),
        ("notice", None),
        ("answer_header", None),
        ("answer_intro", None),
        ("answer_part", "1"),
        ("answer_part", "2"),
        ("annex", None),
    ]


def starts(text: str) -> list[str]:
    """The lines at which questions' headings begin."""
    lines = lines_of(text)
    return [lines[index].text for index in FlemishLayout().starts(lines)]


@pytest.mark.parametrize(
    ("header", "first"),
    [
        pytest.param(QUESTION_HEADER, "SCHRIFTELIJKE VRAAG", id="whole"),
        pytest.param("\n".join(QUESTION_HEADER.splitlines()[1:]), "nr. 41", id="without its first line"),
        pytest.param(f"aan {NAME_AND_TITLES}", "aan GRETA VANPUTTE", id="lost to aan"),
        pytest.param(NAME_AND_TITLES, "GRETA VANPUTTE", id="lost, even aan"),
    ],
)
def test_a_heading_begins_where_its_first_line_is_left(header: str, first: str) -> None:
    assert starts(document(BODY, ANSWER, header=header)) == [first], "the answer's header begins no document"
    assert starts(document(BODY, header=header)) == [first]
