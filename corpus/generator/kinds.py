"""The kinds of fault and habit that texts come with, each in a small share of the documents.

What a document has of them is drawn from random numbers of their own: a new kind changes the documents that have it,
and no other. A kind counts as a feature of a document where it could be had there.
"""

from __future__ import annotations

from random import Random

SHARES = {
    # headings
    "question heading shares lines": 0.02,
    "answer heading shares lines": 0.02,
    "heading in one line": 0.012,
    "heading in normal letters": 0.015,
    "minister after the member": 0.02,
    "answer heading repeats the question's": 0.012,
    # furniture
    "page numbers that count up": 0.03,
    "running heads": 0.025,
    "own number as running head": 0.015,
    # labels
    "words of labels": 0.03,
    "number with a dash": 0.02,
    "joined labels and letters": 0.035,
    "a dash for an answer": 0.02,
    "questions repeated with their letters": 0.08,
    "first label in mid-line": 0.022,
    "combined label in mid-line": 0.45,
    "wrapped cross-reference": 0.06,
    "gap in the numbers": 0.015,
    "number twice": 0.04,
    "abbreviation before a label": 0.03,
    "invisible characters before labels": 0.012,
    "items that ask nothing": 0.03,
    # notice and title
    "notice in brackets": 0.06,
    "notice behind an asterisk": 0.04,
    "minister before every name": 0.06,
    "bullets under the title": 0.012,
    # line ends
    "lost line ends": 0.02,
    "several blanks": 0.15,
    # characters
    "soft hyphens": 0.015,
    "zero-width characters": 0.012,
    "ligatures": 0.015,
    "other hyphens at line ends": 0.02,
    "decomposed letters": 0.015,
    # paragraphs
    "bullets after abbreviations": 0.1,
    "lines of one word": 0.012,
    "wrapped twice": 0.02,
    "one long line": 0.012,
}
"""In which share of the documents a kind is tried: where few can have it, in more."""


class Kinds:
    """What one document has of the kinds."""

    def __init__(self, seed: int, number: int) -> None:
        self.random = Random(f"kinds {seed}/{number}")
        self.tried = {kind for kind, share in SHARES.items() if self.random.random() < share}
        """The kinds to try."""
        self.features: set[str] = set()
        """The kinds that could be had."""

    def tries(self, kind: str) -> bool:
        """Whether a kind is to be tried."""
        assert kind in SHARES, kind
        return kind in self.tried

    def has(self, kind: str) -> bool:
        """Whether a kind is to be tried; it is a feature of the document then."""
        if self.tries(kind):
            self.features.add(kind)
            return True
        return False
