"""Years printed with two digits (24년 2.3%→25년 2.0%, 개요(25년)), and 최근 5년간 with its own years in brackets."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Period

if TYPE_CHECKING:
    import datetime as dt
    import re

_SHORT = lazily(
    r"[0-9](?<![0-9'’‘＇´`.,~∼～/제].)[0-9]년"
    r"(?![가-힣]|\ ?(?:동안|만에|연속|이상|이하|이내|만기|내|새|전|뒤|후|차|정도|가까|넘))"
)
_BRACKET = lazily(r"[(（]([0-9]{2})(?:년?[~∼～-]([0-9]{2}))?년(?:\ ?(?:기준|말))?[)）]")
_BETWEEN = lazily(
    r"[^0-9\n가-힣]{0,6}[-+△▲]?[0-9][0-9,.]*(?:%p?|조|억|만|[가-힣]{1,3})?(?:\ ?원)?\ ?(?:→|,|->|⇒|，|·|/)\ ?"
)
"""The figure of one year and the mark that leads to the next one's."""
_COUNTED = lazily(rf"(?:[0-9]|{tables.either(__package__, 'years_counted')})\ ?$")
"""What stands before a length of time."""
_COUNTED_REACH = 4
"""Characters of the longest of them, with a blank."""
_NAMED = lazily(
    r"[0-9](?<![0-9'’‘＇´`.,~∼～/제A-Za-z].)[0-9]년"
    rf"(?=\ (?:(?:{tables.either(__package__, 'of_a_year')})"
    r"|[-+△▲]?[0-9]{1,3}(?:\.[0-9]{1,2})?\ ?%(?!\ ?(?:이상|씩))))"
)
"""What may be a year of two digits by itself."""
_NEAR = 12
"""Years around the day of the text in which a year of two digits lies; without a day, those from 2010 to 2049."""
_CLOSE = 4
"""The same for a year that stands alone."""
_RECENT = lazily(r"(?:최근|지난|과거|앞으로|향후) ?[0-9]{1,3}년")
_OPENS = lazily(r"(?:간|\ 동안)?\ ?[(（]\ ?")


def short_years(text: str, blank: str, date: dt.date | None) -> list[Period]:
    """The years of two digits without an apostrophe: alone in brackets, or in a row that rises year by year."""
    found = [period for match in _BRACKET.finditer(blank) if (period := _of_bracket(text, match, date))]
    years = list(_SHORT.finditer(blank))
    rows = {at for at in range(len(years) - 1) if _follows(blank, years[at], years[at + 1], date)}
    found += [_year(text, years[at]) for at in sorted(rows | {at + 1 for at in rows})]
    return found + [_year(text, match) for match in _NAMED.finditer(blank) if _is_named(text, match, date)]


def _year(text: str, match: re.Match[str]) -> Period:
    return Period(text[match.start() : match.end()], match.start(), match.end(), str(2000 + int(match[0][:2])))


def _is_counted(text: str, start: int) -> bool:
    """Whether what stands before two digits says that they count years."""
    return _COUNTED.search(text[max(0, start - _COUNTED_REACH) : start]) is not None


def _is_named(text: str, match: re.Match[str], date: dt.date | None) -> bool:
    """Whether two digits before a word for what years have are a year near that of the text: 23년 겨울철, 24년 2.3%."""
    return date is not None and not _is_counted(text, match.start()) and _is_close(int(match[0][:2]), date)


def _of_bracket(text: str, match: re.Match[str], date: dt.date | None) -> Period | None:
    first, last = int(match[1]), int(match[2] or match[1])
    if not (_is_close(first, date) and _is_close(last, date) and first <= last):
        return None
    if _is_counted(text, match.start()):
        return None
    start, end = match.start(1), match.end() - 1
    high = str(2000 + last) if last > first else None
    return Period(text[start:end], start, end, str(2000 + first), high)


def _follows(blank: str, first: re.Match[str], second: re.Match[str], date: dt.date | None) -> bool:
    """Whether two of them are years in a row: a figure and a mark between, and the later one a few years on."""
    low, high = int(first[0][:2]), int(second[0][:2])
    if not (0 < high - low < 4 and _is_near(low, date) and _is_near(high, date)):
        return False
    if _is_counted(blank, first.start()):
        return False
    gap = blank[first.end() : second.start()]
    return len(gap) < 40 and _BETWEEN.fullmatch(gap) is not None


def _is_near(year: int, date: dt.date | None) -> bool:
    return abs(2000 + year - date.year) <= _NEAR if date is not None else 10 <= year < 50


def _is_close(year: int, date: dt.date | None) -> bool:
    """Whether a single year may be meant: one of the few around the text's."""
    return _is_near(year, date) and (date is None or abs(2000 + year - date.year) <= _CLOSE)


def with_own_years(text: str, periods: list[Period]) -> list[Period]:
    """The periods, those of 최근 5년간(’18~’22년) with the years that their brackets name."""
    told = list(periods)
    for at, (period, own) in enumerate(pairwise(periods)):
        if not _RECENT.match(period.text) or own.high is None or len(own.high) != 4:
            continue
        gap = text[period.end : own.start]
        if len(gap) < 6 and _OPENS.fullmatch(gap):
            told[at] = replace(period, value=own.value, high=own.high, problem=None)
    return told
