"""Composes whole documents from the grammar that anatomy.md describes; `compose(seed, number)` is the way in."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from corpus.generator import sentences, words
from corpus.generator.answers import Plan, Planned
from corpus.generator.blocks import Paragraphs
from corpus.generator.citations import cross_reference_block, note_block
from corpus.generator.document import CELL, LISTED, PROSE, Block, Document, Note, Piece
from corpus.generator.habits import Habits, leave_gap
from corpus.generator.headings import arrange
from corpus.generator.heads import ADDRESSEE_LOST, HEADING_LOST, a_day, add_notice, compose_heads
from corpus.generator.kinds import Kinds
from corpus.generator.marks import note_mark
from corpus.generator.outline import Node, Outline, compose_outline
from corpus.generator.sentences import Writer

STILL_TO_COME = [
    "De gegevens worden momenteel opgevraagd en zullen later worden bezorgd.",
    "Zodra de cijfers beschikbaar zijn, volgt een aanvullend antwoord.",
    "De gevraagde cijfers worden nog verzameld en zullen later worden meegedeeld.",
]
REFERRALS = [
    "Een gecoördineerd antwoord zal worden verstrekt door {0}, {1}.",
    "Een gecoördineerd antwoord op deze vraag zal worden gegeven door {0}, {1}.",
]
REFERRAL_INSIDE = "Voor {{the}} verwijs ik naar het antwoord van minister {0}."
# Where a footnote's marker may stand: after a word of small letters, before or after the sentence's stop.
PLACE_FOR_MARKER = re.compile(r"(?<=[a-z]{4})(?=[ ,])|(?<=[a-z]{4}\.)(?= |$)")


def compose(seed: int, number: int) -> Document:
    """The document with that number in the corpus of that seed; always the same."""
    random = Random(f"{seed}/{number}")
    return Composer(random, f"generated-{seed}-{number:05}", Kinds(seed, number)).document()


class Composer:
    """Composes one document."""

    def __init__(self, random: Random, name: str, kinds: Kinds) -> None:
        self.random, self.name, self.kinds = random, name, kinds
        self.features: set[str] = set()
        self.asked_on = a_day(random)
        self.writer = Writer(random, self.asked_on.year)
        self.paragraphs = Paragraphs(self.writer, self.features)

    def chance(self, share: float) -> bool:
        """True in that share of the cases."""
        return self.random.random() < share

    def document(self) -> Document:
        """The document."""
        outline = compose_outline(self.random, self.features)
        leave_gap(outline, self.kinds)
        heads = compose_heads(self.writer, self.asked_on, self.features)
        if self.chance(0.25):
            add_notice(self.writer, heads, self.features)
        else:
            heads.addressees = [(heads.minister.name, heads.number)]
        preamble = self.paragraphs.preamble(bool(outline.nodes))
        if outline.nodes and self.chance(0.03):
            self.features.add("no preamble")
            preamble = []
        document = Document(self.name, heads, preamble, self._asked(outline), features=self.features, kinds=self.kinds)
        chance = self.random.random()
        if chance < 0.06:
            self.features.add("unanswered")
            document.status = "unanswered"
        elif chance < 0.13:
            self._refer(document)
        elif chance < 0.18:
            self._postpone(document, outline)
        else:
            self._answer(document, outline)
        if document.answer is not None:
            chance = self.random.random()
            if chance < 0.12:
                self.features.add("heading lost")
                heads.lost = HEADING_LOST if chance < 0.08 else ADDRESSEE_LOST
            if document.status == "answered" and self.chance(0.06):
                self.features.add("note on the answer")
                heads.note = self.random.choice(("GECOÖRDINEERD ANTWOORD", "AANVULLEND ANTWOORD"))
                heads.note_after = self.chance(0.5)
            if self.chance(0.05) and document.status == "answered":
                self.features.add("annex")
                document.annex = self._annex()
        arrange(heads, self.kinds, document.answer is not None)
        Habits(document, outline, self.kinds, self.asked_on.year).put_in()
        if self.chance(0.15):
            self._add_notes(document)
        self.features |= self.kinds.features
        return document

    # ------------------------------------------------------------------------------------------ the questions

    def _asked(self, outline: Outline) -> list[Piece]:
        if not outline.nodes:
            # The first sentence asks, so that it is the first in flattened text, too.
            blocks = [Block(self.writer.sentence(sentences.QUESTIONS))]
            if self.chance(0.3):
                blocks.append(self.paragraphs.prose(2))
            return [Piece("sub_question", None, blocks=blocks)]
        return [
            Piece("sub_question", node.label, node.printed, [] if node.is_empty else self._asked_text(node))
            for node in outline.walk()
        ]

    def _asked_text(self, node: Node) -> list[Block]:
        if node.is_heading:
            return [Block(self.writer.sentence(sentences.HEADINGS))]
        if node.label.count(".") == 2:
            return [Block(self.writer.sentence(sentences.SHORT_QUESTIONS))]
        if node.children:
            return [Block(self.writer.sentence(sentences.QUESTIONS + sentences.STATEMENTS[:4]))]
        return self.paragraphs.question()

    # ------------------------------------------------------------------------------------------ the answer

    def _answer(self, document: Document, outline: Outline) -> None:
        if not outline.nodes or self.chance(0.06):
            if outline.nodes:
                self.features.add("answer without labels")
            document.answer = [Piece("answer_intro", None, blocks=self._whole())]
            return
        plan = Plan(self.random, outline, self.features)
        planned = plan.parts()
        asked = {piece.label: piece for piece in document.sub_questions}
        document.answer = []
        if self.chance(0.25):
            self.features.add("intro")
            document.answer.append(Piece("answer_intro", None, blocks=[Block(self.writer.sentence(sentences.INTROS))]))
        self._repeat_questions(document, plan, planned)
        quotes = self.chance(0.06)
        for place, part in enumerate(planned):
            blocks = [] if part.is_empty else self._part_text(part, outline, plan)
            question = asked.get(part.label)
            if quotes and blocks and question and len(question.blocks) == 1 and question.blocks[0].shape == PROSE:
                self.features.add("question repeated inside its part")
                blocks = [replace(question.blocks[0], rows=()), *blocks]
            # At the end of the last page a cell could be the page's number.
            ends_in_cell = bool(blocks) and blocks[-1].shape == CELL
            if place == len(planned) - 1 and (ends_in_cell or self.chance(0.1)):
                self.features.add("closing")
                blocks.append(Block(self.writer.sentence(sentences.CLOSINGS)))
            document.answer.append(Piece("answer_part", part.label, part.printed, blocks))
        if outline.kind == "numbers" and "answers out of order" not in self.features and self.chance(0.03):
            self._answer_again(document.answer)

    def _answer_again(self, parts: list[Piece]) -> None:
        """A label that a part has answered stands again in a later part: text of that part."""
        places = [at for at, part in enumerate(parts) if at > 2 and part.blocks and part.labels == [part.label]]
        if not places or any("," in (part.label or "") or "." in (part.label or "") for part in parts):
            return
        at = self.random.choice(places)
        # `Vraag 2` would be a cross-reference there, and a list may begin with 1.
        earlier = [part for part in parts[:at] if part.label and part.printed[0].isdigit() and part.label != "1"]
        if earlier:
            self.features.add("answered label again")
            again = self.random.choice(earlier).printed
            sentence = self.writer.sentence(sentences.CLOSINGS)
            parts[at].blocks.append(Block(f"{again} {sentence}", LISTED))

    def _whole(self) -> list[Block]:
        blocks = [block for _ in range(self.random.randint(1, 4)) for block in self.paragraphs.answer("")]
        return [*blocks, Block(self.writer.sentence(sentences.CLOSINGS))] if blocks[-1].shape == CELL else blocks

    def _part_text(self, part: Planned, outline: Outline, plan: Plan) -> list[Block]:
        if part.under_asked:
            return [self.paragraphs.prose(2, sentences.ANSWERS)]
        # Only where the list's style is not the enumeration's can everybody tell the two apart.
        styles = [
            style for style in ("{}.", "{})", "{}°") if style != plan.number_style and style[-1] != part.printed[-1]
        ]
        blocks = self.paragraphs.answer(self.random.choice(styles) if outline.kind == "numbers" else "")
        others = [
            node.label for node in outline.walk() if node.label not in part.label.split(",") and not node.is_empty
        ]
        if self.chance(0.03) and outline.kind in ("numbers", "romans") and others:
            self.features.add("cross-references")
            cross = cross_reference_block(self.writer, self.random.choice(others))
            return [cross] if self.chance(0.5) else [*blocks, cross]
        if self.chance(0.02):
            self.features.add("referral inside a part")
            blocks.append(Block(self.writer.fill(REFERRAL_INSIDE.format(words.person(self.random)))))
        return blocks

    def _repeat_questions(self, document: Document, plan: Plan, planned: list[Planned]) -> None:
        """The questions as a block before the answers: one intro, however many labels stand in it."""
        plain_questions = [
            piece
            for piece in document.sub_questions
            if len(piece.blocks) == 1 and piece.label and "." not in piece.label
        ]
        whole = len(plain_questions) == len(document.sub_questions) == len(planned)
        if (
            not whole
            or len(planned) > 8
            or len(planned) < 2
            or not plan.same_style
            or not self.chance(0.12)
            or "Vraag" in plan.number_style
        ):
            return
        if [part.label for part in planned] != [piece.label for piece in document.sub_questions]:
            return
        self.features.add("questions repeated before the answers")
        blocks = [Block(f"{piece.printed} {piece.blocks[0].text}", LISTED, rows=()) for piece in plain_questions]
        assert document.answer is not None
        if document.answer:
            document.answer[0].blocks += blocks
        else:
            document.answer.append(Piece("answer_intro", None, blocks=blocks))

    def _refer(self, document: Document) -> None:
        """Another minister answers."""
        self.features.add("referred")
        heads, random = document.heads, self.random
        others = [(name, number) for name, number in heads.addressees if name != heads.minister.name]
        if not others and self.chance(0.7):
            heads.addressees = []
            add_notice(self.writer, heads, self.features)
            others = [(name, number) for name, number in heads.addressees if name != heads.minister.name]
        name, number = random.choice(others) if others else (words.person(random), None)
        title = random.choice(("mevrouw", "de heer", "minister"))
        office = f"Vlaams minister van {words.office(words.portfolios(random, 4))}"
        text = random.choice(REFERRALS).format(f"{title} {name}", office)
        document.status, document.referred_to, document.referred_number = "referred", name, number
        document.answer = [Piece("answer_intro", None, blocks=[Block(text)])]

    def _postpone(self, document: Document, outline: Outline) -> None:
        """A provisional answer: by its heading, or because every part says that the data will follow."""
        self.features.add("provisional")
        document.status = "provisional"
        if self.chance(0.5):
            self._answer(document, outline)
            document.heads.note = "VOORLOPIG ANTWOORD"
            document.heads.note_after = self.chance(0.5)
            return
        document.answer = []
        if not outline.nodes or self.chance(0.4):
            document.answer = [Piece("answer_intro", None, blocks=[Block(self.random.choice(STILL_TO_COME))])]
            return
        for part in Plan(self.random, outline, self.features).parts():
            blocks = [] if part.is_empty else [Block(self.random.choice(STILL_TO_COME))]
            document.answer.append(Piece("answer_part", part.label, part.printed, blocks))

    def _annex(self) -> list[str]:
        heading = self.random.choice(("BIJLAGE", "BIJLAGEN", "BIJLAGE 1", "BIJLAGE:"))
        return [heading, *(block.told for block in [self.paragraphs.prose(2), *self.paragraphs.bullets()])]

    # ------------------------------------------------------------------------------------------ footnotes

    def _add_notes(self, document: Document) -> None:
        """One to three footnotes, numbered in reading order, their markers in running text."""
        places = [
            (piece, at)
            for piece in document.pieces
            for at, block in enumerate(piece.blocks)
            if block.shape == PROSE and not block.rows and PLACE_FOR_MARKER.search(block.text)
        ]
        chosen = sorted(self.random.sample(range(len(places)), min(len(places), self.random.choice((1, 1, 2, 3)))))
        # A piece is marked once: a repeated question would else have the same words with and without a marker.
        taken: set[int] = set()
        for place in chosen:
            piece, at = places[place]
            if id(piece.blocks) in taken or any(block.shape == CELL for block in piece.blocks):
                continue
            taken.add(id(piece.blocks))
            self.features.add("notes")
            number = len(document.notes) + 1
            block = piece.blocks[at]
            where = self.random.choice([match.start() for match in PLACE_FOR_MARKER.finditer(block.text)])
            marked = f"{block.text[:where]}{note_mark(number)}{block.text[where:]}"
            piece.blocks[at] = replace(block, text=marked)
            side = "answer" if piece.kind.startswith("answer") else "question"
            document.notes.append(Note(number, side, note_block(self.writer)))
