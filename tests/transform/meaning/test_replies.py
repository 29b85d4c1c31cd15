"""What a sentence of an answer does, by the words of `replies.toml`."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.meaning import replies as module

EXAMPLES: Examples = {
    "ANSWERED_BY": [
        ("Een gecoördineerd antwoord zal worden verstrekt", "gecoördineerd antwoord"),
        ("Deze vraag wordt beantwoord", "beantwoord"),
        ("Het antwoord zal worden verstrekt", "antwoord zal worden verstrekt"),
        ("De minister staat in voor het antwoord", "staat in voor het antwoord"),
        "zie het antwoord",
        ("Ik sluit mij aan bij het antwoord van", "sluit mij aan bij het antwoord"),
    ],
    "REFERS": [("Ik verwijs naar", "verwijs"), "doorverwezen", ("moet ik u doorverwijzen", "doorverwijzen")],
    "TO_COORDINATED": [
        ("Ik verwijs naar het gecoördineerde antwoord", "verwijs naar het gecoördineerde antwoord"),
        "Zie gecoördineerd antwoord",
    ],
    "OWN": [
        ("mijn antwoord op", "mijn antwoord"),
        "ons eerder antwoord",
        ("het antwoord dat ik gaf", "antwoord dat ik"),
        ("het antwoord dat door mij werd gegeven", "door mij"),
        ("Ik heb hierop reeds geantwoord", "Ik heb hierop reeds geantwoord"),
    ],
    "OF_THIS_DOCUMENT": ["mijn antwoord op vraag 1", "ons antwoord onder punt 2", "mijn antwoord op 3"],
    "COMPETENT": [
        ("Dit valt onder de bevoegdheid van", "valt onder de bevoegdheid"),
        ("Dit is een bevoegdheid van", "is een bevoegdheid"),
        ("dat dit tot de bevoegdheid van de minister behoort", "tot de bevoegdheid van de minister behoort"),
        ("De minister is hiervoor bevoegd", "is hiervoor bevoegd"),
        ("De bevoegde minister is An Claes", "bevoegde minister is"),
        ("Dit ressorteert onder", "ressorteert onder"),
        ("Deze vraag hoort thuis bij", "hoort thuis bij"),
        ("De bevoegdheid ligt bij", "bevoegdheid ligt bij"),
        "gelet op diens bevoegdheid",
    ],
    "NOT_MINE": [
        "niet onder mijn bevoegdheid",
        (
            "valt niet tot de bevoegdheid van de minister van Wonen.",
            "niet tot de bevoegdheid van de minister van Wonen",
        ),
        ("Ik ben niet bevoegd", "niet bevoegd"),
        ("behoort niet tot mijn departement", "niet tot mijn departement"),
    ],
    "BUT": [(", maar tot die van", "maar tot"), ("doch wel onder", "doch wel onder")],
    "RELATIVE": [("een besluit dat onder", "besluit dat onder"), "diensten die ook tot"],
    "A_QUESTION": ["vraag", "vragen", "u hiervoor te wenden"],
    "SENDS": ["toegezonden", ("te stellen", "stellen"), ("ik maak de vraag over", "maak de vraag over")],
    "RELAYS": [("De minister liet mij weten", "liet mij"), "blijkt", ("die mij meldt", "mij meldt")],
    "BESIDE_REFERRAL": [
        ("Ik verwijs u dan ook naar hem", "verwijs u dan ook naar hem"),
        ("zijn vraag naar hem te richten", "hem te richten"),
        ("Hierop kan ik deze vraag niet beantwoorden", "kan ik deze vraag niet beantwoorden"),
        ("Wij beschikken niet over de gegevens", "beschikken niet over de gegevens"),
        "Uw vraag betreft",
        ("Dit is een gewestelijke bevoegdheid", "is een gewestelijke bevoegdheid"),
    ],
    "SHORT_ANSWER": [("Neen, dat is niet gebeurd.", "Neen"), "Dat klopt"],
    "WITHOUT_SUBSTANCE": ["Ik dank u voor uw vraag.", "Zie het antwoord op vraag 1.", "Idem.", "Antwoord:"],
    "PROMISES": [
        ("De gegevens zullen u worden bezorgd", "De gegevens zullen u worden bezorg"),
        ("U ontvangt later een aanvullend antwoord", "U ontvangt later"),
        ("Ik zal deze vraag beantwoorden zodra dat kan", "Ik zal deze vraag beantwoorden zodra"),
        "Het definitieve antwoord volgt",
        "De cijfers zullen beschikbaar zijn",
        ("Zodra de cijfers er zijn, maak ik ze over", "Zodra de cijfers er zijn, maak ik"),
    ],
    "NOT_YET": [
        ("De cijfers werden opgevraagd", "opgevraagd"),
        ("nog niet beschikbaar", "niet beschikbaar"),
        ("Het was niet mogelijk om tijdig", "niet mogelijk om tijdig"),
        ("De bevraging loopt nog", "bevraging"),
        ("in afwachting van", "afwachting"),
    ],
}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        pytest.param("Dit valt onder de bevoegdheid van minister An Claes.", True, id="a sentence of its own"),
        pytest.param("Ik meld dat uw vraag onder de bevoegdheid valt van An Claes.", True, id="of the question"),
        pytest.param("Het is een materie die onder de bevoegdheid valt van An Claes.", True, id="a matter that falls"),
        pytest.param("Een besluit dat onder de bevoegdheid van An Claes valt, verandert.", False, id="in passing"),
        pytest.param("De bevoegde diensten zijn verwittigd.", False, id="another word"),
    ],
)
def test_who_is_competent(sentence: str, tells: bool) -> None:
    assert module.tells_competence(sentence) is tells


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        pytest.param("Dit is zo.", None, id="nothing denied"),
        pytest.param("Dit valt niet onder mijn bevoegdheid.", "", id="nobody told"),
        pytest.param(
            "Dit valt niet onder de bevoegdheid van de minister van Wonen, maar onder die van Jeugd.",
            "Dit valt , maar onder die van Jeugd.",
            id="who is, without who is not",
        ),
    ],
)
def test_what_is_not_this_ministers(sentence: str, rest: str | None) -> None:
    found = module.without_denial(sentence)
    assert (found and " ".join(found.split())) == rest


PARTS_OF_PROMISES = (
    "de gegevens zij zullen wordt kan bezorgd bezorg ik u ze overgemaakt overmaken meegedeeld meedelen nagestuurd "
    "nagezonden nasturen nageleverd verstrekt aangevuld aanvullen beantwoorden zodra later spoedig nog volgt volgen "
    "ontvangt een aanvullend definitief antwoord gecoördineerd verwijs naar minister zie sluit aan bij maak stuur "
    "zend beschikbaar zijn"
).split()
PARTS_OF_REFERRALS = (
    "deze vraag zich u valt niet onder tot mijn de bevoegdheid bevoegd is minister die behoort maar van ressorteert "
    "hoort thuis bij aangelegenheid materie voor een doorgestuurd gericht richten aan verwijs naar antwoord "
    "verstrekt staat in"
).split()


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PARTS_OF_PROMISES), max_size=8))
def test_what_promises_holds_a_stem_of_its_kind(words: list[str]) -> None:
    sentence = " ".join(words)
    if module.PROMISES.match(sentence):
        assert any(stem in sentence for stem in module.PROMISING_STEMS)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PARTS_OF_REFERRALS), max_size=8))
def test_what_hands_over_holds_a_stem_of_its_kind(words: list[str]) -> None:
    sentence = " ".join(words)
    sends = module.SENDS.search(sentence) and module.A_QUESTION.search(sentence)
    if sends or any(one.search(sentence) for one in (module.COMPETENT, module.REFERS, module.ANSWERED_BY)):
        assert any(stem in sentence for stem in module.REFERRING_STEMS)
