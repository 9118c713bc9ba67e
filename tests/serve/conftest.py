"""A real server of the HTTP interface on loopback, over the archive of the ledger's tests."""

from __future__ import annotations

import datetime as dt
import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import uvicorn
from tests.archive.ledger.conftest import ledger_home

from donghyang.serve.api import app
from donghyang.serve.connections import Patient
from donghyang.serve.guards import Rules
from donghyang.serve.reading import Reader
from donghyang.workspace import Workspace

__all__ = ["ledger_home"]  # a fixture
TODAY = dt.date(2026, 4, 1)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    json: Any


Get = Callable[..., Answer]


@dataclass(frozen=True, slots=True)
class Served:
    """A server that answers."""

    url: str

    def get(self, path: str, **headers: str) -> Answer:
        request = urllib.request.Request(f"{self.url}{path}", headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return _answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as refused:
            return _answer(refused.code, refused.headers, refused.read())


def _answer(status: int, headers: Any, body: bytes) -> Answer:
    return Answer(status, {name.lower(): value for name, value in headers.items()}, json.loads(body) if body else None)


@pytest.fixture(scope="session")
def serving(ledger_home: Workspace) -> Iterator[Callable[[Rules], Served]]:
    """Starts a server with these rules."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def started(rules: Rules) -> Served:
        made = app(Reader(ledger_home, lambda: TODAY), rules)
        server = uvicorn.Server(uvicorn.Config(made, port=0, http=Patient, ws="none", log_level="error"))
        socket = server.config.bind_socket()
        thread = threading.Thread(target=server.run, args=([socket],), daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        running.append((server, thread))
        return Served(f"http://127.0.0.1:{socket.getsockname()[1]}")

    yield started
    for server, _ in running:
        server.should_exit = True
    for _, thread in running:
        thread.join(20)


@pytest.fixture(scope="session")
def served(serving: Callable[[Rules], Served]) -> Served:
    return serving(Rules(per_minute=100_000))
