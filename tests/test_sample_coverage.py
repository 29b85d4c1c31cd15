"""What the sample documents show between them: every row of the rules for written questions has its example."""

from __future__ import annotations

import re

import pytest

from corpus.annotations import all_annotations, source_path
from extract.decoding import decode

ALL = all_annotations()
ACCEPTED = [one for one in ALL if not one.is_rejected]
SOURCES = sorted({one.source for one in ALL})

KINDS = (
    "question_header title preamble sub_question footnote notice answer_header answer_intro answer_part annex furniture"
)
CITED = "legislation eu_legislation parliamentary_document written_question case_law url cross_reference footnote"

# How labels are printed: a name, and what a piece with a label must begin with to show it.
LABEL_STYLES = {
    "1.": r"\d+\.\s+[A-Z]",
    "1)": r"\d+\) ",
    "1/": r"\d+/",
    "1°": r"\d+° ",
    "Vraag 1": r"Vraag \d",
    "a)": r"[a-z]\) ",
    "a.": r"[a-z]\. ",
    "(a)": r"\([a-z]\) ",
    "1.a)": r"\d\.[a-z]\) ",
    "1.1": r"\d\.\d ",
    "I.": r"[IVX]+\. ",
    "A.": r"[A-E]\. ",
    "i)": r"i+\) ",
    "glued to its text": r"[a-z]\)[A-Z]",
    "alone on its line": r"\d+\.\s*\n\S",
    "a number that letters follow at once": r"\d+[/.]\s*\n?$",
    "a heading that letters follow": r"\d\. [A-Z][\w ]+:\s*$",
    "8, 9.": r"\d, \d\. ",
    "1-3.": r"\d-\d\. ",
    "1 en 2.": r"\d en \d\. ",
    "1 t.e.m. 4.": r"\d t\.e\.m\. \d\. ",
    "1., 2. en 3.": r"\d\., \d\. en \d\. ",
    "1°, 2° en 3°": r"\d°, \d° en \d° ",
    "Vragen 2 tot 5": r"Vragen \d tot \d",
}

# Features of a whole document's text.
FEATURES = {
    "a heading lost to `aan`": r"\A\s*aan [A-Z]",
    "a heading lost, even `aan`": r"\A[A-Z]+ [A-Z]+\nVLAAMS MINISTER",
    "ministers in a notice": r"gesteld aan de ministers .+ \(\d+\), ",
    "one more minister in a notice": r"werd ook gesteld aan minister .+ \(\d+\)",
    "all ministers, without a full stop": r"aan alle ministers\n",
    "GECOÖRDINEERD ANTWOORD": r"^GECOÖRDINEERD ANTWOORD",
    "AANVULLEND ANTWOORD": r"^AANVULLEND ANTWOORD",
    "VOORLOPIG ANTWOORD": r"^VOORLOPIG ANTWOORD",
    "a number of thousands at the start of a line": r"^\d+\.\d{3} ",
    "a decimal number at the start of a line": r"^\d+\.\d ",
    "a date at the start of a line": r"^\d+\.\d+\.\d{4}",
    "a number alone on a line": r"^\d\n",
    "a line justified to one word": r"^[a-z]+ \n[a-z]+ \n[a-z]+ \n",
    "a bullet": r"^[-•] ?\n?",
    "a form feed": "\f",
    "a note in brackets": r"^\[1\] ",
    "a note at the foot of a page": r"^1 Een",
    "a hyphen at a line end": r"[a-zA-Z]-\n[a-z]",
    "a hanging hyphen at a line end": r"[a-z]- \nen ",
    "a URL over two lines": r"https://\S+\n\S+[/.]\S+",
}


def labelled_pieces() -> list[tuple[str, str]]:
    return [
        (label or "", text.lstrip())
        for sample in ACCEPTED
        for (_, label), text in sample.pieces("sub_question", "answer_part").items()
    ]


@pytest.mark.parametrize("kind", KINDS.split())
def test_some_sample_shows_each_piece(kind: str) -> None:
    assert any(sample.pieces(kind) for sample in ACCEPTED)


@pytest.mark.parametrize("style", LABEL_STYLES)
def test_some_sample_shows_each_style_of_label(style: str) -> None:
    shown = [text for label, text in labelled_pieces() if label and re.match(LABEL_STYLES[style], text)]
    assert shown, f"no piece begins like {style}"


@pytest.mark.parametrize("feature", FEATURES)
def test_some_sample_shows_each_feature_of_a_dump(feature: str) -> None:
    assert any(re.search(FEATURES[feature], sample.text, re.M) for sample in ACCEPTED)


def test_some_sample_shows_each_alignment_and_each_status() -> None:
    alignments = {pair["alignment"] for sample in ACCEPTED for pair in sample.fields["pairs"]}
    assert alignments == {"label", "children", "combined", "parent", "whole", "none"}
    statuses = {sample.fields["question"]["status"] for sample in ACCEPTED}
    assert statuses == {"answered", "referred", "provisional", "unanswered"}


@pytest.mark.parametrize("kind", CITED.split())
def test_some_sample_shows_each_kind_of_reference(kind: str) -> None:
    assert any(row["kind"] == kind for sample in ACCEPTED for row in sample.fields["references"])


def test_some_sample_shows_each_way_to_read_a_file() -> None:
    """Encodings, line ends, several documents in one file, text on a single line, and what is no question."""
    contents = [source_path(source).read_bytes() for source in SOURCES]
    assert {decode(content).encoding for content in contents} == {"utf-8", "utf-8-sig", "cp1252"}
    assert any(b"\r\n" in content for content in contents)
    assert b"" in contents
    assert max(sample.position for sample in ALL) == 2
    assert any(sample.text.strip().count("\n") == 0 for sample in ACCEPTED)
    assert sum(one.is_rejected for one in ALL) == 2


def test_some_sample_shows_each_shape_of_a_title() -> None:
    titles = [text.strip() for sample in ACCEPTED for text in sample.pieces("title").values()]
    assert any("\n" in title for title in titles), "over two lines"
    assert any(" - " not in title and "  -  " not in title for title in titles), "without a dash"
    assert any(title.count(" - ") == 2 for title in titles), "with two dashes"


def test_some_samples_are_delivered_twice() -> None:
    """The same question unanswered and later answered, or provisional and later supplemented."""
    ids = [sample.fields["question"]["question_id"] for sample in ACCEPTED]
    replaced = [one for one in ACCEPTED if one.fields.get("document_status") == "superseded"]
    assert {one.fields["question"]["status"] for one in replaced} == {"unanswered", "provisional"}
    assert all(ids.count(one.fields["question"]["question_id"]) == 2 for one in replaced)


def test_some_samples_lie_at_the_borders_of_a_session() -> None:
    """Asked in September before the session opens, and in the extraordinary session after an election."""
    asked = {sample.fields["question"]["asked_on"]: sample.fields["question"]["session"] for sample in ACCEPTED}
    assert any(day[5:7] == "09" and session.endswith(day[:4]) for day, session in asked.items())
    assert any(session.startswith("BZ-") for session in asked.values())


def test_some_sample_changes_the_style_of_its_labels() -> None:
    """`2.` and `3)` in one answer: the count goes on."""
    for sample in ACCEPTED:
        numbers = [
            text.lstrip() for (_, label), text in sample.pieces("answer_part").items() if label and "." not in label
        ]
        if len({re.sub(r"\d+", "1", text[:2]) for text in numbers if re.match(r"\d[.)]", text)}) == 2:
            return
    pytest.fail("every sample keeps one style")


def test_some_sample_refers_in_one_part_and_is_answered_all_the_same() -> None:
    shown = [
        sample
        for sample in ACCEPTED
        for text in sample.pieces("answer_part").values()
        if re.search(r"verwijs ik naar het antwoord van minister", text)
    ]
    assert shown
    assert {sample.fields["question"]["status"] for sample in shown} == {"answered"}
