"""The command `vraagbaak`: exit statuses, one clear sentence on stderr, and nothing loaded that is not needed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest
from rich.console import Console

from flows import outcomes, pipeline
from flows.command_line import run, vraagbaak
from flows.views import releases_view
from load.lock import lock
from load.manifest import RECOVERY
from load.releases import ReleaseInfo
from tests.flows.dumps import QUESTION, question_id, write_dump
from tests.flows.stand_ins import parse_and_lose_a_piece
from tests.load.made import flip


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return write_dump(tmp_path / "raw", 1, 2)


@pytest.fixture
def dataset(tmp_path: Path, dump: Path) -> Path:
    pipeline.build([dump], tmp_path / "dataset")
    return tmp_path / "dataset"


class Told:
    """What a command said, and how it ended."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: object) -> None:
        capsys.readouterr()
        self.status = run([str(argument) for argument in arguments])
        self.stdout, self.stderr = capsys.readouterr()

    @property
    def sentence(self) -> str:
        """The first thing on stderr; after an interruption click ends the terminal's line first."""
        return self.stderr.lstrip().splitlines()[0]


def test_build_tells_what_it_did_and_where_to_read_it(
    capsys: pytest.CaptureFixture[str], dump: Path, tmp_path: Path
) -> None:
    told = Told(capsys, "build", dump, "--dataset", tmp_path / "dataset")
    assert told.status == 0
    assert told.sentence.startswith("Published ")
    assert "questions" in told.stdout
    assert "pd.read_parquet(" in told.stdout


def test_the_json_summary_is_the_last_line(capsys: pytest.CaptureFixture[str], dump: Path, tmp_path: Path) -> None:
    told = Told(capsys, "build", dump, "--dataset", tmp_path / "dataset", "--json")
    summary = json.loads(told.stdout.splitlines()[-1])
    assert set(summary) == {
        *("release", "parent", "deliveries", "documents", "rows", "seconds"),
        *("waiting", "quarantined", "held", "read", "passed_over"),
    }
    assert summary["documents"] == {"new": 2, "known": 0, "parsed": 2, "rejected": 0, "superseded": 0}
    assert (summary["parent"], summary["deliveries"]) == (None, 2)
    assert summary["release"] == (tmp_path / "dataset" / "latest").resolve().name
    assert summary["rows"]["questions"] == 2
    assert isinstance(summary["seconds"], float)


def test_the_good_files_of_a_refused_night_go_through(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One file claims the questions of another; in quarantine it spoils nothing, and released it is read again."""
    raw, dataset = write_dump(tmp_path / "raw", *range(1, 31)), tmp_path / "dataset"
    assert Told(capsys, "build", raw, "--dataset", dataset).status == 0
    texts = [(raw / f"sv{n}.txt").read_text().replace("bomen geplant", "struiken") for n in range(1, 31)]
    (raw / "spoof.txt").write_text("\n".join(texts))
    write_dump(raw, 31)
    refused = Told(capsys, "build", raw, "--dataset", dataset)
    assert refused.status == 4
    assert "30 of the 30 questions" in refused.stderr and "They come from spoof.txt." in refused.stderr
    assert Told(capsys, "quarantine", "spoof.txt", "--dataset", dataset).status == 0
    told = Told(capsys, "build", raw, "--dataset", dataset, "--json")
    summary = json.loads(told.stdout.splitlines()[-1])
    assert (told.status, summary["documents"]["new"], summary["quarantined"]) == (0, 1, ["spoof.txt"])
    assert Told(capsys, "quarantine", "--dataset", dataset).stdout.startswith("spoof.txt since 20")
    assert (
        Told(capsys, "quarantine", "--release", "--dataset", dataset).sentence == "1 released: the next run reads them."
    )
    assert Told(capsys, "build", raw, "--dataset", dataset).status == 4


def test_a_held_release_stays_the_latest(capsys: pytest.CaptureFixture[str], dump: Path, dataset: Path) -> None:
    first = (dataset / "latest").resolve().name
    write_dump(dump, 8)
    assert Told(capsys, "build", dump, "--dataset", dataset).status == 0
    assert Told(capsys, "rollback", first, "--hold", "--dataset", dataset).sentence.endswith("and is held.")
    held = Told(capsys, "build", dump, "--dataset", dataset)
    assert held.status == 0
    assert held.sentence.startswith(f"Nothing was read: the release {first} is held since ")
    assert (dataset / "latest").resolve().name == first
    assert Told(capsys, "rollback", "--release-hold", "--dataset", dataset).sentence == "Runs publish again."
    assert Told(capsys, "build", dump, "--dataset", dataset).sentence.startswith("Published ")


def test_nothing_new_is_done_too(capsys: pytest.CaptureFixture[str], dump: Path, dataset: Path) -> None:
    told = Told(capsys, "build", dump, "--dataset", dataset, "--json")
    summary = json.loads(told.stdout.splitlines()[-1])
    assert (told.status, summary["release"]) == (0, None)
    assert told.sentence.startswith("Nothing new")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["build", "nowhere", "--dataset", "dataset"], "nowhere"),
        (["build", "--dataset", "dataset"], "SOURCE"),
        (["build", "."], "--dataset"),
        (["build", ".", "--dataset", "dataset", "--workers", "0"], "workers"),
        (["build", ".", "--dataset", "dataset", "--engine", "steam"], "engine"),
        (["show", "nowhere.txt"], "--dataset"),
        (["show", "."], ". is a folder"),
        (["show", "vlaams-parlement/2020-2021/joris-maes/1", "--dataset", "dataset"], "has no release yet"),
        (["releases", "--dataset", "dataset"], "has no release yet"),
        (["verify", "--dataset", "dataset"], "has no release yet"),
        (["serve", "--source", "nowhere"], "nowhere"),
        (["nightly", "--source", "nowhere"], "nowhere"),
        (["rollback", "20200101T000000Z", "--dataset", "dataset"], "20200101T000000Z"),
        (["polish"], "polish"),
        (["--polish"], "--polish"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_2_and_told(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    told = Told(capsys, *arguments)
    assert told.status == 2
    assert says in told.sentence
    assert "Traceback" not in told.stderr
    assert list(tmp_path.iterdir()) == [], "what is not there is not made"


def test_a_locked_dataset_is_3_and_says_by_whom(capsys: pytest.CaptureFixture[str], dump: Path, tmp_path: Path) -> None:
    with lock(tmp_path / "dataset"):
        told = Told(capsys, "build", dump, "--dataset", tmp_path / "dataset")
    assert told.status == 3
    assert str(os.getpid()) in told.sentence


def test_refused_checks_are_4(
    capsys: pytest.CaptureFixture[str], dump: Path, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (dataset / "latest").resolve()
    write_dump(dump, 3)
    monkeypatch.setattr(pipeline, "build", partial(pipeline.build, parse=parse_and_lose_a_piece))
    told = Told(capsys, "build", dump, "--dataset", dataset)
    assert (told.status, told.sentence) == (4, "The checks refused the release: 1 fault was found.")
    assert re.search(r"- segments of \w+: the characters from \d+ to \d+ are in no segment\.", told.stderr)
    assert (dataset / "latest").resolve() == before


@pytest.mark.parametrize("table", ["answers", "pairs", "sub_questions"])
def test_a_damaged_release_is_1_and_nothing_is_built_on_it(
    capsys: pytest.CaptureFixture[str], dump: Path, dataset: Path, table: str
) -> None:
    latest = (dataset / "latest").resolve()
    file = next((latest / table).rglob("*.parquet"))
    flip(file, 4321)
    write_dump(dump, 3)
    told = Told(capsys, "build", dump, "--dataset", dataset)
    assert told.status == 1
    assert told.stderr == (
        f"{file.relative_to(latest)} of the release {latest.name} has changed since it was published: "
        f"its SHA-256 differs. {RECOVERY}\n"
    )
    assert (dataset / "latest").resolve() == latest
    assert [path.name for path in (dataset / "releases").iterdir()] == [latest.name]


@pytest.mark.parametrize("command", ["build", "show"])
@pytest.mark.parametrize("damage", ["no documents", "no Parquet", "broken release.json", "no release"])
def test_whatever_is_damaged_is_1_and_says_what_to_do(
    capsys: pytest.CaptureFixture[str], dump: Path, dataset: Path, command: str, damage: str
) -> None:
    latest = (dataset / "latest").resolve()
    documents = next((latest / "documents").rglob("*.parquet"))
    if damage == "no documents":
        documents.unlink()
    if damage == "no Parquet":
        documents.write_bytes(bytes(documents.stat().st_size))
    if damage == "broken release.json":
        (latest / "release.json").write_text("{")
    if damage == "no release":
        latest.rename(dataset / "elsewhere")
    write_dump(dump, 3)
    told = Told(capsys, command, dump if command == "build" else question_id(1), "--dataset", dataset)
    assert told.status == 1
    assert told.stderr.count("\n") == 1
    assert latest.name in told.sentence
    assert told.sentence.endswith(RECOVERY)
    assert Told(capsys, "releases", "--dataset", dataset).status == (1 if damage == "no release" else 0)


def test_no_sentence_ends_twice(
    capsys: pytest.CaptureFixture[str], dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> NoReturn:
        raise ValueError("A whole sentence.")

    monkeypatch.setattr(pipeline, "publish", fail)
    told = Told(capsys, "build", dump, "--dataset", tmp_path / "dataset")
    assert told.sentence == f"The command failed with ValueError: A whole sentence. {outcomes.UNCHANGED}"


def test_an_argument_that_reads_like_an_option_is_no_option(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> NoReturn:
        raise ArithmeticError("something odd")

    monkeypatch.setattr(pipeline, "build", fail)
    told = Told(capsys, "build", "--dataset", tmp_path / "dataset", "--", "--debug")
    assert "something odd" in told.sentence
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("debug", [False, True])
def test_the_unexpected_is_1_and_the_traceback_is_for_those_who_ask(
    capsys: pytest.CaptureFixture[str], dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, debug: bool
) -> None:
    def fail(*args: object, **kwargs: object) -> NoReturn:
        raise ArithmeticError("something odd")

    monkeypatch.setattr(pipeline, "publish", fail)
    told = Told(capsys, *(["--debug"] if debug else []), "build", dump, "--dataset", tmp_path / "dataset")
    assert told.status == 1
    assert told.sentence == (f"The command failed with ArithmeticError: something odd. {outcomes.UNCHANGED}")
    assert ("Traceback" in told.stderr) == debug


def test_a_dataset_that_cannot_be_written_is_1(capsys: pytest.CaptureFixture[str], dump: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = Told(capsys, "build", dump, "--dataset", tmp_path / "file" / "dataset")
    assert told.status == 1
    assert str(tmp_path / "file") in told.sentence
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), OSError("No space left on device")])
def test_a_full_disk_is_1_and_told_without_a_traceback(
    capsys: pytest.CaptureFixture[str],
    dump: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
) -> None:
    def fill(*args: object, **kwargs: object) -> NoReturn:
        raise error

    monkeypatch.setattr(pipeline, "publish", fill)
    told = Told(capsys, "build", dump, "--dataset", tmp_path / "dataset")
    assert told.status == 1
    assert told.stderr.startswith("A file cannot be read or written: No space left on device. ")
    assert told.stderr.endswith(f" {outcomes.UNCHANGED}\n")
    assert ("Make room on that disk" in told.stderr) == (error.errno is not None), "what to do, where it is known"


def test_an_interrupted_run_is_1(
    capsys: pytest.CaptureFixture[str], dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*args: object, **kwargs: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "publish", interrupt)
    told = Told(capsys, "build", dump, "--dataset", tmp_path / "dataset")
    assert (told.status, told.sentence) == (
        1,
        f"Interrupted. {outcomes.UNCHANGED}",
    )


def test_show_names_every_segment_of_a_file_in_words(
    capsys: pytest.CaptureFixture[str], dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    told = Told(capsys, "show", dump / "sv1.txt")
    assert told.status == 0
    assert "\x1b" not in told.stdout
    for words in ("question_header", "preamble", "sub_question 1", "sub_question 2", "answer_part 2", question_id(1)):
        assert words in told.stdout


def test_show_points_at_what_was_odd(capsys: pytest.CaptureFixture[str], dump: Path) -> None:
    """With the line, the offsets and the text that a warning is about: an operator opens the file there."""
    path = dump / "sv1.txt"
    text = path.read_text() + "\n3. Dit vroeg niemand.\n"
    path.write_text(text)
    told = Told(capsys, "show", path)
    start = text.index("3. Dit")
    assert "warning: answer_label_unasked: A label of the answer has no sub-question" in told.stdout
    assert f"line {text.count(chr(10), 0, start) + 1} [{start}:{start + 2}] 3." in told.stdout


def test_no_document_controls_the_terminal(capsys: pytest.CaptureFixture[str], dump: Path) -> None:
    path = dump / "sv1.txt"
    path.write_text(path.read_text().replace("oude eiken", "\x1b[2Jeiken"))
    told = Told(capsys, "show", path)
    assert "\x1b[2J" not in told.stdout
    assert "\u241b[2Jeiken" in told.stdout


def test_show_finds_a_question_of_a_dataset(capsys: pytest.CaptureFixture[str], dataset: Path) -> None:
    told = Told(capsys, "show", question_id(2), "--dataset", dataset)
    assert told.status == 0
    assert "sv2.txt" in told.stdout
    assert "Wie betaalt het onderhoud?" in told.stdout


def test_show_says_when_there_is_no_such_question(capsys: pytest.CaptureFixture[str], dataset: Path) -> None:
    told = Told(capsys, "show", question_id(99), "--dataset", dataset)
    assert told.status == 2
    assert question_id(99) in told.sentence


def test_the_history_of_a_question_tells_its_story(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question comes without its answer, weeks later with it, and once more corrected."""
    dump, dataset = tmp_path / "raw", tmp_path / "dataset"
    dump.mkdir()
    whole = QUESTION.format(number=7)
    copies = [whole[: whole.index("JORIS MAES", 100)], whole, whole.replace("Er werden 7", "Er werden acht")]
    nights = []
    for number, text in enumerate(copies):
        (dump / f"{number}.txt").write_text(text)
        nights.append(pipeline.build([dump], dataset).release)
    told = Told(capsys, "show", question_id(7), "--dataset", dataset, "--history")
    lines = [line.split() for line in told.stdout.splitlines()[2:]]
    assert [(line[0], *line[2:]) for line in lines] == [
        (nights[0], "unanswered", "0.txt", "superseded"),
        (nights[1], "answered", "1.txt", "superseded"),
        (nights[2], "answered", "2.txt", "current"),
    ]


def test_a_history_is_that_of_a_question_in_a_dataset(capsys: pytest.CaptureFixture[str], dump: Path) -> None:
    told = Told(capsys, "show", question_id(1), "--history")
    assert told.status == 2
    assert told.sentence == "--history needs a QUESTION_ID and the --dataset to look it up in."


def test_the_message_about_a_refused_release_says_what_to_do(
    capsys: pytest.CaptureFixture[str], dump: Path, dataset: Path
) -> None:
    """A night of garbage: exit status 4, the release before stays, and a person may accept the release."""
    for number in range(12):
        (dump / f"rommel{number}.txt").write_text(f"geen vraag {number}")
    told = Told(capsys, "build", dump, "--dataset", dataset)
    assert (told.status, told.sentence) == (
        4,
        "The checks refused the release: 1 anomaly needs review before it can become the latest.",
    )
    assert "12 of the 12 documents of this run were rejected" in told.stderr
    assert "If the release is right all the same, run again with --accept-drop.\n" in told.stderr
    assert "was refused: 12 of the 12 documents" in Told(capsys, "releases", "--dataset", dataset).stdout
    assert Told(capsys, "build", dump, "--dataset", dataset, "--accept-drop").status == 0


def test_prune_names_what_it_removes(capsys: pytest.CaptureFixture[str], dump: Path, dataset: Path) -> None:
    first = (dataset / "latest").resolve().name
    for number in (3, 4):
        write_dump(dump, number)
        pipeline.build([dump], dataset)
    options = ("--dataset", dataset, "--keep", "1", "--days", "0")
    dry = Told(capsys, "prune", *options, "--dry-run")
    assert (dry.status, dry.sentence) == (0, f"1 release of {dataset} would be removed: {first}.")
    assert Told(capsys, "prune", *options).sentence == f"1 release of {dataset} was removed: {first}."
    assert len(list((dataset / "releases").iterdir())) == 2, "the latest, and its parent that somebody may be reading"
    assert Told(capsys, "verify", "--dataset", dataset).status == 0


def test_show_of_a_rejected_file_says_why(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    told = Told(capsys, "show", tmp_path / "empty.txt")
    assert told.status == 0
    assert "rejected" in told.stdout


def test_releases_are_listed_newest_first_with_the_change(
    capsys: pytest.CaptureFixture[str], dump: Path, dataset: Path
) -> None:
    first = (dataset / "latest").resolve().name
    write_dump(dump, 3)
    second = pipeline.build([dump], dataset).release
    told = Told(capsys, "releases", "--dataset", dataset)
    assert told.status == 0
    assert re.findall(r"\d{8}T\d{6}Z\S*(?: \(latest\))?", told.stdout) == [f"{second} (latest)", first]
    lines = [line.split() for line in told.stdout.splitlines()]
    assert lines[1:] == [
        ["release", "questions", "change", "documents", "change"],
        [str(second), "(latest)", "3", "+1", "3", "+1"],
        [first, "2", "2"],
    ]


@pytest.mark.slow
def test_a_year_of_releases_is_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    days = [f"2026{month:02}{day:02}T023000Z" for month in range(1, 13) for day in range(1, 29)]
    made = [
        ReleaseInfo(day, False, day, before, "1", "1", {}, {"questions": 70_000 + at, "documents": 71_000 + at})
        for at, (before, day) in enumerate(zip([None, *days], days, strict=False))
    ]
    Console(width=80).print(releases_view(made[::-1]))
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(days) + 2
    assert lines[2].split() == [days[-1], "70,335", "+1", "71,335", "+1"]


def test_a_damaged_release_has_a_line_of_its_own(capsys: pytest.CaptureFixture[str], dump: Path, dataset: Path) -> None:
    first = (dataset / "latest").resolve()
    write_dump(dump, 3)
    second = pipeline.build([dump], dataset).release
    (first / "release.json").unlink()
    lines = Told(capsys, "releases", "--dataset", dataset).stdout.splitlines()
    assert lines[2].split() == [str(second), "(latest)", "3", "3"], "no change to what nobody knows"
    assert lines[3:] == [f"{first.name}: release.json of the release {first.name} is missing."]


def test_rollback_makes_an_earlier_release_the_latest(
    capsys: pytest.CaptureFixture[str], dump: Path, dataset: Path
) -> None:
    first = (dataset / "latest").resolve().name
    write_dump(dump, 3)
    pipeline.build([dump], dataset)
    told = Told(capsys, "rollback", first, "--dataset", dataset)
    assert told.status == 0
    assert (dataset / "latest").resolve().name == first


def test_verify_finds_damage(capsys: pytest.CaptureFixture[str], dataset: Path) -> None:
    assert Told(capsys, "verify", "--dataset", dataset).status == 0
    next((dataset / "latest").resolve().rglob("*.parquet")).write_bytes(b"damaged")
    told = Told(capsys, "verify", "--dataset", dataset)
    assert told.status == 1
    assert told.sentence == (f"The latest release of {dataset} is damaged: 1 problem was found. {RECOVERY}")
    (dataset / "latest" / "datapackage.json").unlink()
    assert "2 problems were found." in Told(capsys, "verify", "--dataset", dataset).sentence


def test_an_empty_dump_is_done_and_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    told = Told(capsys, "build", tmp_path / "raw", "--dataset", tmp_path / "dataset")
    assert told.status == 0
    assert told.sentence.startswith(f"There is no file to read in {tmp_path / 'raw'}.")


def test_the_help_has_a_whole_line_for_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    told = Told(capsys, "--help")
    assert told.status == 0
    for name, command in vraagbaak.commands.items():
        assert any(
            line.split() == [name, *command.get_short_help_str(200).split()] for line in told.stdout.splitlines()
        )
    assert "..." not in told.stdout.partition("Commands:")[2]


def test_without_a_command_there_is_the_help_alone(capsys: pytest.CaptureFixture[str]) -> None:
    helped, bare = Told(capsys, "--help"), Told(capsys)
    assert (bare.status, bare.stdout, bare.stderr) == (0, helped.stdout, "")


@pytest.mark.slow
def test_serve_says_which_server_is_missing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    finished = subprocess.run(
        [sys.executable, "-c", "from flows.command_line import main; main()", "serve", "--dataset", tmp_path],
        env={**os.environ, "PREFECT_API_URL": "http://127.0.0.1:9/api", "PREFECT_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 1
    assert "http://127.0.0.1:9/api does not answer" in finished.stderr
    assert "Traceback" not in finished.stderr


PROBE = """
import json, sys
from flows.command_line import run
status = run(sys.argv[1:])
print(json.dumps([status, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


SLOW_TO_LOAD = {"prefect", "fastapi", "sqlalchemy", "pydantic", "httpx", "duckdb", "polars"}
"""A run that loads one of these lets a person wait; `bench/start_up.py` measures for how long."""


def probed(*arguments: object) -> tuple[int, set[str]]:
    """The exit status of a command in a process of its own, and the packages that it has loaded by its end."""
    finished = subprocess.run(
        [sys.executable, "-c", PROBE, *map(str, arguments)], capture_output=True, text=True, check=True
    )
    status, modules = json.loads(finished.stdout.splitlines()[-1])
    return status, set(modules)


@pytest.mark.slow
def test_build_loads_nothing_that_lets_a_person_wait(dump: Path, tmp_path: Path) -> None:
    status, modules = probed("build", dump, "--dataset", tmp_path / "dataset")
    assert status == 0
    assert not SLOW_TO_LOAD & modules


def test_nightly_finds_out_that_the_dataset_is_locked_before_prefect_is_loaded(dump: Path, tmp_path: Path) -> None:
    with lock(tmp_path / "dataset"):
        status, modules = probed("nightly", "--source", dump, "--dataset", tmp_path / "dataset")
    assert status == 3
    assert not SLOW_TO_LOAD & modules


@pytest.mark.slow
def test_the_pipeline_itself_loads_no_pandas() -> None:
    program = "import sys, flows.pipeline; print([name for name in ('prefect', 'pandas') if name in sys.modules])"
    finished = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert finished.stdout.strip() == "[]"


def test_help_loads_nothing_but_click() -> None:
    _, modules = probed("--help")
    assert not {"prefect", "pandas", "pyarrow", "rich", "transform", "load"} & modules


def test_every_exit_status_of_the_contract_has_a_name() -> None:
    statuses = (outcomes.DONE, outcomes.FAILED, outcomes.WRONG_USAGE, outcomes.LOCKED)
    assert (*statuses, outcomes.REFUSED) == (0, 1, 2, 3, 4)


@pytest.mark.parametrize("command", ["build", "show", "verify", "releases"])
def test_no_message_lets_a_name_act(capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str) -> None:
    """A folder whose name clears the screen and turns the text around."""
    hostile = tmp_path / "\x1b[2J\u202emap"
    options = ["--dataset", hostile] if command != "show" else []
    arguments = [hostile] if command in ("build", "show") else []
    told = Told(capsys, command, *arguments, *options)
    assert told.status != 0
    assert not {"\x1b", "\u202e"} & set(told.stdout + told.stderr)
    assert "map" in told.stderr
