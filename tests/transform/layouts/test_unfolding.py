"""Text flattened to a single line has the same pieces (anatomy.md, Enumerations)."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from corpus.headings import ANSWER_HEADER, QUESTION_HEADER, TITLES
from tests.transform.documents import (
    Piece,
    document,
    lines_of,
    parse,
    pieces,
)
from tests.transform.documents import texts as texts_of_kind
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.layouts.flemish import heads, title_in_line, unfolding
from transform.layouts.flemish.unfolding import unfold
from transform.lines.boundaries import cut_at_lost_ends

MODULES = (heads, title_in_line, unfolding)
EXAMPLES: Examples = {
    "OPENS_LOST_HEAD": [("nr. 41 van INE", "nr. 41 van "), ("datum: 6", "datum"), ("aan JAN", "aan J")],
    "BEFORE_MINISTER": [("AN MAES VLAAMS ", "VLAAMS "), ("MAES VICE-", "VICE-"), ("MAES ", "")],
    "BEFORE_ANSWER": [("SPORT GECOÖRDINEERD A", "GECOÖRDINEERD A"), ("zo. A", "A"), ("(aanvullend a", "(aanvullend a")],
    "NAME_WORD_AT": ["D'HOOGHE"],
    "AFTER_ASKER": [("datum: 6 mei", "datum"), ("aan JAN", "aan J"), ("nr. 41", "nr. 4")],
    "WHITE": [("  zo", "  ")],
    "FIRST_LABEL": [("1. Hoe", "1"), ("(1)", "(1"), ("a)", "a"), ("I.", "I"), ("Vraag 1:", "Vraag 1")],
    "ENDS_TITLE": [("klaar.", "."), ("zo?”", "?”")],
    "WORD": [("zo dan", "zo")],
    "BLANKS": [("CULTUUR  Musea", "  ")],
    "THEME_DASH": [" - ", " – "],
    "ANNEX": ["BIJLAGE", "BIJLAGEN:", ("BIJLAGE 1 Overzicht", "BIJLAGE 1 O")],
    "BEFORE_CITED_ANNEX": ["zie", ("de bijgevoegde", "bijgevoegde")],
    "FINITE_VERB": ["is", "vinden", "geeft"],
}
PATTERNS = {name: getattr(module, name) for module in MODULES for name in pattern_constants(module)}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(SimpleNamespace(**PATTERNS), EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert set(PATTERNS) == set(EXAMPLES)


def flat(text: str) -> str:
    return " ".join(text.split())


def merged(found: list[Piece]) -> list[Piece]:
    """Pieces with the stretches of one piece that furniture no longer tears apart as one."""
    whole: list[Piece] = []
    for kind, label, words in found:
        if whole and whole[-1][:2] == (kind, label):
            whole[-1] = (kind, label, f"{whole[-1][2]} {words}")
        else:
            whole.append((kind, label, words))
    return whole


BODY = "Er staan ladders in de Leie. Dat is zo beslist.\n1. Hoeveel zijn het er?\n2. Wie telt ze?\n3. Sinds wanneer?"
ANSWER = "1. Er zijn er acht.\n2. De dienst.\n3. Sinds 2001."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(document(BODY, ANSWER), id="question and answer"),
        pytest.param(document(BODY), id="a question alone"),
        pytest.param(document(BODY, f"Vooraf dit.\n{ANSWER}"), id="an intro"),
        pytest.param(document(BODY, "1 en 2. De dienst telde er acht.\n3. Sinds 2001."), id="a combined label"),
        pytest.param(
            document(
                BODY,
                ANSWER,
                notice="Deze vraag werd gesteld aan de ministers Joris Wolfaert (417) en Greta Vanputte (41).",
            ),
            id="a notice",
        ),
        pytest.param(document(BODY, ANSWER, annex="\nBIJLAGE Overzicht"), id="an annex"),
        pytest.param(
            document(
                "Er staan ladders in de Leie.\n1. Over ladders:\na) Hoeveel?\nb) Waar?\n2. Wie telt ze?",
                "1.\na) Acht.\nb) Overal.\n2. De dienst.",
            ),
            id="letters under numbers",
        ),
        pytest.param(
            document(
                "Er staan ladders in de Leie.\n1. Wie telt ze?\n2. a) Hoeveel?\nb) Waar?",
                "1. De dienst.\n2. a) Acht.\nb) Overal.",
            ),
            id="a number and its first letter",
        ),
        pytest.param(
            document("Er staan ladders in de Leie.\nI. Hoeveel?\nII. Waar?", "I. Acht.\nII. Overal."),
            id="Roman numbers",
        ),
        pytest.param(
            document(f"{BODY}", ANSWER, answer_header=ANSWER_HEADER.replace("ANTWOORD", "AANVULLEND ANTWOORD")),
            id="a note in the answer header",
        ),
        pytest.param(document(BODY, ANSWER, header=f"aan GRETA VANPUTTE\n{TITLES}"), id="a header lost to aan"),
        pytest.param(document(BODY, ANSWER, title="Beken - BOA'S - Peil"), id="several dashes in the title"),
        pytest.param(
            document(
                "De dienst telde er acht.\n1. Hoeveel zijn het er? Graag 1) per jaar en 2) per sluis.\n2. Waar?",
                "1. Acht.\n2. Overal.",
            ),
            id="inline labels",
        ),
    ],
)
def test_a_flattened_document_has_the_same_pieces(text: str) -> None:
    assert merged(pieces(flat(text))) == merged(pieces(text))


def test_a_flattened_header_says_the_same() -> None:
    text = document(BODY, ANSWER)
    once, flattened = parse(text).question, parse(flat(text)).question
    assert once is not None
    assert flattened is not None
    assert flattened.question_id == once.question_id == "vlaams-parlement/2022-2023/greta-vanputte/41"
    assert (flattened.asker, flattened.addressee) == ("Noor D'Hulster", "Greta Vanputte")
    assert (flattened.theme, flattened.subject) == ("Visladders", "Onderhoud")
    assert flattened.addressee_role == flat(TITLES)
    assert flattened.preamble == once.preamble


@pytest.mark.parametrize(
    ("preamble", "subject"),
    [
        pytest.param("Er staan er acht.", "Onderhoud", id="a word that opens sentences"),
        pytest.param("In de Leie staan er acht.", "Onderhoud", id="a preposition"),
        pytest.param("Gemeenten vinden ze nuttig.", "Onderhoud", id="a subject before its verb"),
        pytest.param("Gemeenten van de Leie hebben er acht.", "Onderhoud", id="a longer subject before its verb"),
        pytest.param("Inwoners van Gent kunnen ze zien.", "Onderhoud", id="a name inside the subject"),
    ],
)
def test_a_title_ends_where_a_sentence_begins(preamble: str, subject: str) -> None:
    question = parse(flat(document(f"{preamble}\n1. Hoeveel?\n2. Waar?", ANSWER))).question
    assert question is not None
    assert (question.theme, question.subject, question.preamble) == ("Visladders", subject, preamble)


def test_a_title_without_a_preamble_ends_where_the_questions_begin() -> None:
    question = parse(
        flat(document("1. Hoeveel?\n2. Waar?", ANSWER, title="Beken  -  Grote visladders in de Leie"))
    ).question
    assert question is not None
    assert (question.subject, question.preamble) == ("Grote visladders in de Leie", "")


def test_a_theme_in_capitals_is_no_portfolio() -> None:
    """Without an answer nothing repeats the minister's titles; the dash shows that a theme stands before it."""
    question = parse(flat(document("Er staan er acht.\n1. Hoeveel?\n2. Waar?", title="PFAS - Vis"))).question
    assert question is not None
    assert (question.theme, question.subject, question.addressee_role) == ("PFAS", "Vis", flat(TITLES))


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        pytest.param("Dat kost 25.000 euro. 1. Hoeveel? 2. Waar?", ["1", "2"], id="thousands"),
        pytest.param("Sinds 1.12.2022. 1. Hoeveel? 2. Waar?", ["1", "2"], id="a date"),
        pytest.param("Zie nr. 1. 1. Hoeveel? 2. Waar?", ["1", "2"], id="a number at the end of a sentence"),
        pytest.param("De beek. 1. Hoeveel van de 2. soorten? 2. Waar?", ["1", "2"], id="a number inside a sentence"),
        pytest.param(
            "De beek. 1. Hoeveel? In 7. zijn er meer. 2. Waar?", ["1", "2"], id="a number that does not count on"
        ),
    ],
)
def test_labels_are_found_by_their_running_count(body: str, labels: list[str]) -> None:
    parsed = parse(flat(document(body, "1. Acht. 2. Overal.")))
    assert [one.label for one in parsed.sub_questions] == labels
    assert [one.labels for one in parsed.answer_parts] == [(label,) for label in labels]


def test_without_an_enumeration_the_question_begins_at_the_first_sentence_with_a_question_mark() -> None:
    parsed = parse(flat(document("Er staan ladders in de Leie. Sommige lekken. Hoeveel zijn het er? Graag per sluis.")))
    assert parsed.question is not None
    assert parsed.question.preamble == "Er staan ladders in de Leie. Sommige lekken."
    assert [(one.label, one.text) for one in parsed.sub_questions] == [(None, "Hoeveel zijn het er? Graag per sluis.")]


def test_cuts_are_no_paragraphs() -> None:
    answer = "1. Er zijn er acht. De telling was in mei. Er volgt er nog een.\n2. De dienst.\n3. Sinds 2001."
    assert parse(flat(document(BODY, answer))).answer_parts[0].text == (
        "Er zijn er acht. De telling was in mei. Er volgt er nog een."
    )


@pytest.mark.parametrize(
    ("note", "text"),
    [
        pytest.param("Zie art. 5 van de lijst.", "Zie art. 5 van de lijst.", id="up to the end of its sentence"),
        pytest.param("https://ladders.example/lijst", "https://ladders.example/lijst", id="an address, up to its end"),
        pytest.param(
            "https://ladders.example/2021- 11/l.pdf", "https://ladders.example/2021-11/l.pdf", id="a torn one"
        ),
    ],
)
def test_a_note_from_a_pages_foot_stands_after_a_sentence_below_its_marker(note: str, text: str) -> None:
    answer = f"1. Er zijn er acht in de beken1 en de Leie. 1 {note} Dat is zo.\n2. De dienst.\n3. Sinds 2001."
    parsed = parse(flat(document(BODY, answer)))
    assert [(one.marker, one.text) for one in parsed.references if one.kind == "footnote"] == [("1", text)]
    assert [one.text for one in parsed.answer_parts] == [
        "Er zijn er acht in de beken en de Leie. Dat is zo.", "De dienst.", "Sinds 2001."
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["-", "_", "?jaar="])
def test_an_address_that_a_line_end_broke_is_whole_in_flattened_text(end: str) -> None:
    first, rest = f"https://ladders.example/lijst{end}", "2021/l.pdf"
    answer = f"1. De lijst staat op {first} {rest} en bij de dienst.\n2. De dienst.\n3. Nee."
    parsed = parse(flat(document(BODY, answer)))
    assert parsed.answer_parts[0].text == f"De lijst staat op {first}{rest} en bij de dienst."
    assert [one.url for one in parsed.references] == [first + rest]


def test_a_figure_without_a_marker_is_no_note_in_flattened_text() -> None:
    answer = "1. Er zijn er acht. 1 Gent telt er twee. Dat is zo.\n2. De dienst.\n3. Sinds 2001."
    parsed = parse(flat(document(BODY, answer)))
    assert parsed.answer_parts[0].text == "Er zijn er acht. 1 Gent telt er twee. Dat is zo."


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        pytest.param(flat(document(BODY, ANSWER)), True, id="a whole document"),
        pytest.param(f"{flat(ANSWER_HEADER)} 1. Acht.", True, id="an answer"),
        pytest.param(flat(QUESTION_HEADER), True, id="a header and nothing after it"),
        pytest.param("Er staan ladders in de Leie.", False, id="running text"),
        pytest.param("HET ANTWOORD op vraag nr. 12 was kort.", False, id="words of a header"),
    ],
)
def test_a_line_is_cut_where_it_holds_pieces_of_a_header(line: str, wanted: bool) -> None:
    assert (len(unfold(lines_of(line))) > 1) is wanted


def test_lines_that_are_not_flattened_stay_as_they_are() -> None:
    lines = lines_of(document(BODY, ANSWER))
    assert unfold(lines) == lines


def test_the_lines_cut_out_cover_the_same_characters() -> None:
    text = flat(document(BODY, ANSWER, notice="Deze vraag werd gesteld aan alle ministers"))
    unfolded = cut_at_lost_ends(unfold(lines_of(text)), text)
    assert len(unfolded) > len(BODY.splitlines()) + len(ANSWER.splitlines())
    assert "".join(line.text for line in unfolded).replace(" ", "") == text.replace(" ", "")
    assert all(text[line.start : line.end] == line.text for line in unfolded)
    assert [line.joined for line in unfolded] == [False, *([True] * (len(unfolded) - 1))]


# ---------------------------------------------------------------------------------------------- where labels can stand


def labels(text: str) -> list[str | None]:
    """The labels of the sub-questions and the parts of a document that is flattened."""
    parsed = parse(flat(text))
    return [*(one.label for one in parsed.sub_questions), *("+".join(one.labels) for one in parsed.answer_parts)]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param(
            "Er staan er acht.\n1. Hoeveel ladders\na. zijn nat;\nb. zijn oud?\n2. Waar?",
            ["1", "1.a", "1.b", "2"],
            id="letters that go on in mid-sentence",
        ),
        pytest.param(
            "Er staan er acht.\n1. Over:\na)in Gent?\nb)in Aalst?\n2. Waar?", ["1", "1.a", "1.b", "2"], id="glued"
        ),
        pytest.param(
            "Er staan er acht.\n1. Over:\na. Hoeveel waren er\ni. in mei?\nii. in juni?\nb. Waar?\n2. Wie?",
            ["1", "1.a", "1.a.i", "1.a.ii", "1.b", "2"],
            id="numerals that go on in mid-sentence",
        ),
        pytest.param("Er staan er acht.\n1.Hoeveel?\n2.Waar?\n3.Wie?", ["1", "2", "3"], id="numbers glued to text"),
        pytest.param("Er staan er acht.\n1. Hoeveel?\n2. Zijn vitamine a. en b. nodig?", ["1", "2"], id="no letters"),
        pytest.param(
            "Er staan er acht.\n1. Wie kent art. 2. In welke mate?\n2. Waar?", ["1", "2"], id="an abbreviation"
        ),
    ],
)
def test_labels_in_a_flattened_question(body: str, wanted: list[str]) -> None:
    assert labels(document(body)) == wanted


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        pytest.param("1. Gent 12 Aalst 3 7 2. Overal.\n3. Sinds 2001.", ["1", "2", "3"], id="after cells"),
        pytest.param(
            "1. Gent 1 - Aalst 4 - 2) Overal.\n3. Sinds 2001.", ["1", "2", "3"], id="after a cell with a dash"
        ),
        pytest.param("1. Gent 12% Vragen 2 en 3 De dienst.", ["1", "2+3"], id="labels together after cells"),
        pytest.param("1 t.e.m. 3. De dienst.", ["1+2+3"], id="right after the answer's header"),
        pytest.param(
            "1. Er waren er in 2019 minder dan 3. De rest bleef.\n2. Overal.", ["1", "2"], id="a sentence's end"
        ),
    ],
)
def test_labels_in_a_flattened_answer(answer: str, wanted: list[str]) -> None:
    assert labels(document(BODY, answer))[3:] == wanted


def test_the_questions_may_follow_the_title_at_once() -> None:
    parsed = parse(flat(document("Vraag 1. Door wie wordt dat geteld?\nVraag 2. Waar?")))
    assert parsed.question is not None
    assert (parsed.question.subject, parsed.question.preamble) == ("Onderhoud", "")
    assert [one.label for one in parsed.sub_questions] == ["1", "2"]


def test_an_annex_follows_an_address() -> None:
    parsed = parse(flat(document(BODY, f"{ANSWER} Zie https://ladders.example/lijst BIJLAGE 1 Overzicht")))
    assert parsed.answer is not None
    assert parsed.answer.annex == "BIJLAGE 1 Overzicht"


# ---------------------------------------------------------------------------------------------- fragments


def test_a_fragment_that_begins_in_mid_document_has_the_labels_that_are_left() -> None:
    """What stands before the first of them may be the end of a question, or of the preamble: it stays there."""
    whole = flat(document(BODY, ANSWER))
    fragment = whole[whole.index("zijn het er?") :]
    parsed = parse(fragment)
    assert parsed.question is not None
    assert (parsed.question.number, parsed.question.asker) == (41, "Noor D'Hulster")
    assert parsed.question.preamble == "zijn het er?"
    assert [one.label for one in parsed.sub_questions] == ["2", "3"]
    assert [one.labels for one in parsed.answer_parts] == [("1",), ("2",), ("3",)]
    assert {"heading_missing", "begins_in_mid_sentence", "first_labels_missing"} <= set(parsed.question.warnings)


def test_a_fragment_that_ends_in_mid_document_has_what_is_certain() -> None:
    whole = flat(document(BODY, ANSWER))
    parsed = parse(f"text: {whole[: whole.index(' telt ze?')]}")
    assert parsed.question is not None
    assert (parsed.question.number, parsed.question.status) == (41, "unanswered")
    assert [one.label for one in parsed.sub_questions] == ["1", "2"]
    assert texts_of_kind(f"text: {whole}", "furniture") == ["text:"]


def test_a_label_with_nothing_after_it_ends_a_fragment() -> None:
    whole = flat(document(BODY))
    parsed = parse(whole[: whole.index(" Sinds wanneer?")])
    assert [(one.label, one.text) for one in parsed.sub_questions][-1] == ("3", "")
    assert parsed.question is not None
    assert "ends_in_mid_sentence" in parsed.question.warnings


def test_what_a_fragment_begins_with_in_mid_sentence_is_no_question_of_its_own() -> None:
    parsed = parse(flat(f"die via deze weg bezorgen?\n{ANSWER_HEADER}\nDe dienst telde er acht."))
    assert parsed.question is not None
    assert (parsed.sub_questions, parsed.question.preamble) == ((), "die via deze weg bezorgen?")


@pytest.mark.parametrize(
    "text", ["1. Hoeveel zijn het er? 2. Wie telt ze?", "en dat is zo. 2. De dienst telde er acht."]
)
def test_a_fragment_without_a_heading_is_rejected(text: str) -> None:
    parsed = parse(text)
    assert (parsed.question, bool(parsed.reason)) == (None, True)
