"""날짜가 서로 맞지 않습니다. | Dates do not fit together.

왜: 발행일보다 늦은 날짜, 달력에 없는 날짜, 틀린 요일, 출처 주소와 다른 날짜는 옮기다 생긴 실수다.
Why: A date after publication, one the calendar lacks, a wrong weekday, or one at odds with the cited address is a slip.
Bad:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.21)
  - 노선은 4개이며 개통식은 2월 30일
  | 발 행 일 | 2023. 3. 10
Good:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.2)
  - 노선은 4개이며 개통식은 2월 28일
  | 발 행 일 | 2023. 3. 10
Options: 없음 (none)
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message, Span

ID = "dates"
CLASS = "date"
SEVERITY = "warning"

_LEAD = re.compile(r"[(（]\s?(?:['‘’]?(?P<year>\d{2}|\d{4})\.)?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})\.?\s?[)）]$")
_DAY = re.compile(
    r"(?:(?P<year>20\d{2})년 )?(?<![0-9])(?P<month>\d{1,2})월 (?P<day>\d{1,2})일"
    r"(?:\s?[(（](?P<weekday>[월화수목금토일])(?:요일)?[)）])?"
)
_URL_DAY = re.compile(
    r"(?<![0-9])(?P<year>20[0-3]\d)[-/]?(?P<month>0[1-9]|1[0-2])[-/]?(?P<day>0[1-9]|[12]\d|3[01])(?![0-9])"
)
_WEEKDAYS = "월화수목금토일"
_OLD = 30
"""Days after which a lead's event is no news for a weekly."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Dates of leads and sources, days in sentences, days in cited addresses."""
    for article in sheet.articles:
        for passage in article.of("lead"):
            yield from _lead(sheet, passage, stories_urls(article.passages))
        yield from _source(sheet, article.of("source"))
        for passage in article.of("reference", "source"):
            yield from _later(sheet, passage)
    for passage in sheet.of(KOREAN):
        for found in _DAY.finditer(passage.text):
            yield from _day(sheet, passage, found)


def stories_urls(passages: list[Passage]) -> list[dt.date]:
    """The days that the addresses of an article's references carry."""
    days = [_url_day(passage.text) for passage in passages if passage.part in ("reference", "source")]
    return [day for day, _ in (found for found in days if found)]


def _url_day(text: str) -> tuple[dt.date, Span] | None:
    """The day in an address, None where there is none or several that differ."""
    at = text.find("http")
    found = list(_URL_DAY.finditer(text, at)) if at >= 0 else []
    days = {_date(int(m["year"]), int(m["month"]), int(m["day"])) for m in found}
    day = next(iter(days)) if len(days) == 1 else None
    return (day, found[0].span()) if day else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)


def _lead(sheet: Sheet, passage: Passage, cited: list[dt.date]) -> Iterator[Hit]:
    found = _LEAD.search(passage.text)
    if found is None or sheet.date is None:
        return
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0) if found["year"] else sheet.date.year
    day = _date(year, int(found["month"]), int(found["day"]))
    span = (passage.start + found.start(), passage.start + found.end())
    if day is None:
        yield Hit(*span, Message("달력에 없는 날짜입니다.", "the calendar has no such day."), severity="error")
    elif day > sheet.date and not (found["year"] is None and (day - sheet.date).days > 240):
        yield Hit(
            *span, Message("발행일보다 늦은 날짜입니다.", "this is after the day of publication."), severity="error"
        )
    elif 0 < (sheet.date - day).days > _OLD and cited and min(cited) > day + dt.timedelta(days=14):
        yield Hit(
            *span, Message("인용한 자료보다 훨씬 앞선 날짜입니다.", "this is long before the pages that are cited.")
        )


def _source(sheet: Sheet, passages: list[Passage]) -> Iterator[Hit]:
    """A brief's '출처: 매체 (02.07)' against the day in its address."""
    stated = next(((p, m) for p in passages if (m := _LEAD.search(p.text))), None)
    address = next(((p, link) for p in passages if (link := _url_day(p.text))), None)
    if stated is None or sheet.date is None:
        return
    passage, found = stated
    day = _date(sheet.date.year, int(found["month"]), int(found["day"]))
    span = (passage.start + found.start(), passage.start + found.end())
    if day is None:
        yield Hit(*span, Message("달력에 없는 날짜입니다.", "the calendar has no such day."), severity="error")
        return
    if day > sheet.date and (day - sheet.date).days < 240:
        yield Hit(
            *span, Message("발행일보다 늦은 날짜입니다.", "this is after the day of publication."), severity="error"
        )
    if address is not None:
        line, (cited, place) = address
        if (cited.month, cited.day) != (day.month, day.day) and abs((cited - day).days) > 1:
            yield Hit(
                *span,
                Message(f"주소의 날짜는 {cited.month}월 {cited.day}일입니다.", f"the address has {cited:%d %B}."),
                related=((line.start + place[0], line.start + place[1]),),
            )


def _later(sheet: Sheet, passage: Passage) -> Iterator[Hit]:
    """An address whose day lies after publication."""
    found = _url_day(passage.text)
    if found is not None and sheet.date is not None and found[0] > sheet.date + dt.timedelta(days=1):
        start, end = found[1]
        yield Hit(
            passage.start + start,
            passage.start + end,
            Message("발행일 뒤의 자료입니다.", "this page is later than the day of publication."),
        )


def _day(sheet: Sheet, passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    month, number = int(found["month"]), int(found["day"])
    if not month:
        return  # a form to be filled in
    start, end = passage.start + found.start(), passage.start + found.end()
    year = int(found["year"]) if found["year"] else sheet.date.year if sheet.date else None
    if not 1 <= month <= 12 or not 1 <= number <= (29 if month == 2 else calendar.monthrange(2024, month)[1]):
        yield Hit(start, end, Message("달력에 없는 날짜입니다.", "the calendar has no such day."), severity="error")
        return
    day = _date(year, month, number) if year else None
    if found["weekday"] and day is not None and _WEEKDAYS[day.weekday()] != found["weekday"]:
        right = _WEEKDAYS[day.weekday()]
        yield Hit(
            start,
            end,
            Message(f"{day.year}년의 이날은 {right}요일입니다.", f"that day of {day.year} is a {day:%A}."),
        )
