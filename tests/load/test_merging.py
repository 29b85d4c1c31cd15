"""What a release takes over from its parent, and what replaces it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from load.publication import Publication, publish
from load.releases import latest_name, latest_path
from load.staging import Incoming
from load.state import read_state
from load.stored import StoredRelease
from load.tables import DOCUMENTS, TABLES
from tests.load.made import document, full_documents, known, published, question_id, rejected


def rows(dataset: Path, table: str) -> list[dict[str, Any]]:
    path = latest_path(dataset)
    assert path is not None
    return list(StoredRelease(path).read(TABLES[table]).to_pylist())


def locations(dataset: Path) -> dict[tuple[str, int], str]:
    """Each location with the release that its delivery appeared in."""
    return {(row["source"], row["source_position"]): row["delivered_in"] for row in rows(dataset, "deliveries")}


def contents(publication: Publication) -> dict[str, list[str]]:
    """The files of a release by their names, which tell their contents, but those that name releases."""
    release = StoredRelease(publication.path)
    return {
        table.name: [file.relative_to(publication.path).as_posix() for file in release.files(table)]
        for table in TABLES.values()
        if table.name not in ("documents", "deliveries")
    }


def test_a_release_holds_what_its_parent_held_and_what_came_in(dataset: Path) -> None:
    published(dataset, [document(1), rejected()])
    published(dataset, [document(2)], "r2")
    assert sorted(row["number"] for row in rows(dataset, "questions")) == [1, 2]
    assert len(rows(dataset, "documents")) == 3
    assert len(rows(dataset, "pairs")) == 4


def test_one_run_and_many_make_the_same_rows(tmp_path: Path) -> None:
    incoming = [document(n, source=f"{n}.txt", session=f"20{20 + n % 2}-20{21 + n % 2}") for n in range(1, 6)]
    at_once = published(tmp_path / "one", reversed(incoming), "r1")
    for number, one in enumerate(incoming):
        in_steps = published(tmp_path / "many", [one], f"r{number}")
    assert contents(at_once) == contents(in_steps)


def test_the_same_text_twice_is_one_document_with_two_deliveries(dataset: Path) -> None:
    published(dataset, [document(1, source="a.txt"), known(document(1, source="b.txt"))])
    assert len(rows(dataset, "documents")) == 1
    assert locations(dataset) == {("a.txt", 0): "r1", ("b.txt", 0): "r1"}


def test_a_document_may_come_as_known_before_it_comes_parsed(dataset: Path) -> None:
    published(dataset, [known(document(1, source="b.txt")), document(1, source="a.txt")])
    assert len(rows(dataset, "questions")) == 1


def test_a_known_document_at_a_new_location_is_one_delivery_more(dataset: Path) -> None:
    published(dataset, [document(1, source="a.txt")])
    published(dataset, [known(document(1, source="b.txt"))], "r2")
    assert locations(dataset) == {("a.txt", 0): "r1", ("b.txt", 0): "r2"}
    assert [row["first_release"] for row in rows(dataset, "documents")] == ["r1"]


@pytest.mark.parametrize("reverse", [False, True])
def test_the_source_of_a_document_is_that_of_its_earliest_delivery(dataset: Path, reverse: bool) -> None:
    incoming = [
        document(1, source="b.txt", modified=3, encoding="cp1252"),
        document(1, source="c.txt", modified=2, encoding="utf-8-sig"),
        document(1, source="a.txt", modified=3),
    ]
    published(dataset, reversed(incoming) if reverse else incoming)
    assert [(row["source"], row["encoding"]) for row in rows(dataset, "documents")] == [("c.txt", "utf-8-sig")]


def test_the_source_of_a_document_stays_while_it_lies_there(dataset: Path) -> None:
    published(dataset, [document(1, source="first.txt", modified=50)])
    published(dataset, [known(document(1, source="older.txt", modified=2))], "r2")
    assert {row["source"] for row in rows(dataset, "documents")} == {"first.txt"}
    published(dataset, [document(2, source="first.txt", modified=51)], "r3")
    assert sorted(row["source"] for row in rows(dataset, "documents")) == ["first.txt", "older.txt"]


def test_a_new_delivery_at_a_place_replaces_the_old_one(dataset: Path) -> None:
    published(dataset, [document(1, source="a.txt")])
    published(dataset, [document(2, source="a.txt", modified=2)], "r2")
    (delivery,) = rows(dataset, "deliveries")
    assert delivery["document_id"] == document(2)[0].document_id
    assert delivery["delivered_in"] == "r2"


def test_a_document_whose_place_is_taken_stays_in_the_dataset(dataset: Path) -> None:
    published(dataset, [document(1, source="a.txt")])
    published(dataset, [document(2, source="a.txt", modified=2)], "r2")
    assert sorted(row["number"] for row in rows(dataset, "questions")) == [1, 2]
    assert {row["source"] for row in rows(dataset, "documents")} == {"a.txt"}


def test_a_source_that_holds_fewer_documents_leaves_no_stale_deliveries(dataset: Path) -> None:
    published(dataset, [document(n, source="many.txt", position=n) for n in range(3)])
    published(dataset, [known(document(0, source="many.txt", position=0, modified=2))], "r2")
    assert locations(dataset) == {("many.txt", 0): "r1"}


def test_a_delivery_that_is_what_it_was_keeps_its_release(dataset: Path) -> None:
    published(dataset, [document(1)])
    published(dataset, [document(1)], "r2", carry_over=False)
    assert set(locations(dataset).values()) == {"r1"}


def test_a_touched_file_delivers_nothing_new(dataset: Path) -> None:
    published(dataset, [document(1)])
    touched = known(document(1, modified=2))
    nothing = publish(dataset, read_state(dataset), [touched], parser_version="1", release_id="r2", inputs=[])
    assert (nothing, latest_name(dataset)) == (None, "r1")


def test_the_fingerprint_of_a_touched_file_is_taken_over_with_what_is_new(dataset: Path) -> None:
    published(dataset, [document(1)])
    published(dataset, [known(document(1, modified=2)), document(2)], "r2")
    assert locations(dataset) == {("1.txt", 0): "r1", ("2.txt", 0): "r2"}
    assert read_state(dataset).fingerprints["1.txt"] == document(1, modified=2)[0].fingerprint


@pytest.mark.parametrize(
    "one",
    [
        known(document(1, source="copy.txt")),
        known(document(1, source="1.txt", position=1)),
        known(document(2, source="1.txt", modified=2)),
    ],
    ids=["the same text at another location", "further down in its file", "another known text in the same file"],
)
def test_a_document_that_lies_elsewhere_is_news(dataset: Path, one: Incoming) -> None:
    published(dataset, [document(1), document(2)])
    assert published(dataset, [one], "r2").release_id == "r2"


def test_two_claims_to_one_location_are_settled_alike_in_any_order(tmp_path: Path) -> None:
    claims = [document(1, source="a.txt", modified=2), document(2, source="a.txt", modified=1)]
    for name, incoming in {"one": claims, "two": claims[::-1]}.items():
        published(tmp_path / name, incoming)
        (delivery,) = rows(tmp_path / name, "deliveries")
        assert delivery["document_id"] == claims[0][0].document_id


def test_a_rebuild_replaces_rows_and_keeps_the_first_release(dataset: Path) -> None:
    raw, parsed = document(1)
    assert parsed.question is not None
    better = replace(parsed, question=replace(parsed.question, theme="Mobiliteit"))
    published(dataset, [(raw, parsed), rejected()])
    published(dataset, [(raw, better), rejected()], "r2", carry_over=False, parser_version="2.0.0")
    assert [row["theme"] for row in rows(dataset, "questions")] == ["Mobiliteit"]
    assert {(row["first_release"], row["parser_version"]) for row in rows(dataset, "documents")} == {("r1", "2.0.0")}


def test_a_rebuild_from_what_is_stored_needs_no_dump(full_dataset: Path) -> None:
    before = {name: rows(full_dataset, name) for name in TABLES}
    parses = {raw.document_id: parsed for raw, parsed in full_documents()}
    again = [(raw, parses[raw.document_id]) for raw in read_state(full_dataset).stored_documents()]
    published(full_dataset, again, "r2", carry_over=False)
    assert {name: rows(full_dataset, name) for name in TABLES} == before


def test_a_rebuild_can_move_a_document_to_another_session(dataset: Path) -> None:
    raw, parsed = document(1)
    assert parsed.question is not None
    elsewhere = replace(
        parsed,
        session="2020-2021",
        question=replace(parsed.question, question_id=question_id(1, "2020-2021")),
    )
    published(dataset, [(raw, parsed)])
    publication = published(dataset, [(raw, elsewhere)], "r2", carry_over=False, accept_drop=True)
    partitions = StoredRelease(publication.path).partitions()
    assert [partition.session for partition in partitions] == ["2020-2021"]


def test_a_parent_of_another_schema_version_is_not_carried_over(full_dataset: Path) -> None:
    state = replace(read_state(full_dataset), schema_version="0")
    with pytest.raises(ValueError, match="schema version 0 cannot be carried over"):
        publish(full_dataset, state, [], parser_version="1", release_id="r2", inputs=[])


def test_rows_are_sorted_by_key(dataset: Path) -> None:
    published(dataset, [document(n) for n in (3, 1, 2)])
    for table in TABLES.values():
        keys = [tuple(row[column] for column in table.key) for row in rows(dataset, table.name)]
        assert keys == sorted(keys)


def test_many_packed_portions_make_the_same_release(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    incoming = [document(n) for n in range(1, 8)]
    whole = published(dataset, incoming)
    monkeypatch.setattr("load.staging.FLUSH_CHARACTERS", 1)
    packed = published(dataset, incoming, "r2", carry_over=False)
    assert contents(packed) == contents(whole)


def test_each_document_row_names_the_parser_that_read_it(dataset: Path) -> None:
    published(dataset, [document(1)], parser_version="1.0.0")
    published(dataset, [document(2)], "r2", parser_version="1.0.1")
    path = latest_path(dataset)
    assert path is not None
    versions = StoredRelease(path).read(DOCUMENTS, ("source", "parser_version")).to_pylist()
    assert {row["source"]: row["parser_version"] for row in versions} == {"1.txt": "1.0.0", "2.txt": "1.0.1"}
