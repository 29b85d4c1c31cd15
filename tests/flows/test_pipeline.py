"""The whole way, from a dump to a release, without Prefect."""

from __future__ import annotations

import dataclasses
import errno
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

import pandas as pd
import pytest

import transform
from extract.sources import SourceMissing
from flows import pipeline, portions
from flows.errors import SchemaNewer
from flows.limits import Limits
from flows.pipeline import build
from flows.portions import Progress
from load.lock import DatasetLocked, lock
from load.manifest import read_manifest, render
from load.releases import point_latest
from load.retries import read_retries
from load.state import read_state
from load.verify import verify
from records import ParsedDocument, RawDocument
from tests.flows.dumps import question_id, write_dump
from transform.parse import parse_document

P = ParamSpec("P")
R = TypeVar("R")


def read(dataset: Path, table: str) -> pd.DataFrame:
    return pd.read_parquet(os.path.realpath(dataset / "latest" / table))


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_questions_of_a_dump_become_rows(tmp_path: Path) -> None:
    summary = build([write_dump(tmp_path / "raw", 1, 2)], tmp_path / "dataset")
    questions = read(tmp_path / "dataset", "questions")
    assert sorted(questions.question_id) == [question_id(1), question_id(2)]
    assert (summary.deliveries, summary.new, summary.known) == (2, 2, 0)
    assert (summary.parsed, summary.rejected, summary.superseded, summary.failures) == (2, 0, 0, 0)
    assert summary.parent is None
    assert summary.rows["questions"] == 2
    assert summary.rows["pairs"] == len(read(tmp_path / "dataset", "pairs")) == 4


def test_a_release_is_named_by_its_time_in_utc(tmp_path: Path) -> None:
    summary = build([write_dump(tmp_path / "raw", 1)], tmp_path / "dataset")
    assert re.fullmatch(r"\d{8}T\d{6}Z", str(summary.release))


def test_two_releases_in_one_second_have_two_names(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", 1)
    names = set()
    for _ in range(3):
        names.add(build([raw], tmp_path / "dataset", rebuild=True).release)
    assert len(names) == 3


def test_nothing_new_publishes_nothing(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", 1, 2)
    first = build([raw], tmp_path / "dataset")
    before = files_below(tmp_path)
    second = build([raw], tmp_path / "dataset")
    assert (second.release, second.parent) == (None, first.release)
    assert (second.deliveries, second.new, second.known) == (2, 0, 2)
    assert second.rows == first.rows, "the rows of the release that stands"
    assert files_below(tmp_path) == before


def test_touched_files_alone_publish_nothing(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", 1, 2)
    first = build([raw], tmp_path / "dataset")
    before = files_below(tmp_path)
    for path in raw.iterdir():
        os.utime(path, (10**9, 10**9))
    second = build([raw], tmp_path / "dataset")
    assert (second.release, second.parent) == (None, first.release)
    assert (second.deliveries, second.new, second.parsed, second.rows) == (2, 0, 0, first.rows)
    assert files_below(tmp_path) == before


def test_a_superseded_copy_that_is_touched_publishes_nothing_and_replaces_nobody(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", 1)
    copy = raw / "later.txt"
    copy.write_text((raw / "sv1.txt").read_text().replace("oude eiken", "oude beuken"))
    os.utime(raw / "sv1.txt", (10**9, 10**9))
    build([raw], tmp_path / "dataset")
    (raw / "sv1.txt").touch()
    assert build([raw], tmp_path / "dataset").release is None
    write_dump(raw, 2)
    summary = build([raw], tmp_path / "dataset")
    assert (summary.new, summary.superseded) == (1, 0)
    preambles = read(tmp_path / "dataset", "questions").set_index("number").preamble
    assert "beuken" in preambles[1]


def test_a_corrected_copy_of_a_later_night_wins_however_old_its_file_is(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", 1)
    build([raw], tmp_path / "dataset")
    copy = raw / "corrected.txt"
    copy.write_text((raw / "sv1.txt").read_text().replace("oude eiken", "oude beuken"))
    os.utime(copy, (10**9, 10**9))
    summary = build([raw], tmp_path / "dataset")
    assert summary.superseded == 1
    assert "beuken" in read(tmp_path / "dataset", "questions").preamble[0]


def test_a_file_that_is_skipped_counts_the_documents_that_it_holds(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", 1, 2, 3)
    whole = "\n".join(path.read_text() for path in sorted(raw.iterdir()))
    for path in raw.iterdir():
        path.unlink()
    (raw / "all.txt").write_text(whole)
    first = build([raw], tmp_path / "dataset")
    second = build([raw], tmp_path / "dataset")
    assert (first.deliveries, first.new, first.known) == (3, 3, 0)
    assert (second.deliveries, second.new, second.known) == (3, 0, 3)


def test_parsed_counts_what_the_parser_found_a_question_in(tmp_path: Path) -> None:
    """New or not, superseded at once or not; a known document whose file was not opened is not parsed."""
    raw = write_dump(tmp_path / "raw", 1)
    (raw / "later.txt").write_text((raw / "sv1.txt").read_text().replace("oude eiken", "oude beuken"))
    (raw / "letter.txt").write_text("Beste lezer, dit is een brief.")
    first = build([raw], tmp_path / "dataset")
    assert (first.new, first.parsed, first.rejected, first.superseded) == (3, 2, 1, 1)
    write_dump(raw, 2)
    second = build([raw], tmp_path / "dataset")
    assert (second.new, second.parsed, second.rejected, second.superseded) == (1, 1, 0, 0)
    rebuilt = build([raw], tmp_path / "dataset", rebuild=True)
    assert (rebuilt.new, rebuilt.parsed, rebuilt.rejected, rebuilt.superseded) == (0, 3, 1, 0)


def test_an_empty_dump_makes_no_release_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    summary = build([tmp_path / "raw"], tmp_path / "dataset")
    assert (summary.release, summary.parent, summary.rows, summary.path) == (None, None, {}, None)
    assert summary.sentence.startswith(f"There is no file to read in {tmp_path / 'raw'}. Nothing new")


def test_a_missing_dump_leaves_no_trace(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing):
        build([tmp_path / "nowhere"], tmp_path / "dataset")
    assert files_below(tmp_path) == set()


def test_what_comes_later_joins_what_was_there(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", 1)
    first = build([raw], tmp_path / "dataset")
    write_dump(raw, 2)
    second = build([raw], tmp_path / "dataset")
    assert (second.parent, second.new, second.known, second.parsed) == (first.release, 1, 1, 1)
    assert len(read(tmp_path / "dataset", "questions")) == 2


def test_the_same_text_twice_is_parsed_once(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", 1)
    (raw / "again.txt").write_bytes((raw / "sv1.txt").read_bytes())
    parsed: list[str] = []

    def counting(document: RawDocument) -> ParsedDocument:
        parsed.append(document.source)
        return parse_document(document)

    summary = build([raw], tmp_path / "dataset", parse=counting)
    assert parsed == ["again.txt"]
    assert (summary.deliveries, summary.new, summary.rows["deliveries"], summary.rows["documents"]) == (2, 1, 2, 1)


@pytest.mark.parametrize("reason", ["rebuild", "parser", "schema"])
def test_stored_documents_are_parsed_again_without_the_dump(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    raw = write_dump(tmp_path / "raw", 1, 2)
    first = build([raw], tmp_path / "dataset")
    (raw / "sv1.txt").unlink()
    if reason == "parser":
        monkeypatch.setattr(transform, "PARSER_VERSION", "a later one")
    if reason == "schema":
        state = read_state(tmp_path / "dataset")
        monkeypatch.setattr(pipeline, "SCHEMA_VERSION", f"{state.schema_version}+")
    summary = build([raw], tmp_path / "dataset", rebuild=reason == "rebuild")
    assert summary.release not in (None, first.release)
    assert (summary.parsed, summary.new) == (2, 0)
    assert summary.rows == first.rows
    state = read_state(tmp_path / "dataset")
    assert state.parser_version == transform.PARSER_VERSION


def test_hostile_files_are_rows_with_a_reason(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", 1)
    (raw / "empty.txt").write_bytes(b"")
    (raw / "binary.txt").write_bytes(b"\x00\x01")
    (raw / "gone.txt").symlink_to(raw / "nowhere")
    (raw / "letter.txt").write_text("Beste lezer, dit is een brief.")
    summary = build([raw], tmp_path / "dataset")
    documents = read(tmp_path / "dataset", "documents").set_index("source")
    assert (summary.parsed, summary.rejected) == (1, 4)
    assert (documents.drop("sv1.txt").status == "rejected").all()
    assert documents.drop("sv1.txt").reason.notna().all()


def test_a_parser_that_raises_costs_that_document(tmp_path: Path) -> None:
    def fragile(document: RawDocument) -> ParsedDocument:
        if document.source == "sv1.txt" and document.problem is None:
            raise IndexError("out of range")
        return parse_document(document)

    summary = build([write_dump(tmp_path / "raw", 1, 2)], tmp_path / "dataset", parse=fragile)
    documents = read(tmp_path / "dataset", "documents").set_index("source")
    assert (summary.parsed, summary.rejected, summary.failures) == (1, 1, 1)
    assert documents.reason["sv1.txt"] == "the parser failed with IndexError: out of range"


def test_what_failed_for_a_reason_that_passes_is_tried_again(tmp_path: Path) -> None:
    """A night in which memory is short: the document is told and counted, and parsed by the first run that can."""
    raw, dataset = write_dump(tmp_path / "raw", 1, 2), tmp_path / "dataset"

    def short_of_memory(document: RawDocument) -> ParsedDocument:
        if document.source == "sv2.txt":
            raise MemoryError
        return parse_document(document)

    first = build([raw], dataset, parse=short_of_memory)
    assert (first.parsed, first.rejected, len(first.waiting)) == (1, 1, 1)
    assert first.waiting[0].startswith("sv2.txt the parser failed with MemoryError (tried once, since ")
    again = build([raw], dataset, parse=short_of_memory)
    assert again.release is None, "no release for its sake"
    assert "tried in 2 runs" in again.sentence
    mended = build([raw], dataset)
    assert (mended.new, mended.parsed, mended.rejected, mended.waiting) == (0, 1, 0, ())
    assert sorted(read(dataset, "questions").number) == [1, 2]
    assert read_retries(dataset) == {}
    assert verify(dataset) == []


def test_the_verdict_of_the_parser_is_final(tmp_path: Path) -> None:
    raw, dataset = write_dump(tmp_path / "raw", 1), tmp_path / "dataset"

    def failing(document: RawDocument) -> ParsedDocument:
        raise KeyError(document.source)

    build([raw], dataset, parse=failing)
    assert build([raw], dataset).release is None


def test_a_file_that_cannot_be_read_is_counted_from_night_to_night(tmp_path: Path) -> None:
    raw, dataset = write_dump(tmp_path / "raw", 1), tmp_path / "dataset"
    (raw / "sv2.txt").symlink_to(raw / "gone.txt")
    build([raw], dataset)
    build([raw], dataset)
    (retry,) = read_retries(dataset).values()
    assert retry.times == 2
    (raw / "sv2.txt").unlink()
    write_dump(raw, 2)
    assert build([raw], dataset).waiting == ()


def unable(text: str) -> Sequence[int]:
    raise RecursionError("too deep")


def test_a_file_that_cannot_be_split_is_split_at_its_plain_headings(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", 1, 2, 3)
    whole = "\n".join(path.read_text() for path in sorted(raw.iterdir()))
    (tmp_path / "whole.txt").write_text(whole)
    summary = build([tmp_path / "whole.txt"], tmp_path / "dataset", starts=unable)
    assert (summary.parsed, summary.rejected, summary.failures) == (3, 0, 1)


def test_a_file_that_nothing_splits_is_one_rejected_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "plain_document_starts", unable)
    summary = build([write_dump(tmp_path / "raw", 1)], tmp_path / "dataset", starts=unable)
    documents = read(tmp_path / "dataset", "documents")
    assert (summary.rejected, summary.failures) == (1, 1)
    assert documents.reason[0] == "the file could not be split into documents: RecursionError: too deep"


def test_portions_change_nothing_in_the_outcome(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", *range(1, 8))
    whole = build([raw], tmp_path / "whole")
    parted = build([raw], tmp_path / "portions", limits=Limits(portion_documents=2))
    assert parted.rows == whole.rows
    for table in ("questions", "deliveries"):
        key = ["question_id"] if table == "questions" else ["source"]
        volatile = ["delivered_in"]
        left, right = (
            read(tmp_path / name, table).sort_values(key, ignore_index=True).drop(columns=volatile, errors="ignore")
            for name in ("whole", "portions")
        )
        pd.testing.assert_frame_equal(left, right)


def test_stages_have_names_and_run_one_after_another(tmp_path: Path) -> None:
    called: list[str] = []

    def noting(name: str, function: Callable[P, R], /) -> Callable[P, R]:
        def stage(*args: P.args, **kwargs: P.kwargs) -> R:
            called.append(name)
            return function(*args, **kwargs)

        return stage

    build([write_dump(tmp_path / "raw", 1)], tmp_path / "dataset", stage=noting)
    assert called == ["find the files", "read the state", "extract", "transform", "load", "prune"]


def test_progress_ends_where_the_summary_begins(tmp_path: Path) -> None:
    seen: list[tuple[int, int, int]] = []

    def note(progress: Progress) -> None:
        seen.append((progress.files_done, progress.files, progress.new))

    build([write_dump(tmp_path / "raw", 1, 2)], tmp_path / "dataset", on_progress=note)
    assert seen == [(1, 2, 1), (2, 2, 2)]


def test_a_run_locks_its_dataset(tmp_path: Path) -> None:
    raw = write_dump(tmp_path / "raw", 1)
    with lock(tmp_path / "dataset"), pytest.raises(DatasetLocked):
        build([raw], tmp_path / "dataset")
    assert build([raw], tmp_path / "dataset").release is not None, "and unlocks it"


def test_nothing_is_written_outside_the_dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("TMPDIR", str(tmp_path / "here"))
    raw = write_dump(tmp_path / "raw", 1)
    before = files_below(raw)
    build([raw], tmp_path / "dataset")
    assert files_below(raw) == before
    assert files_below(tmp_path / "here") == set()


def test_what_cannot_be_removed_does_not_make_the_run_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The release is published by then; the sentence says what is left."""

    def refuse(*arguments: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "old")

    monkeypatch.setattr("flows.pipeline.prune", refuse)
    summary = build([write_dump(tmp_path / "raw", 1)], tmp_path / "dataset")
    assert summary.release is not None
    assert summary.sentence.endswith("old could not be removed: Permission denied. Run `vraagbaak prune` to try again.")


def test_ids_rise_though_the_clock_was_set_back(tmp_path: Path) -> None:
    """Deliveries are ordered by them: a correction of the next night must not be older than what it corrects."""
    raw, dataset = write_dump(tmp_path / "raw", 1), tmp_path / "dataset"
    first = build([raw], dataset)
    assert first.release is not None
    ahead = dataset / "releases" / "29991231T235959Z"
    (dataset / "releases" / first.release).rename(ahead)
    manifest = read_manifest(ahead)
    (ahead / "release.json").write_bytes(render(dataclasses.replace(manifest, release=ahead.name)))
    (dataset / "latest").unlink()
    point_latest(dataset, ahead.name)
    write_dump(raw, 2)
    assert build([raw], dataset).release == "30000101T000000Z"
    assert verify(dataset) == []


def test_a_newer_schema_is_not_downgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw, dataset = write_dump(tmp_path / "raw", 1), tmp_path / "dataset"
    build([raw], dataset)
    state = dataclasses.replace(read_state(dataset), schema_version="99")
    monkeypatch.setattr(pipeline, "read_state", lambda dataset: state)
    with pytest.raises(SchemaNewer, match="has schema version 99, and this vraagbaak writes"):
        build([raw], dataset)
