"""Acts that are cited by a name: one that the table of acts knows, or a word that can only be one (`Jeugddecreet`)."""

from __future__ import annotations

import re
from datetime import date

from transform.dutch.dates import DATE, parse_date
from transform.references.acts import BVR, DECREET, EU_LEGISLATION, LEGISLATION, NAMES, WET, WETBOEK, WORD, Act, Name
from transform.references.mentions import AN_BEFORE, DRAFT_BEFORE, FOREIGN_BEFORE, Mention, before_words

# A word that ends in the type of an act is the name of one. Matches: "Jeugddecreet", "OVAM-decreet", "Opiumwet".
NAME_ENDINGS: tuple[tuple[str, str], ...] = (
    ("wetboek", WETBOEK), ("decreet", DECREET), ("besluit", BVR), ("codex", DECREET), ("wet", WET),
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
NUMERAL = re.compile(r" [IVX]{1,7}\b(?!\.)")
# Matches: "vroegere ", "oude ".
FORMER_BEFORE = re.compile(r"(?<![\w-])(?:vroegere?|oude?|vorige?|voormalige?|toenmalige?) $", re.I)
# Matches: " 92/43/EEG" in "Habitatrichtlijn 92/43/EEG", " (EU) 2016/679".
NUMBER_BESIDE = re.compile(
    r" \(?(?:\((?:EU|EG|EEG)\) )?(?P<number>\d{1,4}/\d{1,4})(?:/(?:EU|EG|EEG|Euratom))?(?![\w/])"
)
# What may not follow a name, so that it is not a part of a longer word. Matches: "-conform", "'s".
GOES_ON = re.compile(r"[\w-]|['’]\w")


def find_mentions(text: str, lowered: str, asked_on: date | None = None) -> list[Mention]:
    """Every act in `text` that is cited by its name, in order, without overlaps, whether or not it will be a row.
    `lowered` is `text` in small letters, of the same length; `asked_on` the date of the document, which tells acts of
    one name apart. Offsets into `text`, end exclusive."""
    found: list[Mention] = []
    end = 0
    for word in WORD.finditer(lowered):
        first = word.group()
        start = word.start()
        if start < end or (first not in NAMES and not first.endswith(ENDINGS)):
            continue
        name = next((one for one in NAMES.get(first, ()) if _stands_at(one, text, lowered, start)), None)
        mention = _known(text, start, name, asked_on) if name else _unknown(text, start, word.end())
        if mention is not None:
            end = mention.end
            found.append(mention)
    return found


def _stands_at(name: Name, text: str, lowered: str, start: int) -> bool:
    end = start + len(name.words)
    fits = text.startswith(name.words, start) if name.exact_case else lowered.startswith(name.words.lower(), start)
    inside = start > 0 and text[start - 1] in "-./"
    return fits and not inside and not GOES_ON.match(text, end)


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


def _unknown(text: str, start: int, end: int) -> Mention | None:
    """`Jeugddecreet`, `OVAM-decreet`: a row only with an article or a date (references.md, Rows)."""
    word = text[start:end]
    ending = next((pair for pair in NAME_ENDINGS if word.lower().endswith(pair[0])), None)
    if ending is None or len(word) < len(ending[0]) + 3 or NO_NAME.fullmatch(word):
        return None
    before = before_words(text, start)
    if DRAFT_BEFORE.search(before) or AN_BEFORE.search(before):
        return None
    if numeral := NUMERAL.match(text, end):
        end = numeral.end()
    dated = NAME_DATE.match(text, end)
    act = Act(LEGISLATION, ending[1], parse_date(dated["date"]) if dated else None, text[start:end])
    # A decision in small letters may be anyone's, whatever its date: "het toelagebesluit van 5 mei".
    alone = dated is not None and (ending[1] != BVR or word[0].isupper())
    foreign = FOREIGN_BEFORE.search(before) is not None
    end = dated.end() if dated else end
    return Mention(start, end, act, alone=alone, named=True, takes_heading=dated is not None, resolvable=not foreign)
