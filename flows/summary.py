"""What a run did, in the words of commands.md: for the command line, for Prefect, for a monitor that reads JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Summary:
    """The outcome of one run of the pipeline."""

    release: str | None
    """The release that it published; None where nothing was new."""
    parent: str | None
    """The release that was the latest before; None in an empty dataset."""
    deliveries: int
    """Documents that lay in the dumps, known ones included: of a file that was passed over unread, those that it held
    when it was read. The same text at two places counts twice."""
    new: int
    """Documents that the dataset did not have, each counted once."""
    parsed: int
    """Documents that were parsed in this run and in which a question was found: the new ones, those that came in again
    after another copy had superseded them, and after a rebuild all that are stored. Those that another copy supersedes
    at once are among them."""
    rejected: int
    """Documents that were parsed in this run and in which none was found, each with its reason in `documents`."""
    superseded: int
    """Documents that gave way to another copy of the same question in this run."""
    failures: int
    """Those of the rejected on which the parser failed: a bug to report, not a fault of the document."""
    rows: Mapping[str, int]
    """Rows per table in the dataset's latest release after the run; empty where there is none."""
    seconds: float
    """From the start to the published release."""
    path: Path | None
    """The folder of the latest release, resolved; None where there is none."""
    left_over: str | None = None
    """What could not be removed of old releases, as a sentence."""
    empty_sources: tuple[str, ...] = ()
    """What the run was asked to read and holds no .txt file."""

    @property
    def known(self) -> int:
        """Deliveries of documents that the dataset, or this run, had already."""
        return self.deliveries - self.new

    @property
    def sentence(self) -> str:
        """One sentence for a person: what was published, or that nothing was; before it what holds nothing to read."""
        empty = f"There is no .txt file in {' and '.join(self.empty_sources)}. " if self.empty_sources else ""
        if self.release is None:
            stands = f"{self.parent} stays the latest release" if self.parent else "the dataset has no release yet"
            return f"{empty}Nothing new among {self.deliveries} documents: {stands}."
        failed = f" ({self.failures} of them made the parser fail)" if self.failures else ""
        return (
            f"{empty}Published {self.release}: {self.new} new documents, {self.parsed} parsed, "
            f"{self.rejected} rejected{failed}, {self.superseded} superseded, in {self.seconds:.1f} s."
            + (f" {self.left_over}" if self.left_over else "")
        )

    def as_markdown(self) -> str:
        """The summary as a page for Prefect's view of a run."""
        lines = [
            f"# {self.release or 'Nothing new'}",
            "",
            self.sentence,
            "",
            "| what | count |",
            "|---|---:|",
            f"| documents in the dumps | {self.deliveries} |",
            f"| new | {self.new} |",
            f"| known | {self.known} |",
            f"| parsed | {self.parsed} |",
            f"| rejected | {self.rejected} |",
            f"| superseded | {self.superseded} |",
            "",
            f"The release before: {self.parent or 'none'}.",
        ]
        if self.path:
            lines.append(f"To read it: `{self.path}`.")
        return "\n".join(lines)

    def as_json(self) -> str:
        """One line with the keys that commands.md promises."""
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
                "seconds": round(self.seconds, 3),
            }
        )
