"""모두 몇인지가 표의 합계와 다릅니다. | What the text says of all is not the table's total.

왜: '총 38명이 참여'의 수는 참여한 이를 센 표의 합계와 같아야 한다.
Why: Where a table counts those who took part, its total is what the text says of all of them.
Bad:
  01
  임상시험 결과
  ■ 결과를 발표함(3.2)
  - 총 48명이 참여한 시험에서 효과를 확인함
  〈집단별 결과〉
  집단	인원(명)	정확도
  가	32	91.4%
  나	14	87.0%
  전체	46	89.7%
Good:
  01
  임상시험 결과
  ■ 결과를 발표함(3.2)
  - 총 46명이 참여한 시험에서 효과를 확인함
  〈집단별 결과〉
  집단	인원(명)	정확도
  가	32	91.4%
  나	14	87.0%
  전체	46	89.7%
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board, total_row
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, significant
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "table-whole"
CLASS = "table-text"
SEVERITY = "warning"

_ALL = lazily(r"(?:^|[ ,(])(?:총|모두|도합|합계) (?:약 )?$")
_BEFORE = 8
_FEW = 10
"""Totals below this one are counts of many things."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """'총 N' one slip from the total of the article's one column in that unit, and nowhere else in the article."""
    for article in sheet.articles:
        boards = [board for board in sheet.boards if board.article == article.index]
        totals = [one for board in boards for one in _totals(sheet, board)]
        lines = article.of(*PROSE) if totals else []
        everything = list(sheet.figures_of(article.passages)) if totals else []
        for line in lines:
            for figure in sheet.quantities_in(*line.span):
                before = sheet.text[max(line.start, figure.start - _BEFORE) : figure.start]
                untold = line.part == "lead" and significant(figure.text) > 1 and not _knows(lines, totals, sheet)
                if _ALL.search(before) or untold:
                    yield from _held(figure, totals, everything)


def _knows(lines: list[Passage], totals: list[Quantity], sheet: Sheet) -> bool:
    """Do the lines tell a total of the tables anywhere? Then another figure of a lead is of something else."""
    values = {one.value for one in totals}
    return any(figure.value in values for line in lines for figure in sheet.quantities_in(*line.span))


def _totals(sheet: Sheet, board: Board) -> Iterator[Quantity]:
    at = total_row(board)
    for cell in board.rows[at][1:] if at is not None else ():
        figure = sheet.figure(cell)
        if figure is not None and figure.value is not None and figure.unit and figure.kind in ("count", "money"):
            yield figure


def _held(figure: Quantity, totals: list[Quantity], everything: list[Quantity]) -> Iterator[Hit]:
    of_unit = [one for one in totals if one.unit == figure.unit]
    if len(of_unit) != 1 or figure.value is None or figure.bound or figure.high is not None or figure.value < _FEW:
        return
    known = any(one.value == figure.value and one.start != figure.start for one in everything)
    if of_unit[0].value != figure.value and not known and one_slip_apart(figure, of_unit[0]):
        message = Message(f"표의 합계는 '{of_unit[0].text}'입니다.", f"the table's total is '{of_unit[0].text}'.")
        yield Hit(figure.start, figure.end, message, ((of_unit[0].start, of_unit[0].end),))
