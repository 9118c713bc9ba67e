"""What 전월, 전분기 and 전년 are counted from: the period that is spoken of, not the day of the text.

2023년 4분기 … 전년동기 is 2022, and 6월 … 전월 is May whenever the text was written. The nearest period before the word
in its line is what it speaks of; without one there, what all lines before speak of. Where those differ, nobody
can say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from donghyang.language.patterns import lazily
from donghyang.records import Message, Period

UNCLEAR = Message("어느 때를 기준으로 하는지 분명하지 않음", "what it is counted from is not clear")

_BEFORE = lazily(r"전(?:년|월|분기)|직전 분기|上(?:年|季度|个季度)")
_SIZES = {"년": "year", "年": "year", "월": "month", "기": "quarter", "度": "quarter"}
_COMPARED = lazily(
    r"[말초]?(?:\ ?[(（][^()（）\n]{1,30}[)）])?\ ?(?:대비|보다|에 비[해하]|이후|이래|부터|까지|수준|以来|相比|比)"
    r"|\ ?(?:연쇄|불변|가격|기준년|= ?100)|[가-힣 ]{1,10} ?(?:이후|이래)"
)
"""Behind a period that is compared with, or from which something counts: it is not what is spoken of."""
_AS_OF = lazily(r"\ ?(?:현재|기준|기준으로)")
_MOVING = lazily(
    r"(?:전|직전|上)|최근|지난 ?[0-9]|앞으로|향후|과거|오늘|금일|어제|내일|이번 주|지난주|다음 주"
    r"|最近|近|过去|未来|今天|昨"
)
"""Periods that are themselves counted from another, or from the day of the text."""
_BACK = 40
"""How many periods before the word are looked at."""

Reader = Callable[[str, dt.date], Period | None]


def anchored(text: str, periods: list[Period], date: dt.date | None, read: Reader) -> list[Period]:
    """The periods, those of a year, month or quarter before counted from what is spoken of; `read` reads one by a day.

    One that has several to be counted from has no value and a problem.
    """
    if not any(_BEFORE.match(period.text) for period in periods):
        return periods
    told: list[Period] = []
    placed = []
    line = seen = 0
    for period in periods:
        line = max(line, text.rfind("\n", seen, period.start) + 1)
        seen = period.start
        if _BEFORE.match(period.text) is None:
            if _is_spoken_of(text, period, date):
                told.append(period)
            placed.append(period)
            continue
        placed.append(_placed(period, told[: -_BACK - 1 : -1], line, date, read))
    return placed


def _placed(period: Period, told: list[Period], line: int, date: dt.date | None, read: Reader) -> Period:
    """The period counted from one of those `told` before it, the nearest first; its line begins at `line`."""
    word = _BEFORE.match(period.text)
    size = _SIZES[word[0][-1]] if word else "year"
    near = [day for one in told if one.start >= line and (day := _day_in(one, size))]
    if near:
        return _counted(period, read(period.text, near[0]))
    if size == "month" and any(one.start >= line and len(one.value or "") == 4 for one in told):
        return replace(period, value=None, high=None, problem=UNCLEAR)
    far = {_unit(day, size) for one in told if (day := _day_in(one, size))}
    if not told and date is not None:
        far.add(date)
    if len(far) > 1 or (told and not far):
        return replace(period, value=None, high=None, problem=UNCLEAR)
    return _counted(period, read(period.text, far.pop())) if far else period


def _counted(period: Period, read: Period | None) -> Period:
    return replace(period, value=read.value, high=read.high, problem=read.problem) if read else period


def _is_spoken_of(text: str, period: Period, date: dt.date | None) -> bool:
    """Whether a period may be what the sentence speaks of; a single day is when something was said or done, and an end
    to come is a deadline."""
    if not period.value or period.high == ".." or _MOVING.match(period.text) or _COMPARED.match(text, period.end):
        return False
    if period.text.endswith(("까지", "전")) and (date is None or period.value[:4] > str(date.year)):
        return False
    day = len(period.value) > 7 and period.high is None
    return not day or _AS_OF.match(text, period.end) is not None


def _day_in(period: Period, size: str) -> dt.date | None:
    """A day in the period, where it is no longer than the year, quarter or month that lies before; else None."""
    value, high = period.value or "", period.high or period.value or ""
    first, last = _parts(value), _parts(high)
    if first[0] != last[0]:
        return None
    if size != "year" and (not first[1] or not last[1]):
        return None
    if size == "month" and first[1] != last[1]:
        return None
    if size == "quarter" and ((first[1] - 1) // 3 != (last[1] - 1) // 3 or last[1] - first[1] == 1):
        return None
    return dt.date(first[0], first[1] or 1, 1)


def _parts(iso: str) -> tuple[int, int]:
    return int(iso[:4]), int(iso[5:7] or 0)


def _unit(day: dt.date, size: str) -> dt.date:
    month = 1 if size == "year" else day.month if size == "month" else (day.month - 1) // 3 * 3 + 1
    return dt.date(day.year, month, 1)
