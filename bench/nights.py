"""How long a night takes on top of a large dataset, beside the first build, in one run.

    python bench/nights.py [--documents 100000] [--new 200] [--scratch DIR]

Composes documents (`corpus/generator`), builds them, delivers `--new` more of the latest session, as a night does, and
builds again. Tells the time of both, and how many files of the second release are those of the first (the same inode).
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # as a script it stands beside the packages that it measures

from corpus.generator.generate import generate  # noqa: E402
from flows.pipeline import build  # noqa: E402
from flows.summary import Summary  # noqa: E402
from load.releases import latest_release  # noqa: E402
from load.verify import verify  # noqa: E402
from records import RawDocument  # noqa: E402
from transform.parse import parse_document  # noqa: E402

SEED, PROCESSES, CHUNK = 5, 2, 200
FOLDER_SIZE = 1000


def compose(number: int) -> tuple[str, str]:
    """A document's text, and its session as the parser tells it."""
    text = generate(SEED, number).raw_text
    return text, parse_document(RawDocument("x.txt", 0, "", "utf-8", text)).session


def deliver(dump: Path, texts: Sequence[str], name: str) -> None:
    """Write texts into a dump, a file each, in folders of a thousand."""
    for number, text in enumerate(texts):
        file = dump / f"{name}-{number // FOLDER_SIZE:03}" / f"{number:06}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")


def timed(dump: Path, dataset: Path) -> tuple[Summary, float]:
    """A build, and its seconds."""
    began = time.monotonic()
    summary = build([dump], dataset)
    return summary, time.monotonic() - began


def inodes(dataset: Path) -> dict[int, str]:
    """The Parquet files of the latest release: inode, and place in it."""
    path = latest_release(dataset)
    return {file.stat().st_ino: file.relative_to(path).as_posix() for file in path.rglob("*.parquet")}


def main() -> None:
    """Compose, build twice, print."""
    parser = argparse.ArgumentParser(description="How long a night takes on top of a large dataset.")
    parser.add_argument("--documents", type=int, default=100_000, help="how many documents there are before")
    parser.add_argument("--new", type=int, default=200, help="how many the night brings")
    parser.add_argument("--scratch", type=Path, help="where to work (default: a folder that is removed)")
    options = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(dir=options.scratch))
    try:
        _measure(scratch, options.documents, options.new)
    finally:
        shutil.rmtree(scratch)


def _measure(scratch: Path, documents: int, new: int) -> None:
    total = documents + 40 * new  # so that the latest session has enough for the night
    with ProcessPoolExecutor(PROCESSES) as pool:
        composed = list(pool.map(compose, range(total), chunksize=CHUNK))
    latest = max(session for _, session in composed if session[0].isdigit())
    night = [text for text, session in composed if session == latest][-new:]
    chosen = set(night)
    deliver(scratch / "dump", [text for text, _ in composed if text not in chosen][:documents], "first")
    summary, first = timed(scratch / "dump", scratch / "dataset")
    print(f"first build: {summary.new:,} new documents in {first:.1f} s")
    before = inodes(scratch / "dataset")
    deliver(scratch / "dump", night, "night")
    summary, second = timed(scratch / "dump", scratch / "dataset")
    after = inodes(scratch / "dataset")
    written = sorted({name.split("/")[2] for inode, name in after.items() if inode not in before})
    print(
        f"the night: {summary.new:,} new documents in {second:.1f} s, {100 * second / first:.2f} % of the first build"
    )
    print(
        f"{len(after.keys() & before.keys())} of {len(after)} files are those of the release before; written: {written}"
    )
    problems = verify(scratch / "dataset")
    print(
        f"verify: {len(problems)} problems; at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MiB"
    )


if __name__ == "__main__":
    main()
