"""What a parse costs beside an earlier commit, in one run on the same documents: calls, instructions, time.

    python bench/parse_cost.py [--before COMMIT] [--documents 60] [--instructions]

Each version parses the same documents in a process of its own: the samples and generated ones. Calls are counted with
cProfile, instructions with valgrind's callgrind (`--instructions`, minutes; collected inside `parse_document` only by
taking the difference between parsing the documents once and three times). Both are the same on every machine; the time
is the least of several rounds. Needs a clone with its history.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # as a script it stands beside the packages that it measures

from corpus.generator.generate import generate  # noqa: E402
from extract.decoding import decode  # noqa: E402

BEFORE = "ecdc653"
"""The commit before a text was read once."""
SEED, ROUNDS = 99, 5
WORKER = """
import cProfile, json, sys, time
sys.path.insert(0, sys.argv[1])
from records import RawDocument
from transform.parse import parse_document
documents = [RawDocument("cost.txt", 0, "", "utf-8", text) for text in json.load(open(sys.argv[2]))]

def parse(rounds):
    for _ in range(rounds):
        for document in documents:
            parse_document(document)

if sys.argv[3] == "instructions":
    parse(int(sys.argv[4]))
    sys.exit()
parse(1)
profile = cProfile.Profile()
profile.enable()
parse(1)
profile.disable()
calls = sum(one.callcount for one in profile.getstats())
times = []
for _ in range(int(sys.argv[4])):
    began = time.process_time()
    parse(1)
    times.append(time.process_time() - began)
print(json.dumps([calls / len(documents), min(times) / len(documents) * 1000]))
"""


def calls_and_time(checkout: Path, texts: Path) -> tuple[float, float]:
    """The function calls and the milliseconds that the version in a folder takes for a document."""
    command = [sys.executable, "-c", WORKER, str(checkout), str(texts), "calls", str(ROUNDS)]
    run = subprocess.run(command, cwd=checkout, check=True, capture_output=True, text=True)
    calls, time = json.loads(run.stdout)
    return calls, time


def instructions(checkout: Path, texts: Path, documents: int) -> float:
    """The instructions that the version in a folder takes for a document, imports and first uses left out."""
    counted = []
    for rounds in (1, 3):
        worker = [sys.executable, "-c", WORKER, str(checkout), str(texts), "instructions", str(rounds)]
        valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={texts.parent / 'callgrind.out'}"]
        run = subprocess.run([*valgrind, *worker], cwd=checkout, check=True, capture_output=True, text=True)
        found = re.search(r"Collected : (\d+)", run.stderr)
        assert found is not None, "callgrind ends with what it collected"
        counted.append(int(found[1]))
    return (counted[1] - counted[0]) / 2 / documents


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What a parse costs, beside an earlier commit.")
    parser.add_argument("--before", default=BEFORE, help=f"the commit to compare with (default: {BEFORE})")
    parser.add_argument("--documents", type=int, default=60, help="how many generated documents")
    parser.add_argument("--instructions", action="store_true", help="count instructions too (needs valgrind; minutes)")
    options = parser.parse_args()
    if options.instructions and shutil.which("valgrind") is None:
        parser.error("--instructions needs valgrind, which is not installed")
    samples = [decode(path.read_bytes()).text for path in sorted((ROOT / "data" / "raw").rglob("*.txt"))]
    texts = [text for text in samples if text] + [generate(SEED, n).raw_text for n in range(options.documents)]
    with tempfile.TemporaryDirectory() as scratch:
        before, written = Path(scratch) / "before", Path(scratch) / "texts.json"
        written.write_text(json.dumps(texts), encoding="utf-8")
        add = ["git", "-C", str(ROOT), "worktree", "add", "--quiet", "--detach", str(before), options.before]
        if subprocess.run(add, check=False, capture_output=True).returncode:
            print(
                f"The commit {options.before} is not in this clone; fetch its history, or name another with --before."
            )
            return
        try:
            (calls, time), (calls_now, time_now) = (calls_and_time(checkout, written) for checkout in (before, ROOT))
            rows = [("function calls", "", calls, calls_now), ("time", "ms", time, time_now)]
            if options.instructions:
                counted = [instructions(checkout, written, len(texts)) for checkout in (before, ROOT)]
                rows.append(("instructions", "", counted[0], counted[1]))
        finally:
            subprocess.run(["git", "-C", str(ROOT), "worktree", "remove", "--force", str(before)], check=True)
    characters = sum(map(len, texts)) / len(texts)
    print(f"{len(texts)} documents of {characters:.0f} characters; a document costs")
    for name, unit, then, now in rows:
        print(f"{name:<15} {options.before} {then:14,.1f} {unit:<2} this tree {now:14,.1f} {unit:<2} {now / then:.2f}")


if __name__ == "__main__":
    main()
