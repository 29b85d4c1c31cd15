"""What kind of answer an answer is: with substance, referring to another minister, or provisional.

The rules are those of anatomy.md, Status of a question. A referral (*verwijzend antwoord*) inside a substantive
answer does not make it a referring one, so a sentence counts only where nothing of substance stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

import regex

from records import QuestionStatus
from transform.dutch.dates import DATE, parse_date
from transform.dutch.names import squashed, written_name
from transform.references.defaults import CitationDefaults

# The sign that a sentence ends with, before a capital; not the full stop of a title ("mevr. Maesen"). Or a line's end.
# Matches: ". " in "Dat is zo. Ook dit.", "\n".
SENTENCE = regex.compile(r"[.?!](?<!mevr\.)(?<!dhr\.)(?<!\bdr\.)(?<!nr\.)(?<!\bmr\.)\s+(?=[\p{Lu}“‘\"(\d-])|\n+")

# In every sentence that refers, in small letters.
REFERRING_WORDS = ("antwoord", "verwij")
# The words that a sentence refers with, next to another minister. Matches: "Een gecoördineerd antwoord zal worden
# verstrekt", "Ik verwijs naar", "Deze vraag wordt beantwoord", "zie het antwoord", "sluit mij aan bij het antwoord".
REFERS = re.compile(
    r"gecoördineerde?\s+antwoord|coördin\w+\b.{0,60}?\bantwoord|antwoord\b.{0,60}?\bgecoördineerd"
    r"|\bverwij(?:s|st|zen|zing)\b|\bbeantwoord\w*|\bantwoord\b.{0,60}?\b(?:verstrekt|gegeven|bezorgd)\b"
    r"|\bsluit\w*\b.{0,40}?\baan\s+bij\b.{0,40}?\bantwoord\b|^zie\b.{0,60}?\bantwoord\b",
    re.I | re.S,
)
# What it refers to is an answer. Matches: "antwoord", "beantwoord", "verwijs ik naar mevrouw".
TO_AN_ANSWER = re.compile(
    r"antwoord|\bverwij\w+\b.{0,40}?\bnaar\s+(?:mijn|mevrouw|de\s+heer|collega|minister)", re.I | re.S
)
# The minister's own earlier answer is an answer. Matches: "mijn antwoord op", "ons eerder antwoord".
OWN_ANSWER = re.compile(r"\b(?:mijn|ons|onze)\s+(?:\w+\s+)?antwoord", re.I)
# Matches: "Zij zal deze vraag beantwoorden", "Hij verstrekt het gecoördineerde antwoord".
PRONOUN_ANSWERS = re.compile(r"(?:zij|hij|deze)\b.{0,80}?\b(?:antwoord|beantwoord)", re.I | re.S)
# What only leads to or from a referral, and says nothing on its own.
# Matches: "Ik dank u voor uw vraag.", "Zie het antwoord op vraag 1.", "Idem.", "Antwoord:".
WITHOUT_SUBSTANCE = re.compile(
    r"(?:ik\s+)?(?:dank|bedankt)\b.{0,80}$|(?:cf\.?|zie)\b.{0,60}$|idem\.?$|(?:de|het)?\s*antwoord:?$|"
    r"(?:mevrouw|geachte|mijnheer)\b.{0,60}$",
    re.I | re.S,
)
# What is still to come. Matches: "antwoord", "gegevens", and what stands for them in the next sentence: "ze", "deze".
EXPECTED = (
    r"(?:antwoord|gegevens|cijfers|cijfermateriaal|informatie|data|overzicht|resultaten|elementen|lijst|"
    r"zij|ze|deze|die|dit)"
)
# In every promise, in small letters.
PROMISING_WORDS = (
    *("bezorg", "overma", "overgemaakt", "meegede", "meedelen", "nagest", "nagezonden", "nasturen", "nageleverd"),
    *("verstrek", "aangevuld", "aanvullen", "beantwoord", "volg", "ontvang"),
)
# A promise to the member. Matches: "De gegevens zullen u worden bezorgd", "U ontvangt later een aanvullend antwoord",
# "zal deze vraag beantwoorden zodra", "Het definitieve antwoord volgt".
PROMISES = re.compile(
    rf"(?!.*\b(?:niet|geen)\b.{{0,30}}\b(?:bezorg|overma|overgemaakt|verstrekt|meegedeeld|volg))(?=.*\b{EXPECTED}\b)"
    r".*(?:\b(?:zal|zullen|word(?:t|en)|kan|kunnen)\b.{0,120}?\b(?:bezorg|overma(?:ak|ken)|overgemaakt|meegede|meedelen|"
    r"nagestuurd|nagezonden|nasturen|nageleverd|nagestuur|verstrek|aangevuld|aanvullen|beantwoord\w*\s+zodra|volgen)"
    r"|\bbezorg\w*\s+(?:ik\s+)?(?:u|ze|het)\b.{0,60}\b(?:zodra|later|spoedig|snel)"
    r"|\b(?:zodra|later|spoedig|nog)\b.{0,80}?\b(?:volgt|volgen|bezorg\w*|overgemaakt|ontvangt)"
    r"|\bontvang(?:t|en)\b.{0,80}?\b(?:antwoord|zodra|later|binnenkort)|\bvolgt\b.{0,40}?\b(?:zodra|later|nog)"
    r"|\b(?:aanvullend|definitie[fv]|volledig|bijkomend)e?\s+antwoord\b.{0,40}?\b(?:volgt|volgen)"
    r"|\b(?:volgt|volgen)\b.{0,60}?\b(?:aanvullend|definitie[fv]|volledig|bijkomend)e?\s+antwoord)",
    re.I | re.S,
)
# Why it is not here yet; next to a promise this says nothing. Matches: "De cijfers werden opgevraagd", "nog niet
# beschikbaar", "Het was niet mogelijk om tijdig", "De bevraging loopt nog", "in afwachting van".
NOT_YET = re.compile(
    r"\b(?:opgevraagd|opgevraag|verzameld|ingezameld|verwerkt|bevraagd|bevraging|afwachting|(?:niet|onvoldoende)\s+"
    r"(?:\w+\s+){0,2}(?:beschikbaar|mogelijk|haalbaar|tijdig)|(?:niet|meer)\s+.{0,40}?\b(?:termijn|tijd)|tijdrovend|"
    r"meer\s+tijd)\b",
    re.I | re.S,
)
# A colleague who is named with a title. Matches: "mevrouw Greet Maesen", "minister Maesen", "collega, Koen Lammens".
CAPITALISED = r"\p{Lu}[\w'’\-]+"
PARTICLE = r"(?:van|de|der|den|ten|ter|vande|'t|d'|von|le|la|du)"
PERSON = rf"{CAPITALISED}(?:\s+(?:{PARTICLE}\s+){{0,2}}{CAPITALISED}){{0,4}}"
NAMED_COLLEAGUE = regex.compile(
    rf"\b(?:mevrouw|mevr\.|heer|dhr\.|collega(?:-|\s+)?(?:vice)?(?:minister)?|(?:vice-?)?minister(?:-president)?)"
    rf",?\s+(?P<name>{PERSON})"
)
# A name of two words or more after a preposition, or before or after a title. Matches: "door Joris Wolfaert",
# ", Leen Aerts", "Koen Lammens, minister".
NAMED_BY = regex.compile(
    rf"(?:\b(?:door|van|aan|bij)\s+|,\s+|^)(?P<name>{CAPITALISED}(?:\s+(?:{PARTICLE}\s+){{0,2}}{CAPITALISED}){{1,4}})"
)
# The member who asked another question. Matches: "uw collega", "volksvertegenwoordiger", "vraagsteller".
MEMBER = re.compile(r"\b(?:uw\s+collega|volksvertegenwoordiger|vraagsteller|parlementslid)\b[^,;]{0,60}", re.I)


class Offices(NamedTuple):
    """How the documents of one parliament name ministers and members by their offices."""

    # Where a name could begin, and an institution or a sentence does. Matches: "Regering", "Departement", "Deze".
    not_a_person: re.Pattern[str]
    # After the number of a question, a name without an office is the member's. Matches: "vraag nr. 123 van 4 mei 2020
    # van de heer Jan Claes", "vraag nr. 88 van An Maes".
    asked_by: regex.Pattern[str]
    # A colleague who is named by office only. Matches: "de minister van Welzijn", "de bevoegde minister",
    # "mijn collega".
    office: re.Pattern[str]


@cache
def offices(defaults: CitationDefaults) -> Offices:
    """The patterns for the documents of one parliament."""
    return Offices(
        re.compile(
            rf"(?:{defaults.adjective}|Regering|Parlement|Minister|Agentschap|Departement|Europese|Een|Het|De|Ik|Deze|"
            r"Voor)\b"
        ),
        regex.compile(
            rf"\b(?:vraag|SV)\s+(?:nummer|nr\.?)?\s*\d{{1,4}}\b(?:\s+van\s+{DATE})?\s+van\s+"
            rf"(?:(?:mevrouw|de\s+heer|collega)\s+)?(?P<name>{PERSON})"
            rf"(?!,?\s+(?:{defaults.title}|viceminister|minister))"
        ),
        re.compile(
            rf"\b(?:de\s+(?:functioneel\s+)?(?:bevoegde\s+)?(?:{defaults.adjective}\s+)?"
            r"(?:vice)?minister(?:-president)?\b|mijn\s+collega|viceminister-president\s+van)",
            re.I,
        ),
    )


# Matches: "vraag nr. 214", "schriftelijke vraag 214 van 24 september 2021", "(vraag nr. 12)".
CITED_NUMBER = re.compile(
    rf"\b(?:vraag|SV)\s+(?:met\s+)?(?:nummer|nr\.?)?\s*(?P<number>\d{{1,4}})\b(?:\s+van\s+(?P<date>{DATE}))?", re.I
)

# More letters than this, in a part that refers or promises, are substance of their own.
MOST_LETTERS_BESIDE = 40
# No question is put to more ministers; a hostile notice might name them.
MOST_ADDRESSEES = 50

Addressees = Sequence[tuple[str, int | None]]


@dataclass(frozen=True, slots=True)
class Reply:
    """What kind of answer it is, and to whom it refers."""

    status: str
    referred_to: str | None = None
    referred_number: int | None = None
    referred_on: date | None = None
    """The date of the question referred to, where the answer gives it."""


@dataclass(slots=True)
class _Referral:
    """A sentence that refers to another minister, whose name and number it may give."""

    sentence: str
    name: str | None
    number: int | None


def judge_reply(
    parts: Sequence[str],
    is_provisional: bool,
    responder: str | None,
    addressees: Addressees,
    defaults: CitationDefaults,
) -> Reply:
    """What kind of answer the `parts` of an answer (their texts, without labels and notes) make.

    `is_provisional`: the answer header says so; `addressees`: everybody the question was put to, with numbers;
    `defaults`: what goes without saying in the documents of its parliament.
    """
    if not any(any(map(str.isalnum, text)) for text in parts):
        return Reply(QuestionStatus.UNANSWERED)
    judge = _Judge(parts, responder, addressees, offices(defaults))
    substantive = any(judge.has_substance(text) for text in parts)
    if judge.referrals and not substantive:
        return _reply_of(judge.referrals)
    if is_provisional or (judge.promised and not substantive):
        return Reply(QuestionStatus.PROVISIONAL)
    return Reply(QuestionStatus.ANSWERED)


class _Judge:
    """Tells of each part of one answer whether it has substance; keeps the referrals that it meets."""

    def __init__(self, parts: Sequence[str], responder: str | None, addressees: Addressees, named: Offices) -> None:
        self.responder, self.addressees, self.offices = responder, addressees, named
        self.referrals: list[_Referral] = []
        whole = "\n".join(parts).lower()
        self.promising = [word for word in PROMISING_WORDS if word in whole]
        self.promised = bool(self.promising) and any(self._any_promise(text) for text in parts)
        self.telling = (*REFERRING_WORDS, *self.promising)

    def has_substance(self, text: str) -> bool:
        """Whether a part says something, besides referring to another minister or promising."""
        small = text.lower()
        beside = (one for one in _sentences(text) if not WITHOUT_SUBSTANCE.match(one))
        if not self.promised and not any(word in small for word in self.telling):
            return _says_more_than(0, beside)
        others, kept = False, []
        for one in _sentences(text):
            if referral := self._referral_in(one):
                self.referrals.append(referral)
                others = True
            elif self._promises(one) or (self.promised and NOT_YET.search(one)):
                others = True
            elif not WITHOUT_SUBSTANCE.match(one):
                kept.append(one)
        # Any word says something in a part of its own ("Neen."); beside a referral or a promise a few say nothing.
        return _says_more_than(MOST_LETTERS_BESIDE if others else 0, kept)

    def _any_promise(self, text: str) -> bool:
        return self._holds_promising_word(text) and any(self._promises(one) for one in _sentences(text))

    def _holds_promising_word(self, text: str) -> bool:
        small = text.lower()
        return any(word in small for word in self.promising)

    def _promises(self, sentence: str) -> bool:
        return self._holds_promising_word(sentence) and PROMISES.match(sentence) is not None

    @cached_property
    def _others(self) -> Addressees:
        """The ministers that the question was put to besides the one who answers."""
        responder = self.responder
        listed = self.addressees[:MOST_ADDRESSEES]
        return [one for one in listed if responder is None or not _same_person(one[0], responder)]

    def _referral_in(self, sentence: str) -> _Referral | None:
        """Whom a sentence refers to: the other minister, by name, by number or by office; None where nobody."""
        small = sentence.lower()
        if not any(word in small for word in REFERRING_WORDS):
            return None
        if not REFERS.search(sentence) or not TO_AN_ANSWER.search(sentence) or OWN_ANSWER.search(sentence):
            return None
        letters = squashed(sentence)
        for name, number in self._others:
            if squashed(name) in letters or _surname_stands_in(name, sentence):
                return _Referral(sentence, name, number)
        cited = CITED_NUMBER.search(sentence)
        if cited is not None:
            copy = next((one for one in self._others if one[1] == int(cited["number"])), None)
            if copy is not None:
                return _Referral(sentence, *copy)
        for person in _ministers_in(sentence, self.offices):
            if self.responder is None or not _same_person(person, self.responder):
                return _Referral(sentence, person, None)
            return None
        return _Referral(sentence, None, None) if self.offices.office.search(sentence) else None


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text, one that answers for the minister just named together with the one that names her."""
    together: list[str] = []
    for one in _single_sentences(text):
        if together and PRONOUN_ANSWERS.match(one):
            together.append(one.strip())
        elif one.strip():
            if together:
                yield " ".join(together)
            together = [one.strip()]
    if together:
        yield " ".join(together)


def _single_sentences(text: str) -> Iterator[str]:
    at = 0
    for found in SENTENCE.finditer(text):
        sign = found.group()[0] != "\n"
        yield text[at : found.start() + sign]
        at = found.end()
    yield text[at:]


def _says_more_than(most: int, sentences: Iterable[str]) -> bool:
    """Whether sentences hold a figure, or more letters than `most`."""
    letters = 0
    for one in sentences:
        letters += sum(map(str.isalpha, one))
        if letters > most or any(map(str.isdigit, one)):
            return True
    return False


def _surname_stands_in(name: str, sentence: str) -> bool:
    """Whether a minister stands in a sentence by surname alone ("minister Van den Eynde")."""
    surname = name.split(" ", 1)[-1]
    if surname.lower() not in sentence.lower():
        return False
    return re.search(rf"\b(?:minister|collega|mevrouw|heer)\s+{re.escape(surname)}\b", sentence, re.I) is not None


def _ministers_in(sentence: str, named: Offices) -> list[str]:
    """The people a sentence names, members of parliament left out."""
    members = {squashed(match["name"]) for match in named.asked_by.finditer(sentence)}
    without_members = MEMBER.sub(" ", sentence)
    found = [match["name"] for match in NAMED_COLLEAGUE.finditer(without_members)]
    found += [match["name"] for match in NAMED_BY.finditer(without_members)]
    names = [written_name(name) for name in found if not named.not_a_person.match(name)]
    return [name for name in names if squashed(name) not in members]


def _same_person(one: str, other: str) -> bool:
    """Whether two names are one person's: equal, or one is the surname alone."""
    first, second = squashed(one), squashed(other)
    return first.endswith(second) or second.endswith(first)


def _reply_of(referrals: Sequence[_Referral]) -> Reply:
    """The referring answer that several referring sentences make."""
    named = next((one for one in referrals if one.name is not None), referrals[0])
    number, day = named.number, None
    cited = next((match for one in referrals if (match := CITED_NUMBER.search(one.sentence))), None)
    if cited is not None:
        number = int(cited["number"])
        day = parse_date(cited["date"]) if cited["date"] else None
    return Reply(QuestionStatus.REFERRED, named.name, number, day)
