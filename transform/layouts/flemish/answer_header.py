"""The answer header: who answers, on which question, and what kind of answer it says it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transform.dutch.dates import parse_date
from transform.dutch.names import written_name
from transform.layouts.flemish.words import (
    ADDRESSEE,
    ASKER,
    NAME,
    ON_QUESTION,
    ROLE,
    is_answer_line,
    is_answer_word,
    is_capitals,
    is_name_line,
    is_provisional,
)
from transform.layouts.layout import HeaderFields
from transform.lines.lines import Line

# A minister's name and titles stand on so many lines at the most.
LONGEST_NAME_BLOCK = 9


def find_answer_header(lines: Sequence[Line], order: Sequence[int]) -> tuple[int, int, HeaderFields] | None:
    """The places in `order` where the answer header begins and ends (exclusive), and what it says."""
    for place, index in enumerate(order):
        text = lines[index].text
        on_question = _on_question(lines, order, place)
        if on_question is None and not (
            is_answer_word(text)
            and _has_roles_above(lines, order, place)
            and not any(_on_question(lines, order, below) for below in range(place + 1, min(place + 4, len(order))))
        ):
            continue
        if on_question is not None and not _is_headed(lines, order, place):
            continue
        fields = HeaderFields()
        first = place
        while first and is_answer_line(lines[order[first - 1]].text):
            first -= 1
        for above in range(first, place + 1):
            if is_answer_word(lines[order[above]].text) and len(lines[order[above]].text.split()) > 1:
                fields.is_provisional = is_provisional(lines[order[above]].text)
        first = _read_minister(lines, order, first, fields)
        last = place + 1
        if on_question is not None:
            last = _read_on_question(lines, order, place, on_question, fields)
        last = _read_member_and_notes(lines, order, last, fields)
        return first, last, fields
    return None


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


def _is_headed(lines: Sequence[Line], order: Sequence[int], place: int) -> bool:
    """Whether `op vraag nr. …` stands under ANTWOORD or a minister's titles, and so is no sentence."""
    above = lines[order[place - 1]].text if place else ""
    return is_answer_line(above) or (is_capitals(above) and _has_roles_above(lines, order, place))


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
        if stop and is_capitals(lines[order[stop - 1]].text) and NAME.match(lines[order[stop - 1]].text):
            fields.minister = written_name(lines[order[stop - 1]].text)
            fields.set_place("minister", lines[order[stop - 1]])
            return stop - 1
        return stop
    first = roles[0]
    if first > 0 and is_name_line(lines[order[first - 1]].text):
        name = lines[order[first - 1]].text
        addressed = ADDRESSEE.match(name)
        fields.minister = written_name(addressed["name"] if addressed else name)
        first -= 1
        fields.set_place("minister", lines[order[first]])
    fields.role = " ".join(" ".join(lines[order[place]].text for place in range(roles[0], stop)).split())
    return first


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
    member = ASKER.match(match["rest"].strip())
    if member:
        fields.asker = written_name(member["name"])
        fields.set_place("asker", *printed)
    return place + taken


def _read_member_and_notes(lines: Sequence[Line], order: Sequence[int], place: int, fields: HeaderFields) -> int:
    """Read the member's line and a note after it; returns the place after them."""
    if fields.asker is None and place < len(order) and (member := ASKER.match(lines[order[place]].text)):
        fields.asker = written_name(member["name"])
        fields.set_place("asker", lines[order[place]])
        place += 1
    while place < len(order):
        if not is_answer_line(lines[order[place]].text):
            break
        fields.is_provisional = is_provisional(lines[order[place]].text)
        place += 1
    return place
