"""Mentions of acts of the European Union: `Verordening (EU) 2016/679`, `richtlijn 2014/24/EU`, `die richtlijn`.

Acts that are cited by name (`AVG`, `Habitatrichtlijn`) are found in `transform.references.named_acts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from transform.dutch.dates import DATE, full_year, parse_date
from transform.references.acts import (
    AANBEVELING,
    BESCHIKKING,
    BESLUIT,
    EU_LEGISLATION,
    KADERBESLUIT,
    RICHTLIJN,
    VERORDENING,
    Act,
    celex,
    eu_act,
)
from transform.references.mentions import AN_BEFORE, DRAFT_BEFORE, POINTS_BACK_BEFORE, Mention, before_words
from transform.references.searched import Beginnings, SearchedText

TYPES = {
    "verordening": VERORDENING, "richtlijn": RICHTLIJN, "besluit": BESLUIT, "beschikking": BESCHIKKING,
    "aanbeveling": AANBEVELING, "kaderbesluit": KADERBESLUIT,
}  # fmt: skip
# Delegated and implementing acts are folded in (references.md, Columns).
# Matches: "Verordening", "uitvoeringsverordening", "gedelegeerde verordening", "EU-richtlijn", "richtlijnen".
HEAD = re.compile(
    r"(?<![\w.-])(?:(?P<derived>gedelegeerde |uitvoerings)|(?P<of>EU|EG|EEG)-)?"
    r"(?P<type>verordening|richtlijn|kaderbesluit|besluit|beschikking|aanbeveling)(?P<plural>en)?(?![\w-])",
    re.I,
)
HEAD_WORDS = Beginnings(
    "gedelegeerde",
    *("eu-", "eg-", "eeg-"),
    *(f"{before}{word}{end}" for word in TYPES for before in ("", "uitvoerings") for end in ("", "en")),
)
UNION = r"(?:EU|EG|EEG|EGKS|Euratom|GBVB|JBZ|EU, Euratom|EG, Euratom)"
BY_UNION = (
    r"(?: van (?:het Europees Parlement en (?:van )?de Raad|de Raad|de (?:Europese )?Commissie|de Europese Unie))"
)
BY_WHOM = f"{BY_UNION}?"
# Who made it, behind a number that has no other mark of the Union. Matches: " van de Raad van 22 september 2015".
MADE_BY_UNION = re.compile(rf"{BY_UNION} van {DATE}", re.I)
# Matches: " (EU) 2016/679", " 2014/24/EU", " (EG) nr. 1907/2006", " nr. 1313/2013/EU", " van de Raad 92/43/EEG".
NUMBER = (
    rf"(?:(?:nr\.? ?)?\(?(?P<union>{UNION})\)? ?)?(?P<nr>nr\.? ?)?(?P<first>\d{{1,4}})/(?P<second>\d{{1,4}})"
    rf"(?:/(?P<suffix>{UNION}|CE|UE))?(?![\w/]|\.\d)"
)
NUMBERED = re.compile(rf"{BY_WHOM} {NUMBER}", re.I)
NEXT_NUMBER = re.compile(rf"(?:, ?| en |, en | of )(?P<whole>{NUMBER})", re.I)
# Matches: " van het Europees Parlement en de Raad van 27 april 2016", " van 21 mei 1992".
DATED = re.compile(rf"{BY_WHOM},? (?:van |d\.?d\. ?)(?P<date>{DATE})", re.I)
# The European Union numbers its regulations by year first since this year, before by serial number first.
YEAR_FIRST_SINCE = 2015
FIRST_YEAR, LAST_YEAR = 1952, 2050
# The year before which no act has the mark "(EU)".
NO_UNION = 2009


def find_mentions(searched: SearchedText) -> list[Mention]:
    """Every act of the European Union that is mentioned by its type, in order, without overlaps, whether or not it will
    be a row."""
    return [mention for head in searched.matches(HEAD, HEAD_WORDS) for mention in _mentions_at(searched.text, head)]


def _mentions_at(text: str, head: re.Match[str]) -> Iterator[Mention]:
    act_type = TYPES[head["type"].lower()]
    before = before_words(text, head.start())
    found = NUMBERED.match(text, head.end())
    if found is None:
        # `besluit` without a number is Belgian, and a bare `aanbeveling` or `beschikking` mostly none of the Union.
        if act_type in (VERORDENING, RICHTLIJN, KADERBESLUIT) and not head["plural"] and not AN_BEFORE.search(before):
            alone = POINTS_BACK_BEFORE.search(before) is not None
            yield Mention(
                head.start(), head.end(), None, alone=alone, points_back_to=frozenset({act_type}),
                kind=EU_LEGISLATION, default_type=act_type,
            )  # fmt: skip
        return
    if DRAFT_BEFORE.search(before):
        return
    start = head.start()
    while found is not None:
        act = _act(found, act_type, bool(head["derived"] or head["of"] or MADE_BY_UNION.match(text, found.end())))
        if act is None:
            return
        end = found.end()
        if dated := DATED.match(text, end):
            end = dated.end()
            act = replace(act, act_date=parse_date(dated["date"]))
        yield Mention(start, end, act, kind=EU_LEGISLATION, takes_heading=True)
        found = NEXT_NUMBER.match(text, end) if head["plural"] else None
        if found is not None:
            start = found.start("whole")


def _year_and_serial(found: re.Match[str], act_type: str) -> tuple[int, int] | None:
    """Year and serial number; None where the two numbers cannot be those of an act of the Union."""
    first, second = found["first"], found["second"]
    union = found["union"] or found["suffix"] or ""
    # "nr." stands rightly before a serial number only, and wrongly before a year: "(EU) nr. 2016/679".
    old = bool(found["nr"]) and _is_year(second, NO_UNION if union.upper() == "EU" else FIRST_YEAR, YEAR_FIRST_SINCE)
    if act_type == VERORDENING:
        year_first = len(first) == 4 and _is_year(first, YEAR_FIRST_SINCE, LAST_YEAR) and not old
    else:
        # Directives have always been numbered by year first.
        year_first = not (old and len(second) == 4) or (
            act_type == RICHTLIJN and _is_year(first, FIRST_YEAR, LAST_YEAR)
        )
    year, serial = (first, second) if year_first else (second, first)
    return (full_year(year), int(serial)) if _is_year(year, FIRST_YEAR, LAST_YEAR) else None


def _is_year(digits: str, first: int, before: int) -> bool:
    """Whether `digits` write a year from `first` on and before `before`."""
    return len(digits) in (2, 4) and first <= full_year(digits) < before


def _act(found: re.Match[str], act_type: str, of_union: bool) -> Act | None:
    marked = bool(found["union"] or found["suffix"] or of_union)
    if act_type not in (VERORDENING, RICHTLIJN) and not marked:
        return None
    year_and_serial = _year_and_serial(found, act_type)
    if year_and_serial is None:
        return None
    identifier = celex(act_type, *year_and_serial)
    number = f"{found['first']}/{found['second']}"
    known = eu_act(identifier)
    return replace(known, number=number) if known else Act(EU_LEGISLATION, act_type, None, None, number, identifier)
