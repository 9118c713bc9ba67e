"""Which of the addresses that stand together are those of articles, and which of the site's own parts.

Nobody's addresses are known by name. Articles of one list are numbered or dated, or end alike; columns, first pages and
pages about the site among them are not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from urllib.parse import unquote, urlsplit

from donghyang.collect.addresses import is_home

_NUMBER = re.compile(r"\d{2}|[=/_-]\d")
"""What the address of an article is told apart by: a number of two digits, or one that stands alone."""
_INDEX = re.compile(r"/(?:index|default|list)\w{0,3}\.\w{2,5}$", re.IGNORECASE)
"""How the address of a column ends."""
_MOST = 0.6
"""So many of the addresses are numbered before those that are not are taken for the site's own."""


def is_numbered(url: str) -> bool:
    """Whether an address holds a number behind its host."""
    parts = urlsplit(url)
    return _NUMBER.search(unquote(f"{parts.path}?{parts.query}" if parts.query else parts.path)) is not None


def end_of(url: str) -> str:
    """How the path of an address ends: "/", ".html" and the like, or "" for a name alone."""
    path = urlsplit(url).path
    if path.endswith("/"):
        return "/"
    return path[path.rfind(".") :].lower() if "." in path.rpartition("/")[2] else ""


def own_parts(urls: Collection[str]) -> set[str]:
    """Those of the addresses that are the site's own parts: first pages, and where most are numbered those that are
    not."""
    homes = {url for url in urls if is_home(url)}
    rest = [url for url in urls if url not in homes]
    bare = {url for url in rest if not is_numbered(url)}
    indexes = {url for url in rest if _is_index(url)}
    folders = Counter(folder_of(url) for url in rest)
    folder, count = folders.most_common(1)[0] if folders else ("", 0)
    others = {url for url in bare if folder_of(url) != folder}
    parts = (bare, indexes, others if count > 1 and folder else bare)
    return homes.union(*(part for part in parts if rest and len(rest) - len(part) >= _MOST * len(rest)))


def _is_index(url: str) -> bool:
    return _INDEX.search(urlsplit(url).path) is not None


def folder_of(url: str) -> str:
    """The folder that an address lies in; "" for one that lies in none."""
    return urlsplit(url).path.rpartition("/")[0]


def are_channels(urls: Iterable[str], articles: Collection[str], page: str) -> set[str]:
    """Those of `urls`, which have no day, that are no articles beside `articles`, which have one: they hold no number
    though those do, end in another way than any of them, or are the `page` that lists them, put otherwise."""
    here = urlsplit(page).path
    views = all(urlsplit(url).path != here for url in articles)
    ends = Counter(map(end_of, articles))
    numbered = sum(map(is_numbered, articles)) >= _MOST * len(articles)
    return {
        url
        for url in urls
        if is_home(url)
        or (views and urlsplit(url).path == here)
        or (numbered and not is_numbered(url))
        or (_is_index(url) and not any(map(_is_index, articles)))
        or (end_of(url) == "/" and not ends["/"])
    }
