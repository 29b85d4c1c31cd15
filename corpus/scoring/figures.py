"""The figures of accuracy as they are committed in `corpus/accuracy.json`, and what a change gained and lost.

`bench/accuracy.py` measures and writes them; the tests read what is committed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.scoring.measures import MEASURES, Score

FIGURES = Path(__file__).parents[1] / "accuracy.json"
GROUPS = ("real", "samples", "generated")
CITATIONS, DOUBT = "citations", "doubt"
WHAT = ("missed", "changed")
"""Under these the figures list documents: those that are not all right, and those whose tables a rewrite changed."""


@dataclass
class Group:
    """The figures of one group of documents."""

    documents: int = 0
    total: Score = field(default_factory=Score)
    missed: dict[str, dict[str, int]] = field(default_factory=dict)
    """For each document that is not all right the number of misses per measure."""
    features: dict[str, list[int]] = field(default_factory=dict)
    """For each feature how many documents with it are all right, out of how many."""
    rewrites: dict[str, list[int]] = field(default_factory=dict)
    """For each rewrite how many documents kept their tables, out of how many."""
    changed: dict[str, list[str]] = field(default_factory=dict)
    """For each document the rewrites that changed its tables."""
    doubtful: dict[str, list[int]] = field(default_factory=dict)
    """Of the documents with a doubt warning, and of rewrites with one, how many are right, out of how many."""

    def add(self, name: str, scored: Score, features: Iterable[str], *, is_doubtful: bool = False) -> None:
        """Add a document's score; `is_doubtful`: it has a doubt warning."""
        self.documents += 1
        self.total.add(scored)
        missed = {measure: of - scored.hits[measure] for measure, of in scored.of.items() if scored.hits[measure] < of}
        if missed:
            self.missed[name] = missed
        self._add_doubt("documents", not missed, is_doubtful)
        for feature in features:
            counted = self.features.setdefault(feature, [0, 0])
            counted[0] += not missed
            counted[1] += 1

    def _add_doubt(self, what: str, is_right: bool, is_doubtful: bool) -> None:
        counted = self.doubtful.setdefault(what, [0, 0])
        counted[0] += is_right and is_doubtful
        counted[1] += is_doubtful

    def add_rewrite(self, name: str, rewrite: str, same: bool, *, is_doubtful: bool = False) -> None:
        """Add what became of a document's tables; `is_doubtful`: rewritten, it has a doubt warning."""
        self._add_doubt("rewrites", same, is_doubtful)
        counted = self.rewrites.setdefault(rewrite, [0, 0])
        counted[0] += same
        counted[1] += 1
        if not same:
            self.changed.setdefault(name, []).append(rewrite)

    def as_json(self) -> dict[str, object]:
        """The figures as they are committed."""
        return {
            "documents": self.documents,
            "measures": {one: [self.total.hits.get(one, 0), self.total.of.get(one, 0)] for one in MEASURES},
            "features": dict(sorted(self.features.items())),
            "rewrites": self.rewrites,
            "doubtful": self.doubtful,
            "missed": dict(sorted(self.missed.items())),
            "changed": dict(sorted(self.changed.items())),
        }


def committed() -> dict[str, Any]:
    """The committed figures by group, those of the citations under `citations`, and why documents are not all right
    under `explained`. Empty where nothing is committed yet."""
    figures: dict[str, Any] = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    return figures


def gains_and_losses(group: str, before: dict[str, object], now: dict[str, object]) -> tuple[list[str], list[str]]:
    """Documents with fewer misses than in the committed figures, and documents with more, one line each."""
    gains: list[str] = []
    losses: list[str] = []
    for what in WHAT:
        was, became = documents_under(before, what), documents_under(now, what)
        for name in sorted(was.keys() | became.keys()):
            one, other = was.get(name, {}), became.get(name, {})
            if one == other:
                continue
            if what == "changed" and name in documents_under(before, "missed"):
                continue  # it was wrong, and so was not rewritten: nothing can be compared
            line = f"{group}/{name}: {json.dumps(one)} → {json.dumps(other)}"
            (losses if _is_worse(one, other) else gains).append(line)
    return gains, losses


def documents_under(figures: dict[str, object], what: str) -> dict[str, Any]:
    """The documents that the figures of a group list under one of `WHAT`."""
    listed = figures.get(what, {})
    assert isinstance(listed, dict), "figures by document"
    return listed


def _is_worse(one: dict[str, int] | list[str], other: dict[str, int] | list[str]) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return any(other[measure] > one.get(measure, 0) for measure in other)
    return bool(set(other) - set(one))


def unexplained(figures: dict[str, dict[str, object]], explained: dict[str, str]) -> list[str]:
    """The documents that are not all right, or that another dump changed, and that nothing explains."""
    listed = {f"{group}/{name}" for group, of in figures.items() for what in WHAT for name in documents_under(of, what)}
    return sorted(listed - explained.keys())


def as_text(figures: dict[str, object]) -> str:
    """The file of figures: JSON with one document a line, so that a change is a line of the diff."""
    lines = []
    for group, values in figures.items():
        if not isinstance(values, dict) or "measures" not in values:
            lines.append(f"{json.dumps(group)}: {json.dumps(values, indent=1)}")
            continue
        inner = []
        for key, value in values.items():
            if isinstance(value, dict) and value:
                entries = ",\n".join(f"   {json.dumps(name)}: {json.dumps(one)}" for name, one in value.items())
                inner.append(f"  {json.dumps(key)}: {{\n{entries}\n  }}")
            else:
                inner.append(f"  {json.dumps(key)}: {json.dumps(value)}")
        lines.append(f"{json.dumps(group)}: {{\n" + ",\n".join(inner) + "\n }")
    return "{\n " + ",\n ".join(lines) + "\n}\n"
