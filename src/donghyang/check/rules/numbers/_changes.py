"""What two figures give for a change that the text states between them, and how a change is worded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.check.figures.operands import Range, difference, middle, quotient, rise, same_unit, shown
from donghyang.check.figures.wording import DOWN, UP
from donghyang.check.rule import Hit
from donghyang.facts.slips import fits, one_slip_apart, significant, step
from donghyang.language.patterns import lazily
from donghyang.records import Fix, Message, Quantity

_UPWARD, _DOWNWARD = lazily(UP), lazily(DOWN)


def held(old: Quantity, new: Quantity, rate: Quantity, behind: str) -> Iterator[Hit]:
    """The rate, where the two figures and the words behind it give another; nothing where no direction is told."""
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
    room = step(rate) / 2 if rate.kind in ("percent", "multiple") else roundness(rate)
    fitting = next((unit for low, high, unit in expected if fits(rate, low - room, high + room)), None)
    if not expected:
        return
    if fitting == rate.unit:
        yield from by_rounding(old, new, rate, 1 if is_up else -1)
        yield from _of_round_figures(old, new, rate, 1 if is_up else -1)
        return
    related = tuple((figure.start, figure.end) for figure in (old, new))
    if fitting is not None:
        yield Hit(rate.start, rate.end, POINTS, related, Fix(rate.text.replace("%", "%p")))
        return
    if fits_in_one_unit(old, new, rate, -1 if is_down else 1):
        yield other_unit(old, new, rate)
        return
    low, high, unit = expected[-1]
    figure = f"{shown(middle((low, high)))}{unit or '배'}"
    yield Hit(rate.start, rate.end, Message(f"두 수로 셈하면 {figure}입니다.", f"the figures give {figure}."), related)


def fits_in_one_unit(old: Quantity, new: Quantity, rate: Quantity, sign: int = 1) -> bool:
    """Do the digits give a multiple or a change, were both figures of one unit: 4.5W에서 2.7kW로 40% 감소?"""
    if new.unit == old.unit or rate.unit not in ("%", "배"):
        return False
    alike, room = replace(new, unit=old.unit, si=None, si_unit=None), step(rate) / 2
    low, high = quotient(alike, old) if rate.kind == "multiple" else rise(alike, old, sign)
    return fits(rate, low - room, high + room)


def other_unit(old: Quantity, new: Quantity, rate: Quantity) -> Hit:
    """What is said of a figure whose unit alone is wrong."""
    message = Message(
        f"'{old.text}'과(와) 같은 단위라야 셈이 맞습니다.", f"the reckoning wants the unit of '{old.text}'."
    )
    return Hit(new.start, new.end, message, ((old.start, old.end), (rate.start, rate.end)))


def roundness(change: Quantity) -> Decimal:
    """How far a measured change of one digit (800만 배럴) may lie from what it was rounded from; 0 for counts."""
    if change.kind != "measure" or significant(change.text) != 1 or not change.value:
        return Decimal(0)
    return Decimal(1).scaleb(change.value.adjusted()) / 2


def by_rounding(old: Quantity, new: Quantity, rate: Quantity, sign: int) -> Iterator[Hit]:
    """A rate that only rounding of the two figures allows, and that is what division by the later one gives (of the
    difference or of the earlier one), or a slip away from what comes out even (8 of 40 is 25 %, not 20 %)."""
    if rate.unit != "%" or rate.bound or not (old.value and new.value and rate.value) or old.unit == "%":
        return
    rise_, half = sign * (new.value - old.value) * 100, step(rate) / 2
    worth = rise_ / old.value
    if abs(worth - rate.value) <= _NEAR or worth <= 0:
        return
    printed = worth.quantize(step(rate))
    even = worth == printed and one_slip_apart(rate, replace(rate, value=printed, text=f"{printed}%"))
    of_later, left = rise_ / new.value, old.value / new.value * 100
    if even or min(abs(of_later - rate.value), abs(left - rate.value)) <= half:
        message = Message(f"두 수로 셈하면 {shown(worth)}%입니다.", f"the figures give {shown(worth)} %.")
        yield Hit(rate.start, rate.end, message, ((old.start, old.end), (new.start, new.end)), severity="warning")


_ROUND = 2
"""Three figures of no more digits are set so, not rounded: 12만, 20만 and 8만."""


def _of_round_figures(old: Quantity, new: Quantity, size: Quantity, sign: int) -> Iterator[Hit]:
    """A difference that only rounding allows, where all three are counts set in round figures."""
    figures = (old, new, size)
    if size.kind != "count" or not all(one.unit == size.unit and one.bound is None and one.value for one in figures):
        return
    worth = sign * ((new.value or 0) - (old.value or 0))
    if worth <= 0 or worth == size.value or len({step(one) for one in figures}) > 1:
        return
    if all(significant(one.text) <= _ROUND for one in figures):
        figure = f"{worth / step(size):,.0f}{size.text.lstrip('0123456789,. ')}"
        message = Message(f"두 수로 셈하면 {figure}입니다.", f"the figures give {figure}.")
        yield Hit(size.start, size.end, message, ((old.start, old.end), (new.start, new.end)), severity="warning")


_NEAR = Decimal(1)
"""Points by which a rate may differ that only rounding explains."""
POINTS = Message("두 비율의 차이이므로 '%p'입니다.", "a difference of two percentages is in '%p'.")


def yearly(old: Quantity, new: Quantity, years: int) -> list[float]:
    """The yearly rates, in per cent, that lead from one figure to the other in a year less, in so many, in one more:
    what is between is a way of counting. Both figures have a value that is not 0; `years` is at least 2."""
    assert old.value is not None
    assert new.value is not None
    return [(float(new.value / old.value) ** (1 / n) - 1) * 100 for n in (years - 1, years, years + 1)]


def yearly_hit(rate: Quantity, old: Quantity, new: Quantity, worth: float) -> Hit:
    """What is said of a yearly rate where the two figures give another."""
    message = Message(f"두 수로 셈하면 연평균 {worth:.1f}%입니다.", f"the figures give {worth:.1f}% a year.")
    return Hit(rate.start, rate.end, message, ((old.start, old.end), (new.start, new.end)))


def _expected(old: Quantity, new: Quantity, rate: Quantity) -> Iterator[tuple[Range, str | None]]:
    """What the two figures give for a rise, each with its unit; two percentages may be compared in two ways."""
    if rate.kind == "multiple":
        times = quotient(new, old)
        yield times, rate.unit
        if 0 < times[1] < 1:
            yield quotient(old, new), rate.unit  # 50ns에서 2ns로, 6시간에서 15분으로 줄어 25배 빨라짐
    if rate.unit == "%":
        yield rise(new, old), "%"
    if old.unit == "%" and rate.unit in ("%", "%p"):
        yield difference(new, old), "%p"
    elif rate.unit == old.unit:
        yield difference(new, old), rate.unit
