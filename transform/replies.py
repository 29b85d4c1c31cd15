"""What kind of answer an answer is: with substance, referring to another minister, or provisional.

The rules are those of anatomy.md, Status of a question. A referral (*verwijzend antwoord*) inside a substantive
answer does not make it a referring one, so a sentence counts only where nothing of substance stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from transform.dates import DATE, parse_date
from transform.names import squashed, written_name

ANSWERED, REFERRED, PROVISIONAL, UNANSWERED = "answered", "referred", "provisional", "unanswered"

# A sentence ends before a capital, but not after a title's abbreviation ("mevr. Crevits").
SENTENCE = re.compile(r"(?<=[.?!])(?<!mevr\.)(?<!dhr\.)(?<!\bdr\.)(?<!nr\.)(?<!\bmr\.)\s+(?=[A-ZÀ-Þ“‘\"(\d-])|\n+")

# The sentences that refer. Matches: "Een gecoördineerd antwoord zal worden verstrekt door", "Ik verwijs naar het
# antwoord van", "Deze vraag wordt beantwoord door", "zie het antwoord van minister", "Ik sluit mij aan bij het
# antwoord van"; but not "mijn antwoord op".
REFERS = re.compile(
    r"(?!.*\bmijn\s+(?:\w+\s+)?antwoord\b)(?:gecoördineerde?\s+antwoord"
    r"|\bverwij(?:s|st|zen|zing)\b.{0,200}?\b(?:antwoord|minister|collega|mevrouw|heer|viceminister|beantwoord)"
    r"|\b(?:vra(?:ag|gen)|antwoord)\b.{0,80}?\b(?:beantwoord|verstrekt|gegeven|bezorgd)\b.{0,60}?\bdoor\b"
    r"|\bbeantwoord\w*\s+door\b"
    r"|^zie\b.{0,60}?\bantwoord\s+van\b"
    r"|\bsluit\w*\b.{0,40}?\baan\s+bij\b.{0,40}?\bantwoord\b)",
    re.I | re.S,
)
# What only leads to or from a referral, and says nothing on its own.
# Matches: "Ik dank u voor uw vraag.", "Zie het antwoord op vraag 1.", "Voor het antwoord op deze vraag".
WITHOUT_SUBSTANCE = re.compile(
    r"(?:ik\s+)?(?:dank|bedankt)\b.{0,80}$|(?:cf\.?|zie)\b.{0,60}$|idem\.?$|(?:de|het)?\s*antwoord:?$|"
    r"(?:mevrouw|geachte|mijnheer)\b.{0,60}$",
    re.I | re.S,
)
# The answer or its data are still to come. Matches: "De gegevens worden momenteel opgevraagd en zullen worden
# bezorgd", "Zodra de cijfers beschikbaar zijn, volgt een aanvullend antwoord".
STILL_TO_COME = re.compile(
    r"(?=.*\b(?:antwoord|gegevens|cijfers|informatie|data|overzicht|resultaten|bevraging|elementen)\b"
    r"|.*\b(?:zij|ze|deze|die|dit|dat)\b)"
    r"(?=.*\b(?:zal|zullen|zodra|volgt|volgen|later|momenteel|wordt|worden|nog|binnen\s+de)\b)"
    r".*\b(?:bezor(?:g|gd|gen)|overgemaakt|overmaken|meegedeeld|meedelen|verstrekt|nagestuurd|nagezonden|volgt|volgen|"
    r"(?:niet|onvoldoende)\s+beschikbaar|opgevraagd|verzameld|ingezameld|aangevuld|aanvullend|definitief|nageleverd|aangeleverd|afwachting)\b",
    re.I | re.S,
)
# A colleague who is named. Matches: "mevrouw Hilde Crevits", "minister Crevits", "collega Bart Somers", "de heer X".
CAPITALISED = r"[A-ZÀ-Þ][\w'’\-]+"
PARTICLE = r"(?:van|de|der|den|ten|ter|vande|'t|d'|von|le|la|du)"
PERSON = rf"{CAPITALISED}(?:\s+(?:{PARTICLE}\s+){{0,2}}{CAPITALISED}){{0,4}}"
NAMED_COLLEAGUE = re.compile(
    rf"\b(?:mevrouw|mevr\.|de\s+heer|heer|dhr\.|collega(?:-|\s+)?(?:vice)?(?:minister)?|(?:vice-?)?minister(?:-president)?|"
    rf"viceminister-president)\s+(?P<name>{PERSON})",
)
NAMED_BY = re.compile(
    rf"\b(?:door|van|aan)\s+(?P<name>{CAPITALISED}(?:\s+(?:{PARTICLE}\s+){{0,2}}{CAPITALISED}){{1,4}})"
)
NOT_A_PERSON = re.compile(r"(?:Vlaams|Vlaamse|Regering|Parlement|Minister|Agentschap|Departement|Europese)\b")
# A colleague who is named by office only. Matches: "de minister van Welzijn", "de bevoegde minister", "mijn collega".
OFFICE = re.compile(
    r"\b(?:de\s+(?:bevoegde\s+|functioneel\s+bevoegde\s+)?(?:Vlaamse?\s+)?(?:vice)?minister(?:-president)?\b|mijn\s+collega|"
    r"de\s+minister\s+van|de\s+minister\s+bevoegd|viceminister-president\s+van)",
    re.I,
)
# Matches: "vraag nr. 851", "schriftelijke vraag 851 van 25 september 2020", "(vraag nr. 12)".
CITED_NUMBER = re.compile(
    rf"\b(?:vraag|SV)\s+(?:met\s+)?(?:nummer|nr\.?)?\s*(?P<number>\d{{1,4}})\b(?:\s+van\s+(?P<date>{DATE}))?", re.I
)

# More letters than this, outside the referral, are substance.
MOST_LETTERS_BESIDE = 40


@dataclass(frozen=True, slots=True)
class Reply:
    """What kind of answer it is, and to whom it refers."""

    status: str
    referred_to: str | None = None
    referred_number: int | None = None
    referred_on: date | None = None
    """The date of the question referred to, where the answer gives it."""


def judge_reply(
    text: str, note: str | None, responder: str | None, addressees: Sequence[tuple[str, int | None]]
) -> Reply:
    """What kind of answer `text` (the whole answer, without notes and labels) is.

    `note`: the note in the answer header; `addressees`: everybody the question was put to, with numbers.
    """
    if not any(letter.isalnum() for letter in text):
        return Reply(UNANSWERED)
    sentences = [one.strip() for one in SENTENCE.split(text) if one.strip()]
    referring = [one for one in sentences if REFERS.search(one) and _names_another(one, responder)]
    beside = [one for one in sentences if one not in referring and not WITHOUT_SUBSTANCE.match(one)]
    if referring and _letters(beside) <= MOST_LETTERS_BESIDE:
        return _referral(referring, responder, addressees)
    if note and "VOORLOPIG" in note.upper():
        return Reply(PROVISIONAL)
    substance = [one for one in beside if not STILL_TO_COME.match(one)]
    if len(substance) < len(beside) and _letters(substance) <= MOST_LETTERS_BESIDE and not referring:
        return Reply(PROVISIONAL)
    return Reply(ANSWERED)


def _letters(sentences: Sequence[str]) -> int:
    """How much sentences say: their letters; a figure says something, however short its sentence."""
    if any(letter.isdigit() for one in sentences for letter in one):
        return MOST_LETTERS_BESIDE + 1
    return sum(letter.isalpha() for one in sentences for letter in one)


def _persons(sentence: str) -> list[str]:
    found = [match["name"] for match in NAMED_COLLEAGUE.finditer(sentence)]
    found += [match["name"] for match in NAMED_BY.finditer(sentence)]
    return [written_name(name) for name in found if not NOT_A_PERSON.match(name)]


def _same_person(one: str, other: str) -> bool:
    """Whether two names are one person's: equal, or one is the surname alone."""
    first, second = squashed(one), squashed(other)
    return first.endswith(second) or second.endswith(first)


def _names_another(sentence: str, responder: str | None) -> bool:
    """Whether a sentence names another minister, by name or by office."""
    persons = _persons(sentence)
    if persons:
        return any(responder is None or not _same_person(person, responder) for person in persons)
    return OFFICE.search(sentence) is not None


def _referral(referring: Sequence[str], responder: str | None, addressees: Sequence[tuple[str, int | None]]) -> Reply:
    persons = [
        person
        for one in referring
        for person in _persons(one)
        if responder is None or not _same_person(person, responder)
    ]
    name, number, day = (persons[0] if persons else None), None, None
    for person in persons:
        known = next((one for one in addressees if _same_person(one[0], person)), None)
        if known is not None:
            name, number = known
            break
    cited = next((match for one in referring if (match := CITED_NUMBER.search(one))), None)
    if cited is not None:
        number = int(cited["number"])
        day = parse_date(cited["date"]) if cited["date"] else None
        name = name or next((minister for minister, copy in addressees if copy == number), None)
    return Reply(REFERRED, name, number, day)
