"""What a run is told of the dataset that it adds to."""

from __future__ import annotations

from pathlib import Path

import pytest

from load.deliveries import STORED
from load.manifest import ReleaseDamaged
from load.state import read_state
from load.tables import SCHEMA_VERSION
from tests.load.made import document, full_documents, known, published


def test_a_new_dataset_has_an_empty_state(dataset: Path) -> None:
    state = read_state(dataset)
    assert (state.release_id, state.parser_version, state.schema_version) == (None, None, None)
    assert (state.fingerprints, state.document_ids, list(state.stored_documents())) == ({}, frozenset(), [])


def test_the_state_names_the_release_and_its_versions(full: Path) -> None:
    state = read_state(full)
    assert (state.release_id, state.parser_version, state.schema_version) == ("r1", "1.0.0", SCHEMA_VERSION)


def test_every_source_has_its_fingerprint(full: Path) -> None:
    assert read_state(full).fingerprints == {raw.source: raw.fingerprint for raw, _ in full_documents()}


def test_every_source_has_its_number_of_documents(dataset: Path) -> None:
    published(dataset, [document(n, source="many.txt", position=n) for n in range(3)] + [document(9)])
    assert read_state(dataset).documents_of_file == {"many.txt": 3, "9.txt": 1}


def test_every_document_is_known_whatever_its_status(full: Path) -> None:
    assert read_state(full).document_ids == {raw.document_id for raw, _ in full_documents()}


def test_the_superseded_documents_are_told(full: Path) -> None:
    assert read_state(full).superseded_ids == {full_documents()[2][0].document_id}


def test_stored_documents_are_as_they_were_delivered(full: Path) -> None:
    stored = {raw.document_id: raw for raw in read_state(full).stored_documents()}
    for raw, parsed in full_documents():
        again = stored.pop(raw.document_id)
        assert (again.source, again.source_position, again.encoding) == (raw.source, 0, raw.encoding)
        assert (again.raw_text, again.fingerprint) == (raw.raw_text, STORED)
        assert (again.problem is not None) == (raw.encoding in ("", "binary"))
        if raw.problem:
            assert again.problem == parsed.reason
    assert stored == {}


def test_a_stored_document_names_a_location_where_it_still_lies(dataset: Path) -> None:
    published(dataset, [document(1, source="a.txt"), known(document(1, source="b.txt", position=3, modified=2))])
    published(dataset, [document(2, source="a.txt", modified=5)], "r2")
    stored = {raw.document_id: raw for raw in read_state(dataset).stored_documents()}
    moved = stored[document(1)[0].document_id]
    assert (moved.source, moved.source_position) == ("b.txt", 3)


def test_a_damaged_release_is_not_taken_for_a_state(full_dataset: Path) -> None:
    path = full_dataset / "latest" / "release.json"
    path.write_bytes(path.read_bytes().replace(b'"1.0.0"', b'"1.0.1"'))
    with pytest.raises(ReleaseDamaged, match="has changed since it was written"):
        read_state(full_dataset)
