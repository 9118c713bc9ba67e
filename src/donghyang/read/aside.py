"""Which parts of a page are side matter: by the names they are given, and by the site's own words that fill them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.read.lines import HEADINGS
from donghyang.read.worth import is_owner, is_site, prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from donghyang.read.lines import Line

_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_MOST = 0.6
"""An element that holds so much of a page's sentences is no side matter, whatever its class is called."""
_TEXTUAL = frozenset(("p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "font", "span", "strong", "b"))
"""Elements whose class names say how words look, not which part of the page they are."""
_PARTS = frozenset(("nav", "aside", "footer"))
_FOOT = 800
"""Characters that a site says about itself at most."""
_SHARE = 3
"""One line in so many speaks of the site where a block is its foot."""


def asides(order: Sequence[_Element], shown: Sequence[Line]) -> dict[_Element, bool]:
    """Of each element, whether it is side matter of the page; what stands in side matter is side matter."""
    own = defaultdict[object, list["Line"]](list)
    for line in shown:
        own[line.element].append(line)
    sums = _Sums(order, own)
    most = _MOST * sums.prose[order[0]]
    found: dict[_Element, bool] = {}
    for element in order:
        parent = element.getparent()
        inherited = found.get(parent, False) if parent is not None else False
        found[element] = (
            inherited
            or (_named(element) and sums.prose[element] < most and not _spoken(element, sums))
            or sums.is_foot(element)
        )
    return found


class _Sums:
    """Of each element: characters of sentences, of links, of all, of the site's own lines and of other sentences; how
    many lines, lines about the site, headings and tables."""

    def __init__(self, order: Sequence[_Element], own: dict[object, list[Line]]) -> None:
        self.prose, self.linked, self.length = (dict.fromkeys(order, 0) for _ in range(3))
        self.lines, self.site, self.heads, self.own, self.other = (dict.fromkeys(order, 0) for _ in range(5))
        for element in order:
            for line in own.get(element, ()):
                said = prose(line)
                self.prose[element] += said
                self.linked[element] += line.linked
                self.length[element] += len(line.text)
                self.lines[element] += 1
                self.heads[element] += line.rows is not None or element.tag in HEADINGS
                site = is_owner(line.text) if line.is_link else is_site(line.text)
                self.site[element] += site
                self.own[element] += len(line.text) if site else 0
                self.other[element] += 0 if site else said
        for table in (self.prose, self.linked, self.length, self.lines, self.site, self.heads, self.own, self.other):
            for element in reversed(order):
                parent = element.getparent()
                if parent is not None and parent in table:
                    table[parent] += table[element]

    def is_foot(self, element: _Element) -> bool:
        """Whether a site speaks of itself in this block: no heading, no table, no more sentences than its own."""
        site, lines = self.site[element], self.lines[element]
        return (
            site > 0
            and lines > 1
            and site * _SHARE >= lines
            and self.length[element] <= _FOOT
            and not self.heads[element]
            and self.other[element] <= self.own[element]
        )


def _spoken(element: _Element, sums: _Sums) -> bool:
    """Whether a part with a name of side matter is running text of the article all the same: a paragraph of
    sentences, or sentences between others on the same floor, none of them links."""
    if (
        _named(element, "offers")
        or element.tag in _PARTS
        or not sums.prose[element]
        or sums.linked[element] * 10 > sums.length[element]
    ):
        return False
    if element.tag in _TEXTUAL:
        return not sums.site[element]
    beside = [other for other in (element.getprevious(), element.getnext()) if other is not None]
    return len(beside) == 2 and all(
        sums.prose.get(other) and (other.tag in _TEXTUAL or not _named(other)) for other in beside
    )


def _named(element: _Element, words: str = "side_parts") -> bool:
    if words == "side_parts" and element.tag in _PARTS:
        return True
    name = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    return bool(name.strip()) and any(word.lower() in _words(words) for word in _NAME.findall(name))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(tables.words(__package__, kind))
