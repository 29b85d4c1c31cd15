"""A file's text is cut into its documents, and nothing is lost between them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.splitting import parts, split


def test_each_document_runs_to_the_next_start() -> None:
    assert split("eerste\ntweede\n", [0, 7]) == ["eerste\n", "tweede\n"]


def test_what_stands_before_the_second_start_belongs_to_the_first() -> None:
    assert split("\n\n vraag", [0]) == ["\n\n vraag"]


def test_an_empty_file_is_one_empty_document() -> None:
    assert split("", [0]) == [""]


@pytest.mark.parametrize("starts", [[], [1], [0, 0], [0, 3, 2], [0, 5], [0, 9], [-1, 2]])
def test_starts_that_would_lose_or_repeat_text_are_refused(starts: list[int]) -> None:
    with pytest.raises(ValueError, match="document"):
        split("vraag", starts)


@given(st.data(), st.text(min_size=1))
def test_every_character_is_in_exactly_one_document(data: st.DataObject, text: str) -> None:
    later = data.draw(st.sets(st.integers(1, len(text) - 1))) if len(text) > 1 else set()
    parts = split(text, [0, *sorted(later)])
    assert "".join(parts) == text
    assert len(parts) == len(later) + 1
    assert all(parts), "no document is empty"


def at_headings(text: str) -> list[int]:
    return sorted({0, *(found.start() for found in re.finditer("VRAAG", text))})


@given(st.lists(st.text("VRAG x\n", max_size=30)), st.integers(1, 9))
def test_a_text_that_is_split_as_it_is_read_has_the_same_documents(bodies: list[str], size: int) -> None:
    """The margin is longer than a heading, so that no window ends in one that counts."""
    text = "".join(f"VRAAG {body}" for body in bodies)
    chunks = [text[at : at + size] for at in range(0, len(text), size)]
    found = parts(chunks, at_headings, longest=1000, window=40, margin=6)
    assert [part.text for part in found] == split(text, at_headings(text))


def test_a_document_over_the_limit_costs_itself_only() -> None:
    chunks = ["VRAAG 1\n", *["lang\n"] * 100, "VRAAG 2\n", "VRAAG 3\n", *["x\n"] * 40]
    found = list(parts(chunks, at_headings, longest=99, window=40, margin=6))
    assert [(part.text[:7], part.is_over_limit) for part in found] == [
        ("", True),
        ("VRAAG 2", False),
        ("VRAAG 3", False),
    ]


def test_no_more_than_a_window_waits() -> None:
    longest = 0

    def watched(text: str) -> list[int]:
        nonlocal longest
        longest = max(longest, len(text))
        return at_headings(text)

    found = parts((f"VRAAG {n}\n" for n in range(1000)), watched, longest=100, window=50, margin=6)
    assert sum(1 for _ in found) == 1000
    assert longest < 100
