"""The automatic numbers of a Word document: counted as Word counts them when it shows a document.

A paragraph names a list (`numId`) and a level in it, itself or by its style; the list says how a level is written
(`%1.`, `%1.%2)`), in which figures, and where it starts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

BULLET = "-"

# The place of a level's figure in the text of a number. Matches: "%1".
_PLACE = re.compile(r"%([1-9])")

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip

_LARGEST = 100_000
"""Larger numbers are written in Arabic figures, whatever the list asks for."""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    figures: str
    text: str


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    """How far each level has counted."""


class Numbering:
    """The lists of a document, as they count on from paragraph to paragraph."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        """By the list's id. Lists of one definition count on together."""
        self._restarts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()
        self._of_style: dict[str, tuple[str | None, str | None, str | None]] = {}
        """By style: its list, the level in it, and the style that it is based on."""
        if styles is not None:
            for style in styles.iterchildren("{*}style"):
                based = style.find("{*}basedOn")
                list_id, level = _named(style.find("{*}pPr/{*}numPr"))
                self._of_style[_value(style, "styleId") or ""] = (list_id, level, _value(based))
        if numbering is not None:
            self._read(numbering)

    def of(self, paragraph: etree._Element) -> str:
        """The number that stands before a paragraph, as written; empty where none does. To be asked once, in order."""
        list_id, level = _named(paragraph.find("{*}pPr/{*}numPr"))
        style = _value(paragraph.find("{*}pPr/{*}pStyle"))
        for _ in range(20):  # styles that are based on each other in a circle end here
            if (list_id is not None and level is not None) or style not in self._of_style:
                break
            of_style, level_of_style, style = self._of_style[style]
            list_id, level = list_id or of_style, level or level_of_style
        found = self._lists.get(list_id or "")
        at = int(level) if level and level.isdecimal() else 0
        if found is None or list_id is None or at not in found.levels:
            return ""
        self._count(list_id, found, at)
        written = found.levels[at]
        if written.figures == "bullet":
            return BULLET
        return _PLACE.sub(lambda place: self._figure(found, int(place[1]) - 1), written.text)

    def _count(self, list_id: str, found: _List, at: int) -> None:
        restart = self._restarts.get(list_id, {}).get(at)
        if restart is not None and (list_id, at) not in self._restarted:
            self._restarted.add((list_id, at))
            found.counts[at] = restart
        else:
            found.counts[at] = found.counts.get(at, found.levels[at].start - 1) + 1
        for deeper in [level for level in found.counts if level > at]:
            del found.counts[deeper]

    def _figure(self, found: _List, at: int) -> str:
        level = found.levels.get(at)
        if level is None:
            return ""
        return _written(found.counts.setdefault(at, level.start), level.figures)

    def _read(self, numbering: etree._Element) -> None:
        definitions: dict[str, _List] = {}
        for definition in numbering.iterchildren("{*}abstractNum"):
            levels = {_number(level, "ilvl", 0): _level(level) for level in definition.iterchildren("{*}lvl")}
            definitions[_value(definition, "abstractNumId") or ""] = _List(levels)
        for one in numbering.iterchildren("{*}num"):
            list_id = _value(one, "numId") or ""
            self._lists[list_id] = definitions.get(_value(one.find("{*}abstractNumId")) or "", _List())
            for override in one.iterchildren("{*}lvlOverride"):
                start = override.find("{*}startOverride")
                if start is not None:
                    self._restarts.setdefault(list_id, {})[_number(override, "ilvl", 0)] = _number(start, "val", 1)


def _level(level: etree._Element) -> _Level:
    start, figures, text = (level.find(f"{{*}}{name}") for name in ("start", "numFmt", "lvlText"))
    return _Level(1 if start is None else _number(start, "val", 1), _value(figures) or "decimal", _value(text) or "")


def _named(properties: etree._Element | None) -> tuple[str | None, str | None]:
    """The list and the level that a paragraph or a style names."""
    if properties is None:
        return None, None
    return _value(properties.find("{*}numId")), _value(properties.find("{*}ilvl"))


def _value(element: etree._Element | None, name: str = "val") -> str | None:
    if element is None:
        return None
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def _number(element: etree._Element, name: str, otherwise: int) -> int:
    value = _value(element, name)
    return int(value) if value and value.isdecimal() and len(value) < 7 else otherwise


def _written(number: int, figures: str) -> str:
    if number > _LARGEST or number < 1:
        return str(number)
    if figures in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letters.upper() if figures == "upperLetter" else letters
    if figures in ("lowerRoman", "upperRoman"):
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (number // value)
            number %= value
        return roman.upper() if figures == "upperRoman" else roman
    return "" if figures == "none" else f"{number:02d}" if figures == "decimalZero" else str(number)
