"""한 항목의 비중이 나란히 적은 수로 셈한 것과 다릅니다. | One item's share is not what the breakdown beside it gives.

왜: '자동차 900대, 전자 600대, 물류 500대이며 자동차가 30%'는 앞의 수로 셈해 볼 수 있다. 다른 것의 비중일 때가 많다.
Why: The share of one of the things counted right before can be worked out; often it is that of another of them.
Bad:
  01
  로봇 수주 현황
  ■ 로봇 수주 현황을 발표함(3.2)
  - 로봇 수주는 자동차 900대, 전자 600대, 물류 500대이며 자동차가 30%를 차지
Good:
  01
  로봇 수주 현황
  ■ 로봇 수주 현황을 발표함(3.2)
  - 로봇 수주는 자동차 900대, 전자 600대, 물류 500대이며 자동차가 45%를 차지
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.check.figures.operands import follows, quotient, shown
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._breakdowns import Breakdown, breakdowns
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "item-share"
CLASS = "share"
SEVERITY = "warning"

_SAID = lazily(
    r"(?!의 (?:약 )?\Z)(?:이|가|은|는|의 비중은|의 비중이|의 비중|의 [가-힣]{2,5}[은는이가](?= [가-힣 ]*전체의)|,)? ?"
    r"(?:[가-힣]{1,4} )?"
    r"(?:전체의 |전체에서 |총[가-힣]{1,6}의 )?(?:약 )?"
)
"""What stands between an item and its share; '매출의 2.5%' is a share of the item."""
_JOINED = lazily(r"(?:[가-힣][와과]|및|[가-힣]·| 중| 가운데) ?$")
"""Before an item's name, what joins it to another, so that the share is of both, or names the whole it is of."""
_RATE = lazily(
    r"(?:[(（][^()（）]*[)）])?\s?(?:증가|감소|늘|줄|상승|하락|성장|인하|인상|절감|단축|확대|축소|이상 (?:증|늘))"
)
_RATED = lazily(r"[율률]")
_REACH = 30
"""So far before a share the name of its item begins, with what is said between them."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Shares behind the name of an item, in the line of the breakdown or the next, that no whole beside it gives."""
    for found, following in breakdowns(sheet):
        for line in (found.line, following) if not found.by_time else ():
            if line is not None and "%" in line.text:
                yield from _of_line(sheet, found, line)


def _of_line(sheet: Sheet, found: Breakdown, line: Passage) -> Iterator[Hit]:
    begin = found.span[1] if line is found.line else line.start
    for share in sheet.quantities_in(begin, line.end):
        if share.unit != "%" or not share.value or share.bound not in (None, "approx") or share.high is not None:
            continue
        before = sheet.text[max(begin, share.start - _REACH) : share.start]
        at = _item(found, before)
        if at is not None and not _RATE.match(sheet.text, share.end) and not _RATED.search(before):
            yield from _held(found, at, share)


def _item(found: Breakdown, before: str) -> int | None:
    """Which item's name stands right before a share."""
    for at, name in enumerate(found.names):
        place = before.rfind(name) if len(name) > 1 else -1
        free = place == 0 or (place > 0 and not before[place - 1].isalnum())
        if free and not _JOINED.search(before[:place]) and _SAID.fullmatch(before[place + len(name) :]):
            return at
    return None


def _held(found: Breakdown, at: int, share: Quantity) -> Iterator[Hit]:
    told = next((one for one in found.figures[:1] if 2 * (one.value or Decimal(0)) == found.sum), None)
    whole = told or replace(found.figures[0], value=found.sum)  # '750개이며 난산구 300개, …': the whole told first
    wholes = [whole, *found.wholes]
    if any(follows(share, quotient(found.figures[at], one, 100)) for one in wholes):
        return
    others = [one for place, one in enumerate(found.figures) if place != at]
    exchanged = any(follows(share, quotient(other, one, 100)) for other in others for one in wholes)
    if not exchanged and len({one.value for one in wholes}) > 1:
        return
    part = found.figures[at].value or Decimal(0)
    worth = shown(part / (whole.value or found.sum) * 100)
    message = Message(f"적힌 수로 셈하면 {worth}%입니다.", f"the counts give {worth} %.")
    yield Hit(share.start, share.end, message, (found.span,))
