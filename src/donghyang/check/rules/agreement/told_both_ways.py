"""같은 증감을 한 곳은 올랐다, 한 곳은 내렸다고 합니다. | One change is told as a rise and as a fall.

왜: 요약에서는 0.08%p 낮아졌고 본문에서는 0.08%p 높아졌다면 어느 한쪽이 방향을 잘못 옮겼다.
Why: Where the summary has it fall by 0.08 points and the article rise by as much, one of them turned it round.
Bad:
  01
  연구비 비중 0.08%p 하락
  ■ 통계를 발표함(3.2)
  - 연구비 비중은 2.65%로 전년(2.57%)보다 0.08%p 상승
Good:
  01
  연구비 비중 0.08%p 상승
  ■ 통계를 발표함(3.2)
  - 연구비 비중은 2.65%로 전년(2.57%)보다 0.08%p 상승
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.operands import turn
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.facts.slips import significant
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "told-both-ways"
CLASS = "summary-body"
SEVERITY = "warning"

_UP = lazily(r"(?:를|을|이|가)? ?(?:증가|늘|상승|성장|높아|오르|올라|올랐|급증|커[지졌])")
_DOWN = lazily(r"(?:를|을|이|가)? ?(?:감소|줄|하락|낮아|떨어|내려|내렸|급감|축소)")
_TELLING = 2
"""Digits of a change that does not come twice by chance; a change in points is telling with one."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Changes of headline, lead and summary that the article tells only the other way round."""
    for line, article in retellings(sheet, "headline", "lead"):
        changes = [one for one in sheet.quantities_in(*line.span) if _is_telling(one) and _way(sheet, one)]
        others = [one for one in article.of(*PROSE) if one is not line] if changes else []
        theirs = [one for one in sheet.figures_of(others) if _way(sheet, one)]
        for figure in changes:
            same = [one for one in theirs if one.unit == figure.unit and one.value == figure.value]
            if same and all(_way(sheet, one) == -_way(sheet, figure) for one in same):
                message = Message("본문과 증감의 방향이 다릅니다.", "the article tells it the other way round.")
                yield Hit(figure.start, figure.end, message, ((same[0].start, same[0].end),))


def _is_telling(figure: Quantity) -> bool:
    return figure.unit == "%p" or (figure.unit == "%" and significant(figure.text) >= _TELLING)


def _way(sheet: Sheet, figure: Quantity) -> int:
    """1 where a rise is told right behind a figure, -1 for a fall, 0 for neither."""
    return turn(sheet.text, figure.end, _UP, _DOWN)
