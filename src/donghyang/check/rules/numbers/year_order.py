"""표의 연도 하나가 차례에 어긋납니다. | One year of a table stands out of order.

왜: 연도순으로 선 표에서 하나만 앞뒤와 어긋나면 그 연도를 잘못 적은 것이다.
Why: In a table that stands in order of years, the one that breaks it was mistyped.
Bad:
  〈연혁〉
  연도	내용
  2018	착공
  2019	시운전
  2012	가동
  2021	확장
  2022	수출
Good:
  〈연혁〉
  연도	내용
  2018	착공
  2019	시운전
  2020	가동
  2021	확장
  2022	수출
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._rankings import odd_one
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "year-order"
CLASS = "order"
SEVERITY = "error"

_HEAD = lazily(r"연도|년도|연월|시기|^년$")
_YEAR = lazily(r"(?:19|20)[0-9]{2}(?=$|[년. ~-])")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Columns of years in order but for one."""
    for board in sheet.boards:
        for column, head in enumerate(board.head):
            if not _HEAD.search(head.text):
                continue
            cells = board.column(column)
            years = [_YEAR.match(cell.text) for cell in cells]
            if all(years):
                yield from odd_one(cells, [Decimal(year[0]) for year in years if year])
