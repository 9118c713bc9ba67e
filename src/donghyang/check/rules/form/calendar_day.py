"""달력에 없는 날짜입니다. | The calendar has no such day.

왜: 2월 30일이나 4월 31일은 옮기다 생긴 실수다.
Why: 30 February or 31 April is a slip of transcription.
Bad: 개통식은 2월 30일이며 접수는 4월 31일까지
Good: 개통식은 2월 28일이며 접수는 4월 30일까지. 2월 29일은 윤일
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from donghyang.check.rule import Hit
from donghyang.check.rules.form._days import day_of, lead_days, sentence_days, source_days, year_of
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "calendar-day"
CLASS = "date"
SEVERITY = "error"

_LEAP = 2024
"""A day of a sentence that names no year may lie in a leap year."""
_IN_FIGURES = lazily(
    r"(?<![0-9.])(?:(?P<year>20[0-9]{2})\.\s?)?(?P<month>[0-9]{1,2})\.\s?(?P<day>[0-9]{1,2})\.?\s?"
    r"[(（][월화수목금토일](?:요일)?[)）]"
)
_CLOCK = lazily(r"(?<![0-9])[0-9]{1,2}시 ?[6-9][0-9]분(?! ?(?:간|동안))|(?:오전|오후) ?(?:2[5-9]|[3-9][0-9])시(?!간)")
_MESSAGE = Message("달력에 없는 날짜입니다.", "the calendar has no such day.")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Days that no month has, in sentences and at the end of leads and sources."""
    for _, closing in chain(lead_days(sheet), source_days(sheet)):
        if closing.day is None:
            yield Hit(*closing.span, _MESSAGE)
    for span, found in sentence_days(sheet):
        if day_of(year_of(found) or _LEAP, found) is None:
            yield Hit(*span, _MESSAGE)
    for passage in sheet.of(KOREAN):
        for found in _IN_FIGURES.finditer(passage.text):
            if day_of(int(found["year"] or _LEAP), found) is None:
                yield Hit(passage.start + found.start(), passage.start + found.end(), _MESSAGE)
        for found in _CLOCK.finditer(passage.text):
            message = Message("시계에 없는 시각입니다.", "no clock has this hour.")
            yield Hit(passage.start + found.start(), passage.start + found.end(), message)
