"""From bytes to text: strict UTF-8, else cp1252. Nothing is guessed and no character is changed.

Detection by statistics took Dutch cp1252 for cp1250. In these dumps a file that is not valid UTF-8 is cp1252; how often
that happens can be counted in the column `encoding` of `documents`.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass


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
    """Every character of the file but a byte order mark; line ends and form feeds are unchanged."""
    encoding: str
    """`utf-8`, `utf-8-sig` (UTF-8 with a byte order mark), `cp1252` or `binary`."""
    problem: str | None
    """Why this is not text, as a clause; None where it is."""


def decode(content: bytes) -> Decoded:
    """The text of a file's bytes. Every sequence of bytes can be decoded; none raises.

    Text has no NUL bytes; UTF-16, archives and office files have. Such content is `binary`: it is kept byte for byte as
    latin-1, with a problem.
    """
    if b"\x00" in content:
        return Decoded(content.decode("latin-1"), "binary", "is not UTF-8 or cp1252 text: it contains NUL bytes")
    marked = content.startswith(codecs.BOM_UTF8)
    body = content.removeprefix(codecs.BOM_UTF8)
    try:
        return Decoded(body.decode("utf-8"), "utf-8-sig" if marked else "utf-8", None)
    except UnicodeDecodeError:
        return Decoded(codecs.charmap_decode(body, "strict", _CP1252)[0], "cp1252", None)
