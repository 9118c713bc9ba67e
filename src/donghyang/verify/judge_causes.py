"""Causes of the text: does the source give this cause?"""

from __future__ import annotations

from donghyang.records import Message
from donghyang.verify.case import Case, Judged
from donghyang.verify.signs import marked, placed

_NAMED = 14
"""Characters before a word of cause that hold what it names."""


def judge_causes(case: Case) -> None:
    """A cause that the source does not give: no word of cause near by, or none of the words that name it."""
    sentence = case.sentence
    cause = marked(sentence.printed, "cause", "ko")
    if cause is None:
        return
    place = sentence.start + cause.start()
    if sentence.text[place - 1 : place] in ("이", "그"):  # 이로 인해: what it names stands before
        return
    named = [word for word in sentence.words_in((sentence.start, place)) if word.end > place - _NAMED][-3:]
    said = any(word.in_sentence(at) for word in named for at in case.near)
    if not marked(case.text_of(case.near), "cause", "zh") or (named and not said):
        reason = Message("원문에 없는 인과입니다.", "no source states this cause")
        case.hold(Judged("cause", placed(sentence.start, cause), "unsupported", None, reason))
