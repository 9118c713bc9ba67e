"""The time of a clause that has none of its own: the year or the months that its text has named before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.draft.moods import AS_IS, LASTING, OPEN, UNTIMED
from donghyang.draft.plan_pages import reviews_at
from donghyang.draft.reviewed import (
    EARLY,
    compared_time,
    compared_year,
    has_own_span,
    holds_for,
    is_compared,
    is_counted,
    is_stock,
    is_yearly,
    named_time,
    planned_at,
    time_of,
)
from donghyang.language import tables

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.draft.heard import Heard
    from donghyang.draft.moods import Mood
    from donghyang.draft.reading import Token
    from donghyang.draft.shapes import Clause


_YEAR = re.compile(r"\d{4}년")
_STRETCH = re.compile(r"(\d{4})~(\d{4})년")
_PART = re.compile(r"(?P<year>\d{4})년 (?:(?P<half>[상하])반기|(?P<quarter>[1-4])분기)")
_MOVED = re.compile("(?:%p?|[가-힣]에서 .*로) (?:증가|감소|상승|하락|확대|축소)$")
_HELD = re.compile(r"대비|\d{4}년|증가율을")
"""What a move is held against, or when it began and ended."""
_HALVES = {"상": 6, "하": 12}


def has_not_passed(date: str, mood: Mood, day: dt.date | None) -> bool:
    """今年上半年实施发射 in February: is a deed told of a time that has only begun, or of later?"""
    if mood not in AS_IS or day is None:
        return False
    years = _STRETCH.fullmatch(date)
    if years:
        return mood != "done" and int(years[1]) >= day.year
    part = _PART.fullmatch(date)
    last = (_HALVES.get(part["half"]) or 3 * int(part["quarter"])) if part else 0
    return part is not None and (int(part["year"]), last) > (day.year, day.month)


def gone_on(made: Clause, day: dt.date | None) -> Clause:
    """“十四五”时期持续加快建设 in its last year: what went on for years that are over, or up to now, is past."""
    if made.mood not in _GOES_ON or day is None:
        return made
    years = _YEARS_UP_TO.fullmatch(made.date)
    over = years is not None and int(years["last"] or 0) <= day.year
    return replace(made, mood="done") if over else made


_GOES_ON: frozenset[Mood] = frozenset({"neutral", "underway"})
_YEARS_UP_TO = re.compile(r"지난 \d+년간|\d{4}년 이후|\d{4}~(?P<last>\d{4})년")


def _against_its_like(found: Clause, date: str) -> Clause | None:
    """“十四五”期间新建34项，同比增长89%: years are held against as many before them; None where none are such."""
    if not _YEARS_UP_TO.fullmatch(date) or not _YEAR_BEFORE.search(found.korean):
        return found
    years = _STRETCH.fullmatch(date)
    if years is None:
        return None
    against = f"직전 {int(years[2]) - int(years[1]) + 1}년 대비"
    return replace(found, korean=_YEAR_BEFORE.sub(against, found.korean), stem=_YEAR_BEFORE.sub(against, found.stem))


_YEAR_BEFORE = re.compile("전년(?: 동기)? 대비")


def in_its_time(heard: Heard, found: Clause, mood: Mood, words: Sequence[Token]) -> Clause | None:
    """A figure without a date in the time that the text has named before; None where it cannot be told of it."""
    timed = _in_its_time(heard, found, mood, words)
    return _against_its_like(timed, timed.date or heard.context.date) if timed else None


def _in_its_time(heard: Heard, found: Clause, mood: Mood, words: Sequence[Token]) -> Clause | None:
    found = _so_far(heard, found, mood, words)
    counted = heard.place == "news" and is_counted(words)
    own = found.date or heard.context.date
    if counted and mood == "expected" and not own and reviews_at(heard.page, words[0].start):
        # 预计突破15万亿元 in a review of last year: reckoned to have come about, which 전망 does not say.
        return None
    foreseen = mood == "expected" or heard.aim == "expected"
    if counted and foreseen and heard.page.date and _YEAR.match(own) and int(own[:4]) < heard.page.date.year:
        # 2024年产值预计增长5% a year later: reckoned, and no more foreseen.
        return None
    if counted and not (heard.aim or own) and _is_of_other_years(heard, words):
        return None
    if counted and mood in OPEN and not heard.aim and _is_year_begun(heard, own):
        return None
    if not counted and heard.place == "news":
        of_then = _of_last_year(heard, found, mood, words[0].start)
        if of_then is None:
            return None
        found = of_then
    if not counted or mood in LASTING or heard.aim or found.mood or found.date:
        return found
    if heard.context.date:
        stock = heard.said and found.shape == "figure" and is_stock(heard.context.date, heard.page, words)
        return None if stock else found
    time = time_of(heard.page, words[0].start)
    if time is None:
        return _compared(heard, found, words[0].start)
    if heard.said and has_own_span(heard.page, words[0].start):
        return found
    if not holds_for(time, heard.page, words) or any(word.zh.startswith(_IN_ALL) for word in words):
        # 能耗累计下降17%: since when, the year of the report does not say.
        return None
    if _is_running(heard, time.korean) and _MOVED.search(found.korean):
        return None
    heard.year = time.year
    return replace(found, date=time.korean)


def _so_far(heard: Heard, found: Clause, mood: Mood, words: Sequence[Token]) -> Clause:
    """今年已批准10款: of a year that is not over, so many up to now."""
    already = any(word.zh.startswith("已") for word in words)
    date = found.date or heard.context.date
    running = already and mood == "done" and heard.place == "news" and _is_running(heard, date)
    return replace(found, date=f"{date} 들어") if running and not heard.said else found


def _is_running(heard: Heard, date: str) -> bool:
    """今年，甲发布。投资增长47%: over how much of a year that is not over, if another sentence names the year?"""
    return heard.page.date is not None and date == f"{heard.page.date.year}년"


_IN_ALL = tables.words(__package__, "in_all")
_OF_A_TIME = ("act", "event", "publish")
"""Clauses that tell what was done or came about."""


def _of_last_year(heard: Heard, found: Clause, mood: Mood, at: int) -> Clause | None:
    """加快财政支出进度 in a report's review: of the year that it looks back on, and no task of its own year.

    在过去的一年，甲。乙实现丙: in news a deed is of the time that its paragraph has named, or None.
    """
    if found.date or found.mood or heard.aim or heard.speech or (heard.context.date and not heard.said):
        return found
    review = reviews_at(heard.page, at)
    if mood not in (UNTIMED if review else AS_IS):
        return found
    time = time_of(heard.page, at)
    if time is not None and not review and not heard.said and found.shape in _OF_A_TIME:
        if has_own_span(heard.page, at):
            return found
        if not time.korean:
            return None
        heard.year = time.year
        return replace(found, date=time.korean, mood="done")
    if time is None or time.year is None or not review:
        return found
    if heard.said:
        return replace(found, mood="done") if heard.context.date == time.korean else found
    heard.year = time.year
    return replace(found, date=time.korean, mood="done")


def _is_of_other_years(heard: Heard, words: Sequence[Token]) -> bool:
    """年均增长5%: of which years, another sentence says, and whether they are over."""
    at = words[0].start
    return is_yearly(words) and time_of(heard.page, at) is None and not planned_at(heard.page, at)


def _is_year_begun(heard: Heard, date: str) -> bool:
    """今年新增30个 on a page of January: what is meant to come about as well as what has."""
    day = heard.page.date
    return day is not None and day.month <= EARLY and date == f"{day.year}년"


def _compared(heard: Heard, found: Clause, at: int) -> Clause | None:
    """A figure that is held against the year before, with the months or the year that it is of."""
    against = "" if heard.said else is_compared(heard.page, at)
    if not against:
        moved = not heard.said and _MOVED.search(found.korean) and not _HELD.search(found.korean)
        if not moved:
            return found
        near = compared_time(heard.page, at)
        if _is_running(heard, near):
            return None
        # 机械化率提高近15个百分点: over which time, a sentence further up has said.
        return replace(found, date=near) if near or named_time(heard.page, at) == "" else None
    when = compared_time(heard.page, at) or (compared_year(heard.page, at) if against == "year" else "")
    if against == "year" and not when:
        # 总量达甲，比上年增长6%: of which year?
        return None
    return replace(found, date=when)
