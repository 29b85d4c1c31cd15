"""What the dataset holds before a run: what has been read, and what can be parsed again without the dump."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from load.deliveries import STORED, Place, first_places
from load.manifest import read_manifest
from load.merging import known_documents, read_deliveries
from load.releases import latest_path
from load.stored import StoredRelease
from load.tables import DOCUMENTS
from records import DocumentStatus, RawDocument

NO_TEXT = ("", "binary")
"""The encodings of what could not be read as text; why not is then the reason that the document was rejected for."""


@dataclass(frozen=True)
class State:
    """The latest release, as far as a run needs to know it."""

    release: StoredRelease | None = None
    parser_version: str | None = None
    """The version of the parser that the latest run used."""
    schema_version: str | None = None
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    """Of every source that was read: size and modification time then."""
    documents_of_source: Mapping[str, int] = field(default_factory=dict)
    """How many documents every source held then."""
    document_ids: frozenset[str] = frozenset()
    """Every document that the release holds, whatever its status."""
    superseded_ids: frozenset[str] = frozenset()
    """Those of them that another document of the same question has replaced: only their text and pieces are kept."""

    @property
    def release_id(self) -> str | None:
        """The id of the latest release; None where the dataset has none."""
        return None if self.release is None else self.release.release_id

    def stored_documents(self) -> Iterator[RawDocument]:
        """Every document of the release as it was first delivered, so that it can be parsed again without the dump.

        Their fingerprint is `load.deliveries.STORED`: handed to `publish` they bring no delivery of their own. The
        place is that of the earliest delivery that stands; where none does, the source that the document once had.
        """
        if self.release is None:
            return
        first = {document_id: place for document_id, (_, place) in first_places(read_deliveries(self.release)).items()}
        columns = ("document_id", "source", "encoding", "raw_text", "reason")
        for partition in self.release.partitions(DOCUMENTS):
            for batch in self.release.read(DOCUMENTS, columns, partition).to_batches(max_chunksize=1000):
                for row in batch.to_pylist():
                    place = first.get(row["document_id"], Place(row["source"], 0))
                    problem = None
                    if row["encoding"] in NO_TEXT:
                        problem = row["reason"] or "is no text"
                    yield RawDocument(*place, STORED, row["encoding"], row["raw_text"], problem)


def read_state(dataset: Path) -> State:
    """The state of the dataset; an empty one where it has no release yet.

    Raises `load.manifest.ReleaseDamaged` where the latest release is not whole. The release that the state holds
    compares every file with the manifest before it is read, here and when `publish` takes rows over.
    """
    path = latest_path(dataset)
    if path is None:
        return State()
    manifest = read_manifest(path)
    release = StoredRelease(path, manifest)
    known = known_documents(release)
    delivered = read_deliveries(release)
    return State(
        release,
        manifest.parser_version,
        manifest.schema_version,
        {place.source: delivery.fingerprint for place, delivery in delivered.items()},
        Counter(place.source for place in delivered),
        frozenset(known),
        frozenset(
            document_id for document_id, document in known.items() if document.status == DocumentStatus.SUPERSEDED
        ),
    )
