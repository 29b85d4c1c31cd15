"""Which share of the time of a parse the references take.

    python bench/references_share.py [--documents 200]

Parses the samples, and generated documents, several times over, with a clock around the references; the fastest round
counts.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # as a script it stands beside the packages that it measures

from corpus.generator.generate import generate  # noqa: E402
from extract.decoding import decode  # noqa: E402
from extract.splitting import split  # noqa: E402
from records import RawDocument  # noqa: E402
from transform.parse import document_starts, parse_document  # noqa: E402
from transform.references import find_references  # noqa: E402

SEED, ROUNDS = 99, 7


class Clock:
    """`find_references` with a clock around it."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self, *arguments: Any) -> Any:
        """The same rows; their time is added."""
        began = time.process_time()
        rows = find_references(*arguments)
        self.seconds += time.process_time() - began
        return rows


def measure(texts: list[str]) -> tuple[float, float]:
    """Milliseconds a document, and the share of the references in them, in the fastest round."""
    documents = [RawDocument("speed.txt", 0, "", "utf-8", text) for text in texts]
    best = (float("inf"), 1.0)
    for _ in range(ROUNDS):
        clock = Clock()
        with patch("transform.meaning.document.find_references", clock):
            began = time.process_time()
            for document in documents:
                parse_document(document)
            seconds = time.process_time() - began
        best = min(best, (1000 * seconds / len(documents), clock.seconds / seconds))
    return best


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Which share of the time of a parse the references take.")
    parser.add_argument("--documents", type=int, default=200, help="how many generated documents")
    options = parser.parse_args()
    samples = [decode(path.read_bytes()).text for path in sorted((ROOT / "data" / "raw").rglob("*.txt"))]
    parts = [part for text in samples if text for part in split(text, document_starts(text))]
    generated = [generate(SEED, number).raw_text for number in range(options.documents)]
    for name, texts in (("samples", parts), ("generated", generated)):
        milliseconds, share = measure(texts)
        print(f"{name:<10} {len(texts):>4} documents {milliseconds:>7.2f} ms each, references {100 * share:.1f} %")


if __name__ == "__main__":
    main()
