"""Lays out the kinds that are a matter of the dump: pages, line ends, characters, paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from corpus.annotations import Stretch
from corpus.generator.document import BULLET, CAPITALS, NORMAL, PROSE, Document
from corpus.generator.headings import day
from corpus.generator.layout import FOOT, GLUED_BRACKET, INVISIBLE, Layout
from corpus.generator.truth import session_of

ZERO_WIDTH = "\u200b"
# What extractors write for a hyphen at a line's end; PAGES stands for the number of pages until they are counted.
OTHER_HYPHENS = ["\u2010", "\ufffe", "\u0002"]
PAGES = "{pages}"
COUNT_UP, RUNNING_HEADS, OWN = "page numbers that count up", "running heads", "own number as running head"
# Forms of numbers that count up from page to page (anatomy.md, Furniture).
COUNTS = [
    "{page}", "{page}/{pages}", "{page} van {pages}", "- {page} -", "– {page} –", "p. {page}/{pages}",
    "Pagina {page} van {pages}", "Pagina | {page}", "Pagina {page}/{pages}", "Pagina {page}",
]  # fmt: skip
RUNNING = [
    ["Kabinet van de Vlaamse minister van {portfolio}"],
    ["Kabinet van de minister van {portfolio}", "{street} {house}, 1000 Brussel              {page}"],
    ["{street} {house}, 1000 Brussel   |   www.vlaanderen-voorbeeld.be"],
    ["Vlaams Parlement – Schriftelijke vragen en antwoorden", "{page}"],
    ["Kabinet {portfolio}"],
    ["Vlaams Parlement"],
    ["www.vlaanderen-voorbeeld.be"],
    ["Departement {portfolio} – Antwoord op schriftelijke vraag", "Pagina {page} van {pages}"],
]
OWN_NUMBER = [
    ["SV nr. {number} van {day}     {page}"],
    ["SV nr. {number} van {day}"],
    ["Schriftelijke vraag nr. {number} van {day}", "{page}"],
    ["Schriftelijke vraag nr. {number} – {session}   {page}"],
]
STREETS = ["Martelaarsplein", "Koolstraat", "Havenlaan", "Graaf de Ferrarislaan"]
RULES = ["----------", "– – – – – –", "//////", "__________"]
# So wide a line is none of a sentence's that the page's width broke.
WIDE, NO_SENTENCE = 120, 0.75
LIGATURES = {"ffi": "\ufb03", "ffl": "\ufb04", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02"}
SHORTEST_WORD, WORDS_WITH_ZERO_WIDTH = 9, 0.15
RUNNING_TEXT = ("title", "preamble", "sub_question", "answer_intro", "answer_part", "footnote", "notice")


def with_kinds(layout: Layout, document: Document) -> Layout:
    """The layout with the kinds that the document is to have; they become its features."""
    kinds, features = document.kinds, document.features
    if kinds.has("decomposed letters"):
        layout = replace(layout, decomposed=True)
    if kinds.has("ligatures"):
        layout = replace(layout, ligatures=True)
    if kinds.has("zero-width characters"):
        layout = replace(layout, zero_width=True)
    if kinds.has("soft hyphens"):
        layout = replace(layout, soft_hyphens=True)
    if document.sub_questions[0].printed and kinds.has("invisible characters before labels"):
        layout = replace(layout, invisible=True)
    layout = _with_line_ends(layout, document)
    heads = document.heads
    if heads.arrangement.letters == NORMAL:
        # Only a line's end and a blank line show where titles end.
        layout = replace(layout, blank_heads=True)
        if layout.flat:
            heads.arrangement, heads.role = replace(heads.arrangement, letters=CAPITALS), heads.role.upper()
            kinds.features.discard("heading in normal letters")
            features.discard("heading in normal letters")
    if not layout.flat:
        layout = _with_pages(_with_paragraphs(layout, document), document)
    features |= kinds.features
    features -= {"wrapped cross-reference"} if layout.width is None else set()
    return layout


def _with_line_ends(layout: Layout, document: Document) -> Layout:
    kinds = document.kinds
    if layout.flat:
        return replace(layout, several_blanks=kinds.has("several blanks"))
    if kinds.tries("lost line ends"):
        return replace(layout, glued=True)
    if kinds.features & {"number with a dash", "a dash for an answer"}:
        layout = replace(layout, labels_alone=False)
    return replace(
        layout,
        first_in_line=kinds.tries("first label in mid-line"),
        joint_in_line=kinds.tries("combined label in mid-line"),
    )


def _with_paragraphs(layout: Layout, document: Document) -> Layout:
    kinds, random = document.kinds, document.kinds.random
    width = layout.width
    has_bullets = any(block.shape == BULLET for block in document.blocks())
    if has_bullets and "bullets after abbreviations" in kinds.features and random.random() < 0.6:
        document.features.add("bullets alone")
        layout = replace(layout, bullets_alone=True)
    if width is None:
        return layout
    if kinds.tries("lines of one word"):
        kinds.has("lines of one word")
        layout = replace(layout, justified=random.randint(3, 8))
    if kinds.has("other hyphens at line ends"):
        document.features.add("hyphens at line ends")
        hyphen = random.choice(OTHER_HYPHENS)
        # The mark tells a line's end that is lost, too.
        loses = hyphen != OTHER_HYPHENS[0] and random.random() < 0.5
        layout = replace(layout, hyphens=True, hyphen=hyphen, hyphen_for_line_end=loses)
    if not layout.glued and kinds.has("wrapped twice"):
        narrow = round(width * random.uniform(0.6, 0.9))
        layout = replace(layout, narrow=narrow, blank_paragraphs=True, blank_items=True, note_style=GLUED_BRACKET)
    # Nothing but a blank line or a label shows where a line ends that is longer than the page is wide.
    ends = [one.blocks[-1] for one in document.pieces if one.blocks]
    blocks = [*document.blocks()] if layout.blank_paragraphs else ends
    long = [block for block in blocks if block.shape == PROSE and len(block.text) > 2 * width]
    if long and document.sub_questions[0].printed and kinds.has("one long line"):
        layout = replace(layout, long_line=random.choice(long).text)
    return layout


def _with_pages(layout: Layout, document: Document) -> Layout:
    """Pages with numbers that count up or with lines that come again; whether they show is known when they are made."""
    kinds, random = document.kinds, document.kinds.random
    if layout.narrow:
        return layout  # what is left over of a line hides that a sentence is torn
    kind = next((one for one in (COUNT_UP, RUNNING_HEADS, OWN) if kinds.tries(one)), "")
    if not kind:
        return layout
    document.features.discard("page breaks")
    feet = {COUNT_UP: [[count] for count in COUNTS], RUNNING_HEADS: RUNNING, OWN: OWN_NUMBER}[kind]
    rule = [random.choice(RULES)] if kind == RUNNING_HEADS and random.random() < 0.2 else []
    # Above a heading whose first lines are lost the document's own number could be its heading's.
    on_top = kind != COUNT_UP and not (kind == OWN and document.heads.lost) and random.random() < 0.4
    portfolio = random.choice(document.heads.portfolios)
    filled = {
        "portfolio": portfolio,
        "street": random.choice(STREETS),
        "house": random.randint(2, 90),
        "number": document.heads.number,
        "day": day(document.heads),
        "session": session_of(document.heads.asked_on, document.heads.number),
        "page": "{page}",
        "pages": PAGES,
    }
    # A line as wide as the page could be one of a sentence's.
    printed = [[*rule, *(line.format(**filled) for line in one)] for one in feet]
    widest = (layout.width or WIDE) * NO_SENTENCE
    lines = tuple(random.choice([one for one in printed if len(max(one, key=len)) < widest] or [["{page}"]]))
    return replace(
        layout,
        page_kind=kind,
        page_rows=random.randint(10, 26),
        form_feed=random.random() < 0.3,
        foot=() if on_top else lines,
        head=lines if on_top else (),
        note_style=GLUED_BRACKET if layout.note_style == FOOT else layout.note_style,
    )


# ------------------------------------------------------------------------------------------ characters

# What each kind of characters leaves in a dump.
SHOWN = {
    "soft hyphens": re.compile("\u00ad"),
    "zero-width characters": re.compile(ZERO_WIDTH),
    "ligatures": re.compile(f"[{''.join(LIGATURES.values())}]"),
    "other hyphens at line ends": re.compile(f"[{''.join(OTHER_HYPHENS)}]"),
    "decomposed letters": re.compile("[\u0300-\u036f]"),
    "invisible characters before labels": re.compile(f"[{''.join(INVISIBLE)}]"),
}


@dataclass(frozen=True)
class Characters:
    """Writes the stretches of a dump in the characters of its layout."""

    layout: Layout
    random: Random

    def written(self, stretches: Sequence[Stretch]) -> list[Stretch]:
        """The stretches as they are dumped."""
        return [replace(one, text=self._text(one)) for one in stretches]

    def keep_shown(self, stretches: Sequence[Stretch], features: set[str]) -> None:
        """Leave those kinds of characters among the features that the dump shows."""
        text = "".join(one.text for one in stretches)
        features -= {kind for kind, pattern in SHOWN.items() if not pattern.search(text)}

    def _text(self, stretch: Stretch) -> str:
        text, layout = stretch.text, self.layout
        if stretch.kind in RUNNING_TEXT:
            if layout.zero_width:
                text = " ".join(map(self._with_zero_width, text.split(" ")))
            if layout.ligatures:
                for letters, ligature in LIGATURES.items():
                    text = text.replace(letters, ligature)
        return unicodedata.normalize("NFD", text) if layout.decomposed else text

    def _with_zero_width(self, word: str) -> str:
        if len(word) < SHORTEST_WORD or not word.isalpha() or self.random.random() > WORDS_WITH_ZERO_WIDTH:
            return word
        at = self.random.randint(0, len(word))
        return f"{word[:at]}{ZERO_WIDTH}{word[at:]}"
