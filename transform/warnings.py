"""The warnings of a question (`questions.warnings`): what was not as the layout has it. A closed list.

Each warning has a place (`records.PlacedWarning`), which `vraagbaak show` points at.
"""

from __future__ import annotations

HEADING_MISSING = "heading_missing"
TEXT_BEFORE_HEADING = "text_before_heading"
TITLE_MISSING = "title_missing"
NUMBER_DIFFERS = "number_differs"
DATE_DIFFERS = "date_differs"
ASKER_DIFFERS = "asker_differs"
RESPONDER_DIFFERS = "responder_differs"
DATE_IMPOSSIBLE = "date_impossible"
NUMBER_UNKNOWN = "number_unknown"
DATE_UNKNOWN = "date_unknown"
ASKER_UNKNOWN = "asker_unknown"
ADDRESSEE_UNKNOWN = "addressee_unknown"
ADDRESSEE_NOT_IN_NOTICE = "addressee_not_in_notice"
NUMBER_NOT_IN_NOTICE = "number_not_in_notice"
BEGINS_IN_MID_SENTENCE = "begins_in_mid_sentence"
ENDS_IN_MID_SENTENCE = "ends_in_mid_sentence"
QUESTION_NOT_FOUND = "question_not_found"
FIRST_LABELS_MISSING = "first_labels_missing"
LABEL_OUT_OF_COUNT = "label_out_of_count"
LABEL_LEFT_OUT = "label_left_out"
LABELS_BY_PLACE = "labels_by_place"
ANSWER_EMPTY = "answer_empty"
LABEL_UNANSWERED = "label_unanswered"
ANSWER_LABEL_UNASKED = "answer_label_unasked"
NOTE_WITHOUT_MARKER = "note_without_marker"
MARKER_WITHOUT_NOTE = "marker_without_note"
DELIVERED_DIFFERS = "delivered_differs"
DELIVERED_NOT_UNDERSTOOD = "delivered_not_understood"
QUESTION_LABELS_DOUBTFUL = "question_labels_doubtful"
ANSWER_LABELS_DOUBTFUL = "answer_labels_doubtful"
LABEL_INSIDE_TEXT = "label_inside_text"
LABELS_LEFT_OVER = "labels_left_over"
HEADING_INSIDE_TEXT = "heading_inside_text"
TEXT_GARBLED = "text_garbled"

WARNINGS: dict[str, str] = {
    HEADING_MISSING: "The document begins without a question header; what it says comes from the answer header.",
    TEXT_BEFORE_HEADING: "Lines stand before the question header; they are kept in the preamble.",
    TITLE_MISSING: "No title stands under the question header.",
    NUMBER_DIFFERS: "Question header and answer header print different numbers; the question header's is used.",
    DATE_DIFFERS: "Question header and answer header print different dates; the question header's is used.",
    ASKER_DIFFERS: "Question header and answer header print different members; the question header's is used.",
    RESPONDER_DIFFERS: "Another minister answers than the one who was asked.",
    DATE_IMPOSSIBLE: "A header prints a date that no calendar has, or that cannot be read; it counts as none.",
    NUMBER_UNKNOWN: "No number is printed anywhere; the question_id ends in the document's own id.",
    DATE_UNKNOWN: "No date is printed, or an impossible one; the session is unknown.",
    ASKER_UNKNOWN: "No member is printed anywhere.",
    ADDRESSEE_UNKNOWN: "No minister is printed anywhere.",
    ADDRESSEE_NOT_IN_NOTICE: "The notice that lists all addressees leaves out this copy's minister, who comes first.",
    NUMBER_NOT_IN_NOTICE: "The notice that lists all addressees gives this copy another number than its header.",
    BEGINS_IN_MID_SENTENCE: "The document begins in the middle of a sentence: its beginning is lost.",
    ENDS_IN_MID_SENTENCE: "The document ends in the middle of a sentence: its end is lost.",
    QUESTION_NOT_FOUND: "Nothing is enumerated and nothing ends in a question mark: all of the body is preamble.",
    FIRST_LABELS_MISSING: "The enumeration begins after 1: the sub-questions before it are lost.",
    LABEL_OUT_OF_COUNT: "A label of the question does not continue the count (1, 2, 4); it is text of the item before.",
    LABEL_LEFT_OUT: "The labels of the question leave out a number (1, 3, 4); they are taken as printed.",
    LABELS_BY_PLACE: "The questions bear no labels: each paragraph is one, labelled by its place.",
    ANSWER_EMPTY: "There is an answer header and no answer under it.",
    LABEL_UNANSWERED: "There is an answer, but no part of it answers some sub-question.",
    ANSWER_LABEL_UNASKED: "A label of the answer has no sub-question; it is text of the part before.",
    NOTE_WITHOUT_MARKER: "A footnote's marker was not found in the text.",
    MARKER_WITHOUT_NOTE: "A marker in brackets has no footnote; it stays in the text.",
    DELIVERED_DIFFERS: "A field that was delivered beside the text differs from what the text says; the text stands.",
    DELIVERED_NOT_UNDERSTOOD: "A field that was delivered beside the text is no date or number, as its column needs.",
    QUESTION_LABELS_DOUBTFUL: "Another enumeration of the body weighs nearly as much as the one that was taken.",
    ANSWER_LABELS_DOUBTFUL: "Another reading of the answer's labels weighs nearly as much as the one that was taken.",
    LABEL_INSIDE_TEXT: "What could be the next label stands inside a text, where nothing shows that a line began.",
    LABELS_LEFT_OVER: "Labels that count up, but not from 1, begin no piece: the beginning of their list was not seen.",
    HEADING_INSIDE_TEXT: "A heading's line stands inside a text: another document may begin there.",
    TEXT_GARBLED: "Letters are lost, parted or doubled (`(cid:127)`, `v r a a g`, `vvrraaaagg`, `�`).",
}
"""Each code with what it says, for the documentation."""

DOUBTS = frozenset(
    {
        QUESTION_LABELS_DOUBTFUL,
        ANSWER_LABELS_DOUBTFUL,
        LABEL_INSIDE_TEXT,
        LABELS_LEFT_OVER,
        HEADING_INSIDE_TEXT,
        TEXT_GARBLED,
    }
)
"""Those that tell that the text leaves another reading; few of the documents with one of these are right as a whole."""
