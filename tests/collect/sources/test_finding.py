"""What an address is found to be."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from pathlib import Path

import pytest

pytest.importorskip("feedparser", reason="the extra `collect` is not installed")

from donghyang.collect.sources import find

URL = "https://kjt.xinghan.example.cn/tzgg/index.html"
LISTS = Path(__file__).parent / "lists"
DAY = dt.date(2031, 5, 20)
LIST = (LISTS / "built/trs.html").read_text("utf-8")
FEED = '<link rel="alternate" type="application/rss+xml" title="{name}" href="{href}">'


def kinds(body: str | bytes, url: str = URL) -> list[tuple[str, str]]:
    data = body.encode() if isinstance(body, str) else body
    return [(found.kind, found.address) for found in find(url, data, DAY)]


def with_head(page: str, *links: str) -> str:
    return page.replace("<title>", f"{''.join(links)}<title>", 1)


def test_a_list_is_a_list() -> None:
    assert kinds(LIST) == [("list", URL)]
    assert find(URL, LIST.encode(), DAY)[0].title == "通知公告"


def test_a_list_with_a_feed_of_its_own_is_better_watched_by_it() -> None:
    page = with_head(LIST, FEED.format(name="通知", href="rss.xml"), FEED.format(name="全站", href="/rss.xml"))
    assert kinds(page) == [
        ("feed", "https://kjt.xinghan.example.cn/tzgg/rss.xml"),
        ("list", URL),
        ("feed", "https://kjt.xinghan.example.cn/rss.xml"),
    ]


def test_a_page_without_a_list_leads_to_its_feeds_and_maps() -> None:
    page = """<html><head><title>首页</title></head><body><a href="/feed/">RSS订阅</a>
    <a href="/sitemap.xml">网站地图</a></body></html>"""
    assert kinds(page) == [
        ("feed", "https://kjt.xinghan.example.cn/feed/"),
        ("sitemap", "https://kjt.xinghan.example.cn/sitemap.xml"),
        ("page", URL),
    ]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('<?xml version="1.0"?><rss version="2.0"><channel><title>通知</title></channel></rss>', "feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>', "feed"),
        (json.dumps({"items": [{"url": "/a/1", "title": "高温超导带材"}, {"url": "/a/2", "title": "中试线"}]}), "feed"),
        ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>', "sitemap"),
        ("<sitemapindex></sitemapindex>", "sitemap"),
        (gzip.compress(b"<urlset></urlset>", mtime=0), "sitemap"),
        ("<html><body><p>只有一段话。</p></body></html>", "page"),
        ('{"a": 1}', "page"),
        ("plain words", "page"),
    ],
)
def test_each_kind_is_told_by_its_bytes(body: str | bytes, kind: str) -> None:
    assert kinds(body) == [(kind, URL)]


def test_feeds_of_comments_are_none() -> None:
    page = with_head(LIST, FEED.format(name="评论", href="comments/feed"))
    assert kinds(page) == [("list", URL)]


@pytest.mark.parametrize("file", sorted((LISTS / "none").iterdir()), ids=lambda file: file.stem)
def test_pages_that_are_no_lists_are_pages(file: Path) -> None:
    assert kinds(file.read_bytes()) == [("page", URL)]


@pytest.mark.parametrize("folder", ["built", "judged"])
def test_every_list_is_found(folder: str) -> None:
    told = json.loads((LISTS / "expected.json").read_text("utf-8"))
    pages = {name: row["url"] for name, row in told.items() if name.startswith(folder)}
    assert {
        name for name, url in pages.items() if kinds((LISTS / f"{name}.html").read_bytes(), url)[0][0] != "list"
    } == set()


@pytest.mark.parametrize(
    "mark",
    [
        '<meta name="ArticleTitle" content="办法"/>',
        '<meta name="PubDate" content="2031-05-18 10:00"/>',
        '<meta property="og:type" content="article"/>',
    ],
)
def test_an_article_with_a_list_beside_it_is_no_list(mark: str) -> None:
    assert kinds(with_head(LIST, mark)) == [("page", URL)]
    assert kinds(with_head(LIST, '<meta name="ColumnName" content="通知公告"/>')) == [("list", URL)]


def test_running_text_makes_an_article_of_a_page_with_a_list() -> None:
    text = "".join(
        f"<p>会议强调，要坚持问题导向，第{number}项任务由各地市抓好落实，并按月报送进展情况。</p>"
        for number in "一二三四五六七八九十"
    )
    article = LIST.replace('<div class="main">', f'<div class="main"><h1>省科技厅召开推进会</h1>{text}', 1)
    assert kinds(article) == [("page", URL)]
    summaries = LIST.replace("</a><span>", "</a><p>会议强调，要坚持问题导向，各项任务由各地市抓好落实。</p><span>")
    assert kinds(summaries) == [("list", URL)]


def test_answers_for_scripts_are_sources() -> None:
    sites = Path(__file__).parent / "sites3"
    assert kinds((sites / "jsonp.js").read_bytes(), "https://api.kexun.example.com/roll?cb=jQuery1")[0][0] == "feed"
    address = "https://kjt.jiangnan.example.cn/api-gateway/jpaas/list?p=1"
    assert kinds((sites / "html_in_json.json").read_bytes(), address)[0][0] == "list"
