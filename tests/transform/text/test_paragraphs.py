"""Running text: wraps, hyphens, URLs, bullets and blank lines (anatomy.md, Text columns)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transform.documents import lines_of
from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.lines.lines import Line
from transform.lines.page import UNWRAPPED, Page
from transform.text import paragraphs as module
from transform.text import running as running_module
from transform.text.hyphens import Vocabulary
from transform.text.running import running_text
from transform.text.stretches import Stretch, stretch_of

EXAMPLES: Examples = {
    "SPACED_DASH": [("dat – tot op heden", "–"), ("– dan", "–"), ("zo –", "–")],
    "RUNNING_FIGURE": [
        ("10 jaar of langer", "10 jaar o"),
        ("7% is de", "7% is d"),
        ("2/3 van de", "2/3 van d"),
        ("8. De", "8. De"),
    ],
    "FIRST_NAME_AT_END": [("door mevrouw Greet", "mevrouw Greet"), ("minister Jan-Baptist", "minister Jan-Baptist")],
    "SURNAME": [("Maesen, Vlaams minister", "Maesen,"), ("Maesen op", "Maesen o")],
}


RUNNING_EXAMPLES: Examples = {
    "WORD": [("de sluis", "de")],
}


@pytest.mark.parametrize(
    ("pattern", "text", "part"), [*each_example(module, EXAMPLES), *each_example(running_module, RUNNING_EXAMPLES)]
)
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)
    assert pattern_constants(running_module) == set(RUNNING_EXAMPLES)


WIDE = 60
PAGE = Page(WIDE, WIDE - 6)


def stretched(lines: Sequence[Line]) -> list[Stretch]:
    """Each line as a stretch of its own; a form feed interrupts."""
    return [stretch_of(line, line.start, line.end, interrupted=line.page_before) for line in lines]


def running(text: str, elsewhere: str = "", page: Page = PAGE) -> str:
    """The running text of lines, in a document that has the words of `elsewhere` too. A form feed interrupts."""
    lines = lines_of(text)
    vocabulary = Vocabulary([*lines, *lines_of(elsewhere)])
    stretches = stretched(lines)
    return running_text(stretches, (), vocabulary, page)[0]


FULL = "De visladders in de rivieren van deze streek worden elk jaar"
"""A line as wide as the page."""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(f"{FULL}\ngeveegd en nagekeken.", f"{FULL} geveegd en nagekeken.", id="a wrap becomes a blank"),
        pytest.param(f"{FULL}  \n   geveegd.", f"{FULL} geveegd.", id="white space around a wrap is one blank"),
        pytest.param("De ladder  is\tnat.", "De ladder is nat.", id="runs of white space are one blank"),
        pytest.param("Dit is zo.\n\nDat ook.", "Dit is zo.\nDat ook.", id="a blank line separates paragraphs"),
        pytest.param("Dit is zo.\n\n\n\nDat ook.", "Dit is zo.\nDat ook.", id="several blank lines are one separation"),
        pytest.param(
            "Dit is zo.\nDat ook.", "Dit is zo.\nDat ook.", id="a short line that ends a sentence ends a paragraph"
        ),
        pytest.param(f"{FULL}\n\ngeveegd.", f"{FULL} geveegd.", id="a blank line in mid-sentence makes no paragraph"),
        pytest.param(
            "Er zijn ladders in de\n\nLeie en in de Maas.",
            "Er zijn ladders in de Leie en in de Maas.",
            id="a blank line after an article makes no paragraph",
        ),
        pytest.param(
            "Soorten\n- riviervis\n- zeevis", "Soorten\n- riviervis\n- zeevis", id="bullets begin paragraphs and stay"
        ),
        pytest.param(
            "Soorten:\n•\nriviervis\n•\nzeevis", "Soorten:\n• riviervis\n• zeevis", id="a bullet torn from its text"
        ),
        pytest.param(
            f"- {FULL}\ngeveegd\n- zeevis", f"- {FULL} geveegd\n- zeevis", id="a bullet's text over two lines"
        ),
        pytest.param(
            f"{FULL[:50]} nat.\n1) geveegd en nagekeken",
            f"{FULL[:50]} nat.\n1) geveegd en nagekeken",
            id="a list in the text",
        ),
        pytest.param(
            f"- {FULL[:70]};\n- {FULL[:73]}.\nDaarna volgt nog een zin.",
            f"- {FULL[:70]};\n- {FULL[:73]}.\nDaarna volgt nog een zin.",
            id="a full stop ends a list whose points end with semicolons, though it fills its line",
        ),
        pytest.param("", "", id="no text"),
    ],
)
def test_a_paragraph_is_one_line(text: str, wanted: str) -> None:
    assert running(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Ik had graag een overzicht van de cijfers voor de jaren\n2024, \n2023, \n2022.",
            "Ik had graag een overzicht van de cijfers voor de jaren 2024, 2023, 2022.",
            id="years with commas",
        ),
        pytest.param(
            "de \nladders \nin \nde \nLeie \nen \nMaas.",
            "de ladders in de Leie en Maas.",
            id="words of a sentence",
        ),
        pytest.param(
            "Nu\nworden\nde\nladders\n-\nalle acht in de Leie - geveegd.",
            "Nu worden de ladders - alle acht in de Leie - geveegd.",
            id="a dash alone on its line sets something apart",
        ),
        pytest.param(
            "Er zijn van deze dingen:\n-\nde\nladder\nvan\nhier\n-\nde\nsluis\nvan\nginds",
            "Er zijn van deze dingen:\n- de ladder van hier\n- de sluis van ginds",
            id="a bullet alone on its line begins a point",
        ),
    ],
)
def test_a_line_justified_to_one_word_per_line_is_one_paragraph(text: str, wanted: str) -> None:
    assert running(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Dat zal gebeuren door mevrouw Greet\nMaesen, Vlaams minister van Jeugd.",
            "Dat zal gebeuren door mevrouw Greet Maesen, Vlaams minister van Jeugd.",
            id="a first name and a surname",
        ),
        pytest.param(
            "Een vraag aan minister Maesen\nDe ladders zijn nat.",
            "Een vraag aan minister Maesen\nDe ladders zijn nat.",
            id="a heading, and a sentence after it",
        ),
    ],
)
def test_a_name_is_one_though_no_page_tore_it(text: str, wanted: str) -> None:
    assert running(text, page=UNWRAPPED) == wanted


def test_the_cells_of_a_table_stay_apart() -> None:
    table = "Provincie\nAantal\nLimburg\n12\nAntwerpen\n8"
    assert running(f"De tabel:\n{table}") == f"De tabel:\n{table}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(f"{FULL}\n\f\ngeveegd.", f"{FULL} geveegd.", id="in mid-sentence"),
        pytest.param(f"{FULL}\n\n\f\n\nOpperman keek.", f"{FULL} Opperman keek.", id="in mid-sentence, before a name"),
        pytest.param(
            "De ladder is nat.\n\f\nHet water stijgt.", "De ladder is nat.\nHet water stijgt.", id="between paragraphs"
        ),
        pytest.param("Soorten:\n- riviervis\n\f\n- zeevis", "Soorten:\n- riviervis\n- zeevis", id="between bullets"),
    ],
)
def test_a_page_break_makes_no_paragraph_of_its_own(text: str, wanted: str) -> None:
    assert running(text) == wanted


# Each text breaks a word at a line end; `elsewhere` is what the rest of the document has.
@pytest.mark.parametrize(
    ("text", "elsewhere", "wanted"),
    [
        pytest.param(
            "een subsidie-\nbedrag", "het subsidiebedrag", "een subsidiebedrag", id="written in one elsewhere"
        ),
        pytest.param("een subsidie-\nbedrag", "subsidiebedragen", "een subsidiebedrag", id="a longer form elsewhere"),
        pytest.param("van asbest-\nattesten", "een asbestattest", "van asbestattesten", id="a shorter form elsewhere"),
        pytest.param("Een Subsidie-\nbedrag", "SUBSIDIEBEDRAG", "Een Subsidiebedrag", id="case makes no difference"),
        pytest.param("een subsidie-\nbedrag", "", "een subsidie-bedrag", id="no evidence: the hyphen stays"),
        pytest.param(
            "een sociaal-\neconomische raad",
            "de sociaal-economische raad",
            "een sociaal-economische raad",
            id="written with a hyphen elsewhere",
        ),
        pytest.param("een LEZ-\nbijdrageregeling", "", "een LEZ-bijdrageregeling", id="after capitals"),
        pytest.param("Oost-\nVlaanderen", "Oostvlaanderen", "Oost-Vlaanderen", id="before a capital"),
        pytest.param("COVID-\n19", "", "COVID-19", id="before figures"),
        pytest.param("onderzoeks- \nen ontwikkeling", "", "onderzoeks- en ontwikkeling", id="hanging before en"),
        pytest.param("rivier-\nof zeevis", "", "rivier- of zeevis", id="hanging before of"),
        pytest.param("in- en uit-\nen doorvoer", "", "in- en uit- en doorvoer", id="hanging twice"),
        pytest.param("een sub\u00ad\nsidie", "", "een subsidie", id="a soft hyphen always goes"),
        pytest.param(
            "een energie-\nprestatie",
            "energie-\nprestatie",
            "een energie-prestatie",
            id="another broken word is no evidence",
        ),
    ],
)
def test_a_hyphen_at_a_line_end(text: str, elsewhere: str, wanted: str) -> None:
    assert running(text, elsewhere) == wanted


def test_a_hyphen_in_mid_line_stays() -> None:
    assert running("een sociaal-economische raad", "de sociaaleconomische raad") == "een sociaal-economische raad"


def test_a_url_that_a_line_end_broke_is_joined() -> None:
    assert (
        running("zie https://ladders.example/lijst-\n2022.pdf voor meer")
        == "zie https://ladders.example/lijst-2022.pdf voor meer"
    )


@pytest.mark.parametrize(
    ("text", "marker", "wanted"),
    [
        pytest.param("In de gemeente.[1] Daarna", "[1]", "In de gemeente. Daarna", id="in brackets"),
        pytest.param("De gevel1 in de sector", "1", "De gevel in de sector", id="glued to a word"),
        pytest.param("De gemeente [2]. Daarna", " [2]", "De gemeente. Daarna", id="with the blank before it"),
    ],
)
def test_markers_leave_the_text(text: str, marker: str, wanted: str) -> None:
    at = text.index(marker)
    stretch = Stretch(0, len(text), text)
    assert running_text([stretch], [(at, at + len(marker))], Vocabulary([]), UNWRAPPED)[0] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("De ladder is nat.\n[1]\nDat is zo.", "De ladder is nat.\nDat is zo.", id="between sentences"),
        pytest.param("De ladder is nat\n[1]\nen oud.", "De ladder is nat en oud.", id="in mid-sentence"),
    ],
)
def test_a_marker_alone_on_its_line_leaves_nothing(text: str, wanted: str) -> None:
    lines = lines_of(text)
    stretches = stretched(lines)
    marker = (lines[1].start, lines[1].end)
    assert running_text(stretches, [marker], Vocabulary(lines), PAGE)[0] == wanted


def test_a_character_knows_its_raw_offset() -> None:
    text = f"  {FULL}\n   geveegd-  \nen nagekeken."
    lines = lines_of(text)
    stretches = stretched(lines)
    told, offsets = running_text(stretches, (), Vocabulary(lines), PAGE)
    assert told == f"{FULL} geveegd- en nagekeken."
    assert len(offsets) == len(told)
    assert all(
        text[at] == char or (text[at].isspace() and char.isspace()) for char, at in zip(told, offsets, strict=True)
    )


@given(
    st.lists(st.text(alphabet="ab-.,:/ •1\u00ad", min_size=1, max_size=12), max_size=8),
    st.sampled_from([UNWRAPPED, Page(8, 7), Page(40, 40)]),
)
@settings(max_examples=120)
def test_no_character_is_lost_but_hyphens(parts: list[str], page: Page) -> None:
    """Undoing wraps changes white space and takes hyphens away, and nothing else; offsets rise."""
    text = "\n".join(parts)
    lines = lines_of(text)
    stretches = stretched(lines)
    told, offsets = running_text(stretches, (), Vocabulary(lines), page)
    kept = re.sub(r"[\s\-\u00ad]", "", told)
    assert kept == re.sub(r"[\s\-\u00ad]", "", text)
    assert told == told.strip()
    assert "\n\n" not in told
    assert list(offsets) == sorted(set(offsets))
    assert len(offsets) == len(told)


# ---------------------------------------------------------------------------------------------- figures


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "gezinnen die er toen\n10 jaar of langer waren", "gezinnen die er toen 10 jaar of langer waren", id="words"
        ),
        pytest.param(
            "Gent 3, en Brugge\n8. De rest niet.", "Gent 3, en Brugge 8. De rest niet.", id="a sentence's end"
        ),
        pytest.param(
            "Te doen in Gent:\n1. tellen\n2. vegen",
            "Te doen in Gent:\n1. tellen\n2. vegen",
            id="the labels of a list are no figures",
        ),
        pytest.param(
            "Dat ging om\n7,9 miljoen euro.", "Dat ging om 7,9 miljoen euro.", id="a word that nothing ends with"
        ),
        pytest.param("Het aantal\n2022\n12", "Het aantal\n2022\n12", id="cells"),
        pytest.param(
            "- een sluis in Gent\n4 sluizen waren dicht.",
            "- een sluis in Gent\n4 sluizen waren dicht.",
            id="after a point",
        ),
    ],
)
def test_a_sentence_goes_on_with_a_figure_that_words_follow(text: str, wanted: str) -> None:
    assert running(text) == wanted


def test_a_figure_goes_on_over_a_page() -> None:
    assert (
        running("Voor de overige ladders is\n\f7% van de treden nat.")
        == "Voor de overige ladders is 7% van de treden nat."
    )


def test_a_line_is_as_wide_as_it_is_printed_with_its_markers() -> None:
    """Without its marker the line would leave room for the next word, and a paragraph would end."""
    line = "De ladders[1] in de Leie zijn elk jaar geveegd en nageteld."
    lines = lines_of(f"{line}\nDat blijft zo.")
    stretches = stretched(lines)
    at = line.index("[1]")
    told = running_text(stretches, [(at, at + 3)], Vocabulary(lines), Page(60, 60))[0]
    assert told == f"{line.replace('[1]', '')} Dat blijft zo."


NARROW = Page(40, 40, is_rewrapped=True, parts_items=True)
"""The page of a text that was wrapped at 60 characters and then at 40, with blank lines between its paragraphs."""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Er zijn al jaren ladders bij de Vlaamse\nDienst Sluizen.\n\nDat is zo.",
            "Er zijn al jaren ladders bij de Vlaamse Dienst Sluizen.\nDat is zo.",
            id="what is left over goes on with a capital",
        ),
        pytest.param(
            "Er zijn al jaren ladders in de rivieren\nvan hier. Volgens de\nDienst zijn het er acht.",
            "Er zijn al jaren ladders in de rivieren van hier. Volgens de Dienst zijn het er acht.",
            id="a line that is short because the one before was full ends nothing",
        ),
        pytest.param(
            "Er zijn al jaren ladders in de rivieren\nvan hier.\nDe dienst telde er acht.",
            "Er zijn al jaren ladders in de rivieren van hier. De dienst telde er acht.",
            id="nor does one that ends a sentence, where blank lines part the paragraphs",
        ),
        pytest.param(
            "Er zijn al jaren ladders in de rivieren\nvan hier:\n- acht in de Leie",
            "Er zijn al jaren ladders in de rivieren van hier:\n- acht in de Leie",
            id="a bullet begins a paragraph",
        ),
    ],
)
def test_text_that_was_wrapped_twice(text: str, wanted: str) -> None:
    assert running(text, page=NARROW) == wanted
