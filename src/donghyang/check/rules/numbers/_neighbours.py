"""Two figures of one line that follow one another, with the words between and behind them."""

from __future__ import annotations

from itertools import pairwise

from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import comparable
from donghyang.records import Quantity

_BEHIND = 14
"""So much behind the second figure says what was done: a particle, a space and a verb."""


@once_a_sheet
def neighbours(sheet: Sheet) -> list[tuple[Quantity, Quantity, str, str]]:
    """(first, second, between, behind) for comparable figures; ranks are left out, for they rise by falling."""
    found = []
    for passage in sheet.of(KOREAN):
        figures = [
            figure
            for figure in sheet.quantities_in(*passage.span)
            if figure.value is not None and figure.kind != "rank"
        ]
        for first, second in pairwise(figures):
            if comparable(first, second):
                behind = sheet.text[second.end : min(second.end + _BEHIND, passage.end)]
                found.append((first, second, sheet.text[first.end : second.start], behind))
    return found


def is_age(figure: Quantity) -> bool:
    """Is this an age band, 30대?"""
    return figure.unit == "대" and figure.value is not None and figure.value % 10 == 0 and figure.value < 100
