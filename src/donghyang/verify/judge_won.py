"""Sums in won behind a sum of the source: 12억 위안(약 2,280억 원), worked out at the newsroom's rate of the day."""

from __future__ import annotations

import re
from decimal import Decimal

from donghyang.records import Quantity
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found

_IN_BRACKETS = re.compile(r"\s?[(（](?:약 |한화 |한화로 |원화 |우리 돈 )?(?:약 )?")
_MOVES = Decimal("0.03")
"""How far a rate moves within the week that an issue covers."""


def judge_won(case: Case, support: dict[int, Found]) -> None:
    """Support a sum in won that the sum before it is worth; where no rate is known nothing is said of it."""
    for first, figure in zip(case.sentence.quantities, case.sentence.quantities[1:], strict=False):
        found = support.get(first.start)
        if found is None or not _IN_BRACKETS.fullmatch(case.sentence.text, first.end, figure.start):
            continue
        if _is_worth(case, first, figure):
            span = (figure.start, figure.end)
            case.judged = [one for one in case.judged if one.span != span]
            case.hold(Judged("quantity", span, "supported", (found.quantity.start, found.quantity.end)))


def _is_worth(case: Case, first: Quantity, figure: Quantity) -> bool:
    if figure.unit != "KRW" or first.kind != "money" or first.unit is None or first.unit == "KRW":
        return False
    rate = case.corpus.rate(first.unit)
    if rate is None or figure.value is None or first.value is None:
        return False
    return abs(figure.value - first.value * rate) <= _MOVES * first.value * rate
