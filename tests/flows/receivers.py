"""Receivers of hooks on this machine: a web server and a mail server that keep what they were sent."""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, TypeVar

R = TypeVar("R", bound=socketserver.TCPServer)


class WebReceiver(HTTPServer):
    """Answers every POST with `status` (and `location`), and keeps what it was sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _WebHandler)
        self.status = 200
        self.location: str | None = None
        self.received: list[tuple[str, dict[str, str], Any]] = []
        """Method and path, headers, and the body as JSON."""
        self.hangs = threading.Event()
        """While set, nothing is answered."""
        self.may_end = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _WebHandler(BaseHTTPRequestHandler):
    server: WebReceiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._keep(json.loads(body))

    def do_GET(self) -> None:
        self._keep(None)

    def _keep(self, body: object) -> None:
        self.server.received.append((f"{self.command} {self.path}", dict(self.headers), body))
        if self.server.hangs.is_set():
            self.server.may_end.wait()
            return
        self.send_response(self.server.status)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


class MailReceiver(socketserver.ThreadingTCPServer):
    """Speaks as much SMTP as `smtplib` needs; refuses recipients where `refuses` is set."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _MailHandler)
        self.refuses = False
        self.commands: list[str] = []
        self.messages: list[str] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _MailHandler(socketserver.StreamRequestHandler):
    server: MailReceiver

    def handle(self) -> None:
        self._say("220 ready")
        while line := self.rfile.readline().decode().rstrip("\r\n"):
            self.server.commands.append(line)
            verb = line.partition(" ")[0].upper()
            if verb == "EHLO":
                self._say("250-here\r\n250 AUTH PLAIN")
            elif verb == "AUTH":
                self._say("235 welcome")
            elif verb == "RCPT" and self.server.refuses:
                self._say("550 nobody of that name")
            elif verb == "DATA":
                self._say("354 go on")
                self.server.messages.append(self._message())
                self._say("250 taken")
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 well")

    def _message(self) -> str:
        lines = []
        while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
            lines.append(line)
        return "\n".join(lines)

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def serving(receiver: R) -> Iterator[R]:
    """The receiver, listening for the length of the block."""
    thread = threading.Thread(target=receiver.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        if isinstance(receiver, WebReceiver):
            receiver.may_end.set()
        receiver.shutdown()
        receiver.server_close()
        thread.join()
