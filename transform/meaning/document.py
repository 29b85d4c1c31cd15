"""From the pieces of a document to the records of its tables: text columns, alignment, status, references."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from records import (
    UNKNOWN,
    Alignment,
    Answer,
    AnswerPart,
    Pair,
    ParsedDocument,
    PlacedWarning,
    Question,
    QuestionStatus,
    Reference,
    Section,
    SegmentKind,
    SubQuestion,
)
from transform import warnings
from transform.dutch.names import slug
from transform.layouts.layout import Frame
from transform.lines.labels import Path, each_of, written
from transform.lines.lines import Line
from transform.lines.page import Page
from transform.meaning.alignment import Part, align
from transform.meaning.consistency import check, torn_end
from transform.meaning.doubt import Side, labels_left_over
from transform.meaning.own_replies import own_replies
from transform.meaning.question import Facts
from transform.meaning.status import Reply, judge_reply
from transform.pieces.cutting import Cut
from transform.pieces.pieces import Piece, tile, whole_lines
from transform.references import find_references
from transform.text.hyphens import Vocabulary
from transform.text.passages import Note, Passage
from transform.text.running import running_text
from transform.text.stretches import Stretch


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A piece with its running text, its label left out, and the labels it bears."""

    piece: Piece
    text: str
    offsets: Sequence[int]
    paths: tuple[Path, ...] = ()
    combined: bool = False


class Assembly:
    """One document on its way from its pieces to its records."""

    def __init__(self, lines: Sequence[Line], frame: Frame, cut: Cut, facts: Facts, page: Page) -> None:
        self.lines, self.frame, self.cut, self.facts, self.page = lines, frame, cut, facts, page
        self.markers = cut.markers
        self.vocabulary = Vocabulary(lines, hyphenates=frame.hyphenates)
        body, reply = ([self._text_piece(piece) for piece in pieces] for pieces in (cut.body, cut.reply))
        self.preamble = "\n".join(one.text for one in body if one.piece.kind == SegmentKind.PREAMBLE)
        self.asked = [one for one in body if one.piece.kind == SegmentKind.SUB_QUESTION]
        self.parts = [one for one in reply if one.piece.kind in (SegmentKind.ANSWER_INTRO, SegmentKind.ANSWER_PART)]
        self.notes = [one for one in [*body, *reply] if one.piece.kind == SegmentKind.FOOTNOTE]
        self.running = [one for one in [*body, *reply] if one.piece.kind != SegmentKind.FOOTNOTE and one.text]
        self.question_paths: list[Path | None] = [*cut.questions] or [None] * len(self.asked)
        self.whole = "\n".join(self._printed(one) for one in self.parts)
        self.reply = self._judged([one.text for one in self.parts])
        self.answer = self._answer()
        self.pairs = self._pairs()
        self.warnings = self._warnings()

    def document(self) -> ParsedDocument:
        """The parsed document."""
        return ParsedDocument(
            document_id=self.facts.document_id,
            parliament=self.facts.layout.parliament,
            session=self.facts.session or UNKNOWN,
            layout=self.facts.layout.name,
            reason=None,
            segments=tile(self.cut.pieces),
            question=self._question(),
            addressees=self.facts.addressees(),
            sub_questions=self._sub_questions(),
            answer=self.answer,
            answer_parts=self._answer_parts(),
            pairs=self.pairs,
            references=self._references(),
            warnings=self.warnings,
        )

    def _judged(self, texts: Sequence[str]) -> Reply:
        """What kind of answer some parts of it make, or all of them."""
        answer, facts = self.frame.answer, self.facts
        is_provisional = answer is not None and answer.is_provisional
        return judge_reply(texts, is_provisional, facts.responder, facts.listed, facts.layout.citation_defaults)

    def _running(self, stretches: Sequence[Stretch]) -> tuple[str, Sequence[int]]:
        return running_text(stretches, self.markers, self.vocabulary, self.page)

    def _text_piece(self, piece: Piece) -> TextPiece:
        text, offsets = self._running(piece.own_text())
        item = self.cut.parts.get(piece.char_start) if piece.kind == SegmentKind.ANSWER_PART else None
        return TextPiece(piece, text, offsets, item.paths if item else (), item.combined if item else False)

    def _printed(self, told: TextPiece) -> str:
        """A part's text after its label as it is printed, wherever the line ends between them."""
        return f"{told.piece.printed_label} {told.text}".strip() if told.paths else told.text

    def _question(self) -> Question:
        facts = self.facts
        day = facts.asked_on or facts.answered_on
        return Question(
            question_id=facts.question_id,
            legislature=facts.layout.legislature_of(day) if day else None,
            number=facts.number,
            asked_on=facts.asked_on,
            asker=facts.asker,
            asker_slug=slug(facts.asker) if facts.asker else None,
            asker_party=facts.asker_party,
            co_askers=facts.co_askers,
            addressee=facts.addressee,
            addressee_slug=slug(facts.addressee) if facts.addressee else None,
            addressee_role=facts.role,
            portfolios=facts.layout.portfolios_of(facts.role),
            theme=self.frame.theme,
            subject=self.frame.subject,
            preamble=self.preamble,
            status=self.reply.status,
            warnings=tuple(dict.fromkeys(one.code for one in self.warnings)),
            case_number=facts.case_number,
            co_asker_parties=facts.co_asker_parties,
        )

    def _warnings(self) -> tuple[PlacedWarning, ...]:
        """All warnings of the document, by place."""
        found = [*self.facts.warnings, *check(self.lines, self.cut)]
        if last := (self.parts or self.asked or self.running)[-1:]:
            found += torn_end(last[0].piece, last[0].text, last[0].offsets)
        if not self.asked:
            framed = self.cut.framed
            stands_before = framed[SegmentKind.TITLE] or framed[SegmentKind.QUESTION_HEADER] or self.cut.pieces
            found.append(_about(warnings.QUESTION_NOT_FOUND, self.cut.body or stands_before))
        if self.frame.answer and self.reply.status == QuestionStatus.UNANSWERED:
            found.append(_about(warnings.ANSWER_EMPTY, self.cut.framed[SegmentKind.ANSWER_HEADER]))
        if self.answer is not None:
            unanswered = [
                one.piece for one, pair in zip(self.asked, self.pairs, strict=True) if pair.alignment == Alignment.NONE
            ]
            found += [_about(warnings.LABEL_UNANSWERED, [piece]) for piece in unanswered]
        found += self._doubts()
        return tuple(sorted(found, key=lambda one: (one.char_start, one.char_end, one.code)))

    def _doubts(self) -> Iterator[PlacedWarning]:
        """Where another reading is nearly as good."""
        labels = self.cut.labels
        if labels.questions_doubt is not None:
            item = labels.questions_doubt
            yield PlacedWarning(warnings.QUESTION_LABELS_DOUBTFUL, item.start, item.text_start)
        if labels.parts_doubt is not None:
            item = labels.parts_doubt
            yield PlacedWarning(warnings.ANSWER_LABELS_DOUBTFUL, item.start, item.text_start)
        asked = [
            ((path,) if path else (), one.text, one.offsets)
            for one, path in zip(self.asked, self.question_paths, strict=True)
        ]
        yield from Side(asked).labels_inside()
        yield from labels_left_over(labels.asked, labels.questions)
        if self.answer is not None:
            reply = Side([(one.paths, one.text, one.offsets) for one in self.parts], frozenset(self.cut.questions))
            unanswered = [
                path
                for path, pair in zip(self.question_paths, self.pairs, strict=True)
                if path and pair.alignment == Alignment.NONE
            ]
            yield from {*reply.labels_inside(), *reply.anywhere(unanswered)}
            yield from labels_left_over(labels.answered, labels.parts)

    def _sub_questions(self) -> tuple[SubQuestion, ...]:
        return tuple(
            SubQuestion(
                label=written(path) if path else None,
                parent_label=written(path[:-1]) if path and len(path) > 1 else None,
                depth=len(path) if path else 1,
                text=one.text,
                char_start=one.piece.char_start,
                char_end=one.piece.char_end,
            )
            for one, path in zip(self.asked, self.question_paths, strict=True)
        )

    def _answer(self) -> Answer | None:
        if self.frame.answer is None or self.reply.status == QuestionStatus.UNANSWERED:
            return None
        role = self.frame.answer.role or self.facts.role
        labelled = any(one.paths for one in self.parts)
        annex = [self._text_piece(piece).text for piece in self.cut.framed[SegmentKind.ANNEX]]
        return Answer(
            responder=self.facts.responder,
            responder_role=role,
            portfolios=self.facts.layout.portfolios_of(role),
            answered_on=self.frame.answer.answered_on,
            status=self.reply.status,
            text=self.whole,
            intro=next((one.text for one in self.parts if labelled and not one.paths), None),
            referred_to=self.reply.referred_to,
            referred_question_id=self._referred_question_id(self.reply),
            annex="\n".join(annex) or None,
            co_responders=self.frame.answer.co_responders,
        )

    def _referred_question_id(self, reply: Reply) -> str | None:
        """The id of the question whose answer this one refers to, where minister, number and session are known."""
        on, number = reply.referred_on, reply.referred_number
        session = self.facts.layout.session_of(on, number) if on else self.facts.session_of(number)
        session = reply.referred_session or session
        return self.facts.id_of(reply.referred_to, number, session)

    def _answer_parts(self) -> tuple[AnswerPart, ...]:
        if self.answer is None:
            return ()
        positions = {
            path: position
            for position, own in enumerate(self.question_paths, start=1)
            for path in (each_of(own) if own else ())
        }
        return tuple(
            AnswerPart(
                labels=tuple(written(path) for path in one.paths),
                text=one.text,
                sub_question_positions=tuple(dict.fromkeys(positions[path] for path in one.paths if path in positions)),
                char_start=one.piece.char_start,
                char_end=one.piece.char_end,
            )
            for one in self.parts
        )

    def _pairs(self) -> tuple[Pair, ...]:
        aligned = align(self.question_paths, [Part(one.paths, one.text, one.combined) for one in self.parts])
        texts = [tuple(self.parts[place].text for place in found.parts) for found in aligned]
        kinds = own_replies(texts, self.reply.status, self._judged)
        pairs = []
        for position, (one, path, found, kind) in enumerate(
            zip(self.asked, self.question_paths, aligned, kinds, strict=True), start=1
        ):
            answer: str | None = self.whole if found.alignment == Alignment.WHOLE else None
            if answer is None and found.parts:
                answer = self._joined([self.parts[place] for place in found.parts])
            pairs.append(Pair(position, written(path) if path else None, one.text, answer, found.alignment, kind))
        return tuple(pairs)

    def _joined(self, parts: Sequence[TextPiece]) -> str:
        """The text of several parts: the first without its label, those after it with theirs, which tell them apart."""
        first, *others = parts
        return "\n".join(text for text in (first.text, *(self._printed(one) for one in others)) if text)

    def _references(self) -> tuple[Reference, ...]:
        titles = [self._text_piece(piece) for piece in self.cut.framed[SegmentKind.TITLE]]
        citing = [self._text_piece(one) for one in whole_lines(self.lines, self.frame.citing, SegmentKind.ANSWER_INTRO)]
        running = sorted([*citing, *self.running], key=lambda one: one.piece.char_start)
        passages = [
            Passage(*_section(one.piece), None, one.text, one.offsets) for one in [*titles, *running] if one.text
        ]
        labels = {written(path) for own in self.cut.questions for path in each_of(own)}
        labels.update(written(path) for one in self.parts for path in one.paths)
        notes = []
        for one in self.notes:
            places = self.cut.notes[one.piece.char_start].places
            section, section_label = self._section_at(places[0][0]) if places else (None, None)
            marker = one.piece.label or ""
            passage = Passage(Section.FOOTNOTE, None, marker, one.text, one.offsets)
            notes.append(Note(marker, passage, section, section_label, one.piece.char_start, one.piece.char_end))
        facts = self.facts
        return find_references(passages, notes, labels, facts.responder, facts.asked_on, facts.layout.citation_defaults)

    @cached_property
    def _stretches(self) -> list[tuple[int, int, Piece]]:
        """Where the stretches of the pieces that hold running text begin and end (exclusive), in order."""
        pieces = [*self.cut.body, *self.cut.reply, *self.cut.framed[SegmentKind.TITLE]]
        return sorted(
            (
                (one.start, one.end, piece)
                for piece in pieces
                if piece.kind != SegmentKind.FOOTNOTE
                for one in piece.stretches
            ),
            key=itemgetter(0),
        )

    def _section_at(self, offset: int) -> tuple[str | None, str | None]:
        """The section, and its label, that a raw offset lies in."""
        place = bisect_right(self._stretches, offset, key=itemgetter(0)) - 1
        if place >= 0 and offset < self._stretches[place][1]:
            return _section(self._stretches[place][2])
        return None, None


def _about(code: str, pieces: Sequence[Piece]) -> PlacedWarning:
    """A warning about some pieces, from the first of them to the last."""
    return PlacedWarning(code, min(one.char_start for one in pieces), max(one.char_end for one in pieces))


def _section(piece: Piece) -> tuple[str, str | None]:
    """A piece's section, in the words of the table of references, and its label."""
    is_answer = piece.kind in (SegmentKind.ANSWER_INTRO, SegmentKind.ANSWER_PART)
    return (Section.ANSWER if is_answer else piece.kind), piece.label
