"""표 제목의 수와 표의 줄 수가 다릅니다. | A caption counts other than the rows of its table.

왜: '5대 과제'라는 표에 네 줄이 있으면 한 줄이 빠졌거나 숫자가 틀린 것이다.
Why: A table of 'five tasks' with four rows has lost a row, or the number is wrong.
Bad:
  〈온실 보급 5대 과제〉
  구분	과제
  1	현대화
  2	종자 개량
  3	물 관리
  4	농기계 보급
Good:
  〈온실 보급 4대 과제〉
  구분	과제
  1	현대화
  2	종자 개량
  3	물 관리
  4	농기계 보급
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._rows import is_partial, rows_message, rows_of
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "caption-count"
CLASS = "count-list"
SEVERITY = "error"

_CAPTION = lazily(
    r"(?<![0-9.,])(?:총 ?)?(?P<number>[2-9]|[1-4][0-9])\s?(?P<unit>대|개사|개|가지|종|곳)"
    r"(?P<noun>\s?[가-힣]{2,10}(?: [가-힣]{2,8})?)?"
)
_LEAST = 2
"""One row lists nothing."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Captions that count what their table lists."""
    for board in sheet.boards:
        if board.caption is not None:
            yield from _captioned(board, board.caption)


def _captioned(board: Board, caption: Passage) -> Iterator[Hit]:
    rows = rows_of(board)
    counts = list(_CAPTION.finditer(caption.text))
    if rows < _LEAST or is_partial(board) or any(int(found["number"]) == rows for found in counts):
        return  # of '6대 분야 20개 산업' the rows are one
    for found in counts:
        number = int(found["number"])
        at_end = not caption.text[found.end() :].strip(" 〉>】])』」")
        if not (found["noun"] or "총" in board.title or (at_end and found["unit"] == "곳")):
            continue
        start = caption.start + found.start()
        yield Hit(start, caption.start + found.end(), rows_message(number, rows), (board.rows[-1][0].span,))
