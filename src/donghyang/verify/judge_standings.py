"""A right figure that stands otherwise by its thing: 8시간 단축 of 缩短到8小时, 3.5%p 높은 of 拉动3.5个百分点.

A figure supports a claim only where both say the same of it: how much more, how much in all, which part, how many new.
"""

from __future__ import annotations

import re

from donghyang.records import Message, Quantity, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.reasons import NO_FIGURE, says
from donghyang.verify.standings import told_in_chinese, told_in_korean

_APART: dict[str, frozenset[frozenset[str]]] = {
    "how": frozenset(map(frozenset, (("by", "to"), ("by", "share"), ("by", "pull"), ("gap", "pull")))),
    "flow": frozenset({frozenset(("added", "stock"))}),
}
"""What a figure cannot be at once."""
_NEW = re.compile("[新增再又扩添加首续建]|追|补|还|另")
_AXES = {"percent": ("how",), "multiple": ()}
"""Kinds of figures of which none are new or there; 두 배로 and 增长一倍 are one."""


def judge_standings(case: Case, support: dict[int, Found]) -> None:
    """Contradict a figure that the source has, as something else of its thing."""
    for figure in case.sentence.quantities:
        found = support.get(figure.start)
        if found is not None:
            for axis in _AXES.get(figure.kind, _APART):
                if _judge(case, axis, figure, found):
                    break


def _judge(case: Case, axis: str, figure: Quantity, found: Found) -> bool:
    claimed = told_in_korean(case, axis, (figure.start, figure.end), _zone(case, figure))
    if not claimed:
        return False
    told, loose = told_in_chinese(case, axis, found, _zone_of(case, found))
    pairs = [(one, other) for one in claimed for other in told if frozenset((one, other)) in _APART[axis]]
    if not pairs and set(claimed) == {"added"} and "added" not in told.keys() | loose:
        return _unsaid(case, figure, found)
    if not pairs or claimed.keys() & (told.keys() | loose) or len(pairs) < len(claimed) * len(told):
        return False
    span = (figure.start, figure.end)
    if pairs[0] == ("share", "by"):  # of what part it is no source says
        case.hold(Judged("quantity", span, "unsupported", None, NO_FIGURE))
        return True
    at = told[pairs[0][1]]
    place = (min(at, found.quantity.start), found.quantity.end)
    said = case.corpus.text[slice(*place)]
    case.hold(Judged("quantity", span, "contradicted", place, says(said), found.clause))
    return True


def _unsaid(case: Case, figure: Quantity, found: Found) -> bool:
    """Hold what is told as new where the sentence of its figure says of nothing that it is."""
    sentence = case.corpus.clauses[found.clause].sentence
    if _NEW.search(case.text_of([sentence, *case.corpus.before(sentence, 1)])):
        return False
    reason = Message("원문은 새로 더해진 것이라고 하지 않습니다.", "the source does not say that these are new.")
    case.hold(Judged("quantity", (figure.start, figure.end), "unsupported", None, reason))
    return True


def _zone(case: Case, figure: Quantity) -> Span:
    """The stretch of the segment between the figures beside one."""
    start, end = case.sentence.segment_at(figure.start)
    others = [one for one in case.sentence.quantities if one is not figure]
    start = max([start, *(one.end for one in others if one.end <= figure.start)])
    return start, min([end, *(one.start for one in others if one.start >= figure.end)])


def _zone_of(case: Case, found: Found) -> Span:
    """The same in the source: from the figure before it in its clause to its own end."""
    start, _ = case.span_of(found.clause)
    before = [one.end for one in case.corpus.clauses[found.clause].quantities if one.end <= found.quantity.start]
    return max([start, *before]), found.quantity.end
