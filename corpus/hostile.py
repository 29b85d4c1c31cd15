"""Documents that repeat what costs most, as long as one asks for: labels, cells, notes, heads, brackets, citations.

`SHAPES` holds them by what they repeat; each makes a document of a size, roughly in lines. They are measured by
`bench/growth.py`, and parsed for the laws that hold for any text.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

HEAD = (
    "SCHRIFTELIJKE VRAAG\nnr. 12\nvan JAN PEETERS\ndatum: 3 maart 2021\naan AN MAES\nVLAAMS MINISTER VAN WELZIJN\n\n"
    "Titel  -  Onderwerp\n\n"
)
ANSWER_HEAD = "\nAN MAES\nVLAAMS MINISTER VAN WELZIJN\nANTWOORD\nop vraag nr. 12 van 3 maart 2021\nvan JAN PEETERS\n\n"
HUNDRED = "".join(f"{number}. Hoeveel?\n" for number in range(1, 100))
Shape = Callable[[int], str]


def _random(place: int) -> Random:
    return Random(f"hostile {place}")


def _sides(asked: str, answered: str) -> str:
    return f"{HEAD}{asked}{ANSWER_HEAD}{answered}"


def _labels(label: Callable[[int], str], asked: str = "") -> Shape:
    """A label on each line, on both sides."""

    def shape(size: int) -> str:
        labels = [label(place) for place in range(size)]
        return _sides(
            asked or "".join(f"{one} Hoeveel zijn er?\n" for one in labels), "".join(f"{one} Zo.\n" for one in labels)
        )

    return shape


def _lines(line: Callable[[int], str]) -> Shape:
    """Lines inside a question, and inside a part of its answer."""

    def shape(size: int) -> str:
        lines = "".join(line(place) for place in range(size))
        return _sides(f"1. Hoeveel?\n2. Waarom?\n{lines}", f"1. Acht.\n{lines}2. Daarom.\n")

    return shape


def _flat(shape: Shape) -> Shape:
    return lambda size: " ".join(shape(size).split())


def _words(number: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) for place in range(4))


SHAPES: dict[str, Shape] = {
    # labels
    "numbers that count": _labels(lambda place: f"{place % 99 + 1}."),
    "one number": _labels(lambda place: "1."),
    "the second number": _labels(lambda place: "2."),
    "one letter": _labels(lambda place: "a)"),
    "the second letter": _labels(lambda place: "b)" if place else "a)"),
    "numbers and letters": _labels(lambda place: ("1.", "a)", "b)")[place % 3]),
    "letters under numbers": _labels(lambda place: (f"{place // 3 % 99 + 1}.", "a)", "b)")[place % 3]),
    "numerals": _labels(lambda place: ("i.", "ii.")[place % 2]),
    "dotted labels": _labels(lambda place: f"{place // 99 % 99 + 1}.{place % 99 + 1}"),
    "numbers that count down": _labels(lambda place: f"{99 - place % 99}."),
    "numbers in any order": _labels(lambda place: f"{_random(place).randint(1, 99)}."),
    "letters in any order": _labels(lambda place: f"{_random(place).choice('abcdefg')})"),
    "labels together": _labels(lambda place: "1, 2 en 3.", HUNDRED),
    "ranges of labels": _labels(lambda place: f"{place % 90 + 1}-{place % 90 + 9}.", HUNDRED),
    "questions repeated": lambda size: _sides(
        "1. Hoeveel zijn er dan?\n2. Waar staan ze?\n", "1. Hoeveel zijn er dan?\n2. Waar staan ze?\n" * (size // 2)
    ),
    "one numeral": lambda size: _sides("i.\n" * size, "i.\n" * size),
    "labels in mid-line": lambda size: _sides("1. Hoe? " + "zo. 2. Welke " * size, "1. Zo. 2. Dat is. " * size),
    # lost line ends
    "glued labels": lambda size: _sides("zo?2. Welke " * size, "1. Zo.2. Dat is." * size),
    "glued sentences": lambda size: _sides("1. Dat is zo.De rest " * size, "1. Zo.De rest " * size),
    # lines
    "running text": _lines(lambda place: "De dienst stelde in 2019 vast dat 25.000 gezinnen nog altijd wachten.\n"),
    "cells": _lines(lambda place: f"{place * 7 % 99}\n"),
    "words of justified lines": _lines(lambda place: ("de\n", "ladder\n", "van\n")[place % 3]),
    "bullets": _lines(lambda place: "- de ladder;\n"),
    "brackets that never close": _lines(lambda place: "(dat is (zo\n"),
    "nested brackets": lambda size: _sides(f"1. Hoe {'(' * size * 20}?\n", f"1. Zo {')' * size * 20}.\n"),
    "hyphens": _lines(lambda place: f"een lange regel met woord{_words(place)}-\nvast en nog wat\n"),
    "words that begin alike": _lines(lambda place: f"aa{_words(place)} en een a-\na dan\n"),
    "addresses": _lines(lambda place: "https://www.voorbeeld.be/een/twee-\n"),
    "questions without labels": lambda size: _sides("Hoe is dat?\n\n" * size, "Zo.\n\n" * size),
    # notes and furniture
    "notes at feet": _lines(lambda place: f"woord{place % 99 + 1} hier.\n{place % 99 + 1} Zie de nota.\n"),
    "notes in brackets": _lines(lambda place: f"woord[{place % 999 + 1}] hier.\n\n[{place % 999 + 1}] De nota.\n\n"),
    "markers": _lines(lambda place: "woord1 woord2 woord3 van hier\n"),
    "markers on one line": _lines(lambda place: "woord1 is hier 25 m2 en "),
    "feet of pages": _lines(lambda place: "tekst die hier staat\nVlaams Parlement\n\f"),
    "page numbers": _lines(lambda place: "een lange regel van tekst die hier zo staat.\n" * 12 + f"{place % 999}\n"),
    # heads
    "notices": lambda size: f"{HEAD}1. Hoe?\n" + "Deze vraag werd gesteld aan minister Jan Pe (12) en\n" * size,
    "capitals": lambda size: _sides("AN MAES\nVLAAMS MINISTER VAN WELZIJN\n" * size, "Zo."),
    "heads of answers": lambda size: f"{HEAD}1. Hoe?\n" + f"{ANSWER_HEAD}1. Zo.\n" * (size // 8 + 1),
    # citations
    "dates": _lines(lambda place: "op 3 mei 2021 en 4 mei 2021 dan\n"),
    "articles": _lines(lambda place: "artikel 3, § 2, van het decreet van 3 mei 2012 en artikelen 4, 5 en 6 ervan\n"),
    "later mentions": _lines(lambda place: "het decreet van 3 mei 2012 en artikel 5 van het decreet\n"),
    "references to questions": _lines(lambda place: "zie het antwoord op vraag 1 en vraag 2 dan\n"),
    # flattened
    "flattened labels": _flat(_labels(lambda place: f"{place % 99 + 1}.")),
    "flattened citations": _flat(lambda size: _sides("Hoe? " + "nr. 3 http://a.be/ decreet " * size, "1. Zo.")),
    "flattened letters": _flat(lambda size: _sides("1. Hoe? " + "b) ja. " * size, "1. Zo.")),
    "flattened notes": _flat(_lines(lambda place: f"woord [{place % 999}] dan. [{place % 999}] Zie de nota. ")),
    "flattened capitals": _flat(lambda size: _sides("VLAAMS MINISTER VAN " * size, "1. Zo.")),
    "flattened words of heads": _flat(lambda size: _sides("ANTWOORD op vraag nr. 3 " * size, "1. Zo.")),
    "flattened documents": _flat(lambda size: _sides("1. Hoe? ", "1. Zo. ") * (size // 20 + 1)),
    "flattened annexes": _flat(lambda size: _sides("1. Hoe? ", "BIJLAGE 1 Over " * size)),
    "flattened text": _flat(_lines(lambda place: "De dienst stelde in 2019 vast dat 25.000 gezinnen wachten. ")),
    # characters
    "one long word": lambda size: f"{HEAD}{'a' * size * 30}",
    "blanks": lambda size: f"{HEAD}{' ' * size * 30}x",
    "line feeds": lambda size: f"{HEAD}{chr(10) * size * 10}x",
    "carriage returns": lambda size: f"{HEAD}{chr(13) * size * 10}x",
    "full stops": lambda size: f"{HEAD}{'.' * size * 30}",
    "invisible characters": lambda size: _sides("a\u00ad\u200b" * size * 10, "\u200b\ufeff" * size * 10),
    "letters with marks": lambda size: _sides("e\u0301\u0308" * size * 10, "1. Zo."),
    "figures": lambda size: f"{HEAD}{'1 ' * size * 10}",
    "dashes": lambda size: f"{HEAD}{'- ' * size * 10}",
}
