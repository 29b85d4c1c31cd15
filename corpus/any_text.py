"""Texts for the laws that hold for any text: mixtures of what documents are made of, documents that were damaged, that
stand in one file, or that another tool dumped."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from hypothesis import strategies as st

from corpus.annotations import SAMPLES
from corpus.generator.generate import generate
from corpus.headings import ANSWER_HEADER, NOTICE, QUESTION_HEADER
from corpus.hostile import SHAPES
from corpus.rewrites.catalogue import REWRITES
from corpus.rewrites.structure import structure_of
from extract.decoding import decode
from records import RawDocument
from transform.parse import parse_document

SAMPLE_TEXTS = {path.stem: decode(path.read_bytes()).text for path in sorted(SAMPLES.rglob("*.txt"))}
"""The decoded text of each file of the samples, by its name."""
SEED = 20
"""The seed of the generated documents that are damaged; which of them is drawn."""
FRAGMENTS = [
    *QUESTION_HEADER.splitlines(),
    *ANSWER_HEADER.splitlines(),
    QUESTION_HEADER,
    ANSWER_HEADER,
    " ".join(f"{QUESTION_HEADER} Visladders - Onderhoud".split()),
    " ".join(ANSWER_HEADER.split()),
    "Visladders  -  Onderhoud",
    "GECOÖRDINEERD ANTWOORD",
    NOTICE,
    "Deze vraag werd ook gesteld aan minister",
    "Er staan visladders in de Leie, en volgens de dienst ook in de beken die daarin uitmonden, zoals",
    "Hoeveel zijn het er?",
    "het decreet van 28 oktober 2022",
    "artikel 6.5.5 § 2 van het Energiebesluit",
    "zie antwoord op vraag 1",
    "25.000 euro",
    "1.12.2022",
    *("1.", "2.", "3.", "1)", "2)", "a)", "b)", "c)", "i)", "ii)", "I.", "II.", "1.1", "1.2", "1.a)", "2. a) Hoe?"),
    *("1 en 2.", "1-3.", "a) en b)", "Vraag 1", "Vragen 1 tot 3", "1", "2", "12.", "1. 1.", "2.2.", "1/4.", "1.1.1"),
    *("[1]", "[1] Zie de nota.", "nat.[1]", "gevel1 in", "1 Zie de nota.", "2 https://ladders.example/", "ETS1", "²"),
    *("https://ladders.example/lijst-", "2022.pdf", "sociaal-", "economische", "rivier-", "en zeevis"),
    *("- aal", "•", "o", "2024,", "de", "BIJLAGE", "Pagina 1 van 2", "Vlaams Parlement", "…", "\u00ad", "\x1c"),
    *(
        "(",
        ")",
        "((",
        "“",
        "?",
        "VRAGEN",
        "ANTWOORDEN",
        "text:",
        "aan",
        "van",
        "\u2028",
        "\x85",
        "e\u0301",
        "\U0001f41f",
    ),
]
GAPS = ["\n", "\n", "\n", " ", "\n\n", "\n\f", "\f", " \n", "", "  ", "\r\n"]


def any_text() -> st.SearchStrategy[str]:
    """Any characters at all."""
    return st.text(max_size=300)


@st.composite
def mixtures(draw: st.DrawFn) -> str:
    """What documents are made of, in any order and with any white space between."""
    words = draw(st.lists(st.sampled_from(FRAGMENTS), max_size=24))
    headed = draw(st.booleans())
    text = f"{QUESTION_HEADER}\nVisladders  -  Onderhoud\n\n" if headed else ""
    for word in words:
        text += word + draw(st.sampled_from(GAPS))
    return text


@lru_cache(maxsize=500)
def _generated(number: int) -> str:
    return generate(SEED, number).raw_text


def documents() -> st.SearchStrategy[str]:
    """A sample, or a generated document."""
    return st.one_of(
        st.sampled_from([one for one in SAMPLE_TEXTS.values() if one]),
        st.integers(0, 10_000).map(_generated),
    )


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A document with some stretches lost, doubled, moved, or with something else put between."""
    text = draw(documents())
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 400)))
        change = draw(st.sampled_from(list(CHANGES)))
        text = CHANGES[change](draw, text, start, end)
    return text


def _move(draw: st.DrawFn, text: str, start: int, end: int) -> str:
    rest = text[:start] + text[end:]
    at = draw(st.integers(0, len(rest)))
    return rest[:at] + text[start:end] + rest[at:]


def _double(draw: st.DrawFn, text: str, start: int, end: int) -> str:
    at = draw(st.integers(0, len(text)))
    return text[:at] + text[start:end] + text[at:]


def _insert(draw: st.DrawFn, text: str, start: int, end: int) -> str:
    return text[:start] + draw(st.sampled_from(FRAGMENTS)) + draw(st.sampled_from(GAPS)) + text[start:]


def _other_line_ends(draw: st.DrawFn, text: str, start: int, end: int) -> str:
    ends = draw(st.sampled_from(["\r\n", " ", "\n\n", "", "\f", "\r"]))
    return text[:start] + text[start:end].replace("\n", ends) + text[end:]


def _cut_short(draw: st.DrawFn, text: str, start: int, end: int) -> str:
    return text[start:] if draw(st.booleans()) else text[:end]


CHANGES: dict[str, Callable[[st.DrawFn, str, int, int], str]] = {
    "lose": lambda draw, text, start, end: text[:start] + text[end:],
    "double": _double,
    "move": _move,
    "insert": _insert,
    "other line ends": _other_line_ends,
    "cut short": _cut_short,
}


@st.composite
def concatenations(draw: st.DrawFn) -> str:
    """Several documents in one file, whole, damaged or cut short."""
    parts = draw(st.lists(st.one_of(documents(), damaged()), min_size=2, max_size=4))
    return draw(st.sampled_from(["", "\n", "\n\n", "\f", " "])).join(parts)


@st.composite
def rewritten(draw: st.DrawFn) -> str:
    """A generated document in another dump, sometimes damaged after that."""
    one = generate(SEED, draw(st.integers(0, 10_000)))
    raw = RawDocument("proef.txt", 0, "", "utf-8", one.raw_text)
    structure = None if one.layout.flat else structure_of(one.annotation, parse_document(raw))
    if structure is None:
        return one.raw_text
    other = REWRITES[draw(st.sampled_from(list(REWRITES)))](raw, structure)
    text = other.text if other else one.raw_text
    start = draw(st.integers(0, len(text)))
    change = draw(st.sampled_from([None, *CHANGES]))
    return CHANGES[change](draw, text, start, min(len(text), start + 200)) if change else text


@st.composite
def hostile(draw: st.DrawFn) -> str:
    """A text that repeats what costs most (`corpus.hostile`), damaged somewhere."""
    text = SHAPES[draw(st.sampled_from(list(SHAPES)))](draw(st.integers(1, 60)))
    return _insert(draw, text, draw(st.integers(0, len(text))), 0)


ANY_TEXT: dict[str, Callable[[], st.SearchStrategy[str]]] = {
    "any characters": any_text,
    "mixtures of pieces": mixtures,
    "damaged documents": damaged,
    "several documents": concatenations,
    "documents in other dumps": rewritten,
    "hostile repetitions": hostile,
}
"""The strategies by what they give."""
