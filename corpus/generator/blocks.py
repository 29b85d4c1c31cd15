"""Composes the paragraphs of a piece: running text, bullets, lists inside a text and tables flattened to cells."""

from __future__ import annotations

from random import Random

from corpus.generator import sentences, words
from corpus.generator.citations import citing_block
from corpus.generator.document import BULLET, CELL, LISTED, Block
from corpus.generator.sentences import Writer

# Conditions that are numbered inside a sentence: text, wherever a wrap puts the figure (anatomy.md, Enumerations).
INLINE = "Dat kan indien 1) {the} werd {part}, 2) {some} {adv} worden {part} of 3) {the} daartoe verplicht."


class Paragraphs:
    """Composes blocks; what is special about them is added to `features`."""

    def __init__(self, writer: Writer, features: set[str]) -> None:
        self.writer, self.random, self.features = writer, writer.random, features
        self.bullet = self.random.choice(words.BULLETS)

    def chance(self, share: float) -> bool:
        """True in that share of the cases."""
        return self.random.random() < share

    def prose(self, most: int, templates: list[str] | None = None) -> Block:
        """A paragraph of one to `most` sentences; now and then it opens with a figure, or cites."""
        if self.chance(0.05):
            self.features.add("figure opens a paragraph")
            first = self.writer.sentence(sentences.FIGURES_FIRST)
            return Block(f"{first} {self.writer.paragraph(1, templates)}")
        if self.chance(0.07):
            self.features.add("citations")
            cited = citing_block(self.writer)
            if most < 2:
                return cited
            return Block(f"{self.writer.paragraph(1, templates)} {cited.text}", rows=cited.rows)
        if self.chance(0.02):
            self.features.add("numbers inside a sentence")
            return Block(f"{self.writer.paragraph(1, templates)} {self.writer.fill(INLINE)}")
        return Block(self.writer.paragraph(self.random.randint(1, most), templates))

    def bullets(self) -> list[Block]:
        """A sentence that announces bullets, and two to five of them."""
        self.features.add("bullets")
        points = [self.writer.sentence(sentences.POINTS) for _ in range(self.random.randint(2, 5))]
        end = self.random.choice((";", ";", "", "."))
        ended = [f"{point}{end}" for point in points[:-1]] + [f"{points[-1]}{'.' if end else ''}"]
        lead = Block(self.writer.sentence(sentences.LEADS))
        return [lead, *(Block(point, BULLET, self.bullet) for point in ended)]

    def inner_list(self, style: str) -> list[Block]:
        """A numbered list inside a text, printed in `style`."""
        self.features.add("list inside a text")
        lead = Block(self.writer.sentence(sentences.LEADS))
        points = [self.writer.sentence(sentences.POINTS) for _ in range(self.random.randint(2, 4))]
        items = [f"{style.format(place)} {point};" for place, point in enumerate(points, start=1)]
        items[-1] = f"{items[-1][:-1]}."
        return [lead, *(Block(item, LISTED) for item in items)]

    def table(self) -> list[Block]:
        """A sentence that announces a table, and its cells, one a line: years, counts, shares, bare 1, 2, 3. A cell
        `2.4` would be a label where labels are dotted."""
        self.features.add("table")
        random, writer = self.random, self.writer
        lead = Block(writer.sentence(sentences.TABLE_LEADS))
        rows = random.randint(2, 6)
        kind = random.choice(("years", "ranks", "regions"))
        cells: list[str] = []
        if random.random() < 0.6:
            heads = {"years": "Jaar", "ranks": "Plaats", "regions": "Provincie"}
            cells += [heads[kind], random.choice(("Aantal", "Bedrag", "Aandeel"))]
        for row in range(rows):
            first = {
                "years": str(writer.year - rows + row),
                "ranks": str(row + 1),
                "regions": words.REGIONS[row],
            }[kind]
            cells += [first, _value(random, "dotted labels" not in self.features)]
        if random.random() < 0.3:
            cells += ["Totaal", _value(random, "dotted labels" not in self.features)]
        return [lead, *(Block(cell, CELL) for cell in cells)]

    def preamble(self, asks: bool) -> list[Block]:
        """One to five paragraphs; `asks`: a question may stand among them."""
        blocks = [self.prose(4) for _ in range(self.random.randint(1, 4))]
        if self.chance(0.12):
            blocks += [*self.bullets(), self.prose(3)]
        if self.chance(0.05):
            self.features.add("numbered list in the preamble")
            blocks += [*self.inner_list(self.random.choice(("{}.", "{})", "{}°"))), self.prose(3)]
        if self.chance(0.03):
            blocks += [*self.table(), self.prose(3)]
        if asks and self.chance(0.06):
            self.features.add("question in the preamble")
            blocks.append(Block(f"{self.writer.paragraph(1)} {self.writer.sentence(sentences.QUESTIONS)}"))
            blocks.append(self.prose(2))
        return blocks

    def question(self) -> list[Block]:
        """The text of a sub-question: a question or a request, sometimes with more after it."""
        random, writer = self.random, self.writer
        chance = random.random()
        if chance < 0.12:
            text = writer.sentence(sentences.REQUESTS)
        elif chance < 0.17:
            text = writer.sentence(sentences.STATEMENT_ITEMS)
            text = text if "?" in text else f"{text} {writer.sentence(sentences.QUESTIONS)}"
        else:
            text = writer.sentence(sentences.QUESTIONS)
        if random.random() < 0.25:
            text = f"{text} {writer.sentence(sentences.LATER_SENTENCES)}"
        blocks = [Block(text)]
        if random.random() < 0.03:
            self.features.add("second paragraph in a question")
            blocks.append(Block(writer.sentence(sentences.LATER_SENTENCES)))
        elif random.random() < 0.02:
            blocks += self.bullets()
        return blocks

    def answer(self, inner_style: str) -> list[Block]:
        """The text of a part of the answer; a list inside it is printed in `inner_style` (none where empty)."""
        blocks = [self.prose(4, sentences.ANSWERS)]
        chance = self.random.random()
        if chance < 0.15:
            blocks.append(self.prose(3, sentences.ANSWERS + sentences.STATEMENTS))
        elif chance < 0.2:
            blocks += self.bullets()
        elif chance < 0.25:
            blocks += [*self.bullets(), self.prose(2, sentences.ANSWERS)]
        elif chance < 0.3:
            blocks += self.table()
        elif chance < 0.33:
            blocks += [*self.table(), self.prose(2, sentences.ANSWERS)]
        elif chance < 0.35 and inner_style:
            blocks += self.inner_list(inner_style)
        return blocks


def _value(random: Random, points: bool) -> str:
    """A cell's figure: a count, an amount, a decimal with a comma or a point, a share, or no figure at all."""
    return random.choice(
        [
            words.number(random),
            words.number(random),
            str(random.randint(1, 99)),
            f"{random.randint(1, 90)},{random.randint(0, 9)}",
            f"{random.randint(1, 90)}{'.' if points else ','}{random.randint(0, 9)}",
            f"{random.randint(1, 100)}%",
            f"{random.randint(1, 100)} %",
            f"€ {words.number(random)}",
            "-",
        ]
    )
