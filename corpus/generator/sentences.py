"""Sentences: templates filled from the word lists, so that nothing a parser could learn by heart comes twice.

Statements, questions, requests, headings and answers; what a template may hold says `Writer.SLOTS`. Words that a
citation is made of (*decreet*, *artikel*, *vraag nr.*) are in no template: only `corpus.generator.citations` cites.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import ClassVar

from corpus.generator import words

SLOT = re.compile(r"\{(\w+)\}")

STATEMENTS = [
    "{The} is voor {some} van groot belang.",
    "Sinds {year} worden {plural} {adv} {part} door {body}.",
    "In {place} en {place} werden {number} {plural} {part}.",
    "{Body} stelde vast dat {the} {adv} wordt {part}.",
    "De voorbije jaren {actpast} {some} steeds vaker {some}.",
    "Volgens {body} heeft {pct} van {theplural} nood aan {some}.",
    "Het gaat om {some}, {some} en {some} in {region}.",
    "Uit cijfers van {body} blijkt dat {number} {plural} werden {part}, tegenover {number} in {year}.",
    "De Vlaamse overheid wil {the} tegen {futureyear} {inf}.",
    "{Some} uit {place} geven aan dat {the} {adv} tekortschiet.",
    "Het beleid inzake {field} rust op {some} en op {some}.",
    "{The} kostte in {year} {amount}, waarvan {pct} naar {some} ging.",
    "Daarom werd op {date} een werkgroep opgericht met {some}, {some} en {body}.",
    "Wie {the} wil {inf}, moet eerst {some} raadplegen.",
    "Vooral in {region} kampen {some} met een gebrek aan {some}.",
    "Tussen {year} en {lateryear} daalde het aantal {plural} van {number} naar {number}.",
    "{Body} ontving {amount} om {theplural} te {inf}.",
    "{Adv} wordt gewerkt aan {some} voor {some}.",
    "Een deel van {theplural} wordt nog {adv} {part}, wat voor {some} tot vertraging leidt.",
    "De burgemeester van {place} noemde {the} een gemiste kans voor {field}.",
    "Op {date} maakte {body} bekend dat {the} wordt {part}.",
    "Aan {some} is er, zo blijkt uit {the}, geen gebrek.",
    "Zowel {some} als {some} vinden dat {the} meer aandacht verdient.",
    "{Number} van de {number} {plural} liggen in {region}.",
    "De kloof tussen {some} en {some} wordt {adv} groter, ondanks {the}.",
    "{firsthalf}- en {compound} hangen nauw samen.",
    "Een aanvraag is ontvankelijk indien {the} werd {part} en {some} {adv} werden {part}.",
    "In {year} ging het om {decimal} procent van {theplural}, in {lateryear} om {decimal} procent.",
    "{The} en {the} vallen onder de bevoegdheid van {body} (zie ook {theplural}).",
    "Dat {some} {adv} worden {part}, is volgens {body} het gevolg van “{the}” in {place}.",
]
# Sentences that open with a figure, a date or an amount.
FIGURES_FIRST = [
    "{number} {plural} werden in {year} {part}.",
    "{amount} werd in {year} besteed aan {some}.",
    "{date} was de uiterste datum om {some} te {inf}.",
    "{decimal} procent van {theplural} wordt {adv} {part}.",
    "{year} was voor {some} een kanteljaar.",
]
QUESTIONS = [
    "Hoeveel {plural} werden er in {year} {part}?",
    "Hoeveel {plural} telt {region} vandaag, en hoeveel daarvan werden {part}?",
    "Welke {plural} komen in aanmerking voor {the}?",
    "Kan de minister {the} toelichten?",
    "Hoe evalueert de minister {the} in {place}?",
    "Op welke manier worden {some} betrokken bij {the}?",
    "Wat is de stand van zaken van {the}?",
    "Waarom werden {theplural} in {place} niet {part}?",
    "Is de minister bereid om {the} te {inf}? Waarom wel of niet?",
    "Welk budget is er in {year} uitgetrokken voor {some}?",
    "Zal de minister {the} {inf}, en zo ja, tegen wanneer?",
    "Wanneer wordt {the} {part}?",
    "Door wie wordt {the} {adv} {part}?",
    "Beschikt {body} over cijfers van {some} in {region}?",
    "Heeft de minister weet van {some} die {adv} worden {part}?",
    "Wordt {the} {adv} {part}? Zo nee, welke {plural} staan nog op stapel?",
    "In welke mate dragen {some} bij tot {the}?",
    "Hoe groot is het aandeel van {some} in {the}?",
    "Over hoeveel {plural} gaat het, opgesplitst per jaar en per provincie?",
    "Met welke {plural} werd er overlegd over {the}, en wat was het resultaat?",
    "Bestaan er {some} om {some} te {inf}?",
    "Zijn er {plural} die hun {compound} verliezen?",
    "Welke lessen trekt de minister uit {the} van {year}?",
    "Vindt de minister dat {the} volstaat voor {some}?",
]
REQUESTS = [
    "Graag een overzicht van {theplural}, per jaar sinds {year}.",
    "Graag een overzicht per provincie van {theplural} die werden {part}.",
    "Graag een opsplitsing van {theplural} naar {some} en {some}.",
    "Gelieve {the} te bezorgen, met de cijfers van {region}.",
    "Graag had ik een stand van zaken ontvangen van {the}.",
]
LATER_SENTENCES = [
    "Graag een opsplitsing per jaar en per provincie.",
    "Graag een overzicht sinds {year}.",
    "Hoe verklaart de minister dat?",
    "Zo ja, welke {plural}? Zo nee, waarom niet?",
    "Kan hij dat toelichten?",
    "Welke rol speelt {body} daarin?",
]
SHORT_QUESTIONS = ["in {year}?", "voor {some}?", "in {region}?", "bij {body}?", "per provincie?", "sinds {year}?"]
HEADINGS = [
    "{Plural}:", "Wat {theplural} betreft:", "Over {the}:", "In verband met {some}:", "{Compound}:",
    "Met betrekking tot {field}:", "Hoeveel {plural} werden er {part}:",
]  # fmt: skip
STATEMENT_ITEMS = [
    "De minister kondigde {the} aan. Hoe staat het daarmee?",
    "{The} bepaalt in grote mate de kosten.",
    "In {place} werden {number} {plural} {part}. Hoe komt dat?",
]
ANSWERS = [
    "Ja. {The} wordt in {futureyear} {part}.",
    "Nee, {some} worden niet {part}.",
    "In {year} werden {number} {plural} {part}, in {lateryear} {number}.",
    "Er is {adv} overleg met {body} over {the}.",
    "{The} wordt {adv} opgevolgd door {body}, dat daarover jaarlijks verslag uitbrengt.",
    "Voor {some} is er in {year} een budget van {amount}.",
    "Ik vind het belangrijk dat {some} {adv} kunnen rekenen op {the}.",
    "Mijn administratie telde {number} {plural} in {region} en {number} in {region}.",
    "De cijfers van {body} tonen dat {pct} van {theplural} {adv} wordt {part}.",
    "Momenteel {actnow} {some} nog te weinig {some}.",
    "Tot op heden werden {number} {plural} {part} in {place}.",
    "Samen met {some} zal ik {the} {inf}.",
    "Het aantal {plural} steeg van {number} in {year} tot {number} in {lateryear}.",
    "Daarbij wordt rekening gehouden met {some} en met {the}.",
    "De termijn bedraagt gemiddeld {smallcount} maanden, afhankelijk van {the}.",
    "Op basis van {the} kunnen {some} een beroep doen op {body}.",
]
INTROS = [
    "Ik dank de Vlaamse volksvertegenwoordiger voor de interesse in {field}. {The} ligt mij na aan het hart.",
    "Vooraf wil ik benadrukken dat {the} {adv} door {body} wordt {part}.",
    "De gegevens in dit antwoord hebben betrekking op {some} en werden aangeleverd door {body}.",
    "Omdat {the} aan alles voorafgaat, geef ik eerst enkele algemene toelichtingen over {field}.",
]
CLOSINGS = [
    "Ik blijf {the} van nabij opvolgen en zal {body} daarover blijven bevragen.",
    "Tot slot wijs ik erop dat {some} altijd terechtkunnen bij {body}.",
    "Voor meer informatie over {the} kunnen {some} terecht bij {body} in {place}.",
]
POINTS = [
    "{the} in {place}", "{some} met {some}", "een {compound} voor {some}", "{some} die werden {part} in {year}",
    "het aantal {plural} per provincie", "de samenwerking tussen {some} en {body}",
]  # fmt: skip
LEADS = [
    "Daarbij wordt rekening gehouden met:", "{Body} onderscheidt drie groepen:", "Het gaat om:",
    "De volgende {plural} werden {part}:", "{The} steunt op:",
]  # fmt: skip
TABLE_LEADS = [
    "Onderstaande tabel geeft een overzicht van {theplural}:", "Het aantal {plural} per jaar:",
    "De cijfers voor {some} zijn de volgende:", "{The} in cijfers:",
]  # fmt: skip
THEMES = ["{Plural}", "{Compound}", "{Adjplural}", "{Compound}", "{Field}"]
SUBJECTS = [
    "Stand van zaken", "Cijfers en {plural}", "{Adjplural} in {region}", "{Compound} en {compound}", "Evaluatie",
    "{Plural} voor {some}", "Gevolgen voor {some} in {place}", "{Adjplural}", "Werking van {body} in {place}",
]  # fmt: skip


# How many compounds come back in a document, and how often one of them is taken.
TOPICS, TOPIC_SHARE = 5, 0.35


class Writer:
    """Fills templates from the word lists; the same random numbers make the same text."""

    def __init__(self, random: Random, year: int) -> None:
        self.random = random
        self.year = year
        """The year in which the document is written: the past ends there and the future begins."""
        self.topics = [words.compound(random) for _ in range(TOPICS)]
        """Compounds that come back, as the words of a subject do."""

    def sentence(self, templates: list[str]) -> str:
        """One of the templates, filled."""
        return self.fill(self.random.choice(templates))

    def fill(self, template: str) -> str:
        """`template` with every slot filled, each anew."""
        return SLOT.sub(lambda slot: self._slot(slot[1]), template)

    def paragraph(self, sentences: int, templates: list[str] | None = None) -> str:
        """A paragraph of that many statements."""
        chosen = self.random.sample(templates or STATEMENTS, sentences)
        return " ".join(self.fill(template) for template in chosen)

    def _slot(self, name: str) -> str:
        if name in self.SLOTS:
            return self.SLOTS[name](self)
        filled = self.SLOTS[name.lower()](self)
        return filled[0].upper() + filled[1:]

    def _noun(self) -> tuple[str, str, str]:
        """Article, singular and plural of a noun, a compound more often than not."""
        if self.random.random() < 0.6:
            return self._compound()
        article, singular, plural = self.random.choice(words.NOUNS)
        return article, singular, plural

    def _compound(self) -> tuple[str, str, str]:
        """Article, singular and plural of a compound, one of the document's own topics now and then."""
        return self.random.choice(self.topics) if self.random.random() < TOPIC_SHARE else words.compound(self.random)

    def _adjective(self) -> str:
        chance = self.random.random()
        if chance < 0.05:
            return f"{self.random.choice(words.HYPHENATED_ADJECTIVES)} "
        return f"{self.random.choice(words.ADJECTIVES)} " if chance < 0.5 else ""

    def _the(self) -> str:
        if self.random.random() < 0.06:
            article, singular = self.random.choice(words.HYPHENATED_NOUNS)
        else:
            article, singular, _ = self._noun()
        return f"{article} {self._adjective()}{singular}"

    def _some(self) -> str:
        return f"{self._adjective()}{self._noun()[2]}"

    def _a_year(self, first: int, last: int) -> str:
        return str(self.random.randint(self.year + first, self.year + last))

    def _figure(self, unit: str) -> str:
        whole = self.random.randint(1, 99)
        figure = f"{whole},{self.random.randint(1, 9)}" if self.random.random() < 0.5 else str(whole)
        return f"{figure}{unit}"

    def _amount(self) -> str:
        if self.random.random() < 0.4:
            return f"{self._figure('')} miljoen euro"
        return f"{words.number(self.random, 1_000, 900_000)} euro"

    def _choice(self, listed: list[str]) -> str:
        return self.random.choice(listed)

    SLOTS: ClassVar[dict[str, Callable[[Writer], str]]] = {
        "the": _the,
        "some": _some,
        "theplural": lambda self: f"de {self._some()}",
        "adjplural": lambda self: f"{self._choice(words.ADJECTIVES)} {self._noun()[2]}",
        "plural": lambda self: self._noun()[2],
        "compound": lambda self: self._compound()[1],
        "firsthalf": lambda self: self._choice(words.FIRST_HALVES).capitalize(),
        "body": lambda self: words.body(self.random),
        "place": lambda self: self._choice(words.PLACES),
        "region": lambda self: self._choice(words.REGIONS),
        "field": lambda self: self._choice(words.FIELDS),
        "adv": lambda self: self._choice(words.ADVERBS),
        "part": lambda self: self._choice(words.PARTICIPLES),
        "inf": lambda self: self._choice(words.INFINITIVES),
        "actnow": lambda self: self._choice(words.ACTING),
        "actpast": lambda self: "bezochten" if self.random.random() < 0.5 else "gebruikten",
        "year": lambda self: self._a_year(-6, -2),
        "lateryear": lambda self: self._a_year(-1, 0),
        "futureyear": lambda self: self._a_year(1, 5),
        "date": lambda self: words.date_words(self.random, self.year - 4, self.year - 1),
        "number": lambda self: words.number(self.random),
        "smallcount": lambda self: str(self.random.randint(2, 30)),
        "pct": lambda self: self._figure("%"),
        "decimal": lambda self: f"{self.random.randint(1, 60)},{self.random.randint(1, 9)}",
        "amount": _amount,
    }
