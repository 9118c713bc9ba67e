"""The figures of the sources in the order of their values: what a figure of a claim can be held against."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from decimal import Decimal

from donghyang.records import Quantity
from donghyang.verify.corpus import Corpus
from donghyang.verify.figures import is_bare_sum, is_converted, printed_digits

_MONEY_OR_SHARE = frozenset({"money", "percent"})
_CLOSE, _ROUNDED, _BOUND = Decimal("1.01"), Decimal("1.11"), Decimal("1.4")
"""How far a figure may lie from another that it rounds to three digits or more, to fewer, and from one that keeps its
bound."""
_HALF_STEP = Decimal(5)
"""Per cent by which a multiple of one decimal may round a growth."""
_FRACTION = Decimal("0.02")
"""Part of a whole by which a fraction may miss a share."""


class Shelf:
    """The figures of a corpus in the order of their values, so that none is looked at that cannot be meant."""

    def __init__(self, corpus: Corpus) -> None:
        rows = [
            (value, number, quantity)
            for number, clause in enumerate(corpus.clauses)
            for quantity in clause.quantities
            for value in _values(quantity)
        ]
        self._rows = sorted(rows, key=lambda row: row[0])
        self._values = [row[0] for row in self._rows]

    def near(self, figure: Quantity) -> list[tuple[int, Quantity]]:
        """(clause, figure) of the figures whose value lies about the claim's, in its unit or the SI unit."""
        width = _width(figure)
        found: dict[tuple[int, int, Decimal | None], tuple[int, Quantity]] = {}
        for value in _values(figure):
            for clause, quantity in self._between(*sorted((value / width, value * width))):
                if not _never_one(figure, quantity):
                    found[quantity.start, quantity.end, quantity.value] = clause, quantity
        for clause, quantity in self._shares(figure):
            found[quantity.start, quantity.end, quantity.value] = clause, quantity
        return list(found.values())

    def _shares(self, figure: Quantity) -> list[tuple[int, Quantity]]:
        """Fractions for shares and shares for fractions (절반, 50%)."""
        if figure.value is None or figure.kind not in ("percent", "multiple"):
            return []
        low = high = figure.value / 100 if figure.kind == "percent" else figure.value * 100
        width = _FRACTION * (1 if figure.kind == "percent" else 100)
        low, high = low - width, high + width
        if figure.bound not in (None, "approx"):
            low, high = low / _BOUND, high * _BOUND
        if figure.kind == "multiple" and figure.value > 1:  # 1.9배, 增长90.4%
            low, high = low - 100 - _HALF_STEP, high - 100 + _HALF_STEP
        return self._between(low, high)

    def _between(self, low: Decimal, high: Decimal) -> list[tuple[int, Quantity]]:
        """(clause, figure) of the figures with a value from `low` to `high`, the least first."""
        rows = self._rows[bisect_left(self._values, low) : bisect_right(self._values, high)]
        return [(clause, quantity) for _, clause, quantity in rows]


def _values(figure: Quantity) -> tuple[Decimal, ...]:
    """The values a figure can be found by, in its unit and the SI unit; () for one that could not be read."""
    return tuple(dict.fromkeys(value for value in (figure.value, figure.high, figure.si) if value is not None))


def _width(figure: Quantity) -> Decimal:
    if figure.bound not in (None, "approx"):
        return _BOUND
    return _CLOSE if figure.bound is None and printed_digits(figure) >= 3 else _ROUNDED


def _never_one(figure: Quantity, other: Quantity) -> bool:
    """Whether two figures cannot be one whatever their values: money and a length, hours and kilometres."""
    if figure.kind != other.kind and not _MONEY_OR_SHARE.isdisjoint((figure.kind, other.kind)):
        return not (figure.kind == "money" and is_bare_sum(other))
    apart = None not in (figure.si_unit, other.si_unit) and figure.si_unit != other.si_unit
    return apart and not is_converted(other)
