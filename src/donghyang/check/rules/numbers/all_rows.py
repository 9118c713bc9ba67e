"""표에 든 것 모두의 합이 문장의 수와 다릅니다. | What all rows of a table come to is not what the sentence says.

왜: '5개 성의 설치량은 모두 500MW'라 하고 다섯 성의 수를 표에 적으면 더해 볼 수 있다.
Why: 'In five provinces 500 MW in all' can be added up from a table of the five.
Bad:
  01
  설치 현황
  ■ 설치 현황을 발표함(3.2)
  - 3개 시의 설치량은 모두 450MW에 달함
  〈시별 설치량(MW)〉
  시	설치량
  가온	150
  나래	120
  다솜	140
Good:
  01
  설치 현황
  ■ 설치 현황을 발표함(3.2)
  - 3개 시의 설치량은 모두 410MW에 달함
  〈시별 설치량(MW)〉
  시	설치량
  가온	150
  나래	120
  다솜	140
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.native import WORDS, number_of
from donghyang.check.figures.operands import same_unit, shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import sentences
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.grids import is_whole
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, rounding
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "all-rows"
CLASS = "sum"
SEVERITY = "warning"

_OF_SO_MANY = lazily(
    rf"(?:^|[ ,(])(?:(?P<number>[2-9]|[1-3][0-9])(?:개|곳|대)?|(?P<word>{WORDS})(?: 개)?) ?[가-힣]{{1,8}}?"
    r"(?:의|이|가|을|를|에서|에|은|는)? [^0-9.;]{0,30}?(?:모두|총|합계|합쳐|합하면|합치면|더하면|합친|"
    r"합한)(?: [가-힣]{1,6}(?:은|는|이|가)?)? (?:약 )?$"
)
_SOME = lazily(r"상위|등 |가운데|중 |나머지|제외|외 |하위|이 밖")
_LEAST = 3


def find(sheet: Sheet) -> Iterator[Hit]:
    """Totals of so many things as a table of the article has rows, where one column is of that unit."""
    boards = [board for board in sheet.boards if board.article is not None and len(board.rows) >= _LEAST]
    for sentence in sentences(sheet) if boards else ():
        for total in sentence.figures:
            said = _OF_SO_MANY.search(sentence.ahead(total, 60))
            line = sheet.at(sentence.start)
            if said is None or line is None or _SOME.search(said[0]) or total.kind in ("rank", "percent"):
                continue
            number = number_of(said["word"], said["number"])
            near = [board for board in boards if board.article == line.article]
            yield from _held(sheet, total, [one for one in near if _rows(one) == number])


def _rows(board: Board) -> int:
    return len(board.rows) if not any(is_whole(row[0].text.strip()) for row in board.rows) else 0


def _held(sheet: Sheet, total: Quantity, boards: list[Board]) -> Iterator[Hit]:
    columns = [
        (column, board)
        for board in boards
        for at in range(1, len(board.head))
        if (column := _figures(sheet, board, at, total))
    ]
    sums = [(sum((one.value or Decimal(0) for one in column), Decimal(0)), column) for column, _ in columns]
    if not sums or any(fits(total, added - rounding(column), added + rounding(column)) for added, column in sums):
        return
    if len(sums) == 1:
        added, column = sums[0]
        worth = shown_like(added, total)
        message = Message(f"표의 줄을 더하면 {worth}입니다.", f"the rows add up to {worth}.")
        yield Hit(total.start, total.end, message, ((column[0].start, column[-1].end),))


def _figures(sheet: Sheet, board: Board, at: int, total: Quantity) -> list[Quantity]:
    """The column's figures where all are of the unit of the total; [] else."""
    found = [sheet.figure(row[at]) for row in board.rows]
    captioned = re.search(rf"[(（](?:단위: ?)?{re.escape(total.unit or ' ')}[)）]", board.title) is not None
    known = [
        one
        for one in found
        if one is not None
        and one.value is not None
        and ((one.unit == total.unit and same_unit(one, total)) or (one.unit is None and captioned))
    ]
    return known if len(known) == len(found) else []
