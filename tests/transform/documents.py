"""Small documents for the tests of transform, and the short way to what was found in them."""

from __future__ import annotations

from corpus.headings import ANSWER_HEADER, QUESTION_HEADER
from records import ParsedDocument, RawDocument
from transform.lines.lines import Line, read_lines
from transform.parse import parse_document

TITLE = "Visladders  -  Onderhoud"

Piece = tuple[str, str | None, str]
"""The kind of a piece, its label, and the text of one stretch of it, white space as single spaces."""


def document(
    body: str,
    answer: str | None = None,
    *,
    header: str = QUESTION_HEADER,
    title: str = TITLE,
    notice: str = "",
    answer_header: str = ANSWER_HEADER,
    annex: str = "",
) -> str:
    """A document as a dump prints it: body and answer stand between blank lines, all else line under line."""
    blocks = [header, title, "", body.strip("\n"), notice]
    if answer is not None:
        blocks += ["", answer_header, "", answer.strip("\n"), annex]
    return "\n".join(blocks).strip("\n") + "\n"


def raw(text: str) -> RawDocument:
    return RawDocument("proef.txt", 0, "", "utf-8", text)


def parse(text: str) -> ParsedDocument:
    return parse_document(raw(text))


def pieces(text: str) -> list[Piece]:
    """All segments of a document with their texts."""
    return [
        (one.kind, one.label, " ".join(text[one.char_start : one.char_end].split())) for one in parse(text).segments
    ]


def texts(text: str, kind: str) -> list[str]:
    """The texts of the segments of one kind."""
    return [words for found, _, words in pieces(text) if found == kind]


def asked(body: str, answer: str | None = None) -> dict[str | None, str]:
    """The sub-questions of a body, by label, paragraphs on one line; for two with one label there is no room."""
    found = parse(document(body, answer)).sub_questions
    by_label = {one.label: " ".join(one.text.split()) for one in found}
    assert len(by_label) == len(found), "two sub-questions bear the same label"
    return by_label


def answered(body: str, answer: str) -> list[tuple[tuple[str, ...], str]]:
    """The parts of an answer to the questions in a body: their labels and their text, paragraphs on one line."""
    return [(one.labels, " ".join(one.text.split())) for one in parse(document(body, answer)).answer_parts]


def lines_of(text: str) -> list[Line]:
    return read_lines(text)


def squash(text: str) -> str:
    """A text without any white space."""
    return "".join(text.split())
