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
    """The document that a question of the latest release was parsed from. Raises QuestionMissing."""
    import pyarrow.dataset as arrow

    from load.releases import latest_path

    release = latest_path(dataset)
    if release is None:
        raise QuestionMissing(f"{dataset} holds no release; `vraagbaak build` makes the first.")
    stored = arrow.dataset(release / "documents", format="parquet", partitioning="hive")
    wanted = (arrow.field("question_id") == question_id) & (arrow.field("status") == "parsed")
    rows = stored.to_table(columns=["source", "encoding", "raw_text"], filter=wanted).to_pylist()
    if not rows:
        raise QuestionMissing(
            f"{dataset} has no question {question_id}; an id reads parliament/session/minister/number."
        )
    return RawDocument(rows[0]["source"], 0, "", rows[0]["encoding"], rows[0]["raw_text"])
