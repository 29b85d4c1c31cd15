"""Analysts read while releases come and go: no error, and never rows of two releases together."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from load.retention import Retention, prune
from tests.load.made import document, published

PUBLICATIONS, KEPT = 200, 14
WAIT_EVERY = 10
"""After so many publications each reader is waited for, so that none is still in a release that goes."""
LONGEST_READ = 60
"""Seconds after which a reader that hangs fails the test."""

READING = """
import os, sys, time
from pathlib import Path

name, dataset, reads_file = sys.argv[1:]
if name == "pandas":
    import pandas as pd
    def rows(table): return len(pd.read_parquet(table))
elif name == "duckdb":
    import duckdb
    def rows(table): return len(duckdb.sql(f"from read_parquet('{table}/**/*.parquet')").fetchall())
else:
    import polars as pl
    def rows(table): return pl.scan_parquet(table).collect().height

print("reading", flush=True)
reads = open(reads_file, "ab", buffering=0)
while not (Path(dataset) / "stop").exists() or reads.tell() == 0:
    latest = os.path.realpath(f"{dataset}/latest")
    questions, pairs, documents = (rows(f"{latest}/{table}") for table in ("questions", "pairs", "documents"))
    assert pairs == 2 * questions and documents == questions, (latest, questions, pairs, documents)
    reads.write(b".")
    time.sleep(0.05)  # the cores are for the publications too
"""
"""A reader: three tables of the resolved release, again and again, until it is told to stop."""


def count(reads: Path) -> int:
    """How many reads a reader has ended: it writes a dot for each."""
    return reads.stat().st_size if reads.exists() else 0


def wait_for(readers: Iterable[tuple[subprocess.Popen[str], Path]]) -> None:
    """Until each reader has ended the read that it is in; one that has failed is not waited for."""
    until = time.monotonic() + LONGEST_READ
    begun = [(reader, reads, count(reads)) for reader, reads in readers]
    while any(reader.poll() is None and count(reads) <= before for reader, reads, before in begun):
        assert time.monotonic() < until, "a reader hangs"
        time.sleep(0.01)


@pytest.mark.slow
def test_three_readers_read_whole_releases_while_others_are_published(
    dataset: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published(dataset, [document(1)], "r000")
    reads = {name: tmp_path / f"{name}.reads" for name in ("pandas", "duckdb", "polars")}
    readers = {
        name: subprocess.Popen(
            [sys.executable, "-c", READING, name, str(dataset), str(reads[name])],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in reads
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
            if number % WAIT_EVERY == 0:
                wait_for((reader, reads[name]) for name, reader in readers.items())
        (dataset / "stop").touch()
        said = {name: reader.communicate(timeout=LONGEST_READ) for name, reader in readers.items()}
    finally:
        for reader in readers.values():
            reader.kill()
    assert {name: error for name, (_, error) in said.items() if error} == {}
    with capsys.disabled():
        told = {name: count(path) for name, path in reads.items()}
        sys.stdout.write(f" [{PUBLICATIONS} publications, reads: {told}]")
    assert len(list((dataset / "releases").iterdir())) == KEPT
