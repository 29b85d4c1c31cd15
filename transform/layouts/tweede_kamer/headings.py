"""The headings of questions and answers, which stand alone on their lines, and the labels that they name."""

from __future__ import annotations

import re

# Matches: "4", "4, 5, 7 en 8", "2 t/m 6", "7, 8, en 9", "3-5".
LABELS = r"\d{1,3}(?:\s*(?:,\s*en\b|,|\ben\b|t/m|tot en met|tot\b|[-–])\s*\d{1,3})*"
# Matches: "Vraag 1", "Vraag 4, 5, 7 en 8", "Vragen 2 en 3:", "**Vraag 2**".
QUESTION_HEADING = re.compile(rf"\**Vra(?:ag|gen)\s+(?P<labels>{LABELS})\s*[:.]?\**$")
# Matches: "Antwoord 1", "Antwoord op vraag 1", "Antwoord vraag 3-5:", "Antwoorden op de vragen 2 en 3", "Antwoord:".
ANSWER_HEADING = re.compile(
    rf"\**Antwoord(?:en)?(?:\s+(?:op\s+)?(?:de\s+)?vra(?:ag|gen)(?=\s+\d))?(?:\s+(?P<labels>{LABELS}))?\s*[:.]?\**$"
)
# The heading of a text that says that the answer comes later. Matches: "Mededeling".
NOTICE_HEADING = re.compile(r"\**Mededeling\s*:?\**$")
# Matches: "Toelichting:", "Toelichting: Deze vragen dienen ter aanvulling".
EXPLANATION = re.compile(r"Toelichting\s*:")
# A question by its number alone, where no heading says `Vraag`. Matches: "1. ", "12.", "1" alone on its line.
NUMBERED = re.compile(r"(?P<number>[1-9]\d?)(?:\.(?:\s+|$)|$)")
# Matches: " t/m ", "-", " tot en met ".
RANGE = re.compile(r"t/m|tot en met|tot\b|[-–]")
# Matches: "4", "12".
ONE = re.compile(r"\d{1,3}")
# A range holds no more than this.
LONGEST_RANGE = 100


def labels_in(listed: str) -> tuple[str, ...]:
    """The labels that a heading names, ranges filled in: `2 t/m 4` → `2`, `3`, `4`. Each once, in order."""
    found: list[int] = []
    end = 0
    for match in ONE.finditer(listed):
        number = int(match.group())
        if found and RANGE.search(listed, end, match.start()) and found[-1] < number <= found[-1] + LONGEST_RANGE:
            found += range(found[-1] + 1, number)
        found.append(number)
        end = match.end()
    return tuple(dict.fromkeys(str(number) for number in found))


def is_heading(text: str) -> bool:
    """Whether a line is the heading of a question, an answer, a notice or an explanation."""
    return any(pattern.match(text) for pattern in (QUESTION_HEADING, ANSWER_HEADING, NOTICE_HEADING, EXPLANATION))
