"""What the server sent, unpacked within the limit and taken down for the evidence, before anything is made of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest

from donghyang.collect.evidence import Failed, Hop
from donghyang.collect.fetching.failures import Held

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

HOPS = "hops"
"""Where a request carries what came for it so far: those that follow from it (redirects, tries) carry it on."""


class Recorder(HttpCompressionMiddleware):
    """Adds each response to the hops of its request."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Recorder:
        """As Scrapy makes it."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """The response, unpacked. Raises Held for one that is larger than it may be, or packed in a broken way."""
        headers = tuple(
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, values in response.headers.items()
            for value in values
        )
        try:
            opened = super().process_response(request, response)
        except IgnoreRequest as problem:
            raise Held(Failed("large", f"{self._max_size:,}")) from problem
        except Exception as problem:  # whatever a library makes of broken bytes
            raise Held(Failed("broken", type(problem).__name__)) from problem
        hop = Hop(
            request.url,
            dt.datetime.now(dt.UTC),
            response.status,
            headers,
            getattr(opened, "body", b""),
            str(response.ip_address or ""),
        )
        request.meta.setdefault(HOPS, []).append(hop)
        return opened
