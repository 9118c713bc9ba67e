"""A list page to its entries.

The rows of a page fall into groups (its menu, its list, what stands beside it). A list of articles shows itself by a
day beside each title; where no group has days, by long titles that lead to articles of the same site, or by what is
told of each; else a single dated row is one. What a group names besides articles (columns, filters) is left out of it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from donghyang.collect.sources import shapes
from donghyang.collect.sources.feeds import data_of, of_json
from donghyang.collect.sources.lists import dates
from donghyang.collect.sources.lists.around import beside, has_summary
from donghyang.collect.sources.lists.drawn import drawn, scripted
from donghyang.collect.sources.lists.links import is_article, links
from donghyang.collect.sources.lists.paging import next_page
from donghyang.collect.sources.lists.rows import Row, groups
from donghyang.language import tables
from donghyang.read.published import from_address
from donghyang.records import Entry

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lxml.etree import _Element

    from donghyang.collect.sources.opened import Opened

_DAYS = 0.6
"""So many of its rows have a day in a list of articles; some lists show it only for the newest."""
_LEAST = 2
"""Rows with a day, or with a summary, that make a list."""
_UNDATED = 4
"""Rows that make a list where none has a day."""
_LONG = 10
"""Letters of the titles of such a list, on average: those of menus and of links to other sites are shorter."""
_TELLING = 30
"""Letters above which a title says no more for its list; a summary says as much."""
_NEAR = 2
"""So many times more the list of the page's own column counts than one of others beside it."""
_OFTEN = 3
"""An address that so many rows of a list share names a column, a department, a state."""
_ALONE = 8
"""Letters of the title of the only article of a column."""


@dataclass(frozen=True, slots=True)
class _Listing:
    """A group of rows, read."""

    entries: tuple[Entry, ...]
    dated: int
    """Rows with a day beside them."""
    own: int
    """Rows that lead to articles of the same site."""
    told: int
    """Rows with a summary that lead into one folder of the same site."""
    is_near: bool
    """Whether most of them lie in the folder of the page: the list of its own column."""
    shares: int
    """Links that stand beside one another in what looks like one row: then that is the row, and they are its parts."""
    is_plain: bool
    """Whether its rows are items or lines of a table, with hardly a word beside title and day."""

    @property
    def has_days(self) -> bool:
        return self.dated >= max(_LEAST, _DAYS * len(self.entries))

    @property
    def is_titled(self) -> bool:
        """Whether rows without days are articles, by their titles and addresses, or by what is told of each."""
        count = len(self.entries)
        if count >= _LEAST and self.told == count:
            return True
        letters = sum(len(entry.title) for entry in self.entries)
        return count >= _UNDATED and letters >= _LONG * count and self.own >= _DAYS * count

    @property
    def is_alone(self) -> bool:
        """Whether a single row is the only article of its column."""
        if not self.is_plain or len(self.entries) != 1 or not self.dated:
            return False
        (entry,) = self.entries
        return len(entry.title) >= _ALONE and (self.own == 1 or shapes.is_numbered(entry.url))

    @property
    def weight(self) -> int:
        """How much a reader sees in it: many rows with long titles."""
        letters = sum(min(len(entry.title), _TELLING) for entry in self.entries) + _TELLING * self.told
        return letters * (_NEAR if self.is_near else 1) // self.shares


def listed(page: Opened, day: dt.date | None = None) -> list[Entry]:
    """The entries of a list page in its order, each address once; [] where it is no list.

    `day`, on which the page was fetched, gives days without a year theirs.
    """
    whole = list(drawn(page)) if data_of(page.text) else [page, *drawn(page)]
    listings = [_read(one, rows, day) for one in whole for rows in groups(links(one))]
    dated = [listing for listing in listings if listing.has_days]
    titled = [listing for listing in listings if listing.is_titled]
    alone = [listing for listing in listings if listing.is_alone]
    best = _best(page, dated or titled or alone)
    if best is not None:
        return list(best.entries)
    return of_json(data, page.base) if (data := data_of(page.text)) else scripted(page)


def _best(page: Opened, listings: Sequence[_Listing]) -> _Listing | None:
    """The one of the listings that a reader sees first; None of none.

    Links that stand beside each title and lead to other views of the list (?dept=3) are no list beside its articles.
    """
    best = max(listings, key=_rank, default=None)
    if best is None:
        return None
    views = {urlsplit(page.base).path, urlsplit(next_page(page) or page.base).path}
    if all(urlsplit(entry.url).path in views for entry in best.entries):
        others = [
            one
            for one in listings
            if len(one.entries) >= len(best.entries)
            and not any(urlsplit(entry.url).path in views for entry in one.entries)
        ]
        return max(others, key=_rank, default=best)
    return best


def _rank(listing: _Listing) -> tuple[int, int]:
    return listing.weight, listing.dated


def _read(page: Opened, rows: Sequence[Row], day: dt.date | None) -> _Listing:
    rows, around = _beside(rows)
    first = dates.month_first(around)
    often = Counter(row.main.url for row in rows)
    usual = sorted(often.values())[len(often) // 2]
    found: dict[str, Entry] = {}
    dated: set[str] = set()
    told: set[str] = set()
    for row, words in zip(rows, around, strict=True):
        link = row.main
        if link.url in found or often[link.url] >= max(_OFTEN, _OFTEN * usual):
            continue
        said = dates.beside(words) or dates.ordered(words, first)
        if said is not None or dates.is_short(words):
            dated.add(link.url)
        if has_summary(row):
            told.add(link.url)
        found[link.url] = Entry(link.url, link.title, said or dates.beside(words, day, from_address(link.url)))
    undated = found.keys() - dated
    for url in shapes.are_channels(undated, dated, page.base) if len(dated) >= _LEAST else shapes.own_parts(undated):
        del found[url]
    folders = {url.rpartition("/")[0] for url in found}
    near = [url for url in found if _same_site(url, page.base)]
    return _Listing(
        tuple(found.values()),
        dated=sum(url in found for url in dated),
        own=sum(is_article(url, page.base) for url in near),
        told=sum(url in told for url in near) if len(folders) == 1 else 0,
        is_near=_is_near(page.base, found),
        shares=_shares(rows),
        is_plain=all(row.element.tag in _ITEMS and len(row.links) == 1 for row in rows),
    )


def _beside(rows: Sequence[Row]) -> tuple[list[Row], list[str]]:
    """The rows, and the words beside each, without those of blocks that are built as the list is, stand in another part
    of the page, and have no day at all where the rows of the list have theirs."""
    around = beside(rows)
    parts: dict[_Element | None, list[bool]] = defaultdict(list)
    places = [_place(row) for row in rows]
    for place, words in zip(places, around, strict=True):
        parts[place].append(dates.beside(words) is not None or dates.is_short(words))
    if any(sum(dated) >= max(_LEAST, _DAYS * len(dated)) for dated in parts.values()):
        kept = [any(parts[place]) or len(parts[place]) == 1 for place in places]
        return list(compress(rows, kept)), list(compress(around, kept))
    return list(rows), around


def _place(row: Row) -> _Element | None:
    """The part of the page around the element that holds a row."""
    above = row.element.getparent()
    return above.getparent() if above is not None else None


def _is_near(page: str, urls: Collection[str]) -> bool:
    """Whether most addresses lie in the folder of the page, which is not that of the site."""
    folder = re.sub(r"[^/]*$", "", page.partition("?")[0])
    within = sum(url.startswith(folder) for url in urls)
    return folder.count("/") > _ROOT and within >= _DAYS * len(urls) > 0


_ROOT = 3
"""Strokes of the address of a site's first page."""


def _shares(rows: Sequence[Row]) -> int:
    """How many links stand in each of the elements that hold them, where those are several; else 1."""
    around = Counter(row.element.getparent() for row in rows)
    return 1 if rows[0].element.tag != "a" or len(around) < _OFTEN else sorted(around.values())[len(around) // 2]


_ITEMS = ("li", "tr", "dt", "dd", "article")
_NAMES = 2
"""Last names of a host that tell the site; three where the last but one is a kind (gov.cn)."""


def _same_site(url: str, other: str) -> bool:
    return _site(url) == _site(other)


def _site(url: str) -> str:
    """The name of the site that an address belongs to: example.gov.cn of https://kjt.example.gov.cn/x."""
    names = (urlsplit(url).hostname or "").split(".")
    kinds = tables.words("donghyang.collect.sources", "second_levels")
    return ".".join(names[-(_NAMES + (len(names) > _NAMES and names[-_NAMES] in kinds)) :])
