"""Dutch acts by short name (`acts.csv` beside this file), with the articles before them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from records import Reference
from transform.references.searched import SearchedText

Row = tuple[int, int, Reference]

# An article of a Dutch act. Matches: "3", "1:2", "2.1a", "6:162", "7a", "137c".
NUMBER = r"\d{1,4}(?:[.:]\d{1,3}[a-z]{0,2}|[a-z]{1,2}(?![a-z]))?(?:[.:]\d{1,3}[a-z]?)?(?!\w)"
# What may follow its number: a paragraph (*lid*) and what stands below it.
# Matches: ", eerste lid", " (lid 1)", ", onder a".
BELOW = (
    r"(?:,? ?\(?(?:(?:eerste|derde|\w{3,12}de|\w{3,12}ste) lid|lid \d{1,2}"
    r"|(?:aanhef en )?onder(?:deel)? [a-z0-9]{1,2}°?|sub [a-z0-9]{1,2})\)?)*"
)
ONE = rf"{NUMBER}{BELOW}"
# The articles before an act.
# Matches: "artikel 3 van de ", "artikelen 9 en 10, eerste lid, ", "Artikel 143 (lid 1) van de ".
ARTICLES_BEFORE = re.compile(
    rf"(?P<word>[Aa]rt(?:ikel(?:en)?|t?\.)) "
    rf"(?P<list>{ONE}(?:(?:, | en |, en | of | tot en met | t/m ){ONE}){{0,8}}),? ?"
    r"(?:(?:van|uit) (?:(?:de|het) ?)?)?$"
)
ONE_ARTICLE = re.compile(rf"(?:^|(?<=, )|(?<= ))(?P<article>{NUMBER})(?P<below>{BELOW})")
# A later mention of the act before it. Matches: "die wet" in "artikel 1a van die wet", "deze wet", "dezelfde wet".
THAT_ACT = re.compile(r"(?:die|deze|dezelfde|genoemde|voornoemde) wet(?!\w)")
# A draft or an amendment is none. Matches: "wetsvoorstel ", "voorstel van ".
DRAFT_BEFORE = re.compile(r"(?:wetsvoorstel|voorstel|ontwerp|novelle)(?: \w+){0,3} $", re.I)
LONGEST_ARTICLES = 160


@dataclass(frozen=True, slots=True)
class DutchAct:
    """A row of the table of Dutch acts."""

    name: str
    """The one name that the tables use."""
    act_type: str
    act_date: date | None
    identifier: str | None
    """The number of the act in the Basiswettenbestand (`BWBR0005537`); None where it is not certain."""


def read_acts() -> dict[str, DutchAct]:
    """The acts by each of the names that they are cited by."""
    text = files("transform.layouts.tweede_kamer").joinpath("acts.csv").read_text(encoding="utf-8")
    named: dict[str, DutchAct] = {}
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        day = date.fromisoformat(row["date"]) if row["date"] else None
        act = DutchAct(row["name"], row["type"], day, row["bwb"] or None)
        for name in (row["name"], *filter(None, row["also"].split("|"))):
            named[name] = act
    return named


ACTS = read_acts()
"""The acts by name; short names that are abbreviations stand as written (`Awb`)."""
# Each name of the table as a word of its own, the longest first; a blank before it may be lost.
# Matches: "Opiumwet", "Zorgverzekeringswet" in "deZorgverzekeringswet".
NAMES = re.compile(
    rf"(?:(?<![\w-])|(?<=\b[Dd]e)|(?<=\bhet))(?:{'|'.join(sorted(map(re.escape, ACTS), key=len, reverse=True))})"
    r"(?!\w|-\w)"
)


def find_acts(searched: SearchedText) -> Iterator[Row]:
    """The rows of the acts that the table knows, one for each article before them, in order. With articles before it,
    `die wet` is the act before it."""
    text = searched.text
    last: DutchAct | None = None
    hits: list[tuple[int, int, DutchAct | None]] = []
    hits += [(hit.start(), hit.end(), ACTS[hit.group()]) for hit in NAMES.finditer(text)]
    hits += [(hit.start(), hit.end(), None) for hit in THAT_ACT.finditer(text)] if hits else []
    for start, end, named in sorted(hits, key=lambda hit: hit[0]):
        before = text[max(0, start - LONGEST_ARTICLES) : start]
        articles = ARTICLES_BEFORE.search(before)
        act = named if named is not None else last if articles else None
        last = named if named is not None else last
        if act is not None and not DRAFT_BEFORE.search(before):
            yield from _rows(searched, start, end, act, articles)


def _rows(searched: SearchedText, start: int, end: int, act: DutchAct, before: re.Match[str] | None) -> Iterator[Row]:
    """The rows of one mention, at `start` to `end` of the text. `before`: the articles before it."""
    columns = {
        "act_type": act.act_type,
        "act_title": act.name,
        "act_date": act.act_date,
        "identifier": act.identifier,
    }
    if before is None:
        yield start, end, searched.row("legislation", start, end, **columns)
        return
    base = start - len(before.string)
    listed = base + before.start("list")
    articles = list(ONE_ARTICLE.finditer(before["list"]))
    for place, one in enumerate(articles):
        first = listed + one.start("article") if place else base + before.start()
        stop = end if place == len(articles) - 1 else listed + one.end()
        stop -= len(searched.text[first:stop]) - len(searched.text[first:stop].rstrip(" ,"))
        below = one["below"].strip(" ,()") or None
        yield (
            first,
            stop,
            searched.row("legislation", first, stop, article=one["article"], subdivision=below, **columns),
        )
