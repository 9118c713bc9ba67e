"""What there is told as what is new (기지국 500만 개 신설 of 总数达500万个), and N times as much for N times more."""

from __future__ import annotations

import re

from donghyang.records import Message, Quantity
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.reasons import says

_NEW = re.compile("(?:을|를|이|가)? ?(?:신설|신규|새로|추가|증설|늘어|늘었|늘렸)")
_STOCK = re.compile("(?:总数|总量|保有量|拥有量|有效量|总规模|存量|已有|现有|共有)(?:[已达为超约近到有过]){0,4}$")
"""Right before a figure that counts all there are."""
_MADE = re.compile("[新增建设添扩]")
"""Of a clause that may tell as well how many were made."""
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


def judge_stock(case: Case, support: dict[int, Found]) -> None:
    """Contradict a stock told as newly made, and a multiple of a thing told for by how much it grew."""
    for figure in case.sentence.quantities:
        found = support.get(figure.start)
        if found is not None:
            _judge_stock(case, figure, found)
            _judge_multiple(case, figure, found)


def _judge_stock(case: Case, figure: Quantity, found: Found) -> None:
    place = case.span_of(found.clause)
    plain = case.corpus.key.plain
    made = _NEW.match(case.sentence.text, figure.end)
    stock = _STOCK.search(plain, place[0], found.quantity.start)
    if figure.kind == "count" and made and stock and not _MADE.search(plain, *place):
        reason = says(case.corpus.text[slice(*place)].strip())
        case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", place, reason, found.clause))


def _judge_multiple(case: Case, figure: Quantity, found: Found) -> None:
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
