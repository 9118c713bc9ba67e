"""What stands beside the title of a row: its day, its column, its summary."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from donghyang.collect.sources.lists import dates
from donghyang.collect.sources.lists.rows import is_name
from donghyang.collect.sources.opened import plain, said, texts
from donghyang.read.published import labelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.etree import _Element

    from donghyang.collect.sources.lists.rows import Row

_BESIDE = 400
"""Characters beside a title in which its day is looked for; a summary may stand before it."""
_DAY = 40
"""Characters of a heading that is nothing but a day."""
_ABOVE = 40
"""Rows that stand under one day at most."""
_SEVERAL = 2
"""Days in the row of a table that are told apart by their columns."""
_PIECES = 400
"""Pieces of text of one row that are looked at."""
_PROSE = 40
"""Characters of a piece of text that is the summary of an article rather than its day, source and views."""


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
    best = max((behind, before), key=lambda words: sum(map(_dated, words)))
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
    """Whether a text looks as if it told a day; `dates.beside` knows whether it does."""
    return _NUMBERS.search(text) is not None or dates.is_ago(text)


_NUMBERS = re.compile(r"\d{1,4}\s*[-/.年月]\s*\d{1,2}")


def _without(row: Row) -> str:
    """The words of a row without the title of its article, and without those of its summary."""
    pieces, title = (plain(text) for text in _texts(row)), row.main.title
    words = [text for text in islice(pieces, _PIECES) if text and len(text) <= _PROSE and text != title]
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


def has_summary(row: Row) -> bool:
    """Whether a row says something of its article besides its title."""
    pieces = (plain(text) for text in islice(_texts(row), _PIECES))
    return any(len(text) >= _SUMMARY and _SENTENCE.search(text) for text in pieces)


_SUMMARY = 20
"""Characters of the summary of an article; sources, columns and counters are shorter."""
_SENTENCE = re.compile(r"[，。；！？,.;!?…]")


def _texts(row: Row) -> Iterator[str]:
    """The pieces of text of a row in order; of its title only what it leaves out."""
    main = row.main

    def instead(one: _Element) -> str | None:
        if one is main.titled:
            whole = said(one)
            return whole.replace(main.title, " ", 1) if main.title in whole else ""
        if _UNSEEN.search(one.get("style") or ""):
            return ""
        return one.get("datetime") if one.tag == "time" else None

    return texts(row.element, instead)


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
    return is_its or all(is_name(said(link)) for link in brother.iter("a"))
