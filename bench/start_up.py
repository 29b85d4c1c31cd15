"""How long the commands take that a person waits for: the least of a few fresh starts each, in seconds.

    python bench/start_up.py

A build of three documents should take less than three seconds, most of which is loading Arrow.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RAW = ROOT / "data" / "raw"
REPEATS = 3
START = "from flows.command_line import main; main()"


def seconds(*arguments: object) -> float:
    """One run of `vraagbaak` in a fresh process; CalledProcessError where it fails."""
    began = time.perf_counter()
    command = [sys.executable, "-c", START, *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - began


def measured(scratch: Path) -> dict[str, float]:
    """Each measurement by its name."""
    three = scratch / "three"
    three.mkdir()
    for number, path in enumerate(sorted(RAW.rglob("*.txt"))[:3]):
        (three / f"{number}.txt").write_bytes(path.read_bytes())
    builds = [seconds("build", three, "--dataset", scratch / f"dataset{number}") for number in range(REPEATS)]
    return {
        "vraagbaak --help": min(seconds("--help") for _ in range(REPEATS)),
        "vraagbaak build, three documents": min(builds),
        "vraagbaak build, nothing new": min(
            seconds("build", three, "--dataset", scratch / "dataset0") for _ in range(REPEATS)
        ),
        "vraagbaak show FILE": min(seconds("show", three / "0.txt") for _ in range(REPEATS)),
    }


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        for name, least in measured(Path(scratch)).items():
            print(f"{name:<36} {least:6.2f} s")


if __name__ == "__main__":
    main()
