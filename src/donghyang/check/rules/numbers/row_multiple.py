"""표의 두 줄을 견준 배수가 맞지 않습니다. | A multiple between two rows of a table is not what their cells give.

왜: 'A형이 C형의 6배'는 표의 두 줄로 셈해 볼 수 있다. 다른 줄과 견주면 어긋난다.
Why: 'A is six times C' can be worked out from the two rows; against another row it comes out otherwise.
Bad:
  01
  유형별 지원
  ■ 유형별 지원을 발표함(3.2)
  - 1인당 지원액은 선도형이 일반형의 5배에 이름
  〈유형별 지원〉
  유형	1인당 지원액(만 위안)
  선도형	400
  성장형	80
  일반형	40
Good:
  01
  유형별 지원
  ■ 유형별 지원을 발표함(3.2)
  - 1인당 지원액은 선도형이 일반형의 10배에 이름
  〈유형별 지원〉
  유형	1인당 지원액(만 위안)
  선도형	400
  성장형	80
  일반형	40
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from donghyang.check.figures.operands import Range, follows, middle, quotient, same_unit, shown
from donghyang.check.rule import Hit
from donghyang.check.sheet.grids import Grid, grids, lines_of, places, rows_in
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "row-multiple"
CLASS = "ratio"
SEVERITY = "warning"

_JOINT = lazily(r"(?:[은는이가도]|(?:의)?(?: [가-힣]{1,8}){1,2}[은는이가]),? ?(?:[^,.;0-9]{0,10} )?")
_TOPIC = lazily(r"(?:[은는]|(?:의)?(?: [가-힣]{1,8}){1,2}[은는])(?= )")
"""Behind the row that a sentence is about, whatever it says of it before the multiple."""
_OF = lazily(r"(?:의|보다|에 비해| 대비) ?(?:약 )?$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'R은 S의 n배' where R and S are rows of one table and no column of theirs gives n."""
    for grid in grids(sheet):
        for line in lines_of(sheet, grid.board):
            for figure in sheet.quantities_in(*line.span):
                if figure.kind == "multiple" and figure.value and figure.bound in (None, "approx"):
                    yield from _held(sheet, grid, line, figure)


def _held(sheet: Sheet, grid: Grid, line: Passage, figure: Quantity) -> Iterator[Hit]:
    before = sheet.text[line.start : figure.start]
    said = _OF.search(before)
    rows = rows_in(grid, before)
    if said is None or len(rows) < 2:
        return
    (first, one), (second, other) = rows[-2:]
    if second + len(other) != said.start():
        return
    if not _JOINT.fullmatch(before[first + len(one) : second]):
        topics = [name for at, name in rows[:-1] if _TOPIC.match(before, at + len(name))]
        if not topics or ". " in before[first:] or topics[-1] == other:
            return
        one = topics[-1]
    clause = before.rpartition(", ")[2]
    told = [at for head, at in grid.heads.items() if any(True for _ in places(clause, head))]
    worths = list(_quotients(sheet, grid, (one, other), told or range(1, len(grid.board.head))))
    if worths and not any(follows(figure, worth) for worth in worths):
        worth = shown(middle(worths[0]))
        message = Message(f"표로 셈하면 {worth}배입니다.", f"by the table it is {worth} times.")
        yield Hit(figure.start, figure.end, message, (grid.rows[one][0].span, grid.rows[other][0].span))


def _quotients(sheet: Sheet, grid: Grid, rows: tuple[str, str], columns: Iterable[int]) -> Iterator[Range]:
    """What the cells of two rows give, column by column."""
    for at in columns:
        a, b = (sheet.figure(grid.rows[row][at]) for row in rows)
        if a is not None and b is not None and a.value and b.value and b.value > 0 and same_unit(a, b):
            yield quotient(a, b)
