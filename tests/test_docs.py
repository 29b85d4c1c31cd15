"""The documentation is true: its examples run and show what they show, its commands exist, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from flows.command_line import vraagbaak
from tests.documented import PAGES, PROJECT, Example, commands, examples, published_samples, run, warnings_table

MARKDOWN = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md")])
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


@pytest.fixture(scope="module")
def samples() -> Iterator[Path]:
    with published_samples() as place:
        yield place


@pytest.fixture(scope="module")
def namespaces() -> dict[str, dict[str, Any]]:
    """The names that the examples of each page have made so far: a page is one long session."""
    return {page: {} for page in PAGES}


@pytest.mark.parametrize(
    "example", [one for page in PAGES for one in examples(page)], ids=lambda one: f"{one.page}:{one.line}"
)
def test_an_example_shows_what_it_shows(example: Example, samples: Path, namespaces: dict[str, dict[str, Any]]) -> None:
    """Written anew by: .venv/bin/python tests/documented.py"""
    output = run(example, namespaces[example.page])
    if example.output is not None:
        assert output == example.output


@pytest.mark.parametrize("command", [one for page in PAGES for one in commands(page)])
def test_a_command_of_the_readme_works(command: str, samples: Path) -> None:
    program, *arguments = shlex.split(command)
    if program == "make":
        done = subprocess.run(["make", "-n", *arguments], cwd=PROJECT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return
    assert program == ".venv/bin/vraagbaak", f"{program} is not a command that this test knows"
    result = CliRunner().invoke(vraagbaak, arguments)
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("page", MARKDOWN, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    missing = [target for target in LINK.findall(page.read_text("utf-8")) if not (page.parent / target).exists()]
    assert missing == []


def test_every_warning_is_documented() -> None:
    assert warnings_table() in (PROJECT / "docs" / "tables.md").read_text("utf-8")


def test_the_readme_is_short() -> None:
    assert len((PROJECT / "README.md").read_text("utf-8").splitlines()) <= 120
