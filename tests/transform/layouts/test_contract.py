"""The contract of a layout, held by a parliament that does not exist: everything that is its own comes from its layout.

Its documents print question and answer in turn, a party behind the member's name, and the date of the answer; its
questions are numbered in a series of the town, whoever is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import pytest

from corpus.laws import check_segments
from records import ParsedDocument, RawDocument
from transform import parse
from transform.layouts import LAYOUTS
from transform.layouts.flemish.citations import CITATION_DEFAULTS
from transform.layouts.layout import Frame, HeaderFields, Layout, Region, Side
from transform.lines.furniture import FurnitureLines
from transform.lines.lines import Line
from transform.lines.page import Page

TEXT = """Stad Neerhaven - vragen van raadsleden
Vragen 12 van Ada Kuipers en Bas Mulder (Havenpartij), 3 mei 2021
Antwoorden van wethouder Cor Dijk, 20 mei 2021

Vraag 1
Hoeveel kades zijn er?
Antwoord 1
Er zijn er acht.
Stad Neerhaven
Vraag 2
Wanneer worden ze gebaggerd?
Antwoord 2
In het najaar.
"""
HEAD = re.compile(r"Vragen (?P<number>\d+) van (?P<names>.+) \((?P<party>.+)\), (?P<date>.+)")
ANSWERED = re.compile(r"Antwoorden van wethouder (?P<name>.+), (?P<date>.+)")


class TownLayout:
    """The layout of that town."""

    name = "town"
    parliament = "neerhaven"
    citation_defaults = CITATION_DEFAULTS
    furniture = FurnitureLines(
        re.compile(r"Stad Neerhaven"), re.compile(r"(?!)"), lambda text: False, lambda text: False
    )
    names_ministers = True
    plain_heading = re.compile(r"^VRAAG$", re.M)

    def session_of(self, day: date, number: int | None = None) -> str | None:
        return str(day.year)

    def legislature_of(self, day: date) -> str | None:
        return None

    def key_of(
        self, minister: str | None, number: int | None, case_number: str | None = None
    ) -> tuple[str, str] | None:
        return None if number is None else ("vragen", str(number))

    def portfolios_of(self, role: str | None) -> tuple[str, ...]:
        return ()

    def may_read(self, lines: Sequence[Line]) -> bool:
        return lines[0].text.startswith("Stad Neerhaven")

    def unfold(self, lines: Sequence[Line]) -> list[Line]:
        return list(lines)

    def starts(self, lines: Sequence[Line]) -> list[int]:
        return [index for index, line in enumerate(lines) if line.text.startswith("Stad Neerhaven -")]

    def frame(self, lines: Sequence[Line], furniture: set[int], page: Page) -> Frame | None:
        asked = next((index for index, line in enumerate(lines) if HEAD.fullmatch(line.text)), None)
        if asked is None:
            return None
        head, answered = HEAD.fullmatch(lines[asked].text), ANSWERED.fullmatch(lines[asked + 1].text)
        assert head is not None
        assert answered is not None
        first, *others = head["names"].split(" en ")
        frame = Frame(kinds={**dict.fromkeys(furniture, "furniture"), 0: "question_header", asked: "question_header"})
        frame.question = HeaderFields(
            number=int(head["number"]),
            asked_on=date(2021, 5, 3),
            asker=first,
            asker_party=head["party"],
            co_askers=tuple(others),
        )
        frame.kinds[asked + 1] = "answer_header"
        frame.answer = HeaderFields(minister=answered["name"], answered_on=date(2021, 5, 20))
        for index in range(asked + 2, len(lines)):
            if index in furniture:
                continue
            if lines[index].text.startswith(("Vraag", "Antwoord")):
                side = Side.QUESTION if lines[index].text.startswith("Vraag") else Side.ANSWER
                frame.regions.append(Region(side, []))
            frame.regions[-1].lines.append(index)
        return frame


@pytest.fixture()
def parsed(monkeypatch: pytest.MonkeyPatch) -> ParsedDocument:
    layouts: tuple[Layout, ...] = (*LAYOUTS, TownLayout())
    monkeypatch.setattr(parse, "LAYOUTS", layouts)
    return parse.parse_document(RawDocument("town.txt", 0, "", "utf-8", TEXT))


def test_a_second_parliament_is_told_by_its_own_heading(parsed: ParsedDocument) -> None:
    assert (parsed.layout, parsed.parliament, parsed.session) == ("town", "neerhaven", "2021")


def test_its_questions_have_its_own_key(parsed: ParsedDocument) -> None:
    assert parsed.question is not None
    assert parsed.question.question_id == "neerhaven/2021/vragen/12"


def test_every_column_that_a_header_can_print_comes_from_the_layout(parsed: ParsedDocument) -> None:
    question, answer = parsed.question, parsed.answer
    assert question is not None
    assert answer is not None
    assert (question.asker, question.asker_party, question.co_askers) == ("Ada Kuipers", "Havenpartij", ("Bas Mulder",))
    assert (answer.responder, answer.answered_on) == ("Cor Dijk", date(2021, 5, 20))


def test_questions_and_answers_may_alternate(parsed: ParsedDocument) -> None:
    assert [(pair.label, pair.question, pair.answer, pair.alignment) for pair in parsed.pairs] == [
        ("1", "Hoeveel kades zijn er?", "Er zijn er acht.", "label"),
        ("2", "Wanneer worden ze gebaggerd?", "In het najaar.", "label"),
    ]


def test_its_own_lines_are_furniture(parsed: ParsedDocument) -> None:
    found = [TEXT[one.char_start : one.char_end] for one in parsed.segments if one.kind == "furniture"]
    assert found == ["Stad Neerhaven"]


def test_its_segments_tile_the_document(parsed: ParsedDocument) -> None:
    check_segments(TEXT, parsed)
