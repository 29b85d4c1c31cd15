"""Mentions of Belgian and foreign acts by their type: decrees, laws, decisions of governments, circulars, codes.

How they are cited: type and date (`decreet van 14 juli 2015`, `Decr. Vl. 14 juli 2015`, `BVR 5/04/2019`), type
and number (`KB nr. 78`, `omzendbrief BB 2019/2`), type and heading (`decreet over het lokaal bestuur`), or by pointing
back (`hetzelfde decreet`). Names (`het Energiedecreet`) are found in `transform.references.named_acts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from transform.dutch.dates import DATE, MONTHS, parse_date
from transform.references import named_acts
from transform.references.acts import (
    BESLUIT,
    BIJZONDER_DECREET,
    BIJZONDERE_WET,
    BVE,
    BVR,
    CODEX,
    DECREET,
    KB,
    LEGISLATION,
    MB,
    OMZENDBRIEF,
    TYPES,
    VERDRAG,
    WET,
    WETBOEK,
    Act,
    act_by_heading,
)
from transform.references.articles import LATIN
from transform.references.attachments import HEADING, HEADING_OPENS, QUOTED_HEADING, heading_at
from transform.references.defaults import CitationDefaults
from transform.references.heading_signs import FINITE
from transform.references.headings import heading_end
from transform.references.mentions import (
    AN_BEFORE,
    DRAFT_BEFORE,
    FOREIGN_BEFORE,
    POINTED_BACK,
    POINTS_BACK_BEFORE,
    Mention,
    before_words,
)
from transform.references.searched import PASSAGE_ENDS, Beginnings, SearchedText
from transform.references.words import ACT_TYPES, OTHER_LEGISLATOR, OWN_LEGISLATOR

# The word that an act begins with; abbreviations count only as they are written.
# Matches: "decreet", "BVR", "koninklijk besluit", "wetboek".
HEAD = re.compile(
    r"(?<![\w.-])(?=[abcdghkmoprsvw])(?:"
    + "|".join(f"(?P<t{place}>{one.words.replace('{date}', DATE)})" for place, one in enumerate(ACT_TYPES))
    + r")(?![\w-])",
    re.I,
)
HEAD_WORDS = Beginnings(*(word for one in ACT_TYPES for word in one.begins))
# Matches: "KB", "KB's", "Decr. Vl.".
ABBREVIATED = re.compile(r"[A-Z]{2,3}(?:['’]s)?|.*\.")
PLURAL = re.compile(r".*(?:decreten|wetten|besluiten|ordonnanties|omzendbrieven|akkoorden)\b.*|.*['’]s", re.I)

# What a word may point back to, where that is more than its own type.
ANY_BESLUIT = frozenset({BVR, BVE, KB, MB, BESLUIT})
POINTS_BACK = {
    DECREET: frozenset({DECREET, BIJZONDER_DECREET}),
    WET: frozenset({WET, BIJZONDERE_WET}),
    BESLUIT: ANY_BESLUIT,
}

# Whose act it is, between its type and its date. Matches: " van het Waals Gewest", " van de Franse Gemeenschap".
OF_WHOM = rf"(?: van (?:{OWN_LEGISLATOR}|{OTHER_LEGISLATOR}))?"
# Matches: " van de Franse Gemeenschap".
OF_ANOTHER = re.compile(rf" van {OTHER_LEGISLATOR}")
# Matches: "gecoördineerd op ", "gecoördineerd bij koninklijk besluit van ".
COORDINATED = r"geco[öo]rdineerd (?:op|bij koninklijk besluit van) "
# Matches: " van 14 juli 2015", " 14/07/2015", " van het Waals Parlement van 5 mei 2020", ", dd. 5 mei 2020".
DATED = re.compile(
    rf"{OF_WHOM},? {{0,2}}(?:van |dd\.? |d\.d\. |gedateerd (?:op )?|{COORDINATED})?(?P<date>{DATE})", re.I
)
MONTH = rf"(?:{'|'.join(month for month in MONTHS if len(month) > 4 or month in ('mei', 'juni', 'juli'))})"
NO_YEAR = re.compile(rf"{OF_WHOM} van \d{{1,2}} {MONTH}\b(?! \d)", re.I)
NEXT_DATE = re.compile(rf"(?: \((?=[a-z])[^()\n]{{3,200}}\))?(?:, ?| en |, en )(?:van )?(?P<date>{DATE})", re.I)
# Matches: " nr. 78", " nummer 3".
NUMBERED = re.compile(r" (?:nr\.?|nummer) ?(?P<number>\d{1,4}(?:/\d{1,4})?)(?!\.?\d)", re.I)
# Matches: " KB/ABB 2019/2", " BB-2011/1", " BaO/2005/04", " nr. VR 2014/12", " GPI 95", " PLP44bis", " 412ter",
# " nr. 412", " 5/2014".
CIRCULAR_NUMBER = re.compile(
    r"(?:,? (?P<nr>nr\.?|met nummer))? (?P<number>(?:[A-Z]{2,10}|[A-Z][a-z][A-Z])(?:[/-][A-Z]{1,10}){0,3}[ /-]?\d{1,4}"
    rf"(?:[/.-]\d{{1,4}}){{0,3}}(?:{LATIN})?|\d{{1,4}}{LATIN}|\d{{4}}[/-]\d{{1,3}}|\d{{1,3}}/(?:19|20)\d{{2}}"
    r"|(?(nr)\d{1,4}|(?!)))(?![\w/]|[.,]\d)"
)
# A name between the type and the date. Matches: " Basisbereikbaarheid", " “Sport voor Allen”", " lokale besturen".
NAME_BEFORE_DATE = re.compile(
    rf"(?P<name> [\"“‘]?[^\W\d_][\w’'&/-]*(?: [\w’'&/-]+){{0,7}}?[\"”’]?)(?= van {DATE})", re.I
)
# Where a treaty was made. Matches: " van Ottawa" before " van 3 december 1997".
PLACE_BEFORE_DATE = regex.compile(
    rf" van (?:de |het )?\p{{Lu}}[\p{{L}}-]+(?: (?:van )?\p{{Lu}}[\p{{L}}-]+)?(?= van {DATE})"
)
# Matches: " over het lokaal bestuur" before " van 22 december 2017", " inzake vervoer" before ", gecoördineerd op …",
# " betreffende de wijkwerking" and its abbreviation before " van 12 maart 2011".
HEADING_BEFORE_DATE = re.compile(
    rf"(?P<name> {HEADING_OPENS} [^\n.;:()]{{3,180}}?)(?P<short>(?-i: \([A-Z]{{2,8}}\)))?"
    rf"(?= van {DATE}|,? {COORDINATED}{DATE})",
    re.I,
)
# A verb in what stands between type and date: no name. Matches: "regelt".
VERB = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(FINITE))})(?!\w)|[,;:?!()]", re.I)
OPENS_HEADING = re.compile(rf" {HEADING_OPENS} ", re.I)
NOT_IN_A_NAME = re.compile(
    r"\b(?:dat|die|en|of|bij|in|op|met|als|ook|niet|zoals|dan|maar|tussen|vanaf|sinds|uit|zelf|reeds|al|pas|van)\b",
    re.I,
)
# A name after the type. Matches: " Basisbereikbaarheid", " Integrale Jeugdhulp", " “Sport voor Allen”".
CAPITAL_NAME = regex.compile(
    r" (?:[\"“‘][^\"“”‘’\n()]{2,60}[\"”’]"
    r"|(?!BS\b)\p{Lu}[\w’'-]+(?: (?:(?:en|van|de|het|voor|op) ){0,2}\p{Lu}[\w’'-]+){0,4})"
)
# A heading that is surely one: prepositions that sentences use as well need more.
# Matches: " betreffende ", " tot wijziging", " ter uitvoering", " over het", but not " over te", " ter inzage".
OWN_HEADING = regex.compile(
    r",? (?:(?:betreffende|houdende|inzake|aangaande|met betrekking tot) "
    r"|(?:tot|ter) (?:\w+ )?\w{2,30}(?:ing|atie|ie)\b"
    r"|(?:over|op|voor|omtrent|rond) (?:de|het|een|\p{Lu}\w+) (?!te\b|moment|manier|wijze|dag\b|vlak\b|ogenblik|einde))"
)
# A name in small letters, told by the ending of its noun, or by a number behind it.
# Matches: " landinrichting", " kinderopvang", " jeugdhulp", " onderwijs XXVI".
SMALL_NAME = regex.compile(
    r" \p{Ll}{2,40}(?:ing|onderwijs|opvang|hulp|tie|beleid|beheer|zorg|erfgoed|bestuur|economie|iteit|recht|ties|ingen|"
    r"rechten|middelen|diensten|zaken|heid|heden|schap|sie)"
    rf"(?:(?=[ ,.;:)])|{PASSAGE_ENDS})(?: en \p{{Ll}}{{3,30}}heid)?(?: [IVX]{{1,7}}\b)?"
    r"| \p{Ll}{3,40} [IVX]{2,7}\b"
)
# The number at the end of a name. Matches: " XXVI" in "decreet Onderwijs XXVI".
NUMBER_OF_NAME = re.compile(r" (?P<number>[IVX]{1,7})$")
# Matches: " van 2004".
YEAR_ONLY = re.compile(r" van (?P<year>(?:19|20)\d{2})(?![\w/-]|\.\d)")
# Another's: "de wet van de sterkste", "het besluit van de gemeenteraad". Not " van kracht", " van tel".
OF_OTHERS = re.compile(
    r" van (?!(?:kracht|toepassing|rechtswege|zodra|vandaag|tel|belang|aard|oordeel|mening|oudsher|groot)\b)\w", re.I
)
ADJECTIVE = r"(?:[^\W\d_]\w*(?:sche?|lijke?|ale?|aal|eel|ële|ieve?|ief|aire?|ige?) )"
# The noun of a code and those joined to it; where another act or the sentence follows, the name has ended.
NOUN = r"[^\W\d_]\w+"
# Matches: " van Koophandel", " van de Belgische nationaliteit", " van internationaal privaatrecht",
# " der registratie-, hypotheek- en griffierechten".
CODE_NAME = re.compile(
    rf" (?:van (?:de |het )?|der ){ADJECTIVE}{{0,2}}"
    rf"(?:{NOUN}-?,? (?:{NOUN}-,? ){{0,2}}en {NOUN}(?:rechten|taksen)\b|{NOUN})"
    rf"(?:(?:, {NOUN})? en (?!wetten|besluiten){NOUN}(?:en|s|ing|recht)\b| (?:van|der) (?:(?:de|het) )?{NOUN})?"
)
# A decision rather than an act. Matches: " om de school te sluiten", " dat genomen werd".
DECISION = re.compile(
    r",? (?:om|tot|dat|of|waarbij|hierover|ter zake|genomen|(?:te )?nemen|nam|neemt|viel|valt)\b", re.I
)
# The author behind a date. Matches: " van de", then the `author` of a type of `words.toml`.
BY_GOVERNMENT = re.compile(
    r" van de (?:" + "|".join(f"(?P<{one.key}>{one.author})" for one in ACT_TYPES if one.author) + r")\b"
)
BY_OTHERS = re.compile(r" van (?:de|het|onze|ons|mijn) \w", re.I)
# Before the law in general. Matches: "door de ", "bij de ".
BY_LAW_BEFORE = re.compile(r"(?<!\w)(?:door|bij|voor|buiten) de $", re.I)
# What leads from a heading to the act inside it. Matches: " van het ", " van ".
LEAD = re.compile(r"(?:,? (?:van|in|bij|aan|op|uit))?(?: (?:het|de|dit|dat))? $")


def find_mentions(searched: SearchedText, defaults: CitationDefaults) -> list[Mention]:
    """Every act that is mentioned by a word for its type, in order, without overlaps, whether or not it will be a
    row."""
    text = searched.text
    found: list[Mention] = []
    end = 0
    for head in searched.matches(HEAD, HEAD_WORDS):
        if head.start() < end:
            continue
        if DRAFT_BEFORE.search(before_words(text, head.start())):
            # A draft is no act, and its date is not the date of one.
            dated = DATED.match(text, head.end())
            end = dated.end() if dated else head.end()
            continue
        for mention in _mentions_at(text, head, defaults.decision):
            end = max(end, mention.end)
            found.append(mention)
    return found


def _type_of(head: re.Match[str]) -> str:
    assert head.lastgroup is not None, "every head has the group of its type"
    act_type = ACT_TYPES[int(head.lastgroup[1:])].type
    return head.group()[0].lower() + head.group()[1:] if act_type is None else act_type


def _number(text: str, head: re.Match[str], act_type: str) -> tuple[str, int] | None:
    """The number behind the word for a type, and where it ends; a circular of a known series is all number."""
    if act_type == OMZENDBRIEF and not head.group().isalpha() and not head.group().endswith(("f", "en", ".")):
        return head.group(), head.end()
    found = (CIRCULAR_NUMBER if act_type == OMZENDBRIEF else NUMBERED).match(text, head.end())
    return (found["number"], found.end()) if found else None


def _mentions_at(text: str, head: re.Match[str], decision: str) -> Iterator[Mention]:
    """What a word for a type mentions; `decision` is the type of a `besluit` whose author is not told."""
    act_type = _type_of(head)
    before = before_words(text, head.start())
    foreign = FOREIGN_BEFORE.search(before) is not None or OF_ANOTHER.match(text, head.end()) is not None
    mention = (
        _dated(text, head, act_type, decision)
        or _without_year(text, head, act_type, decision)
        or _numbered(text, head, act_type)
    )
    mention = mention or _undated(text, head, act_type, before, decision)
    if mention is None:
        return
    if foreign:
        mention.resolvable = False
        if mention.act is None:
            mention.act = Act(LEGISLATION, mention.default_type)
            mention.alone, mention.points_back_to = False, frozenset()
    yield mention
    at = mention.end
    while PLURAL.fullmatch(head.group()) and mention.act and (following := NEXT_DATE.match(text, at)):
        at = following.end()
        act = Act(LEGISLATION, mention.act.act_type, parse_date(following["date"]))
        yield Mention(following.start("date"), at, act, takes_heading=True, resolvable=not foreign)


def _author(text: str, at: int, act_type: str, decision: str) -> tuple[str, int] | None:
    """The type of a `besluit` by the author that follows its date, and where that ends; None where its author
    makes no acts. Other types are what they are."""
    if act_type != BESLUIT:
        return act_type, at
    if by := BY_GOVERNMENT.match(text, at):
        assert by.lastgroup is not None, "every author has the group of its type"
        return TYPES[by.lastgroup], by.end()
    if BY_OTHERS.match(text, at):
        return None
    return decision, at


def _dated(text: str, head: re.Match[str], act_type: str, decision: str) -> Mention | None:
    if act_type in (CODEX, WETBOEK):
        return None
    at, title = head.end(), None
    number, at = _number(text, head, act_type) or (None, at)
    dated = DATED.match(text, at)
    if dated is None:
        between, at = _between(text, at, act_type) or ("", at)
        name = between.strip(' ,:"“”„‘’«»')
        if not name:
            return None
        title = name if OPENS_HEADING.match(f" {name}") else f"{head.group()} {name}"
        dated = DATED.match(text, at)
        assert dated is not None, "the name was found before a date"
        if act_type == VERDRAG and HEADING.match(text, dated.end()):
            title = None  # its heading says more than where, or by whom, it was made
    author = _author(text, dated.end(), act_type, decision)
    if author is None:
        return None
    act = Act(LEGISLATION, author[0], parse_date(dated["date"]), title, number)
    open_type = ANY_BESLUIT if act_type == BESLUIT and author[1] == dated.end() else frozenset()
    return Mention(head.start(), author[1], act, points_back_to=open_type, takes_heading=title is None)


def _between(text: str, at: int, act_type: str) -> tuple[str, int] | None:
    """The name or heading that stands between the type at `at` and the date, and where it ends with its abbreviation;
    None where a verb, another act or another clause stands there."""
    quoted = QUOTED_HEADING.match(text, at)
    if quoted is not None and DATED.match(text, quoted.end()):
        return quoted.group(), quoted.end()
    if act_type == VERDRAG and (place := PLACE_BEFORE_DATE.match(text, at)):
        return place.group(), place.end()
    if OPENS_HEADING.match(text, at):
        found = HEADING_BEFORE_DATE.match(text, at)
    else:
        found = NAME_BEFORE_DATE.match(text, at)
        if found is not None and NOT_IN_A_NAME.search(found["name"]):
            return None
    if found is None or HEAD.search(found["name"]):
        return None
    name = found["name"].strip('"“”„‘’«» ')
    whole = heading_end(text, at + 1) >= at + 1 + len(name) if OPENS_HEADING.match(text, at) else not VERB.search(name)
    if not whole:
        return None
    return found["name"], found.end()


def _without_year(text: str, head: re.Match[str], act_type: str, decision: str) -> Mention | None:
    """`decreet van 14 juli`: an act of a day that cannot be told."""
    found = NO_YEAR.match(text, head.end())
    author = _author(text, found.end(), act_type, decision) if found else None
    if author is None or ABBREVIATED.fullmatch(head.group()) or act_type in (CODEX, WETBOEK):
        return None
    return Mention(head.start(), author[1], Act(LEGISLATION, author[0]), takes_heading=True)


def _numbered(text: str, head: re.Match[str], act_type: str) -> Mention | None:
    """`KB nr. 78`, `omzendbrief BB 2019/2`: types whose acts are known by number."""
    found = _number(text, head, act_type) if act_type in (OMZENDBRIEF, KB) else None
    if found is None:
        return None
    return Mention(head.start(), found[1], Act(LEGISLATION, act_type, number=found[0]), takes_heading=True)


def _undated(text: str, head: re.Match[str], act_type: str, before: str, decision: str) -> Mention | None:
    """A word for a type without date or number: with a heading or a name of its own, or pointing back."""
    start, end = head.span()
    default_type = {BESLUIT: decision, CODEX: DECREET}.get(act_type, act_type)
    if PLURAL.fullmatch(head.group()) or head.group().endswith(".") or AN_BEFORE.search(before):
        return None
    if OWN_HEADING.match(text, end) and not POINTED_BACK.search(before):
        return _with_heading(text, start, end, default_type)
    if act_type == BESLUIT and not POINTED_BACK.search(before) and DECISION.match(text, end):
        return None
    if year := YEAR_ONLY.match(text, end):
        return Mention(
            start, year.end(), None, alone=POINTS_BACK_BEFORE.search(before) is not None, default_type=default_type,
            year=int(year["year"]),
        )  # fmt: skip
    name = CAPITAL_NAME.match(text, end) if act_type not in ANY_BESLUIT else None
    if name is None and act_type == WETBOEK:
        name = CODE_NAME.match(text, end)
    if name is None and (of := OF_OTHERS.match(text, end)):
        # "artikel 11 van de organieke wet van de inlichtingendiensten": what it is about stands behind `van`.
        about = heading_end(text, end + 1) if text.startswith("organieke", start) else 0
        return (
            Mention(start, about, Act(LEGISLATION, default_type, None, text[start:about]), alone=False)
            if about > of.end()
            else None
        )
    if name is None and act_type in (DECREET, WET, BIJZONDER_DECREET):
        name = SMALL_NAME.match(text, end)
    if name is not None:
        title = text[start : name.end()]
        numbered = NUMBER_OF_NAME.search(title)
        act = Act(LEGISLATION, default_type, None, title, numbered["number"] if numbered else None)
        return Mention(start, name.end(), act, alone=False)
    back = POINTS_BACK.get(act_type, frozenset({act_type}))
    alone = POINTS_BACK_BEFORE.search(before) is not None and not (act_type == WET and BY_LAW_BEFORE.search(before))
    return Mention(start, end, None, alone=alone, points_back_to=back, default_type=default_type)


def _with_heading(text: str, start: int, end: int, act_type: str) -> Mention | None:
    heading = heading_at(text, end)
    if heading is None:
        return None
    written = text[heading.start : heading.end]
    if known := act_by_heading(act_type, written):
        return Mention(start, heading.after, known, named=True)
    act = Act(LEGISLATION, act_type, None, written)
    inner = _inner(text, heading.start, heading.end)
    if inner is None or not written.startswith(("houdende", "tot ")):
        return Mention(start, end, act, alone=False)
    # An act that is told by the act that it changes: two rows, the outer ends before the inner.
    lead = LEAD.search(text, max(heading.start, inner - 20), inner)
    return Mention(start, lead.start() if lead else inner, act)


def _inner(text: str, start: int, end: int) -> int | None:
    """Where the first act inside a heading begins that has a date or a name of the table; None where there is none."""
    typed = HEAD.search(text, start, end)
    if typed is not None and DATED.match(text, typed.end()) is not None:
        return typed.start()
    named = named_acts.first_in(text[start:end])
    return None if named is None else start + named
