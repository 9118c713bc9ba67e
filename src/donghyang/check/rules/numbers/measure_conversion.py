"""단위를 바꾼 값이 맞지 않습니다. | A measure and its conversion in brackets are not the same.

왜: '1,800무(약 120만 ㎢)'는 120만 ㎡를 잘못 적은 것이다. 같은 양을 두 단위로 적었으면 바꾸어 볼 수 있다.
Why: The same length, area, weight or power in two units can be converted; here one unit is wrong.
Bad: 부지는 1,500무(약 100만 ㎢), 거리는 120km(약 75마일)임
Good: 부지는 1,500무(약 100만 ㎡), 거리는 120km(약 75마일)임
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.operands import is_closed
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import last_digit, significant
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "measure-conversion"
CLASS = "unit"
SEVERITY = "error"

_OPENS = lazily(r"\s?[(（](?:[㐀-鿿]{1,3}, ?)?(?:약 )?")
_FAR, _OFF = 5, Decimal("1.3")
"""So many times too much or too little is no rounding, the less where both are printed to two digits and more."""

_CLOSE = 3
"""Digits of a conversion that was worked out and not guessed."""
_ROOM = Decimal("0.01")
"""As a share: what is left to a factor that was taken roundly."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """A measure and another of the same dimension alone in the bracket behind it, far apart in SI units."""
    for passage in sheet.of(KOREAN):
        for one, other in pairwise(sheet.quantities_in(*passage.span)):
            if not one.si or not other.si or one.si_unit != other.si_unit or one.unit == other.unit:
                continue
            if not is_closed(sheet, other) or not _OPENS.fullmatch(sheet.text[one.end : other.start]):
                continue
            times = max(one.si, other.si) / min(one.si, other.si) if min(one.si, other.si) > 0 else Decimal(0)
            exact = min(significant(one.text), significant(other.text)) > 1
            if times > (_OFF if exact else _FAR) or _is_off(one, other, times):
                message = Message(
                    f"'{one.text}'와(과) '{other.text}'은(는) 같은 양이 아닙니다.",
                    f"'{one.text}' and '{other.text}' are not the same.",
                )
                yield Hit(other.start, other.end, message, ((one.start, one.end),))


def _is_off(one: Quantity, other: Quantity, times: Decimal) -> bool:
    """Is a conversion printed to three digits further off than the last digit of either allows?"""
    if significant(other.text) < _CLOSE or not one.value or not other.value:
        return False
    rooms = (last_digit(value) / value for value in (one.value, other.value))
    return times > 1 + sum(rooms, Decimal(0)) / 2 + _ROOM
