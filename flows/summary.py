"""The summary of a run: as a sentence for the command line, as a page for Prefect, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flows.shown import in_markdown


@dataclass(frozen=True, slots=True)
class Summary:
    """The outcome of one run of the pipeline."""

    release: str | None
    """The release that it published; None where nothing was new."""
    parent: str | None
    """The release that was the latest before; None in an empty dataset."""
    deliveries: int
    """Documents in the dumps, known ones included; a file that was skipped counts as many as it had when it was read.
    The same text at two locations counts twice."""
    new: int
    """Documents that the dataset did not have, each counted once."""
    parsed: int
    """Documents that this run parsed and found a question in: new ones, superseded ones that were delivered again, and
    after a rebuild all stored ones. Those that another copy supersedes at once are included."""
    rejected: int
    """Documents that this run parsed and found no question in, each with its reason in `documents`."""
    superseded: int
    """Documents that another copy of their question supersedes since this run."""
    failures: int
    """The rejected documents on which the parser failed: a bug to report, not a fault of the document."""
    rows: Mapping[str, int]
    """Rows per table in the dataset's latest release after the run; empty where there is none."""
    seconds: float
    """From the start to the published release."""
    path: Path | None
    """The folder of the latest release, resolved; None where there is none."""
    not_removed: str | None = None
    """Which old release could not be removed, as a sentence."""
    waiting: tuple[str, ...] = ()
    """What could not be read or parsed and is tried again by the next run, a sentence each."""
    quarantined: tuple[str, ...] = ()
    """The sources that were left unread because they are in quarantine."""
    held: tuple[str, str] | None = None
    """The release that is held, and since when: the run did nothing then."""
    empty_sources: tuple[str, ...] = ()
    """The SOURCEs of the run that contain no file that can be read."""
    read: Mapping[str, int] = field(default_factory=dict)
    """How many files and members of archives were read, by kind (`extract.kinds`)."""
    passed_over: Mapping[str, int] = field(default_factory=dict)
    """How many files and members no reader takes, by their ending or by what else they are."""

    @property
    def known(self) -> int:
        """Documents in the dumps that the dataset, or this run, had already."""
        return self.deliveries - self.new

    @property
    def sentence(self) -> str:
        """What was published, or that nothing was, for a person; before it which SOURCEs have no file to read."""
        if self.held:
            release, since = self.held
            return (
                f"Nothing was read: the release {release} is held since {since}. `vraagbaak rollback --release-hold` "
                "lets runs publish again."
            )
        empty = f"There is no file to read in {' and '.join(self.empty_sources)}. " if self.empty_sources else ""
        if self.release is None:
            latest = f"{self.parent} is still the latest release" if self.parent else "the dataset has no release yet"
            return f"{empty}Nothing new in {self.deliveries} documents: {latest}.{self._met}{self._waiting}"
        failed = f" (the parser failed on {self.failures} of them)" if self.failures else ""
        return (
            f"{empty}Published {self.release}: {self.new} new documents, {self.parsed} parsed, "
            f"{self.rejected} rejected{failed}, {self.superseded} superseded, in {self.seconds:.1f} s."
            + (f" {self.not_removed}" if self.not_removed else "")
            + self._met
            + self._waiting
        )

    @property
    def _met(self) -> str:
        """What was read, where that is more than plain text, and what was passed over."""
        met = ""
        if set(self.read) - {"text"}:
            met += f" Read {counted(self.read)}."
        if self.passed_over:
            total = sum(self.passed_over.values())
            met += f" {total:,} {'file was' if total == 1 else 'files were'} passed over: {counted(self.passed_over)}."
        return met

    @property
    def _waiting(self) -> str:
        """What was left unread, and how much is tried again by the next run, with the first of it."""
        kept_out = f" {len(self.quarantined)} in quarantine." if self.quarantined else ""
        if not self.waiting:
            return kept_out
        more = f" And {len(self.waiting) - 1} more, listed in retries.json." if len(self.waiting) > 1 else ""
        return f"{kept_out} Not read or parsed yet: {self.waiting[0]}{more}"

    def as_markdown(self) -> str:
        """The summary as a page, shown by Prefect with the run."""
        lines = [
            f"# {self.release or 'Nothing new'}",
            "",
            in_markdown(self.sentence),
            "",
            "| documents | count |",
            "|---|---:|",
            f"| in the dumps | {self.deliveries} |",
            f"| new | {self.new} |",
            f"| known | {self.known} |",
            f"| parsed | {self.parsed} |",
            f"| rejected | {self.rejected} |",
            f"| superseded | {self.superseded} |",
            "",
            f"Previous release: {self.parent or 'none'}.",
        ]
        if self._met:
            lines.append(in_markdown(self._met.strip()))
        lines += [f"- Not read or parsed yet: {in_markdown(waiting)}" for waiting in self.waiting]
        if self.path:
            lines.append(f"Path of the latest release: {in_markdown(self.path)}.")
        return "\n".join(lines)

    def as_json(self) -> str:
        """The summary as one line of JSON, with the keys that docs/operations.md lists."""
        return json.dumps(
            {
                "release": self.release,
                "parent": self.parent,
                "deliveries": self.deliveries,
                "documents": {
                    "new": self.new,
                    "known": self.known,
                    "parsed": self.parsed,
                    "rejected": self.rejected,
                    "superseded": self.superseded,
                },
                "rows": dict(self.rows),
                "read": dict(self.read),
                "passed_over": dict(self.passed_over),
                "waiting": list(self.waiting),
                "quarantined": list(self.quarantined),
                "held": self.held[0] if self.held else None,
                "seconds": round(self.seconds, 3),
            }
        )


def counted(counts: Mapping[str, int]) -> str:
    """Counts by name, the most first: `35 .jpg, 2 .bak`."""
    return ", ".join(f"{count:,} {name}" for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])))
