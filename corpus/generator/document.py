"""A written question as a structured document: what is composed, and what the renderer lays out.

Texts hold the marks of `corpus.generator.marks`. Labels are written as the tables write them (`2.a`), beside the form
that is printed (`a)`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from corpus.generator.kinds import Kinds
from corpus.generator.marks import plain

PROSE, BULLET, CELL, LISTED = "prose", "bullet", "cell", "listed"

Row = dict[str, Any]
"""A row of a table as `NAME.fields.json` writes it: only the columns that are checked."""


@dataclass(frozen=True)
class Block:
    """One paragraph of a piece: running text, one bullet, one line of a list, or one cell of a flattened table."""

    text: str
    shape: str = PROSE
    bullet: str = ""
    """The bullet's character; it stays in the text."""
    rows: tuple[Row, ...] = ()
    """The references in it, without their section."""

    @property
    def told(self) -> str:
        """The paragraph as a text column has it."""
        text = plain(self.text)
        return f"{self.bullet} {text}" if self.shape == BULLET else text


@dataclass
class Piece:
    """A preamble, a sub-question, an intro or a part of the answer."""

    kind: str
    label: str | None
    """In its one written form; several joined by commas (`8,9`); None where it has none."""
    printed: str = ""
    """The label as it is printed: `a)`, `Vragen 2 tot 5`; the layout says where its text begins."""
    blocks: list[Block] = field(default_factory=list)

    @property
    def section(self) -> tuple[str, str | None]:
        """The section and its label, as the table of references has them."""
        return ("answer" if self.kind.startswith("answer") else self.kind), self.label

    @property
    def labels(self) -> list[str]:
        """Each of its labels."""
        return self.label.split(",") if self.label else []

    @property
    def has_table(self) -> bool:
        """A flattened table stands in it, whose cells nobody can tell from paragraphs."""
        return any(block.shape == CELL for block in self.blocks)

    @property
    def told(self) -> str:
        """Its text as a text column has it."""
        return "\n".join(block.told for block in self.blocks)


@dataclass(frozen=True)
class Note:
    """A footnote; its marker stands in a block of the side (`question`, `answer`) that it belongs to."""

    number: int
    side: str
    block: Block


@dataclass(frozen=True)
class Person:
    """A minister or a member."""

    name: str

    @property
    def capitals(self) -> str:
        """The name as a heading prints it."""
        return self.name.upper()


CAPITALS, NORMAL = "capitals", "normal"
"""Names, titles and `ANTWOORD` in capitals, as usual, or in normal letters."""


@dataclass(frozen=True)
class Arrangement:
    """How the headings of a document are printed."""

    letters: str = CAPITALS
    shared: float = 0.0
    """The share of the pieces of the question's heading that go on in the line of the one before."""
    answer_shared: float = 0.0
    """The same for the answer's."""
    minister_last: bool = False
    """In the answer's heading the minister stands after the member."""
    repeats: bool = False
    """The answer's heading repeats the lines of the question's."""


@dataclass
class Heads:
    """What the headings and the notice say."""

    number: int
    asked_on: date
    asker: Person
    minister: Person
    role: str
    """The minister's titles as they are printed."""
    role_in_letters: str
    """The same in normal letters."""
    portfolios: list[str]
    theme: str | None
    subject: str
    title: str
    """The title as it is printed, on one line."""
    lost: str = ""
    """What text extraction lost of the heading: nothing, `lines` (the first four), `aan` (and that word)."""
    notice: str = ""
    addressees: list[tuple[str, int | None]] = field(default_factory=list)
    note: str = ""
    """GECOÖRDINEERD ANTWOORD …"""
    note_after: bool = False
    """The note stands after the member's line, under ANTWOORD, and not in its place."""
    arrangement: Arrangement = Arrangement()


@dataclass
class Document:
    """A whole written question, with its answer where it has one."""

    name: str
    heads: Heads
    preamble: list[Block]
    sub_questions: list[Piece]
    answer: list[Piece] | None = None
    annex: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    status: str = "answered"
    referred_to: str | None = None
    referred_number: int | None = None
    features: set[str] = field(default_factory=set)
    """What is in it, for the figures per feature."""
    kinds: Kinds = field(default_factory=lambda: Kinds(0, 0))
    """The kinds of fault and habit that it is to have."""

    @property
    def preamble_piece(self) -> Piece:
        """The preamble as a piece."""
        return Piece("preamble", None, blocks=self.preamble)

    @property
    def body(self) -> list[Piece]:
        """Preamble and sub-questions."""
        return [self.preamble_piece, *self.sub_questions] if self.preamble else list(self.sub_questions)

    @property
    def pieces(self) -> list[Piece]:
        """Every piece of running text, in reading order."""
        return [*self.body, *(self.answer or [])]

    def blocks(self) -> Iterator[Block]:
        """Every block of running text, notes last."""
        for piece in self.pieces:
            yield from piece.blocks
        yield from (note.block for note in self.notes)
