"""Which document speaks for a question that came in more than one document (tables.md, last paragraph).

An answered or referred copy is worth more than a provisional one, and that more than an unanswered one. Among
copies of one worth the later delivery wins; a document that was delivered more than once counts as its latest
delivery. The outcome hangs on nothing but the set of copies, in whatever order and in how many runs they came.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from load.deliveries import Order

WORTH = {"unanswered": 0, "provisional": 1, "referred": 2, "answered": 2}
"""What a copy of a question is worth by its status."""

NOWHERE: Order = (-1, "", -1)
"""The order of a document that no delivery holds any more: a copy that is still delivered is later."""


class Copy(NamedTuple):
    """A document that holds a question; of two copies of one question the greater one wins."""

    question_id: str
    worth: int
    delivered: Order
    document_id: str


def superseded(copies: Iterable[Copy]) -> frozenset[str]:
    """The document_ids of all copies that another copy of the same question stands before."""
    winners: dict[str, Copy] = {}
    losers: set[str] = set()
    for copy in copies:
        standing = winners.setdefault(copy.question_id, copy)
        if standing.document_id != copy.document_id:
            winners[copy.question_id] = max(standing, copy)
            losers.add(min(standing, copy).document_id)
    return frozenset(losers)
