"""The answer header: who answers, on which question, and what kind of answer it says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from transform.dutch.dates import parse_date
from transform.dutch.names import squashed, written_name
from transform.dutch.sentences import SENTENCE_END
from transform.layouts.flemish.words import (
    ADDRESSEE,
    ANSWER_IN_HEADING,
    ANSWER_NOTE,
    ASKED_ON,
    ASKER,
    ASKER_IN_HEADING,
    DATE_BEHIND_MEMBER_AT,
    NAME,
    NUMBER,
    ON_QUESTION,
    ROLE,
    ROLE_IN_HEADING,
    is_answer_line,
    is_answer_word,
    is_capitals,
    is_minister_line,
    is_name_line,
    is_provisional,
    is_titles_line,
    without_accents,
)
from transform.layouts.layout import HeaderFields
from transform.lines.lines import Line

# A minister's name and titles stand on so many lines at the most.
LONGEST_NAME_BLOCK = 9
# Titles take so many lines at the most where nothing but their capitals tells them.
MOST_TITLE_LINES = 3


Found = tuple[int, int, HeaderFields]
"""The places where an answer header begins and ends (exclusive), and what it says."""


def find_answer_header(lines: Sequence[Line], order: Sequence[int]) -> Found | None:
    """The first answer header of the lines that `order` lists; its places are places in `order`."""
    return next(answer_headers(lines, order), None)


def answer_headers(lines: Sequence[Line], order: Sequence[int]) -> Iterator[Found]:
    """The answer headers of the lines that `order` lists, in order."""
    asked = _Asked(lines, order)
    free_from = 0
    for place, index in enumerate(order):
        if place < free_from or not _can_head(lines[index].text):
            continue
        text = lines[index].text
        on_question = _on_question(lines, order, place)
        if on_question is None and not (
            is_answer_word(text)
            and _has_roles_above(lines, order, place)
            and not any(_on_question(lines, order, below) for below in range(place + 1, min(place + 4, len(order))))
        ):
            continue
        if on_question is not None and not _is_headed(lines, order, place, on_question[0], asked):
            continue
        fields = HeaderFields()
        first = place
        while first and is_answer_line(lines[order[first - 1]].text):
            first -= 1
        for above in range(first, place + 1):
            if is_answer_word(lines[order[above]].text) and len(lines[order[above]].text.split()) > 1:
                fields.is_provisional = is_provisional(lines[order[above]].text)
        first = _read_minister(lines, order, first, fields)
        while first and is_answer_line(lines[order[first - 1]].text):
            first -= 1  # ANTWOORD above the minister's name
        last = place + 1
        if on_question is not None:
            last = _read_on_question(lines, order, place, on_question, fields)
        free_from = _read_rest(lines, order, last, fields)
        yield first, free_from, fields


def _can_head(text: str) -> bool:
    """Whether a line can be ANTWOORD or `op vraag nr. …`: a cheap look."""
    return text[:2] in ("op", "Op", "OP") or "ntwoord" in text or "NTWOORD" in text


class _Asked:
    """What the lines above say about the question: an answer header that repeats any of it belongs to it."""

    def __init__(self, lines: Sequence[Line], order: Sequence[int]) -> None:
        self._lines, self._order, self._read = lines, order, 0
        self._numbers: set[int] = set()
        self._dates: set[date] = set()
        self._askers: set[str] = set()

    def is_repeated(self, place: int, found: re.Match[str]) -> bool:
        """Whether `op vraag nr. …` at a place repeats the number, the date or the member that the lines above print; or
        names a member, where these print nothing."""
        for index in self._order[self._read : place]:
            self._take(self._lines[index].text)
        self._read = max(self._read, place)
        rest = found["rest"].strip()
        below = self._lines[self._order[place + 1]].text if place + 1 < len(self._order) else ""
        member = ASKER_IN_HEADING.match(rest or below) or ASKER.match(rest or below)
        if not (self._numbers or self._dates or self._askers):
            return member is not None
        return (
            int(found["number"]) in self._numbers
            or (found["date"] is not None and parse_date(found["date"]) in self._dates)
            or (member is not None and squashed(member["name"]) in self._askers)
        )

    def _take(self, text: str) -> None:
        if number := NUMBER.match(text):
            self._numbers.add(int(number["number"]))
        elif (day := ASKED_ON.match(text)) and (read := parse_date(day["date"])):
            self._dates.add(read)
        elif asker := ASKER.match(text) or ASKER_IN_HEADING.match(text):
            self._askers.add(squashed(asker["name"]))


def _on_question(lines: Sequence[Line], order: Sequence[int], place: int) -> tuple[re.Match[str], int] | None:
    """`op vraag nr. …` at this line, and how many lines it takes: the date may stand on the next."""
    text = lines[order[place]].text
    match = ON_QUESTION.match(text)
    if match is None:
        return None
    if match["date"] is None and place + 1 < len(order):
        longer = ON_QUESTION.match(f"{text} {lines[order[place + 1]].text}")
        if longer is not None and longer["date"] is not None:
            return longer, 2
    return match, 1


def _is_headed(lines: Sequence[Line], order: Sequence[int], place: int, found: re.Match[str], asked: _Asked) -> bool:
    """Whether `op vraag nr. …` stands under ANTWOORD or a minister's titles, and so is no sentence."""
    above = lines[order[place - 1]].text if place else ""
    if not is_answer_line(above):
        return is_capitals(above) and _has_roles_above(lines, order, place)
    if ANSWER_IN_HEADING.match(above) is None or ANSWER_NOTE.match(without_accents(above)):
        return True
    return _has_roles_above(lines, order, place - 1) or asked.is_repeated(place, found)


def _has_roles_above(lines: Sequence[Line], order: Sequence[int], place: int) -> bool:
    for above in range(place - 1, max(place - LONGEST_NAME_BLOCK, -1), -1):
        text = lines[order[above]].text
        if not is_capitals(text):
            return False
        if ROLE.match(text):
            return True
    return False


def _read_minister(lines: Sequence[Line], order: Sequence[int], stop: int, fields: HeaderFields) -> int:
    """Read the minister's name and titles that stand right above `stop`; returns the place where they begin."""
    top = stop
    while top and stop - top < LONGEST_NAME_BLOCK and is_capitals(lines[order[top - 1]].text):
        top -= 1
    roles = [place for place in range(top, stop) if ROLE.match(lines[order[place]].text)]
    if not roles:
        if (first := _read_minister_in_normal_letters(lines, order, stop, fields)) is not None:
            return first
        if stop and is_capitals(lines[order[stop - 1]].text) and NAME.match(lines[order[stop - 1]].text):
            fields.minister = written_name(lines[order[stop - 1]].text)
            fields.set_place("minister", lines[order[stop - 1]])
            return stop - 1
        return stop
    first = roles[0]
    if first > 0 and is_name_line(lines[order[first - 1]].text):
        first -= 1
        _set_minister(lines[order[first]], fields)
    fields.role = " ".join(" ".join(lines[order[place]].text for place in range(roles[0], stop)).split())
    return first


def _read_minister_in_normal_letters(
    lines: Sequence[Line], order: Sequence[int], stop: int, fields: HeaderFields
) -> int | None:
    """The same where the titles, and maybe the name, are not in capitals; None where they do not stand there."""
    for first in range(stop - 1, max(stop - 1 - MOST_TITLE_LINES, 0), -1):
        above, text = lines[order[first - 1]], lines[order[first]].text
        if text.endswith(SENTENCE_END):
            break
        if ROLE_IN_HEADING.match(text) and is_minister_line(above.text):
            _set_minister(above, fields)
            fields.role = " ".join(" ".join(lines[order[place]].text for place in range(first, stop)).split())
            return first - 1
    return None


def _set_minister(line: Line, fields: HeaderFields) -> None:
    addressed = ADDRESSEE.match(line.text)
    fields.minister = written_name(addressed["name"] if addressed else line.text)
    fields.set_place("minister", line)


def _read_on_question(
    lines: Sequence[Line], order: Sequence[int], place: int, found: tuple[re.Match[str], int], fields: HeaderFields
) -> int:
    match, taken = found
    printed = [lines[index] for index in order[place : place + taken]]
    fields.number = int(match["number"])
    fields.set_place("number", *printed)
    if match["date"]:
        fields.asked_on = parse_date(match["date"])
        fields.set_place("asked_on", *printed)
    rest = match["rest"].strip(" ,")
    if member := ASKER.match(rest) or ASKER_IN_HEADING.match(rest):
        fields.asker = written_name(member["name"])
        fields.set_place("asker", *printed)
    return place + taken


def _read_rest(lines: Sequence[Line], order: Sequence[int], place: int, fields: HeaderFields) -> int:
    """Read the member's line, and after it a note, and the minister's name and titles where they do not stand above;
    returns the place after them."""
    if fields.asker is None and place < len(order):
        text = lines[order[place]].text
        if member := ASKER.match(text) or ASKER_IN_HEADING.match(text):
            fields.asker = written_name(member["name"])
            fields.set_place("asker", lines[order[place]])
            place += 1
            behind = DATE_BEHIND_MEMBER_AT.fullmatch(lines[order[place]].text) if place < len(order) else None
            if behind and fields.asked_on is None:
                fields.asked_on = parse_date(behind["date"])
                fields.set_place("asked_on", lines[order[place]])
                place += 1
    place = _read_notes(lines, order, place, fields)
    if last := _read_minister_below(lines, order, place, fields):
        place = _read_notes(lines, order, last, fields)
    return place


def _read_notes(lines: Sequence[Line], order: Sequence[int], place: int, fields: HeaderFields) -> int:
    while place < len(order):
        if not is_answer_line(lines[order[place]].text):
            break
        fields.is_provisional = is_provisional(lines[order[place]].text)
        place += 1
    return place


def _read_minister_below(lines: Sequence[Line], order: Sequence[int], place: int, fields: HeaderFields) -> int:
    """Read the minister's name and titles that begin at a place; returns the place after them, 0 where they do not.
    With `aan` before the name they would be the heading of another question."""
    if place + 1 >= len(order):
        return 0
    name, titles = lines[order[place]], lines[order[place + 1]].text
    if ADDRESSEE.match(name.text) or not (is_minister_line(name.text) and is_titles_line(titles)):
        return 0
    printed = squashed(fields.minister) if fields.minister else ""
    if (printed or fields.role) and printed != squashed(name.text):
        return 0  # another minister's name: the heading of another question
    last = place + 2
    while last < min(len(order), place + 2 + MOST_TITLE_LINES) and not lines[order[last]].blank_before:
        text, before = lines[order[last]].text, lines[order[last - 1]].text
        if is_answer_line(text) or not (is_capitals(text) or before.endswith((",", "-", " en", " van"))):
            break
        last += 1
    _set_minister(name, fields)
    fields.role = " ".join(" ".join(lines[index].text for index in order[place + 1 : last]).split())
    return last
