"""하나에 얼마라는 수로 셈하면 자릿수가 다릅니다. | What one yields, times how many there are, has another magnitude.

왜: '수소 1톤당 20톤'이고 기사의 수소가 12만 톤이면 모두 240만 톤이다. 24만 톤이면 0이 하나 빠졌다.
Why: At 20 tons for each ton of hydrogen and 120,000 tons of it in the article, 240,000 tons lack a nought.
Bad:
  01
  수소 단지 승인
  ■ 수소 생산능력 연 12만 톤의 단지를 승인(3.2)
  - 수소 1톤당 이산화탄소 20톤을 줄인다고 보면 감축량은 연간 24만 톤
Good:
  01
  수소 단지 승인
  ■ 수소 생산능력 연 12만 톤의 단지를 승인(3.2)
  - 수소 1톤당 이산화탄소 20톤을 줄인다고 보면 감축량은 연간 240만 톤
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.operands import shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "per-unit-total"
CLASS = "magnitude"
SEVERITY = "warning"

_OF_ONE = lazily(r"(?P<noun>[가-힣]{2,8}) $")
_SLIPS = frozenset(Decimal(10) ** power for power in (-2, -1, 1, 2))
"""By so much a nought too many or too few makes a product wrong; what is off otherwise is of other things."""
_BEFORE = 16
"""So far before a figure the word stands that says what it is of."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """'X 1톤당 20톤 … 모두 24만 톤' against the tons of X that the article tells."""
    for sentence in sentences(sheet):
        if len(sentence.figures) > 2 and "당 " in sentence.text:
            yield from _held(sheet, sentence)


def _held(sheet: Sheet, sentence: Sentence) -> Iterator[Hit]:
    for at, one in enumerate(sentence.figures[:-2]):
        of = _OF_ONE.search(sentence.ahead(one))
        if one.value != 1 or of is None or not sentence.behind(one, 2).startswith("당"):
            continue
        rate = sentence.figures[at + 1]
        wholes = [other for other in sentence.figures[at + 2 :] if other.unit == rate.unit]
        passage = sheet.at(sentence.start)
        if len(wholes) != 1 or passage is None or passage.article is None or not (rate.value and wholes[0].value):
            continue
        numbers = _told(sheet, sheet.articles[passage.article], of["noun"], one)
        worth = {number: rate.value * number for number in numbers}
        if wholes[0].value in worth.values():
            return
        for product in worth.values():
            if wholes[0].value / product in _SLIPS:
                figure = shown_like(product, wholes[0])
                message = Message(f"기사의 수로 셈하면 {figure}입니다.", f"the article's figure gives {figure}.")
                yield Hit(wholes[0].start, wholes[0].end, message, ((rate.start, rate.end),))
                return


def _told(sheet: Sheet, article: ArticleLines, noun: str, one: Quantity) -> set[Decimal]:
    """The figures of that unit that headline, lead and lines tell of what is named."""
    found: set[Decimal] = set()
    for line in article.of("headline", "lead", "bullet", "annotation", "text"):
        for figure in sheet.quantities_in(*line.span):
            near = sheet.text[max(line.start, figure.start - _BEFORE) : figure.start]
            if figure.unit == one.unit and figure.value and figure is not one and noun in near:
                found.add(figure.value)
    return found - {Decimal(1)}
