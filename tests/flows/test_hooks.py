"""Hooks: each kind against a receiver on this machine; one that fails is told, and the others hear all the same."""

from __future__ import annotations

import email
import email.policy
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.hooks import tell
from flows.settings.hooks import CommandHook, EmailHook, Event, Hook, WebHook
from flows.settings.kinds import MailAddress, Secret, WebAddress
from flows.settings.values import Smtp
from tests.flows.receivers import MailReceiver, WebReceiver, serving

NOTICE: dict[str, Any] = {
    "event": "refusal", "status": 4, "message": "The checks refused the release: 1 anomaly needs review.\n- rommel",
    "dataset": "data/dataset", "sources": ["data/raw"], "latest": None, "refused": "data/dataset/refused/r",
    "rejected": [{"source": "rommel.txt", "reason": "is empty"}], "host": "here", "time": "2026-11-28T03:30:00+00:00",
}  # fmt: skip


@pytest.fixture
def web() -> Iterator[WebReceiver]:
    with serving(WebReceiver()) as receiver:
        yield receiver


@pytest.fixture
def mail() -> Iterator[MailReceiver]:
    with serving(MailReceiver()) as receiver:
        yield receiver


def problems(*hooks: Hook, smtp: Smtp | None = None, **changed: object) -> list[str]:
    """What a person is told when these hooks are told."""
    said: list[str] = []
    tell(hooks, smtp or Smtp(), {**NOTICE, **changed}, said.append)
    return said


def command(program: str, *arguments: str, timeout: float = 30.0) -> CommandHook:
    return CommandHook(argv=(sys.executable, "-c", program, *arguments), timeout=timeout)


def test_a_command_reads_the_notice_on_its_standard_input(tmp_path: Path) -> None:
    """Its arguments are a list that no shell reads."""
    program = "import sys; open(sys.argv[1], 'w').write(sys.stdin.read())"
    assert problems(command(program, str(tmp_path / "it's $HOME"))) == []
    assert json.loads((tmp_path / "it's $HOME").read_text()) == NOTICE


def test_a_command_that_does_not_read_is_told_too() -> None:
    """A large notice, more than a pipe holds, and a program that ends at once."""
    many = [{"source": f"{number}.txt", "reason": "leeg" * 50} for number in range(1000)]
    assert problems(command("pass"), rejected=many) == []


@pytest.mark.parametrize(
    ("hook", "says"),
    [
        (command("import sys; sys.exit('no team')"), "it ended with 1: no team."),
        (command("import os; os.kill(os.getpid(), 9)"), "it ended with -9."),
        (command("input(); import time; time.sleep(600)", timeout=0.5), "it took longer than 0.5 s and was killed."),
        (CommandHook(argv=("/nowhere/tell",)), "The command /nowhere/tell was not told of the refusal: No such file"),
    ],
)
def test_a_command_that_fails_is_told(hook: CommandHook, says: str) -> None:
    (said,) = problems(hook)
    assert says in said
    assert "was not told of the refusal: " in said


def test_what_a_command_started_ends_with_it(tmp_path: Path) -> None:
    """A shell script that waits for something: its child would hold the night up."""
    hook = CommandHook(argv=("sh", "-c", 'sleep 600 & echo $! > "$0"; wait', str(tmp_path / "pid")), timeout=3)
    problems(hook)
    pid = int((tmp_path / "pid").read_text())
    state = Path(f"/proc/{pid}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


def test_a_webhook_receives_the_notice_as_json(web: WebReceiver) -> None:
    headers = {"X-Team": Secret("night")}
    hook = WebHook(url=WebAddress(f"{web.address}/hooks?team=1"), token=Secret("hunter2"), headers=headers)
    assert problems(hook) == []
    ((request, seen, body),) = web.received
    assert (request, body) == ("POST /hooks?team=1", NOTICE)
    assert (seen["Authorization"], seen["X-Team"], seen["Content-Type"]) == (
        "Bearer hunter2", "night", "application/json",
    )  # fmt: skip


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("location", ["file:///etc/passwd", "/elsewhere", "http://127.0.0.1:9/"])
def test_a_webhook_is_not_led_elsewhere(web: WebReceiver, status: int, location: str) -> None:
    web.status, web.location = status, location
    (said,) = problems(WebHook(url=WebAddress(f"{web.address}/hooks/hunter2")))
    assert said.startswith(f"The webhook {web.address}/*** was not told of the refusal: it answered {status}")
    assert len(web.received) == 1


def test_a_webhook_that_answers_with_an_error_is_told(web: WebReceiver) -> None:
    web.status = 500
    (said,) = problems(WebHook(url=WebAddress(web.address)))
    assert said == f"The webhook {web.address} was not told of the refusal: it answered 500 Internal Server Error."


def test_a_webhook_that_does_not_answer_is_told(web: WebReceiver) -> None:
    web.hangs.set()
    (said,) = problems(WebHook(url=WebAddress(web.address), timeout=0.3))
    assert said.endswith("was not told of the refusal: timed out.")


def test_a_webhook_where_nobody_listens_is_told() -> None:
    (said,) = problems(WebHook(url=WebAddress("http://127.0.0.1:9/")))
    assert said == "The webhook http://127.0.0.1:9 was not told of the refusal: Connection refused."


def test_a_mail_says_it_to_a_person(mail: MailReceiver) -> None:
    smtp = Smtp(host="127.0.0.1", port=mail.port, sender=MailAddress("vraagbaak@example.org"))
    to = (MailAddress("night@example.org"), MailAddress("day@example.org"))
    assert problems(EmailHook(to=to), smtp=smtp) == []
    message = email.message_from_string(mail.messages[0], policy=email.policy.default)
    assert (message["Subject"], message["From"]) == ("vraagbaak: refusal on here", "vraagbaak@example.org")
    assert message["To"] == "night@example.org, day@example.org"
    body = message.get_content()
    assert body.startswith(NOTICE["message"])
    assert "refused: data/dataset/refused/r" in body
    assert "- rommel.txt: is empty" in body
    assert sum(command.startswith("rcpt TO:") for command in mail.commands) == 2


def test_a_mail_server_may_ask_who_it_is(mail: MailReceiver) -> None:
    smtp = Smtp(host="127.0.0.1", port=mail.port, user="ann", password=Secret("hunter2"))
    assert problems(EmailHook(to=(MailAddress("night@example.org"),)), smtp=smtp) == []
    assert any(command.startswith("AUTH PLAIN") for command in mail.commands)


def test_a_mail_that_is_refused_is_told(mail: MailReceiver) -> None:
    mail.refuses = True
    smtp = Smtp(host="127.0.0.1", port=mail.port)
    (said,) = problems(EmailHook(to=(MailAddress("nobody@example.org"),)), smtp=smtp)
    assert said.startswith("The mail to nobody@example.org was not told of the refusal: ")
    assert "nobody of that name" in said


def test_a_mail_server_that_does_not_speak_tls_gets_no_password(mail: MailReceiver) -> None:
    smtp = Smtp(host="127.0.0.1", port=mail.port, security="starttls", user="ann", password=Secret("hunter2"))
    (said,) = problems(EmailHook(to=(MailAddress("night@example.org"),)), smtp=smtp)
    assert "was not told of the refusal: " in said
    assert not any(command.startswith("AUTH") for command in mail.commands)


def test_each_hook_hears_its_own_events(web: WebReceiver) -> None:
    hooks = [WebHook(url=WebAddress(f"{web.address}/{event}"), on=(event,)) for event in Event]
    for event in Event:
        assert problems(*hooks, event=event.value) == []
    assert [(request, body["event"]) for request, _, body in web.received] == [
        (f"POST /{event}", event.value) for event in Event
    ]


def test_after_one_that_fails_the_others_hear_all_the_same(web: WebReceiver) -> None:
    broken = CommandHook(argv=("bad\0name",))
    assert len(problems(broken, WebHook(url=WebAddress(web.address)))) == 1
    assert len(web.received) == 1


def test_a_command_inherits_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEAM", "night")
    program = "import os, sys; open(sys.argv[1], 'w').write(os.environ['TEAM'])"
    problems(command(program, str(tmp_path / "team")))
    assert (tmp_path / "team").read_text() == "night"
