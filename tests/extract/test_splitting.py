"""A file's text is cut into its documents, and nothing is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.splitting import split


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
