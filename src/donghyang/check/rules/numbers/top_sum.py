"""상위 몇 개를 더한 값이 순위표와 다릅니다. | The sum of the first few is not what the ranking gives.

왜: '상위 3개 지역이 36.0%를 차지'는 순위표의 첫 세 줄을 더하면 확인할 수 있다.
Why: 'The first three hold 36.0 %' can be added up from the first three rows of the ranking.
Bad:
  01
  지역별 투자 발표
  ■ 지역별 투자를 발표(3.2)
  - 상위 3개 지역이 전국의 63.0%를 차지
  〈지역별 투자〉
  순위	지역	비중
  1	가람	14.3%
  2	새벽	12.5%
  3	한빛	9.2%
  4	미르	7.9%
Good:
  01
  지역별 투자 발표
  ■ 지역별 투자를 발표(3.2)
  - 상위 3개 지역이 전국의 36.0%를 차지
  〈지역별 투자〉
  순위	지역	비중
  1	가람	14.3%
  2	새벽	12.5%
  3	한빛	9.2%
  4	미르	7.9%
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.check.figures.operands import same_unit, shown_like
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, one_slip_apart, rounding, significant
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "top-sum"
CLASS = "sum"
SEVERITY = "error"

_TOP = lazily(r"상위 ?(?P<number>[2-9]|[1-9][0-9])(?:개|위|대)?(?! ?위권|%)")
_LEAST = 3
"""Fewer numbered rows are no ranking."""
_REACH = 60
"""How far behind such a word its sum may stand, with its share behind it."""
_ROUND = 1
"""A sum of one digit (3,000) is one slip away from any other of its length."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Lines on the first few of a table whose rows are numbered from one."""
    boards = [board for board in sheet.boards if board.article is not None and _is_ranking(board)]
    for board in boards:
        assert board.article is not None
        for passage in sheet.articles[board.article].of(*PROSE):
            for found in _TOP.finditer(passage.text):
                if int(found["number"]) < len(board.rows):
                    yield from _sums(sheet, board, passage, found)


def _is_ranking(board: Board) -> bool:
    numbers = [row[0].text.rstrip(".위") for row in board.rows if row[0].text[:1].isdigit()]
    return len(numbers) >= _LEAST and numbers == [str(at) for at in range(1, len(numbers) + 1)]


def _sums(sheet: Sheet, board: Board, passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    start = passage.start + found.end()
    rows = [row for row in board.rows if row[0].text[:1].isdigit()][: int(found["number"])]
    columns = [[sheet.figure(cell) for cell in column] for column in zip(*rows, strict=True)][1:]
    for figure in sheet.quantities_in(start, min(passage.end, start + _REACH)):
        sums = [added for column in columns if (added := _sum(figure, column)) is not None]
        if not sums or any(fits(figure, value - room, value + room) for value, room in sums):
            continue
        meant = [value for value, _ in sums if one_slip_apart(figure, replace(figure, value=value))]
        if not meant and _is_of_others(sheet, board, figure, len(rows)):
            meant = [value for value, _ in sums][:1]
        if meant and significant(figure.text) > _ROUND:
            worth = shown_like(meant[0], figure)
            message = Message(f"표의 값을 더하면 {worth}입니다.", f"the rows give {worth}.")
            yield Hit(figure.start, figure.end, message, related=((rows[0][0].start, rows[-1][-1].end),))


def _is_of_others(sheet: Sheet, board: Board, figure: Quantity, number: int) -> bool:
    """Is a figure the sum of the first rows of a column, but of one more or one fewer than is said?"""
    ranked = [row for row in board.rows if row[0].text[:1].isdigit()]
    for count in (number - 1, number + 1):
        for column in zip(*ranked[:count], strict=True) if 1 < count <= len(ranked) else ():
            added = _sum(figure, [sheet.figure(cell) for cell in column])
            if added is not None and fits(figure, added[0] - added[1], added[0] + added[1]):
                return True
    return False


def _sum(figure: Quantity, column: list[Quantity | None]) -> tuple[Decimal, Decimal] | None:
    """What the figures of a column add up to, with their rounding; None unless all are of the unit of `figure`."""
    known = [one for one in column if one is not None and one.value is not None and same_unit(one, figure)]
    if len(known) < len(column) or figure.value is None:
        return None
    return sum((one.value or Decimal(0) for one in known), Decimal(0)), rounding(known)
