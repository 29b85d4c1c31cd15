"""Composes what the headings say: who asks whom, when, under which number; title, notice and the note on the answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from corpus.generator import words
from corpus.generator.document import Heads, Person
from corpus.generator.marks import plain
from corpus.generator.sentences import SUBJECTS, THEMES, Writer

FIRST_DAY, LAST_DAY = date(2010, 1, 4), date(2026, 6, 30)
DASHES = ["  -  ", "  -  ", "  -  ", " - ", " – ", "  –  "]
ROLES = [
    "Vlaams minister van {0}",
    "Vlaams minister van {0}",
    "minister-president van de Vlaamse Regering, Vlaams minister van {0}",
    "viceminister-president van de Vlaamse Regering, Vlaams minister van {0}",
]
HEADING_LOST, ADDRESSEE_LOST = "lines", "aan"


def a_day(random: Random) -> date:
    """A day on which a question is asked; now and then one around the opening of a session or after an election."""
    if random.random() < 0.1:
        return date(random.choice((2014, 2019, 2024)), random.choice((6, 7, 8, 9)), random.randint(10, 30))
    if random.random() < 0.1:
        return date(random.randint(2011, 2025), 9, random.randint(18, 30))
    return FIRST_DAY + timedelta(days=random.randrange((LAST_DAY - FIRST_DAY).days))


def compose_heads(writer: Writer, asked_on: date, features: set[str]) -> Heads:
    """The heads of a document; what is special about them is added to `features`."""
    random = writer.random
    listed = words.portfolios(random)
    theme, subject, title = _title(writer, features)
    number = random.randint(1, 999) if random.random() < 0.9 else random.randint(1000, 1800)
    asker, minister = Person(words.person(random)), Person(words.person(random))
    role = random.choice(ROLES).format(words.office(listed))
    return Heads(
        number=number,
        asked_on=asked_on,
        asker=asker,
        minister=minister,
        role=role.upper(),
        role_in_letters=role,
        portfolios=listed,
        theme=theme,
        subject=subject,
        title=title,
    )


def _title(writer: Writer, features: set[str]) -> tuple[str | None, str, str]:
    """Theme, subject, and the title as it is printed."""
    random = writer.random
    theme, subject = plain(writer.sentence(THEMES)), plain(writer.sentence(SUBJECTS))
    if random.random() < 0.12:
        features.add("long title")
        more = [plain(writer.sentence(SUBJECTS)) for _ in range(random.randint(2, 4))]
        subject = ", ".join([subject, *(one[0].lower() + one[1:] for one in more)])
    chance = random.random()
    if chance < 0.07:
        features.add("title without dash")
        return None, subject, subject
    if chance < 0.11:
        features.add("title with lost dash")
        return None, f"{theme} {subject}", f"{theme}   {subject}"
    dash = random.choice(DASHES)
    if chance < 0.18:
        features.add("title with two dashes")
        second = plain(writer.sentence(SUBJECTS))
        return theme, f"{subject} {dash.strip()} {second}", f"{theme}{dash}{subject}{dash}{second}"
    return theme, subject, f"{theme}{dash}{subject}"


def add_notice(writer: Writer, heads: Heads, features: set[str]) -> None:
    """Make it a joint question: the notice, and the addressees that it tells."""
    random = writer.random
    stop = "." if random.random() < 0.7 else ""
    own = (heads.minister.name, heads.number)
    if random.random() < 0.15:
        features.add("notice to all")
        heads.notice = f"Deze vraag werd gesteld aan alle ministers{stop}"
        heads.addressees = [own]
        return
    names = {heads.minister.name}
    others = []
    for _ in range(random.choice((1, 1, 2, 2, 3, 4, 8))):
        name = words.person(random)
        while name in names:
            name = words.person(random)
        names.add(name)
        others.append((name, random.randint(1, 999)))
    if random.random() < 0.3:
        features.add("notice with ook")
        heads.addressees = [own, *others]
        several = "de ministers" if len(others) > 1 else "minister"
        heads.notice = f"Deze vraag werd ook gesteld aan {several} {_listed(others)}{stop}"
        return
    features.add("notice")
    listed = [*others, own]
    random.shuffle(listed)
    heads.addressees = list(listed)
    heads.notice = f"Deze vraag werd gesteld aan de ministers {_listed(listed)}{stop}"


def _listed(ministers: Sequence[tuple[str, int]]) -> str:
    return words.office([f"{name} ({number})" for name, number in ministers])
