"""What a printed figure can hide: its last digit, its significant digits, one slip of the keyboard.

Questions about a figure and its own text; what stands around it in a report is the proofreader's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from donghyang.facts.compare import agrees, comparable
from donghyang.language.patterns import lazily
from donghyang.records import Quantity


def computed(like: Quantity, low: Decimal, high: Decimal) -> Quantity:
    """What the arithmetic gives, as a figure in the unit of `like`; a range where rounding leaves room."""
    plain = replace(like, text="", si=None, si_unit=None, bound=None, problem=None)
    return replace(plain, value=low, high=high if high != low else None)


_ABOUT = Decimal("0.05")
"""As a share of the figure: 약 300 is said of 285 to 315."""


def fits(printed: Quantity, low: Decimal, high: Decimal) -> bool:
    """Does a printed figure agree with what the arithmetic gives? 'About' allows a little more."""
    if printed.value is not None and printed.high is None and printed.bound is None and low < high:
        return low <= printed.value <= high  # what `agrees` says of a value and a range; rules ask thousands of times
    if printed.bound == "approx" and printed.value is not None:
        room = abs(printed.value) * _ABOUT
        if low - room <= printed.value <= high + room:
            return True
    return bool(agrees(replace(printed, si=None, si_unit=None), computed(printed, low, high)))


_GROUP = lazily(r"[0-9][0-9,]*(?:\.([0-9]+))?\s?([십백천만억조경]*)")
_POWERS = {"십": 1, "백": 2, "천": 3, "만": 4, "억": 8, "조": 12, "경": 16}


def step(quantity: Quantity) -> Decimal:
    """The worth of the last digit that a figure prints, zeros counted too: 0.01 for 17.86, 1 for 3,000, 만 for
    1억 2,300만; in the unit of the value where the head of a table has it. 0 for a figure without digits or value.
    """
    groups = list(_GROUP.finditer(quantity.text))
    if not groups or quantity.value is None:
        return Decimal(0)
    last = groups[-1]
    unit = Decimal(1).scaleb(sum(_POWERS[sign] for sign in last[2]) - len(last[1] or ""))
    if not quantity.header_unit:
        return unit
    bare = Decimal(re.sub(r"[^0-9.]", "", last[0]) or 0)
    return unit * abs(quantity.value / bare) if bare else unit


def rounding(figures: Iterable[Quantity]) -> Decimal:
    """How far a sum of printed figures may lie from that of what they were rounded from."""
    return sum((step(figure) / 2 for figure in figures), Decimal(0))


def supported(figure: Quantity, others: Iterable[Quantity]) -> bool:
    """Is there a figure among `others` that says the same?"""
    return any(agrees(figure, other) for other in others)


def significant(text: str) -> int:
    """How many digits a figure prints before its trailing zeros."""
    return len(re.sub(r"[^0-9]", "", text).rstrip("0"))


def last_digit(value: Decimal) -> Decimal:
    """The worth of the last digit of a value that is no zero: 1,000 for 162,000, 0.1 for 17.8, 1 for 0."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def one_slip_apart(a: Quantity, b: Quantity) -> bool:
    """One slip of the keyboard apart: the same unit and digits but one, or two neighbours exchanged (7만, 40,000)."""
    if a.value is None or b.value is None or None in (a.unit, b.unit) or not comparable(a, b):
        return False
    if a.unit == b.unit and "%" in (a.unit or "") and _decimals(a) != _decimals(b):
        return False
    if a.unit != b.unit and "명" in (a.unit, b.unit):
        return False
    one, two = (f"{value.normalize():f}" for value in (a.value, b.value))
    if len(one) != len(two):
        return False
    places = [at for at, (x, y) in enumerate(zip(one, two, strict=True)) if x != y]
    exchanged = len(places) == 2 and one[places[0]] == two[places[1]] and one[places[1]] == two[places[0]]
    return len(places) == 1 or (exchanged and one[places[0] + 1 : places[1]] in ("", "."))


def _decimals(figure: Quantity) -> int:
    return len(figure.text.partition(".")[2].rstrip("% 이상하미만초과p약"))
