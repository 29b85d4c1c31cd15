"""The one declaration of every published table: its columns, types, nullability, meaning, key and references.

The Arrow schemas, the checks, `datapackage.json` and the data dictionary are all made from it. A new column, and a
change of a name, a type or a key, is also a change of `SCHEMA_VERSION`: releases of different versions are not merged.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

from records import Alignment, DocumentStatus, QuestionStatus, ReferenceKind, Section, SegmentKind

SCHEMA_VERSION = "2"

PARTITION_COLUMNS = {
    "parliament": "The parliament, as a slug, for example `vlaams-parlement`.",
    "session": "The session year (*zittingsjaar*) such as `2019-2020`, `BZ-2019` for an extraordinary session "
    "(*buitengewone zitting*), or `unknown` where the document does not say.",
}
"""The Hive partition columns of every table. They are in the folder names, and in no file."""

STRING, DATE = pa.string(), pa.date32()
BOOL, INT8, INT16, INT32 = pa.bool_(), pa.int8(), pa.int16(), pa.int32()
STRINGS = pa.list_(pa.field("element", STRING, nullable=False))
INT16S = pa.list_(pa.field("element", INT16, nullable=False))

ANSWER_STATUSES = tuple(status for status in QuestionStatus if status is not QuestionStatus.UNANSWERED)


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    name: str
    type: pa.DataType
    meaning: str
    nullable: bool = False
    long: bool = False
    """Running text: no dictionary and no statistics, which would put whole texts into the footer of a file."""
    repeated: bool = False
    """Running text that is the same in many rows: a dictionary holds each text once; no statistics."""
    values: tuple[str, ...] = ()
    """The closed vocabulary, where there is one."""


@dataclass(frozen=True)
class ForeignKey:
    """`columns` of the table hold the key `target_columns` of a row of `table`, in the same partition."""

    columns: tuple[str, ...]
    table: str
    target_columns: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """A published table: one folder of Parquet files."""

    name: str
    row: str
    """What one row is."""
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    """Those that must resolve inside a release: references to other questions need not."""

    @cached_property
    def schema(self) -> pa.Schema:
        """The Arrow schema of every file of this table."""
        return pa.schema([pa.field(column.name, column.type, nullable=column.nullable) for column in self.columns])

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The column names in their order."""
        return tuple(column.name for column in self.columns)

    @cached_property
    def has_spans(self) -> bool:
        """Whether its rows are spans of a raw document."""
        return "char_start" in self.names


QUESTION_ID = Column(
    "question_id",
    STRING,
    "The question: `parliament/session/minister/number`, the minister as a slug without accents; what is not "
    "known is `unknown`, and then the id ends in `-` and the first twelve characters of the document_id.",
)
DOCUMENT_ID = Column(
    "document_id",
    STRING,
    "The document: SHA-256 of its `raw_text` in UTF-8, in hexadecimal digits; of a source that could not be read, and "
    "has no text, that of its name.",
)
TO_QUESTION = ForeignKey(("question_id",), "questions", ("question_id",))
TO_DOCUMENT = ForeignKey(("document_id",), "documents", ("document_id",))


def _position(of: str, of_type: pa.DataType = INT16) -> Column:
    return Column("position", of_type, f"The position of the {of} in reading order, from 1.")


def _span(of: str) -> tuple[Column, Column]:
    return (
        Column(
            "char_start",
            INT32,
            f"Where the {of} begins: a count of Unicode code points into `raw_text` of `documents`, from 0.",
        ),
        Column("char_end", INT32, f"Where the {of} ends, in the same count; the end itself is not part of it."),
    )


def _optional(name: str, meaning: str, of_type: pa.DataType = STRING, long: bool = False) -> Column:
    return Column(name, of_type, meaning, nullable=True, long=long)


QUESTIONS = Table(
    "questions",
    "numbered question to one minister",
    ("question_id",),
    (
        QUESTION_ID,
        _optional("legislature", "The legislative term, named by its elections, for example `2019-2024`."),
        _optional("number", "The number of the question, which counts per minister and session year.", INT32),
        _optional("asked_on", "The day on which the question was put.", DATE),
        _optional("asker", "The member of parliament who asks, written as a name."),
        _optional("asker_slug", "The asker as ids have names, in small letters without accents; for joins with "
                  "other lists."),
        _optional("asker_party", "The party of the asker, in layouts that print it; the Flemish one does not."),
        Column("co_askers", STRINGS, "Members who ask along, in layouts that print them; the Flemish one does not."),
        _optional("addressee", "The minister whose copy of the question this is, written as a name."),
        _optional("addressee_slug", "The addressee as `question_id` has the name; for joins with other lists."),
        _optional("addressee_role", "The titles of the addressee as printed, on one line."),
        Column("portfolios", STRINGS, "The policy fields of the addressee: the titles, split after `MINISTER VAN`."),
        _optional("theme", "The part of the title before its first dash."),
        _optional("subject", "The rest of the title; all of it where it has no dash."),
        _optional("preamble", "The context that the asker gives, up to the first enumerated question; empty where "
                  "there is none.", long=True),
        _optional("source_url", "Where the question is published, where that was delivered beside the text."),
        Column("status", STRING, "Whether this minister has answered; `referred` means that another minister gives "
               "the coordinated answer, `provisional` that the substance is still to come.",
               values=tuple(QuestionStatus)),
        Column("answered", BOOL, "Whether `status` is `answered`: this minister has answered with substance."),
        _optional("answer_length", "The length of `text` in `answers`, in Unicode code points; null where there is no "
                  "answer. That of a referral or a provisional answer counts too.", INT32),
        _optional("answer_working_days", "The working days (of the country) after `asked_on`, up to the day of the "
                  "answer, where that is known.", INT32),
        Column("sub_question_count", INT16, "How many rows of `sub_questions` the question has."),
        Column("reference_count", INT16, "How many rows of `references` the question has."),
        Column("document_id", STRING, "The document that the question was read from."),
        Column("warnings", STRINGS, "What the parser was not sure of, as codes; docs/tables.md says what they mean."),
        _optional("case_number", "The number of the case that the question belongs to (*zaaknummer*, `2024Z18796`), in "
                  "layouts that print one; the Flemish one does not."),
        Column("co_asker_parties", STRINGS, "The party of each of `co_askers`, in their order; empty text where none "
               "is printed."),
    ),
    (TO_DOCUMENT,),
)  # fmt: skip

ADDRESSEES = Table(
    "addressees",
    "minister that the question was put to, the one of this copy included",
    ("question_id", "position"),
    (
        QUESTION_ID,
        _position("minister"),
        Column("name", STRING, "The minister, written as a name."),
        _optional("number", "The number of that minister's copy of the question.", INT32),
        _optional("addressed_question_id", "The `question_id` of that minister's copy, which may not be in the data."),
    ),
    (TO_QUESTION,),
)

SUB_QUESTIONS = Table(
    "sub_questions",
    "enumerated question (*deelvraag*)",
    ("question_id", "position"),
    (
        QUESTION_ID,
        _position("sub-question"),
        _optional("label", "Its label in its one written form, such as `7.c`; null where nothing is enumerated."),
        _optional("parent_label", "The label of the item that it is under."),
        Column("depth", INT8, "Its level in the enumeration, from 1."),
        Column("text", STRING, "Its text without the label; empty where letters follow the number at once.", long=True),
        *_span("sub-question"),
    ),
    (TO_QUESTION,),
)

ANSWERS = Table(
    "answers",
    "question with an answer",
    ("question_id",),
    (
        QUESTION_ID,
        _optional("responder", "The minister who answers, written as a name."),
        _optional("responder_role", "The titles of the responder as printed, on one line."),
        Column("portfolios", STRINGS, "The policy fields of the responder: the titles, split after `MINISTER VAN`."),
        _optional("answered_on", "The day of the answer, in layouts that print it; the Flemish one does not.", DATE),
        Column("status", STRING, "What kind of answer it is: with substance (`answered`), a referral to another "
               "minister (`referred`), or a provisional one.", values=ANSWER_STATUSES),
        Column("text", STRING, "The whole answer with its labels.", long=True),
        _optional("intro", "The text before the first label; null where there are no labels.", long=True),
        _optional("referred_to", "The minister to whom this answer hands the question: the name, or the office as "
                  "printed where no name is told."),
        _optional("referred_question_id", "The `question_id` of that minister's copy, which may not be in the data; "
                  "null where the whole name or the number is not told."),
        _optional("annex", "What follows `BIJLAGE` or `BIJLAGEN` (annexes) at the very end.", long=True),
        Column("co_responders", STRINGS, "Those who answer with the responder (*mede namens*): a name, or the office "
               "where none is printed; the Flemish layout has none."),
    ),
    (TO_QUESTION,),
)  # fmt: skip

ANSWER_PARTS = Table(
    "answer_parts",
    "part of an answer; an intro, or an answer without labels, is a part with an empty list of labels",
    ("question_id", "position"),
    (
        QUESTION_ID,
        _position("answer part"),
        Column("labels", STRINGS, "The labels of the part, several where it answers several sub-questions."),
        Column("text", STRING, "Its text without the labels.", long=True),
        Column("sub_question_positions", INT16S, "The `position` of each sub-question that the part belongs to."),
        *_span("answer part"),
    ),
    (TO_QUESTION,),
)

PAIRS = Table(
    "pairs",
    "sub-question with the text that answers it",
    ("question_id", "sub_question_position"),
    (
        QUESTION_ID,
        Column("sub_question_position", INT16, "The `position` of the sub-question in `sub_questions`."),
        _optional("label", "The label of the sub-question."),
        _optional("asked_on", "The day on which the question was put, as in `questions`.", DATE),
        _optional("asker", "The member who asks, as in `questions`."),
        _optional("addressee", "The minister whose copy this is, as in `questions`."),
        _optional("addressee_role", "The titles of the addressee, as in `questions`."),
        _optional("theme", "The part of the title before its first dash, as in `questions`."),
        _optional("subject", "The rest of the title, as in `questions`."),
        Column("preamble", STRING, "The context that the asker gives, as in `questions`.",
               nullable=True, long=True, repeated=True),
        Column("status", STRING, "The status of the whole question, as in `questions`.", values=tuple(QuestionStatus)),
        Column("is_leaf", BOOL, "Whether no sub-question stands under this one: no heading."),
        Column("question", STRING, "The text of the sub-question.", long=True),
        _optional("answer", "The text that answers it; null where nothing does.", long=True),
        Column("alignment", STRING, "How the answer was found: under the sub-question's own `label`, in the parts "
               "under it (`children`), in a part for several labels (`combined`), in the part of the number above "
               "(`parent`), as the `whole` answer, or not at all (`none`).", values=tuple(Alignment)),
        Column("reply", STRING, "What kind of reply this very sub-question got: a part of an answered question may "
               "hand over (`referred`) or promise (`provisional`); `unanswered` where nothing says anything to it.",
               values=tuple(QuestionStatus)),
    ),
    (TO_QUESTION, ForeignKey(("question_id", "sub_question_position"), "sub_questions", ("question_id", "position"))),
)  # fmt: skip

REFERENCES = Table(
    "references",
    "footnote or citation",
    ("question_id", "position"),
    (
        QUESTION_ID,
        _position("reference"),
        Column("kind", STRING, "What is cited, or `footnote` for a note itself.", values=tuple(ReferenceKind)),
        Column("section", STRING, "The section of the document that it is in.", values=tuple(Section)),
        _optional("section_label", "The label of the sub-question or answer part that it is in."),
        _optional("marker", "Of a footnote: its marker."),
        Column("text", STRING, "The citation or the note as printed, with line wraps undone.", long=True),
        _optional("act_type", "The type of act, such as `decreet` (a Flemish act) or `richtlijn` (an EU directive)."),
        _optional("act_title", "The title or short name of the act, one name per act for grouping.", long=True),
        _optional("act_date", "The date of the document cited, whatever its kind.", DATE),
        _optional("article", "The article, for example `6.5.13`."),
        _optional("paragraph", "The paragraph, without its sign `§`."),
        _optional("subdivision", "What follows below the paragraph, as written (`eerste lid, 2°`)."),
        _optional("published_in", "Where it was published; `BS` is the *Belgisch Staatsblad*, the official gazette."),
        _optional("published_on", "The day of that publication.", DATE),
        _optional("number", "The number of the question, parliamentary document, judgment, act or label cited."),
        _optional("session_cited", "The session of the question or parliamentary document cited."),
        _optional("issuer", "The court of a judgment."),
        _optional("url", "The address, whole.", long=True),
        _optional("identifier", "The ELI, CELEX or ECLI of what is cited."),
        _optional("footnote_marker", "Of a citation inside a footnote: the marker of that footnote."),
        _optional("target_question_id", "The `question_id` of the written question cited, where it is certain; it may "
                  "not be in the data."),
        *_span("reference"),
    ),
    (TO_QUESTION,),
)  # fmt: skip

DOCUMENTS = Table(
    "documents",
    "raw document that came in, rejected ones included",
    ("document_id",),
    (
        DOCUMENT_ID,
        _optional("question_id", "The question that the document holds, or held before another one superseded it."),
        Column("status", STRING, "`parsed`; `superseded` where a later or better copy of the same question replaced "
               "it; or `rejected` where no question could be read from it.", values=tuple(DocumentStatus)),
        _optional("reason", "Why the document was rejected.", long=True),
        Column("source", STRING, "The source of its first delivery."),
        Column("encoding", STRING, "How its bytes were read: `utf-8`, `utf-8-sig` (with a byte order mark), `cp1252`, "
               "`binary` (no text), or empty where they could not be read."),
        _optional("layout", "The layout by which it was parsed."),
        Column("parser_version", STRING, "The version of the parser that parsed it."),
        Column("raw_text", STRING, "The decoded text, unchanged; all offsets refer to it.", long=True),
        Column("char_count", INT32, "The length of `raw_text` in Unicode code points."),
        Column("first_release", STRING, "The release that it first appeared in."),
    ),
    (TO_QUESTION,),
)  # fmt: skip

SEGMENTS = Table(
    "segments",
    "span of a document, such as its title or a sub-question",
    ("document_id", "position"),
    (
        DOCUMENT_ID,
        _position("segment", INT32),
        Column("kind", STRING, "What the span is; `furniture` is page headers, page numbers and running titles.",
               values=tuple(SegmentKind)),
        _optional("label", "The label of a sub-question or answer part (`8,9`), or the marker of a footnote."),
        *_span("segment"),
    ),
    (TO_DOCUMENT,),
)  # fmt: skip

DELIVERIES = Table(
    "deliveries",
    "location where a document was delivered: the record of what has been read",
    ("source", "source_position"),
    (
        Column("source", STRING, "The path relative to the dump, and inside an archive `archive.zip!member.txt`."),
        Column("source_position", INT32, "Which document of that source it is, from 0."),
        Column("document_id", STRING, "The document at that location."),
        Column("fingerprint", STRING, "Size and modification time of the source, or its ETag: what lets the next run "
               "skip it unread."),
        Column("delivered_in", STRING, "The release that the delivery first appeared in."),
        Column("delivered_fields", STRING, "What was delivered beside the text, in the other columns of a table or in "
               "`metadata.csv`: a JSON object. A column that was mapped (`--map`) bears the name it was mapped to.",
               nullable=True, long=True),
    ),
    (TO_DOCUMENT,),
)  # fmt: skip

FORMER_DELIVERIES = Table(
    "former_deliveries",
    "document that lay at a location once, and does no longer",
    ("source", "source_position", "document_id"),
    (
        Column("source", STRING, "The path relative to the dump."),
        Column("source_position", INT32, "Which document of that source it was, from 0."),
        Column("document_id", STRING, "The document that lay there."),
        Column("delivered_in", STRING, "The release that the delivery first appeared in."),
    ),
)
"""What a run must remember of earlier ones, so that a text that comes back is as old as it is. One file of a release,
which no analyst needs: it is none of `TABLES`."""

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        QUESTIONS, ADDRESSEES, SUB_QUESTIONS, ANSWERS, ANSWER_PARTS, PAIRS, REFERENCES, DOCUMENTS, SEGMENTS, DELIVERIES,
    )
}  # fmt: skip
"""Every published table by its name."""

OF_A_QUESTION = tuple(table for table in TABLES.values() if table.names[0] == "question_id")
"""The question tables: their rows leave when the question's document is superseded."""
