"""Capitals for patterns of `re` that are too large to be compiled by `regex` at every start, which has `\\p{Lu}`."""

from __future__ import annotations

import unicodedata

# Latin letters, with all their accents.
_LATIN = (*range(0x250), *range(0x1E00, 0x1F00))

CAPITAL = f"[{''.join(chr(code) for code in _LATIN if unicodedata.category(chr(code)) == 'Lu')}]"
"""Source of a pattern for one capital."""
