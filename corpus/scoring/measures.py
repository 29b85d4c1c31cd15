"""Scores one parsed document against its annotation, in memory.

Every measure counts hits out of a number; a miss says in a line what was wanted and what was found. The measures are
those that analysts see: the tables' columns. `texts to the character` holds paragraphs, wraps and hyphens; the others
compare without white space and hyphens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from corpus.annotations import Annotation, is_printed_label, squash
from records import ParsedDocument

CHARACTERS = "characters in the right piece"
HEADER, ADDRESSEES, PREAMBLE = "header fields", "addressees", "preamble"
SUB_QUESTIONS, PARTS, PAIRS, ANSWERS = "sub-questions", "answer parts", "pairs", "answer fields"
REFERENCES, EXACT, JOINS, WHOLE = "references", "texts to the character", "hyphens and joins", "whole documents"
MEASURES = (
    CHARACTERS, HEADER, ADDRESSEES, PREAMBLE, SUB_QUESTIONS, PARTS, PAIRS, ANSWERS, REFERENCES, EXACT, JOINS, WHOLE,
)  # fmt: skip


@dataclass
class Score:
    """What one document scored, or several together."""

    hits: dict[str, int] = field(default_factory=dict)
    of: dict[str, int] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def count(self, measure: str, hits: int, of: int, miss: str = "") -> None:
        """Add `hits` out of `of` to a measure; `miss` says what was missed."""
        self.hits[measure] = self.hits.get(measure, 0) + hits
        self.of[measure] = self.of.get(measure, 0) + of
        if hits < of:
            self.misses.append(f"{measure}: {miss}")

    def rows(self, measure: str, wanted: Sequence[object], found: Sequence[object]) -> None:
        """Add rows that are to be the same in any order: hits out of wanted and unwanted rows."""
        rest = list(found)
        for row in wanted:
            hit = row in rest
            self.count(measure, int(hit), 1, f"missing {str(row)[:200]}")
            if hit:
                rest.remove(row)
        for row in rest:
            self.count(measure, 0, 1, f"unwanted {str(row)[:200]}")

    def add(self, other: Score) -> None:
        """Add another document's score."""
        for measure, of in other.of.items():
            self.hits[measure] = self.hits.get(measure, 0) + other.hits[measure]
            self.of[measure] = self.of.get(measure, 0) + of
        self.misses += other.misses


def score(annotation: Annotation, raw_text: str, document: ParsedDocument) -> Score:
    """What `document`, parsed from `raw_text`, scores against its annotation."""
    scored = Score()
    _score_characters(scored, annotation, raw_text, document)
    if document.question is None:
        for measure in MEASURES[1:-1]:
            scored.count(measure, 0, 1, f"rejected: {document.reason}")
    else:
        _score_heads(scored, annotation, document)
        _score_texts(scored, annotation, document)
        _score_references(scored, annotation, document)
    scored.count(WHOLE, int(not scored.misses), 1, "something is wrong")
    if scored.misses[-1:] == [f"{WHOLE}: something is wrong"]:
        scored.misses.pop()
    return scored


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def _fields(scored: Score, measure: str, wanted: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    for key, value in wanted.items():
        got = _plain(found.get(key))
        scored.count(measure, int(got == _plain(value)), 1, f"{key}: want {value!r}, got {got!r}")


def _score_characters(scored: Score, annotation: Annotation, raw_text: str, document: ParsedDocument) -> None:
    wanted = [(one.kind, one.label, char) for one in annotation.stretches for char in one.text if not char.isspace()]
    found = [
        (one.kind, one.label, char)
        for one in document.segments
        for char in raw_text[one.char_start : one.char_end]
        if not char.isspace()
    ]
    same = [want == got for want, got in zip(wanted, found, strict=False)]
    miss = ""
    if not all(same):
        at = same.index(False)
        around = "".join(char for _, _, char in wanted[max(0, at - 20) : at + 20])
        miss = f"want {wanted[at][:2]}, got {found[at][:2]} at {around!r}"
    scored.count(CHARACTERS, sum(same), max(len(wanted), len(found)), miss)


def _score_heads(scored: Score, annotation: Annotation, document: ParsedDocument) -> None:
    assert document.question is not None, "a rejected document has no heads"
    fields = annotation.fields
    got = {**asdict(document.question), "parliament": document.parliament, "session": document.session}
    _fields(scored, HEADER, fields["question"], got)
    addressees = [[one.name, one.number] for one in document.addressees]
    scored.count(
        ADDRESSEES, int(addressees == fields["addressees"]), 1, f"want {fields['addressees']}, got {addressees}"
    )
    if fields["answer"] is None:
        scored.count(ANSWERS, int(document.answer is None), 1, "an answer where there is none")
    else:
        _fields(scored, ANSWERS, fields["answer"], asdict(document.answer) if document.answer else {})
    pairs = [(one.label, one.alignment) for one in document.pairs]
    scored.rows(PAIRS, [(one["label"], one["alignment"]) for one in fields["pairs"]], pairs)


def _score_texts(scored: Score, annotation: Annotation, document: ParsedDocument) -> None:
    assert document.question is not None, "a rejected document has no texts"
    texts = annotation.texts
    preamble = document.question.preamble or ""
    loose = annotation.fields.get("loose_texts", {}).get("preamble")
    wanted = texts.get("preamble") or loose or "".join(annotation.pieces("preamble").values())
    scored.count(PREAMBLE, int(squash(preamble) == squash(annotation.without_markers(wanted))), 1, f"got {preamble!r}")
    asked = {one.label: one.text for one in document.sub_questions}
    parts = {",".join(one.labels) or None: one.text for one in document.answer_parts}
    _score_pieces(scored, SUB_QUESTIONS, annotation, annotation.pieces("sub_question"), asked)
    _score_pieces(scored, PARTS, annotation, annotation.pieces("answer_intro", "answer_part"), parts)
    exact = [(texts["preamble"], preamble)] if "preamble" in texts else []
    exact += [(text, asked.get(label or None, "")) for label, text in texts.get("sub_questions", {}).items()]
    exact += [(text, parts.get(label or None, "")) for label, text in texts.get("answer_parts", {}).items()]
    for want, got in exact:
        scored.count(EXACT, int(want == got), 1, f"want {want!r}, got {got!r}")
    columns = [preamble, *asked.values(), *parts.values(), *(one.text for one in document.references)]
    for words in annotation.fields["must_contain"]:
        scored.count(JOINS, int(any(words in text for text in columns)), 1, f"{words!r} is nowhere")


def _score_pieces(
    scored: Score,
    measure: str,
    annotation: Annotation,
    pieces: Mapping[tuple[str, str | None], str],
    found: Mapping[str | None, str],
) -> None:
    """Each piece is a row with its label and its text; other rows are unwanted."""
    for (kind, label), piece in pieces.items():
        text = found.get(label)
        side = "answer" if kind.startswith("answer") else kind
        hit = text is not None and _is_text_of(annotation, side, label, piece, text)
        scored.count(measure, int(hit), 1, f"label {label}: got {text!r}")
    for label in found.keys() - {label for _, label in pieces}:
        scored.count(measure, 0, 1, f"unwanted label {label}")


def _is_text_of(annotation: Annotation, kind: str, label: str | None, piece: str, text: str) -> bool:
    """Whether `text` is the text of `piece` without its printed label and the markers of notes."""
    for texts in (annotation.texts, annotation.fields.get("loose_texts", {})):
        for side in ("sub_questions", "answer_parts"):
            if side.startswith(kind) and (label or "") in texts.get(side, {}):
                return squash(texts[side][label or ""]) == squash(text)
    whole, got = squash(annotation.without_markers(piece)), squash(text)
    if not whole.endswith(got):
        return False
    before = whole.removesuffix(got)
    return not before if label is None else is_printed_label(before, label) or (not before and label.isdigit())


def _score_references(scored: Score, annotation: Annotation, document: ParsedDocument) -> None:
    """Each wanted row agrees in every column that the annotation gives; other rows are unwanted."""
    rest = [{key: _plain(value) for key, value in asdict(one).items()} for one in document.references]
    for row in annotation.fields["references"]:
        match = next((one for one in rest if all(one[key] == _plain(value) for key, value in row.items())), None)
        scored.count(REFERENCES, int(match is not None), 1, f"missing {row}")
        if match is not None:
            rest.remove(match)
    for one in rest:
        told = {key: value for key, value in one.items() if value is not None}
        scored.count(REFERENCES, 0, 1, f"unwanted {told}")
