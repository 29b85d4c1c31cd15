"""The offices that Dutch questions are put to, and their portfolios, which are whole ministries."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transform.dutch.names import squashed
from transform.layouts.tweede_kamer.words import OFFICE

# Where an office begins in a list of them. Matches: "Minister" in "en de Minister van Financiën".
OFFICE_AT = re.compile(rf"(?:^|,\s*|\s+en\s+)(?:aan\s+)?(?:de\s+)?(?P<office>{OFFICE})(?=$|[\s,(A-Z])", re.I)
# A line end was lost behind these words. Matches: "van" in "vanBinnenlandse Zaken", "Minister" in "MinisterKlimaat".
GLUED_WORD = re.compile(r"\b(?P<word>van|voor|en|[Mm]inisters?|[Ss]taatss?ecretaris(?:sen)?)(?=[A-ZÀ-Þ])")
# Where one ministry ends and the next begins. Matches: " en " before "van Asiel", ", " before "voor Sport".
NEXT_MINISTRY = re.compile(r"(?:,|\s+en)\s+(?=(?:van|voor)\s)")
# Matches: "van " in "van Financiën", "voor " in "voor Sport".
BEFORE_MINISTRY = re.compile(r"(?:van|voor)\s+")
# The ministry in brackets behind a name. Matches: "(Justitie en Veiligheid)" in "Minister (Justitie en Veiligheid)".
IN_BRACKETS = re.compile(r"\((?P<ministry>[^()]+)\)")
# What no minister is asked for. Matches: ", bij afwezigheid van de Minister".
IN_ABSENCE = re.compile(r",?\s+bij afwezigheid van .*$")


# Ministries, and the fields of ministers without one, since 2012. They tell where one ends in a list that says `van`
# only once ("Ministers van Justitie en Veiligheid en Financiën").
# Those of the cabinets Rutte II to Schoof, as the real documents print them; no list of them was looked up.
MINISTRIES = frozenset(
    squashed(name)
    for name in (
        "Algemene Zaken",
        "Armoedebeleid, Participatie en Pensioenen",
        "Asiel en Migratie",
        "Basis- en Voortgezet Onderwijs en Media",
        "Binnenlandse Zaken en Koninkrijksrelaties",
        "Buitenlandse Handel en Ontwikkelingshulp",
        "Buitenlandse Handel en Ontwikkelingssamenwerking",
        "Buitenlandse Zaken",
        "Defensie",
        "Economische Zaken",
        "Economische Zaken en Klimaat",
        "Financiën",
        "Infrastructuur en Milieu",
        "Infrastructuur en Waterstaat",
        "Justitie en Veiligheid",
        "Klimaat en Energie",
        "Klimaat en Groene Groei",
        "Landbouw, Natuur en Voedselkwaliteit",
        "Landbouw, Visserij, Voedselzekerheid en Natuur",
        "Langdurige Zorg en Sport",
        "Medische Zorg",
        "Natuur en Stikstof",
        "Onderwijs, Cultuur en Wetenschap",
        "Primair en Voortgezet Onderwijs",
        "Rechtsbescherming",
        "Sociale Zaken en Werkgelegenheid",
        "Veiligheid en Justitie",
        "Volksgezondheid, Welzijn en Sport",
        "Volkshuisvesting en Ruimtelijke Ordening",
        "Wonen en Rijksdienst",
    )
)


@dataclass(frozen=True, slots=True)
class Office:
    """One office: `Minister`, `van`, `Asiel en Migratie`."""

    rank: str
    """In the singular: `Minister`."""
    link: str
    """What stands before the ministry: `van` or `voor`; empty where nothing does."""
    ministry: str
    """Empty for a minister without one (`Minister-president`)."""

    @property
    def name(self) -> str:
        """The office as an addressee is written: `Minister van Asiel en Migratie`."""
        return " ".join(part for part in (self.rank, self.link, self.ministry) if part)

    def is_of(self, rank: str, ministry: str) -> bool:
        """Whether a rank and a ministry as an answer prints them are this office."""
        ranks = {squashed(singular(one)).replace("ss", "s") for one in (rank, self.rank)}  # "Staatsecretaris", too
        return len(ranks) == 1 and squashed(ministry) == squashed(self.ministry)


def singular(rank: str) -> str:
    """A rank in the singular: `Ministers` → `Minister`, `Staatssecretarissen` → `Staatssecretaris`."""
    return re.sub(r"(?i)(?<=minister)s$|(?<=secretaris)sen$", "", rank)


def offices_in(printed: str) -> list[Office]:
    """The offices in a list of them as printed on one line: `Ministers van Financiën en van Defensie` has two."""
    text = GLUED_WORD.sub(r"\g<word> ", IN_ABSENCE.sub("", printed))
    found = list(OFFICE_AT.finditer(text))
    offices: list[Office] = []
    without_ministry: list[str] = []
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        rank, rest = singular(match["office"]), text[match.end() : end].strip(" ,")
        if not rest and "-" not in rank:
            without_ministry.append(rank)  # "de Minister en Staatssecretaris van Financiën" share their ministry
            continue
        is_several = singular(match["office"]) != match["office"]
        for ministry in (
            one for told in NEXT_MINISTRY.split(rest) for one in (_apart(told) if is_several else (told,))
        ):
            before = BEFORE_MINISTRY.match(ministry)
            link = before.group().strip() if before else ""
            own = ministry[before.end() :] if before else ministry
            offices += [Office(one, link, own) for one in (*without_ministry, rank)]
            without_ministry = []
    return offices


def _apart(printed: str) -> tuple[str, ...]:
    """The ministries that `en` joins, where one of them is known; else all of it as one."""
    before = BEFORE_MINISTRY.match(printed)
    link, names = (before.group(), printed[before.end() :]) if before else ("", printed)
    for join in re.finditer(r"\s+en\s+", names):
        first, rest = names[: join.start()], names[join.end() :]
        if squashed(names) not in MINISTRIES and (squashed(first) in MINISTRIES or squashed(rest) in MINISTRIES):
            return link + first, *_apart(link + rest)
    return (printed,)


def portfolios_of(role: str | None) -> tuple[str, ...]:
    """The ministries in a role: those of `Minister (Justitie en Veiligheid)` and of the offices that were asked."""
    if role is None:
        return ()
    if bracketed := IN_BRACKETS.findall(role):
        return tuple(dict.fromkeys(" ".join(ministry.split()) for ministry in bracketed))
    return tuple(dict.fromkeys(one.ministry for one in offices_in(role) if one.ministry))
