"""줄의 이름 뒤에 센 수가 표의 칸과 다릅니다. | What is counted behind a row's name is not its cell.

왜: '벼는 46개 품종'이라면 표의 벼 줄, '품종 수' 칸에 46이 있어야 한다.
Why: Where a line counts the things of a column for a row, the cell of both holds that count.
Bad:
  01
  작물별 시험
  ■ 시험 결과를 발표함(3.2)
  - 벼는 46개 품종을 심었음
  〈작물별 시험〉
  작물	품종 수	면적(무)
  벼	48	960
  콩	24	360
Good:
  01
  작물별 시험
  ■ 시험 결과를 발표함(3.2)
  - 벼는 48개 품종을 심었음
  〈작물별 시험〉
  작물	품종 수	면적(무)
  벼	48	960
  콩	24	360
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._rows import cell_message
from donghyang.check.sheet.grids import Grid, grids, is_whole, lines_of
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "counted-cell"
CLASS = "table-text"
SEVERITY = "warning"

_COUNT = lazily(r"(?P<noun>[가-힣]{2,8}) ?수$")
_OPENS = r"(?:^|(?<=[,.;] )|(?<=며 )|(?<=고 ))"


def find(sheet: Sheet) -> Iterator[Hit]:
    """'R은 N개 T' where T counts a column and R is a row."""
    for grid in grids(sheet):
        counts = {found["noun"]: at for head, at in grid.heads.items() if (found := _COUNT.search(head))}
        for line in lines_of(sheet, grid.board) if counts else ():
            yield from _of_line(sheet, grid, counts, line)


def _of_line(sheet: Sheet, grid: Grid, counts: dict[str, int], line: Passage) -> Iterator[Hit]:
    for name, row in grid.rows.items():
        if is_whole(name) or name not in line.text:
            continue
        for noun, column in counts.items():
            counted = rf"(?:모두 |총 )?(?P<number>[0-9][0-9,]*)개 ?{re.escape(noun)}(?:을|를|이|가|로|에| )"
            said = lazily(rf"{_OPENS}{re.escape(name)}(?:은|는|이|가) {counted}")
            cell = sheet.figure(row[column])
            found = said.search(line.text)
            if found is None or cell is None or int(found["number"].replace(",", "")) == cell.value:
                continue
            start, end = found.span("number")
            message = cell_message(name, cell.text)
            yield Hit(line.start + start, line.start + end + 1, message, (row[column].span,))
