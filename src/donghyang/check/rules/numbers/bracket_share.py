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

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from donghyang.check.figures.operands import Range, follows, is_closed, middle, quotient, same_unit, shown
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "bracket-share"
CLASS = "share"
SEVERITY = "warning"

_OF_THESE = lazily(r"(?:이|그) ?(?:가운데|중)(?:에서)?(?:는|은)?[, ]+(?:[^.,;0-9]{0,20} )?(?:약 )?$")
_AS = lazily(r"(?:으로|로|이며|으로서|로서)?,? (?:전체의 |이 중 )?")
_TAKES = lazily(r"(?:를|을)? ?(?:차지|점유)|에 (?:해당|달)")
_LAST = 2
"""So many of its last digits may a share be off by cutting instead of rounding."""
_BRACKET = lazily(r"\s?[가-힣]{0,2}[(（](?:약 |전체의 |전체 |비중 )?")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Parts introduced by 이 가운데 with their share in brackets, and parts that take a share, which no figure named
    just before gives."""
    above: Passage | None = None
    for passage in sheet.of(PROSE):
        near = sheet.quantities_in(*above.span) if above is not None and above.article == passage.article else []
        for amount, share in pairwise(sheet.quantities_in(*passage.span)):
            if share.unit != "%" or share.bound is not None or not share.value or not amount.value:
                continue
            before = sheet.quantities_in(passage.start, amount.start)
            if _is_introduced(sheet, passage, amount, share):
                yield from _held(before + near, amount, share)
            elif _takes(sheet, amount, share):
                yield from _held(_wholes(sheet, before), amount, share, slipped=True)
        above = passage


def _is_introduced(sheet: Sheet, passage: Passage, amount: Quantity, share: Quantity) -> bool:
    beside = _BRACKET.fullmatch(sheet.text[amount.end : share.start]) and is_closed(sheet, share)
    return bool(beside and _OF_THESE.search(sheet.text[passage.start : amount.start]))


def _wholes(sheet: Sheet, figures: list[Quantity]) -> list[Quantity]:
    """The figures without those that are told with a share of their own: 19억으로 40%를 차지하고, 24억은 50%로."""
    parts = {
        one.start
        for one, share in pairwise(figures)
        if share.unit == "%" and _AS.fullmatch(sheet.text[one.end : share.start])
    }
    return [one for one in figures if one.start not in parts]


def _takes(sheet: Sheet, amount: Quantity, share: Quantity) -> bool:
    """'174명으로 29%를 차지'."""
    said = _AS.fullmatch(sheet.text[amount.end : share.start]) and _TAKES.match(sheet.text, share.end)
    return bool(said and amount.unit != "%" and amount.kind != "rank" and amount.high is None)


def _held(before: list[Quantity], amount: Quantity, share: Quantity, *, slipped: bool = False) -> Iterator[Hit]:
    """`before` are the figures of the line and the one above: 이 가운데 points no further. `slipped` asks for a whole
    of which the part would be the share but for one slip; else there must be one whole only."""
    wholes = [one for one in before if one.value and one.high is None and same_unit(one, amount)]
    wholes = [one for one in wholes if (one.value or 0) >= (amount.value or 0)]
    if any(follows(share, quotient(amount, one, 100)) for one in wholes):
        return
    wholes = [one for one in wholes if not slipped or _slipped(share, quotient(amount, one, 100))]
    if len({one.value for one in wholes}) != 1:
        return
    worth = shown(middle(quotient(amount, wholes[0], 100)))
    message = Message(f"'{wholes[0].text}' 가운데 {worth}%입니다.", f"of '{wholes[0].text}' it is {worth} %.")
    yield Hit(share.start, share.end, message, ((wholes[0].start, wholes[0].end), (amount.start, amount.end)))


def _slipped(share: Quantity, right: Range) -> bool:
    """Is what the figures give one slip of the keyboard away from the share, and more than a last digit?"""
    worth = middle(right).quantize(step(share))
    if share.value is None or worth <= 0 or abs(worth - share.value) <= _LAST * step(share):
        return False
    return one_slip_apart(share, replace(share, value=worth, text=f"{worth}%"))
