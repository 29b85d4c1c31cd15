"""The sample documents, delivered in every form that is read: the tables are the same, cell by cell."""

from __future__ import annotations

import bz2
import csv
import gzip
import html
import io
import json
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from extract.decoding import decode
from flows.pipeline import build
from tests.extract.sheets import typeset
from tests.extract.test_docx import document as word_document
from tests.extract.test_docx import p as word_paragraph

RAW = Path(__file__).parents[2] / "data" / "raw"
TABLES = ("questions", "addressees", "sub_questions", "answers", "answer_parts", "pairs", "references")

Texts = Mapping[str, str]
"""The samples by name, as text."""


def zipped(texts: Texts) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return sink.getvalue()


def tarred(texts: Texts) -> bytes:
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w") as archive:
        for name, text in texts.items():
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return sink.getvalue()


def delimited(texts: Texts) -> bytes:
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, delimiter=";")
    writer.writerow(["naam", "tekst"])
    writer.writerows(texts.items())
    return sink.getvalue().encode("utf-8-sig")


def rows(texts: Texts) -> list[dict[str, str]]:
    return [{"name": name, "text": text} for name, text in texts.items()]


def parquet(texts: Texts) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows(texts)), sink)
    return sink.getvalue()


WHOLE: dict[str, Callable[[Texts], bytes]] = {
    "all.zip": zipped,
    "all.tar": tarred,
    "all.tar.gz": lambda texts: gzip.compress(tarred(texts)),
    "all.tar.bz2": lambda texts: bz2.compress(tarred(texts)),
    "all.tar.xz": lambda texts: lzma.compress(tarred(texts)),
    "all.tar.zst": lambda texts: zstandard.compress(tarred(texts)),
    "all.csv": delimited,
    "all.jsonl": lambda texts: "\n".join(json.dumps(row) for row in rows(texts)).encode(),
    "all.json": lambda texts: json.dumps(rows(texts), ensure_ascii=False).encode(),
    "all.jsonl.gz": lambda texts: gzip.compress("\n".join(json.dumps(row) for row in rows(texts)).encode()),
    "all.parquet": parquet,
    "nested.zip": lambda texts: nested(texts),
}
"""Forms of all samples in one file."""


def nested(texts: Texts) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr("inner.tar.gz", gzip.compress(tarred(texts)))
    return sink.getvalue()


def page(text: str) -> bytes:
    lines = "<br>".join(html.escape(line).replace("  ", "&nbsp; ") for line in text.split("\n"))
    return f"<!DOCTYPE html><meta charset=utf-8><title>x</title><body>{lines}</body>".encode()


def word(text: str) -> bytes:
    pages = ("".join(word_paragraph(html.escape(line)) for line in part.split("\n")) for part in text.split("\f"))
    return word_document(word_paragraph('<w:r><w:br w:type="page"/></w:r>').join(pages))


EACH: dict[str, Callable[[str], bytes]] = {
    ".TXT": str.encode,
    ".text": lambda text: text.encode("utf-16"),
    ".md": lambda text: text.encode("utf-8-sig"),
    ".txt.gz": lambda text: gzip.compress(text.encode()),
    ".html": page,
    ".docx": word,
    ".pdf": typeset,
}
"""Forms of one sample each."""


@pytest.fixture(scope="module")
def texts() -> Texts:
    """Every sample that is text, its blanks at line ends taken away, since not every form keeps those."""
    found = {}
    for path in sorted(RAW.rglob("*.txt")):
        decoded = decode(path.read_bytes())
        if decoded.problem is None and decoded.text.strip():
            lines = (line.rstrip() for line in decoded.text.replace("\r\n", "\n").split("\n"))
            found[path.relative_to(RAW).as_posix()] = "\n".join(lines)
    assert len(found) > 20
    return found


@pytest.fixture(scope="module")
def expected(texts: Texts, tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    place = tmp_path_factory.mktemp("plain")
    return tables(place, {name: text.encode() for name, text in texts.items()})


def tables(place: Path, files: Mapping[str, bytes]) -> dict[str, pd.DataFrame]:
    for name, content in files.items():
        path = place / "raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    build([place / "raw"], place / "dataset", workers=1)
    latest = os.path.realpath(place / "dataset" / "latest")
    return {table: read(f"{latest}/{table}") for table in TABLES}


def read(folder: str) -> pd.DataFrame:
    """A table without what tells of the form: offsets, and the id of the document."""
    found = pd.read_parquet(folder)
    kept = found.drop(columns=["document_id", "char_start", "char_end"], errors="ignore")
    key = [name for name in ("question_id", "position", "sub_question_position") if name in kept]
    return kept.sort_values(key, ignore_index=True)


def differences(one: Mapping[str, pd.DataFrame], other: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    for table in TABLES:
        try:
            pd.testing.assert_frame_equal(one[table], other[table])
        except AssertionError as error:
            yield f"{table}: {error}"


@pytest.mark.slow
@pytest.mark.parametrize("name", WHOLE)
def test_all_in_one_file(name: str, texts: Texts, expected: dict[str, pd.DataFrame], tmp_path: Path) -> None:
    assert list(differences(tables(tmp_path, {name: WHOLE[name](texts)}), expected)) == []


def holds(suffix: str, text: str) -> bool:
    """Whether a form can hold a text: a web page has no pages, whose ends tell what is furniture; XML has no control
    characters; the font of the drawn pages has the letters of cp1252 only."""
    if suffix == ".html":
        return "\f" not in text
    if suffix == ".docx":
        return all(character.isprintable() or character in "\n\t\f\xa0\xad" for character in text)
    if suffix == ".pdf":
        return all(ord(character) >= 32 or character in "\n\f" for character in text) and _in_cp1252(text)
    return True


def _in_cp1252(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.slow
@pytest.mark.parametrize("suffix", EACH)
def test_a_file_each(suffix: str, texts: Texts, tmp_path: Path) -> None:
    own = {name: text for name, text in texts.items() if holds(suffix, text)}
    assert len(own) > 15
    plain = tables(tmp_path / "plain", {name: text.encode() for name, text in own.items()})
    files = {name.removesuffix(".txt") + suffix: EACH[suffix](text) for name, text in own.items()}
    assert list(differences(tables(tmp_path / "form", files), plain)) == []


@pytest.mark.slow
def test_pdfs_whose_headings_are_drawn_last(texts: Texts, tmp_path: Path) -> None:
    own = {name: text for name, text in texts.items() if holds(".pdf", text)}
    plain = tables(tmp_path / "plain", {name: text.encode() for name, text in own.items()})
    files = {name.removesuffix(".txt") + ".pdf": typeset(text, last_first=True) for name, text in own.items()}
    assert list(differences(tables(tmp_path / "form", files), plain)) == []
