"""What kind of answer an answer is (anatomy.md, Status of a question)."""

from __future__ import annotations

import re
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transform.documents import document, parse
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.layouts.flemish.citations import CITATION_DEFAULTS
from transform.layouts.flemish.words import is_provisional
from transform.meaning import status as module
from transform.meaning.status import Reply, judge_reply

EXAMPLES: Examples = {
    "SENTENCE": [("Dat is zo. Ook dit.", ". "), ("Dat is zo. Školen ook.", ". "), ("eerst\ndan", "\n")],
    "REFERS": [
        ("Een gecoördineerd antwoord zal worden verstrekt", "gecoördineerd antwoord"),
        ("Ik verwijs naar", "verwijs"),
        ("Deze vraag wordt beantwoord", "beantwoord"),
        ("zie het antwoord", "zie het antwoord"),
        ("Ik sluit mij aan bij het antwoord van", "sluit mij aan bij het antwoord"),
    ],
    "TO_AN_ANSWER": ["antwoord", ("beantwoord", "antwoord"), ("verwijs ik naar mevrouw", "verwijs ik naar mevrouw")],
    "OWN_ANSWER": [("mijn antwoord op", "mijn antwoord"), "ons eerder antwoord"],
    "PRONOUN_ANSWERS": [
        ("Zij zal deze vraag beantwoorden", "Zij zal deze vraag beantwoord"),
        ("Hij verstrekt het gecoördineerde antwoord", "Hij verstrekt het gecoördineerde antwoord"),
    ],
    "WITHOUT_SUBSTANCE": ["Ik dank u voor uw vraag.", "Zie het antwoord op vraag 1.", "Idem.", "Antwoord:"],
    "PROMISES": [
        ("De gegevens zullen u worden bezorgd", "De gegevens zullen u worden bezorg"),
        ("U ontvangt later een aanvullend antwoord", "U ontvangt later"),
        ("Ik zal deze vraag beantwoorden zodra dat kan", "Ik zal deze vraag beantwoorden zodra"),
        "Het definitieve antwoord volgt",
    ],
    "NOT_YET": [
        ("De cijfers werden opgevraagd", "opgevraagd"),
        ("nog niet beschikbaar", "niet beschikbaar"),
        ("Het was niet mogelijk om tijdig", "niet mogelijk om tijdig"),
        ("De bevraging loopt nog", "bevraging"),
        ("in afwachting van", "afwachting"),
    ],
    "NAMED_COLLEAGUE": [
        "mevrouw Greet Maesen",
        "minister Maesen",
        "mevrouw Šárka Őri",
        "collega, Koen Lammens",
        ("de heer Jan Van den Eynde antwoordt", "heer Jan Van den Eynde"),
    ],
    "NAMED_BY": [
        ("verstrekt door Joris Wolfaert, die", "door Joris Wolfaert"),
        ("mijn collega, Zuster Immaculata", ", Zuster Immaculata"),
        "door Łukasz Novák",
        ("Koen Lammens, Vlaams minister", "Koen Lammens"),
    ],
    "MEMBER": [("uw collega Karin", "uw collega Karin"), "volksvertegenwoordiger", "vraagsteller"],
    "CITED_NUMBER": [
        "vraag nr. 214",
        ("schriftelijke vraag 214 van 24 september 2021", "vraag 214 van 24 september 2021"),
        ("(vraag nr. 12)", "vraag nr. 12"),
    ],
}

OFFICES: Examples = {
    "not_a_person": ["Vlaams", "Departement"],
    "asked_by": [
        "vraag nr. 123 van 4 mei 2020 van de heer Jan Claes",
        "vraag nr. 88 van An Maes",
    ],
    "office": [
        ("de minister van Welzijn", "de minister"),
        ("de bevoegde minister", "de bevoegde minister"),
        ("mijn collega", "mijn collega"),
    ],
}
IN_FLANDERS = SimpleNamespace(**module.offices(CITATION_DEFAULTS)._asdict())


@pytest.mark.parametrize(
    ("pattern", "text", "part"), [*each_example(module, EXAMPLES), *each_example(IN_FLANDERS, OFFICES)]
)
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)
    assert set(vars(IN_FLANDERS)) == set(OFFICES)


PARTS_OF_PROMISES = (
    "de gegevens zij zullen wordt kan bezorgd bezorg ik u ze overgemaakt overmaken meegedeeld meedelen nagestuurd "
    "nagezonden nasturen nageleverd verstrekt aangevuld aanvullen beantwoorden zodra later spoedig nog volgt volgen "
    "ontvangt een aanvullend definitief antwoord gecoördineerd verwijs naar minister zie sluit aan bij"
).split()


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PARTS_OF_PROMISES), max_size=8))
def test_what_promises_or_refers_holds_a_word_of_its_kind(words: list[str]) -> None:
    sentence = " ".join(words)
    if module.PROMISES.match(sentence):
        assert any(word in sentence for word in module.PROMISING_WORDS)
    if module.REFERS.search(sentence):
        assert any(word in sentence for word in module.REFERRING_WORDS)


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
        pytest.param("Ik verwijs naar het antwoord van de minister van Jeugd.", None, None, id="by office only"),
        pytest.param(
            "Ik verwijs naar het antwoord van minister Joris Wolfaert.\nZie het antwoord op vraag 1.",
            "Joris Wolfaert",
            None,
            id="the other parts refer to that one",
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
