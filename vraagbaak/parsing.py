"""One text, parsed."""

from __future__ import annotations

from records import ParsedDocument, RawDocument


def parse(text: str) -> ParsedDocument:
    """What the parser makes of the text of one document.

    Comes in: the text of one written question, with or without its answer. Goes out: a record with the columns of the
    tables as attributes: `question`, `addressees`, `sub_questions`, `answer`, `answer_parts`, `pairs`, `references`,
    `segments`, `warnings`. Offsets count code points in `text`, the end exclusive. Where no question can be read
    `question` is None, and `reason` says why. Raises nothing for any text.
    """
    from transform.parse import parse_document

    return parse_document(RawDocument("text", 0, "", "utf-8", text))
