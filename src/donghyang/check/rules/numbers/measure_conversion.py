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
from donghyang.facts.slips import last_digit, significant, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "measure-conversion"
CLASS = "unit"
SEVERITY = "error"

_PER_TIME = r"(?:시속|초속|분속|초당|분당|시간당|매초)"
_OPENS = lazily(rf"\s?[(（](?:[㐀-鿿]{{1,3}}, ?)?(?:{_PER_TIME} ?)?(?:약 )?")
_THAT_IS = lazily(
    rf"(?:, ?(?:곧|즉|다시 말해|바꿔 말하면)|[^;0-9]{{0,24}}(?:환산|고치|고쳐|바꾸|바꿔)(?:면|하면|보면|"
    rf" 보면)) (?:{_PER_TIME} ?)?(?:약 )?"
)
_PER = lazily(r"(시속|초속|분속|초당|분당|시간당|매초) ?(?:약 )?$")
_SECONDS = {"시속": 3600, "시간당": 3600, "분속": 60, "분당": 60, "초속": 1, "초당": 1, "매초": 1}
_BEFORE = len("시간당 약 ")
_FAR, _OFF = 5, Decimal("1.3")
"""So many times too much or too little is no rounding, the less where both are printed to two digits and more."""

_CLOSE = 3
"""Digits of a conversion that was worked out and not guessed."""
_ROOM, _ABOUT = Decimal("0.01"), Decimal("0.05")
"""As a share: what is left to a factor that was taken roundly, and to what is told with 약."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """A measure and another of the same dimension alone in the bracket behind it, far apart in SI units."""
    for passage in sheet.of(KOREAN):
        for one, other in pairwise(sheet.quantities_in(*passage.span)):
            if not one.si or not other.si or one.si_unit != other.si_unit:
                continue
            mine, its = _rate(sheet, one), _rate(sheet, other)
            if (one.unit == other.unit and mine == its) or not _is_other_form(sheet, one, other):
                continue
            if bool(mine) != bool(its):
                continue
            sizes = (one.si / (mine or 1), other.si / (its or 1))
            times = max(sizes) / min(sizes) if min(sizes) > 0 else Decimal(0)
            exact = min(significant(one.text), significant(other.text)) > 1
            is_far = times > (_OFF if exact else _FAR)
            if is_far or times > _allowed(one, other):
                message = Message(
                    f"'{one.text}'와(과) '{other.text}'은(는) 같은 양이 아닙니다.",
                    f"'{one.text}' and '{other.text}' are not the same.",
                )
                sure = is_far or significant(other.text) >= _CLOSE
                yield Hit(
                    other.start, other.end, message, ((one.start, one.end),), severity=None if sure else "warning"
                )


def _is_other_form(sheet: Sheet, one: Quantity, other: Quantity) -> bool:
    """Do the words say that the second figure is the first in another unit?"""
    gap = sheet.text[one.end : other.start]
    if _OPENS.fullmatch(gap):
        return is_closed(sheet, other) or sheet.text.startswith((",", "，"), other.end)
    return _THAT_IS.fullmatch(gap) is not None


def _rate(sheet: Sheet, figure: Quantity) -> int:
    """In how many seconds the figure is covered or sent; 0 for what is no rate."""
    said = _PER.search(sheet.text, max(0, figure.start - _BEFORE), figure.start)
    return _SECONDS[said[1]] if said else 0


def _allowed(one: Quantity, other: Quantity) -> Decimal:
    """How many times one may be the other: what rounding of both and of the factor between them leaves."""
    assert one.value is not None
    assert other.value is not None
    first = min(step(one), last_digit(one.value)) / one.value
    room = (first + last_digit(other.value) / other.value) / 2
    return 1 + room + (_ABOUT if "approx" in (one.bound, other.bound) else _ROOM)
