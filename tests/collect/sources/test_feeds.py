"""Feeds as sites really write them: other charsets than they say, bare ampersands, relative links, days in Chinese."""

from __future__ import annotations

import datetime as dt
import json

import pytest

pytest.importorskip("feedparser", reason="the extra `collect` is not installed")

from donghyang.collect.sources.feeds import day_of, fed, next_part
from donghyang.records import Entry

URL = "https://kjt.xinghan.example.cn/rss/tzgg.xml"
HOST = "https://kjt.xinghan.example.cn"


def rss(*items: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>', foot: str = "</channel></rss>") -> str:
    rows = "".join(f"<item>{item}</item>" for item in items)
    return f'{head}<rss version="2.0"><channel><title>通知</title><link>{HOST}/</link>{rows}{foot}'


def item(title: str, link: str, day: str = "") -> str:
    return f"<title>{title}</title><link>{link}</link>" + (f"<pubDate>{day}</pubDate>" if day else "")


ONE = item("关于征集深海装备需求的函", "/art/1.html", "Mon, 19 May 2031 09:30:00 +0800")
WANTED = Entry(f"{HOST}/art/1.html", "关于征集深海装备需求的函", dt.date(2031, 5, 19))


@pytest.mark.parametrize(
    "body",
    [
        rss(ONE).encode(),
        b"\xef\xbb\xbf" + rss(ONE).encode(),
        b"\r\n \r\n" + rss(ONE).encode(),
        rss(ONE).encode("gb18030"),
        rss(ONE, head='<?xml version="1.0" encoding="gb2312"?>').encode(),
        rss(ONE, head='<?xml version="1.0" encoding="gb2312"?>').encode("gb18030"),
        rss(ONE).encode("utf-16"),
        rss(ONE, foot="").encode(),
        rss(ONE, item("另一篇 & 尚未完", "/art/2", "x")).encode()[:-60],
        rss(ONE.replace("需求", "需求\x0b")).encode(),
        rss(ONE.replace("征集", "<![CDATA[征集]]>")).encode(),
        rss(ONE.replace("<link>/art/1.html</link>", "<guid>/art/1.html</guid>")).encode(),
        rss(ONE.replace("Mon, 19 May 2031 09:30:00 +0800", "2031-05-19 09:30:00")).encode(),
        rss(ONE.replace("Mon, 19 May 2031 09:30:00 +0800", "2031年5月19日")).encode(),
        rss(ONE.replace("Mon, 19 May 2031 09:30:00 +0800", "2031/5/19 9:30")).encode(),
        rss(ONE.replace("Mon, 19 May 2031 09:30:00 +0800", "Sun, 18 May 2031 22:30:00 GMT")).encode(),
        rss(ONE, ONE).encode(),
        rss(ONE, item("没有链接", ""), item("脚本", "javascript:void(0)")).encode(),
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">]>{rss(ONE, head="")}'.encode(),
    ],
)
def test_rss_is_read_however_it_is_written(body: bytes) -> None:
    assert fed(body, URL)[0] == WANTED
    assert len(fed(body, URL)) <= 2


def test_titles_lose_their_markup_and_their_entities() -> None:
    body = rss(item("A&amp;B &lt;b&gt;量子&lt;/b&gt; &amp;ldquo;一号&amp;rdquo;", "/x")).encode()
    assert fed(body, URL)[0].title == "A&B 量子 “一号”"


def test_atom_is_read() -> None:
    body = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>
    <link rel="next" href="?page=2"/><entry><title type="html">首台样机&lt;i&gt;下线&lt;/i&gt;</title>
    <link rel="self" href="/self"/><link rel="alternate" href="{HOST}/a/9"/>
    <updated>2031-05-20T01:00:00Z</updated><published>2031-05-18T23:00:00Z</published></entry></feed>"""
    assert fed(body.encode(), URL) == [Entry(f"{HOST}/a/9", "首台样机下线", dt.date(2031, 5, 19))]
    assert next_part(body.encode(), URL) == f"{URL}?page=2"


def test_rdf_is_read() -> None:
    body = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>x</title></channel>
    <item rdf:about="{HOST}/r/1"><title>旧式订阅源</title><link>{HOST}/r/1</link><dc:date>2031-05-02</dc:date></item>
    </rdf:RDF>"""
    assert fed(body.encode(), URL) == [Entry(f"{HOST}/r/1", "旧式订阅源", dt.date(2031, 5, 2))]


def test_json_feed_is_read() -> None:
    body = json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "x",
            "next_url": "/feed/2.json",
            "items": [
                {
                    "id": "1",
                    "url": "/a/1",
                    "title": "高温超导带材通过验收",
                    "date_published": "2031-05-18T09:00:00+08:00",
                }
            ],
        }
    ).encode()
    assert fed(body, URL) == [Entry(f"{HOST}/a/1", "高温超导带材通过验收", dt.date(2031, 5, 18))]
    assert next_part(body, URL) == next_part(b"told(" + body + b");", URL) == f"{HOST}/feed/2.json"


def test_the_json_of_a_sites_own_script_is_read() -> None:
    rows = [
        {"TITLE": "关于印发实施细则的通知", "URL": "/zc/2031/1.htm", "DOCRELPUBTIME": "2031-05-18", "id": 7},
        {"TITLE": "关于调整目录的公告", "URL": "/zc/2031/2.htm", "DOCRELPUBTIME": "2031-05-17", "id": 8},
    ]
    menu = [{"name": "首页", "link": "/"}]
    for body in (rows, {"code": 0, "data": {"menu": menu, "list": rows}}):
        found = fed(json.dumps(body).encode(), URL)
        assert [entry.title for entry in found] == ["关于印发实施细则的通知", "关于调整目录的公告"]
        assert found[0] == Entry(f"{HOST}/zc/2031/1.htm", "关于印发实施细则的通知", dt.date(2031, 5, 18))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body><a href='/a/1.html'>x</a></body></html>",
        b"{",
        b"[]",
        b'{"a": 1}',
        b"[" * 5000,
        b'{"list": [{"title": "x"}]}',
        rss().encode(),
        b"\x00\x01\x02",
        rss("".join(f'<n{at}:item xmlns:n{at}="urn:{at}"/>' for at in range(40_000))).encode(),
        rss("".join(f"<item xmlns = 'urn:{at}'/>" for at in range(40_000))).encode(),
    ],
)
def test_what_is_no_feed_has_no_entries(body: bytes) -> None:
    assert fed(body, URL) == []


def test_a_feed_never_opens_a_file_or_an_address() -> None:
    assert fed(b"/etc/passwd", URL) == []
    assert fed(b"http://127.0.0.1:9/feed.xml", URL) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mon, 19 May 2031 23:30:00 GMT", "2031-05-20"),
        ("19 May 2031 09:00 +0800", "2031-05-19"),
        ("2031-05-19T20:00:00Z", "2031-05-20"),
        ("1936915200", "2031-05-19"),
        ("2031年05月19日 08:00", "2031-05-19"),
        ("gestern", None),
        ("", None),
        ("32 Foo 2031", None),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),  # how a site writes that it has no day
        ("Fri, 31 Dec 9999 23:59:59 -1200", None),  # no day of the calendar any more in China
        ("9999-12-31T23:59:59-12:00", None),
    ],
)
def test_the_days_of_feeds(text: str, day: str | None) -> None:
    assert day_of(text) == (dt.date.fromisoformat(day) if day else None)


def test_an_entry_came_out_before_it_was_changed() -> None:
    row = {
        "url": f"{HOST}/a/1.html",
        "title": "나래 시험",
        "date_modified": "2031-06-02",
        "date_published": "2031-05-19",
    }
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [row]}).encode()
    (entry,) = fed(body, URL)
    assert entry.date == dt.date(2031, 5, 19)
