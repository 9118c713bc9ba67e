"""What there is told as what is new (기지국 500만 개 신설 of 总数达500万个), and N times as much for N times more."""

from __future__ import annotations

import re

from donghyang.records import Message, Quantity
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.reasons import says

_NEW = re.compile("(?:을|를|이|가)? ?(?:신설|신규|새로|추가|증설|늘어|늘었|늘렸)")
_STOCK = re.compile("总数|总量|保有量|拥有量|有效量|累计|总规模|存量|已有|现有|共有")
_ADDED = re.compile("新|增[加设至到了]?|扩")
_TIMES = re.compile("(?:의|대비|보다) ?(?:약 |거의 )?$")
_MORE = re.compile(" ?(?:이상 ?)?(?:증가|늘|성장|급증|많|확대|상승|더|웃돌)")
_GREW = re.compile("(?:增长|增加|提高|提升|扩大|上升|上涨|多出?|增)(?:了|约|近|超过?|逾)*$")
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
    said = case.corpus.key.plain[slice(*place)]
    made = _NEW.match(case.sentence.text, figure.end)
    if figure.kind == "count" and made and _STOCK.search(said) and not _ADDED.search(said):
        reason = says(case.corpus.text[slice(*place)].strip())
        case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", place, reason, found.clause))


def _judge_multiple(case: Case, figure: Quantity, found: Found) -> None:
    if figure.kind != "multiple" or not _prints(found.quantity.text, figure):
        return
    start = case.span_of(found.clause)[0]
    before = case.sentence.text[max(case.sentence.start, figure.start - _BEFORE) : figure.start]
    grown = _GREW.search(case.corpus.key.plain, max(start, found.quantity.start - _BEFORE), found.quantity.start)
    if grown and _TIMES.search(before) and not _MORE.match(case.sentence.text, figure.end):
        place = grown.start(), found.quantity.end
        said = case.corpus.text[slice(*place)]
        reason = Message(f"원문은 그만큼 늘었다고 합니다: {said}", f"the source says that it grew by so much: {said}")
        case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", place, reason, found.clause))


def _prints(text: str, figure: Quantity) -> bool:
    """Whether the source has the very number of times, and none that comes to it."""
    return figure.value is not None and re.search(rf"(?<![0-9.]){figure.value.normalize():f}多?倍", text) is not None
