"""A dataset folder for each test, and one that holds a release with every kind of row."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.load.made import full_documents, published


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """An empty folder for a dataset."""
    path = tmp_path / "dataset"
    path.mkdir()
    return path


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset to read, with every kind of row."""
    path = tmp_path_factory.mktemp("full")
    published(path, full_documents())
    return path


@pytest.fixture
def full_dataset(full: Path, tmp_path: Path) -> Path:
    """The same, to change."""
    return Path(shutil.copytree(full, tmp_path / "full", symlinks=True))


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset to read, whose release has no rows at all."""
    path = tmp_path_factory.mktemp("empty")
    published(path, [])
    return path
