"""Sums in won behind a sum of the source: 12억 위안(약 2,280억 원), held against the newsroom's rate of the day."""

from __future__ import annotations

from donghyang.facts.exchange import agrees_with, implied
from donghyang.records import Message
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found


def judge_won(case: Case, support: dict[int, Found]) -> None:
    """Judge a sum in won behind one that a source says; where no rate is known nothing is said of it."""
    for first, won in case.sentence.converted:
        found, rates = support.get(first.start), implied(first, won)
        rate = case.corpus.rate(first.unit) if first.unit is not None else None
        if found is None or rates is None or rate is None:
            continue
        evidence = (found.quantity.start, found.quantity.end)
        agrees = agrees_with(*rates, rate)
        why = None if agrees else Message(f"환율은 {rate}원입니다.", f"the rate is {rate} won.")
        case.hold(Judged("quantity", (won.start, won.end), "supported" if agrees else "contradicted", evidence, why))
