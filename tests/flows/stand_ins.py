"""Parsers that misbehave on a word, in the place of the real one. Workers import them by name."""

from __future__ import annotations

import os
import signal
import time

from records import UNKNOWN, ParsedDocument, RawDocument


def parse(raw: RawDocument) -> ParsedDocument:
    """Rejects everything: the text itself is the reason; a document with `raise`, `hang` or `die` does that."""
    if raw.problem is not None:
        return _rejected(raw, raw.problem)
    if "raise" in raw.raw_text:
        raise KeyError(raw.raw_text)
    if "hang" in raw.raw_text:
        time.sleep(60)
    if "die" in raw.raw_text:
        os.kill(os.getpid(), signal.SIGKILL)
    return _rejected(raw, f"{raw.raw_text} in {os.getpid()}" if "where" in raw.raw_text else raw.raw_text)


def _rejected(raw: RawDocument, reason: str) -> ParsedDocument:
    return ParsedDocument(raw.document_id, UNKNOWN, UNKNOWN, None, reason, ())
