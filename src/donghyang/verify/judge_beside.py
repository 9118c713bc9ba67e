"""Figures side by side in the text (수출 4.3억 대로 2.2% 증가): in the source another one stands beside the first."""

from __future__ import annotations

import re
from itertools import pairwise

from donghyang.records import Quantity
from donghyang.verify.case import Case, Judged
from donghyang.verify.figures import held
from donghyang.verify.judge_figures import Found
from donghyang.verify.reasons import gives

_JOINT = re.compile(
    "(?:으?로|에|을|를|이|가|은|는|,|하며|해|달해|달하며|이르러|기록|기록하며|기록해"
    "|전년|작년|지난해|동기|동월|같은|기간|보다|대비|각각| )*"
)
"""What stands between a figure and how it moved, and names no other subject."""
_MOVED = re.compile("[，,]?(?:(?:同比|比上年|较上年)(?:同期)?)?(?:实际)?(?:增长|增加|提高|上升|下降|减少|降低)了?")
"""Between a figure of the source and how it moved within a year; what it is a share of (占全国的30%) is no move."""
_OTHER_BASE = re.compile("环比|上个?月|上季|两年|年均|可比|累计")
"""In a sentence that may tell another move of the same thing."""
_CLASS = re.compile("급 [가-힣]{2,8} ")
"""Between what a thing has and how many there are (160kW급 충전기 4대)."""
_RIGHT_BESIDE = 3


def judge_beside(case: Case, support: dict[int, Found]) -> None:
    """Contradict the second of two figures that stand side by side where the source has another beside the first."""
    figures = [one for one in case.sentence.quantities if one.start in support]
    for one, other in pairwise(figures):
        between = case.sentence.text[one.end : other.start]
        if _JOINT.fullmatch(between):
            right = _moved_by(case, support[one.start], other, support[other.start])
        elif _CLASS.fullmatch(between):
            right = _counted(case, support[one.start], other, support[other.start])
        else:
            continue
        if right is not None:
            span, place = (other.start, other.end), (right.start, right.end)
            case.hold(Judged("quantity", span, "contradicted", place, gives(right.text), support[one.start].clause))


def _moved_by(case: Case, first: Found, other: Quantity, second: Found) -> Quantity | None:
    """The share that follows a figure in its own sentence, where the claim has that of another sentence."""
    corpus = case.corpus
    here = corpus.clauses[first.clause].sentence
    if other.kind != "percent" or corpus.clauses[second.clause].sentence == here:
        return None
    if _OTHER_BASE.search(corpus.plain_of(corpus.clauses[second.clause].sentence)):
        return None
    told = [one for clause in corpus.clauses_of(here) for one in clause.quantities if one.start > first.quantity.start]
    if not told or told[0].kind != "percent" or any(held(other, one) == "same" for one in told):
        return None
    if not _MOVED.fullmatch(corpus.key.plain, first.quantity.end, told[0].start):
        return None
    return told[0]


def _counted(case: Case, first: Found, other: Quantity, second: Found) -> Quantity | None:
    """The count right beside what a thing has (两台160千瓦), where the claim has that of another thing."""
    if not any(
        _touches(second.quantity, one) and one.unit == first.quantity.unit and one.value != first.quantity.value
        for one in case.corpus.clauses[second.clause].quantities
    ):
        return None
    clauses = case.corpus.clauses_of(case.corpus.clauses[first.clause].sentence)
    around = [one for clause in clauses for one in clause.quantities if _touches(one, first.quantity)]
    counts = [one for one in around if one.kind == "count"]
    if len(counts) != 1 or counts[0].start == second.quantity.start or held(other, counts[0]) == "same":
        return None
    return counts[0]


def _touches(one: Quantity, other: Quantity) -> bool:
    return 0 <= other.start - one.end <= _RIGHT_BESIDE or 0 <= one.start - other.end <= _RIGHT_BESIDE
