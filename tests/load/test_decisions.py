"""What an operator decides: sources in quarantine, a release that is held."""

from __future__ import annotations

from pathlib import Path

import pytest

from load.decisions import (
    DecisionDamaged,
    held_release,
    hold,
    quarantine,
    read_quarantine,
    release_hold,
    release_sources,
)

NOW, LATER = "2026-11-28T03:30:00+00:00", "2026-11-29T03:30:00+00:00"


@pytest.mark.parametrize(
    ("source", "is_kept_out"),
    [("a.txt", True), ("a.txt2", False), ("map/b.txt", True), ("map/diep/c.txt", True), ("mapje/b.txt", False)],
)
def test_a_source_or_a_folder_is_kept_out(dataset: Path, source: str, is_kept_out: bool) -> None:
    quarantine(dataset, ["a.txt", "map/"], NOW)
    assert (source in read_quarantine(dataset)) is is_kept_out


def test_the_first_decision_keeps_its_moment(dataset: Path) -> None:
    quarantine(dataset, ["a.txt"], NOW)
    quarantine(dataset, ["a.txt", "b.txt"], LATER)
    assert read_quarantine(dataset).since == {"a.txt": NOW, "b.txt": LATER}
    assert release_sources(dataset, ["b.txt", "c.txt"]) == ["b.txt"]
    assert release_sources(dataset, []) == ["a.txt"]
    assert len(read_quarantine(dataset)) == 0


def test_a_hold_is_released_once(dataset: Path) -> None:
    hold(dataset, "r1", NOW)
    assert held_release(dataset) == ("r1", NOW)
    assert [release_hold(dataset), release_hold(dataset), held_release(dataset)] == [True, False, None]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a.txt": 3}', "[" * 200_000])
def test_a_damaged_decision_is_not_taken_for_none(dataset: Path, content: str) -> None:
    for name in ("quarantine.json", "hold.json"):
        (dataset / name).write_text(content)
    with pytest.raises(DecisionDamaged, match="is damaged: look at what it holds"):
        read_quarantine(dataset)
    with pytest.raises(DecisionDamaged):
        held_release(dataset)
