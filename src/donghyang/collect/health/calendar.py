"""The days on which sites of China publish: no weekends, and none of the public holidays."""

from __future__ import annotations

import datetime as dt
from functools import cache
from itertools import accumulate

from donghyang.language import tables

_WEEKDAYS = 5
_FIRST = 1995
"""Before it the web had no pages (read/days.py)."""


def is_working(day: dt.date) -> bool:
    """Whether a day is one on which something may be expected of a source.

    Weekends that are worked for a holiday are none: few sites publish on them.
    """
    return day.weekday() < _WEEKDAYS and day not in _holidays(day.year)


def working_days(after: dt.date, upto: dt.date) -> int:
    """How many working days lie behind `after`, up to `upto` and with it; 0 where it is no later."""
    return max(0, _before(upto) + is_working(upto) - _before(after) - is_working(after))


def _before(day: dt.date) -> int:
    """Working days from the first known year to the day before `day`."""
    return _years(day.year) + _counts(day.year)[day.timetuple().tm_yday - 1]


@cache
def _years(upto: int) -> int:
    return sum(_counts(year)[-1] for year in range(_FIRST, upto))


@cache
def _counts(year: int) -> tuple[int, ...]:
    """How many working days of a year lie before each of its days, and before the next year."""
    days = [dt.date(year, 1, 1) + dt.timedelta(days=number) for number in range(366)]
    return tuple(accumulate((is_working(day) for day in days if day.year == year), initial=0))


@cache
def _holidays(year: int) -> frozenset[dt.date]:
    """The free days of a year: those of the notices, where one has told any, else those that are expected."""
    told = [day for day in _days("holidays.tsv") if day.year == year]
    return frozenset(
        told if len(told) >= _TOLD else (*told, *(day for day in _days("expected.tsv") if day.year == year))
    )


_TOLD = 10
"""Free days of a year that a notice gives at the least; one alone may be that of the year before, at the turn."""


@cache
def _days(name: str) -> tuple[dt.date, ...]:
    """The days of all spans of a table."""
    spans = ((dt.date.fromisoformat(first), dt.date.fromisoformat(last)) for first, last, *_ in _rows(name))
    return tuple(
        first + dt.timedelta(days=number) for first, last in spans for number in range((last - first).days + 1)
    )


def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    return tables.read(__package__, name)
