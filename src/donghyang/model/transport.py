"""The way to the endpoint: what was answered before is not sent, what costs too much is refused, all of it counted."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx2

from donghyang.records import Message

if TYPE_CHECKING:
    from donghyang.model.replies import Replies
    from donghyang.model.use import Use
    from donghyang.workspace import Model

_OK = 200
_FAULT = 400
"""From here on a status tells of a fault (RFC 9110, 15.5); our own refusals take it: no reason to send it again."""

_SHORTEST_SECRET = 16
"""Characters of a key that is one: what is given to endpoints that want any ("ollama") stands in ordinary replies."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request was not sent, or its reply not read."""

    message: Message
    of_the_endpoint: bool = False
    """It will be so for any question."""


class Transport(httpx2.AsyncBaseTransport):
    """Sends requests within the limits of the settings. `refusal` says why the last one was not sent or not read."""

    def __init__(self, settings: Model, replies: Replies | None, use: Use, secret: str = "") -> None:
        """`secret` is the key: no reply that holds it is read, so none is kept or shown. "" for an open endpoint."""
        self._settings = settings
        self._replies = replies
        self._use = use
        self._secret = secret if len(secret) >= _SHORTEST_SECRET else ""
        self._way = httpx2.AsyncHTTPTransport(retries=0)
        self.refusal: Refusal | None = None

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The endpoint's reply, or the one that was kept."""
        self.refusal = None
        asked, address = await request.aread(), str(request.url)
        known = self._replies.get(address, asked) if self._replies else None
        if known is not None:
            self._use.replayed += 1
            return _reply(request, known)
        spent = self._use.spent(self._settings)
        if spent is not None:
            return self._refused(request, Refusal(spent))
        self._use.requests += 1
        begun = time.monotonic()
        try:
            async with asyncio.timeout(self._settings.seconds):
                response = await self._way.handle_async_request(request)
                data = await self._read(response)
        except TimeoutError:
            raise httpx2.ReadTimeout("no whole reply in time", request=request) from None
        finally:
            self._use.seconds += time.monotonic() - begun
        refusal = _too_long(self._settings.characters) if data is None else self._unfit(response.status_code, data)
        if data is None or refusal is not None:
            return self._refused(request, refusal)
        if response.status_code < _FAULT:
            if self._replies:
                self._replies.keep(address, asked, data)
            return _reply(request, data)
        headers = [(name, value) for name, value in response.headers.raw if name.lower() not in _OF_THE_WIRE]
        return httpx2.Response(response.status_code, content=data, headers=headers, request=request)

    async def _read(self, response: httpx2.Response) -> bytes | None:
        """The whole reply, None where it is longer than it may be."""
        # A character of UTF-8 has up to four bytes, and JSON writes one as \uXXXX.
        most, data = 6 * self._settings.characters, bytearray()
        try:
            async for piece in response.aiter_bytes():
                data += piece
                if len(data) > most:
                    return None
        finally:
            await response.aclose()
        return bytes(data)

    def _unfit(self, status: int, data: bytes) -> Refusal | None:
        """Why a response is not read, None for one that is; the tokens of a reply are counted."""
        if status in _ELSEWHERE:
            return _elsewhere(status)
        if status >= _FAULT:
            return None
        told = _completion(data)
        if told is None:
            return _NO_REPLY
        usage = told.get("usage")
        if isinstance(usage, dict):
            self._use.tokens_in += _whole(usage.get("prompt_tokens"))
            self._use.tokens_out += _whole(usage.get("completion_tokens"))
        return _SHOWS_KEY if self._secret and self._secret in json.dumps(told, ensure_ascii=False) else None

    def _refused(self, request: httpx2.Request, why: Refusal | None) -> httpx2.Response:
        self.refusal = why
        return httpx2.Response(_FAULT, json={"error": {"message": "refused"}}, request=request)

    async def aclose(self) -> None:
        """Close the way."""
        await self._way.aclose()


_OF_THE_WIRE = (b"content-encoding", b"transfer-encoding", b"content-length")
"""Headers that speak of bytes as they were sent, not as they were read."""


_ELSEWHERE = range(300, 400)


def _reply(request: httpx2.Request, data: bytes) -> httpx2.Response:
    """A reply that was read as JSON, whatever its server calls it."""
    return httpx2.Response(_OK, content=data, headers={"content-type": "application/json"}, request=request)


def _completion(data: bytes) -> dict[str, object] | None:
    """A reply as OpenAI's API writes it, None for anything else."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) and told.get("choices") else None


def _too_long(most: int) -> Refusal:
    return Refusal(
        Message(f"답이 너무 깁니다(model.characters {most:,}).", f"the reply is too long (model.characters {most:,}).")
    )


def _elsewhere(status: int) -> Refusal:
    return Refusal(
        Message(
            f"모델의 주소가 다른 곳으로 보냅니다({status}). 열쇠를 그리 보내지 않았습니다. model.url을 고치십시오.",
            f"the address sends us elsewhere ({status}); the key was not taken there. Correct model.url.",
        ),
        of_the_endpoint=True,
    )


_NO_REPLY = Refusal(
    Message(
        "그 주소는 모델의 답이 아닌 것을 보냅니다. model.url이 맞는지 보십시오(보통 /v1로 끝납니다).",
        "what the address sends is no reply of a model: is model.url right (most end in /v1)?",
    ),
    of_the_endpoint=True,
)
_SHOWS_KEY = Refusal(
    Message("답에 열쇠가 들어 있어 버렸습니다.", "the reply holds the key and was thrown away."), of_the_endpoint=True
)


def _whole(number: object) -> int:
    return number if isinstance(number, int) and 0 <= number <= _MOST_TOKENS else 0


_MOST_TOKENS = 100_000_000
"""No reply costs more; an endpoint that says so is not believed."""
