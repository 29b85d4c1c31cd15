"""Footnotes and citations of a document: one file per kind of reference (references.md)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from functools import partial

from records import Reference
from transform.references.case_law import find_case_law
from transform.references.citations import find_citations
from transform.references.cross_references import find_cross_references
from transform.references.defaults import CitationDefaults
from transform.references.footnotes import find_footnotes
from transform.references.parliamentary_documents import find_parliamentary_documents
from transform.references.searched import SearchedText
from transform.references.urls import find_urls
from transform.references.written_questions import find_written_questions
from transform.text.passages import Note, Passage

__all__ = ["CitationDefaults", "find_references"]

Find = Callable[[SearchedText], Iterator[tuple[int, int, Reference]]]
"""Finds the rows of one kind, each with its place in the text."""

# Rows that begin at the same character: the note before what it cites.
KIND_ORDER = ("footnote",)


def find_references(
    passages: Sequence[Passage],
    notes: Sequence[Note],
    labels: Collection[str],
    responder: str | None,
    asked_on: date | None,
    defaults: CitationDefaults,
) -> tuple[Reference, ...]:
    """Every footnote and every citation of a document, by where it begins (references.md).

    `passages`: title, preamble, sub-questions and parts of the answer, in reading order, without the notes.
    `notes`: the footnotes. `labels`: the labels of this document's sub-questions and answer parts in their one form.
    `responder`: the minister who answers. `asked_on`: when the question was asked.
    `defaults`: what goes without saying in the documents of its parliament.
    The offsets of a row are raw offsets of its own text, end exclusive.
    """
    rows = list(find_footnotes(notes))
    searched = SearchedText([one for one in (*passages, *(note.passage for note in notes)) if one.text.strip()])
    # The order is that of certainty. What one finder has taken the next does not see: an address may hold the word
    # `decreet`, and the number of a judgment is no label.
    finders: tuple[Find, ...] = (
        find_urls,
        *((defaults.own,) if defaults.own is not None else ()),
        partial(find_parliamentary_documents, defaults=defaults),
        partial(find_written_questions, responder=responder, defaults=defaults),
        find_case_law,
    )
    for find in finders:
        found = list(find(searched))
        rows += [one for _, _, one in found]
        searched.take((start, end) for start, end, _ in found)
    rows += find_cross_references(searched, labels)
    rows += find_citations(searched, asked_on, defaults)
    rows.sort(key=lambda one: (one.char_start, one.kind not in KIND_ORDER, one.char_end))
    return tuple(rows)
