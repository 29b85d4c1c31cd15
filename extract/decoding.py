"""From bytes to text: by a byte order mark, else strict UTF-8, else cp1252. Nothing is guessed.

Detection by statistics took Dutch cp1252 for cp1250. In these dumps a file that is not valid UTF-8 is cp1252; how often
that happens can be counted in the column `encoding` of `documents`. A file is read twice: once to see what it is, once
to decode it, so that a large one is never in memory as a whole.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

CHUNK = 2**20
"""How many bytes are decoded at a time."""

BINARY = "binary"
"""The encoding of what is no text."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, and the encoding that each tells."""

ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with a byte order mark",
    "utf-16": "UTF-16 with a byte order mark",
    "utf-32": "UTF-32 with a byte order mark",
    "cp1252": "cp1252 (Western European, of Windows), where it is not valid UTF-8",
    "pdf": "the characters of a PDF",
    "docx": "the text of a Word document",
    BINARY: "no text, and not kept",
    "": "could not be read",
}
"""The values of the column `encoding`, without the suffix for what was repaired (`extract.mojibake`)."""

_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x02\x1a"))
"""Control characters that text does not have; a few stray ones are no reason to refuse it. U+0002 is what some
extractors write for a hyphen, U+001A once ended files."""

_STRAY_CONTROLS, _MOST_CONTROLS = 2, 100
"""Text has at most so many such characters, or in a longer one at most one in so many bytes."""


def _cp1252_characters() -> str:
    """The 256 characters of cp1252; its five undefined bytes become C1 controls, as in browsers."""
    characters = []
    for byte in range(256):
        try:
            characters.append(bytes([byte]).decode("cp1252"))
        except UnicodeDecodeError:
            characters.append(chr(byte))
    return "".join(characters)


_CP1252 = _cp1252_characters()


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and how it was read."""

    text: str
    """Every character of the file but a byte order mark, and NULs at its end, which are padding; line ends and form
    feeds are unchanged. Empty where it is no text."""
    encoding: str
    """One of `ENCODINGS`."""
    problem: str | None
    """Why this is not text, as a clause; None where it is."""


def decode(content: bytes) -> Decoded:
    """The text of some bytes. Every sequence of bytes can be decoded; none raises."""
    encoding = encoding_of(io.BytesIO(content))
    if encoding == BINARY:
        return Decoded("", BINARY, no_text(content))
    return Decoded("".join(decoded(io.BytesIO(content), encoding)), encoding, None)


def encoding_of(stream: BinaryIO) -> str:
    """The encoding of a stream, read to its end: one of `ENCODINGS`; `binary` where it is no text."""
    head = stream.read(CHUNK)
    marked = next((name for mark, name in MARKS if head.startswith(mark)), None)
    if marked in ("utf-16", "utf-32"):
        return marked
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8 = True
    chunk, size, controls, padding = head, 0, 0, 0
    while chunk:
        # NULs at the end are padding: they count where something follows them, or where there is nothing else.
        body = chunk.rstrip(b"\0")
        if body:
            controls += padding + len(body) - len(body.translate(None, _CONTROLS))
            padding = 0
        padding += len(chunk) - len(body)
        size += len(chunk)
        if controls > max(_STRAY_CONTROLS, size // _MOST_CONTROLS) or padding == size:
            return BINARY
        if is_utf8:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                is_utf8 = False
        chunk = stream.read(CHUNK)
    if is_utf8:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            is_utf8 = False
    return (marked or "utf-8") if is_utf8 else "cp1252"


def decoded(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """The text of a stream in chunks. What UTF-16 and UTF-32 cannot hold becomes U+FFFD; nothing raises."""
    decode_chunk = _decoder(encoding)
    padding = 0
    while chunk := stream.read(CHUNK):
        text = decode_chunk(chunk, False)
        body = text.rstrip("\0")
        if body:
            yield "\0" * padding + body
            padding = 0
        padding += len(text) - len(body)
    if rest := decode_chunk(b"", True):
        yield rest


def no_text(head: bytes) -> str:
    """Why bytes that are no text are none, as a clause."""
    if b"\0" in head:
        return "is no text: it has NUL bytes (UTF-16 needs a byte order mark)"
    return "is no text: it has too many control characters"


def _decoder(encoding: str) -> Callable[[bytes, bool], str]:
    if encoding == "cp1252":
        mark = codecs.BOM_UTF8

        def charmap(chunk: bytes, final: bool) -> str:
            nonlocal mark
            chunk, mark = chunk.removeprefix(mark) if mark else chunk, b""
            return codecs.charmap_decode(chunk, "strict", _CP1252)[0]

        return charmap
    return codecs.getincrementaldecoder(encoding)("strict" if encoding.startswith("utf-8") else "replace").decode
