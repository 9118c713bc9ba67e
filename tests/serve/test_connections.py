"""Connections that are held open: each is let go, and those of others are answered meanwhile."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from tests.serve.conftest import Served

from donghyang.records import CannotProceed
from donghyang.serve import connections
from donghyang.terminal.commands.serving import _can_listen

REQUEST = b"GET /issues HTTP/1.1\r\nHost: localhost\r\n"


@contextmanager
def connected(served: Served) -> Iterator[socket.socket]:
    port = int(served.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=30) as way:
        yield way


def heard(way: socket.socket) -> bytes:
    """All that the server says until it hangs up."""
    said = b""
    with suppress(ConnectionError):
        while some := way.recv(65_536):
            said += some
    return said


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET",
        REQUEST,
        REQUEST + b"X-A: " + b"a" * 4_000,
        REQUEST + b"\r\n" + REQUEST,
        REQUEST + b"Content-Length: 100000000\r\n\r\n" + b"x" * 1_000,
        REQUEST + b"Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n",
    ],
    ids=["nothing", "a word", "no end", "half a header", "a second one", "half a body", "a piece of a body"],
)
def test_who_sends_no_whole_request_is_let_go(served: Served, monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    monkeypatch.setattr(connections, "REQUEST", 0.2)
    with connected(served) as way:
        way.sendall(sent)
        said = heard(way)
    assert said.count(b"HTTP/1.1 200 OK") == (b"\r\n\r\n" in sent)
    assert served.get("/issues").status == 200


def test_letters_now_and_then_are_no_request(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "REQUEST", 0.2)
    with connected(served) as way:
        way.settimeout(0.02)
        way.sendall(REQUEST + b"X-A: ")
        while True:
            try:
                way.sendall(b"a")
                assert way.recv(10) == b""
                break
            except TimeoutError:
                continue
            except ConnectionError:
                break


def test_who_takes_no_answer_is_let_go(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "ANSWER", 0.2)
    with connected(served) as way:
        way.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        asked = b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n" * 50
        with suppress(ConnectionError):
            while True:
                way.sendall(asked)
    assert served.get("/issues").status == 200


def test_of_too_many_connections_the_last_are_refused(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST_OF_ONE", 0)
    with connected(served) as way:
        said = heard(way)
    assert said.startswith(b"HTTP/1.1 503 ")
    assert "연결이 너무 많습니다".encode() in said
    monkeypatch.undo()
    assert served.get("/issues").status == 200


@pytest.mark.parametrize("host", ["999.1.1.1", "192.0.2.7", "a..b"])
def test_an_address_that_is_not_ours_is_told(host: str) -> None:
    with pytest.raises(CannotProceed, match="no address of this machine"):
        _can_listen(host, 8400)


def test_a_port_that_is_taken_is_told(served: Served) -> None:
    with pytest.raises(CannotProceed, match="another --port"):
        _can_listen("127.0.0.1", int(served.url.rpartition(":")[2]))
