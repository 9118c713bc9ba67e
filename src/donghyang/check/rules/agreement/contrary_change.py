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

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.meant import around
from donghyang.check.figures.told import Told, of_line, told
from donghyang.check.rule import Hit
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language import verbs
from donghyang.language.particles import JOSA
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
_PARTICLES = frozenset(JOSA.split("|"))


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rates of headlines, leads and summaries whose verb is the contrary of the one that the article has for them."""
    for line, article in retellings(sheet, "headline", "lead"):
        for mine in of_line(sheet, line):
            figure = mine.binding.figure
            way = _way(sheet, figure) if _is_rate(figure) else 0
            theirs = _rates(sheet).get((article.index, figure.value, figure.unit), []) if way else []
            ways = {_way(sheet, one.binding.figure) for one in theirs}
            if way in ways or -way not in ways:
                continue
            for other in theirs:
                if _way(sheet, other.binding.figure) == -way and _is_same(sheet, mine, other, sure=0 not in ways):
                    yield _hit(sheet, figure, other.binding.figure, way)
                    break


@once_a_sheet
def _rates(sheet: Sheet) -> dict[tuple[int, Decimal | None, str | None], list[Told]]:
    """The rates of the articles' lines, by article, value and unit."""
    found: dict[tuple[int, Decimal | None, str | None], list[Told]] = defaultdict(list)
    for index, every in enumerate(told(sheet)):
        for one in every:
            if one.where.part not in ("headline", "lead", "cell") and _is_rate(one.binding.figure):
                found[index, one.binding.figure.value, one.binding.figure.unit].append(one)
    return found


def _is_rate(figure: Quantity) -> bool:
    return figure.unit in ("%", "%p") or figure.kind == "multiple"


def _is_same(sheet: Sheet, mine: Told, other: Told, *, sure: bool) -> bool:
    """May both be told of one thing: of their nouns, where both have one, one holds the other (수출, 수출액)?

    `sure`: the article tells the figure of nothing else.
    """
    shared = len(around(sheet, mine.binding.figure) & around(sheet, other.binding.figure)) >= _SAME_WORDS
    one, two = _noun(mine), _noun(other)
    return (sure or shared) and (one in two or two in one)


def _noun(told: Told) -> str:
    nouns = [noun for noun in told.binding.nouns if noun not in _PARTICLES]
    return nouns[-1] if nouns else ""


def _way(sheet: Sheet, figure: Quantity) -> int:
    """1 for a rise by the figure, -1 for a fall, 0 where the words behind it say neither."""
    return 1 if _UP.match(sheet.text, figure.end) else -1 if _DOWN.match(sheet.text, figure.end) else 0


def _hit(sheet: Sheet, figure: Quantity, other: Quantity, way: int) -> Hit:
    verb = (_UP if way > 0 else _DOWN).match(sheet.text, figure.end)
    assert verb is not None
    told, ko = ("a rise", "늘었다") if way < 0 else ("a fall", "줄었다")
    message = Message(f"본문에는 {ko}고 적었습니다.", f"the article has {told}.")
    return Hit(figure.start, verb.end(), message, ((other.start, other.end),))
