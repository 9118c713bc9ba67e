"""증가율이 앞줄에 적은 지난해의 수와 맞지 않습니다. | A rate does not fit last year's figure in the line before.

왜: '작년 수출은 50억 달러 … 올해는 62억 달러로 24% 증가'처럼 두 해의 수가 이어 적히면 증가율을 셈해 볼 수 있다.
Why: 'Last year 5.0 billion … this year 6.2 billion, up 24 %' can be worked out from the two lines.
Bad:
  01
  부품 수출 동향
  ■ 지난해 부품 수출은 40억 달러였음(3.2)
  - 올해는 46억 달러로 25% 증가할 것으로 보임
Good:
  01
  부품 수출 동향
  ■ 지난해 부품 수출은 40억 달러였음(3.2)
  - 올해는 46억 달러로 15% 증가할 것으로 보임
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.figures.operands import follows, middle, rise, same_unit, shown, turn
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._turns import FALL, RISE
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "year-growth"
CLASS = "growth"
SEVERITY = "warning"

_LAST = lazily(r"(?:작년|지난해|전년|'?[0-9]{2,4}년)[^.;0-9]{0,24}$")
_THIS = lazily(r"(?:^|[\s,])(?:올해|금년|올|이듬해|다음 해)(?:는|에는|엔|의 경우)?,? (?:약 |총 )?$")
_TO = lazily(r"(?:으로|로),? (?:약 )?(?:전년(?: 대비)?|지난해보다|작년보다|한 해 전보다)?\s?(?:약 )?")
_UP, _DOWN = lazily(f" ?(?:{RISE}|급증|올라)"), lazily(f" ?(?:{FALL}|급감|내려)")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'올해는 B로 x% 증가' behind a line, or a sentence, that gives last year's A in the same unit."""
    above: Passage | None = None
    for passage in sheet.of(PROSE):
        figures = sheet.quantities_in(*passage.span)
        for new, rate in pairwise(figures):
            is_rise = rate.unit == "%" and new.value and _TO.fullmatch(sheet.text[new.end : rate.start])
            if is_rise and _THIS.search(sheet.text[passage.start : new.start]):
                same = above if above is not None and above.article == passage.article else None
                yield from _held(sheet, passage, same, new, rate)
        above = passage


def _held(sheet: Sheet, line: Passage, above: Passage | None, new: Quantity, rate: Quantity) -> Iterator[Hit]:
    sign = turn(sheet.text, rate.end, _UP, _DOWN)
    old = _of_last_year(sheet, line.start, new.start, new) or (
        _of_last_year(sheet, above.start, above.end, new) if above is not None else None
    )
    if not sign or old is None or rate.bound not in (None, "approx") or rate.high is not None:
        return
    right = rise(new, old, sign)
    if not follows(rate, right):
        worth = shown(middle(right))
        message = Message(f"'{old.text}'에서라면 {worth}%입니다.", f"from '{old.text}' it is {worth} %.")
        yield Hit(rate.start, rate.end, message, ((old.start, old.end), (new.start, new.end)))


def _of_last_year(sheet: Sheet, start: int, end: int, like: Quantity) -> Quantity | None:
    """The one figure of a stretch that is said of the year before, in the unit of `like`; None for none or several."""
    found = [
        one
        for one in sheet.quantities_in(start, end)
        if one.value and one.high is None and same_unit(one, like) and _LAST.search(sheet.text[start : one.start])
    ]
    return found[0] if len(found) == 1 else None
