"""Find the documents to show: in a file, or in a dataset by question_id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import transform.parse
from extract.names import name_of
from extract.reading import read_source
from extract.sources import SourceFile
from flows.errors import QuestionMissing
from records import DocumentStatus, RawDocument


def in_file(path: Path) -> tuple[RawDocument, ...]:
    """The documents of one file, in order."""
    file = SourceFile(name_of(path.name), path)
    delivery = read_source(file, transform.parse.document_starts, lambda source, mark: False)
    return tuple(delivery.documents or ())


def in_dataset(dataset: Path, question_id: str) -> RawDocument:
    """The document that a question of the latest release was parsed from.

    Raises QuestionMissing, load.releases.DatasetEmpty, or load.manifest.ReleaseDamaged.
    """
    return next(copy.raw for copy in history(dataset, question_id) if copy.is_current)


@dataclass(frozen=True)
class StoredCopy:
    """A document of the latest release that holds a given question."""

    raw: RawDocument
    is_current: bool
    """Whether the rows of the question come from this document; otherwise another one has superseded it."""
    first_release: str
    """The release that it first appeared in."""
    deliveries: tuple[tuple[str, str], ...]
    """For each delivery the release that it appeared in, and the source; empty where no source has it any more."""


def history(dataset: Path, question_id: str) -> list[StoredCopy]:
    """All documents that hold a question, in the order of their delivery. Exactly one of them is current.

    Raises QuestionMissing, load.releases.DatasetEmpty, or load.manifest.ReleaseDamaged.
    """
    import pyarrow.compute as pc

    from load.manifest import read_manifest
    from load.partitions import Partition
    from load.releases import latest_release
    from load.stored import StoredRelease
    from load.tables import DELIVERIES, DOCUMENTS

    path = latest_release(dataset)
    parliament, _, rest = question_id.partition("/")
    partition = Partition(parliament, rest.partition("/")[0])
    release = StoredRelease(path, read_manifest(path))
    columns = ("document_id", "question_id", "status", "source", "encoding", "raw_text", "first_release")
    documents = release.read(DOCUMENTS, columns, partition)
    rows = documents.filter(pc.field("question_id") == question_id).to_pylist()
    if not any(row["status"] == DocumentStatus.PARSED for row in rows):
        raise QuestionMissing(
            f"{dataset} has no question {question_id}: a question_id has the form parliament/session/minister/number."
        )
    delivered: dict[str, list[tuple[str, str]]] = {}
    for row in release.read(DELIVERIES, ("document_id", "delivered_in", "source"), partition).to_pylist():
        delivered.setdefault(row["document_id"], []).append((row["delivered_in"], row["source"]))
    copies = [
        StoredCopy(
            RawDocument(row["source"], 0, "", row["encoding"], row["raw_text"]),
            row["status"] == DocumentStatus.PARSED,
            row["first_release"],
            tuple(sorted(delivered.get(row["document_id"], ()))),
        )
        for row in rows
    ]
    return sorted(copies, key=lambda copy: (copy.first_release, copy.is_current, copy.deliveries))


@dataclass(frozen=True)
class Rejected:
    """A document in which no question was found."""

    source: str
    reason: str


def rejected_documents(release: Path, first_release: str) -> list[Rejected]:
    """The rejected documents that came with the release `first_release`, as the release in the folder `release` has
    them, by source. Raises OSError or pyarrow.ArrowInvalid where it cannot be read.
    """
    import pyarrow.compute as pc

    from load.stored import StoredRelease
    from load.tables import DOCUMENTS

    documents = StoredRelease(release).read(DOCUMENTS, ("source", "reason", "status", "first_release"))
    is_rejected = (pc.field("status") == DocumentStatus.REJECTED) & (pc.field("first_release") == first_release)
    rows = documents.filter(is_rejected).sort_by("source").to_pylist()
    return [Rejected(row["source"], row["reason"] or "") for row in rows]


RELEASE_TIME = re.compile(r"(\d{8}T\d{6})Z")  # 20261123T023000Z


def last_arrival(dataset: Path) -> datetime | None:
    """When the last run ended that brought a document that the dataset did not have; None where there is none.

    Raises load.manifest.ReleaseDamaged, OSError or pyarrow.ArrowInvalid where the latest release cannot be read.
    """
    from load.releases import latest_path
    from load.stored import StoredRelease
    from load.tables import DOCUMENTS

    path = latest_path(dataset)
    if path is None:
        return None
    releases = StoredRelease(path).read(DOCUMENTS, ("first_release",))["first_release"].unique().to_pylist()
    times = [match[1] for match in map(RELEASE_TIME.match, releases) if match]
    return max((datetime.strptime(time, "%Y%m%dT%H%M%S").replace(tzinfo=UTC) for time in times), default=None)
