"""What the last runs could not read or parse for reasons that pass, and how often each was tried.

The next run tries all of it again. The record lies beside the releases, in `retries.json`: it is for the operator, and
no release is published for its sake. A run that cannot read it begins to count anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from load.durable import replace_file

RETRIES_JSON = "retries.json"


@dataclass(frozen=True, slots=True)
class Retry:
    """A source, or a document in it, that is still to be read or parsed."""

    why: str
    """What went wrong the last time, as a clause."""
    times: int
    """In how many runs, one after another, it was tried."""
    since: str
    """The moment of the first of them, UTC, ISO 8601."""


def read_retries(dataset: Path) -> dict[str, Retry]:
    """What the last run left to be tried again, by source; nothing where there is no record, or none that can be
    read."""
    try:
        entries = json.loads((dataset / RETRIES_JSON).read_bytes())
        return {
            str(source): Retry(str(entry["why"]), int(entry["times"]), str(entry["since"]))
            for source, entry in entries.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def record_retries(dataset: Path, waiting: Mapping[str, str], now: str) -> dict[str, Retry]:
    """Record what this run leaves to be tried again: `waiting`, the reason by source, is all of it. The caller has
    locked the dataset. `now`: UTC, ISO 8601. Returns the record. Raises OSError where the disk refuses."""
    before = read_retries(dataset)
    retries = {}
    for source, why in sorted(waiting.items()):
        known = before.get(source)
        retries[source] = Retry(why, known.times + 1, known.since) if known else Retry(why, 1, now)
    if retries != before or (waiting and not (dataset / RETRIES_JSON).exists()):
        content = {source: asdict(retry) for source, retry in retries.items()}
        replace_file(dataset / RETRIES_JSON, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())
    return retries
