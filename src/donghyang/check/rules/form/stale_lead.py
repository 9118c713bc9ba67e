"""요지의 날짜가 인용한 자료보다 훨씬 앞섭니다. | The lead's day lies long before the pages cited.

왜: 자료의 주소에 적힌 날과 한 달이나 떨어진 요지의 날짜는 달을 잘못 적은 것이다.
Why: A lead's day a month before those in the addresses cited has the wrong month.
Bad:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(1.2)
  - 노선은 4개
  참고자료
  ☑ 氢能公交
  https://www.example.cn/2023-03-02/1.html
  | 발 행 일 | 2023. 3. 10
Good:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.2)
  - 노선은 4개
  참고자료
  ☑ 氢能公交
  https://www.example.cn/2023-03-02/1.html
  | 발 행 일 | 2023. 3. 10
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.form._days import address_day, lead_days
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message

ID = "stale-lead"
CLASS = "date"
SEVERITY = "warning"

_OLD = 30
"""Days after which a lead's event is no news for a weekly."""
_APART = 14
"""Days within which pages follow an event."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Leads of more than a month ago whose cited pages all came weeks later."""
    for article, lead in lead_days(sheet):
        if lead.day is None or sheet.date is None or (sheet.date - lead.day).days <= _OLD:
            continue
        cited = [day[0] for passage in article.of("reference", "source") if (day := address_day(passage))]
        if cited and (min(cited) - lead.day).days > _APART:
            message = Message("인용한 자료보다 훨씬 앞선 날짜입니다.", "this is long before the pages that are cited.")
            yield Hit(*lead.span, message)
