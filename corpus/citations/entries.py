"""The annotated citations: how they are written down, and the document that each is read in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SET = Path(__file__).with_name("citations.txt")
SECTIONS = {"preamble": "preamble", "question": "sub_question", "answer": "answer"}
"""Where an entry may stand, and what `references.section` says then."""
COLUMNS = frozenset(
    "act_type act_title act_date article paragraph subdivision published_in published_on number session_cited issuer "
    "identifier target_question_id url marker in".split()
)
NO_TEXT = {"preamble": "Er zijn veel vragen over dit onderwerp.", "question": "Hoe zit dat?", "answer": "Dat is zo."}

DOCUMENT = """SCHRIFTELIJKE VRAAG
nr. 123
van ANN PEETERS
datum: 3 mei 2022
aan HILDE VERLINDE
VLAAMS MINISTER VAN WATERLOPEN, SPORT EN DIERENWELZIJN

Waterlopen  -  Toelichting

{preamble}

1. {question}

2. Hoeveel zijn er:

a) in de steden?

b) op het platteland?

3. Wie telt ze?

4. Sinds wanneer?

5. Wat kost dat?

{question_notes}HILDE VERLINDE
VLAAMS MINISTER VAN WATERLOPEN, SPORT EN DIERENWELZIJN

ANTWOORD
op vraag nr. 123 van 3 mei 2022
van ANN PEETERS

1. {answer}

2. Dat zijn er acht:

a) vijf;

b) drie.

3. De dienst.

4. Sinds lang.

5. Niets.

{answer_notes}"""
"""A document that every entry is read in; its labels are those that cross-references can point to."""


@dataclass(frozen=True)
class Row:
    """A row of `references`: kind, text, and every column that is not null; dates as `2015-07-14`."""

    kind: str
    text: str
    columns: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        told = "; ".join(f"{name}={value}" for name, value in self.columns)
        return f"{self.kind} | {self.text} | {told}" if told else f"{self.kind} | {self.text}"


@dataclass
class Entry:
    """A stretch of running text with all its citations."""

    guards: str
    """What the entry guards, in a few words."""
    section: str = "preamble"
    """One of `SECTIONS`."""
    paragraphs: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """The footnotes: marker, a blank, and the text."""
    rows: list[Row] = field(default_factory=list)

    def document(self) -> str:
        """The raw text of the document that the entry is read in."""
        texts = {**NO_TEXT, self.section: "\n\n".join(self.paragraphs)}
        notes = "".join(f"[{marker}] {text}\n\n" for marker, _, text in (note.partition(" ") for note in self.notes))
        side = "answer_notes" if self.section == "answer" else "question_notes"
        return DOCUMENT.format(**texts, **{"question_notes": "", "answer_notes": "", side: notes})


def read_entries(path: Path = SET) -> list[Entry]:
    """The entries of a file, in order. Raises `ValueError`, naming file and line, for one that is not well formed."""
    return list(_entries(path))


def _entries(path: Path) -> Iterator[Entry]:
    entry: Entry | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text = line.strip()
        if text.startswith("# "):
            if entry is not None:
                yield entry
            entry = Entry(text[2:])
        elif not text:
            continue
        elif entry is None:
            raise ValueError(f"{path.name}, line {number}: no entry has begun; begin one with '# what it guards'")
        elif text.startswith("@ "):
            entry.section = text[2:].strip()
            if entry.section not in SECTIONS:
                raise ValueError(f"{path.name}, line {number}: {entry.section!r} is none of {', '.join(SECTIONS)}")
        elif text.startswith("^"):
            entry.notes.append(text[1:])
        elif text.startswith("> "):
            entry.rows.append(_row(text[2:], f"{path.name}, line {number}"))
        else:
            entry.paragraphs.append(text)
    if entry is not None:
        yield entry


def _row(text: str, place: str) -> Row:
    kind, said, columns = [*(cell.strip() for cell in text.split("|")), "", ""][:3]
    pairs = []
    for column in filter(None, (cell.strip() for cell in columns.split(";"))):
        name, equals, value = column.partition("=")
        if not equals or name.strip() not in COLUMNS:
            raise ValueError(f"{place}: {column!r} is no column; write 'name=value', names as in references.md")
        pairs.append((name.strip(), value.strip()))
    return Row(kind, said, tuple(sorted(pairs)))
