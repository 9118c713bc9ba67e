"""Dates and periods in Chinese and Korean text: what they look like, and what they mean from a given day.

A stretch of time is written in a pattern of one language (`dates_zh`, `dates_ko`) with the same named parts; this
module turns the parts into ISO 8601. Five-year plans are counted from the first (1953); the third began in 1966.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from donghyang.language.dates_office import SHAPE as POINTS_SHAPE
from donghyang.language.dates_office import TAIL_SHAPE as POINTS_TAIL
from donghyang.language.lone_days import LONE_DAY
from donghyang.language.numerals_ko import read_ko
from donghyang.language.numerals_zh import read_zh
from donghyang.language.patterns import lazily

YEAR = r"(?:[12][0-9]{3}|[１２][０-９]{3}|[一二][〇零○一二三四五六七八九]{3}|['’‘＇´`][0-9]{2}|0[0-9](?=년))"
DAY = (
    r"(?:3[01]|[12][0-9]|0?[1-9](?![0-9])|３[０１]|[１２][０-９]|[１-９]"
    r"|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
)
MONTH = r"(?:1[0-2]|0?[1-9](?![0-9])|１[０-２]|[１-９]|十[一二]?|[一二三四五六七八九])"

DATE_SHAPE = lazily(
    rf"""
    # 2023年2月20日, 2月3日, 5月, 30日; a year of four digits, never 500年
      {YEAR}\ ?(?:年[代度]?|년[도대]?)(?:\ ?{MONTH}\ ?(?:月份?|월)(?:\ ?{DAY}\ ?[日号號일])?)?
    | [0-9]{{2}}년\ ?(?=말|초|도|[상하]반기|[1-4]분기|1?[0-9]월)
    | (?:{MONTH}\ ?(?:[-–—~～∼至到]|월부터)\ ?)?{MONTH}\ ?(?:月份?|월)(?:\ ?{DAY}\ ?[日号號일])?(?!호)
    | {DAY}\ ?[日号號](?!元|圆|圓)
    | {LONE_DAY}
    | {POINTS_SHAPE}
    # 9시 31분, 20点15分
    | [0-9]{{1,2}}\ ?(?:시(?![간장범설스도작민청각험점])|[时時])(?:\ ?[0-9]{{1,2}}[분分])?
    | [0-9]{{1,2}}[点點](?:[0-9]{{1,2}}分)?(?![0-9])
    # 2023-02-06, 2023.2.6, 2023/2/6
    | [12][0-9]{{3}}\ ?(?P<mark>[-./])\ ?{MONTH}(?P=mark)\ ?(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])(?:{POINTS_TAIL})?
    """,
    re.VERBOSE,
)
"""What the digits of a date look like, so that they are not taken for quantities."""

_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_QUARTERS = 4
_STILL_TOLD = 2
"""In the first months of a year the fourth quarter is the one just over."""
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 5} | dict(
    zip("월화수목금토일", range(7), strict=True)
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year, or a stretch of them, as precise as the text is."""

    year: int
    month: int | None = None
    day: int | None = None
    last_month: int | None = None
    """The last month of a quarter, half-year or plan."""
    last_year: int | None = None
    time: str | None = None

    def first(self) -> str:
        """ISO 8601 of the beginning."""
        return _iso(self.year, self.month, self.day) + (f"T{self.time}" if self.time else "")

    def last(self) -> str | None:
        """ISO 8601 of the end, None for a single day, month or year."""
        if self.last_month is not None:
            return _iso(self.last_year or self.year, self.last_month, None)
        if self.last_year is not None:
            return _iso(self.last_year, None, None)
        return None


def _iso(year: int, month: int | None, day: int | None) -> str:
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


def number(printed: str) -> int:
    """A year, month or day in digits or characters; the caller has matched it."""
    plain = printed.translate(_WIDTH).strip("'’‘＇´` ")
    if plain.isdigit() and plain.isascii():
        value = int(plain)
        return value + (2000 if value < 70 else 1900) if printed[:1] in ("'", "’", "‘", "＇", "´", "`") else value
    read = read_zh(plain)
    return int(read) if read is not None else 0


def full_year(printed: str) -> int:
    """The year of 2024, '24, 24 and 98."""
    value = number(printed)
    return value + (2000 if value < 70 else 1900) if value < 100 else value


def plan_years(ordinal: int) -> tuple[int, int]:
    """First and last year of China's n-th five-year plan; (0, 0) for numbers no plan has."""
    if ordinal in (1, 2):
        return 1953 + 5 * (ordinal - 1), 1957 + 5 * (ordinal - 1)
    if 3 <= ordinal <= 20:
        return 1966 + 5 * (ordinal - 3), 1970 + 5 * (ordinal - 3)
    return 0, 0


def resolve(parts: dict[str, str | None], day: dt.date | None, year: int | None) -> Moment | None:
    """What the named parts of a date mean, read on `day`; None when that cannot be known.

    `year` is the year the sentence has named before, for months and days that stand without one. A month or day without
    any year is taken in the year of `day`, in the one before when it would lie more than nine months ahead.
    """
    if parts.get("plan"):  # the names of the parts are those of the patterns
        first, last = plan_years(number(parts["plan"] or ""))
        if not first:
            return None
        edge = parts.get("plan_part") or ""
        if edge in ("末", "말", "期末"):
            return Moment(last)
        return Moment(first) if edge in ("初", "초") else Moment(first, last_year=last)
    if parts.get("decade"):
        start = number(parts["decade"] or "")
        start += (100 * (number(parts["century"] or "") - 1)) if parts.get("century") else (1900 if start < 100 else 0)
        return Moment(start, last_year=start + 9)
    if parts.get("shift_quarter") is not None:
        return None if day is None else _quarter(day.year * 4 + (day.month - 1) // 3 + int(parts["shift_quarter"] or 0))
    if parts.get("shift_day") is not None:
        return None if day is None else _day(day + dt.timedelta(days=int(parts["shift_day"] or 0)))
    if parts.get("weekday"):
        if day is None:
            return None
        monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=int(parts.get("shift_week") or 0))
        return _day(monday + dt.timedelta(days=_WEEKDAYS[parts["weekday"] or ""]))
    if parts.get("recent"):
        if day is None:
            return None
        span = int(read_zh(parts["recent"] or "") or 0)
        ahead = parts.get("ahead")
        return Moment(day.year, last_year=day.year + span) if ahead else Moment(day.year - span, last_year=day.year)
    return _calendar(parts, day, year)


def _quarter(count: int) -> Moment:
    """The quarter with that number, counted from the first of the year 0."""
    year, quarter = divmod(count, 4)
    return Moment(year, quarter * 3 + 1, last_month=quarter * 3 + 3)


def _day(day: dt.date) -> Moment:
    return Moment(day.year, day.month, day.day)


def _calendar(parts: dict[str, str | None], day: dt.date | None, year: int | None) -> Moment | None:
    if parts.get("lone_day"):
        return None if day is None else _lone_day(parts, day)
    month = number(parts["month"] or "") if parts.get("month") else None
    date = number(parts["day"] or "") if parts.get("day") else None
    if parts.get("shift_month") is not None:
        if day is None:
            return None
        years, months = divmod(day.year * 12 + day.month - 1 + int(parts["shift_month"] or 0), 12)
        return _checked(Moment(years, months + 1, date))
    stated = _year(parts, day)
    if stated is None and parts.get("shift_year") is not None:
        return None
    said = stated is not None or year is not None or parts.get("next")
    if stated is None:
        stated = _turned(parts, day, month) or (year if year is not None else _nearest(day, month))
    if stated is None:
        return None
    if month is not None:
        return _checked(Moment(stated, month, date, time=_time(parts)))
    if parts.get("months_to"):
        return _months(parts, stated, None if said else day)
    if parts.get("quarter"):
        quarter = number(parts["quarter"] or "")
        if quarter == _QUARTERS and not (said or parts.get("past")) and day is not None and day.month <= _STILL_TOLD:
            stated -= 1
        last = number(parts["quarter_to"] or "") if parts.get("quarter_to") else quarter
        return Moment(stated, quarter * 3 - 2, last_month=last * 3)
    if parts.get("quarters"):
        return Moment(stated, 1, last_month=number(parts["quarters"] or "") * 3)
    if parts.get("half"):
        late = parts["half"] in ("下", "하")
        return Moment(stated, 7 if late else 1, last_month=12 if late else 6)
    if parts.get("edge") in ("底", "末", "말"):
        return Moment(stated, 12)
    return Moment(stated)


def _months(parts: dict[str, str | None], stated: int, day: dt.date | None) -> Moment:
    """The months from one to another; those of a winter (12~3월) end in the next year. With a `day`, which no year was
    said for, they are those of the winter it lies in, else of the next one, of the last one when they are past."""
    first, last = number(parts.get("months") or "1"), min(12, number(parts["months_to"] or ""))
    if last >= first:
        return Moment(stated, first, last_month=last)
    if day is not None:
        stated = day.year - (day.month <= last or (parts.get("past") is not None and day.month < first))
    return Moment(stated, first, last_month=last, last_year=stated + 1)


def _turned(parts: dict[str, str | None], day: dt.date | None, month: int | None) -> int | None:
    """The year of 지난 3분기 and 오는 3월: the last that is over, the next to come; None without such a word."""
    if day is None or not (parts.get("past") or parts.get("next")):
        return None
    last = month
    if parts.get("quarter"):
        last = number(parts.get("quarter_to") or parts["quarter"] or "") * 3
    elif parts.get("half"):
        last = 12 if parts["half"] in ("下", "하") else 6
    elif parts.get("months_to"):
        last = number(parts["months_to"] or "")
    if last is None:
        return None
    if parts.get("past"):
        return day.year if last < day.month or (last == day.month and parts.get("day")) else day.year - 1
    return day.year if last >= day.month else day.year + 1


def _lone_day(parts: dict[str, str | None], day: dt.date) -> Moment | None:
    """A day without a month: that of its weekday (15일(금)), the next one when it is said to come, the nearest one
    where a stretch begins or ends with it (19일부터), else the one just passed."""
    date = int((parts["lone_day"] or "").rstrip("일"))
    time = _time(parts)
    months = [moment for ahead in (0, 1, -1) if (moment := _day_of(day, ahead, date, time)) is not None]
    if parts.get("of_week"):
        weekday = _WEEKDAYS[parts["of_week"] or ""]
        if told := [moment for moment in months if _date(moment).weekday() == weekday]:
            return _closest(told, day)
    if parts.get("open_day") and not (parts.get("coming") or parts.get("gone")):
        return _closest(months, day) if months else None
    coming = parts.get("coming")
    ahead = 1 if coming and date < day.day else -1 if not coming and date > day.day else 0
    return _day_of(day, ahead, date, time)


def _closest(months: list[Moment], day: dt.date) -> Moment:
    return min(months, key=lambda moment: abs((_date(moment) - day).days))


def _day_of(day: dt.date, ahead: int, date: int, time: str | None) -> Moment | None:
    """That date in the month of `day`, or so many months ahead; None when that month has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + ahead, 12)
    return _checked(Moment(year, month + 1, date, time=time))


def _date(moment: Moment) -> dt.date:
    return dt.date(moment.year, moment.month or 1, moment.day or 1)


def _year(parts: dict[str, str | None], day: dt.date | None) -> int | None:
    if parts.get("year"):
        printed = parts["year"] or ""
        return full_year(printed)
    if parts.get("spelled"):
        value = read_ko(parts["spelled"] or "")
        return int(value) if value is not None and 1900 <= value < 2100 else None
    if parts.get("shift_year") is not None and day is not None:
        return day.year + int(parts["shift_year"] or 0)
    return None


def _nearest(day: dt.date | None, month: int | None) -> int | None:
    if day is None:
        return None
    if month is not None and month - day.month > 9:
        return day.year - 1
    return day.year + 1 if month is not None and day.month - month > 10 else day.year


def _checked(moment: Moment) -> Moment | None:
    """The moment, None when the calendar has no such day."""
    if moment.day is None or moment.month is None:
        return moment if moment.month is None or 1 <= moment.month <= 12 else None
    if not 1 <= moment.year <= 9999 or not 1 <= moment.month <= 12:
        return None
    return moment if moment.day <= calendar.monthrange(moment.year, moment.month)[1] else None


def _time(parts: dict[str, str | None]) -> str | None:
    if not parts.get("hour"):
        return None
    hour, minute = number(parts["hour"] or ""), number(parts["minute"] or "") if parts.get("minute") else None
    hour += 12 if parts.get("noon") in ("오후", "下午", "晚上", "晚") and hour < 12 else 0
    if hour > 24 or (minute or 0) > 59:
        return None
    return f"{hour:02}:{minute or 0:02}" if minute is not None else f"{hour:02}"
