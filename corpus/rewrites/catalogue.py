"""The rewrites by name, each with what it may change in the tables: nothing, or what it destroys the evidence for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus.generator.generate import ENDS_IN_FIGURE
from corpus.generator.wrapping import shows_its_width
from corpus.rewrites.printing import Print, print_structure
from corpus.rewrites.structure import Paragraph, Structure
from records import RawDocument

PARAGRAPHS, TITLE_END, QUESTION_START, WARNINGS = "paragraphs", "end of the title", "start of the question", "warnings"
DASHES = "dashes"
"""What a rewrite may lose.

`PARAGRAPHS`: a line feed in a text column may be a space. `TITLE_END`: subject and preamble may be divided at another
place; together they are the same. `QUESTION_START`: the same for the preamble and a sub-question without a label.
`WARNINGS`: the parser may warn of what is lost. `DASHES`: a text has no hyphen before a blank any more, and no blank
after it, so that bullets, the title's dash and the hyphens of `opstap- en afhaalplaats` are gone.
"""
# A clause ends, so that a label can follow it in flattened text; a new beginning follows a label.
CLAUSE_END = (".", "?", "!", ":", ";", '"', "”", ")", "’", "»")
NEW_BEGINNING = re.compile(r"[A-ZÀ-Þ“‘\"'(\d]")
NOTE_MARKER = re.compile(r"\s*\[(\d{1,3})\]")
# Matches: "Zie de nota van de dienst.", "https://www.voorbeeld.be/lijst".
ONE_SENTENCE = re.compile(r"(?:https?://|www\.)\S+|(?:[^.?!]|[.?!](?=\S))+[.?!]")
# The word before a glued figure: small letters, and their stop; a figure after anything else is no marker.
CAN_BE_GLUED = re.compile(r"[a-zà-öø-ÿ]{3}[.,;:?!)”’]?$")


AS_THEY_ARE = frozenset(
    {
        "question heading shares lines", "answer heading shares lines", "heading in one line",
        "heading in normal letters", "answer heading repeats the question's", "number with a dash",
        "a dash for an answer", "invisible characters before labels",
    }
)  # fmt: skip
"""Kinds of generated documents (`corpus.generator.kinds`) that their own layout tells: laid out anew, a name of a
heading could be torn, titles could go on into the title, and a dash could be a label's."""


@dataclass(frozen=True)
class Rewritten:
    """The other dump of a document, and what it may lose."""

    text: str
    loses: frozenset[str] = field(default_factory=frozenset)


Rewrite = Callable[[RawDocument, Structure], Rewritten | None]
"""A rewrite of a document with a structure; None where there is nothing for it to do."""


def _printed(layout: Print) -> Rewrite:
    """A rewrite in a layout; None for a document that is wrapped then and shows nowhere that it is."""

    def rewrite(raw: RawDocument, structure: Structure) -> Rewritten | None:
        text = print_structure(structure, layout)
        return Rewritten(text) if layout.width is None or shows_its_width(text.splitlines()) else None

    return rewrite


def _header(structure: Structure) -> list[Paragraph]:
    return structure.of("question_header")


def _without(structure: Structure, lost: list[Paragraph]) -> Structure:
    gone = {id(one) for one in lost}
    return replace(structure, paragraphs=tuple(one for one in structure.paragraphs if id(one) not in gone))


def heading_lost(raw: RawDocument, structure: Structure) -> Rewritten | None:
    """The first four lines lost; number, date and member then stand in the answer's heading only."""
    header = _header(structure)
    if len(header) < 6 or not header[0].text.startswith("SCHRIFTELIJKE") or not structure.of("answer_header"):
        return None
    return Rewritten(print_structure(_without(structure, header[:4]), Print()), frozenset({WARNINGS}))


def addressee_lost(raw: RawDocument, structure: Structure) -> Rewritten | None:
    """The first four lines and `aan` lost."""
    header = _header(structure)
    named = next((one for one in header if one.text.startswith("aan ")), None)
    if named is None or not structure.of("answer_header"):
        return None
    without = _without(structure, header[: header.index(named)])
    bare = replace(named, text=named.text.removeprefix("aan "))
    paragraphs = tuple(bare if one is named else one for one in without.paragraphs)
    return Rewritten(print_structure(replace(without, paragraphs=paragraphs), Print()), frozenset({WARNINGS}))


def notes_glued(raw: RawDocument, structure: Structure) -> Rewritten | None:
    """`[1]` as a figure glued to its word, and its note as `1 text`."""
    notes = structure.of("footnote")
    if not notes or not all(one.printed.startswith("[") for one in notes if one.printed):
        return None
    paragraphs: list[Paragraph] = []
    for one in structure.paragraphs:
        if one.kind == "footnote":
            paragraphs.append(replace(one, printed=one.printed.strip("[]")))
            continue
        for match in NOTE_MARKER.finditer(one.text):
            if not CAN_BE_GLUED.search(one.text[: match.start()]):
                return None
        paragraphs.append(replace(one, text=NOTE_MARKER.sub(r"\1", one.text)))
    return Rewritten(print_structure(replace(structure, paragraphs=tuple(paragraphs)), Print()))


def flattened(raw: RawDocument, structure: Structure) -> Rewritten | None:
    """Every line end lost, as a common CSV export has it. Of notes at a page's foot only the first sentence or the
    address shows its end, and labels in mid-sentence (`in a) 2012, b) 2013`) are text (anatomy.md, Enumerations)."""
    at_foot = [one.text for one in structure.of("footnote") if one.printed[:1].isdigit()]
    if not all(ONE_SENTENCE.fullmatch(text) for text in at_foot):
        return None
    if _has_label_in_sentence(structure) or _has_sentence_that_ends_in_label(structure):
        return None
    text = " ".join(print_structure(structure, Print(width=None, blank_lines=False)).split())
    loses = {PARAGRAPHS, TITLE_END, WARNINGS}
    if any(one.label is None for one in structure.of("sub_question")):
        loses.add(QUESTION_START)
    return Rewritten(text, frozenset(loses))


def _has_label_in_sentence(structure: Structure) -> bool:
    labelled = structure.of("preamble", "sub_question", "answer_intro", "answer_part")
    return any(
        one.printed and one.text and not before.text.endswith(CLAUSE_END) and not NEW_BEGINNING.match(one.text)
        for before, one in pairwise(labelled)
        if before.text
    )


def _has_sentence_that_ends_in_label(structure: Structure) -> bool:
    """Whether a sentence ends in a figure that a sub-question has for its number, too, and another begins right after
    it ("in 2016 2. Het aantal")."""
    numbers = {(one.label or "").split(".")[0] for one in structure.of("sub_question")}
    running = structure.of("preamble", "sub_question", "answer_intro", "answer_part")
    return any(match["number"] in numbers for one in running for match in ENDS_IN_FIGURE.finditer(one.text))


def flattened_without_dashes(raw: RawDocument, structure: Structure) -> Rewritten | None:
    """The same by an export that deletes every hyphen with the blank behind it. A label must not be closed by one, and
    the last of a list whose bullets are lost has an end that shows."""
    flat = flattened(raw, structure)
    if flat is None or any(one.printed.endswith("-") for one in structure.paragraphs):
        return None
    if any(
        one.printed and not before.text.endswith(CLAUSE_END) and re.search(r"-(?:\s|$)", before.text)
        for before, one in pairwise(structure.paragraphs)
    ):
        return None
    text = flat.text.replace("- ", "")
    return Rewritten(text, flat.loses | {DASHES}) if text != flat.text else None


def line_ends(raw: RawDocument, structure: Structure) -> Rewritten | None:
    """CRLF."""
    return Rewritten(raw.raw_text.replace("\r\n", "\n").replace("\n", "\r\n")) if "\n" in raw.raw_text else None


def trailing_spaces(raw: RawDocument, structure: Structure) -> Rewritten | None:
    """A blank at the end of every line."""
    return Rewritten(re.sub(r"[ \t]*(\r?\n)", r" \1", raw.raw_text)) if "\n" in raw.raw_text else None


REWRITES: dict[str, Rewrite] = {
    "wrapped at 60": _printed(Print(width=60)),
    "wrapped at 80": _printed(Print(width=80)),
    "wrapped at 100": _printed(Print(width=100)),
    "wrapped at 120": _printed(Print(width=120)),
    "not wrapped": _printed(Print(width=None)),
    "one word a line": _printed(Print(justified=True)),
    "labels on lines of their own": _printed(Print(labels_alone=True)),
    "labels before their texts": _printed(Print(labels_alone=False)),
    "blank lines between all paragraphs": _printed(Print(blank_lines=True)),
    "no blank lines": _printed(Print(blank_lines=False)),
    "not wrapped, no blank lines": _printed(Print(width=None, blank_lines=False)),
    "page breaks": _printed(Print(width=70, pages=True)),
    "CRLF": line_ends,
    "trailing spaces": trailing_spaces,
    "heading lost": heading_lost,
    "heading and aan lost": addressee_lost,
    "notes at the foot of pages": notes_glued,
    "flattened": flattened,
    "flattened, without dashes": flattened_without_dashes,
}
