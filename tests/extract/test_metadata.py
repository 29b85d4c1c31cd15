"""metadata.csv: what is delivered beside files."""

from __future__ import annotations

import json
from pathlib import Path

from extract.content import Asked
from extract.reading import read_source
from extract.sources import find_sources
from records import UNREADABLE, RawDocument
from tests.extract.dumps import nothing_known, whole


def read(folder: Path, *mapping: tuple[str, str]) -> dict[str, RawDocument]:
    asked = Asked(mapping=mapping)
    found: dict[str, RawDocument] = {}
    for file in find_sources([folder], asked=asked).files:
        delivery = read_source(file, whole, nothing_known, asked)
        for one in delivery.documents or ():
            found[one.source] = one
    return found


def fields(document: RawDocument) -> object:
    return json.loads(document.delivered_fields or "null")


def test_a_row_is_found_by_the_name_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "b.txt", "sub/c.txt", "sub/d.txt"):
        (tmp_path / name).write_text("vraag")
    (tmp_path / "metadata.csv").write_text("Bestand;partij\na.txt;X\nsub/c.txt;Y\nd.txt;Z\n")
    found = read(tmp_path)
    assert {name: fields(one) for name, one in found.items()} == {
        "a.txt": {"partij": "X"},
        "b.txt": None,
        "sub/c.txt": {"partij": "Y"},
        "sub/d.txt": {"partij": "Z"},
    }, "it is no document itself"


def test_the_nearest_table_counts(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("vraag")
    (tmp_path / "metadata.csv").write_text("file,k\na.txt,ver\n")
    (tmp_path / "sub" / "METADATA.csv").write_text("file,k\na.txt,dichtbij\n")
    assert fields(read(tmp_path)["sub/a.txt"]) == {"k": "dichtbij"}


def test_columns_can_be_mapped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("vraag")
    (tmp_path / "metadata.csv").write_text("file,datum\na.txt,2021-03-04\n")
    assert fields(read(tmp_path, ("datum", "answered_on"))["a.txt"]) == {"answered_on": "2021-03-04"}


def test_a_file_is_read_again_where_its_row_changes_and_no_other(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("vraag")
    marks = []
    for value in ("X", "Y"):
        (tmp_path / "metadata.csv").write_text(f"file,k\na.txt,{value}\nb.txt,Z\n")
        marks.append({name: one.fingerprint for name, one in read(tmp_path).items()})
    assert marks[0]["a.txt"] != marks[1]["a.txt"]
    assert marks[0]["b.txt"] == marks[1]["b.txt"]


def test_a_table_that_cannot_be_read_is_a_row_and_the_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("vraag")
    (tmp_path / "metadata.csv").write_text("naam,k\na.txt,X\n")
    found = read(tmp_path)
    assert found["a.txt"].raw_text == "vraag"
    assert str(found["metadata.csv"].problem).startswith("has no column that names the files")
    assert found["metadata.csv"].fingerprint == UNREADABLE


def test_the_fields_of_a_row_count_before_those_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,k\nvraag,rij\n")
    (tmp_path / "metadata.csv").write_text("file,k,m\na.csv,bestand,x\n")
    assert fields(read(tmp_path)["a.csv"]) == {"k": "rij", "m": "x"}
