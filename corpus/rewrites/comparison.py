"""What came out differently in the tables of two dumps of one document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from corpus.annotations import squash
from corpus.rewrites.catalogue import DASHES, PARAGRAPHS, QUESTION_START, TITLE_END, WARNINGS, Rewritten
from corpus.rewrites.structure import Structure
from records import ParsedDocument

TABLES = ("addressees", "sub_questions", "answer_parts", "pairs")
OF_THE_DOCUMENT = {"document_id", "char_start", "char_end"}
"""Columns that say where a row stands in its dump."""
TEXTS = {"text", "preamble", "intro", "annex", "question", "answer", "subject", "theme"}
ROLES = {"addressee_role", "responder_role", "portfolios"}


def differences(before: ParsedDocument, after: ParsedDocument, rewritten: Rewritten, structure: Structure) -> list[str]:
    """One line for each cell that differs, offsets and the document's own id aside; empty where the tables are the
    same, but for what the rewrite may lose. `structure`: that of the document; texts with a table in them are compared
    without white space."""
    if before.question is None or after.question is None:
        return [] if before.question is after.question else [f"rejected: {before.reason} / {after.reason}"]
    compare = _Comparison(rewritten.loses, structure, (before.document_id[:12], after.document_id[:12]))
    compare.row("questions", _question(before), _question(after))
    compare.row("answers", asdict(before.answer) if before.answer else {}, asdict(after.answer) if after.answer else {})
    for table in TABLES:
        compare.table(table, getattr(before, table), getattr(after, table))
    compare.references(before, after)
    return compare.found


def _question(document: ParsedDocument) -> dict[str, Any]:
    assert document.question is not None, "rejected documents are compared by their reason"
    return {**asdict(document.question), "parliament": document.parliament, "session": document.session}


class _Comparison:
    """Compares row by row, and collects what differs."""

    def __init__(self, loses: Iterable[str], structure: Structure, ids: tuple[str, str]) -> None:
        self.loses, self.ids = set(loses), ids
        self.loose = structure.loose
        self.found: list[str] = []

    def _same(self, column: str, one: object, other: object, loose: bool) -> bool:
        if one == other:
            return True
        if column == "warnings":
            return WARNINGS in self.loses
        if DASHES in self.loses and column in TEXTS | ROLES:
            return _without_dashes(str(one)) == _without_dashes(str(other))
        if not isinstance(one, str) or not isinstance(other, str):
            return False
        if column in TEXTS and loose:
            return squash(one) == squash(other)
        if column in TEXTS and PARAGRAPHS in self.loses:
            return one.split() == other.split()
        return one.replace(self.ids[0], "") == other.replace(self.ids[1], "")

    def row(self, table: str, one: dict[str, Any], other: dict[str, Any]) -> None:
        """Compare two rows."""
        if bool(one) != bool(other):
            self.found.append(f"{table}: {'no row' if not other else 'a row'} after")
            return
        if table == "questions" and self._is_divided_elsewhere(one, other):
            one, other = ({**row, "subject": None, "theme": None, "preamble": None} for row in (one, other))
        loose = self._is_loose(one) or (table in ("answers", "pairs", "questions") and bool(self.loose))
        for column in one.keys() - OF_THE_DOCUMENT:
            if not self._same(column, one[column], other[column], loose):
                self.found.append(f"{table}.{column}: {_told(str(one[column]), str(other[column]))}")

    def _is_loose(self, row: dict[str, Any]) -> bool:
        label = row.get("label", ",".join(row.get("labels", ())) or None)
        return label in self.loose

    def _is_divided_elsewhere(self, one: dict[str, Any], other: dict[str, Any]) -> bool:
        """Whether title and preamble are the same together, and may be divided differently."""
        columns = ("theme", "subject", "preamble")
        together = [squash("".join(row[column] or "" for column in columns)) for row in (one, other)]
        if DASHES in self.loses:
            together = [_without_dashes(text) for text in together]
        if TITLE_END in self.loses and together[0] == together[1]:
            return True
        return QUESTION_START in self.loses

    def table(self, table: str, rows: Iterable[Any], others: Iterable[Any]) -> None:
        """Compare two tables row by row."""
        ones, twos = [asdict(row) for row in rows], [asdict(row) for row in others]
        if QUESTION_START in self.loses and table in ("sub_questions", "pairs"):
            for row in [*ones, *twos]:
                row.update(dict.fromkeys(row.keys() & {"text", "question"}))
        if len(ones) != len(twos):
            self.found.append(f"{table}: {_keys(ones)} became {_keys(twos)}")
            return
        for one, two in zip(ones, twos, strict=True):
            self.row(table, one, two)

    def references(self, before: ParsedDocument, after: ParsedDocument) -> None:
        """Compare the references as a set: a note may have moved."""
        divided = {TITLE_END, QUESTION_START} & self.loses
        rows: list[list[str]] = []
        for document in (before, after):
            told = []
            for one in document.references:
                cells = asdict(one).items()
                row = {key: value for key, value in cells if key not in OF_THE_DOCUMENT and value is not None}
                row["text"] = _without_dashes(one.text) if DASHES in self.loses else " ".join(one.text.split())
                if divided and row["section"] in ("title", "preamble", "sub_question"):
                    row["section"] = "body"
                told.append(str(sorted(row.items())))
            rows.append(sorted(told))
        self.found += [f"references: lost {lost[:300]}" for lost in sorted(set(rows[0]) - set(rows[1]))]
        self.found += [f"references: new {new[:300]}" for new in sorted(set(rows[1]) - set(rows[0]))]


def _without_dashes(text: str) -> str:
    """A text without white space, hyphens and dashes: another one may separate theme and subject now."""
    return re.sub(r"[-–—]", "", squash(text))


def _told(one: str, other: str) -> str:
    """What became of a text, from shortly before the first place where it differs."""
    common = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
    start = max(0, common - 40)
    return f"{one[start : common + 80]!r} became {other[start : common + 80]!r}"


def _keys(rows: list[dict[str, Any]]) -> list[Any]:
    return [row.get("label", row.get("labels", row.get("name"))) for row in rows]
