"""'B에서 x% 향상'이 기사의 다른 수와 맞지 않습니다. | A rise does not lead to the other figure in the article.

왜: '160에서 20% 향상'의 결과는 제목이나 리드에 적혀 있어 셈해 볼 수 있다. 나중 수로 나누면 작게 나온다.
Why: What 'up 20 % from 160' leads to stands in the lead; dividing by the later figure gives too little.
Bad:
  01
  새 전지 개발
  ■ 에너지 밀도를 250Wh/kg으로 높인 전지를 개발함(3.2)
  - 에너지 밀도는 종전의 200Wh/kg에서 20% 향상됨
Good:
  01
  새 전지 개발
  ■ 에너지 밀도를 250Wh/kg으로 높인 전지를 개발함(3.2)
  - 에너지 밀도는 종전의 200Wh/kg에서 25% 향상됨
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.figures.operands import follows, middle, rise, same_unit, shown, turn
from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "rise-from"
CLASS = "growth"
SEVERITY = "warning"

_FROM = lazily(r"(?:에서|보다|에 비해| 대비) (?:약 )?")
_UP = lazily(r" ?(?:향상|증가|늘|상승|높아|높인|개선|확대)")
_DOWN = lazily(r" ?(?:감소|줄|하락|낮아|낮춘|절감|단축|축소)")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rises and falls from a figure where the article has one other figure of that unit."""
    for article in sheet.articles:
        for line in article.of(*PROSE):
            for old, rate in pairwise(sheet.quantities_in(*line.span)):
                rises = rate.unit == "%" and _FROM.fullmatch(sheet.text[old.end : rate.start])
                if rises and old.unit not in ("%", None):
                    yield from _held(sheet, article, old, rate)


def _held(sheet: Sheet, article: ArticleLines, old: Quantity, rate: Quantity) -> Iterator[Hit]:
    sign = turn(sheet.text, rate.end, _UP, _DOWN)
    if not sign or not old.value or rate.value is None or rate.bound not in (None, "approx") or old.kind == "count":
        return
    others = [
        figure
        for line in article.of(*PROSE)
        for figure in sheet.quantities_in(*line.span)
        if figure.value and figure.value != old.value and figure.high is None and same_unit(figure, old)
    ]
    if len({figure.value for figure in others}) != 1 or others[0].unit != old.unit:
        return
    right = rise(others[0], old, sign)
    if right[1] > 0 and not follows(rate, right):
        worth = shown(middle(right))
        new = others[0].text
        message = Message(f"'{new}'이(가) 되었다면 {worth}%입니다.", f"to '{new}' it is {worth} %.")
        yield Hit(rate.start, rate.end, message, ((old.start, old.end), (others[0].start, others[0].end)))
