"""The gate: anomalies of a release that has no faults."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from load.checks import ChecksFailed
from load.gate import RunStatistics, find_anomalies
from load.manifest import Manifest
from load.releases import latest_name
from load.state import read_state
from load.tables import TABLES
from tests.load.made import document, published, question_id, rejected

SESSION = "parliament=vlaams-parlement/session=2019-2020"


def manifest(rows: int = 100, **changed: int) -> Manifest:
    """A release with as many rows in every table, but for those named."""
    counts = {table: changed.get(table, rows) for table in TABLES}
    return Manifest(
        "r", None, "", "1", "1.0.0", (), {"parsed": 90, "rejected": 10}, counts,
        {table: {SESSION: count} for table, count in counts.items()},
        {"questions": {SESSION: {"asker": 2, "subject": 60}}},
    )  # fmt: skip


NOTHING = RunStatistics(0, 0, {})


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        pytest.param({"documents": 99}, "documents drops from 100 to 99 rows", id="a document is gone"),
        pytest.param({"questions": 99}, "questions drops from 100 to 99 rows", id="a question is gone"),
        pytest.param({"answers": 99}, "answers drops from 100 to 99 rows", id="an answer is gone"),
        pytest.param({"references": 90}, None, id="a tenth of the references: corrected copies"),
        pytest.param({"references": 89}, "references drops from 100 to 89 rows", id="more than that"),
        pytest.param({"questions": 150}, None, id="more questions"),
    ],
)
def test_rows_do_not_become_fewer(changed: dict[str, int], fault: str | None) -> None:
    found = find_anomalies(manifest(), manifest(**changed), NOTHING)
    assert found == ([f"{fault} in {SESSION}: compare it in both releases."] if fault else [])


def test_a_document_that_is_parsed_at_last_leaves_the_unknown_session() -> None:
    folder = "parliament=unknown/session=unknown"
    before, now = manifest(), manifest()
    before = replace(before, partitions={**before.partitions, "documents": {SESSION: 9, folder: 1}})
    now = replace(now, partitions={**now.partitions, "documents": {SESSION: 10}})
    assert find_anomalies(before, now, NOTHING) == []


def test_a_partition_that_is_gone_is_told() -> None:
    now = manifest()
    gone = replace(now, partitions={**now.partitions, "pairs": {}})
    assert find_anomalies(manifest(), gone, NOTHING) == [
        f"pairs drops from 100 to 0 rows in {SESSION}: compare it in both releases."
    ]


@pytest.mark.parametrize(
    ("parsed", "rejected", "refused"),
    [
        pytest.param(100, 30, False, id="20 points above the usual"),
        pytest.param(100, 31, True, id="more than that"),
        pytest.param(9, 9, False, id="too few to tell"),
    ],
)
def test_a_run_does_not_reject_most_of_what_it_reads(parsed: int, rejected: int, refused: bool) -> None:
    anomalies = find_anomalies(manifest(), manifest(), RunStatistics(parsed, rejected, {}))
    assert bool(anomalies) is refused
    assert all(
        anomaly.startswith(f"{rejected} of the {parsed} documents of this run were rejected") for anomaly in anomalies
    )


@pytest.mark.parametrize(
    ("column", "nulls", "refused"),
    [
        pytest.param("asker", 50, True, id="a column that is usually filled"),
        pytest.param("asker", 15, False, id="a little less than usual"),
        pytest.param("subject", 60, False, id="a column that is often empty"),
    ],
)
def test_what_is_usually_filled_is_not_empty(column: str, nulls: int, refused: bool) -> None:
    run = RunStatistics(60, 0, {"questions": (60, Counter({column: nulls}))})
    assert bool(find_anomalies(manifest(), manifest(), run)) is refused


def test_few_rows_tell_nothing_about_a_column() -> None:
    run = RunStatistics(4, 0, {"questions": (4, Counter({"asker": 4}))})
    assert find_anomalies(manifest(), manifest(), run) == []


def test_a_small_parent_tells_nothing_about_a_column() -> None:
    run = RunStatistics(60, 0, {"questions": (60, Counter({"asker": 60}))})
    assert find_anomalies(manifest(rows=49), manifest(rows=49), run) == []


def test_a_parent_without_a_table_or_without_counted_nulls_is_no_fault() -> None:
    before = manifest()
    partitions = {table: counts for table, counts in before.partitions.items() if table != "pairs"}
    older = replace(before, rows={**before.rows, "pairs": 0}, partitions=partitions, nulls={})
    run = RunStatistics(60, 0, {table: (60, Counter({"asker": 60})) for table in ("pairs", "questions")})
    assert find_anomalies(older, manifest(), run) == []


def test_answers_may_come_later() -> None:
    run = RunStatistics(60, 0, {"pairs": (60, Counter({"answer": 60}))})
    assert find_anomalies(manifest(), manifest(), run) == []


# ----------------------------------------------------------------------------------------------- when it is published


def without_questions(dataset: Path) -> list[tuple[Any, Any]]:
    """All stored documents, parsed again by a parser that finds no question in them."""
    return [rejected(raw.raw_text, source=raw.source) for raw in read_state(dataset).stored_documents()]


def test_a_release_that_lost_its_questions_is_refused_and_kept(dataset: Path) -> None:
    published(dataset, [document(1), document(2)])
    with pytest.raises(ChecksFailed, match="questions drops from 2 to 0 rows") as refusal:
        published(dataset, without_questions(dataset), "r2", carry_over=False)
    assert refusal.value.only_anomalies
    assert "If the release is right all the same, run again with --accept-drop." in str(refusal.value)
    assert latest_name(dataset) == "r1"
    assert (dataset / "refused" / "r2" / "release.json").is_file()


def test_a_person_may_accept_it(dataset: Path) -> None:
    published(dataset, [document(1), document(2)])
    published(dataset, without_questions(dataset), "r2", carry_over=False, accept_drop=True)
    assert latest_name(dataset) == "r2"


def test_files_that_hold_other_questions_every_night_are_no_drop(dataset: Path) -> None:
    """A rolling export writes the same names again; what they held before stays in the dataset."""
    published(dataset, [document(number, source=f"{number}.txt") for number in range(1, 8)])
    later = [document(number, source=f"{number}.txt", session="2020-2021", modified=2) for number in range(11, 18)]
    published(
        dataset, [(replace(raw, source=f"{number}.txt"), parsed) for number, (raw, parsed) in enumerate(later, 1)], "r2"
    )
    assert latest_name(dataset) == "r2"


def test_a_night_of_garbage_is_refused(dataset: Path) -> None:
    published(dataset, [document(number) for number in range(1, 30)])
    with pytest.raises(ChecksFailed, match="12 of the 12 documents of this run were rejected"):
        published(dataset, [rejected(f"rommel {n}", source=f"{n}.txt") for n in range(12)], "r2")


def test_a_first_release_of_nothing_but_rejected_documents_is_refused(dataset: Path) -> None:
    """Nothing came before that it could be compared with; half of what a dump holds is a question all the same."""
    with pytest.raises(ChecksFailed, match="12 of the 12 documents of this first run were rejected"):
        published(dataset, [rejected(f"rommel {n}", source=f"{n}.txt") for n in range(12)])


# ------------------------------------------------------------------------------- what is replaced, and loses no row


def answered(*numbers: int, said: str = "Er zijn er {number}, verdeeld over alle provincies.", **other: Any) -> Any:
    """Questions whose answers say something, one document each."""
    return [
        document(number, answers=(said.format(number=number), "Daarom."), **{"source": f"{number}.txt", **other})
        for number in numbers
    ]


SIXTY = range(1, 61)


@pytest.mark.parametrize(
    ("said", "anomalies"),
    [
        pytest.param("404 Not Found", ["get another text", "less than half as long"], id="an error page"),
        pytest.param(
            "Er zijn er {number}, verdeeld over alle provinciÃ«n.", ["get another", "decoded wrongly"], id="mojibake"
        ),
        pytest.param("Er zijn er 7, verdeeld over alle provincies.", ["get another text"], id="the neighbour's answer"),
    ],
)
def test_a_night_that_replaces_all_answers_is_refused(dataset: Path, said: str, anomalies: list[str]) -> None:
    """No row is lost, and no column empty."""
    published(dataset, answered(*SIXTY))
    with pytest.raises(ChecksFailed) as refusal:
        published(dataset, answered(*SIXTY, said=said), "r2")
    assert len(refusal.value.faults) == len(anomalies)
    assert all(any(anomaly in fault for fault in refusal.value.faults) for anomaly in anomalies)
    assert "1.txt, 10.txt, 11.txt, 12.txt, 13.txt and 5" in str(refusal.value), "what to look at"


def test_one_file_that_claims_every_question_is_refused(dataset: Path) -> None:
    published(dataset, answered(*SIXTY))
    spoof = [one for n in SIXTY for one in answered(n, said="Niets.", source="spoof.txt", position=n)]
    with pytest.raises(ChecksFailed, match=r"They come from spoof\.txt\."):
        published(dataset, spoof, "r2")


def test_answers_of_many_sessions_are_counted_together(dataset: Path) -> None:
    """Three of each of six sessions are few in each of them, and all that the night brings."""
    places = [(f"{2008 + number // 3}-{2009 + number // 3}", number) for number in range(18, 36)]

    def night(said: str) -> list[Any]:
        return [
            one
            for session, number in places
            for one in answered(number, said=said, session=session, source=f"{session}-{number}.txt")
        ]

    published(dataset, night("Er zijn er {number}, verdeeld over alle provincies."))
    with pytest.raises(ChecksFailed, match="18 published questions get another text, and the run has 18 documents"):
        published(dataset, night("Er zijn er 7, verdeeld over alle provincies."), "r2")


def test_a_night_of_corrections_is_published(dataset: Path) -> None:
    published(dataset, answered(*SIXTY))
    published(dataset, answered(3, 17, 40, said="Het zijn er {number}, zo blijkt nu, over alle provincies."), "r2")
    assert latest_name(dataset) == "r2"


def test_answers_that_come_at_last_replace_nothing(dataset: Path) -> None:
    """The copy that is answered is better than the one that was not."""
    published(dataset, [document(number, answers=(), source=f"{number}.txt") for number in SIXTY])
    published(dataset, answered(*SIXTY), "r2")
    assert latest_name(dataset) == "r2"


def test_questions_of_another_minister_are_not_claimed(dataset: Path) -> None:
    """Number, day and member are those of published questions: a heading was read wrongly, or somebody's spoof."""
    published(dataset, answered(*SIXTY))
    claimed: list[Any] = []
    for raw, parsed in answered(*range(1, 8), said="Van een ander.", source="ander.txt"):
        assert parsed.question is not None
        other = question_id(parsed.question.number, minister="els-de-smet")
        claimed.append((replace(raw, source_position=len(claimed)), replace(
            parsed, question=replace(parsed.question, question_id=other, addressee="Els De Smet")
        )))  # fmt: skip
    with pytest.raises(ChecksFailed, match="7 new questions have number, day and member of one that stands under"):
        published(dataset, claimed, "r2")


def test_a_night_of_empty_files_is_refused(dataset: Path) -> None:
    published(dataset, answered(*SIXTY))
    with pytest.raises(ChecksFailed, match="12 of the 12 documents of this run are empty: leeg0"):
        published(dataset, [rejected(" " * (n + 1), source=f"leeg{n}.txt") for n in range(12)], "r2")
