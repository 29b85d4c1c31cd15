"""Word documents (.docx): the text with what Word adds to it when it shows a document.

Word does not store the numbers of its lists, and keeps footnotes and text boxes apart from the text. Here they come
back: automatic numbers before their paragraphs, a row of a table on a line, a text box behind its paragraph, footnotes
as `[1]` and at the end. Headers and footers of pages are not text of the document, and are left out.
"""

from __future__ import annotations

import zipfile
from collections.abc import Generator, Iterator

from lxml import etree

from extract.columns import clean
from extract.content import Asked, Budget, Content, Found, NotRead, Text
from extract.limits import OverLimit
from extract.readers.numbering import Numbering
from extract.readers.page_lines import CELLS, SUPERSCRIPTS

_SKIPPED = {"pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "del", "moveFrom", "instrText", "delText", "fldData"}
"""Elements whose text is not the document's: properties, what was deleted, and the codes of fields."""


def read(content: Content, asked: Asked, budget: Budget) -> Generator[Found]:
    """The text of a document. Raises NotRead where it is damaged or no document of Word."""
    with content.seekable(asked.limits) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except zipfile.BadZipFile as error:
            raise NotRead("is a damaged or incomplete .docx file") from error
        with archive:
            parts = {name: _part(archive, f"word/{name}.xml", asked, budget) for name in _PARTS}
    body = parts["document"]
    if body is None:
        raise NotRead("is no document of Word: it has no word/document.xml")
    document = _Document(parts)
    yield Text((clean("\n".join(document.lines())),), "docx")


_PARTS = ("document", "numbering", "styles", "footnotes", "endnotes")


def _part(archive: zipfile.ZipFile, name: str, asked: Asked, budget: Budget) -> etree._Element | None:
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.file_size > asked.limits.held_bytes:
        raise OverLimit("is larger than the limit for what is held in memory")
    Budget(asked.limits, info.compress_size).take(info.file_size)
    budget.take(info.file_size)
    try:
        return etree.fromstring(archive.read(info), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise NotRead(f"is damaged: {name} is no XML") from error


class _Document:
    """The way through a document, in the order in which it is shown."""

    def __init__(self, parts: dict[str, etree._Element | None]) -> None:
        self._parts = parts
        self._numbering = Numbering(parts["numbering"], parts["styles"])
        self._notes: list[tuple[str, str]] = []
        """The kind and the id of each note, in the order of their markers."""
        self._boxes: list[etree._Element] = []
        """Text boxes that the paragraph holds that is being read."""

    def lines(self) -> Iterator[str]:
        """The lines of the document, and behind them its notes."""
        root = self._parts["document"]
        assert root is not None
        yield from self._blocks(root)
        index = 0
        while index < len(self._notes):  # a note may have a note
            kind, note_id = self._notes[index]
            index += 1
            texts = " ".join(line.strip() for line in self._note(kind, note_id) if line.strip())
            yield f"[{index}] {texts}"

    def _blocks(self, parent: etree._Element) -> Iterator[str]:
        for element in parent:
            kind = local(element)
            if kind == "p":
                yield from self._paragraph(element)
            elif kind == "tbl":
                for row in element.iter("{*}tr"):
                    if _nearest(row, "tbl") is element:
                        yield from self._row(row)
            elif kind in _SKIPPED or kind is None:
                continue
            else:
                yield from self._blocks(element)  # body, content controls, what was inserted

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        number = self._numbering.of(paragraph)
        text = "".join(self._inline(paragraph))
        boxes, self._boxes = self._boxes, []
        page = "\f" if next(paragraph.iter("{*}pageBreakBefore"), None) is not None else ""
        yield from (page + (f"{number} {text}" if number else text)).split("\n")
        for box in boxes:
            yield from self._blocks(box)

    def _row(self, row: etree._Element) -> Iterator[str]:
        """A row of a table: on one line where each cell is one, else cell after cell."""
        own = [cell for cell in row.iter("{*}tc") if _nearest(cell, "tr") is row]
        cells = [[line for line in self._blocks(cell) if line.strip()] for cell in own]
        if all(len(lines) <= 1 for lines in cells):
            line = CELLS.join(line for lines in cells for line in (lines or [""]))
            yield line.rstrip()
        else:
            for lines in cells:
                yield from lines

    def _inline(self, parent: etree._Element) -> Iterator[str]:
        for element in parent:
            kind = local(element)
            if kind == "t":
                text = (element.text or "").replace("\n", " ")
                yield text.translate(SUPERSCRIPTS) if _is_raised(element) else text
            elif kind == "tab":
                yield "\t"
            elif kind in ("br", "cr"):
                yield "\f" if attribute(element, "type") == "page" else "\n"
            elif kind == "noBreakHyphen":
                yield "-"
            elif kind in ("footnoteReference", "endnoteReference"):
                self._notes.append((kind.removesuffix("Reference") + "s", attribute(element, "id") or ""))
                yield f"[{len(self._notes)}]"
            elif kind == "txbxContent":
                self._boxes.append(element)
            elif kind == "AlternateContent":
                choices = [one for one in element if local(one) == "Choice"] or list(element)
                yield from self._inline(choices[0]) if choices else ()
            elif kind == "r" and next(element.iterchildren("{*}rPr"), None) is not None and _is_hidden(element):
                continue
            elif kind not in _SKIPPED and kind is not None:
                yield from self._inline(element)

    def _note(self, kind: str, note_id: str) -> Iterator[str]:
        root = self._parts[kind]
        for note in root if root is not None else ():
            if attribute(note, "id") == note_id:
                yield from self._blocks(note)


def local(element: etree._Element) -> str | None:
    """The name of an element without its namespace; None for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else None


def attribute(element: etree._Element, name: str) -> str | None:
    """The value of an attribute, whatever its namespace."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def _nearest(element: etree._Element, name: str) -> etree._Element | None:
    return next((one for one in element.iterancestors() if local(one) == name), None)


def _is_raised(text: etree._Element) -> bool:
    """Whether a text is a figure that stands higher (`m²`)."""
    run = text.getparent()
    if run is None or not (text.text or "").strip().isdecimal():
        return False
    return any(attribute(one, "val") == "superscript" for one in run.iterfind("{*}rPr/{*}vertAlign"))


def _is_hidden(run: etree._Element) -> bool:
    return any(attribute(one, "val") not in ("0", "false") for one in run.iterfind("{*}rPr/{*}vanish"))
