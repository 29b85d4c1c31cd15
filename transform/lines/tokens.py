"""Places where a label could stand in a row of lines, and what the text before each says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transform.dutch.sentences import SENTENCE_END, can_end_sentence, expects_number, goes_on, is_abbreviated
from transform.lines.labels import CALLED, Before, Token, labels_of, stands_in_sentence
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

# Cells together are no longer than this.
LONGEST_CELLS = 20


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
            found[0].before = _before(lines, index, page)
        tokens += found
    return _undoubled(tokens)


def _before(lines: Sequence[Line], index: int, page: Page) -> Before:
    """What the text before a line says of a label that opens it."""
    before = MARKER_AT_END.sub("", lines[index - 1].text)
    if not before:
        return Before.ENDED
    if is_abbreviated(before):
        if expects_number(before):
            return Before.GOES_ON
        # "in de VS." and "klasse A." end sentences too; other abbreviations leave it to the count.
        return Before.ENDED if can_end_sentence(before) else Before.UNTOLD
    # A comma parts the points of a list too.
    if goes_on(before) and not before.endswith(","):
        return Before.GOES_ON
    return Before.ENDED if _may_end(lines, index, page) else Before.UNTOLD


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
    before = MARKER_AT_END.sub("", printed)
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
