"""Quantities with their bounds, ranges and shared units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.language.quantities import Figure, figures
from donghyang.records import Quantity

if TYPE_CHECKING:
    from donghyang.records import QuantityKind


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of the text in order; plain numbers without a unit are of kind `number`."""
    return [_quantity(text, figure) for figure in figures(text)]


def _quantity(text: str, figure: Figure) -> Quantity:
    unit = figure.unit
    kind: QuantityKind = "number"
    value = figure.value
    name = None
    if unit is not None:
        kind, name = unit.kind, unit.unit
        if kind in ("money", "percent") and unit.factor is not None and value is not None:
            value *= unit.factor
    elif figure.share:
        kind = "multiple"
    return Quantity(
        kind, text[figure.start : figure.end], figure.start, figure.end, value, unit=name, problem=figure.problem
    )
