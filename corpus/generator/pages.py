"""Puts pages into the rows of a document: feet and heads, footnotes at a page's foot, torn and justified lines."""

from __future__ import annotations

import re
from random import Random

from corpus.generator.document import Document, Note
from corpus.generator.dumps import COUNT_UP, PAGES
from corpus.generator.layout import FOOT, Layout
from corpus.generator.rows import SENTENCE_END, Part, Row, Rows
from corpus.generator.truth import session_of

FURNITURE, FOOTNOTE = "furniture", "footnote"
RUNNING = ("preamble", "sub_question", "answer_intro", "answer_part")
# A line that can be justified to one word a line holds one of these, and nothing but words.
FUNCTION_WORDS = set("de het een en of van in op te tot met voor aan door bij uit naar om dat die als er dan".split())
ONLY_WORDS = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]+)+")
FEWEST_JUSTIFIED, TELLING_WORDS, SHORTEST, CELLS_AROUND, NEVER = 5, 3, 12, 4, 1000
BULLET_START = re.compile(r"[-•–*o◦▪]\s")


def is_mid_sentence(before: Row, row: Row) -> bool:
    """Whether everybody sees that a sentence runs on from one line to the next."""
    text = row.text
    same = before.parts[-1].label == row.parts[0].label and before.parts[-1].kind == row.parts[0].kind
    return (
        same
        and not row.opens
        and not row.cell
        and not before.cell
        and len(before.text) > 1
        and before.text[-1].isalpha()
        and text[0].islower()
        and not BULLET_START.match(text)
    )


class Pages:
    """Turns rows without pages into rows with them."""

    def __init__(self, random: Random, document: Document, layout: Layout, laid: Rows) -> None:
        self.random, self.document, self.layout, self.laid = random, document, layout, laid
        self.rows: list[Row] = []
        self.on_page, self.page = 0, 1
        self.pending: list[Note] = []
        """Notes whose markers stand on this page."""
        self.notes = {note.number: note for note in document.notes} if layout.note_style == FOOT else {}

    def paginate(self, rows: list[Row]) -> list[Row]:
        """The rows with pages, their feet, heads and notes."""
        self._tear(rows)
        self.pages = 1 + len(rows) // (self.layout.page_rows or len(rows))
        if self.layout.page_kind:
            self._furniture(self.layout.head, blank=False)
        for place, row in enumerate(rows):
            before = rows[place - 1] if place else None
            if before is not None and self._page_ends(before, row):
                self._end_page(row)
            elif before is not None and self.pending and self._side_ends(before, row):
                self._put_notes(row)
            self.rows.append(row)
            self.on_page += 1
            self.pending += [self.notes[number] for number in row.notes if number in self.notes]
        if self.pending:
            self._put_notes(None)
        if self.layout.page_kind:
            return self._ended()
        if self.page > 1 and self.layout.form_feed and self.random.random() < 0.5:
            self._furniture(self.layout.foot, blank=True)
        return self.rows

    def _ended(self) -> list[Row]:
        """The rows with a foot on the last page, too, and the number of pages where furniture tells it. A line that
        does not come again is none that anybody could tell; a number at the very end is."""
        ends = self.rows[-1].parts[0].kind != FOOTNOTE and not any(row.cell for row in self.rows[-CELLS_AROUND:])
        times = self.page if ends or self.layout.head else self.page - 1
        lines = [*self.layout.foot, *self.layout.head]
        # An address alone could be cited, and two words could be a name, if they came but twice.
        few = len(lines) == 1 and len(lines[0].split()) < TELLING_WORDS
        fewest = (NEVER if self.layout.head or not ends else 4) if few else 2
        if times < (1 if self.layout.page_kind == COUNT_UP else fewest):
            return [row for row in self.rows if row.parts[0].kind != FURNITURE]
        # After a cell, or a short line of a note, a number at the end could be one of the table's, or of the note's.
        if ends:
            self._furniture(self.layout.foot, blank=False)
        self.document.features.add(self.layout.page_kind)
        for row in self.rows:
            if row.parts[0].kind == FURNITURE:
                row.parts[0].text = row.parts[0].text.replace(PAGES, str(self.page))
        return self.rows

    def _tear(self, rows: list[Row]) -> None:
        """Put a blank line into a sentence, and justify a line to one word a line."""
        places = [at for at in range(1, len(rows)) if _is_running(rows[at]) and is_mid_sentence(rows[at - 1], rows[at])]
        if self.layout.torn and places:
            rows[self.random.choice(places)].blank = True
        for _ in range(self.layout.justified):
            places = [at for at in range(1, len(rows) - 1) if self._can_be_justified(rows, at)]
            if places:
                at = self.random.choice(places)
                part = rows[at].parts[0]
                rows[at : at + 1] = [Row([Part(part.kind, part.label, word)]) for word in part.text.split()]

    def _can_be_justified(self, rows: list[Row], at: int) -> bool:
        row, tokens = rows[at], rows[at].text.split()
        return (
            _is_running(row)
            and not row.blank
            and not row.notes
            and len(tokens) >= FEWEST_JUSTIFIED
            and ONLY_WORDS.fullmatch(row.text) is not None
            and bool(FUNCTION_WORDS.intersection(tokens))
            and is_mid_sentence(rows[at - 1], row)
            and not rows[at + 1].opens
            and not rows[at + 1].blank
            and rows[at + 1].text[0].islower()
        )

    def _page_ends(self, before: Row, row: Row) -> bool:
        if self.layout.page_rows is None or self.on_page < self.layout.page_rows:
            return False
        if not (_is_running(before) and _is_running(row)) or before.cell or row.cell:
            return False
        if self.layout.page_kind and (" " not in before.text or " " not in row.text or len(before.text) < SHORTEST):
            return False  # among the words of a justified line, or under a label alone
        if is_mid_sentence(before, row):
            return True
        if self.layout.page_kind and not self.layout.form_feed and self.page == 1:
            return False  # the first shows that it is furniture
        # A paragraph's end shows across a page break by a label or a bullet after it, or by a short last line.
        labelled = before.parts[-1].label != row.parts[0].label
        width = self.layout.width
        is_short = width is None or len(before.text) + 20 < width
        return row.opens and before.text.endswith(SENTENCE_END) and (labelled or is_short)

    def _side_ends(self, before: Row, row: Row) -> bool:
        """Whether notes can stand between two rows without a page's foot under them."""
        kind, next_kind = before.parts[-1].kind, row.parts[0].kind
        if kind in RUNNING and next_kind not in RUNNING and next_kind != "footnote":
            return not (self.layout.page_rows and next_kind == "answer_header" and self.random.random() < 0.3)
        return (
            self.layout.page_rows is None and row.blank and row.opens and before.parts[-1].label != row.parts[0].label
        )

    def _put_notes(self, following: Row | None) -> None:
        side = "answer" if any(row.parts[0].kind == "answer_header" for row in self.rows) else "question"
        if any(note.side != side for note in self.pending):
            self.document.features.add("note on the other side")
        blank = self.random.random() < 0.5
        for place, note in enumerate(self.pending):
            self.rows += self.laid.note_rows(note, blank=blank and place == 0)
        self.pending = []
        if following is not None:
            following.blank = True

    def _end_page(self, following: Row) -> None:
        if self.pending:
            self._put_notes(following)
        # Where pages show by what comes again, no blank line need do so.
        apart = not self.layout.page_kind or self.random.random() < 0.5
        self._furniture(self.layout.foot, blank=apart)
        following.blank = following.blank or apart
        self.page += 1
        self.on_page = 0
        if self.layout.page_kind and not self.layout.form_feed:
            self._furniture(self.layout.head, blank=apart)
        elif self.layout.form_feed:
            first = len(self.rows)
            self._furniture(self.layout.head, blank=False)
            (self.rows[first] if len(self.rows) > first else following).feed = True

    def _furniture(self, lines: tuple[str, ...], blank: bool) -> None:
        heads = self.document.heads
        for place, line in enumerate(lines):
            text = line.format(
                page=self.page,
                pages=PAGES if self.layout.page_kind else self.pages,
                number=heads.number,
                session=session_of(heads.asked_on, heads.number),
            )
            self.rows.append(Row([Part(FURNITURE, None, text)], blank=blank and place == 0, opens=True))


def _is_running(row: Row) -> bool:
    return all(part.kind in RUNNING for part in row.parts)
