"""Judgments: `arrest nr. 114/2021 van het Grondwettelijk Hof`, `HvJ 16 juli 2020, C-311/18`, an ECLI."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import regex

from records import Reference
from transform.dutch.dates import DATE, parse_date
from transform.references.letters import CAPITAL
from transform.references.searched import Beginnings, SearchedText
from transform.references.words import CONSTITUTIONAL_COURT, COURTS

KIND = "case_law"
JUDGMENT_WORDS = Beginnings("arrest*", "vonnis*", "uitspra*", "zaak*", "zaken*", "gevoegde")
COURT_WORDS = Beginnings(*(word for court in COURTS for word in court.begins))
NUMBER_WORDS = Beginnings("rvvb-")
ECLI_WORDS = Beginnings("ecli:")

COURT = "(?:" + "|".join(f"(?P<c{place}>{court.words})" for place, court in enumerate(COURTS)) + r")(?!\w)"
PLAIN_COURT = "(?:" + "|".join(court.words for court in COURTS) + r")(?!\w)"

# The number of a judgment. Matches: "114/2021", "243.914", "C-311/18", "T-123/20", "RvVb-A-1920-0123", "C.18.0123.N".
NUMBER = (
    r"(?:[CTF][-‑]\d{1,4}/\d{2}(?: ?P| ?PPU)?|RvVb[-/][A-Z]{1,3}[-/]\d{4}[-/]\d{4}|[CPSDFH]\.\d{2}\.\d{4}\.[NF]"
    r"|[AS]/\d{4}/\d{4}|\d{1,3}/(?:19|20)\d{2}|(?!(?:19|20)\d{2}/)\d{1,6}/\d{2}(?!\d)|\d{1,3}\.\d{3}|\d{5,6}"
    r"|(?<=nr\. )\d{4})(?![\w/]|\.\d)"
)
ECLI = r"ECLI:[A-Z]{2,3}:[A-Z0-9]{1,10}:\d{4}:[A-Z0-9.]{1,40}[A-Z0-9]"
# A number in a list of judgments, with a date or an ECLI of its own. Matches: "94/2012 van 19 juli 2012".
ITEM = rf"{NUMBER}(?:,? ?\(?(?:van |d\.?d\. )?{DATE}\)?)?(?:,? ?\(?{ECLI}\)?)?"
# Matches: "nr. ", "zaak ", "arrest nr. ".
BEFORE_NUMBER = r"nr\.? ?|zaak |arrest (?:nr\.? ?)?"
NUMBERS = rf"(?:{ITEM}(?:(?:, | en |, en |; ?)(?:{BEFORE_NUMBER})?{ITEM}){{1,9}}|{NUMBER})"
# What stands before the number. Matches: "nr. ", "als nummer ", "rolnr. ", "AR ", "A.R. nr. ".
NR = r"(?:(?:A\.?R\.? ?)?nrs?\.? ?|(?:als )?nummers? |rolnummers? |rol(?:nr\.?)? |(?<!\w)A\.?R\.? ?)"
JUDGMENT = r"(?:[Aa]rrest(?:en)?|[Vv]onnis(?:sen)?|[Uu]itspra(?:ak|ken)|(?:[Gg]evoegde )?[Zz]a(?:ak|ken))"


def _of_court(group: str) -> str:
    """Matches: " van het Grondwettelijk Hof", " (RvS)"."""
    return rf"(?: \(?(?:van )?(?:het |de )?(?P<court_{group}>{PLAIN_COURT})\)?)"


def _of_date(group: str) -> str:
    """Matches: " van 22 juli 2021", " 8 maart 2019"."""
    return rf"(?:,? ?\(?(?:van |d\.?d\. )?(?P<date_{group}>{DATE})\)?)"


# The parties, or the name that a judgment goes by. Matches: " Achbita", " “Urgenda”".
NAMED = CAPITAL + r"[^\W\d_]+(?:[’'-][^\W\d_]+){0,3}(?![\w-])"
CALLED = rf"(?: [\"“‘]?(?!(?:Raad|Hof|Arbitragehof|Grondwettelijk|Europees)\b){NAMED}(?: {NAMED}){{0,2}}[\"”’]?)?"
# Between a court and the number of its judgment. Matches: ", D.H. e.a. t. Tsjechië".
PARTIES = r"(?:, [^,;\n()]{2,60} (?:t\.|c\.|tegen|v\.) [^,;\n()]{2,40})?"
# Matches: "arrest nr. 114/2021 van 22 juli 2021 van het Grondwettelijk Hof", "arrest van de RvS nr. 243.914 van
# 8 maart 2019", "arrest C-311/18", "arrest van het Hof van Justitie van 16 juli 2020 in zaak C-311/18".
BY_WORD = re.compile(
    rf"(?<![\w-]){JUDGMENT}{CALLED}"
    rf"(?:{_of_court('a')}|{_of_date('a')}){{0,2}}"
    rf"(?:,? (?:in )?(?:de )?(?:gevoegde )?za(?:ak|ken))?,? ?\(?(?:met )?{NR}?(?P<numbers>{NUMBERS})\)?"
    rf"(?:,?{_of_court('b')}|{_of_date('b')}| \({JUDGMENT} van (?P<date_c>{DATE})\)|,? \(?(?P<ecli_b>{ECLI})\)?){{0,3}}"
    rf"(?:,? ?\(?(?P<ecli>{ECLI})\)?)?"
)
# Matches: "GwH 22 juli 2021, nr. 114/2021", "RvS nr. 243.914", "Cass. 5 mei 2019, C.18.0123.N", "Arbitragehof 5/2001".
BY_COURT = re.compile(
    rf"(?<![\w-])(?P<court_a>{PLAIN_COURT})(?: \((?!{JUDGMENT})[^()\n]{{2,25}}\))?{_of_date('a')}?"
    rf"{PARTIES},? ?(?:(?:in|bij) (?:zijn |haar )?)?\(?(?:{JUDGMENT} )?(?:met )?{NR}?"
    rf"(?P<numbers>{NUMBERS}){_of_date('b')}?(?:,? ?\(?(?P<ecli>{ECLI})\)?)?"
)
# A court and an ECLI, without a number. Matches: "Cass. 5 juni 2015, ECLI:BE:CASS:2015:ARR.20150605.3".
BY_COURT_AND_ECLI = re.compile(rf"(?<![\w-])(?P<court_a>{PLAIN_COURT}){_of_date('a')}?,? \(?(?P<ecli>{ECLI})\)?")
# A number that names its court itself. Matches: "RvVb-A-1920-0123".
BARE_NUMBER = re.compile(r"(?<![\w-])(?P<numbers>RvVb-[A-Z]{1,3}-\d{4}-\d{4})(?![\w-])")
BARE_ECLI = re.compile(rf"(?<![\w:])(?P<ecli>{ECLI})")
# Matches: "94/2012", "94/2012 van 19 juli 2012", "94/2012, ECLI:BE:GHCC:2012:ARR.94".
ONE_ITEM = re.compile(
    rf"(?:{BEFORE_NUMBER})?(?P<number>{NUMBER})(?:,? ?\(?(?:van |d\.?d\. )?(?P<date>{DATE})\)?)?"
    rf"(?:,? ?\(?(?P<ecli>{ECLI})\)?)?"
)
# Matches: "." in "243.914".
THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}$)")
# Matches: "ECLI:BE:GHCC:2021:ARR.114".
CONSTITUTIONAL_ECLI = re.compile(r"ECLI:BE:GHCC:(?P<year>\d{4}):ARR\.(?P<serial>\d+)")
# Matches: "114/2021".
SERIAL_AND_YEAR = re.compile(r"(?P<serial>\d{1,3})/(?P<year>\d{4})")
# The year in the number of a judgment. Matches: "/2012" in "94/2012".
YEAR_OF_NUMBER = re.compile(r"/(?P<year>(?:19|20)\d{2})$")
ONE_COURT = re.compile(rf"(?<![\w-]){COURT}")
# Advice of the legislation section is no judgment (references.md, Rows).
ADVICE_BEFORE = regex.compile(r"advies(?:nummer)?(?:[^\n.;]|\.(?! (?-i:\p{Lu}))){0,60}$", re.I)
SENTENCE_BREAK = re.compile(r"[.;?!] |\n")
LOOK_AROUND = 200


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    match: re.Match[str]


def find_case_law(searched: SearchedText) -> Iterator[tuple[int, int, Reference]]:
    """The rows of kind `case_law`, in order, each with its place in the text (end exclusive)."""
    hits = [
        _Hit(hit.start(), hit.end(), hit)
        for pattern, beginnings in (
            (BY_WORD, JUDGMENT_WORDS),
            (BY_COURT, COURT_WORDS),
            (BY_COURT_AND_ECLI, COURT_WORDS),
            (BARE_NUMBER, NUMBER_WORDS),
            (BARE_ECLI, ECLI_WORDS),
        )
        for hit in searched.matches(pattern, beginnings)
    ]
    end = 0
    for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
        if hit.start < end or ADVICE_BEFORE.search(searched.text[max(0, hit.start - 80) : hit.start]):
            continue
        for one in _rows(searched, hit):
            end = one[1]
            yield one


def _rows(searched: SearchedText, hit: _Hit) -> Iterator[tuple[int, int, Reference]]:
    groups = hit.match.groupdict()
    ecli = groups.get("ecli") or groups.get("ecli_b")
    court = _court(groups.get("court_a") or groups.get("court_b")) or _court_of_ecli(ecli)
    date_text = groups.get("date_a") or groups.get("date_b") or groups.get("date_c")
    day = parse_date(date_text) if date_text else None
    if not groups.get("numbers"):
        columns = {"number": _number_of_ecli(ecli), "issuer": court, "identifier": ecli, "act_date": day}
        yield hit.start, hit.end, searched.row(KIND, hit.start, hit.end, **columns)
        return
    items = list(ONE_ITEM.finditer(hit.match.string, hit.match.start("numbers"), hit.match.end("numbers")))
    court = court or _court_of_number(items[0]["number"]) or _court_in_sentence(searched.text, hit)
    if court is None:
        return
    for place, found in enumerate(items):
        start = found.start() if place else hit.start
        end = hit.end if place == len(items) - 1 else found.end()
        number = THOUSANDS.sub("", found["number"]).replace("‑", "-")
        own_ecli = found["ecli"] or (ecli if len(items) == 1 else None)
        own = place > 0 and found.group().startswith("arrest")
        own_day = parse_date(found["date"]) if found["date"] else None if own else _shared(day, number)
        identifier = own_ecli or _ecli(court, number)
        yield (
            start,
            end,
            searched.row(KIND, start, end, number=number, issuer=court, act_date=own_day, identifier=identifier),
        )


def _shared(day: date | None, number: str) -> date | None:
    """The date that stands beside a list, for one of its judgments: not for one of another year."""
    year = YEAR_OF_NUMBER.search(number)
    return None if day and year and int(year["year"]) != day.year else day


def _court(named: str | None) -> str | None:
    found = ONE_COURT.match(named) if named else None
    if found is None:
        return None
    return next(court.name for place, court in enumerate(COURTS) if found[f"c{place}"] is not None)


def _court_of_ecli(ecli: str | None) -> str | None:
    return next((one.name for one in COURTS for part in one.ecli if ecli and ecli.startswith(f"ECLI:{part}:")), None)


def _court_of_number(number: str) -> str | None:
    """The court that a number can only be of: `C-311/18`, `RvVb-A-1920-0123`."""
    return next((court.name for court in COURTS if number.startswith(court.numbers)), None)


def _court_in_sentence(text: str, hit: _Hit) -> str | None:
    """The court that a sentence names beside a judgment: last before it ("Het Grondwettelijk Hof oordeelde in arrest
    nr. …"), else first after it ("Met arrest nr. … gaf het Grondwettelijk Hof")."""
    before = SENTENCE_BREAK.split(text[max(0, hit.start - LOOK_AROUND) : hit.start])[-1]
    named = list(ONE_COURT.finditer(before))
    if named:
        return _court(named[-1].group())
    after = SENTENCE_BREAK.split(text[hit.end : hit.end + LOOK_AROUND])[0]
    following = ONE_COURT.search(after)
    return _court(following.group()) if following else None


def _number_of_ecli(ecli: str | None) -> str | None:
    found = CONSTITUTIONAL_ECLI.fullmatch(ecli or "")
    return f"{int(found['serial'])}/{found['year']}" if found else None


def _ecli(court: str, number: str) -> str | None:
    """The ECLI of a judgment of the Grondwettelijk Hof, which number and year make; never guessed for others."""
    found = SERIAL_AND_YEAR.fullmatch(number)
    if court != CONSTITUTIONAL_COURT or found is None:
        return None
    return f"ECLI:BE:GHCC:{found['year']}:ARR.{int(found['serial']):03d}"
