"""증감이 적힌 두 수와 맞지 않습니다. | A rise or fall does not follow from the two figures given.

왜: 앞뒤 두 수가 적혀 있으면 증가율도 배수도 증감량도 셈해 볼 수 있다. 어긋나면 셋 가운데 하나가 틀렸다.
Why: Where the figures before and after stand there, the rise can be worked out; where it is off, one of them is wrong.
Bad: 수출은 1,300억 원에서 1,456억 원으로 15% 증가하고, 비중은 31.6%로 전년(25.6%)보다 6.0% 상승
Good: 수출은 1,300억 원에서 1,456억 원으로 12% 증가하고, 비중은 31.6%로 전년(25.6%)보다 6.0%p 상승
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.check.figures.operands import Range, Row, difference, middle, quotient, rise, rows, same_unit, shown
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._turns import FALL, RISE
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, one_slip_apart, step
from donghyang.records import Fix, Message, Quantity

ID = "growth"
CLASS = "growth"
SEVERITY = "error"

_UP = rf" ?(?:{RISE}|급증|향상|강화|확충|오르|올라|증액|높|많|빠르|빨라|웃도|웃돌)"
_DOWN = rf" ?(?:{FALL}|단축|절감|저감|감량|경량|절약|급감|낮|내리|내려|감축|감액|적[은게음다어]|짧|밑도|밑돌)"
_YEAR = r"(?:['‘’]?[0-9]{2,4}년(?: ?말| ?초| ?[상하]반기| ?[1-4]분기)? |올해 |지난해 |같은 기간 )?"
_FROM = re.compile(rf"에서 {_YEAR}(?:['‘’]?[0-9]{{2,4}}년(?:까지|에는|에) )?(?:약 )?")
_TO = re.compile(r"(?:으로|로|까지)[,]? (?:약 |총 )?")
_THAN = re.compile(r"(?:보다|에? ?비해| 대비|에? ?비하여) (?:약 )?")
_NEW = r"(?:으로|로|이며|인데|에 해당하며|에 달하며)?[,]? ?"
_AGAINST = (
    (re.compile(_NEW + _YEAR + r"[^.;0-9]{0,24}"), _THAN),
    (
        re.compile(_NEW + r"(?:[가-힣]{1,8} ){0,2}[^.;,()]{0,10}[(（](?:약 )?"),
        re.compile(r"[)）]?(?:과|와)? ?(?:보다|에? ?비해|대비|에? ?비하여|비교하면|비교해|비교 시) (?:약 )?"),
    ),
)
"""How a later figure is set against an earlier one: 'B로 지난해의 A보다', 'B로 전년(A) 대비'."""
_YEARLY = re.compile(r"에서 (?:연평균|매년|해마다) (?:약 )?")
_LATER = re.compile(
    r"씩? ?(?:증가|성장|늘|상승|확대|(?P<down>감소|줄))[가-힣]{0,4},? (?P<year>(?:19|20)[0-9]{2})년(?:에는?)? ?(?:약 )?"
)
_YEAR_BEFORE = re.compile(r"(?P<year>(?:19|20)[0-9]{2})년 ?(?:에 )?(?:[가-힣]{1,8} )?(?:약 )?$")
_OPENED = re.compile(r"\s?[(（](?:약 )?")
_SHORTEST = 2
"""Fewer years have no average."""
_MOVES = re.compile(r"늘|줄|깎|더해|증가|감소|오르|내리|올라|내려")
"""A first figure that is itself a change is no operand: 25명이 늘어 원안 810명 대비."""
_GROWN = re.compile(rf"(?:{_UP}|{_DOWN})[가-힣]{{0,2}}(?:한|된|난|든|하여|해|어|여) (?:약 |총 )?")
_UPWARD, _DOWNWARD = re.compile(_UP), re.compile(_DOWN)


def find(sheet: Sheet) -> Iterator[Hit]:
    """From A to B by x; B against A by x; and B, which is x above A."""
    for row in rows(sheet, 3):
        yield from _stated(row)
    for row in rows(sheet, 4):
        yield from _bracketed(row)


def _stated(row: Row) -> Iterator[Hit]:
    a, b, c = row.figures
    first, second = row.gaps
    if _FROM.fullmatch(first) and _TO.fullmatch(second):
        yield from _check(a, b, c, row.behind)
    elif not _MOVES.search(first) and any(one.fullmatch(first) and other.fullmatch(second) for one, other in _AGAINST):
        yield from _check(b, a, c, row.behind)
    elif _YEARLY.fullmatch(first) and (later := _LATER.fullmatch(second)) and b.unit == "%":
        yield from _yearly(row, later)
    elif _THAN.fullmatch(first) and _GROWN.fullmatch(second) and b.unit == "%":
        yield from _check(a, c, b, second)


def _bracketed(row: Row) -> Iterator[Hit]:
    """'32회에서 60회로 28회(87.5%) 늘어남': the rate in brackets behind the difference."""
    a, b, size, rate = row.figures
    first, second, third = row.gaps
    led = _FROM.fullmatch(first) and _TO.fullmatch(second) and _OPENED.fullmatch(third)
    if led and rate.unit == "%" and size.unit == b.unit:
        yield from _check(a, b, rate, row.behind.lstrip(")）"))


def _yearly(row: Row, later: re.Match[str]) -> Iterator[Hit]:
    """'2018년 40억 원에서 연평균 12% 성장하여 2023년 160억 원': a year more or less is a way of counting."""
    old, rate, new = row.figures
    earlier = _YEAR_BEFORE.search(row.before)
    years = int(later["year"]) - int(earlier["year"]) if earlier else 0
    if years < _SHORTEST or not same_unit(old, new) or not (old.value and new.value and rate.value):
        return
    sign = -1 if later["down"] else 1
    room = step(rate) / 2
    likely = [sign * (float(new.value / old.value) ** (1 / n) - 1) * 100 for n in (years - 1, years, years + 1)]
    if min(likely) - float(room) <= float(rate.value) <= max(likely) + float(room):
        return
    worth = f"{likely[1]:.1f}%"
    message = Message(f"두 수로 셈하면 연평균 {worth}입니다.", f"the figures give {worth} a year.")
    yield Hit(rate.start, rate.end, message, related=((old.start, old.end), (new.start, new.end)))


def _check(old: Quantity, new: Quantity, rate: Quantity, behind: str) -> Iterator[Hit]:
    if not same_unit(old, new) or rate.bound not in (None, "approx"):
        return
    is_up, is_down = _UPWARD.match(behind) is not None, _DOWNWARD.match(behind) is not None
    expected = [
        (low, high, unit)
        for (low, high), unit in _expected(old, new, rate)
        if rate.kind == "multiple" or is_up or is_down
    ]
    if is_down and rate.kind != "multiple":
        expected = [(-high, -low, unit) for low, high, unit in expected]
    room = step(rate) / 2 if rate.kind in ("percent", "multiple") else Decimal(0)
    fitting = next((unit for low, high, unit in expected if fits(rate, low - room, high + room)), None)
    if not expected:
        return
    if fitting == rate.unit:
        yield from _by_rounding(old, new, rate, 1 if is_up else -1)
        return
    related = tuple((figure.start, figure.end) for figure in (old, new))
    if fitting is not None:
        yield Hit(rate.start, rate.end, _POINTS, related, Fix(rate.text.replace("%", "%p")))
        return
    low, high, unit = expected[-1]
    figure = f"{shown(middle((low, high)))}{unit or '배'}"
    yield Hit(rate.start, rate.end, Message(f"두 수로 셈하면 {figure}입니다.", f"the figures give {figure}."), related)


def _by_rounding(old: Quantity, new: Quantity, rate: Quantity, sign: int) -> Iterator[Hit]:
    """A rate that only rounding of the two figures allows, and that is what division by the later one gives, or a slip
    away from what comes out even: 8 of 40 is 25 %, not 20 %."""
    if rate.unit != "%" or rate.bound or not (old.value and new.value and rate.value) or old.unit == "%":
        return
    rise_, half = sign * (new.value - old.value) * 100, step(rate) / 2
    worth = rise_ / old.value
    if abs(worth - rate.value) <= _NEAR or worth <= 0:
        return
    printed = worth.quantize(step(rate))
    even = worth == printed and one_slip_apart(rate, replace(rate, value=printed, text=f"{printed}%"))
    if even or abs(rise_ / new.value - rate.value) <= half:
        message = Message(f"두 수로 셈하면 {shown(worth)}%입니다.", f"the figures give {shown(worth)} %.")
        yield Hit(rate.start, rate.end, message, ((old.start, old.end), (new.start, new.end)), severity="warning")


_NEAR = Decimal(1)
"""Points by which a rate may differ that only rounding explains."""
_POINTS = Message("두 비율의 차이이므로 '%p'입니다.", "a difference of two percentages is in '%p'.")


def _expected(old: Quantity, new: Quantity, rate: Quantity) -> Iterator[tuple[Range, str | None]]:
    """What the two figures give for a rise, each with its unit; two percentages may be compared in two ways."""
    if rate.kind == "multiple":
        yield quotient(new, old), rate.unit
    if rate.unit == "%":
        yield rise(new, old), "%"
    if old.unit == "%" and rate.unit in ("%", "%p"):
        yield difference(new, old), "%p"
    elif rate.unit == old.unit:
        yield difference(new, old), rate.unit
