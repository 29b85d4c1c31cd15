"""What a mention of an act is, and what the words before it say about it.

`named_acts`, `legislation` and `eu_legislation` find the mentions, `attachments` reads what belongs to them,
`citations` joins them with articles and resolves them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from transform.references.acts import LEGISLATION, Act
from transform.references.words import FOREIGN

# What stands right before the word for an act that is not one yet.
# Matches: "ontwerp van ", "voorstellen van ", "voorontwerp van het ".
DRAFT_BEFORE = re.compile(
    r"(?:ontwerp(?:en|tekst)?|voorstel(?:len)?|project|concept) (?:van |voor )?(?:(?:een|het|de) )?(?:bijzondere? )?$",
    re.I,
)
# Matches: "Nederlandse ", "het Waalse ", "de Franse oude ".
FOREIGN_BEFORE = re.compile(rf"(?<![\w-]){FOREIGN}(?: (?:oude?|nieuwe?))? $")
# An adjective that points back. Matches: "voornoemde", "bovenvermeld", "genoemde", "hierboven vermelde".
BACK = (
    r"(?:(?:voor|boven|hoger|eerder|eerst|laatst|hierboven |hoger |eerder |reeds )?"
    r"(?:genoemde?|vermelde?|noemde?|melde?)|vernoemde?|voorgenoemde?|bovenstaande?|desbetreffende?|betrokken)"
)
# Matches: "het ", "dezelfde ", "voormeld ", "het bovengenoemde ".
POINTS_BACK_BEFORE = re.compile(
    rf"(?<![\w-])(?:het|de|hetzelfde|dezelfde|datzelfde|diezelfde|(?:(?:het|de) )?{BACK}) $", re.I
)
# An adjective that can do nothing but point back. Matches: "voormeld ", "het bovengenoemde ", "hetzelfde ".
POINTED_BACK = re.compile(rf"(?<![\w-])(?:hetzelfde|dezelfde|datzelfde|diezelfde|{BACK}) $", re.I)
# Matches: "een ", "geen enkel ", "elk nieuw ".
AN_BEFORE = re.compile(r"(?<![\w-])(?:een|elk|ieder|geen|welk|zulk|enig)(?: (?!van)[^\W\d_]{2,20})? $", re.I)


@dataclass(slots=True)
class Mention:
    """A place where an act is named or pointed back to; offsets into the passage, end exclusive."""

    start: int
    end: int
    act: Act | None
    """The act as far as this place tells; None for one that points back (`hetzelfde decreet`)."""
    alone: bool = True
    """Whether it is a row without an article before it (references.md, Rows)."""
    points_back_to: frozenset[str] = frozenset()
    """The types of act that it may point back to, or that its act may turn out to have (a `besluit` of an author that
    is not told); empty where nothing is open."""
    kind: str = LEGISLATION
    """The kind of row that it makes."""
    year: int | None = None
    """The year of the act that it points back to, where it tells one: `de wet van 2009`."""
    points_to_nearest: bool = False
    """It points back to the nearest act of any type: `ervan`."""
    default_type: str = ""
    """The type of the row where nothing stands that it could point back to."""
    named: bool = False
    """It is a name (`Energiedecreet`), so that a full citation in parentheses beside it is the same citation."""
    takes_heading: bool = False
    """A heading may follow (after a date or a number)."""
    resolvable: bool = True
    """Whether the table of acts may say more about it: not for foreign acts."""
    attached_end: int = 0
    """Where heading, definitions and publication end: an article may follow there."""
    published_on: date | None = None
    published: bool = False
    names: tuple[str, ...] = ()
    """What it is called from here on."""
    definitions: tuple[tuple[int, int], ...] = ()
    """The stretches that define those names: no rows of their own."""
    heading: tuple[int, int] = (0, 0)
    """Where its heading stands behind it; empty where it has none."""
    taken: tuple[tuple[int, int], ...] = ()
    """The definitions behind it that are those of an act around it."""


def before_words(text: str, start: int, length: int = 45) -> str:
    """The last words before offset `start`, in the same paragraph, at most `length` characters."""
    first = max(0, start - length)
    return text[max(first, text.rfind("\n", first, start) + 1) : start]
