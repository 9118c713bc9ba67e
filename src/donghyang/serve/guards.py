"""What stands before every request: who may ask, from where, how often; and an answer's tag behind it."""

from __future__ import annotations

import hashlib
import math
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from donghyang import wire

LOOPBACK = frozenset(("127.0.0.1", "::1", "localhost"))
_MOST_CLIENTS = 4096
_KEPT = 60.0
"""Seconds after which a client that asked nothing is forgotten."""

Next = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Rules:
    """Who may ask, and how often."""

    token: str | None = None
    """What `Authorization: Bearer …` has to say; None: nothing, which only a loopback address may be."""
    per_minute: int = 600
    """Requests of one address in a minute."""
    hosts: frozenset[str] = LOOPBACK
    """Names that a request may call this machine by, so that no page in a browser reaches it under its own; empty:
    any."""


@dataclass(slots=True)
class Rates:
    """How many requests each client may still send: a bucket that fills at `per_minute`."""

    per_minute: int
    clock: Callable[[], float] = time.monotonic
    _left: dict[str, tuple[float, float]] = field(default_factory=dict)

    def wait(self, client: str) -> float:
        """Seconds until a client may ask again; 0 where it may now, and then that request is counted."""
        now = self.clock()
        if len(self._left) >= _MOST_CLIENTS:
            self._forget(now)
        full = float(self.per_minute)
        left, then = self._left.get(client, (full, now))
        left = min(full, left + (now - then) * full / 60)
        if left < 1:
            self._left[client] = (left, now)
            return (1 - left) * 60 / full
        self._left[client] = (left - 1, now)
        return 0.0

    def _forget(self, now: float) -> None:
        """Let go of clients that asked nothing for a while, and of half of them at the least: who has many addresses
        makes neither the list grow nor every request cost the length of it."""
        newest = sorted(self._left.items(), key=lambda one: one[1][1])[-_MOST_CLIENTS // 2 :]
        self._left = {one: left for one, left in newest if now - left[1] < _KEPT}


def refusal(status: int, ko: str, en: str, **headers: str) -> Response:
    """An answer that says why there is none."""
    body = wire.dumps({"error": {"ko": ko, "en": en}}, language=None)
    return Response(body, status, headers, "application/json")


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuses what the rules do not let through, and tags what is answered."""

    rules: Rules
    rates: Rates

    async def __call__(self, request: Request, answer: Next) -> Response:
        """The answer, or the reason why there is none: 400, 401, 429; 304 where the asker has it already."""
        refused = self._refused(request)
        return refused if refused is not None else await _tagged(request, await answer(request))

    def _refused(self, request: Request) -> Response | None:
        if self.rules.hosts and _host(request) not in self.rules.hosts:
            return refusal(400, "이 이름으로는 답하지 않습니다.", "not answered under this name.")
        wait = self.rates.wait(request.client.host if request.client else "")
        if wait:
            seconds = str(math.ceil(wait))
            later = {"Retry-After": seconds}
            return refusal(429, f"{seconds}초 뒤에 다시 물으십시오.", f"ask again in {seconds} s.", **later)
        if self.rules.token is not None and not _has_token(request, self.rules.token):
            return refusal(401, "토큰이 맞지 않습니다.", "the token is not right.", **{"WWW-Authenticate": "Bearer"})
        return None


def _host(request: Request) -> str:
    """The name that a request calls this machine by, without its port."""
    named = request.headers.get("host", "").lower()
    return named[1:].split("]", 1)[0] if named.startswith("[") else named.rsplit(":", 1)[0]


def _has_token(request: Request, token: str) -> bool:
    given = request.headers.get("authorization", "")
    return secrets.compare_digest(given.encode(), f"Bearer {token}".encode())


async def _tagged(request: Request, answer: Response) -> Response:
    """The answer with an ETag of its bytes."""
    body = getattr(answer, "body", None)
    if body is None:  # what comes through a middleware is a stream
        body = b"".join([part async for part in answer.body_iterator])  # type: ignore[attr-defined]
    headers = {name: value for name, value in answer.headers.items() if name != "content-length"}
    if answer.status_code != 200:
        return Response(body, answer.status_code, headers)
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers |= {"etag": tag, "cache-control": "private, no-cache"}
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if request.method in ("GET", "HEAD") and (tag in known or "*" in known):
        return Response(status_code=304, headers={"etag": tag, "cache-control": headers["cache-control"]})
    return Response(body, 200, headers)
