"""The structure of an annotated document: its paragraphs as printed, told apart by its annotation.

The pieces come from the marks in `NAME.gold.txt`, the paragraphs from the texts in `NAME.fields.json`. Where the
annotation gives no text (a table, the real documents), the paragraphs are those that the parser told: a rewrite
compares the parser with itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.annotations import Annotation, squash
from records import ParsedDocument

HEADS = ("question_header", "answer_header", "annex")
"""Pieces whose lines are paragraphs."""
SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, or one line of a heading."""

    kind: str
    label: str | None
    text: str
    """As printed: markers of notes in it, wraps undone."""
    printed: str = ""
    """The piece's label, where this is its first paragraph."""
    glued: bool = False
    """No blank stands between label and text (`a)Tot op heden`)."""


@dataclass(frozen=True)
class Structure:
    """A document's paragraphs in reading order, notes at the end of their side, and no furniture."""

    paragraphs: tuple[Paragraph, ...]
    loose: frozenset[str | None]
    """The labels of the pieces whose paragraphs are uncertain: those with a table in them."""

    def of(self, *kinds: str) -> list[Paragraph]:
        """The paragraphs of these kinds."""
        return [one for one in self.paragraphs if one.kind in kinds]


def structure_of(annotation: Annotation, parsed: ParsedDocument) -> Structure | None:
    """The structure of an annotated document, `parsed` being what the parser makes of it; None where neither tells
    its paragraphs."""
    told = _told(annotation, parsed)
    paragraphs: list[Paragraph] = []
    notes: list[Paragraph] = []
    in_answer = False
    for (kind, label), text in _pieces(annotation):
        if kind == "furniture":
            continue
        if kind in ("notice", "answer_header") and not in_answer:
            paragraphs += notes
            notes, in_answer = [], kind == "answer_header"
        if kind == "annex":
            paragraphs += notes
            notes = []
        if kind in HEADS or kind == "title" or kind == "notice":
            lines = [line.strip() for line in re.split(r"[\n\f]", text) if line.strip()]
            if kind == "annex" and parsed.answer is not None and squash(parsed.answer.annex) == squash(text):
                lines = (annotation.fields["answer"]["annex"] or "").split("\n")
            answer = annotation.fields["answer"] or {}
            roles = [annotation.fields["question"]["addressee_role"], answer.get("responder_role")]
            joined = [" ".join(lines)] if kind in ("title", "notice") else _with_roles(lines, roles)
            paragraphs += [Paragraph(kind, label, line) for line in joined]
            continue
        found = _paragraphs(kind, label, text, [*told.get((kind, label), ())])
        if found is None:
            return None
        (notes if kind == "footnote" else paragraphs).extend(found)
    loose = frozenset(
        label for (kind, label) in annotation.pieces("preamble", "sub_question", "answer_intro", "answer_part")
        if not _is_exact(annotation, kind, label)
    )  # fmt: skip
    return Structure(tuple(one for one in (*paragraphs, *notes) if one.text or one.printed), loose)


def _with_roles(lines: Sequence[str], roles: Sequence[str | None]) -> list[str]:
    """The lines of a heading, those that hold a minister's titles as one."""
    joined: list[str] = []
    at = 0
    while at < len(lines):
        stops = [
            stop
            for stop in range(at + 2, len(lines) + 1)
            if any(role and squash("".join(lines[at:stop])) == squash(role) for role in roles)
        ]
        stop = stops[0] if stops else at + 1
        joined.append(" ".join(lines[at:stop]))
        at = stop
    return joined


def _pieces(annotation: Annotation) -> Iterator[tuple[tuple[str, str | None], str]]:
    """The pieces of both sides in order: notes of one number may stand on either."""
    kinds = list(dict.fromkeys(one.kind for one in annotation.stretches))
    answer = next((at for at, one in enumerate(annotation.stretches) if one.kind == "answer_header"), None)
    for side in (annotation.stretches[:answer], annotation.stretches[answer:] if answer is not None else ()):
        yield from replace(annotation, stretches=side).pieces(*kinds).items()


def _is_exact(annotation: Annotation, kind: str, label: str | None) -> bool:
    if kind == "preamble":
        return "preamble" in annotation.texts
    side = "sub_questions" if kind == "sub_question" else "answer_parts"
    return (label or "") in annotation.texts.get(side, {})


def _told(annotation: Annotation, parsed: ParsedDocument) -> dict[tuple[str, str | None], list[str]]:
    """The texts of the pieces as columns have them: the parser's, and before them the annotation's. Several for a
    number that notes of both sides bear."""
    told: dict[tuple[str, str | None], str] = {}
    if parsed.question is not None:
        told["preamble", None] = parsed.question.preamble or ""
    told.update({("sub_question", one.label): one.text for one in parsed.sub_questions})
    for part in parsed.answer_parts:
        told["answer_part" if part.labels else "answer_intro", ",".join(part.labels) or None] = part.text
    notes: dict[tuple[str, str | None], list[str]] = {}
    for one in parsed.references:
        if one.kind == "footnote":
            notes.setdefault(("footnote", one.marker), []).append(one.text)
    for texts in (annotation.fields.get("loose_texts", {}), annotation.texts):
        told.update({("sub_question", label or None): text for label, text in texts.get("sub_questions", {}).items()})
        told.update(
            {
                ("answer_part" if label else "answer_intro", label or None): text
                for label, text in texts.get("answer_parts", {}).items()
            }
        )
        told.update({("footnote", marker): text for marker, text in texts.get("footnotes", {}).items()})
        if "preamble" in texts:
            told["preamble", None] = texts["preamble"]
    return {**notes, **{key: [text] for key, text in told.items()}}


def _paragraphs(kind: str, label: str | None, printed: str, told: Sequence[str]) -> list[Paragraph] | None:
    """The paragraphs of a piece as printed, one of `told` being its text as a column has it; None where all differ."""
    for text in told:
        places = _places(printed, text)
        if places is not None:
            return _laid_out(kind, label, printed, text, places)
    return None


def _laid_out(
    kind: str, label: str | None, printed: str, told: str, places: Sequence[tuple[int, int | None]]
) -> list[Paragraph] | None:
    """The paragraphs of a piece; `places`: see `_places`. None where something stands before an unlabelled text."""
    first = next((at for at, place in places if place is not None), len(printed))
    label_text = SPACES.sub(" ", printed[:first]).strip()
    texts = _joined(printed, told, [(at, place) for at, place in places if at >= first]).split("\n")
    if squash(label_text) and label is None:
        return None
    rest = [Paragraph(kind, label, text) for text in texts[1:]]
    glued = bool(label_text) and first < len(printed) and not printed[first - 1].isspace()
    return [Paragraph(kind, label, texts[0], label_text, glued), *rest]


def _places(printed: str, told: str) -> list[tuple[int, int | None]] | None:
    """For each non-blank character of `printed` its place in `told`, None for one that is not told (a label, a marker,
    a hyphen of typesetting). Read from the end, so that a label is what is left; None where the two differ."""
    places: list[tuple[int, int | None]] = []
    rest = len(told) - 1
    for at in range(len(printed) - 1, -1, -1):
        if printed[at].isspace():
            continue
        while rest >= 0 and told[rest].isspace():
            rest -= 1
        if rest >= 0 and printed[at] == told[rest]:
            places.append((at, rest))
            rest -= 1
        else:
            places.append((at, None))
    return list(reversed(places)) if rest < 0 or not told[: rest + 1].strip() else None


def _joined(printed: str, told: str, places: Sequence[tuple[int, int | None]]) -> str:
    """The printed text with its white space as told: wraps undone, markers kept, hyphens of typesetting gone."""
    text = ""
    for index, (at, place) in enumerate(places):
        if not index:
            text += printed[at]
            continue
        blank_before = printed[places[index - 1][0] + 1 : at].isspace()
        last_told = next((one for _, one in reversed(places[:index]) if one is not None), None)
        next_told = next((one for _, one in places[index:] if one is not None), None)
        if last_told is None or next_told is None:
            gap = " " if blank_before else ""
        elif place is None and not blank_before:
            gap = ""
        else:
            gap = told[last_told + 1 : next_told] if blank_before or places[index - 1][1] is not None else ""
        if place is None and printed[at] == "-" and gap == "" and _ends_line(printed, at):
            continue
        text += gap + printed[at]
    return text


def _ends_line(printed: str, at: int) -> bool:
    return printed[at + 1 : at + 2].isspace()
