"""Any split of deliveries into nights makes the tables that one build makes (tables.md, last paragraph)."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from load.publication import publish
from load.staging import Incoming
from load.state import read_state
from load.verify import verify
from tests.load.made import document, published, rejected, tables

ANSWERS = {
    "unanswered": (),
    "provisional": ("Later.",),
    "referred": ("Zie de andere.",),
    "answered": ("Tien.",),
}
"""The answer of a copy by its status."""


@st.composite
def deliveries(draw: st.DrawFn) -> list[Incoming]:
    """Documents in the order of their delivery, each a little later than the one before: copies of some questions in
    two sessions, the same text at another location, and texts that are no question."""
    incoming: list[Incoming] = []
    for modified in range(1, draw(st.integers(2, 9)) + 1):
        source, what = f"{draw(st.sampled_from('abc'))}{modified}.txt", draw(st.integers(0, 9))
        if what == 0:
            incoming.append(rejected(f"rommel {draw(st.integers(1, 2))}", source=source, modified=modified))
        elif what == 1 and incoming:
            raw, parsed = draw(st.sampled_from(incoming))
            fingerprint = f"{len(raw.raw_text)}-{modified}"
            incoming.append((replace(raw, source=source, fingerprint=fingerprint), parsed))
        else:
            status, number = draw(st.sampled_from(sorted(ANSWERS))), draw(st.integers(1, 3))
            incoming.append(
                document(
                    number,
                    subject=draw(st.sampled_from(("Paden", "Bomen"))),
                    questions=("Hoe?",),
                    answers=ANSWERS[status],
                    status=status,
                    session="2020-2021" if number == 3 else "2019-2020",
                    source=source,
                    modified=modified,
                )
            )
    return incoming


def publish_nights(dataset: Path, nights: Sequence[Sequence[Incoming]]) -> None:
    """One publication a night; what the dataset has already comes as known, as in a build."""
    for number, night in enumerate(nights):
        state = read_state(dataset)
        parsed_again = state.superseded_ids
        incoming = [
            (raw, None if raw.document_id in state.document_ids - parsed_again else parsed) for raw, parsed in night
        ]
        publish(dataset, state, incoming, parser_version="1.0.0", release_id=f"r{number:02}", inputs=["dump"])


@pytest.mark.slow
@given(data=st.data(), incoming=deliveries())
@settings(max_examples=40)
def test_any_split_into_nights_makes_the_tables_of_one_build(data: st.DataObject, incoming: list[Incoming]) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(1, len(incoming) - 1)), label="cuts"))
    nights = [incoming[start:stop] for start, stop in pairwise([0, *cuts, len(incoming)])]
    shuffled = [data.draw(st.permutations(night), label="order within a night") for night in nights]
    with tempfile.TemporaryDirectory() as folder:
        once, many = Path(folder) / "once", Path(folder) / "many"
        published(once, data.draw(st.permutations(incoming), label="order in one build"))
        publish_nights(many, shuffled)
        assert tables(many) == tables(once)
        assert verify(many) == []


@pytest.mark.slow
@given(incoming=deliveries())
@settings(max_examples=15)
def test_a_rebuild_makes_the_same_tables_and_twice_the_same_files(incoming: list[Incoming]) -> None:
    parses = {raw.document_id: parsed for raw, parsed in incoming}
    with tempfile.TemporaryDirectory() as folder:
        dataset = Path(folder)
        publish_nights(dataset, [[one] for one in incoming])
        before = tables(dataset)
        names = []
        for number in (1, 2):
            state = read_state(dataset)
            again = [(raw, parses[raw.document_id]) for raw in state.stored_documents()]
            publication = publish(
                dataset,
                state,
                again,
                parser_version="1.0.0",
                release_id=f"s{number}",
                inputs=["dump"],
                carry_over=False,
            )
            assert publication is not None
            names.append(sorted(file.name for file in publication.path.rglob("*.parquet")))
            assert tables(dataset) == before
        assert names[0] == names[1], "the names of files are those of their contents"
