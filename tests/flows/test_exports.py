"""Tables for other programs: they open again as they were, and no text acts in a spreadsheet."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import pytest

from flows import exporting
from flows.command_line import run
from load.tables import OF_A_QUESTION
from load.views import connect
from tests.load.made import document, published

FORMULAS = ("=1+1", "+32 9 123", "-een opsomming", "@SUM(A1)", "\tingesprongen")
LONG = "één 🙂 " * 8000


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Answers like formulas, one that is longer than a cell of Excel, quotes, line ends and signs of all planes."""
    path = tmp_path_factory.mktemp("exported")
    made = [document(at, questions=("Hoe?",), answers=(text,)) for at, text in enumerate(FORMULAS, 1)]
    made.append(document(10, questions=('Wat is "dat";\nen dit, 🙂?',), answers=(LONG,)))
    raw, parsed = document(11, session="2020-2021", answers=())
    assert parsed.question is not None
    made.append((raw, replace(parsed, question=replace(parsed.question, portfolios=("Wonen", "Energie")))))
    published(path, made)
    return path


@pytest.fixture(scope="module")
def pairs(dataset: Path) -> pd.DataFrame:
    """What was published."""
    return pd.read_parquet(dataset / "latest" / "pairs").sort_values(["question_id", "sub_question_position"])


@pytest.fixture
def rows(dataset: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect((dataset / "latest").resolve()) as connection:
        yield connection


def exported(dataset: Path, target: Path, *options: str) -> Path:
    assert run(["export", str(target), "--dataset", str(dataset), *options]) == 0
    return target


def texts(frame: pd.DataFrame) -> list[dict[Hashable, Any]]:
    return frame[["question_id", "label", "question", "answer"]].fillna("").to_dict("records")


def test_csv_opens_again_as_it_was(dataset: Path, tmp_path: Path, pairs: pd.DataFrame) -> None:
    path = exported(dataset, tmp_path / "pairs.csv", "--table", "pairs", "--raw")
    read = pd.read_csv(path, dtype={"label": str}, parse_dates=["asked_on"])
    assert texts(read) == texts(pairs)
    assert read["is_leaf"].dtype == bool
    assert list(read["asked_on"].dt.date) == list(pairs["asked_on"])


def test_a_text_in_csv_is_never_a_formula(dataset: Path, tmp_path: Path, pairs: pd.DataFrame) -> None:
    path = exported(dataset, tmp_path / "pairs.csv", "--table", "pairs")
    answers = pd.read_csv(path)["answer"].dropna()
    assert not answers.str.startswith(exporting.FORMULA_BEGINNINGS).any()
    disarmed = answers.str.startswith(exporting.DISARMED)
    assert list(answers[disarmed].str.removeprefix(exporting.DISARMED)) == list(FORMULAS)


def test_a_negative_number_is_no_formula(rows: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    with (tmp_path / "n.csv").open("w") as file:
        exporting.write_csv(rows.sql("select -1 as number, '-1' as text"), file)
    assert (tmp_path / "n.csv").read_text() == "number,text\n-1,'-1\n"


def test_csv_shows_its_accents_in_excel(dataset: Path, tmp_path: Path) -> None:
    path = exported(dataset, tmp_path / "pairs.csv", "--table", "pairs")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfquestion_id,")


def test_excel_opens_again_as_it_was(
    dataset: Path, tmp_path: Path, pairs: pd.DataFrame, capsys: pytest.CaptureFixture[str]
) -> None:
    read = pd.read_excel(exported(dataset, tmp_path / "pairs.xlsx", "--table", "pairs"), dtype={"label": str})
    short = pairs["answer"].fillna("").str.len() < 30_000
    assert texts(read[short.to_numpy()]) == texts(pairs[short])
    assert list(read["asked_on"].dt.date) == list(pairs["asked_on"])
    assert "1 text is longer than a cell of Excel" in capsys.readouterr().err


def test_a_text_in_excel_is_a_text(dataset: Path, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(exported(dataset, tmp_path / "pairs.xlsx", "--table", "pairs"))["pairs"]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value in FORMULAS}
    assert kinds == {"s"}


def test_a_text_too_long_for_excel_ends_in_a_sign(dataset: Path, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(exported(dataset, tmp_path / "pairs.xlsx", "--table", "pairs"))["pairs"]
    (cut,) = [cell.value for row in sheet.iter_rows() for cell in row if str(cell.value).endswith(exporting.CUT)]
    assert LONG.startswith(cut.removesuffix(exporting.CUT))
    assert len(cut.encode("utf-16-le")) // 2 in (exporting.EXCEL_CELL - 1, exporting.EXCEL_CELL)


def test_more_rows_than_a_sheet_holds_are_refused(
    rows: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "EXCEL_ROWS", 3)
    assert exporting.write_xlsx({"two": rows.sql("from range(2)")}, tmp_path / "two.xlsx") == 0
    with pytest.raises(exporting.TooManyRows, match=r"^three has more rows than a sheet"):
        exporting.write_xlsx({"three": rows.sql("from range(3)")}, tmp_path / "three.xlsx")


def test_json_lines_hold_every_value_as_it_is(dataset: Path, tmp_path: Path) -> None:
    path = exported(dataset, tmp_path / "q.jsonl", "--table", "questions")
    read = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [one["portfolios"] for one in read][-1] == ["Wonen", "Energie"]
    assert {one["asked_on"] for one in read} == {"2020-03-01"}
    assert read[-1]["answer_length"] is None


def test_sqlite_has_every_table_with_its_key(dataset: Path, tmp_path: Path, pairs: pd.DataFrame) -> None:
    with sqlite3.connect(exported(dataset, tmp_path / "all.sqlite")) as connection:
        names = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}
        assert names == {table.name for table in OF_A_QUESTION}
        read = pd.read_sql("select * from pairs order by question_id, sub_question_position", connection)
        assert texts(read) == texts(pairs)
        (portfolios,) = connection.execute("select portfolios from questions where session = '2020-2021'").fetchone()
        assert portfolios == "Wonen; Energie"
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("insert into pairs select * from pairs limit 1")
        assert connection.execute("select date(asked_on, '+1 day') from questions").fetchone() == ("2020-03-02",)


def test_a_folder_has_a_file_per_table(dataset: Path, tmp_path: Path) -> None:
    folder = exported(dataset, tmp_path / "all", "--format", "csv")
    assert {path.name for path in folder.iterdir()} == {f"{table.name}.csv" for table in OF_A_QUESTION}


def test_the_rows_of_a_query(dataset: Path, tmp_path: Path) -> None:
    path = exported(dataset, tmp_path / "n.csv", "--query", "select number, subject from questions where number > 9")
    assert list(pd.read_csv(path)["number"]) == [10, 11]


@pytest.mark.parametrize(
    ("target", "options", "sentence"),
    [
        ("out.pdf", (), "What format"),
        ("out.csv", (), "One file holds one table"),
        ("out.csv", ("--table", "paren"), "There is no table paren"),
        ("out.csv", ("--query", "selec"), "DuckDB cannot run this query"),
        ("out.csv", ("--query", "-- nothing"), "The query is empty"),
        ("out.csv", ("--query", "from pairs", "--table", "pairs"), "Give --table or --query"),
    ],
)
def test_a_wrong_use_is_one_sentence_and_leaves_nothing(
    dataset: Path,
    tmp_path: Path,
    target: str,
    options: tuple[str, ...],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["export", str(tmp_path / target), "--dataset", str(dataset), *options]) == 2
    assert capsys.readouterr().err.startswith(sentence)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_replaced_unasked(dataset: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "pairs.csv"
    target.write_text("mine")
    assert run(["export", str(target), "--dataset", str(dataset), "--table", "pairs"]) == 2
    assert target.read_text() == "mine"
    exported(dataset, target, "--table", "pairs", "--overwrite")
    assert target.read_text("utf-8-sig").startswith("question_id,")


def test_the_day_of_a_question_is_a_day(dataset: Path, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(exported(dataset, tmp_path / "q.xlsx", "--table", "questions"))["questions"]
    header = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, header.index("asked_on") + 1).value.date() == date(2020, 3, 1)
