"""The day beside an entry of a list, in every way that lists write it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from donghyang.language import tables
from donghyang.read import days
from donghyang.read.published import elsewhere, labelled

_PARTS = (
    # 18 2024-04 | 18 2024年4月: the day large, year and month below it
    re.compile(r"(?<![\d./-])(?P<day>\d{1,2})日?\s+(?P<year>20\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*月?(?![\d-])"),
    # 2024-04 18 | 2024.04 / 18
    re.compile(
        r"(?<!\d)(?P<year>20\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*月?\s+[/|]?\s*(?P<day>\d{1,2})日?(?![\d./:-])"
    ),
    # 04-18 2024 | 04/18 2024 | 4月18日 2024年
    re.compile(
        r"(?<![\d./-])(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})日?\s+(?P<year>20\d\d)(?!\s*[-/.]?\d|年\d)"
    ),
    # 2024 04-18 | 2024年 04/18
    re.compile(r"(?<!\d)(?P<year>20\d\d)年?\s+(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})日?(?![\d./-])"),
)
_SHORT = re.compile(
    r"""
      (?<![\d./:年-])(?P<month>0?[1-9]|1[0-2])\s*(?:[-/.]|月)\s*(?P<day>0?[1-9]|[12]\d|3[01])日?(?![\d./:%-]|[亿万个家项])
    | (?<![\d./-])(?P<day2>0?[1-9]|[12]\d|3[01])\s+(?P<month2>0?[1-9]|1[0-2])月
    """,
    re.VERBOSE,
)
"""A day without its year: 04-18, [4/18], 4月18日, the day large with its month below it."""
_AGO = re.compile(r"(?<!\d)(\d{1,2})\s*(?:天前|일 ?전)")
_HOURS = re.compile(r"(?<!\d)\d{1,2}\s*(?:(?:小时|分钟|秒)前|(?:시간|분|초) ?전)")
_UNORDERED = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)(?![\d-])")
_MONTHS = 12
_LATE = dt.timedelta(days=31)
"""An article is put up at the latest so long after its page was made."""
_AHEAD = dt.timedelta(days=2)
"""A day without a year that lies further ahead than that is one of the year before; clocks and zones differ."""


def beside(text: str, day: dt.date | None = None, named: dt.date | None = None) -> dt.date | None:
    """The day that the words beside an entry write, else the day `named` in its address; None without either.

    One without its year has that of the address, else it is the last such day up to `day`, on which the page was
    fetched; where neither is known it is not guessed.
    """
    if told := labelled(text):
        return told
    others = elsewhere(text)
    for found in days.find(text):
        if (not found.short or _alone(text, found)) and found.day not in others:
            return found.day
    for form in _PARTS:
        if (parts := form.search(text)) and (made := _made(parts["year"], parts["month"], parts["day"])):
            return made
    if named is not None:
        return _closest(text, named)
    return None if day is None else _near(text, day)


def _closest(text: str, named: dt.date) -> dt.date:
    """The day without its year that lies close to the one that an address names, else that one."""
    for found in _SHORT.finditer(text):
        month, number = found["month"] or found["month2"], found["day"] or found["day2"]
        for year in (named.year, named.year + 1):
            made = _made(str(year), month, number)
            if made is not None and dt.timedelta(0) <= made - named <= _LATE:
                return made
    return named


def month_first(texts: Iterable[str]) -> bool | None:
    """Whether the rows of a list write the month before the day (05/18/2031), as those show whose second number is no
    month; None where none shows it, or they differ."""
    found = [(int(one), int(two)) for text in texts for one, two, _ in _UNORDERED.findall(text)]
    first, second = any(two > _MONTHS for _, two in found), any(one > _MONTHS for one, _ in found)
    return first if first != second else None


def ordered(text: str, first: bool | None) -> dt.date | None:
    """The day that a text writes with its year last, in the order that its list has; None without one."""
    parts = _UNORDERED.search(text)
    if parts is None or first is None:
        return None
    one, two, year = parts.groups()
    return _made(year, one, two) if first else _made(year, two, one)


def only(text: str) -> dt.date | None:
    """The day that a text is, with nothing beside it; None for any other text."""
    return next((found.day for found in days.find(text) if _alone(text, found)), None)


def heading(text: str) -> str | None:
    """The day that a text is, as a heading over rows writes it: "5月20日 星期二", "今天"; None for any other text."""
    bare = _WEEKDAY.sub(" ", text).strip()
    short = _SHORT.fullmatch(bare) is not None or any(bare == word for word, _ in _words())
    return bare if short or only(bare) is not None else None


def has_year(text: str) -> bool:
    """Whether a text writes a day with its year."""
    return next(days.find(text), None) is not None or any(form.search(text) for form in _PARTS)


def year(text: str) -> str | None:
    """The year, or year and month, that a text is as a heading over rows ("2030年", "2030年5月"); None for any
    other text."""
    found = _YEAR.fullmatch(text.strip())
    return text.strip() if found and found[2] else found[1] if found else None


def is_number(text: str) -> bool:
    """Whether a text writes the day of a month and no month: 18日."""
    return _NUMBER.search(text) is not None and not _SHORT.search(text)


_NUMBER = re.compile(r"(?<![\d月./-])(?:0?[1-9]|[12]\d|3[01])\s*[日号]")
_WEEKDAY = re.compile(r"[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?|[월화수목금토일]요일|[A-Z][a-z]{2,5}day")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*(?:年度?|년|[-./](?=\d))?\s*(\d{1,2}月?)?")


def _alone(text: str, found: days.Written) -> bool:
    """Whether a day in eight digits, or with a year of two, has nothing beside it: then it is one."""
    return not re.search(r"\w", text[: found.start] + text[found.end :])


def _near(text: str, day: dt.date) -> dt.date | None:
    for found in _SHORT.finditer(text):
        month, number = found["month"] or found["month2"], found["day"] or found["day2"]
        for year in (day.year, day.year - 1):
            made = _made(str(year), month, number)
            if made is not None and made <= day + _AHEAD:
                return made
    ago = _ago(text)
    return None if ago is None else day - dt.timedelta(days=ago)


def is_short(text: str) -> bool:
    """Whether the words write a day without its year."""
    return bool(_SHORT.search(text)) or is_ago(text)


def is_ago(text: str) -> bool:
    """Whether the words say how long ago a day was: 3天前, 昨天, 2시간 전."""
    return _ago(text) is not None


def _ago(text: str) -> int | None:
    """How many days ago the words say that it was (3天前, 昨天, 2시간 전), None where they do not."""
    if found := _AGO.search(text):
        return int(found[1])
    if _HOURS.search(text):
        return 0
    return next((int(days) for word, days in _words() if word in text), None)


def _words() -> tuple[tuple[str, ...], ...]:
    return tables.read("donghyang.collect.sources", "ago.tsv")


def _made(year: str, month: str, day: str) -> dt.date | None:
    return days.made(int(year), int(month), int(day))
