"""The page of figures: what counts as a loss, and what is written."""

from __future__ import annotations

import pytest

from corpus.scoring.figures import (
    CITATIONS,
    DOUBT,
    FIGURES,
    GROUPS,
    Group,
    as_text,
    committed,
    gains_and_losses,
    unexplained,
)
from corpus.scoring.measures import HEADER, MEASURES, PAIRS, WHOLE, Score
from corpus.scoring.page import PAGE, page


def listing(missed: dict[str, dict[str, int]], changed: dict[str, list[str]]) -> dict[str, object]:
    return {"missed": missed, "changed": changed}


@pytest.mark.parametrize(
    ("before", "now", "worse"),
    [
        pytest.param({}, {"a": {PAIRS: 1}}, True, id="a document that was right"),
        pytest.param({"a": {PAIRS: 1}}, {"a": {PAIRS: 2}}, True, id="one miss more"),
        pytest.param({"a": {PAIRS: 2}}, {"a": {PAIRS: 1, HEADER: 1}}, True, id="fewer in one measure, more in another"),
        pytest.param({"a": {PAIRS: 2}}, {"a": {PAIRS: 1}}, False, id="one miss fewer"),
        pytest.param({"a": {PAIRS: 2}}, {}, False, id="right now"),
    ],
)
def test_a_loss_is_a_document_with_more_misses(
    before: dict[str, dict[str, int]], now: dict[str, dict[str, int]], worse: bool
) -> None:
    """In any measure: a gain elsewhere does not make up for it."""
    gains, losses = gains_and_losses("generated", listing(before, {}), listing(now, {}))
    assert (len(gains), len(losses)) == ((0, 1) if worse else (1, 0))
    assert [*gains, *losses][0].startswith("generated/a: ")


def test_a_rewrite_that_begins_to_change_tables_is_a_loss() -> None:
    before, now = listing({}, {"a": ["CRLF"]}), listing({}, {"a": ["CRLF", "flattened"]})
    assert gains_and_losses("samples", before, now)[1]
    assert gains_and_losses("samples", now, before)[0]
    assert gains_and_losses("samples", now, now) == ([], [])


def test_a_document_that_was_wrong_cannot_lose_a_rewrite() -> None:
    """Only right documents are rewritten; the first figure of a new one is no loss."""
    before, now = listing({"a": {PAIRS: 1}}, {}), listing({}, {"a": ["CRLF"]})
    gains, losses = gains_and_losses("generated", before, now)
    assert (len(gains), losses) == (1, [])


def scored(hits: int) -> Score:
    one = Score()
    one.count(PAIRS, hits, 2, "missing")
    one.count(WHOLE, int(hits == 2), 1, "missing")
    return one


def test_figures_are_told_by_measure_feature_and_rewrite() -> None:
    group = Group()
    for number in range(6):
        group.add(str(number), scored(1 if number == 3 else 2), ["table"])
        group.add_rewrite(str(number), "CRLF", number != 4)
    told = group.as_json()
    assert told["missed"] == {"3": {PAIRS: 1, WHOLE: 1}}
    assert told["changed"] == {"4": ["CRLF"]}
    text = page({"generated": told, "samples": told}, {"generated/4": "nobody could tell"})
    assert f"| {PAIRS} | – | 11 / 12 (91.6 %) | 11 / 12 (91.6 %) |" in text
    assert "| table | 5 | 6 |" in text
    assert "| CRLF | – | 5 / 6 (83.3 %) | 5 / 6 (83.3 %) |" in text
    assert "- `generated/4` (CRLF): nobody could tell" in text
    assert f"- `samples/3` ({PAIRS}, {WHOLE}): not explained" in text
    assert unexplained({"generated": told}, {"generated/4": "nobody could tell"}) == ["generated/3"]


def test_the_committed_figures_are_those_of_the_page() -> None:
    """Both are written together; a figure that was edited by hand would show here."""
    figures = committed()
    listed = {group: figures.get(group, {}) for group in (*GROUPS, CITATIONS, DOUBT)}
    assert page(listed, figures["explained"]) == PAGE.read_text(encoding="utf-8")
    assert FIGURES.read_text(encoding="utf-8") == as_text(figures)
    assert set(figures["generated"]["measures"]) == set(MEASURES)


def test_every_miss_is_explained() -> None:
    figures = committed()
    listed = {group: figures[group] for group in (*GROUPS, CITATIONS)}
    assert unexplained(listed, figures["explained"]) == []


def test_the_figures_are_as_good_as_promised() -> None:
    """At least 0.999 of every measure, and 0.99 of the documents, on 5,000 generated ones."""
    measures = committed()["generated"]["measures"]
    assert measures[WHOLE][1] >= 5_000
    assert measures[WHOLE][0] >= 0.99 * measures[WHOLE][1]
    assert [measure for measure, (hits, of) in measures.items() if hits < 0.999 * of and measure != WHOLE] == []
