"""Citations whose rows are certain (references.md): one sentence each, with the row that it must become.

Left out: everything that an act named before decides (`hetzelfde decreet`), ranges and lists of articles, names of
acts. The tests of transform and the samples hold those.
"""

from __future__ import annotations

from random import Random

from corpus.generator import words
from corpus.generator.document import Block, Row
from corpus.generator.marks import plain
from corpus.generator.sentences import SUBJECTS, Writer

ACT_TYPES = ["decreet", "wet", "koninklijk besluit", "ministerieel besluit", "besluit van de Vlaamse Regering"]
NUMBER_OF_MONTH = {month: place for place, month in enumerate(words.MONTHS, start=1)}
SITES = "cijfers loket register bevraging jaarverslag wegwijzer monitor infopunt".split()
PATHS = "publicaties documenten onderzoek overzicht thema nieuws".split()


def iso(day: str) -> str:
    """`3 maart 2021` as `2021-03-03`."""
    number, month, year = day.split()
    return f"{year}-{NUMBER_OF_MONTH[month]:02}-{int(number):02}"


def act(random: Random) -> tuple[str, Row]:
    """An act by type and date, with an article or without, and its row."""
    kind, day = random.choice(ACT_TYPES), words.date_words(random, 1990, 2019)
    text, article, paragraph = f"{kind} van {day}", None, None
    article_the = "het" if kind != "wet" else "de"
    if random.random() < 0.6:
        article = str(random.randint(2, 90))
        if random.random() < 0.4:
            paragraph = str(random.randint(1, 9))
            text = f"artikel {article}, § {paragraph}, van {article_the} {text}"
        else:
            text = f"artikel {article} van {article_the} {text}"
    else:
        text = f"{article_the} {text}"
    row: Row = {
        "kind": "legislation",
        "text": text.removeprefix(f"{article_the} "),
        "act_type": kind,
        "act_date": iso(day),
        "article": article,
        "paragraph": paragraph,
    }
    return text, row


def european(random: Random) -> tuple[str, Row]:
    """A European act by its number, and its row."""
    if random.random() < 0.5:
        year, number = random.randint(2015, 2024), random.randint(1, 2999)
        text = f"Verordening (EU) {year}/{number}"
        row: Row = {
            "kind": "eu_legislation",
            "text": text,
            "act_type": "verordening",
            "number": f"{year}/{number}",
            "identifier": f"3{year}R{number:04}",
        }
        return text, row
    year, number = random.randint(2001, 2014), random.randint(1, 120)
    union = "EU" if year > 2009 else "EG"
    text = f"richtlijn {year}/{number}/{union}"
    return text, {
        "kind": "eu_legislation",
        "text": text,
        "act_type": "richtlijn",
        "number": f"{year}/{number}",
        "identifier": f"3{year}L{number:04}",
    }


def url(random: Random) -> tuple[str, Row]:
    """An address that no server has, and its row."""
    name = f"{random.choice(words.FIRST_HALVES)}{random.choice(SITES)}".encode("ascii", "ignore").decode()
    scheme = random.choice(["https://www.", "https://", "www."])
    tail = "/".join(random.sample(PATHS, random.randint(1, 2)))
    end = random.choice(["", f"/{random.randint(2012, 2025)}-{random.randint(10, 99)}", "/deel_1.pdf", "?taal=nl"])
    address = f"{scheme}{name}-voorbeeld.be/{tail}{end}"
    return address, {"kind": "url", "url": address}


def written_question(random: Random) -> tuple[str, Row]:
    """A written question by number and date, its minister unnamed, and its row."""
    number, day = random.randint(1, 999), words.date_words(random, 2011, 2024)
    text = f"schriftelijke vraag nr. {number} van {day}"
    return text, {"kind": "written_question", "text": text, "number": str(number), "act_date": iso(day)}


def parliamentary_document(random: Random) -> tuple[str, Row]:
    """A document of the parliament, in either notation, and its row."""
    number, part, year = random.randint(10, 2200), random.randint(1, 9), random.randint(2009, 2024)
    session = f"{year}-{year + 1}"
    if random.random() < 0.5:
        text = f"Parl. St. Vl. Parl. {session}, nr. {number}/{part}"
    else:
        text = f"{number} ({session}) – Nr. {part}"
    row: Row = {
        "kind": "parliamentary_document",
        "text": text,
        "number": f"{number}/{part}",
        "session_cited": session,
    }
    return text, row


def judgment(random: Random) -> tuple[str, Row]:
    """A judgment of the constitutional court, and its row."""
    number, year = random.randint(1, 180), random.randint(2008, 2024)
    text = f"arrest nr. {number}/{year} van het Grondwettelijk Hof"
    row: Row = {
        "kind": "case_law",
        "text": text,
        "number": f"{number}/{year}",
        "issuer": "Grondwettelijk Hof",
        "identifier": f"ECLI:BE:GHCC:{year}:ARR.{number:03}",
    }
    return text, row


SENTENCES = [
    (act, "Dat volgt uit {}, dat {some} regelt."),
    (act, "Op grond van {} worden {some} {part}."),
    (european, "Daarmee werd {} uitgevoerd, ten voordele van {some}."),
    (url, "Meer informatie over {some} staat op {} en bij {body}."),
    (written_question, "In antwoord op mijn {} werd {the} aangekondigd."),
    (parliamentary_document, "De bespreking van {the} ({}) bracht geen klaarheid over {some}."),
    (judgment, "In zijn {} ging het Hof in op {the}."),
]


def citing_block(writer: Writer) -> Block:
    """A sentence with a citation in it, and its row."""
    cite, template = writer.random.choice(SENTENCES)
    text, row = cite(writer.random)
    before, _, after = template.partition("{}")
    sentence = f"{writer.fill(before)}{text}{writer.fill(after)}"
    return Block(sentence, rows=(row,))


def cross_reference_block(writer: Writer, label: str) -> Block:
    """A sentence that refers to the answer to a sub-question of this very document."""
    text = writer.random.choice(
        [f"Zie het antwoord op vraag {label}.", f"Ik verwijs naar het antwoord op vraag {label}."]
    )
    return Block(text, rows=({"kind": "cross_reference", "number": label},))


def note_block(writer: Writer) -> Block:
    """The text of a footnote: a publication, a citation or an address."""
    random = writer.random
    chance = random.random()
    if chance < 0.35:
        text, row = url(random)
        lead = random.choice(["", "Zie ", "Te raadplegen via "])
        return Block(f"{lead}{text}", rows=(row,))
    if chance < 0.5:
        text, row = act(random)
        return Block(f"Zie {text}.", rows=(row,))
    author, place = random.choice(words.LAST_NAMES), random.choice(words.PLACES)
    title = plain(writer.sentence(SUBJECTS))
    return Block(f"{author} e.a., ‘{title}’, {place}, {random.randint(1998, 2024)}.")
