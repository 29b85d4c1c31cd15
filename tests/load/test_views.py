"""`views.sql` of a release runs in DuckDB as it stands, from the folder of the release and from anywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from load.manifest import read_manifest
from load.tables import TABLES
from load.views import VIEWS_SQL
from tests.load.made import document, published, question_id


def opened(release: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("set variable release = ?", [str(release)])
    connection.execute((release / VIEWS_SQL).read_text("utf-8"))
    return connection


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """Three questions: one on nitrogen in its preamble alone, one on a café, one unanswered of another session."""
    dataset = tmp_path_factory.mktemp("views")
    raw, parsed = document(1)
    assert parsed.question is not None
    nitrogen = replace(parsed, question=replace(parsed.question, preamble="De Stikstofnorm van 2019."))
    others = [document(2, questions=("Welk café?",), answers=("Geen.",)), document(3, session="2020-2021", answers=())]
    published(dataset, [(raw, nitrogen), *others])
    with opened(dataset / "latest") as connection:
        yield connection


def test_it_is_a_file_of_the_release_like_any_other(full: Path) -> None:
    described = read_manifest((full / "latest").resolve()).files[VIEWS_SQL]
    assert described.sha256 == hashlib.sha256((full / "latest" / VIEWS_SQL).read_bytes()).hexdigest()


@pytest.mark.parametrize("dataset", ["full", "empty"])
def test_every_table_is_a_view_with_all_its_rows(dataset: str, request: pytest.FixtureRequest) -> None:
    latest = (request.getfixturevalue(dataset) / "latest").resolve()
    rows = read_manifest(latest).rows
    with opened(latest) as connection:
        for table in TABLES.values():
            view = connection.table(f'"{table.name}"')
            assert view.columns == [*table.names, "parliament", "session"]
            assert len(view) == rows[table.name]


def test_it_runs_in_the_folder_of_the_release(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(full / "latest")
    connection = duckdb.connect()
    connection.execute(Path(VIEWS_SQL).read_text("utf-8"))
    assert connection.sql('from "references"').fetchall()


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        pytest.param("stikstof", [(1, ["preamble"])] * 2, id="in the preamble, whatever the capitals"),
        pytest.param("CAFE", [(2, ["question"])], id="whatever the accents"),
        pytest.param("geen.", [(2, ["answer"])], id="in the answer; a full stop is no pattern"),
        pytest.param("fietspaden", [(n, ["title"]) for n in (1, 1, 2, 3, 3)], id="in the title"),
        pytest.param("waterstof", [], id="nowhere"),
    ],
)
def test_search_finds_a_phrase_wherever_it_stands(
    views: duckdb.DuckDBPyConnection, phrase: str, found: list[tuple[int, list[str]]]
) -> None:
    rows = views.execute("select question_id, found_in from search(?)", [phrase]).fetchall()
    assert sorted((int(i.rpartition("/")[2]), places) for i, places in rows) == found


def test_a_question_has_its_answers_in_order(views: duckdb.DuckDBPyConnection) -> None:
    rows = views.execute("select label, question, answer, reply from question(?)", [question_id(1)]).fetchall()
    assert rows == [("1", "Hoeveel?", "Tien.", "answered"), ("2", "Waarom?", "Daarom.", "answered")]


def test_the_ministers_session_by_session(views: duckdb.DuckDBPyConnection) -> None:
    rows = views.sql("select addressee, session, questions, answered from ministers order by session").fetchall()
    assert rows == [("Jan Peeters", "2019-2020", 2, 2), ("Jan Peeters", "2020-2021", 1, 0)]


def test_the_members_session_by_session(views: duckdb.DuckDBPyConnection) -> None:
    rows = views.sql("select asker_slug, asker, session, questions from members order by session").fetchall()
    assert rows == [("anna-claes", "Anna Claes", "2019-2020", 2), ("anna-claes", "Anna Claes", "2020-2021", 1)]


def test_who_cites_an_act(dataset: Path) -> None:
    raw, parsed = document(1)
    cited = replace(parsed.references[0], kind="legislation", act_title="Decreet Lokaal Bestuur", article="2")
    published(dataset, [(raw, replace(parsed, references=(cited,)))])
    with opened(dataset / "latest") as connection:
        rows = connection.sql("select asker, act_title, article from citing('lokaal bestuur')").fetchall()
    assert rows == [("Anna Claes", "Decreet Lokaal Bestuur", "2")]
