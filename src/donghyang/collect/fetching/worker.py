"""The process that fetches: it reads its job, keeps what comes as evidence, says so, and ends with who started it."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from typing import IO, Any

from donghyang.collect.evidence import Archive
from donghyang.collect.fetching.job import Answer, Broken, Job, Ready
from donghyang.records import CannotProceed

_ROOM = "donghyang.collect.fetching."
_SCRAPY = "scrapy.downloadermiddlewares."
_MIDDLEWARES = {
    # From the page that asks to the network; answers come the other way.
    _ROOM + "gate.Gate": 50,
    _ROOM + "robots.Robots": 100,
    _SCRAPY + "downloadtimeout.DownloadTimeoutMiddleware": 350,
    _SCRAPY + "defaultheaders.DefaultHeadersMiddleware": 400,
    _SCRAPY + "useragent.UserAgentMiddleware": 500,
    _ROOM + "patience.Patience": 550,
    _SCRAPY + "redirect.RedirectMiddleware": 600,
    _ROOM + "recorder.Recorder": 900,
}
_HANDLER = _ROOM + "handler.Handler"
_SIDE_BY_SIDE = 32
"""Hosts that are asked at once."""
_SLOWEST = 60.0
"""Seconds between two requests to a host, at the most, however slow it is."""


def serve() -> None:
    """Do the job that comes in."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of a terminal; the other one answers it
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    job: Job = pickle.load(sys.stdin.buffer)  # the process that started this one wrote it

    def tell(answer: Answer) -> None:
        try:
            pickle.dump(answer, answers, protocol=5)
            answers.flush()
        except OSError:
            os._exit(1)  # nobody listens any more

    try:
        with Archive(job.folder) as archive:
            tell(Ready())
            _crawl(job, archive, tell)
    except CannotProceed as problem:
        tell(Broken(problem.message))
    except Exception as problem:
        tell(Broken(None, type(problem).__name__))


def _crawl(job: Job, archive: Archive, tell: Callable[[Answer], None]) -> None:
    """Ask for every page that comes in. Raises CannotProceed when the evidence cannot be written."""
    from scrapy import signals
    from scrapy.crawler import AsyncCrawlerProcess

    from donghyang.collect.fetching.spider import Pages

    if sys.platform in ("win32", "darwin"):  # where OpenSSL finds no certificates of the system
        import certifi

        os.environ.setdefault("SSL_CERT_FILE", certifi.where())
    process = AsyncCrawlerProcess(_settings(job), install_root_handler=False)
    crawler = process.create_crawler(Pages)

    def opened(spider: Pages) -> None:
        threading.Thread(target=_listen, args=(sys.stdin.buffer, spider.ask), daemon=True).start()

    crawler.signals.connect(opened, signals.spider_opened, weak=False)
    process.crawl(crawler, job=job, archive=archive, tell=tell)
    process.start(install_signal_handlers=False)
    spider: Any = crawler.spider
    if spider is None:
        raise RuntimeError("the crawl did not begin")
    if spider.trouble is not None:
        raise spider.trouble


def _listen(questions: IO[bytes], ask: Callable[[Any], None]) -> None:
    """Pass on the pages that come in; end when the other process has."""
    from twisted.internet import reactor

    while True:
        try:
            pages = pickle.load(questions)  # the process that started this one wrote it
        except (EOFError, OSError, pickle.UnpicklingError):
            os._exit(1)
        reactor.callFromThread(ask, pages)
        if pages is None:
            questions.read()


def _settings(job: Job) -> dict[str, Any]:
    """Scrapy's, with nothing in them that listens, logs, guesses or goes anywhere by itself."""
    collecting, delay = job.collecting, float(job.collecting.delay)
    proxy = [host.name] if (host := _proxy_host(job)) else []
    return {
        "JOB": job,
        "ALLOWED_HOSTS": [*collecting.allow, *proxy],
        "TWISTED_DNS_RESOLVER": _ROOM + "resolver.Resolver",
        "USER_AGENT": job.agent,
        "ROBOTSTXT_OBEY": True,
        "DEFAULT_REQUEST_HEADERS": {"Accept": "*/*", "Accept-Language": "zh-CN,zh;q=0.9,ko;q=0.8,en;q=0.5"},
        "DOWNLOADER_MIDDLEWARES_BASE": {},
        "DOWNLOADER_MIDDLEWARES": _MIDDLEWARES,
        "SPIDER_MIDDLEWARES_BASE": {},
        "EXTENSIONS_BASE": {},
        "EXTENSIONS": {_ROOM + "robots.Pace": 0},
        "DOWNLOAD_HANDLERS_BASE": {"http": _HANDLER, "https": _HANDLER},
        "DUPEFILTER_CLASS": "scrapy.dupefilters.BaseDupeFilter",
        "CONCURRENT_REQUESTS": _SIDE_BY_SIDE,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": delay,
        "DOWNLOAD_DELAY_JITTER": 0,
        "AUTOTHROTTLE_ENABLED": delay > 0,
        "AUTOTHROTTLE_START_DELAY": delay,
        "AUTOTHROTTLE_MAX_DELAY": max(_SLOWEST, delay),
        "DOWNLOAD_TIMEOUT": collecting.seconds,
        "DOWNLOAD_MAXSIZE": collecting.bytes,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "REDIRECT_MAX_TIMES": collecting.redirects,
        "RETRY_TIMES": collecting.retries,
        "COMPRESSION_ENABLED": True,
        "LOG_ENABLED": False,
        "STATS_DUMP": False,
    }


def _proxy_host(job: Job) -> Any:
    from donghyang.collect.addresses import host_of

    return host_of(job.collecting.proxy) if job.collecting.proxy else None
