"""The shape of the house: who may import whom, how long a module may be, what may stand in the lock."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("vraagbaak", "flows", "extract", "transform", "load", "corpus")
MODULES = [ROOT / "records.py", *sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NOT_WRITTEN = {"scratch", "dataset", "build", "__pycache__"}
WRITTEN = {".py", ".md", ".toml", ".yaml", ".lock", ".csv", ".json", ".txt", ""}


def written_files() -> Iterator[Path]:
    """The files that people wrote: not what tools leave in hidden folders, nor what a run makes."""
    for place, folders, names in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name == ".ci" or not (name in NOT_WRITTEN or name.endswith(".egg-info") or name.startswith("."))
        ]
        # In a second working tree of one clone `.git` is a file.
        yield from (Path(place, name) for name in names if Path(name).suffix in WRITTEN and name != ".git")


def test_the_layers_import_in_one_direction_only() -> None:
    finished = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout


def imported_by(path: Path) -> set[str]:
    """The modules and packages at the top that a module imports from, anywhere in it."""
    imports = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in imports if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in names}


def test_the_records_know_nobody() -> None:
    names = imported_by(ROOT / "records.py")
    assert names
    assert names <= sys.stdlib_module_names


@pytest.mark.parametrize(("one", "other"), [("tests", "bench"), ("bench", "tests")])
def test_tests_and_measurements_know_nothing_of_each_other(one: str, other: str) -> None:
    """What both need is in corpus/."""
    importers = {path.relative_to(ROOT).as_posix(): imported_by(path) for path in (ROOT / one).rglob("*.py")}
    assert importers
    assert {path for path, names in importers.items() if other in names} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_fits_on_a_few_screens_and_says_what_it_is(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 400
    assert lines[0].startswith('"""'), "it begins with its docstring"


def test_no_module_is_a_drawer_for_everything() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "common", "misc"}


def test_the_lock_names_no_index_and_no_place() -> None:
    for line in LOCK.splitlines():
        assert re.fullmatch(
            r"[a-z0-9-]+==[\w.!+]+( ; [\w\s<>=.!'()]+)? \\"  # numpy==2.4.6 ; python_full_version < '3.12' \
            r"|    --hash=sha256:[0-9a-f]{64}( \\)?",
            line,
        ), line


def test_the_lock_has_every_direct_dependency_in_its_range() -> None:
    from packaging.requirements import Requirement

    locked: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==([^\s;]+)", LOCK, re.MULTILINE):
        locked.setdefault(name, set()).add(version)
    direct = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dev"]]
    for requirement in map(Requirement, direct):
        assert len(requirement.specifier) == 2, f"{requirement} has a range"
        assert all(requirement.specifier.contains(version) for version in locked[requirement.name]), requirement


def test_no_file_knows_the_machine_that_it_was_written_on() -> None:
    home = re.compile(r"(?<![\w.~-])/(?:home|root|work|opt|Users)/\w")
    written = list(written_files())
    assert len(written) > len(MODULES)
    assert not [path for path in written if home.search(path.read_text(encoding="utf-8", errors="replace"))]


def test_the_change_log_has_the_version() -> None:
    assert f"## {PROJECT['project']['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
