"""출처의 날짜가 주소의 날짜와 다릅니다. | The day of a source is not that in its address.

왜: 매체의 주소에는 기사를 낸 날이 들어 있다. '출처: 매체 (03.05)'가 그날과 다르면 옮기다 틀린 것이다.
Why: The address of a news page holds its day; a source dated otherwise was miscopied.
Bad:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작
  - 노선은 4개
  출처: 신문 (03.05)
  https://www.example.cn/2023/0302/c1.html
  | 발 행 일 | 2023. 3. 10
Good:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작
  - 노선은 4개
  출처: 신문 (03.02)
  https://www.example.cn/2023/0302/c1.html
  | 발 행 일 | 2023. 3. 10
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.form._days import address_day, source_days
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message

ID = "address-day"
CLASS = "date"
SEVERITY = "warning"

_MIDNIGHT = 1
"""Days between two dates of one page: one filed before midnight, one after, or in two time zones."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """A brief's '출처: 매체 (02.07)' against the day in its address, whatever the years."""
    for article, source in source_days(sheet):
        found = next((day for passage in article.of("source") if (day := address_day(passage))), None)
        if source.day is None or found is None:
            continue
        cited, span = found
        same = (cited.month, cited.day) == (source.day.month, source.day.day)
        if not same and abs((cited - source.day).days) > _MIDNIGHT:
            message = Message(f"주소의 날짜는 {cited.month}월 {cited.day}일입니다.", f"the address has {cited:%d %B}.")
            yield Hit(*source.span, message, related=(span,))
