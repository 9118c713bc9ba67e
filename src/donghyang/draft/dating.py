"""The day that an article is of: what its lead or its page's opening names."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from donghyang.draft.sentences import first_sentence
from donghyang.records import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.selection import Said
    from donghyang.records import Fact, PageText

_RECENT_DAYS = 45
_JUST_NOW = dt.timedelta(days=3)
"""How far back a day may lie that the lead does not name, if it is to be that of the lead."""
_SOON = dt.timedelta(days=14)
"""A day so near ahead is that of the event itself; what is to hold from a later one is news of the page's day."""
_FULL_DATE = len("2023-02-06")
_OPENS_ON_DAYS = re.compile(r"\d{1,2}월 \d{1,2}일?~")
_OPENS_ON = re.compile(r"(\d{1,2})월 (\d{1,2})일 ")


def event_date(
    page: PageText, facts: Sequence[Fact], lead: Said | None, limit: dt.date, otherwise: dt.date | None
) -> dt.date | None:
    """The day that the lead names, None where it is no recent one or one of several; else that of its page's opening.

    `otherwise`: where neither names one.

    `limit`: the day on which the page speaks; none behind it is the event's.
    """
    if lead and _OPENS_ON_DAYS.match(lead.korean):
        # 5월 7~9일 …: the lead says it, and more than brackets behind it would.
        return None
    end = page.text.find("\n") if "\n" in page.text else len(page.text)
    days = [
        # A day may have its hour behind it.
        (fact.start, dt.date.fromisoformat((fact.value or "")[:_FULL_DATE]))
        for fact in facts
        if isinstance(fact, Period) and len(fact.value or "") >= _FULL_DATE
    ]
    recent = dt.timedelta(days=_RECENT_DAYS)
    first, last = lead.phrase.span if lead else first_sentence(page.text)
    named = [day for at, day in days if first <= at < last]
    if named and not all(day > limit + _SOON for day in named):
        return next((day for day in named if dt.timedelta() <= limit - day <= recent), None)
    told = _OPENS_ON.match(lead.korean) if lead else None
    if told and not named:
        # 24日 on a page of that month.
        short = dt.date(limit.year, int(told[1]), int(told[2]))
        if dt.timedelta() <= limit - short <= recent:
            return short
    opening = (day for at, day in days if at <= end and dt.timedelta() <= limit - day <= _JUST_NOW)
    return next(opening, otherwise)


def without_day(text: str, day: dt.date | None) -> str:
    """A lead without the very day that stands in brackets behind it, where it opens with that."""
    return text.removeprefix(f"{day.month}월 {day.day}일 ") if day else text
