"""표의 '변화' 칸이 앞의 두 칸과 맞지 않습니다. | The change in a table's last column is not that of the two before it.

왜: '기존, 신형, 변화' 표의 변화는 앞의 두 칸에서 나온다. 나중 값으로 나누면 작게 나온다.
Why: In a table of old, new and change the change follows from the two; dividing by the later figure gives too little.
Bad:
  〈성능 비교〉
  항목	기존	신형	변화
  출력밀도(kW/㎥)	70	130	46.2% 증가
  원가(위안)	2,000	1,200	40% 절감
Good:
  〈성능 비교〉
  항목	기존	신형	변화
  출력밀도(kW/㎥)	70	130	85.7% 증가
  원가(위안)	2,000	1,200	40% 절감
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._changes import held
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "row-change"
CLASS = "growth"
SEVERITY = "error"

_HEAD = lazily(r"^(?:변화|변동|증감|개선|비교|개선 ?폭|향상 ?폭|변화율)$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Cells of words like '46.2% 증가' behind two figures of their row."""
    for board in sheet.boards:
        if len(board.head) > 2 and _HEAD.match(board.head[-1].text.strip()):
            for row in board.rows:
                yield from _of_row(sheet, row)


def _of_row(sheet: Sheet, row: list[Passage]) -> Iterator[Hit]:
    old, new = sheet.figure(row[-3]), sheet.figure(row[-2])
    told = sheet.quantities_in(*row[-1].span)
    if old is None or new is None or len(told) != 1 or told[0].start != row[-1].start or not (old.value and new.value):
        return
    yield from held(old, new, told[0], sheet.text[told[0].end : row[-1].end])
