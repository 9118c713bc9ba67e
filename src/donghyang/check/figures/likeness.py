"""How likely a printed figure is a slip of another: what two statements that may speak of two things are weighed by.

Where two statements were put side by side wrongly, their values have nothing to do with each other; where one of them
went wrong in writing, most often a digit, its place or its magnitude did.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from donghyang.facts.slips import significant
from donghyang.language import tables
from donghyang.records import Quantity

LIKELY = 0.5
"""Below it a figure is likelier another one than a slip; what no way of slipping gives weighs a fifth."""
_NEAR = Decimal("0.1")
"""As a share of the larger: what is so near was mistyped or rounded wrongly."""
_MAGNITUDES, _MAGNITUDES_OF_SHARES = 5, 2
"""Figures of one unit in one article lie so many magnitudes apart; shares lie below one hundred,
where one that is ten times another is no commoner for it."""


def is_likely(printed: Quantity, meant: Decimal | None) -> bool:
    """May a figure be a slip of a value, and not rather of something else? `meant` is in the unit of `printed`."""
    return meant is not None and likeness(printed, meant) >= LIKELY


def is_slip_of(printed: Quantity, other: Quantity) -> bool:
    """May a figure be a slip of another one, whatever the units in which both are printed?"""
    meant = other.value
    if printed.value and printed.si and other.si and printed.si_unit == other.si_unit:
        meant = other.si * printed.value / printed.si
    return is_likely(printed, meant)


def likeness(printed: Quantity, meant: Decimal) -> float:
    """How many times likelier a figure is printed where `meant` was to be, than for something else of its unit."""
    if printed.value is None:
        return 0.0
    way = _way(abs(printed.value), abs(meant))
    share, reached = _ways()[way]
    digits = max(1, significant(printed.text))
    if way == "other":
        return share / reached
    values = 9 * 10.0 ** (digits - 1)
    apart = _MAGNITUDES_OF_SHARES if printed.kind == "percent" and way != "scaled" else _MAGNITUDES
    chance = reached * (values if way == "near" else 1 if way == "scaled" else digits) / (values * apart)
    return share / chance


@cache
def _ways() -> dict[str, tuple[float, float]]:
    rows = tables.read("donghyang.check", "slip_ways.tsv")
    return {way: (float(share), float(reached)) for way, share, reached in rows}


def _way(printed: Decimal, meant: Decimal) -> str:
    """The way by which one value most likely became the other."""
    last = min(int(one.normalize().as_tuple().exponent) for one in (printed, meant))
    one, other = (str(int(value.scaleb(-last))) for value in (printed, meant))
    if one.rstrip("0") == other.rstrip("0"):
        return "scaled"
    if len(one) == len(other):
        places = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(places) == 1:
            return "digit"
        if len(places) == 2 and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]:
            return "swapped"
    short, long = sorted((one.rstrip("0"), other.rstrip("0")), key=len)
    if len(long) == len(short) + 1 > 2 and any(long[:at] + long[at + 1 :] == short for at in range(len(long))):
        return "dropped"
    return "near" if abs(printed - meant) <= _NEAR * max(printed, meant) else "other"
