"""What a share is of: a growth told as a part of a whole, and a whole told where the source has a part of it."""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.records import Message, Quantity
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.mentions import mentions
from donghyang.verify.reasons import NO_FIGURE, says

_PART = re.compile("(?:전체의|[가-힣]{2,}의|가운데|중) (?:약 )?$")
_TAKES = re.compile(
    "[를을이가]? ?(?:이상|가량|넘게|남짓|안팎)?[을를]? ?(?:차지|점유|[가-힣A-Z ]{0,12}(?:투자|배정|할당|충당))"
)
_REACH = 20
"""Characters before a figure of the source that say what it is."""

_ALL = re.compile(
    "(?P<of>(?:[가-힣]+ ){0,1}[가-힣]{2,}) 전체(?:에|가|는|로|에서)(?![가-힣])|모든 (?P<each>[가-힣]{2,})"
)
_SOME = re.compile(
    "(?P<part>[0-9]{1,2}(?:[.][0-9]+)?[%％]|[一二三四五六七八九]成|一半|半数|大部分|多数|绝大多数)(?:左右|以上|多)?的"
)
_NEXT = 8
"""Characters behind a part of a whole that hold what it is a part of."""


def judge_shares(case: Case, support: dict[int, Found]) -> None:
    """Hold a share that the source gives as a growth, and contradict a whole of which it gives a part."""
    for figure in case.sentence.quantities:
        found = support.get(figure.start)
        if found is not None and figure.unit == found.quantity.unit == "%":
            _judge_role(case, figure, found)
    _judge_all(case)


@cache
def _grown() -> re.Pattern[str]:
    """Before a share by which something grows or falls, in Chinese."""
    return re.compile(rf"(?:{tables.either(__package__, 'grown')})(?:了|约|近|超过?|至少|幅度?|达)?$")


def _judge_role(case: Case, figure: Quantity, found: Found) -> None:
    text, place = case.sentence.text, found.quantity.start
    ahead = case.corpus.key.plain[max(0, place - _REACH) : place]
    span = (figure.start, figure.end)
    part = _PART.search(text, case.sentence.start, figure.start) and _TAKES.match(text, figure.end)
    if part and _grown().search(ahead):
        case.hold(Judged("quantity", span, "unsupported", None, NO_FIGURE))


def _judge_all(case: Case) -> None:
    """휴게소 전체에, of which the source says it of a part (九成左右的服务区), and the text has no such figure."""
    text = case.sentence.text
    for whole in _ALL.finditer(text, case.sentence.start, case.sentence.end):
        noun = whole.span("of") if whole["of"] else whole.span("each")
        places = [place for one in mentions(case, noun)[-1:] for place in one.places]
        for number in case.near_for(case.sentence.segment_at(whole.start())):
            start, end = case.corpus.place_of(number)
            for part in _SOME.finditer(case.corpus.key.plain, start, end):
                beside = any(part.end() <= at <= part.end() + _NEXT for at, _ in places)
                told = any(
                    part.start() <= at < part.end() for one in case.judged if one.evidence for at in one.evidence
                )
                if beside and not told:
                    case.hold(Judged("scope", whole.span(), "contradicted", part.span(), says(part[0]), sure=True))
                    return
