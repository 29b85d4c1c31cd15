"""Which document speaks for a question that came in more than one document (tables.md, last paragraph).

An answered or referred copy is worth more than a provisional one, and that more than an unanswered one. Among
copies of one worth the later delivery wins (`load.deliveries`); a document that was delivered more than once counts
as its latest delivery. Between copies that no place of this run delivers anew, the word of the parent release stands:
parsing the stored documents again supersedes nobody else. Within a run the outcome hangs on the set of copies alone,
in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from load.deliveries import Order
from records import QuestionStatus

WORTH: Mapping[str, int] = {
    QuestionStatus.UNANSWERED: 0,
    QuestionStatus.PROVISIONAL: 1,
    QuestionStatus.REFERRED: 2,
    QuestionStatus.ANSWERED: 2,
}
"""What a copy of a question is worth by its status."""

NOWHERE: Order = ("", -1, "", -1)
"""The order of a document that no delivery holds any more: a copy that is still delivered is later."""


class Copy(NamedTuple):
    """A document that holds a question; of two copies of one question the greater one wins."""

    question_id: str
    worth: int
    is_delivered_now: bool
    """Whether a place where it did not lie before holds it in this run."""
    stood: bool
    """Whether the parent release had not superseded it."""
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
