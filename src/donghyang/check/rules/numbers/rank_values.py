"""순위와 값의 차례가 맞지 않습니다. | The ranking and its values disagree.

왜: 순위표는 값이 큰 차례(또는 작은 차례)로 선다. 한 줄만 어긋나면 그 값이나 순위가 틀린 것이다.
Why: A ranking stands in the order of its values; where one row breaks it, its value or its rank is wrong.
Bad:
  〈도시별 점수〉
  순위	도시	점수
  1	대전	91.2
  2	광주	88.4
  3	부산	89.9
  4	대구	80.1
Good:
  〈도시별 점수〉
  순위	도시	점수
  1	대전	91.2
  2	광주	88.4
  3	부산	83.9
  4	대구	80.1
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._rankings import odd_one, ranking
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet

ID = "rank-values"
CLASS = "order"
SEVERITY = "error"

_LONG = 7
"""A column of fewer rows is nearly in order by chance."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rankings whose values stand in order but for one."""
    for board in sheet.boards:
        found = ranking(board)
        if found is not None and found.complete:
            rows = sorted(zip(found.numbers, found.rows, strict=True), key=lambda row: row[0])
            columns = [[row[at] for _, row in rows] for at in range(len(board.head)) if at != found.ranks]
            yield from _unordered(sheet, columns)


def _unordered(sheet: Sheet, columns: list[list[Passage]]) -> Iterator[Hit]:
    """The value that breaks the order of the column by which a table is ranked.

    Where one column stands in order the table is ranked by that; of the others only a long one counts, and rates
    follow their own ways.
    """
    figures = [[sheet.figure(cell) for cell in cells] for cells in columns]
    known = [
        (cells, [figure.value for figure in column if figure and figure.value is not None], column[0])
        for cells, column in zip(columns, figures, strict=True)
        if all(figure and figure.value is not None for figure in column)
    ]
    is_settled = any(_is_ordered(values) for _, values, _ in known)
    for cells, values, first in known:
        if not is_settled or (len(values) >= _LONG and first is not None and first.unit != "%"):
            yield from odd_one(cells, values)


def _is_ordered(values: list[Decimal]) -> bool:
    return values in (sorted(values), sorted(values, reverse=True))
