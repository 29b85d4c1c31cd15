"""A dump that was there before and is not there tonight: a status of its own, and a sentence of what was found."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pandas as pd
import pytest

from flows.command_line import run
from flows.outcomes import DONE, DUMP_GONE, WRONG_USAGE
from flows.pipeline import build
from load.releases import latest_path
from tests.flows.dumps import write_dump


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A dump that a release was made from."""
    raw = write_dump(tmp_path / "raw", 1)
    build([raw], tmp_path / "dataset")
    return raw


def status(dump: Path) -> int:
    return run(["build", str(dump), "--dataset", str(dump.parent / "dataset")])


def test_an_empty_folder(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = latest_path(dump.parent / "dataset")
    (dump / "sv1.txt").unlink()
    assert status(dump) == DUMP_GONE == 5
    assert "holds nothing that can be read, and did for the release before: it is empty" in capsys.readouterr().err
    assert latest_path(dump.parent / "dataset") == before


def test_a_folder_of_other_things(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (dump / "sv1.txt").rename(dump / "sv1.jpg")
    (dump / "b.jpg").write_text("")
    (dump / "c.bak").write_text("")
    assert status(dump) == DUMP_GONE
    assert "it holds 2 .jpg, 1 .bak, and 0 of the kinds that are read" in capsys.readouterr().err


def test_a_folder_that_is_gone(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(dump)
    assert status(dump) == DUMP_GONE
    assert "is not there, and was read for the release before" in capsys.readouterr().err


def test_the_nightly_flow_ends_the_same_way_before_prefect_starts(dump: Path) -> None:
    shutil.rmtree(dump)
    arguments = ["nightly", "--source", str(dump), "--dataset", str(dump.parent / "dataset")]
    assert run(arguments) == DUMP_GONE


def test_a_folder_that_never_was_a_dump_is_wrong_usage_or_told(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = dump.parent / "empty"
    assert status(empty) == WRONG_USAGE
    empty.mkdir()
    assert status(empty) == DONE
    assert "There is no file to read in" in capsys.readouterr().err


def test_a_dump_and_a_dataset_of_any_bytes(tmp_path: Path) -> None:
    """A name that is not UTF-8, and a release that is not published anew for its sake."""
    place = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    dump = write_dump(place / "raw", 1)
    (dump / os.fsdecode(b"caf\xe9.txt")).write_text((dump / "sv1.txt").read_text().replace("nr. 1", "nr. 2"))
    dataset = str(place / os.fsdecode(b"donn\xe9es"))
    assert run(["build", str(dump), "--dataset", dataset]) == DONE
    first = latest_path(Path(dataset))
    assert first is not None
    assert run(["build", str(dump), "--dataset", dataset]) == DONE
    assert latest_path(Path(dataset)) == first
    for command in (["releases"], ["verify"], ["prune"]):
        assert run([*command, "--dataset", dataset]) == DONE
    shutil.rmtree(dump)
    assert run(["build", str(dump), "--dataset", dataset]) == DUMP_GONE


def test_what_was_passed_over_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump = write_dump(tmp_path / "raw", 1)
    for name in ("a.jpg", "b.jpg", "c.docx~"):
        (dump / name).write_text("")
    assert run(["build", str(dump), "--dataset", str(tmp_path / "dataset"), "--json"]) == DONE
    told = capsys.readouterr()
    assert "3 files were passed over: 2 .jpg, 1 .docx~." in told.err
    assert '"read": {"text": 1}, "passed_over": {".docx~": 1, ".jpg": 2}' in told.out


def test_metadata_that_comes_later_fills_the_tables(tmp_path: Path) -> None:
    """The text is known; what is delivered beside it is not. And a rebuild needs no dump for it."""
    dump, dataset = write_dump(tmp_path / "raw", 1, 2), tmp_path / "dataset"
    arguments = ["build", str(dump), "--dataset", str(dataset), "--map", "partij=asker_party"]
    assert run(arguments) == DONE
    (dump / "metadata.csv").write_text("bestand;partij;answered_on\nsv1.txt;X;2021-04-01\n")
    assert run(arguments) == DONE

    def filled() -> tuple[object, list[str]]:
        latest = os.path.realpath(dataset / "latest")
        questions = pd.read_parquet(f"{latest}/questions").set_index("number")
        answered = pd.read_parquet(f"{latest}/answers").answered_on.dropna()
        return questions.asker_party.dropna().to_dict(), [str(day) for day in answered]

    assert filled() == ({1: "X"}, ["2021-04-01"])
    before = latest_path(dataset)
    assert run(arguments) == DONE
    assert latest_path(dataset) == before, "nothing is new, and nothing is published"
    assert run([*arguments, "--rebuild"]) == DONE
    assert filled() == ({1: "X"}, ["2021-04-01"])


def test_a_mapping_to_no_column_is_wrong_usage(dump: Path) -> None:
    assert run(["build", str(dump), "--dataset", "x", "--map", "a=b"]) == WRONG_USAGE
