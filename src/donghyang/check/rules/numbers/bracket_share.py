"""괄호 안의 비중이 앞에 적은 전체와 맞지 않습니다. | A share in brackets does not fit the whole named before it.

왜: '등록 기업은 240개 … 이 가운데 84개(45%)'의 전체는 바로 앞에 있다.
Why: In '240 firms … of these 84 (45 %)' the whole stands right before.
Bad:
  01
  기업 등록 현황
  ■ 등록 기업은 320개임(3.2)
  - 이 가운데 96개(40%)가 중소기업임
Good:
  01
  기업 등록 현황
  ■ 등록 기업은 320개임(3.2)
  - 이 가운데 96개(30%)가 중소기업임
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.figures.operands import follows, is_closed, middle, quotient, same_unit, shown
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message, Quantity

ID = "bracket-share"
CLASS = "share"
SEVERITY = "warning"

_OF_THESE = re.compile(r"(?:이|그) ?(?:가운데|중)(?:에서)?(?:는|은)?[, ]+(?:[^.,;0-9]{0,20} )?(?:약 )?$")
_BRACKET = re.compile(r"\s?[가-힣]{0,2}[(（](?:약 |전체의 |전체 |비중 )?")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Parts introduced by 이 가운데 whose share in brackets no figure named just before gives."""
    above: Passage | None = None
    for passage in sheet.of(PROSE):
        near = above if above is not None and above.article == passage.article else None
        for amount, share in pairwise(sheet.quantities_in(*passage.span)):
            if _is_part(sheet, passage, amount, share):
                yield from _held(sheet, passage, near, amount, share)
        above = passage


def _is_part(sheet: Sheet, passage: Passage, amount: Quantity, share: Quantity) -> bool:
    beside = _BRACKET.fullmatch(sheet.text[amount.end : share.start]) and is_closed(sheet, share)
    introduced = _OF_THESE.search(sheet.text[passage.start : amount.start])
    return bool(beside and introduced and share.unit == "%" and share.bound is None and share.value and amount.value)


def _held(sheet: Sheet, line: Passage, above: Passage | None, amount: Quantity, share: Quantity) -> Iterator[Hit]:
    """`above` is the line before, which may name the whole: 이 가운데 points no further."""
    before = sheet.quantities_in(line.start, amount.start) + (sheet.quantities_in(*above.span) if above else [])
    wholes = [one for one in before if one.value and one.high is None and same_unit(one, amount)]
    wholes = [one for one in wholes if (one.value or 0) >= (amount.value or 0)]
    if len({one.value for one in wholes}) != 1:
        return
    right = quotient(amount, wholes[0], 100)
    if not follows(share, right):
        worth = shown(middle(right))
        message = Message(f"'{wholes[0].text}' 가운데 {worth}%입니다.", f"of '{wholes[0].text}' it is {worth} %.")
        yield Hit(share.start, share.end, message, ((wholes[0].start, wholes[0].end), (amount.start, amount.end)))
