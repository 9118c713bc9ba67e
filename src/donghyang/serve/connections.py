"""Connections that others hold open: who sends no whole request, or takes no answer, is let go, and nobody has many.

uvicorn waits for ever for the end of a request, and keeps as many connections as there are; the system gives a program
a thousand files, and a thousand half requests would shut everybody else out.
"""

from __future__ import annotations

import asyncio
import os
import socket
import struct

from uvicorn.protocols.http.h11_impl import H11Protocol

from donghyang.serve.guards import refusal

MOST, MOST_OF_ONE = 400, 100
"""Connections at a time: of all, and of one address."""
REQUEST, ANSWER = 20.0, 60.0
"""Seconds for a whole request from the first letter, or from the answer before it on; for an answer to be taken."""


class Patient(H11Protocol):
    """One connection, whose patience ends."""

    _late: asyncio.TimerHandle | None = None
    _full: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A connection is there; it is refused where there are too many."""
        super().connection_made(transport)
        if self._is_one_too_many():
            transport.write(_REFUSED)
            transport.close()
        else:
            self._wait_for_a_request()

    def data_received(self, data: bytes) -> None:
        """Some of a request is there."""
        super().data_received(data)
        self._wait_for_a_request()

    def on_response_complete(self) -> None:
        """An answer is given."""
        super().on_response_complete()
        self._wait_for_a_request()

    def pause_writing(self) -> None:
        """More is to be sent than is taken."""
        super().pause_writing()
        self._full = self._full or self.loop.call_later(ANSWER, self._hang_up)

    def resume_writing(self) -> None:
        """What was to be sent is taken."""
        super().resume_writing()
        _stop(self._full)
        self._full = None

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        _stop(self._late)
        _stop(self._full)
        super().connection_lost(exc)

    def _wait_for_a_request(self) -> None:
        """The time for a request runs while none is answered, whatever comes of it meanwhile."""
        is_answering = self.cycle is not None and not self.cycle.response_complete
        if is_answering or self.transport.is_closing():
            _stop(self._late)
            self._late = None
        elif self._late is None:
            self._late = self.loop.call_later(REQUEST, self.transport.abort)

    def _hang_up(self) -> None:
        """End the connection with all that was to be sent: the system would keep it for an end that takes nothing."""
        way = self.transport.get_extra_info("socket")
        way.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("HH" if os.name == "nt" else "ii", 1, 0))
        self.transport.abort()

    def _is_one_too_many(self) -> bool:
        """Whether this one is above what is kept at a time, itself counted."""
        of_one = sum(1 for one in self.connections if _host(one) == _host(self))
        return len(self.connections) > MOST or of_one > MOST_OF_ONE


def _host(connection: object) -> str | None:
    client = getattr(connection, "client", None)
    return str(client[0]) if client else None


def _stop(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()


def _refused() -> bytes:
    body = bytes(
        refusal(503, "연결이 너무 많습니다. 조금 뒤에 다시 물으십시오.", "too many connections. Ask again later.").body
    )
    head = f"HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return f"{head}Retry-After: 20\r\nConnection: close\r\n\r\n".encode() + body


_REFUSED = _refused()
