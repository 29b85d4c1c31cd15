"""The checks that read whole texts: a document has the text that its id is the hash of, and its segments tile it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from load.partitions import Partition
from load.stored import StoredRelease
from load.tables import DOCUMENTS, SEGMENTS
from records import NO_TEXT, DocumentStatus, sha256

Span = tuple[int, int]


def document_faults(release: StoredRelease, partition: Partition) -> Iterator[str]:
    """The faults in the texts of a partition, one sentence each."""
    spans = _spans_by_document(release, partition)
    columns = ("document_id", "status", "encoding", "char_count", "raw_text")
    documents = release.read(DOCUMENTS, columns, partition)
    for batch in documents.to_batches(max_chunksize=1000):
        for row in batch.to_pylist():
            document_id, text = row["document_id"], row["raw_text"]
            unread = not text and row["encoding"] in NO_TEXT
            if sha256(text) != document_id and not unread:
                yield f"documents.document_id {document_id} is not the SHA-256 of its raw_text."
            if len(text) != row["char_count"]:
                yield (
                    f"documents.char_count of {document_id} is {row['char_count']}, but raw_text has {len(text)} "
                    "characters."
                )
            own = spans.get(document_id, ())
            if row["status"] == DocumentStatus.REJECTED and not own:
                continue  # a rejected document need not have segments
            if fault := tiling_fault(text, own):
                yield f"segments of {document_id}: {fault}."


def tiling_fault(text: str, spans: Sequence[Span]) -> str | None:
    """Why the spans (offsets into the text, end exclusive, in order) do not cover each non-blank character once.

    None where they do. A character is blank where `str.isspace` says so.
    """
    for (_, end), (start, _) in pairwise(((0, 0), *spans, (len(text), len(text)))):
        if start < end:
            return f"the characters from {start} to {end} are covered twice or out of order"
        if start > end and not text[end:start].isspace():
            return f"the characters from {end} to {start} are in no segment"
    return None


def _spans_by_document(release: StoredRelease, partition: Partition) -> dict[str, list[Span]]:
    segments = release.read(SEGMENTS, (*SEGMENTS.key, "char_start", "char_end"), partition)
    segments = segments.sort_by([(column, "ascending") for column in SEGMENTS.key])
    spans: dict[str, list[Span]] = {}
    columns = (segments[name].to_pylist() for name in ("document_id", "char_start", "char_end"))
    for document_id, start, end in zip(*columns, strict=True):
        spans.setdefault(document_id, []).append((start, end))
    return spans
