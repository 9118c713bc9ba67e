"""Which addresses of a site map are built alike, and which of these families are no articles.

A site map names all that a site has: its people, products, instruments, files as well as its news. Nobody's addresses
are known by name. Articles have a day in their address, or they are numbered as they come out, so that what is numbered
higher was changed later; people and products are changed in any order. What does not show itself either way is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from statistics import correlation
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import parse_qsl, urlsplit

from donghyang.collect.sources.shapes import end_of, folder_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping, Sequence

_LEAST = 12
"""Addresses of a family that show an order."""
_DAYS = 3
"""Days of change that show one."""
_ORDERED = 0.8
"""The correlation of numbers and days by rank in a family that grows, where a fifth of its pages were changed again."""
_MIXED = 0.3
"""Where it is less the family does not grow; by chance it is about 0."""
_DATED = 0.5
"""So many addresses of a family have a day in one of articles."""
_DIGIT = re.compile(r"\d")
_COLUMN = re.compile(r"(?!(?:19|20)\d\d$)\d{3,5}")
_NUMBER = re.compile(r"\d{1,15}")

Family: TypeAlias = tuple[tuple[str, ...], str]
"""The folders of addresses by their names, numbers left out, and how they end."""


def strange(changed: Mapping[str, dt.date | None], told: Collection[str]) -> set[str]:
    """Those addresses of a map whose families are no articles, beside families that are; none where no family is.

    `changed` gives all addresses the day of their last change; `told` are those whose day of publication is told.
    """
    families: dict[Family, list[str]] = defaultdict(list)
    held = Counter(map(folder_of, changed))
    for url in changed:
        families[family(url, is_full=held[folder_of(url)] >= _LEAST)].append(url)
    orders = {name: _order(urls, changed) for name, urls in families.items()}
    dated = {name for name, urls in families.items() if sum(url in told for url in urls) >= _DATED * len(urls)}
    sure = dated or {name for name, order in orders.items() if order is not None and order >= _ORDERED}
    if not sure:
        return set()
    near = sure | _beside(families, sure)
    mixed = {name for name, order in orders.items() if order is not None and order < _MIXED and name not in near}
    with_them = {name for name in _beside(families, mixed) - near if (orders[name] or 0) < _ORDERED}
    return {url for name in mixed | with_them for url in families[name] if url not in told}


def family(url: str, *, is_full: bool = False) -> Family:
    """What is the same for addresses that are built alike.

    In a folder that `is_full` of addresses a number names the folder, as columns are numbered (/info/1012/88421.htm);
    years, months and days name none.
    """
    parts = urlsplit(url)
    folder, last = folder_of(url), parts.path.rpartition("/")[2]
    told = [name for name in folder.split("/") if name]
    names = tuple(name for name in told if not _DIGIT.search(name) or (is_full and _COLUMN.fullmatch(name)))
    if parts.query and not _NUMBER.search(last):
        return names, f"{last}?{'&'.join(sorted(name for name, _ in parse_qsl(parts.query, max_num_fields=20)))}"
    return names, end_of(url).removesuffix("/")


def _beside(families: Iterable[Family], others: Iterable[Family]) -> set[Family]:
    """The families that lie in the folder of one of the others, or one of those in theirs; that of the site is none."""
    folders = {folder for folder, _ in others if folder}
    above = {folder[:count] for folder in folders for count in range(1, len(folder))}
    return {
        (folder, end)
        for folder, end in families
        if folder in above or any(folder[:count] in folders for count in range(1, len(folder) + 1))
    }


def _order(urls: Sequence[str], changed: Mapping[str, dt.date | None]) -> float | None:
    """The correlation by rank of the last numbers of addresses with their days of change, -1 to 1; None where they show
    nothing."""
    found = []
    for url in urls:
        parts, day = urlsplit(url), changed[url]
        if day is not None and (told := _NUMBER.findall(f"{parts.path}?{parts.query}")):
            found.append((int(told[-1]), day.toordinal()))
    numbers, days = [number for number, _ in found], [day for _, day in found]
    if len(found) < _LEAST or len(set(days)) < _DAYS or len(set(numbers)) < _LEAST:
        return None
    return correlation(_ranks(numbers), _ranks(days))


def _ranks(values: Sequence[int]) -> list[float]:
    """The place of each value among all, those that are the same in the middle of theirs."""
    ordered = sorted(values)
    return [(bisect_left(ordered, value) + bisect_right(ordered, value)) / 2 for value in values]
