"""Find the document that a person wants to see: in a file, or in a dataset by its question_id."""

from __future__ import annotations

from pathlib import Path

import transform.parse
from extract.sources import SourceFile, read_source
from flows.errors import QuestionMissing
from records import RawDocument


def in_file(path: Path) -> tuple[RawDocument, ...]:
    """The documents of one file, in order."""
    delivery = read_source(SourceFile(path.name, path), transform.parse.document_starts, lambda source, mark: False)
    return delivery.documents or ()


def in_dataset(dataset: Path, question_id: str) -> RawDocument:
    """The document that a question of the latest release was parsed from.

    Raises QuestionMissing, load.releases.DatasetEmpty, or load.manifest.ReleaseDamaged.
    """
    import pyarrow.compute as pc

    from load.manifest import read_manifest
    from load.partitions import Partition
    from load.releases import latest_release
    from load.stored import StoredRelease
    from load.tables import DOCUMENTS

    path = latest_release(dataset)
    parliament, _, rest = question_id.partition("/")
    columns = ("question_id", "status", "source", "encoding", "raw_text")
    partition = Partition(parliament, rest.partition("/")[0])
    documents = StoredRelease(path, read_manifest(path)).read(DOCUMENTS, columns, partition)
    rows = documents.filter((pc.field("question_id") == question_id) & (pc.field("status") == "parsed")).to_pylist()
    if not rows:
        raise QuestionMissing(
            f"{dataset} has no question {question_id}; an id reads parliament/session/minister/number."
        )
    return RawDocument(rows[0]["source"], 0, "", rows[0]["encoding"], rows[0]["raw_text"])
