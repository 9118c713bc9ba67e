"""날짜와 요일이 맞지 않습니다. | The weekday is not that of the day.

왜: 요일은 날짜에서 나온다. 둘이 다르면 어느 한쪽이 틀렸다.
Why: The weekday follows from the day; where they differ, one of them is wrong.
Bad: 개통식은 2023년 3월 1일(목)에, 회의는 2024. 3. 8.(목)에 열림
Good: 개통식은 2023년 3월 1일(수)에, 회의는 2024. 3. 8.(금)에 열림
Options: 없음 (none)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import chain

from donghyang.check.rule import Hit
from donghyang.check.rules.form._days import day_of, sentence_days, year_of
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message, Severity, Span

ID = "weekday"
CLASS = "date"
SEVERITY = "error"

_WEEKDAYS = "월화수목금토일"
_IN_FIGURES = lazily(
    r"(?<![0-9.])(?:(?P<full>20[0-9]{2})[.\-/]|['‘’]?(?P<short>[0-9]{2})\.)\s?(?P<month>1[0-2]|0?[1-9])[.\-/]"
    r"\s?(?P<day>[12][0-9]|3[01]|0?[1-9])\.?\s?[(（](?P<weekday>[월화수목금토일])(?:요일)?[)）]"
)
_SHORT = lazily(
    r"(?<![0-9.])(?<![0-9]\. )(?P<month>1[0-2]|0?[1-9])\.\s?(?P<day>[12][0-9]|3[01]|0?[1-9])\.?(?:,\s?|\s?[(（])"
    r"(?P<weekday>[월화수목금토일])(?:요일)?\s?[)）]"
)
"""A day without its year: '(11.13., 목)', '11.13.(목)'."""
_SPOKEN = lazily(
    r"(?:(?P<ahead>[월화수목금토일])요일인 )?(?:(?P<year>20[0-9]{2})년 )?(?<![0-9])(?P<month>1[0-2]|0?[1-9])월 "
    r"?(?P<day>[12][0-9]|3[01]|0?[1-9])일(?:(?:,|인)? (?P<weekday>[월화수목금토일])요일)?"
)
"""'3월 1일 수요일', '수요일인 3월 1일'."""
_BRACKET = r"\s?[(（](?P<weekday>[월화수목금토일])(?:요일)?(?:,[^()（）]{1,12})?[)）]"
_YEARLESS = lazily(
    r"(?<![0-9년.])(?<!년 )(?<!\. )(?P<month>1[0-2]|0?[1-9])(?:월 ?|[./] ?)"
    rf"(?P<day>[12][0-9]|3[01]|0?[1-9])(?:일|\.)?{_BRACKET}"
)
_DAY_ALONE = lazily(
    r"(?:(?<=[~∼～–-])|(?<=[~∼～–-] )|(?<=부터 )|(?<=[와과·,] )|(?<=·))"
    rf"(?P<day>[12][0-9]|3[01]|0?[1-9])(?:일|\.){_BRACKET}"
)
"""A day whose year, or whose month too, is that of the date before it."""
_WITH_YEAR = lazily(
    r"(?P<full>20[0-9]{2})(?P<short>)년 ?(?P<month>1[0-2]|0?[1-9])월 ?"
    rf"(?P<day>[12][0-9]|3[01]|0?[1-9])일{_BRACKET}"
)
_VOTERS = 3
"""Days without a year, of which all but one must agree, before one is wrong."""
_CYCLE = range(2019, 2030)
"""Years among which each way of falling of the weekdays stands, with and without a leap day."""
_NEAR = 20
"""So close behind a date a day alone is of its month."""
_TURN = 6
"""A month so many before or behind that of the date above may be one of another year."""
_BEFORE, _AHEAD = 180, 45
"""So many days before and behind publication such a day is of the year of publication."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """'3월 1일(목)' of a year that is named, or else of that of publication; '2024. 3. 8.(목)' wherever it stands."""
    for span, found in sentence_days(sheet):
        named = year_of(found)
        year = named or (sheet.date.year if sheet.date else None)
        day = day_of(year, found) if found["weekday"] and year is not None else None
        if day is not None:
            yield from _held(span, day, found["weekday"], severity=None if named else "warning")
    for passage in sheet.passages:
        for found in _IN_FIGURES.finditer(passage.text) if passage.part not in ("reference", "source") else ():
            day = day_of(full_year(found["full"] or found["short"]), found)
            if day is not None:
                span = (passage.start + found.start(), passage.start + found.end())
                yield from _held(span, day, found["weekday"], severity=None)
        if "요일" in passage.text:
            yield from _spoken(sheet, passage)
        if sheet.date is not None:
            for found in _SHORT.finditer(passage.text) if passage.part not in ("reference", "source") else ():
                day = day_of(sheet.date.year, found)
                if day is not None and -_BEFORE < (day - sheet.date).days < _AHEAD:
                    span = (passage.start + found.start(), passage.start + found.end())
                    yield from _held(span, day, found["weekday"], severity=None)
    yield from _inherited(sheet)


def _spoken(sheet: Sheet, passage: Passage) -> Iterator[Hit]:
    for found in _SPOKEN.finditer(passage.text):
        weekday = found["ahead"] or found["weekday"]
        year = int(found["year"]) if found["year"] else sheet.date.year if sheet.date else None
        day = day_of(year, found) if weekday and year is not None else None
        if day is not None:
            span = (passage.start + found.start(), passage.start + found.end())
            yield from _held(span, day, weekday, severity=None if found["year"] else "warning")


def _inherited(sheet: Sheet) -> Iterator[Hit]:
    """Days without a year, or without a month, in a text whose other days say which it is."""
    whole: list[dt.date] = []
    for passage in sheet.of(KOREAN):
        for found in chain(_WITH_YEAR.finditer(passage.text), _IN_FIGURES.finditer(passage.text)):
            day = day_of(full_year(found["full"] or found["short"]), found)
            if day is not None and _is_right(day, found):
                whole.append(day)
                yield from _alone(passage, found, day)
    short = []
    for passage in sheet.of(KOREAN):
        for found in _YEARLESS.finditer(passage.text):
            if sheet.date is None:
                short.append(((passage.start + found.start(), passage.start + found.end()), found))
            elif (day := day_of(sheet.date.year, found)) is not None and _is_right(day, found):
                yield from _alone(passage, found, day)
    years = {day.year for day in whole} or _voted([found for _, found in short])
    for span, found in short if len(years) == 1 else ():
        (year,) = years
        months = [day.month for day in whole] or [int(found["month"])]
        turned = [year + 1, year - 1] if any(abs(int(found["month"]) - month) >= _TURN for month in months) else []
        yield from _held_any(span, [day for one in (year, *turned) if (day := day_of(one, found))], found["weekday"])


def _is_right(day: dt.date, found: re.Match[str]) -> bool:
    return _WEEKDAYS[day.weekday()] == found["weekday"]


def _voted(found: list[re.Match[str]]) -> set[int]:
    """The year in which all these days but one have their weekdays; of years alike in this the first will do."""
    months = [int(one["month"]) for one in found]
    if len(found) < _VOTERS or max(months) - min(months) >= _TURN:
        return set()
    right = {
        year: sum((day := day_of(year, one)) is not None and _is_right(day, one) for one in found) for year in _CYCLE
    }
    return {max(right, key=lambda year: right[year])} if max(right.values()) == len(found) - 1 else set()


def _alone(passage: Passage, found: re.Match[str], first: dt.date) -> Iterator[Hit]:
    """A day without a month right behind a whole date: 11월 14일(금)~16일(일)."""
    alone = _DAY_ALONE.search(passage.text, found.end(), min(len(passage.text), found.end() + _NEAR))
    if alone is not None and int(alone["day"]) > first.day:
        try:
            day = first.replace(day=int(alone["day"]))
        except ValueError:
            return
        yield from _held_any((passage.start + alone.start(), passage.start + alone.end()), [day], alone["weekday"])


def _held_any(span: Span, days: list[dt.date], weekday: str) -> Iterator[Hit]:
    if days and not any(_WEEKDAYS[day.weekday()] == weekday for day in days):
        right = _WEEKDAYS[days[0].weekday()]
        message = Message(f"다른 날짜에 맞추면 {right}요일입니다.", f"by the other dates it is a {days[0]:%A}.")
        yield Hit(*span, message, severity="warning")


def _held(span: Span, day: dt.date, weekday: str, *, severity: Severity | None) -> Iterator[Hit]:
    if (right := _WEEKDAYS[day.weekday()]) != weekday:
        message = Message(f"{day.year}년의 이날은 {right}요일입니다.", f"that day of {day.year} is a {day:%A}.")
        yield Hit(*span, message, severity=severity)
