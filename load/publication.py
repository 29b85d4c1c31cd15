"""From what arrived to a published release: staged, checked, moved into place in one step.

A release is written outside the published tree, brought to the disk, checked as it lies there, and only then
renamed into `releases/`; the last step makes `latest` point to it. Whatever fails before leaves `latest` as it was.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from load.arrivals import Arrivals
from load.checks import ChecksFailed, check_arrivals, check_release, missing_values
from load.deliveries import STORED, Place
from load.dictionary import datapackage
from load.durable import link_file, move_folder, sync_folder, sync_tree, write_file
from load.gate import Brought, gate_faults
from load.manifest import DATAPACKAGE_JSON, RELEASE_JSON, File, Manifest, render
from load.merging import Merge, null_counts
from load.parquet import encode
from load.partitions import Partition
from load.refused import set_aside
from load.releases import RELEASES, point_latest
from load.state import State
from load.stored import StoredRelease
from load.tables import DOCUMENTS, SCHEMA_VERSION, TABLES, Table
from records import ParsedDocument, RawDocument

STAGING = ".staging"
"""Inside the dataset, so that a rename suffices, and outside `releases/`, where readers look."""

RELEASE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")  # 20240609T010203Z


@dataclass(frozen=True)
class Publication:
    """A release that was published."""

    release_id: str
    parent: str | None
    path: Path
    rows: Mapping[str, int]
    """Rows by table, in the whole release."""
    documents: Mapping[str, int]
    """Documents by status, in the whole release."""
    parsed: int
    """Documents that were parsed in this run and hold a question, whether or not another copy supersedes them."""
    rejected: int
    """Documents parsed in this run that hold none."""
    superseded: int
    """Documents, of this run or before, that another copy of their question has replaced in this release."""


@dataclass
class _Written:
    """What has been written to the staging folder."""

    files: dict[str, File] = field(default_factory=dict)
    paths: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in TABLES})
    partitions: dict[str, dict[str, int]] = field(default_factory=lambda: {name: {} for name in TABLES})
    nulls: dict[str, dict[str, dict[str, int]]] = field(default_factory=lambda: {name: {} for name in TABLES})
    statuses: Counter[str] = field(default_factory=Counter)
    touched: set[Partition] = field(default_factory=set)
    """The partitions in which a table was written anew."""


@dataclass
class _Ledger:
    """What came in, noted as it passes by, so that the checks can hold the release against it."""

    places: set[Place] = field(default_factory=set)
    document_ids: set[str] = field(default_factory=set)

    def noted(
        self, arrivals: Iterable[tuple[RawDocument, ParsedDocument | None]]
    ) -> Iterator[tuple[RawDocument, ParsedDocument | None]]:
        for raw, parsed in arrivals:
            self.document_ids.add(raw.document_id)
            if raw.fingerprint != STORED:
                self.places.add(Place(raw.source, raw.source_position))
            yield raw, parsed


def publish(
    dataset: Path,
    state: State,
    arrivals: Iterable[tuple[RawDocument, ParsedDocument | None]],
    *,
    parser_version: str,
    release_id: str,
    inputs: Sequence[str],
    carry_over: bool = True,
    accept_drop: bool = False,
) -> Publication | None:
    """Publish a release: the one that `state` was read from, with what arrived. The caller has locked the dataset.

    None, and nothing is written, where what arrived lies where it lay before: files that were touched are no news.

    `arrivals` are consumed once: each raw document with what transform made of it, or with None where
    `state.document_ids` has it. Everything that a source holds arrives together: its deliveries are replaced as a
    whole. With `carry_over=False` every document of the parent must be among the arrivals, parsed again
    (`State.stored_documents`). `inputs` says for `release.json` what the run was asked to read.

    Raises ChecksFailed where the release is not sound, or, unless `accept_drop`, not what usually follows its parent
    (`load.gate`); it then lies under its own name in `refused/`, to be looked at, if it was written to its end. Raises
    `load.manifest.ReleaseDamaged` where a file of the parent is not what was published,
    ValueError where the release_id cannot be used or the parent's rows cannot be taken over, and OSError where the
    disk refuses. In each case `latest` is what it was.
    """
    target = dataset / RELEASES / release_id
    if not RELEASE_ID.fullmatch(release_id):
        raise ValueError(f"{release_id!r} cannot be the name of a release.")
    if target.exists():
        raise ValueError(f"The dataset {dataset} has a release {release_id} already.")
    if carry_over and state.release is not None and state.schema_version != SCHEMA_VERSION:
        raise ValueError(f"Rows of schema version {state.schema_version} cannot be taken over into {SCHEMA_VERSION}.")
    ledger = _Ledger()
    arrived = Arrivals(parser_version, release_id)
    arrived.add_all(ledger.noted(arrivals))
    merge = Merge(state.release, arrived, carry_over)
    if not merge.has_news:
        return None
    staging = _fresh_staging(dataset, release_id)
    rejected = sum(document.question_id is None for document in arrived.documents.values())
    try:
        written = _write_tables(merge, state.release, staging)
        faults = _faults(StoredRelease(staging), written.touched, ledger, merge)
        manifest = _describe(staging, written, state.release_id, parser_version, inputs)
        brought = Brought(len(arrived.documents), rejected, merge.brought)
        strange = gate_faults(state.release.manifest, manifest, brought) if state.release and not accept_drop else []
        if faults or strange:
            found = faults or strange
            raise ChecksFailed(found, set_aside(dataset, staging, found), at_the_gate=not faults)
        _move_into_place(staging, target)
        point_latest(dataset, release_id)
    except ChecksFailed as refusal:
        if refusal.refused is None:
            shutil.rmtree(staging, ignore_errors=True)  # it was not written to its end
        raise
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)  # a full disk is not helped by half a release
        raise
    return Publication(
        release_id,
        state.release_id,
        target,
        manifest.rows,
        manifest.documents,
        len(arrived.documents) - rejected,
        rejected,
        len(merge.superseded_now),
    )


def _fresh_staging(dataset: Path, release_id: str) -> Path:
    """An empty staging folder; those that dead runs left are removed."""
    if (dataset / STAGING).exists():
        shutil.rmtree(dataset / STAGING)
    staging = dataset / STAGING / release_id
    staging.mkdir(parents=True)
    return staging


def _write_tables(merge: Merge, parent: StoredRelease | None, staging: Path) -> _Written:
    """Write every table, one file per partition; a file whose rows are those of the parent is linked from there."""
    written = _Written()
    for table, partition, rows in merge.tables():
        (staging / table.name / partition.folder).mkdir(parents=True, exist_ok=True)
        if rows is None:
            assert parent is not None, "without a parent every row is new"
            _take_over(table, partition, parent, staging, written)
            if table is DOCUMENTS:
                written.statuses.update(merge.known_statuses[partition])
            continue
        written.touched.add(partition)
        if faults := list(missing_values(table, partition, rows)):
            raise ChecksFailed(faults)
        encoded = encode(table, rows)
        path = f"{table.name}/{partition.folder}/{encoded.name}"
        write_file(staging / path, encoded.content)
        written.files[path] = File(encoded.content.nbytes, encoded.sha256, rows.num_rows)
        written.paths[table.name].append(path)
        written.partitions[table.name][partition.folder] = rows.num_rows
        written.nulls[table.name][partition.folder] = null_counts(table, rows)
        if table is DOCUMENTS:
            written.statuses.update(rows["status"].to_pylist())
    return written


def _take_over(table: Table, partition: Partition, parent: StoredRelease, staging: Path, written: _Written) -> None:
    for path, file in parent.published(table, partition).items():
        link_file(parent.path / path, staging / path)
        written.files[path] = file
        written.paths[table.name].append(path)
        written.partitions[table.name][partition.folder] = file.rows or 0
    written.nulls[table.name][partition.folder] = dict(parent.nulls(table, partition))


def _faults(staged: StoredRelease, touched: Set[Partition], ledger: _Ledger, merge: Merge) -> list[str]:
    faults = check_release(staged, touched)
    return faults or check_arrivals(staged, ledger.places, ledger.document_ids | merge.known.keys())


def _describe(
    staging: Path, written: _Written, parent: str | None, parser_version: str, inputs: Sequence[str]
) -> Manifest:
    """Write `datapackage.json` and `release.json`."""
    created = datetime.now(UTC).isoformat()
    package = datapackage(staging.name, created, written.paths)
    write_file(staging / DATAPACKAGE_JSON, package)
    described = File(len(package), hashlib.sha256(package).hexdigest(), None)
    manifest = Manifest(
        release=staging.name,
        parent=parent,
        created=created,
        schema_version=SCHEMA_VERSION,
        parser_version=parser_version,
        inputs=tuple(inputs),
        documents=dict(sorted(written.statuses.items())),
        rows={name: sum(counts.values()) for name, counts in written.partitions.items()},
        partitions=written.partitions,
        nulls=written.nulls,
        files=written.files | {DATAPACKAGE_JSON: described},
    )
    write_file(staging / RELEASE_JSON, render(manifest))
    return manifest


def _move_into_place(staging: Path, target: Path) -> None:
    sync_tree(staging)
    target.parent.mkdir(exist_ok=True)
    sync_folder(target.parent.parent)
    move_folder(staging, target)
    sync_folder(staging.parent)
