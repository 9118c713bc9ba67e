"""표의 차례와 다른 순위입니다. | A place that the table's column does not bear out.

왜: '14곳으로 세 번째로 많음'은 그 수가 든 칸의 차례로 안다.
Why: Whether it is 'with 14 the third' is told by the column that has the 14.
Bad:
  01
  지역별 시설
  ■ 시설 수를 발표함(3.2)
  - 가온은 14곳으로 두 번째로 많음
  〈지역별 시설〉
  지역	시설(곳)
  나래	48
  다솜	30
  가온	14
  라온	9
Good:
  01
  지역별 시설
  ■ 시설 수를 발표함(3.2)
  - 가온은 14곳으로 세 번째로 많음
  〈지역별 시설〉
  지역	시설(곳)
  나래	48
  다솜	30
  가온	14
  라온	9
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.native import number_of
from donghyang.check.rule import Hit
from donghyang.check.sheet.grids import Grid, full_columns, is_whole, lines_of, rows_in, sentences_of, sided
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "row-place"
CLASS = "order"
SEVERITY = "warning"

_LEAST = 3
"""Of two rows one is the larger, not the second."""
_NTH = lazily(
    r"(?:으로|로|이며|인데|에 그쳐|에 달해),? (?:[가-힣0-9 ]{0,14}(?:가운데|중)에?서? )?"
    r"(?:(?P<nth>두|세|네|다섯) 번째로|가장) "
    r"(?:(?P<most>많|높|크|큰|컸|길)|적|낮|작|짧)"
)
_TO_FIGURE = 30
"""So far before its figure a row is named."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Places told with the figure of a row, against the column that has it."""
    for grid in sided(sheet):
        if len([name for name in grid.rows if not is_whole(name)]) >= _LEAST:
            for line in lines_of(sheet, grid.board):
                for sentence in sentences_of(line):
                    for figure in sheet.quantities_in(*sentence.span):
                        yield from _held(sheet, grid, sentence, figure)


def _held(sheet: Sheet, grid: Grid, sentence: Passage, figure: Quantity) -> Iterator[Hit]:
    nth = _NTH.match(sheet.text, figure.end, sentence.end)
    if nth is None:
        return
    named = [row for at, row in rows_in(grid, sentence.text) if 0 < figure.start - sentence.start - at < _TO_FIGURE]
    having = [one for one in _columns(sheet, grid, figure) if named and one.get(named[-1]) == figure.value]
    if len(having) != 1:
        return
    name, values = named[-1], having[0]
    order = sorted(set(values.values()), reverse=nth["most"] is not None)
    right = order.index(values[name]) + 1
    if len(order) >= _LEAST and right != number_of(nth["nth"], "1"):
        message = Message(f"표에서는 {right}번째입니다.", f"in the table it has place {right}.")
        yield Hit(figure.start, nth.end(), message, (grid.rows[name][grid.named].span,))


def _columns(sheet: Sheet, grid: Grid, figure: Quantity) -> Iterator[dict[str, Decimal]]:
    """The columns told in the figure's unit, each as the values of its rows; those with a gap left out."""
    for _, figures in full_columns(sheet, grid):
        if {one.unit for one in figures.values()} <= {None, figure.unit}:
            yield {name: one.value or Decimal(0) for name, one in figures.items()}
