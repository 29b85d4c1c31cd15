"""What is known of each parliament (`parliaments.toml`), by the value of the partition column `parliament`."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

PARLIAMENTS: dict[str, dict[str, Any]] = tomllib.loads(files("load").joinpath("parliaments.toml").read_text("utf-8"))
