"""Days that the text itself speaks against: a weekday that is not theirs, and what comes every year (매년 3월)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message

if TYPE_CHECKING:
    from donghyang.language.dates import Moment
    from donghyang.records import Period, Span

EVERY_WEEK = Message("주마다 돌아오는 날", "a day of every week")
EVERY_YEAR = Message("해마다 돌아오는 때", "a time of every year")

_WEEKDAYS = "월화수목금토일"
_IN_BRACKETS = rf"[(（](?P<day>[{_WEEKDAYS}])(?:요일)?[)）,]"
_SAID, _BEHIND = lazily(_IN_BRACKETS), lazily(f" ?{_IN_BRACKETS}")
_EVERY = lazily(rf"(?:{tables.either(__package__, 'every_year')})(?:에는?|의|도)?\s?$")
_WEEKDAY_ZH = lazily("(?:周|星期|礼拜)[一二三四五六日天]")
_REACH = 8
"""Characters before a month in which a word says that it comes every year."""
_OF_A_YEAR = lazily(
    r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s?[月월.]|[1-4]\s?(?:/4)?\s?분기|[상하]반기|[上下]半年|第?[一二三四]季度"
)


def doubted(text: str, periods: list[Period]) -> list[Period]:
    """The periods, with the problem of those that the text speaks against; what comes every year has no value."""
    return [_doubted(text, period) if period.value else period for period in periods]


def by_weekday(text: str, span: Span, carried: Moment, own: Moment | None) -> Moment:
    """The day in the year that its sentence named before, or in that of the text where only there it has the weekday
    that is printed: ’25년 7월말로 연장한다고 7.18.(목) 밝혔다."""
    said = _SAID.search(text, *span) or _BEHIND.match(text, span[1])
    if said is None or own is None:
        return carried
    days = [day_of(moment.first()) for moment in (carried, own)]
    fits = [day is not None and _WEEKDAYS[day.weekday()] == said["day"] for day in days]
    return own if fits == [False, True] else carried


def _doubted(text: str, period: Period) -> Period:
    if _WEEKDAY_ZH.match(period.text) and text[period.start - 1 : period.start] == "每":
        return replace(period, value=None, high=None, problem=EVERY_WEEK)
    if _OF_A_YEAR.match(period.text) and _EVERY.search(text[max(0, period.start - _REACH) : period.start]):
        return replace(period, value=None, high=None, problem=EVERY_YEAR)
    if problem := _of_other_weekday(text, period):
        return replace(period, problem=problem)
    return period


def _of_other_weekday(text: str, period: Period) -> Message | None:
    """What is wrong with the weekdays printed inside a period and right behind it; None where they are its own."""
    said = [found["day"] for found in _SAID.finditer(period.text)]
    if behind := _BEHIND.match(text, period.end):
        said.append(behind["day"])
    ends = [period.value, period.high] if period.high not in (None, "..") else [period.value]
    if len(said) != len(ends):
        return None
    for weekday, iso in zip(said, ends, strict=True):
        day = day_of(iso)
        if day is not None and (own := _WEEKDAYS[day.weekday()]) != weekday:
            return Message(
                f"{day}은(는) {own}요일인데 {weekday}요일이라고 적힘", f"{day} is not the weekday that is printed"
            )
    return None


def day_of(iso: str | None) -> dt.date | None:
    """The day that an ISO date or time begins with; None where it names none."""
    try:
        return dt.date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
