"""The rows of a page: elements beside one another that are built alike and hold a link to an article each."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.read.lines import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from donghyang.collect.sources.lists.links import Link

_DEEPEST = 14
"""How many layers above a link its row may lie."""
_FULL = 4
"""Articles that a row names at most: its own, and what stands beside it (column, department, picture)."""
_CROWDED = 8
"""Links of a row, names of columns and tags included; what holds more is a part of the page."""
_SEVERAL_ROWS = 3
"""Rows that show that what stands in each of them is told of its article."""
_SHARE = 0.8
"""So many of the rows of a list name no more."""
_NAME = 12
"""How wide the name of a column, a tag, a person is at most, six Han letters; titles of articles are wider."""
_UNIQUE = re.compile(r"\d+|\b(?:odd|even|first|last|cur|current|active|on|hover|new|top)\b", re.IGNORECASE)
"""What differs in the classes of rows that are alike."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row."""

    element: _Element
    links: tuple[Link, ...]

    @property
    def main(self) -> Link:
        """The link to its article: a heading, else the one whose address is named at the greatest length, by its first
        such name."""
        heads = [link for link in self.links if _is_heading(link)]
        kept = heads if len({link.url for link in heads}) == 1 else self.links
        longest = max(kept, key=lambda link: _width(link.title))
        return next(link for link in self.links if link.url == longest.url)


def _is_heading(link: Link) -> bool:
    above = link.element.getparent()
    return bool({link.titled.tag, above.tag if above is not None else ""} & HEADINGS)


def _width(text: str) -> int:
    """How wide a text is: a Han letter is as wide as two others."""
    return sum(1 if letter.isascii() else 2 for letter in text)


def groups(links: Iterable[Link]) -> list[list[Row]]:
    """The rows that belong together, each group in order: children of one element, or of elements alike beside it.

    A row is found again as what it holds, and those hold less of what stands beside its title: they come last.
    """
    inside: dict[_Element, dict[_Element, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in links:
        child = link.element
        for _ in range(_DEEPEST):
            above = child.getparent()
            if above is None:
                break
            inside[above][child].append(link)
            child = above
    found: dict[object, list[Row]] = defaultdict(list)
    for around, children in inside.items():
        by_tag: dict[str, list[Row]] = defaultdict(list)
        for child, held in children.items():
            by_tag[str(child.tag)].append(Row(child, tuple(held)))
        for tag, rows in by_tag.items():
            if _alike(rows):
                found[_key(around, tag)] += rows
    return list(reversed(found.values()))


def _alike(rows: Sequence[Row]) -> bool:
    named = [{link.url for link in row.links} for row in rows]
    few = sum(len(urls) < _FULL for urls in named)
    if few < _SHARE * len(rows) and len(rows) >= _SEVERAL_ROWS:
        titled = [{link.url for link in row.links if not _is_beside(link)} for row in rows]
        few = sum(len(urls) < _CROWDED and len(most) < _FULL for urls, most in zip(named, titled, strict=True))
    return few >= _SHARE * len(rows)


def is_name(text: str) -> bool:
    """Whether a text is no wider than the name of a column, a tag, a person."""
    return _width(text) <= _NAME


def _is_beside(link: Link) -> bool:
    """Whether a link is called by a name, or hands its article on to another site."""
    return is_name(link.title.strip("[]【】()（）#")) or _CARRIED.search(link.url) is not None


_CARRIED = re.compile(r"[?&][^?&=]*=https?(?::|%3A)//?", re.IGNORECASE)
"""Another address in the query of an address."""


def _key(around: _Element, tag: str) -> object:
    """What is the same for rows that belong together: what is around them, how it is called, and where it lies."""
    if around.tag in ("td", "th"):
        return tag, id(around)  # the cell beside it is another column, not more of the list
    above = around.getparent()
    higher = above.getparent() if above is not None else None
    place = higher if higher is not None and higher.tag != "html" else above
    return tag, _look(around), _look(above) if above is not None else "", id(place) if place is not None else 0


def _look(element: _Element) -> tuple[str, str]:
    return str(element.tag), _UNIQUE.sub("", element.get("class") or "").strip()
