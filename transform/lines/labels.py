"""The grammar of labels: how they are printed, the one form they are written in, and where one *could* stand.

Whether a label counts is decided in `transform.enumerations`, by the running count (anatomy.md, Enumerations).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from transform.dutch.sentences import SENTENCE_END
from transform.lines.lines import Line

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
# "Antwoord ", "Ad ", "Ad vraag ", "Vraag nr. ".
CALLED = (
    r"(?:(?:antwoord(?:en)?\s+|ad\s+)?(?:op\s+)?(?:de\s+)?(?:deel)?vra(?:ag|gen)\s+(?:nr\.\s*)?"
    r"|antwoord(?:en)?\s+|ad\s+)"
)
# A called label is closed, stands alone, or a new beginning follows ("Vraag 2 wordt …" is a sentence).
# One that begins with a capital may have a figure after it, too ("Vraag 3 28 december 2019 was").
AFTER_CALLED = r"(?:(?<=[.)°/:–-])(?=\s|$)|(?=\s*$)|(?=\s+(?:[A-ZÀ-Þ“‘\"'(]|[a-z][.)]|(?(anew)\d|(?!)))))"
# Several, in capitals, are the heading of a list. Matches: "VRAGEN 1", "ANTWOORDEN 1".
HEADING_OF_LIST = r"(?:VRAGEN|ANTWOORDEN)\s"
# Matches: "Vraag 1", "Vraag 2:", "Deelvraag 3.", "VRAAG 1.a)", "Op vraag 3:", "Ad 1.".
WORD_LABEL = re.compile(
    rf"(?!{HEADING_OF_LIST})(?P<word>(?P<anew>(?=[A-Z]))?(?i:{CALLED}))(?P<number>{NUMBER})(?:\.?(?P<letter>[a-z]))?(?P<closing>{CLOSING}|\s:|\s[-–])?{AFTER_CALLED}"
)
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

# One label inside a combined label, with or without a closing: "8", "8.", "2.a)", "b)".
LISTED = (
    rf"(?:(?:deel)?vraag\s+)?\(?(?:{NUMBER}(?:\.?{LETTER}(?![a-z])|\.{NUMBER})?|{LETTER}(?![a-z]))(?:\.\)|[.)°/:])?"
)
# What joins the labels of a combined label: a comma, "en", a dash, a slash, "tot", "t.e.m.", "t/m", "tot en met", "&".
RANGE_LINK = r"(?:[-–—]|tot\s+en\s+met|t\.?e\.?m\.?|t/m|tot)"
LINK = rf"(?:\s*(?:,\s*en\b|,|;|&|\+|\b(?:en|et)\b|{RANGE_LINK})\s*|(?<=\d)/(?=\d)|(?<=[.)])\s?/\s?(?=\d))"
BETWEEN_LISTED = re.compile(rf"({LINK})", re.I)
# Matches: "8, 9.", "1-3.", "1 en 2.", "1., 2. en 3.", "Vragen 2 tot 5", "a) en b)", "16/17.".
COMBINED = re.compile(
    rf"(?P<word>{CALLED})?(?P<list>{LISTED}(?:{LINK}{LISTED}){{1,30}})(?P<closing>\s*:)?(?=\s|$|[^\W\d_])", re.I
)
# One of them, in pieces. Matches: "8", "8.", "2.a)", "1.1", "b)", "vraag 2".
ONE_LISTED = re.compile(
    rf"(?:(?:deel)?vraag\s+)?\(?(?:(?P<number>{NUMBER})(?:\.?(?P<letter>{LETTER})(?![a-z])|\.(?P<second>{NUMBER}))?|(?P<alone>{LETTER})(?![a-z]))"
    rf"(?P<closing>\.\)|[.)°/:])?",
    re.I,
)
# What follows labels that nothing closes. Matches: "", " Sinds", " “Het".
AFTER_LISTED = re.compile(r"\s*$|\s+[A-ZÀ-Þ“‘\"'(]")
# Matches: " 2018 was".
BEGINS_WITH_FIGURE = re.compile(r"\s+\d")
RANGE_BETWEEN = re.compile(rf"\s*{RANGE_LINK}\s*", re.I)

# A combined label is not looked for over more characters than this.
LONGEST_COMBINED = 120

CALLED_STYLE = "vraag"
"""What the style of a label begins with that a word calls."""
# The first letters of the words that call a label, in small letters.
CALLS_BEGIN = frozenset({"vr", "de", "op", "an", "ad"})

Path = tuple[str, ...]
"""A label as its steps: `("1", "a", "ii")`; a dotted `1.1` is the single number step `1` and the step `.1`."""


def written(path: Path) -> str:
    """The one form of a label: `("1", "a")` → `1.a`, `("1", ".1")` → `1.1`."""
    text = ""
    for step in path:
        text += step if step.startswith(".") or not text else f".{step}"
    return text


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


def _single(match: re.Match[str], base: int, follows: bool) -> Token:
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


def _label_at(text: str, at: int) -> re.Match[str] | None:
    """The single label that stands at `at`, the most telling reading first."""
    first = text[at : at + 1]
    if first.isdigit() or first == "(":
        for pattern in (NUMBER_AND_LETTER, DOTTED, NUMBER_LABEL):
            if match := pattern.match(text, at):
                return match
    elif match := WORD_LABEL.match(text, at):
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


def labels_at(text: str, at: int) -> Iterator[str]:
    """The labels that could stand at `at`, as they are printed: one of several questions first, then one of one."""
    if not may_be_label(text, at):
        return
    several = _combined_at(text[at : at + LONGEST_COMBINED], 0)
    if several is not None:
        yield text[at : at + several.end]
    match = _label_at(text, at)
    if match is not None:
        yield match.group()


def _combined_at(text: str, base: int) -> Token | None:
    match = COMBINED.match(text)
    if match is None:
        return None
    listed: list[tuple[Path, bool]] = []
    items = BETWEEN_LISTED.split(match["list"])
    number_above: str | None = None
    closing = ""
    for item, link in zip(items[::2], ["", *items[1::2]], strict=True):
        one = ONE_LISTED.fullmatch(item.strip())
        if one is None:
            return None
        closing = one["closing"] or ""
        if one["alone"]:
            path: Path = (number_above, one["alone"].lower()) if number_above else (one["alone"].lower(),)
        elif one["letter"]:
            number_above = one["number"]
            path = (one["number"], one["letter"].lower())
        else:
            path = (one["number"], f".{one['second']}") if one["second"] else (one["number"],)
        listed.append((path, RANGE_BETWEEN.fullmatch(link) is not None))
    numbers = [int(path[0]) for path, _ in listed if len(path) == 1 and path[0].isdigit()]
    if any(after <= before for before, after in pairwise(numbers)):
        return None  # labels together count up; "93 - 6." are cells
    rest = match.string[match.end() :]
    in_words = re.search(r"[a-z]", "".join(items[1::2]), re.I) is not None
    word = match["word"] or ""
    called_anew = word[:1].isupper() and BEGINS_WITH_FIGURE.match(rest)
    if word and not (match["closing"] or closing or called_anew) and not AFTER_LISTED.match(rest):
        return None  # "Vragen 2 en 3 van de schriftelijke vraag …" is a sentence
    # Without a closing, "1 en 2 worden …" is a sentence, "9,14" a number and "5 tot 10 scholen" a quantity: only
    # a word before the list makes it a label, or links in words with nothing after them, or "en" with a new beginning.
    ranged = any(from_before for _, from_before in listed)
    alone = in_words and AFTER_LISTED.match(rest) is not None and not (ranged and rest.strip())
    if not (word or match["closing"] or closing or alone):
        return None
    return Token(
        base,
        base + match.end(),
        0,
        listed[0][0],
        f"{CALLED_STYLE} 1" if word else f"1{closing}",
        alone=not rest.strip(),
        capital=word[:1].isupper(),
        listed=tuple(listed),
    )


class LineLabels:
    """What the grammar of labels sees at the beginning of one line, once: as a question has it, and as an answer, whose
    labels may name several questions."""

    __slots__ = ("_several", "_single", "line")

    def __init__(self, line: Line) -> None:
        self.line = line
        self._single: list[Token] | None = None
        self._several: list[Token] | None = None

    def tokens(self, *, combined: bool) -> list[Token]:
        """The labels at the line's beginning, in order; their context is not filled in. `combined`: also labels that
        name several questions (`8, 9.`)."""
        if not combined:
            if self._single is None:
                self._single = self._read(False)
            return self._single
        if self._several is None:
            several = _combined_at(self.line.text, self.line.start)
            self._several = [several] if several is not None else self._read(True)
        return self._several

    def _read(self, combined: bool) -> list[Token]:
        text = self.line.text
        match = _label_at(text, 0)
        if match is None:
            return []
        token = _single(match, self.line.start, False)
        at = _after_blanks(text, match.end())
        if len(token.path) <= 2 and at < len(text):
            return [token, *_followers(token, self.line, at, combined)]
        return [token]


NO_LABELS = "none"
"""Stands in `Line.labels` where the first characters rule a label out."""


def labels_of(line: Line, *, combined: bool) -> Sequence[Token]:
    """The labels that could stand at a line's beginning; `combined`: also those that name several questions."""
    if line.labels is None:
        line.labels = LineLabels(line) if may_be_label(line.text) else NO_LABELS
    return line.labels.tokens(combined=combined) if isinstance(line.labels, LineLabels) else ()


def opens_label(line: Line, *, combined: bool) -> bool:
    """Whether a label could stand at a line's beginning; `combined`: also one that names several questions."""
    return bool(labels_of(line, combined=combined))


def opens_list(line: Line, before: Line | None) -> bool:
    """Whether a line begins with the label of a list inside a text, `before` being the line above it."""
    tokens = labels_of(line, combined=False)
    return bool(tokens) and not stands_in_sentence(tokens[0], line, before)


def stands_in_sentence(token: Token, line: Line, before: Line | None) -> bool:
    """Whether a called label stands in mid-sentence ("het antwoord op⏎vraag 4"): it begins small, and no sentence or
    paragraph has ended before it."""
    if before is None or token.capital or not token.style.startswith(CALLED_STYLE):
        return False
    return not (line.blank_before or before.text.endswith(SENTENCE_END))


def _after_blanks(text: str, at: int) -> int:
    """The first place from `at` on that is not blank."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _followers(token: Token, line: Line, at: int, combined: bool) -> list[Token]:
    """The labels that stand at `at` of a line, right after a number: "3. a) …", "1. 1.1 …", "2. a) en b) …"."""
    text = line.text
    if not may_be_label(text, at):
        return []
    several = _combined_at(text[at:], line.start + at) if combined else None
    if several is not None and several.path[0].isalpha():
        several.follows = True
        return [several]
    match = _label_at(text, at)
    if match is None:
        return []
    follower = _single(match, line.start, True)
    is_under = (len(follower.path) == 1 and follower.path[0].isalpha()) or follower.path[:1] == token.path
    if not is_under:
        return []
    # A third label may follow at once: "9. a) (i) …".
    after = _after_blanks(text, match.end())
    further = _followers(follower, line, after, combined) if token.path[0].isdigit() and after < len(text) else []
    return [follower, *further]
