"""발행일보다 늦은 날짜입니다. | A day after that of publication.

왜: 요지나 출처의 날짜는 이미 있었던 일의 날이다. 발행일보다 늦으면 잘못 적은 것이다.
Why: A lead or source gives the day of what has happened; one after publication was mistyped.
Bad:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.21)
  - 노선은 4개
  | 발 행 일 | 2023. 3. 10
Good:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(12.28)
  - 노선은 4개
  | 발 행 일 | 2023. 3. 10
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from donghyang.check.rule import Hit
from donghyang.check.rules.form._days import lead_days, source_days
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message

ID = "after-publication"
CLASS = "date"
SEVERITY = "error"

_LAST_YEAR = 240
"""A day without a year so many days ahead is one of the year before: (12.28) in an issue of January."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Days at the end of leads and sources that lie after publication."""
    for _, closing in chain(lead_days(sheet), source_days(sheet)):
        if closing.day is None or sheet.date is None:
            continue
        ahead = (closing.day - sheet.date).days
        if ahead > 0 and (closing.has_year or ahead <= _LAST_YEAR):
            message = Message("발행일보다 늦은 날짜입니다.", "this is after the day of publication.")
            yield Hit(*closing.span, message)
