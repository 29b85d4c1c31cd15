"""Which copy of a question is current, in whatever order the copies come (tables.md, last paragraph)."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from load.releases import latest_path
from load.state import read_state
from load.stored import StoredRelease
from load.supersession import NOT_DELIVERED, PRECEDENCE, Copy, superseded
from load.tables import DOCUMENTS, OF_A_QUESTION, QUESTIONS, SEGMENTS, TABLES
from load.verify import verify
from records import ParsedDocument, RawDocument
from tests.load.made import document, known, published, question_id, rejected

UNANSWERED = document(1, answers=(), source="unanswered.txt", modified=1)
PROVISIONAL = document(
    1, answers=("Later.",), questions=("Hoe?",), status="provisional", source="provisional.txt", modified=2
)
REFERRED = document(1, answers=("Zie 7.",), questions=("Hoe?",), status="referred", source="referred.txt", modified=3)
ANSWERED = document(1, source="answered.txt", modified=4)
CORRECTED = document(1, answers=("Elf.", "Daarom."), source="corrected.txt", modified=5)


def rows(dataset: Path, table: str) -> list[dict[str, Any]]:
    path = latest_path(dataset)
    assert path is not None
    return list(StoredRelease(path).read(TABLES[table]).to_pylist())


def current_source(dataset: Path) -> str:
    """The source of the current document of the only question of the dataset."""
    (question,) = rows(dataset, "questions")
    return next(
        str(row["source"]) for row in rows(dataset, "documents") if row["document_id"] == question["document_id"]
    )


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        (PROVISIONAL, UNANSWERED),
        (REFERRED, PROVISIONAL),
        (ANSWERED, PROVISIONAL),
        (ANSWERED, UNANSWERED),
    ],
)
@pytest.mark.parametrize("winner_first", [True, False])
@pytest.mark.parametrize("one_run", [True, False])
def test_a_copy_of_higher_precedence_wins(
    dataset: Path,
    winner: tuple[RawDocument, ParsedDocument],
    loser: tuple[RawDocument, ParsedDocument],
    winner_first: bool,
    one_run: bool,
) -> None:
    incoming = [winner, loser] if winner_first else [loser, winner]
    for number, run in enumerate([incoming] if one_run else [[one] for one in incoming]):
        published(dataset, run, f"r{number}")
    assert current_source(dataset) == winner[0].source


@pytest.mark.parametrize(("older", "newer"), [(REFERRED, ANSWERED), (ANSWERED, CORRECTED)])
@pytest.mark.parametrize("newer_first", [True, False])
def test_of_one_run_and_precedence_the_copy_with_the_later_file_wins(
    dataset: Path,
    older: tuple[RawDocument, ParsedDocument],
    newer: tuple[RawDocument, ParsedDocument],
    newer_first: bool,
) -> None:
    published(dataset, [newer, older] if newer_first else [older, newer])
    assert current_source(dataset) == newer[0].source


@pytest.mark.parametrize(("first", "second"), [(ANSWERED, CORRECTED), (CORRECTED, ANSWERED), (ANSWERED, REFERRED)])
def test_of_two_runs_the_later_delivery_wins_whatever_the_age_of_its_file(
    dataset: Path, first: tuple[RawDocument, ParsedDocument], second: tuple[RawDocument, ParsedDocument]
) -> None:
    published(dataset, [first])
    published(dataset, [second], "r2")
    assert current_source(dataset) == second[0].source


SHOPPING = rejected("melk, brood, kaas", source="a.txt", modified=3)


@pytest.mark.parametrize("second_source", ["a.txt", "b.txt"])
@pytest.mark.parametrize("swapped", [False, True], ids=["", "the other text first"])
def test_a_rebuild_changes_no_current_copy(dataset: Path, second_source: str, swapped: bool) -> None:
    """Neither copy lies anywhere any more, or only the one that was superseded does."""
    subjects = ("Ander", "Fietspaden") if swapped else ("Fietspaden", "Ander")
    first = document(1, subject=subjects[0], source="a.txt", modified=1)
    second = document(1, subject=subjects[1], source=second_source, modified=2)
    shopping = (replace(SHOPPING[0], source=second_source), SHOPPING[1])
    for number, one in enumerate([first, second, shopping]):
        published(dataset, [one], f"r{number}")
    before = rows(dataset, "questions")
    assert [question["subject"] for question in before] == [subjects[1]]
    parses = {raw.document_id: parsed for raw, parsed in (first, second, shopping)}
    again = [(raw, parses[raw.document_id]) for raw in read_state(dataset).stored_documents()]
    publication = published(dataset, again, "r9", carry_over=False)
    assert rows(dataset, "questions") == before
    assert publication.superseded == 0


def test_an_answer_is_not_replaced_by_a_later_copy_without_one(dataset: Path) -> None:
    later = document(1, subject="Opnieuw", answers=(), source="later.txt", modified=99)
    published(dataset, [ANSWERED])
    published(dataset, [later], "r2")
    assert current_source(dataset) == "answered.txt"


def test_copies_of_one_moment_are_told_apart_by_their_source(dataset: Path) -> None:
    published(dataset, [document(1, source="b.txt"), document(1, subject="Ander", source="a.txt")])
    assert current_source(dataset) == "b.txt"


def test_copies_in_one_file_are_told_apart_by_their_place(dataset: Path) -> None:
    incoming = [document(1, source="a.txt", position=1), document(1, subject="Ander", source="a.txt", position=0)]
    published(dataset, incoming)
    (question,) = rows(dataset, "questions")
    assert question["subject"] == "Fietspaden"


def test_no_row_of_the_loser_stays_in_a_question_table(dataset: Path) -> None:
    longer = document(1, questions=("A?", "B?", "C?"), answers=("1", "2", "3"), source="longer.txt", modified=1)
    for number, run in enumerate([[longer], [ANSWERED]]):
        published(dataset, run, f"r{number}")
    assert {table.name: len(rows(dataset, table.name)) for table in OF_A_QUESTION} == {
        "questions": 1,
        "addressees": 2,
        "sub_questions": 2,
        "answers": 1,
        "answer_parts": 2,
        "pairs": 2,
        "references": 1,
    }


def test_the_loser_stays_a_document_with_its_question_and_its_pieces(dataset: Path) -> None:
    published(dataset, [UNANSWERED, ANSWERED])
    loser = next(row for row in rows(dataset, "documents") if row["source"] == "unanswered.txt")
    assert (loser["status"], loser["question_id"]) == ("superseded", question_id(1))
    pieces = [row for row in rows(dataset, "segments") if row["document_id"] == loser["document_id"]]
    assert len(pieces) == len(UNANSWERED[1].segments)


def test_the_same_number_in_another_session_is_another_question(dataset: Path) -> None:
    published(dataset, [document(1), document(1, subject="Ander", session="2020-2021", source="other.txt")])
    assert len(rows(dataset, "questions")) == 2
    assert {row["status"] for row in rows(dataset, "documents")} == {"parsed"}


def test_a_superseded_document_stays_so_when_it_is_delivered_again(dataset: Path) -> None:
    published(dataset, [ANSWERED, CORRECTED])
    published(dataset, [known(document(1, source="copy.txt", modified=9))], "r2")
    assert current_source(dataset) == "corrected.txt"


def test_a_superseded_document_that_is_parsed_again_is_as_late_as_its_latest_delivery(dataset: Path) -> None:
    back_again = document(1, source="back.txt", modified=9)
    published(dataset, [ANSWERED, CORRECTED])
    published(dataset, [back_again], "r2")
    (question,) = rows(dataset, "questions")
    assert question["document_id"] == back_again[0].document_id
    assert sorted(row["status"] for row in rows(dataset, "documents")) == ["parsed", "superseded"]


def test_a_document_that_lies_nowhere_any_more_is_the_earliest(dataset: Path) -> None:
    published(dataset, [document(1, source="a.txt", modified=50)])
    published(dataset, [document(8, source="a.txt", modified=51)], "r2")  # a.txt holds another question now
    published(dataset, [document(1, subject="Ander", source="b.txt", modified=2)], "r3")
    subjects = {row["number"]: row["subject"] for row in rows(dataset, "questions")}
    assert subjects == {1: "Ander", 8: "Fietspaden"}


def test_the_publication_counts_what_it_superseded(dataset: Path) -> None:
    first = published(dataset, [UNANSWERED, PROVISIONAL])
    second = published(dataset, [ANSWERED], "r2")
    third = published(dataset, [document(2)], "r3")
    assert [first.superseded, second.superseded, third.superseded] == [1, 1, 0]
    assert third.documents == {"parsed": 2, "superseded": 2}


COPIES = [
    UNANSWERED,
    PROVISIONAL,
    REFERRED,
    ANSWERED,
    CORRECTED,
    document(2, source="other.txt", modified=6),
    document(2, subject="Ander", source="another.txt", modified=6),
]


@pytest.mark.slow
@settings(max_examples=12)
@given(st.permutations(COPIES), st.lists(st.booleans(), min_size=len(COPIES), max_size=len(COPIES)))
def test_the_outcome_hangs_on_the_runs_and_not_on_the_order_within_one(
    incoming: list[tuple[RawDocument, ParsedDocument]], cuts: list[bool]
) -> None:
    runs: list[list[tuple[RawDocument, ParsedDocument]]] = [[]]
    for one, cut in zip(incoming, cuts, strict=True):
        runs[-1].append(one)
        if cut:
            runs.append([])
    runs = [run for run in runs if run]
    winning: dict[str, tuple[tuple[int, int, int, str], str]] = {}
    for number, run in enumerate(runs):
        for raw, parsed in run:
            assert parsed.question is not None
            modified = int(raw.fingerprint.partition("-")[2])
            rank = ((PRECEDENCE[parsed.question.status], number, modified, raw.source), raw.source)
            question = parsed.question.question_id
            winning[question] = max(winning.get(question, rank), rank)
    with tempfile.TemporaryDirectory() as folder:
        for number, run in enumerate(runs):
            published(Path(folder), run, f"r{number}")
        path = latest_path(Path(folder))
        assert path is not None
        release = StoredRelease(path)
        documents = release.read(DOCUMENTS, ("source", "status"))
        parsed_sources = documents.filter(pc.equal(documents["status"], "parsed"))["source"].to_pylist()
        assert sorted(parsed_sources) == sorted(source for _, source in winning.values())
        assert release.read(QUESTIONS).num_rows == 2
        assert release.read(SEGMENTS).num_rows == sum(len(copy.segments) for _, copy in COPIES)


@given(
    st.lists(
        st.builds(
            Copy,
            st.sampled_from("ab"),
            st.integers(0, 2),
            st.booleans(),
            st.booleans(),
            st.booleans(),
            st.just(NOT_DELIVERED),
            st.text("xyz", min_size=1),
        ),
        unique_by=lambda copy: copy.document_id,
    )
)
def test_exactly_one_copy_of_each_question_is_not_superseded(copies: list[Copy]) -> None:
    losers = superseded(copies)
    left = [copy.question_id for copy in copies if copy.document_id not in losers]
    assert sorted(left) == sorted({copy.question_id for copy in copies})


def test_a_text_that_comes_back_to_its_place_does_not_overrule_its_correction(dataset: Path) -> None:
    """The wrong copy was read while its file was empty, and then as it was: it is as old as before."""
    wrong, right = document(1, source="a.txt", modified=1), document(1, subject="Recht", source="b.txt", modified=2)
    published(dataset, [wrong])
    published(dataset, [right], "r2")
    published(dataset, [rejected(source="a.txt")], "r3")
    published(dataset, [document(1, source="a.txt", modified=99)], "r4")
    assert current_source(dataset) == "b.txt"
    (back,) = [row for row in rows(dataset, "deliveries") if row["source"] == "a.txt"]
    assert back["delivered_in"] == "r1"


def test_what_lay_somewhere_once_is_remembered_through_other_nights(dataset: Path) -> None:
    """Nights between that touch nothing of it carry the memory on, by a link to the same file."""
    published(dataset, [document(1, source="a.txt")])
    published(dataset, [document(1, subject="Recht", source="b.txt")], "r2")
    published(dataset, [rejected(source="a.txt")], "r3")
    published(dataset, [document(5, source="c.txt")], "r4")
    files = [
        next((dataset / "releases" / release / "former_deliveries").iterdir()).stat().st_ino for release in ("r3", "r4")
    ]
    assert files[0] == files[1]
    published(dataset, [document(1, source="a.txt", modified=99)], "r5")
    assert "b.txt" in {row["source"] for row in rows(dataset, "documents") if row["status"] == "parsed"}
    assert verify(dataset) == []


@pytest.mark.parametrize("places", [("a.txt", "a.txt"), ("a.txt", "later.txt")], ids=["in its place", "elsewhere"])
def test_a_copy_that_is_cut_short_replaces_nothing(dataset: Path, places: tuple[str, str]) -> None:
    """A file that was read while half of it had arrived."""
    raw, parsed = document(1, source=places[0])
    cut = replace(raw, source=places[1], fingerprint="9-9", raw_text=raw.raw_text[:-12])
    published(dataset, [(raw, parsed)])
    published(dataset, [(cut, replace(parsed, document_id=cut.document_id, segments=parsed.segments[:-1]))], "r2")
    (question,) = rows(dataset, "questions")
    assert question["document_id"] == raw.document_id
    longer = replace(raw, source="b.txt", raw_text=f"{raw.raw_text}En nog iets.")
    last = replace(parsed.segments[-1], char_end=len(longer.raw_text))
    grown = replace(parsed, document_id=longer.document_id, segments=(*parsed.segments[:-1], last))
    published(dataset, [(longer, grown)], "r3")
    (question,) = rows(dataset, "questions")
    assert question["document_id"] == longer.document_id
