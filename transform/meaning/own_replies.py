"""What kind of reply each sub-question got (`pairs.reply`): the status of a question, asked of one pair.

One part of a substantive answer may hand over to another minister, or promise figures: the question is then `answered`
(anatomy.md, Status of a question), and this sub-question of it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from records import QuestionStatus
from transform.meaning import replies
from transform.meaning.status import Reply

Texts = tuple[str, ...]


def own_replies(answers: Sequence[Texts], status: str, judge: Callable[[Texts], Reply]) -> list[str]:
    """The kind of reply of each pair.

    Comes in: for each pair the texts of the parts that answer it (none where nothing does), the status of the whole
    question, and what judges the parts of an answer. Goes out: for each pair one of `QuestionStatus`.
    """
    judged: dict[Texts, str] = {}
    for texts in answers:
        if texts not in judged:
            judged[texts] = _own_reply(texts, status, judge)
    return [judged[texts] for texts in answers]


def _own_reply(texts: Texts, status: str, judge: Callable[[Texts], Reply]) -> str:
    if status == QuestionStatus.UNANSWERED or not any(any(map(str.isalnum, text)) for text in texts):
        return QuestionStatus.UNANSWERED
    own: str = QuestionStatus.ANSWERED
    if _may_hand_over(texts):
        own = judge(texts).status
    # Where nothing in the whole answer has substance, a part such as "Idem." or "Zie vraag 1." has none either.
    return status if own == QuestionStatus.ANSWERED else own


def _may_hand_over(texts: Texts) -> bool:
    """Whether a stem is there that every referral or promise has: nearly no answer has one, and the others need not be
    judged."""
    small = "\n".join(texts).lower()
    return any(stem in small for stem in (*replies.REFERRING_STEMS, *replies.PROMISING_STEMS))
