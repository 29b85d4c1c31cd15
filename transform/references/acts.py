"""The table of acts: what an act that is cited by name or by date is called, and where it can be found.

`acts.csv` holds Flemish and federal acts, `eu_acts.csv` acts of the European Union, both read once at import.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

from transform.references.searched import PART
from transform.references.words import ACT_TYPES

LEGISLATION = "legislation"
EU_LEGISLATION = "eu_legislation"

TYPES: dict[str, str] = {one.key: one.type for one in ACT_TYPES if one.type is not None}
DECREET = TYPES["DECREET"]
BIJZONDER_DECREET = TYPES["BIJZONDER_DECREET"]
WET = TYPES["WET"]
BIJZONDERE_WET = TYPES["BIJZONDERE_WET"]
WETBOEK = TYPES["WETBOEK"]
BVR = TYPES["BVR"]
BVE = TYPES["BVE"]
KB = TYPES["KB"]
MB = TYPES["MB"]
ORDONNANTIE = TYPES["ORDONNANTIE"]
OMZENDBRIEF = TYPES["OMZENDBRIEF"]
VERDRAG = TYPES["VERDRAG"]
BESLUIT = TYPES["BESLUIT"]
CODEX = TYPES["CODEX"]
"""No type of the tables: what `de codex` points back to, an act whose title has that word."""

VERORDENING = "verordening"
RICHTLIJN = "richtlijn"
BESCHIKKING = "beschikking"
AANBEVELING = "aanbeveling"
KADERBESLUIT = "kaderbesluit"
# So long after a new act of the same name a document may still mean the one before it: it applies later than its date.
TRANSITION = timedelta(days=366)

# The word for the type inside an ELI address (facts.md).
ELI_TYPES = {
    DECREET: "decreet", BIJZONDER_DECREET: "decreet", WET: "wet", BIJZONDERE_WET: "wet",
    ORDONNANTIE: "ordonnantie", BVR: "besluit", KB: "besluit", MB: "besluit",
}  # fmt: skip

# The letter for the type inside a CELEX number.
CELEX_LETTERS = {
    VERORDENING: "R", RICHTLIJN: "L", BESLUIT: "D", BESCHIKKING: "D", AANBEVELING: "H", KADERBESLUIT: "F",
}  # fmt: skip

# A word, hyphens and apostrophes inside it included. Matches: "OVAM-decreet", "VCRO", "gw" in "gw.".
WORD = re.compile(rf"{PART.pattern}(?:[’'-]{PART.pattern}){{0,8}}")
# Words that a short and a full form of the same heading do not share reliably.
_COMMON_WORDS = frozenset(
    "de het een en of van voor met tot ter ten in op over bij aan inzake betreffende houdende aangaande betrekking der "
    "des als wat die dat".split()
)
# What the headings of many acts begin with: only the whole of such a heading tells which act it is.
_COMMON_OPENINGS = frozenset({"wijziging", "uitvoering", "oprichting"})
# Matches: "woonzorg", "eu" in "EU-recht".
CONTENT_WORD = re.compile(r"[^\W\d_]{2,}")
# Matches: " nr. 78" at the end of "Koninklijk besluit nr. 78".
NUMBER_AT_END = re.compile(r" nr\. (?P<number>\d+)$")
# Matches: "Codex" in "Codex Hoger Onderwijs".
CODEX_WORD = re.compile(r"\bcodex\b", re.I)


@dataclass(frozen=True, slots=True)
class Act:
    """An act as it is known at one place of a document; the attributes are columns of `references`."""

    kind: str
    act_type: str
    act_date: date | None = None
    act_title: str | None = None
    number: str | None = None
    identifier: str | None = None

    @property
    def is_codex(self) -> bool:
        """Whether `de codex` may point back to it."""
        return self.act_title is not None and CODEX_WORD.search(self.act_title) is not None


@dataclass(frozen=True, slots=True)
class TableAct:
    """A line of a table of acts."""

    act: Act
    title: str
    """The official heading after type and date; empty where the act has none but its name."""
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    date_is_enough: bool
    numac: str = ""
    """The number under which the Belgisch Staatsblad published it; empty where it is not certain."""
    sources: tuple[str, ...] = ()
    """The kinds of text in which its facts were read (`acts.csv` explains them); acts of the Union name none."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name by which an act is cited, and the acts that bear it (several where a name was used again)."""

    words: str
    lowered: str
    """The same in small letters."""
    acts: tuple[TableAct, ...]
    only_after_article: bool
    exact_case: bool

    def act(self, act_date: date | None = None, asked_on: date | None = None) -> Act:
        """The act meant; `act_date` is the date that stands beside the name, `asked_on` that of the document. An act
        that the name cannot tell apart from another, or whose date is another, has no identifier and only the date that
        was given."""
        chosen = [one.act for one in self.acts if act_date in (None, one.act.act_date)]
        if act_date is None and asked_on is not None and len(chosen) > 1:
            chosen = _of_its_time(chosen, asked_on)
        if len(chosen) == 1:
            return chosen[0]
        first = self.acts[0].act
        return Act(first.kind, first.act_type, act_date, first.act_title)


def _of_its_time(acts: Sequence[Act], asked_on: date) -> list[Act]:
    """The acts of one name that a document may mean: the last that was there, and for a while the one before it."""
    dated = sorted((one.act_date, place) for place, one in enumerate(acts) if one.act_date and one.act_date <= asked_on)
    in_force = sum(asked_on - day > TRANSITION for day, _ in dated)
    return [acts[place] for _, place in dated[max(0, in_force - 1) :]]


def celex(act_type: str, year: int, serial: int) -> str:
    """The CELEX number of an act of the European Union: `32016R0679` for regulation 2016/679."""
    return f"3{year}{CELEX_LETTERS[act_type]}{serial:04d}"


def eli(act_type: str, act_date: date | None, numac: str | None) -> str | None:
    """The ELI of a Belgian act; None where its type has none, or date or numac are unknown (facts.md)."""
    if act_date is None or not numac or act_type not in ELI_TYPES:
        return None
    return f"http://www.ejustice.just.fgov.be/eli/{ELI_TYPES[act_type]}/{act_date:%Y/%m/%d}/{numac}/justel"


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("transform.references").joinpath(name).read_text("utf-8")
    return csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter="|")


def _several(cell: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in cell.split(";") if one.strip())


def _read_acts() -> Iterator[TableAct]:
    for row in _rows("acts.csv"):
        act_date = date.fromisoformat(row["date"]) if row["date"] else None
        # A numbered act is known by its number too: "Koninklijk besluit nr. 78".
        number = NUMBER_AT_END.search(row["name"])
        act = Act(
            LEGISLATION, row["type"], act_date, row["name"],
            number["number"] if number else None, eli(row["type"], act_date, row["numac"]),
        )  # fmt: skip
        yield TableAct(
            act, row["title"], (row["name"], *_several(row["names"])), _several(row["abbreviations"]),
            row["date_is_enough"] == "yes", row["numac"], _several(row["sources"]),
        )  # fmt: skip


def _read_eu_acts() -> Iterator[TableAct]:
    for row in _rows("eu_acts.csv"):
        act_date = date.fromisoformat(row["date"])
        identifier = celex(row["type"], int(row["year"]), int(row["serial"]))
        act = Act(EU_LEGISLATION, row["type"], act_date, row["name"], row["number"], identifier)
        yield TableAct(act, "", (row["name"], *_several(row["names"])), (), False)


def _first_word(name: str) -> str:
    found = WORD.match(name.lower())
    return found.group() if found else ""


def _is_abbreviation(name: str) -> bool:
    """An abbreviation counts only as it is written: `AVG` is an act, `avg` an average."""
    return sum(letter.isupper() for letter in name) >= 2 and len(name) <= 8 and " " not in name


def _name_index(acts: Iterable[TableAct]) -> dict[str, tuple[Name, ...]]:
    """Names by their first word in small letters, the longest first."""
    bearers: dict[str, list[TableAct]] = {}
    spellings: dict[str, str] = {}
    after_article: set[str] = set()
    for one in acts:
        # The full heading without a date is a name as well: "decreet over het lokaal bestuur".
        full = (f"{one.act.act_type} {one.title}",) if one.title and " " in one.title else ()
        for name in dict.fromkeys((*one.names, *full, *one.abbreviations)):
            key = name if name in one.abbreviations else name.lower()
            spellings.setdefault(key, name)
            bearers.setdefault(key, [])
            if one not in bearers[key]:
                bearers[key].append(one)
            if name in one.abbreviations:
                after_article.add(key)
    index: dict[str, list[Name]] = {}
    for key, holders in bearers.items():
        spelling = spellings[key]
        only_after = key in after_article
        name = Name(spelling, spelling.lower(), tuple(holders), only_after, only_after or _is_abbreviation(spelling))
        index.setdefault(_first_word(spelling), []).append(name)
    return {first: tuple(sorted(names, key=lambda name: -len(name.words))) for first, names in index.items()}


TABLE: tuple[TableAct, ...] = tuple(_read_acts())
EU_TABLE: tuple[TableAct, ...] = tuple(_read_eu_acts())
NAMES: dict[str, tuple[Name, ...]] = _name_index(TABLE + EU_TABLE)
"""The names of all acts of both tables by their first word in small letters, the longest first."""

_BY_DATE: dict[date, list[TableAct]] = {}
for _one in TABLE:
    if _one.act.act_date is not None:
        _BY_DATE.setdefault(_one.act.act_date, []).append(_one)
_BY_EU_IDENTIFIER = {one.act.identifier: one for one in EU_TABLE}


@lru_cache(maxsize=2048)
def _content_words(title: str) -> tuple[str, ...]:
    return tuple(word for word in CONTENT_WORD.findall(title.lower()) if word not in _COMMON_WORDS)


def same_heading(written: str, official: str) -> bool:
    """Whether a heading as cited is the official one: the beginning of one may be missing words of the other."""
    cited, known = _content_words(written)[:6], _content_words(official)
    if not cited or not known:
        return False
    shared = sum(word in known for word in cited)
    return (shared >= 2 and shared * 3 >= len(cited) * 2) or (shared == len(cited) and shared * 3 >= len(known))


def known_act(act_type: str, act_date: date, title: str | None) -> Act | None:
    """The act of the table with this type and date. With a title as cited, the act whose heading or name that is;
    without one, only an act that type and date alone are understood as. None where the table cannot tell."""
    kin = (act_type, BIJZONDERE_WET) if act_type == WET else (act_type,)
    for one in _BY_DATE.get(act_date, ()):
        if one.act.act_type not in kin:
            continue
        if title is None:
            if one.date_is_enough and one.act.act_type == act_type:
                return one.act
        elif (one.title and same_heading(title, one.title)) or any(same_heading(title, name) for name in one.names):
            return one.act
    return None


def act_with_title_at(act: Act, text: str, at: int) -> Act | None:
    """The act of the table with the type and date of `act` whose official heading stands at `at`, without a word that
    opens headings (`decreet van 25 februari 1997 basisonderwijs`); None where there is none."""
    for one in _BY_DATE.get(act.act_date, ()) if act.act_date else ():
        end = at + 1 + len(one.title)
        if one.title and one.act.act_type == act.act_type and text[at:end].lower() == f" {one.title}".lower():
            return None if text[end : end + 1].isalnum() else one.act
    return None


def known_by_name(name: str, act: Act) -> Act | None:
    """The act of the table that bears `name`, where it has the kind, type and date that `act` is cited with."""
    words = name.lower()
    for one in NAMES.get(_first_word(words), ()):
        if one.lowered == words:
            known = one.act(act.act_date)
            if (known.kind, known.act_type, known.act_date) == (act.kind, act.act_type, act.act_date):
                return known
    return None


def act_by_heading(act_type: str, title: str) -> Act | None:
    """The one act of the table with this type whose heading begins with all the telling words of `title`, cited
    without a date (`decreet betreffende de woonzorg`); None where there is none, or more than one. A single word, or
    the beginning of a heading that many acts share (`tot wijziging van het strafrecht`), has to be the whole of it."""
    cited = _content_words(title)
    short = len(cited) < 2 or cited[0] in _COMMON_OPENINGS
    found = [
        one.act for one in TABLE
        if one.act.act_type == act_type and cited
        and (known := _content_words(one.title))[: len(cited)] == cited and (not short or known == cited)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def eu_act(identifier: str) -> Act | None:
    """The act of the European Union with this CELEX number; None where the table does not name it."""
    known = _BY_EU_IDENTIFIER.get(identifier)
    return known.act if known else None
