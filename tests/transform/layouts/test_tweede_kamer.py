"""The rules of the Tweede Kamer's written questions (*Kamervragen*): small texts, and what is expected of them."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.laws import check
from records import ParsedDocument, RawDocument
from transform import warnings
from transform.layouts.tweede_kamer.calendar import legislature_of, session_of, session_opening
from transform.layouts.tweede_kamer.headings import labels_in
from transform.layouts.tweede_kamer.offices import offices_in, portfolios_of
from transform.parse import document_starts, parse_document

MASTHEAD = "Tweede Kamer der Staten-Generaal2\nVergaderjaar 2031–2032 Aanhangsel van de Handelingen\n"
SERIES = "Vragen gesteld door de leden der Kamer, met de daarop door de\nregering gegeven antwoorden\n"
ASKED = (
    "Vragen van de leden Mol (ABC) en Van Das (Partij voor de Rivier) aan de\n"
    "Minister van Sloten en Vijvers over het bericht «Kade zakt\nweg» (ingezonden 4 november 2031).\n"
)
ANSWERED = "Antwoord van Minister Otter (Sloten en Vijvers) (ontvangen\n25 november 2031).\n"
F1 = MASTHEAD + SERIES + "546\n" + ASKED + ANSWERED
F2 = (
    "Tweede Kamer der Staten-Generaal2\nVergaderjaar 2031–2032 Vragen gesteld door de leden der Kamer\n \n"
    "2031Z18796\n" + ASKED
)
F3 = (
    "2031Z18891\n\n(ingezonden 4 november 2031)\n\n"
    "Vragen van het lid Mol (ABC) aan de minister van Sloten over kades\n\n"
)
F4 = "AH 617\n\n2031Z 17972\n\nAntwoord van minister Otter (Sloten) (ontvangen 25 november 2031)\n\n"
F5 = (
    "In antwoord op uw brief van 4 november 2031, nr. 2031Z11859, deel ik u mede dat de vragen van het lid Mol (ABC) "
    "over kades worden beantwoord zoals aangegeven in de bijlage.\n\nDe Minister van Sloten,\n\n\nJ.P. van Otter\n\n\n"
    "Antwoorden van de minister van Sloten mede namens de minister van Vijvers op Kamervragen van het lid Mol (ABC) "
    "aan de minister van Sloten over kades.\n\n"
)


def parsed(text: str) -> ParsedDocument:
    """The parse of a text, the laws held."""
    check(text)
    return parse_document(RawDocument("proef.txt", 0, "", "utf-8", text))


def pieces(text: str) -> list[tuple[str, str | None, str]]:
    """Kind, label and text of the segments, white space as one blank."""
    return [
        (one.kind, one.label, " ".join(text[one.char_start : one.char_end].split())) for one in parsed(text).segments
    ]


def paired(text: str) -> list[tuple[str | None, str, str | None, str]]:
    return [(one.label, one.question, one.answer, one.alignment) for one in parsed(text).pairs]


# ------------------------------------------------------------------------------------------------------ the forms


@pytest.mark.parametrize(
    ("text", "question_id", "status"),
    [
        pytest.param(F1 + "Vraag 1\nZakt de kade?\nAntwoord 1\nJa.\n", "2031-2032/aanhangsel/546", "answered", id="F1"),
        pytest.param(F2 + "Vraag 1\nZakt de kade?\n", "2031-2032/vraag/2031Z18796", "unanswered", id="F2"),
        pytest.param(F3 + "Zakt de kade?\n", "2031-2032/vraag/2031Z18891", "unanswered", id="F3"),
        pytest.param(F4 + "1. Zakt de kade?\n\nAntwoord:\nJa.\n", "2031-2032/vraag/2031Z17972", "answered", id="F4"),
        pytest.param(
            F5 + "Vraag 1\nZakt de kade?\n\nAntwoord op vraag 1\nJa.\n",
            "2031-2032/vraag/2031Z11859", "answered", id="F5",
        ),
        pytest.param(
            F1.replace("Antwoord van", "Mededeling van") + "Vraag 1\nZakt de kade?\nMededeling\nDe vragen kunnen niet "
            "binnen de gebruikelijke termijn worden beantwoord.\n",
            "2031-2032/aanhangsel/546", "provisional", id="F6",
        ),
    ],
)  # fmt: skip
def test_every_form_is_read(text: str, question_id: str, status: str) -> None:
    found = parsed(text)
    assert (found.layout, found.parliament) == ("dutch", "tweede-kamer")
    assert found.question is not None
    assert (found.question.question_id, found.question.status) == (f"tweede-kamer/{question_id}", status)


def test_an_oral_question_is_none() -> None:
    text = "Tweede Kamer der Staten-Generaal2\n2031Z18775\nMondelinge vragen van het lid Mol (ABC) aan de Minister\n"
    assert parsed(text).reason == "no written question: an oral one (mondelinge vragen)"


def test_a_file_may_hold_documents_of_both_parliaments() -> None:
    flemish = "SCHRIFTELIJKE VRAAG\nnr. 41\nvan INE CLAES\ndatum: 6 oktober 2022\naan KOEN MAES\nMINISTER VAN SPORT\n"
    first = F2 + "Vraag 1\nZakt de kade?\n"
    second = flemish + "Sport  -  Velden\n\n1. Hoeveel velden zijn er?\n"
    assert document_starts(first + second) == [0, len(first)]
    assert document_starts(second + first) == [0, len(second)]


# ---------------------------------------------------------------------------------------------------- the pieces


def test_the_subject_stands_in_the_middle_of_its_sentence() -> None:
    found = pieces(F2 + "Vraag 1\nZakt de kade?\n")
    assert [kind for kind, _, _ in found] == ["question_header", "title", "question_header", "sub_question"]
    assert found[1][2] == "het bericht «Kade zakt weg»"
    assert found[2][2] == "(ingezonden 4 november 2031)."


def test_questions_and_answers_alternate() -> None:
    text = F1 + "Vraag 1\nZakt de kade?\nAntwoord 1\nJa.\nVraag 2\nWaarom?\nAntwoord 2\nDat weet niemand.\n"
    assert [(kind, label) for kind, label, _ in pieces(text)[4:]] == [
        ("sub_question", "1"), ("answer_part", "1"), ("sub_question", "2"), ("answer_part", "2"),
    ]  # fmt: skip
    assert paired(text)[1] == ("2", "Waarom?", "Dat weet niemand.", "label")


def test_a_heading_with_several_labels_takes_a_paragraph_each() -> None:
    # The line ends of the page are lost: a sign directly before a capital ends a paragraph.
    text = F1 + "Vraag 1 t/m 3\nZakt de kade?Waarom zakt zij?Wie betaalt dat? En wanneer?\nAntwoord 1 t/m 3\nNee.\n"
    assert paired(text) == [
        ("1", "Zakt de kade?", "Nee.", "combined"),
        ("2", "Waarom zakt zij?", "Nee.", "combined"),
        ("3", "Wie betaalt dat? En wanneer?", "Nee.", "combined"),
    ]


def test_a_heading_with_more_labels_than_paragraphs_is_one_question() -> None:
    text = F1 + "Vraag 1, 2 en 3\nZakt de kade en waarom?\nAntwoord 1, 2 en 3\nNee.\n"
    assert paired(text) == [("1,2,3", "Zakt de kade en waarom?", "Nee.", "combined")]


def test_questions_that_are_answered_together_may_come_out_of_order() -> None:
    text = F1 + "Vraag 1\nZakt de kade?\nVraag 3\nWaar?\nAntwoord 1 en 3\nHier.\nVraag 2\nWaarom?\nAntwoord 2\nZo.\n"
    assert [one[0] for one in paired(text)] == ["1", "3", "2"]
    assert not parsed(text).warnings


def test_a_number_in_running_text_is_no_heading() -> None:
    text = (
        F1 + "Vraag 1\nZakt de kade?\nAntwoord 1\nZie het antwoord op\nvraag 2 hieronder.\n"
        "Vraag 2\nWaarom?\nAntwoord 2\nZo.\n"
    )
    assert [one[0] for one in paired(text)] == ["1", "2"]


def test_an_answer_without_a_number_answers_the_question_above_it() -> None:
    text = F4 + "1\nZakt de kade?\n\nAntwoord\nJa.\n\n2\nWaarom?\n\nAntwoord\nZo.\n"
    assert paired(text) == [("1", "Zakt de kade?", "Ja.", "label"), ("2", "Waarom?", "Zo.", "label")]


def test_a_list_in_an_answer_is_no_question() -> None:
    text = (
        F4 + "1. Zakt de kade?\n\nAntwoord:\nOm drie redenen:\n1. zand;\n2. water;\n3. tijd.\n\n"
        "2. Waarom?\n\nAntwoord:\nZo.\n"
    )
    assert [one[1] for one in paired(text)] == ["Zakt de kade?", "Waarom?"]


def test_paragraphs_without_numbers_are_labelled_by_their_places() -> None:
    text = (
        F3 + "Zakt de kade? 1)\n\nWaarom zakt zij?\n\n \n\n"
        "1) Het Dagblad, 3 november 2031, Kade zakt (www.dagblad-voorbeeld.nl/kade).\n"
    )
    found = parsed(text)
    assert found.question is not None
    assert [(one.label, one.text) for one in found.sub_questions] == [("1", "Zakt de kade?"), ("2", "Waarom zakt zij?")]
    assert warnings.LABELS_BY_PLACE in found.question.warnings


def test_an_explanation_is_preamble_though_it_stands_last() -> None:
    text = F2 + "Vraag 1\nZakt de kade?\nToelichting:\nDeze vragen dienen ter aanvulling (vraagnummer 2031Z18284).\n"
    found = parsed(text)
    assert found.question is not None
    assert found.question.preamble == "Toelichting:\nDeze vragen dienen ter aanvulling (vraagnummer 2031Z18284)."
    assert [(one.kind, one.number) for one in found.references] == [("written_question", "2031Z18284")]


def test_a_notice_puts_the_answer_off() -> None:
    text = (
        F1.replace("Antwoord van", "Mededeling van") + "Vraag 1\nZakt de kade?\nMededeling\n"
        "De vragen (2031Z16988) kunnen niet tijdig worden beantwoord.\n"
    )
    assert [(kind, label) for kind, label, _ in pieces(text)[-3:]] == [
        ("sub_question", "1"), ("answer_header", None), ("answer_intro", None),
    ]  # fmt: skip
    assert paired(text)[0][3] == "whole"
    assert not parsed(text).references, "that it names its own question is no row"


# ------------------------------------------------------------------------------------------------------- the notes


def test_notes_stand_at_the_foot_of_a_page_in_mid_sentence() -> None:
    text = (
        F1 + "Vraag 1\nZakt de kade?1 En wat zegt de motie van\nvorig jaar\n2 daarover, die aan het\n"
        "1De Krant, 3 november 2031, «Kade zakt weg» (https://\nkrant-voorbeeld.nl/kade)\n"
        "2Kamerstuk 29 279, nr. 339\n \n"
        "ah-tk-20312032-546\nISSN 0921 - 7398’s-Gravenhage 2031Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel 1\n"
        "licht kwam?\nAntwoord 1\nNiets.\n"
    )
    found = parsed(text)
    assert found.sub_questions[0].text == (
        "Zakt de kade? En wat zegt de motie van vorig jaar daarover, die aan het licht kwam?"
    )
    assert [(one.kind, one.marker or one.number or one.url) for one in found.references] == [
        ("footnote", "1"), ("url", "https://krant-voorbeeld.nl/kade"), ("footnote", "2"),
        ("parliamentary_document", "29279/339"),
    ]  # fmt: skip


def test_print_divides_words_at_line_ends() -> None:
    text = F2 + "Vraag 1\nHoe toonaan-\ngevend is de EU-\nlijst van kades?\n"
    assert parsed(text).sub_questions[0].text == "Hoe toonaangevend is de EU-lijst van kades?"


# ------------------------------------------------------------------------------------------------------ the fields


def test_the_header_names_members_parties_and_offices() -> None:
    question = parsed(F2 + "Vraag 1\nZakt de kade?\n").question
    assert question is not None
    assert (question.asker, question.asker_party) == ("Mol", "ABC")
    assert (question.co_askers, question.co_asker_parties) == (("Van Das",), ("Partij voor de Rivier",))
    assert (question.addressee, question.addressee_role) == (None, "Minister van Sloten en Vijvers")
    assert (question.number, question.case_number, question.asked_on) == (None, "2031Z18796", date(2031, 11, 4))


@pytest.mark.parametrize(
    ("printed", "members"),
    [
        pytest.param("de leden Mol en Das (beiden ABC)", [("Mol", "ABC"), ("Das", "ABC")], id="beiden"),
        pytest.param(
            "de leden Mol (X), Das , Otter (beiden Y) en Bever (Z)",
            [("Mol", "X"), ("Das", "Y"), ("Otter", "Y"), ("Bever", "Z")], id="a pair among others",
        ),
        pytest.param(
            "de leden Mol, Das en Otter (allen ABC)", [("Mol", "ABC"), ("Das", "ABC"), ("Otter", "ABC")], id="allen"
        ),
        pytest.param("de leden Mol, Das (ABC)", [("Mol", None), ("Das", "ABC")], id="a party is that of the last"),
        pytest.param("het lid Mosic ´ (ABC)", [("Mosić", "ABC")], id="an accent set behind its letter"),
    ],
)  # fmt: skip
def test_members_have_the_party_that_stands_behind_them(printed: str, members: list[tuple[str, str | None]]) -> None:
    text = F2.replace("de leden Mol (ABC) en Van Das (Partij voor de Rivier)", printed) + "Vraag 1\nZakt de kade?\n"
    question = parsed(text).question
    assert question is not None
    found = [question.asker, *question.co_askers]
    parties = [question.asker_party, *(party or None for party in question.co_asker_parties)]
    assert list(zip(found, parties, strict=True)) == members


def test_who_answers_is_the_addressee_where_that_office_was_asked() -> None:
    found = parsed(F1 + "Vraag 1\nZakt de kade?\nAntwoord 1\nJa.\n")
    assert found.question is not None
    assert found.answer is not None
    assert found.question.addressee == "Otter"
    assert (found.answer.responder, found.answer.responder_role) == ("Otter", "Minister (Sloten en Vijvers)")
    other = parsed(F1.replace("Otter (Sloten en Vijvers)", "Otter (Zee)") + "Vraag 1\nZakt de kade?\nAntwoord 1\nJa.\n")
    assert other.question is not None
    assert other.question.addressee is None


def test_those_who_answer_along_are_listed() -> None:
    header = ANSWERED.replace(" (ontvangen", ", mede namens de Minister van Zee (ontvangen")
    found = parsed(F1.replace(ANSWERED, header) + "Vraag 1\nZakt de kade?\nAntwoord 1\nJa.\n")
    assert found.answer is not None
    assert found.answer.co_responders == ("Minister van Zee",)


def test_what_an_answer_header_cites_is_a_row() -> None:
    header = ANSWERED.strip() + " Zie ook Aanhangsel Handelingen,vergaderjaar 2031–2032, nr. 528.\n"
    found = parsed(F1.replace(ANSWERED, header) + "Vraag 1\nZakt de kade?\nAntwoord 1\nJa.\n")
    (row,) = found.references
    assert (row.kind, row.section, row.number, row.session_cited) == ("written_question", "answer", "528", "2031-2032")
    assert (row.identifier, row.target_question_id) == ("ah-tk-20312032-528", "tweede-kamer/2031-2032/aanhangsel/528")


def test_a_letter_names_the_case_and_who_signs() -> None:
    found = parsed(F5 + "Vraag 1\nZakt de kade?\n\nAntwoord op vraag 1\nJa.\n")
    assert found.question is not None
    assert found.answer is not None
    assert (found.question.subject, found.question.case_number) == ("kades", "2031Z11859")
    assert (found.answer.responder, found.answer.co_responders) == ("J.P. van Otter", ("minister van Vijvers",))


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        pytest.param("Ministers van Buitenlandse Zaken en van Asiel en Migratie",
                     ["Minister van Buitenlandse Zaken", "Minister van Asiel en Migratie"], id="van twice"),
        pytest.param("Minister en Staatssecretaris vanFinanciën",
                     ["Minister van Financiën", "Staatssecretaris van Financiën"], id="one ministry, two offices"),
        pytest.param("ministers van Justitie en Veiligheid en Financiën",
                     ["minister van Justitie en Veiligheid", "minister van Financiën"], id="van once"),
        pytest.param("Minister van Volksgezondheid, Welzijn en Sport",
                     ["Minister van Volksgezondheid, Welzijn en Sport"], id="a whole ministry"),
        pytest.param("minister-president", ["minister-president"], id="no ministry"),
    ],
)  # fmt: skip
def test_each_office_of_a_list_is_one(printed: str, names: list[str]) -> None:
    assert [one.name for one in offices_in(printed)] == names


def test_portfolios_are_whole_ministries() -> None:
    assert portfolios_of("Staatssecretaris (Volksgezondheid, Welzijn en Sport)") == (
        "Volksgezondheid, Welzijn en Sport",
    )
    assert portfolios_of("Ministers van Financiën en voor Klimaat en Energie") == ("Financiën", "Klimaat en Energie")


@pytest.mark.parametrize(
    ("listed", "labels"),
    [("4, 5, 7 en 8", "4 5 7 8"), ("2 t/m 6", "2 3 4 5 6"), ("7, 8, en 9", "7 8 9"), ("3-5", "3 4 5"), ("1 en 1", "1")],
)
def test_a_heading_lists_labels_and_ranges(listed: str, labels: str) -> None:
    assert labels_in(listed) == tuple(labels.split())


def test_a_session_opens_on_the_third_tuesday_of_september() -> None:
    assert session_opening(2024) == date(2024, 9, 17)
    assert (session_of(date(2024, 9, 16)), session_of(date(2024, 9, 17))) == ("2023-2024", "2024-2025")


def test_a_legislature_is_named_by_its_elections() -> None:
    assert legislature_of(date(2023, 11, 21)) == "2021-2023"
    assert legislature_of(date(2023, 11, 22)) == "2023-2025"
    assert legislature_of(date(2012, 9, 11)) is None


# -------------------------------------------------------------------------------------------------- the references


@pytest.mark.parametrize(
    ("cited", "rows"),
    [
        pytest.param("Kamerstuk 36600-XV, nr. 5",
                     [("parliamentary_document", "36600-XV/5", "kst-36600-XV-5")], id="chapter"),
        pytest.param("Kamerstuk 21 501-02, nr. 2733",
                     [("parliamentary_document", "21501-02/2733", "kst-21501-02-2733")], id="lower number"),
        pytest.param("23 645, nr. 811 en 29 984, nr. 1207",
                     [("parliamentary_document", "23645/811", "kst-23645-811"),
                      ("parliamentary_document", "29984/1207", "kst-29984-1207")], id="two"),
        pytest.param("Eerste Kamer, 36 373, H", [("parliamentary_document", "36373/H", "kst-36373-H")], id="a letter"),
        pytest.param("2024Z15585/2024D37938", [("parliamentary_document", "2024Z15585/2024D37938", None)], id="a case"),
        pytest.param("de vragen met nummer 2024Z15585",
                     [("written_question", "2024Z15585", "kv-tk-2024Z15585")], id="asked"),
        pytest.param("Stb. 2024, 12", [("legislation", None, "stb-2024-12")], id="Staatsblad"),
        pytest.param("artikel 3 van de Opiumwet", [("legislation", None, "BWBR0001941")], id="an act"),
        pytest.param("artikel 1:2 Awb", [("legislation", None, "BWBR0005537")], id="an act by its abbreviation"),
        pytest.param("mijn brief van 4 november jl.", [], id="a letter is none"),
    ],
)  # fmt: skip
def test_citations_of_dutch_practice(cited: str, rows: list[tuple[str, str | None, str | None]]) -> None:
    found = parsed(F1 + f"Vraag 1\nZakt de kade?\nAntwoord 1\nZie {cited} voor de rest.\n")
    assert [(one.kind, one.number, one.identifier) for one in found.references] == rows


def test_articles_of_one_act_are_a_row_each() -> None:
    found = parsed(F1 + "Vraag 1\nMag het?\nAntwoord 1\nDat staat in de artikelen 9, tweede lid, en 10 van de Wpg.\n")
    assert [(one.article, one.subdivision, one.text) for one in found.references] == [
        ("9", "tweede lid", "artikelen 9, tweede lid"), ("10", None, "10 van de Wpg"),
    ]  # fmt: skip
