"""The state of a dataset before a run: what has been read, and what can be parsed again without the dump."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from load.deliveries import STORED, Location, fingerprints, first_locations
from load.manifest import read_manifest
from load.merging import known_documents, read_deliveries
from load.releases import latest_path
from load.stored import StoredRelease
from load.tables import DOCUMENTS
from records import NO_TEXT, DocumentStatus, RawDocument, file_of, is_not_parsed_yet


@dataclass(frozen=True)
class State:
    """What a run needs to know of the latest release."""

    release: StoredRelease | None = None
    parser_version: str | None = None
    """The version of the parser that the latest run used."""
    schema_version: str | None = None
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    """By file of the dump: its size and modification time when it was read."""
    documents_of_file: Mapping[str, int] = field(default_factory=dict)
    """By file of the dump: how many documents it had when it was read, those of its members included."""
    delivered_fields: Mapping[Location, str] = field(default_factory=dict)
    """What was delivered beside a text, as JSON, where something was."""
    document_ids: frozenset[str] = frozenset()
    """Every document of the release, whatever its status."""
    superseded_ids: frozenset[str] = frozenset()
    """Those of them that another document of the same question supersedes: only their text and segments are stored."""
    waiting_ids: frozenset[str] = frozenset()
    """Those that were rejected for a reason that passes: every run parses them again."""

    @property
    def release_id(self) -> str | None:
        """The id of the latest release; None where the dataset has none."""
        return None if self.release is None else self.release.release_id

    def stored_documents(self, only: Set[str] | None = None) -> Iterator[RawDocument]:
        """Every document of the release as it was first delivered, so that it can be parsed again without the dump; of
        them those with an id in `only`, where that is given.

        Their fingerprint is `load.deliveries.STORED`, so that `publish` records no delivery for them. The location is
        that of the earliest delivery; where a document has none any more, the source in its row.
        """
        if self.release is None or (only is not None and not only):
            return
        delivered = read_deliveries(self.release)
        first = first_locations(delivered)
        fields: dict[str, str] = {}
        for _, one in sorted(delivered.items()):
            if one.delivered_fields is not None:
                fields.setdefault(one.document_id, one.delivered_fields)
        columns = ("document_id", "source", "encoding", "raw_text", "reason")
        for partition in self.release.partitions(DOCUMENTS):
            for batch in self.release.read(DOCUMENTS, columns, partition).to_batches(max_chunksize=1000):
                for row in batch.to_pylist():
                    if only is not None and row["document_id"] not in only:
                        continue
                    location = first.get(row["document_id"], Location(row["source"], 0))
                    problem = None
                    if row["encoding"] in NO_TEXT:
                        problem = row["reason"] or "is not text"
                    beside = fields.get(row["document_id"])
                    yield RawDocument(*location, STORED, row["encoding"], row["raw_text"], problem, beside)


def read_state(dataset: Path) -> State:
    """The state of the dataset; an empty one where it has no release yet.

    Raises `load.manifest.ReleaseDamaged` where the latest release is damaged. The release in the state compares every
    file with the manifest before it is read, here and when `publish` carries rows over.
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
        fingerprints(delivered),
        Counter(file_of(location.source) for location in delivered),
        {location: one.delivered_fields for location, one in delivered.items() if one.delivered_fields is not None},
        frozenset(known),
        frozenset(i for i, document in known.items() if document.status == DocumentStatus.SUPERSEDED),
        frozenset(i for i, document in known.items() if is_not_parsed_yet(document.reason)),
    )
