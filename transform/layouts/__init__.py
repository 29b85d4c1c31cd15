"""The layouts: one room per parliament. A new parliament is a new module here and a line in `LAYOUTS`."""

from __future__ import annotations

from transform.layouts.flemish import FlemishLayout
from transform.layouts.layout import Layout
from transform.layouts.tweede_kamer import DutchLayout

LAYOUTS: tuple[Layout, ...] = (DutchLayout(), FlemishLayout())
"""In the order in which they are tried; the first that knows a document's heading reads it."""
