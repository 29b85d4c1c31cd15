"""The kinds of files, told by content first and by name second, and the reader of each.

A reader's module, and with it its library, is imported when the first file of its kind is met: a dump of plain text
starts as fast as if there were no others.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath
from typing import cast

from extract.content import Content, Reader


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of files."""

    name: str
    """What the summary of a run calls it."""
    suffixes: tuple[str, ...]
    """The endings of names, in small letters; files that have one are taken from a folder or an archive."""
    module: str
    """The module of `extract.readers` whose function `read` reads it."""
    meaning: str
    """What docs/sources.md says of it."""

    @property
    def reader(self) -> Reader:
        """The function that reads it; its module is imported now."""
        return cast(Reader, import_module(f"extract.readers.{self.module}").read)


TEXT = Kind(
    "text",
    (".txt", ".text", ".md"),
    "text",
    "Plain text: UTF-8, UTF-16 or UTF-32 with a byte order mark, else cp1252. Mojibake is repaired where it shows.",
)
HTML = Kind(
    "html",
    (".html", ".htm", ".xhtml"),
    "html",
    "The text of a web page, with a line for every line that a browser would show.",
)
PDF = Kind(
    "pdf",
    (".pdf",),
    "pdf",
    "The text by the place of its characters, page by page, in reading order whatever the order in which it was drawn.",
)
DOCX = Kind(
    "docx",
    (".docx", ".docm"),
    "docx",
    "The text of a Word document with its automatic numbers, tables, text boxes and footnotes.",
)
CSV = Kind("csv", (".csv", ".tsv"), "delimited", "A table, a row for each text; the delimiter is told from the header.")
JSON = Kind(
    "json",
    (".json", ".jsonl", ".ndjson"),
    "json_rows",
    "JSON lines, an array of objects, or a single object, an object for each text.",
)
PARQUET = Kind("parquet", (".parquet", ".pq"), "columnar", "A Parquet file, a row for each text.")
ARROW = Kind(
    "arrow", (".arrow", ".arrows", ".feather", ".ipc"), "columnar", "An Arrow file or stream, a row for each text."
)
ZIP = Kind("zip", (".zip",), "zipped", "An archive: every member is read like a file of the dump.")
TAR = Kind("tar", (".tar",), "tarred", "An archive: every member is read like a file of the dump.")
GZIP = Kind("gzip", (".gz", ".tgz"), "compressed", "A compressed file or archive, by gzip.")
BZIP2 = Kind("bzip2", (".bz2", ".tbz2", ".tbz"), "compressed", "A compressed file or archive, by bzip2.")
XZ = Kind("xz", (".xz", ".txz"), "compressed", "A compressed file or archive, by xz.")
ZSTD = Kind("zstd", (".zst", ".tzst"), "compressed", "A compressed file or archive, by Zstandard.")
DOC = Kind("doc", (".doc",), "unread", "Not read: the old format of Word. Save it as `.docx` or `.pdf`.")
RTF = Kind("rtf", (".rtf",), "unread", "Not read: Rich Text Format. Save it as `.docx` or `.pdf`.")
OFFICE = Kind(
    "office", (".odt",), "unread", "Not read: an office file that is no `.docx`. Save it as `.docx` or `.pdf`."
)

KINDS = (TEXT, HTML, PDF, DOCX, CSV, JSON, PARQUET, ARROW, ZIP, TAR, GZIP, BZIP2, XZ, ZSTD, DOC, RTF, OFFICE)
"""Every kind that a run knows."""

COMPRESSED = (GZIP, BZIP2, XZ, ZSTD)

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\x1f\x8b", GZIP),
    (b"BZh", BZIP2),
    (b"\xfd7zXZ\0", XZ),
    (b"\x28\xb5\x2f\xfd", ZSTD),
    (b"PAR1", PARQUET),
    (b"ARROW1", ARROW),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOC),
    (b"{\\rtf", RTF),
)
"""What files of a kind begin with."""

_PDF_WITHIN = 1024
"""A PDF may have a little before its first words."""

_TAR_AT = 257
"""Where a tar archive says what it is."""

# A page of the web. Matches: "<!DOCTYPE html>", "<html lang='nl'>", "<?xml version='1.0'?>\n<html>".
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
# JSON: an object, or an array of them. Matches: '{"text": 1}', '[\n  {"id"'.
_OBJECTS = re.compile(r'\s*(?:\[\s*)?\{\s*"')
# Word's own part of an office file, early in the archive as Word, LibreOffice and Google write it.
# Matches: b"word/document.xml", b"word/_rels".
_WORD = re.compile(rb"word/\w")
_OFFICE = re.compile(rb"xl/\w|ppt/\w|mimetypeapplication/")


def kind_of_name(name: str) -> Kind | None:
    """The kind that the ending of a name speaks of; None where it is none that is read."""
    return _BY_SUFFIX.get(suffix_of(name))


def suffix_of(name: str) -> str:
    """The ending of a name, in small letters, with its point; empty where it has none."""
    return PurePosixPath(name).suffix.lower()


def kind_of(content: Content) -> Kind:
    """The kind of a content. What is no other kind is text, and the reader of texts says where it is none."""
    head = content.head()
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return _in_zip(content, head) if kind is ZIP else kind
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return PDF
    if head[_TAR_AT : _TAR_AT + 5] == b"ustar":
        return TAR
    named = kind_of_name(content.name)
    if named is ARROW and head.startswith(b"\xff\xff\xff\xff"):
        return ARROW
    if named in (CSV, JSON):
        return named
    text = _as_text(head)
    if _PAGE.match(text):
        return HTML
    if named is HTML:
        return HTML
    return JSON if _OBJECTS.match(text) else TEXT


def _in_zip(content: Content, head: bytes) -> Kind:
    """What a zip archive is: a Word document and other office files are archives too."""
    named = kind_of_name(content.name)
    if named is DOCX:
        return DOCX
    if _WORD.search(head):
        return DOCX
    return OFFICE if _OFFICE.search(head) else ZIP


def _as_text(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _suffixes() -> Iterator[tuple[str, Kind]]:
    for kind in KINDS:
        for suffix in kind.suffixes:
            yield suffix, kind


_BY_SUFFIX = dict(_suffixes())
