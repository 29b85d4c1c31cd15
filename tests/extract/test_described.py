"""docs/sources.md says what the code does, and a plain dump waits for no reader that it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from extract.described import tables
from extract.kinds import KINDS

PAGE = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
HEAVY = ("pypdfium2", "lxml", "inscriptis", "ijson", "zstandard", "ftfy", "zipfile", "tarfile")


@pytest.mark.parametrize("name", tables())
def test_a_table_of_the_page_is_what_the_code_says(name: str) -> None:
    assert tables()[name] in PAGE, f"write the table {name} of extract.described into docs/sources.md"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_has_a_reader(kind: object) -> None:
    assert callable(kind.reader)  # type: ignore[attr-defined]


def test_a_dump_of_plain_text_imports_no_other_reader(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("vraag")
    program = """
import sys
from pathlib import Path
from extract.reading import read_source
from extract.sources import find_sources
for file in find_sources([Path(sys.argv[1])]).files:
    list(read_source(file, lambda text: [0], lambda source, mark: False).documents)
print(" ".join(sys.modules))
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert "extract.readers.text" in done.stdout.split()
    assert not set(HEAVY) & set(done.stdout.split())
