"""뒤에 온다는 일의 날짜가 앞섭니다. | What is said to follow is dated earlier.

왜: '12월 시험 운전을 거쳐 6월 준공'이 같은 해면 둘 가운데 한 날짜가 틀렸다.
Why: 'After a trial run in December 2026, finished in June 2026' has one of its dates wrong.
Bad: 공장은 2026년 12월 시험 운전을 거쳐 2026년 6월 준공할 예정임
Good: 공장은 2026년 12월 시험 운전을 거쳐 2027년 6월 준공할 예정임
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message, Period

ID = "event-order"
CLASS = "order"
SEVERITY = "warning"

_DATE = r"(?<![0-9])['‘’]?(?P<year{0}>(?:20)?[0-9]{{2}})년 (?:(?P<month{0}>[0-9]{{1,2}})월)?"
_THEN = lazily(
    _DATE.format("") + r"(?:에| 말| 초)? ?[^.,;0-9()'‘’]{0,14}?"
    r"(?:거쳐|거친 (?:뒤|후)|마치고|마친 (?:뒤|후)|끝내고|끝낸 (?:뒤|후)|착공(?:해|하여|하고|한 (?:뒤|후))|"
    r"착수(?:해|하여|하고|한 (?:뒤|후))|시작(?:해|하여|한 (?:뒤|후)))(?:서)?,? (?:이르면 |늦어도 )?"
    + rf"(?={_DATE.format('2')}(?P<end>(?!부터|에? ?(?:발표|수립|확정|승인)(?:한|된))))"
)
"""Two events in a row; the second date is only looked at, for it may begin another such pair."""


_STEP = lazily(
    r"(?:부터|까지|에는|에|중|말|초| 말| 초|경|쯤)* ?(?![^.;,()]{0,30}(?:발표|승인|체결|선정된|받은))[^.;,()]{0,28}?"
    r"(?:(?:신청|접수|공모|모집|심사|평가|설계|개발|제작|구축|건설|시험|실증|검증|조립|시공)"
    r"(?: ?(?:운전|가동|운영|운행|결과))?(?:을|를)? ?"
    r"(?:받고|받아|하고|해|하여|한 (?:뒤|후)|마치고|마친 (?:뒤|후)|끝내고|거쳐)|"
    r"(?:만들|마무리하|완료하|완공하|준공하|끝내|마치)고|(?:완료|완공|준공)한 (?:뒤|후)),? "
    r"(?:이르면 |늦어도 |이어 |그 ?다음 )?"
)
"""Between two dates: a step that comes before the next, 신청을 받고, 시제품을 만들고."""
_PAST = lazily(r"지난|전년|작년|이미|앞서|종전|당시|[0-9]년 전")
_TOLD = lazily(r"(?:에|말|부터|까지)? ?(?:[가-힣]{1,6}[이가] )?[가-힣]{1,4}(?:한|된|던|운|은|난) ")
"""Behind a date that only tells of which thing is spoken: 6월 발표한 계획."""
_YEAR = lazily(r"['‘’]?[0-9]{2,4}년|[0-9]{4}[.-]")
_LATE = 6
"""Of two months so far apart the earlier one is of the next year."""
_MONTH = len("2023-02")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'A에 시작해 B에 완공' and its like, where B lies before A; both by year, or both by year and month."""
    for passage in sheet.of(PROSE):
        told = list(_by_year(passage)) if passage.text.count("년 ") > 1 else []
        yield from told
        for hit in _steps(sheet, passage):
            if all(hit.end <= one.start or one.end <= hit.start for one in told):
                yield hit


def _by_year(passage: Passage) -> Iterator[Hit]:
    for found in _THEN.finditer(passage.text):
        if bool(found["month"]) == bool(found["month2"]) and _when(found, "2") < _when(found, ""):
            start = passage.start + found.start("year2")
            first = (passage.start + found.start(), passage.start + found.end())
            date = passage.text[found.start("year2") : found.end("end")].rstrip()
            yield Hit(start, start + len(date), _EARLIER, (first,))


_EARLIER = Message("앞의 일보다 이릅니다.", "this is earlier than what it follows.")


def _steps(sheet: Sheet, passage: Passage) -> Iterator[Hit]:
    """'6월 말까지 신청을 받고 5월에 명단을 공고': a step and the next one, told by months."""
    for one, other in pairwise(sheet.periods_in(*passage.span)):
        if not (one.value and other.value) or _PAST.search(one.text + other.text):
            continue
        if not _STEP.fullmatch(sheet.text, one.end, other.start) or _TOLD.match(sheet.text, other.end):
            continue
        if not _is_of_a_year(one, other):
            continue
        last = other.high if other.high and other.high[0].isdigit() else other.value
        size = min(len(one.value), len(last), _MONTH)
        if last[:size] < one.value[:size]:
            yield Hit(other.start, other.end, _EARLIER, ((one.start, one.end),))


def _is_of_a_year(one: Period, other: Period) -> bool:
    """Are both dates told with their year, or surely of one year? 11월 may be followed by 1월."""
    if all(_YEAR.search(period.text) for period in (one, other)):
        return True
    assert one.value is not None
    assert other.value is not None
    months = [int(period.value[5:7] or 0) for period in (one, other) if period.value]
    return one.value[:4] == other.value[:4] and months[0] < _LATE + months[1] and not _YEAR.search(other.text)


def _when(found: re.Match[str], which: str) -> tuple[int, int]:
    return full_year(found[f"year{which}"]), int(found[f"month{which}"] or 0)
