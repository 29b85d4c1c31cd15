"""From the documents of a run to a published release: staged, merged, written as a draft, checked, moved into place.

The draft of a release is written in the staging folder, outside the published tree; it is brought to the disk, checked
as it lies there, and only then renamed into `releases/`. The last step makes `latest` point to it. Whatever fails
before that leaves `latest` as it was.
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

from load.checks import ChecksFailed, check_completeness, check_release, missing_values
from load.deliveries import STORED, Location
from load.dictionary import datapackage
from load.durable import link_file, move_folder, own_folder, sync_folder, sync_tree, write_file
from load.gate import DEFAULT_THRESHOLDS, RunStatistics, Thresholds, find_anomalies
from load.manifest import DATAPACKAGE_JSON, RELEASE_JSON, File, Manifest, render
from load.merging import Merge, former_rows, null_counts
from load.parquet import encode
from load.partitions import Partition
from load.refused import set_aside
from load.releases import RELEASES, point_latest
from load.replaced import claimed_questions, replaced_questions
from load.staging import Incoming, Staging
from load.state import State
from load.stored import StoredRelease
from load.tables import DOCUMENTS, FORMER_DELIVERIES, SCHEMA_VERSION, TABLES, Table
from load.views import VIEWS_SQL, views_sql

STAGING_FOLDER = ".staging"
"""Inside the dataset, so that a rename is enough to publish, and outside `releases/`, where readers look."""

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
    """Documents that this run parsed and found a question in, including those that another copy supersedes."""
    rejected: int
    """Documents that this run parsed and found no question in."""
    superseded: int
    """Documents, of this run or before, that another copy of their question supersedes since this release."""


@dataclass
class _Written:
    """What has been written to the draft."""

    files: dict[str, File] = field(default_factory=dict)
    paths: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in TABLES})
    partitions: dict[str, dict[str, int]] = field(default_factory=lambda: {name: {} for name in TABLES})
    nulls: dict[str, dict[str, dict[str, int]]] = field(default_factory=lambda: {name: {} for name in TABLES})
    statuses: Counter[str] = field(default_factory=Counter)
    changed: set[Partition] = field(default_factory=set)
    """The partitions in which a table was written anew."""


@dataclass
class _Received:
    """The locations and ids of the incoming documents, recorded as they stream by, for the check of completeness."""

    locations: set[Location] = field(default_factory=set)
    document_ids: set[str] = field(default_factory=set)

    def recorded(self, incoming: Iterable[Incoming]) -> Iterator[Incoming]:
        """The same documents, each recorded on the way."""
        for raw, parsed in incoming:
            self.document_ids.add(raw.document_id)
            if raw.fingerprint != STORED:
                self.locations.add(Location(raw.source, raw.source_position))
            yield raw, parsed


def publish(
    dataset: Path,
    state: State,
    incoming: Iterable[Incoming],
    *,
    parser_version: str,
    release_id: str,
    inputs: Sequence[str],
    carry_over: bool = True,
    accept_drop: bool = False,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> Publication | None:
    """Publish a release: the one that `state` was read from, with the incoming documents. The caller has locked the
    dataset.

    Returns None, and publishes nothing, where every document lies where it lay before: touched files are not new.

    `incoming` is consumed once: each raw document with what transform made of it, or with None where
    `state.document_ids` has it. All documents of a source come together: its deliveries are replaced as a whole. With
    `carry_over=False` every document of the parent must be among them, parsed again (`State.stored_documents`).
    `inputs` is what the run was asked to read, for `release.json`.

    Raises ChecksFailed where the release has faults or, unless `accept_drop`, anomalies (`load.gate`); where it was
    written completely it then lies under its id in `refused/`, for inspection. Raises `load.manifest.ReleaseDamaged`
    where a file of the parent has changed since it was published, ValueError where the release_id cannot be used or
    the parent's rows cannot be carried over, and OSError where the disk refuses. In each case `latest` is unchanged.
    """
    target = dataset / RELEASES / release_id
    if not RELEASE_ID.fullmatch(release_id):
        raise ValueError(f"{release_id!r} is not a valid release id.")
    if target.exists():
        raise ValueError(f"The dataset {dataset} already has a release {release_id}.")
    if carry_over and state.release is not None and state.schema_version != SCHEMA_VERSION:
        raise ValueError(
            f"Rows of schema version {state.schema_version} cannot be carried over to schema version {SCHEMA_VERSION}."
        )
    received = _Received()
    staging = Staging(parser_version, release_id)
    staging.add_all(received.recorded(incoming))
    merge = Merge(state.release, staging, carry_over)
    if not merge.has_changes:
        return None
    draft = _new_draft(dataset, release_id)
    rejected = sum(document.question_id is None for document in staging.documents.values())
    try:
        written = _write_tables(merge, state.release, draft)
        faults = _faults(StoredRelease(draft), written.changed, received, merge)
        manifest = _describe(draft, written, state.release_id, parser_version, inputs)
        run = RunStatistics(
            len(staging.documents),
            rejected,
            merge.new_row_nulls,
            replaced=replaced_questions(merge, state.release, staging),
            claimed=claimed_questions(merge, state.release, staging),
            blank=staging.blank,
            garbled=staging.garbled,
        )
        before = state.release.manifest if state.release else None
        anomalies = [] if accept_drop else find_anomalies(before, manifest, run, thresholds)
        if faults:
            raise ChecksFailed(faults, set_aside(dataset, draft, faults))
        if anomalies:
            raise ChecksFailed(anomalies, set_aside(dataset, draft, anomalies), only_anomalies=True)
        _move_into_place(draft, target)
        point_latest(dataset, release_id)
    except ChecksFailed as refusal:
        if refusal.refused is None:
            shutil.rmtree(draft, ignore_errors=True)  # it is incomplete, and nobody can inspect it
        raise
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)  # half a release would only fill the disk
        raise
    return Publication(
        release_id,
        state.release_id,
        target,
        manifest.rows,
        manifest.documents,
        len(staging.documents) - rejected,
        rejected,
        len(merge.superseded_now),
    )


def _new_draft(dataset: Path, release_id: str) -> Path:
    """An empty folder for the draft; whatever interrupted runs left in the staging folder is removed."""
    shutil.rmtree(own_folder(dataset / STAGING_FOLDER))
    draft = dataset / STAGING_FOLDER / release_id
    draft.mkdir(parents=True)
    return draft


def _write_tables(merge: Merge, parent: StoredRelease | None, draft: Path) -> _Written:
    """Write every table, one file per partition; a file whose rows are those of the parent is linked from there."""
    written = _Written()
    for table, partition, rows in merge.tables():
        (draft / table.name / partition.folder).mkdir(parents=True, exist_ok=True)
        if rows is None:
            assert parent is not None, "without a parent every row is new"
            _link_parent(table, partition, parent, draft, written)
            if table is DOCUMENTS:
                written.statuses.update(merge.known_statuses[partition])
            continue
        written.changed.add(partition)
        if faults := list(missing_values(table, partition, rows)):
            raise ChecksFailed(faults)
        encoded = encode(table, rows)
        path = f"{table.name}/{partition.folder}/{encoded.name}"
        write_file(draft / path, encoded.content)
        written.files[path] = File(encoded.content.nbytes, encoded.sha256, rows.num_rows)
        written.paths[table.name].append(path)
        written.partitions[table.name][partition.folder] = rows.num_rows
        written.nulls[table.name][partition.folder] = null_counts(table, rows)
        if table is DOCUMENTS:
            written.statuses.update(rows["status"].to_pylist())
    _write_former(merge, parent, draft, written)
    return written


def _write_former(merge: Merge, parent: StoredRelease | None, draft: Path, written: _Written) -> None:
    """Write what lay at a location once; the parent's file is linked where nothing has left its place."""
    if not merge.former:
        return
    (draft / FORMER_DELIVERIES.name).mkdir()
    if parent is not None and merge.former_is_of_parent:
        for file in parent.files(FORMER_DELIVERIES):
            path = file.relative_to(parent.path).as_posix()
            link_file(file, draft / path)
            written.files[path] = parent.manifest.files[path]
        return
    rows = former_rows(merge.former)
    encoded = encode(FORMER_DELIVERIES, rows)
    path = f"{FORMER_DELIVERIES.name}/{encoded.name}"
    write_file(draft / path, encoded.content)
    written.files[path] = File(encoded.content.nbytes, encoded.sha256, rows.num_rows)


def _link_parent(table: Table, partition: Partition, parent: StoredRelease, draft: Path, written: _Written) -> None:
    for path, file in parent.published(table, partition).items():
        link_file(parent.path / path, draft / path)
        written.files[path] = file
        written.paths[table.name].append(path)
        written.partitions[table.name][partition.folder] = file.rows or 0
    written.nulls[table.name][partition.folder] = dict(parent.nulls(table, partition))


def _faults(draft: StoredRelease, changed: Set[Partition], received: _Received, merge: Merge) -> list[str]:
    faults = check_release(draft, changed)
    return faults or check_completeness(draft, received.locations, received.document_ids | merge.known.keys())


def _describe(
    draft: Path, written: _Written, parent: str | None, parser_version: str, inputs: Sequence[str]
) -> Manifest:
    """Write `datapackage.json`, `views.sql` and `release.json`; returns the content of the latter."""
    created = datetime.now(UTC).isoformat()
    package = datapackage(draft.name, created, written.paths, written.partitions)
    described = {}
    for name, content in ((DATAPACKAGE_JSON, package), (VIEWS_SQL, views_sql())):
        write_file(draft / name, content)
        described[name] = File(len(content), hashlib.sha256(content).hexdigest(), None)
    manifest = Manifest(
        release=draft.name,
        parent=parent,
        created=created,
        schema_version=SCHEMA_VERSION,
        parser_version=parser_version,
        inputs=tuple(inputs),
        documents=dict(sorted(written.statuses.items())),
        rows={name: sum(counts.values()) for name, counts in written.partitions.items()},
        partitions=written.partitions,
        nulls=written.nulls,
        files=written.files | described,
    )
    write_file(draft / RELEASE_JSON, render(manifest))
    return manifest


def _move_into_place(draft: Path, target: Path) -> None:
    sync_tree(draft)
    own_folder(target.parent)
    sync_folder(target.parent.parent)
    move_folder(draft, target)
    sync_folder(draft.parent)
