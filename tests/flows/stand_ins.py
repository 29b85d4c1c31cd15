"""Parsers that misbehave, in the place of the real one. Workers import them by name."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import replace
from pathlib import Path

from records import ParsedDocument, RawDocument
from transform.parse import parse_document


def parse(raw: RawDocument) -> ParsedDocument:
    """Rejects everything: the text itself is the reason; a document with `raise`, `hang`, `wait`, `memory` or
    `die` does that."""
    if raw.problem is not None:
        return ParsedDocument.rejected(raw, raw.problem)
    if "raise" in raw.raw_text:
        raise KeyError(raw.raw_text)
    if "hang" in raw.raw_text:
        while True:  # in CPU, as a parser would
            pass
    if "wait" in raw.raw_text:
        time.sleep(1.5)
    if "memory" in raw.raw_text:
        raise MemoryError
    if "die" in raw.raw_text:
        os.kill(os.getpid(), signal.SIGKILL)
    return ParsedDocument.rejected(raw, f"{raw.raw_text} in {os.getpid()}" if "where" in raw.raw_text else raw.raw_text)


def parse_and_lose_a_piece(raw: RawDocument) -> ParsedDocument:
    """Leaves the title out of the segments, which then do not tile the document."""
    parsed = parse_document(raw)
    return replace(parsed, segments=tuple(segment for segment in parsed.segments if segment.kind != "title"))


def parse_when_told(raw: RawDocument) -> ParsedDocument:
    """Says that it has begun, by a file in the folder that `GATE` names, and goes on once `open` is there."""
    gate = Path(os.environ["GATE"])
    (gate / f"{os.getpid()}.begun").touch()
    while not (gate / "open").exists():
        time.sleep(0.01)
    return parse_document(raw)
