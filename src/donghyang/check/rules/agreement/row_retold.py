"""표의 한 줄을 옮겨 적으며 한 수가 달라졌습니다. | A row of the table is told in the text with one figure changed.

왜: '50%에서 70%로 30% 향상'의 두 수가 표의 한 줄에 나란히 있고 하나만 다르면 그 하나를 잘못 옮긴 것이다.
Why: Where three figures of a line are three neighbouring cells of a row but for one, that one was copied wrongly.
Bad:
  01
  촉매 성능 발표
  ■ 촉매 성능을 발표함(3.2)
  - 선택도는 48%에서 72%로 25.0% 향상됨
  〈촉매 성능〉
  항목	기존	개발	향상
  선택도	48%	60%	25.0%
  수율	20%	28%	40.0%
Good:
  01
  촉매 성능 발표
  ■ 촉매 성능을 발표함(3.2)
  - 선택도는 48%에서 60%로 25.0% 향상됨
  〈촉매 성능〉
  항목	기존	개발	향상
  선택도	48%	60%	25.0%
  수율	20%	28%	40.0%
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._rows import cell_message
from donghyang.check.sheet.grids import Grid, grids, is_whole, lines_of
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import agrees
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

ID = "row-retold"
CLASS = "table-text"
SEVERITY = "warning"

_WORD = lazily(r"[가-힣A-Za-z]{2,}")
_NEXT = lazily(r"(?![^0-9]*[은는이가] )[^.;0-9]{0,14}")
"""Between two of its figures; a subject of its own begins something else."""
_RUN = 3
"""So many figures of a row, in order, are its retelling; two agree by chance."""
_TELLING = 4
"""Digits that the two which agree print together, at the least."""
_MOST = 24
"""A line of more figures retells no row."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Three figures in a line against three neighbouring cells of a row that the line names, one of them another."""
    for grid in grids(sheet):
        rows = [(name, cells) for name in grid.rows if not is_whole(name) for cells in _runs(sheet, grid, name)]
        for line in lines_of(sheet, grid.board) if rows else ():
            figures = [one for one in sheet.quantities_in(*line.span) if one.value is not None][:_MOST]
            for name, cells in rows if len(figures) >= _RUN else ():
                yield from _held(line, figures, name, cells)


def _runs(sheet: Sheet, grid: Grid, name: str) -> Iterator[list[Quantity]]:
    """Every three neighbouring cells of a row that hold a figure each."""
    cells = [sheet.figure(cell) for cell in grid.rows[name][grid.named + 1 :]]
    for at in range(len(cells) - _RUN + 1):
        run = [cell for cell in cells[at : at + _RUN] if cell is not None and cell.value is not None]
        if len(run) == _RUN:
            yield run


def _held(line: Passage, figures: list[Quantity], name: str, cells: list[Quantity]) -> Iterator[Hit]:
    named = any(word in line.text for word in _WORD.findall(name))
    for at in range(len(figures) - _RUN + 1) if named else ():
        pairs = list(zip(figures[at : at + _RUN], cells, strict=True))
        if any(one.unit != cell.unit or one.high is not None for one, cell in pairs):
            continue
        between = (line.text[a.end - line.start : b.start - line.start] for (a, _), (b, _) in pairwise(pairs))
        if not all(_NEXT.fullmatch(gap) for gap in between):
            continue
        apart = [(one, cell) for one, cell in pairs if not agrees(one, cell)]
        same = [one for one, cell in pairs if one.value == cell.value]
        if len(apart) == 1 and len(same) == _RUN - 1 and sum(map(_digits, same)) >= _TELLING:
            one, cell = apart[0]
            yield Hit(one.start, one.end, cell_message(name, cell.text), ((cell.start, cell.end),))


def _digits(figure: Quantity) -> int:
    return sum(char.isdigit() for char in figure.text)
