"""Every path of the project, in one place."""

from __future__ import annotations

from pathlib import Path

_TREE = Path(__file__).resolve().parents[1]

SETTINGS_FILE = "pyproject.toml"

PROJECT = _TREE if (_TREE / SETTINGS_FILE).is_file() else Path.cwd()
"""The project's folder; the working directory where the packages were installed away from it."""

RAW = PROJECT / "data" / "raw"
"""The dumps that the nightly run reads."""

DATASET = PROJECT / "data" / "dataset"
"""The dataset that the nightly run publishes."""

SETTINGS = PROJECT / SETTINGS_FILE
"""Holds `[tool.prefect]`."""
