"""Warnings: each code of the closed list, a document that earns it, and the place that it points at."""

from __future__ import annotations

import pytest

from corpus.headings import ANSWER_HEADER, QUESTION_HEADER, TITLES
from records import RawDocument
from tests.transform.documents import document, parse
from transform import warnings
from transform.parse import parse_document
from transform.warnings import WARNINGS

BODY = "Er staan ladders in de Leie.\n1. Hoeveel zijn het er?\n2. Wie telt ze?"
ANSWER = "1. Acht.\n2. De dienst."
WITHOUT_NUMBER = QUESTION_HEADER.replace("nr. 41\n", "")
WITHOUT_DATE = QUESTION_HEADER.replace("datum: 14 november 2022\n", "")
WITHOUT_ASKER = QUESTION_HEADER.replace("van NOOR D'HULSTER\n", "")
OTHER_NUMBER = "Deze vraag werd gesteld aan de ministers Joris Wolfaert (417) en Greta Vanputte (14)."
OTHER_MINISTER = "Deze vraag werd gesteld aan de ministers Joris Wolfaert (417) en Jan Eynde (14)."

EXAMPLES = {
    warnings.HEADING_MISSING: (f"{ANSWER_HEADER}\n\nDe dienst telde er acht.\n", "GRETA VANPUTTE"),
    warnings.TEXT_BEFORE_HEADING: (f"Vooraf staat dit.\n{document(BODY)}", "Vooraf staat dit."),
    warnings.TITLE_MISSING: (document("1. Hoeveel zijn het er?\n2. Wie telt ze?", title=""), "DIERENWELZIJN"),
    warnings.NUMBER_DIFFERS: (
        document(BODY, ANSWER, answer_header=ANSWER_HEADER.replace("nr. 41", "nr. 14")),
        "op vraag nr. 14 van 14 november 2022",
    ),
    warnings.DATE_DIFFERS: (
        document(BODY, ANSWER, answer_header=ANSWER_HEADER.replace("2022", "2021")),
        "op vraag nr. 41 van 14 november 2021",
    ),
    warnings.ASKER_DIFFERS: (
        document(BODY, ANSWER, answer_header=ANSWER_HEADER.replace("NOOR", "NORA")),
        "van NORA D'HULSTER",
    ),
    warnings.RESPONDER_DIFFERS: (
        document(BODY, ANSWER, answer_header=ANSWER_HEADER.replace("GRETA", "GRIET")),
        "GRIET VANPUTTE",
    ),
    warnings.DATE_IMPOSSIBLE: (document(BODY).replace("14 november", "31 november"), "datum: 31 november 2022"),
    warnings.NUMBER_UNKNOWN: (document(BODY, header=WITHOUT_NUMBER), "van NOOR D'HULSTER"),
    warnings.DATE_UNKNOWN: (document(BODY, header=WITHOUT_DATE), "nr. 41"),
    warnings.ASKER_UNKNOWN: (document(BODY, header=WITHOUT_ASKER), "nr. 41"),
    warnings.ADDRESSEE_UNKNOWN: (
        document(BODY, header="SCHRIFTELIJKE VRAAG\nnr. 41\nvan NOOR D'HULSTER\ndatum: 14 november 2022"),
        "nr. 41",
    ),
    warnings.ADDRESSEE_NOT_IN_NOTICE: (document(BODY, ANSWER, notice=OTHER_MINISTER), OTHER_MINISTER),
    warnings.NUMBER_NOT_IN_NOTICE: (document(BODY, ANSWER, notice=OTHER_NUMBER), OTHER_NUMBER),
    warnings.BEGINS_IN_MID_SENTENCE: (
        f"van de Leie. Wie telt ze?\n{ANSWER_HEADER}\nDe dienst.\n",
        "van de Leie. Wie telt ze?",
    ),
    warnings.ENDS_IN_MID_SENTENCE: (
        document(BODY, "1. Acht.\n2. De dienst telt de ladders in de maanden mei en"),
        "De dienst telt de ladders in de maanden mei en",
    ),
    warnings.QUESTION_NOT_FOUND: (document("Er staan ladders in de Leie."), "Er staan ladders in de Leie."),
    warnings.FIRST_LABELS_MISSING: (
        f"van de Leie?\n3. Wie telt ze?\n4. Sinds wanneer?\n{ANSWER_HEADER}\n4. Sinds 2001.\n",
        "3.",
    ),
    warnings.LABEL_OUT_OF_COUNT: (document("1. Hoeveel?\n2. Waar?\n4. Sinds wanneer?", "1. Acht.\n2. Overal."), "4."),
    warnings.LABELS_BY_PLACE: (
        "2031Z18891\n(ingezonden 4 november 2031)\n"
        "Vragen van het lid Mol (ABC) aan de minister van Sloten over kades\n\n"
        "Zakt de kade?\n\nWaarom zakt zij?\n",
        "Zakt de kade?",
    ),
    warnings.LABEL_LEFT_OUT: (document("1. Hoeveel?\n3. Waar?\n4. Sinds wanneer?"), "3."),
    warnings.ANSWER_EMPTY: (document(BODY, ""), "GRETA VANPUTTE"),
    warnings.LABEL_UNANSWERED: (document(BODY, "1. Acht."), "2. Wie telt ze?"),
    warnings.ANSWER_LABEL_UNASKED: (document(BODY, f"{ANSWER}\n3. Sinds 2001."), "3."),
    warnings.NOTE_WITHOUT_MARKER: (document(f"{BODY}\n\n[1] Zie de nota van de dienst."), "[1] Zie de nota"),
    warnings.MARKER_WITHOUT_NOTE: (document(BODY.replace("Leie.", "Leie.[2]")), "[2]"),
    warnings.QUESTION_LABELS_DOUBTFUL: (
        document(
            "1) Wie telt de vissen?\n2) Wie telt de ladders?\nTot slot:\n1. Wie telt de sluizen?\n2. Wie telt ze?"
        ),
        "1)",
    ),
    warnings.ANSWER_LABELS_DOUBTFUL: (
        document(f"{BODY}\n3. Sinds wanneer?", "1. Acht.\n2. De dienst.\n2. De vrijwilligers.\n3. Sinds 2001."),
        "2.",
    ),
    warnings.LABEL_INSIDE_TEXT: (document("1. Hoeveel zijn het er? En waar 2. Wie telt ze?"), "2."),
    warnings.LABELS_LEFT_OVER: (
        document("Er staan ladders in de Leie. Vandaar. 1 Hoeveel zijn het er?\n2. Wie telt ze?\n3. Sinds wanneer?"),
        "2.",
    ),
    warnings.HEADING_INSIDE_TEXT: (document(BODY, f"{ANSWER}\n\nANTWOORD\n\n1. Negen."), "ANTWOORD"),
    warnings.TEXT_GARBLED: (document(BODY.replace("ladders", "la(cid:127)ers")), "(cid:127)"),
    warnings.DELIVERED_DIFFERS: (document(BODY), "SCHRIFTELIJKE VRAAG"),
    warnings.DELIVERED_NOT_UNDERSTOOD: (document(BODY), "SCHRIFTELIJKE VRAAG"),
}
"""For each code a document, and what its place begins with."""

DELIVERED = {
    warnings.DELIVERED_DIFFERS: '{"number": 42}',
    warnings.DELIVERED_NOT_UNDERSTOOD: '{"asked_on": "in het voorjaar"}',
}
"""What is delivered beside the document, for the codes that are about that."""


@pytest.mark.parametrize("code", WARNINGS)
def test_a_warning_points_at_its_place(code: str) -> None:
    text, begins = EXAMPLES[code]
    parsed = parse_document(RawDocument("a.txt", 0, "", "utf-8", text, None, DELIVERED.get(code)))
    assert parsed.question is not None
    assert code in parsed.question.warnings
    places = [text[one.char_start : one.char_end] for one in parsed.warnings if one.code == code]
    assert places[0].startswith(begins)


@pytest.mark.parametrize("code", WARNINGS)
def test_a_warning_says_what_was_odd_in_one_sentence(code: str) -> None:
    assert WARNINGS[code].endswith(".")
    assert code == code.lower()


def test_an_ordinary_document_has_no_warning() -> None:
    notice = "Deze vraag werd gesteld aan de ministers Joris Wolfaert (417) en Greta Vanputte (41)."
    parsed = parse(document(f"{BODY}\n\n[1] Zie de nota.".replace("Leie.", "Leie.[1]"), ANSWER, notice=notice))
    assert parsed.warnings == ()


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "1. Hoeveel?\n2. Waar? Graag voor:\n1. de Leie\n2. de Maas\n3. Sinds wanneer?", id="a list inside"
        ),
        pytest.param("1. Hoeveel?\n2. Waar?\n4) Sinds wanneer?", id="another style"),
    ],
)
def test_a_list_inside_an_item_is_no_label_out_of_count(body: str) -> None:
    question = parse(document(body)).question
    assert question is not None
    assert warnings.LABEL_OUT_OF_COUNT not in question.warnings


def test_the_heading_that_is_lost_to_its_addressee_is_no_missing_heading() -> None:
    question = parse(document(BODY, ANSWER, header=f"aan GRETA VANPUTTE\n{TITLES}")).question
    assert question is not None
    assert question.warnings == ()
