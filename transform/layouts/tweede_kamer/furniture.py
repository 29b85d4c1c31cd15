"""The lines that the pages of the Tweede Kamer's documents bear."""

from __future__ import annotations

import re

from transform.layouts.tweede_kamer.words import ANSWER_BEGINS, MASTHEAD, QUESTION_BEGINS, SERIES
from transform.lines.furniture import FurnitureLines

# The lines at the foot of a page. Matches: "ah-tk-20242025-546", "kv-tk-2024Z18796", "h tk 20232024 387",
# "ISSN 0921 - 7398’s-Gravenhage 2024Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1", "’s-Gravenhage 2024",
# "Tweede Kamer, vergaderjaar 2024–2025, Vragen 2", "-----", "__________".
FOOT = re.compile(
    r"(?:ah|kv)-tk-[\w-]+|(?:ah|h|kv) tk \d{8} \d+"
    r"|(?:ISSN\s+0921\s?-\s?7398\s*)?['’]s-Gravenhage\s+\d{4}(?:\s*Tweede Kamer, .*)?"
    r"|ISSN\s+0921\s?-\s?7398"
    r"|Tweede Kamer,\s+vergaderjaar\s+\d{4}\s?[-–]\s?\d{4},\s+(?:Aanhangsel|Vragen)(?:\s+\d{1,3})?"
    r"|[-_]{5,}"
)


def is_heading_line(text: str) -> bool:
    """Whether a line is one of the header's."""
    return any(pattern.match(text) for pattern in (MASTHEAD, SERIES, QUESTION_BEGINS, ANSWER_BEGINS))


FURNITURE = FurnitureLines(FOOT, re.compile(r"(?!)"), is_heading_line, lambda text: MASTHEAD.match(text) is not None)
"""For `Layout.furniture`."""
