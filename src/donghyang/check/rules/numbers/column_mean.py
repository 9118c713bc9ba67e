"""하나당 평균이 표의 합계를 나눈 값과 다릅니다. | A mean for each is not what the table's totals give.

왜: '계약 한 건당 거래액은 평균 711만 위안'은 거래액 합계를 건수 합계로 나눈 값이다.
Why: A mean for each is the total of one column divided by that of another.
Bad:
  01
  기술 계약 통계 발표
  ■ 기술 계약 통계를 발표함(3.2)
  - 계약 한 건당 거래액은 평균 811만 위안
  〈지역별 기술 계약〉
  지역	건수(건)	거래액(만 위안)
  가온	200	150,000
  나래	250	169,950
  합계	450	319,950
Good:
  01
  기술 계약 통계 발표
  ■ 기술 계약 통계를 발표함(3.2)
  - 계약 한 건당 거래액은 평균 711만 위안
  〈지역별 기술 계약〉
  지역	건수(건)	거래액(만 위안)
  가온	200	150,000
  나래	250	169,950
  합계	450	319,950
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.figures.operands import follows, middle, quotient, shown_like
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board, total_row
from donghyang.check.sheet.grids import bare, is_whole, lines_of, places, sentences_of
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "column-mean"
CLASS = "ratio"
SEVERITY = "warning"

_EACH = lazily(
    r"(?:^|[ ,(])(?:[한일1] ?(?P<unit>[가-힣]{1,3}?)(?:당|에|의)|(?P<other>[가-힣]{1,3})당) "
    r"(?:평균 )?(?P<what>[가-힣]{2,8}(?: [가-힣]{2,6})?)(?:은|는|이|가) (?:평균 )?(?:약 )?$"
)
_OTHER = lazily(r"지난해|작년|전년|최대|최소|최고|목표|이상|20[0-9]{2}년")
_BEFORE = 30
_RANGE = 10
_MOST = 200


def find(sheet: Sheet) -> Iterator[Hit]:
    """'한 건당 거래액은 N' where the table has a total under that head and one of what is divided by."""
    for board in sheet.boards:
        at = total_row(board)
        if board.article is None or at is None or len(board.rows) * len(board.head) > _MOST:
            continue
        names = [name for row in board.rows if len(name := bare(row[0].text)) > 1 and not is_whole(name)]
        for line in lines_of(sheet, board):
            for sentence in sentences_of(line):
                named = any(True for name in names for _ in places(sentence.text, name))
                if (
                    ("당 " in sentence.text or "평균" in sentence.text)
                    and not named
                    and not _OTHER.search(sentence.text)
                ):
                    yield from _of_sentence(sheet, board, at, sentence)


def _of_sentence(sheet: Sheet, board: Board, at: int, line: Passage) -> Iterator[Hit]:
    for figure in sheet.quantities_in(*line.span):
        said = _EACH.search(sheet.text[max(line.start, figure.start - _BEFORE) : figure.start])
        if said is None or not figure.value or figure.high is not None or figure.bound not in (None, "approx"):
            continue
        operands = _operands(sheet, board, at, said, figure)
        if operands is None:
            continue
        worth = quotient(*operands)
        low, high = figure.value / _RANGE, figure.value * _RANGE
        if not follows(figure, worth) and low <= middle(worth) <= high and _is_plain(board):
            printed = shown_like(middle(worth), figure)
            message = Message(f"표의 합계로 셈하면 {printed}입니다.", f"by the table's totals it is {printed}.")
            yield Hit(figure.start, figure.end, message, tuple((one.start, one.end) for one in operands))


def _operands(
    sheet: Sheet, board: Board, at: int, said: re.Match[str], figure: Quantity
) -> tuple[Quantity, Quantity] | None:
    """The totals of the one column of that name and unit, and of the one column that counts what is divided by."""
    totals = [(head, one) for head, cell in zip(board.head, board.rows[at], strict=True) if (one := sheet.figure(cell))]
    what = said["what"].split(" ")[-1]
    above = [one for head, one in totals if what in bare(head.text) and one.unit == figure.unit and one.value]
    unit = said["unit"] or said["other"]
    below = [one for _, one in totals if one.unit == unit and one.value]
    return (above[0], below[0]) if len(above) == len(below) == 1 and above[0] is not below[0] else None


def _is_plain(board: Board) -> bool:
    """Is no column itself one of means, from which the figure may be read?"""
    return not any("당 " in head.text or "평균" in head.text for head in board.head)
