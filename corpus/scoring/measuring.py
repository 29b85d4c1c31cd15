"""Measures the parser, on two processes: on generated documents, on the samples, and on the real documents."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.annotations import Annotation, all_annotations, read_annotation, source_path
from corpus.citations.entries import read_entries
from corpus.citations.scoring import Found
from corpus.citations.scoring import score as score_citations
from corpus.generator.generate import generate
from corpus.rewrites.catalogue import AS_THEY_ARE, REWRITES
from corpus.rewrites.comparison import differences
from corpus.rewrites.structure import structure_of
from corpus.scoring.doubt import is_doubtful
from corpus.scoring.figures import Group
from corpus.scoring.measures import Score, score
from extract.decoding import decode
from extract.splitting import split
from records import ParsedDocument, RawDocument
from transform.parse import document_starts, parse_document

SEED, GENERATED = 20261128, 5000
REWRITTEN = 300
"""So many generated documents are rewritten (but for those on a single line), besides all samples and real ones."""
PROCESSES, CHUNK = 2, 20
REAL = Path(__file__).parents[3] / "shared" / "corpus" / "vlaams-parlement" / "gold"
"""The annotated real documents, which are no part of this repository and need not be there."""


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
    rewrites: dict[str, tuple[bool, bool]]
    """For each rewrite that applies whether the tables stayed the same, and whether it has a doubt warning."""
    is_doubtful: bool
    """Whether the document has a doubt warning."""


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
    # A document that is split in two is scored by its first part: the rest is missed.
    raw = _raw(annotation.source, split(text, document_starts(text))[0])
    parsed = parse_document(raw)
    scored = score(annotation, text, parsed)
    rewrites: dict[str, tuple[bool, bool]] = {}
    # Text on a single line has no layout that could be changed; a document that is wrong would be changed at random.
    features = frozenset(annotation.fields.get("features", ()))
    can_be = "\n" in text.strip() and not AS_THEY_ARE & features
    if not scored.misses and can_be and task.place < REWRITTEN:
        rewrites = _rewritten(annotation, raw, parsed)
    return Measured(
        annotation.name, scored, tuple(annotation.fields.get("features", ())), rewrites, is_doubtful(parsed)
    )


def _rewritten(annotation: Annotation, raw: RawDocument, parsed: ParsedDocument) -> dict[str, tuple[bool, bool]]:
    structure = structure_of(annotation, parsed)
    same: dict[str, tuple[bool, bool]] = {}
    for name, rewrite in REWRITES.items() if structure else ():
        assert structure is not None, "checked above"
        rewritten = rewrite(raw, structure)
        if rewritten is not None:
            after = parse_document(_raw(raw.source, rewritten.text))
            same[name] = not differences(parsed, after, rewritten, structure), is_doubtful(after)
    return same


def measured(group: str, seed: int = SEED) -> Group:
    """The figures of a group, now."""
    figures = Group()
    with ProcessPoolExecutor(PROCESSES) as pool:
        for one in pool.map(measure, tasks_of(group, seed), chunksize=CHUNK):
            figures.add(one.name, one.score, one.features, is_doubtful=one.is_doubtful)
            for rewrite, (same, has_doubt) in one.rewrites.items():
                figures.add_rewrite(one.name, rewrite, same, is_doubtful=has_doubt)
    return figures


def citations_now() -> dict[str, object]:
    """The figures of the annotated citations, now."""
    return citation_figures(score_citations(read_entries()))


def citation_figures(told: Found) -> dict[str, object]:
    """The figures of citations: for each kind of reference the rows that are right, wanted and found; for each entry
    that is not all right what is wrong."""
    kinds = {kind: [told.hits[kind], told.wanted[kind], told.found[kind]] for kind in sorted(told.wanted | told.found)}
    return {"kinds": kinds, "missed": dict(sorted(told.misses.items()))}
