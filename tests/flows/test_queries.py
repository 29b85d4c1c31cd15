"""`vraagbaak sql` and `vraagbaak rejected`."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from flows.command_line import run
from tests.load.made import document, full_documents, published, rejected


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("asked")
    published(path, [*full_documents(), document(9, questions=("Is dat \x1b[31mrood?", "Ja?"))])
    return path


def printed(capsys: pytest.CaptureFixture[str], *arguments: object, status: int = 0) -> tuple[str, str]:
    capsys.readouterr()
    assert run([str(argument) for argument in arguments]) == status
    return capsys.readouterr()


def test_sql_prints_a_table(capsys: pytest.CaptureFixture[str], dataset: Path) -> None:
    out, _ = printed(capsys, "sql", "select answered, count(*) as n from questions group by all", "--dataset", dataset)
    assert "answered" in out
    assert "true" in out


def test_sql_prints_what_programs_read(capsys: pytest.CaptureFixture[str], dataset: Path) -> None:
    query = 'select kind, count(*) as n from "references" group by all'
    assert printed(capsys, "sql", query, "--dataset", dataset, "--format", "csv")[0] == "kind,n\nfootnote,4\n"
    out, _ = printed(capsys, "sql", query, "--dataset", dataset, "--format", "jsonl")
    assert json.loads(out) == {"kind": "footnote", "n": 4}


def test_sql_reads_a_query_from_stdin(
    capsys: pytest.CaptureFixture[str], dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("select 41 + 1 as n"))
    assert printed(capsys, "sql", "-", "--dataset", dataset, "--format", "csv")[0] == "n\n42\n"


def test_a_text_never_acts_on_the_terminal(capsys: pytest.CaptureFixture[str], dataset: Path) -> None:
    out, _ = printed(capsys, "sql", "select question from pairs where label = '1'", "--dataset", dataset)
    assert "rood" in out
    assert "\x1b" not in out


def test_a_wrong_query_is_wrong_usage(capsys: pytest.CaptureFixture[str], dataset: Path) -> None:
    _, err = printed(capsys, "sql", "select nothing from questions", "--dataset", dataset, status=2)
    assert err.startswith("DuckDB cannot run this query: ")
    assert "nothing" in err


def test_a_release_without_views_says_how_to_get_them(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    published(tmp_path, [document(1)])
    (tmp_path / "latest" / "views.sql").unlink()
    _, err = printed(capsys, "sql", "select 1", "--dataset", tmp_path, status=1)
    assert err == "The release r1 has no views.sql: the next `vraagbaak build` adds it.\n"


def test_rejected_lists_what_and_why_newest_first(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    published(tmp_path, [document(1), rejected("een", source="[red]oud.txt")])
    published(tmp_path, [document(2), rejected("twee", source="nieuw.txt")], "r2", accept_drop=True)
    out, err = printed(capsys, "rejected", "--dataset", tmp_path)
    assert [line.split() for line in out.splitlines()[1:]] == [
        ["r2", "nieuw.txt", "no", "heading"],
        ["r1", "[red]oud.txt", "no", "heading"],
    ]
    assert err.startswith("2 documents were rejected.")


def test_rejected_as_json_has_every_field(capsys: pytest.CaptureFixture[str], dataset: Path) -> None:
    out, _ = printed(capsys, "rejected", "--dataset", dataset, "--json")
    found = [json.loads(line) for line in out.splitlines()]
    assert [one["source"] for one in found] == ["dicht.txt", "rest.txt"]
    assert found[0]["reason"] == "cannot be read: Permission denied"


def test_nothing_rejected(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    published(tmp_path, [document(1)])
    assert printed(capsys, "rejected", "--dataset", tmp_path) == ("", "Nothing was rejected.\n")


def test_the_other_commands_load_none_of_it() -> None:
    unneeded = "{'duckdb', 'xlsxwriter', 'holidays'}"
    code = f"import sys, flows.command_line, flows.pipeline; print(sorted({unneeded} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
