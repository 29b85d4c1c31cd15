"""What kind of reply each sub-question got, whatever the status of its question."""

from __future__ import annotations

import pytest

from records import QuestionStatus
from tests.transform.documents import document, parse
from transform.meaning.own_replies import own_replies
from transform.meaning.status import Reply

BODY = "1. Hoeveel visladders zijn er?\n2. Wie veegt ze?\n3. Wanneer komt er een nieuwe?"
REFERS = "Deze vraag valt niet onder mijn bevoegdheid, maar onder die van mevrouw Leen Aerts, minister van Wonen."
PROMISES = "De cijfers werden opgevraagd en zullen u later worden bezorgd."


@pytest.mark.parametrize(
    ("answer", "status", "kinds"),
    [
        pytest.param("1. Acht.\n2. De dienst.\n3. In 2025.", "answered", "answered answered answered", id="all of it"),
        pytest.param(
            f"1. Er zijn er acht.\n2. {REFERS}\n3. In 2025.",
            "answered",
            "answered referred answered",
            id="one part hands over",
        ),
        pytest.param(
            f"1. Er zijn er acht.\n2. {PROMISES}\n3. In 2025.",
            "answered",
            "answered provisional answered",
            id="one part promises",
        ),
        pytest.param(
            "1. Er zijn er acht.\n2. De dienst veegt ze.",
            "answered",
            "answered answered unanswered",
            id="one is missing",
        ),
        pytest.param(
            f"1. {REFERS}\n2. Idem.\n3. Zie het antwoord op vraag 1.",
            "referred",
            "referred referred referred",
            id="nothing in it has substance",
        ),
        pytest.param(REFERS, "referred", "referred referred referred", id="one text for all"),
        pytest.param(
            f"1. Er zijn er acht.\n2-3. {PROMISES}", "answered", "answered provisional provisional", id="two together"
        ),
        pytest.param("1. Er zijn er acht.\n2. -\n3. Ja.", "answered", "answered unanswered answered", id="a dash"),
        pytest.param(None, "unanswered", "unanswered unanswered unanswered", id="no answer"),
    ],
)
def test_a_sub_question_has_a_reply_of_its_own(answer: str | None, status: str, kinds: str) -> None:
    parsed = parse(document(BODY, answer))
    assert parsed.question is not None
    assert parsed.question.status == status
    assert [pair.reply for pair in parsed.pairs] == kinds.split()


def test_a_text_is_judged_once_for_all_that_it_answers() -> None:
    judged: list[tuple[str, ...]] = []

    def judge(texts: tuple[str, ...]) -> Reply:
        judged.append(texts)
        return Reply(QuestionStatus.REFERRED)

    assert own_replies([(REFERS,)] * 3, "answered", judge) == ["referred"] * 3
    assert judged == [(REFERS,)]
