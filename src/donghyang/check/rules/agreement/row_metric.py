"""본문이 말한 지표의 값이 표의 그 줄에 없습니다. | A value told of a metric is not in the row of that metric.

왜: 지표를 줄로 세운 표를 본문이 읽을 때, 지표 바로 뒤에 적은 값은 그 줄의 어느 칸에 있어야 한다.
Why: Where a table has metrics as rows, the value told right behind a metric must be one of the cells of its row.
Bad:
  01
  새 소자 개발
  ■ 새 소자를 개발함(3.2)
  - 전송 거리는 1.5km로 종전보다 길어짐
  〈소자 비교〉
  항목	종전	이번
  전송 속도	60Gbps	120Gbps
  전송 거리	0.5km	1.2km
Good:
  01
  새 소자 개발
  ■ 새 소자를 개발함(3.2)
  - 전송 거리는 1.2km로 종전보다 길어짐
  〈소자 비교〉
  항목	종전	이번
  전송 속도	60Gbps	120Gbps
  전송 거리	0.5km	1.2km
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._rows import cell_message
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.grids import bare, is_whole, lines_of, places, sentences_of, years_in
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.goal_tables import year_of
from donghyang.facts.slips import supported
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

ID = "row-metric"
CLASS = "table-text"
SEVERITY = "warning"

_TO_FIGURE = lazily(r"(?:은|는|이|가|도|을|를)? ?(?:약 |최대 |최소 |단 )?")
_CHANGE = lazily(
    r"\s?(?:이상|이하)?(?:을|를|이|가|의|만큼)? ?"
    r"(?:증가|감소|늘|줄|더|높|낮|많|적|길|짧|단축|향상|개선|추가|씩|차이|절감)"
)
_OTHER = lazily(
    r"목표|전망|예상|계획|이론|기준|다른|평균|세계|기존 최고|국제|상한|하한|허용|지난해|작년|전년|한계|합계|총"
)
_UNIT = lazily(r"[(（\[](?P<unit>[^()（）\[\]]{1,10})[)）\]]")
_NAME = 3
"""Letters of a metric at the least: 크기 and 속도 are of many things."""
_LEAST, _MOST = 2, 120
_NEAR = (Decimal("0.1"), Decimal(10))


@dataclass(frozen=True, slots=True)
class _Metric:
    """A row of figures of one metric: its name, its cells and their figures."""

    name: str
    unit: str
    cells: tuple[tuple[Passage, Quantity], ...]


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures right behind the name of a row whose cells are all figures, that no cell of it has."""
    for board in sheet.boards:
        if board.article is None or len(board.rows) * len(board.head) > _MOST:
            continue
        metrics = list(_metrics(sheet, board))
        years = {int(year) for head in board.head if (year := year_of(head.text))}
        for line in lines_of(sheet, board) if metrics else ():
            for sentence in sentences_of(line):
                told = {year for year, *_ in years_in(sentence.text)}
                if not _OTHER.search(sentence.text) and told <= years:
                    yield from _of_sentence(sheet, sentence, metrics)


def _metrics(sheet: Sheet, board: Board) -> Iterator[_Metric]:
    names = [bare(row[0].text) for row in board.rows]
    for row, name in zip(board.rows, names, strict=True):
        cells = tuple((cell, figure) for cell in row[1:] if (figure := sheet.figure(cell)) is not None)
        whole = len(cells) == len(row) - 1 >= _LEAST and all(one.value is not None for _, one in cells)
        if not whole or is_whole(name) or len(letters(name)) < _NAME or names.count(name) > 1:
            continue
        said = _UNIT.search(row[0].text)
        units = {one.unit for _, one in cells}
        if len(units) == 1 and (said or units != {None}):
            yield _Metric(name, said["unit"] if said else str(cells[0][1].unit), cells)


def _of_sentence(sheet: Sheet, line: Passage, metrics: list[_Metric]) -> Iterator[Hit]:
    for metric in metrics:
        for at in places(line.text, metric.name):
            start = line.start + at + len(metric.name)
            figure = next(iter(sheet.quantities_in(start, line.end)), None)
            if figure is None or not figure.value or figure.high is not None or figure.kind in ("rank", "multiple"):
                continue
            if not _TO_FIGURE.fullmatch(sheet.text[start : figure.start]) or _CHANGE.match(sheet.text, figure.end):
                continue
            if figure.unit == metric.unit and not _is_told(figure, metric):
                near = min(metric.cells, key=lambda one: _gap(one[1], figure))
                if near[1].value and _NEAR[0] <= figure.value / near[1].value <= _NEAR[1]:
                    yield Hit(figure.start, figure.end, cell_message(metric.name, near[0].text), (near[0].span,))


def _gap(one: Quantity, other: Quantity) -> Decimal:
    return abs((one.value or Decimal(0)) - (other.value or Decimal(0)))


def _is_told(figure: Quantity, metric: _Metric) -> bool:
    """Has a cell the figure, rounded or as a bound at the most, or is it the difference of two?"""
    values = [one.value or Decimal(0) for _, one in metric.cells]
    same = any(one.value == figure.value or supported(figure, [one]) for _, one in metric.cells)
    places_ = Decimal(1).scaleb(-len(figure.text.partition(".")[2].rstrip("% )")))
    rounded = any(abs(value - (figure.value or 0)) * 2 <= places_ for value in values)
    return same or rounded or any(abs(one - other) == figure.value for one in values for other in values)
