"""The tables of a story's pages as tables of the house: heads and cells in Korean or open, nothing lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.boards import MOST_TABLES, Board
from donghyang.draft.cells import Cells
from donghyang.draft.grids import page_tables
from donghyang.draft.proper import SPELLED
from donghyang.records import Message, Table
from donghyang.report.grammar import is_open, opened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.draft.grids import PageTable
    from donghyang.language.terms import Termbase
    from donghyang.records import PageText

MOST_ROWS = 30
"""Rows of a table that are carried over: a page of the print."""
MOST_COLUMNS = 12
"""Columns of a table that a page of the print holds."""
_LONGEST_SOURCE = 1500
"""Characters of a table's source that its remark says."""


def boards_of(pages: Sequence[PageText], terms: Termbase, date: dt.date) -> tuple[list[Board], int]:
    """The tables of data of the pages of a story, one that a reprint repeats once; and how many more there are."""
    found: list[Board] = []
    more = 0
    known: set[tuple[tuple[str, ...], ...]] = set()
    for page in pages:
        cells = Cells(terms, page.date or date)
        tables = page_tables(page)
        for one in tables:
            if one.rows in known:
                continue
            known.add(one.rows)
            if len(found) < 2 * MOST_TABLES:
                found.append(_board(page, one, len(tables), cells))
            else:
                more += 1
    return found, more


def _board(page: PageText, one: PageTable, of: int, cells: Cells) -> Board:
    rows = one.rows[:MOST_ROWS]
    wide = range(min(len(one.heads), MOST_COLUMNS))
    header = tuple(_head(cells, one, column) for column in wide)
    said = tuple(tuple(cells.cell(row[column], _above(one, column)) for column in wide) for row in rows)
    table = Table(_caption(cells, one), header, said)
    counts, doubts = _left(one)
    names = len({name for row in said for cell in row if not is_open(cell) for name in SPELLED.findall(cell)})
    if names:
        ko = f"표에 용어집에 없는 이름이 {names}개 있습니다. 표기를 확인하십시오."
        doubts.append(Message(ko, f"{names} names of this table are not in the termbase: check them."))
    place = f"{page.name}, 표 {one.number}/{of}{counts}"
    return Board(table, f"{place}: {_source(page, one)}", page, one.span, tuple(doubts))


def _head(cells: Cells, one: PageTable, column: int) -> str:
    """The head of a column, that of its group in front of it; the unit of either stands behind both."""
    group, own = one.heads[column]
    below = [row[column] for row in one.rows[:MOST_ROWS]]
    if not group:
        return cells.head(own, below)
    said = [cells.head(group), cells.head(own, below)]
    if any(map(is_open, said)) or not all(said):
        return opened(" ".join(part.removeprefix("??").strip() for part in said if part))
    unit = re.search(r"\([^()]*\)$", said[0])
    front = said[0][: unit.start()] if unit else said[0]
    return f"{front} {said[1]}{unit.group() if unit else ''}"


def _above(one: PageTable, column: int) -> str:
    return one.heads[column][1] or one.heads[column][0]


def _caption(cells: Cells, one: PageTable) -> str:
    """What the table is called, with the unit of its figures; open where it has no Korean or no name at all."""
    unit = cells.unit(one.unit) or (cells.item(one.unit) if one.unit else "")
    behind = f" (단위: {unit or one.unit})" if one.unit else ""
    said = cells.head(one.caption) if one.caption else opened(f"표 {one.number} 제목")
    if unit or not one.unit or is_open(said):
        return said + behind
    return opened(said + behind)


def _left(one: PageTable) -> tuple[str, list[Message]]:
    """What is not carried over, for the remark and as doubts."""
    told, doubts = "", []
    if len(one.rows) > MOST_ROWS:
        left = len(one.rows) - MOST_ROWS
        told += f" ({len(one.rows)}행 중 {left}행 생략)"
        ko = f"표 {one.number}의 {len(one.rows)}행 중 앞의 {MOST_ROWS}행만 옮겼습니다. 나머지는 원문에 있습니다."
        doubts.append(Message(ko, f"the first {MOST_ROWS} of {len(one.rows)} rows of table {one.number} are shown."))
    if len(one.heads) > MOST_COLUMNS:
        left = len(one.heads) - MOST_COLUMNS
        told += f" ({len(one.heads)}열 중 {left}열 생략)"
        ko = f"표 {one.number}의 {len(one.heads)}열 중 앞의 {MOST_COLUMNS}열만 옮겼습니다."
        doubts.append(Message(ko, f"the first {MOST_COLUMNS} of {len(one.heads)} columns are shown."))
    return told, doubts


def _source(page: PageText, one: PageTable) -> str:
    """The table's words on the page, row by row; where they are not found in one piece, those that were read."""
    if one.span[1]:
        rows = page.text[slice(*one.span)].split("\n")
    else:
        rows = ["\t".join(own for _, own in one.heads), *("\t".join(row) for row in one.rows)]
    words = " / ".join(" | ".join(cell.strip() for cell in row.split("\t")) for row in rows if row.strip())
    return words if len(words) <= _LONGEST_SOURCE else f"{words[:_LONGEST_SOURCE]}… (이하 원문)"
