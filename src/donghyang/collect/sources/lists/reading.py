"""A list page to its entries.

The rows of a page fall into groups (its menu, its list, what stands beside it). A list of articles shows itself by a
day beside each title; where no group has days, by long titles that lead to articles of the same site.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from donghyang.collect.sources.lists import dates
from donghyang.collect.sources.lists.drawn import drawn
from donghyang.collect.sources.lists.links import is_article, links
from donghyang.collect.sources.lists.rows import Row, beside, groups
from donghyang.language import tables
from donghyang.read.published import from_address
from donghyang.records import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.collect.sources.opened import Opened

_DAYS = 0.6
"""So many of its rows have a day in a list of articles; some lists show it only for the newest."""
_LEAST = 2
"""Rows with a day that make a list."""
_UNDATED = 4
"""Rows that make a list where none has a day."""
_LONG = 10
"""Letters of the titles of such a list, on average: those of menus and of links to other sites are shorter."""
_TELLING = 30
"""Letters above which a title says no more for its list."""


@dataclass(frozen=True, slots=True)
class _Listing:
    """A group of rows, read."""

    entries: tuple[Entry, ...]
    dated: int
    """Rows with a day beside them."""
    own: int
    """Rows that lead to articles of the same site."""

    @property
    def has_days(self) -> bool:
        return self.dated >= max(_LEAST, _DAYS * len(self.entries))

    @property
    def is_titled(self) -> bool:
        """Whether rows without days are articles, by their titles and addresses."""
        count = len(self.entries)
        letters = sum(len(entry.title) for entry in self.entries)
        return count >= _UNDATED and letters >= _LONG * count and self.own >= _DAYS * count

    @property
    def weight(self) -> int:
        """How much a reader sees in it: many rows with long titles."""
        return sum(min(len(entry.title), _TELLING) for entry in self.entries)


def listed(page: Opened, day: dt.date | None = None) -> list[Entry]:
    """The entries of a list page in its order, each address once; [] where it is no list.

    `day`, on which the page was fetched, gives days without a year theirs.
    """
    whole = [page, *drawn(page)]
    listings = [_read(one, rows, day) for one in whole for rows in groups(links(one))]
    dated = [listing for listing in listings if listing.has_days]
    titled = [listing for listing in listings if listing.is_titled]
    best = max(dated or titled, key=lambda listing: listing.weight, default=None)
    return list(best.entries) if best is not None else []


def _read(page: Opened, rows: Sequence[Row], day: dt.date | None) -> _Listing:
    found: dict[str, Entry] = {}
    dated = own = 0
    around = beside(rows)
    first = dates.month_first(around)
    for row, words in zip(rows, around, strict=True):
        link = row.main
        if link.url in found:
            continue
        said = dates.beside(words) or dates.ordered(words, first)
        dated += said is not None or dates.is_short(words)
        said = said or dates.beside(words, day, from_address(link.url))
        own += is_article(link.url, page.base) and _same_site(link.url, page.base)
        found[link.url] = Entry(link.url, link.title, said)
    return _Listing(tuple(found.values()), dated, own)


_NAMES = 2
"""Last names of a host that tell the site; three where the last but one is a kind (gov.cn)."""


def _same_site(url: str, other: str) -> bool:
    return _site(url) == _site(other)


def _site(url: str) -> str:
    """The name of the site that an address belongs to: example.gov.cn of https://kjt.example.gov.cn/x."""
    names = (urlsplit(url).hostname or "").split(".")
    kinds = tables.words("donghyang.collect.sources", "second_levels")
    return ".".join(names[-(_NAMES + (len(names) > _NAMES and names[-_NAMES] in kinds)) :])
