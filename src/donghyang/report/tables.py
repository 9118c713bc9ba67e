"""Grids -> tables: header told from rows, tables set side by side taken apart, tables broken over pages joined."""

from __future__ import annotations

import re
from dataclasses import replace

from donghyang.records import Figure, Grid, Table
from donghyang.report.grammar import CAPTION

Rows = tuple[tuple[str, ...], ...]


def caption_of(text: str) -> str | None:
    """The words of a caption in its brackets, None for any other text."""
    found = CAPTION.match(text.strip())
    return next(part for part in found.groups() if part is not None).strip() if found else None


def tables_of(grid: Grid, caption: str | None) -> list[Table | Figure]:
    """The tables a grid holds; `caption` stood above it. A caption inside the grid without rows is a figure's."""
    rows = _squared(_spread(grid))
    if not rows:
        return []
    starts = [column for column, cell in enumerate(rows[0]) if caption_of(cell)]
    if caption is None and starts and starts[0] == 0 and all(cell == "" or caption_of(cell) for cell in rows[0]):
        return _side_by_side(rows, starts, grid)
    return [Table(caption, rows[0], rows[1:], span=grid.span)]


def continues(table: Table, grid: Grid) -> Table | None:
    """`table` with the rows of a grid that repeats its header after a page break, None when it does not."""
    rows = _squared(_spread(grid))
    if not rows or _same(rows[0]) != _same(table.header):
        return None
    return replace(table, rows=table.rows + rows[1:])


def _side_by_side(rows: Rows, starts: list[int], grid: Grid) -> list[Table | Figure]:
    tables: list[Table | Figure] = []
    for start, end in zip(starts, [*starts[1:], len(rows[0])], strict=True):
        part = _squared(tuple(row[start:end] for row in rows[1:]))
        caption = caption_of(rows[0][start])
        tables.append(Table(caption, part[0], part[1:], span=grid.span) if part else Figure(caption, span=grid.span))
    return tables


def _spread(grid: Grid) -> Rows:
    """The grid's cells on a plain raster: a cell over several places keeps its text in the first of them."""
    taken: set[tuple[int, int]] = set()
    rows: list[list[str]] = []
    for r, row in enumerate(grid.rows):
        out: list[str] = []
        for cell in row:
            while (r, len(out)) in taken:
                out.append("")
            column = len(out)
            taken |= {(r + y, column + x) for y in range(1, cell.rows) for x in range(cell.columns)}
            out += [_words(cell.text), *[""] * (cell.columns - 1)]
        while (r, len(out)) in taken:
            out.append("")
        rows.append(out)
    return tuple(tuple(row) for row in rows)


def _words(text: str) -> str:
    """A cell's words; a list in it without its bullets."""
    if "•" not in text:
        return text
    return "\n".join(filter(None, (line.strip().lstrip("•").strip() for line in text.split("\n"))))


def _squared(rows: Rows) -> Rows:
    """Rows of equal length, without empty rows and without columns at the right edge that are empty throughout."""
    kept = [row for row in rows if any(row)]
    width = max((column + 1 for row in kept for column, cell in enumerate(row) if cell), default=0)
    return tuple((row + ("",) * width)[:width] for row in kept)


def _same(header: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(re.sub(r"\s+", "", cell) for cell in header)
