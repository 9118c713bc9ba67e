"""The rows of a page: elements beside one another that are built alike and hold a link to an article each."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from donghyang.collect.sources.lists import dates
from donghyang.collect.sources.opened import plain, said
from donghyang.read.lines import HEADINGS
from donghyang.read.published import labelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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
_BESIDE = 400
"""Characters beside a title in which its day is looked for; a summary may stand before it."""


_DAY = 40
"""Characters of a heading that is nothing but a day."""
_ABOVE = 40
"""Rows that stand under one day at most."""
_SEVERAL = 2
_PIECES = 400
"""Pieces of text of one row that are looked at."""
_PROSE = 40
"""Characters of a piece of text that is the summary of an article rather than its day, source and views."""


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
        titled = [{link.url for link in row.links if not _is_name(link)} for row in rows]
        few = sum(len(urls) < _CROWDED and len(most) < _FULL for urls, most in zip(named, titled, strict=True))
    return few >= _SHARE * len(rows)


def _is_name(link: Link) -> bool:
    """Whether a link is called by a name (of a column, a tag, a person), or hands its article on to another site."""
    return _width(link.title.strip("[]【】()（）#")) <= _NAME or _CARRIED.search(link.url) is not None


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


def beside(rows: Sequence[Row]) -> list[str]:
    """What stands beside the title of each row: inside of it, else between it and the row next to it."""
    inner = [_without(row) for row in rows]
    if sum(map(_dated, inner)) * 2 >= len(rows):
        return inner if any(map(dates.has_year, inner)) else _in_years(rows, inner)
    if all(map(dates.is_number, inner)):
        return _in_years(rows, inner)
    headed = [_heading(row.element, dates.heading) for row in rows]
    if headed and headed[0]:  # a day behind the first row is no heading
        return headed
    before, behind = [], []
    places = {row.element for row in rows}
    for row in rows:
        before.append(_between(row.element, places, back=True))
        behind.append(_between(row.element, places, back=False))
    best = max((behind, before), key=lambda texts: sum(map(_dated, texts)))
    if sum(map(_dated, best)) * 2 < len(rows):  # what stands over the first row alone is no row's
        best = inner
    return [f"{text} {more}".strip() if best is not inner else text for text, more in zip(inner, best, strict=True)]


def _in_years(rows: Sequence[Row], words: Sequence[str]) -> list[str]:
    """The words beside rows that write no year, with the year that stands as a heading over them, where one does."""
    return [f"{_heading(row.element, dates.year)} {text}".strip() for row, text in zip(rows, words, strict=True)]


def _heading(element: _Element, told: Callable[[str], str | None]) -> str:
    """The day or year, as `told` finds it, that stands as a heading over a row, or over the rows around it; "" without
    one."""
    for place in (element, element.getparent()):
        before = [] if place is None else place.itersiblings(preceding=True)
        for brother, _ in zip(before, range(_ABOVE), strict=False):
            words = told(said(brother, _DAY))
            if words:
                return words
            if place is not element:
                break
    return ""


def _dated(text: str) -> bool:
    return bool(re.search(r"\d{1,4}\s*[-/.年月]\s*\d{1,2}|\d\s*天前|昨天|今天|小时前", text))


def _without(row: Row) -> str:
    """The words of a row without the title of its article, and without those of its summary."""
    pieces = (plain(text) for text in _texts(row.element, row.main.titled, row.main.title))
    words = [text for text in islice(pieces, _PIECES) if text and len(text) <= _PROSE and text != row.main.title]
    return (_column(row.element) if row.element.tag == "tr" else None) or " ".join(words)[:_BESIDE]


def _column(row: _Element) -> str | None:
    """The day of a table's row that has several, each in a column of its own; None where it has not.

    The one whose head says that it is the day of publication, else the latest: documents are signed before that.
    """
    cells = [dates.only(said(cell, _DAY)) for cell in row]
    alone = [day for day in cells if day is not None]
    if len(alone) < _SEVERAL:
        return None
    table = next(row.iterancestors("table"), None)
    head = next(table.iter("tr"), None) if table is not None else None
    heads = [said(cell, _DAY) for cell in head] if head is not None else []
    named = (labelled(f"{text}：{day}") for text, day in zip(heads, cells, strict=False) if day is not None)
    return next((day for day in named if day is not None), max(alone)).isoformat()


def summary(row: Row) -> bool:
    """Whether a row says something of its article besides its title."""
    pieces = (plain(text) for text in islice(_texts(row.element, row.main.titled, row.main.title), _PIECES))
    return any(len(text) >= _SUMMARY and _SENTENCE.search(text) for text in pieces)


_SUMMARY = 20
"""Characters of the summary of an article; sources, columns and counters are shorter."""
_SENTENCE = re.compile(r"[，。；！？,.;!?…]")


def _texts(element: _Element, titled: _Element, title: str) -> Iterator[str]:
    """The words below an element, in order; of those in `titled` only what its title leaves out."""
    above: list[_Element | str] = [element]
    while above:
        one = above.pop()
        if isinstance(one, str):
            yield one
        elif one is titled:
            whole = said(one)
            yield whole.replace(title, " ", 1) if title in whole else ""
        elif isinstance(one.tag, str) and one.tag not in ("script", "style") and not _UNSEEN.search(_style(one)):
            yield (one.get("datetime") if one.tag == "time" else None) or one.text or ""
            above += [part for child in reversed(one) for part in (child.tail or "", child)]


def _style(element: _Element) -> str:
    return element.get("style") or ""


_UNSEEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def _between(element: _Element, places: set[_Element], *, back: bool) -> str:
    """The words that stand beside a row until the next one."""
    words: list[str] = [] if back else [element.tail or ""]
    for brother in element.itersiblings(preceding=back):
        if brother in places:
            if back:
                words.append(brother.tail or "")
            break
        if next(brother.iter("a"), None) is not None and not _is_told(element, brother):
            break
        words += [brother.tail or "", said(brother)] if back else [said(brother), brother.tail or ""]
        if sum(map(len, words)) > _BESIDE:
            break
    return plain(" ".join(reversed(words) if back else words))[:_BESIDE]


def _is_told(element: _Element, brother: _Element) -> bool:
    """Whether what stands beside a row tells of it though it has links: its day, with its column, its department."""
    if not _dated(said(brother, _BESIDE)):
        return False
    is_its = element.tag == "dt" and brother.tag == "dd"
    return is_its or all(_width(said(link)) <= _NAME for link in brother.iter("a"))
