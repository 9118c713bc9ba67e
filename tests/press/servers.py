"""A real mail server on this machine that can be told how to behave."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


@dataclass
class Box:
    """What a server has taken, and how it answers; an answer of None is yes."""

    taken: list[tuple[str, bytes]] = field(default_factory=list)
    """To whom, and the message; only what came whole."""
    at_rcpt: Callable[[str], str | None] = lambda to: None
    at_data: Callable[[str], str | None] = lambda to: None
    logins: list[tuple[str, str]] = field(default_factory=list)

    @property
    def readers(self) -> list[str]:
        """Who was sent something, in order."""
        return [to for to, _ in self.taken]

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if answer := self.at_rcpt(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        (to,) = envelope.rcpt_tos
        answer = self.at_data(to)
        if answer is None or not answer.startswith(("4", "5")):
            self.taken.append((to, envelope.content))
        return answer or "250 taken"

    def login(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        """Let anybody in whose password is right."""
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=data.password == b"right", handled=False)


@contextmanager
def serving(box: Box, context: ssl.SSLContext | None = None) -> Iterator[int]:
    """The server's port while it runs; with `context` it asks for TLS and a password."""
    more: dict[str, Any] = {}
    if context is not None:
        more = {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": box.login}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port, **more)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


@dataclass
class Odd:
    """A server of few words, none of which needs to be SMTP: what it says to each verb, and what it took whole."""

    says: dict[str, bytes]
    """By verb, `hello` for the greeting, `.` for the end of a message; None of them: 250. `drop` hangs up, `cut` hangs
    up inside the message, `still` says nothing, `drip` sends a letter now and then, `lines` one more line for ever."""
    taken: int = 0
    dropped: threading.Event = field(default_factory=threading.Event)

    def answer(self, way: socket.socket, verb: str) -> bool:
        """Say what is to be said; whether the talk goes on."""
        said = self.says.get(verb, b"220 here" if verb == "hello" else b"354 go on" if verb == "data" else b"250 yes")
        if said in (b"drip", b"lines", b"still"):
            while said != b"still" and not self.dropped.wait(0.02 if said == b"drip" else 0):
                way.sendall(b"2" if said == b"drip" else b"250-more\r\n" * 50)
            self.dropped.wait(10)
            return False
        if said == b"drop":
            return False
        way.sendall(said + b"\r\n")
        return True

    def talk(self, way: socket.socket) -> None:
        """One conversation."""
        with way, way.makefile("rb") as heard:
            if not self.answer(way, "hello"):
                return
            while line := heard.readline():
                verb = line.split()[0].decode("latin-1").lower() if line.split() else ""
                if not self.answer(way, verb):
                    return
                if verb == "data" and self.says.get("data", b"354").startswith(b"354"):
                    if self.says.get(".") == b"cut":
                        heard.readline()
                        return
                    while heard.readline() not in (b".\r\n", b""):
                        pass
                    self.taken += 1
                    if not self.answer(way, "."):
                        return


@contextmanager
def talking(odd: Odd) -> Iterator[int]:
    """The odd server's port while it listens."""

    def listen() -> None:
        while True:
            try:
                way, _ = door.accept()
            except OSError:
                return
            try:
                odd.talk(way)
            except OSError:
                continue

    with socket.create_server(("127.0.0.1", 0)) as door:
        threading.Thread(target=listen, daemon=True).start()
        try:
            yield door.getsockname()[1]
        finally:
            odd.dropped.set()
            door.shutdown(socket.SHUT_RDWR)
