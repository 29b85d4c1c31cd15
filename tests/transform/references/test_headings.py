"""Where the heading of an act ends, and the sentence goes on (references.md, Rows)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transform.references.headings import heading_end

ENDS = [
    # (what it guards, the heading, what follows it)
    ("a verb with its object", "houdende steunregels voor de scheepvaart", " bemoeilijkt de aanwerving"),
    ("a verb in the past", "inzake de loodsen", " hervormde de opleiding"),
    ("a verb of rules", "betreffende de loodsen", " voorziet in een examen"),
    ("a verb behind en", "betreffende de loodsen", " en bestaat uit twee delen"),
    ("a determiner", "houdende diverse bepalingen inzake zeevaart", " de mogelijkheid afgeschaft"),
    ("what an article says", "betreffende de hervorming van enkele zeehavens", " dat de Koning bevoegd is"),
    ("an adverb", "houdende bepalingen inzake sociale zaken", " goed. Dan"),
    ("a noun that another verb has", "over herstelonderzoeken", " criteria worden opgenomen"),
    ("what is done to an act", "inzake overheidsopdrachten", " omgezet naar Belgisch recht"),
    ("to whom it is laid before", "tot vaststelling van de zetel van de dienst", " aan de ministerraad voorgelegd."),
    ("where it is printed", "betreffende pakketreizen", " in het publicatieblad van de Europese Unie"),
    ("an article", "betreffende de organisatie van de markt", " in artikel 7quinquies"),
    ("a date", "tot regeling van de leningen", " op 1 februari 2013"),
    ("the year of the act", "betreffende bloed", " van 1994 niet"),
    ("a list without its last member", "inzake kleine havens", ", de werven, de scheepsbouw, maar ook"),
    ("an infinitive", "betreffende de kritieke infrastructuren", ", te voldoen?"),
    ("a clause about the act", "over het verhoor van getuigen van misdrijven", " die bepaalt dat"),
    ("a clause of the speaker", "betreffende de informatie aan consumenten", " waarnaar ik reeds verwees"),
    ("a clause without a verb", "betreffende de stichtingen", " die, zoals"),
    ("a dash", "houdende regeling van de dienst", " - verspreiden"),
    ("letters and a number that are glued", "betreffende de budgettaire voorstellen", "1979-1980 bepaalt"),
    ("a further act", "betreffende cosmetische producten", " en verordening (EG) nr. 655/2013"),
    ("a further act with an adjective", "houdende diverse bepalingen", " en het bijhorend koninklijk besluit"),
    ("a part of another act", "betreffende het welzijn van de werknemers", " en titel 3 van boek 1"),
    ("the object of a sentence that ends in a participle", "ten voordele van de zelfstandigen",
     ", de re-integratie van werklozen en zieken gemoderniseerd, ook"),
]  # fmt: skip
WHOLE = [
    ("a clause", "tot bepaling van de eisen waaraan pellets moeten voldoen"),
    ("a clause with its own object", "houdende een uitkering voor de loods die zijn beroep tijdelijk onderbreekt"),
    ("two clauses", "tot vaststelling van de taken die loodsen mogen uitvoeren en de voorwaarden waaronder zij varen"),
    ("a clause with two verbs", "tot bepaling van de vakken die in het Engels onderwezen kunnen worden"),
    ("a clause behind a preposition", "betreffende de erkenning door de minister tot wiens bevoegdheid de zee behoort"),
    ("a participle with its words", "voor het beheer van splijtstoffen bestraald in deze centrales"),
    ("a participle behind a comma", "inzake overtredingen, vastgesteld met automatisch werkende toestellen"),
    ("an adjective with its own words", "met betrekking tot het gebruik van op afstand bestuurde boten"),
    ("an infinitive that is a noun", "betreffende het in de handel brengen van elektronische sigaretten"),
    ("a list", "betreffende de toegang tot het grondgebied, het verblijf, de vestiging en de verwijdering van gasten"),
    ("a list of adjectives", "houdende sociale, budgettaire en andere bepalingen"),
    ("headings that are joined", "tot wijziging van het strafrecht en houdende diverse bepalingen"),
    ("its number", "houdende diverse bepalingen (I)"),
    ("an act with its date", "tot wijziging van de wet van 5 juli 1994 betreffende bloed"),
    ("an act with its number", "tot wijziging van het koninklijk besluit nr. 78 van 10 november 1967"),
    ("articles", "tot uitvoering van de artikelen 28 en 34 van de wet op de havens"),
    ("what stands below an article", "inzake verstrekkingen bedoeld in artikel 34, eerste lid, 20°, van de wet"),
    ("words that are cut short", "op de tachograaf en de rij- en rusttijden van arbeidshoven en -rechtbanken"),
    ("what something follows from", "betreffende de vergoeding van schade als gevolg van zorg"),
    ("for what they ask", "inzake de opvang van verzoekers om internationale bescherming"),
    ("a purpose of what is done", "tot wijziging van het wetboek teneinde kinderen te beschermen"),
    ("a word in quotes", "tot invoering van het “handvest” van de kustbewoner"),
    ("a capital without e", "inzake het Europees aanhoudingsbevel"),
    ("determiners that look like verbs", "tot regeling van bepaalde methodes van bewaking"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "sentence"), [pytest.param(*rest, id=guards) for guards, *rest in ENDS])
def test_a_heading_ends_before_the_sentence(heading: str, sentence: str) -> None:
    assert heading[: heading_end(heading + sentence, 0)] == heading
    assert heading_end(heading + sentence, 0) == len(heading)


@pytest.mark.parametrize("sign", [".", ";", " (zie daar)", "\nDan"])
@pytest.mark.parametrize("heading", [pytest.param(one, id=guards) for guards, one in WHOLE])
def test_a_heading_is_whole(heading: str, sign: str) -> None:
    assert heading[: heading_end(heading + sign, 0)] == heading


@pytest.mark.parametrize(
    "behind", [" wat het examen betreft", ", en tot opheffing van het loodsgeld", " en houdende andere bepalingen"]
)
def test_a_heading_inside_another_ends_where_that_goes_on(behind: str) -> None:
    text = f"betreffende de loodsen{behind}."
    assert text[: heading_end(text, 0, inside=True)] == "betreffende de loodsen"
    assert text[: heading_end(text, 0)] == text[:-1]


@given(
    st.lists(
        st.sampled_from("de het van en die waaraan worden bepaalt kade kades , om te op (EU) 5 2° § “ ” - .".split())
    )
)
def test_any_words_end_somewhere(words: list[str]) -> None:
    """The end lies in the text, and never behind a line end."""
    text = "betreffende " + " ".join(words)
    end = heading_end(text + "\nverder", 0)
    assert 0 <= end <= len(text)
