"""Whether doubt is told: what damage does to a document, and how doubt is counted."""

from __future__ import annotations

from random import Random

import pytest

from corpus.annotations import squash
from corpus.generator.generate import generate
from corpus.scoring.doubt import DAMAGES, RUNNING, counted, damaged
from corpus.scoring.figures import DOUBT, committed

SEED = 7


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_loses_line_ends_of_running_text_and_nothing_else(name: str) -> None:
    for number in range(20):
        annotation = generate(SEED, number).annotation
        text = damaged(annotation, DAMAGES[name], Random(number))
        assert squash(text) == squash(annotation.text)
        assert text.count("\n") <= annotation.text.count("\n")
        for stretch in annotation.stretches:
            assert stretch.kind in RUNNING or stretch.text in text


def test_documents_are_counted_with_and_without_doubt() -> None:
    measured = [(True, False), (True, False), (False, True), (True, True), (False, False)]
    assert counted(measured) == {"doubtful": [1, 2], "certain": [2, 3]}


def test_doubt_tells_wrong_documents_from_right_ones() -> None:
    """Of the damaged documents with doubt hardly one is right, of those without most are."""
    for name, of in committed()[DOUBT].items():
        (doubtful, of_doubtful), (certain, of_certain) = of["doubtful"], of["certain"]
        assert doubtful < 0.1 * of_doubtful, name
        assert certain > 0.6 * of_certain, name
        assert of_doubtful > 0.5 * (of_doubtful + of_certain - doubtful - certain), name
