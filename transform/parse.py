"""The way in: from a raw document to a parsed one, step by step.

characters → lines → the layout's own lines → lost line ends → furniture → the page's width
→ the layout's frame (headers, title, notice, annex, regions) → pieces (footnotes, enumerations of both sides)
→ the question's facts → the document's records → back to raw offsets
"""

from __future__ import annotations

from collections.abc import Sequence

from records import ParsedDocument, RawDocument
from transform.layouts import LAYOUTS
from transform.layouts.layout import Frame, Layout, NoQuestion
from transform.lines.boundaries import cut_at_lost_ends
from transform.lines.characters import Characters
from transform.lines.furniture import find_furniture
from transform.lines.lines import Line, read_lines
from transform.lines.page import UNWRAPPED, page_of
from transform.meaning.delivered import filled
from transform.meaning.document import Assembly
from transform.meaning.doubt import garbled
from transform.meaning.offsets import laid_back
from transform.meaning.question import resolve
from transform.pieces.cutting import cut

WINDOW = 2_000_000
"""So many characters of a file are looked at together for where its documents begin, so that the memory for it does
not grow with the file. A document that is longer makes the window wider."""


def document_starts(text: str) -> list[int]:
    """The offsets at which the documents in `text` begin, rising, the first 0: where the next question's heading
    begins. What stands before the first heading is a document of its own only where it has an answer's heading."""
    starts, at, width = [0], 0, WINDOW
    while at + width < len(text):
        # The last document of the window may go on behind it, which may tell that it is none of its own.
        certain = _starts_in(text[at : at + width])[1:-1]
        if not certain:
            width *= 2
            continue
        starts += [at + start for start in certain]
        at, width = starts[-1], WINDOW
    return starts + [at + start for start in _starts_in(text[at:])[1:]]


def _starts_in(text: str) -> list[int]:
    """See `document_starts`."""
    characters = Characters(text)
    read = read_lines(characters.text)
    starts: dict[int, int] = {}
    """Where documents of any layout begin, and where the line that each begins with ends."""
    for layout in LAYOUTS:
        lines = layout.unfold(read)
        starts.update((lines[index].start, lines[index].end) for index in layout.starts(lines))
    found = sorted(starts)
    if found and not _stands_alone(read, found[0]):
        found = found[1:]
    return [0, *(start for one in found if (start := characters.raw(one, starts[one])[0]))]


def _stands_alone(read: Sequence[Line], end: int) -> bool:
    """Whether what stands before the first heading of a file, at the offset `end`, is a document of its own."""
    for layout in LAYOUTS:
        head = [line for line in layout.unfold(read) if line.start < end]
        if head and layout.may_read(head) and isinstance(layout.frame(head, set(), UNWRAPPED), Frame):
            return True
    return False


def plain_document_starts(text: str) -> list[int]:
    """The same for a text on which `document_starts` failed: the lines that are nothing but the first line of a
    heading."""
    for layout in LAYOUTS:
        found = [match.start() for match in layout.plain_heading.finditer(text)]
        if found:
            return sorted({0, *found[1:]}) if not text[: found[0]].strip() else sorted({0, *found})
    return [0]


def parse_document(raw: RawDocument) -> ParsedDocument:
    """Parse one document.

    Comes in: a raw document, with its text as decoded. Goes out: the parsed document; where it cannot be parsed, one
    with a `reason` and all of its text in a single segment of kind `preamble`. Raises nothing for any text.
    """
    if raw.problem is not None:
        return ParsedDocument.rejected(raw, raw.problem)
    characters = Characters(raw.raw_text)
    lines = read_lines(characters.text)
    if not lines:
        return ParsedDocument.rejected(raw, "empty: nothing but white space")
    for layout in LAYOUTS:
        if not layout.may_read(lines):
            continue
        document = _parse_with(layout, raw, characters.text, lines)
        if document is not None:
            document = document if characters.are_raw or document.reason else laid_back(document, characters)
            return filled(document, raw.delivered_fields)
    return ParsedDocument.rejected(raw, "no heading of a written question and none of an answer")


def _parse_with(layout: Layout, raw: RawDocument, text: str, read: Sequence[Line]) -> ParsedDocument | None:
    """The document parsed in one layout, its offsets those of its clean `text`; None where it is not of that
    layout."""
    lines = cut_at_lost_ends(layout.unfold(read), text)
    furniture = find_furniture(lines, layout.furniture)
    page = page_of([line for index, line in enumerate(lines) if index not in furniture])
    frame = layout.frame(lines, furniture, page)
    if frame is None:
        return None
    if isinstance(frame, NoQuestion):
        return ParsedDocument.rejected(raw, frame.reason)
    frame.warnings += garbled(text)
    facts = resolve(frame, layout, raw.document_id)
    return Assembly(lines, frame, cut(text, lines, frame, page), facts, page).document()
