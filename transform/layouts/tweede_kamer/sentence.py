"""Lines that hold one sentence of a header, as one text with the way back to the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transform.lines.lines import Line

# A hyphen that print put at a line end, and none that hangs ("Basis- en Voortgezet Onderwijs").
# Matches: "- " in "Volks- gezondheid".
DIVIDED = re.compile(r"(?<=[a-zà-ÿ])- (?!(?:en|of)\b)(?=[a-zà-ÿ])")
# Any other hyphen at a line end stays. Matches: " " in "EU- landen".
AFTER_HYPHEN = re.compile(r"(?<=\w-) (?!(?:en|of)\b)(?=[a-zà-ÿ])")


class Sentence:
    """The text of some lines that follow each other, one blank for each line end."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.text = " ".join(line.text for line in lines)
        self._starts: list[tuple[int, int]] = []
        at = 0
        for line in lines:
            self._starts.append((at, line.start))
            at += len(line.text) + 1

    def raw(self, place: int) -> int:
        """The raw offset of the character at a place of the text."""
        at, start = next((one for one in reversed(self._starts) if one[0] <= place), self._starts[0])
        return start + place - at

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets (end exclusive) of `text[start:end]`, which must not be empty."""
        return self.raw(start), self.raw(end - 1) + 1


def on_one_line(text: str) -> str:
    """A text on one line, words that print divided at a line end put together."""
    return AFTER_HYPHEN.sub("", DIVIDED.sub("", " ".join(text.split())))
