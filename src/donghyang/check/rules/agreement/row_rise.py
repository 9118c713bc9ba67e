"""문장이 한 이름에 붙인 증감률이 표의 그 줄과 다릅니다. | A rise told of one name is not what its row of the table has.

왜: '응용연구가 10.7% 늘어'는 표의 증가율 칸에서 읽은 것이다. 한 글자만 다르거나 다른 줄의 수이면 잘못 옮긴 것이다.
Why: 'Applied research rose by 10.7 %' is read from the column of rates; one digit off, or another row's, it is a slip.
Bad:
  01
  연구비 통계 발표
  ■ 연구비 통계를 발표함(3.2)
  - 응용연구가 16.7% 늘어 뒤를 이음
  〈유형별 연구비〉
  구분	금액(억 위안)	증가율
  기초연구	2,104.2	12.4%
  응용연구	3,615.8	10.7%
  시험개발	9,870.1	8.9%
Good:
  01
  연구비 통계 발표
  ■ 연구비 통계를 발표함(3.2)
  - 응용연구가 10.7% 늘어 뒤를 이음
  〈유형별 연구비〉
  구분	금액(억 위안)	증가율
  기초연구	2,104.2	12.4%
  응용연구	3,615.8	10.7%
  시험개발	9,870.1	8.9%
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._rows import cell_message
from donghyang.check.sheet.grids import Grid, grids, is_whole, lines_of, rows_in
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, significant
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

ID = "row-rise"
CLASS = "table-text"
SEVERITY = "warning"

_HEAD = lazily(r"(?:증가|증감|성장|상승)(?:율|률|폭)?|전년 ?(?:동기 ?)?(?:대비|비)")
_TO_RATE = lazily(
    r"(?:시|성)?(?: [가-힣]{2,6})?(?:에서|이|가|은|는|의 경우|도) "
    r"(?:[가-힣]{2,6}[이가은는을를] )?(?:전년 대비 )?(?:약 )?"
)
"""Between a row's name and its rate; a figure between them would be of something else."""
_TO_AMOUNT = lazily(r"(?:시|성)?(?:에서|이|가|은|는|의 경우|도) (?:약 )?")
_FROM_AMOUNT = lazily(r"(?:으로|로),? (?:전년(?: 동기)? 대비 )?(?:약 )?")
_ROSE = lazily(r"(?:로|가|를|의)? ?(?:증가|늘|성장|상승|확대|감소|줄|하락)")
_OTHERWISE = lazily(r"연평균|누적|매년|이상|['‘’]?[0-9]{2,4}년 ?대비|동월|기여")
_DIGITS = 3
"""A rate of fewer digits is one slip from another by chance."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rates of rise behind a row's name, or behind its figure, against the one column of rates."""
    for grid in grids(sheet):
        columns = [at for at, head in enumerate(grid.board.head) if at > grid.named and _HEAD.search(head.text)]
        for line in lines_of(sheet, grid.board) if len(columns) == 1 else ():
            if "%" in line.text and not _OTHERWISE.search(line.text):
                for at, name in rows_in(grid, line.text):
                    rate = _rate(sheet, grid, line, (at, name))
                    if rate is not None:
                        yield from _held(sheet, grid, columns[0], name, rate)


def _rate(sheet: Sheet, grid: Grid, line: Passage, named: tuple[int, str]) -> Quantity | None:
    """The rate that a line tells of the row whose name stands there; None for none."""
    at, name = named
    start = line.start + at + len(name)
    figures = sheet.quantities_in(start, line.end)[:2]
    if not figures:
        return None
    first, last = figures[0], figures[-1]
    lead = sheet.text[start : first.start]
    if first.unit == "%":
        return first if _TO_RATE.fullmatch(lead) and _ROSE.match(sheet.text, first.end) else None
    own = any(cell is not None and cell.value == first.value for cell in map(sheet.figure, grid.rows[name]))
    led = own and _TO_AMOUNT.fullmatch(lead) and _FROM_AMOUNT.fullmatch(sheet.text[first.end : last.start])
    return last if led and last.unit == "%" and _ROSE.match(sheet.text, last.end) else None


def _held(sheet: Sheet, grid: Grid, column: int, name: str, rate: Quantity) -> Iterator[Hit]:
    cells = {row: sheet.figure(grid.rows[row][column]) for row in grid.rows if not is_whole(row)}
    own = cells.get(name)
    if own is None or own.unit != "%" or rate.value is None or own.value is None or rate.high is not None:
        return
    if abs(own.value) == rate.value or significant(rate.text) < _DIGITS or "." not in rate.text:
        return
    others = [cell.value for row, cell in cells.items() if cell is not None and row != name]
    if rate.value in others or one_slip_apart(rate, own):
        cell = grid.rows[name][column]
        yield Hit(rate.start, rate.end, cell_message(name, cell.text), (cell.span,))
