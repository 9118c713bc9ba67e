"""A web of one machine on loopback: pages that are slow, endless, wrong, edited, or moved, as they are told to be."""

from __future__ import annotations

import datetime as dt
import gzip
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOST = "127.0.0.1"
Answer = Callable[["Visit"], None]
"""Answers one visit."""


@dataclass
class Visit:
    """One request, and the means to answer it."""

    handler: BaseHTTPRequestHandler
    path: str
    number: int
    """How often this path was asked for, from 1."""

    def header(self, name: str) -> str:
        return self.handler.headers.get(name) or ""

    def send(self, body: bytes | str = b"", status: int = 200, headers: Mapping[str, str] | None = None) -> None:
        data = body.encode() if isinstance(body, str) else body
        told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(data))} | dict(headers or {})
        self.handler.send_response(status)
        for name, value in told.items():
            self.handler.send_header(name, value)
        self.handler.end_headers()
        self.handler.wfile.write(data)

    def redirect(self, to: str, status: int = 302) -> None:
        self.send(status=status, headers={"Location": to})


@dataclass
class Zoo:
    """A running server and what it was asked."""

    server: ThreadingHTTPServer
    routes: dict[str, Answer]
    visits: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Path and headers of each request, in order."""
    times: list[float] = field(default_factory=list)

    @property
    def port(self) -> int:
        return self.server.server_port

    def url(self, path: str, host: str = HOST) -> str:
        return f"http://{host}:{self.port}{path}"

    def counts(self) -> Counter[str]:
        """How often each path was asked for, robots.txt apart."""
        return Counter(path for path, _ in self.visits if path != "/robots.txt")

    def headers(self, path: str) -> list[dict[str, str]]:
        return [headers for asked, headers in self.visits if asked == path]


@contextmanager
def zoo(routes: Mapping[str, Answer], host: str = HOST) -> Iterator[Zoo]:
    """A server for the time of a `with` block, which listens on `host`; a path without a route is not found."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else a body waits for its headers to be acknowledged, 40 ms each time

        def do_GET(self) -> None:
            with lock:
                running.visits.append((self.path, dict(self.headers)))
                running.times.append(time.monotonic())
                number = sum(path == self.path for path, _ in running.visits)
            visit = Visit(self, self.path, number)
            try:
                running.routes.get(self.path, missing)(visit)
            except OSError:
                self.close_connection = True  # whoever asked has had enough

        def log_message(self, *told: object) -> None: ...

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 64

        def handle_error(self, *told: object) -> None: ...

    server = Server((host, 0), Handler)
    running = Zoo(server, dict(routes))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield running
    finally:
        server.shutdown()
        server.server_close()


def article(number: int = 1, more: str = "") -> str:
    """A page with an article of its own."""
    lines = "".join(
        f"<p>第{at}段：{number}号园区今年计划建设{at + number}个公共技术服务平台，"
        f"投入资金{at * 10 + number}亿元，支持企业研发。</p>"
        for at in range(1, 5)
    )
    title = f"第{number}号园区发布科技创新支持办法"
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title></head><body><div class='article'>"
        f"<h1>{title}</h1><p>2026-11-{1 + number % 28:02} 来源：园区办公室</p>{lines}<p>{more}</p></div></body></html>"
    )


def listing(numbers: Iterable[int], more: str = "") -> str:
    """A list of such pages, /page/1 and so on, dated in the last days; `more` is where it goes on."""
    today = dt.date.today()
    rows = "".join(
        f'<li><a href="/page/{number}">第{number}号园区发布科技创新支持办法</a>'
        f"<span>{today - dt.timedelta(number % 20)}</span></li>"
        for number in numbers
    )
    link = f'<div class="pages"><a href="{more}">下一页</a></div>' if more else ""
    return (
        "<!doctype html><html><head><meta charset='utf-8'><title>通知公告</title></head>"
        f"<body><ul class='news'>{rows}</ul>{link}</body></html>"
    )


def page(number: int = 1, **headers: str) -> Answer:
    """Always the same article; `headers` with _ for -."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda visit: visit.send(article(number), headers=told)


def missing(visit: Visit) -> None:
    visit.send("<html><body>404 Not Found</body></html>", 404)


def packed(body: bytes, **headers: str) -> Answer:
    told = {"Content-Encoding": "gzip"} | {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda visit: visit.send(gzip.compress(body), headers=told)


def endless(visit: Visit) -> None:
    """A body without an end, as fast as it is read."""
    visit.handler.send_response(200)
    visit.handler.send_header("Content-Type", "text/html")
    visit.handler.send_header("Connection", "close")
    visit.handler.end_headers()
    while True:
        visit.handler.wfile.write(b"<p>more and more</p>" * 1000)


def headers_only(visit: Visit) -> None:
    """Headers without an end."""
    visit.handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        visit.handler.wfile.write(b"X-More: and more\r\n" * 1000)


def silent(visit: Visit) -> None:
    """Headers, and then nothing until whoever asked goes away."""
    visit.handler.send_response(200)
    visit.handler.send_header("Content-Length", "100")
    visit.handler.end_headers()
    visit.handler.wfile.flush()
    visit.handler.connection.settimeout(30)
    visit.handler.rfile.read(1)
    visit.handler.close_connection = True


def cut(visit: Visit) -> None:
    """Less than was promised."""
    visit.handler.send_response(200)
    visit.handler.send_header("Content-Length", "100000")
    visit.handler.end_headers()
    visit.handler.wfile.write(b"<html>")
    visit.handler.close_connection = True


def in_turn(*answers: Answer) -> Answer:
    """One answer after another; the last one stays."""
    return lambda visit: answers[min(visit.number, len(answers)) - 1](visit)


def with_etag(number: int = 1) -> Answer:
    """Knows its own ETag and date."""

    def answer(visit: Visit) -> None:
        if visit.header("If-None-Match") == '"v1"':
            visit.send(b"", 304, {"ETag": '"v1"', "Content-Type": ""})
        else:
            visit.send(article(number), headers={"ETag": '"v1"', "Last-Modified": "Sun, 01 Nov 2026 00:00:00 GMT"})

    return answer
