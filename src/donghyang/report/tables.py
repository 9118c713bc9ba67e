"""Grids -> tables: header told from rows, tables set side by side taken apart, tables broken over pages joined."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import replace

from donghyang.language.patterns import lazily
from donghyang.records import Block, Figure, Grid, Table, Unplaced
from donghyang.report.grammar import CAPTION, day_alone, unremarked
from donghyang.report.references import joined
from donghyang.report.rows import Rows, fits, has_figures, mended
from donghyang.report.unwritten import loose_block

_MOST_PLACES = 100_000
"""Places of a table, empty ones included; one that claims more is no table unless it has so many cells."""
_RECENT = 60
"""Rows at the end of a table that say what its columns hold."""
_NEAR = 12
"""How many tables may stand between the halves of one that a page break parts."""
_CONTINUED = lazily(r"\s?[(<\[〈]\s?(?:계속|이어짐|continued)\s?[)>\]〉]$", re.IGNORECASE)
_DATED_ROW = lazily(r"^(?:발\s*표|공\s*표|시\s*행)?\s*(?:일|날짜|일자)$")
_UNIT = lazily(r"^[(\[（<]?\s?단\s?위\s?[:：]")


def names_unit(text: str) -> bool:
    """Whether a line names the unit of a table's figures: (단위: 억 원)."""
    return _UNIT.match(text) is not None


def caption_of(text: str) -> str | None:
    """The words of a caption in its brackets, None for any other text."""
    found = CAPTION.match(text.strip())
    return next(part for part in found.groups() if part is not None).strip() if found else None


def dated_row(grid: Grid) -> dt.date | None:
    """The day that a row of two cells names, as in the table of an article's data: 발표일, 2026-03-04."""
    rows = ((row[0].text.strip(), row[1].text) for row in grid.rows if len(row) == 2)
    return next((day for label, said in rows if _DATED_ROW.match(label) and (day := day_alone(said))), None)


def add_tables(grid: Grid, blocks: list[Block]) -> bool:
    """Put the tables of a grid behind `blocks`; whether its first row names the tables that stand in it side by side.

    A caption above becomes the table's; a grid that repeats the header above it after a page break, or bears the same
    caption as "continued", goes on with that table.
    """
    if (placed := laid_out(grid)) is None:
        blocks += _apart(grid)
        return False
    raster = _spread(placed)
    rows = _squared(mended(raster, titled=bool(raster) and bool(_captions(raster[0]))))
    if not rows:
        return False
    _lift_unit(blocks)
    last = blocks[-1] if blocks else None
    _take_in_line(rows, grid, blocks)
    if _goes_on(rows, grid, blocks):
        return False
    if isinstance(last, Figure) and last.source is None and last.image is None:
        blocks[-1] = Table(last.caption, rows[0], rows[1:], span=grid.span)
    elif captions := _captions(rows[0]):
        for table in _side_by_side(rows, captions, grid):
            _add_or_join(table, blocks)
        return True
    else:
        blocks.append(Table(None, rows[0], rows[1:], span=grid.span))
    return False


def _lift_unit(blocks: list[Block]) -> None:
    """A line that names the unit, between a caption and its table, stands above both."""
    if len(blocks) > 1 and isinstance(blocks[-1], Unplaced) and names_unit(blocks[-1].text):
        caption = blocks[-2]
        if isinstance(caption, Figure) and caption.source is None:
            blocks[-2:] = [blocks[-1], caption]


def _take_in_line(rows: Rows, grid: Grid, blocks: list[Block]) -> None:
    """A line right between the halves of a table, without room around it, is the rest of the cell above."""
    table, line = (blocks[-2], blocks[-1]) if len(blocks) > 1 else (None, None)
    if not isinstance(table, Table) or not isinstance(line, Unplaced) or not table.rows:
        return
    if table.span is None or line.span is None:
        return
    close = (line.span[0] - table.span[1], grid.span[0] - line.span[1]) == (1, 1)
    if close and len(table.header) == len(rows[0]) and _takes(table, rows[0]):
        *others, last = table.rows
        filled = max(column for column, cell in enumerate(last) if cell)
        cells = (*last[:filled], f"{last[filled]} {line.text}", *last[filled + 1 :])
        blocks[-2:] = [replace(table, rows=(*others, cells), span=joined(table.span, line.span))]


def _goes_on(rows: Rows, grid: Grid, blocks: list[Block]) -> bool:
    """Put rows behind those of the table above that they go on with; whether they do."""
    caption = blocks[-1] if blocks else None
    continued = _CONTINUED.sub("", caption.caption or "") if isinstance(caption, Figure) else None
    if isinstance(caption, Figure) and (caption.source or continued == caption.caption):
        return False
    at = len(blocks) - (1 if continued is None else 2)
    table = blocks[at] if at >= 0 else None
    if not isinstance(table, Table) or table.source or len(table.header) != len(rows[0]):
        return False
    if continued is not None and table.caption != continued:
        return False
    repeated = _same(rows[0]) == _same(table.header)
    bare = continued is not None or not table.rows or (_takes(table, rows[0]))
    if not repeated and (not bare or _captions(rows[0])):
        return False
    blocks[at:] = [replace(table, rows=table.rows + rows[repeated:], span=joined(table.span, grid.span))]
    return True


def _add_or_join(table: Table | Figure, blocks: list[Block]) -> None:
    """Add a table, or its rows to the one of the same caption and header that a page break cut off."""
    for at in range(len(blocks) - 1, max(len(blocks) - 1 - _NEAR, -1), -1):
        block = blocks[at]
        if not isinstance(block, Table) or isinstance(table, Figure):
            break
        if table.caption is not None and (block.caption, block.header) == (table.caption, table.header):
            blocks[at] = replace(block, rows=block.rows + table.rows)
            return
    blocks.append(table)


def _takes(table: Table, row: tuple[str, ...]) -> bool:
    """Whether a row has figures where the last rows of a table have them."""
    recent = table.rows[-_RECENT:]
    return has_figures(recent) and fits(row, recent)


def _captions(row: tuple[str, ...]) -> list[int]:
    """The columns where a row names the tables below it; none when it says anything else."""
    columns = [column for column, cell in enumerate(row) if cell]
    return columns if columns and columns[0] == 0 and all(caption_of(row[column]) for column in columns) else []


def _side_by_side(rows: Rows, starts: list[int], grid: Grid) -> list[Table | Figure]:
    tables: list[Table | Figure] = []
    for start, end in zip(starts, [*starts[1:], len(rows[0])], strict=True):
        part = _squared(tuple(row[start:end] for row in rows[1:]))
        caption = caption_of(rows[0][start])
        tables.append(Table(caption, part[0], part[1:], span=grid.span) if part else Figure(caption, span=grid.span))
    return tables


def laid_out(grid: Grid) -> Grid | None:
    """The grid with its spans as far as rows of equal length can hold them; None where even its cells make no table.

    A stranger's table may say that a cell covers thousands of rows and columns, or hold one row of thousands of cells
    among short ones: the places would be many times the cells.
    """
    if _is_raster(grid):
        return grid
    plain = replace(grid, rows=tuple(tuple(replace(cell, columns=1, rows=1) for cell in row) for row in grid.rows))
    return plain if _is_raster(plain) else None


def _is_raster(grid: Grid) -> bool:
    starts, width, wide = Counter[int](), 0, 0
    for r, row in enumerate(grid.rows):
        for cell in row:
            starts[r] += cell.columns
            starts[r + cell.rows] -= cell.columns
        width += starts[r]
        wide = max(wide, width)
    return len(grid.rows) * wide <= max(_MOST_PLACES, 8 * sum(map(len, grid.rows)))


def _apart(grid: Grid) -> list[Block]:
    """The rows of a grid that is no table, as lines."""
    rows = ((" ".join(cell.text for cell in row if cell.text).replace("\n", " "), row) for row in grid.rows)
    return [loose_block(text, (row[0].span[0], row[-1].span[1])) for text, row in rows if text.strip()]


def _spread(grid: Grid) -> Rows:
    """The grid's cells on a plain raster: a cell over several places keeps its text in the first of them."""
    free: list[int] = []  # for each column the first row that no cell from above covers
    rows: list[list[str]] = []
    for r, row in enumerate(grid.rows):
        out: list[str] = []
        for cell in row:
            while len(out) < len(free) and free[len(out)] > r:
                out.append("")
            column = len(out)
            out += [_words(cell.text), *[""] * (cell.columns - 1)]
            if cell.rows > 1:
                free += [0] * (len(out) - len(free))
                free[column : len(out)] = [max(until, r + cell.rows) for until in free[column : len(out)]]
        while len(out) < len(free) and free[len(out)] > r:
            out.append("")
        rows.append(out)
    return tuple(tuple(row) for row in rows)


def _words(text: str) -> str:
    """A cell's words; a list in it without its bullets."""
    if "•" not in text:
        return unremarked(text)
    return "\n".join(filter(None, (line.strip().lstrip("•").strip() for line in text.split("\n"))))


def _squared(rows: Rows) -> Rows:
    """Rows of equal length, without empty rows and without columns at the right edge that are empty throughout."""
    kept = [row for row in rows if any(row)]
    width = max((column + 1 for row in kept for column, cell in enumerate(row) if cell), default=0)
    return tuple((row + ("",) * width)[:width] for row in kept)


def _same(header: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(re.sub(r"\s+", "", cell) for cell in header)
