"""Prints a structure anew, in a layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.generator.wrapping import wrap_spaced
from corpus.rewrites.structure import Paragraph, Structure

SENTENCE_END = (".", "?", "!", ":", ";")
RUNNING = ("preamble", "sub_question", "answer_intro", "answer_part")
# A paragraph's end shows where the next word would have fitted with this share of the width to spare.
FULL_SHARE = 0.75
# A bullet or a number begins a line of a list.
LISTED = re.compile(r"(?:[-–—•‣◦▪·*➢➔✓]|o(?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)°/])\s")
FUNCTION_WORDS = set("de het een en of van in op te tot met voor aan door bij uit naar om dat die als er dan".split())
ONLY_WORDS = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]+){4,}")
LINES_OF_A_PAGE = 22
FOOT, HEAD = "Vlaams Parlement – 1011 Brussel", "Schriftelijke vragen en antwoorden – Vlaams Parlement"
# A blank that no line is broken at.
BOUND = "\ue003"


@dataclass(frozen=True)
class Print:
    """A layout of a rewrite."""

    width: int | None = 90
    blank_lines: bool = True
    """Blank lines between all paragraphs; without, only where nothing else would show a paragraph's end."""
    labels_alone: bool = False
    justified: bool = False
    """In every long paragraph a line is torn to one word a line."""
    pages: bool = False
    """Pages end in mid-sentence: a blank line, a foot, a form feed, a head."""


@dataclass
class _Line:
    paragraph: Paragraph
    text: str
    opens: bool
    blank: bool = False
    """A blank line stands before it."""

    @property
    def printed(self) -> str:
        """The line with its end."""
        return f"\n{self.text}\n" if self.blank else f"{self.text}\n"


def print_structure(structure: Structure, layout: Print) -> str:
    """The text of the document in that layout."""
    lines: list[_Line] = []
    before: Paragraph | None = None
    for paragraph in structure.paragraphs:
        texts = _lines_of(paragraph, layout)
        blank = before is not None and _is_apart(before, lines[-1], paragraph, texts[0], layout)
        lines += [_Line(paragraph, text, place == 0, blank and place == 0) for place, text in enumerate(texts)]
        before = paragraph
    if layout.justified:
        lines = _justified(lines)
    return _with_pages(lines) if layout.pages else "".join(one.printed for one in lines)


def _lines_of(paragraph: Paragraph, layout: Print) -> list[str]:
    text, width = paragraph.text, layout.width
    if paragraph.printed and paragraph.kind not in RUNNING:
        # A marker and the first word of its note stay together.
        return [line.replace(BOUND, " ", 1) for line in wrap_spaced(f"{paragraph.printed}{BOUND}{text}", width)]
    if paragraph.printed:
        # Without a closing, only a capital shows where the label ends.
        bare = paragraph.printed[-1:].isdigit() and not text[:1].isupper()
        if layout.labels_alone or bare:
            return [paragraph.printed, *(wrap_spaced(text, width) if text else [])]
        text = f"{paragraph.printed}{'' if paragraph.glued else ' '}{text}".strip()
    return wrap_spaced(text, width)


def _is_apart(before: Paragraph, last: _Line, paragraph: Paragraph, first: str, layout: Print) -> bool:
    """Whether a blank line stands between two paragraphs."""
    if before.kind != paragraph.kind and not (before.kind in RUNNING and paragraph.kind in RUNNING):
        return before.kind != "question_header" or layout.blank_lines or _is_full(last.text, first, layout.width)
    if paragraph.kind in ("question_header", "answer_header"):
        return False
    if paragraph.kind == "footnote":
        return True
    if (before.kind, before.label) != (paragraph.kind, paragraph.label):
        unfinished = not last.text.endswith(SENTENCE_END) and _is_full(last.text, first, layout.width)
        return layout.blank_lines or unfinished or not paragraph.printed
    if LISTED.match(paragraph.text):
        return not last.text.endswith(SENTENCE_END) and _is_full(last.text, first, layout.width)
    return (layout.blank_lines and last.text.endswith(SENTENCE_END)) or _is_full(last.text, first, layout.width)


def _is_full(text: str, following: str, width: int | None) -> bool:
    return width is not None and len(text) + 1 + len(following.split(" ")[0]) > width * FULL_SHARE


def _is_mid_sentence(before: _Line, line: _Line) -> bool:
    return (
        before.paragraph is line.paragraph
        and line.paragraph.kind in RUNNING
        and not line.opens
        and before.text[-1].isalpha()
        and line.text[0].islower()
        and before.text != line.paragraph.printed
        and not LISTED.match(line.text)
    )


def _justified(lines: Sequence[_Line]) -> list[_Line]:
    """One line of every paragraph, where one can be, torn to one word a line."""
    found: list[_Line] = []
    torn: set[int] = set()
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        if (
            place
            and after is not None
            and id(line.paragraph) not in torn
            and _is_mid_sentence(lines[place - 1], line)
            and _is_mid_sentence(line, after)
            and ONLY_WORDS.fullmatch(line.text)
            and FUNCTION_WORDS.intersection(line.text.split())
        ):
            torn.add(id(line.paragraph))
            found += [_Line(line.paragraph, word, False) for word in line.text.split()]
        else:
            found.append(line)
    return found


def _with_pages(lines: Sequence[_Line]) -> str:
    """Pages end wherever a sentence runs on, not more often than a page is long."""
    text, on_page, page = "", 0, 1
    for place, line in enumerate(lines):
        if place and on_page >= LINES_OF_A_PAGE and _is_mid_sentence(lines[place - 1], line):
            text += f"\n{FOOT}\n{page}\n\f{HEAD}\n\n"
            on_page, page = 0, page + 1
        text += line.printed
        on_page += 1
    return text
