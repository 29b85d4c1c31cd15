"""The annotated citations: well formed, of every kind, and found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.citations.entries import Entry, Row, read_entries
from corpus.citations.scoring import Found, rows_of, score
from corpus.scoring.figures import CITATIONS, committed
from corpus.scoring.measuring import citation_figures

ENTRIES = read_entries()
KINDS = {
    "legislation", "eu_legislation", "parliamentary_document", "written_question", "case_law", "url", "cross_reference",
    "footnote",
}  # fmt: skip
BOSDECREET = Row(
    "legislation",
    "artikel 3 van het Bosdecreet",
    (("act_date", "1990-06-13"), ("act_title", "Bosdecreet"), ("act_type", "decreet"), ("article", "3")),
)


def test_there_are_enough_of_every_kind() -> None:
    counts = Counter(row.kind for entry in ENTRIES for row in entry.rows)
    assert counts.keys() == KINDS
    assert counts.total() >= 300
    assert min(counts.values()) >= 10
    assert sum(not entry.rows for entry in ENTRIES) >= 25, "text that only looks like a citation"


def test_every_row_stands_in_its_entry() -> None:
    for entry in ENTRIES:
        words = " ".join(" ".join([*entry.paragraphs, *entry.notes]).split())
        assert [row for row in entry.rows if row.text not in words] == [], entry.guards


def test_an_entry_has_a_name_of_its_own() -> None:
    assert [name for name, count in Counter(entry.guards for entry in ENTRIES).items() if count > 1] == []


@pytest.fixture(scope="module")
def found() -> Found:
    """What the parser finds in all entries."""
    return score(ENTRIES)


@pytest.mark.slow
def test_the_figures_are_as_good_as_promised(found: Found) -> None:
    """Recall and precision of at least 0.98 for every kind."""
    assert {kind for kind in KINDS if found.recall(kind) < 0.98 or found.precision(kind) < 0.98} == set()


@pytest.mark.slow
def test_the_committed_figures_are_those_of_the_parser(found: Found) -> None:
    assert committed()[CITATIONS] == citation_figures(found)


@pytest.mark.parametrize("section", ["preamble", "question", "answer"])
def test_an_entry_is_read_where_it_stands(section: str) -> None:
    assert rows_of(Entry("x", section, ["Dat staat in artikel 3 van het Bosdecreet."])) == [BOSDECREET]


def test_a_note_is_read_with_its_citation() -> None:
    entry = Entry("x", "answer", ["Dat is zo.[1]"], ["1 Artikel 3 van het Bosdecreet."])
    note, citation = rows_of(entry)
    assert note == Row("footnote", "Artikel 3 van het Bosdecreet.", (("marker", "1"),))
    assert citation.columns == (*BOSDECREET.columns, ("in", "1"))


def test_a_row_with_another_column_is_missing_and_unwanted() -> None:
    wrong = Row("legislation", BOSDECREET.text, BOSDECREET.columns[:-1])
    found = score([Entry("x", "preamble", ["Dat staat in artikel 3 van het Bosdecreet."], [], [wrong])])
    assert (found.hits["legislation"], found.recall("legislation"), found.precision("legislation")) == (0, 0.0, 0.0)
    assert found.misses == {"x": [f"missing {wrong}", f"unwanted {BOSDECREET}"]}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("Dat is zo.", "line 1: no entry has begun", id="text before an entry"),
        pytest.param("# x\n@ title\nDat is zo.", "line 2: 'title' is none of preamble", id="an unknown place"),
        pytest.param("# x\nDat is zo.\n> url | x | adres=x", "line 3: 'adres=x' is no column", id="an unknown column"),
    ],
)
def test_what_is_not_well_formed_is_told(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "set.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read_entries(path)
