"""다른 줄에서 맞는 셈이 이 줄에서는 어긋납니다. | A row breaks the arithmetic that all others keep.

왜: 한 열이 다른 두 열을 나누거나 곱한 값이면 줄마다 셈해 볼 수 있다. 한 줄만 어긋나면 그 줄에 틀린 수가 있다.
Why: Where a column is the quotient or the product of two others in every row but one, that one holds a wrong figure.
Bad:
  〈지역별 특허〉
  지역	보유량(만 건)	인구(만 명)	만 명당(건)
  가온	72.1	12,706	56.7
  나루	61.4	2,186	280.9
  다솜	58.6	8,526	68.7
  라온	42.3	6,627	68.3
Good:
  〈지역별 특허〉
  지역	보유량(만 건)	인구(만 명)	만 명당(건)
  가온	72.1	12,706	56.7
  나루	61.4	2,186	280.9
  다솜	58.6	8,526	68.7
  라온	42.3	6,627	63.8
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from donghyang.check.figures.operands import shown_like
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.grids import is_whole
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "column-law"
CLASS = "ratio"
SEVERITY = "error"

_LEAST = 3
"""Rows that must keep the law besides the one that breaks it."""
_MOST = 8
"""Columns of figures that are tried: of more there are too many threes."""
_TELLING = Decimal("0.03")
"""A figure printed less closely than to this share of itself fits by chance."""
_ROOM = Decimal("0.002")
"""As a share of what the law gives: what is left to the rounding of the other two columns."""
_AT = Decimal("0.02")
"""So near, as a share, a quotient lies at a power of ten."""

_TIMES = lazily(r"배수|배율")
"""In the head of a column that says how many times one column another is."""

_Row = tuple[Quantity, Quantity, Quantity]


def find(sheet: Sheet) -> Iterator[Hit]:
    """Tables in which one column is a power of ten times the quotient or product of two in all rows but one."""
    for board in sheet.boards:
        if len(board.rows) > _LEAST:
            yield from _of_board(sheet, board)


def _of_board(sheet: Sheet, board: Board) -> Iterator[Hit]:
    rows = [row for row in board.rows if not is_whole(row[0].text.strip())]
    figures = [[sheet.figure(cell) for cell in row] for row in rows]
    columns = [at for at in range(1, len(board.head)) if all(_is_plain(row[at]) for row in figures)][:_MOST]
    told: set[int] = set()
    for a, b, c in permutations(columns, 3):
        found = [(x, y, z) for row in figures if (x := row[a]) and (y := row[b]) and (z := row[c])]
        of_times = _TIMES.search(board.head[c].text) is not None
        for product in (True, False) if a < b and not of_times else (False,):
            broken = _broken(found, product=product, of_times=of_times)
            if broken is not None and broken[0][2].start not in told:
                told.add(broken[0][2].start)
                yield _hit(*broken)


def _is_plain(figure: Quantity | None) -> bool:
    return figure is not None and bool(figure.value) and figure.high is None and figure.kind != "rank"


def _law(row: _Row, *, product: bool) -> Decimal:
    a, b = row[0].value or Decimal(1), row[1].value or Decimal(1)
    return a * b if product else a / b


def _broken(rows: list[_Row], *, product: bool, of_times: bool) -> tuple[_Row, Decimal] | None:
    """The one row that breaks the law, and what it should have; None where none is, or where there is no law.

    `of_times` says that the head calls the column one of multiples: then it is the plain quotient, however rough.
    """
    if len(rows) <= _LEAST or len({row[1].value for row in rows}) == 1:
        return None
    powers = (
        {Decimal(1)}
        if of_times
        else {_power((row[2].value or Decimal(1)) / _law(row, product=product)) for row in rows} - {None}
    )
    for power in powers:
        assert power is not None
        off = [row for row in rows if not _keeps(row, _law(row, product=product) * power)]
        if len(off) == 1 and (of_times or all(step(row[2]) < (row[2].value or 0) * _TELLING for row in rows)):
            return off[0], _law(off[0], product=product) * power
    return None


def _power(times: Decimal) -> Decimal | None:
    """The power of ten that a quotient lies at, None for another number."""
    exponent = Decimal(1).scaleb(times.adjusted())
    nearest = min((exponent, exponent * 10), key=lambda one: abs(one - times))
    return nearest if abs(times / nearest - 1) < _AT else None


def _keeps(row: _Row, worth: Decimal) -> bool:
    room = abs(worth) * _ROOM + step(row[2]) / 2
    return fits(row[2], worth - room, worth + room)


def _hit(row: _Row, worth: Decimal) -> Hit:
    a, b, c = row
    printed = shown_like(worth, c)
    message = Message(f"다른 줄처럼 셈하면 {printed}입니다.", f"by the arithmetic of the other rows it is {printed}.")
    return Hit(c.start, c.end, message, ((a.start, a.end), (b.start, b.end)))
