"""The words that the headers of a Flemish written question are printed with: every piece of a header stands here once.

A piece is looked for in two ways: as a line of its own (`HEADING`, `NUMBER` …), and at a place of running text, where
the pieces share lines (`NUMBER_AT` …; see `transform.layouts.flemish.heads`). Both are built from the same words.
"""

from __future__ import annotations

import re
import unicodedata

from transform.dutch.dates import DATE
from transform.dutch.names import ACCENTS

# The capitals of European names: those of Latin-1, and of Latin Extended-A (`Ł`, `Ş`, `Ž`).
CAPITAL_LETTERS = "A-ZÀ-ÖØ-Þ" + "".join(filter(str.isupper, map(chr, range(0x100, 0x180))))
CAPITALS = rf"[{CAPITAL_LETTERS}]"
# A word in capitals, with what sticks to it: a whole word between blanks, taken without a way back, so that no search
# can run wild. Matches: "HAEZEBROUCK", "D'HOOGHE,", "STEDEN-", "EN", "&".
CAPITAL_WORD = (
    rf"(?:(?<!\S)(?=\S{{0,30}}?{CAPITALS}['’]?{CAPITALS}|['’]{CAPITALS}(?!\S))"
    rf"[{CAPITAL_LETTERS}'’.,&\-]++(?!\S)|&(?!\S))"
)
# A word of a name in normal letters. Matches: "Liesbet", "D'Hulster", "Vandaele-Aerts".
NAME_WORD = rf"(?<!\S){CAPITALS}[\w'’.\-]{{1,30}},?(?!\S)"
# What stands between the words of a name. Matches: "van", "de", "'t".
NAME_PARTICLE = r"(?:van|den?|der|het|ten|ter|['’]t|la|le|du)(?!\S)"
TITLES_BEGIN = r"(?:(?:VLAAMSE?\s+)?MINISTER(?:-PRESIDENT)?|VICE-?MINISTER-PRESIDENT)(?![\w\-])"
KIND_OF_ANSWER = r"(?:geco[oö]rdineerd|aanvullend|voorlopig|definitief|bijkomend|verwijzend|gewijzigd|verbeterd)"
HEADING_WORDS = r"SCHRIFTELIJKE\s+VRAAG"
NUMBER_WORDS = r"nr\.?\s*(?P<number>\d{1,4})"
ASKED_ON_WORDS = r"datum(?:\s*:\s*|\s+)"
ON_QUESTION_WORDS = (
    rf"op\s+(?:de\s+)?(?:schriftelijke\s+)?vra(?:ag|gen)\s+nrs?\.?\s*(?P<number>\d{{1,4}})"
    rf"(?!\d)(?:,?\s+(?:van|d\.?d\.)\s+(?P<date>{DATE}))?"
)

# Matches: "SCHRIFTELIJKE VRAAG", "Schriftelijke vraag".
HEADING = re.compile(rf"{HEADING_WORDS}:?$", re.I)
# The same as a whole line of a text. Matches: "SCHRIFTELIJKE VRAAG" between two line ends.
PLAIN_HEADING = re.compile(rf"^[^\S\n]*{HEADING_WORDS}:?[^\S\n]*$", re.I | re.M)
# Matches: "nr. 41", "nr 1017", "Nr. 28".
NUMBER = re.compile(rf"{NUMBER_WORDS}$", re.I)
# Matches: "van INE VERHAEGHE", "van KATIA VAN 'T HOF", "van ZOË D’HAESE".
ASKER = re.compile(rf"van\s+(?P<name>(?=[^a-z]*{CAPITALS})[^a-zà-öø-ÿ\d?:;]{{3,80}})$")
# The same in normal letters, where other lines of a heading stand around it.
# Matches: "van Ine Verhaeghe", "van Katia van 't Hof", "van Zoë D’Haese".
ASKER_IN_HEADING = re.compile(
    rf"van\s+(?P<name>{NAME_WORD}(?:\s+(?:{NAME_WORD}|{NAME_PARTICLE})){{0,5}}\s+{NAME_WORD})$"
)
# A date that cannot be read still belongs to the heading. Matches: "datum: 6 oktober 2022", "datum 06/10/2022",
# "datum: 31 13 2022".
ASKED_ON = re.compile(rf"{ASKED_ON_WORDS}(?P<date>(?=.*\d).{{5,30}})$", re.I)
# Matches: "aan JORINDE AELBRECHT", "aan Greet Maesen".
ADDRESSEE = re.compile(rf"aan\s+(?P<name>{CAPITALS}[^\d?:;]{{2,80}})$")
# Matches: "VLAAMS MINISTER VAN", "VICEMINISTER-PRESIDENT", "MINISTER-PRESIDENT VAN DE VLAAMSE REGERING".
ROLE = re.compile(r"(?:VLAAMSE?\s+)?(?:VICE-?)?MINISTER(?:-PRESIDENT)?\b")
# Titles in normal letters, where a heading's lines stand around them; no sentence ends there.
# Matches: "Vlaams minister van Wonen en Sport", "minister-president van de Vlaamse Regering".
ROLE_IN_HEADING = re.compile(
    r"(?:Vlaamse?\s+)?(?:vice-?)?minister(?:-president)?\s+(?:van|voor|bevoegd\s+voor)\s+[^\d.?!:;()]{3,200}$", re.I
)
# A line of capitals that can be a name. Matches: "KOEN LAMMENS", "GRIET D'HOOGHE,", "JAN-PIET VAN DEN BERG".
NAME = re.compile(rf"{CAPITALS}(?:[\w'’.\-]|\s(?=\S)){{2,60}},?$")
# A name in normal letters, alone on its line. Matches: "Koen Lammens", "Griet D'Hooghe", "Jan van den Berg".
NAME_IN_HEADING = re.compile(rf"{NAME_WORD}(?:\s+(?:{NAME_WORD}|{NAME_PARTICLE})){{0,5}}\s+{NAME_WORD}$")
# Matches: "ANTWOORD", "GECOÖRDINEERD ANTWOORD", "AANVULLEND ANTWOORD", "VOORLOPIG ANTWOORD".
ANSWER_WORD = re.compile(rf"\(?(?:{CAPITALS}[\w-]*\s+){{0,4}}ANTWOORD(?:\s+{CAPITALS}[\w-]*){{0,5}}\)?:?$")
# Matches: "Gecoördineerd antwoord", "(aanvullend antwoord)": a note after the member's line, in small letters too.
ANSWER_NOTE = re.compile(rf"\(?{KIND_OF_ANSWER}\s+antwoord\)?[.:]?$", re.I)
# The word in normal letters, as a heading has it. Matches: "Antwoord", "Antwoord:", "Gecoördineerd antwoord".
ANSWER_IN_HEADING = re.compile(rf"(?:Antwoord|(?=[A-Z])(?i:{KIND_OF_ANSWER})\s+antwoord)[.:]?$")
# Matches: "op vraag nr. 41 van 6 oktober 2022", "op vraag nr. 41 van 6 oktober 2022 van INE VERHAEGHE".
ON_QUESTION = re.compile(rf"{ON_QUESTION_WORDS}(?P<rest>.*)$", re.I)

# ------------------------------------------------------------------ the same at a place of text that shares lines

# Matches: "SCHRIFTELIJKE VRAAG" in "SCHRIFTELIJKE VRAAG nr. 41".
HEADING_AT = re.compile(rf"{HEADING_WORDS}:?(?!\S)", re.I)
# Matches: "nr. 41" in "nr. 41 van INE VERHAEGHE".
NUMBER_AT = re.compile(rf"{NUMBER_WORDS}(?!\S)", re.I)
# Matches: "datum: 6 oktober 2022" in "datum: 6 oktober 2022 aan", "datum 31 13 2022".
ASKED_ON_AT = re.compile(rf"{ASKED_ON_WORDS}(?:{DATE}|\d[\d /.\-]{{4,12}}\d)(?!\S)", re.I)
# The word before a name. Matches: "van " in "van INE VERHAEGHE", "aan " in "aan Greet Maesen".
BEFORE_NAME_AT = re.compile(r"(?P<word>van|aan)\s+(?=\S)")
# Matches: "IRIS VANHAELEWYN" in "IRIS VANHAELEWYN datum", "TOON D'HOOGHE" in "TOON D'HOOGHE VLAAMS MINISTER".
CAPITAL_NAME_AT = re.compile(
    rf"(?!{TITLES_BEGIN}|ANTWOORD\b){CAPITAL_WORD}"
    rf"(?:\s+(?!{TITLES_BEGIN}|(?i:{KIND_OF_ANSWER})\s+ANTWOORD\b|ANTWOORD\b){CAPITAL_WORD}){{0,7}}"
)
# A name in normal letters: up to where a line or another piece ends it.
# Matches: "Ine Verhaeghe" in "Ine Verhaeghe datum: 6 oktober", "Jan van den Berg".
NAME_AT = re.compile(
    rf"{NAME_WORD}(?:\s+(?:{NAME_WORD}|{NAME_PARTICLE})){{0,5}}?\s+{NAME_WORD}"
    rf"(?=\s*$|\s+(?:datum\b|aan\s+{CAPITALS}|nr\.?\s*\d|(?i:Vlaamse?\s+minister|vice-?minister|minister-president)\b"
    rf"|\(?(?i:{KIND_OF_ANSWER})\s+antwoord\b|ANTWOORD\b))"
)
# The first name and the surname, where nothing ends it. Matches: "Ine Verhaeghe" in "Ine Verhaeghe 1. Er zijn".
SHORT_NAME_AT = re.compile(rf"{NAME_WORD}(?:\s+(?:{NAME_PARTICLE}|Van|De|Den|Der)(?!\S)){{0,3}}\s+{NAME_WORD}")
# Matches: "VLAAMS MINISTER VAN CULTUUR" in "VLAAMS MINISTER VAN CULTUUR ANTWOORD op vraag".
TITLES_AT = re.compile(
    rf"{TITLES_BEGIN}[,.]?(?:\s+(?!(?:(?i:{KIND_OF_ANSWER})\s+)?ANTWOORD(?!\S)){CAPITAL_WORD}){{0,60}}"
)
# Titles go on, on a line of their own or before ANTWOORD. Matches: "DIERENWELZIJN" in "DIERENWELZIJN ANTWOORD op".
TITLES_ON_AT = re.compile(
    rf"(?:(?:^|(?<=\s))(?!(?:(?i:{KIND_OF_ANSWER})\s+)?ANTWOORD(?!\S)){CAPITAL_WORD}(?:\s+|$)){{1,30}}"
)
# Matches: "GECOÖRDINEERD ANTWOORD" in "GECOÖRDINEERD ANTWOORD op vraag", "ANTWOORD", "(aanvullend antwoord)".
ANSWER_AT = re.compile(rf"(?:(?i:{KIND_OF_ANSWER})\s+)?ANTWOORD:?(?!\S)|\((?i:{KIND_OF_ANSWER}\s+antwoord)\)(?!\S)")
# Matches: "Antwoord" in "Antwoord op vraag", "Gecoördineerd antwoord" in "Gecoördineerd antwoord op vraag".
ANSWER_IN_HEADING_AT = re.compile(rf"(?:Antwoord|(?=[A-Z])(?i:{KIND_OF_ANSWER})\s+antwoord):?(?!\S)")
# Matches: "op vraag nr. 41 van 6 oktober 2022" in "op vraag nr. 41 van 6 oktober 2022 van INE VERHAEGHE".
ON_QUESTION_AT = re.compile(rf"{ON_QUESTION_WORDS},?", re.I)
# The question's date behind the member. Matches: "van 6 oktober 2022" in "van 6 oktober 2022 1. Er zijn".
DATE_BEHIND_MEMBER_AT = re.compile(rf"van\s+(?P<date>{DATE})(?!\S)", re.I)


def without_accents(text: str) -> str:
    """The text without its accents: `GECOÖRDINEERD` → `GECOORDINEERD`."""
    return text if text.isascii() else ACCENTS.sub("", unicodedata.normalize("NFKD", text))


def is_capitals(text: str) -> bool:
    """Whether all letters of a line are capitals, and there are any."""
    return text.isupper()


def is_answer_word(text: str) -> bool:
    """Whether a line is ANTWOORD, with what may stand beside it."""
    return (ANSWER_WORD.match(text) is not None and "?" not in text) or ANSWER_IN_HEADING.match(text) is not None


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


def is_minister_line(text: str) -> bool:
    """Whether a line can be a minister's name beside other lines of a heading, in capitals or not."""
    return is_name_line(text) or NAME_IN_HEADING.match(text) is not None


def is_titles_line(text: str) -> bool:
    """Whether a minister's titles begin on this line beside other lines of a heading, in capitals or not."""
    return is_role_line(text) or ROLE_IN_HEADING.match(text) is not None


def is_provisional(note: str) -> bool:
    """Whether a note about an answer says that it is a provisional one (*voorlopig antwoord*)."""
    return "VOORLOPIG" in note.upper()
