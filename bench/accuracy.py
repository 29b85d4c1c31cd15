"""How right the tables are: on generated documents whose truth is known, on the samples, and on the real documents.

    python bench/accuracy.py [--accept] [--verbose]

Compares with the figures committed in `bench/accuracy.json`, document by document, and tells gains and losses. Without
a loss, that file and `docs/accuracy.md` are written anew; with one that the file does not explain, nothing is written
and the exit status is 1. `--accept` writes all the same: what was lost shows in the commit.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.corpus.generate import generate  # noqa: E402
from bench.rewrites.catalogue import REWRITES  # noqa: E402
from bench.rewrites.comparison import differences  # noqa: E402
from bench.rewrites.structure import structure_of  # noqa: E402
from bench.scoring.measures import MEASURES, WHOLE, Score, score  # noqa: E402
from extract.decoding import decode  # noqa: E402
from extract.splitting import split  # noqa: E402
from records import RawDocument  # noqa: E402
from tests.annotation_format import Annotation, all_annotations, read_annotation, source_path  # noqa: E402
from transform.parse import document_starts, parse_document  # noqa: E402

SEED, GENERATED = 2026, 1000
REWRITTEN = 150
"""So many generated documents are rewritten, besides all samples and real ones."""
REAL = ROOT.parent / "shared" / "corpus" / "vlaams-parlement" / "gold"
FIGURES, PAGE = ROOT / "bench" / "accuracy.json", ROOT / "docs" / "accuracy.md"
GROUPS = ("real", "samples", "generated")
FEWEST_OF_A_FEATURE = 5


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

    def add(self, name: str, scored: Score, features: Iterable[str]) -> None:
        """Add a document's score."""
        self.documents += 1
        self.total.add(scored)
        missed = {measure: of - scored.hits[measure] for measure, of in scored.of.items() if scored.hits[measure] < of}
        if missed:
            self.missed[name] = missed
        for feature in features:
            counted = self.features.setdefault(feature, [0, 0])
            counted[0] += not missed
            counted[1] += 1

    def add_rewrite(self, name: str, rewrite: str, same: bool) -> None:
        """Add what became of a document's tables."""
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
            "missed": dict(sorted(self.missed.items())),
            "changed": dict(sorted(self.changed.items())),
        }


def documents_of(group: str) -> Iterator[tuple[Annotation, RawDocument]]:
    """The annotated documents of a group; rejected ones are left out."""
    if group == "generated":
        for number in range(GENERATED):
            one = generate(SEED, number)
            yield one.annotation, _raw(one.annotation.source, one.raw_text)
    elif group == "samples":
        for annotation in all_annotations():
            if not annotation.is_rejected:
                text = decode(source_path(annotation.source).read_bytes()).text
                yield annotation, _raw(annotation.source, split(text, document_starts(text))[annotation.position])
    else:
        for path in sorted(REAL.glob("*.gold.txt")):
            annotation = read_annotation(path)
            stored = (REAL.parent / "raw" / annotation.source).read_bytes()
            yield annotation, _raw(annotation.source, decode(stored).text)


def _raw(source: str, text: str) -> RawDocument:
    return RawDocument(source, 0, "", "utf-8", text)


def measured(group: str) -> Group:
    """The figures of a group, now."""
    figures = Group()
    for place, (annotation, raw) in enumerate(documents_of(group)):
        parsed = parse_document(raw)
        figures.add(annotation.name, score(annotation, raw.raw_text, parsed), annotation.fields.get("features", []))
        # Text on a single line has no layout that could be changed; a document that is wrong would be changed at
        # random.
        if annotation.name in figures.missed or "\n" not in raw.raw_text.strip() or place >= REWRITTEN:
            continue
        structure = structure_of(annotation, parsed)
        if structure is None:
            continue
        for name, rewrite in REWRITES.items():
            rewritten = rewrite(raw, structure)
            if rewritten is not None:
                after = parse_document(_raw(raw.source, rewritten.text))
                figures.add_rewrite(annotation.name, name, not differences(parsed, after, rewritten, structure))
    return figures


def gains_and_losses(group: str, before: dict[str, object], now: dict[str, object]) -> tuple[list[str], list[str]]:
    """Documents with fewer misses than in the committed figures, and documents with more, one line each."""
    gains: list[str] = []
    losses: list[str] = []
    for what in ("missed", "changed"):
        was, became = _documents(before, what), _documents(now, what)
        for name in sorted(was.keys() | became.keys()):
            one, other = was.get(name, {}), became.get(name, {})
            if one == other:
                continue
            if what == "changed" and name in _documents(before, "missed"):
                continue  # it was wrong, and so was not rewritten: nothing can be compared
            line = f"{group}/{name}: {json.dumps(one)} → {json.dumps(other)}"
            (losses if _is_worse(one, other) else gains).append(line)
    return gains, losses


def _documents(figures: dict[str, object], what: str) -> dict[str, Any]:
    """The documents that are listed under `missed` or `changed`."""
    listed = figures.get(what, {})
    assert isinstance(listed, dict), "figures by document"
    return listed


def _is_worse(one: dict[str, int] | list[str], other: dict[str, int] | list[str]) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return any(other[measure] > one.get(measure, 0) for measure in other)
    return bool(set(other) - set(one))


def page(figures: dict[str, dict[str, object]]) -> str:
    """The page for people."""
    lines = [
        "# Accuracy",
        "",
        "Written by `make accuracy`. The generated documents are composed from a grammar of everything that the layout",
        f"allows (`bench/corpus/README.md`; seed {SEED}), so that their truth is known; the samples are those of",
        "[samples.md](samples.md); the real ones are annotated questions that are no part of this repository.",
        "",
        "Texts count as right when they agree without white space and hyphens; *texts to the character* holds wraps,",
        "paragraphs and hyphens too. A document is right as a whole when every figure is.",
        "",
        f"| measure | {' | '.join(GROUPS)} |",
        f"|---|{'---:|' * len(GROUPS)}",
    ]
    for measure in MEASURES:
        cells = [_share(figures.get(group, {}).get("measures", {}), measure) for group in GROUPS]
        lines.append(f"| {measure} | {' | '.join(cells)} |")
    lines += ["", "## By feature", "", "Generated documents that are right as a whole, the least first.", ""]
    lines += ["| feature | right | of |", "|---|---:|---:|"]
    features = figures["generated"]["features"]
    assert isinstance(features, dict), "figures by feature"
    for feature, (right, of) in sorted(features.items(), key=lambda one: (one[1][0] / one[1][1], one[0])):
        if of >= FEWEST_OF_A_FEATURE:
            lines.append(f"| {feature} | {right} | {of} |")
    lines += ["", "## Rewrites", ""]
    lines += ["Other dumps of the same documents (`bench/rewrites`), and how many gave the same tables, cell by cell."]
    lines += ["", f"| rewrite | {' | '.join(GROUPS)} |", f"|---|{'---:|' * len(GROUPS)}"]
    for rewrite in REWRITES:
        cells = [_share(figures.get(group, {}).get("rewrites", {}), rewrite) for group in GROUPS]
        lines.append(f"| {rewrite} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _share(counted: object, key: str) -> str:
    hits, of = counted.get(key, (0, 0)) if isinstance(counted, dict) else (0, 0)
    return f"{hits:,} / {of:,} ({int(1000 * hits / of) / 10} %)" if of else "–"


def main() -> int:
    """Measure, compare, and write; see the top of this file."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--accept", action="store_true", help="write the figures in spite of losses")
    arguments.add_argument("--verbose", action="store_true", help="tell every miss")
    options = arguments.parse_args()
    committed = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    explained: dict[str, str] = committed.get("explained", {})
    figures: dict[str, dict[str, object]] = {}
    all_losses: list[str] = []
    for group in GROUPS:
        if group == "real" and not REAL.exists():
            figures[group] = committed.get(group, {})  # what was measured where they are
            continue
        now = measured(group)
        figures[group] = now.as_json()
        print(f"{group}: {now.total.hits.get(WHOLE, 0)} of {now.documents} documents all right")
        if options.verbose:
            print("\n".join(f"  - {miss}" for miss in now.total.misses))
        if group in committed:
            gains, losses = gains_and_losses(group, committed[group], figures[group])
            print(f"  {len(gains)} documents gained, {len(losses)} lost")
            print("\n".join([*(f"  + {one}" for one in gains), *(f"  - {one}" for one in losses)]))
            all_losses += [one for one in losses if one.partition(":")[0] not in explained]
    if all_losses and not options.accept:
        print(f"{len(all_losses)} unexplained losses: nothing was written", file=sys.stderr)
        return 1
    written = {**figures, "explained": explained}
    FIGURES.write_text(_compact(written), encoding="utf-8")
    PAGE.write_text(page(figures), encoding="utf-8")
    return 0


def _compact(figures: dict[str, object]) -> str:
    """JSON with one document a line, so that a change is a line of the diff."""
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


if __name__ == "__main__":
    sys.exit(main())
