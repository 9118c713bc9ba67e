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

from donghyang.check.rule import Hit
from donghyang.check.rules.form._days import day_of, sentence_days
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message, Severity, Span

ID = "weekday"
CLASS = "date"
SEVERITY = "error"

_WEEKDAYS = "월화수목금토일"
_IN_FIGURES = lazily(
    r"(?<![0-9.])(?:(?P<full>20[0-9]{2})|['‘’]?(?P<short>[0-9]{2}))\.\s?(?P<month>1[0-2]|0?[1-9])\."
    r"\s?(?P<day>[12][0-9]|3[01]|0?[1-9])\.?\s?[(（](?P<weekday>[월화수목금토일])(?:요일)?[)）]"
)
_SHORT = lazily(
    r"(?<![0-9.])(?<![0-9]\. )(?P<month>1[0-2]|0?[1-9])\.\s?(?P<day>[12][0-9]|3[01]|0?[1-9])\.?(?:,\s?|\s?[(（])"
    r"(?P<weekday>[월화수목금토일])(?:요일)?\s?[)）]"
)
"""A day without its year: '(11.13., 목)', '11.13.(목)'."""
_BEFORE, _AHEAD = 180, 45
"""So many days before and behind publication such a day is of the year of publication."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """'3월 1일(목)' of a year that is named, or else of that of publication; '2024. 3. 8.(목)' wherever it stands."""
    undated: list[tuple[Span, re.Match[str]]] = []
    for span, found in sentence_days(sheet):
        year = int(found["year"]) if found["year"] else sheet.date.year if sheet.date else None
        day = day_of(year, found) if found["weekday"] and year is not None else None
        if day is not None:
            yield from _held(span, day, found["weekday"], severity=None if found["year"] else "warning")
        elif found["weekday"] and year is None:
            undated.append((span, found))
    yield from _by_year_named(sheet, undated)
    for passage in sheet.passages:
        for found in _IN_FIGURES.finditer(passage.text) if passage.part not in ("reference", "source") else ():
            day = day_of(full_year(found["full"] or found["short"]), found)
            if day is not None:
                span = (passage.start + found.start(), passage.start + found.end())
                yield from _held(span, day, found["weekday"], severity=None)
        if sheet.date is not None:
            for found in _SHORT.finditer(passage.text) if passage.part not in ("reference", "source") else ():
                day = day_of(sheet.date.year, found)
                if day is not None and -_BEFORE < (day - sheet.date).days < _AHEAD:
                    span = (passage.start + found.start(), passage.start + found.end())
                    yield from _held(span, day, found["weekday"], severity=None)


def _by_year_named(sheet: Sheet, undated: list[tuple[Span, re.Match[str]]]) -> Iterator[Hit]:
    """Days without a year, where all whole dates of the text, one with its weekday, are of one year."""
    whole = [found for _, found in sentence_days(sheet) if found["year"]] if undated else []
    years = {int(found["year"]) for found in whole}
    proven = [found for found in whole if found["weekday"] and _is_right(int(found["year"]), found)]
    if len(years) != 1 or not proven:
        return
    year = years.pop()
    for span, found in undated:
        day = day_of(year, found)
        if day is not None:
            yield from _held(span, day, found["weekday"], severity="warning")


def _is_right(year: int, found: re.Match[str]) -> bool:
    day = day_of(year, found)
    return day is not None and _WEEKDAYS[day.weekday()] == found["weekday"]


def _held(span: Span, day: dt.date, weekday: str, *, severity: Severity | None) -> Iterator[Hit]:
    if (right := _WEEKDAYS[day.weekday()]) != weekday:
        message = Message(f"{day.year}년의 이날은 {right}요일입니다.", f"that day of {day.year} is a {day:%A}.")
        yield Hit(*span, message, severity=severity)
