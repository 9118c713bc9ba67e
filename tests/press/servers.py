"""A real mail server on this machine that can be told how to behave."""

from __future__ import annotations

import socket
import ssl
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
