"""Days and months that are said without what they belong to: 8日 for a day of this month, 前5个月 of this year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from donghyang.language.numerals_zh import read_zh
from donghyang.records import Period

_FIRST_MONTHS = re.compile("(?<![年])前([0-9]{1,2}|[一二三四五六七八九十]{1,2})个?月")
_DAY = re.compile(
    "(?<![0-9０-９月年.．—~～至到-])(?<!每)(?<!近)(?<!前)([0-9]{1,2})日(?![元均本常益程夜历产内瓦游之间至到—~～-]|以[内来上]|报(?!道))"
)
_DAYS = re.compile("(?<![0-9月年.．—~～至到-])([0-9]{1,2})日?(?:至|到|[—~～-]{1,2})([0-9]{1,2})日(?![元均内以])")
"""14日至16日, of this month."""
_DECADE = re.compile("上个?世纪([二三四五六七八九]十|[2-9]0)年代")
_CENTURY = 100
_AHEAD = ("将于", "将在", "定于", "计划于", "预计", "至", "到")
"""Right before a day that is to come."""
_MOST_DAYS = 31


def further_periods(text: str, date: dt.date | None) -> Iterator[Period]:
    """The days and months of a Chinese text whose month or year is that of the text; none for a text without a day."""
    if date is None:
        return
    for found in _FIRST_MONTHS.finditer(text):
        last = int(found[1]) if found[1].isascii() else int(read_zh(found[1]) or 0)
        if 1 < last <= 12:
            yield Period(found[0], *found.span(), f"{date.year}-01", f"{date.year}-{last:02}")
    for found in _DECADE.finditer(text):
        first = (date.year // _CENTURY - 1) * _CENTURY + int(read_zh(found[1]) or found[1])
        yield Period(found[0], *found.span(), str(first), str(first + 9))
    for found in _DAYS.finditer(text):
        begin, end = (_day(int(day), date, ahead=_is_ahead(text, found.start())) for day in found.groups())
        if begin is not None and end is not None and begin < end:
            yield Period(found[0], *found.span(), begin.isoformat(), end.isoformat())
    for found in _DAY.finditer(text):
        day = int(found[1])
        if 1 <= day <= _MOST_DAYS:
            value = _day(day, date, ahead=_is_ahead(text, found.start()))
            if value is not None:
                yield Period(found[0], *found.span(), value.isoformat(), None)


def _is_ahead(text: str, start: int) -> bool:
    return text.endswith(_AHEAD, 0, start)


def _day(day: int, date: dt.date, *, ahead: bool) -> dt.date | None:
    """The day of the month of `date`, of the month before where it would lie ahead; None where there is no such day."""
    month = date if day <= date.day or ahead else date.replace(day=1) - dt.timedelta(days=1)
    try:
        return month.replace(day=day)
    except ValueError:
        return None
