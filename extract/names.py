"""The name of a file in the tables: its bytes, as text that anybody can write, read and turn back into those bytes.

Names are UTF-8 where the bytes are. Everything that is not, or that would mean something else, is written byte by byte
as `\\xe9`: bytes that are not UTF-8, a backslash (so that no name looks like another's), `!`, which stands between an
archive and its member, and characters that are not seen or that steer a screen (control characters, marks of
direction). Different names thus stay different, and `as_bytes` is the way back.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from records import BETWEEN

_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""The Unicode categories of characters that are not seen, or that steer what is."""

# A byte that is written out. Matches: "\xe9".
_ESCAPED = re.compile(rb"\\x([0-9a-f]{2})")


def as_text(name: bytes) -> str:
    """A name that can be written as UTF-8 and shown."""
    decoded = name.decode("utf-8", "surrogateescape")
    if decoded.isascii() and decoded.isprintable() and not ({"\\", BETWEEN} & set(decoded)):
        return decoded
    return "".join(_written(character) for character in decoded)


def as_bytes(text: str) -> bytes:
    """The bytes of a name that `as_text` wrote."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), text.encode("utf-8"))


def name_of(path: str | Path) -> str:
    """The name of a path or a part of one."""
    return as_text(os.fsencode(path))


def member_name(archive: str, member: str) -> str:
    """The name of an archive's member: both are names already."""
    return f"{archive}{BETWEEN}{member}"


def _written(character: str) -> str:
    if character not in ("\\", BETWEEN) and unicodedata.category(character) not in _UNSEEN:
        return character
    return "".join(f"\\x{byte:02x}" for byte in character.encode("utf-8", "surrogateescape"))
