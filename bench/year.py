"""A simulated year: a night's arrivals each night, with a fault on most of them, and what becomes of the dataset.

    python bench/year.py [--nights 365] [--seed 1] [--log]

New questions and corrections arrive in a dump; each night a fault is drawn: files that cannot be read, or are empty for
a night, an old text that is copied again, nights of error pages, of letters decoded wrongly or of one file that claims
every question, an empty folder, a clock set back, a full disk, a killed run, short memory, a pipe in the dump, another
run that has locked the dataset, a damaged file of the latest release. What is at fault is as it was by the next night.

After every night: `latest` is a whole release, and each of its questions speaks with a text that was truly delivered.
At the end: the question tables are those of a dataset that was built from the same arrivals without any fault. The exit
status is 1 where one of these is not so. With `--log` each night's line is printed as an operator would read it.
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any
from unittest import mock

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # as a script it stands beside the packages that it measures

from corpus.generator.generate import generate  # noqa: E402
from extract.sources import SourceMissing  # noqa: E402
from flows import pipeline  # noqa: E402
from load import publication  # noqa: E402
from load.checks import ChecksFailed  # noqa: E402
from load.lock import DatasetLocked, lock  # noqa: E402
from load.manifest import ReleaseDamaged  # noqa: E402
from load.releases import latest_path  # noqa: E402
from load.stored import StoredRelease  # noqa: E402
from load.tables import OF_A_QUESTION, QUESTIONS  # noqa: E402
from load.verify import verify  # noqa: E402
from records import ParsedDocument, RawDocument  # noqa: E402
from transform.parse import parse_document  # noqa: E402

FIRST_NIGHT = datetime(2026, 1, 1, 2, 30, tzinfo=UTC)
QUIET = 0.15
"""The share of nights without a fault."""
AT_FIRST, MOST_NEW, CORRECTED, CORRECTED_AFTER = 60, 5, 0.3, 20
"""How many questions the first night brings, how many each other one at the most, the share of nights with a
correction, and how many nights a question is old when it is corrected at the earliest."""
VERIFIED_EVERY = 15
CORRECTION = "\n\nDit antwoord vervangt het vorige."
EXPECTED = (ChecksFailed, DatasetLocked, ReleaseDamaged, SourceMissing, OSError)

Heal = Callable[[], object]


class Clock(datetime):
    """A `datetime` that says what the simulation says."""

    moment = FIRST_NIGHT

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Clock:
        """The simulated moment."""
        return cls.fromtimestamp(cls.moment.timestamp(), tz)


class Year:
    """The arrivals of a year, and what each question may truly say."""

    def __init__(self, nights: int, seed: int) -> None:
        self.arrivals: list[dict[str, str]] = [{} for _ in range(nights)]
        """For each night the files that come, by name."""
        self.true: dict[str, set[str]] = {}
        """By question_id the document_ids that were truly delivered."""
        draw = random.Random(seed)
        texts: list[tuple[int, str, str]] = []
        number = 0
        for night, files in enumerate(self.arrivals):
            for _ in range(draw.randint(0, MOST_NEW) if night else AT_FIRST):
                number, text = self._next(seed, number)
                files[f"{night:03}-{number}.txt"] = text
                texts.append((night, f"{night:03}-{number}", text))
            old = [one for one in texts if one[0] + CORRECTED_AFTER <= night]
            if old and draw.random() < CORRECTED:
                _, name, text = texts.pop(texts.index(draw.choice(old)))
                if self._record(text + CORRECTION, known=True):
                    files[f"{name}-verbeterd.txt"] = text + CORRECTION

    def _next(self, seed: int, number: int) -> tuple[int, str]:
        """The next generated document that is a question of its own, with an answer."""
        while True:
            number += 1
            text = generate(seed, number).raw_text
            if self._record(text, known=False):
                return number, text

    def _record(self, text: str, *, known: bool) -> bool:
        parsed = parse_document(RawDocument("a.txt", 0, "", "utf-8", text))
        if parsed.question is None or parsed.question.status != "answered" or "unknown" in parsed.question.question_id:
            return False
        if (parsed.question.question_id in self.true) is not known:
            return False
        self.true.setdefault(parsed.question.question_id, set()).add(parsed.document_id)
        return True


class Simulation:
    """A dump and a dataset, night after night."""

    def __init__(self, place: Path, draw: random.Random) -> None:
        self.raw, self.dataset, self.draw = place / "raw", place / "dataset", draw
        self.raw.mkdir(parents=True)
        self.parse: Callable[[RawDocument], ParsedDocument] = parse_document
        self.kill_at = 0
        self.new: list[Path] = []

    def deliver(self, files: dict[str, str]) -> None:
        """Put a night's arrivals into the dump."""
        self.new = [self.raw / name for name in files]
        for name, text in files.items():
            self._write(self.raw / name, text)

    def run(self) -> str:
        """One run; returns what an operator reads."""
        if self.kill_at:
            return self._killed()
        try:
            return pipeline.build([self.raw], self.dataset, workers=1, parse=self.parse).sentence
        except EXPECTED as error:
            return f"{type(error).__name__}: {error}"

    def _killed(self) -> str:
        child = os.fork()
        if child == 0:
            self._die()
            with mock.patch.object(sys, "stdout"):
                pipeline.build([self.raw], self.dataset, workers=1)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        return "killed" if os.WIFSIGNALED(status) else "ended before it was killed"

    def _die(self) -> None:
        calls = 0

        def count(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal calls
            if event in ("os.rename", "os.link", "os.symlink", "os.mkdir", "os.remove"):
                calls += 1
                if calls == self.kill_at:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)

    def spoiled(self, files: list[Path], change: Callable[[str], str]) -> Heal:
        """Change files for a night; what heals them gives back text and time."""
        before = {path: (path.read_text(encoding="utf-8"), path.stat().st_mtime_ns) for path in files}
        for path, (text, _) in before.items():
            self._write(path, change(text))

        def heal() -> None:
            for path, (text, _) in before.items():
                self._write(path, text)

        return heal

    def some(self, count: int) -> list[Path]:
        """Some files of the dump that lie there for longer."""
        old = sorted(path for path in self.raw.glob("*.txt") if path not in self.new and path.is_file())
        return self.draw.sample(old, min(count, len(old)))

    def _write(self, path: Path, text: str) -> None:
        path.write_text(text, encoding="utf-8", newline="")


# ------------------------------------------------------------------------------------------------------------- faults


def unreadable(night: Simulation) -> Heal:
    """New files whose server is away: their links lead nowhere."""
    texts = {path: path.read_text(encoding="utf-8") for path in night.new}
    for path in texts:
        path.unlink()
        path.symlink_to(night.raw / "gone")

    def heal() -> None:
        for path, text in texts.items():
            path.unlink()
            path.write_text(text, encoding="utf-8", newline="")

    return heal


def empty_for_a_night(night: Simulation) -> Heal:
    """Files that are read while they are being copied, and are empty."""
    return night.spoiled(night.some(3), lambda text: "")


def cut_short(night: Simulation) -> Heal:
    """Files that are read while half of them has arrived."""
    return night.spoiled(night.some(2), lambda text: text[: len(text) // 2])


def copied_again(night: Simulation) -> Heal:
    """Old files, copied again: the same texts with a new time."""
    return night.spoiled(night.some(10), lambda text: text)


def error_pages(night: Simulation) -> Heal:
    """A bad hour on the server: every answer is an error page."""

    def page(text: str) -> str:
        head, word, _ = text.rpartition("ANTWOORD")
        return f"{head}{word}\n\n404 Not Found\n" if word else "404 Not Found\n"

    return night.spoiled(night.some(400), page)


def decoded_wrongly(night: Simulation) -> Heal:
    """Every file of a session in UTF-8 that somebody read as cp1252."""
    return night.spoiled(night.some(400), lambda text: f"{text}\nprovinciën".encode().decode("cp1252", "replace"))


def claims_everything(night: Simulation) -> Heal:
    """One file with everybody's questions, and other answers."""
    texts = [path.read_text(encoding="utf-8") for path in night.some(400)]
    spoof = night.raw / "spoof.txt"
    spoof.write_text("\n\n".join(f"{text}\nEn nog iets anders." for text in texts), encoding="utf-8", newline="")
    return spoof.unlink


def empty_folder(night: Simulation) -> Heal:
    """The file server is not mounted."""
    away = night.raw.with_name("away")
    night.raw.rename(away)
    night.raw.mkdir()

    def heal() -> None:
        night.raw.rmdir()
        away.rename(night.raw)

    return heal


def no_folder(night: Simulation) -> Heal:
    """The same, and not even its folder is there."""
    away = night.raw.with_name("away")
    night.raw.rename(away)
    return lambda: away.rename(night.raw)


def clock_set_back(night: Simulation) -> Heal:
    """The machine thinks that it is last month."""
    Clock.moment -= timedelta(days=30)
    return lambda: None


def full_disk(night: Simulation) -> Heal:
    """Nothing more can be written after a few writes."""
    left = night.draw.randint(0, 40)
    write = os.write

    def until_full(descriptor: int, content: bytes) -> int:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(descriptor, content)

    patch = mock.patch("load.durable.os.write", until_full)
    patch.start()
    return patch.stop


def killed(night: Simulation) -> Heal:
    """The run is killed at one of its calls."""
    night.kill_at = night.draw.randint(1, 60)

    def heal() -> None:
        night.kill_at = 0

    return heal


def short_memory(night: Simulation) -> Heal:
    """The parser finds no memory for some documents."""

    def parse(raw: RawDocument) -> ParsedDocument:
        if hash((raw.document_id, "memory")) % 2:
            raise MemoryError
        return parse_document(raw)

    night.parse = parse

    def heal() -> None:
        night.parse = parse_document

    return heal


def pipe_in_the_dump(night: Simulation) -> Heal:
    """A pipe that nobody writes to, and a link to a device."""
    pipe, device = night.raw / "pijp.txt", night.raw / "nul.txt"
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")

    def heal() -> None:
        pipe.unlink()
        device.unlink()

    return heal


def locked(night: Simulation) -> Heal:
    """Another run holds the lock."""
    other = lock(night.dataset)
    other.__enter__()
    return lambda: other.__exit__(None, None, None)


def damaged(night: Simulation) -> Heal:
    """A bit of the latest release flips; the operator copies the file back."""
    release = latest_path(night.dataset)
    if release is None:
        return lambda: None
    file = night.draw.choice(sorted(release.rglob("*.parquet")))
    content = file.read_bytes()
    file.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    return lambda: file.write_bytes(content)


FAULTS = (
    unreadable, empty_for_a_night, cut_short, copied_again, error_pages, decoded_wrongly, claims_everything,
    empty_folder, no_folder, clock_set_back, full_disk, killed, short_memory, pipe_in_the_dump, locked, damaged,
)  # fmt: skip


# ------------------------------------------------------------------------------------------------------- what is true


def untrue(dataset: Path, true: dict[str, set[str]]) -> list[str]:
    """The questions of the latest release that speak with a text that was never truly delivered."""
    release = latest_path(dataset)
    if release is None:
        return []
    rows = StoredRelease(release).read(QUESTIONS, ("question_id", "document_id")).to_pylist()
    return [row["question_id"] for row in rows if row["document_id"] not in true.get(row["question_id"], ())]


def question_tables(dataset: Path) -> dict[str, list[dict[str, object]]]:
    """The rows of the question tables, in order."""
    release = latest_path(dataset)
    assert release is not None, "a year publishes something"
    stored = StoredRelease(release)
    return {
        table.name: sorted(stored.read(table).to_pylist(), key=lambda row: [str(row[key]) for key in table.key])
        for table in OF_A_QUESTION
    }


@contextmanager
def simulated_clock() -> Iterator[None]:
    """Every module that dates a release reads the simulation's clock."""
    with mock.patch.object(pipeline, "datetime", Clock), mock.patch.object(publication, "datetime", Clock):
        yield


def main() -> None:
    """Simulate and print."""
    parser = argparse.ArgumentParser(description="A simulated year of nights with faults.")
    parser.add_argument("--nights", type=int, default=365)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--log", action="store_true", help="print each night's line")
    options = parser.parse_args()
    year, draw = Year(options.nights, options.seed), random.Random(options.seed)
    told: Counter[tuple[str, str]] = Counter()
    bad: list[str] = []
    with tempfile.TemporaryDirectory() as scratch, simulated_clock():
        disturbed = Simulation(Path(scratch) / "disturbed", draw)
        for night, files in enumerate([*year.arrivals, {}, {}]):
            Clock.moment = FIRST_NIGHT + timedelta(days=night)
            disturbed.deliver(files)
            quiet = night in (0, *range(options.nights, options.nights + 2)) or draw.random() < QUIET
            fault = None if quiet else draw.choice(FAULTS)
            heal = fault(disturbed) if fault else lambda: None
            try:
                line = disturbed.run()
            finally:
                heal()
            name = fault.__name__ if fault else "no fault"
            told[name, line.split(":")[0].split(" ")[0]] += 1
            wrong = untrue(disturbed.dataset, year.true)
            problems = [*wrong, *(verify(disturbed.dataset) if night % VERIFIED_EVERY == 0 and night else ())]
            bad += [f"night {night}, {name}: {problem}" for problem in problems]
            if options.log or problems:
                print(f"{night:3} {name:<18} {line.splitlines()[0]}", *problems[:3], sep="\n      ", flush=True)
        plain = Simulation(Path(scratch) / "plain", draw)
        for night, files in enumerate(year.arrivals):
            Clock.moment = FIRST_NIGHT + timedelta(days=night)
            plain.deliver(files)
            if night % (CORRECTED_AFTER // 2) == 0 or night == options.nights - 1:
                plain.run()
        before, after = question_tables(plain.dataset), question_tables(disturbed.dataset)
        for table in before:
            if before[table] != after[table]:
                bad.append(f"{table} is not what a year without faults would have left")
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{options.nights} nights, {len(year.true)} questions, {sum(len(one) for one in before.values())} rows")
    for (name, outcome), count in sorted(told.items()):
        print(f"{name:<20} {outcome:<18} {count:>4}")
    print("\n".join(bad) or "Nothing bad was ever the latest; the tables are those of a year without faults.")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
