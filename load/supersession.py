"""Which document is current for a question that several documents hold (tables.md, last paragraph).

An answered or referred copy precedes a provisional one, and that an unanswered one; a copy that is cut short never
replaces the whole. Among copies of equal precedence
the later delivery wins (`load.deliveries`); a document that was delivered more than once counts by its latest delivery.
Between copies that no location of this run delivers anew, the decision of the parent release stands: parsing the
stored documents again supersedes nothing else. Within a run the outcome depends on the set of copies alone, not on
their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from load.deliveries import DeliveryOrder
from records import QuestionStatus

PRECEDENCE: Mapping[str, int] = {
    QuestionStatus.UNANSWERED: 0,
    QuestionStatus.PROVISIONAL: 1,
    QuestionStatus.REFERRED: 2,
    QuestionStatus.ANSWERED: 2,
}
"""The precedence of a copy of a question by its status; the highest wins."""

NOT_DELIVERED: DeliveryOrder = ("", -1, "", -1)
"""The order of a document that has no delivery any more: a copy that still has one is later."""


class Copy(NamedTuple):
    """A document that holds a question; of two copies of one question the greater one wins."""

    question_id: str
    precedence: int
    is_whole: bool
    """Whether its text is more than the beginning of the current copy's, which a file that was read while it was being
    copied would be."""
    is_delivered_now: bool
    """Whether this run delivers it at a location where it did not lie before."""
    was_current: bool
    """Whether the parent release had not superseded it."""
    delivered: DeliveryOrder
    document_id: str


def winners(copies: Iterable[Copy]) -> dict[str, Copy]:
    """The current copy of each question, by question_id."""
    current: dict[str, Copy] = {}
    for copy in copies:
        current[copy.question_id] = max(current.get(copy.question_id, copy), copy)
    return current


def superseded(copies: Iterable[Copy]) -> frozenset[str]:
    """The document_ids of all copies but the winner of each question."""
    every = list(copies)
    current = winners(every)
    return frozenset(copy.document_id for copy in every if copy.document_id != current[copy.question_id].document_id)
