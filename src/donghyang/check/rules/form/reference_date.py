"""참고자료의 날짜가 주소나 발행일과 맞지 않습니다. | A reference's date disagrees with its address or with publication.

왜: 신문의 주소에는 실린 날이 들어 있고, 발행일 뒤의 자료는 인용할 수 없다.
Why: A paper's address carries the day of print, and nothing later than the report can be cited in it.
Bad:
  01
  청년 인재 정책 개편
  □ 청년 인재 정책을 개편함(23.03.05)
  <참고자료>
  (23.03.26, 春江日报) 人才政策升级 https://paper.example.cn/html/2023-03/06/content_1.htm
Good:
  01
  청년 인재 정책 개편
  □ 청년 인재 정책을 개편함(23.03.05)
  <참고자료>
  (23.03.06, 春江日报) 人才政策升级 https://paper.example.cn/html/2023-03/06/content_1.htm
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.form._days import address_day, day_of
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "reference-date"
CLASS = "reference"
SEVERITY = "warning"

_STATED = lazily(
    r"^[(（]?(?:['‘’]?(?P<short>[0-9]{2})|(?P<full>20[0-9]{2}))\.\s?(?P<month>[01]?[0-9])\.\s?(?P<day>[0-3]?[0-9])\.?\s?[,，)）]"
)
_LATER = 3
"""Days by which a page may be dated after the day in its address: revised, or put on another page."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """References that open with their date, against the day in their own address and the day of publication."""
    for passage in sheet.of({"reference"}):
        stated = _STATED.match(passage.text)
        day = day_of(full_year(stated["short"] or stated["full"]), stated) if stated else None
        if stated is None or day is None:
            continue
        span = (passage.start + stated.start(), passage.start + stated.end())
        address = address_day(passage)
        if address is not None and abs((address[0] - day).days) > _LATER:
            cited, place = address
            message = Message(f"주소의 날짜는 {cited:%Y.%m.%d}입니다.", f"the address has {cited.isoformat()}.")
            yield Hit(*span, message, (place,))
        elif sheet.date is not None and day > sheet.date:
            yield Hit(*span, Message("발행일보다 늦은 날짜입니다.", "this is after the day of publication."))
