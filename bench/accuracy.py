"""How right the tables are: on generated documents whose truth is known, on the samples, and on the real documents.

    python bench/accuracy.py [--check | --accept] [--verbose]
    python bench/accuracy.py --seed NUMBER [--verbose]

Compares with the figures committed in `bench/accuracy.json`, document by document, and tells gains and losses. Without
a loss, that file and `docs/accuracy.md` are written anew; with one that the file does not explain (under `explained`,
by document), nothing is written and the exit status is 1. `--check` writes nothing either way; `--accept` writes in
spite of losses, which then show in the commit. `--seed` measures other generated documents, and only tells.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.citations.entries import read_entries  # noqa: E402
from bench.citations.scoring import score as score_citations  # noqa: E402
from bench.corpus.generate import generate  # noqa: E402
from bench.rewrites.catalogue import REWRITES  # noqa: E402
from bench.rewrites.comparison import differences  # noqa: E402
from bench.rewrites.structure import structure_of  # noqa: E402
from bench.scoring.measures import MEASURES, WHOLE, Score, score  # noqa: E402
from extract.decoding import decode  # noqa: E402
from extract.splitting import split  # noqa: E402
from records import ParsedDocument, RawDocument  # noqa: E402
from tests.annotation_format import Annotation, all_annotations, read_annotation, source_path  # noqa: E402
from transform.parse import document_starts, parse_document  # noqa: E402

SEED, GENERATED = 20261128, 5000
REWRITTEN = 300
"""So many generated documents are rewritten (but for those on a single line), besides all samples and real ones."""
PROCESSES, CHUNK = 2, 20
REAL = ROOT.parent / "shared" / "corpus" / "vlaams-parlement" / "gold"
FIGURES, PAGE = ROOT / "bench" / "accuracy.json", ROOT / "docs" / "accuracy.md"
GROUPS = ("real", "samples", "generated")
CITATIONS = "citations"
FEWEST_OF_A_FEATURE = 5
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


@dataclass(frozen=True)
class Task:
    """One document to measure: a number of a seed, or a place among the samples or the real documents."""

    group: str
    place: int
    seed: int = SEED


@dataclass(frozen=True)
class Measured:
    """What was measured on one document."""

    name: str
    score: Score
    features: tuple[str, ...]
    rewrites: dict[str, bool]
    """For each rewrite that applies whether the tables stayed the same."""


def tasks_of(group: str, seed: int) -> list[Task]:
    """All documents of a group."""
    if group == "generated":
        return [Task(group, number, seed) for number in range(GENERATED)]
    return [Task(group, place) for place in range(len(_annotated(group)))]


@cache
def _annotated(group: str) -> list[tuple[Annotation, str]]:
    """The annotated samples or real documents with their texts; rejected ones are left out."""
    if group == "real":
        annotations = [read_annotation(path) for path in sorted(REAL.glob("*.gold.txt"))]
        return [(one, decode((REAL.parent / "raw" / one.source).read_bytes()).text) for one in annotations]
    found = []
    for annotation in all_annotations():
        if not annotation.is_rejected:
            text = decode(source_path(annotation.source).read_bytes()).text
            found.append((annotation, split(text, document_starts(text))[annotation.position]))
    return found


def _raw(source: str, text: str) -> RawDocument:
    return RawDocument(source, 0, "", "utf-8", text)


def measure(task: Task) -> Measured:
    """The score of one document, and what became of its tables in other dumps."""
    if task.group == "generated":
        one = generate(task.seed, task.place)
        annotation, text = one.annotation, one.raw_text
    else:
        annotation, text = _annotated(task.group)[task.place]
    raw = _raw(annotation.source, text)
    parsed = parse_document(raw)
    scored = score(annotation, text, parsed)
    rewrites: dict[str, bool] = {}
    # Text on a single line has no layout that could be changed; a document that is wrong would be changed at random.
    if not scored.misses and "\n" in text.strip() and task.place < REWRITTEN:
        rewrites = _rewritten(annotation, raw, parsed)
    return Measured(annotation.name, scored, tuple(annotation.fields.get("features", ())), rewrites)


def _rewritten(annotation: Annotation, raw: RawDocument, parsed: ParsedDocument) -> dict[str, bool]:
    structure = structure_of(annotation, parsed)
    same: dict[str, bool] = {}
    for name, rewrite in REWRITES.items() if structure else ():
        assert structure is not None, "checked above"
        rewritten = rewrite(raw, structure)
        if rewritten is not None:
            after = parse_document(_raw(raw.source, rewritten.text))
            same[name] = not differences(parsed, after, rewritten, structure)
    return same


def measured(group: str, seed: int = SEED) -> Group:
    """The figures of a group, now."""
    figures = Group()
    with ProcessPoolExecutor(PROCESSES) as pool:
        for one in pool.map(measure, tasks_of(group, seed), chunksize=CHUNK):
            figures.add(one.name, one.score, one.features)
            for rewrite, same in one.rewrites.items():
                figures.add_rewrite(one.name, rewrite, same)
    return figures


def citations_now() -> dict[str, object]:
    """The figures of the annotated citations: for each kind of reference the rows that are right, wanted and found; for
    each entry that is not all right what is wrong."""
    told = score_citations(read_entries())
    kinds = {kind: [told.hits[kind], told.wanted[kind], told.found[kind]] for kind in sorted(told.wanted | told.found)}
    return {"kinds": kinds, "missed": dict(sorted(told.misses.items()))}


def gains_and_losses(group: str, before: dict[str, object], now: dict[str, object]) -> tuple[list[str], list[str]]:
    """Documents with fewer misses than in the committed figures, and documents with more, one line each."""
    gains: list[str] = []
    losses: list[str] = []
    for what in WHAT:
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


def unexplained(figures: dict[str, dict[str, object]], explained: dict[str, str]) -> list[str]:
    """The documents that are not all right, or that another dump changed, and that nothing explains."""
    listed = {f"{group}/{name}" for group, of in figures.items() for what in WHAT for name in _documents(of, what)}
    return sorted(listed - explained.keys())


def page(figures: dict[str, dict[str, object]], explained: dict[str, str]) -> str:
    """The page for people. `figures`: by group, and those of the citations under `citations`."""
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
    lines += _citations_page(figures.get(CITATIONS, {}))
    lines += ["", "## What is missed, and why", ""]
    groups = {group: figures.get(group, {}) for group in (*GROUPS, CITATIONS)}
    missed = [(group, name) for group, of in groups.items() for what in WHAT for name in _documents(of, what)]
    for group, name in dict.fromkeys(missed):
        told = [one for what in WHAT for one in _documents(figures[group], what).get(name, ())]
        why = explained.get(f"{group}/{name}", "not explained")
        lines.append(f"- `{group}/{name}` ({', '.join(told)}): {why}")
    lines += ["Nothing."] if not missed else []
    return "\n".join(lines) + "\n"


def _citations_page(figures: dict[str, Any]) -> list[str]:
    lines = ["", "## References", ""]
    lines += ["Citations in running text, annotated by hand (`bench/citations`). A row is right when every column is."]
    lines += ["", "| kind | rows | recall | precision |", "|---|---:|---:|---:|"]
    for kind, (hits, wanted, found) in figures.get("kinds", {}).items():
        recall, precision = (hits / of if of else 1.0 for of in (wanted, found))
        lines.append(f"| `{kind}` | {wanted} | {recall:.3f} | {precision:.3f} |")
    return lines


def _share(counted: object, key: str) -> str:
    hits, of = counted.get(key, (0, 0)) if isinstance(counted, dict) else (0, 0)
    return f"{hits:,} / {of:,} ({int(1000 * hits / of) / 10} %)" if of else "–"


def main() -> int:
    """Measure, compare, and write; see the top of this file."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    how = arguments.add_mutually_exclusive_group()
    how.add_argument("--accept", action="store_true", help="write the figures in spite of losses")
    how.add_argument("--check", action="store_true", help="write nothing")
    how.add_argument("--seed", type=int, help="measure the generated documents of another seed, and write nothing")
    arguments.add_argument("--verbose", action="store_true", help="tell every miss")
    options = arguments.parse_args()
    if options.seed is not None:
        return _tell(measured("generated", options.seed), options.verbose)
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
    figures[CITATIONS] = citations_now()
    all_losses += _tell_citations(figures[CITATIONS], committed.get(CITATIONS, {}), explained, verbose=options.verbose)
    if all_losses and not options.accept:
        print(f"{len(all_losses)} unexplained losses; nothing was written", file=sys.stderr)
        return 1
    if options.check:
        return 0
    explained = {name: why for name, why in explained.items() if _is_listed(figures, name)}
    for name in unexplained(figures, explained):
        print(f"not explained: {name}")
    FIGURES.write_text(_compact({**figures, "explained": explained}), encoding="utf-8")
    PAGE.write_text(page(figures, explained), encoding="utf-8")
    return 0


def _tell_citations(
    now: dict[str, Any], before: dict[str, Any], explained: dict[str, str], *, verbose: bool
) -> list[str]:
    """Print how the annotated citations fare; the unexplained losses."""
    right, wanted = (sum(counted[place] for counted in now["kinds"].values()) for place in (0, 1))
    gains, losses = gains_and_losses(CITATIONS, before, now)
    print(f"{CITATIONS}: {right} of {wanted} rows right\n  {len(gains)} entries gained, {len(losses)} lost")
    print("\n".join([*(f"  + {one}" for one in gains), *(f"  - {one}" for one in losses)]))
    if verbose:
        print("\n".join(f"  - {name}: {wrong}" for name, of in now["missed"].items() for wrong in of))
    return [one for one in losses if one.partition(":")[0] not in explained]


def _is_listed(figures: dict[str, dict[str, object]], name: str) -> bool:
    """Whether a document (`generated/NAME`) is still one with a miss, or with a rewrite that changed it."""
    group, _, document = name.partition("/")
    return any(document in _documents(figures.get(group, {}), what) for what in WHAT)


def _tell(figures: Group, verbose: bool) -> int:
    """Print the figures of other documents, measure by measure."""
    for measure in MEASURES:
        of = figures.total.of.get(measure, 0)
        print(f"{measure:<34} {figures.total.hits[measure]:>10,} / {of:<10,} {figures.total.hits[measure] / of:.5f}")
    for rewrite, (same, of) in figures.rewrites.items():
        print(f"{rewrite:<34} {same:>10,} / {of:<10,}")
    for name, changed in figures.changed.items():
        print(f"  - {name} changed: {', '.join(changed)}")
    if verbose:
        print("\n".join(f"  - {miss}" for miss in figures.total.misses))
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
