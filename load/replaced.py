"""What a run puts in the place of what was published: counted for the gate (`load.gate`).

A question whose copy is replaced by one of the same status loses nothing that rows or nulls could show: the answer of
every question may be another text, and all counts be the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from load.merging import Merge
from load.staging import OF_DOCUMENT, Staging
from load.stored import StoredRelease
from load.tables import ANSWERS, QUESTIONS


@dataclass(frozen=True, slots=True)
class Replaced:
    """A published question for which another document speaks since this run, with a status no better."""

    question_id: str
    partition: str
    """The folder of its partition."""
    source: str
    """Where the new document was delivered."""
    before: int
    """Characters of its answer in the parent; 0 where it had none."""
    after: int


@dataclass(frozen=True, slots=True)
class Claimed:
    """A new question that has number, day and member of one that stands under another minister."""

    question_id: str
    published: str
    """The question_id of that one."""
    source: str


def replaced_questions(merge: Merge, parent: StoredRelease | None, staging: Staging) -> list[Replaced]:
    """The published questions that this run replaces by a copy of the same precedence, by question_id."""
    if parent is None or not merge.replaced:
        return []
    source_of = {delivery.document_id: location.source for location, delivery in staging.deliveries.items()}
    before: dict[str, int] = {}
    for partition in {merge.known[old].partition for old, _ in merge.replaced.values()}:
        before |= _lengths(parent.read(ANSWERS, ("question_id", "text"), partition), "question_id")
    after: dict[str, int] = {}
    new = {document_id for _, document_id in merge.replaced.values()}
    for partition in {staging.documents[one].partition for one in new if one in staging.documents}:
        after |= _lengths(staging.rows(ANSWERS, partition), OF_DOCUMENT)
    return [
        Replaced(
            question_id,
            merge.known[old].partition.folder,
            source_of.get(document_id, ""),
            before.get(question_id, 0),
            after.get(document_id, 0),
        )
        for question_id, (old, document_id) in sorted(merge.replaced.items())
    ]


def claimed_questions(merge: Merge, parent: StoredRelease | None, staging: Staging) -> list[Claimed]:
    """The new questions that have number, day and member of a published one of another minister, by question_id."""
    if parent is None:
        return []
    source_of = {delivery.document_id: location.source for location, delivery in staging.deliveries.items()}
    found = []
    published_partitions = parent.partitions_with_rows(QUESTIONS)
    for partition in sorted(staging.partitions & published_partitions):
        published = dict(_keys(parent.read(QUESTIONS, (*_KEY, "question_id"), partition), "question_id"))
        known = set(published.values())
        staged = staging.rows(QUESTIONS, partition)
        ids = dict(zip(staged[OF_DOCUMENT].to_pylist(), staged["question_id"].to_pylist(), strict=True))
        for key, document_id in _keys(staged, OF_DOCUMENT):
            question_id = ids[document_id]
            if question_id not in known and key in published and document_id not in merge.known:
                found.append(Claimed(question_id, published[key], source_of.get(document_id, "")))
    return sorted(found, key=lambda one: one.question_id)


_KEY = ("number", "asked_on", "asker")


def _keys(rows: pa.Table, of: str) -> Iterator[tuple[tuple[object, ...], str]]:
    """Number, day and member of each question that has all three, with what names it."""
    for *key, name in zip(*(rows[column].to_pylist() for column in (*_KEY, of)), strict=True):
        if None not in key:
            yield tuple(key), name


def _lengths(answers: pa.Table, of: str) -> Mapping[str, int]:
    lengths = pc.utf8_length(answers["text"]).to_pylist()
    return dict(zip(answers[of].to_pylist(), lengths, strict=True))
