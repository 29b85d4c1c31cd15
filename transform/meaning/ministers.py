"""Whom a sentence of an answer names: a minister by name or by office; the members and other governments left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from transform.dutch.dates import DATE
from transform.dutch.names import squashed, written_name
from transform.meaning.replies import words_of
from transform.references.defaults import CitationDefaults

CAPITALISED = r"\p{Lu}[\w'’\-]+"
PARTICLE = r"(?:van|de|der|den|ten|ter|vande|'t|d'|von|le|la|du)"
INITIALS = r"(?:\p{Lu}\.\s*){0,3}"
NEXT_PART = rf"(?:\s+(?:{PARTICLE}\s+){{0,2}}{CAPITALISED})"
PERSON = rf"{INITIALS}{CAPITALISED}{NEXT_PART}{{0,4}}"
WHOLE_PERSON = rf"{INITIALS}{CAPITALISED}{NEXT_PART}{{1,4}}"
PERSONS = rf"{PERSON}(?:(?:,\s+|\s+en\s+){PERSON}){{0,4}}"
# What an office is for: "Wonen", "Asiel en Migratie", "Binnenlands Bestuur, Steden- en Plattelandsbeleid en Cultuur".
FIELD = r"\p{Lu}[\w'’\-]*(?:(?<=-)\s+en\s+\p{Lu}[\w'’\-]*)?"
FIELDS = rf"{FIELD}(?:\s+(?:(?:van|de|het|der|voor|met|in)\s+){{0,2}}{FIELD}){{0,5}}"
PORTFOLIO = rf"(?:(?:de|het)\s+)?{FIELDS}(?:(?:,\s+{FIELDS}){{0,8}},?\s+en\s+(?:(?:de|het)\s+)?{FIELDS})?"

OFFICE = f"(?i:{words_of('ministers', 'office')})"
COLLEAGUE = f"(?i:{words_of('ministers', 'colleague')})"
CHARGE = f"(?i:{words_of('ministers', 'charge')})"
TITLES = f"(?i:{words_of('ministers', 'titles')})"
MEMBERS = f"(?i:{words_of('members', 'titles')})"
ASKED_BY = f"(?i:{words_of('members', 'asked_by')})"

# An office or a colleague, with what it is for and the name behind it. Matches: "minister Maesen", "collega, Koen
# Lammens", "minister van Justitie, de heer Jan Claes", "collega bevoegd voor Wonen".
HOLDER = regex.compile(
    rf"(?<![\w-])(?P<role>(?:{OFFICE}|{COLLEAGUE})(?:,?\s+{CHARGE}\s+(?P<field>{PORTFOLIO}))?)"
    rf"(?:,?\s+(?:{TITLES}\s+)?(?P<name>{PERSON}))?"
)
# Matches: "mevrouw Greet Maesen", "heer Jan Van den Eynde" in "de heer Jan Van den Eynde antwoordt".
TITLED = regex.compile(rf"(?<!\w){TITLES}\s+(?P<name>{PERSON})")
# A name of two words or more by its place alone. Matches: "door Joris Wolfaert", "antwoord van Leen Aerts",
# "Koen Lammens, " in "Koen Lammens, Vlaams minister".
PLACED = regex.compile(
    rf"(?:\bdoor\s+|\b[Aa]ntwoord\s+van\s+|^)(?P<name>{WHOLE_PERSON})|(?P<name>{WHOLE_PERSON}),\s+"
    rf"(?=(?:de\s+)?(?:\w+\s+)?{OFFICE})"
)
# Members, and whoever asked another question. Matches: "uw collega Karin", "volksvertegenwoordigers Aa en Bb", "gesteld
# door mevrouw Ann Bos".
MEMBER = regex.compile(
    rf"(?<!\w)(?:{MEMBERS}|{ASKED_BY}(?=\s+(?:{TITLES}\s+|{COLLEAGUE}\s+|\w+\s+){{0,3}}\p{{Lu}}))"
    rf"(?:\s+(?:(?:{TITLES}|{COLLEAGUE}|de|het|geachte|{MEMBERS})\s+){{0,4}}{PERSONS}(?!,?\s+(?:\w+\s+)?{OFFICE}))?"
)
# What stands before a minister whom a question goes to; a word such as `Vlaamse` may stand between.
# Matches: "naar mijn " before "collega", "aan de bevoegde ", "tot de Vlaamse ".
PREPOSITION = re.compile(
    rf"\b(?P<word>naar|aan|tot|bij)\s+{words_of('ministers', 'determiners')}(?:\w+\s+)?(?:{TITLES}\s+)?$", re.I
)
# An office that one person holds. Matches: "eerste minister", "minister-president".
UNIQUE = re.compile(r"eerste[ -]?minister|minister-president", re.I)
# This minister's own office follows. Matches: "als Vlaams ", "in mijn hoedanigheid van ".
IN_OFFICE = re.compile(r"\b(?:als|in mijn hoedanigheid van) (?:\w+ )?$", re.I)
# As far before a minister as a preposition may stand.
REACH = 80
# No question is put to more ministers; a hostile notice might name them.
MOST_ADDRESSEES = 50

Addressees = Sequence[tuple[str, int | None]]


class Minister(NamedTuple):
    """A minister whom a sentence names."""

    name: str | None
    role: str | None
    """The office and what it is for, as they stand there; None where they do not tell who it is."""
    after: str | None
    """The preposition before: `naar`, `aan`, `tot`, `bij`; None for any other."""


class Offices(NamedTuple):
    """How the documents of one parliament name ministers and members by their offices."""

    # Where a name could begin, and an institution or a sentence does. Matches: "Regering", "Departement", "Deze".
    not_a_person: re.Pattern[str]
    # After the number of a question, a name without an office is the member's. Matches: "vraag nr. 123 van 4 mei 2020
    # van de heer Jan Claes", "vraag nr. 88 van An Maes".
    asked_by: regex.Pattern[str]
    # A member by name and office. Matches: "Jan Claes, Vlaams volksvertegenwoordiger".
    member: regex.Pattern[str]
    # The ministers of another government. Matches: "federale minister van Wonen", "collega's van de Gewesten".
    elsewhere: regex.Pattern[str]


@cache
def offices(defaults: CitationDefaults) -> Offices:
    """The patterns for the documents of one parliament."""
    holder = rf"(?:{OFFICE}|{COLLEAGUE})"
    governments = f"(?i:{defaults.elsewhere}|{words_of('ministers', 'of_regions')})"
    of_others = f"(?i:{words_of('ministers', 'of_others')})"
    return Offices(
        re.compile(
            rf"(?:{defaults.adjective}|Regering|Parlement|Minister|Agentschap|Departement|Europese|Een|Het|De|Ik|Deze|"
            r"Voor|Zie)\b"
        ),
        regex.compile(
            rf"\b(?:vraag|SV)\s+(?:nummer|nr\.?)?\s*\d{{1,4}}\b(?:\s+van\s+(?i:{DATE}))?,?\s+van\s+"
            rf"(?:(?:{TITLES}|{COLLEAGUE})\s+)?(?P<name>{PERSON})"
            rf"(?!,?\s+(?:{defaults.title}|viceminister|minister))"
        ),
        regex.compile(rf"{PERSON},\s+(?:{defaults.title}\s+)?(?:{defaults.member}|{MEMBERS})"),
        regex.compile(rf"\b{governments}\s+(?:\w+\s+)?{holder}[^.;(]*|{holder}{of_others}"),
    )


class Reader:
    """Tells whom the sentences of one answer name."""

    def __init__(self, responder: str | None, addressees: Addressees, named: Offices) -> None:
        self.responder, self.named = responder, named
        listed = addressees[:MOST_ADDRESSEES]
        self.others = [one for one in listed if responder is None or not same_person(one[0], responder)]
        """The ministers that the question was put to besides the one who answers."""
        self.own_numbers = {number for name, number in listed if responder and same_person(name, responder)}

    def ministers_in(self, sentence: str) -> list[Minister]:
        """The ministers whom a sentence names, this one left out; those that the question was put to first."""
        sentence, elsewhere = self.named.elsewhere.subn(" ", sentence)
        for pattern in (self.named.asked_by, self.named.member, MEMBER):
            sentence = pattern.sub(" ", sentence)
        found = [*self._holders(sentence), *self._people(sentence)]
        if elsewhere:  # a colleague without name or portfolio may be one of theirs
            found = [one for one in found if one.name is not None or one.role is not None]
        letters = squashed(sentence) if self.others else ""
        listed = [
            Minister(name, None, "naar")
            for name, _ in self.others
            if squashed(name) in letters or _surname_stands_in(name, sentence)
        ]
        others = [one for one in found if one.name is None or not self._is_own(one.name)]
        # Beside this minister's own name an office is his own, unless somebody else is named too.
        if len(others) < len(found) and all(one.name is None for one in others):
            others = []
        return listed + others

    def names_other_governments(self, sentence: str) -> bool:
        """Whether a sentence names ministers of another government."""
        return self.named.elsewhere.search(sentence) is not None

    def _is_own(self, name: str) -> bool:
        return self.responder is not None and same_person(name, self.responder)

    def _holders(self, sentence: str) -> Iterator[Minister]:
        for match in HOLDER.finditer(sentence):
            if IN_OFFICE.search(sentence[max(0, match.start() - REACH) : match.start()]):
                continue
            tells = match["field"] or UNIQUE.fullmatch(match["role"])
            role = " ".join(match["role"].split()) if tells else None
            yield Minister(self._name(match["name"]), role, _preposition(sentence, match.start()))

    def _people(self, sentence: str) -> Iterator[Minister]:
        for pattern in (TITLED, PLACED):
            for match in pattern.finditer(sentence):
                if name := self._name(match["name"]):
                    yield Minister(name, None, _preposition(sentence, match.start("name")))

    def _name(self, found: str | None) -> str | None:
        return None if found is None or self.named.not_a_person.match(found) else written_name(found)


def _preposition(sentence: str, place: int) -> str | None:
    found = PREPOSITION.search(sentence[max(0, place - REACH) : place])
    return found["word"].lower() if found else None


def _surname_stands_in(name: str, sentence: str) -> bool:
    """Whether a minister stands in a sentence by surname alone ("minister Van den Eynde")."""
    surname = name.split(" ", 1)[-1]
    if surname.lower() not in sentence.lower():
        return False
    return re.search(rf"\b(?:minister|collega|mevrouw|heer)\s+{re.escape(surname)}\b", sentence, re.I) is not None


def same_person(one: str, other: str) -> bool:
    """Whether two names are one person's: equal, or one is the surname alone."""
    first, second = squashed(one), squashed(other)
    return first.endswith(second) or second.endswith(first)


def is_whole(name: str) -> bool:
    """Whether a name is that of a key: first name and surname, no initial."""
    parts = name.split()
    return len(parts) > 1 and "." not in parts[0]
