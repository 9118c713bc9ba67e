"""Rows whose cells are parted by room alone -> tables, by the columns at which the cells begin; or by a sign."""

from __future__ import annotations

import unicodedata

from donghyang.language.patterns import lazily
from donghyang.records import Cell, Grid, Span

_CELL = lazily(r"\S+(?: \S+)*")
_ROOM = lazily(r"\S {2,}\S.*\S {2,}\S|\S {3,}\S")
_SIGNS = (" / ", "; ", ";")
_LEAST = 2
_LONGEST = 24
"""Cells of a row that a sign parts, at the least, and their letters at the most."""
_FEW = 12
"""Columns of a table, at the most."""


def barred(text: str) -> int:
    """How many cells a row has that begins and ends with a bar; 0 for any other line."""
    return text.count(text[0]) - 1 if len(text) > 2 and text[0] in "|│┃" and text[-1] == text[0] else 0


def signed(text: str) -> tuple[str, int] | None:
    """(sign, cells) of a row whose short cells a slash or semicolon parts; None for any other line."""
    for sign in _SIGNS:
        cells = text.split(sign)
        if _LEAST < len(cells) <= _FEW and all(0 < len(cell.strip()) <= _LONGEST for cell in cells):
            return sign, len(cells)
    return None


def signed_grid(spans: list[Span], text: str, sign: str) -> Grid:
    """The table of rows that `sign` parts."""
    rows = []
    for first, end in spans:
        start = first + len(text[first:end]) - len(text[first:end].lstrip())
        cells, at = [], start
        if text[start] == sign:
            start, end, at = start + 1, end - 1, start + 1
        for cell in text[start:end].split(sign):
            cells.append(Cell(cell.strip(), (at, at + len(cell))))
            at += len(cell) + len(sign)
        rows.append(tuple(cells))
    return Grid(tuple(rows), (spans[0][0], spans[-1][1]))


def width(text: str) -> int:
    """Columns that a text takes in print."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def parted(text: str) -> bool:
    """Whether room parts the words of a line into cells."""
    return _ROOM.search(text) is not None


def grid_of(spans: list[Span], text: str) -> Grid | None:
    """The table that lines of a text make; None where their cells stand below no others."""
    rows = [_cells(text, span) for span in spans]
    if len({len(row) for row in rows}) == 1 and 2 <= len(rows[0]) <= _FEW:
        return Grid(tuple(tuple(cell for _, cell in row) for row in rows), (spans[0][0], spans[-1][1]))
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
    found, column, at = [], 0, 0
    for cell in _CELL.finditer(line):
        start = span[0] + min(cell.start(), span[1] - span[0])
        column += width(line[at : cell.start()])
        at = cell.start()
        found.append((column, Cell(cell[0], (start, min(start + len(cell[0]), span[1])))))
    return found


def _columns(rows: list[list[int]]) -> list[int]:
    """Where columns begin: at a place where cells of most rows do."""
    counts: dict[int, int] = {}
    for row in rows:
        for start in row:
            counts[start] = counts.get(start, 0) + 1
    often = sorted(start for start, count in counts.items() if 2 * count >= len(rows) or start == 0)
    return [start for at, start in enumerate(often) if at == 0 or start > often[at - 1] + 1]
