"""발행일 뒤의 자료를 인용했습니다. | A cited page is later than the day of publication.

왜: 주소에 발행일보다 늦은 날이 적힌 자료는 읽고 쓸 수 없었다. 발행일이나 주소가 틀린 것이다.
Why: Nobody has read a page that appeared after publication; the day of publication or the address is wrong.
Bad:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.2)
  - 노선은 4개
  참고자료
  ☑ 氢能公交
  https://www.example.cn/2023-03-28/1.html
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
from donghyang.check.rules.form._days import address_day
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message

ID = "later-page"
CLASS = "date"
SEVERITY = "warning"

_MIDNIGHT = 1
"""A page filed after midnight where it appeared may have been read on the day before."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Addresses of references and sources whose day lies after publication."""
    for article in sheet.articles:
        for passage in article.of("reference", "source"):
            found = address_day(passage)
            if found is not None and sheet.date is not None and (found[0] - sheet.date).days > _MIDNIGHT:
                message = Message("발행일 뒤의 자료입니다.", "this page is later than the day of publication.")
                yield Hit(*found[1], message)
