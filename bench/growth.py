"""How the time of a parse grows with the length of a document: seconds for a document and for one four times as long.

    python bench/growth.py [--size LINES] [SHAPE ...]

A growth of 1 is time in proportion to the length; of 4, to its square. The last lines are documents of ten megabytes.
A document that takes longer than the limit of `flows.attempt` is rejected in a build.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # as a script it stands beside the packages that it measures

from corpus.hostile import SHAPES, Shape  # noqa: E402
from flows.attempt import TIME_LIMIT  # noqa: E402
from records import RawDocument  # noqa: E402
from transform.parse import document_starts, parse_document  # noqa: E402

SIZE, FACTOR = 2_000, 4
LARGE = ("running text", "flattened text", "nested brackets", "flattened capitals", "one long word")
LARGE_LENGTH = 10_000_000


def seconds(text: str) -> float:
    """The time that a build needs for a document of that text."""
    began = time.perf_counter()
    document_starts(text)
    parse_document(RawDocument("growth.txt", 0, "", "utf-8", text))
    return time.perf_counter() - began


def growth(shape: Shape, size: int) -> tuple[int, float, float]:
    """The length of the longer document, its seconds, and how much more each of its characters took."""
    short, long = shape(size), shape(FACTOR * size)
    least = min(seconds(short) for _ in range(2))
    most = seconds(long)
    return len(long), most, most / least / (len(long) / len(short))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How the time of a parse grows with the length of a document.")
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help="only these (default: all)")
    parser.add_argument("--size", type=int, default=SIZE, help="the lines of the shorter document")
    options = parser.parse_args()
    print(f"{'what it repeats':<26} {'length':>9} {'time':>8} {'a megabyte':>11} {'growth':>7}")
    for name in options.shapes or SHAPES:
        length, most, factor = growth(SHAPES[name], options.size)
        print(f"{name:<26} {length / 1e6:6.2f} MB {most:6.2f} s {most / length * 1e6:9.2f} s {factor:7.2f}", flush=True)
    for name in LARGE if not options.shapes else ():
        size = SIZE * LARGE_LENGTH // len(SHAPES[name](SIZE))
        text = SHAPES[name](size)
        took = seconds(text)
        verdict = "" if took < TIME_LIMIT else f"  over the {TIME_LIMIT:g} s of a build: rejected there"
        print(f"{name:<26} {len(text) / 1e6:6.2f} MB {took:6.2f} s {took / len(text) * 1e6:9.2f} s{verdict}")


if __name__ == "__main__":
    main()
