"""What an address is as a source: a feed, a list, a site map, a page; and where its site keeps better ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from donghyang.collect.sources import feeds, sitemaps
from donghyang.collect.sources.lists import listed
from donghyang.collect.sources.opened import opened, plain, said
from donghyang.collect.sources.wechat import HOST
from donghyang.read.encoding import decode, label_of
from donghyang.read.head import read
from donghyang.read.limits import budget
from donghyang.read.lines import lines
from donghyang.read.tree import parse, strip
from donghyang.read.worth import is_about, is_sentence

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from donghyang.collect.sources.opened import Opened
    from donghyang.records import SourceKind

_FEEDS = re.compile(r"application/(?:rss|atom|feed)\+(?:xml|json)|application/json\+feed|text/xml\+rss", re.IGNORECASE)
_COMMENTS = re.compile(r"comments?/feed|评论|comments? feed", re.IGNORECASE)
_FEED_NAME = re.compile(r"(?:rss|atom|feed)(?:\.xml|\.aspx?|\.php|/)?$|(?:rss|feed)[\w-]*\.xml$", re.IGNORECASE)
_TEXT = 300
"""Characters of running text that make a page an article: of 24 saved articles of portals that carry a list beside them
four have fewer, of 41 lists one has more, a page of answers to a search."""
_TITLE = 100
"""Characters of the title of a page that become the name of a source."""
_MAP_NAME = re.compile(r"sitemap[\w-]*\.(?:xml|txt)(?:\.gz)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """What an address may be watched as."""

    kind: SourceKind
    address: str
    title: str = ""
    """How it calls itself; "" where it does not."""


def find(url: str, body: bytes, day: dt.date | None = None) -> tuple[Found, ...]:
    """What the page at `url` may be watched as, and what it leads to, the best first; never ().

    A feed and a site map are what they are. A page that lists articles is a list, and where it names one feed that is
    better, as a feed says more of each entry; the feed of a whole site comes after the list of one column. Any other
    page is watched for its own changes, last. Raises Unreadable for what is above the limits of reading.
    """
    data = sitemaps.unpacked(body, url)
    text = decode(data, label_of(data))
    if sitemaps.is_sitemap(text):
        return (Found("sitemap", url),)
    if feeds.is_feed(text) or (feeds.data_of(text) and feeds.fed(data, url)):
        return (Found("feed", url, _feed_title(text)),)
    page = opened(data, url)
    if page is None:
        return (Found("page", url),)
    title = _title(page)
    named = list(dict.fromkeys(_feeds(page, title)))
    if _is_list(page, url, day):
        own = [found for found in named if _is_of(found.address, url)]
        rest = [found for found in named if found not in own]
        return (*own, Found("list", url, title), *rest)
    return (*named, *_maps(page), Found("page", url, title))


def _is_list(page: Opened, url: str, day: dt.date | None) -> bool:
    """Whether a page lists articles and is none itself: articles carry lists of others beside them."""
    if urlsplit(url).hostname == HOST or _is_article(page) or not listed(page, day):
        return False
    return _running(page) < _TEXT


def _running(page: Opened) -> int:
    """Characters of the longest run of sentences on a page that no link breaks off: summaries stand between links."""
    with budget(page.base):
        root = parse(page.text, page.base)
        if root is None:
            return 0
        strip(root)
        longest = count = 0
        for line in lines(root):
            if is_sentence(line):
                count += len(line.text)
                longest = max(longest, count)
            elif line.is_link or not is_about(line.text):
                count = 0
    return longest


def _is_article(page: Opened) -> bool:
    """Whether a page says in its head that it is an article: the pages of columns have other marks there."""
    head = read(page.root, page.text)
    return head.say(*_ARTICLE) is not None or (head.say("og:type") or "").lower() in _ARTICLES


_ARTICLE = ("articletitle", "pubdate", "publishdate", "article:published_time", "weibo:article:create_at")
"""Marks of articles. Sites of the Chinese government have ArticleTitle and PubDate on articles, ColumnName on columns
(政府网站发展指引, 国办发〔2017〕47号)."""
_ARTICLES = ("article", "news", "newsarticle")


def _is_of(feed: str, url: str) -> bool:
    """Whether a feed stands in the folder of the page that names it, so that it is its own, not the whole site's."""
    folder = re.sub(r"[^/]*$", "", urlsplit(url).path)
    return folder not in ("", "/") and urlsplit(feed).path.startswith(folder)


def _feeds(page: Opened, title: str) -> Iterator[Found]:
    for link in page.root.iter("link"):
        if "alternate" in (link.get("rel") or "").lower() and _FEEDS.search(link.get("type") or ""):
            named = plain(link.get("title") or "")
            target = page.target(link.get("href"))
            if target and not _COMMENTS.search(f"{named} {target}"):
                yield Found("feed", target, named or title)
    for anchor in page.root.iter("a"):
        target = page.target(anchor.get("href"))
        if target and _FEED_NAME.search(urlsplit(target).path) and not _COMMENTS.search(target):
            yield Found("feed", target, title)


def _maps(page: Opened) -> Iterator[Found]:
    for anchor in page.root.iter("a", "link"):
        target = page.target(anchor.get("href"))
        if target and _MAP_NAME.search(urlsplit(target).path):
            yield Found("sitemap", target)


def _title(page: Opened) -> str:
    element = next(page.root.iter("title"), None)
    return said(element, _TITLE) if element is not None else ""


def _feed_title(text: str) -> str:
    found = re.search(r"<title[^>]*>\s*(?:<!\[CDATA\[)?([^<\]]{1,200})", text[:8_000], re.IGNORECASE)
    return feeds.bare(found[1]) if found else ""
