"""날짜와 요일이 맞지 않습니다. | The weekday is not that of the day.

왜: 요일은 날짜에서 나온다. 둘이 다르면 어느 한쪽이 틀렸다.
Why: The weekday follows from the day; where they differ, one of them is wrong.
Bad: 개통식은 2023년 3월 1일(목)에 열림
Good: 개통식은 2023년 3월 1일(수)에 열림
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.form._days import day_of, sentence_days
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message

ID = "weekday"
CLASS = "date"
SEVERITY = "warning"

_WEEKDAYS = "월화수목금토일"


def find(sheet: Sheet) -> Iterator[Hit]:
    """'3월 1일(목)' of a year that is named, or else of that of publication."""
    for span, found in sentence_days(sheet):
        year = int(found["year"]) if found["year"] else sheet.date.year if sheet.date else None
        day = day_of(year, found) if found["weekday"] and year is not None else None
        if day is not None and (right := _WEEKDAYS[day.weekday()]) != found["weekday"]:
            message = Message(f"{day.year}년의 이날은 {right}요일입니다.", f"that day of {day.year} is a {day:%A}.")
            yield Hit(*span, message)
