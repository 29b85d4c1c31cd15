"""A release as pandas frames whose columns have their types, and one text parsed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import vraagbaak
from load.releases import DatasetEmpty, ReleaseMissing
from load.tables import TABLES
from tests.load.made import document, published
from tests.transform.documents import document as text_of


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sessions, and a question without number or date."""
    dataset = tmp_path_factory.mktemp("frames")
    raw, parsed = document(3, session="unknown", answers=())
    assert parsed.question is not None
    undated = replace(parsed, question=replace(parsed.question, number=None, asked_on=None))
    published(dataset, [document(1), document(2, session="2020-2021"), (raw, undated)])
    return dataset


@pytest.fixture
def dataset(path: Path) -> vraagbaak.Dataset:
    return vraagbaak.Dataset(path)


def test_the_columns_have_their_types(dataset: vraagbaak.Dataset) -> None:
    types = {name: str(dtype) for name, dtype in dataset.questions.dtypes.items()}
    assert types["asked_on"] == "datetime64[s]"
    assert (types["number"], types["answer_length"], types["sub_question_count"]) == ("Int32", "Int32", "int16")
    assert (types["answered"], types["asker"], types["session"]) == ("bool", "str", "str")
    assert dataset.questions.portfolios.tolist() == [["Mobiliteit"]] * 3


def test_what_is_missing_is_missing(dataset: vraagbaak.Dataset) -> None:
    undated = dataset.questions.query("session == 'unknown'").iloc[0]
    assert pd.isna(undated.number) and pd.isna(undated.asked_on) and pd.isna(undated.asker_party)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_there_whole(dataset: vraagbaak.Dataset, name: str) -> None:
    frame = dataset.table(name)
    assert list(frame.columns) == [*TABLES[name].names, "parliament", "session"]
    assert len(frame) == len(pd.read_parquet(dataset.path / name))
    if hasattr(vraagbaak.Dataset, name):
        assert getattr(dataset, name).equals(frame)


def test_some_columns_of_some_sessions(dataset: vraagbaak.Dataset) -> None:
    frame = dataset.table("pairs", ["label", "answer"], session="2019-2020")
    assert frame.to_dict("list") == {"label": ["1", "2"], "answer": ["Tien.", "Daarom."]}
    assert len(dataset.table("pairs", session=["2019-2020", "2020-2021"])) == 4


def test_an_empty_release_has_typed_frames(tmp_path: Path) -> None:
    published(tmp_path, [])
    empty = vraagbaak.Dataset(tmp_path).questions
    assert len(empty) == 0
    assert str(empty.asked_on.dtype) == "datetime64[s]"


def test_sql_gives_a_typed_frame(dataset: vraagbaak.Dataset) -> None:
    frame = dataset.sql("select asked_on, number, portfolios from questions order by asked_on, number")
    assert [str(dtype) for dtype in frame.dtypes] == ["datetime64[s]", "Int32", "object"]
    assert len(dataset.sql("from search('fietspaden')")) == 6


def test_all_frames_come_from_one_release(tmp_path: Path) -> None:
    published(tmp_path, [document(1)])
    dataset = vraagbaak.Dataset(tmp_path)
    published(tmp_path, [document(2)], "r2")
    assert (dataset.release, len(dataset.questions)) == ("r1", 1)
    assert len(vraagbaak.Dataset(tmp_path).questions) == 2
    assert vraagbaak.Dataset(tmp_path, "r1").release == vraagbaak.Dataset(tmp_path / "releases" / "r1").release == "r1"


def test_what_is_not_there_is_named(dataset: vraagbaak.Dataset, path: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="There is no table paren"):
        dataset.table("paren")
    with pytest.raises(KeyError, match="pairs has no column anwser"):
        dataset.table("pairs", ["anwser"])
    with pytest.raises(ReleaseMissing, match="has no release r9"):
        vraagbaak.Dataset(path, "r9")
    with pytest.raises(DatasetEmpty):
        vraagbaak.Dataset(tmp_path)


def test_a_text_is_parsed() -> None:
    text = text_of("1. Hoeveel visladders zijn er?", "1. Er zijn er acht.")
    parsed = vraagbaak.parse(text)
    assert [(pair.question, pair.answer) for pair in parsed.pairs] == [
        ("Hoeveel visladders zijn er?", "Er zijn er acht.")
    ]
    (asked,) = parsed.sub_questions
    assert text[asked.char_start : asked.char_end] == "1. Hoeveel visladders zijn er?"


def test_a_text_that_is_no_question_has_a_reason() -> None:
    parsed = vraagbaak.parse("Boodschappen: melk, brood.")
    assert parsed.question is None
    assert parsed.reason == "no heading of a written question and none of an answer"


def test_neither_the_parser_nor_a_database_is_loaded_before_it_is_needed() -> None:
    code = "import sys, vraagbaak; print(sorted({'duckdb', 'pandas', 'prefect', 'click', 'regex'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
