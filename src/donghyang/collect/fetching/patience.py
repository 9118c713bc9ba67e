"""Asking again where a server or the network fails, later each time, and when the server says."""

from __future__ import annotations

import asyncio
import datetime as dt
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.retry import RetryMiddleware

from donghyang.collect.fetching.failures import is_lasting, is_refused
from donghyang.collect.fetching.resolver import REFUSED

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from donghyang.collect.fetching.job import Job

_GROWS = 2
"""How many times longer each wait is than the one before."""


class Patience(RetryMiddleware):
    """Waits before it asks again; a server that wants a longer wait than the settings allow is left alone."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler.settings)
        self.crawler = crawler
        self._job: Job = crawler.settings["JOB"]

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Patience:
        """As Scrapy makes it."""
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """The answer, or the request again."""
        if response.status not in self.retry_http_codes:
            return response
        told = waits(response.headers.get("Retry-After"), dt.datetime.now(dt.UTC))
        again = self._retry(request, str(response.status))
        if again is None or (told or 0) > self._job.collecting.wait:
            return response
        await asyncio.sleep(self._pause(again) if told is None else told)
        return again

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:  # type: ignore[override]
        """The request again, None where that would not help."""
        if not isinstance(exception, self.exceptions_to_retry) or is_lasting(exception):
            return None
        if is_refused(request, REFUSED):
            return None
        again = self._retry(request, exception)
        if again is not None:
            await asyncio.sleep(self._pause(again))
        return again

    def _pause(self, again: Request) -> float:
        """Seconds before a request that the server has not timed."""
        times: int = again.meta["retry_times"]
        return float(min(self._job.collecting.delay * _GROWS**times, self._job.collecting.wait))


def waits(header: bytes | None, now: dt.datetime) -> float | None:
    """The seconds that Retry-After asks for (RFC 9110, 10.2.3); None where it asks for nothing that can be read."""
    text = (header or b"").decode("ascii", "replace").strip()
    if text.isdigit():
        return float(text[:_DIGITS])
    try:
        when = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return max(0.0, (when.replace(tzinfo=when.tzinfo or dt.UTC) - now).total_seconds())


_DIGITS = 9
"""Of seconds; more are for ever."""
