"""How two periods stand to each other: one time, of one kind, a part, more precise, or only compared with."""

from __future__ import annotations

import datetime as dt

from donghyang.facts.compare import agrees
from donghyang.records import Period
from donghyang.verify.case import Case
from donghyang.verify.corpus import Clause

_YEAR = len("2030")
_DAY = len("2030-01-31")


def stated(clause: Clause) -> list[Period]:
    """The periods of a clause whose time could be told."""
    return [period for period in clause.periods if period.value is not None]


def end_of(period: Period) -> str:
    """The last time of a stretch that has an end, else its only one; "" where no time could be told."""
    return (period.high if period.high != ".." else None) or period.value or ""


def begins_behind(period: Period, day: dt.date) -> bool:
    """Whether a time begins behind a day, as closely as it is stated; False where no time could be told."""
    start = (period.value or "")[:_DAY]
    return start > day.isoformat()[: len(start)]


def ends_before(period: Period, day: dt.date) -> bool:
    """Whether a time has passed on a day, as closely as it is stated; False where no time could be told."""
    end = end_of(period)[:_DAY]
    return end < day.isoformat()[: len(end)]


def same_time(one: Period, other: Period) -> bool:
    """The same time, whether one is stated more closely or by its end ('22년 1~10월, 前10个月); a year is not that of
    the end of a five-year plan."""
    if "五" in other.text and other.high is not None and one.high is None and len(one.value or "") == _YEAR:
        return False
    if agrees(one, other):
        return True
    first, second = one.value or "", other.value or ""
    if one.high in (None, "..") or other.high in (None, ".."):
        return first == second or end_of(one) == end_of(other) or first.startswith(second) or second.startswith(first)
    return False


def tells(case: Case, other: Period) -> bool:
    """Whether some date of the sentence is this one of the source, or says it more closely."""
    place = (other.start, other.end)
    if place not in case.told_times:
        case.told_times[place] = any(same_time(one, other) and not finer(other, one) for one in case.sentence.periods)
    return case.told_times[place]


def up_to(one: Period, other: Period) -> bool:
    """3분기까지 of what the source says of the first three quarters together."""
    first, last = other.value or "", other.high or ""
    ended = (one.high if one.high not in (None, "..") else None) or one.value or ""
    return one.text.endswith("까지") and first[4:] == "-01" and len(last) >= len("2030-01") and last[:7] == ended[:7]


def alike(one: Period, other: Period) -> bool:
    """Whether two dates are of one kind, so that one stands in the other's place: both years, months, days or spans."""
    a, b = len((one.value or "")[:10]), len((other.value or "")[:10])
    if (one.high == "..") != (other.high == ".."):
        return False
    return (one.high in (None, "..")) == (other.high in (None, "..")) and (a == b or {a, b} == {4, 7})


def part_of(one: Period, other: Period) -> bool:
    """Whether a span lies within another one ('14.5' 첫 3년, 十四五)."""
    if None in (one.value, one.high, other.value, other.high) or ".." in (one.high, other.high):
        return False
    return (other.value or "") <= (one.value or "") and (one.high or "") <= (other.high or "")


def finer(one: Period, other: Period) -> bool:
    """Whether the claim is more precise than the source's date, which then proves only the greater part of it."""
    if one.text.endswith("말") and other.text.endswith(("末", "底")) and (one.value or "") == f"{other.value}-12":
        return False
    ended = one.high not in (None, "..") and other.high is None and len(one.value or "") == len(other.value or "") == 10
    return ended or len(one.value or "") > len(other.value or "")


def within_year(period: Period, day: str) -> bool:
    """A span of months of the page's own year that lies before its day, where the source names none."""
    return (period.value or "")[:4] == day[:4] and len(period.value or "") == 4


def is_whole(period: Period) -> bool:
    """Whether a period of the source is said to be a whole year (去年全年), so that no half of it is meant."""
    return "全年" in period.text


def is_base(case: Case, period: Period) -> bool:
    """Whether a period of the source is what its figure is compared with (与2024年同期相比)."""
    text = case.corpus.text
    behind = text[period.end : period.end + 4]
    compared = (
        text[max(0, period.start - 1) : period.start] in ("与", "较", "比")
        and "相比" in text[period.end : period.end + 8]
    )
    return behind.startswith(("同期", "同月", "相比")) or compared
