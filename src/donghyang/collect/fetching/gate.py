"""The first that a request meets: whether its address may be asked for at all, redirects and robots.txt among them."""

from __future__ import annotations

import asyncio
import base64
import socket
from typing import TYPE_CHECKING

from donghyang.collect.addresses import host_of, is_allowed, is_ip, is_public
from donghyang.collect.evidence import Asked, Failed
from donghyang.collect.fetching.failures import Held

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from donghyang.collect.addresses import Host
    from donghyang.collect.fetching.job import Job


class Gate:
    """Looks at each request before it is sent, and tells it what was known of the page."""

    def __init__(self, crawler: Crawler) -> None:
        self._job: Job = crawler.settings["JOB"]

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Gate:
        """As Scrapy makes it."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises Held for an address that may not be asked for."""
        collecting, host = self._job.collecting, host_of(request.url)
        if host is None:
            raise Held(Failed("address"))
        if is_ip(host.name) and not is_public(host.name) and not is_allowed(host.name, collecting.allow):
            raise Held(Failed("private", host.name))
        if collecting.proxy and not is_allowed(host.name, collecting.allow):
            await self._refuse_private(host)
        request.meta.pop("download_slot", None)  # a redirect keeps that of the host it came from
        self._say_what_is_known(request)
        request.meta["proxy"] = collecting.proxy or None
        request.headers.pop("Proxy-Authorization", None)
        if collecting.proxy and self._job.proxy:
            told = base64.b64encode(self._job.proxy.encode()).decode("ascii")
            request.headers["Proxy-Authorization"] = f"Basic {told}"

    async def _refuse_private(self, host: Host) -> None:
        """Raises Held for a name that has addresses here and no public one: a proxy looks names up by itself.

        A name that has none here is left to the proxy, which may be the only one to know names at all.
        """
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host.name, host.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return
        addresses = [str(address[0]) for *_, address in found]
        if addresses and not any(map(is_public, addresses)):
            raise Held(Failed("private", f"{host.name}, {addresses[0]}"))

    def _say_what_is_known(self, request: Request) -> None:
        """Ask for a page only if it changed; what is known of one address means nothing to another (RFC 9110, 13.1)."""
        asked: Asked | None = request.meta.get("asked")
        for name in ("If-None-Match", "If-Modified-Since"):
            request.headers.pop(name, None)
        known = asked.known if asked else None
        if known is not None and known.final_url == request.url:
            if known.etag:
                request.headers["If-None-Match"] = known.etag
            if known.modified:
                request.headers["If-Modified-Since"] = known.modified
