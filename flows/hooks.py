"""Tell people and programs of a run: commands, webhooks and e-mails, as `flows.settings.hooks` declares them.

A hook that fails is told, and changes nothing about the run.
"""

from __future__ import annotations

import json
import os
import signal
import smtplib
import socket
import ssl
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from email.message import EmailMessage
from typing import IO, Any

from flows.settings.hooks import CommandHook, EmailHook, Hook, WebHook
from flows.settings.values import Smtp

Notice = Mapping[str, Any]
"""What is told, as JSON has it: `event`, `message` and more (docs/operations.md, *Who is told*)."""


def tell(hooks: Sequence[Hook], smtp: Smtp, notice: Notice, say: Callable[[str], None]) -> None:
    """Deliver a notice to every hook that listens to its event. `say` is told of each that fails, in one sentence."""
    for hook in hooks:
        if notice["event"] not in hook.on:
            continue
        try:
            deliver(hook, smtp, notice)
        except Exception as error:  # noqa: BLE001 - whatever a hook does, the run has ended as it has
            say(f"{_named(hook)} was not told of the {notice['event']}: {_why(error)}.")


def deliver(hook: Hook, smtp: Smtp, notice: Notice) -> None:
    """Deliver a notice to one hook. Raises OSError, http.client.HTTPException or subprocess.SubprocessError where its
    receiver is at fault."""
    if isinstance(hook, CommandHook):
        _start(hook, notice)
    elif isinstance(hook, WebHook):
        _post(hook, notice)
    else:
        _mail(hook, smtp, notice)


def _start(hook: CommandHook, notice: Notice) -> None:
    """The command has a process group of its own, so that what it started ends with it when its time is up."""
    process = subprocess.Popen(  # noqa: S603 - the operator names the command; no shell reads it
        hook.argv,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with process:
        try:
            _, errors = process.communicate(json.dumps(notice).encode(), hook.timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise TimeoutError(f"it took longer than {hook.timeout:g} s and was killed") from None
    if process.returncode:
        ended = f"it ended with {process.returncode}"
        said = errors.decode("utf-8", "replace").strip().splitlines()
        raise subprocess.SubprocessError(f"{ended}: {said[-1][:200]}" if said else ended)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """What was sent to one address is for that address alone."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> None:
        return None


def _post(hook: WebHook, notice: Notice) -> None:
    headers = {"Content-Type": "application/json", "User-Agent": "vraagbaak", **hook.headers}
    if hook.token is not None:
        headers["Authorization"] = f"Bearer {hook.token}"
    # `WebAddress` lets only http and https through.
    request = urllib.request.Request(hook.url, json.dumps(notice).encode(), headers, method="POST")  # noqa: S310
    try:
        with urllib.request.build_opener(_NoRedirects).open(request, timeout=hook.timeout):
            pass  # any answer but an error will do, and nobody reads it
    except urllib.error.HTTPError as error:
        with error:
            raise ConnectionError(f"it answered {error.code} {error.reason}") from None


def _mail(hook: EmailHook, smtp: Smtp, notice: Notice) -> None:
    message = EmailMessage()
    message["Subject"] = f"vraagbaak: {notice['event']} on {notice['host']}"
    message["From"] = smtp.sender or f"vraagbaak@{socket.getfqdn()}"
    message["To"] = ", ".join(hook.to)
    message.set_content(as_text(notice))
    kind = smtplib.SMTP_SSL if smtp.security == "tls" else smtplib.SMTP
    with kind(smtp.host, smtp.port, timeout=smtp.timeout) as server:
        if smtp.security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if smtp.user is not None:
            server.login(smtp.user, smtp.password or "")
        server.send_message(message)


def as_text(notice: Notice) -> str:
    """A notice for a person."""
    return "\n".join(_lines(notice)) + "\n"


def _lines(notice: Notice) -> Iterator[str]:
    yield notice["message"]
    yield ""
    for name in ("dataset", "sources", "latest", "refused", "status", "host", "time"):
        value = notice.get(name)
        if value is not None:
            yield f"{name}: {', '.join(value) if isinstance(value, list) else value}"
    if notice.get("rejected"):
        yield ""
        yield "Rejected documents:"
        yield from (f"- {one['source']}: {one['reason']}" for one in notice["rejected"])


def _named(hook: Hook) -> str:
    if isinstance(hook, CommandHook):
        return f"The command {hook.argv[0]}"
    return f"The webhook {hook.url.shown}" if isinstance(hook, WebHook) else f"The mail to {', '.join(hook.to)}"


def _why(error: Exception) -> str:
    if isinstance(error, urllib.error.URLError) and isinstance(error.reason, OSError):
        error = error.reason
    text = (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
    return " ".join(str(text).split()).rstrip(".")
