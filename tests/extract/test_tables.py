"""Tables as dumps: which column is read, what becomes of the others, and what a damaged row costs."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extract.content import Asked
from extract.limits import Limits
from records import RawDocument
from tests.extract.dumps import documents, told

ROWS: list[dict[str, Any]] = [
    {"id": "1", "text": 'een "vraag",\nmet een regel', "partij": "X"},
    {"id": "2", "text": "twee; drie", "partij": ""},
]


def rows_of(path: Path, asked: Asked | None = None) -> list[RawDocument]:
    (found,) = documents(path, asked=asked or Asked()).values()
    assert found is not None
    return found


def delimited(delimiter: str = ",", end: str = "\r\n", quote_all: bool = False) -> str:
    sink = io.StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    writer = csv.DictWriter(sink, ["id", "text", "partij"], delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writeheader()
    writer.writerows(ROWS)
    return sink.getvalue()


def parquet(rows: list[dict[str, Any]]) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), sink)
    return sink.getvalue()


def arrow(rows: list[dict[str, Any]], new: Any = pa.ipc.new_file) -> bytes:
    table = pa.Table.from_pylist(rows)
    sink = io.BytesIO()
    with new(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue()


FORMS: dict[str, bytes] = {
    "comma.csv": delimited().encode(),
    "semicolon.csv": delimited(";").encode(),
    "bar.csv": delimited("|").encode(),
    "tab.tsv": delimited("\t").encode(),
    "quoted_unix.csv": delimited(end="\n", quote_all=True).encode(),
    "old_mac.csv": delimited(";", end="\r").encode(),
    "excel.csv": delimited(";").encode("utf-8-sig"),
    "utf16.csv": delimited("\t").encode("utf-16"),
    "lines.jsonl": "\n".join(json.dumps(row) for row in ROWS).encode(),
    "lines.json": "\n\n".join(json.dumps(row) for row in ROWS).encode(),
    "array.json": json.dumps(ROWS, indent=1).encode(),
    "array_utf16.json": json.dumps(ROWS).encode("utf-16"),
    "service.json": json.dumps({"total": 2, "results": ROWS}, indent=2).encode(),
    "a.parquet": parquet(ROWS),
    "a.arrow": arrow(ROWS),
    "a.feather": arrow(ROWS),
    "stream.arrows": arrow(ROWS, pa.ipc.new_stream),
    "array.txt": json.dumps(ROWS).encode(),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_row_is_a_text_and_its_other_columns_are_kept(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FORMS[name])
    found = rows_of(tmp_path)
    assert [(one.source, one.source_position, one.raw_text) for one in found] == [
        (name, position, row["text"]) for position, row in enumerate(ROWS)
    ]
    fields = [json.loads(one.delivered_fields or "null") for one in found]
    assert fields == [{"id": "1", "partij": "X"}, {"id": "2"}], "a value that is missing is left out"


def test_columns_are_found_by_name_in_an_order(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Body,TEXT,tekst\nx,y,z\n")
    assert told(tmp_path) == [("a.csv", "y")]


def test_a_column_that_was_named_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text;vraag\nx;y\n")
    assert told(tmp_path, asked=Asked(text_column="vraag")) == [("a.csv", "y")]


def test_a_table_without_a_column_of_texts_says_which_it_has(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,naam\n1,x\n")
    (tmp_path / "b.jsonl").write_text('{"id": 1, "naam": "x"}')
    reason = "has no column of texts among id, naam: name it with --text-column"
    assert told(tmp_path) == [("a.csv", reason), ("b.jsonl", f"row 1 {reason}")]
    named = told(tmp_path / "a.csv", asked=Asked(text_column="x"))
    assert named == [("a.csv", "has no column x: its columns are id, naam")]


def test_mapped_columns_bear_the_name_that_they_are_mapped_to(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,datum_antwoord\nx,2021-03-04\n")
    (one,) = rows_of(tmp_path, Asked(mapping=(("datum_antwoord", "answered_on"),)))
    assert one.delivered_fields == '{"answered_on": "2021-03-04"}'


def test_values_of_every_type_can_be_kept(tmp_path: Path) -> None:
    row = {"text": "x", "day": date(2021, 3, 4), "n": 1.5, "nan": float("nan"), "raw": b"\x01", "tags": ["a", None]}
    (tmp_path / "a.parquet").write_bytes(parquet([row]))
    (one,) = rows_of(tmp_path)
    assert json.loads(one.delivered_fields or "") == {
        "day": "2021-03-04",
        "n": 1.5,
        "nan": None,
        "raw": "01",
        "tags": ["a", None],
    }


def test_quotes_with_backslashes(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('text,id\n"een \\"vraag\\", twee",1\n')
    assert told(tmp_path) == [("a.csv", 'een "vraag", twee')]


def test_a_field_of_megabytes_is_a_text(tmp_path: Path) -> None:
    text = "vraag " * 500_000
    (tmp_path / "a.csv").write_text(f'id,text\n1,"{text}"\n')
    assert told(tmp_path) == [("a.csv", text)]


def test_form_feeds_and_line_separators_end_no_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\n1,een\x0ctwee\u2028drie\x85\n")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "een\x0ctwee\u2028drie\x85"}, ensure_ascii=False))
    assert [text for _, text in told(tmp_path)] == ["een\x0ctwee\u2028drie\x85"] * 2


def test_a_short_row_and_an_empty_text_are_rows(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,naam,text\n1\n2,x,\n\n3,y,z\n")
    assert told(tmp_path) == [
        ("a.csv", "row 1 of the table has only 1 of its 3 columns"),
        ("a.csv", ""),
        ("a.csv", "z"),
    ]


def test_a_damaged_line_of_json_costs_itself(tmp_path: Path) -> None:
    lines = ['{"text": "een"}', '{"text": "tw', "[1]", '{"text": 3}', '{"text": null}', '{"text": "vijf"}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    found = [text for _, text in told(tmp_path)]
    assert (found[0], found[-1]) == ("een", "vijf")
    assert [reason.partition(":")[0] for reason in found[1:-1]] == [
        "line 2 is no JSON",
        "row 3 is no JSON object",
        "row 4 has no text in its column text",
        "row 5 has no text in its column text",
    ]


def test_an_array_that_was_cut_off_costs_its_end(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(ROWS)[:-20])
    first, second = told(tmp_path)
    assert first[1] == ROWS[0]["text"]
    assert second[1].startswith("cannot be read from here on")


def test_half_characters_in_json_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "een \\ud83d twee", "k": "\\ud83d"}')
    (one,) = rows_of(tmp_path)
    assert (one.raw_text, one.delivered_fields) == ("een \ufffd twee", '{"k": "\ufffd"}')


@pytest.mark.parametrize("depth", [150, 100_000])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
@pytest.mark.parametrize("wrapped", [True, False])
def test_json_nested_too_deep_is_a_row(tmp_path: Path, depth: int, name: str, wrapped: bool) -> None:
    nested = '{"a":' * depth + "1" + "}" * depth
    (tmp_path / name).write_text(f"[{nested}]" if wrapped else nested)
    ((_, reason),) = told(tmp_path)
    assert "nested" in reason or "has no column of texts" in reason


def test_a_table_of_a_million_columns_is_a_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(",".join(["text"] * 1_000_000) + "\n")
    assert told(tmp_path) == [("a.csv", "has 1,000,000 columns, more than the limit of 10,000")]


def test_a_quote_that_never_ends_costs_its_file_from_there(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,text\n1,een\n2,"' + "x\n" * 40_000)
    found = told(tmp_path, asked=Asked(Limits(held_bytes=65_536)))
    assert found[0] == ("a.csv", "een")
    assert found[1][1].startswith("cannot be read from here on: Error: field larger")
    assert len(found) == 2


def test_a_line_without_end_is_a_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x" * 5_000_000)
    ((_, reason),) = told(tmp_path, asked=Asked(Limits(held_bytes=65_536)))
    assert reason == "has a line that is longer than the limit of 64 KiB"


def test_more_rows_than_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\n" + "x\n" * 5)
    (tmp_path / "b.parquet").write_bytes(parquet([{"text": "x"}] * 5))
    found = told(tmp_path, asked=Asked(Limits(rows=3)))
    assert [text for _, text in found] == ["x", "x", "x", "has more rows than the limit of 3"] * 2


def test_a_column_of_parquet_that_holds_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(parquet([{"text": 1}]))
    assert told(tmp_path) == [("a.parquet", "has no text in its column text, but int64")]


def test_text_in_parquet_that_claims_to_be_utf8(tmp_path: Path) -> None:
    column = pa.array([b"caf\xe9", b"twee", None]).cast(pa.binary()).view(pa.string())
    sink = io.BytesIO()
    pq.write_table(pa.table({"text": column}), sink)
    (tmp_path / "a.parquet").write_bytes(sink.getvalue())
    assert [text for _, text in told(tmp_path)] == ["café", "twee", "row 3 has no text in its column text"]


@pytest.mark.parametrize("name", ["a.parquet", "a.arrow", "stream.arrows"])
def test_a_damaged_file_of_columns_is_a_row_with_a_reason(tmp_path: Path, name: str) -> None:
    """Every byte of a small file, the footer with its lengths and counts among them, set to something else."""
    content = FORMS[name]
    for at in range(8, len(content), max(1, len(content) // 120)):
        for value in (0x00, 0xFF, content[at] ^ 0x55):
            damaged = bytearray(content)
            damaged[at] = value
            (tmp_path / name).write_bytes(damaged)
            assert told(tmp_path)
    for cut in range(8, len(content), max(1, len(content) // 60)):
        (tmp_path / name).write_bytes(content[:cut])
        assert told(tmp_path)
