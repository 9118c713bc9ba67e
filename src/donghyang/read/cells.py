"""Tables of a page: which of them hold data, and their cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.language.printed import without_unseen
from donghyang.read.compose import MOST_COLUMNS, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_SPACE = re.compile(r"(?:[ \t\n\r\f\v\u2002-\u200a]|(?!(?<=[0-9])\xa0[0-9]{3}(?![0-9]))\xa0)+")
"""White space; a no-break space that parts the thousands of a number is kept, for it belongs to the number."""
_WRAPPED = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\n\r]\s*(?=[\u3000-\u9fff\uff00-\uffef])")
_LINES = frozenset(("p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6"))
_LONG_CELL = 600
"""A cell of so many characters is a part of the page's layout, not data."""
_MOST_ROWS = 65534
"""Rows that HTML allows a cell to cover (HTML Standard, 4.9.11)."""
_SPREAD_ROWS, _SPREAD_COLUMNS = 20_000, 100
"""Size of a table that is spread out; a page can claim a million cells in a few letters."""


def squeeze(text: str) -> str:
    """White space as a browser shows it: runs become one space, none between wrapped Chinese characters.

    Characters without width and ink are left out.
    """
    text = without_unseen(text)
    if "\n" in text or "\r" in text:
        text = _WRAPPED.sub("", text)
    return _SPACE.sub(" ", text).strip(" \u3000")


def is_data(table: _Element) -> bool:
    """Whether a table holds rows and columns of data; most tables of old pages only lay the page out.

    A list of links is none; a table may lead from one of its columns to more about each row. A table that says what it
    is, by a caption or by heading cells, holds data (HTML Standard, 4.9.1).
    """
    if next((inner for inner in table.iter("table") if inner is not table), None) is not None:
        return False
    if table.find("caption") is not None or next(table.iter("th"), None) is not None:
        return True
    widths = [sum(1 for cell in row if cell.tag in ("td", "th")) for row in table.iter("tr")]
    if len([width for width in widths if width >= 2]) < 2:
        return False
    lengths = [len("".join(cell.itertext())) for cell in table.iter("td", "th")]
    linked = sum(len("".join(link.itertext())) for link in table.iter("a"))
    leading = sum(1 for cell in table.iter("td", "th") if next(cell.iter("a"), None) is not None)
    return max(lengths) <= _LONG_CELL and (linked * 2 <= sum(lengths) or leading * 2 < len(lengths))


def rows_of(table: _Element) -> tuple[tuple[Slot, ...], ...]:
    """The rows of a table, rows without a cell left out; line breaks inside a cell stay."""
    rows = [tuple(_slot(cell) for cell in row if cell.tag in ("td", "th")) for row in table.iter("tr")]
    return tuple(row for row in rows if row)


def spread(rows: Sequence[Sequence[Slot]]) -> tuple[tuple[str, ...], ...]:
    """The words of a table with every cell in its own column: one that covers several rows or columns says its words
    in each row it covers, and leaves the further columns empty."""
    covered: dict[tuple[int, int], str] = {}
    found = []
    for at, row in enumerate(rows[:_SPREAD_ROWS]):
        line: list[str] = []
        slots = iter(row)
        while len(line) < _SPREAD_COLUMNS:
            if (at, len(line)) in covered:
                line.append(covered[at, len(line)])
                continue
            slot = next(slots, None)
            if slot is None:
                break
            for across in range(min(slot.columns, _SPREAD_COLUMNS - len(line))):
                words = slot.text if not across else ""
                covered |= {(at + below, len(line)): words for below in range(1, min(slot.rows, len(rows) - at))}
                line.append(words)
        found.append(tuple(line))
    return tuple(found)


def _slot(cell: _Element) -> Slot:
    return Slot(_words(cell), _span(cell.get("colspan"), MOST_COLUMNS), _span(cell.get("rowspan"), _MOST_ROWS))


def _words(cell: _Element) -> str:
    from lxml import etree

    parts: list[str] = []
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if element.tag in _LINES and element is not cell:
            parts.append("\0")
        parts.append((element.text if event == "start" else element.tail if element is not cell else None) or "")
    pieces = (squeeze(piece) for piece in "".join(parts).split("\0"))
    return "\n".join(piece for piece in pieces if piece)


def _span(value: str | None, most: int) -> int:
    digits = (value or "").strip()
    return max(1, min(most, int(digits))) if digits.isascii() and digits.isdigit() and len(digits) < 8 else 1
