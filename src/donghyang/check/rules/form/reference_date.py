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

import datetime as dt
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.form._days import address_day, day_of
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "reference-date"
CLASS = "reference"
SEVERITY = "warning"

_STATED = lazily(
    r"^[(（]?(?:['‘’]?(?P<short>[0-9]{2})|(?P<full>20[0-9]{2}))\.\s?(?P<month>[01]?[0-9])\.\s?(?P<day>[0-3]?[0-9])\.?\s?[,，)）]"
)
_LATER = 3
"""Days by which a page may be dated after the day in its address: revised, or put on another page."""


_ANOTHER = 100
"""So many days apart, the digits of the address are the number of the page."""
_CITED = lazily(
    r"(?<![0-9.])(?P<full>20[0-9]{2})\.\s?(?P<month>[0-9]{1,2})\.\s?(?P<day>[0-9]{1,2})\.?"
    r"(?=\s?[,，)）]{0,2}\s*(?:https?:|$))"
)
"""The date that closes what a reference says before its address."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """References' own dates, against the calendar, the day in their own address and the day of publication."""
    lines = list(sheet.of({"reference", "source", "text"}))
    for at, passage in enumerate(lines):
        below = lines[at + 1 : at + 2]
        if passage.part != "reference" and not (
            passage.text.startswith(("(", "（")) and ("http" in passage.text or _address_below(below))
        ):
            continue
        stated = _STATED.match(passage.text) or _CITED.search(passage.text)
        if stated is None or not int(stated["month"]):
            continue
        day = day_of(full_year(stated.groupdict().get("short") or stated["full"]), stated)
        span = (passage.start + stated.start(), passage.start + stated.end())
        if day is None:
            yield Hit(*span, Message("달력에 없는 날짜입니다.", "the calendar has no such day."))
            continue
        address = address_day(passage) or _address_below(below)
        if address is not None and _is_year_off(day, address[0]):
            yield Hit(*span, Message(f"주소의 해는 {address[0].year}년입니다.", f"the address has {address[0].year}."))
        elif address is not None and _LATER < abs((address[0] - day).days) < _ANOTHER:
            cited, place = address
            message = Message(f"주소의 날짜는 {cited:%Y.%m.%d}입니다.", f"the address has {cited.isoformat()}.")
            yield Hit(*span, message, (place,))
        elif sheet.date is not None and day > sheet.date:
            yield Hit(*span, Message("발행일보다 늦은 날짜입니다.", "this is after the day of publication."))


def _address_below(lines: list[Passage]) -> tuple[dt.date, Span] | None:
    """The day of the address that stands alone below its title."""
    return address_day(lines[0]) if lines and lines[0].text.startswith("http") else None


def _is_year_off(day: dt.date, other: dt.date) -> bool:
    """The same month, a day or so apart, in the year before or behind."""
    months = (day.month, other.month)
    return abs(day.year - other.year) == 1 and months[0] == months[1] and abs(day.day - other.day) <= _LATER
