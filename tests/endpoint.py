"""An endpoint on loopback that speaks as OpenAI's does, well or as badly as it is told to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]
"""Answers one request, whose JSON it is given."""


@dataclass
class Endpoint:
    """A running endpoint and what it was asked."""

    url: str
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    """The header with the key, of each request."""


@contextmanager
def endpoint(answer: Answer) -> Iterator[Endpoint]:
    """A server for the time of a `with` block."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            running.requests.append(asked)
            running.keys.append(self.headers.get("authorization"))
            try:
                answer(self, asked)
            except OSError:
                self.close_connection = True  # whoever asked has had enough

        def log_message(self, *told: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running = Endpoint(f"http://127.0.0.1:{server.server_port}/v1")
    # It looks for its end that often: half a second by itself.
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield running
    finally:
        server.shutdown()
        server.server_close()


def says(text: str, *, finish: str = "stop") -> Answer:
    """An answer with this text."""
    return lambda handler, asked: sent(handler, completion(text, finish))


def completion(text: str, finish: str = "stop") -> bytes:
    """A chat completion as OpenAI's API writes it."""
    message = {"role": "assistant", "content": text}
    told = {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [{"index": 0, "finish_reason": finish, "message": message}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200},
    }
    return json.dumps(told).encode()


def sent(
    handler: BaseHTTPRequestHandler, data: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> None:
    """Send a whole response."""
    told = {"content_type": "application/json", "content_length": str(len(data))} | dict(headers or {})
    handler.send_response(status)
    for name, value in told.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(data)


def in_turn(*answers: Answer) -> Answer:
    """The answers one after the other; the last goes on."""
    left = list(answers)

    def next_one(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler, asked)

    return next_one


def status(code: int, **headers: str) -> Answer:
    """A fault with this code."""
    return lambda handler, asked: sent(handler, b'{"error": {"message": "no"}}', status=code, headers=headers)


def slow(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
    """White space, and no end for ten seconds."""
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def endless(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
    """White space without end."""
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.end_headers()
    while True:
        handler.wfile.write(b" " * 65536)


def cut(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
    """Half of a reply."""
    data = completion("{}")
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data[: len(data) // 2])
    handler.wfile.flush()
    handler.connection.close()


def raw(data: bytes, **headers: str) -> Answer:
    """These bytes."""
    return lambda handler, asked: sent(handler, data, headers=headers)
