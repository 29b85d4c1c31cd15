"""`python -m corpus.generator --seed 1 --count 200 --out DIR` writes `DIR/raw` and `DIR/gold`."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.generator.generate import write_corpus


def main() -> None:
    """Write a corpus."""
    arguments = argparse.ArgumentParser(prog="python -m corpus.generator", description=main.__doc__)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--first", type=int, default=0, help="the number of the first document")
    arguments.add_argument("--count", type=int, default=200)
    arguments.add_argument("--out", type=Path, required=True)
    options = arguments.parse_args()
    write_corpus(options.seed, range(options.first, options.first + options.count), options.out)


if __name__ == "__main__":
    main()
