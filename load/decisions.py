"""What an operator has decided about a dataset: sources in quarantine, and a release that is held.

Each decision is a small file beside the releases. A file that cannot be read is told, and nothing is published
meanwhile: a decision must not be lost because of a damaged file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from load.durable import replace_file

QUARANTINE_JSON, HOLD_JSON = "quarantine.json", "hold.json"


class DecisionDamaged(RuntimeError):  # noqa: N818 - named for what happened, as the message says it
    """A file with a decision cannot be read. The message is one sentence that says what to do."""


class Quarantine:
    """The sources that runs leave unread until they are released."""

    def __init__(self, since: Mapping[str, str]) -> None:
        """`since`: by source the moment of the decision; a source that ends in `/` stands for all under it."""
        self.since = dict(since)
        self._folders = tuple(source for source in since if source.endswith("/"))

    def __contains__(self, source: str) -> bool:
        return source in self.since or source.startswith(self._folders)

    def __len__(self) -> int:
        return len(self.since)


def read_quarantine(dataset: Path) -> Quarantine:
    """The sources in quarantine. Raises DecisionDamaged where the file cannot be read."""
    return Quarantine({source: _text(since) for source, since in _read(dataset / QUARANTINE_JSON).items()})


def quarantine(dataset: Path, sources: Iterable[str], now: str) -> None:
    """Put sources into quarantine. The caller has locked the dataset. `now`: UTC, ISO 8601."""
    since = read_quarantine(dataset).since
    _write(dataset / QUARANTINE_JSON, dict.fromkeys(sources, now) | since)


def release_sources(dataset: Path, sources: Iterable[str]) -> list[str]:
    """Take sources out of quarantine, all where none is named; returns those that were in it. The caller has locked the
    dataset."""
    since = read_quarantine(dataset).since
    released = [source for source in list(sources) or sorted(since) if source in since]
    _write(
        dataset / QUARANTINE_JSON, {source: moment for source, moment in since.items() if source not in set(released)}
    )
    return released


def held_release(dataset: Path) -> tuple[str, str] | None:
    """The release that is held, and since when; None where none is. Raises DecisionDamaged where the file cannot be
    read."""
    held = _read(dataset / HOLD_JSON)
    return (_text(held.get("release")), _text(held.get("since"))) if held else None


def hold(dataset: Path, release: str, now: str) -> None:
    """Hold a release: no run publishes until `release_hold`. The caller has locked the dataset."""
    _write(dataset / HOLD_JSON, {"release": release, "since": now})


def release_hold(dataset: Path) -> bool:
    """Let runs publish again; whether a release was held. The caller has locked the dataset."""
    was_held = held_release(dataset) is not None
    (dataset / HOLD_JSON).unlink(missing_ok=True)
    return was_held


def _read(path: Path) -> Mapping[str, object]:
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise _damaged(path) from error
    if not isinstance(content, dict) or not all(isinstance(value, str) for value in content.values()):
        raise _damaged(path)
    return content


def _damaged(path: Path) -> DecisionDamaged:
    return DecisionDamaged(f"{path} is damaged: look at what it holds, then mend or remove it, and run again.")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _write(path: Path, content: Mapping[str, str]) -> None:
    if not content:
        path.unlink(missing_ok=True)
        return
    replace_file(path, (json.dumps(dict(sorted(content.items())), indent=1, ensure_ascii=False) + "\n").encode())
