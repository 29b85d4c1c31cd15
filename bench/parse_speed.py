"""How long a parse takes, beside an earlier commit, in one run and on the same documents.

    python bench/parse_speed.py [--before COMMIT] [--documents 200]

Both versions parse the same documents in turn, each in a process of its own, several times over; the least of the times
counts. The documents are the samples and generated ones. Needs a clone with its history.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # as a script it stands beside the packages that it measures

from corpus.generator.generate import generate  # noqa: E402
from extract.decoding import decode  # noqa: E402

BEFORE = "c13917b"
"""The commit before the segmentation was made anew."""
SEED, ROUNDS = 99, 5
WORKER = """
import json, sys, time
sys.path.insert(0, sys.argv[1])
from records import RawDocument
from transform.parse import parse_document
documents = [RawDocument("speed.txt", 0, "", "utf-8", text) for text in json.load(sys.stdin)]
parse_document(documents[0])
for document in documents:
    parse_document(document)
began = time.process_time()
for document in documents:
    parse_document(document)
print(time.process_time() - began)
"""


def seconds(checkout: Path, texts: str) -> float:
    """The time that the version in a folder takes for all documents, in a process of its own."""
    command = [sys.executable, "-c", WORKER, str(checkout)]
    run = subprocess.run(command, input=texts, cwd=checkout, check=True, capture_output=True, text=True)
    return float(run.stdout)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long a parse takes, beside an earlier commit.")
    parser.add_argument("--before", default=BEFORE, help=f"the commit to compare with (default: {BEFORE})")
    parser.add_argument("--documents", type=int, default=200, help="how many generated documents")
    options = parser.parse_args()
    samples = [decode(path.read_bytes()).text for path in sorted((ROOT / "data" / "raw").rglob("*.txt"))]
    texts = [text for text in samples if text] + [generate(SEED, n).raw_text for n in range(options.documents)]
    with tempfile.TemporaryDirectory() as scratch:
        before = Path(scratch) / "before"
        add = ["git", "-C", str(ROOT), "worktree", "add", "--quiet", "--detach", str(before), options.before]
        if subprocess.run(add, check=False, capture_output=True).returncode:
            print(
                f"The commit {options.before} is not in this clone; fetch its history, or name another with --before."
            )
            return
        try:
            written = json.dumps(texts)
            rounds = [(seconds(before, written), seconds(ROOT, written)) for _ in range(ROUNDS)]
        finally:
            subprocess.run(["git", "-C", str(ROOT), "worktree", "remove", "--force", str(before)], check=True)
    then, now = (min(times) / len(texts) * 1000 for times in zip(*rounds, strict=True))
    characters = sum(map(len, texts)) / len(texts)
    print(f"{len(texts)} documents of {characters:.0f} characters, least of {ROUNDS} rounds")
    print(f"{options.before:<12} {then:6.2f} ms a document")
    print(f"{'this tree':<12} {now:6.2f} ms a document, {now / then:.2f} times as long")


if __name__ == "__main__":
    main()
