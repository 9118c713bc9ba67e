"""두 해 사이의 증감이 표의 그 줄과 맞지 않습니다. | A change between two years is not what the row of the table gives.

왜: '단가를 2030년까지 2024년 대비 25% 낮춤'은 표의 단가 줄에서 두 해의 수로 셈해 볼 수 있다. 다른 해로 나누면 어긋난다.
Why: A cut by 2030 against 2024 can be worked out from the row; divided by another year it comes out otherwise.
Bad:
  01
  원가 목표 발표
  ■ 원가 목표를 발표함(3.2)
  - 제조 단가는 2030년까지 2024년 대비 25% 낮출 계획
  〈단계별 목표〉
  구분	2024년	2027년	2030년
  제조 단가(위안)	1.0	0.8	0.6
  생산량(만 대)	20	30	50
Good:
  01
  원가 목표 발표
  ■ 원가 목표를 발표함(3.2)
  - 제조 단가는 2030년까지 2024년 대비 40% 낮출 계획
  〈단계별 목표〉
  구분	2024년	2027년	2030년
  제조 단가(위안)	1.0	0.8	0.6
  생산량(만 대)	20	30	50
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.operands import follows, middle, rise, shown, turn
from donghyang.check.rule import Hit
from donghyang.check.sheet.grids import Grid, grids, is_whole, lines_of, places, years_in
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "goal-change"
CLASS = "growth"
SEVERITY = "warning"

_UP = lazily(r"(?:[를을로가이])? ?(?:증가|늘|상승|성장|확대|높|향상|증대)")
_DOWN = lazily(r"(?:[를을로가이])? ?(?:감소|줄|하락|낮|절감|감축|단축|내리)")
_AGAINST = lazily(r"(?:년|말|실적)?(?:의)? ?(?:대비|보다|에 비해) (?:약 )?$")
_OTHERWISE = lazily(r"연평균|매년|해마다|누적")
_SPAN = 40
"""How far before the rate its row and years may stand."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rates behind a row's name and two years that the table has, against the cells of those years."""
    for grid in grids(sheet):
        if len(grid.years) > 1:
            for line in lines_of(sheet, grid.board):
                for rate in sheet.quantities_in(*line.span):
                    if rate.unit == "%" and rate.value is not None and rate.bound in (None, "approx"):
                        yield from _held(sheet, grid, line, rate)


def _held(sheet: Sheet, grid: Grid, line: Passage, rate: Quantity) -> Iterator[Hit]:
    begin = max(line.start, rate.start - _SPAN, sheet.text.rfind(". ", line.start, rate.start) + 1)
    before = sheet.text[begin : rate.start]
    years = [year for year, _, _ in years_in(before) if year in grid.years]
    rows = {name for name in grid.rows if not is_whole(name) for _ in places(before, name)}
    sign = turn(sheet.text, rate.end, _UP, _DOWN)
    if len(set(years)) != 2 or len(rows) != 1 or not sign or not _AGAINST.search(before) or _OTHERWISE.search(before):
        return
    row = grid.rows[rows.pop()]
    cells = [row[grid.years[year]] for year in sorted(set(years))]
    old, new = (sheet.figure(cell) for cell in cells)
    if old is None or new is None or not old.value or not new.value:
        return
    right = rise(new, old, sign)
    if not follows(rate, right):
        worth = shown(middle(right))
        message = Message(f"표로 셈하면 {worth}%입니다.", f"by the table it is {worth} %.")
        yield Hit(rate.start, rate.end, message, (cells[0].span, cells[1].span))
