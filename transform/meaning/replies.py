"""What a sentence of an answer does: hand the question over, tell who is competent, promise; its words are data
(`replies.toml`). Whom it names is for `ministers` to say."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

_WORDS: dict[str, dict[str, Any]] = tomllib.loads(
    files("transform.meaning").joinpath("replies.toml").read_text("utf-8")
)
_NOUNS: dict[str, str] = {name.upper(): _WORDS["competence"][name] for name in ("noun", "field")}


def words_of(room: str, *names: str) -> str:
    """Source of a pattern for what stands under some names of a room of `replies.toml`, one as good as the other."""
    source = "|".join(_WORDS[room][name] for name in names)
    for noun, words in _NOUNS.items():
        source = source.replace(noun, words)
    return f"(?:{source})"


def _pattern(room: str, *names: str) -> re.Pattern[str]:
    return re.compile(words_of(room, *names), re.I | re.S)


REFERRING_STEMS: tuple[str, ...] = tuple(_WORDS["stems"]["referring"])
"""In every sentence that hands over, in small letters."""
PROMISING_STEMS: tuple[str, ...] = tuple(_WORDS["stems"]["promising"])
"""In every promise, in small letters."""
SUBJECTS: frozenset[str] = frozenset(_WORDS["competence"]["subjects"])

# Another gives the answer. Matches: "gecoördineerd antwoord" in "Een gecoördineerd antwoord zal worden verstrekt",
# "beantwoord" in "Deze vraag wordt beantwoord", "zie het antwoord", "sluit mij aan bij het antwoord".
ANSWERED_BY = _pattern("answers", "given", "joined")
# Matches: "verwijs" in "Ik verwijs naar", "doorverwezen".
REFERS = _pattern("answers", "refers")
# Matches: "verwijs naar het gecoördineerde antwoord".
TO_COORDINATED = _pattern("answers", "to_coordinated")
# The minister's own answer. Matches: "mijn antwoord" in "mijn antwoord op", "ons eerder antwoord", "antwoord dat ik".
OWN = _pattern("answers", "own")
# Another part of this answer. Matches: "mijn antwoord op vraag 1".
OF_THIS_DOCUMENT = _pattern("answers", "of_this_document")
# Who is competent. Matches: "valt onder de bevoegdheid", "is hiervoor bevoegd", "ressorteert onder".
COMPETENT = _pattern("competence", "belongs", "falls_to", "competent", "lies_with")
# Matches: "niet onder mijn bevoegdheid", "niet tot de bevoegdheid van de minister van Wonen ".
NOT_MINE = _pattern("competence", "not_mine")
# Matches: "maar tot" in ", maar tot die van".
BUT = _pattern("competence", "but")
# Matches: "besluit dat onder".
RELATIVE = _pattern("competence", "relative")
# Matches: "vraag", "vragen".
A_QUESTION = _pattern("sending", "what")
# Matches: "toegezonden", "stellen" in "te stellen", "maak de vraag over".
SENDS = _pattern("sending", "verbs")
# Matches: "liet mij" in "De minister liet mij weten", "blijkt".
RELAYS = _pattern("sending", "relays")
# What says nothing next to somebody to whom the question goes.
# Matches: "verwijs u dan ook naar hem", "hem te richten", "kan ik deze vraag niet beantwoorden", "Uw vraag betreft".
BESIDE_REFERRAL = _pattern("beside", "onwards", "to_them", "unable", "about", "another_level")
# What only leads to or from a referral, and says nothing on its own.
# Matches: "Ik dank u voor uw vraag.", "Zie het antwoord op vraag 1.", "Idem.", "Antwoord:".
WITHOUT_SUBSTANCE = _pattern("without_substance", "words")
# Matches: "Neen" in "Neen, dat is niet gebeurd.".
SHORT_ANSWER = _pattern("without_substance", "answers")
# A promise to the member. Matches: "De gegevens zullen u worden bezorgd", "U ontvangt later een aanvullend antwoord",
# "zal deze vraag beantwoorden zodra", "Het definitieve antwoord volgt".
PROMISES = re.compile(
    rf"(?!.*{words_of('promises', 'refused')})(?=.*\b{words_of('promises', 'expected')}\b)"
    rf".*{words_of('promises', 'will_be', 'available', 'i_send', 'later', 'you_get', 'further')}",
    re.I | re.S,
)
# Why it is not here yet; next to a promise this says nothing. Matches: "De cijfers werden opgevraagd", "nog niet
# beschikbaar", "Het was niet mogelijk om tijdig", "De bevraging loopt nog", "in afwachting van".
NOT_YET = _pattern("promises", "not_yet")


def tells_competence(sentence: str) -> bool:
    """Whether a sentence says to whom something falls: not one that says so of a word in passing (`een besluit dat
    onder de bevoegdheid van de minister valt, bepaalt …`)."""
    passing = RELATIVE.search(sentence)
    if passing is not None and passing["head"].lower() not in SUBJECTS:
        return False
    return COMPETENT.search(sentence) is not None


def without_denial(sentence: str) -> str | None:
    """A sentence without what it says this minister is not competent for; None where it says nothing of that kind, and
    an empty text where it does not say who is."""
    denied = NOT_MINE.search(sentence)
    if denied is None:
        return None
    rest = f"{sentence[: denied.start()]} {sentence[denied.end() :]}"
    return rest if BUT.search(rest) or tells_competence(rest) else ""
