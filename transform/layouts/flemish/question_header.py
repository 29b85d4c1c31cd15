"""The question header: who asks whom, when, under which number; with its first lines lost, or `aan` as well."""

from __future__ import annotations

from collections.abc import Sequence

from transform.dutch.dates import parse_date
from transform.dutch.names import squashed, written_name
from transform.layouts.flemish.title import TITLE_DASH
from transform.layouts.flemish.words import (
    ADDRESSEE,
    ASKED_ON,
    ASKER,
    ASKER_IN_HEADING,
    HEADING,
    NAME,
    NUMBER,
    ROLE,
    ROLE_IN_HEADING,
    is_capitals,
    is_heading_line,
    is_role_line,
)
from transform.layouts.layout import Frame, HeaderFields
from transform.lines.lines import Line
from transform.lines.page import Page

# The heading's lines stand at the top; what stands before them is at most a page header.
HEADING_WITHIN = 12
# A minister's titles take no more lines than this where they are not in capitals.
MOST_TITLE_LINES = 3


def read_question_header(lines: Sequence[Line], order: Sequence[int], frame: Frame, page: Page) -> tuple[int, int]:
    """Read the question header; returns the places where it begins and ends (exclusive), both 0 where there is none."""
    fields = frame.question
    first = next(
        (
            place
            for place in range(min(len(order), HEADING_WITHIN))
            if is_heading_line(lines[order[place]].text) or _opens_with_name(lines, order, place)
        ),
        None,
    )
    if first is None:
        return 0, 0
    place, found = first, 0
    while place < len(order) and fields.minister is None:
        line = lines[order[place]]
        if HEADING.match(line.text):
            found += 1  # it weighs as two: no sentence begins so
        elif not _read_heading_line(line, fields, found):
            if not _opens_with_name(lines, order, place):
                break
            fields.minister = written_name(line.text)
            fields.set_place("minister", line)
        found += 1
        place += 1
    place = _read_roles(lines, order, place, frame, page)
    while place < len(order) and fields.minister and _read_heading_line(lines[order[place]], fields, found):
        place += 1  # number, member and date may stand under the minister's titles
    if fields.role is None and found < 2:
        return 0, 0  # one line that looks like a heading's is a coincidence
    frame.kinds.update((order[taken], "question_header") for taken in range(first, place))
    return first, place


def _read_heading_line(line: Line, fields: HeaderFields, found: int) -> bool:
    """Read the number, the member, the date or the addressee from a line; False where it is none that is still to
    come. `found`: how many of the heading's lines stand above it, which tell a member in normal letters."""
    if fields.number is None and (number := NUMBER.match(line.text)):
        fields.number = int(number["number"])
        fields.set_place("number", line)
    elif fields.asker is None and (
        asker := ASKER.match(line.text) or (ASKER_IN_HEADING.match(line.text) if found else None)
    ):
        fields.asker = written_name(asker["name"])
        fields.set_place("asker", line)
    elif "asked_on" not in fields.places and (day := ASKED_ON.match(line.text)):
        fields.asked_on = parse_date(day["date"])
        fields.set_place("asked_on", line)
    elif fields.minister is None and (addressee := ADDRESSEE.match(line.text)):
        fields.minister = written_name(addressee["name"])
        fields.set_place("minister", line)
    else:
        return False
    return True


def _opens_with_name(lines: Sequence[Line], order: Sequence[int], place: int) -> bool:
    """Whether a minister's name stands here without `aan`: capitals, with titles under it."""
    text = lines[order[place]].text
    return (
        place + 1 < len(order)
        and is_capitals(text)
        and NAME.match(text) is not None
        and ROLE.match(text) is None
        and is_role_line(lines[order[place + 1]].text)
    )


def _read_roles(lines: Sequence[Line], order: Sequence[int], place: int, frame: Frame, page: Page) -> int:
    """Read the titles under the name. They end where the capitals end; a title in capitals is told from them by its
    dash, by the page's width, and by the answer header, which prints the titles again."""
    if place >= len(order) or not is_role_line(lines[order[place]].text):
        return _read_roles_in_normal_letters(lines, order, place, frame, page)
    printed = squashed(frame.answer.role) if frame.answer and frame.answer.role else ""
    taken = [lines[order[place]].text]
    place += 1
    while place < len(order):
        line = lines[order[place]]
        so_far = squashed(" ".join(taken))
        if not is_capitals(line.text) or so_far == printed:
            break
        agreed = printed.startswith(squashed(" ".join([*taken, line.text])))
        open_end = taken[-1].endswith((",", "-", " EN", " VAN", " DE", "&")) or page.forces(taken[-1], line.text)
        # Without an answer header to compare with, a title that follows tells that these capitals are titles still.
        titled = not printed and place + 1 < len(order) and not is_capitals(lines[order[place + 1]].text)
        if not agreed and (TITLE_DASH.search(line.text) or line.blank_before or not (open_end or titled)):
            break
        taken.append(line.text)
        place += 1
    frame.question.role = " ".join(" ".join(taken).split())
    return place


def _read_roles_in_normal_letters(
    lines: Sequence[Line], order: Sequence[int], place: int, frame: Frame, page: Page
) -> int:
    """Read titles under `aan …` that are not in capitals: they end where their line does, unless it is torn. The answer
    header, a blank line and a title's dash tell that it is not."""
    if "minister" not in frame.question.places or place >= len(order):
        return place
    printed = squashed(frame.answer.role) if frame.answer and frame.answer.role else ""
    taken: list[str] = []
    while place < len(order) and len(taken) < MOST_TITLE_LINES:
        line = lines[order[place]]
        text = line.text
        if not taken and ROLE_IN_HEADING.match(text) is None:
            break
        if taken:
            so_far = squashed(" ".join(taken))
            open_end = taken[-1].endswith((",", "-", " en", " van")) or page.forces(taken[-1], text)
            agreed = printed.startswith(squashed(" ".join([*taken, text])))
            if so_far == printed or not (
                agreed or (open_end and not line.blank_before and not TITLE_DASH.search(text))
            ):
                break
        taken.append(text)
        place += 1
    frame.question.role = " ".join(" ".join(taken).split()) or None
    return place
