"""The words and lines that the headers of a Flemish written question are printed with."""

from __future__ import annotations

import re
import unicodedata

from transform.dutch.dates import DATE

CAPITALS = r"[A-ZÀ-ÖØ-Þ]"
# Matches: "SCHRIFTELIJKE VRAAG".
HEADING = re.compile(r"SCHRIFTELIJKE\s+VRAAG$", re.I)
# Matches: "nr. 41", "nr 1017", "Nr. 28".
NUMBER = re.compile(r"nr\.?\s*(?P<number>\d{1,4})$", re.I)
# Matches: "van INE VERHAEGHE", "van KATIA VAN 'T HOF", "van ZOË D’HAESE".
ASKER = re.compile(rf"van\s+(?P<name>(?=[^a-z]*{CAPITALS})[^a-zà-öø-ÿ\d?:;]{{3,80}})$")
# A date that cannot be read still belongs to the heading. Matches: "datum: 6 oktober 2022", "datum 06/10/2022",
# "datum: 31 13 2022".
ASKED_ON = re.compile(r"datum(?:\s*:\s*|\s+)(?P<date>(?=.*\d).{5,30})$", re.I)
# Matches: "aan JORINDE AELBRECHT", "aan Greet Maesen".
ADDRESSEE = re.compile(rf"aan\s+(?P<name>{CAPITALS}[^\d?:;]{{2,80}})$")
# Matches: "VLAAMS MINISTER VAN", "VICEMINISTER-PRESIDENT", "MINISTER-PRESIDENT VAN DE VLAAMSE REGERING".
ROLE = re.compile(r"(?:VLAAMSE?\s+)?(?:VICE-?)?MINISTER(?:-PRESIDENT)?\b")
# A line of capitals that can be a name. Matches: "KOEN LAMMENS", "GRIET D'HOOGHE", "JAN-PIET VAN DEN BERG".
NAME = re.compile(rf"{CAPITALS}(?:[\w'’.\-]|\s(?=\S)){{2,60}}$")
# Matches: "ANTWOORD", "GECOÖRDINEERD ANTWOORD", "AANVULLEND ANTWOORD", "VOORLOPIG ANTWOORD".
ANSWER_WORD = re.compile(rf"\(?(?:{CAPITALS}[\w-]*\s+){{0,4}}ANTWOORD(?:\s+{CAPITALS}[\w-]*){{0,5}}\)?$")
# Matches: "Gecoördineerd antwoord", "(aanvullend antwoord)": a note after the member's line, in small letters too.
ANSWER_NOTE = re.compile(
    r"\(?(?:gecoordineerd|aanvullend|voorlopig|definitief|bijkomend|verwijzend|gewijzigd|verbeterd)\s+antwoord\)?[.:]?$",
    re.I,
)
# Matches: "op vraag nr. 41 van 6 oktober 2022", "op vraag nr. 41 van 6 oktober 2022 van INE VERHAEGHE".
ON_QUESTION = re.compile(
    rf"op\s+(?:de\s+)?(?:schriftelijke\s+)?vra(?:ag|gen)\s+nrs?\.?\s*(?P<number>\d{{1,4}})"
    rf"(?:\s+van\s+(?P<date>{DATE}))?(?P<rest>.*)$",
    re.I,
)


def without_accents(text: str) -> str:
    """The text without its accents: `GECOÖRDINEERD` → `GECOORDINEERD`."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def is_capitals(text: str) -> bool:
    """Whether all letters of a line are capitals, and there are any."""
    return text == text.upper() and any(letter.isalpha() for letter in text)


def is_answer_word(text: str) -> bool:
    """Whether a line is ANTWOORD, with what may stand beside it."""
    return ANSWER_WORD.match(text) is not None and "?" not in text


def is_answer_line(text: str) -> bool:
    """Whether a line says ANTWOORD, or what kind of answer this is."""
    return is_answer_word(text) or ANSWER_NOTE.match(without_accents(text)) is not None


def is_role_line(text: str) -> bool:
    """Whether a minister's titles begin on this line."""
    return is_capitals(text) and ROLE.match(text) is not None


def is_name_line(text: str) -> bool:
    """Whether a line can be a minister's name, with or without `aan`."""
    return ADDRESSEE.match(text) is not None or (is_capitals(text) and NAME.match(text) is not None)


def is_heading_line(text: str) -> bool:
    """Whether a line is one of the heading's: its first, the number, the member, the date, the addressee."""
    return any(pattern.match(text) for pattern in (HEADING, NUMBER, ASKER, ASKED_ON, ADDRESSEE))


def is_provisional(note: str) -> bool:
    """Whether a note about an answer says that it is a provisional one (*voorlopig antwoord*)."""
    return "VOORLOPIG" in note.upper()
