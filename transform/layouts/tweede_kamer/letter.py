"""A ministry's letter with its answers: who asked, when and under which number; who answers."""

from __future__ import annotations

from collections.abc import Sequence

from transform.dutch.dates import parse_date
from transform.layouts.layout import HeaderFields
from transform.layouts.tweede_kamer.heads import LetterHead
from transform.layouts.tweede_kamer.offices import offices_in
from transform.layouts.tweede_kamer.question_header import set_askers
from transform.layouts.tweede_kamer.sentence import Sentence, on_one_line
from transform.layouts.tweede_kamer.words import CASE_LINE, LETTER_BEGINS, LETTER_OFFICES, ON_BEHALF, SIGNATURE
from transform.lines.lines import Line


def letter_fields(question: HeaderFields, head: LetterHead, lines: Sequence[Line]) -> HeaderFields:
    """What a letter and the heading of its answers print: of the question filled in, of the answer returned."""
    above = lines[: head.first]
    letter = Sentence(above) if above else None
    set_askers(question, head.sentence["askers"])
    question.role = head.sentence["offices"]
    if letter is not None and (begins := LETTER_BEGINS.search(letter.text)):
        question.asked_on = parse_date(on_one_line(begins["date"]))
        if begins["number"] and (case := CASE_LINE.match(begins["number"])):
            question.case_number = case["case"]
        if question.role is None and (offices := LETTER_OFFICES.search(letter.text)):
            question.role = offices["offices"]
    question.set_place("asker", *lines[head.first : head.after])
    fields = HeaderFields(role=on_one_line(head.sentence["role"]))
    fields.minister = next((on_one_line(line.text) for line in reversed(above) if SIGNATURE.match(line.text)), None)
    on_behalf = ON_BEHALF.search(head.sentence.group())
    fields.co_responders = tuple(one.name for one in offices_in(on_one_line(on_behalf["offices"]))) if on_behalf else ()
    return fields
