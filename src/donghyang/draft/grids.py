"""The tables of a page as the house prints them: which hold data, what they are called, where their head ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.language.script import has_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.records import PageText, Span

Row = tuple[str, ...]

_LONGEST_CAPTION = 60
_LOOKED_AT = 200
"""Tables of a page that are looked at; one that has more lays its words out with them."""
_TITLES = 2
_LEFT = 2
"""Cells that a table has at least besides those of its head."""
_UNITS = re.compile(r"^[（(]?\s*(?:计量)?单位\s*[:：]\s*(?P<unit>[^（）()]{1,16}?)\s*[）)]?$")
_SENTENCE = re.compile(r"[。；;！!？?，,]|[:：]$|(?:印发|发布|公布|施行|实施)$|\d日$")
"""What ends so, or has such signs in it, is no caption: a sentence, the date and the mark of a document."""
_SHEET = re.compile(r"^(?:附?表|附件)\s*[\d一二三四五六七八九十]{0,3}(?:[-—.．]\d{1,2})?\s*[:：.、]?\s*")
_WHOLE = ("表", "情况", "名单", "清单", "目录", "计划", "方案", "数据", "一览")
_FIGURE = re.compile(r"^[\d\s.,%％+\-−—–…/~～:()（）]*$")


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of a page."""

    number: int
    """Its place among the page's tables of data, counted from 1."""
    caption: str
    """What the page calls it, "" where it does not."""
    unit: str
    """The unit of its figures where a line of its own says it, else ""."""
    heads: tuple[tuple[str, str], ...]
    """For each column what stands above it: of a group, and its own; the group is "" where there is none."""
    rows: tuple[Row, ...]
    """The rows below the head, as long as it."""
    span: Span
    """Where it stands in the page's text; (0, 0) where its words are not found in one piece."""


def page_tables(page: PageText) -> list[PageTable]:
    """The tables of data of a page, in order; those that only lay words out are left out."""
    found: list[PageTable] = []
    lines = _Lines(page.text)
    for rows in page.tables[:_LOOKED_AT]:
        span = lines.find(rows)
        titles, body = _titles(_trimmed(rows))
        if not _is_data(body):
            continue
        above = lines.above(span[0]) if span[1] else []
        caption, unit = _called([*above, *titles])
        heads, below = _headed(body)
        found.append(PageTable(len(found) + 1, caption, unit, heads, below, span))
    return found


def _trimmed(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows of equal length, without rows and columns that are empty throughout."""
    width = max(map(len, rows), default=0)
    full = [(*map(str.strip, row), *[""] * (width - len(row))) for row in rows if any(map(str.strip, row))]
    kept = [column for column in range(width) if any(row[column] for row in full)]
    return tuple(tuple(row[column] for column in kept) for row in full)


def _titles(rows: tuple[Row, ...]) -> tuple[list[str], tuple[Row, ...]]:
    """What the rows above the head say that have one cell, and the other rows; more than two name nothing."""
    at = 0
    while at < min(len(rows), _TITLES) and len(rows[at]) > 1 and sum(map(bool, rows[at])) == 1 and rows[at][0]:
        at += 1
    titles = [line for row in rows[:at] for line in row[0].split("\n")]
    return titles, _trimmed(rows[at:])


def _is_data(rows: tuple[Row, ...]) -> bool:
    """Are there rows and columns, most of whose cells say something?"""
    if len(rows) < _LEFT or len(rows[0]) < _LEFT:
        return False
    alone = sum(sum(map(bool, row)) < _LEFT for row in rows[1:])
    return 2 * alone <= len(rows) - 1


def _called(lines: Sequence[str]) -> tuple[str, str]:
    """Caption and unit that the lines right above a table say; the last of each counts."""
    caption = unit = ""
    for line in lines:
        units = _UNITS.match(line)
        if units:
            unit = units["unit"]
        elif len(line) <= _LONGEST_CAPTION and not _SENTENCE.search(line):
            named = _SHEET.sub("", line).strip()
            caption = caption + named if _goes_on(caption, named) else named or caption
    return caption, unit


def _goes_on(caption: str, line: str) -> bool:
    """Is a line the rest of a caption that was broken in the middle: one that says whose or of what it is?"""
    return bool(caption and line) and caption[0].isdigit() and not line[0].isdigit() and not caption.endswith(_WHOLE)


def _headed(rows: tuple[Row, ...]) -> tuple[tuple[tuple[str, str], ...], tuple[Row, ...]]:
    """Heads and rows: a first row that groups columns (经费: 中央, 地方) has its own heads below it."""
    first, second = rows[0], rows[1]
    grouped = len(rows) > _LEFT and "" in first[1:] and not _says_figures(second)
    repeated = any(one and one == other for one, other in zip(first, second, strict=True))
    if not grouped or not repeated:
        return tuple(("", cell) for cell in first), rows[1:]
    heads, group = [], ""
    for one, own in zip(first, second, strict=True):
        group = one or group
        heads.append(("", one) if one == own else (group, own))
    return tuple(heads), rows[2:]


def _says_figures(row: Row) -> bool:
    return any(cell and _FIGURE.match(cell) and not has_han(cell) for cell in row[1:])


class _Lines:
    """The lines of a page, looked through once for its tables in order."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = [0]
        self._places: dict[tuple[str, ...], list[int]] = {}
        for at, line in enumerate(self._lines):
            self._starts.append(self._starts[-1] + len(line) + 1)
            self._places.setdefault(_squeezed(line.split("\t")), []).append(at)
        self._at = 0

    def find(self, rows: Sequence[Row]) -> Span:
        """Where the rows stand, from the first to the last line; (0, 0) where the first row is not found."""
        first = next((words for row in rows if (words := _squeezed(row))), ())
        places = self._places.get(first, []) if first else []
        found = bisect_left(places, self._at)
        if found == len(places):
            return 0, 0
        at = places[found]
        self._at = min(at + len(rows), len(self._lines))
        return self._starts[at], self._starts[self._at] - 1

    def above(self, start: int) -> list[str]:
        """The two lines above a place that may name what stands there; none that is a row of another table."""
        at = bisect_left(self._starts, start)
        near: list[str] = []
        for line in reversed(self._lines[max(0, at - 2) : at]):
            if "\t" in line or not line.strip() or _SENTENCE.search(line.strip()):
                break
            near.insert(0, line.strip())
        return near


def _squeezed(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(words for cell in row if (words := "".join(cell.split())))
