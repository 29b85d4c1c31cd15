"""What holds for any text at all. `make fuzz` goes on for longer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from corpus.any_text import ANY_TEXT, SAMPLE_TEXTS, mixtures
from corpus.laws import check, told_by
from tests.transform.documents import parse

EXAMPLES = {"mixtures of pieces": 1_000, "any characters": 300}
FEWER_EXAMPLES = 200
FEWEST_EXAMPLES = 15


@pytest.mark.parametrize(
    ("name", "examples"),
    [
        *(pytest.param(name, FEWEST_EXAMPLES, id=f"{name}, a few") for name in ANY_TEXT),
        *(
            pytest.param(name, EXAMPLES.get(name, FEWER_EXAMPLES), marks=pytest.mark.slow, id=f"{name}, many")
            for name in ANY_TEXT
        ),
    ],
)
def test_the_laws_hold(name: str, examples: int) -> None:
    """The segments tile the text, nothing is raised, and the rows agree with each other."""

    @given(ANY_TEXT[name]())
    @settings(max_examples=examples)
    def holds(text: str) -> None:
        check(text)

    holds()


@pytest.mark.parametrize("text", SAMPLE_TEXTS.values(), ids=SAMPLE_TEXTS)
def test_the_laws_hold_for_the_samples(text: str) -> None:
    check(text)


@given(mixtures())
@settings(max_examples=60)
def test_line_ends_do_not_matter_in_any_mixture(text: str) -> None:
    plain = text.replace("\r\n", "\n")
    assert told_by(parse(plain.replace("\n", "\r\n"))) == told_by(parse(plain))
