"""A whole told where the source has a part of it."""

from __future__ import annotations

import re

from donghyang.verify.case import Case, Judged
from donghyang.verify.mentions import mentions
from donghyang.verify.reasons import says

_ALL = re.compile(
    "(?P<of>(?:[가-힣]+ ){0,1}[가-힣]{2,}) 전체(?:에|가|는|로|에서)(?![가-힣])|모든 (?P<each>[가-힣]{2,})"
)
_SOME = re.compile(
    "(?P<part>[0-9]{1,2}(?:[.][0-9]+)?[%％]|[一二三四五六七八九]成|一半|半数|大部分|多数|绝大多数)(?:左右|以上|多)?的"
)
_NEXT = 8
"""Characters behind a part of a whole that hold what it is a part of."""


def judge_shares(case: Case) -> None:
    """Contradict 휴게소 전체에, of which the source says it of a part (九成左右的服务区), where the text has no such
    figure."""
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
