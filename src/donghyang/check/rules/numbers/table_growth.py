"""표의 증감률이 두 해의 값과 맞지 않습니다. | A rate of growth in a table does not follow from the two columns.

왜: 두 해의 값과 증감률이 한 줄에 있으면 셈해 볼 수 있다. 다른 줄은 맞는데 한 줄만 어긋나면 그 줄이 틀렸다.
Why: With both years and the rate in one row it can be worked out; the one row that does not fit is wrong.
Bad:
  〈기업별 매출〉
  기업	2022년(억 원)	2023년(억 원)	증가율
  한빛	200	250	25.0%
  새벽	400	420	5.0%
  가람	150	180	25.0%
  미르	120	108	-10.0%
Good:
  〈기업별 매출〉
  기업	2022년(억 원)	2023년(억 원)	증가율
  한빛	200	250	25.0%
  새벽	400	420	5.0%
  가람	150	180	20.0%
  미르	120	108	-10.0%
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from donghyang.check.figures.operands import follows, middle, rise, same_unit, shown, shown_like
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.goal_tables import year_of
from donghyang.facts.slips import fits, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "table-growth"
CLASS = "growth"
SEVERITY = "error"

_RATE = lazily(r"증가[율률]|증감률|증감율|성장[율률]|신장률|전년 ?(?:동기 )?대비|증감|증가량|증가분|순증")
_AMOUNT = lazily(r"증감(?!률|율)|증가량|증가분|순증")
_LEAST = 3
"""With fewer rows that fit, the others may follow another sum."""
_COLUMNS = 8
"""More columns of amounts than these are a table of years, whose rates may be said of any two."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Columns of rates that follow from two columns of amounts in all rows but a few."""
    for board in sheet.boards:
        rates = [at for at, head in enumerate(board.head) if _RATE.search(head.text)]
        years = _years(board)
        for column in rates:
            if len(years) == 2 and len(rates) == 1 and len(board.rows) <= _LEAST:
                yield from _between(sheet, board, column, years)
            elif len(board.rows) > _LEAST:
                yield from _column(sheet, board, column)


def _years(board: Board) -> list[int]:
    """The columns that are headed by a year, the earlier first; [] where the years are not two that follow."""
    named = sorted((year, at) for at, head in enumerate(board.head) if (year := year_of(head.text)) is not None)
    return [at for _, at in named] if len(named) == 2 and int(named[1][0]) - int(named[0][0]) == 1 else []


def _between(sheet: Sheet, board: Board, column: int, years: list[int]) -> Iterator[Hit]:
    """A short table with the rates of just one year on the one before: the rate that does not follow, others do."""
    if _AMOUNT.search(board.head[column].text):
        yield from _differences(sheet, board, column, years)
        return
    rows = [
        (old, new, rate)
        for row in board.rows
        if (old := sheet.figure(row[years[0]]))
        and (new := sheet.figure(row[years[1]]))
        and (rate := sheet.figure(row[column]))
        and _is_whole(old, new, rate)
    ]
    off = [row for row in rows if not _follows(*row)]
    if len(rows) == len(board.rows) and len(off) == 1 < len(rows):
        yield _hit(*off[0])


def _column(sheet: Sheet, board: Board, column: int) -> Iterator[Hit]:
    figures = [[sheet.figure(cell) for cell in row] for row in board.rows]
    amounts = [at for at in range(len(board.head)) if at != column and _is_amount(figures, at)][:_COLUMNS]
    for old_at, new_at in permutations(amounts, 2):
        rows = [
            (old, new, rate)
            for row in figures
            if (old := row[old_at]) and (new := row[new_at]) and (rate := row[column]) and _is_whole(old, new, rate)
        ]
        off = [row for row in rows if not _follows(*row)]
        if _enough(len(rows) - len(off), [rate for _, _, rate in rows]) and 0 < len(off) <= len(rows) - len(off):
            for old, new, rate in off:
                yield _hit(old, new, rate)
            return


def _differences(sheet: Sheet, board: Board, column: int, years: list[int]) -> Iterator[Hit]:
    """A column of what was added in the year: the one that is not the difference of its row, where all others are."""
    cells = [[sheet.figure(row[at]) for at in (*years, column)] for row in board.rows]
    rows = [(old, new, more) for old, new, more in cells if old and new and more and same_unit(old, more)]
    off = [(old, new, more) for old, new, more in rows if not fits(more, *_room(old, new))]
    if len(rows) == len(board.rows) and len(off) == 1 < len(rows):
        old, new, more = off[0]
        worth = shown_like((new.value or Decimal(0)) - (old.value or Decimal(0)), more)
        related = ((old.start, old.end), (new.start, new.end))
        yield Hit(more.start, more.end, Message(f"빼면 {worth}입니다.", f"the difference is {worth}."), related)


def _room(old: Quantity, new: Quantity) -> tuple[Decimal, Decimal]:
    """The difference, between what a last digit more or less allows."""
    change, room = (new.value or Decimal(0)) - (old.value or Decimal(0)), step(new)
    return (change, change) if step(new) == step(old) == 1 else (change - room, change + room)


def _hit(old: Quantity, new: Quantity, rate: Quantity) -> Hit:
    worth = shown(middle(rise(new, old)))
    related = ((old.start, old.end), (new.start, new.end))
    return Hit(rate.start, rate.end, Message(f"셈하면 {worth}%입니다.", f"it works out as {worth} %."), related)


def _enough(fitting: int, rates: list[Quantity]) -> bool:
    """Do so many rows fit that it is no chance? Rates with a decimal fit by chance once in a hundred times."""
    fine = all(step(rate) < 1 for rate in rates)
    return fitting >= (_LEAST - 1 if fine else _LEAST)


def _is_amount(figures: list[list[Quantity | None]], column: int) -> bool:
    known = [row[column] for row in figures if row[column] is not None]
    return len(known) > _LEAST and all(one is not None and one.unit != "%" and one.kind != "rank" for one in known)


def _is_whole(old: Quantity, new: Quantity, rate: Quantity) -> bool:
    return bool(old.value and new.value and rate.value is not None) and rate.unit == "%" and same_unit(old, new)


def _follows(old: Quantity, new: Quantity, rate: Quantity) -> bool:
    return follows(rate, rise(new, old))
