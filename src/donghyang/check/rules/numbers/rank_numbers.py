"""순위표의 순위 하나가 제자리의 것이 아닙니다. | One rank of a ranking does not fit its place.

왜: 1위부터 차례로 선 표에서 순위 하나만 다르면 그 숫자가 틀린 것이다. 같은 순위(1, 2, 2, 4)는 그대로 둔다.
Why: Where all ranks but one count up from 1, that one is a slip; shared ranks (1, 2, 2, 4) are none.
Bad:
  〈도시별 점수〉
  순위	도시	점수
  1	대전	91.2
  2	광주	88.4
  5	부산	83.9
  4	대구	80.1
Good:
  〈도시별 점수〉
  순위	도시	점수
  1	대전	91.2
  2	광주	88.4
  2	부산	88.4
  4	대구	80.1
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._rankings import Ranking, ranking
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message

ID = "rank-numbers"
CLASS = "order"
SEVERITY = "error"

_FAR = 1
"""A last rank that lies further off is no slip of the pen."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rankings in which one rank is not that of its row."""
    for board in sheet.boards:
        found = ranking(board)
        if found is not None and not found.complete:
            yield from _broken(found)


def _broken(found: Ranking) -> Iterator[Hit]:
    """The one rank that differs from its place, if all others fit theirs; shared ranks are no slip."""
    off = [at for at, number in enumerate(found.numbers) if number != at + 1]
    if len(off) != 1:
        return
    at = off[0]
    if at and found.numbers[at] == found.numbers[at - 1]:
        return
    if at == len(found.numbers) - 1 and found.numbers[at] > at + 1 + _FAR:
        return  # the first ones, and below them the one that the text is about
    cell = found.rows[at][found.ranks]
    yield Hit(*cell.span, Message(f"{at + 1}위의 자리입니다.", f"this is the place of rank {at + 1}."))
