"""PDF: the text by the place of its characters, by the library pdfium.

A PDF is a drawing: a heading may be drawn last, a word in pieces, a table column by column. Where a character stands is
what a reader sees, and what the text is made of; see `extract.readers.page_lines`. Pages are parted by a form feed.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Generator, Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.content import Asked, Budget, Content, Found, NotRead, Text
from extract.limits import OverLimit
from extract.readers.page_lines import Character, PageLine, lines_of, notes_of, written

_HYPHENS = {0x02, 0xAD}
"""What pdfium writes for a hyphen at the end of a line, and the soft hyphen that stands there."""

_HELD_PAGES = 100
"""A PDF with so many pages is held in memory, character by character."""

_MOST_CHARACTERS = 200_000
"""No page that people read has more."""

_LITTLE_TILTED = 0.2
"""In radians: text that is tilted more (a stamp, a watermark) is in no line of the page."""


def read(content: Content, asked: Asked, budget: Budget) -> Generator[Found]:
    """The text of all pages. Raises NotRead where it is damaged, encrypted, or has no text."""
    try:
        document = pdfium.PdfDocument(content.held(asked.limits))
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise NotRead("is encrypted: save it without a password") from error
        raise NotRead("is a damaged or incomplete .pdf file") from error
    with document:
        if len(document) > asked.limits.pages:
            raise OverLimit(f"has {len(document):,} pages, more than the limit of {asked.limits.pages:,}")
        # A long one is read twice: once for its notes, once for its text.
        pages = list(_pages(document)) if len(document) <= _HELD_PAGES else None
        notes: set[str] = set()
        is_empty = True
        for lines in _pages(document) if pages is None else pages:
            notes |= notes_of(lines)
            is_empty = is_empty and not lines
        if is_empty:
            raise NotRead("has no text: its pages are images, which optical character recognition can read")
        texts = (written(lines, notes) for lines in (_pages(document) if pages is None else pages))
        yield Text((("\f" if number else "") + text for number, text in enumerate(texts)), "pdf")


def _pages(document: pdfium.PdfDocument) -> Iterator[list[PageLine]]:
    return (lines_of(list(_characters(document, number))) for number in range(len(document)))


def _characters(document: pdfium.PdfDocument, number: int) -> Iterator[Character]:
    """The characters of a page, in the order in which they were drawn."""
    page = document[number]
    text_page = page.get_textpage()
    try:
        yield from _read(text_page)
    finally:
        text_page.close()
        page.close()


def _read(text_page: pdfium.PdfTextPage) -> Iterator[Character]:
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    high = 0  # the first half of a character that takes two
    count = raw.FPDFText_CountChars(text_page)
    if count > _MOST_CHARACTERS:
        raise OverLimit(f"has {count:,} characters on one page, more than the limit of {_MOST_CHARACTERS:,}")
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if raw.FPDFText_IsGenerated(text_page, index) == 1 and code not in _HYPHENS:
            continue  # a blank or a line end that pdfium guessed
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code, high = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), 0
            if code < 0x10000:
                continue
        if code in _HYPHENS:
            code = ord("-")
        if code < 0x20 or code in (0xFFFE, 0xFFFF):
            continue
        if not raw.FPDFText_GetCharOrigin(text_page, index, x, y):
            continue
        # The room that it takes on its line, not that of its ink: a 1 is as wide as an 8.
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        size = abs(raw.FPDFText_GetFontSize(text_page, index)) or 1.0
        tilted = abs(math.remainder(raw.FPDFText_GetCharAngle(text_page, index), math.tau)) > _LITTLE_TILTED
        yield Character(chr(code), x.value, y.value, box.left, box.right, size, index, tilted)
