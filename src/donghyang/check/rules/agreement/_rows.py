"""What a table lists, whether it says that it lists all of it, and what is said where a line has it otherwise."""

from __future__ import annotations

from donghyang.check.sheet.boards import TOTAL, Board
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message

SHARES = lazily(tables.either(__package__, "shares"))
"""How a column is called that has what each row is of the whole."""
_PARTIAL = lazily(r"일부|주요|예시|요약|대표")
_GATHERED = lazily(r"(?:기타|나머지)(?:[ (（].*)?|(?:\S{1,8} )?평균|전국|전 ?세계|세계|중국 ?전체")
"""Rows that gather the others, or hold them against more: 기타 9개 도시, 전국, 전국 평균."""


def rows_of(board: Board) -> int:
    """How many things a table lists: its rows without totals; 0 where cells are merged or rows are not one a thing."""
    rows = [row for row in board.rows if not any(_rest(cell.text) for cell in row[:2])]
    return len(rows) if rows and all(row[0].text for row in rows) else 0


def _rest(text: str) -> bool:
    """Is this the name of a row that adds up or gathers the others?"""
    return TOTAL.match(text) is not None or _GATHERED.fullmatch(text) is not None


def is_partial(board: Board) -> bool:
    """Does the caption say that the table leaves something out?"""
    return _PARTIAL.search(board.title) is not None


def cell_message(name: str, cell: str) -> Message:
    """What is said of a figure that is not the one in the row of that name."""
    return Message(f"표의 '{name}' 줄에는 '{cell}'입니다.", f"the table has '{cell}' for '{name}'.")


def rows_message(announced: int, rows: int) -> Message:
    """What is said where a number and the rows of its table disagree."""
    return Message(
        f"{announced}(이)라고 했으나 표는 {rows}줄입니다.", f"{announced} announced; the table has {rows} rows."
    )
