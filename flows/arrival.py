"""Whether the dump of a run is there: a folder that is empty tonight, and was not, is a failure and no quiet night."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extract.content import AS_USUAL, Asked
from extract.names import name_of
from extract.sources import Dump, Empty, SourceMissing, find_sources
from flows.summary import counted
from load.manifest import read_manifest
from load.releases import latest_path

CHECK = "Check that it is mounted, and that it is the right folder."


class DumpGone(RuntimeError):  # noqa: N818 - named for what happened, as the message says it
    """A dump that an earlier run read is not there, or holds nothing that can be read. The message says what was
    found."""


def arrived(sources: Sequence[Path], dataset: Path, follow_links: bool = False, asked: Asked = AS_USUAL) -> Dump:
    """The files of the SOURCEs.

    Raises DumpGone where one is missing or holds nothing to read that the latest release was made from, and
    extract.sources.SourceMissing where one is missing that it was not.
    """
    before = _inputs_before(dataset)
    try:
        dump = find_sources(sources, follow_links=follow_links, asked=asked)
    except SourceMissing as error:
        gone = next((source for source in sources if input_name(source) in before and not source.exists()), None)
        if gone is None:
            raise
        raise DumpGone(
            f"The dump {name_of(gone)} is not there, and was read for the release before. {CHECK}"
        ) from error
    for empty in dump.empty:
        if input_name(empty.source) in before:
            raise DumpGone(
                f"The dump {name_of(empty.source)} holds nothing that can be read, and did for the release before: "
                f"{_found(empty)}. {CHECK}"
            )
    return dump


def input_name(source: Path) -> str:
    """The name of a SOURCE in the manifest of a release."""
    return name_of(source.absolute().name)


def _inputs_before(dataset: Path) -> frozenset[str]:
    """The names of the SOURCEs of the latest release; none where there is no release yet."""
    latest = latest_path(dataset)
    return frozenset() if latest is None else frozenset(read_manifest(latest).inputs)


def _found(empty: Empty) -> str:
    if not empty.passed_over:
        return "it is empty"
    return f"it holds {counted(empty.passed_over)}, and 0 of the kinds that are read"
