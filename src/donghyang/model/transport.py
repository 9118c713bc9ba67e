"""The way to the endpoint: what was answered before is not sent, what costs too much is refused, all of it counted."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING

import httpx2

from donghyang.records import Message

if TYPE_CHECKING:
    from donghyang.model.replies import Replies
    from donghyang.model.use import Use
    from donghyang.workspace import Model

_OK = 200
_REFUSED = 400
"""What a refusal of our own looks like to the library above: no reason to send the same again (RFC 9110, 15.5.1)."""


class Transport(httpx2.AsyncBaseTransport):
    """Sends requests within the limits of the settings. `refusal` says why the last one was not sent or not read."""

    def __init__(self, settings: Model, replies: Replies | None, use: Use) -> None:
        self._settings = settings
        self._replies = replies
        self._use = use
        self._way = httpx2.AsyncHTTPTransport(retries=0)
        self.refusal: Message | None = None

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The endpoint's reply, or the one that was kept."""
        self.refusal = None
        asked, address = await request.aread(), str(request.url)
        known = self._replies.get(address, asked) if self._replies else None
        if known is not None:
            self._use.replayed += 1
            return httpx2.Response(_OK, content=known, headers={"content-type": "application/json"}, request=request)
        spent = self._use.spent(self._settings)
        if spent is not None:
            return self._refused(request, spent)
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
        if data is None:
            return self._refused(request, _too_long(self._settings.characters))
        if response.status_code == _OK and self._counted(data) and self._replies:
            self._replies.keep(address, asked, data)
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

    def _counted(self, data: bytes) -> bool:
        """Count the tokens of a reply; whether it is one at all: JSON of an object."""
        try:
            told = json.loads(data)
        except (ValueError, RecursionError):
            return False
        if not isinstance(told, dict) or not told.get("choices"):
            return False
        usage = told.get("usage")
        if isinstance(usage, dict):
            self._use.tokens_in += _whole(usage.get("prompt_tokens"))
            self._use.tokens_out += _whole(usage.get("completion_tokens"))
        return True

    def _refused(self, request: httpx2.Request, why: Message) -> httpx2.Response:
        self.refusal = why
        return httpx2.Response(_REFUSED, json={"error": {"message": why.en}}, request=request)

    async def aclose(self) -> None:
        """Close the way."""
        await self._way.aclose()


_OF_THE_WIRE = (b"content-encoding", b"transfer-encoding", b"content-length")
"""Headers that speak of bytes as they were sent, not as they were read."""


def _too_long(most: int) -> Message:
    return Message(
        f"답이 너무 깁니다(model.characters {most:,}).", f"the reply is too long (model.characters {most:,})."
    )


def _whole(number: object) -> int:
    return number if isinstance(number, int) and 0 <= number <= _MOST_TOKENS else 0


_MOST_TOKENS = 100_000_000
"""No reply costs more; an endpoint that says so is not believed."""
