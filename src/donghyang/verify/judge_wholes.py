"""A figure told of a whole of which the source has it as a part (全省有52家，占全国近三成, 전국 52곳)."""

from __future__ import annotations

import re

from donghyang.records import Message
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found

_WHOLES = (
    (re.compile("(?<![가-힣])전국(?!적|[가-힣]*(?:의|에서) [0-9약]| ?[0-9약])"), re.compile("占(?:到|了|据)?全国")),
    (
        re.compile("(?<![가-힣])(?:전 ?)?세계(?!적|[가-힣]*(?:의|에서) [0-9약]| ?[0-9약최첫])"),
        re.compile("占(?:到|了|据)?(?:全球|世界)"),
    ),
)
"""Words for a whole with no share of it behind them, and what the source calls the same whole of which a thing is a
part."""
_PART = re.compile("차지|비중|비율|가운데|점유|중 |위(?![가-힣])|몫")
_REASON = Message("원문에서는 그 일부의 값입니다.", "in the source this is of a part of it.")


def judge_wholes(case: Case, support: dict[int, Found]) -> None:
    """Contradict a whole as the subject of the only figure of a segment, which the source gives as a share of it."""
    text = case.sentence.text
    for segment in case.sentence.segments:
        figures = [one for one in case.sentence.quantities if segment[0] <= one.start < segment[1]]
        if len(figures) != 1 or figures[0].start not in support or figures[0].kind != "count":
            continue
        if _PART.search(text, *segment):
            continue
        found = support[figures[0].start]
        end = case.corpus.place_of(case.corpus.clauses[found.clause].sentence)[1]
        last = min(end, case.span_of(min(found.clause + 1, len(case.corpus.clauses) - 1))[1])
        for said, share in _WHOLES:
            whole = said.search(text, segment[0], figures[0].start)
            part = share.search(case.corpus.key.plain, found.quantity.end, last)
            if whole and part:
                case.hold(Judged("scope", whole.span(), "contradicted", part.span(), _REASON, found.clause, sure=True))
