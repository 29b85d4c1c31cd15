"""The characters of a dump as its annotation tells them: what extraction left in them is gone."""

from __future__ import annotations

import re
import unicodedata

LIGATURE = re.compile("[\ufb00-\ufb06]")
HYPHENS = {0xFFFE: "-", 2: "-", 0x2010: "-"}


def told(text: str) -> str:
    """A text in the characters of the tables: NFC, ligatures as letters, without what has no width, and with a hyphen
    for what stands for one."""
    visible = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    letters = LIGATURE.sub(lambda one: unicodedata.normalize("NFKC", one[0]), visible)
    return unicodedata.normalize("NFC", letters).translate(HYPHENS)
