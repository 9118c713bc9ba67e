"""두 항목의 차이가 표와 맞지 않습니다. | The gap between two rows is not that of the table.

왜: '가온은 나루보다 30억 위안 많다'는 표의 두 줄을 빼 보면 알 수 있다.
Why: 'A is 3 billion more than B' can be worked out from the two rows of the table.
Bad:
  01
  지역별 투자
  ■ 투자 계획을 발표함(3.2)
  - 가온의 투자액은 96억 위안으로 나루보다 30억 위안 많음
  〈지역별 투자〉
  지역	2026년(억 위안)	합계(억 위안)
  가온	36	96
  나루	26	76
Good:
  01
  지역별 투자
  ■ 투자 계획을 발표함(3.2)
  - 가온의 투자액은 96억 위안으로 나루보다 20억 위안 많음
  〈지역별 투자〉
  지역	2026년(억 위안)	합계(억 위안)
  가온	36	96
  나루	26	76
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.operands import Range, difference, follows, middle, same_unit, shown_like
from donghyang.check.rule import Hit
from donghyang.check.sheet.grids import Grid, grids, lines_of, rows_in
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import supported
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "row-gap"
CLASS = "sum"
SEVERITY = "warning"

_THAN = lazily(r"보다 (?:약 )?$")
_MORE = lazily(r"\s?(?:이|가)? ?(?:많|적|높|낮|길|짧|깊|크|큰|컸|작|앞서|웃돌|밑돌)")
_TOPIC = lazily(r"(?:호)?(?:[은는이가]|의 (?:[가-힣]{1,8} ){0,2}[가-힣]{1,8}[은는이가])(?= )")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'R은 A로 S보다 D 많음' where A is a cell of R and its difference to that of S is not D."""
    for grid in grids(sheet):
        for line in lines_of(sheet, grid.board):
            if "보다 " in line.text:
                figures = sheet.quantities_in(*line.span)
                for figure in figures:
                    yield from _held(sheet, grid, line, figures, figure)


def _held(sheet: Sheet, grid: Grid, line: Passage, figures: list[Quantity], gap: Quantity) -> Iterator[Hit]:
    before = sheet.text[line.start : gap.start]
    than = _THAN.search(before)
    if than is None or not _MORE.match(sheet.text, gap.end) or not gap.value or gap.bound or gap.unit == "%":
        return
    rows = rows_in(grid, before)
    topics = [name for at, name in rows if _TOPIC.match(before, at + len(name))]
    if not topics:
        return
    topic, (at, name) = topics[-1], rows[-1]
    if at + len(name) != than.start() or topic == name:
        return
    worths = list(_differences(sheet, grid.rows[topic], grid.rows[name], gap))
    if any(follows(gap, worth) for _, worth in worths):
        return
    told = [one for one in figures if one.end <= gap.start]
    meant = next((worth for one, worth in worths if supported(one, told)), None)
    if meant is not None:
        printed = shown_like(middle(meant), gap)
        message = Message(f"표로 셈하면 {printed}입니다.", f"by the table it is {printed}.")
        yield Hit(gap.start, gap.end, message, (grid.rows[name][0].span,))


def _differences(
    sheet: Sheet, mine: list[Passage], theirs: list[Passage], gap: Quantity
) -> Iterator[tuple[Quantity, Range]]:
    """The figures of a row in the unit of `gap`, each with how far it lies from that of the other row."""
    for a, b in zip(mine[1:], theirs[1:], strict=True):
        one, other = sheet.figure(a), sheet.figure(b)
        if one is not None and other is not None and one.value and other.value and same_unit(one, gap):
            yield one, difference(one, other) if one.value >= other.value else difference(other, one)
