"""The robots.txt of each site, read by RFC 9309, and the pace that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.extensions.throttle import AutoThrottle
from scrapy.utils.httpobj import urlparse_cached

from donghyang.collect.evidence import Failed
from donghyang.collect.fetching.failures import Held
from donghyang.collect.troubles import of_status

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.robotstxt import RobotParser

    from donghyang.collect.fetching.job import Job

_MOST = 512_000
"""Bytes of a robots.txt that are read (2.5)."""
_ALL = b""
"""What a robots.txt says that is not there: everything may be asked for (RFC 9309, 2.3.1.3)."""


class Robots(RobotsTxtMiddleware):
    """Holds what a robots.txt forbids, and all of a site whose robots.txt its server cannot give (2.3.1.4).

    A site that does not answer at all is asked for its pages: they say better what is wrong.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._job: Job = crawler.settings["JOB"]
        self._unreachable: dict[str, Failed] = {}

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Raises Held for a page that may not be asked for."""
        failed = self._unreachable.get(urlparse_cached(request).netloc)
        if failed is not None:
            raise Held(failed)
        if rp is not None and not rp.allowed(request.url, self._job.agent):
            raise Held(Failed("robots"))

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        spider: Any = self.crawler.spider
        spider.keep_robots(response)
        trouble = of_status(response.status)
        if trouble in ("server", "busy"):
            self._unreachable[netloc] = Failed(trouble, f"{response.status}, robots.txt")
        response = response.replace(body=_ALL if trouble is not None else response.body[:_MOST])
        await super()._parse_robots(response, netloc, request)
        self._slow_down(self._parsers[netloc], request)

    def _slow_down(self, rp: Any, request: Request) -> None:
        """Keep the pace that the site asks for, up to the longest that a server may make us wait."""
        wanted = min(rp.crawl_delay(self._job.agent) or 0.0, float(self._job.collecting.wait))
        host, engine = urlparse_cached(request).hostname or "", self.crawler.engine
        slot = engine.downloader.slots.get(host) if engine else None
        PACES[host] = wanted
        if slot is not None:
            slot.delay = max(slot.delay, wanted)


class Pace(AutoThrottle):
    """Asks slow servers more seldom, and no server more often than its robots.txt wants."""

    def _adjust_delay(self, slot: Any, latency: float, response: Response) -> None:
        super()._adjust_delay(slot, latency, response)
        slot.delay = max(slot.delay, PACES.get(urlparse_cached(response).hostname or "", 0.0))


PACES: dict[str, float] = {}
"""Seconds between two requests, by host, as the robots.txt wants it."""
