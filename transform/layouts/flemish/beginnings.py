"""Where the documents of a file begin: at a question's heading, which an answer's heading that looks like one is not.

It is decided on the whole file: the answer headers are found first, and what they take begins no document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from transform.dutch.names import squashed
from transform.layouts.flemish.answer_header import answer_headers
from transform.layouts.flemish.words import (
    ASKER,
    ASKER_IN_HEADING,
    HEADING,
    NUMBER,
    ON_QUESTION,
    is_answer_word,
    is_capitals,
    is_heading_line,
    is_name_line,
    is_role_line,
)
from transform.lines.lines import Line

# A line that speaks of an answer as a heading does. Matches: "Antwoord van de minister", "GECOÖRDINEERD ANTWOORD op".
SPEAKS_OF_ANSWER = re.compile(r"(?:\w+\s+)?antwoord\b", re.I)
# A number, as a heading prints it. Matches: "nr. 41", "vraag 41".
PRINTED_NUMBER = re.compile(r"(?:\bnr\.?|\bvraag)\s*(?P<number>\d{1,4})\b", re.I)
# A heading is no longer than this, in lines.
LONGEST_HEADING = 8
# So many lines under a minister's titles may say that they are an answer's.
NEAR_TITLES = 4


def starts(lines: Sequence[Line]) -> list[int]:
    """The indices of the lines where a question's heading begins: its first line, or where the first lines were lost,
    `aan …`, or the minister's name above titles that are no answer's."""
    answers = {index for first, last, _ in answer_headers(lines, range(len(lines))) for index in range(first, last)}
    found: list[int] = []
    number = asker = ""
    for index, line in enumerate(lines):
        if not HEADING.match(line.text) or index in answers:
            continue
        printed = _heading_under(lines, index)
        if printed is None:
            continue
        if found and printed == (number, asker) and _is_answers(lines, index + 1, answers):
            continue  # the answer's heading repeats the question's
        number, asker = printed
        found.append(index)
    found += _lost_heads(lines, answers)
    return sorted(set(found))


def heading_inside(lines: Sequence[Line], indices: Sequence[int]) -> Line | None:
    """The first of the lines at `indices`, a document's running text, that is a heading's: another document may begin
    there, or its answer."""
    for place, index in enumerate(indices):
        text = lines[index].text
        if "ANTWOORD" in text:
            is_heading = is_capitals(text) and is_answer_word(text)
        elif "MINISTER" in text:
            is_heading = place > 0 and is_role_line(text) and is_name_line(lines[indices[place - 1]].text)
        else:
            is_heading = "SCHRIFTELIJKE" in text and HEADING.match(text) is not None
        if is_heading:
            return lines[index]
    return None


def _heading_under(lines: Sequence[Line], index: int) -> tuple[str, str] | None:
    """The number and the member under a heading's first line, each empty where it is not printed; None where neither
    is, and the line is no heading's."""
    number = asker = ""
    for line in lines[index + 1 : index + 3]:
        if printed := NUMBER.match(line.text):
            number = printed["number"]
        elif member := ASKER.match(line.text) or ASKER_IN_HEADING.match(line.text):
            asker = squashed(member["name"])
    return (number, asker) if number or asker else None


def _is_answers(lines: Sequence[Line], start: int, answers: Set[int]) -> bool:
    """Whether an answer header follows, with nothing but a heading's lines before it."""
    for index in range(start, min(start + LONGEST_HEADING, len(lines))):
        text = lines[index].text
        if index in answers:
            return True
        if not (is_heading_line(text) or is_capitals(text) or ASKER_IN_HEADING.match(text)):
            return False
    return False


def _lost_heads(lines: Sequence[Line], answers: Set[int]) -> Iterator[int]:
    """The same where a heading's first lines are lost, down to the minister's name."""
    repeated = _Repeated(lines)
    index = 1
    while index < len(lines):
        text = lines[index].text
        if (
            "MINISTER" not in text
            or not is_role_line(text)
            or index in answers
            or not is_name_line(lines[index - 1].text)
        ):
            index += 1
            continue
        after = index + 1
        while after < len(lines) and is_capitals(lines[after].text) and not is_answer_word(lines[after].text):
            after += 1
        if after < len(lines) and not (
            is_answer_word(lines[after].text)
            or ON_QUESTION.match(lines[after].text)
            or repeated.speak_of_answer(index - 1, after)
        ):
            yield _first_left(lines, index - 1)
        index = after


def _first_left(lines: Sequence[Line], index: int) -> int:
    """The first line that is left of the heading that a line belongs to."""
    first = index
    while first and (is_heading_line(lines[first - 1].text) or ASKER_IN_HEADING.match(lines[first - 1].text)):
        first -= 1
    while first < index and not is_heading_line(lines[first].text):
        first += 1  # a member in normal letters opens no heading
    return first


class _Repeated:
    """The numbers and members that headings print, up to a line of the file."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines, self._read = lines, 0
        self._numbers: set[str] = set()
        self._askers: set[str] = set()

    def speak_of_answer(self, above: int, start: int) -> bool:
        """Whether the lines from `start` on say that an answer to the question above begins here: they speak of one,
        and repeat the number or the member that the lines up to `above` print."""
        near = [line.text for line in self._lines[start : start + NEAR_TITLES]]
        if not any(SPEAKS_OF_ANSWER.match(text) for text in near):
            return False
        for line in self._lines[self._read : above]:
            if number := NUMBER.match(line.text):
                self._numbers.add(number["number"])
            elif asker := ASKER.match(line.text):
                self._askers.add(squashed(asker["name"]))
        self._read = max(self._read, above)
        numbers = {number["number"] for text in near for number in PRINTED_NUMBER.finditer(text)}
        members = {squashed(member["name"]) for text in near if (member := ASKER.match(text))}
        return not (numbers.isdisjoint(self._numbers) and members.isdisjoint(self._askers))
