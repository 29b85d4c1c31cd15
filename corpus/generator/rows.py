"""Lays a document out in rows: the lines of the dump, each knowing which piece every part of it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from random import Random

from corpus.generator import words
from corpus.generator.document import BULLET, CELL, LISTED, PROSE, Block, Document, Note, Piece
from corpus.generator.headings import Printed, answer_heading, in_lines, question_heading
from corpus.generator.layout import FOOT, Layout, before_label
from corpus.generator.marks import BOUND, JOINT, NOTE, plain
from corpus.generator.wrapping import Breaker, wrap, wrap_spaced

# A paragraph ends visibly where its last line leaves at least this share of the width open.
OPEN_SHARE = 0.25
SENTENCE_END = (".", "?", "!", ":", ";")
# Words that lengthen a bullet or a line of a list whose end could not be seen.
MORE = ["enzovoort", "en dergelijke meer", "in het hele Vlaamse Gewest", "zoals eerder werd afgesproken met de sector"]
WIDEST_HEADING = 96
# A sentence ends, and not in a figure that could be a label's.
ENDS_A_SENTENCE = re.compile(r"[^\W\d_]{2}[)”]?[.?!]$")
# The labels that stand glued to the sentence before them (anatomy.md, Enumerations).
GLUED_LABEL = re.compile(r"\d+[.)]|[a-z]\)")
# Matches: "BV.", "nv.".
SHORTENED = re.compile(r"(?:\b[A-Z]+|\bnv)\.$")
# No line end parts the words of a label of these kinds.
LONG_LABELS = {"words of labels", "joined labels and letters"}
# What a bullet stands glued to. Matches: "volgende:".
LEADS_GLUED = re.compile(r"[^\W\d_]{2}[:;]$")
# Words of titles that no line end parts in a heading that shares lines.
BOUND_TITLES = re.compile(r"Vlaams minister|MINISTER-PRESIDENT VAN", re.I)
# The labels of several questions that stand in mid-line. Matches: "2. en 3.", "1 t.e.m. 4.".
JOINT_LABEL = re.compile(r"\d+[.)]? (?:en|t\.e\.m\.|tot|tot en met) \d+[.)]")
# The share of the line ends before labels that are lost, where some are.
GLUED = 0.8
# So many numbers at least count up where the first stands in mid-line.
FEWEST_COUNTED = 3


@dataclass
class Part:
    """A part of a row: text of one piece."""

    kind: str
    label: str | None
    text: str


@dataclass
class Row:
    """One line."""

    parts: list[Part]
    blank: bool = False
    """A blank line stands before it."""
    feed: bool = False
    """A form feed stands before it."""
    opens: bool = False
    """A paragraph begins here, and everybody sees that the one before has ended."""
    cell: bool = False
    unended: bool = False
    """Its line end is lost."""
    notes: list[int] = field(default_factory=list)
    """The footnotes whose markers stand in it."""

    @property
    def text(self) -> str:
        """The line."""
        return "".join(part.text for part in self.parts)


@dataclass
class Laid:
    """A document in rows, and what laying it out settled."""

    rows: list[Row]
    told: dict[int, list[str]]
    """For each piece (by the id of its list of blocks) the paragraphs as the tables have them."""
    marked: list[tuple[str, str]]
    """Printed markers of notes in their context, and the context without them."""


class Rows:
    """Lays one document out."""

    def __init__(self, random: Random, document: Document, layout: Layout) -> None:
        self.random, self.document, self.layout = random, document, layout
        texts = [*(block.text for block in document.blocks()), document.heads.title, *document.annex]
        self.breaker = Breaker(random, texts, layout.hyphens, layout.hyphen, layout.soft_hyphens)
        self.laid = Laid([], {}, [])
        self.arranging = Random(f"headings {document.name}")

    def lay_out(self) -> Laid:
        """All rows in reading order; page feet and notes at page feet are put in later (`corpus.generator.pages`)."""
        document, layout = self.document, self.layout
        shared = document.heads.arrangement
        self._heading("question_header", question_heading(document.heads), shared.shared, False)
        self._plain("title", document.heads.title, blank=layout.blank_heads)
        self._pieces(document.body, document.heads.title == "")
        self._notes_of("question")
        if document.heads.notice:
            self._plain("notice", document.heads.notice, blank=layout.blank_items or self._has_notes("question"))
        if document.answer is not None:
            self._heading("answer_header", answer_heading(document.heads), shared.answer_shared, True)
            self._pieces(document.answer, True)
            self._notes_of("answer")
            for place, line in enumerate(document.annex):
                full = self._is_full(self.laid.rows[-1].text, line.split(" ")[0])
                self._plain("annex", line, blank=place == 0 or full)
        self.laid.rows[0].blank = False
        return self.laid

    # ------------------------------------------------------------------------------------------ heads

    def _plain(self, kind: str, text: str, blank: bool = False, width: int | None = None) -> None:
        """A paragraph of a piece without a label."""
        wide = width or self.layout.width
        if kind == "title" and self.layout.narrow:
            wide = self.layout.narrow  # nothing would show that what is left over of a title is none of the preamble
        lines = [line.replace(BOUND, " ") for line in self._narrowed(wrap_spaced(text, wide))]
        for place, line in enumerate(lines):
            self.laid.rows.append(Row([Part(kind, None, line)], blank=blank and place == 0, opens=place == 0))

    def _heading(self, kind: str, pieces: list[Printed], shared: float, blank_first: bool) -> None:
        if shared:
            pieces = [replace(piece, text=BOUND_TITLES.sub(_bind, piece.text)) for piece in pieces]
            if self.document.heads.lost:
                pieces = [one if one.is_role else replace(one, text=_bind(one.text)) for one in pieces]
        for place, line in enumerate(in_lines(pieces, shared, self.arranging)):
            wide = line.is_role or shared
            width = min(self.layout.width or WIDEST_HEADING, WIDEST_HEADING) if wide else None
            apart = line.apart and self.layout.blank_heads and (line.apart == 1 or self.random.random() < line.apart)
            self._plain(kind, line.text, blank=bool(apart) or (blank_first and place == 0), width=width)

    # ------------------------------------------------------------------------------------------ running text

    def _pieces(self, pieces: Sequence[Piece], blank_first: bool) -> None:
        before: Piece | None = None
        for place, piece in enumerate(pieces):
            blank = self.layout.blank_heads or blank_first if place == 0 else self.layout.blank_items
            if place == 0 and not blank:
                blank = self._is_full(self.laid.rows[-1].text, _first_word(piece))
            joined = (
                before is not None and not before.blocks and self.layout.letters_joined and _is_under(piece, before)
            )
            following = pieces[place + 1] if place + 1 < len(pieces) else None
            joint = " " if joined else self._joint(before, piece)
            self._piece(piece, blank, joint, following)
            before = piece

    def _joint(self, before: Piece | None, piece: Piece) -> str | None:
        """What joins a label to the line that the piece before ends in: a blank, or nothing; None where a line end
        parts them."""
        layout, features, last = self.layout, self.document.features, self.laid.rows[-1]
        if (
            before is None
            or not piece.printed
            or not piece.blocks
            or last.cell
            or not ENDS_A_SENTENCE.search(last.text)
        ):
            return None
        first = f"{last.text} {piece.printed} {plain(piece.blocks[0].text).split(' ')[0]}"
        if layout.width is not None and len(first) > (layout.narrow or layout.width):
            return None
        if layout.glued:
            if SHORTENED.search(last.text):
                return None
            if not GLUED_LABEL.fullmatch(piece.printed) or self.arranging.random() > GLUED:
                return None
            features.add("lost line ends")
            return "" if piece.blocks[0].text[0].isupper() else None
        if layout.first_in_line and before.kind == "preamble" and self._counts_on(piece):
            features.add("first label in mid-line")
            return " "
        if layout.joint_in_line and JOINT_LABEL.fullmatch(piece.printed) and before.kind == "answer_part":
            features.add("combined label in mid-line")
            return " "
        return None

    def _counts_on(self, piece: Piece) -> bool:
        """Whether more numbers of that style open lines, and no list before could have the label."""
        asked = [one for one in self.document.sub_questions if one.label and "." not in one.label]
        lists = {"numbered list in the preamble", "numbers inside a sentence"} & self.document.features
        return piece.label == "1" and piece.printed[0].isdigit() and len(asked) > FEWEST_COUNTED and not lists

    def _piece(self, piece: Piece, blank: bool, joint: str | None, following: Piece | None) -> None:
        layout = self.layout
        lead: list[Part] = []
        opens, notes = True, []
        if joint is not None:
            row = self.laid.rows.pop()
            lead, blank, opens, notes = row.parts, row.blank, row.opens, row.notes
            lead[-1].text += joint
        rows, told = self._piece_rows(piece, lead, following)
        if layout.invisible and piece.printed and not lead and not piece.printed[0].isupper():
            label = rows[0].parts[0]
            label.text = before_label(self.arranging, label.text)
        rows[0].blank = blank
        self._keep_notes_once(rows, [number for block in piece.blocks for number in _notes_in(block)])
        rows[0].opens = opens
        rows[0].notes += notes
        self.laid.told[id(piece.blocks)] = told
        self.laid.rows += rows

    def _piece_rows(self, piece: Piece, lead: list[Part], following: Piece | None) -> tuple[list[Row], list[str]]:
        """The rows of a piece, and how its paragraphs are told; `lead`: what stands before it on its first line."""
        layout, printed = self.layout, piece.printed
        bare = printed[-1:].isdigit() and piece.blocks and not piece.blocks[0].text[0].isupper()
        if bare and layout.flat:
            printed = f"{printed}:"
        if printed and (not piece.blocks or ((layout.labels_alone or bare) and not lead)):
            rows, first = [Row([*lead, Part(piece.kind, piece.label, printed)], opens=True)], ""
        else:
            glued = printed.endswith(")") and layout.labels_glued and piece.blocks[0].text[:1].isalpha()
            together = _bind(printed) if self.document.features & LONG_LABELS else printed
            rows, first = [], f"{together}{'' if glued or not printed else ' '}"
        lead_text = "".join(part.text for part in lead)
        told: list[str] = []
        # A question without a label follows its preamble as one more paragraph.
        after = following.blocks[0] if following is not None and not following.printed else None
        for place, block in enumerate(piece.blocks):
            next_block = piece.blocks[place + 1] if place + 1 < len(piece.blocks) else after
            start = f"{lead_text}{first}" if place == 0 and not rows else ""
            lines, block_told, notes = self._block(block, start, next_block, following)
            told.append(block_told)
            if self._is_glued_bullet(block, rows, lines):
                rows[-1].parts.append(Part(piece.kind, piece.label, lines.pop(0)))
            for at, line in enumerate(lines):
                parts = [Part(piece.kind, piece.label, line)]
                if at == 0 and start and lead:
                    parts = [*lead, Part(piece.kind, piece.label, line[len(lead_text) :])]
                row = Row(parts, opens=at == 0, cell=block.shape == CELL)
                row.notes = [number for number in notes if self._marker(number) in line]
                row.blank = at == 0 and place > 0 and layout.blank_paragraphs and block.shape == PROSE
                rows.append(row)
        return rows, told

    def _is_glued_bullet(self, block: Block, rows: Sequence[Row], lines: Sequence[str]) -> bool:
        """Whether a bullet stands right after the sentence before it (`volgende:- minder`)."""
        layout = self.layout
        if not (layout.glued and rows and block.shape == BULLET and block.bullet in "-•") or layout.bullets_alone:
            return False
        fits = layout.width is None or len(rows[-1].text) + len(lines[0]) <= (layout.narrow or layout.width)
        return fits and LEADS_GLUED.search(rows[-1].text) is not None

    def _keep_notes_once(self, rows: list[Row], numbers: list[int]) -> None:
        """A figure that looks like a marker may stand in an earlier row: only the last counts."""
        for number in numbers:
            holding = [row for row in rows if number in row.notes]
            for row in holding[:-1]:
                row.notes.remove(number)

    def _block(
        self, block: Block, start: str, next_block: Block | None, following: Piece | None
    ) -> tuple[list[str], str, list[int]]:
        """The lines of a block with `start` before it, how it is told, and the notes marked in it."""
        text = f"{block.bullet} {block.text}" if block.bullet else block.text
        kept, mended = len(self.breaker.kept), len(self.breaker.mended)
        broken = set(self.breaker.broken)
        for longer in [text, *self._longer(text, block)]:
            del self.breaker.kept[kept:], self.breaker.mended[mended:]
            self.breaker.broken = set(broken)
            lines = self._lines(block, start, longer)
            if self._is_clear(lines, block, next_block, following):
                break
        told = longer
        for whole, hyphenated in self.breaker.kept[kept:]:
            told = told.replace(whole, hyphenated, 1)
        notes = _notes_in(block)
        for number in notes:
            self._mark_context(longer, number)
        return lines, plain(told), notes

    def _lines(self, block: Block, start: str, text: str) -> list[str]:
        """The lines of a block, wrapped once more or with a line end lost where the layout has it so."""
        layout = self.layout
        if layout.long_line and block.text == layout.long_line and not block.bullet:
            return wrap(self._printed(f"{start}{text}"), None, self.breaker)
        lines = self._wrapped(block, start, text)
        if block.shape != CELL:
            lines = self._narrowed(lines)
        if layout.hyphen_for_line_end:
            lines = "\n".join(lines).replace(f"{layout.hyphen}\n", layout.hyphen).split("\n")
        return lines

    def _narrowed(self, lines: list[str]) -> list[str]:
        """The lines wrapped once more, where the layout has it so."""
        narrow = self.layout.narrow
        return [part for line in lines for part in wrap_spaced(line, narrow)] if narrow else lines

    def _wrapped(self, block: Block, start: str, text: str) -> list[str]:
        """The lines of a block; a bullet alone on its line, where the layout has it so."""
        if block.bullet and not start and self.layout.bullets_alone:
            rest = self._printed(text.removeprefix(f"{block.bullet} "))
            return [block.bullet, *wrap(rest, self.layout.width, self.breaker)]
        return wrap(self._printed(f"{start}{text}"), self.layout.width, self.breaker)

    def _longer(self, text: str, block: Block) -> list[str]:
        """Ways to lengthen a block until everybody sees where it ends."""
        if block.shape == PROSE:
            fillers = self.random.sample(words.FILLERS, len(words.FILLERS))
            longer = [*fillers, *(f"{one} {other}" for one, other in pairwise(fillers))]
            return [f"{text} {filler}" for filler in longer]
        if block.shape == CELL:
            return []
        if text.endswith(SENTENCE_END):
            return [f"{text[:-1]} {more}{text[-1]}" for more in MORE]
        return [f"{text} {more}" for more in MORE]

    def _is_clear(self, lines: list[str], block: Block, next_block: Block | None, following: Piece | None) -> bool:
        """Whether everybody sees that the block ends with its last line."""
        if self.layout.width is None or block.text.endswith(":"):
            return True
        last = lines[-1]
        if next_block is None:
            # A label follows, or a heading: only an unfinished sentence could run on into it.
            return last.endswith(SENTENCE_END) or following is None or not self._is_full(last, following.printed)
        if last.endswith(SENTENCE_END) and (next_block.shape in (BULLET, LISTED) or self.layout.blank_paragraphs):
            return True
        if next_block.shape == CELL and block.shape == CELL:
            return True
        return not self._is_full(last, plain(next_block.bullet or next_block.text).split(" ")[0])

    def _is_full(self, line: str, word: str) -> bool:
        width = self.layout.width
        return width is not None and len(line) + 1 + len(word) > width * (1 - OPEN_SHARE)

    # ------------------------------------------------------------------------------------------ notes

    def _marker(self, number: int) -> str:
        return str(number) if self.layout.note_style == FOOT else f"[{number}]"

    def _printed(self, text: str) -> str:
        return NOTE.sub(lambda mark: self._marker(int(mark[1])), text)

    def _mark_context(self, text: str, number: int) -> None:
        before = text[: next(mark.start() for mark in NOTE.finditer(text) if int(mark[1]) == number)]
        context = before.split(" ")[-1].rpartition(JOINT)[2]
        self.laid.marked.append((f"{context}{self._marker(number)}", context))

    def _has_notes(self, side: str) -> bool:
        return self.layout.note_style != FOOT and any(note.side == side for note in self.document.notes)

    def _notes_of(self, side: str) -> None:
        """The notes of one side, at its end, in brackets."""
        if not self._has_notes(side):
            return
        for place, note in enumerate(note for note in self.document.notes if note.side == side):
            self.laid.rows += self.note_rows(note, blank=place == 0 or self.random.random() < 0.5)

    def note_rows(self, note: Note, blank: bool) -> list[Row]:
        """The rows of one note."""
        marker = str(note.number) if self.layout.note_style == FOOT else f"[{note.number}]"
        kept = len(self.breaker.kept)
        lines = self._narrowed(wrap(f"{marker} {note.block.text}", self.layout.width, self.breaker))
        told = note.block.text
        for whole, hyphenated in self.breaker.kept[kept:]:
            told = told.replace(whole, hyphenated, 1)
        self.laid.told[id(note)] = [plain(told)]
        rows = [Row([Part("footnote", str(note.number), line)], opens=place == 0) for place, line in enumerate(lines)]
        rows[0].blank = blank
        return rows


def _bind(words: str | re.Match[str]) -> str:
    """Words that no line end parts."""
    return (words if isinstance(words, str) else words[0]).replace(" ", BOUND)


def _notes_in(block: Block) -> list[int]:
    return [int(mark[1]) for mark in NOTE.finditer(block.text)]


def _first_word(piece: Piece) -> str:
    return piece.printed or (plain(piece.blocks[0].text).split(" ")[0] if piece.blocks else "")


def _is_under(piece: Piece, before: Piece) -> bool:
    """Whether a piece is the first letter under the number before it."""
    return bool(piece.label and before.label and piece.labels[0].startswith(f"{before.label}."))
