"""What the tables must say about a composed document: `NAME.fields.json`, from the rules of anatomy.md alone.

Nothing here asks the parser: sessions, keys and alignment are worked out anew, so that the two check each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from corpus.annotations import Stretch
from corpus.generator.document import Block, Document, Piece, Row
from corpus.generator.marks import NOTE

ELECTIONS = {2009: date(2009, 6, 7), 2014: date(2014, 5, 25), 2019: date(2019, 5, 26), 2024: date(2024, 6, 9)}
PARLIAMENT = "vlaams-parlement"
# A Roman label and the first word after it. Matches: "IV. Hoeveel", "II.\nHoe", "V.".
ROMAN_LABEL = re.compile(r"[IVX]+\.\s*(?P<rest>\S*)")

LAST_NUMBER_OF_THE_OPENING_DAY = 50


def session_of(day: date, number: int = 0) -> str:
    """The session year of a question with that number asked on that day (anatomy.md, Sessions)."""
    mondays = [one for one in (date(day.year, 9, 1) + timedelta(days=n) for n in range(30)) if one.weekday() == 0]
    opening = mondays[3]
    if day == opening and number > LAST_NUMBER_OF_THE_OPENING_DAY:
        day -= timedelta(days=1)
    election = ELECTIONS.get(day.year)
    if election is not None and election <= day < opening:
        return f"BZ-{day.year}"
    return f"{day.year}-{day.year + 1}" if day >= opening else f"{day.year - 1}-{day.year}"


def legislature_of(day: date) -> str:
    """The legislature of a day, named by its elections."""
    first = max(year for year, election in ELECTIONS.items() if election <= day)
    return f"{first}-{first + 5}"


def minister_slug(name: str) -> str:
    """A minister's name in a key."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(one))
    return "-".join("".join(one if one.isascii() and one.isalnum() else " " for one in plain).split())


def question_id(name: str, number: int, day: date) -> str:
    """The key of a minister's copy."""
    return f"{PARLIAMENT}/{session_of(day, number)}/{minister_slug(name)}/{number}"


def fields_of(
    document: Document,
    told: Mapping[int, Sequence[str]],
    marked: Sequence[tuple[str, str]],
    mended: Sequence[str],
    stretches: Sequence[Stretch],
    flat: bool,
) -> dict[str, Any]:
    """The fields of a document. `told`: the paragraphs of each piece and note as laid out; `marked` and `mended`: see
    `Laid.marked` and `Breaker.mended`; `stretches`: the dump; `flat`: paragraphs cannot be told."""
    joint = " " if flat else "\n"

    def text(piece: Piece) -> str:
        return joint.join(told[id(piece.blocks)])

    answer = document.answer or []
    compared = [piece for piece in document.pieces if not piece.has_table]
    texts: dict[str, Any] = {
        "sub_questions": {piece.label or "": text(piece) for piece in compared if piece.kind == "sub_question"},
        "answer_parts": {piece.label or "": text(piece) for piece in compared if piece.kind.startswith("answer")},
        "footnotes": {str(note.number): joint.join(told[id(note)]) for note in document.notes},
    }
    if document.preamble and not document.preamble_piece.has_table:
        texts["preamble"] = joint.join(told[id(document.preamble)])
    loose: dict[str, Any] = {
        side: {piece.label or "": text(piece) for piece in pieces if piece.has_table}
        for side, pieces in (("sub_questions", document.sub_questions), ("answer_parts", answer))
    }
    if document.preamble_piece.has_table:
        loose["preamble"] = joint.join(told[id(document.preamble)])
    return {
        "source": f"{document.name}.txt",
        "question": _question(document),
        "addressees": [[name, number] for name, number in document.heads.addressees],
        "answer": _answer(document, joint),
        "pairs": [_pair(piece, document.sub_questions, answer) for piece in document.sub_questions],
        "markers": [*_romans(stretches), *([printed, wanted] for printed, wanted in marked)],
        "references": _references(document),
        "must_contain": sorted(set(mended)),
        "texts": texts,
        "loose_texts": loose,
        "features": sorted(document.features),
    }


def _question(document: Document) -> dict[str, Any]:
    heads = document.heads
    return {
        "question_id": question_id(heads.minister.name, heads.number, heads.asked_on),
        "legislature": legislature_of(heads.asked_on),
        "number": heads.number,
        "asked_on": heads.asked_on.isoformat(),
        "asker": heads.asker.name,
        "addressee": heads.minister.name,
        "addressee_role": heads.role,
        "portfolios": heads.portfolios,
        "theme": heads.theme,
        "subject": heads.subject,
        "status": document.status,
        "parliament": PARLIAMENT,
        "session": session_of(heads.asked_on, heads.number),
    }


def _answer(document: Document, joint: str) -> dict[str, Any] | None:
    if document.answer is None:
        return None
    heads = document.heads
    referred = document.referred_to
    return {
        "responder": heads.minister.name,
        "responder_role": heads.role,
        "status": document.status,
        "referred_to": referred,
        "referred_question_id": question_id(referred, document.referred_number, heads.asked_on)
        if referred and document.referred_number
        else None,
        "annex": joint.join(document.annex) or None,
    }


def _pair(asked: Piece, questions: Sequence[Piece], answer: Sequence[Piece]) -> dict[str, Any]:
    alignment, parts = _aligned(asked.label, [piece.label for piece in questions], answer)
    return {"label": asked.label, "alignment": alignment, "parts": parts}


def _aligned(label: str | None, questions: Sequence[str | None], answer: Sequence[Piece]) -> tuple[str, list[str]]:
    """The alignment of a sub-question and the parts that answer it (anatomy.md has the table)."""
    labelled = [part for part in answer if part.label]
    if not answer:
        return "none", []
    if label is None or not labelled:
        return "whole", [part.label or "" for part in answer]
    below = [part for part in labelled if all(one.startswith(f"{label}.") for one in part.labels)]
    own = [part for part in labelled if part.label == label and part.blocks]
    if own:
        unasked = [part for part in below if not set(part.labels) & set(questions)]
        return "label", [part.label or "" for part in [*own, *unasked]]
    together = [part for part in labelled if len(part.labels) > 1 and label in part.labels]
    if together:
        return "combined", [part.label or "" for part in together]
    if any(part.blocks for part in below):
        return "children", [part.label or "" for part in below]
    upper = label.rpartition(".")[0]
    while upper:
        for part in labelled:
            if upper in part.labels and part.blocks:
                return ("combined" if len(part.labels) > 1 else "parent"), [part.label or ""]
        upper = upper.rpartition(".")[0]
    return "none", []


def _romans(stretches: Sequence[Stretch]) -> list[list[str]]:
    """First-level Roman labels, which the tables write as numbers: how to take them out of the printed text. The
    longest come first, for `I. Hoe` stands in `II. Hoe`, too."""
    found = []
    for stretch in stretches:
        printed = ROMAN_LABEL.match(stretch.text)
        if printed and stretch.kind == "sub_question" and stretch.label and stretch.label.isdigit():
            found.append([printed[0].strip(), printed["rest"]])
    return sorted(found, key=lambda marker: -len(marker[0]))


def _references(document: Document) -> list[Row]:
    rows: list[Row] = []
    marked: dict[int, tuple[str, str | None]] = {}
    for piece in document.pieces:
        for block in piece.blocks:
            section, label = piece.section
            rows += [{**row, "section": section, "section_label": label} for row in block.rows]
            marked.update(dict.fromkeys(_markers(block), piece.section))
    for note in document.notes:
        section, label = marked[note.number]
        rows.append({"kind": "footnote", "section": section, "section_label": label, "marker": str(note.number)})
        for row in note.block.rows:
            rows.append({**row, "section": "footnote", "section_label": None, "footnote_marker": str(note.number)})
    return rows


def _markers(block: Block) -> list[int]:
    return [int(mark[1]) for mark in NOTE.finditer(block.text)]
