"""Mentions of Belgian and foreign acts: decrees, laws, decisions of governments, circulars, codes.

How they are cited: type and date (`decreet van 17 februari 2012`, `Decr. Vl. 17 februari 2012`, `BVR 5/04/2019`), type and
number (`KB nr. 78`, `omzendbrief BB 2019/2`), a name (`het Energiedecreet`, `VCRO`), or by pointing back (`hetzelfde decreet`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from transform.dates import DATE, MONTHS, parse_date
from transform.references.acts import (
    BIJZONDER_DECREET,
    BIJZONDERE_WET,
    BVE,
    BVR,
    CODEX,
    DECREET,
    GRONDWET,
    KB,
    LEGISLATION,
    MB,
    NAMES,
    OMZENDBRIEF,
    ORDONNANTIE,
    SAMENWERKINGSAKKOORD,
    WET,
    WETBOEK,
    Act,
    Name,
    act_by_heading,
)
from transform.references.mentions import HEADING_OPENS, HEADING_STOPS, Mention, attach, heading_at

# Without any of these (in small letters) no act is mentioned other than by a name of the table.
TRIGGERS = (
    "decre", "decr.", "wet", "besl", "kb", "k.b.", "mb", "m.b.", "bvr", "bve", "b.vl", "ordonnantie", "ord.", "omz",
    "akkoord", "codex", "w.", "b. vl",
)  # fmt: skip

FOREIGN_COMMUNITY = (
    r"(?:de Franse Gemeenschap|de Duitstalige Gemeenschap|de Franse Gemeenschapscommissie|het Waalse? (?:Gewest|Parlement)"
    r"|de Waalse Gewestraad)"
)
GOVERNMENT = r"[Rr]egering"

# The words for each type of act; abbreviations only as they are written.
HEADS: tuple[tuple[str, str], ...] = (
    # Matches: "bijzonder decreet".
    (BIJZONDER_DECREET, r"bijzondere? decre(?:et|ten)"),
    # Matches: "decreet", "programmadecreet", "Decr. Vl.", "Decr.Vl.Parl.".
    (
        DECREET,
        r"(?:programma|wijzigings|kader|verzamel|begrotings|aanpassings|herstel|reparatie)?decre(?:et|ten)(?!\w)"
        r"|(?-i:[Dd]ecr\.(?: ?Vl\.(?: ?(?:Parl\.|R\.|Gem\.))?)?)",
    ),
    # Matches: "bijzondere wet", "Bijz. W.".
    (BIJZONDERE_WET, r"bijzondere wet(?:ten)?(?!\w)|(?-i:Bijz\. ?[Ww](?:et|\.))"),
    # Matches: "wet", "programmawet", "gecoördineerde wetten", "W." before a date.
    (
        WET,
        r"(?:(?:gewone|organieke|gecoördineerde) )?(?:programma|kader)?wet(?:ten)?(?!\w)"
        rf"|(?-i:W\.)(?= ?(?:van |dd\.? )?\d)",
    ),
    # Matches: "besluit van de Vlaamse Regering", "BVR", "B.Vl.R.", "Besl. Vl. Reg.".
    (
        BVR,
        rf"besluit(?:en)? van (?:de )?Vlaamse {GOVERNMENT}|(?-i:BVR|B\. ?Vl\. ?R(?:eg)?\.|B\.Vl\.Reg\.|Besl\. ?Vl\. ?Reg\.)",
    ),
    # Matches: "besluit van de Vlaamse Executieve", "BVE".
    (BVE, r"besluit(?:en)? van (?:de )?Vlaamse Executieve|(?-i:BVE|B\. ?Vl\. ?Ex\.)"),
    # Matches: "koninklijk besluit", "KB", "K.B.".
    (KB, r"koninklijke? besluit(?:en)?|(?-i:KB(?:['’]s)?|K\. ?B\.)"),
    # Matches: "ministerieel besluit", "MB", "besluit van de Vlaamse minister van Onderwijs" before its date.
    (
        MB,
        r"ministeri[eë]+le? besluit(?:en)?|(?-i:MB|M\. ?B\.)"
        rf"|besluit van de (?:Vlaamse? )?minister(?: [^\W\d_][\w-]*,?){{0,9}}(?= van {DATE})",
    ),
    (ORDONNANTIE, r"ordonnanties?|(?-i:Ord\.)"),
    # Matches: "omzendbrief", "ministeriële omzendbrief", "Omz.".
    (OMZENDBRIEF, r"(?:ministeriële )?(?:omzendbrie(?:f|ven)|rondzendbrief)|(?-i:Omz\.)"),
    (SAMENWERKINGSAKKOORD, r"samenwerkingsakkoord(?:en)?"),
    # Matches: "besluit van de Waalse Regering"; the type of the table is as written.
    ("", rf"besluit van de (?:Waalse|Brusselse Hoofdstedelijke|Franse Gemeenschaps|Duitstalige) ?{GOVERNMENT}"),
    ("besluit", r"besluit(?:en)?(?!\w)"),
    (CODEX, r"codex(?!\w)"),
    (WETBOEK, r"wetboek(?!\w)"),
)
HEAD = re.compile(
    r"(?<![\w.-])(?:" + "|".join(f"(?P<t{place}>{words})" for place, (_, words) in enumerate(HEADS)) + r")(?![\w-])", re.I
)
ABBREVIATED = re.compile(r"[A-Z]{2,3}(?:['’]s)?|.*\.")
PLURAL = re.compile(r".*(?:decreten|wetten|besluiten|ordonnanties|omzendbrieven|akkoorden)\b.*|.*['’]s", re.I)

# What a bare word may point back to.
BESLUITEN = frozenset({BVR, BVE, KB, MB, "besluit"})
POINTS_BACK = {
    DECREET: frozenset({DECREET, BIJZONDER_DECREET}),
    WET: frozenset({WET, BIJZONDERE_WET}),
    "besluit": BESLUITEN,
}
MONTH = rf"(?:{'|'.join(sorted((month for month in MONTHS if len(month) > 3), key=len, reverse=True))}|mei)"

# What stands between the word and the date. Matches: " van ", " dd. ", " ", " van het Vlaams Parlement van ".
OF_WHOM = (
    rf"(?: van (?:(?:de|het) (?:Vlaamse Raad|Vlaams Parlement|Vlaamse Gemeenschap|Vlaamse Overheid|Vlaamse {GOVERNMENT}|Vlaamse "
    rf"Gewest)|{FOREIGN_COMMUNITY}))?"
)
DATED = re.compile(rf"{OF_WHOM},? {{0,2}}(?:van |dd\.? |d\.d\. |gedateerd (?:op )?|uit )?(?P<date>{DATE})", re.I)
NO_YEAR = re.compile(rf"{OF_WHOM} van (?P<day>\d{{1,2}} {MONTH})\b(?! \d)", re.I)
NEXT_DATE = re.compile(rf"(?:, ?| en |, en )(?:van )?(?P<date>{DATE})", re.I)
# Matches: " nr. 78", " nummer 3".
NUMBERED = re.compile(r" (?:nr\.?|nummer) ?(?P<number>\d{1,4}(?:/\d{1,4})?)(?![\d.]*\d)", re.I)
# Matches: " KB/ABB 2019/2", " BB-2011/1", " SO/2005/04", " VR 2014/12", " GPI 95".
CIRCULAR_NUMBER = re.compile(
    r"(?:,? (?:nr\.?|met nummer))? (?P<number>[A-Z][A-Za-z]{0,9}(?:[/-][A-Z]{1,10}){0,3}[ /-]?\d{1,4}(?:[/.-]\d{1,4}){0,3}"
    r"|\d{4}[/-]\d{1,3})(?!\w)"
)
# A name between the word and its date, which no verb or other act interrupts.
# Matches: " Basisbereikbaarheid", " “Sport voor Allen”", " lokale besturen".
NAME_BEFORE_DATE = re.compile(
    rf"(?P<name> [\"“‘]?[^\W\d_][\w’'&/-]*(?: [\w’'&/-]+){{0,7}}?[\"”’]?)(?P<dated> van {DATE})", re.I
)
# Matches: " over het lokaal bestuur van 22 december 2017".
HEADING_BEFORE_DATE = re.compile(rf"(?P<name> {HEADING_OPENS} [^\n.;:()]{{3,180}}?)(?P<dated> van {DATE})", re.I)
NOT_IN_A_NAME = re.compile(
    r"\b(?:dat|die|en|of|bij|in|op|met|als|ook|niet|zoals|dan|maar|tussen|vanaf|sinds|uit|zelf|reeds|al|pas)\b", re.I
)
# A name after the word, without a date. Matches: " Basisbereikbaarheid", " Integrale Jeugdhulp", " “Sport voor Allen”".
CAPITAL_NAME = re.compile(
    r" (?:[\"“‘](?P<quoted>[^\"“”‘’\n()]{2,60})[\"”’]|(?P<name>(?!BS\b)[A-Z][\w’'-]+(?: (?:(?:en|van|de|het|voor|op) ){0,2}[A-Z][\w’'-]+){0,4}))"
)
GEOGRAPHIC = r"van (?:kracht|toepassing|rechtswege|zodra|meet af aan|vandaag|destijds)"
OWN_HEADING = re.compile(
    rf",? (?:(?:betreffende|houdende|inzake|aangaande|met betrekking tot|ter) |tot (?:\w+ )?\w{{2,30}}(?:ing|atie|ie|en)\b"
    r"|(?:over|op|voor|omtrent|rond) (?:de|het|een|[A-Z])(?!\w* te\b))",
)
IN_SENTENCE = re.compile(r" (?:op|over|voor|rond) (?:het moment|de manier|de wijze|de dag|een manier|het terrein|de vingers)")
BELONGS_TO_OTHERS = re.compile(rf" van (?!{GEOGRAPHIC[4:]})(?:de|het|een|mijn|onze|deze|dit|zijn|haar|hun|\w+)\b", re.I)
NO_ACT_BUT_A_DECISION = re.compile(r",? (?:om|tot|dat|of|waarbij|hierover|ter zake|genomen|viel|valt|valle[nd])\b", re.I)

def find_mentions(text: str, lowered: str) -> list[Mention]:
    """Every mention of an act in `text`, in order, without overlaps. `lowered` is `text` in small letters, of the
    same length. Offsets into `text`, end exclusive."""
    if not any(trigger in lowered for trigger in TRIGGERS):
        return []
    return list(_typed(text))


def _typed(text: str) -> Iterator[Mention]:
    end = 0
    for head in HEAD.finditer(text):
        if head.start() < end:
            continue
        place = next(place for place in range(len(HEADS)) if head[f"t{place}"] is not None)
        act_type = HEADS[place][0] or head.group().lower().replace("regering", "Regering")
        before = before_words(text, head.start())
        if DRAFT_BEFORE.search(before):
            end = head.end()
            dated = DATED.match(text, end)
            end = dated.end() if dated else end
            continue
        for mention in _mentions_at(text, head, act_type, before):
            end = max(end, mention.end)
            yield mention


def _mentions_at(text: str, head: re.Match[str], act_type: str, before: str) -> Iterator[Mention]:
    foreign = FOREIGN_BEFORE.search(before) is not None or re.match(f" van {FOREIGN_COMMUNITY}", text[head.end() : head.end() + 60]) is not None
    mention = _dated(text, head, act_type) or _numbered(text, head, act_type)
    if mention is None:
        bare = _undated(text, head, act_type, before)
        if bare is not None:
            if foreign:
                bare.act = bare.act or Act(LEGISLATION, bare.default_type)
                bare.alone, bare.points_back_to, bare.resolvable = False, frozenset(), False
            yield bare
        return
    mention.resolvable = not foreign
    yield mention
    at = mention.end
    while PLURAL.fullmatch(head.group()) and (following := NEXT_DATE.match(text, at)):
        at = following.end()
        assert mention.act is not None, "a dated mention has an act"
        act = Act(LEGISLATION, mention.act.act_type, parse_date(following["date"]))
        yield Mention(following.start("date"), at, act, takes_heading=True, resolvable=not foreign, attached_end=at)


def _written_type(text: str, at: int, act_type: str) -> tuple[str, int] | None:
    """The type of a `besluit` of whoever follows its date, and where that ends; None where it is no act."""
    if act_type != "besluit":
        return act_type, at
    if by := re.compile(rf" van de Vlaamse (?:(?P<regering>{GOVERNMENT})|Executieve)\b").match(text, at):
        return (BVR if by["regering"] else BVE), by.end()
    if re.compile(r" van (?:de|het|onze|ons) \w", re.I).match(text, at):
        return None  # of a town council, of a board
    # In a Flemish document a decision without an author is one of the Flemish Government.
    return BVR, at


def _dated(text: str, head: re.Match[str], act_type: str) -> Mention | None:
    if act_type in (CODEX, WETBOEK):
        return None
    at = head.end()
    number: str | None = None
    title: str | None = None
    if act_type == OMZENDBRIEF:
        numbered = CIRCULAR_NUMBER.match(text, at)
    else:
        numbered = NUMBERED.match(text, at)
    if numbered is not None:
        number, at = numbered["number"], numbered.end()
    dated = DATED.match(text, at)
    if dated is None:
        between = NAME_BEFORE_DATE.match(text, at) or HEADING_BEFORE_DATE.match(text, at)
        opens_heading = re.match(rf" {HEADING_OPENS} ", text[at : at + 30], re.I) is not None
        if between is None or HEAD.search(between["name"]):
            between = None
        elif opens_heading:
            between = between if not HEADING_STOPS.search(between["name"]) else None
        elif NOT_IN_A_NAME.search(between["name"]) or HEADING_STOPS.search(between["name"]):
            between = None
        if between is None:
            return _without_year(text, head, act_type, number)
        written = between["name"].strip(" \"“”‘’")
        title = written if opens_heading else f"{head.group()} {written}"
        dated = DATED.match(text, between.start("dated"))
        assert dated is not None, "the name was found before a date"
    written_type = _written_type(text, dated.end(), act_type)
    if written_type is None:
        return None
    act = Act(LEGISLATION, written_type[0], parse_date(dated["date"]), title, number)
    return Mention(head.start(), written_type[1], act, takes_heading=True, attached_end=written_type[1])


def _without_year(text: str, head: re.Match[str], act_type: str, number: str | None) -> Mention | None:
    """`decreet van 17 februari`: an act of a day that cannot be told."""
    found = NO_YEAR.match(text, head.end())
    if found is None or number is not None:
        return None
    written_type = _written_type(text, found.end(), act_type)
    if written_type is None or ABBREVIATED.fullmatch(head.group()):
        return None
    act = Act(LEGISLATION, written_type[0])
    return Mention(head.start(), written_type[1], act, takes_heading=True, attached_end=written_type[1])


def _numbered(text: str, head: re.Match[str], act_type: str) -> Mention | None:
    if act_type == OMZENDBRIEF:
        found = CIRCULAR_NUMBER.match(text, head.end())
    elif act_type == KB:
        found = NUMBERED.match(text, head.end())
    else:
        found = None
    if found is None:
        return None
    act = Act(LEGISLATION, act_type, None, None, found["number"])
    return Mention(head.start(), found.end(), act, takes_heading=True, attached_end=found.end())


def _undated(text: str, head: re.Match[str], act_type: str, before: str) -> Mention | None:
    """A word for a type of act without date or number: with a heading or a name of its own, or pointing back."""
    start, end = head.span()
    default_type = BVR if act_type == "besluit" else DECREET if act_type == CODEX else act_type
    if PLURAL.fullmatch(head.group()) or AN_BEFORE.search(before):
        return None
    if head.group().endswith(".") or act_type == SAMENWERKINGSAKKOORD and not POINTS_BACK_BEFORE.search(before):
        return None
    if OWN_HEADING.match(text, end) and not IN_SENTENCE.match(text, end):
        return _with_heading(text, start, end, default_type, act_type)
    if act_type in ("besluit", BVR) and NO_ACT_BUT_A_DECISION.match(text, end):
        return None
    name = CAPITAL_NAME.match(text, end)
    if name is not None and act_type not in (BVR, BVE, KB, MB) and not ABBREVIATED.fullmatch(head.group()):
        act = Act(LEGISLATION, default_type, None, text[start : name.end()])
        return Mention(start, name.end(), act, alone=False, attached_end=name.end())
    if BELONGS_TO_OTHERS.match(text, end):
        code = re.compile(r" van (?:de |het |der )?\w+(?: (?:van|en|der|de) \w+)?").match(text, end)
        if act_type == WETBOEK and code:
            act = Act(LEGISLATION, WETBOEK, None, text[start : code.end()])
            return Mention(start, code.end(), act, alone=False, attached_end=code.end())
        return None
    back = POINTS_BACK.get(act_type, frozenset({act_type}))
    alone = POINTS_BACK_BEFORE.search(before) is not None
    return Mention(start, end, None, alone=alone, points_back_to=back, default_type=default_type, attached_end=end)


def _with_heading(text: str, start: int, end: int, default_type: str, act_type: str) -> Mention | None:
    heading = heading_at(text, end)
    if heading is None:
        return None
    written = text[heading[0] : heading[1]]
    known = act_by_heading(default_type, written)
    if known is not None:
        return Mention(start, heading[1], known, named=True, attached_end=heading[1])
    inner = HEAD.search(text, heading[0], heading[1])
    inner_act = inner is not None and (DATED.match(text, inner.end()) is not None)
    stop = _before_inner(text, heading[0], inner.start()) if inner is not None and inner_act else end
    act = Act(LEGISLATION, default_type, None, written)
    # The heading tells what the act is, also where it has no date, when it names the act that it changes.
    alone = inner_act and act_type in (DECREET, WET, BVR, KB, MB) and written.startswith(("houdende", "tot"))
    return Mention(start, stop, act, alone=alone, attached_end=stop)


def _before_inner(text: str, start: int, inner: int) -> int:
    """Where the words before an inner act end, without the words that lead to it (`wijziging van het`)."""
    lead = re.search(r"(?:,? (?:van|in|bij|aan|op|uit))?(?: (?:het|de|dit|dat))? $", text[start:inner])
    return start + lead.start() if lead else inner


