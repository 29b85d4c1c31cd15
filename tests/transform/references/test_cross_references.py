"""References to another question of the same document (references.md, Rows)."""

from __future__ import annotations

import pytest

from tests.transform.references.citing import Case, check, parameters

LABELS = ("1", "2", "2.a", "2.b", "3", "4")


def _cited(guards: str, text: str, *rows: tuple[str, str], section_label: str | None = None) -> Case:
    return Case(guards, text, [(words, {"number": number}) for words, number in rows], LABELS, "answer", section_label)


CITED = [
    _cited("the answer to a question", "(zie antwoord op vraag 4).", ("antwoord op vraag 4", "4")),
    _cited("with a determiner", "Zie het antwoord op vraag 4.", ("antwoord op vraag 4", "4")),
    _cited("a letter, in its one form", "cf. deelvraag 2a", ("deelvraag 2a", "2.a")),
    _cited("a letter behind a point", "zie vraag 2.b.", ("vraag 2.b", "2.b")),
    _cited("a letter behind a space", "zie vraag 2 b)", ("vraag 2 b", "2.b")),
    _cited("a letter alone under its own number", "zie vraag a", ("vraag a", "2.a"), section_label="2.b"),
    _cited("without a pointing word", "Voor vraag 3 geldt dat ook.", ("vraag 3", "3")),
    _cited("at the beginning of a sentence", "Vraag 3 werd al beantwoord.", ("Vraag 3", "3")),
    _cited("several labels are several rows", "de vragen 1, 2 en 4", ("vragen 1", "1"), ("2", "2"), ("4", "4")),
    _cited(
        "a range is its first and last",
        "de antwoorden op vragen 1 t.e.m. 3",
        ("antwoorden op vragen 1", "1"),
        ("3", "3"),
    ),
    _cited("a letter goes on with its number", "de vragen 2.a en b", ("vragen 2.a", "2.a"), ("b", "2.b")),
    _cited("a point of this document", "zie punt 2", ("punt 2", "2")),
    _cited("the answer itself", "Zie antwoord 1.", ("antwoord 1", "1")),
    _cited("of this very question", "vraag 4 van deze schriftelijke vraag", ("vraag 4", "4")),
    _cited("each with its own word", "vraag 1 en vraag 3", ("vraag 1", "1"), ("vraag 3", "3")),
]

FALSE_FRIENDS = [
    _cited("a label of another document", "zie vraag 9, zie punt 7, deelvraag 3.c"),
    _cited("a question of an inquiry", "vraag 4 van de enquête, vraag 2 uit de bevraging, vraag 1 in het formulier"),
    _cited("a question of someone else", "mijn antwoord op vraag 4 van collega An Claes"),
    _cited("a written question", "schriftelijke vraag nr. 4 van 3 mei 2019, vraag nr. 2 (2019-2020)"),
    _cited("another kind of question", "de actuele vraag 3 en de parlementaire vraag 4"),
    _cited("an amount", "een vraag 1 miljoen hoger, de vraag 3%"),
    _cited("a point of something else", "op punt 2 staat dat, punt 3 van de lijst"),
    _cited("above and idem", "zie hierboven, zie supra, idem, zie tabel 1, zie bijlage 2"),
    _cited("a number that is longer", "vraag 20 en vraag 2019"),
]


@pytest.mark.parametrize("case", parameters([*CITED, *FALSE_FRIENDS]))
def test_cross_references(case: Case) -> None:
    check(case, "cross_reference")


def test_a_document_without_labels_has_none() -> None:
    check(Case("", "zie antwoord op vraag 4"), "cross_reference")
