"""Analysts read while releases come and go: no error, and never rows of two releases together."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from load.retention import Retention, prune
from tests.load.made import document, published

PUBLICATIONS, KEPT = 200, 14

READING = """
import os, sys
from pathlib import Path

name, dataset = sys.argv[1:]
if name == "pandas":
    import pandas as pd
    def rows(table): return len(pd.read_parquet(table))
elif name == "duckdb":
    import duckdb
    def rows(table): return len(duckdb.sql(f"from read_parquet('{table}/**/*.parquet')").fetchall())
else:
    import polars as pl
    def rows(table): return pl.scan_parquet(table).collect().height

reads = 0
print("reading", flush=True)
while not (Path(dataset) / "stop").exists() or reads == 0:
    latest = os.path.realpath(f"{dataset}/latest")
    questions, pairs, documents = (rows(f"{latest}/{table}") for table in ("questions", "pairs", "documents"))
    assert pairs == 2 * questions and documents == questions, (latest, questions, pairs, documents)
    reads += 1
print(reads, flush=True)
"""
"""A reader: three tables of the resolved release, again and again, until it is told to stop."""


@pytest.mark.slow
def test_three_readers_read_whole_releases_while_others_are_published(
    dataset: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published(dataset, [document(1)], "r000")
    readers = {
        name: subprocess.Popen(
            [sys.executable, "-c", READING, name, str(dataset)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("pandas", "duckdb", "polars")
    }
    try:
        for reader in readers.values():
            assert reader.stdout is not None
            assert reader.stdout.readline() == "reading\n"
        later = datetime.now(UTC) + timedelta(days=1)
        for number in range(1, PUBLICATIONS + 1):
            published(
                dataset, [document(number + 1, session=f"20{19 + number % 3}-20{20 + number % 3}")], f"r{number:03}"
            )
            prune(dataset, Retention(KEPT, 0), later)
        (dataset / "stop").touch()
        said = {name: reader.communicate(timeout=60) for name, reader in readers.items()}
    finally:
        for reader in readers.values():
            reader.kill()
    assert {name: error for name, (_, error) in said.items() if error} == {}
    with capsys.disabled():
        sys.stdout.write(
            f" [{PUBLICATIONS} publications, reads: { {name: int(out) for name, (out, _) in said.items()} }]"
        )
    assert len(list((dataset / "releases").iterdir())) == KEPT
