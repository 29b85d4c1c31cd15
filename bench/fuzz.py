"""Looks for a text that breaks a law of `corpus/laws.py`, for as long as one has.

    python bench/fuzz.py [--seconds 600] [--processes 2]

Each process draws from every strategy of `corpus/any_text.py` in turn, each time with a new seed. A text that
breaks a law is shrunk by Hypothesis and printed with the seed; the exit code is then 1.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from random import SystemRandom

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # as a script it stands beside the packages that it tests

from hypothesis import HealthCheck, given, seed, settings  # noqa: E402

from corpus.any_text import ANY_TEXT  # noqa: E402
from corpus.laws import check  # noqa: E402

EXAMPLES = 200
SLOWEST = 20.0
"""Seconds that no text of these lengths may take."""


def draw(name: str, number: int) -> tuple[int, str | None]:
    """How many texts of one strategy were parsed with one seed, and what broke; None where nothing did."""
    parsed = 0

    @seed(number)
    @given(ANY_TEXT[name]())
    @settings(deadline=None, max_examples=EXAMPLES, database=None, suppress_health_check=list(HealthCheck))
    def holds(text: str) -> None:
        nonlocal parsed
        parsed += 1
        began = time.perf_counter()
        check(text)
        took = time.perf_counter() - began
        assert took < SLOWEST, f"{took:.1f} s for {len(text)} characters"

    try:
        holds()
    except Exception:  # noqa: BLE001 - whatever broke is what was looked for
        return parsed, f"{name}, seed {number}\n{traceback.format_exc()}"
    return parsed, None


def work(until: float, first: int, processes: int) -> tuple[Counter[str], list[str]]:
    """Draw until the time has come. Returns how many texts of each strategy were parsed, and what broke."""
    texts: Counter[str] = Counter()
    broken: list[str] = []
    random = SystemRandom()
    for name in islice(cycle(ANY_TEXT), first * len(ANY_TEXT) // processes, None):
        if time.time() >= until or broken:
            return texts, broken
        parsed, what = draw(name, random.getrandbits(63))
        texts[name] += parsed
        broken += [what] if what else []
    raise AssertionError("a cycle has no end")


def main() -> int:
    """Look, and say what was found."""
    parser = argparse.ArgumentParser(description="Looks for a text that breaks a law that holds for any text.")
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    until = time.time() + options.seconds
    texts: Counter[str] = Counter()
    broken: list[str] = []
    with ProcessPoolExecutor(options.processes) as pool:
        tasks = [pool.submit(work, until, first, options.processes) for first in range(options.processes)]
        for task in tasks:
            parsed, found = task.result()
            texts += parsed
            broken += found
    for name in ANY_TEXT:
        print(f"{name:<26} {texts[name]:>8} texts")
    for what in broken:
        print(f"\n{what}")
    drawn = f"{sum(texts.values())} texts in {options.seconds:g} s on {options.processes} processes"
    print(f"{drawn}: {len(broken)} broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
