"""A crawl of a small web that does what real ones do; all pages in two runs, each test looks at what came of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from tests.collect.kept import records
from tests.collect.zoo import (
    HOST,
    Answer,
    Zoo,
    article,
    cut,
    endless,
    headers_only,
    in_turn,
    missing,
    packed,
    page,
    with_etag,
    zoo,
)

from donghyang.collect.evidence import Asked, Evidence
from donghyang.collect.fetching import Fetcher
from donghyang.records import Capture, Collecting

KB = 1_000
MANNERS = Collecting(
    delay=Decimal(0), seconds=20, bytes=300 * KB, redirects=4, retries=1, wait=2, allow=(HOST,), agent="zoo/1"
)
CAPTCHA = "<html><head><title>安全验证</title></head><body><p>请完成下列验证后继续访问</p></body></html>"
ROBOTS = "User-agent: *\nDisallow: /private/\n"
GB = article(7).replace("charset='utf-8'", "charset='gb2312'").encode("gb18030")


def status(number: int, **headers: str) -> Answer:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda visit: visit.send(f"<html><body>{number}</body></html>", number, told)


def to(path: str, host: str = HOST) -> Answer:
    return lambda visit: visit.redirect(f"http://{host}:{visit.handler.server.server_port}{path}")  # type: ignore[attr-defined]


ROUTES: dict[str, Answer] = {
    "/robots.txt": lambda visit: visit.send(ROBOTS, headers={"Content-Type": "text/plain"}),
    "/article": page(1),
    "/moved": to("/article"),
    "/moved/twice": to("/moved"),
    "/loop": to("/loop"),
    "/round": to("/about"),
    "/about": to("/round"),
    "/to-file": lambda visit: visit.redirect("file:///etc/hostname"),
    "/to-nothing": lambda visit: visit.send(status=302),
    "/to-localhost": to("/article", "localhost"),
    "/to-metadata": lambda visit: visit.redirect("http://169.254.169.254/latest/meta-data/"),
    "/to-mapped": lambda visit: visit.redirect("http://[::ffff:127.0.0.1]/"),
    "/to-private": to("/private/page"),
    "/gzip": packed(article(2).encode()),
    "/bomb": packed(bytes(8_000 * KB)),
    "/bomb-in-bomb": packed(__import__("gzip").compress(bytes(8_000 * KB)), Content_Encoding="gzip, gzip"),
    "/broken-gzip": lambda visit: visit.send(b"no gzip at all", headers={"Content-Encoding": "gzip"}),
    "/endless": endless,
    "/headers": headers_only,
    "/large": lambda visit: visit.send(b"<p>large</p>" * 40 * KB),
    "/cut": cut,
    "/wrong-charset": lambda visit: visit.send(GB, headers={"Content-Type": "text/html; charset=utf-8"}),
    "/etag": with_etag(4),
    "/etag/moved": to("/etag"),
    "/counted": lambda visit: visit.send(f"{article(5)}<!-- visit {visit.number} -->"),
    "/edited": in_turn(page(6), lambda visit: visit.send(article(6, "补充说明：截止日期延长到年底。"))),
    "/then-captcha": in_turn(page(8), lambda visit: visit.send(CAPTCHA)),
    "/then-gone": in_turn(page(9), missing),
    "/then-empty": in_turn(page(10), lambda visit: visit.send(b"")),
    "/captcha": lambda visit: visit.send(CAPTCHA),
    "/empty": lambda visit: visit.send(b""),
    "/busy-then-well": in_turn(status(429, Retry_After="1"), page(11)),
    "/busy": status(429, Retry_After="3600"),
    "/fails-once": in_turn(status(500), page(12)),
    "/fails": status(503),
    "/denied": status(403),
    "/teapot": status(418),
    "/private/page": page(13),
    "/no-header-of-kind": lambda visit: visit.send(article(14), headers={"Content-Type": ""}),
}
ELSEWHERE = {
    "private": "http://127.0.0.2:9/",
    "short": "http://127.1:9/",
    "number": "http://2130706433:9/",
    "name": "http://nowhere.invalid/",
    "scheme": "ftp://ftp.example/a",
    "password": "http://name:secret@example.invalid/",
    "closed": f"http://{HOST}:1/",
}


@dataclass
class Crawl:
    """What came of two runs, by path."""

    web: Zoo
    folder: Path
    first: dict[str, Capture]
    second: dict[str, Capture]


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawl]:
    folder = tmp_path_factory.mktemp("pages")
    with zoo(ROUTES) as web:
        urls = {path: web.url(path) for path in ["/nothing", *ROUTES]} | ELSEWHERE
        del urls["/robots.txt"]
        runs = []
        with Evidence(folder) as evidence, Fetcher(evidence, MANNERS) as fetcher:
            for _ in range(2):
                asked = [Asked(url, "page", "zoo", evidence.known(url)) for url in urls.values()]
                came = {capture.url: capture for capture in fetcher.fetch(asked)}
                assert len(came) == len(urls)
                runs.append({name: came[url] for name, url in urls.items()})
        yield Crawl(web, folder, *runs)


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("/article", "new", "unchanged"),
        ("/moved", "new", "unchanged"),
        ("/moved/twice", "new", "unchanged"),
        ("/gzip", "new", "unchanged"),
        ("/wrong-charset", "new", "unchanged"),
        ("/etag", "new", "unchanged"),
        ("/etag/moved", "new", "unchanged"),
        ("/counted", "new", "unchanged"),
        ("/edited", "new", "changed"),
        ("/busy-then-well", "new", "unchanged"),
        ("/fails-once", "new", "unchanged"),
        ("/no-header-of-kind", "new", "unchanged"),
        ("/then-captcha", "new", "no article"),
        ("/then-gone", "new", "gone"),
        ("/then-empty", "new", "empty"),
        ("/captcha", "no article", "no article"),
        ("/empty", "empty", "empty"),
        ("/loop", "redirects", "redirects"),
        ("/round", "redirects", "redirects"),
        ("/to-file", "redirects", "redirects"),
        ("/to-nothing", "status", "status"),
        ("/to-localhost", "private", "private"),
        ("/to-metadata", "private", "private"),
        ("/to-mapped", "private", "private"),
        ("/to-private", "robots", "robots"),
        ("/private/page", "robots", "robots"),
        ("/bomb", "large", "large"),
        ("/bomb-in-bomb", "large", "large"),
        ("/large", "large", "large"),
        ("/endless", "large", "large"),
        ("/broken-gzip", "broken", "broken"),
        ("/cut", "broken", "broken"),
        ("/headers", "broken", "broken"),
        ("/busy", "busy", "busy"),
        ("/fails", "server", "server"),
        ("/denied", "blocked", "blocked"),
        ("/teapot", "status", "status"),
        ("/nothing", "gone", "gone"),
        ("private", "private", "private"),
        ("short", "private", "private"),
        ("number", "private", "private"),
        ("name", "name", "name"),
        ("scheme", "address", "address"),
        ("password", "address", "address"),
        ("closed", "refused", "refused"),
    ],
)
def test_what_came_of_each_page(crawl: Crawl, name: str, first: str, second: str) -> None:
    for capture, expected in ((crawl.first[name], first), (crawl.second[name], second)):
        told = capture.trouble or capture.state
        assert told == expected, capture
        assert (capture.reason is not None) == (capture.state == "failed")


def test_a_redirect_leads_to_the_page_and_every_hop_is_kept(crawl: Crawl) -> None:
    capture = crawl.first["/moved/twice"]
    assert capture.final_url == crawl.web.url("/article")
    assert capture.status == 200
    kept = [url for path in crawl.folder.glob("*.gz") for _, url in records(path)]
    assert crawl.web.url("/moved/twice") in kept


def test_loops_end_at_the_limit(crawl: Crawl) -> None:
    assert crawl.web.counts()["/loop"] == 2 * (MANNERS.redirects + 1)


def test_pages_that_are_forbidden_or_private_are_not_asked_for(crawl: Crawl) -> None:
    assert crawl.web.counts()["/private/page"] == 0
    assert crawl.web.counts()["/article"] == 6  # by itself, and by two redirects, in two runs; not by way of localhost


def test_a_server_is_asked_again_where_that_may_help(crawl: Crawl) -> None:
    counts = crawl.web.counts()
    assert counts["/fails-once"] == 3
    assert counts["/fails"] == 4
    assert counts["/busy-then-well"] == 3
    assert counts["/busy"] == 2, "a server that wants an hour is left alone"
    assert counts["/denied"] == counts["/nothing"] == 2


def test_retry_after_is_waited_for(crawl: Crawl) -> None:
    times = [at for at, (path, _) in zip(crawl.web.times, crawl.web.visits, strict=True) if path == "/busy-then-well"]
    assert times[1] - times[0] >= 1.0


def test_a_page_that_is_known_is_asked_for_if_it_changed(crawl: Crawl) -> None:
    def told(path: str) -> list[tuple[str | None, str | None]]:
        return [(one.get("If-None-Match"), one.get("If-Modified-Since")) for one in crawl.web.headers(path)]

    known = ('"v1"', "Sun, 01 Nov 2026 00:00:00 GMT")
    assert sorted(told("/etag"), key=str) == [known, known, (None, None), (None, None)]
    assert told("/etag/moved") == [(None, None)] * 2, "what was said of the page means nothing to the redirect"
    assert told("/article") == [(None, None)] * 6
    assert crawl.second["/etag"].status == 304
    assert crawl.second["/etag"].digest == crawl.first["/etag"].digest
    assert crawl.second["/etag"].size == crawl.first["/etag"].size > 0


def test_a_page_is_read_in_the_charset_it_is_written_in(crawl: Crawl) -> None:
    from donghyang import read

    with Evidence(crawl.folder) as evidence:
        stored = evidence.stored(crawl.first["/wrong-charset"])
        assert stored is not None
        assert stored.load() == GB
        assert "7号园区" in read.page_of(stored.load(), stored.file).text


def test_we_say_who_we_are_and_carry_no_cookies(crawl: Crawl) -> None:
    assert {headers["User-Agent"] for _, headers in crawl.web.visits} == {"zoo/1"}
    assert not any("Cookie" in headers or "Referer" in headers for _, headers in crawl.web.visits)


def test_all_that_came_can_be_read_by_others_and_nothing_else_is_written(crawl: Crawl) -> None:
    names = {path.name for path in crawl.folder.iterdir()}
    warcs = {name for name in names if name.endswith(".warc.gz")}
    assert names - warcs <= {".writing", "index.sqlite", "index.sqlite-wal", "index.sqlite-shm"}
    kinds = [kind for name in warcs for kind, _ in records(crawl.folder / name)]
    assert kinds.count("metadata") == 2 * len(crawl.first) + 1, "one for each page, one for the robots.txt"
    assert kinds.count("revisit") == sum(one.state == "unchanged" for one in crawl.second.values()) - 1, "not /counted"


def test_the_index_made_again_says_the_same(crawl: Crawl) -> None:
    with Evidence(crawl.folder) as evidence:
        before = {name: evidence.history(capture.url) for name, capture in crawl.first.items()}
    again = crawl.folder.parent / "again"
    again.mkdir()
    for path in crawl.folder.glob("*.gz"):
        (again / path.name).write_bytes(path.read_bytes())
    with Evidence(again) as evidence:
        evidence.catch_up()
        assert {name: evidence.history(capture.url) for name, capture in crawl.first.items()} == before
