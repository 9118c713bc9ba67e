"""Arithmetic on figures of a source: gaps, sums, multiples, shares, and what stands so many points above another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, permutations

from donghyang.facts.slips import last_digit
from donghyang.records import Quantity
from donghyang.verify.figures import printed_digits

_NEARLY = Decimal("0.12")
"""How far below its figure may stay what nearly reaches it (4배에 가깝다), and how far above what goes beyond it."""
_ROUGH = Decimal("0.05")
_POINTS = frozenset({"%p", "%P", "%포인트", "百分点", "个百分点"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words of a text say of a figure in it."""

    gap: bool
    """That it is a gap or a sum."""
    share: bool
    """That it is a part of a whole."""
    growths: bool
    """That shares or growths are compared, of which one may be a multiple of another."""


Result = tuple[Decimal, Quantity]
"""What is worked out, and a figure that it stands on."""


def worked_out(figure: Quantity, mine: list[Quantity], others: list[Quantity], said: Setting) -> Quantity | None:
    """A figure of the source that a figure of the text stands on, which no source prints; None where it follows from
    none.

    `mine`: the figures of the source that the text has too; `others`: those that stand beside them."""
    if figure.value is None:
        return None
    for value, base in _results(figure, mine, others, said):
        if meets(figure, value):
            return base
    return None


def _results(figure: Quantity, mine: list[Quantity], others: list[Quantity], said: Setting) -> Iterator[Result]:
    starts = {one.start for one in mine}
    every = [*mine, *(one for one in others if one.start not in starts)]
    for a, b in permutations(every, 2):
        both, any_ = {a.start, b.start} <= starts, bool({a.start, b.start} & starts)
        if any_ and a.value and b.value:
            yield from _of_two(figure, a, b, both=both, said=said)
    alike = [one for one in mine if _alike(one, figure)]
    if figure.kind == "multiple":
        for a, one, other in ((a, *pair) for a in mine for pair in combinations(mine, 2) if a not in pair):
            if a.value and one.value and other.value and _alike(a, one) and _alike(a, other):
                yield a.value / (one.value + other.value), a
    elif len(alike) > 2 and figure.unit not in _POINTS and said.gap:
        yield sum((one.value or Decimal(0) for one in alike), Decimal(0)), alike[0]
    if figure.kind == "percent" and said.share and said.gap:
        for one, other in combinations(mine, 2):
            wholes = (whole for whole in mine if whole.value and _alike(whole, one) and whole not in (one, other))
            if one.value and other.value and _alike(one, other):
                yield from (((one.value + other.value) * 100 / whole.value, one) for whole in wholes if whole.value)
    if figure.bound is not None:
        yield from ((value, one) for one in mine if (value := _in_kind_of(figure, one)) is not None)


def _of_two(figure: Quantity, a: Quantity, b: Quantity, *, both: bool, said: Setting) -> Iterator[Result]:
    """What two figures give in the kind of the text's figure; `both`: the text has both of them."""
    assert a.value is not None
    assert b.value is not None
    percents = a.kind == b.kind == "percent"
    if figure.kind == "multiple":
        if _alike(a, b) and (said.growths or not percents):
            yield a.value / b.value, a
    elif figure.unit in _POINTS:
        if percents and _POINTS.isdisjoint((a.unit or "", b.unit or "")):
            yield a.value - b.value, a
    elif figure.kind == "percent":
        if percents and b.unit in _POINTS and a.unit not in _POINTS:
            yield a.value - b.value, a
            yield a.value + b.value, a
        elif not percents and _alike(a, b):
            if said.share:
                yield a.value * 100 / b.value, a
            if both:
                yield (a.value / b.value - 1) * 100, a
                yield (1 - a.value / b.value) * 100, a
    elif _alike(a, b) and _alike(a, figure) and (said.gap or (both and figure.kind != "count")):
        yield a.value - b.value, a
        yield a.value + b.value, a


def _in_kind_of(figure: Quantity, other: Quantity) -> Decimal | None:
    """Another figure of the text that a bound speaks of (절반에 못 미치는 47.5%); None for one of another kind."""
    if figure.value is None or other.value is None or other.bound is not None:
        return None
    if figure.kind == "multiple" and other.kind == "percent" and figure.value < 1:
        return other.value / 100
    return other.value if _alike(figure, other) and figure.kind == "percent" else None


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one kind and unit (일, 天), or both count."""
    if one.value is None or one.kind != other.kind:
        return False
    return one.unit == other.unit or one.kind == "count" or _scale(one) == _scale(other) is not None


def _scale(figure: Quantity) -> tuple[str, Decimal] | None:
    """The SI unit of a figure and what its own unit is of it; None for one that has none."""
    if not figure.value or figure.si is None or figure.si_unit is None:
        return None
    return figure.si_unit, figure.si / figure.value


def meets(figure: Quantity, value: Decimal) -> bool:
    """Whether a figure, as it is printed and bounded, says a value."""
    assert figure.value is not None
    step = last_digit(figure.value)
    if figure.bound in ("<", "<=", "approx") and figure.kind == "multiple":
        return figure.value * (1 - _NEARLY) <= value <= figure.value * (1 + _ROUGH * (figure.bound == "approx"))
    if figure.bound in (">", ">=") and figure.unit not in _POINTS:
        beyond = step if printed_digits(figure) == 1 else figure.value * _NEARLY
        return figure.value <= value < figure.value + beyond
    if figure.bound in ("<", "<="):
        return figure.value * (1 - _NEARLY) <= value <= figure.value
    if figure.bound == "approx":
        return abs(value - figure.value) <= min(step / 2, value * _ROUGH)
    if printed_digits(figure) == 1 and figure.kind == "count" and figure.value != value:
        return False
    return abs(value - figure.value) <= (step / 2 if figure.kind == "multiple" or step > 1 else Decimal(0))
