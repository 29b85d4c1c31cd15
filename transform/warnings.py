"""The warnings of a question (`questions.warnings`): what was not as the layout has it. A closed list."""

from __future__ import annotations

HEADING_MISSING = "heading_missing"
TEXT_BEFORE_HEADING = "text_before_heading"
NUMBER_DIFFERS = "number_differs"
DATE_DIFFERS = "date_differs"
ASKER_DIFFERS = "asker_differs"
NUMBER_UNKNOWN = "number_unknown"
DATE_UNKNOWN = "date_unknown"
ADDRESSEE_UNKNOWN = "addressee_unknown"
ADDRESSEE_NOT_IN_NOTICE = "addressee_not_in_notice"
QUESTION_NOT_FOUND = "question_not_found"
ANSWER_EMPTY = "answer_empty"
LABEL_UNANSWERED = "label_unanswered"
NOTE_WITHOUT_MARKER = "note_without_marker"

WARNINGS: dict[str, str] = {
    HEADING_MISSING: "The document begins without a question header; what it says comes from the answer header.",
    TEXT_BEFORE_HEADING: "Lines stand before the question header; they are kept in the preamble.",
    NUMBER_DIFFERS: "Question header and answer header print different numbers; the question header's is used.",
    DATE_DIFFERS: "Question header and answer header print different dates; the question header's is used.",
    ASKER_DIFFERS: "Question header and answer header print different members; the question header's is used.",
    NUMBER_UNKNOWN: "No number is printed anywhere; the question_id ends in the document's own id.",
    DATE_UNKNOWN: "No date is printed, or an impossible one; the session is unknown.",
    ADDRESSEE_UNKNOWN: "No minister is printed anywhere.",
    ADDRESSEE_NOT_IN_NOTICE: "The notice that lists all addressees leaves out this copy's minister, who comes first.",
    QUESTION_NOT_FOUND: "Nothing is enumerated and nothing ends in a question mark: all of the body is preamble.",
    ANSWER_EMPTY: "There is an answer header and no answer under it.",
    LABEL_UNANSWERED: "There is an answer, but no part of it answers some sub-question.",
    NOTE_WITHOUT_MARKER: "A footnote's marker was not found in the text.",
}
"""Each code with what it says, for the documentation."""
