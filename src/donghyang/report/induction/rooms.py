"""Rows whose cells are parted by room alone -> tables, by the columns at which the cells begin."""

from __future__ import annotations

import unicodedata

from donghyang.language.patterns import lazily
from donghyang.records import Cell, Grid, Span

_CELL = lazily(r"\S+(?: \S+)*")
_ROOM = lazily(r"\S {2,}\S.*\S {2,}\S|\S {3,}\S")
_FEW = 12
"""Columns of a table, at the most."""


def width(text: str) -> int:
    """Columns that a text takes in print."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def parted(text: str) -> bool:
    """Whether room parts the words of a line into cells."""
    return _ROOM.search(text) is not None


def grid_of(spans: list[Span], text: str) -> Grid | None:
    """The table that lines of a text make; None where their cells stand below no others."""
    rows = [_cells(text, span) for span in spans]
    starts = _columns([[column for column, _ in row] for row in rows])
    if not 2 <= len(starts) <= _FEW:
        return None
    out: list[tuple[Cell, ...]] = []
    for row, span in zip(rows, spans, strict=True):
        cells = [Cell("", (span[0], span[0]))] * len(starts)
        for column, cell in row:
            place = max(at for at, start in enumerate(starts) if start <= column + 1)
            cells[place] = (
                cell if not cells[place].text else Cell(f"{cells[place].text} {cell.text}", cells[place].span)
            )
        out.append(tuple(cells))
    return Grid(tuple(out), (spans[0][0], spans[-1][1]))


def _cells(text: str, span: Span) -> list[tuple[int, Cell]]:
    line = text[slice(*span)].expandtabs(4).rstrip()
    found = []
    for cell in _CELL.finditer(line):
        start = span[0] + min(cell.start(), span[1] - span[0])
        found.append((width(line[: cell.start()]), Cell(cell[0], (start, min(start + len(cell[0]), span[1])))))
    return found


def _columns(rows: list[list[int]]) -> list[int]:
    """Where columns begin: at a place where cells of most rows do."""
    counts: dict[int, int] = {}
    for row in rows:
        for start in row:
            counts[start] = counts.get(start, 0) + 1
    often = sorted(start for start, count in counts.items() if 2 * count >= len(rows) or start == 0)
    return [start for at, start in enumerate(often) if at == 0 or start > often[at - 1] + 1]
