"""From a seed to documents as they are dumped, each with its annotation."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from corpus.annotations import Annotation, Stretch
from corpus.generator.compose import compose
from corpus.generator.document import Document
from corpus.generator.dumps import Characters, with_kinds
from corpus.generator.layout import Layout, compose_layout, unwrapped
from corpus.generator.pages import RUNNING, Pages
from corpus.generator.rows import Row, Rows
from corpus.generator.truth import fields_of
from corpus.generator.wrapping import shows_its_width

# The share of the line ends that several blanks stand for.
SEVERAL_BLANKS = 0.3
# In flattened text a dash between two labels would join them, a bullet could be a title's dash, and a heading that
# comes again in the middle could begin a document.
NOT_FLAT = {"a dash for an answer", "bullets under the title", "answer heading repeats the question's"}
# Matches: " 2." in "in 2016 2. Het".
ENDS_IN_FIGURE = re.compile(r"\s(?P<number>[1-9]\d?)\.(?=$|\s)")


@dataclass(frozen=True)
class Generated:
    """A composed document, its layout, and what became of them."""

    document: Document
    layout: Layout
    annotation: Annotation

    @property
    def raw_text(self) -> str:
        """The text of the dump."""
        return self.annotation.text


def generate(seed: int, number: int) -> Generated:
    """The document with that number in the corpus of that seed, in a layout of its own; always the same."""
    document = compose(seed, number)
    layout = with_kinds(compose_layout(Random(f"layout {seed}/{number}"), document), document)
    if layout.flat and (NOT_FLAT & document.features or _has_sentence_that_ends_in_label(document)):
        document.features.discard("flattened")
        document.features.discard("several blanks")
        layout = unwrapped(replace(layout, flat=False, several_blanks=False), document.features)
    one = render(document, layout, Random(f"render {seed}/{number}"))
    if layout.width is None or shows_its_width(one.raw_text.splitlines()):
        return one
    return render(document, unwrapped(layout, document.features), Random(f"render {seed}/{number}"))


def _has_sentence_that_ends_in_label(document: Document) -> bool:
    """Whether a sentence ends in a figure that a sub-question has for its number, too: without line ends nobody could
    tell it from the label."""
    numbers = {str(number) for number in range(1, len(document.sub_questions) + 1)}
    return any(
        match["number"] in numbers for block in document.blocks() for match in ENDS_IN_FIGURE.finditer(block.text)
    )


def render(document: Document, layout: Layout, random: Random) -> Generated:
    """Lay a document out; the annotation is made of the same rows, and so it is right by construction."""
    laying = Rows(random, document, layout)
    laid = laying.lay_out()
    rows = laid.rows if layout.flat else Pages(random, document, layout, laying).paginate(laid.rows)
    characters = Characters(layout, random)
    stretches = characters.written(_stretches(rows, layout, Random(f"blanks {document.name}")))
    characters.keep_shown(stretches, document.features)
    fields = fields_of(document, laid.told, laid.marked, laying.breaker.mended, stretches, layout.flat)
    return Generated(document, layout, Annotation(document.name, tuple(stretches), fields))


def _stretches(rows: Sequence[Row], layout: Layout, random: Random) -> list[Stretch]:
    """The text of the rows, cut where one piece ends and another begins."""
    found: list[Stretch] = []

    def add(kind: str, label: str | None, text: str) -> None:
        if found and (found[-1].kind, found[-1].label) == (kind, label):
            found[-1] = Stretch(kind, label, found[-1].text + text)
        else:
            found.append(Stretch(kind, label, text))

    if layout.indented:
        add(rows[0].parts[0].kind, rows[0].parts[0].label, " ")
    for row in rows:
        first = row.parts[0]
        if row.blank and found and not layout.flat:
            add(found[-1].kind, found[-1].label, layout.line_end)
        if row.feed:
            add(first.kind, first.label, "\f")
        for part in row.parts:
            add(part.kind, part.label, part.text)
        end = " " if layout.flat else f"{' ' if layout.trailing else ''}{layout.line_end}"
        if layout.several_blanks and row.parts[-1].kind in RUNNING and random.random() < SEVERAL_BLANKS:
            end = random.choice(("  ", "   ", "      "))
        add(row.parts[-1].kind, row.parts[-1].label, "" if row.unended else end)
    return found


def gold_text(annotation: Annotation) -> str:
    """`NAME.gold.txt`: the text with a mark before each piece, on a line of its own where one begins there."""
    gold, at_line_start = "", True
    for stretch in annotation.stretches:
        label = f" {stretch.label}" if stretch.label else ""
        gold += f"@@ {stretch.kind}{label}\n" if at_line_start else f"@@[{stretch.kind}{label}]"
        gold += stretch.text
        at_line_start = stretch.text.endswith("\n")
    return gold


def write_corpus(seed: int, numbers: Sequence[int], folder: Path) -> None:
    """Write documents to `folder/raw` and their annotations to `folder/gold`."""
    raw, gold = folder / "raw", folder / "gold"
    raw.mkdir(parents=True, exist_ok=True)
    gold.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        one = generate(seed, number)
        name = one.document.name
        (raw / f"{name}.txt").write_bytes(one.raw_text.encode())
        (gold / f"{name}.gold.txt").write_bytes(gold_text(one.annotation).encode())
        fields = json.dumps(one.annotation.fields, ensure_ascii=False, indent=1)
        (gold / f"{name}.fields.json").write_text(fields + "\n", encoding="utf-8")
