"""Footnotes as rows, and citations inside them (references.md, Rows and Columns)."""

from __future__ import annotations

from tests.transform.references.citing import found_in, note, passage
from transform.text.passages import Note, Passage


def test_a_footnote_is_a_row_where_its_marker_stands() -> None:
    (row,) = found_in([], [note("1", "Een noot.", 100, "answer", "8,9")], [])
    assert (row.kind, row.marker, row.text) == ("footnote", "1", "Een noot.")
    assert (row.section, row.section_label, row.footnote_marker) == ("answer", "8,9", None)


def test_the_offsets_are_those_of_its_text_without_the_marker() -> None:
    (row,) = found_in([], [note("12", "Een noot.", 100)], [])
    assert (row.char_start, row.char_end) == (103, 112)


def test_a_citation_inside_a_footnote_stands_in_the_footnote() -> None:
    rows = found_in([], [note("2", "Zie www.example.org en het Bosdecreet.", 50, "preamble")], [])
    assert [(one.kind, one.section, one.section_label, one.footnote_marker) for one in rows] == [
        ("footnote", "preamble", None, None),
        ("url", "footnote", None, "2"),
        ("legislation", "footnote", None, "2"),
    ]


def test_the_footnote_comes_before_a_citation_that_begins_with_it() -> None:
    rows = found_in([], [note("1", "https://example.org", 0)], [])
    assert [one.kind for one in rows] == ["footnote", "url"]


def test_a_footnote_without_a_place_stands_in_itself() -> None:
    (row,) = found_in([], [note("1", "Een noot.", 0, None)], [])
    assert (row.section, row.section_label) == ("footnote", None)


def test_an_empty_footnote_has_the_offsets_of_its_marker() -> None:
    empty = Note("1", Passage("footnote", None, "1", "", []), "preamble", None, 40, 43)
    (row,) = found_in([], [empty], [])
    assert (row.text, row.char_start, row.char_end) == ("", 40, 43)


def test_rows_come_in_the_order_of_the_document() -> None:
    text = "Zie vraag 1 en het Bosdecreet."
    behind = "Zie www.example.org."
    rows = found_in([passage(text), passage(behind, "answer", "1", 60)], [note("1", "Het Mestdecreet.", 40)], ["1"])
    assert [one.kind for one in rows] == ["cross_reference", "legislation", "footnote", "legislation", "url"]
    assert [one.char_start for one in rows] == sorted(one.char_start for one in rows)


def test_white_space_inside_a_citation_is_one_space_in_its_text() -> None:
    text = "het decreet  van 3\u00a0mei 2019"
    (row,) = found_in([passage(text)], [], [])
    assert row.text == "decreet van 3 mei 2019"
    assert text[row.char_start : row.char_end] == "decreet  van 3\u00a0mei 2019"


def test_offsets_follow_a_passage_with_gaps() -> None:
    # "artikel 5 van het" and "Bosdecreet" stand on two pages: forty characters of furniture between them.
    words = "artikel 5 van het Bosdecreet"
    offsets = [*range(10, 27), 27, *range(68, 78)]
    (row,) = found_in([Passage("answer", "1", None, words, offsets)], [], [])
    assert (row.text, row.char_start, row.char_end) == (words, 10, 78)
