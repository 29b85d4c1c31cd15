"""Small documents with every kind of row, made up for the tests of the load layer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from load.publication import Publication, publish
from load.releases import latest_release
from load.staging import Incoming
from load.state import read_state
from load.stored import StoredRelease
from load.tables import TABLES
from records import (
    Addressee,
    Answer,
    AnswerPart,
    Pair,
    ParsedDocument,
    Question,
    RawDocument,
    Reference,
    Segment,
    SubQuestion,
)


def question_id(number: int = 1, session: str = "2019-2020", minister: str = "jan-peeters") -> str:
    return f"vlaams-parlement/{session}/{minister}/{number}"


def document(
    number: int = 1,
    *,
    subject: str = "Fietspaden",
    questions: Sequence[str] = ("Hoeveel?", "Waarom?"),
    answers: Sequence[str] = ("Tien.", "Daarom."),
    status: str = "answered",
    session: str = "2019-2020",
    source: str | None = None,
    position: int = 0,
    modified: int = 1,
    encoding: str = "utf-8",
) -> tuple[RawDocument, ParsedDocument]:
    """A question with as many sub-questions and answers as there are texts; no answers make it unanswered."""
    if not answers:
        status = "unanswered"
    pieces: list[tuple[str, str | None, str]] = [
        ("question_header", None, f"nr. {number}\n"),
        ("title", None, f"Verkeer  -  {subject}\n"),
        *(("sub_question", str(label), f"{label}. {text}\n") for label, text in enumerate(questions, 1)),
        ("footnote", "1", "[1] Decreet van 5 april 1995\n\n"),
        *(("answer_part", str(label), f"{label}. {text}\n") for label, text in enumerate(answers, 1)),
    ]
    text, segments = "", []
    for kind, label, piece in pieces:
        segments.append(Segment(kind, label, len(text), len(text) + len(piece.rstrip())))
        text += piece
    raw = RawDocument(source or f"{number}.txt", position, f"{len(text)}-{modified}", encoding, text)
    parsed = ParsedDocument(
        document_id=raw.document_id,
        parliament="vlaams-parlement",
        session=session,
        layout="vlaams-parlement",
        reason=None,
        segments=tuple(segments),
        question=_question(number, session, subject, status),
        addressees=(
            Addressee("Jan Peeters", number, question_id(number, session)),
            Addressee("Mia Maes", 7, question_id(7, session, "mia-maes")),
        ),
        sub_questions=tuple(
            SubQuestion(s.label, None, 1, text, s.char_start, s.char_end)
            for s, text in zip((s for s in segments if s.kind == "sub_question"), questions, strict=True)
        ),
        answer=_answer(status, answers) if answers else None,
        answer_parts=tuple(
            AnswerPart((s.label or "",), text, (int(s.label or 0),), s.char_start, s.char_end)
            for s, text in zip((s for s in segments if s.kind == "answer_part"), answers, strict=True)
        ),
        pairs=tuple(
            Pair(at, str(at), text, answers[at - 1], "label", status)
            if answers
            else Pair(at, str(at), text, None, "none", "unanswered")
            for at, text in enumerate(questions, 1)
        ),
        references=tuple(
            Reference("footnote", "footnote", None, "Decreet van 5 april 1995", s.char_start, s.char_end, marker="1")
            for s in segments
            if s.kind == "footnote"
        ),
    )
    return raw, parsed


def rejected(
    text: str = "geen vraag", *, source: str = "rest.txt", modified: int = 1, encoding: str = "utf-8"
) -> tuple[RawDocument, ParsedDocument]:
    """A text that is no question; all of it is one segment."""
    raw = RawDocument(source, 0, f"{len(text)}-{modified}", encoding, text)
    return raw, ParsedDocument.rejected(raw, "no heading")


def unreadable(source: str = "dicht.txt") -> tuple[RawDocument, ParsedDocument]:
    """A source that could not be read."""
    problem = "cannot be read: Permission denied"
    raw = RawDocument(source, 0, "unreadable", "", "", problem)
    return raw, ParsedDocument.rejected(raw, problem)


def full_documents() -> list[tuple[RawDocument, ParsedDocument]]:
    """Two sessions, an unanswered question, a superseded and a rejected document, and a file that was unreadable."""
    return [
        document(1),
        document(2, session="2020-2021", answers=()),
        document(3, questions=("Één — vraag met ‘tekens’?",), answers=("Ja 🙂",), encoding="cp1252"),
        document(3, subject="Voetpaden", source="later.txt", modified=2),
        rejected("bytes \x00 of iets", encoding="binary"),
        unreadable(),
    ]


def known(one: tuple[RawDocument, ParsedDocument]) -> Incoming:
    """The same delivery of a document that the dataset has."""
    return one[0], None


def published(dataset: Path, incoming: Iterable[Incoming], release_id: str = "r1", **options: Any) -> Publication:
    """Publish on top of what the dataset has."""
    options = {"parser_version": "1.0.0", "inputs": ["dump"]} | options
    publication = publish(dataset, read_state(dataset), incoming, release_id=release_id, **options)
    assert publication is not None
    return publication


NAMES_OF_RELEASES = ("delivered_in", "first_release")


def tables(dataset: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of the latest release by table, without the columns that name releases."""
    release = StoredRelease(latest_release(dataset))
    return {
        table.name: release.read(table, [name for name in table.names if name not in NAMES_OF_RELEASES]).to_pylist()
        for table in TABLES.values()
    }


def flip(path: Path, bit: int) -> None:
    """Change one bit of a file."""
    content = bytearray(path.read_bytes())
    content[bit // 8 % len(content)] ^= 1 << bit % 8
    path.write_bytes(content)


def _question(number: int, session: str, subject: str, status: str) -> Question:
    return Question(
        question_id=question_id(number, session),
        legislature="2019-2024",
        number=number,
        asked_on=date(2020, 3, 1),
        asker="Anna Claes",
        asker_slug="anna-claes",
        asker_party=None,
        co_askers=(),
        addressee="Jan Peeters",
        addressee_slug="jan-peeters",
        addressee_role="VLAAMS MINISTER VAN MOBILITEIT",
        portfolios=("Mobiliteit",),
        theme="Verkeer",
        subject=subject,
        preamble=None,
        status=status,
        warnings=("the date was guessed",),
    )


def _answer(status: str, answers: Sequence[str]) -> Answer:
    text = "\n".join(f"{label}. {text}" for label, text in enumerate(answers, 1))
    return Answer("Jan Peeters", "VLAAMS MINISTER", ("Mobiliteit",), None, status, text, None, None, None, None)
