"""What a change is held against (전월 대비): a source that knows no month before says nothing of it."""

from __future__ import annotations

import re

from donghyang.records import Message
from donghyang.verify.case import Case, Judged

_BASES = (
    (
        re.compile("(?:전월|전달|지난달)(?:보다|에 비해| 대비)"),
        re.compile("环比|上个?月|前一?个?月|[比较][0-9一二三四五六七八九十]{1,3}月"),
    ),
    (
        re.compile("(?:전 ?분기|직전 분기|지난 분기)(?:보다|에 비해| 대비)"),
        re.compile("环比|上一?(?:个)?季度?|前一?(?:个)?季度?|[比较][一二三四]季度"),
    ),
)
"""How Korean says what it is held against, and how Chinese does."""
_ABSENT = Message("원문에 이런 비교가 없습니다.", "no source compares with that")


def judge_basis(case: Case) -> None:
    """Hold a comparison with the month or quarter before for unsupported where no source makes any such."""
    for claimed, told in _BASES:
        found = claimed.search(case.sentence.text, case.sentence.start, case.sentence.end)
        if found and not told.search(case.corpus.key.plain):
            case.hold(Judged("statement", found.span(), "unsupported", None, _ABSENT))
