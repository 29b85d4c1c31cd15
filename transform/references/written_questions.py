"""Other written questions: `schriftelijke vraag nr. 123 van 4 mei 2020`, `vraag nr. 31 (2019-2020)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

import regex

from records import Reference
from transform.dutch.dates import DATE, parse_date
from transform.dutch.names import key_part
from transform.references.defaults import CitationDefaults
from transform.references.letters import CAPITAL
from transform.references.parliamentary_documents import IN_PRINT, SESSION, written_session
from transform.references.searched import Beginnings, SearchedText
from transform.references.words import TITLES_OF_PEOPLE

KIND = "written_question"
WRITTEN_WORDS = Beginnings("schriftelijke", "parlementaire", "eerdere", "sv")
PLAIN_WORDS = Beginnings("vraag", "vragen", "parlementaire")

NR = r"(?:(?:met )?(?:nr\.?|nrs\.|nummers?) ?)"
NUMBER = r"\d{1,4}(?![\w%]|[.,/]\d)"
# Two or more words that begin with a capital; small words of names between them.
NAME = r"\p{Lu}[\w’'-]+(?: (?:(?:van|de|den|der|ter|ten|du|la|el) ){0,3}\p{Lu}[\w’'-]+){1,3}"
# Who asked or answers, beside a date or a session in parentheses. Matches: "Van den Driessche", "minister Jan Peeters".
WHO = (
    rf"(?:(?:door|van|aan|de|den|der|het|{TITLES_OF_PEOPLE}) ){{0,4}}"
    rf"{CAPITAL}[\w.’'-]*(?: (?:(?:van|de|den|der|ter|ten|du|la|el) ){{0,3}}{CAPITAL}[\w.’'-]*){{0,4}}"
)
OPEN = rf"(?:(?P<open>\()(?:{WHO}(?:[,;:]| [-–])? )?)?"
CLOSE = rf"(?(open)(?:, {WHO})?\))"
# What tells which number it is. Matches: " van 4 mei 2020", " (Van den Driessche, 2 april 2025)".
OF_DATE = re.compile(rf",? ?{OPEN}(?:d\.?d\. |van |gesteld op |ingediend op |op )?(?P<date>{DATE}){CLOSE}")
# Matches: " (2019-2020)", " uit de zitting 2013-14", " (An Claes, 2019-2020)".
OF_SESSION = re.compile(
    rf",? ?{OPEN}(?:(?:van|uit|in) )?(?:(?:de|het) )?(?:zitting(?:sjaar)? )?(?P<session>{SESSION}){CLOSE}"
)


class OfWhom(NamedTuple):
    """How the documents of one parliament name whom a question was put to, and who asked it."""

    # Matches: ", gesteld aan minister Jan Peeters", " aan de toenmalige minister van Onderwijs An Claes".
    minister: regex.Pattern[str]
    # Matches: " van collega An Claes", " van de heer Jan Claes".
    member: regex.Pattern[str]
    # What stands before a question of another parliament. Matches: "federale ", "in de Kamer ".
    elsewhere: re.Pattern[str]

    @property
    def details(self) -> tuple[tuple[str, regex.Pattern[str]], ...]:
        """What may stand behind the number of a question, by the group that holds it."""
        return (("date", OF_DATE), ("session", OF_SESSION), ("minister", self.minister), ("member", self.member))


@cache
def of_whom(defaults: CitationDefaults) -> OfWhom:
    """The patterns for the documents of one parliament."""
    return OfWhom(
        regex.compile(
            r",? (?:gericht |gesteld )?(?:aan|van) (?:de )?(?:(?:toenmalige?|voormalige?|vorige) )?"
            rf"(?:{defaults.title} )?(?:(?:vice)?minister(?:-president)?|viceminister-president) "
            rf"(?:van [^\n.;()]{{2,60}}? )?(?P<minister>{NAME})"
        ),
        regex.compile(rf",? van (?:collega |mevrouw |de heer |{defaults.title} {defaults.member} )?(?P<member>{NAME})"),
        re.compile(rf"{defaults.elsewhere}[^\n.;()]{{0,25}}$"),
    )


# Another number of the same list, or the last of a range. Matches: ", ", " en ", " tot en met ".
JOIN = r"(?:, en |, | en | tot en met | t\.?e\.?m\.? | tot )"
# What tells date, session or minister before the number. Matches: "van 14 juni 2012", "1997-1998", "aan minister X".
BEFORE_NUMBER = r"(?:(?:aan|van|uit|dd\.?) |(?=(?:19|20)\d\d))(?:(?!vra(?:ag|gen)\b)[^\n.;:()?]){1,90}?"
# Matches: "schriftelijke vraag nr. 123", "Schriftelijke vragen 12 en 13", "SV nr. 5", "schriftelijke vraag",
# "schriftelijke vraag over de kade van 4 mei 2020 (nr. 123".
WRITTEN = re.compile(
    rf"(?<![\w-])(?:(?:[Pp]arlementaire |[Ee]erdere )?"
    rf"[Ss]chriftelijke(?: (?:parlementaire )?vra(?:ag|gen)|(?= {NR}))|SV)"
    rf"(?:(?:(?P<between> [^\n.;:()?]{{1,160}}?)? \((?={NR})|(?P<before> {BEFORE_NUMBER}),? (?={NR})|,? (?={NR})| )"
    rf"{NR}?"
    rf"(?P<numbers>{NUMBER}(?:{JOIN}{NR}?{NUMBER}){{0,9}}))?(?![\w-])"
)
# Only a row with a date, a session or a minister. Matches: "vraag nr. 31", "parlementaire vraag 99".
PLAIN = re.compile(
    rf"(?<![\w-])(?:[Pp]arlementaire )?[Vv]ra(?:ag|gen) {NR}?(?P<numbers>{NUMBER}(?:{JOIN}{NR}?{NUMBER}){{0,9}})"
)
# Matches: "minister Jan Peeters op ", "minister An Claes, op mijn ", "minister An Claes verstrekt op ".
MINISTER_BEFORE = regex.compile(
    rf"(?:[Mm]inister(?:-president)? )(?P<minister>{NAME}),?"
    r"(?:(?: \p{Ll}+){0,4} op (?:de |mijn |uw )?| (?:gerichte|gestelde) )$"
)
# The same with the minister's titles behind the name. Matches: "An Claes, viceminister-president en minister van
# Energie, zal verstrekken op ".
TITLED_BEFORE = regex.compile(
    rf"(?<![\w’'-])(?P<minister>{NAME}), (?=[^.;()\n]{{0,60}}minister)[^.;()\n]{{1,180}}"
    r" op (?:de |haar |zijn )?$"
)
# The minister's own earlier answer. Matches: "mijn antwoord op ", "mijn vorige antwoorden van 3 mei 2021 op uw ".
OWN_ANSWER_BEFORE = regex.compile(
    r"\b[Mm]ijn (?:[\w-]+ ){0,2}antwoord(?:en)?(?: van [^.;()\n]{3,25}?)? op (?:\p{Ll}+ ){0,2}$"
)
# Matches: "99", "nr. 99".
ONE_NUMBER = re.compile(rf"{NR}?(?P<number>\d{{1,4}})")
# Another number of the same list, after the details of the one before. Matches: " en nr. 90", ", 91".
NEXT_NUMBER = re.compile(rf"(?:, en |, | en )(?P<whole>{NR}?(?P<number>{NUMBER}))")
# Matches: "4 mei 2020".
A_DATE = re.compile(DATE, re.I)
# Matches: "2019-2020".
A_SESSION = re.compile(SESSION)
# Where a question was published. Matches: " (Vragen en Antwoorden, Kamer, 2016-2017, nr. 102)".
BULLETIN = re.compile(
    rf"(?:, (?:eveneens |ook )?gesteld door (?:het geachte lid|dezelfde \w+|u))?(?P<bulletin>{IN_PRINT})"
)
LONGEST_TITLES = 280
KIND_BEFORE = re.compile(r"(?:actuele|mondelinge|prejudiciële) $", re.I)


def find_written_questions(
    searched: SearchedText, responder: str | None, defaults: CitationDefaults
) -> Iterator[tuple[int, int, Reference]]:
    """The rows of kind `written_question`, in order, each with its place in the text. `responder`: the minister who
    answers, and whose own earlier answers an answer speaks of."""
    whom = of_whom(defaults)
    text = searched.text
    end = 0
    hits = [(hit.start(), True, hit) for hit in searched.matches(WRITTEN, WRITTEN_WORDS)]
    hits += [(hit.start(), False, hit) for hit in searched.matches(PLAIN, PLAIN_WORDS)]
    for start, written, hit in sorted(hits, key=lambda one: (one[0], not one[1])):
        before = text[max(0, start - 80) : start]
        if start < end or KIND_BEFORE.search(before):
            continue
        details, stop = _details(text, hit.end(), whom)
        _look_before(text, hit, written, details, whom)
        known = details.keys() & {"date", "session", "minister", "bulletin"}
        # A row where "schriftelijke vraag" or "SV" stands with a number or a date, or a number with such details.
        if not known and not (written and hit["numbers"]):
            continue
        if not hit["numbers"] and not details.keys() & {"date", "session"}:
            continue
        if responder and searched.passage_at(start)[0].section == "answer" and OWN_ANSWER_BEFORE.search(before):
            details.setdefault("minister", responder)
        elsewhere = whom.elsewhere.search(before) or re.search(defaults.elsewhere, details.get("bulletin", ""))
        target_of = None if elsewhere else defaults
        for one in _rows(searched, hit, stop, details, target_of):
            end = one[1]
            yield one
        while following := NEXT_NUMBER.match(text, end):
            details, stop = _details(text, following.end(), whom)
            if not details.keys() & {"date", "session", "bulletin"}:
                break
            end = stop
            yield (
                following.start("whole"),
                stop,
                _row(searched, following.start("whole"), stop, following["number"], details, target_of),
            )


def _look_before(text: str, hit: re.Match[str], written: bool, details: dict[str, str], whom: OfWhom) -> None:
    """Add to `details` what stands between the words for a question and its number, and the minister before them."""
    between, before = (hit["between"], hit["before"]) if written else (None, None)
    dated = A_DATE.search(between or before or "")
    if dated is not None:
        details.setdefault("date", dated.group())
    if before is not None and (of := A_SESSION.search(before)):
        details.setdefault("session", of.group())
    if (minister := _minister_beside(text, hit.start(), before, whom)) is not None:
        details.setdefault("minister", minister)


def _minister_beside(text: str, start: int, inside: str | None, whom: OfWhom) -> str | None:
    """The minister named before a question at `start`, or between its word and its number (`inside`)."""
    named = whom.minister.search(inside) if inside else None
    if named is None:
        before = text[max(0, start - LONGEST_TITLES) : start]
        named = MINISTER_BEFORE.search(before[-80:]) or TITLED_BEFORE.search(before)
    minister: str | None = named["minister"] if named else None
    return minister


def _details(text: str, at: int, whom: OfWhom) -> tuple[dict[str, str], int]:
    """What follows the number, and where its last datum ends; who asked it is none."""
    details: dict[str, str] = {}
    end = at
    for _ in whom.details:
        for name, pattern in whom.details:
            found = pattern.match(text, at) if name not in details else None
            if found is not None:
                details[name] = found[name]
                at = found.end()
                end = end if name == "member" else at
                break
        else:
            break
    if printed := BULLETIN.match(text, at):
        details["bulletin"], end = printed["bulletin"], printed.end()
    return details, end


def _rows(
    searched: SearchedText, hit: re.Match[str], stop: int, details: dict[str, str], target_of: CitationDefaults | None
) -> Iterator[tuple[int, int, Reference]]:
    """One row per number; the first runs from `schriftelijke vraag`, the last takes date and minister along."""
    numbers = list(ONE_NUMBER.finditer(hit.string, hit.start("numbers"), hit.end("numbers"))) if hit["numbers"] else []
    if not numbers:
        yield hit.start(), stop, _row(searched, hit.start(), stop, None, details, target_of)
    for place, number in enumerate(numbers):
        start = number.start() if place else hit.start()
        end = stop if place == len(numbers) - 1 else number.end()
        yield start, end, _row(searched, start, end, number["number"], details, target_of)


def _row(
    searched: SearchedText,
    start: int,
    end: int,
    number: str | None,
    details: dict[str, str],
    target_of: CitationDefaults | None,
) -> Reference:
    day = parse_date(details["date"]) if "date" in details else None
    session = written_session(details["session"]) if "session" in details else None
    target = _target(target_of, number, day, session, details.get("minister")) if target_of and number else None
    return searched.row(KIND, start, end, number=number, act_date=day, session_cited=session, target_question_id=target)


def _target(
    defaults: CitationDefaults, number: str, day: date | None, session: str | None, minister: str | None
) -> str | None:
    """The id of the question, only where session (or date) and minister make it certain (references.md, Columns)."""
    told = session or (defaults.session_of(day) if day else None)
    part = key_part(minister)
    if told is None or part is None or not defaults.keyed_by_minister:
        return None
    return f"{defaults.parliament}/{told}/{part}/{int(number)}"
