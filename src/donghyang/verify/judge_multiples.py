"""N times as much told for N times more (전년의 1.2배 of 增长1.2倍)."""

from __future__ import annotations

import re

from donghyang.records import Message, Quantity
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found

_TIMES = re.compile("의 ?$")
"""Before a multiple that says how many times as much something is (전년의 6배); 보다, 대비 6배 may say as well by how
much it grew."""
_EQUALS = re.compile(
    " ?(?:수준|규모)?(?:이다|임|였다|이었다|에 (?:달|이르|해당|상당)|을 기록|를 기록|인(?![가-힣])|(?=[.,]|$))"
)
"""Behind it, where nothing grows."""
_GREW = re.compile("(?:增长|增加|提高|提升|扩大|上升|上涨|多出?)了?$")
_BEFORE = 8
"""Characters before a figure in which stands what it is of."""


def judge_multiples(case: Case, support: dict[int, Found]) -> None:
    """Contradict a multiple that says by how much a thing grew, told for how many times as much it is."""
    for figure in case.sentence.quantities:
        found = support.get(figure.start)
        if found is not None:
            _judge(case, figure, found)


def _judge(case: Case, figure: Quantity, found: Found) -> None:
    if figure.kind != "multiple" or "approx" in (figure.bound, found.quantity.bound):
        return
    if not _prints(found.quantity.text, figure):
        return
    start = case.span_of(found.clause)[0]
    before = case.sentence.text[max(case.sentence.start, figure.start - _BEFORE) : figure.start]
    grown = _GREW.search(case.corpus.key.plain, max(start, found.quantity.start - _BEFORE), found.quantity.start)
    if grown and _TIMES.search(before) and _EQUALS.match(case.sentence.text, figure.end, case.sentence.end):
        place = grown.start(), found.quantity.end
        said = case.corpus.text[slice(*place)]
        reason = Message(f"원문은 그만큼 늘었다고 합니다: {said}", f"the source says that it grew by so much: {said}")
        case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", place, reason, found.clause))


def _prints(text: str, figure: Quantity) -> bool:
    """Whether the source has the very number of times, and none that comes to it."""
    return figure.value is not None and re.search(rf"(?<![0-9.]){figure.value.normalize():f}多?倍", text) is not None
