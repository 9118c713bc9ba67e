"""A sum of money and what it is in another currency: the rates a printed pair allows, and the pair as it is printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from donghyang.facts.slips import last_digit, step
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

Rates = Callable[[str, dt.date], Decimal | None]
"""(currency, day) -> won for one unit of the currency on that day, None when no rate is known."""

HOME = "KRW"
"""The currency that sums are converted into; one in won in front of a foreign one is itself the rounded one."""
_ROOM = Decimal("0.03")
"""How far a rate moves within the week that an issue covers."""
_GROUPS = (Decimal(10) ** 12, Decimal(10) ** 8, Decimal(10) ** 4)
_KEPT = 100
"""A converted sum is rounded to whole 조, 억 or 만 where so many of them are left: three digits are true."""
_TRUE = Decimal("0.005")
"""As a share of it: how far 약 lets a converted sum lie from what it was, three digits being true (약 2조 3,300억)."""
_BESIDE = lazily(r"\s?[(（](?:약 |한화 |한화로 |원화 |우리 돈 )?(?:약 )?")


def is_beside(text: str, money: Quantity, other: Quantity) -> bool:
    """Does a sum stand in brackets right behind one of another currency, which it converts: 3억 위안(약 560억 원)?"""
    if money.kind != "money" or other.kind != "money" or money.unit == other.unit:
        return False
    return _BESIDE.fullmatch(text, money.end, other.start) is not None


def implied(first: Quantity, second: Quantity) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest rate that the printed digits of a pair allow; None where they say nothing."""
    if first.value is None or second.value is None or first.high is not None:
        return None
    half = step(second) / 2
    if second.bound == "approx":
        half = max(half, min(last_digit(second.value) / 2, abs(second.value) * _TRUE))
    room = step(first) / 2 if first.bound == "approx" or first.unit == HOME else Decimal(0)
    if first.value <= room:
        return None
    return (second.value - half) / (first.value + room), (second.value + half) / (first.value - room)


def rate_of(money: Quantity, rates: Rates, article: dt.date | None, issue: dt.date | None) -> Decimal | None:
    """The rate for a foreign sum: of the day of its article, else of the issue's; None where none is known."""
    if money.unit is None or money.unit == HOME:
        return None
    known = (rates(money.unit, day) for day in (article, issue) if day is not None)
    return next((rate for rate in known if rate is not None), None)


def agrees_with(low: Decimal, high: Decimal, rate: Decimal) -> bool:
    """May a pair that allows the rates from `low` to `high` have been converted in a week with this rate?"""
    return low <= rate * (1 + _ROOM) and high >= rate * (1 - _ROOM)


def in_won(money: Quantity, rate: Decimal) -> Decimal | None:
    """A sum in won as the house prints it, rounded to whole 조, 억 or 만; None for a range and for what is no sum."""
    if money.kind != "money" or money.value is None or money.high is not None or money.value <= 0:
        return None
    won = money.value * rate
    unit = next((size for size in _GROUPS if won / size >= _KEPT), Decimal(1))
    return (won / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit
