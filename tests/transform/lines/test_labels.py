"""Labels: where one could stand, and the one form that it is written in (anatomy.md, Enumerations)."""

from __future__ import annotations

import re

import pytest

from tests.transform.documents import lines_of
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.lines import combined as combined_module
from transform.lines import labels as module
from transform.lines import tokens as tokens_module
from transform.lines.labels import Path, roman_numeral, roman_value, written
from transform.lines.page import UNWRAPPED, Page
from transform.lines.tokens import find_tokens, labels_at

EXAMPLES: Examples = {
    "NUMBER_LABEL": ["1.", "12)", "(3)", "1°", "4/", "1.)", "1:", "1.-", ("2.Hoeveel", "2.")],
    "WORD_LABEL": ["Vraag 1", "Vraag 2:", "Deelvraag 3.", "VRAAG 1.a)", "Op vraag 3:", "Ad 1."],
    "WORDS_AROUND": ["Wat vraag 2 betreft,", "Wat deelvraag 3 betreft:"],
    "NUMBER_AND_DASH": [("1 - Hoeveel", "1 -"), ("2 – Waar", "2 –")],
    "NUMBER_AND_LETTER": ["1.a)", "1a)", "1 a.", ("2.b Tekst", "2.b"), "3.a."],
    "DOTTED": ["1.2)", "2.3.", "1.1.", ("1.1 Hoeveel", "1.1"), ("1.1.1 Hoeveel", "1.1.1")],
    "LETTER_LABEL": ["a)", "b.", "(c)", "D/", ("a)Tot op heden", "a)")],
    "ROMAN_LABEL": ["I.", "iv)", "(ii)"],
}

OF_COMBINED: Examples = {
    "BETWEEN_LISTED": [
        ("8, 9", ", "),
        ("1-3", "-"),
        ("1 en 2", " en "),
        ("1 t.e.m. 4", " t.e.m. "),
        ("2., en 3", ", en "),
    ],
    "SEVERAL_AROUND": ["Wat vragen 1 en 2 betreft,", "wat de deelvragen 3, 4 en 5 betreft:"],
    "COMBINED": ["8, 9.", "1-3.", "1 en 2.", "1., 2. en 3.", "Vragen 2 tot 5", "a) en b)", "16/17."],
    "ONE_LISTED": ["8", "8.", "2.a)", "b)", "1.2"],
    "AFTER_LISTED": ["", (" Sinds", " S"), (" “Het", " “")],
    "BEGINS_WITH_FIGURE": [(" 2018 was", " 2")],
    "RANGE_BETWEEN": [" t.e.m. ", "-", " tot ", " tot en met ", " t/m "],
    "LETTERS_IN_BRACKETS": ["1 (a en b).", "2 (a, b en c):"],
}
OF_TOKENS: Examples = {
    "MARKER_AT_END": [("gemeente.[1]", "[1]")],
    "JUSTIFIED_WORD": ["vraag", "het", "voor,"],
    "CALLED_ANEW": [("Vraag 8", "Vraag "), ("Vragen 2 en 3", "Vragen "), ("Antwoord op vraag 1", "Antwoord op vraag ")],
    "BULLETS_AT_END": [("Zo: - de sluis - het water", ": - de sluis - het water"), "• de sluis"],
    "BRACKETED_ANEW": ["4) D", "12/ “", "2° H", "b)"],
    "CELLS_AT_END": ["61,3 12", "27 %", ("Gent -", " -"), "€ 9"],
    "ROW_AT_END": ["5 Totaal 64.5", "- Leuven 3", "% Bree 12"],
}
EXAMPLES_BESIDE = [*each_example(tokens_module, OF_TOKENS), *each_example(combined_module, OF_COMBINED)]


@pytest.mark.parametrize(
    ("pattern", "text", "part"),
    [
        *each_example(module, EXAMPLES),
        *each_example(tokens_module, OF_TOKENS),
        *each_example(combined_module, OF_COMBINED),
    ],
)
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)
    assert pattern_constants(tokens_module) == set(OF_TOKENS)
    assert pattern_constants(combined_module) == set(OF_COMBINED)


def seen(text: str, *, combined: bool = False) -> list[str]:
    """The labels that could stand in lines; those of a combined label with a plus, or a dash for a range."""
    found = []
    for token in find_tokens(lines_of(text), UNWRAPPED, combined=combined):
        listed = [f"{'-' if ranges else '+'}{written(path)}" for path, ranges in token.listed]
        found.append("".join(listed)[1:] if listed else written(token.path))
    return found


@pytest.mark.parametrize(
    ("line", "label"),
    [
        pytest.param("1. Hoeveel ladders?", "1", id="full stop"),
        pytest.param("1) Hoeveel ladders?", "1", id="parenthesis"),
        pytest.param("(1) Hoeveel ladders?", "1", id="two parentheses"),
        pytest.param("1/ Hoeveel ladders?", "1", id="slash"),
        pytest.param("1° Hoeveel ladders?", "1", id="degree sign"),
        pytest.param("12. Hoeveel ladders?", "12", id="two figures"),
        pytest.param("Vraag 1 Hoeveel ladders?", "1", id="the word vraag"),
        pytest.param("Vraag 1: Hoeveel ladders?", "1", id="the word vraag and a colon"),
        pytest.param("Deelvraag 3", "3", id="the word deelvraag"),
        pytest.param("Antwoord op vraag 3:", "3", id="the words antwoord op vraag"),
        pytest.param("Ad 3. Overal.", "3", id="the word ad"),
        pytest.param("a) Hoeveel ladders?", "a", id="letter, parenthesis"),
        pytest.param("a. Hoeveel ladders?", "a", id="letter, full stop"),
        pytest.param("(a) Hoeveel ladders?", "a", id="letter, two parentheses"),
        pytest.param("B) Hoeveel ladders?", "b", id="a capital letter is written small"),
        pytest.param("1.a) Hoeveel ladders?", "1.a", id="number and letter"),
        pytest.param("1a) Hoeveel ladders?", "1.a", id="number and letter without a full stop"),
        pytest.param("1A. Hoeveel ladders?", "1.a", id="number and capital letter"),
        pytest.param("1.1 Hoeveel ladders?", "1.1", id="dotted"),
        pytest.param("1.1. Hoeveel ladders?", "1.1", id="dotted, with a full stop"),
        pytest.param("2.3) Hoeveel ladders?", "2.3", id="dotted, with a parenthesis"),
        pytest.param("a)Tot op heden weinig.", "a", id="a letter glued to its text"),
        pytest.param("1.Tot op heden weinig.", "1", id="a number glued to its text"),
        pytest.param("1.", "1", id="alone on its line"),
        pytest.param("   b)   Hoeveel ladders?", "b", id="indented"),
    ],
)
def test_a_label_opens_a_line_and_has_one_written_form(line: str, label: str) -> None:
    assert seen(line) == [label]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("25.000 euro per gemeente", id="thousands"),
        pytest.param("38.0 procent", id="a decimal with a full stop"),
        pytest.param("1.500", id="thousands, alone on a line"),
        pytest.param("1.12.2022 tot eind 2023", id="a date"),
        pytest.param("01.12.2022", id="a date with a leading nought"),
        pytest.param("1", id="a bare number: a cell of a table"),
        pytest.param("3 visladders", id="a number before a word"),
        pytest.param("2021. In dat jaar", id="a year"),
        pytest.param("100. In dat jaar", id="three figures"),
        pytest.param("0. Vooraf", id="nought"),
        pytest.param("1,5 miljoen", id="a decimal with a comma"),
        pytest.param("2% van de ladders", id="a percentage"),
        pytest.param("indien 1) de drempel … of 2) de waarde", id="labels inside a line"),
        pytest.param("b.v. de sluis", id="an abbreviation"),
        pytest.param("a b c", id="bare letters"),
        pytest.param("e-mail", id="a letter and a hyphen"),
        pytest.param("vraagstukken 1. en zo", id="a word that begins like vraag"),
        pytest.param("Vraag 2 wordt later beantwoord.", id="the word vraag in a sentence"),
        pytest.param("Dat staat in het antwoord op\nvraag 4.", id="the word vraag in mid-sentence, after a wrap"),
    ],
)
def test_what_is_no_label(line: str) -> None:
    assert seen(line) == []


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        pytest.param("3. a) Hoeveel ladders?", ["3", "a"], id="number and letter, two labels"),
        pytest.param("3) a. Hoeveel ladders?", ["3", "a"], id="in another style"),
        pytest.param("1. 1.1 Hoeveel ladders?", ["1", "1.1"], id="number and dotted number"),
        pytest.param("1. 2.1 Hoeveel ladders?", ["1"], id="a dotted number of another number is text"),
        pytest.param("1. 2) Hoeveel ladders?", ["1"], id="a second number is text"),
    ],
)
def test_a_number_and_its_first_letter_may_share_a_line(line: str, labels: list[str]) -> None:
    assert seen(line) == labels


def test_a_label_that_follows_another_says_where_it_begins() -> None:
    text = "eerst\n3. a) Hoeveel ladders?"
    number, letter = find_tokens(lines_of(text), UNWRAPPED, combined=False)
    assert (number.follows, letter.follows) == (False, True)
    assert (text[number.start : number.end], text[letter.start : letter.end]) == ("3.", "a)")
    assert (number.line, letter.line) == (1, 1)


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        pytest.param("8, 9. Ja.", "8+9", id="comma"),
        pytest.param("8/9. Ja.", "8+9", id="slash"),
        pytest.param("1-3. Ja.", "1-3", id="dash"),
        pytest.param("1 – 3. Ja.", "1-3", id="a longer dash, with blanks"),
        pytest.param("1 en 2. Ja.", "1+2", id="en"),
        pytest.param("1 t.e.m. 4. Ja.", "1-4", id="t.e.m."),
        pytest.param("1 tem 4. Ja.", "1-4", id="tem without full stops"),
        pytest.param("1 t/m 4. Ja.", "1-4", id="t/m"),
        pytest.param("1 tot en met 4: Ja.", "1-4", id="tot en met"),
        pytest.param("1., 2. en 3. Ja.", "1+2+3", id="each with its full stop"),
        pytest.param("1°, 2° en 3° Ja.", "1+2+3", id="each with its degree sign"),
        pytest.param("Vragen 2 tot 5", "2-5", id="the word vragen"),
        pytest.param("Antwoord op de vragen 1 en 2:", "1+2", id="the words antwoord op de vragen"),
        pytest.param("a) en b) Ja.", "a+b", id="letters"),
        pytest.param("2.a) en b) Ja.", "2.a+2.b", id="a letter after a number and its letter"),
        pytest.param("1a, 1b. Ja.", "1.a+1.b", id="numbers with letters"),
        pytest.param("1, 2, 4-6. Ja.", "1+2+4-6", id="a range among others"),
        pytest.param("1.1 en 1.2. Ja.", "1.1+1.2", id="dotted numbers"),
    ],
)
def test_one_part_of_an_answer_may_bear_several_labels(line: str, labels: str) -> None:
    assert seen(line, combined=True) == [labels]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("1 en 2 worden samen behandeld", id="a sentence"),
        pytest.param("9,14", id="a decimal"),
        pytest.param("3 tot 5 jaar", id="a range of years"),
        pytest.param("2021-2022. In dat jaar", id="a session"),
        pytest.param("10-12 ladders per jaar", id="a range of amounts"),
    ],
)
def test_what_is_no_combined_label(line: str) -> None:
    assert seen(line, combined=True) == []


def test_questions_have_no_combined_labels() -> None:
    assert seen("1 en 2. Hoeveel ladders?") == []


@pytest.mark.parametrize(
    ("path", "label"),
    [
        pytest.param(("1",), "1", id="number"),
        pytest.param(("1", "a"), "1.a", id="letter under a number"),
        pytest.param(("1", "a", "ii"), "1.a.ii", id="three levels"),
        pytest.param(("1", ".1"), "1.1", id="dotted"),
        pytest.param(("1", ".1", "a"), "1.1.a", id="letter under a dotted number"),
    ],
)
def test_the_one_form_of_a_label(path: Path, label: str) -> None:
    assert written(path) == label


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("i", 1),
        ("IV", 4),
        ("ix", 9),
        ("XIV", 14),
        ("xxxix", 39),
        ("iix", None),
        ("vv", None),
        ("iiii", None),
        ("L", None),
    ],
)
def test_roman_numerals(numeral: str, value: int | None) -> None:
    assert roman_value(numeral) == value


def test_every_roman_numeral_has_its_value_back() -> None:
    assert [roman_value(roman_numeral(value)) for value in range(1, 40)] == list(range(1, 40))


@pytest.mark.parametrize(
    ("text", "width", "clean"),
    [
        pytest.param("Dat was zo.\n2. Hoeveel?", 80, True, id="after a full stop"),
        pytest.param("Dat was zo\n\n2. Hoeveel?", 80, True, id="after a blank line"),
        pytest.param("Dat was zo in het jaar van de\n2. Hoeveel?", 31, False, id="the width tore the sentence"),
        pytest.param("Dat was zo\n2. Hoeveel?", 80, True, id="a short line was not torn"),
        pytest.param("Dat stond in artikel nr.\n2. Hoeveel?", 80, False, id="an abbreviation ends nothing"),
        pytest.param("Het stond in de krant van\n2. Hoeveel?", 80, False, id="a word that nothing ends with"),
        pytest.param("de tram,\n2. de bus", 80, True, id="a comma parts the points of a list"),
        pytest.param("/////////\n2. Hoeveel?", 80, True, id="a rule is no text that could go on"),
        pytest.param("Dat was zo in het oude jaar 1990\nVraag 2 Hoeveel?", 31, True, id="a label called anew"),
        pytest.param("wordt\nhet\nwater\n2. Hoeveel?", 80, False, id="words of a justified line"),
        pytest.param("Dat wil het water\nniet\n2. Hoeveel?", 80, True, id="a word that a wrap left over"),
    ],
)
def test_a_label_that_tears_a_sentence_is_told_from_one_that_does_not(text: str, width: int, clean: bool) -> None:
    (*_, token) = find_tokens(lines_of(text), Page(width, width - 1), combined=False)
    assert token.clean is clean


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("zo. 2. Hoeveel?", ["2."], id="a label and a blank"),
        pytest.param("zo. 2.Hoeveel?", ["2."], id="a glued label"),
        pytest.param("zo. 2 en 3. Ja.", ["2 en 3."], id="a combined label"),
        pytest.param("zo. 4 - 23) Ja.", ["4 - 23)"], id="a range, or a cell before a label"),
        pytest.param("zo. Hoeveel?", [], id="no label"),
    ],
)
def test_a_label_in_the_middle_of_flattened_text(text: str, wanted: list[str]) -> None:
    assert list(labels_at(text, 4)) == wanted


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        pytest.param("2.1 en 2.2 Sinds 2019 is dat zo.", ["2.1+2.2"], id="dotted labels that nothing closes"),
        pytest.param("1 en 2 Sinds 2019 is dat zo.", ["1+2"], id="numbers before a new beginning"),
        pytest.param("1 en 2 worden samen beantwoord.", [], id="a sentence about numbers"),
        pytest.param("5 tot 10 Vlaamse gemeenten doen mee.", [], id="a quantity"),
    ],
)
def test_labels_together_need_no_closing_before_a_new_beginning(line: str, labels: list[str]) -> None:
    assert [one for one in seen(line, combined=True) if "+" in one or "-" in one] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("1. 1. Hoeveel?\n2. 2. Waar?", ["1", "2"], id="side by side"),
        pytest.param("1.1. Acht.\n3.3. Overal.", ["1", "3"], id="glued"),
        pytest.param("1.\n1. Hoeveel?\n2.\n2. Waar?", ["1", "2"], id="one above the other"),
        pytest.param("1.1. Hoeveel?\n1.2. Waar?\n2.2. Wie?", ["1.1", "1.2", "2.2"], id="dotted labels are no doubles"),
        pytest.param("1. 1. Hoeveel?\n2. Waar?", ["1", "1", "2"], id="one number alone tells nothing"),
    ],
)
def test_extraction_may_give_every_label_twice(text: str, labels: list[str]) -> None:
    """As it does with bold type."""
    assert seen(text) == labels


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        pytest.param("Vraag 3 28 december 2019 was de dag.", ["3"], id="a label that nothing closes, and a date"),
        pytest.param("Vragen 1, 2 en 3 2018 was een topjaar.", ["1+2+3"], id="several"),
        pytest.param("vraag 3 28 december 2019 was de dag.", [], id="a small letter begins no label"),
        pytest.param("VRAGEN 1. Hoeveel ladders?", [], id="the heading of a list"),
        pytest.param("ANTWOORDEN 1. Acht.", [], id="another"),
    ],
)
def test_a_called_label_and_what_follows_it(line: str, labels: list[str]) -> None:
    assert seen(line, combined=True) == labels
