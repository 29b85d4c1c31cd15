"""The paths of the project."""

from __future__ import annotations

from pathlib import Path

_TREE = Path(__file__).resolve().parents[1]

SETTINGS_FILE = "pyproject.toml"

PROJECT = _TREE if (_TREE / SETTINGS_FILE).is_file() else Path.cwd()
"""The project's folder, or the working directory where the packages are installed elsewhere."""

RAW = PROJECT / "data" / "raw"
"""The dumps that the nightly run reads."""

DATASET = PROJECT / "data" / "dataset"
"""The dataset that the nightly run publishes."""

SETTINGS = PROJECT / SETTINGS_FILE
"""The file with the table `[tool.prefect]`."""
