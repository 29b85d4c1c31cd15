"""Headers are printed in many ways (anatomy.md): whatever parts their words, they say the same."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from tests.transform.documents import document, parse, pieces, texts
from transform.parse import document_starts

NAME, TITLES = "GRETA VANPUTTE", "VLAAMS MINISTER VAN WATERLOPEN EN SPORT"
ASKED = ("SCHRIFTELIJKE VRAAG", "nr. 41", "van NOOR D'HULSTER", "datum: 14 november 2022", f"aan {NAME}", TITLES)
ANSWERED = (NAME, TITLES, "ANTWOORD", "op vraag nr. 41 van 14 november 2022", "van NOOR D'HULSTER")
MIXED = ("Schriftelijke vraag", "van Noor D'Hulster", "Vlaams minister van Waterlopen en Sport")
BODY = "Er staan ladders in de Leie. Dat is zo beslist.\n1. Hoeveel zijn het er?\n2. Wie telt ze?"
ANSWER = "1. Er zijn er acht.\n2. De dienst."


def whole(asked: str = "\n".join(ASKED), answered: str = "\n".join(ANSWERED)) -> str:
    return document(BODY, ANSWER, header=asked, answer_header=answered)


def arranged(words: tuple[str, ...], between: tuple[str, ...]) -> str:
    return "".join(part for pair in zip(words, (*between, ""), strict=True) for part in pair)


def check(text: str) -> None:
    """The document says all that it says when each piece of its headers has a line of its own."""
    assert document_starts(text) == [0]
    parsed = parse(text)
    question, answer = parsed.question, parsed.answer
    assert question is not None
    assert answer is not None
    assert (question.number, question.asked_on, question.asker) == (41, date(2022, 11, 14), "Noor D'Hulster")
    assert (question.addressee, (question.addressee_role or "").upper()) == ("Greta Vanputte", TITLES)
    assert (question.theme, question.subject) == ("Visladders", "Onderhoud")
    assert question.preamble == "Er staan ladders in de Leie. Dat is zo beslist."
    assert (answer.responder, (answer.responder_role or "").upper()) == ("Greta Vanputte", TITLES)
    assert [one.text for one in parsed.sub_questions] == ["Hoeveel zijn het er?", "Wie telt ze?"]
    assert [(one.labels, one.text) for one in parsed.answer_parts] == [
        (("1",), "Er zijn er acht."),
        (("2",), "De dienst."),
    ]
    assert question.warnings == ()


BOUNDARIES = ("\n", " ")


@pytest.mark.parametrize("between", list(product(BOUNDARIES, repeat=len(ASKED) - 1)))
def test_a_question_header_whose_pieces_share_lines(between: tuple[str, ...]) -> None:
    header = arranged(ASKED, between)
    check(whole(asked=header))
    assert texts(whole(asked=header), "question_header") == [" ".join(header.split())]


@pytest.mark.parametrize("between", list(product(BOUNDARIES, repeat=len(ANSWERED) - 1)))
def test_an_answer_header_whose_pieces_share_lines(between: tuple[str, ...]) -> None:
    header = arranged(ANSWERED, between)
    check(whole(answered=header))
    assert texts(whole(answered=header), "answer_header") == [" ".join(header.split())]


@pytest.mark.parametrize("boundary", ["\n", " ", "  ", "\n\n", "\r\n"])
@pytest.mark.parametrize("words", ["one line each", "each word"])
def test_any_white_space_parts_the_words(boundary: str, words: str) -> None:
    """The words of a piece, too: but for names and titles, which end where their line ends."""
    if words == "one line each":
        check(whole(boundary.join(ASKED), boundary.join(ANSWERED)))
    else:
        asked = "SCHRIFTELIJKE VRAAG nr. 41 van NOOR_D'HULSTER datum: 14 november 2022 aan GRETA_VANPUTTE TITLES"
        parts = ["GRETA_VANPUTTE TITLES ANTWOORD op vraag nr. 41 van 14 november 2022 van NOOR_D'HULSTER", asked]
        answered, asked = (boundary.join(one.split()).replace("_", " ").replace("TITLES", TITLES) for one in parts)
        check(whole(asked, answered))


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("nr. 41 van NOOR D'HULSTER datum: 14 november 2022\naan GRETA VANPUTTE\n" + TITLES, id="to nr."),
        pytest.param(f"van NOOR D'HULSTER datum: 14 november 2022\naan {NAME} {TITLES}", id="to the member"),
        pytest.param(f"datum: 14 november 2022 aan {NAME}\n{TITLES}", id="to the date"),
        pytest.param(f"aan {NAME} {TITLES}", id="to aan"),
        pytest.param(f"{NAME} {TITLES}", id="to the minister's name"),
    ],
)
def test_a_header_with_its_first_words_lost(header: str) -> None:
    check(whole(asked=header))
    assert texts(whole(asked=header), "question_header") == [" ".join(header.split())]


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(
            f"SCHRIFTELIJKE VRAAG nr. 41\naan {NAME}\n{TITLES}\nvan NOOR D'HULSTER\ndatum: 14 november 2022",
            id="after the titles",
        ),
        pytest.param(
            f"SCHRIFTELIJKE VRAAG nr. 41 datum: 14 november 2022 van NOOR D'HULSTER aan {NAME}\n{TITLES}",
            id="date first",
        ),
        pytest.param(
            f"SCHRIFTELIJKE VRAAG van NOOR D'HULSTER nr. 41\ndatum: 14 november 2022 aan {NAME} {TITLES}",
            id="member first",
        ),
        pytest.param(
            f"Schriftelijke vraag\nnr. 41\nvan Noor D'Hulster\ndatum: 14 november 2022\naan Greta Vanputte\n{TITLES}",
            id="mixed case",
        ),
        pytest.param(
            f"Schriftelijke vraag nr. 41 van Noor D'Hulster\ndatum: 14 november 2022\naan Greta Vanputte\n{TITLES}",
            id="mixed case, shared",
        ),
        pytest.param(
            f"Schriftelijke vraag nr. 41 van Noor D'Hulster datum: 14 november 2022 aan Greta Vanputte {TITLES}",
            id="mixed case, one line",
        ),
        pytest.param(
            f"{MIXED[0]}\nnr. 41\n{MIXED[1]}\ndatum: 14 november 2022\naan Greta Vanputte\n{MIXED[2]}",
            id="mixed titles",
        ),
        pytest.param(
            f"{MIXED[0]} nr. 41 {MIXED[1]} datum: 14 november 2022 aan Greta Vanputte, {MIXED[2]}",
            id="mixed titles, one line",
        ),
    ],
)
def test_a_question_header_in_another_order_or_case(header: str) -> None:
    check(whole(asked=header))
    assert texts(whole(asked=header), "question_header") == [" ".join(header.split())]


ON, MEMBER = "op vraag nr. 41 van 14 november 2022", "van NOOR D'HULSTER"
MINISTER = f"{NAME}\n{TITLES}"


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(f"{MINISTER}\nAntwoord\n{ON}\n{MEMBER}", id="Antwoord"),
        pytest.param(f"{MINISTER}\nAntwoord {ON} {MEMBER}", id="Antwoord on one line"),
        pytest.param(f"{MINISTER}\nAntwoord {ON} van Noor D'Hulster", id="Antwoord on one line, a mixed name"),
        pytest.param(f"{MINISTER}\nAntwoord {ON}\nvan Noor D'Hulster", id="a mixed name on its line"),
        pytest.param(f"{MINISTER}\nANTWOORD {ON}\nvan\nNoor D'Hulster", id="a torn mixed name"),
        pytest.param(f"{MINISTER} Antwoord {ON} van Noor D'Hulster", id="all on one line, mixed"),
        pytest.param(f"{MINISTER}\nGecoördineerd antwoord\n{ON}\n{MEMBER}", id="Gecoördineerd antwoord"),
        pytest.param(f"{MINISTER}\nGecoördineerd antwoord {ON} {MEMBER}", id="Gecoördineerd antwoord, one line"),
        pytest.param(f"{MINISTER}\nANTWOORD\n{ON} {MEMBER} GECOÖRDINEERD ANTWOORD", id="a note behind the member"),
        pytest.param(f"{MINISTER}\nANTWOORD\n{ON}\n{MEMBER}\nGecoördineerd antwoord", id="a mixed note below"),
        pytest.param(f"{MINISTER}\nAANVULLEND\nANTWOORD\n{ON}\n{MEMBER}", id="a torn note"),
        pytest.param(
            f"{MINISTER}\nANTWOORD op schriftelijke vraag nr. 41 van 14 november 2022 {MEMBER}", id="schriftelijke"
        ),
        pytest.param(f"{NAME}, {TITLES}\nANTWOORD\n{ON}\n{MEMBER}", id="a comma behind the minister's name"),
        pytest.param(f"{MINISTER}\nANTWOORD: {ON} {MEMBER}", id="a colon"),
        pytest.param(f"{MINISTER}\nANTWOORD {ON}, {MEMBER}", id="a comma before the member"),
        pytest.param(f"{MINISTER}\nANTWOORD op vraag nr. 41, d.d. 14 november 2022 {MEMBER}", id="d.d."),
        pytest.param(f"{MINISTER}\nANTWOORD op vraag nr. 41 {MEMBER} van 14 november 2022", id="the date at the end"),
        pytest.param(f"{MINISTER}\nANTWOORD\nop vraag nr. 41\n{MEMBER}\nvan 14 november 2022", id="and in lines"),
        pytest.param(f"ANTWOORD\n{MINISTER}\n{ON}\n{MEMBER}", id="ANTWOORD first"),
        pytest.param(f"{MINISTER}\n{ON} {MEMBER}", id="no ANTWOORD"),
        pytest.param(f"{MINISTER}\nANTWOORD\n{ON}\n{MEMBER}\n{MINISTER}", id="the minister above and below"),
        pytest.param(f"ANTWOORD\n{ON}\n{MEMBER}\n\n{MINISTER}", id="the minister below"),
        pytest.param(f"ANTWOORD {ON} {MEMBER}\n\n{MINISTER}", id="the minister below one line"),
        pytest.param(f"ANTWOORD {ON} {MEMBER}\n{NAME} {TITLES}", id="the minister below on one line"),
        pytest.param(f"ANTWOORD {ON} {MEMBER} {NAME} {TITLES}", id="the minister behind the member"),
        pytest.param(f"Antwoord {ON} {MEMBER}\n{MINISTER}", id="mixed, the minister below"),
        pytest.param(f"Antwoord\n{ON}\n{MEMBER}\n\n{MINISTER}", id="mixed lines, the minister below"),
        pytest.param(f"ANTWOORD\n{ON}\n{MEMBER}\nGECOÖRDINEERD ANTWOORD\n{MINISTER}", id="below the note"),
        pytest.param(f"ANTWOORD\n{ON}\n{MEMBER}\n{MINISTER}\nGECOÖRDINEERD ANTWOORD", id="above the note"),
        pytest.param(f"GECOÖRDINEERD ANTWOORD\n{ON}\n{MEMBER}\n{MINISTER}", id="a note first, the minister below"),
        pytest.param(
            f"ANTWOORD\n{ON}\n{MEMBER}\n\nGreta Vanputte\nVlaams minister van Waterlopen en Sport", id="mixed below"
        ),
        pytest.param(
            f"Greta Vanputte\nVlaams minister van Waterlopen en Sport\nANTWOORD\n{ON}\n{MEMBER}", id="mixed above"
        ),
        pytest.param(
            f"Greta Vanputte\nVlaams minister van Waterlopen en Sport\nAntwoord\n{ON}\nvan Noor D'Hulster",
            id="all mixed",
        ),
        pytest.param(
            f"Greta Vanputte\nVlaams minister van Waterlopen en Sport\nAntwoord {ON} van Noor D'Hulster",
            id="all mixed, shared",
        ),
    ],
)
def test_an_answer_header_in_another_order_or_case(header: str) -> None:
    check(whole(answered=header))
    assert texts(whole(answered=header), "answer_header") == [" ".join(header.split())]


@pytest.mark.parametrize("asked", ["lines", "one line"])
@pytest.mark.parametrize("answered", ["lines", "one line", "flat"])
def test_some_lines_joined_and_others_not(asked: str, answered: str) -> None:
    question = " ".join(ASKED) if asked == "one line" else "\n".join(ASKED)
    text = whole(question, "\n".join(ANSWERED) if answered == "lines" else " ".join(ANSWERED))
    if answered == "flat":
        at = text.index(" ".join(ANSWERED))
        text = text[:at] + " ".join(text[at:].split())
    check(text)


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(f"ANTWOORD {ON} {MEMBER} {NAME} {TITLES}", id="the minister behind the member"),
        pytest.param(f"{NAME} {TITLES} Antwoord {ON} van Noor D'Hulster", id="mixed"),
        pytest.param(f"{NAME} {TITLES} Gecoördineerd antwoord {ON} {MEMBER}", id="a mixed note"),
        pytest.param(f"{NAME} {TITLES} ANTWOORD {ON} {MEMBER} GECOÖRDINEERD ANTWOORD", id="a note behind"),
    ],
)
def test_a_document_on_one_line(header: str) -> None:
    check(" ".join(whole(answered=header).split()))


def test_an_answer_header_that_repeats_the_questions_heading_is_no_new_document() -> None:
    repeated = f"{chr(10).join(ASKED[:3])}\n{MINISTER}\nANTWOORD\n{ON}\n{MEMBER}"
    assert document_starts(whole(answered=repeated)) == [0]


def test_two_documents_with_shared_lines_are_two() -> None:
    one = whole(" ".join(ASKED), f"ANTWOORD {ON} {MEMBER}\n{MINISTER}")
    other = whole(" ".join(ASKED).replace("41", "42"), f"{MINISTER}\nAntwoord {ON} {MEMBER}".replace("41", "42"))
    assert document_starts(one + other) == [0, len(one)]
    lost = document(BODY, ANSWER, header=f"aan {NAME} {TITLES}", answer_header=f"{MINISTER}\nAntwoord {ON} {MEMBER}")
    assert document_starts(one + lost) == [0, len(one)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Antwoord op vraag nr. 12 van 3 mei 2020 van Jan Peeters was kort.",
        "Zie het antwoord op vraag nr. 12 van 3 mei 2020 van JAN PEETERS.",
        "Antwoord\nop vraag nr. 12 van 3 mei 2020 over de Leie.",
        "Schriftelijke vraag nr. 12 van Jan Peeters",
        "Schriftelijke vraag nr. 12 van Jan Peeters van 3 mei 2020",
        "De brief was van GRETA VANPUTTE VLAAMS MINISTER VAN SPORT en ging over sluizen.",
    ],
)
def test_words_of_a_header_in_running_text_are_text(sentence: str) -> None:
    text = document(f"{sentence}\n{BODY}", ANSWER, header="\n".join(ASKED), answer_header="\n".join(ANSWERED))
    assert document_starts(text) == [0]
    assert [kind for kind, _, _ in pieces(text)].count("question_header") == 1
    assert " ".join(sentence.split()) in " ".join(texts(text, "preamble"))
    parsed = parse(text)
    assert parsed.answer is not None
    assert (parsed.question and parsed.question.number, len(parsed.answer_parts)) == (41, 2)


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(
            f"SCHRIFTELIJKE VRAAG\nnr. 41 van NOOR\nD'HULSTER datum: 14 november 2022\naan {NAME}\n{TITLES}",
            id="the member's",
        ),
        pytest.param(
            "SCHRIFTELIJKE VRAAG\nnr. 41\nvan NOOR D'HULSTER datum: 14 november 2022 aan GRETA\nVANPUTTE\n" + TITLES,
            id="the minister's",
        ),
        pytest.param(
            "SCHRIFTELIJKE VRAAG\nnr. 41\nvan NOOR D'HULSTER datum: 14 november 2022 aan GRETA\nVANPUTTE " + TITLES,
            id="the minister's, before the titles",
        ),
    ],
)
def test_a_name_that_a_line_end_tears_where_words_share_lines(header: str) -> None:
    """Capitals follow it, and then the next piece of the header."""
    check(whole(asked=header))


def test_a_name_that_a_line_end_tears_in_the_answer_s_header_is_the_question_s() -> None:
    check(whole(answered=f"{NAME}\n{TITLES}\nANTWOORD op vraag nr. 41 van 14 november 2022 van NOOR\nD'HULSTER"))


def test_titles_in_normal_letters_end_where_the_answer_s_do() -> None:
    """The title under them begins with a capital, too, and no width shows in a short document."""
    asked = "\n".join([*MIXED[:1], "nr. 41", MIXED[1], "datum: 14 november 2022", "aan Greta Vanputte", MIXED[2]])
    answered = "\n".join(["Greta Vanputte", MIXED[2], "Antwoord", *ANSWERED[3:4], MIXED[1]])
    check(whole(asked=asked, answered=answered))
