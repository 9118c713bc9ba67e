"""Site maps: lists and indexes, packed and plain, with bounds."""

from __future__ import annotations

import datetime as dt
import gzip

import pytest

from donghyang.collect.sources import sitemaps
from donghyang.collect.sources.sitemaps import mapped, maps_in
from donghyang.records import Entry, Unreadable

URL = "https://www.xinghan.example.cn/sitemap.xml"
HOST = "https://www.xinghan.example.cn"
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(*rows: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {NS}>{"".join(rows)}</urlset>'.encode()


def row(path: str, day: str = "") -> str:
    return f"<url><loc>{HOST}{path}</loc>" + (f"<lastmod>{day}</lastmod>" if day else "") + "</url>"


def test_a_map_names_addresses_with_their_days() -> None:
    body = urlset(row("/a/1.html", "2031-05-18"), row("/202305/t20230504_2.html", "2031-05-17"), row("/a/1.html"))
    wanted = [
        Entry(f"{HOST}/a/1.html", "", dt.date(2031, 5, 18)),
        Entry(f"{HOST}/202305/t20230504_2.html", "", dt.date(2023, 5, 4)),
    ]
    assert mapped(body, URL) == wanted
    assert mapped(gzip.compress(body), URL) == wanted
    assert maps_in(body, URL) == []


def test_a_map_for_news_tells_titles() -> None:
    news = (
        '<news:news xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><news:publication><news:name>星汉网'
        "</news:name></news:publication><news:publication_date>2031-05-18T22:00:00Z</news:publication_date>"
        "<news:title>首套海底数据舱入水</news:title></news:news>"
    )
    body = urlset(f"<url><loc>{HOST}/n/1</loc>{news}</url>")
    assert mapped(body, URL) == [Entry(f"{HOST}/n/1", "首套海底数据舱入水", dt.date(2031, 5, 19))]


def test_the_day_on_which_a_map_was_made_is_no_day_of_its_articles() -> None:
    body = urlset(*(row(f"/a/{number}.html", "2031-05-18") for number in range(9)))
    assert {entry.date for entry in mapped(body, URL)} == {None}


def test_an_index_names_maps_the_newest_first() -> None:
    rows = "".join(
        f"<sitemap><loc>/maps/{name}.xml</loc><lastmod>{day}</lastmod></sitemap>"
        for name, day in (("a", "2031-01-01"), ("b", "2031-05-01"), ("c", ""))
    )
    body = f"<sitemapindex {NS}>{rows}</sitemapindex>".encode()
    assert maps_in(body, URL) == [f"{HOST}/maps/{name}.xml" for name in "bac"]
    assert mapped(body, URL) == []


def test_a_plain_map_is_a_list_of_addresses() -> None:
    assert [entry.url for entry in mapped(f"{HOST}/a\n{HOST}/b\r\nftp://x\n{HOST}/a".encode(), URL)] == [
        f"{HOST}/a",
        f"{HOST}/b",
    ]


@pytest.mark.parametrize("cut", [60, 150, 200])
def test_a_broken_map_gives_what_stands_in_it(cut: int) -> None:
    body = urlset(row("/a/1.html", "2031-05-18"), row("/a/2.html"))
    assert len(mapped(body[:cut], URL)) <= 2


def test_entities_are_not_followed() -> None:
    body = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY a "https://b.example.cn/">]>'
        f"<urlset {NS}><url><loc>{HOST}/&e;</loc></url><url><loc>&a;</loc></url></urlset>"
    ).encode()
    assert all("root:" not in entry.url for entry in mapped(body, URL))


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MOST_BYTES", 100_000)
    with pytest.raises(Unreadable, match="unpacked"):
        mapped(gzip.compress(b" " * 1_000_000), URL)


def test_broken_gzip_is_refused() -> None:
    with pytest.raises(Unreadable, match="gzip"):
        mapped(b"\x1f\x8b\x08\x00broken-----------", URL)
