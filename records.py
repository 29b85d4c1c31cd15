"""The plain records and closed vocabularies that extract, transform, load and flows share.

Every attribute has the name of the column it ends in (`load.tables` declares those), so that one word
carries through every layer. Records hold nothing but strings, numbers, dates, booleans and tuples: they
can be compared and sent to other processes. A row's `position` is its index in its tuple, from 1.

The members of a vocabulary are strings (`enum.StrEnum`): equal to their value, sorted and written like it. The
published tables hold the plain values.

Offsets (`char_start`, `char_end`) count Unicode code points in `RawDocument.raw_text`; the end is exclusive.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

BETWEEN = "!"
"""What stands between an archive and its member in a source: `archive.zip!member.txt`. No name has it."""

UNREADABLE = "unreadable"
"""The fingerprint of what could not be read. No file has it, so that every run tries again."""

NO_TEXT = ("", "binary")
"""The encodings of what could not be read as text; the reason that such a document was rejected for says why."""

UNKNOWN = "unknown"
"""The value in a key or a partition where the document does not say."""

NOT_PARSED_YET = "not parsed yet: "
"""What the reason begins with for which a document was rejected that the next run tries again: memory was short, or the
process that parsed it was killed. Any other is the verdict of the parser, and stands until the parser changes."""


def is_not_parsed_yet(reason: str | None) -> bool:
    """Whether a document was rejected for a reason that passes, so that the next run tries it again."""
    return reason is not None and reason.startswith(NOT_PARSED_YET)


class QuestionStatus(StrEnum):
    """Whether the minister of this copy has answered the question. An answer has any of these but `UNANSWERED`."""

    ANSWERED = "answered"
    REFERRED = "referred"
    PROVISIONAL = "provisional"
    UNANSWERED = "unanswered"


class DocumentStatus(StrEnum):
    """What became of a document."""

    PARSED = "parsed"
    SUPERSEDED = "superseded"
    REJECTED = "rejected"


class Alignment(StrEnum):
    """How the answer to a sub-question was found."""

    LABEL = "label"
    CHILDREN = "children"
    COMBINED = "combined"
    PARENT = "parent"
    WHOLE = "whole"
    NONE = "none"


class SegmentKind(StrEnum):
    """The kinds of segments, roughly in the order in which a document has them."""

    QUESTION_HEADER = "question_header"
    TITLE = "title"
    PREAMBLE = "preamble"
    SUB_QUESTION = "sub_question"
    FOOTNOTE = "footnote"
    NOTICE = "notice"
    ANSWER_HEADER = "answer_header"
    ANSWER_INTRO = "answer_intro"
    ANSWER_PART = "answer_part"
    ANNEX = "annex"
    FURNITURE = "furniture"


class ReferenceKind(StrEnum):
    """What a reference cites; `FOOTNOTE` is the note itself."""

    LEGISLATION = "legislation"
    EU_LEGISLATION = "eu_legislation"
    PARLIAMENTARY_DOCUMENT = "parliamentary_document"
    WRITTEN_QUESTION = "written_question"
    CASE_LAW = "case_law"
    URL = "url"
    CROSS_REFERENCE = "cross_reference"
    FOOTNOTE = "footnote"


class Section(StrEnum):
    """The section of a document that a reference stands in."""

    TITLE = "title"
    PREAMBLE = "preamble"
    SUB_QUESTION = "sub_question"
    ANSWER = "answer"
    FOOTNOTE = "footnote"


def sha256(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def file_of(source: str) -> str:
    """The file of the dump that a source lies in: the archive of a member, the file itself of any other."""
    return source.partition(BETWEEN)[0]


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One document as it was delivered: a file, or one of several documents in a file."""

    source: str
    """Path relative to the dump, with `/`; inside an archive `archive.zip!member.txt` (see `extract.names`)."""
    source_position: int
    """The position of the document in its source, from 0."""
    fingerprint: str
    """Size and modification time, by which the next run knows that it can skip the file."""
    encoding: str
    """How the bytes were decoded (`extract.decoding.ENCODINGS`); empty where nothing could be read."""
    raw_text: str
    """The decoded text, unchanged: with its line ends and form feeds, without a byte order mark."""
    problem: str | None = None
    """Why the source cannot be parsed (unreadable, binary), as a clause; None where it is text."""
    delivered_fields: str | None = None
    """What was delivered beside the text, as a JSON object; None where nothing was."""

    @property
    def document_id(self) -> str:
        """SHA-256 of the text; of the place where it could not be read and has no text."""
        if self.problem is not None and not self.raw_text:
            place = f"{self.source} {self.source_position}" if self.source_position else self.source
            return sha256(f"unreadable source {place}")
        return sha256(self.raw_text)


@dataclass(frozen=True, slots=True)
class Segment:
    """A span of a document, of one kind; together the segments tile the document."""

    kind: str
    label: str | None
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Question:
    """One numbered written question (*schriftelijke vraag*, *Kamervraag*) as one document prints it."""

    question_id: str
    legislature: str | None
    number: int | None
    asked_on: date | None
    asker: str | None
    asker_slug: str | None
    """The name as ids have it: joins with other lists of members."""
    asker_party: str | None
    co_askers: tuple[str, ...]
    addressee: str | None
    addressee_slug: str | None
    """The name as ids have it, such as the one in `question_id`."""
    addressee_role: str | None
    portfolios: tuple[str, ...]
    theme: str | None
    subject: str | None
    preamble: str | None
    status: str
    warnings: tuple[str, ...]
    source_url: str | None = None
    """Where the question is published, if that was delivered beside the text."""
    case_number: str | None = None
    co_asker_parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Addressee:
    """A minister to whom the question was put."""

    name: str
    number: int | None
    addressed_question_id: str | None


@dataclass(frozen=True, slots=True)
class SubQuestion:
    """One enumerated question; `label` in its normal form (`7.c`), None where nothing is enumerated."""

    label: str | None
    parent_label: str | None
    depth: int
    text: str
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of the minister of this copy."""

    responder: str | None
    responder_role: str | None
    portfolios: tuple[str, ...]
    answered_on: date | None
    status: str
    text: str
    intro: str | None
    referred_to: str | None
    referred_question_id: str | None
    annex: str | None
    co_responders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """A labelled part of the answer; without labels it is the intro, or the whole of an unlabelled answer."""

    labels: tuple[str, ...]
    text: str
    sub_question_positions: tuple[int, ...]
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A sub-question with the text that answers it."""

    sub_question_position: int
    label: str | None
    question: str
    answer: str | None
    alignment: str
    reply: str
    """What kind of reply this sub-question got: a `QuestionStatus`."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A footnote or a citation."""

    kind: str
    section: str
    section_label: str | None
    text: str
    char_start: int
    char_end: int
    marker: str | None = None
    act_type: str | None = None
    act_title: str | None = None
    act_date: date | None = None
    article: str | None = None
    paragraph: str | None = None
    subdivision: str | None = None
    published_in: str | None = None
    published_on: date | None = None
    number: str | None = None
    session_cited: str | None = None
    issuer: str | None = None
    url: str | None = None
    identifier: str | None = None
    footnote_marker: str | None = None
    target_question_id: str | None = None


@dataclass(frozen=True, slots=True)
class PlacedWarning:
    """Something that differs from the layout: a code of `transform.warnings`, and the span of the document that it is
    about; where something is missing, the span where it is expected."""

    code: str
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """What transform makes of one raw document. A rejected one has a `reason` and no `question`."""

    document_id: str
    parliament: str
    session: str
    layout: str | None
    reason: str | None
    segments: tuple[Segment, ...]
    question: Question | None = None
    addressees: tuple[Addressee, ...] = ()
    sub_questions: tuple[SubQuestion, ...] = ()
    answer: Answer | None = None
    answer_parts: tuple[AnswerPart, ...] = ()
    pairs: tuple[Pair, ...] = ()
    references: tuple[Reference, ...] = ()
    warnings: tuple[PlacedWarning, ...] = ()
    """In the order of their spans. `Question.warnings` has the codes, each once."""

    @classmethod
    def rejected(cls, raw: RawDocument, reason: str) -> ParsedDocument:
        """A document that cannot be parsed: parliament and session are unknown, and all of its text, without the white
        space around it, is a single segment of kind `preamble` (none where the text is blank)."""
        start = len(raw.raw_text) - len(raw.raw_text.lstrip())
        end = len(raw.raw_text.rstrip())
        segments = (Segment(SegmentKind.PREAMBLE, None, start, end),) if start < end else ()
        return cls(raw.document_id, UNKNOWN, UNKNOWN, None, reason, segments)
