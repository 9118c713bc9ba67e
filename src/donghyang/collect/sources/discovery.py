"""A source and the bytes that it holds -> the articles that it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from donghyang import read
from donghyang.collect.sources import feeds, lists, mails, pasted, sitemaps, wechat
from donghyang.collect.sources.lists import dates
from donghyang.collect.sources.lists.links import cleaned
from donghyang.collect.sources.opened import opened, plain
from donghyang.collect.sources.selected import select
from donghyang.read import published
from donghyang.records import Entry, Source, Unreadable

if TYPE_CHECKING:
    import datetime as dt

    from donghyang.collect.sources.opened import Opened


def discover(source: Source, body: bytes, url: str, day: dt.date | None = None) -> Sequence[Entry]:
    """The articles that `body`, which came from `url`, names for a source, in its order, each once; () for none.

    `url` is the address that was fetched, or the name of a local source's file. `day`, on which the body came, gives
    days without a year theirs. A source of single pages names the page itself. What `include` and `exclude` leave out
    is left out. Raises Unreadable for what is above the limits of reading; what is broken gives what can be read of it.
    """
    return tuple(entry for entry in named(source, body, url, day) if is_wanted(source, entry))


def further(source: Source, body: bytes, url: str) -> Sequence[str]:
    """Where the source goes on behind `body`: the next page of a list or a feed, the maps of an index; () for nowhere.

    Raises Unreadable as `discover` does.
    """
    if source.kind == "sitemap":
        return tuple(sitemaps.maps_in(body, url))
    if source.kind == "feed":
        found = feeds.next_part(body, url)
    elif source.kind == "list":
        page = opened(body, url)
        found = lists.next_page(page) if page is not None else None
    else:
        found = None
    return (found,) if found is not None and found != url else ()


def named(source: Source, body: bytes, url: str, day: dt.date | None = None) -> Sequence[Entry]:
    """As `discover`, with what `include` and `exclude` leave out: by that a source shows whether it is well."""
    match source.kind:
        case "feed":
            return feeds.fed(body, url)
        case "sitemap":
            return sitemaps.mapped(body, url)
        case "list":
            page = opened(body, url)
            return () if page is None else _selected(source, page, day) or lists.listed(page, day)
        case "urls":
            return pasted.addresses(body)
        case "maildir":
            return mails.mail(body).entries
        case "wechat":
            found = wechat.post(body)
            return (Entry(found.url or url, found.title, found.date),) if found.state == "post" else ()
        case "page":
            return (Entry(url, ""),)
        case "folder":
            return _saved(body, url)


def _saved(body: bytes, name: str) -> Sequence[Entry]:
    """The page that a file holds, () where it holds none."""
    try:
        page = read.page_of(body, name)
    except Unreadable:
        return ()
    return (Entry(page.url or name, page.title or "", page.date),)


def _selected(source: Source, page: Opened, day: dt.date | None) -> Sequence[Entry]:
    """The entries of a list by the selectors of its source; () where it has none, or nothing fits them."""
    told = source.selectors
    found: dict[str, Entry] = {}
    for row in select(page.root, told.entry) if told.entry else ():
        link = next(select(row, told.title), None) if told.title else row if row.tag == "a" else None
        link = link if link is not None else next(row.iter("a"), None)
        anchor = link if link is None or link.get("href") else next(link.iter("a"), link)
        target = page.target(anchor.get("href")) if anchor is not None else None
        if target is None or link is None:
            continue
        title = cleaned(plain("".join(link.itertext()))) or cleaned(link.get("title") or "")
        place = next(select(row, told.date), None) if told.date else row
        words = plain(" ".join(place.itertext())) if place is not None else ""
        beside = dates.beside(words.replace(title, " "), day, published.from_address(target))
        found.setdefault(target, Entry(target, title, beside))
    return tuple(found.values())


def is_wanted(source: Source, entry: Entry) -> bool:
    """Whether neither `include` nor `exclude` of a source leaves an entry out."""
    said = f"{entry.title}\n{entry.url}".casefold()
    if any(word.casefold() in said for word in source.exclude):
        return False
    return not source.include or any(word.casefold() in said for word in source.include)
