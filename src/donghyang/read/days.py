"""The days that a text writes, in every form that pages use: 2023年4月18日, 2023-4-18, 20230418, 二〇二三年四月十八日,
18/4/2023, Apr 18, 2023."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.language.numerals_zh import read_zh

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDE = str.maketrans("０１２３４５６７８９／－．：Ｏ", "0123456789/-.:〇")
MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
"""English months as alternatives of a pattern."""
NUMERIC = r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}"
"""What looks like a day in numbers, for patterns of lines that have one; `find` knows whether it is a day."""
_MONTH = rf"(?:{MONTHS})[a-z]*\.?"
ENGLISH = rf"{_MONTH} \d{{1,2}},? \d{{4}}"
"""The same in English."""
_NUMBERS = {name: number for number, name in enumerate(MONTHS.lower().split("|"), 1)}
_ZH = "一二三四五六七八九"
_FORM = re.compile(
    rf"""
      (?<!\d)(?P<year>(?:19|20)\d\d)(?:\s*年\s*|\s*[-/.—]\s*|\s+)
      (?P<month>\d{{1,2}})(?:\s*月\s*|\s*[-/.—]\s*)(?P<day>\d{{1,2}})(?!\d)(?:\s*[日号號])?
    | (?<!\d)(?P<year8>(?:19|20)\d\d)(?P<month8>\d\d)(?P<day8>\d\d)(?!\d)
    | (?P<year_zh>[一二][〇零○{_ZH}]{{3}})\s*年\s*
      (?P<month_zh>[{_ZH}十]{{1,2}})\s*月\s*(?P<day_zh>[{_ZH}十]{{1,3}})\s*[日号]
    | (?<![\d/.-])(?P<day_first>\d{{1,2}})[/.-](?P<month_then>\d{{1,2}})[/.-](?P<year_last>(?:19|20)\d\d)(?![\d-])
    | (?<![A-Za-z])(?P<month_en>{_MONTH})\s+(?P<day_en>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year_en>(?:19|20)\d\d)(?!\d)
    | (?<!\d)(?P<day_en2>\d{{1,2}})\s+(?P<month_en2>{_MONTH}),?\s+(?P<year_en2>(?:19|20)\d\d)(?!\d)
    | (?<![\d/.-])(?P<year2>\d\d)-(?P<month2>\d\d)-(?P<day2>\d\d)(?![\d-])
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A day as it stands in a text."""

    day: dt.date
    start: int
    end: int
    short: bool
    """Eight digits or a year of two: a day only where a label says so."""


def find(text: str) -> Iterator[Written]:
    """The days in `text` in order; offsets count its characters. What is no day of the calendar is left out."""
    for found in _FORM.finditer(text.translate(_WIDE)):
        parts = {name: value for name, value in found.groupdict().items() if value is not None}
        day = _day(parts)
        if day is not None:
            yield Written(day, found.start(), found.end(), "year8" in parts or "year2" in parts)


def plausible(day: dt.date) -> dt.date | None:
    """The day itself where the web could have published it, else None."""
    return day if 1995 <= day.year <= 2100 else None


def made(year: int, month: int, day: int) -> dt.date | None:
    """A day from its three numbers; None where the calendar has none, or the web had no pages."""
    try:
        return plausible(dt.date(year, month, day))
    except ValueError:
        return None


def _day(parts: dict[str, str]) -> dt.date | None:
    if "year_zh" in parts:
        return made(*(int(read_zh(parts[name]) or 0) for name in ("year_zh", "month_zh", "day_zh")))
    if "day_first" in parts:
        return _unordered(int(parts["year_last"]), int(parts["day_first"]), int(parts["month_then"]))
    for tail in ("", "8", "2", "_en", "_en2"):
        if f"year{tail}" in parts:
            month = parts[f"month{tail}"]
            number = int(month) if month.isdigit() else _NUMBERS[month[:3].lower()]
            year = int(parts[f"year{tail}"])
            return made(year + 2000 if year < 100 else year, number, int(parts[f"day{tail}"]))
    return None


def _unordered(year: int, one: int, other: int) -> dt.date | None:
    """A day whose month may stand first or second; None where both can be."""
    if one != other and one <= 12 and other <= 12:
        return None
    return made(year, min(one, other), max(one, other)) if one > 12 or one == other else made(year, one, other)
