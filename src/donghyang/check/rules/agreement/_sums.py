"""Figures that follow one another and add up to one told elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from donghyang.records import Quantity


def parts_from(figures: Sequence[Quantity], at: int, total: Quantity, most: int) -> int:
    """How many figures, from the one at `at` on, add up to the total: two to `most`; 0 where none do."""
    added = figures[at].value or Decimal(0)
    for number, part in enumerate(figures[at + 1 : at + most], 2):
        added += part.value or Decimal(0)
        if added == total.value:
            return number
    return 0


def have_parts(figures: Sequence[Quantity], total: Quantity, most: int) -> bool:
    """Do any two to `most` of them that follow one another add up to the total?"""
    return any(parts_from(figures, at, total, most) for at in range(len(figures)))
