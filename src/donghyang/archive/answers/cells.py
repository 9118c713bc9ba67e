"""The figures of cells, each with the unit that holds in it: its own, its head's, its row's or the caption's."""

from __future__ import annotations

from functools import lru_cache

from donghyang.archive.answers.passages import Row
from donghyang.facts.exchange import is_beside
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

_UNIT_IN_HEAD = lazily(r"[(（\[](?:단위\s?[:：]\s?)?(?P<unit>[^()（）\[\]]{1,12})[)）\]]\s*$")
_UNIT_OF_TABLE = lazily(r"[(（\[]\s?단위\s?[:：]\s?(?P<unit>[^()（）\[\],，/]{1,10})[)）\]]")
"""A unit that a caption names for all columns."""
_BARE = lazily(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?")
_CLOSE = "조억만천%％"
"""What opens a unit that stands right behind the number."""
_LED = 2
"""Letters before the figure of a cell: ~, 약."""


def head_over(row: Row, column: int) -> str:
    """The head of a column with the unit that holds in it: its own, that of the row's first cell, the caption's."""
    head = row.head_of(column)
    if _UNIT_IN_HEAD.search(head) or not column:
        return head
    named = _UNIT_IN_HEAD.search(row.cells[0])
    if named and named["unit"].strip()[:1] and is_unit(named["unit"]):
        return f"{head} {named[0]}"
    whole = _UNIT_OF_TABLE.search(row.caption)
    return f"{head} ({whole['unit'].strip()})" if whole and is_unit(whole["unit"]) else head


def figure_in(row: Row, column: int) -> Quantity | None:
    """The one figure of a cell, with the unit that holds in it; None for words."""
    return cell_figure(row.cells[column], head_over(row, column))


def is_unit(text: str) -> bool:
    """Whether a bracket holds a unit: (Wh/kg), (만 장)."""
    figure = cell_figure(f"1 {text.strip()}", "")
    return figure is not None and (figure.unit is not None or figure.kind in ("percent", "money"))


def printed_of(cell: str, head: str, figure: Quantity) -> str:
    """A cell's figure as it is printed, with the unit of its head."""
    unit = _UNIT_IN_HEAD.search(head)
    if unit is None or not _BARE.fullmatch(cell.strip()):
        return figure.text
    printed = unit["unit"].strip()
    return f"{cell.strip()}{printed}" if printed[0] in _CLOSE else f"{cell.strip()} {printed}"


@lru_cache(maxsize=8192)
def cell_figure(cell: str, head: str) -> Quantity | None:
    """The one figure of a cell, with the unit of its head where it has none of its own; None for words."""
    from donghyang.facts.quantities import find_quantities

    printed = cell.strip()
    unit = _UNIT_IN_HEAD.search(head)
    if unit and _BARE.fullmatch(printed):
        space = "" if unit["unit"].strip()[0] in "%％" else " "
        printed = f"{printed}{space}{unit['unit'].strip()}"
    found = find_quantities(printed) or find_quantities(printed.replace(" ", ""))
    if not found or found[0].start > _LED or (len(found) > 1 and not is_beside(printed, found[0], found[1])):
        return None
    return found[0] if 2 * (found[-1].end - found[0].start) >= len(printed) else None
