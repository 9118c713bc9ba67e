"""Asks for pages as they are told: hosts side by side, the pages of one host one after another."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider

from donghyang.collect.addresses import host_of
from donghyang.collect.evidence import Archive, Asked, Came, Failed
from donghyang.collect.fetching.failures import failed_of
from donghyang.collect.fetching.job import Skipped
from donghyang.collect.fetching.recorder import HOPS
from donghyang.collect.fetching.resolver import REFUSED
from donghyang.collect.troubles import of_status

if TYPE_CHECKING:
    from scrapy.http import Response

    from donghyang.collect.fetching.job import Answer, Job

_UNMODIFIED = 304


class Pages(Spider):
    """Keeps what comes of each page, and tells it."""

    name = "pages"

    def __init__(self, job: Job, archive: Archive, tell: Callable[[Answer], None], **more: Any) -> None:
        super().__init__(**more)
        self.trouble: Exception | None = None
        """Why nothing can be kept any more."""
        self._job, self._archive, self._tell = job, archive, tell
        self._until = time.monotonic() + job.seconds
        self._queues: dict[str, deque[Asked]] = {}
        self._busy: set[str] = set()
        """The hosts that are being asked: the end of one request begins the next."""
        self._woken: asyncio.Queue[str | None] = asyncio.Queue()

    def ask(self, pages: Iterable[Asked] | None) -> None:
        """Ask for these too; None: end when all are had."""
        for asked in pages or ():
            host = host_of(asked.url)
            name = host.name if host else ""
            self._queues.setdefault(name, deque()).append(asked)
            if name not in self._busy:
                self._busy.add(name)
                self._woken.put_nowait(name)
        if pages is None:
            self._woken.put_nowait(None)

    async def start(self) -> AsyncIterator[Request]:
        """The first page of each host that is not being asked."""
        while (host := await self._woken.get()) is not None:
            for request in self._next(host):
                yield request

    def _next(self, host: str) -> Iterator[Request]:
        """The request for the next page of a host; none when there is no more, or no time."""
        queue = self._queues[host]
        while queue:
            asked = queue.popleft()
            if time.monotonic() >= self._until:
                self._tell(Skipped(asked.url))
                continue
            request = self._request(asked, host)
            if request is not None:
                yield request
                return
            self._keep(asked, [], Failed("address"))
        self._busy.discard(host)

    def _request(self, asked: Asked, host: str) -> Request | None:
        """The request for a page; None for an address that is none."""
        told = {"asked": asked, "host": host, HOPS: []}
        try:
            return Request(asked.url, callback=self.came, errback=self.lost, dont_filter=True, meta=told)
        except ValueError:
            return None

    def came(self, response: Response) -> Iterator[Request]:
        """Keep what a page answered."""
        meta = response.meta
        self._keep(meta["asked"], meta[HOPS], _failed(response, meta["asked"]))
        yield from self._next(meta["host"])

    def lost(self, failure: Any) -> Iterator[Request]:
        """Keep that a page did not come, and what came before it failed."""
        request = failure.request
        failed = failed_of(failure.value, request, self._job.collecting, REFUSED)
        self._keep(request.meta["asked"], request.meta[HOPS], failed)
        yield from self._next(request.meta["host"])

    def keep_robots(self, response: Response) -> None:
        """Keep what the robots.txt of a site says."""
        request = response.request
        if request is not None:
            self._keep(Asked(request.url, "robots"), request.meta[HOPS], None)

    def _keep(self, asked: Asked, hops: list[Any], failed: Failed | None) -> None:
        try:
            self._tell(self._archive.keep(Came(asked, tuple(hops), failed, dt.datetime.now(dt.UTC))))
        except Exception as problem:  # what cannot be kept is not asked for
            self.trouble = self.trouble or problem
            for queue in self._queues.values():
                queue.clear()
            self.ask(None)


def _failed(response: Response, asked: Asked) -> Failed | None:
    """Why a response is no page; None where it is one."""
    if response.status == _UNMODIFIED and asked.known is not None:
        return None
    if "Location" in response.headers and response.status in _REDIRECTS:
        return Failed("redirects", _shown(response, "Location"))
    trouble = of_status(response.status)
    if trouble is not None:
        after = _shown(response, "Retry-After")
        return Failed(trouble, f"{response.status}, Retry-After {after}" if after else str(response.status))
    return None if response.body else Failed("empty")


def _shown(response: Response, header: str) -> str:
    """A header as a message shows it, "" where there is none."""
    return (response.headers.get(header) or b"").decode("ascii", "backslashreplace")[:_SHOWN]


_REDIRECTS = range(300, 400)
_SHOWN = 200
"""Characters of a header that a message shows."""
