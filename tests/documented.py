"""The examples in the documentation: run in order, their output compared with the output shown.

`python tests/documented.py` writes the outputs seen into the pages anew; the tests hold the pages to them.
"""

from __future__ import annotations

import ast
import contextlib
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "docs/tables.md")

# A fenced block: its language and what stands in it.
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<content>.*?)^```$", re.M | re.S)
# What differs from run to run, and what stands for it. A release id is its time.
RELEASE_ID = re.compile(r"\b\d{8}T\d{6}Z(?:-\d+)?\b")


@dataclass(frozen=True)
class Example:
    """A block of Python and the block of text right after it, which shows its output (None where none does)."""

    page: str
    line: int
    code: str
    output: str | None
    output_span: tuple[int, int]


def examples(page: str) -> list[Example]:
    """The examples of a page, in order."""
    text = (PROJECT / page).read_text(encoding="utf-8")
    blocks = list(BLOCK.finditer(text))
    found = []
    for place, block in enumerate(blocks):
        if block["language"] != "python":
            continue
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        shown = (
            after if after and after["language"] == "text" and not text[block.end() : after.start()].strip() else None
        )
        line = text.count("\n", 0, block.start()) + 1
        span = shown.span("content") if shown else (0, 0)
        found.append(Example(page, line, block["content"], shown["content"] if shown else None, span))
    return found


def commands(page: str) -> list[str]:
    """The command lines of a page's shell blocks, without their comments."""
    text = (PROJECT / page).read_text(encoding="utf-8")
    lines = [
        line for block in BLOCK.finditer(text) if block["language"] == "sh" for line in block["content"].split("\n")
    ]
    return [command for line in lines if (command := line.split("  #")[0].strip())]


def run(example: Example, namespace: dict[str, Any]) -> str:
    """Run an example as a notebook would: what it prints, and then the value of its last expression."""
    tree = ast.parse(example.code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    place = f"{example.page}:{example.line}"
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, place, "exec"), namespace)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), place, "eval"), namespace)
            if value is not None:
                sys.stdout.write(f"{value}\n")
    lines = [line.rstrip() for line in RELEASE_ID.sub("20261123T023000Z", printed.getvalue()).rstrip().split("\n")]
    return "\n".join(lines) + "\n"


@contextlib.contextmanager
def published_samples() -> Iterator[Path]:
    """A folder in which `data/raw` lies and `data/dataset` has just been published; the working directory meanwhile."""
    from flows.pipeline import build

    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "data").mkdir()
        (place / "data" / "raw").symlink_to(PROJECT / "data" / "raw")
        (place / "my-dump").symlink_to(PROJECT / "data" / "raw")
        build([PROJECT / "data" / "raw"], place / "data" / "dataset")
        os.chdir(place)
        try:
            yield place
        finally:
            os.chdir(before)


def write_outputs(page: str) -> None:
    """Write the outputs seen into a page."""
    namespace: dict[str, Any] = {}
    text = (PROJECT / page).read_text(encoding="utf-8")
    seen = [(example, run(example, namespace)) for example in examples(page)]
    for example, output in reversed(seen):
        if example.output is not None:
            start, stop = example.output_span
            text = text[:start] + output + text[stop:]
    (PROJECT / page).write_text(text, encoding="utf-8")


def warnings_table() -> str:
    """The rows of the table of warnings in docs/tables.md."""
    from transform.warnings import WARNINGS

    return "".join(f"| `{code}` | {meaning} |\n" for code, meaning in WARNINGS.items())


def write_warnings(page: str) -> None:
    """Write the table of warnings into a page, under its heading."""
    text = (PROJECT / page).read_text(encoding="utf-8")
    rows = re.compile(r"(?<=\| warning \| meaning \|\n\|---\|---\|\n)(?:\|.*\n)*")
    (PROJECT / page).write_text(rows.sub(lambda match: warnings_table(), text, count=1), encoding="utf-8")


def write_settings(page: str) -> None:
    """Write the example of all settings into a page."""
    from flows.settings.shown import example

    text = (PROJECT / page).read_text(encoding="utf-8")
    block = re.compile(r"(?<=```toml\n)# Every setting.*?(?=```\n)", re.DOTALL)
    (PROJECT / page).write_text(block.sub(lambda match: example(), text, count=1), encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT))
    with published_samples():
        for page in PAGES:
            write_outputs(page)
    write_warnings("docs/tables.md")
    write_settings("docs/settings.md")
