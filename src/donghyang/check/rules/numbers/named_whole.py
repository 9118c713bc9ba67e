"""전체의 비중이 다른 곳에 적은 전체와 맞지 않습니다. | A share does not fit the whole as stated elsewhere.

왜: 'A형 예산 6억 위안은 총예산의 16%'의 총예산은 기사의 다른 곳에 있다.
Why: The whole of '600 million, 16 % of the total budget' stands elsewhere in the article.
Bad:
  01
  총예산 80억 위안 배정
  ■ 총예산은 80억 위안임(3.2)
  - 선도형 예산이 60억 위안으로 총예산의 65%를 차지
Good:
  01
  총예산 80억 위안 배정
  ■ 총예산은 80억 위안임(3.2)
  - 선도형 예산이 60억 위안으로 총예산의 75%를 차지
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.figures.operands import follows, middle, quotient, same_unit, shown
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._called import called
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "named-whole"
CLASS = "share"
SEVERITY = "warning"

_OF = lazily(
    r"(?:으로|로|은|는|이며|을|를|이|가)?(?:[(（][^()（）]*[)）])?(?:으로|로)?,? "
    r"(?P<whole>(?:총|전체) ?[가-힣]{2,8}(?: [가-힣]{2,6})?)의 (?:약 )?"
)
_IS = lazily(r"(?:은|는|이|인)? ?(?:약 |모두 )?[(（]?(?:약 )?")
_REACH = 16
"""So much more than the words of the whole are long stands its figure behind them, with its unit."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """'A로 총예산의 x%' where the article has one figure right behind the very words of the whole."""
    for article in sheet.articles:
        for line in article.of(*PROSE):
            for part, rate in pairwise(sheet.quantities_in(*line.span)):
                said = _OF.fullmatch(sheet.text[part.end : rate.start]) if rate.unit == "%" else None
                if said and part.value and rate.value and rate.bound in (None, "approx"):
                    yield from _held(sheet, article, said["whole"], part, rate)


def _held(sheet: Sheet, article: ArticleLines, words: str, part: Quantity, rate: Quantity) -> Iterator[Hit]:
    behind = called(sheet, article.of(*PROSE), words, _IS, _REACH + len(words))
    wholes = [one for one in behind if one.value and same_unit(one, part)]
    if len({one.value for one in wholes}) != 1 or (wholes[0].value or 0) < (part.value or 0):
        return
    share = quotient(part, wholes[0], 100)
    if not follows(rate, share):
        worth = shown(middle(share))
        message = Message(f"'{wholes[0].text}'의 {worth}%입니다.", f"it is {worth} % of '{wholes[0].text}'.")
        yield Hit(rate.start, rate.end, message, ((wholes[0].start, wholes[0].end), (part.start, part.end)))
