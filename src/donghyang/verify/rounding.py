"""Figures that a writer rounds: to the digits that he prints beside 약 or 가까이, and fractions for shares."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from donghyang.facts.slips import last_digit
from donghyang.records import Quantity

_FAR = Decimal("0.05")
"""How far from its figure, in parts of it, a rounded one may lie."""
_FRACTION = re.compile("분의|分之(?!.*[%％])")
_FRACTION_FAR = Decimal("0.02")
"""By how much of the whole a fraction may miss a share (3분의 1, 33.6%)."""
_AROUND = ("approx", "<")


def rounds(claim: Quantity, source: Quantity) -> bool:
    """Whether a claim that says 약 or 가까이 is the source's figure, rounded to the digits that it prints: 약 8,200만
    of 8190万, 80% 가까이 of 77.8%; or a fraction that is a share of the source."""
    mine, theirs = claim.value, source.value
    if mine is None or theirs is None or not mine or not theirs or claim.high is not None:
        return False
    if _is_fraction(claim) != _is_fraction(source):
        return _is_near(_share(claim, mine), _share(source, theirs))
    if not _alike(claim, source):
        return False
    if claim.bound not in _AROUND or source.bound not in (None, "approx") or abs(mine - theirs) > _FAR * theirs:
        return False
    if claim.bound == "<" and theirs >= mine:
        return False
    step = last_digit(mine)
    return (theirs / step).quantize(Decimal(1), ROUND_HALF_UP) * step == mine


def _is_fraction(figure: Quantity) -> bool:
    return figure.kind == "multiple" and figure.unit is None and _FRACTION.search(figure.text) is not None


def _share(figure: Quantity, value: Decimal) -> Decimal | None:
    """A figure as a part of one; None where it is no part of a whole."""
    if figure.kind == "percent" and figure.unit == "%":
        return value / 100
    return value if figure.kind == "multiple" and value < 1 else None


def _is_near(one: Decimal | None, other: Decimal | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= _FRACTION_FAR


def _alike(claim: Quantity, source: Quantity) -> bool:
    """Whether two figures are of one unit, or both count."""
    if claim.kind != source.kind or claim.kind == "multiple":
        return {claim.kind, source.kind} == {"number", "count"}
    return claim.kind == "count" or claim.unit == source.unit
