"""The way in: from a raw document to a parsed one.

The steps, in order: lines → furniture → the layout's frame (headers, title, notice, annex) → footnotes →
enumerations of both sides → pieces, which tile the document → text columns → alignment, status → references.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from records import (
    UNKNOWN,
    Addressee,
    Answer,
    AnswerPart,
    Pair,
    ParsedDocument,
    Question,
    RawDocument,
    Segment,
    SubQuestion,
)
from transform.alignment import Part, align
from transform.enumerations import enumerate_answer, enumerate_questions
from transform.frame import Frame, Layout
from transform.furniture import find_furniture
from transform.labels import Path, find_tokens, written
from transform.layouts import LAYOUTS
from transform.lines import Line, page_width, read_lines
from transform.names import portfolios_of, slug
from transform.notes import NoteLines, find_notes
from transform.paragraphs import Vocabulary, running_text
from transform.passages import Note, Passage
from transform.pieces import Piece, cut_pieces, tile, whole_lines
from transform.references import find_references
from transform.replies import UNANSWERED, Reply, judge_reply
from transform.sessions import legislature_of, session_of
from transform.unlabelled import split_at_question

# How many characters of the document_id an id with something unknown in it ends in (tables.md).
ID_TAIL = 12


def document_starts(text: str) -> list[int]:
    """The offsets at which the documents in `text` begin, rising, the first 0: where the next question's heading
    begins. What stands before the first heading is a document of its own only where it has an answer's heading."""
    read = read_lines(text)
    for layout in LAYOUTS:
        lines = layout.unfold(read)
        found = layout.starts(lines)
        if not found:
            continue
        head = lines[: found[0]]
        if head and layout.frame(head, set(), None) is None:
            found = found[1:]
        return [0, *(lines[index].start for index in found if index and lines[index].start)]
    return [0]


def parse_document(raw: RawDocument) -> ParsedDocument:
    """Parse one document.

    Comes in: a raw document, with its text as decoded. Goes out: the parsed document; where it cannot be parsed, one
    with a `reason` and all of its text in a single segment of kind `preamble`. Raises nothing for any text.
    """
    if raw.problem is not None:
        return _rejected(raw, raw.problem)
    lines = read_lines(raw.raw_text)
    if not lines:
        return _rejected(raw, "empty: nothing but white space")
    for layout in LAYOUTS:
        document = _parse_with(layout, raw, lines)
        if document is not None:
            return document
    return _rejected(raw, "no heading of a written question and none of an answer")


def _parse_with(layout: Layout, raw: RawDocument, read: Sequence[Line]) -> ParsedDocument | None:
    """The document parsed in one layout; None where it is not of that layout."""
    lines = layout.unfold(read)
    furniture = find_furniture(lines)
    width = page_width([line for index, line in enumerate(read) if len(read) == len(lines) and index not in furniture])
    frame = layout.frame(lines, furniture, width)
    return _Assembly(raw, layout, lines, frame, width).document() if frame is not None else None


def _rejected(raw: RawDocument, reason: str) -> ParsedDocument:
    stripped = raw.raw_text.strip()
    start = len(raw.raw_text) - len(raw.raw_text.lstrip())
    segments = (Segment("preamble", None, start, start + len(stripped)),) if stripped else ()
    return ParsedDocument(raw.document_id, UNKNOWN, UNKNOWN, None, reason, segments)


@dataclass(frozen=True, slots=True)
class _Told:
    """A piece with its running text."""

    piece: Piece
    text: str
    offsets: Sequence[int]


class _Assembly:
    """One document on its way from its frame to its tables."""

    def __init__(
        self, raw: RawDocument, layout: Layout, lines: Sequence[Line], frame: Frame, width: int | None
    ) -> None:
        self.raw, self.layout, self.lines, self.frame, self.width = raw, layout, lines, frame, width
        self.warnings = list(frame.warnings)
        self.vocabulary = Vocabulary(lines)
        self.body_notes = self._notes(frame.body)
        self.reply_notes = self._notes(frame.reply)
        notes = [*self.body_notes, *self.reply_notes]
        self.markers = sorted(place for note in notes for place in note.places)
        self._cut()

    def _notes(self, indices: Sequence[int]) -> list[NoteLines]:
        """The notes of one side, in terms of the document's lines."""
        side = [self.lines[index] for index in indices]
        return [
            NoteLines(note.marker, _span(indices, note.lines), note.text_start, note.places)
            for note in find_notes(side, set(), self.width)
        ]

    def _text_between(self, indices: Sequence[int], notes: Sequence[NoteLines], start: int, end: int) -> str:
        """The text between two raw offsets, paragraphs that a blank line separates kept apart."""
        in_note = {index for note in notes for index in note.lines}
        text = ""
        for index in indices:
            line = self.lines[index]
            if index in in_note or line.end <= start or line.start >= end:
                continue
            gap = "\n\n" if line.blank_before else "\n"
            text += gap + self.raw.raw_text[max(line.start, start) : min(line.end, end)]
        return text.strip()

    def _cut(self) -> None:
        """Cut body and answer into pieces."""
        frame = self.frame
        body_lines = _without(frame.body, self.body_notes)
        reply_lines = _without(frame.reply, self.reply_notes)
        body_end = self.lines[frame.body[-1]].end if frame.body else 0
        reply_end = self.lines[frame.reply[-1]].end if frame.reply else 0
        tokens = find_tokens([self.lines[index] for index in body_lines], self.width, combined=False)
        replies = find_tokens([self.lines[index] for index in reply_lines], self.width, combined=True)

        def asked(start: int, end: int) -> str:
            return self._text_between(frame.body, self.body_notes, start, end)

        def answered(start: int, end: int) -> str:
            return self._text_between(frame.reply, self.reply_notes, start, end)

        questions = enumerate_questions(tokens, body_end, asked, replies)
        ends = [*(item.start for item in questions[1:]), body_end][: len(questions)]
        self.question_paths: list[Path] = [item.paths[0] for item in questions]
        texts = [asked(item.text_start, end) for item, end in zip(questions, ends, strict=True)]
        parts = enumerate_answer(replies, reply_end, answered, self.question_paths, texts)
        self.combined = {item.start for item in parts if item.combined}
        self.part_paths = {item.start: item.paths for item in parts}
        body = cut_pieces(self.lines, frame.body, questions, self.body_notes, "preamble", "sub_question")
        if not questions:
            body = split_at_question(body, self.width)
        self.body = body
        self.reply = cut_pieces(self.lines, frame.reply, parts, self.reply_notes, "answer_intro", "answer_part")
        framed = {
            kind: [index for index in sorted(frame.kinds) if frame.kinds[index] == kind]
            for kind in ("furniture", "question_header", "title", "notice", "answer_header", "annex")
        }
        self.framed = {kind: whole_lines(self.lines, indices, kind) for kind, indices in framed.items()}

    def _tell(self, piece: Piece) -> _Told:
        text, offsets = running_text(piece.own_text(), self.markers, self.vocabulary, self.width)
        return _Told(piece, text, offsets)

    def document(self) -> ParsedDocument:
        """The parsed document."""
        frame = self.frame
        told = [self._tell(piece) for piece in [*self.body, *self.reply]]
        body, reply = told[: len(self.body)], told[len(self.body) :]
        preamble = "\n".join(one.text for one in body if one.piece.kind == "preamble")
        asked = [one for one in body if one.piece.kind == "sub_question"]
        parts = [one for one in reply if one.piece.kind in ("answer_intro", "answer_part")]
        notes = [one for one in told if one.piece.kind == "footnote"]

        self._settle_header()
        paths = self.question_paths or [None] * len(asked)
        part_labels = [self.part_paths.get(one.piece.char_start, ()) for one in parts]
        combined = [one.piece.char_start in self.combined for one in parts]
        aligned = align(
            paths,
            [Part(labels, one.text, many) for labels, one, many in zip(part_labels, parts, combined, strict=True)],
        )
        addressees = self._addressees()
        reply_kind = judge_reply(
            "\n".join(one.text for one in parts),
            frame.answer.note if frame.answer else None,
            self.responder,
            [(one.name, one.number) for one in addressees],
        )
        if frame.answer and reply_kind.status == UNANSWERED:
            self.warnings.append("answer_empty")
        whole = "\n".join(self._printed(one) for one in parts)
        pairs = []
        for position, (one, path, matched) in enumerate(zip(asked, paths, aligned, strict=True), start=1):
            answer = None
            if matched.alignment == "whole":
                answer = whole
            elif matched.parts:
                answer = self._joined([parts[place] for place in matched.parts])
            pairs.append(Pair(position, written(path) if path else None, one.text, answer, matched.alignment))
        return ParsedDocument(
            document_id=self.raw.document_id,
            parliament=self.layout.parliament,
            session=self.session or UNKNOWN,
            layout=self.layout.name,
            reason=None,
            segments=tile([*self.body, *self.reply, *(piece for some in self.framed.values() for piece in some)]),
            question=self._question(preamble, reply_kind, asked, parts, part_labels),
            addressees=addressees,
            sub_questions=self._sub_questions(asked, paths),
            answer=self._answer(reply_kind, parts, whole),
            answer_parts=self._answer_parts(parts, part_labels, paths),
            pairs=tuple(pairs),
            references=self._references(told, notes),
        )

    def _settle_header(self) -> None:
        """What both headers together say about number, date, member and ministers."""
        question, answer = self.frame.question, self.frame.answer
        self.number = question.number
        self.asked_on: date | None = question.asked_on
        self.asker = question.asker
        self.addressee, self.role = question.minister, question.role
        if answer is not None:
            if question.number is not None and answer.number is not None and question.number != answer.number:
                self.warnings.append("number_differs")
            if question.asked_on and answer.asked_on and question.asked_on != answer.asked_on:
                self.warnings.append("date_differs")
            if question.asker and answer.asker and slug(question.asker) != slug(answer.asker):
                self.warnings.append("asker_differs")
            self.number = self.number if self.number is not None else answer.number
            self.asked_on = self.asked_on or answer.asked_on
            self.asker = self.asker or answer.asker
            self.addressee = self.addressee or answer.minister
            self.role = self.role or answer.role
        self.responder = (answer.minister or self.addressee) if answer else None
        if self.number is None and self.addressee is not None:
            copies = [number for name, number in self.frame.addressees if slug(name) == slug(self.addressee)]
            self.number = copies[0] if copies else None
        self.session = session_of(self.asked_on) if self.asked_on else None

    def _id_of(self, minister: str | None, number: int | None, session: str | None) -> str:
        return f"{self.layout.parliament}/{session or UNKNOWN}/{slug(minister)}/{UNKNOWN if number is None else number}"

    def _question_id(self) -> str:
        own = self._id_of(self.addressee, self.number, self.session)
        known = self.addressee is not None and self.number is not None and self.session is not None
        return own if known else f"{own}-{self.raw.document_id[:ID_TAIL]}"

    def _addressees(self) -> tuple[Addressee, ...]:
        listed = list(self.frame.addressees)
        if self.addressee is not None and slug(self.addressee) not in [slug(name) for name, _ in listed]:
            if listed and not self.frame.own_first:
                self.warnings.append("addressee_not_in_notice")
            listed.insert(0, (self.addressee, self.number))
        addressees = []
        for name, number in listed:
            is_own = self.addressee is not None and slug(name) == slug(self.addressee)
            if is_own:
                copy: str | None = self._question_id()
            else:
                copy = self._id_of(name, number, self.session) if number is not None and self.session else None
            addressees.append(Addressee(name, number if not is_own or number is not None else self.number, copy))
        return tuple(addressees)

    def _question(
        self,
        preamble: str,
        reply: Reply,
        asked: Sequence[_Told],
        parts: Sequence[_Told],
        part_labels: Sequence[tuple[Path, ...]],
    ) -> Question:
        if not asked:
            self.warnings.append("no_question_found")
        for what, value in (("number", self.number), ("date", self.asked_on), ("addressee", self.addressee)):
            if value is None:
                self.warnings.append(f"{what}_unknown")
        if any(one.piece.kind == "footnote" for one in self._unmarked_notes()):
            self.warnings.append("note_without_marker")
        unanswered = set(self.question_paths) - {path for labels in part_labels for path in labels}
        if any(part_labels) and any(len(path) == 1 for path in unanswered):
            self.warnings.append("label_unanswered")
        return Question(
            question_id=self._question_id(),
            legislature=legislature_of(self.asked_on) if self.asked_on else None,
            number=self.number,
            asked_on=self.asked_on,
            asker=self.asker,
            asker_party=None,
            co_askers=(),
            addressee=self.addressee,
            addressee_role=self.role,
            portfolios=portfolios_of(self.role),
            theme=self.frame.theme,
            subject=self.frame.subject,
            preamble=preamble or None,
            status=reply.status,
            warnings=tuple(dict.fromkeys(self.warnings)),
        )

    def _unmarked_notes(self) -> list[_Told]:
        unmarked = {note.lines.start for note in [*self.body_notes, *self.reply_notes] if not note.places}
        starts = {self.lines[index].start for index in unmarked}
        return [
            _Told(piece, "", ())
            for piece in [*self.body, *self.reply]
            if piece.kind == "footnote" and piece.char_start in starts
        ]

    def _sub_questions(self, asked: Sequence[_Told], paths: Sequence[Path | None]) -> tuple[SubQuestion, ...]:
        return tuple(
            SubQuestion(
                label=written(path) if path else None,
                parent_label=written(path[:-1]) if path and len(path) > 1 else None,
                depth=len(path) if path else 1,
                text=one.text,
                char_start=one.piece.char_start,
                char_end=one.piece.char_end,
            )
            for one, path in zip(asked, paths, strict=True)
        )

    def _printed(self, told: _Told) -> str:
        """A part's text with its label as it is printed."""
        stretches = told.piece.stretches
        return running_text(stretches, self.markers, self.vocabulary, self.width)[0]

    def _joined(self, parts: Sequence[_Told]) -> str:
        """The text of several parts: the first without its label, those under it with theirs, which tell them apart."""
        first, *others = parts
        return "\n".join(text for text in (first.text, *(self._printed(one) for one in others)) if text)

    def _answer(self, reply: Reply, parts: Sequence[_Told], whole: str) -> Answer | None:
        if self.frame.answer is None or reply.status == UNANSWERED:
            return None
        role = self.frame.answer.role or self.role
        session = session_of(reply.referred_on) if reply.referred_on else self.session
        referred_question_id = None
        if reply.referred_to and reply.referred_number is not None and session:
            referred_question_id = self._id_of(reply.referred_to, reply.referred_number, session)
        intro = next((one.text for one in parts if one.piece.kind == "answer_intro"), None)
        annex = [self._tell(piece).text for piece in self.framed["annex"]]
        return Answer(
            responder=self.responder,
            responder_role=role,
            portfolios=portfolios_of(role),
            answered_on=None,
            status=reply.status,
            text=whole,
            intro=intro if len(parts) > 1 or (parts and parts[0].piece.kind == "answer_part") else None,
            referred_to=reply.referred_to,
            referred_question_id=referred_question_id,
            annex="\n".join(annex) or None,
        )

    def _answer_parts(
        self, parts: Sequence[_Told], labels: Sequence[tuple[Path, ...]], paths: Sequence[Path | None]
    ) -> tuple[AnswerPart, ...]:
        positions = {path: position for position, path in enumerate(paths, start=1) if path is not None}
        return tuple(
            AnswerPart(
                labels=tuple(written(path) for path in own),
                text=one.text,
                sub_question_positions=tuple(positions[path] for path in own if path in positions),
                char_start=one.piece.char_start,
                char_end=one.piece.char_end,
            )
            for one, own in zip(parts, labels, strict=True)
        )

    def _references(self, told: Sequence[_Told], notes: Sequence[_Told]):  # type: ignore[no-untyped-def]
        title = [_passage("title", None, self._tell(piece)) for piece in self.framed["title"]]
        passages = title + [
            _passage(*_section(one.piece), one) for one in told if one.piece.kind not in ("footnote",) and one.text
        ]
        labels = {piece.label for piece in [*self.body, *self.reply] if piece.label and piece.kind != "footnote"}
        single = {label for several in labels for label in several.split(",")}
        lines_of = {self.lines[note.lines.start].start: note for note in [*self.body_notes, *self.reply_notes]}
        found = []
        for one in notes:
            place = lines_of[one.piece.char_start].places[:1]
            section, label = self._section_at(place[0][0]) if place else (None, None)
            found.append(
                Note(
                    one.piece.label or "",
                    Passage("footnote", None, one.piece.label, one.text, one.offsets),
                    section,
                    label,
                    one.piece.char_start,
                    one.piece.char_end,
                )
            )
        return find_references(passages, found, single)

    def _section_at(self, offset: int) -> tuple[str | None, str | None]:
        """The section and its label that a raw offset lies in."""
        for piece in [*self.body, *self.reply, *self.framed["title"]]:
            if piece.kind != "footnote" and any(one.start <= offset < one.end for one in piece.stretches):
                return _section(piece)
        return None, None


def _section(piece: Piece) -> tuple[str, str | None]:
    """The section, in the words of the table of references, that a piece is."""
    if piece.kind in ("answer_intro", "answer_part"):
        return "answer", piece.label
    return piece.kind, piece.label


def _passage(section: str, label: str | None, told: _Told) -> Passage:
    return Passage(section, label, None, told.text, told.offsets)


def _span(indices: Sequence[int], lines: range) -> range:
    """A range of places in `indices` as the range of the lines themselves; notes never run over other pieces."""
    return range(indices[lines.start], indices[lines.stop - 1] + 1)


def _without(indices: Sequence[int], notes: Sequence[NoteLines]) -> list[int]:
    in_note = {index for note in notes for index in note.lines}
    return [index for index in indices if index not in in_note]
