"""해마다 적은 수와 증가율이 맞지 않습니다. | A rate does not follow from the years listed beside it.

왜: '2022년 180명, 2023년 240명, 2024년 300명 … 2024년은 전년보다 20% 증가'는 셈해 볼 수 있다.
Why: With every year's figure in the line, the rise on the year before can be worked out.
Bad: 유치 인원은 2022년 160명, 2023년 200명, 2024년 260명이며 2024년 실적은 전년보다 23.1% 증가
Good: 유치 인원은 2022년 160명, 2023년 200명, 2024년 260명이며 2024년 실적은 전년보다 30.0% 증가
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.figures.operands import follows, middle, rise, same_unit, shown, turn
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._turns import FALL, RISE
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "series-growth"
CLASS = "growth"
SEVERITY = "error"

_YEAR = lazily(r"(?:['‘’](?P<short>[0-9]{2})|(?P<full>20[0-9]{2}|19[0-9]{2}))년(?:에)?(?:은|는|도)? ?(?:약 )?$")
_ON_THE_YEAR = lazily(
    r"(?:['‘’](?P<short>[0-9]{2})|(?P<full>20[0-9]{2}|19[0-9]{2}))년(?:의)?(?: [가-힣]{2,6})?(?:은|는|에는|엔|이|가)? "
    r"(?:전년|전년도|한 해 전|직전 해)(?:보다|에 비해| 대비) (?:약 )?$"
)
_BEFORE, _BEFORE_RATE = 12, 36
"""So far before a figure its year may begin, and before a rate the year, what grew and 전년 대비."""
_UP, _DOWN = lazily(f" ?(?:{RISE}|급증)"), lazily(f" ?(?:{FALL}|급감)")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rates on the year before, beside figures of both years in the same line."""
    for passage in sheet.of(PROSE):
        if "전년" in passage.text or "한 해 전" in passage.text:
            yield from _of_line(sheet, passage)


def _of_line(sheet: Sheet, passage: Passage) -> Iterator[Hit]:
    figures = sheet.quantities_in(*passage.span)
    series: dict[int, list[Quantity]] = {}
    for figure in figures:
        said = _YEAR.search(sheet.text, max(passage.start, figure.start - _BEFORE), figure.start)
        if said and figure.value and figure.unit != "%" and figure.high is None:
            series.setdefault(_year(said), []).append(figure)
    for rate in figures:
        said = _ON_THE_YEAR.search(sheet.text[max(passage.start, rate.start - _BEFORE_RATE) : rate.start])
        if said is None or rate.unit != "%" or rate.value is None or rate.bound not in (None, "approx"):
            continue
        new, old = series.get(_year(said), []), series.get(_year(said) - 1, [])
        if len(new) == len(old) == 1 and same_unit(new[0], old[0]):
            yield from _held(sheet, old[0], new[0], rate)


def _held(sheet: Sheet, old: Quantity, new: Quantity, rate: Quantity) -> Iterator[Hit]:
    sign = turn(sheet.text, rate.end, _UP, _DOWN)
    right = rise(new, old, sign)
    if sign and not follows(rate, right):
        worth = shown(middle(right))
        message = Message(f"두 해의 수로 셈하면 {worth}%입니다.", f"the two years give {worth} %.")
        yield Hit(rate.start, rate.end, message, ((old.start, old.end), (new.start, new.end)))


def _year(found: re.Match[str]) -> int:
    return full_year(found["full"] or found["short"])
