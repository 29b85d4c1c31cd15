"""Acts that are cited by a name: one that the table of acts knows, or a word that can only be one (`Jeugddecreet`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from transform.dutch.dates import DATE, parse_date
from transform.references.acts import (
    BESLUIT,
    DECREET,
    EU_LEGISLATION,
    LEGISLATION,
    NAMES,
    VERDRAG,
    WET,
    WETBOEK,
    WORD,
    Act,
    Name,
)
from transform.references.defaults import CitationDefaults
from transform.references.mentions import AN_BEFORE, DRAFT_BEFORE, FOREIGN_BEFORE, Mention, before_words
from transform.references.searched import PART, SearchedText, lowered

# A word that ends in the type of an act is the name of one. Matches: "Jeugddecreet", "OVAM-decreet", "Opiumwet".
NAME_ENDINGS: tuple[tuple[str, str], ...] = (
    ("wetboek", WETBOEK), ("decreet", DECREET), ("besluit", BESLUIT), ("codex", DECREET), ("wet", WET),
    ("verdrag", VERDRAG),
)  # fmt: skip
ENDINGS = tuple(ending for ending, _ in NAME_ENDINGS)
# Words with such an ending that are only a kind of act, no act, or not of a legislator.
NO_NAME = re.compile(
    r"(?:programma|wijzigings|kader|verzamel|begrotings|aanpassings|herstel|reparatie|uitvoerings|opheffings)(?:decreet|wet)"
    r"|(?:voor)?ontwerp.*|.*voorstel.*|natuurwet|(?:.*(?:raads|college|burgemeesters?|deputatie|gemeente|gunnings|toewijzings|"
    r"toekennings|subsidie|vergunnings|machtigings|delegatie|regerings|bestuurs|principe|eind|oprichtings|aanstellings|"
    r"benoemings|wijzigings|uitvoerings|overheids|schorsings|vernietigings|weigerings|omzettings|ontslag|beroeps|aanwijzings|"
    r"plannings|projectie|raam|slot))-?besluit",
    re.I,
)
# Matches: " van 3 mei 2019", ", dd. 3 mei 2019", ", gecoördineerd op 18 juli 1966".
NAME_DATE = re.compile(rf",? (?:van |dd\.? |gecoördineerd op )?(?P<date>{DATE})", re.I)
# Matches: " XXV" in "Onderwijsdecreet XXV".
NUMERAL = re.compile(r" [IVX]{1,7}\b(?!\.\w)")
# Matches: "vroegere ", "oude ".
FORMER_BEFORE = re.compile(r"(?<![\w-])(?:vroegere?|oude?|vorige?|voormalige?|toenmalige?) $", re.I)
# Matches: " 92/43/EEG" in "Habitatrichtlijn 92/43/EEG", " (EU) 2016/679".
NUMBER_BESIDE = re.compile(
    r" \(?(?:\((?:EU|EG|EEG)\) )?(?P<number>\d{1,4}/\d{1,4})(?:/(?:EU|EG|EEG|Euratom))?(?![\w/])"
)
# What may not follow a name, so that it is not a part of a longer word. Matches: "-conform", "'s".
GOES_ON = re.compile(r"[\w-]|['’]\w")
# The names in small letters: by their first word, and by the letters that this begins with (`nec` of `nec-richtlijn`).
WORDS_OF_NAMES = {first: tuple(one.lowered for one in names) for first, names in NAMES.items()}
NAMES_OF_PART: dict[str, tuple[str, ...]] = {}
for _first, _words in WORDS_OF_NAMES.items():
    if _part := PART.match(_first):
        NAMES_OF_PART[_part.group()] = (*NAMES_OF_PART.get(_part.group(), ()), *_words)
# So short a part stands in too many words to be looked for: names that begin with it are looked for whole.
SHORT_PART = 3
# Between the parts of a word; a word has so many of them behind the first at most.
JOINS_PARTS, MOST_PARTS = "’'-", 8


def find_mentions(searched: SearchedText, asked_on: date | None, defaults: CitationDefaults) -> list[Mention]:
    """Every act that is cited by its name, in order, without overlaps, whether or not it will be a row. `asked_on`: the
    date of the document, which tells acts of one name apart."""
    return _mentions(searched.text, searched.lowered, _name_words(searched), asked_on, defaults.decision)


def first_in(text: str) -> int | None:
    """Where in the heading of an act the first name of another stands that needs no article before it."""
    small = lowered(text)
    mentions = _mentions(text, small, WORD.finditer(small), None, BESLUIT)
    return next((one.start for one in mentions if one.alone), None)


def _name_words(searched: SearchedText) -> Iterator[re.Match[str]]:
    """The words of a text that a name may begin with, in order."""
    small = searched.lowered
    places: set[int] = set()
    for part in searched.words & NAMES_OF_PART.keys():
        names = NAMES_OF_PART[part]
        for string in names if len(part) < SHORT_PART else (part,):
            begun = (place for place in searched.places_of(string) if small.startswith(names, place))
            places.update(place for place in begun if not small[place - 1 : place].isalnum())
    for ending in ENDINGS:
        # The word for a type alone is no name: it is one as the end of a longer word.
        ended = (place for place in searched.places_of(ending) if not small[place + len(ending)].isalnum())
        places.update(p for p in ended if small[p - 1 : p].isalnum() or small[p - 1 : p] in JOINS_PARTS)
    end = 0
    for place in sorted(places):
        word = WORD.match(small, _word_start(small, place)) if place >= end else None
        if word is not None and word.start() >= end:
            end = word.end()
            yield word


def _word_start(text: str, place: int) -> int:
    """Where the word begins that `place` is inside: `het OVAM-decreet`, seen from `decreet`."""
    for _ in range(MOST_PARTS + 1):
        while place and text[place - 1].isalnum():
            place -= 1
        if place < 2 or text[place - 1] not in JOINS_PARTS or not text[place - 2].isalnum():
            break
        place -= 1
    return place


def _mentions(
    text: str, small: str, words: Iterable[re.Match[str]], asked_on: date | None, decision: str
) -> list[Mention]:
    """The mentions that begin with one of `words`, in order, without overlaps; `decision` is the type of a `besluit`
    whose author is not told."""
    found: list[Mention] = []
    end = 0
    for word in words:
        first, start = word.group(), word.start()
        if start < end or (first not in NAMES and not first.endswith(ENDINGS)):
            continue
        name = None
        if small.startswith(WORDS_OF_NAMES.get(first, ()), start):
            name = next((one for one in NAMES[first] if _stands_at(one, text, small, start)), None)
        mention = _known(text, start, name, asked_on) if name else _unknown(text, start, word.end(), decision)
        if mention is not None:
            end = mention.end
            found.append(mention)
    return found


def _stands_at(name: Name, text: str, small: str, start: int) -> bool:
    fits = text.startswith(name.words, start) if name.exact_case else small.startswith(name.lowered, start)
    inside = start > 0 and text[start - 1] in "-./"
    return fits and not inside and not GOES_ON.match(text, start + len(name.words))


def _known(text: str, start: int, name: Name, asked_on: date | None) -> Mention | None:
    end = start + len(name.words)
    before = before_words(text, start)
    if DRAFT_BEFORE.search(before) or AN_BEFORE.search(before):
        return None
    if FOREIGN_BEFORE.search(before):
        bearer = name.acts[0].act
        act = Act(bearer.kind, bearer.act_type, None, text[start:end])
        return Mention(start, end, act, alone=False, resolvable=False, named=True)
    dated = NAME_DATE.match(text, end)
    if dated is not None:
        end = dated.end()
    # "Het vroegere Kunstendecreet" is one that another of its name followed: which, nothing tells.
    act = name.act(parse_date(dated["date"]) if dated else None, None if FORMER_BEFORE.search(before) else asked_on)
    if act.kind == EU_LEGISLATION and (numbered := NUMBER_BESIDE.match(text, end)):
        # Name and number side by side are one citation (references.md, Columns).
        end = numbered.end() if numbered["number"] == act.number else end
    return Mention(start, end, act, alone=not name.only_after_article, named=True, takes_heading=dated is not None)


def _unknown(text: str, start: int, end: int, decision: str) -> Mention | None:
    """`Jeugddecreet`, `OVAM-decreet`: a row only with an article or a date (references.md, Rows)."""
    word = text[start:end]
    ending = next((pair for pair in NAME_ENDINGS if word.lower().endswith(pair[0])), None)
    if ending is None or len(word) < len(ending[0]) + 3 or NO_NAME.fullmatch(word):
        return None
    before = before_words(text, start)
    if DRAFT_BEFORE.search(before) or AN_BEFORE.search(before):
        return None
    numeral = NUMERAL.match(text, end)
    if numeral is not None:
        end = numeral.end()
    dated = NAME_DATE.match(text, end)
    act_type = decision if ending[1] == BESLUIT else ending[1]
    number = numeral.group().strip() if numeral else None
    act = Act(LEGISLATION, act_type, parse_date(dated["date"]) if dated else None, text[start:end], number)
    # A decision in small letters may be anyone's, whatever its date: "het toelagebesluit van 5 mei".
    alone = dated is not None and (ending[1] != BESLUIT or word[0].isupper())
    foreign = FOREIGN_BEFORE.search(before) is not None
    end = dated.end() if dated else end
    return Mention(start, end, act, alone=alone, named=True, takes_heading=dated is not None, resolvable=not foreign)
