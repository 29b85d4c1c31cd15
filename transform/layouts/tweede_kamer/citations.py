"""What documents of the Tweede Kamer cite in notations of their own, and what their citations leave out.

*Kamerstukken* (papers of either chamber, by dossier and number), the *Aanhangsel van de Handelingen* (written questions
with their answers), the numbers of cases and documents, the *Staatsblad*; acts by short name are in `acts`. The
identifiers are those of officielebekendmakingen.nl, which number and session make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from records import Reference
from transform.layouts.tweede_kamer.acts import find_acts
from transform.layouts.tweede_kamer.calendar import session_of
from transform.references.defaults import CitationDefaults
from transform.references.searched import Beginnings, SearchedText

Row = tuple[int, int, Reference]

# A session as cited. Matches: "2021–2022", "2024/25", "2023/2024".
SESSION = r"(?:19|20)\d{2} ?[-–/] ?(?:(?:19|20)\d{2}|\d{2})(?!\d)"
# Matches: "II", "Tweede Kamer", "I", "Eerste Kamer", "TK".
CHAMBER = r"(?:Tweede Kamer|Eerste Kamer|II|I|TK|EK)\b"
# A dossier, its chapter or its lower number behind it. Matches: "29 279", "36600-XV", "21 501-02", "36 410 VIII".
DOSSIER = r"(?P<dossier>\d{2} ?\d{3})(?!\d)(?:(?:-| ?)(?P<chapter>[IVX]{1,6}|[A-Z]|(?<=-)\d{2})(?![\w.]))?"
# Matches: ", nr. 339", ", nrs. 5 en 6", " nr.537".
NUMBERS = r",? ?nr(?P<several>s)?\.? ?(?P<number>\d{1,4})(?!\w)(?P<more>(?(several)(?:(?:, | en )\d{1,4}(?!\w| \d))*|))"
# Papers of either chamber, with the word for them or without. A line end may be lost behind the word.
# Matches: "Kamerstukken II 2021–2022, 29 279, nr. 339", "Kamerstuk 36 410 A, nr. 51", "24 587, nr. 969",
# "Tweede Kamer, vergaderjaar 2023–2024, 31 066, nr. 1372", "Kamerstuk36 600 XII, nr. 42".
PAPER = re.compile(
    rf"(?<![\w.,/-])(?:(?P<word>Kamerstuk(?:ken)?|{CHAMBER}),? ?(?:(?P<chamber>{CHAMBER}),? ?)?"
    rf"(?:(?:vergaderjaar )?(?P<session>{SESSION}),? ?)?)?{DOSSIER}{NUMBERS}"
)
# Papers of the Eerste Kamer bear letters. Matches: "Eerste Kamer, 36 373, H", "Kamerstukken I 2023/24, 36 373, AB".
LETTERED = re.compile(
    rf"(?<![\w.,/-])(?:Kamerstuk(?:ken)?,? (?:I|Eerste Kamer)|Eerste Kamer|EK),? ?"
    rf"(?:(?:vergaderjaar )?(?P<session>{SESSION}),? ?)?{DOSSIER},? (?:nr\. ?)?(?P<letter>[A-Z]{{1,2}})(?![\w])"
)
# Another paper behind it takes its session along. Matches: " en ", ", ", "; ".
JOINS = re.compile(r"(?:,| en|;| en ook)? $|, $")
# Matches: "Aanhangsel Handelingen II, vergaderjaar 2023–2024, nr. 2267", "ah-tk-20202021–2345",
# "Kamervragen (Aanhangsel) 2023–2024, nr. 2267",
# "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel van de Handelingen, nr. 2386".
ANSWERED = re.compile(
    rf"(?<![\w-])(?:(?:Tweede Kamer,? vergaderjaar (?P<before>{SESSION}),? )?(?:Kamervragen \()?[Aa]anhang-?sel\)?"
    rf"(?: ?(?:van de )?Handelingen)?(?: II)?,? ?(?:(?:vergaderjaar )?(?P<session>{SESSION}),? ?)?"
    r"(?:nr\. ?)?(?P<number>\d{1,4})(?![\w/])"
    rf"(?: \(\d{{4}}[ZD]\d{{5}}\))?"
    r"|ah-tk-(?P<first>\d{4})(?P<second>\d{4})[-–](?P<own>\d{1,4})(?!\w)"
    rf"(?:, Kamervragen \(Aanhang-?sel\) {SESSION}, nr\. ?\d{{1,4}})?)"
)
# Matches: "Handelingen II, vergaderjaar 2024–2025, nr. 8", "Handelingen I 2023/24, nr. 12, item 3".
PROCEEDINGS = re.compile(
    rf"(?<![\w-])Handelingen (?P<chamber>II?|Tweede Kamer|Eerste Kamer),? (?:vergaderjaar )?(?P<session>{SESSION})"
    r"(?:,? nr\. ?\d{1,4})?(?:,? (?:item|p\.|blz\.) ?\d{1,4}(?:[-–]\d{1,4})?)?"
)
# The number of a case or a document. Matches: "2024Z14250", "2024Z15585/2024D37938", "Kamerstuk 2024D28457".
CASE = re.compile(r"(?<![\w/-])(?P<lead>Kamerstuk(?:ken)? \(?)?(?P<number>\d{4}[ZD]\d{5}(?:/\d{4}[ZD]\d{5})?)(?![\w/])")
# What makes it the number of a question. Matches: "vraagnummer ", "vragen met kenmerk (", "de vragen (".
OF_QUESTION = re.compile(r"\b(?:vraag(?:nummer)?|[Kk]amervra(?:ag|gen)|vragen|vraag-nummer)\b[^.?!\n]{0,40}$", re.I)
# A notice that an answer comes later names its own question. Matches: ") kunnen tot mijn spijt niet".
PUTS_OFF = re.compile(r"\)?,? ?(?:kunnen|kan|zullen|zal)\b[^.\n]{0,80}\bniet\b")
# Matches: "Stb. 2024, 153", "Staatsblad 2019, 33".
STAATSBLAD = re.compile(
    r"(?<!\w)(?:Stb\.|Staatsblad) ?(?P<year>(?:19|20)\d{2})(?:,? (?:nr\. ?)?|/)(?P<number>\d{1,4})(?!\w)"
)

# The words above without which there is none, in small letters.
PAPER_WORDS = Beginnings("kamerstuk*", "tweede", "eerste", "tk", "ek")
ANSWERED_WORDS = Beginnings("aanhang*", "ah")
LONGEST_BEFORE = 80


def find_own(searched: SearchedText) -> Iterator[Row]:
    """The rows that only documents of this parliament have, in order, each with its place in the text."""
    found = [
        *_answered(searched),
        *_lettered(searched),
        *_papers(searched),
        *_proceedings(searched),
        *_cases(searched),
        *_staatsblad(searched),
        *find_acts(searched),
    ]
    end = 0
    # At one place the longest says most.
    for one in sorted(found, key=lambda row: (row[0], -row[1])):
        if one[0] >= end:
            end = one[1]
            yield one


def written_session(cited: str | None) -> str | None:
    """A session in its one form: `2024/25` → `2024-2025`."""
    if cited is None:
        return None
    first, last = re.findall(r"\d+", cited)
    return f"{first}-{last if len(last) == 4 else first[:2] + last}"


def _papers(searched: SearchedText) -> Iterator[Row]:
    session, end, is_senate = None, 0, False
    for hit in PAPER.finditer(searched.text):
        if hit["session"] or hit["word"] or not JOINS.fullmatch(searched.text[end : hit.start()]):
            session = written_session(hit["session"])
            is_senate = (hit["chamber"] or hit["word"]) in ("I", "Eerste Kamer", "EK")
        end = hit.end()
        dossier = _dossier(hit)
        numbers = [(hit.start(), hit["number"])]
        numbers += [(hit.start("more") + one.start(), one.group()) for one in re.finditer(r"\d+", hit["more"] or "")]
        for place, (start, number) in enumerate(numbers):
            stop = hit.end("number") if place == 0 else start + len(number)
            yield (
                start,
                stop,
                searched.row(
                    "parliamentary_document",
                    start,
                    stop,
                    number=f"{dossier}/{number}",
                    session_cited=session,
                    issuer="Eerste Kamer" if is_senate else None,
                    identifier=f"kst-{dossier}-{number}",
                ),
            )


def _dossier(hit: re.Match[str]) -> str:
    chapter = hit["chapter"]
    return hit["dossier"].replace(" ", "") + (f"-{chapter}" if chapter else "")


def _lettered(searched: SearchedText) -> Iterator[Row]:
    for hit in searched.matches(LETTERED, PAPER_WORDS):
        dossier = _dossier(hit)
        yield (
            hit.start(),
            hit.end(),
            searched.row(
                "parliamentary_document",
                hit.start(),
                hit.end(),
                number=f"{dossier}/{hit['letter']}",
                session_cited=written_session(hit["session"]),
                issuer="Eerste Kamer",
                identifier=f"kst-{dossier}-{hit['letter']}",
            ),
        )


def _answered(searched: SearchedText) -> Iterator[Row]:
    hits = [
        *searched.matches(ANSWERED, ANSWERED_WORDS),
        *searched.matches(ANSWERED, Beginnings("tweede", "kamervragen")),
    ]
    for hit in hits:
        own = hit["own"]
        session = f"{hit['first']}-{hit['second']}" if own else written_session(hit["session"] or hit["before"])
        number = str(int(own or hit["number"]))
        if session is None:
            continue  # without a session the number tells nothing
        yield (
            hit.start(),
            hit.end(),
            searched.row(
                "written_question",
                hit.start(),
                hit.end(),
                number=number,
                session_cited=session,
                identifier=f"ah-tk-{session.replace('-', '')}-{number}",
                target_question_id=f"tweede-kamer/{session}/aanhangsel/{number}",
            ),
        )


def _proceedings(searched: SearchedText) -> Iterator[Row]:
    for hit in searched.matches(PROCEEDINGS, Beginnings("handelingen")):
        is_senate = hit["chamber"] in ("I", "Eerste Kamer")
        yield (
            hit.start(),
            hit.end(),
            searched.row(
                "parliamentary_document",
                hit.start(),
                hit.end(),
                session_cited=written_session(hit["session"]),
                issuer="Eerste Kamer" if is_senate else None,
            ),
        )


def _cases(searched: SearchedText) -> Iterator[Row]:
    for hit in CASE.finditer(searched.text):
        before = searched.text[max(0, hit.start() - LONGEST_BEFORE) : hit.start()]
        if PUTS_OFF.match(searched.text, hit.end()):
            continue
        number = hit["number"]
        is_question = not hit["lead"] and "D" not in number and OF_QUESTION.search(before) is not None
        yield (
            hit.start(),
            hit.end(),
            searched.row(
                "written_question" if is_question else "parliamentary_document",
                hit.start(),
                hit.end(),
                number=number,
                identifier=f"kv-tk-{number}" if is_question else None,
            ),
        )


def _staatsblad(searched: SearchedText) -> Iterator[Row]:
    for hit in searched.matches(STAATSBLAD, Beginnings("stb", "staatsblad")):
        yield (
            hit.start(),
            hit.end(),
            searched.row(
                "legislation",
                hit.start(),
                hit.end(),
                published_in=f"Stb. {hit['year']}, {hit['number']}",
                identifier=f"stb-{hit['year']}-{hit['number']}",
            ),
        )


CITATION_DEFAULTS = CitationDefaults(
    parliament="tweede-kamer",
    session_of=session_of,
    title="(?!)",
    adjective="(?!)",
    member="(?:Kamerlid|lid)",
    elsewhere="(?:Eerste Kamer|Europese)",
    decision="besluit",
    documents=re.compile(r"(?!)"),
    own=find_own,
    keyed_by_minister=False,
)
"""For `Layout.citation_defaults`."""
