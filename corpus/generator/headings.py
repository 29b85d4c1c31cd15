"""Prints the headings: in which lines, in which order, in which letters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from corpus.generator import words
from corpus.generator.document import CAPITALS, NORMAL, Arrangement, Heads
from corpus.generator.heads import ADDRESSEE_LOST, HEADING_LOST
from corpus.generator.kinds import Kinds


@dataclass(frozen=True)
class Printed:
    """A piece of a heading that has a line of its own, or shares one."""

    text: str
    is_role: bool = False
    """A minister's titles, which go on over several lines."""
    own_line: bool = False
    """It shares no line with the piece before it."""
    apart: float = 0.0
    """How likely a blank line stands before it, where the layout has such."""


def arrange(heads: Heads, kinds: Kinds, answered: bool) -> None:
    """Arrange the headings: mostly as usual."""
    arrangement = Arrangement()
    if kinds.tries("heading in normal letters") and not heads.lost:
        kinds.has("heading in normal letters")
        heads.role = heads.role_in_letters
        arrangement = replace(arrangement, letters=NORMAL)
    if kinds.has("question heading shares lines"):
        arrangement = replace(arrangement, shared=kinds.random.choice((0.3, 0.6)))
    elif kinds.has("heading in one line"):
        arrangement = replace(arrangement, shared=1.0, answer_shared=kinds.random.choice((0.0, 0.6, 1.0)))
    if answered:
        arrangement = _arranged_answer(heads, kinds, arrangement)
    heads.arrangement = arrangement


def _arranged_answer(heads: Heads, kinds: Kinds, arrangement: Arrangement) -> Arrangement:
    if kinds.has("answer heading shares lines"):
        arrangement = replace(arrangement, answer_shared=kinds.random.choice((0.3, 0.6, 1.0)))
    if kinds.has("minister after the member"):
        arrangement = replace(arrangement, minister_last=True)
    elif kinds.tries("answer heading repeats the question's") and not heads.lost and arrangement == Arrangement():
        kinds.has("answer heading repeats the question's")
        arrangement = replace(arrangement, repeats=True)
    return arrangement


def question_heading(heads: Heads) -> list[Printed]:
    """The pieces of the question's heading in order."""
    assert heads.lost in ("", HEADING_LOST, ADDRESSEE_LOST), f"nobody knows how {heads.lost} is lost"
    name = heads.minister.capitals
    named = Printed(name if heads.lost == ADDRESSEE_LOST else f"aan {name}")
    pieces = [named, Printed(heads.role, is_role=True)]
    return _in_letters(heads, pieces if heads.lost else [*_first_lines(heads), *pieces])


def answer_heading(heads: Heads) -> list[Printed]:
    """The pieces of the answer's heading in order."""
    minister = [Printed(heads.minister.capitals), Printed(heads.role, is_role=True)]
    note = heads.note.capitalize() if heads.arrangement.letters == NORMAL else heads.note
    answer = note if note and not heads.note_after else "ANTWOORD"
    said = [Printed(answer, apart=0.5), Printed(f"op vraag nr. {heads.number} van {day(heads)}")]
    said.append(Printed(f"van {heads.asker.capitals}"))
    if heads.arrangement.repeats:
        minister = [*_first_lines(heads), *minister]
    if heads.arrangement.minister_last:
        # On one line nothing would part the member's name from the minister's.
        pieces = [*said, replace(minister[0], own_line=True), *minister[1:]]
    else:
        pieces = [*minister, *said]
    if note and heads.note_after:
        pieces.append(Printed(note, apart=1.0))
    return _in_letters(heads, pieces)


def in_lines(pieces: list[Printed], shared: float, random: Random) -> list[Printed]:
    """The pieces, that share of them in the line of the one before."""
    lines: list[Printed] = []
    for piece in pieces:
        if lines and not piece.own_line and random.random() < shared:
            before = lines.pop()
            lines.append(Printed(f"{before.text} {piece.text}", apart=before.apart))
        else:
            lines.append(piece)
    return lines


def day(heads: Heads) -> str:
    """The day of the question in words: `4 maart 2021`."""
    return f"{heads.asked_on.day} {words.MONTHS[heads.asked_on.month - 1]} {heads.asked_on.year}"


def _first_lines(heads: Heads) -> list[Printed]:
    texts = ("SCHRIFTELIJKE VRAAG", f"nr. {heads.number}", f"van {heads.asker.capitals}", f"datum: {day(heads)}")
    return [Printed(text) for text in texts]


def _in_letters(heads: Heads, pieces: list[Printed]) -> list[Printed]:
    if heads.arrangement.letters == CAPITALS:
        return pieces
    normal = {
        "SCHRIFTELIJKE VRAAG": "Schriftelijke vraag",
        "ANTWOORD": "Antwoord",
        heads.minister.capitals: heads.minister.name,
        f"aan {heads.minister.capitals}": f"aan {heads.minister.name}",
        f"van {heads.asker.capitals}": f"van {heads.asker.name}",
    }
    return [replace(piece, text=normal.get(piece.text, piece.text)) for piece in pieces]
