"""Mojibake: UTF-8 that somebody read as cp1252 and saved again (`geÃ¯nteresseerd`), undone where it shows.

The library ftfy knows which characters only mojibake has. It is asked line by line, only for lines that show the marks
of it, and told to change nothing else: quotes, ligatures and widths stay as they were delivered. What was repaired is
recorded in the column `encoding`.
"""

from __future__ import annotations

import re

SUFFIX = "+mojibake"
"""What the encoding of a repaired document ends with: `utf-8+mojibake`."""

# What UTF-8 looks like when it was read as cp1252: the first byte of a letter with its second, a quote, a mark.
# Matches: "Ã«" in "financiÃ«le", "â€™", "Â " , "ï»¿".
SHOWS = re.compile("Ã[\u0080-\u00bf\u0152-\u2122]|â[\u0080\u0082-\u0085€‚„…†]|Â[\u0080-\u00bf]|ï»¿")
# Every match begins with one of them.
FIRST = ("Ã", "â", "Â", "ï")


class Repair:
    """Repairs the text of one file, chunk by chunk, and remembers where."""

    def __init__(self) -> None:
        self.places: list[int] = []
        """The offsets in the repaired text at which repaired lines begin, rising."""
        self._length = 0

    def __call__(self, text: str) -> str:
        """The text, repaired where mojibake shows. Chunks are to end with a line, as far as they can."""
        if any(first in text for first in FIRST) and SHOWS.search(text):
            text = self._by_line(text)
        self._length += len(text)
        return text

    def touched(self, start: int, end: int) -> bool:
        """Whether something was repaired from `start` to `end` (exclusive) of the repaired text."""
        return any(start <= place < end for place in self.places)

    def forget(self, before: int) -> None:
        """Forget the places before an offset: nobody will ask for them again."""
        self.places = [place for place in self.places if place >= before]

    def _by_line(self, text: str) -> str:
        import ftfy  # where no mojibake shows, nobody waits for it

        config = ftfy.TextFixerConfig(
            unescape_html=False,
            remove_terminal_escapes=False,
            restore_byte_a0=True,
            replace_lossy_sequences=False,
            fix_c1_controls=False,
        )
        lines = text.splitlines(keepends=True)
        at = self._length
        for index, line in enumerate(lines):
            if SHOWS.search(line):
                repaired = ftfy.fix_encoding(line, config)
                if repaired != line:
                    self.places.append(at)
                    lines[index] = repaired
            at += len(lines[index])
        return "".join(lines)
