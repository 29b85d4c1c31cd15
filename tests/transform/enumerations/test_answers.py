"""Which labels of an answer begin its parts (anatomy.md, Enumerations: "In an answer, …")."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transform.documents import answered, document, parse, pieces, texts
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.enumerations import context as module
from transform.enumerations.answers import AnswerLabels
from transform.enumerations.context import AnswerTokens
from transform.lines.labels import Path
from transform.lines.lines import read_lines
from transform.lines.page import UNWRAPPED
from transform.lines.tokens import find_tokens

EXAMPLES: Examples = {"LETTERS": [("(zie boven)", "zie")], "FIGURE": ["2022", "1.250.400,00", "7,35%"]}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


# What an answer that goes in step, or nearly, has for labels and what follows them.
_LABELS = st.sampled_from(["1.", "2.", "3.", "4.", "a)", "b)", "c)", "2)", "1 en 2.", "2.a)", "i."])
_AFTER = st.sampled_from(["Acht.", "acht", "812", "Hoeveel zijn er?", "In de lijst:", "Zie de klasse A.", "de VS", ""])


@given(
    st.booleans(),
    st.lists(_AFTER, min_size=5, max_size=5),
    st.lists(st.tuples(st.integers(0, 5), _LABELS), max_size=2),
)
@settings(max_examples=150, deadline=None)
def test_labels_in_step_are_what_the_whole_search_finds(
    under_letters: bool, after: list[str], others: list[tuple[int, str]]
) -> None:
    """The shortcut for answers whose labels are those of the questions, one by one, finds what the search would."""
    labelled = ["1.", "2.", "a)", "b)", "3."] if under_letters else ["1.", "2.", "3."]
    for place, label in others:
        labelled.insert(min(place, len(labelled)), label)
    text = "\n".join(f"{label} {words}" for label, words in zip(labelled, after * 2, strict=False))
    tokens = find_tokens(read_lines(text), UNWRAPPED, combined=True)
    answer = AnswerTokens(tokens, lambda start, end: text[start:end])
    questions: list[Path] = [("1",), ("2", "a"), ("2", "b"), ("3",)] if under_letters else [("1",), ("2",), ("3",)]
    asked = dict.fromkeys(questions, "Hoeveel zijn er?")
    labels = AnswerLabels(answer, questions, asked)
    in_step = labels.in_step()
    assert not in_step or (in_step == labels.parts().items and labels.words.after_repeated_questions(questions) is None)


def test_the_shortcut_is_taken() -> None:
    text = "1. Acht.\n2. a) Overal.\nb) De dienst.\n3. Ooit."
    answer = AnswerTokens(find_tokens(read_lines(text), UNWRAPPED, combined=True), lambda start, end: text[start:end])
    questions: list[Path] = [("1",), ("2", "a"), ("2", "b"), ("3",)]
    found = AnswerLabels(answer, questions, {}).in_step()
    assert [item.paths for item in found] == [(("1",),), (("2",),), (("2", "a"),), (("2", "b"),), (("3",),)]


STYLES = [pytest.param("{}.", id="1."), pytest.param("{})", id="1)"), pytest.param("{}°", id="1°")]
ONE_TO_FOUR = "1. Hoeveel zijn er?\n2. Waar staan ze?\n3. Wie telt ze?\n4. Sinds wanneer?"


def labels_of(body: str, answer: str) -> list[str]:
    """The labels of the parts of an answer, combined ones joined by a plus; an intro shows as nothing."""
    return ["+".join(labels) for labels, _ in answered(body, answer)]


@pytest.mark.parametrize(
    ("answer", "labels"),
    [
        pytest.param("1. Acht.\n2. Overal.\n3. De dienst.\n4. Sinds 2001.", ["1", "2", "3", "4"], id="in order"),
        pytest.param("1) Acht.\n2) Overal.\n3) De dienst.\n4) Sinds 2001.", ["1", "2", "3", "4"], id="another style"),
        pytest.param("1. Acht.\n2/ Overal.\n3) De dienst.\n4. Sinds 2001.", ["1", "2", "3", "4"], id="changing style"),
        pytest.param("Vooraf.\n1. Acht.\n2. Overal.\n3. De dienst.\n4. Ooit.", ["", "1", "2", "3", "4"], id="an intro"),
        pytest.param("2. Overal.\n1. Acht.\n3. De dienst.\n4. Sinds 2001.", ["2", "1", "3", "4"], id="out of order"),
        pytest.param("1. Acht.\n3. De dienst.\n2. Overal.\n4. Sinds 2001.", ["1", "3", "2", "4"], id="two exchanged"),
        pytest.param("1. Acht.\n4. Sinds 2001.", ["1", "4"], id="a gap"),
        pytest.param("3. De dienst.\n4. Sinds 2001.", ["3", "4"], id="a gap at the beginning"),
        pytest.param("1 en 2. Overal acht.\n3. De dienst.\n4. Ooit.", ["1+2", "3", "4"], id="en"),
        pytest.param("1, 2. Overal acht.\n3. De dienst.\n4. Ooit.", ["1+2", "3", "4"], id="comma"),
        pytest.param("1., 2. en 3. Overal acht.\n4. Ooit.", ["1+2+3", "4"], id="three of them"),
        pytest.param("1-3. Overal acht.\n4. Ooit.", ["1+2+3", "4"], id="a range"),
        pytest.param("1 t.e.m. 4. De dienst telt ze.", ["1+2+3+4"], id="t.e.m."),
        pytest.param("1. Acht.\nVragen 2 tot 4\nDe dienst telt ze.", ["1", "2+3+4"], id="the word vragen"),
        pytest.param("1. Acht.\n2 en 4. Overal.\n3. De dienst.", ["1", "2+4", "3"], id="combined out of order"),
        pytest.param(
            "1. Acht.\n2. Overal.\n3. De dienst.\n4. Ooit.\n5. En dan nog dit.",
            ["1", "2", "3", "4"],
            id="a number that no question has",
        ),
        pytest.param("1 & 2. Overal acht.\n3. De dienst.\n4. Ooit.", ["1+2", "3", "4"], id="ampersand"),
        pytest.param("1) en 2) Overal acht.\n3) De dienst.\n4) Ooit.", ["1+2", "3", "4"], id="parentheses"),
        pytest.param("1 tot 3\nOveral acht.\nVraag 4\nOoit.", ["1+2+3", "4"], id="a range alone on its line"),
        pytest.param("2 en 4. Overal acht.\n1 en 3. De dienst.", ["2+4", "1+3"], id="two combined, out of order"),
        pytest.param(
            "1. Acht.\n7. Dit past nergens.\n2. Overal.\n3. Wij.\n4. Ooit.", ["1", "2", "3", "4"], id="in mid-answer"
        ),
        pytest.param("1 en 3. Acht.\n2. Overal.\n4. Ooit.", ["1+3", "2", "4"], id="the next one not answered yet"),
        pytest.param(
            "1/ Acht.\n2/ Er is voor sommige\n1/4. Meer niet.\n3/ Wij.\n4/ Ooit.", ["1", "2", "3", "4"], id="a fraction"
        ),
        pytest.param("De dienst telde acht ladders.", [""], id="no labels at all"),
        pytest.param("1. et 2. Overal acht.\n3. Wij.\n4. Ooit.", ["1+2", "3", "4"], id="et"),
        pytest.param("1. Acht. 2. en 3. Overal.\n4. Ooit.", ["1", "2+3", "4"], id="combined in mid-line"),
        pytest.param("1. Acht.\n2. /\n3. -\n4. n.v.t.", ["1", "2", "3", "4"], id="a dash for an answer"),
        pytest.param(
            "1. Acht.\n2. Zie ook vraag\n3.\n3. Wij.\n4. Ooit.", ["1", "2", "3", "4"], id="a wrapped reference"
        ),
        pytest.param(
            "Wat betreft vraag 1: acht.\nWat vraag 2 betreft, overal.\nBetreft vraag 3: wij.\nAd 4: ooit.",
            ["1", "2", "3", "4"],
            id="words around a label",
        ),
    ],
)
def test_the_labels_of_an_answer(answer: str, labels: list[str]) -> None:
    assert labels_of(ONE_TO_FOUR, answer) == labels


def test_closing_words_belong_to_the_last_part() -> None:
    parts = answered(ONE_TO_FOUR, "1. Acht.\n2. Overal.\n3. De dienst.\n4. Sinds 2001.\n\nIk hoop u zo te dienen.")
    assert parts[-1] == (("4",), "Sinds 2001. Ik hoop u zo te dienen.")


def test_a_number_that_no_question_has_is_text() -> None:
    parts = answered(ONE_TO_FOUR, "1. Acht.\n2. Overal.\n3. De dienst.\n4. Ooit.\n5. En dan nog dit.")
    assert parts[-1] == (("4",), "Ooit. 5. En dan nog dit.")


@pytest.mark.parametrize("outer", ["{}.", "Vraag {}."])
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("length", [2, 3, 4, 5])
@pytest.mark.parametrize("holder", [1, 2, 3, 4])
def test_a_list_inside_a_part_is_its_text(holder: int, length: int, style: str, outer: str) -> None:
    """Whichever part holds it, however long it is and whether or not it looks like the answer's own labels."""
    replies = ["Acht.", "Overal.", "De dienst.", "Ooit."]
    inner = [f"{style.format(number)} soort {number};" for number in range(1, length + 1)]
    replies[holder - 1] = "\n".join(["De soorten zijn:", *inner])
    answer = "\n".join(f"{outer.format(number)} {reply}" for number, reply in enumerate(replies, start=1))
    assert answered(ONE_TO_FOUR, answer) == [
        ((str(number),), " ".join(reply.split())) for number, reply in enumerate(replies, start=1)
    ]


@pytest.mark.parametrize("style", STYLES[1:])
def test_a_list_inside_a_part_answers_no_question_that_has_no_part(style: str) -> None:
    inner = " ".join(f"{style.format(number)} soort {number};" for number in range(1, 5))
    answer = "1. Acht.\n2. De soorten zijn:\n" + inner.replace("; ", ";\n")
    assert answered(ONE_TO_FOUR, answer) == [(("1",), "Acht."), (("2",), f"De soorten zijn: {inner}")]


def test_a_label_that_tears_a_sentence_is_text() -> None:
    """The page's width broke a sentence before a number; the label itself comes later."""
    torn = "De ladders staan in de rivieren en in de beken van de streek die op de kaart het nummer"
    parts = answered(ONE_TO_FOUR, f"1. {torn}\n2. Heeft gekregen.\n2. Overal.\n3. De dienst.\n4. Ooit.")
    assert parts[:2] == [(("1",), f"{torn} 2. Heeft gekregen."), (("2",), "Overal.")]


@pytest.mark.parametrize(
    "torn",
    [
        pytest.param("De dienst die dat doet, besteedt daaraan in een gewoon jaar zowat\n25.000 euro.", id="thousands"),
        pytest.param(
            "De dienst die dat doet, begon daarmee volgens zijn eigen verslag op\n2.12.2022 en stopte.", id="a date"
        ),
        pytest.param("De aantallen per jaar staan hier:\n2\n3\n4", id="cells of a table"),
    ],
)
def test_a_false_friend_in_an_answer_is_text(torn: str) -> None:
    parts = answered(ONE_TO_FOUR, f"1. {torn}\n2. Overal.\n3. De dienst.\n4. Ooit.")
    assert [labels for labels, _ in parts] == [("1",), ("2",), ("3",), ("4",)]
    assert parts[0][1] == " ".join(torn.split())


def test_questions_repeated_as_a_block_are_the_intro() -> None:
    answer = f"{ONE_TO_FOUR}\n\n1. Acht.\n2. Overal.\n3. De dienst.\n4. Sinds 2001."
    parts = answered(ONE_TO_FOUR, answer)
    assert parts == [
        ((), " ".join(ONE_TO_FOUR.split())),
        (("1",), "Acht."),
        (("2",), "Overal."),
        (("3",), "De dienst."),
        (("4",), "Sinds 2001."),
    ]
    text = document(ONE_TO_FOUR, answer)
    assert texts(text, "answer_intro") == [" ".join(ONE_TO_FOUR.split())]


def test_a_question_repeated_inside_a_part_is_that_parts_text() -> None:
    answer = "\n".join(
        f"{line}\n{reply}"
        for line, reply in zip(ONE_TO_FOUR.splitlines(), ["Acht.", "Overal.", "Wij.", "Ooit."], strict=True)
    )
    assert answered(ONE_TO_FOUR, answer) == [
        (("1",), "Hoeveel zijn er? Acht."),
        (("2",), "Waar staan ze? Overal."),
        (("3",), "Wie telt ze? Wij."),
        (("4",), "Sinds wanneer? Ooit."),
    ]


LETTERED = "1. Over ladders:\na) Hoeveel zijn er?\nb) Waar staan ze?\n2. Wie telt ze?"


@pytest.mark.parametrize(
    ("answer", "labels"),
    [
        pytest.param("1. a) Acht.\nb) Overal.\n2. De dienst.", ["1", "1.a", "1.b", "2"], id="letters under a number"),
        pytest.param("1.a) Acht.\n1.b) Overal.\n2. De dienst.", ["1.a", "1.b", "2"], id="the number with each letter"),
        pytest.param("1a. Acht.\n1b. Overal.\n2. De dienst.", ["1.a", "1.b", "2"], id="glued to its number"),
        pytest.param("1.\nA. Acht.\nB. Overal.\n2. De dienst.", ["1", "1.a", "1.b", "2"], id="capital letters"),
        pytest.param("1. Overal acht.\n2. De dienst.", ["1", "2"], id="the number alone"),
        pytest.param("1.a) en b) Overal acht.\n2. De dienst.", ["1.a+1.b", "2"], id="letters together"),
        pytest.param(
            "1.\na) en b) Overal acht.\n2. De dienst.", ["1", "1.a+1.b", "2"], id="letters together, under their number"
        ),
        pytest.param(
            "1. a) Acht.\n1. b) Overal.\n2. De dienst.",
            ["1", "1.a", "1.b", "2"],
            id="the number repeated before a letter",
        ),
        pytest.param("1. (a) Acht.\n(b) Overal.\n2. De dienst.", ["1", "1.a", "1.b", "2"], id="letters in parentheses"),
        pytest.param("1a-b. Overal acht.\n2. De dienst.", ["1.a+1.b", "2"], id="a range of letters"),
        pytest.param("1. b) Overal.\na) Acht.\n2. De dienst.", ["1", "1.b", "1.a", "2"], id="letters out of order"),
    ],
)
def test_letters_in_an_answer(answer: str, labels: list[str]) -> None:
    assert labels_of(LETTERED, answer) == labels


@pytest.mark.parametrize(
    ("answer", "labels"),
    [
        pytest.param("a) Acht.\nb) Overal.", ["1.a", "1.b"], id="letters alone"),
        pytest.param("Vooraf.\na) en b) Overal acht.", ["", "1.a+1.b"], id="letters together, after an intro"),
        pytest.param("1. a) Acht.\nb) Overal.", ["1", "1.a", "1.b"], id="the number is there"),
        pytest.param("1. Overal acht.", ["1"], id="the number alone"),
    ],
)
def test_letters_take_the_number_of_a_question_with_a_single_one(answer: str, labels: list[str]) -> None:
    assert labels_of("1. Graag een overzicht van:\na) de ladders;\nb) de plaatsen.", answer) == labels


def test_letters_that_nobody_asked_for_take_the_single_number_too() -> None:
    assert labels_of("1. Wat is er gebeurd?", "a) Ladders werden geveegd.\nb) Er werd geteld.") == ["1.a", "1.b"]


def test_a_number_that_the_member_left_out_is_nobodys_turn() -> None:
    """After 2 comes 4 where there is no 3, however it is printed."""
    parts = labels_of(
        "1. Hoeveel zijn er?\n2. Waar staan ze?\n4. Wie telt ze?\n5. Sinds wanneer?",
        "Op vraag 1: Acht.\nWat betreft vraag 2, ze staan overal.\nDeelvraag 4. De dienst.\nBetreft vraag 5:\nOoit.",
    )
    assert parts == ["1", "2", "4", "5"]


def test_an_answer_may_have_letters_that_no_question_has() -> None:
    parts = answered(
        "1. Hoeveel zijn er?\n2. Waar staan ze?", "1. Er zijn er:\na) acht grote;\nb) tien kleine.\n2. Overal."
    )
    assert [labels for labels, _ in parts] == [("1",), ("1.a",), ("1.b",), ("2",)]


@pytest.mark.parametrize(
    ("body", "answer", "labels"),
    [
        pytest.param(
            "I. Hoeveel zijn er?\nII. Waar staan ze?",
            "1. Acht.\n2. Overal.",
            ["1", "2"],
            id="Roman asked, Arabic answered",
        ),
        pytest.param(
            "1. Hoeveel zijn er?\n2. Waar staan ze?",
            "I. Acht.\nII. Overal.",
            ["1", "2"],
            id="Arabic asked, Roman answered",
        ),
        pytest.param(
            "a) Hoeveel zijn er?\nb) Waar staan ze?", "A. Acht.\nB. Overal.", ["a", "b"], id="letters in another case"
        ),
        pytest.param(
            "1.1 Hoeveel zijn er?\n1.2 Waar staan ze?\n2.1 Wie?\n2.2 Sinds wanneer?",
            "1.1. Acht.\n1.2. Overal.\n2.1. Wij.\n2.2. Ooit.",
            ["1.1", "1.2", "2.1", "2.2"],
            id="dotted numbers",
        ),
    ],
)
def test_both_sides_meet_in_the_written_form(body: str, answer: str, labels: list[str]) -> None:
    assert labels_of(body, answer) == labels


def test_a_combined_label_is_written_as_a_list_of_labels() -> None:
    part = parse(document(ONE_TO_FOUR, "1. Acht.\n2-4. Overal.")).answer_parts[1]
    assert part.labels == ("2", "3", "4")
    assert part.sub_question_positions == (2, 3, 4)
    assert [
        label for kind, label, _ in pieces(document(ONE_TO_FOUR, "1. Acht.\n2-4. Overal.")) if kind == "answer_part"
    ] == [
        "1",
        "2,3,4",
    ]


def test_a_range_runs_over_the_letters_of_a_number() -> None:
    body = "1. Over ladders:\na) Hoeveel?\nb) Waar?\nc) Waarom?\n2. Wie telt ze?"
    assert labels_of(body, "1.a-c) Acht.\n2. De dienst.") == ["1.a+1.b+1.c", "2"]


REPLIES = [
    "Er zijn er acht.",
    "Ze staan overal.",
    "De dienst telt ze.",
    "Dat was ooit.",
    "Neen.",
    "Wellicht wel.",
    "Ja.",
]


def body_of(length: int) -> str:
    return "\n".join(f"{number}. Hoe zit het met ladder {chr(64 + number)}?" for number in range(1, length + 1))


@given(st.permutations(range(1, 6)), st.sampled_from(["{}.", "{})", "{}/", "{}°", "Vraag {}:"]))
@settings(max_examples=60)
def test_labels_count_in_any_order(order: list[int], style: str) -> None:
    """Each is the label of a sub-question that no part has answered yet, in the style of its neighbours."""
    answer = "\n".join(f"{style.format(number)} {REPLIES[number]}" for number in order)
    assert answered(body_of(5), answer) == [((str(number),), REPLIES[number]) for number in order]


@st.composite
def groups(draw: st.DrawFn) -> tuple[list[list[int]], str]:
    """The numbers 1 to n as runs, and an answer that prints each run in a notation of its own."""
    length = draw(st.integers(2, 9))
    cuts = sorted(draw(st.sets(st.integers(2, length), max_size=length)))
    runs = [
        list(range(first, stop)) for first, stop in zip([1, *cuts], [*cuts, length + 1], strict=True) if first < stop
    ]
    lines = []
    for run in runs:
        first, last = run[0], run[-1]
        if len(run) == 1:
            label = f"{first}."
        else:
            label = draw(
                st.sampled_from(
                    [
                        f"{first}-{last}.",
                        f"{first} t.e.m. {last}.",
                        f"{first} t/m {last}.",
                        f"{first} tot en met {last}:",
                        f"Vragen {first} tot {last}\n",
                        ", ".join(map(str, run)) + ".",
                        "., ".join(map(str, run[:-1])) + f". en {last}.",
                        "°, ".join(map(str, run[:-1])) + f"° en {last}°",
                        ", ".join(map(str, run[:-1])) + f" en {last}.",
                    ]
                )
            )
        lines.append(f"{label} {draw(st.sampled_from(REPLIES))}")
    return runs, "\n".join(lines)


@given(groups())
@settings(max_examples=80)
def test_questions_answered_together_in_any_notation(case: tuple[list[list[int]], str]) -> None:
    runs, answer = case
    found = answered(body_of(runs[-1][-1]), answer)
    assert [labels for labels, _ in found] == [tuple(map(str, run)) for run in runs]


# ---------------------------------------------------------------------------------------------- harder evidence


def test_a_repeated_question_may_lack_the_closing_words_of_the_member() -> None:
    body = "1. Hoeveel ladders zijn er in de Leie?\n2. Wie telt ze elk jaar? Ik dank de minister bij voorbaat."
    block = "U vraagt het volgende:\n1. Hoeveel ladders zijn er in de Leie?\n2. Wie telt ze elk jaar?\nIk antwoord zo."
    assert labels_of(body, f"{block}\n1. Er zijn er acht.\n2. De dienst.") == ["", "1", "2"]


def test_a_list_after_a_colon_is_no_answer_out_of_order() -> None:
    body = "\n".join(f"{number}. Hoeveel ladders zijn er in de {number}e sluis?" for number in range(1, 7))
    answer = (
        "4. Dat zijn er acht.\nVragen 5 en 6 Daarbij tellen:\n1° ladders die werden geveegd;\n2° het aantal sluizen;\n"
        "3° de vissen;\n4° de samenwerking."
    )
    assert labels_of(body, answer) == ["4", "5+6"]


def test_a_repeated_request_may_lack_what_follows_its_first_sentence() -> None:
    request, question = "1. Graag een overzicht van de ladders nr. 3 in de Leie.", "2. Wie telt de ladders elk jaar?"
    body, block = f"{request} Dat helpt de vissers.\n{question}", f"{request}\n{question}"
    assert labels_of(body, f"{block}\n1. Er zijn er acht.\n2. De dienst.") == ["", "1", "2"]


def test_answers_together_may_follow_the_block_of_repeated_questions() -> None:
    body = "1.a) Hoeveel ladders zijn er?\n1.b) Waar staan die ladders?\n2. Wie telt ze elk jaar?"
    assert labels_of(body, f"{body}\nDaarop antwoord ik.\n1.a) en b) Acht, in de Leie.\n2. De dienst.") == [
        "",
        "1.a+1.b",
        "2",
    ]


def test_a_new_style_after_a_gap_is_believed_where_the_count_goes_on_in_it() -> None:
    """Out of order "in the style of its neighbours": those that follow are neighbours too."""
    assert labels_of(ONE_TO_FOUR, "1) Acht.\n3. De dienst.\n4. Sinds 2001.") == ["1", "3", "4"]
    assert labels_of(ONE_TO_FOUR, "1) Acht.\n3. Dat is zo.") == ["1"], "a lone one is not"


def test_numbers_inside_a_sentence_are_text_wherever_a_wrap_puts_them() -> None:
    answer = "Dat kan indien\n1) de ladder nat is, 2) de sluis open staat of\n3) het water stijgt."
    assert labels_of(ONE_TO_FOUR, answer) == [""]


def test_a_torn_label_that_repeats_its_question_is_one() -> None:
    """The last cell of a table stands before it, and ends no sentence."""
    flat = " ".join(document(ONE_TO_FOUR, "4. Sinds 2001: Gent 12 2. Waar staan ze? In de Leie. 1. Acht.").split())
    assert [one.labels for one in parse(flat).answer_parts] == [("4",), ("2",), ("1",)]


def test_a_cell_that_reads_like_a_dotted_label_is_text() -> None:
    assert labels_of(ONE_TO_FOUR, "1. Acht:\nPlaats\nAandeel\n1\n1.1\n2\n2.4\n2. In de Leie.") == ["1", "2"]


def test_a_number_whose_letters_stand_on_lines_of_their_own_does_not_go_on_small() -> None:
    body = "1. Hoeveel?\n2. Over ladders:\na) Waar?\nb) Wie telt ze?"
    assert labels_of(body, "1.\nAcht.\n\n2.\n\na)\nIn de Leie.\n\nb)\nDe dienst.") == ["1", "2", "2.a", "2.b"]


LETTERED = "1. Hoeveel paden zijn er:\na) in bos;\nb) in duin?\n2. Waarom?"


def test_letters_in_brackets_are_answered_together() -> None:
    assert labels_of(LETTERED, "1 (a en b). Veertig en zeven.\n2. Daarom.") == ["1.a+1.b", "2"]


def test_a_question_that_is_repeated_with_its_letters_is_text() -> None:
    """The letters after it that are not the question's words are the answer's."""
    answer = "1. Hoeveel paden zijn er:\na) in bos;\nb) in duin?\na) Veertig.\nb) Zeven.\n2. Daarom."
    assert answered(LETTERED, answer) == [
        (("1",), "Hoeveel paden zijn er: a) in bos; b) in duin?"),
        (("1.a",), "Veertig."),
        (("1.b",), "Zeven."),
        (("2",), "Daarom."),
    ]
