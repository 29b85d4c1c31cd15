"""What kind of answer an answer is (anatomy.md, Status of a question)."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.transform.documents import document, parse
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.layouts.flemish.citations import CITATION_DEFAULTS
from transform.layouts.flemish.words import is_provisional
from transform.meaning import status as module
from transform.meaning.status import Reply, judge_reply

EXAMPLES: Examples = {
    "SENTENCE": [
        ("Dat is zo. Ook dit.", ". "),
        ("Dat is zo.Ook dit.", "."),
        ("Dat is zo. Školen ook.", ". "),
        ("eerst\ndan", "\n"),
    ],
    "PRONOUN_ANSWERS": [
        ("Zij zal deze vraag beantwoorden", "Zij zal deze vraag beantwoord"),
        ("Hij verstrekt het gecoördineerde antwoord", "Hij verstrekt het gecoördineerde antwoord"),
    ],
    "CITED_NUMBER": [
        "vraag nr. 214",
        ("schriftelijke vraag 214 van 24 september 2021", "vraag 214 van 24 september 2021"),
        ("(vraag nr. 12)", "vraag nr. 12"),
        "SV 5 (2019-2020)",
        ("vraag nummer 413 die u op 30 januari 2017", "vraag nummer 413 die u op 30 januari 2017"),
    ],
}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("mondelinge vraag nr. 22768", id="an oral question"),
        pytest.param("actuele vraag nr. 12", id="a topical one"),
        pytest.param("vraag om uitleg nr. 2203", id="a request for explanation"),
        pytest.param("vraag 2", id="a label of this document"),
        pytest.param("vraag nr. 18314 (Integraal Verslag, 2016-2017)", id="five digits, and a report"),
        pytest.param("vraag nr. 99 (Hand. 2016-2017, nr. 12)", id="what a report holds"),
    ],
)
def test_no_number_of_a_written_question(text: str) -> None:
    assert matched(module.CITED_NUMBER, text) is None


OWN = "Greta Vanputte"
BOTH = [("Greta Vanputte", 41), ("Joris Wolfaert", 417)]


def judged(text: str, note: str | None = None, addressees: list[tuple[str, int | None]] | None = None) -> Reply:
    put_to = [("Greta Vanputte", 41)] if addressees is None else addressees
    return judge_reply(text.split("\n"), note is not None and is_provisional(note), OWN, put_to, CITATION_DEFAULTS)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Er staan acht ladders in de Leie en negen in de Maas.", id="substance"),
        pytest.param("Neen.", id="short substance"),
        pytest.param("Nihil", id="one word"),
        pytest.param(
            "Ik verwijs naar het antwoord van minister Joris Wolfaert.\nHet zijn er 8.", id="a figure beside a referral"
        ),
        pytest.param(
            "Er staan acht ladders in de Leie en negen in de Maas. Voor de kanalen verwijs ik naar het antwoord "
            "van minister Joris Wolfaert op vraag nr. 417.",
            id="a referral inside a substantive answer",
        ),
        pytest.param(
            "Ik verwijs naar het antwoord van minister Joris Wolfaert wat de kanalen betreft.\n"
            "Er staan acht ladders in de Leie en negen in de Maas; de telling gebeurde vorig jaar.",
            id="a referral before substance",
        ),
        pytest.param(
            "Ik verwijs naar mijn antwoord op vraag nr. 12 van 3 mei 2022.",
            id="an own earlier answer is no other minister's",
        ),
        pytest.param("Cijfers over ladders worden niet verzameld.", id="data that nobody has"),
        pytest.param(
            "De informatie wordt jaarlijks verzameld door de dienst en volgt een vast model.",
            id="how data are collected",
        ),
        pytest.param(
            "Neen.\nDe gegevens worden nog verzameld en zullen worden bezorgd.",
            id="one part has substance, however short",
        ),
        pytest.param(
            "Ik verwijs naar het antwoord van minister Joris Wolfaert op vraag nr. 417.\nDat is niet het geval.\nNeen.",
            id="a referral in one part, short substance in the others",
        ),
        pytest.param(
            "Er staan acht ladders in de Leie en negen in de Maas. De gegevens voor de kanalen worden nog verzameld en "
            "zullen u later worden bezorgd.",
            id="some data will follow, beside substance",
        ),
        pytest.param(
            "Ik verwijs naar het antwoord dat ik in de commissie gaf op uw mondelinge vraag nr. 99 (Integraal Verslag, "
            "2020-2021, CRIV55 COM12).",
            id="an own answer in committee",
        ),
        pytest.param(
            "Er wordt verwezen naar het antwoord dat wordt gegeven op vraag nr. 1601, alsook naar het antwoord "
            "op vraag "
            "nr. 1670, gesteld door mevrouw Leen Aerts.",
            id="the answer to another member's question",
        ),
        pytest.param(
            "Ik verwijs naar mijn antwoord op de vraag van volksvertegenwoordigers Leen Aerts en Jan Claes.",
            id="an own answer to members",
        ),
        pytest.param(
            "Ik verwijs naar het gecoördineerde antwoord op vraag nr. 99 van mevrouw Leen Aerts.",
            id="a coordinated answer to another member's question, nobody knows whose",
        ),
        pytest.param(
            "Ik verwijs naar mijn antwoord op vraag nr. 12. Voor het overige verwijs ik naar minister Leen Aerts.",
            id="an own answer beside a referral",
        ),
        pytest.param("Deze vraag valt niet onder mijn bevoegdheid.", id="not competent, and nobody named who is"),
        pytest.param("Dit behoort tot de bevoegdheid van de lokale besturen.", id="no minister is competent"),
        pytest.param("Deze vraag valt onder de bevoegdheid van de federale minister van Justitie.", id="another level"),
        pytest.param(
            "Graag verwijs ik u door naar mijn collega's die bevoegd zijn voor mobiliteit, namelijk de regionale "
            "ministers.",
            id="ministers of other governments",
        ),
        pytest.param("De ladders vallen onder mijn bevoegdheid als Vlaams minister van Wonen.", id="the own office"),
        pytest.param("Deze vraag werd ingetrokken.", id="withdrawn"),
        pytest.param(
            "Ik heb de vraag voorgelegd aan minister Leen Aerts, die mij meedeelt dat er geen zijn.",
            id="what a colleague told is an answer",
        ),
        pytest.param(
            "Het besluit dat onder de bevoegdheid van de minister van Jeugd valt, wordt volgend jaar herzien.",
            id="competence told in passing",
        ),
        pytest.param(
            "Samen met mijn collega bevoegd voor Jeugd werk ik aan een plan.", id="a colleague, and nothing handed over"
        ),
        pytest.param(
            "Neen. Voor meer informatie verwijs ik naar minister Leen Aerts.", id="a short answer before a referral"
        ),
        pytest.param("Ik verwijs naar de beleidsnota van minister Leen Aerts.", id="a paper of another minister"),
        pytest.param("U vindt hieronder een overzicht. Ik kan u meedelen dat het volledig is.", id="no promise: `dat`"),
    ],
)
def test_answered(text: str) -> None:
    assert judged(text, addressees=[*BOTH]) == Reply("answered")


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        pytest.param(
            "Een gecoördineerd antwoord zal worden verstrekt door mevrouw Zoë D'Haene, Vlaams minister van Jeugd.",
            "Zoë D'Haene",
            None,
            id="a coordinated answer of another",
        ),
        pytest.param(
            "Ik verwijs naar het antwoord van minister Joris Wolfaert op vraag nr. 417.",
            "Joris Wolfaert",
            417,
            id="with the number of the copy",
        ),
        pytest.param(
            "Voor het antwoord op deze vraag verwijs ik naar het antwoord van de heer Jan Van den Eynde.",
            "Jan Van den Eynde",
            None,
            id="a name with small words",
        ),
        pytest.param(
            "Deze vraag wordt beantwoord door minister Joris Wolfaert.",
            "Joris Wolfaert",
            None,
            id="answered by another",
        ),
        pytest.param(
            "Zie het antwoord van minister Joris Wolfaert.", "Joris Wolfaert", None, id="see the answer of another"
        ),
        pytest.param(
            "Ik dank u voor uw vraag.\nIk verwijs naar het antwoord van minister Joris Wolfaert.",
            "Joris Wolfaert",
            None,
            id="with thanks before it",
        ),
        pytest.param(
            "Ik verwijs naar het gecoördineerde antwoord van collega Joris Wolfaert.",
            "Joris Wolfaert",
            None,
            id="a colleague",
        ),
        pytest.param(
            "Ik verwijs naar het antwoord van de minister van Jeugd.", "minister van Jeugd", None, id="by office only"
        ),
        pytest.param(
            "Ik verwijs naar het antwoord van minister Joris Wolfaert.\nZie het antwoord op vraag 1.",
            "Joris Wolfaert",
            None,
            id="the other parts refer to that one",
        ),
        pytest.param(
            "Deze vraag valt niet onder mijn bevoegdheid, maar onder die van mevrouw Leen Aerts, minister van Jeugd "
            "(vraag nr. 214 van 3 mei 2022).",
            "Leen Aerts",
            214,
            id="who is competent, and the number there",
        ),
        pytest.param(
            "De tijdschriftensector behoort tot de bevoegdheid van de minister van Media. Mag ik u verzoeken om "
            "deze vraag "
            "aan minister Leen Aerts te stellen.",
            "Leen Aerts",
            None,
            id="competence, and the request to ask there",
        ),
        pytest.param(
            "Dit behoort niet tot de bevoegdheid van de minister van Wonen. Ik verwijs het lid naar de minister "
            "van Jeugd.",
            "minister van Jeugd",
            None,
            id="the own office is none that the question goes to",
        ),
        pytest.param(
            "De vraag wordt toegezonden aan de minister van Binnenlands Bestuur, Steden- en Plattelandsbeleid en "
            "Jeugd, "
            "aangezien het onderwerp tot zijn bevoegdheden behoort.",
            "minister van Binnenlands Bestuur, Steden- en Plattelandsbeleid en Jeugd",
            None,
            id="sent on, to an office with several fields",
        ),
        pytest.param(
            "Voor cijfers over ladders verwijs ik u naar mijn collega bevoegd voor Jeugd (vraag nr. 2326 van 1 "
            "juni 2018).",
            "collega bevoegd voor Jeugd",
            None,
            id="a number without a name is nobody's key",
        ),
        pytest.param(
            "Deze vraag behoort tot de bevoegdheid van mijn collega, L. Aerts, minister van Jeugd (vraag nr. 12).",
            "L. Aerts",
            None,
            id="nor one with an initial",
        ),
        pytest.param(
            "Deze vraag behoort niet tot mijn bevoegdheden, maar tot die van de dienst Jeugd (vraag nr. 12 van 3 "
            "mei 2022).",
            None,
            None,
            id="only a question to another minister has a number of its own",
        ),
        pytest.param(
            "Ik verwijs het lid naar de minister van Wonen en staatssecretaris Jeugd.",
            "minister van Wonen",
            None,
            id="no name behind another office",
        ),
        pytest.param("Ik verwijs naar het gecoördineerde antwoord op deze vraag.", None, None, id="by nobody named"),
        pytest.param(
            "Ik sluit mij aan bij het antwoord van de minister van Jeugd.", "minister van Jeugd", None, id="joined"
        ),
        pytest.param(
            "In antwoord op uw vraag nr. 41 meld ik dat deze onder de bevoegdheid valt van minister Leen Aerts.",
            "Leen Aerts",
            None,
            id="the own number is no copy of another",
        ),
        pytest.param(
            "Uw vragen gaan over ladders. Deze materie ressorteert onder minister Leen Aerts. Ik kan deze vraag "
            "dan ook "
            "niet beantwoorden.",
            "Leen Aerts",
            None,
            id="what leads to it and from it",
        ),
        pytest.param(
            "Wij beschikken niet over gegevens. U kan zich richten tot mijn collega, minister Leen Aerts.",
            "Leen Aerts",
            None,
            id="no data here, somebody else has them",
        ),
        pytest.param(
            "De eerste vraag behoort tot de bevoegdheid van minister Leen Aerts.De tweede vraag behoort tot de "
            "bevoegdheid "
            "van de gemeenten.",
            "Leen Aerts",
            None,
            id="two are competent, one of them a minister, and a blank was lost",
        ),
    ],
)
def test_referred(text: str, name: str | None, number: int | None) -> None:
    reply = judged(text)
    assert (reply.status, reply.referred_to, reply.referred_number) == ("referred", name, number)


def test_the_notice_gives_the_number_of_the_other_ministers_copy() -> None:
    reply = judged("Een gecoördineerd antwoord zal worden verstrekt door minister Wolfaert.", addressees=[*BOTH])
    assert reply == Reply("referred", "Joris Wolfaert", 417)


def test_the_date_of_the_question_referred_to() -> None:
    text = (
        "Ik verwijs naar het antwoord van minister Joris Wolfaert op schriftelijke vraag nr. 214 van 24 september 2021."
    )
    assert judged(text) == Reply("referred", "Joris Wolfaert", 214, date(2021, 9, 24))


def test_a_number_alone_names_the_minister_whose_copy_it_is() -> None:
    text = "Ik verwijs naar het antwoord van mijn collega op vraag nr. 417."
    assert judged(text, addressees=[*BOTH]) == Reply("referred", "Joris Wolfaert", 417)


def test_the_minister_who_gives_the_coordinated_answer_answers() -> None:
    text = "Dit is een gecoördineerd antwoord. Er staan acht ladders in de Leie en negen in de Maas, samen zeventien."
    assert judged(text, note="GECOÖRDINEERD ANTWOORD", addressees=[*BOTH]) == Reply("answered")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        pytest.param(
            "Er staan alvast acht ladders in de Leie en negen in de Maas.", "VOORLOPIG ANTWOORD", id="by its header"
        ),
        pytest.param(
            "De gegevens worden momenteel opgevraagd en zullen u later worden bezorgd.", None, id="the data will follow"
        ),
        pytest.param(
            "Zodra de cijfers beschikbaar zijn, volgt een aanvullend antwoord.", None, id="a later answer will follow"
        ),
        pytest.param(
            "De gevraagde gegevens zijn nog niet beschikbaar. Ze worden u later bezorgd.", None, id="in two sentences"
        ),
        pytest.param(
            "Ik heb de gegevens opgevraagd bij mijn administratie en bezorg ze u zo snel mogelijk.",
            None,
            id="the minister will send them",
        ),
        pytest.param(
            "Het verzamelen van de gevraagde gegevens neemt meer tijd in beslag. U ontvangt een aanvullend antwoord "
            "zodra ze beschikbaar zijn.",
            None,
            id="why it takes longer",
        ),
        pytest.param(
            "De cijfers worden nog verzameld en zullen worden nagestuurd.\nZie het antwoord op vraag 1.",
            None,
            id="in every part",
        ),
        pytest.param(
            "Omdat de cijfers nog niet beschikbaar zijn, kan ik deze vraag nog niet beantwoorden. De cijfers zullen "
            "beschikbaar zijn na de telling.",
            None,
            id="the data will be there",
        ),
        pytest.param(
            "De cijfers zijn nog niet beschikbaar; ik bezorg ze u van zodra dat wel het geval is.",
            None,
            id="what is not available is not what is sent",
        ),
        pytest.param(
            "De gegevens zijn opgevraagd. Zodra deze er zijn, maak ik ze over aan het lid.",
            None,
            id="handed over later",
        ),
        pytest.param(
            "Het is niet mogelijk deze vraag tijdig te beantwoorden. Een antwoord volgt zo snel mogelijk.",
            None,
            id="no time",
        ),
    ],
)
def test_provisional(text: str, note: str | None) -> None:
    assert judged(text, note=note).status == "provisional"


def test_a_supplementary_answer_with_substance_is_an_answer() -> None:
    text = "In aanvulling op mijn voorlopig antwoord: er staan acht ladders in de Leie en negen in de Maas."
    assert judged(text, note="AANVULLEND ANTWOORD") == Reply("answered")


@pytest.mark.parametrize(
    "text", [pytest.param("", id="nothing"), pytest.param(" \n…\n-", id="no letter and no figure")]
)
def test_unanswered(text: str) -> None:
    assert judged(text) == Reply("unanswered")


# ---------------------------------------------------------------------------------------------- in a document

BODY = "1. Hoeveel ladders zijn er?\n2. Waar staan ze?"
NOTICE = "Deze vraag werd gesteld aan de ministers Joris Wolfaert (417) en Greta Vanputte (41)."


def test_a_referral_leads_to_the_other_ministers_copy() -> None:
    parsed = parse(
        document(BODY, "Een gecoördineerd antwoord zal worden verstrekt door minister Joris Wolfaert.", notice=NOTICE)
    )
    assert parsed.question is not None
    assert parsed.answer is not None
    assert (parsed.question.status, parsed.answer.status) == ("referred", "referred")
    assert parsed.answer.referred_to == "Joris Wolfaert"
    assert parsed.answer.referred_question_id == "vlaams-parlement/2022-2023/joris-wolfaert/417"


def test_a_referral_to_an_older_question_lies_in_that_questions_session() -> None:
    reply = "Ik verwijs naar het antwoord van minister Joris Wolfaert op vraag nr. 214 van 24 september 2021."
    answer = parse(document(BODY, reply)).answer
    assert answer is not None
    assert answer.referred_question_id == "vlaams-parlement/2020-2021/joris-wolfaert/214"


def test_a_referral_that_gives_the_session_lies_in_that_session() -> None:
    reply = "Ik verwijs naar het antwoord van minister Joris Wolfaert op schriftelijke vraag nr. 214 (2018-2019)."
    answer = parse(document(BODY, reply)).answer
    assert answer is not None
    assert answer.referred_question_id == "vlaams-parlement/2018-2019/joris-wolfaert/214"


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param("Ik verwijs naar het antwoord van de minister van Jeugd op vraag nr. 214.", id="an office"),
        pytest.param("Ik verwijs naar het antwoord van minister Wolfaert op vraag nr. 214.", id="a surname alone"),
        pytest.param(
            "Ik verwijs naar het antwoord van minister Joris Wolfaert op mondelinge vraag nr. 214.",
            id="an oral question",
        ),
        pytest.param(
            "Ik verwijs naar het antwoord van minister Joris Wolfaert (Integraal Verslag, CRIV 54 COM 214).",
            id="a report",
        ),
    ],
)
def test_no_id_is_made_up(reply: str) -> None:
    answer = parse(document(BODY, reply)).answer
    assert answer is not None
    assert (answer.status, answer.referred_question_id) == ("referred", None)


def test_a_referral_in_one_part_does_not_make_the_question_referred() -> None:
    parsed = parse(
        document(
            BODY,
            "1. Er staan acht ladders in de Leie en negen in de Maas, alle in goede staat.\n"
            "2. Ik verwijs naar het antwoord van minister Joris Wolfaert op vraag nr. 417.",
            notice=NOTICE,
        )
    )
    assert parsed.question is not None
    assert parsed.question.status == "answered"
    assert parsed.answer is not None
    assert (parsed.answer.referred_to, parsed.answer.referred_question_id) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(document(BODY), id="no answer's heading"),
        pytest.param(document(BODY, ""), id="a heading and nothing under it"),
    ],
)
def test_a_question_without_an_answer_is_unanswered(text: str) -> None:
    parsed = parse(text)
    assert parsed.question is not None
    assert parsed.question.status == "unanswered"
    assert parsed.answer is None
    assert parsed.answer_parts == ()
    assert [one.alignment for one in parsed.pairs] == ["none", "none"]


def test_an_answer_with_an_intro_has_it_in_a_column_of_its_own() -> None:
    answer = parse(document(BODY, "Vooraf dit.\n1. Acht.\n2. Overal.")).answer
    assert answer is not None
    assert answer.intro == "Vooraf dit."
    assert answer.text == "Vooraf dit.\n1. Acht.\n2. Overal."


def test_an_answer_without_labels_has_no_intro() -> None:
    parsed = parse(document(BODY, "De dienst telde er acht."))
    assert parsed.answer is not None
    assert parsed.answer.intro is None
    assert parsed.answer.text == "De dienst telde er acht."
    assert [(one.labels, one.text) for one in parsed.answer_parts] == [((), "De dienst telde er acht.")]
