"""The grammar of labels: how they are printed, the one form they are written in, and where one *could* stand.

Whether a label counts is decided in `transform.enumerations`, by the running count (anatomy.md, Enumerations).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}

# The pieces that labels are printed with.
NUMBER = r"[1-9]\d?"
LETTER = r"[A-Za-z]"
ROMAN = r"[IVX]{1,6}|[ivx]{1,6}"
# What closes a label: "1.", "1)", "1/", "1°", "1.)", "1:", "1.-".
CLOSING = r"(?:\.\)|\.-|°\.?|[.)/:])"
# After a number and its closing comes white space, the end, or text that is glued to it, but never a digit
# ("25.000 euro", "38.0") nor a decimal sign.
AFTER_NUMBER = r"(?=\s|$|[^\W\d_]|[(“‘\"'«])"
# A letter closed by a full stop must be followed by white space ("b.v. de bus" is no label); text may be glued to a
# parenthesis.
AFTER_LETTER = r"(?:(?<=\))(?=\s|$|[^\W\d_]|[(“‘\"'«])|(?=\s|$))"

# Matches: "1.", "12)", "(3)", "1°", "4/".
NUMBER_LABEL = re.compile(rf"\(?(?P<number>{NUMBER})(?P<closing>{CLOSING}){AFTER_NUMBER}")
# What a label may be called. Matches: "Vraag ", "Deelvraag ", "Vragen ", "Op vraag ", "Antwoord op de vragen ",
# "Antwoord ", "Ad ", "Ad vraag ", "Vraag nr. ", "Wat betreft vraag ".
CALLED = (
    r"(?:(?:antwoord(?:en)?\s+|ad\s+|(?:wat\s+)?betreft\s+)?(?:op\s+)?(?:de\s+)?(?:deel)?vra(?:ag|gen)\s+(?:nr\.\s*)?"
    r"|antwoord(?:en)?\s+|ad\s+)"
)
# A called label is closed, stands alone, or a new beginning follows ("Vraag 2 wordt …" is a sentence).
# One that begins with a capital may have a figure after it, too ("Vraag 3 28 december 2019 was").
AFTER_CALLED = r"(?:(?<=[.)°/:,–-])(?=\s|$)|(?=\s*$)|(?=\s+(?:[A-ZÀ-Þ“‘\"'(]|[a-z][.)]|(?(anew)\d|(?!)))))"
# Several, in capitals, are the heading of a list. Matches: "VRAGEN 1", "ANTWOORDEN 1".
HEADING_OF_LIST = r"(?:VRAGEN|ANTWOORDEN)\s"
# Matches: "Vraag 1", "Vraag 2:", "Deelvraag 3.", "VRAAG 1.a)", "Op vraag 3:", "Ad 1.".
WORD_LABEL = re.compile(
    rf"(?!{HEADING_OF_LIST})(?P<word>(?P<anew>(?=[A-Z]))?(?i:{CALLED}))(?P<number>{NUMBER})(?:\.?(?P<letter>[a-z]))?(?P<closing>{CLOSING}|\s:|,|\s[-–])?{AFTER_CALLED}"
)
# The number stands between the words that call it. Matches: "Wat vraag 2 betreft,", "Wat deelvraag 3 betreft:".
WORDS_AROUND = re.compile(
    rf"(?P<word>(?i:wat\s+(?:de\s+)?(?:deel)?vraag\s+))(?P<number>{NUMBER})(?:\.?(?P<letter>[a-z]))?(?i:\s+betreft)"
    r"(?P<closing>[,.:]|\s:)?(?=\s|$)"
)
# Where two count up. Matches: "1 -" in "1 - Hoeveel", "2 –".
NUMBER_AND_DASH = re.compile(rf"(?P<number>{NUMBER})(?P<closing>\s[-–])(?=\s+[^\W\d_])")
# Matches: "1.a)", "1a)", "1 a.", "2.b Tekst", "3.a."; not "3. a)", which is two labels.
NUMBER_AND_LETTER = re.compile(
    rf"\(?(?P<number>{NUMBER})(?:[.°-]|\s)?(?P<letter>{LETTER})(?P<closing>{CLOSING}){AFTER_LETTER}"
    rf"|(?P<number_bare>{NUMBER})\.?(?P<letter_bare>[a-z])(?=\s+[A-Z“‘\"'(]|\s*$)"
)
# Matches: "1.1", "2.3.", "1.2)", "1.1.1".
DOTTED = re.compile(rf"(?P<dotted>{NUMBER}(?:\.{NUMBER}){{1,2}})(?P<closing>{CLOSING}|(?=\s|$))(?=\s|$|[^\W\d_])")
# Matches: "a)", "b.", "(c)", "D/".
LETTER_LABEL = re.compile(rf"(?P<open>\(?)(?P<letter>{LETTER})(?P<closing>\.\)|[.)/°]){AFTER_LETTER}")
# Matches: "I.", "iv)", "(ii)".
ROMAN_LABEL = re.compile(rf"(?P<open>\(?)(?P<roman>{ROMAN})(?P<closing>\.\)|[.)/°]){AFTER_LETTER}")

CALLED_STYLE = "vraag"
"""What the style of a label begins with that a word calls."""
# The first letters of the words that call a label, in small letters.
CALLS_BEGIN = frozenset({"vr", "de", "op", "an", "ad", "wa", "be"})

Path = tuple[str, ...]
"""A label as its steps: `("1", "a", "ii")`; a dotted `1.1` is the single number step `1` and the step `.1`."""


def written(path: Path) -> str:
    """The one form of a label: `("1", "a")` → `1.a`, `("1", ".1")` → `1.1`."""
    text = ""
    for step in path:
        text += step if step.startswith(".") or not text else f".{step}"
    return text


def joined(labels: Sequence[str]) -> Path:
    """The label of a piece that bears several of the first level: `19,20,21`."""
    return (",".join(labels),)


def each_of(path: Path) -> list[Path]:
    """The labels that a label is made of: several where it is `joined`, else itself alone."""
    return [(one,) for one in path[0].split(",")] if len(path) == 1 and "," in path[0] else [path]


def roman_value(numeral: str) -> int | None:
    """The value of a small Roman numeral in either case (`iv` → 4); None where it is none (`iix`, `vv`)."""
    values = [ROMAN_VALUES[digit] for digit in numeral.lower()]
    total = sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
    return total if 0 < total < 40 and roman_numeral(total) == numeral.lower() else None


def roman_numeral(value: int) -> str:
    """The Roman numeral of 1 to 39 in small letters."""
    tens, ones = divmod(value, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


class Before(IntEnum):
    """What the text before a label says of the place."""

    GOES_ON = 0
    """It ends nothing (`tot 2. De`): the label surely stands inside a sentence."""
    UNTOLD = 1
    """It may go on, and a sentence be torn by the label."""
    ENDED = 2
    """A sentence or a paragraph ends with it, or nothing shows that one goes on."""


@dataclass(slots=True)
class Token:
    """A place where a label could stand."""

    start: int
    """Offset of the label's first character."""
    end: int
    """Offset after the label and its closing; the text begins after the white space that follows."""
    line: int
    """Index of the line that it stands in."""
    path: Path
    """The steps as printed: `("3",)`, `("3", "a")`, `("a",)`, `("1", ".1")`; letters small, Roman not yet read."""
    style: str
    """How it is printed, so that neighbours can be compared: `1.`, `a)`, `vraag 1`, `(a)`, `I.` …"""
    roman: int | None = None
    """The value that its last step has when read as a Roman numeral; None where it is no numeral."""
    follows: bool = False
    """It follows another label on the same line (`3. a) …`)."""
    alone: bool = False
    """Nothing follows it on its line."""
    capital: bool = False
    """It is called by a word with a capital (`Vragen 2 en 3`)."""
    before: Before = Before.ENDED
    """What the text before it says."""
    in_mid_line: bool = False
    """It stands in mid-line after the end of a sentence, and nothing shows that a line end was lost there."""
    listed: tuple[tuple[Path, bool], ...] = ()
    """For a combined label: each label, and whether a range runs to it from the label before."""
    meanings: object = None
    """What its step can mean, once somebody has asked; see `transform.enumerations.counting`."""

    @property
    def clean(self) -> bool:
        """Whether no sentence is torn by it."""
        return self.before is Before.ENDED

    @property
    def inside(self) -> bool:
        """Whether it surely stands inside a sentence."""
        return self.before is Before.GOES_ON


def single(match: re.Match[str], base: int, follows: bool) -> Token:
    """The label that `label_at` found; `base`: the offset of the text it was found in; `follows`: another label stands
    before it on its line."""
    groups = match.groupdict()
    number = groups.get("number") or groups.get("number_bare")
    letter = groups.get("letter") or groups.get("letter_bare")
    closing = groups.get("closing") or ""
    roman: int | None = None
    path: Path
    if groups.get("dotted"):
        first, *rest = groups["dotted"].split(".")
        path, style = (first, *(f".{step}" for step in rest)), f"1.1{closing}"
    elif groups.get("roman"):
        path, roman = (groups["roman"].lower(),), roman_value(groups["roman"])
        style = f"{groups['open']}{'I' if groups['roman'].isupper() else 'i'}{closing}"
    elif number and letter:
        path, style = (number, letter.lower()), f"1a{closing}"
    elif number:
        path, style = (number,), f"1{closing}"
    else:
        assert letter is not None, "a label has a number, a letter or a numeral"
        path, style = (letter.lower(),), f"{groups.get('open') or ''}{'A' if letter.isupper() else 'a'}{closing}"
        roman = roman_value(letter) if letter.lower() in ROMAN_VALUES else None
    word = groups.get("word") or ""
    start, end = match.span()
    return Token(
        base + start,
        base + end,
        0,
        path,
        f"{CALLED_STYLE} {style}" if word else style,
        roman,
        follows,
        end == len(match.string) or match.string[end:].isspace(),
        word[:1].isupper(),
    )


def label_at(text: str, at: int) -> re.Match[str] | None:
    """The single label that stands at `at`, the most telling reading first."""
    first = text[at : at + 1]
    if first.isdigit() or first == "(":
        for pattern in (NUMBER_AND_LETTER, DOTTED, NUMBER_LABEL, NUMBER_AND_DASH):
            if match := pattern.match(text, at):
                return match
    elif match := WORD_LABEL.match(text, at) or WORDS_AROUND.match(text, at):
        return match
    if first.isdigit():
        return None
    letter, roman = LETTER_LABEL.match(text, at), ROMAN_LABEL.match(text, at)
    return letter or (roman if roman and roman_value(roman["roman"]) else None)


def may_be_label(text: str, at: int = 0) -> bool:
    """Whether a label could stand at `at`, by the first characters alone: what most lines are ruled out by."""
    first, second = text[at : at + 1], text[at + 1 : at + 2]
    if first.isdigit() or first == "(":
        return True
    if not second.islower():
        return first.isalpha()
    return text[at : at + 2].lower() in CALLS_BEGIN or (first in "ivxIVX" and second in "ivx")
