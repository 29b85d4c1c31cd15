"""Marks inside the texts of a document that is being composed: private characters that no dump holds.

A paragraph's text is written once, with these marks; `plain` is how the tables have it, and the renderer prints it.
"""

from __future__ import annotations

import re

JOINT = "\ue002"
"""Stands where typesetting may break a compound: `subsidie|bedrag`."""
LINE_BREAK = "\ue004"
"""Stands before a word that a line begins with, where the text is wrapped."""
BOUND = "\ue005"
"""A blank that no line is broken at."""
NOTE = re.compile("\ue000(\\d+)\ue001")
"""The marker of a footnote, with the note's number."""


def note_mark(number: int) -> str:
    """The mark of footnote `number`."""
    return f"\ue000{number}\ue001"


def plain(text: str) -> str:
    """A composed text as the tables have it: without joints, breaks and markers of notes."""
    return NOTE.sub("", text).replace(JOINT, "").replace(LINE_BREAK, "").replace(BOUND, " ")
