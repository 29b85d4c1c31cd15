"""Cutting a framed document into its pieces: footnotes, enumerations of both sides, preamble and annex."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from records import SegmentKind
from transform.enumerations.answers import enumerate_answer
from transform.enumerations.context import AnswerTokens
from transform.enumerations.counting import Item
from transform.enumerations.questions import enumerate_questions, lost_labels
from transform.layouts.layout import Frame, Headed, Side
from transform.lines.footnotes import NoteLines, find_notes
from transform.lines.labels import Path, Token, joined
from transform.lines.lines import Line
from transform.lines.page import Page
from transform.lines.tokens import find_tokens
from transform.pieces.headed import headed_pieces
from transform.pieces.pieces import Piece, cut_pieces, whole_lines
from transform.pieces.unlabelled import split_at_question

FRAMED = (
    SegmentKind.FURNITURE,
    SegmentKind.QUESTION_HEADER,
    SegmentKind.TITLE,
    SegmentKind.NOTICE,
    SegmentKind.ANSWER_HEADER,
    SegmentKind.ANNEX,
)
"""The kinds of pieces that a layout finds; the others are cut here."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Where labels could stand in a document, and which of them count."""

    asked: Sequence[Token]
    """Those of the body."""
    answered: Sequence[Token]
    """Those of the answer."""
    questions: Sequence[Item]
    """The sub-questions, in reading order."""
    parts: Sequence[Item]
    """The parts of the answer, in reading order."""
    lost: Sequence[Path]
    """The labels that stood before the first one in a document whose beginning is lost."""
    questions_doubt: Item | None
    """Where another reading of the body's labels weighs nearly as much; see `enumerations.counting.Reading`."""
    parts_doubt: Item | None
    """The same for the answer's labels."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A document cut into pieces."""

    body: list[Piece]
    """Preamble, sub-questions and the notes among them."""
    reply: list[Piece]
    """Intro and parts of the answer, and the notes among them."""
    framed: dict[str, list[Piece]]
    """The pieces that the layout found, by kind."""
    questions: list[Path]
    """The labels of the sub-questions; empty where nothing is enumerated."""
    parts: dict[int, Item]
    """The enumerated parts of the answer by the raw offset where they begin."""
    notes: dict[int, NoteLines]
    """The footnotes by the raw offset where they begin."""
    labels: Labels
    """The labels that were seen on both sides, and what became of them."""

    text_lines: list[Line]
    """The lines of question and answer, without the notes."""
    is_torn: bool
    """The document has no question header: it begins anywhere."""

    @property
    def pieces(self) -> list[Piece]:
        """All pieces; together they tile the document."""
        return [*self.body, *self.reply, *(piece for pieces in self.framed.values() for piece in pieces)]

    @property
    def markers(self) -> list[tuple[int, int]]:
        """Where markers of notes stand in the text: raw offsets, end exclusive, sorted."""
        return sorted(place for note in self.notes.values() for place in note.places)


class _Side:
    """The body or the answer: its lines without its notes."""

    def __init__(
        self, raw_text: str, lines: Sequence[Line], indices: Sequence[int], notes: Sequence[NoteLines]
    ) -> None:
        """`notes`: those of the whole document, their lines as indices of `lines`."""
        in_note = {index for note in notes for index in note.lines}
        self.raw_text = raw_text
        self.notes = [note for note in notes if indices and indices[0] <= note.lines.start <= indices[-1]]
        self.text_lines = [lines[index] for index in indices if index not in in_note]
        self.end = lines[indices[-1]].end if indices else 0
        """Raw offset after the side's last character."""
        self._ends = [line.end for line in self.text_lines]
        self._markers = sorted(place for note in notes for place in note.places)

    def text(self, start: int, end: int) -> str:
        """The text between two raw offsets without notes, their markers and furniture, a blank line where paragraphs
        are apart."""
        text = ""
        for place in range(bisect_right(self._ends, start), len(self.text_lines)):
            line = self.text_lines[place]
            if line.start >= end:
                break
            text += "\n\n" if line.blank_before else "\n"
            cursor, stop = max(line.start, start), min(line.end, end)
            for marker in range(bisect_left(self._markers, (cursor, 0)), len(self._markers)):
                if self._markers[marker][0] >= stop:
                    break
                text += self.raw_text[cursor : self._markers[marker][0]]
                cursor = self._markers[marker][1]
            text += self.raw_text[cursor:stop]
        return text.strip()


def _notes_of(lines: Sequence[Line], frame: Frame, page: Page) -> list[NoteLines]:
    """The notes of the document, their lines as indices of `lines`. What furniture or a head was taken out before is
    the first line of a page."""
    asked, answered = frame.lines_of(Side.QUESTION), frame.lines_of(Side.ANSWER)
    indices = [*asked, *answered]
    running = [
        lines[index].on_new_page() if place and indices[place - 1] != index - 1 else lines[index]
        for place, index in enumerate(indices)
    ]
    # Notes never run over other pieces, so that their lines are a range of the document's, too.
    return [
        replace(note, lines=range(indices[note.lines.start], indices[note.lines.stop - 1] + 1))
        for note in find_notes(running, page, len(asked))
    ]


def cut(raw_text: str, lines: Sequence[Line], frame: Frame, page: Page) -> Cut:
    """Cut a document into pieces. `lines`: all of it; `page`: that of the dump."""
    notes = _notes_of(lines, frame, page) if frame.notes is None else frame.notes
    asked_lines, answered_lines = frame.lines_of(Side.QUESTION), frame.lines_of(Side.ANSWER)
    body, reply = (_Side(raw_text, lines, indices, notes) for indices in (asked_lines, answered_lines))
    framed: dict[str, list[Piece]] = {
        kind: whole_lines(lines, [index for index in sorted(frame.kinds) if frame.kinds[index] == kind], kind)
        for kind in FRAMED
    }
    if frame.headed is not None:
        return _cut_at_headings(lines, frame, frame.headed, notes, framed, [*body.text_lines, *reply.text_lines])
    asked = find_tokens(body.text_lines, page, combined=False)
    answer = AnswerTokens(find_tokens(reply.text_lines, page, combined=True), reply.text)
    # Without a question header the document begins anywhere, and so may its enumeration.
    is_torn = not frame.question.places
    read_questions = enumerate_questions(asked, body.end, body.text, answer, may_begin_late=is_torn)
    questions = read_questions.items
    ends = [*(item.start for item in questions[1:]), body.end][: len(questions)]
    texts = [body.text(item.text_start, end) for item, end in zip(questions, ends, strict=True)]
    labels = [item.paths[0] for item in questions]
    lost = lost_labels(labels)
    read_parts = enumerate_answer(answer, [*lost, *labels], [*("" for _ in lost), *texts])
    parts = read_parts.items
    body_pieces = cut_pieces(lines, asked_lines, questions, body.notes, SegmentKind.PREAMBLE, SegmentKind.SUB_QUESTION)
    # What a document that is torn off begins with in mid-sentence may be the end of a labelled question.
    if not questions and not (is_torn and lines[0].text[0].islower()):
        body_pieces = split_at_question(body_pieces, page)
    return Cut(
        body=body_pieces,
        reply=cut_pieces(lines, answered_lines, parts, reply.notes, SegmentKind.ANSWER_INTRO, SegmentKind.ANSWER_PART),
        framed=framed,
        questions=labels,
        parts={item.start: item for item in parts},
        notes={lines[note.lines.start].start: note for note in notes},
        labels=Labels(asked, answer.tokens, questions, parts, lost, read_questions.doubt, read_parts.doubt),
        text_lines=[*body.text_lines, *reply.text_lines],
        is_torn=is_torn,
    )


def _cut_at_headings(
    lines: Sequence[Line],
    frame: Frame,
    headed: Sequence[Headed],
    notes: Sequence[NoteLines],
    framed: dict[str, list[Piece]],
    text_lines: list[Line],
) -> Cut:
    """The cut of a document whose layout says itself which pieces its headings begin."""
    running = sorted(index for region in frame.regions for index in region.lines)
    in_note = {index for note in notes for index in note.lines}
    pieces = headed_pieces(lines, sorted({*running, *in_note}), headed, notes)
    items = [
        Item(one.start, one.text_start, one.line, tuple((label,) for label in one.labels), "", len(one.labels) > 1)
        for one in headed
    ]
    parts = [item for one, item in zip(headed, items, strict=True) if one.kind is SegmentKind.ANSWER_PART]
    in_answer = (SegmentKind.ANSWER_INTRO, SegmentKind.ANSWER_PART)
    return Cut(
        body=[piece for piece in pieces if piece.kind not in in_answer],
        reply=[piece for piece in pieces if piece.kind in in_answer],
        framed=framed,
        questions=[joined(one.labels) for one in headed if one.kind is SegmentKind.SUB_QUESTION],
        parts={item.start: item for item in parts},
        notes={lines[note.lines.start].start: note for note in notes},
        labels=Labels((), (), (), (), (), None, None),
        text_lines=text_lines,
        is_torn=False,
    )
