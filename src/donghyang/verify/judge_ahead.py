"""What is told as done at a time that, on the day of the sources, is still to come: no source can say so."""

from __future__ import annotations

import datetime as dt
import re

from donghyang.language import tables
from donghyang.records import Message
from donghyang.verify.case import Case, Judged

_PAST = re.compile(
    r"(?<![가-힣])[가-힣]*[았었였했됐렸켰졌났뤘췄냈갔섰쳤랐웠왔렀겼녔](?:다|음|으며|고)(?=[\s.,;]|$)(?!\s?(?:고|며|면서)?\s?(?:밝|말|전|발표|제시|예상|전망))"
)
"""A verb in the past that ends its clause."""
_ACHIEVED = re.compile(r"(?:달성|완료)[\s.,;]*$")
"""A noun for what has been achieved at the end of its clause; behind 2027년까지 it is a goal."""
_AHEAD_ALL_THE_SAME = re.compile(
    "계획|목표|예정|방침|전망|예상|기로|방안|조치|정책|로드맵|지침|의견|강요|규획|협약|협정|계약|법안|추진"
)
_DATE = re.compile(r"([12]\d{3})(?:-(\d\d))?(?:-(\d\d))?(?![\d-])")
_REASON = Message(
    "원문의 날짜보다 뒤의 일을 이미 이루어진 일로 말합니다.", "it tells as done what lies behind the day of the source."
)


def judge_ahead(case: Case) -> None:
    """A past verb in a segment whose time begins after the day of every source that is near."""
    days = [day for day in case.corpus.dates if day is not None]
    if not days or len(days) < len(case.corpus.dates):
        return
    for segment in case.sentence.segments:
        text = case.sentence.text[slice(*segment)]
        ends = segment[1] == case.sentence.end and "까지" not in text
        past = _PAST.search(text) or (_ACHIEVED.search(text) if ends else None)
        if past is None or _AHEAD_ALL_THE_SAME.search(text) or past[0].startswith(tables.words(__package__, "says")):
            continue
        for period in case.sentence.periods:
            begins = _begins(period.value or "") if segment[0] <= period.start < segment[1] else None
            if begins is not None and begins > max(days):
                span = (segment[0] + past.start(), segment[0] + past.end())
                case.hold(Judged("modality", span, "contradicted", None, _REASON, sure=True))
                break


def _begins(value: str) -> dt.date | None:
    """The first day of a date that may lack its day or month; None for one of no such year."""
    told = _DATE.match(value)
    return dt.date(int(told[1]), int(told[2] or 1), int(told[3] or 1)) if told else None
