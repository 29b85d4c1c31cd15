"""The lines that the pages of the Flemish Parliament's documents bear."""

from __future__ import annotations

import re

from transform.layouts.flemish.words import HEADING, is_heading_line
from transform.lines.furniture import FurnitureLines

# The institution's own line. Matches: "Vlaams Parlement – 1011 Brussel", "Vlaams Parlement", "www.vlaamsparlement.be".
INSTITUTION = re.compile(
    r"(?:(?:https?://)?www\.vlaamsparlement\.be\W*"
    r"|vlaams\s+parlement(?:\s*[-–—|·•,].{0,90}|\s{2,}.{0,90}|\s+\d{1,3})?)",
    re.I,
)
# A running title at a page's edge names the document, or the series. Matches: "Schriftelijke vraag nr. 41",
# "SV nr. 41 – 2025-2026", "Schriftelijke vragen en antwoorden – Vlaams Parlement".
RUNNING_TITLE = re.compile(
    r"(?:Schriftelijke\s+vraag|SCHRIFTELIJKE\s+VRAAG|Vraag|SV)\s+nr\.?\s*\d{1,4}(?:\s*[-–—(,|].{0,80})?"
    r"|(?:Schriftelijke\s+vragen|SCHRIFTELIJKE\s+VRAGEN)(?:\s+en\s+antwoorden)?(?:\s*[-–—(,|].{0,80})?"
)

FURNITURE = FurnitureLines(INSTITUTION, RUNNING_TITLE, is_heading_line, lambda text: HEADING.match(text) is not None)
"""For `Layout.furniture`."""
