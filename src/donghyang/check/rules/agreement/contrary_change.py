"""같은 증감을 본문과 반대로 적었습니다. | A change is told the other way round than in the article.

왜: 본문에서 '60% 늘었다'고 한 것을 요지나 제목에서 '60% 줄었다'고 하면 한쪽이 잘못 적힌 것이다.
Why: What the article tells as a rise of 60 %, its summary or headline tells as a fall: one of the two is wrong.
Bad:
  01
  시험장 이용 60% 감소
  ■ 시험장 이용 현황을 발표함(3.2)
  - 시험장 이용은 800건으로 전년보다 60% 증가
Good:
  01
  시험장 이용 60% 증가
  ■ 시험장 이용 현황을 발표함(3.2)
  - 시험장 이용은 800건으로 전년보다 60% 증가
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.meant import around
from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language import verbs
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "contrary-change"
CLASS = "headline-body"
SEVERITY = "warning"

_SAME_WORDS = 3
"""Pairs of letters around both, where the article tells the figure of something else as well."""
_BY = r"[)）]? ?(?:씩|가량|이상)?(?:을|를|이|가|만큼)? ?"
_UP = lazily(rf"{_BY}(?P<verb>{verbs.either(__package__, 'went_up')})")
_DOWN = lazily(rf"{_BY}(?P<verb>{verbs.either(__package__, 'went_down')})")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rates of headlines, leads and summaries whose verb is the contrary of the one that the article has for them."""
    for line, article in retellings(sheet, "headline", "lead"):
        others = [
            one
            for passage in article.passages
            if passage is not line and passage.part not in ("headline", "lead", "cell")
            for one in sheet.quantities_in(*passage.span)
        ]
        for figure in sheet.quantities_in(*line.span):
            if figure.unit not in ("%", "%p") and figure.kind != "multiple":
                continue
            way = _way(sheet, figure)
            theirs = {_way(sheet, one): one for one in others if one.value == figure.value and one.unit == figure.unit}
            if not way or way in theirs or -way not in theirs:
                continue
            shared = around(sheet, figure) & around(sheet, theirs[-way])
            if 0 not in theirs or len(shared) >= _SAME_WORDS:
                yield _hit(sheet, figure, theirs[-way], way)


def _way(sheet: Sheet, figure: Quantity) -> int:
    """1 for a rise by the figure, -1 for a fall, 0 where the words behind it say neither."""
    return 1 if _UP.match(sheet.text, figure.end) else -1 if _DOWN.match(sheet.text, figure.end) else 0


def _hit(sheet: Sheet, figure: Quantity, other: Quantity, way: int) -> Hit:
    verb = (_UP if way > 0 else _DOWN).match(sheet.text, figure.end)
    assert verb is not None
    told, ko = ("a rise", "늘었다") if way < 0 else ("a fall", "줄었다")
    message = Message(f"본문에는 {ko}고 적었습니다.", f"the article has {told}.")
    return Hit(figure.start, verb.end(), message, ((other.start, other.end),))
