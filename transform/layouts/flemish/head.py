"""A head of a document: its pieces, what each says and where it stands. For `heads`, which finds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a piece of a head says."""

    HEADING = "heading"
    NUMBER = "number"
    ASKER = "asker"
    ASKED_ON = "asked on"
    ADDRESSEE = "addressee"
    NAME = "name"
    TITLES = "titles"
    ANSWER = "answer"
    ON_QUESTION = "on question"


@dataclass(slots=True)
class Piece:
    """A piece of a head: what it says, and its places in the text (end exclusive)."""

    kind: Kind
    start: int
    end: int


@dataclass(slots=True)
class Head:
    """The pieces of one head, in order."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.pieces[-1].end

    @property
    def kinds(self) -> set[Kind]:
        """What it says."""
        return {piece.kind for piece in self.pieces}

    @property
    def is_answer(self) -> bool:
        """Whether it is an answer's."""
        return not self.kinds.isdisjoint((Kind.ANSWER, Kind.ON_QUESTION))

    def first(self, kind: Kind) -> Piece | None:
        """Its first piece of a kind."""
        return next((piece for piece in self.pieces if piece.kind is kind), None)
