"""평균이 표의 줄에서 나오지 않습니다. | A mean is not that of the table's rows.

왜: '상위 3개 기관의 평균 점수는 92.7점'이라 하고 표에 셋의 점수가 있으면 셈해 볼 수 있다.
Why: 'The mean score of the first three is 92.7' beside a table of the three can be worked out.
Bad:
  01
  기관 평가
  ■ 평가 결과를 발표함(3.2)
  - 상위 3개 기관의 평균 점수는 92.0점임
  〈기관 평가〉
  기관	점수(점)
  가온	93.0
  나래	90.0
  다솜	87.0
Good:
  01
  기관 평가
  ■ 평가 결과를 발표함(3.2)
  - 상위 3개 기관의 평균 점수는 90.0점임
  〈기관 평가〉
  기관	점수(점)
  가온	93.0
  나래	90.0
  다솜	87.0
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.operands import shown
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import sentences
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.grids import is_whole
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "row-mean"
CLASS = "ratio"
SEVERITY = "warning"

_MEAN = lazily(r"평균 (?P<noun>[가-힣]{2,8}?)(?:은|는|이|가|값은)? (?:약 )?$")
_LEAST = 3
_NEAR = (Decimal("0.5"), Decimal("1.5"))
"""A figure further from the rows' mean is the mean of something else."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Means of so many things as a table of the article has rows, by the head of a column."""
    for sentence in sentences(sheet):
        for mean in sentence.figures if "평균 " in sentence.text else ():
            said = _MEAN.search(sentence.ahead(mean))
            line = sheet.at(sentence.start) if said else None
            if said is None or line is None or line.article is None or mean.bound not in (None, "approx"):
                continue
            counts = {one.value for one in sentence.figures if one.kind == "count" and one is not mean}
            for board in sheet.boards:
                if board.article == line.article and len(board.rows) in counts and len(board.rows) >= _LEAST:
                    yield from _held(sheet, mean, said["noun"], board)


def _held(sheet: Sheet, mean: Quantity, noun: str, board: Board) -> Iterator[Hit]:
    if any(is_whole(row[0].text.strip()) for row in board.rows):
        return
    for at in (at for at, head in enumerate(board.head) if noun in head.text):
        figures = [sheet.figure(row[at]) for row in board.rows]
        values = [one.value for one in figures if one is not None and one.value is not None]
        if len(values) < len(figures) or not mean.value:
            continue
        worth = sum(values, Decimal(0)) / len(values)
        if not worth or not _NEAR[0] <= mean.value / worth <= _NEAR[1]:
            continue
        if abs(worth - mean.value) > step(mean):
            figure = shown(worth)
            message = Message(f"표의 평균은 {figure}입니다.", f"the rows' mean is {figure}.")
            yield Hit(mean.start, mean.end, message, ((board.rows[0][at].start, board.rows[-1][at].end),))
