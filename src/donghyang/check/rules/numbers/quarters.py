"""분기나 반기를 더한 값이 적힌 합과 다릅니다. | Quarters or half-years do not add up to the figure told of both.

왜: '1분기 320만 대, 2분기 410만 대, 상반기 730만 대'는 더해 보면 안다.
Why: 'First quarter 3.2m, second 4.1m, first half 7.3m' can be added up.
Bad: 1분기에 220만 대, 2분기에 310만 대가 팔려 상반기 판매량이 550만 대에 이름
Good: 1분기에 220만 대, 2분기에 310만 대가 팔려 상반기 판매량이 530만 대에 이름
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from donghyang.check.figures.operands import same_unit, shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, rounding
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "quarters"
CLASS = "sum"
SEVERITY = "error"

_WHOLES = (
    (("1분기", "2분기"), "상반기"),
    (("3분기", "4분기"), "하반기"),
    (("상반기", "하반기"), "연간|한 해|올해 전체|지난해 전체"),
    (("상반기", "하반기"), "(?:19|20)[0-9]{2}년 전체"),
)
_OTHER_MEASURE = lazily(r"^의 [가-힣]{2,}|이익|비용|목표|계획|지출|적자|흑자")
"""Between the parts and a figure of the year that is not theirs."""
_CHANGE = lazily(r"%|배|보다|대비|늘|줄|증가|감소|목표|평균|까지 누적")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Two parts of a year and the whole of them, each right behind its name, in one sentence."""
    for sentence in sentences(sheet):
        if len(sentence.figures) > 2 and ("분기" in sentence.text or "반기" in sentence.text):
            for names, whole in _WHOLES:
                yield from _held(sentence, names, whole)


def _held(sentence: Sentence, names: tuple[str, str], whole: str) -> Iterator[Hit]:
    found = [_called(sentence, name) for name in (*names, whole)]
    first, second, total = found
    if first is None or second is None or total is None or len({one.start for one in (first, second, total)}) < 3:
        return
    if not (first.unit == second.unit == total.unit and same_unit(first, total)) or total.unit in ("%", "%p", None):
        return
    between = sentence.text[second.end - sentence.start : total.start - sentence.start]
    if _OTHER_MEASURE.search(between) or _CHANGE.search(between):
        return
    added = (first.value or Decimal(0)) + (second.value or Decimal(0))
    room = rounding((first, second))
    if not fits(total, added - room, added + room):
        worth = shown_like(added, total)
        message = Message(f"더하면 {worth}입니다.", f"together they are {worth}.")
        yield Hit(total.start, total.end, message, ((first.start, first.end), (second.start, second.end)))


def _called(sentence: Sentence, name: str) -> Quantity | None:
    """The one figure that stands close behind a name, nothing of a change between; None for none or several."""
    found = [one for one in sentence.figures if _is_behind(sentence.ahead(one, 26), name)]
    return found[0] if len(found) == 1 and found[0].bound in (None, "approx") else None


def _is_behind(before: str, name: str) -> bool:
    return _right_behind(name).search(before) is not None and not _CHANGE.search(before)


@cache
def _right_behind(name: str) -> re.Pattern[str]:
    return lazily(rf"(?:{name})(?:[가-힣]{{0,2}}(?: [가-힣]{{1,8}}){{0,2}})? ?(?:총 |모두 |약 )?$")
