"""Words that say that a thing holds of a whole: does the source say so?"""

from __future__ import annotations

from donghyang.records import Message, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.signs import scopes


def judge_scopes(case: Case) -> None:
    """Words that say that a thing holds of a whole: the source must say so near by."""
    sentence = case.sentence
    near = case.text_of(case.near)
    for start, end, chinese in scopes(sentence.printed):
        span: Span = (sentence.start + start, sentence.start + end)
        if near and not any(word in near for word in chinese):
            reason = Message("원문이 말하지 않는 범위입니다.", "no source says that it holds of so much")
            case.hold(Judged("scope", span, "unsupported", None, reason))
