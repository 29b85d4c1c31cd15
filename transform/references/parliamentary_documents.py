"""Documents of parliaments: `21 (2025-2026) – Nr. 1`, `Parl. St. Vl. Parl. 2019-2020, nr. 15/1`, `vraag om uitleg nr. 7
(2019-2020)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from records import Reference
from transform.dutch.dates import DATE, parse_date
from transform.references.defaults import CitationDefaults
from transform.references.searched import PASSAGE_ENDS, Beginnings, SearchedText, matches_at
from transform.references.words import ASSEMBLY

KIND = "parliamentary_document"

# A session, in full or short, or an extraordinary one. Matches: "2019-2020", "2013-14", "BZ 2019", "B.Z. 2014".
SESSION = r"(?:(?:19|20)\d{2} ?[-–/] ?(?:(?:19|20)\d{2}|\d{2})(?!\d)|B\.?Z\.? ?-?(?:19|20)\d{2})"
# Matches: "15/1", "15-A", "54-3424/001", "3-424/1", "1234".
NUMBER = r"\d{1,4}(?:-\d{1,4}|/\d{3,4}(?=/\d{3}(?!\d)))?(?:-[A-Z]{1,2})?(?:/\d{1,3}(?:-[A-Z]{1,2})?)?[a-z]?(?![\w/])"
NR = r"(?:[Nn]r\.?|[Nn]ummer|[Nn]rs\.) ?"

# The page, or the column, behind a number or a date. Matches: ", p. 4", ", blz. 12-13", ", 27" at the end of a clause.
PAGE = (
    r"(?:,? ?(?:p|blz|kol)\.? ?\d{1,4}(?:-\d{1,4})?"
    rf"|, \d{{1,4}}(?:-\d{{1,4}})?(?=[);!?]|[.,](?=\s|$)|{PASSAGE_ENDS}))?"
)
DOCUMENTS = (
    r"(?:Parl\. ?[Ss]t\.|Doc\.(?=,? {0,2}(?:Kamer|Senaat))|Parl\. ?[Dd]oc\.|Gedr\. ?[Ss]t\.|"
    r"[Pp]arlementaire? [Ss]tuk(?:ken)?|[Ss]tuk)"
)
# Matches: "Parl. St. Vl. Parl. 2019-2020, nr. 15/1", "Parl.St. Kamer 2018-19, nr. 54-3424/001", "stuk nr. 23/1".
CITED = re.compile(
    rf"(?<!\w){DOCUMENTS},? {{0,2}}(?:{ASSEMBLY},? {{0,2}})?(?:\(?(?P<session>{SESSION})\)?,? {{0,2}}(?:{NR})?|{NR})"
    rf"(?P<number>{NUMBER})(?P<more>(?:(?:, | en |, en )(?:{NR})?\d{{1,4}}/\d{{1,3}}(?![\w/])){{0,9}})"
    rf"(?: ?\((?P<behind>{SESSION})\))?{PAGE}"
)
# Matches: "Hand. Vl. Parl. 2019-2020, 5 mei 2020, p. 4", "Handelingen Kamer 2018-19, 12 juli 2019".
PROCEEDINGS = re.compile(
    rf"(?<!\w)Hand(?:\.|elingen) {{0,2}}{ASSEMBLY},? {{0,2}}\(?(?P<session>{SESSION})\)?"
    rf"(?:,? (?:nr\. ?[\w/-]{{1,12}}, )?(?:van )?(?P<date>{DATE}))?{PAGE}"
)
# Matches: "DOC 55 1234/001", "53K1792/001", "DOC 54 1011".
FEDERAL = re.compile(
    r"(?<!\w)(?:DOC ?(?P<legislature>\d{2})[ /-]|(?P<before_k>\d{2})K(?=\d{3,4}/))"
    r"(?P<paper>\d{3,4}(?:/\d{3})?)(?![\w/]|[.,]\d)"
)
# Matches: "54/906/006".
FEDERAL_SLASHED = re.compile(r"(?P<legislature>\d{2})/(?P<paper>\d{3,4}/\d{3})")
# The report of a sitting in the federal parliament. Matches: "CRIV 54 COM 598", "CRABV54 PLEN153".
REPORT_NUMBER = r"CR(?:IV|ABV) ?\d{2} ?(?:COM|PLEN) ?\d{1,4}"
# Matches: "Integraal Verslag, Kamer, 2016-2017, CRIV 54 COM 354", "Integraal Verslag, CRIV 54 COM 598".
REPORT = re.compile(
    rf"(?<!\w)(?:[Ii]ntegraal [Vv]erslag,? (?:{ASSEMBLY},? )?(?:(?P<session>{SESSION}),? )?)?"
    rf"(?P<report>{REPORT_NUMBER})(?!\w)"
)
# Where a question was published, behind its number: a part of its citation (references.md, Rows).
# Matches: " (Vragen en Antwoorden, Kamer, 2016-2017, nr. 102)", ", Integraal Verslag, Kamer, CRIV 54 COM 354".
PRINTED = r"(?:[Ii]ntegraal [Vv]erslag|(?:Schriftelijke )?[Vv]ragen en [Aa]ntwoorden)"
PAGES = r"(?:, (?:p|blz)\. ?\d{1,4}(?: ?(?:tot|-) ?\d{1,4})?)?"
_ISSUE = rf"(?:{REPORT_NUMBER}|nr[.;] ?\d{{1,4}}(?: van ?{DATE})?){PAGES}"
IN_PRINT = (
    rf"(?:,? ?\((?:{PRINTED},? [^()\n;]{{0,60}}?{_ISSUE}|{REPORT_NUMBER})\)?|, {PRINTED}, [^()\n;]{{0,60}}?{_ISSUE})"
)
# Matches: "mondelinge vraag nr. 15235 (Integraal Verslag, Kamer, 2016-2017, CRIV 54 COM 570)".
SPOKEN = re.compile(
    rf"(?<!\w)[Mm]ondelinge (?:parlementaire )?vra(?:ag|gen) (?:{NR})?(?P<number>P?\d{{1,5}})(?![\w%]|[.,/]\d)"
    rf"(?P<others>(?:(?:, | en |, en | et )(?:{NR}P?\d{{1,5}}|\d{{4,5}})(?![\w%])){{0,9}})"
    rf"(?:,? (?:van |d\.?d\. )?(?P<date>{DATE}))?"
    rf"(?:(?: (?:over|betreffende|inzake|aangaande|met betrekking tot) [^()\n.;?]{{3,150}})?{IN_PRINT})?"
)
# The number behind the sitting. Matches: "mondelinge vraag in de plenaire zitting van 16 maart 2017 (nr. P19, blz. 4)".
SPOKEN_BEHIND = re.compile(
    rf"(?<!\w)[Mm]ondelinge (?:parlementaire )?vra(?:ag|gen)(?: [^()\n.;?]{{3,120}}?)? \({NR}"
    rf"(?P<number>P?\d{{1,5}})(?:, {REPORT_NUMBER})?{PAGES}\)"
)
ORAL_WORD = r"(?:[Vv]ra(?:ag|gen) om uitleg|[Aa]ctuele vra(?:ag|gen)|[Ii]nterpellaties?)"
# Questions of other kinds are documents of the parliament (references.md, Rows); number and session make them a row.
# Matches: "vragen om uitleg nrs. 2203 (2020-2021) en 2310 (2020-2021)", "vraag om uitleg nr. 1234 (2019-2020)",
# "actuele vraag 45 (2020-2021)", "interpellatie nr. 7 (2019-2020)".
ORAL = re.compile(
    rf"(?<!\w){ORAL_WORD}(?P<between>[^\n.;()]{{0,120}}?) \(?(?:{NR})?"
    rf"(?P<number>\d{{1,4}})(?P<others>(?:(?:, | en |, en )(?:{NR})?\d{{1,4}}){{0,9}})"
    rf"(?:,? \(|, )(?P<session>{SESSION})\)?"
    rf"(?P<more>(?:(?:, | en |, en )(?:{NR})?\d{{1,4}} \({SESSION}\)){{0,9}})"
)
# The other order. Matches: "vraag om uitleg van Jan Peeters over de bus (2019-2020, nr. 123)".
ORAL_BEHIND = re.compile(
    rf"(?<!\w){ORAL_WORD}[^\n.;()]{{0,160}}? \((?P<session>{SESSION}),? ?"
    rf"(?:{NR})?(?P<number>\d{{1,4}})\)"
)
# A document that is cited by its number alone. Matches: "ontwerp van decreet nr. 15/1 (2019-2020)".
DRAFT = re.compile(
    r"(?<!\w)(?:ontwerp|voorstel) van (?:\w{1,30} )?(?:decreet|resolutie|ordonnantie|wet)[^\n.;()]{0,200}? \(?"
    rf"(?P<text>{NR}(?P<number>\d{{1,4}}/\d{{1,3}}|\d{{1,4}}(?= \())(?:,? \(?(?P<session>{SESSION})\)?)?)"
)

# Another number of a list. Matches: ", 121", " en nr. 121", " en 2310 (2020-2021)".
LATER = re.compile(
    rf"(?:, en |, | en | et )(?P<whole>(?:{NR})?(?P<number>P?\d{{1,5}}(?:/\d{{1,3}})?(?:-[A-Z])?)"
    rf"(?: \((?P<session>{SESSION})\))?)"
)
# Matches: "CRIV", "54", "COM" and "614" of "CRIV54 COM614".
REPORT_PART = re.compile(r"[A-Z]+|\d+")
# Matches: "2013" and "14" of "2013-14".
YEAR = re.compile(r"\d+")
JOIN_BEFORE = re.compile(r"(?:, en |, | en | et )$")

PAPERS = Beginnings("parl*", "gedr", "stuk*", "doc.")
REQUESTS = Beginnings("vraag om uitleg", "vragen om uitleg", "actuele vra", "interpellatie*")
DRAFTS = Beginnings("ontwerp", "voorstel")

# Each notation, with what stands in every text that holds one, and with what it begins.
NOTATIONS: tuple[tuple[re.Pattern[str], Beginnings], ...] = (
    (CITED, PAPERS),
    (PROCEEDINGS, Beginnings("hand.*", "handelingen*")),
    (FEDERAL, Beginnings("doc*", *(f"{legislature}k*" for legislature in range(48, 60)))),
    (REPORT, Beginnings("integraal verslag", "criv*", "crabv*")),
    (SPOKEN, Beginnings("mondelinge")),
    (SPOKEN_BEHIND, Beginnings("mondelinge")),
    (ORAL, REQUESTS),
    (ORAL_BEHIND, REQUESTS),
    (DRAFT, DRAFTS),
)
# A session in brackets begins with one of these, in small letters; behind a number it makes it that of a document.
SESSION_OPENS = (" (19", " (20", " (b")
LONGEST_NUMBER = 7


def written_session(cited: str) -> str:
    """A session in its one form: `2013-14` → `2013-2014`, `BZ 2019` → `BZ-2019`."""
    years = YEAR.findall(cited)
    if len(years) == 1:
        return f"BZ-{years[0]}"
    last = years[1] if len(years[1]) == 4 else years[0][:2] + years[1]
    return f"{years[0]}-{last}"


def find_parliamentary_documents(
    searched: SearchedText, defaults: CitationDefaults
) -> Iterator[tuple[int, int, Reference]]:
    """The rows of kind `parliamentary_document`, in order, each with its place in the text.
    `defaults`: with the notation of the parliament that the document is of."""
    hits: list[tuple[int, int, re.Match[str]]] = [
        (hit.start(), hit.end(), hit) for hit in in_own_notation(searched, defaults.documents)
    ]
    for pattern, beginnings in NOTATIONS:
        for hit in searched.matches(pattern, beginnings):
            if pattern is CITED and not _is_told(hit):
                continue
            group = "text" if pattern is DRAFT else 0
            hits.append((hit.start(group), hit.end(group), hit))
    end = 0
    for start, stop, hit in sorted(hits, key=lambda one: (one[0], -one[1])):
        if start >= end:
            end = stop
            yield from _rows(searched, start, stop, hit)


def in_own_notation(searched: SearchedText, notation: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The documents in the notation of the parliament itself: a number and a session, or a word before them."""
    opened = [place for opens in SESSION_OPENS for place in searched.places_of(opens)]
    if not opened:
        return iter(())
    text = searched.text
    begun = {place for end in opened for place in range(max(0, end - LONGEST_NUMBER), end) if text[place].isdigit()}
    return matches_at(notation, text, sorted(begun.union(searched.places(PAPERS))))


def _is_told(hit: re.Match[str]) -> bool:
    """Whether a cited `stuk` is one of a parliament: `stuk nr. 3` may be a piece of anything."""
    return bool(hit["session"] or hit["behind"] or "/" in hit["number"] or not hit.group().lower().startswith("stuk"))


def _rows(searched: SearchedText, start: int, stop: int, hit: re.Match[str]) -> Iterator[tuple[int, int, Reference]]:
    """One row per number: the first runs from the first word, each later one from what follows the join."""
    groups = hit.groupdict()
    number, below = groups.get("number"), groups.get("below")
    session = groups.get("session") or groups.get("behind")
    cited = written_session(session) if session else None
    day: date | None = parse_date(groups["date"]) if groups.get("date") else None
    if groups.get("paper"):
        number = f"{groups['legislature'] or groups['before_k']}-{groups['paper']}"
    elif number and (paper := FEDERAL_SLASHED.fullmatch(number)):
        number = f"{paper['legislature']}-{paper['paper']}"
    if groups.get("report"):
        number = " ".join(REPORT_PART.findall(groups["report"]))
    told = [(start, f"{number}/{below}" if number and below else number, cited)]
    for name in ("others", "more"):
        if groups.get(name):
            for one in LATER.finditer(hit.string, hit.start(name), hit.end(name)):
                own = written_session(one["session"]) if one["session"] else cited
                told.append((one.start("whole"), f"{number}/{one['number']}" if below else one["number"], own))
    for place, (begin, of, its_session) in enumerate(told):
        last = place == len(told) - 1
        end = stop if last else _before_join(hit.string, told[place + 1][0])
        yield begin, end, searched.row(KIND, begin, end, number=of, session_cited=its_session, act_date=day)


def _before_join(text: str, start: int) -> int:
    """Where the row before one that begins at `start` ends: before the comma or `en` that joins the two."""
    join = JOIN_BEFORE.search(text, max(0, start - 6), start)
    assert join is not None, "a later number stands behind a join"
    return join.start()
