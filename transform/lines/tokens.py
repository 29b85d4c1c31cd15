"""Places where a label could stand: at the beginning of each line, told once, and what the text before says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transform.dutch.sentences import SENTENCE_END, can_end_sentence, expects_number, goes_on, is_abbreviated, last_word
from transform.dutch.words import BEFORE_NUMBER
from transform.lines.combined import combined_at
from transform.lines.labels import CALLED, CALLED_STYLE, Before, Token, label_at, may_be_label, single
from transform.lines.lines import Boundary, Line
from transform.lines.page import Page

# The marker of a note behind a sentence. Matches: "[1]" in "gemeente.[1]".
MARKER_AT_END = re.compile(r"\s*\[\d{1,3}\]$")
# A small word alone on its line was justified: a sentence goes on after it. Matches: "vraag", "het", "voor".
JUSTIFIED_WORD = re.compile(r"[a-zà-öø-ÿ]+,?")

# A label that is called with a capital begins anew. Matches: "Vraag 8", "Vragen 2 en 3", "Antwoord op vraag 1".
CALLED_ANEW = re.compile(rf"(?=[A-Z])(?i:{CALLED})")
# Cells of a table, which no sentence ends with and none goes on after. Matches: "61,3 12", "27 %", "Gent -", "€ 9".
CELLS_AT_END = re.compile(r"(?:^|\s)(?:[\d.,]+\s?%|[-–]|€\s?[\d.,]+|[\d.,%]*\d[\d.,%]*\s[\d.,]*\d)$")
# A row of a table behind another. Matches: "5 Totaal 64.5", "- Leuven 3", "% Bree 12".
ROW_AT_END = re.compile(r"(?:[\d%]|(?<!\S)[-–])\s[A-ZÀ-Þ][\w\-]*(?:\s[\w\-]+){0,2}\s[\d.,]*\d$")

# Points of a list that nothing closes. Matches: ": - de sluis - het water", "• de sluis".
BULLETS_AT_END = re.compile(r"(?:^|[:.?!;]\s)[-•–*◦▪o]\s[^.?!]*$")
# Matches: "4) D", "12/ “", "2° H", "b)".
BRACKETED_ANEW = re.compile(
    r"\(?(?:(?P<number>[1-9]\d?)|[A-Za-z])(?:\.?[A-Za-z])?[)/°]\s?(?:[A-ZÀ-Þ“‘\"]|\(?[a-z][.)]|$)"
)

# What stands for an answer that is none.
SIGNS_FOR_NOTHING = frozenset("-–—/")
# Cells together are no longer than this.
LONGEST_CELLS = 20


# A combined label is not looked for over more characters than this.
LONGEST_COMBINED = 120


def labels_at(text: str, at: int) -> Iterator[str]:
    """The labels that could stand at `at`, as they are printed: one of several questions first, then one of one."""
    if not may_be_label(text, at):
        return
    several = combined_at(text[at : at + LONGEST_COMBINED], 0)
    if several is not None:
        yield text[at : at + several.end]
    match = label_at(text, at)
    if match is not None:
        yield match.group()


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
            several = combined_at(self.line.text, self.line.start)
            self._several = [several] if several is not None else self._read(True)
        return self._several

    def _read(self, combined: bool) -> list[Token]:
        text = self.line.text
        match = label_at(text, 0)
        if match is None:
            return []
        token = single(match, self.line.start, False)
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
    several = combined_at(text[at:], line.start + at) if combined else None
    if several is not None and several.path[0].isalpha():
        several.follows = True
        return [several]
    match = label_at(text, at)
    if match is None:
        return []
    follower = single(match, line.start, True)
    is_under = (len(follower.path) == 1 and follower.path[0].isalpha()) or follower.path[:1] == token.path
    if not is_under:
        return []
    # A third label may follow at once: "9. a) (i) …".
    after = _after_blanks(text, match.end())
    further = _followers(follower, line, after, combined) if token.path[0].isdigit() and after < len(text) else []
    return [follower, *further]


def find_tokens(lines: Sequence[Line], page: Page, *, combined: bool) -> list[Token]:
    """Every place in `lines` where a label could stand, in order. `page`: that of the dump, see `transform.lines.page`.
    `combined`: also labels that name several questions (`8, 9.`), which only answers have. `Token.line` is an index
    into `lines`."""
    tokens: list[Token] = []
    for index, line in enumerate(lines):
        found = labels_of(line, combined=combined)
        if not found or stands_in_sentence(found[0], line, lines[index - 1] if index else None):
            continue
        for token in found:
            token.line, token.before, token.in_mid_line = index, Before.ENDED, line.boundary is Boundary.MID_LINE
        if index and not line.blank_before:
            found[0].before = _before(lines, index, page, found[0])
        tokens += found
    return _undoubled(_without_lone_dashes(tokens))


def _before(lines: Sequence[Line], index: int, page: Page, found: Token) -> Before:
    """What the text before a line says of the label `found` that opens it."""
    before = _unmarked(lines[index - 1].text)
    if not before or _is_sign(lines[index - 1]):
        return Before.ENDED
    if found.alone and last_word(before) in BEFORE_NUMBER:
        return Before.GOES_ON  # "zie ook vraag⏎4."
    if is_abbreviated(before):
        if expects_number(before):
            return Before.GOES_ON
        # "in de VS." and "klasse A." end sentences too; other abbreviations leave it to the count.
        return Before.ENDED if can_end_sentence(before) else Before.UNTOLD
    # A comma parts the points of a list too, and a rule of slashes is no text that could go on.
    if goes_on(before) and not before.endswith(",") and any(map(str.isalnum, before)):
        return Before.GOES_ON
    return Before.ENDED if _may_end(lines, index, page) else Before.UNTOLD


def _unmarked(text: str) -> str:
    """A text without the marker of a note at its end."""
    return MARKER_AT_END.sub("", text) if text.endswith("]") else text


def _is_sign(line: Line) -> bool:
    """Whether a line is a label with nothing but a dash or a slash for its text."""
    tokens = labels_of(line, combined=True)
    return bool(tokens) and line.text[tokens[-1].end - line.start :].strip() in SIGNS_FOR_NOTHING


def _without_lone_dashes(tokens: list[Token]) -> list[Token]:
    """The tokens without numbers before a dash (`1 - Hoeveel`) that no other one counts on from or up to: two make an
    enumeration."""
    dashed = {int(token.path[0]) for token in tokens if token.style.endswith((" -", " –"))}
    if not dashed:
        return tokens
    return [
        token
        for token in tokens
        if not token.style.endswith((" -", " –")) or dashed & {int(token.path[0]) - 1, int(token.path[0]) + 1}
    ]


def _undoubled(tokens: list[Token]) -> list[Token]:
    """The tokens; where extraction gave the labels twice (`1. 1.`, or `1.1.` and `3.3.`, as it does with bold type),
    each of them once. Believed where they stand so for several numbers, and none stands otherwise."""
    twice = {place for place, token in enumerate(tokens) if _is_doubled(tokens, place)}
    first_steps = {tokens[place].path[0] for place in twice}
    dotted = {place for place, token in enumerate(tokens) if token.path[1:] and token.path[1].startswith(".")}
    if len(first_steps) < 2 or not dotted <= twice:
        return tokens
    single: list[Token] = []
    for place, token in enumerate(tokens):
        if place in twice and len(token.path) == 1:
            single[-1] = replace(single[-1], end=token.end, alone=token.alone)
        elif place in twice:
            single.append(replace(token, path=token.path[:1], style=token.style.replace("1.1", "1")))
        else:
            single.append(token)
    return single


def _is_doubled(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token is a label and its double (`2.2.`), or the double of the token right before it."""
    token, before = tokens[place], tokens[place - 1]
    if len(token.path) == 2 and not token.listed:
        return token.path[1] == f".{token.path[0]}"
    stands_after = token.follows or (place > 0 and before.alone and before.line + 1 == token.line)
    return stands_after and token.path == before.path and token.path[0].isdigit()


def _may_end(lines: Sequence[Line], index: int, page: Page) -> bool:
    """Whether what stands before a line may end there, so that a label on the line tears no sentence: a sentence ends,
    or nothing shows that one goes on."""
    line, printed = lines[index], lines[index - 1].text
    if line.joined and lines[index - 1].joined and len(printed) <= LONGEST_CELLS:
        printed = f"{lines[index - 2].text} {printed}"  # what looked like a label was a cell, too
    before = _unmarked(printed)
    if before.endswith(SENTENCE_END):
        return True
    if line.joined and (
        any(pattern.search(before) for pattern in (CELLS_AT_END, ROW_AT_END, BULLETS_AT_END))
        or _is_bracketed_anew(before, line)
    ):
        return True
    if CALLED_ANEW.match(line.text):
        return True
    # A small word alone on its line was justified, where the word before it was, too.
    justified = JUSTIFIED_WORD.fullmatch(before) and index > 1 and " " not in lines[index - 2].text
    return not (line.joined or page.is_full(lines[index - 1].width, line.first_word) or justified)


def _is_bracketed_anew(before: str, line: Line) -> bool:
    """Whether a label closed by a bracket, which no bracket before it opens, has a new beginning after it: no sentence
    has "4) De"."""
    match = BRACKETED_ANEW.match(line.text)
    if match is None or before.count("(") > before.count(")"):
        return False
    # In "indien 1) de wachtlijst groeit, 2) Brussel" the list stands inside the sentence.
    number = match["number"]
    return number is None or not re.search(rf"(?<!\w){int(number) - 1}[)/°]\s[^.?!]*$", before)
