"""The tables of the HTML print: in boxes that scroll where a screen is too narrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from donghyang.publish import marks
from donghyang.publish.columns import LINE, Align, is_sum, layout
from donghyang.publish.elements import Child, marker, node, words
from donghyang.publish.text import printable
from donghyang.records import Table

_PHONE = 14.0
"""A column of text may become so narrow, in em, before the table scrolls in its box."""
_ROOM = 1.2
"""White space at both sides of a cell together, in em."""
LETTER, _MARGIN = 0.9, 1.25
"""In rem: the letters of a table, and the white space at either side of the page."""
_NARROWEST, _WIDEST, _STEP = 20, 52, 4
"""In em: screens of which the style sheet knows whether a table scrolls there."""
_UNBROKEN = 24
"""Longer words than this may be broken in a cell, so that an address does not stretch the table."""
_ALIGNED: Mapping[Align, str] = {"center": "centred", "right": "number"}
_NARROW = 0.9 * LINE
"""Tables below this width in points are not stretched over the whole page."""


def table_of(table: Table, name: str) -> list[Child]:
    """The caption of a table and the box that it scrolls in; a caption alone for one without columns."""
    plan = layout(table.header, table.rows)
    if not plan.widths:
        return [node("p", *words(marks.caption(table.caption or "")), class_="caption")]
    whole = sum(plan.widths)
    label = {"aria_label": "표"} if table.caption is None else {"aria_labelledby": name}
    made = node(
        "table",
        node("colgroup", *(node("col", style=f"width: {wide / whole:.1%}") for wide in plan.widths)),
        _head(table.header, plan.align),
        node("tbody", *(_row(row, plan.align, first=at == 0) for at, row in enumerate(table.rows))),
        **label,
    )
    least = sum(min(em, _PHONE) + _ROOM for em in plan.least)
    look = "scroll narrow" if whole < _NARROW else f"scroll {overflow(least)}".strip()
    # The caption stands outside of the box: in it, it would be as wide as the table, and cut off with it.
    caption = (
        node("p", *words(marks.caption(table.caption)), class_="caption", id=name)
        if table.caption is not None
        else None
    )
    box = node("div", made, class_=look, style=f"--least: {least:.1f}em", role="region", tabindex="0", **label)
    return [caption, box]


def _head(header: Sequence[str], align: Sequence[Align]) -> Element | None:
    """The header; short ones are filled up. It stands over figures as they do, since no column has a fixed width."""
    if not header:
        return None
    cells = [
        node("th", *words(cell), scope="col", **({"class_": "number"} if where == "right" else {}))
        for cell, where in zip(header, align, strict=False)
    ]
    return node("thead", node("tr", *cells, *[node("td")] * (len(align) - len(cells))))


def _row(row: Sequence[str], align: Sequence[Align], *, first: bool) -> Element:
    """A row, filled up; the group that an empty first cell belongs to has no line in it."""
    filled = [*row, *[""] * (len(align) - len(row))]
    cells = [_cell(cell, where) for cell, where in zip(filled, align, strict=True)]
    if not first and not filled[0]:
        cells[0].set("class", "joined")
    return node("tr", *cells, **({"class_": "total"} if is_sum(row) else {}))


def overflow(least: float) -> str:
    """The class of a table that no screen up to a width shows whole; "" for one that fits them all.

    The style sheet says of each such width, in steps, that the table scrolls there.
    """
    room = least * LETTER + 2 * _MARGIN
    step = min(_WIDEST, int(room) // _STEP * _STEP)
    return f"over{step}" if step >= _NARROWEST else ""


def _cell(text: str, align: Align) -> Element:
    lines = marks.cell_lines(printable(text))
    long = any(len(word) > _UNBROKEN for word in text.split())
    shape = {"class_": _ALIGNED[align]} if align in _ALIGNED else {"class_": "breakable"} if long else {}
    if len(lines) == 1:
        (mark, line), *_ = lines
        return node("td", marker(mark) if mark else None, *words(line), **shape)
    return node("td", *(node("p", marker(mark) if mark else None, *words(line)) for mark, line in lines), **shape)
