"""날짜순으로 선 줄 하나가 차례에 어긋납니다. | One line of a list in order of days stands out of order.

왜: 일정이나 연혁에서 하나만 앞뒤와 어긋나면 그 날짜나 자리가 틀린 것이다.
Why: In a list that goes by days, the one line that breaks it has a wrong date or a wrong place.
Bad:
  버스 사업 일정
  - 2025년 3월 2일: 착공
  - 2025년 6월 1일: 시험 운행
  - 2025년 5월 9일: 설명회
  - 2025년 9월 3일: 개통
Good:
  버스 사업 일정
  - 2025년 3월 2일: 착공
  - 2025년 5월 9일: 설명회
  - 2025년 6월 1일: 시험 운행
  - 2025년 9월 3일: 개통
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import Part, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "date-order"
CLASS = "date"
SEVERITY = "warning"

_LINES: tuple[Part, ...] = ("headline", "lead", "bullet", "text", "heading")
_OPENS = lazily(r"[^가-힣A-Za-z]{0,8}(?:제[0-9]{1,2}(?:차|회)[^:：]{0,8}[:：] ?)?[(（\[]?$")
"""What may stand before the date that opens a line: a number, a sign, a bracket."""
_SIGN = lazily(r"[0-9]{1,2}[.)] ?|[①-⑳] ?")
_HEADED = lazily(tables.either(__package__, "in_time"))
_LEAST, _LEAST_HEADED = 5, 4
"""Lines by which an order is known, the second where the heading says it."""

_Dated = tuple[Passage, str]


def find(sheet: Sheet) -> Iterator[Hit]:
    """Lines right below one another that each open with a date, all in order but for one."""
    heading = ""
    run: list[_Dated] = []
    for passage in sheet.of(_LINES):
        day = _day(sheet, passage)
        if day is not None and (not run or _goes_on(run[-1], passage, day)):
            run.append((passage, day))
            continue
        yield from _odd(run, heading)
        run = [(passage, day)] if day is not None else []
        if day is None:
            heading = passage.text
    yield from _odd(run, heading)


def _day(sheet: Sheet, passage: Passage) -> str | None:
    """The date that opens a line, None where there is none or a stretch of time."""
    for period in sheet.periods_in(*passage.span)[:1]:
        before = _SIGN.sub("", sheet.text[passage.start : period.start])
        if period.value is not None and _OPENS.match(before):
            return period.value
    return None


def _goes_on(above: _Dated, passage: Passage, day: str) -> bool:
    line, other = above
    return (line.marker, line.indent, line.article) == (passage.marker, passage.indent, passage.article) and len(
        other
    ) == len(day)


def _odd(run: Sequence[_Dated], heading: str) -> Iterator[Hit]:
    least = _LEAST_HEADED if _HEADED.search(heading) else _LEAST
    if len(run) < least:
        return
    days = [day for _, day in run]
    breaks = [at for at, (one, other) in enumerate(pairwise(days), 1) if other < one]
    if len(breaks) != 1:
        return
    at = breaks[0]
    odd = [place for place in (at - 1, at) if _in_order([*days[:place], *days[place + 1 :]])]
    if odd:
        line, above = run[odd[-1]][0], run[at - 1 if odd[-1] == at else at][0]
        yield Hit(*line.span, Message("날짜의 차례에 어긋납니다.", "this is out of order."), related=(above.span,))


def _in_order(days: Sequence[str]) -> bool:
    return all(one <= other for one, other in pairwise(days))
