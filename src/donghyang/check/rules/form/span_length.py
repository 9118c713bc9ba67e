"""기간의 길이가 적힌 처음과 끝에 맞지 않습니다. | The length of a stretch of time does not fit its first and last day.

왜: '12일부터 16일까지 닷새간', '2026년부터 2030년까지 5년간 추진'은 세어 볼 수 있다. 첫날과 마지막 날을 모두 센다.
Why: 'From the 12th to the 16th, five days' can be counted, both ends included.
Bad: 대회는 9월 3일부터 7일까지 나흘간 열렸음
Good: 대회는 9월 3일부터 7일까지 닷새간 열렸음
Options: 없음 (none)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "span-length"
CLASS = "date"
SEVERITY = "warning"

_NAMED = {name: int(number) for name, number in (one.split("=") for one in tables.words(__package__, "day_counts"))}
_WEEKDAY = r"(?:\([월화수목금토일]\))?"
_DAYS = lazily(
    rf"(?:(?P<year>20[0-9]{{2}})년 ?)?(?P<month>[0-9]{{1,2}})월 ?(?P<day>[0-9]{{1,2}})일{_WEEKDAY} ?(?:부터|~|∼|-|–) ?"
    rf"(?:(?P<to_month>[0-9]{{1,2}})월 ?)?(?P<to_day>[0-9]{{1,2}})일{_WEEKDAY}(?:까지)?,? ?(?:약 |총 )?"
    rf"(?:(?P<number>[0-9]{{1,3}})일|(?P<word>{'|'.join(_NAMED)}))(?:간|동안| ?동안| 간| 일정| 내내)"
)
_YEARS = lazily(
    r"(?<![0-9])(?P<from>(?:20)?[0-9]{2})년(?:부터|~|∼|-|–) ?['‘’]?(?P<to>(?:20)?[0-9]{2})년까지 "
    r"(?:약 |총 )?(?P<number>[0-9]{1,2})년(?:간|"
    r"에 걸쳐| 동안)"
    r"(?= ?[^.;]{0,24}(?:추진|시행|투입|지원|운영|진행|실시|양성|투자))"
)
_LAST = lazily(r"(?:마지막 ?해|마지막 ?연도|최종 ?연도|종료 ?연도)(?:인|는|은|,)? ?['‘’]?(?P<year>(?:20)?[0-9]{2})년")
_PROGRAMME = lazily(
    r"(?P<from>20[0-9]{2})년(?:부터|에? (?:시작|"
    r"착수)[가-힣]{1,2}),? (?P<to>20[0-9]{2})년까지(?: 이어지는)? (?:총 )?(?P<number>[0-9]{1,2})개년"
)
_MONTHS = lazily(
    r"(?P<from>20[0-9]{2})년 ?(?P<month>[0-9]{1,2})월(?:부터| ?~|∼) ?"
    r"(?P<to>20[0-9]{2})년 ?(?P<to_month>[0-9]{1,2})월까지,? "
    r"(?:약 |총 )?(?P<number>[0-9]{1,2})(?P<unit>년|개월)(?=간|이며|이고|임|으로| 동안|에 걸쳐)"
)
_AFTER = lazily(
    r"(?P<month>[0-9]{1,2})월 ?(?P<day>[0-9]{1,2})일[^.;0-9]{1,16} (?P<number>[0-9]{1,3})일 만(?:인|에) "
    r"(?P<to_month>[0-9]{1,2})월 ?(?P<to_day>[0-9]{1,2})일"
)
_SLACK = 2
"""Months by which years may be told roundly."""
_SOME = lazily(r"제외|영업일|평일|공휴일|주말")
_NEAR = 24
"""So far behind is told which days are not counted."""
_LEAP = 2024
"""A year in which every day exists, where none is told."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Days from a date to a date, and years in which something is carried out, against their stated number."""
    year = sheet.date.year if sheet.date else _LEAP
    for passage in sheet.of(KOREAN):
        yield from _months(passage)
        yield from _after(passage, year)
        if "개년" in passage.text:
            yield from _programmes(passage)
        if "간" not in passage.text and "동안" not in passage.text and "에 걸쳐" not in passage.text:
            continue
        for found in _DAYS.finditer(passage.text):
            length = _days(found, year)
            stated = _NAMED[found["word"]] if found["word"] else int(found["number"])
            if (
                length is not None
                and stated != length
                and not _SOME.search(passage.text, found.end(), found.end() + _NEAR)
            ):
                yield _hit(passage, found, f"{length}일", f"{length} days")
        for found in _YEARS.finditer(passage.text):
            length = full_year(found["to"]) - full_year(found["from"]) + 1
            whole = _ends_with_a_plan(found) or _ends_earlier(sheet, passage, found)
            if length > 1 and int(found["number"]) == length - 1 and whole:
                yield _hit(passage, found, f"{length}년", f"{length} years")


def _months(passage: Passage) -> Iterator[Hit]:
    """'2025년 12월부터 2027년 11월까지 3년이며': two years, both months counted."""
    for found in _MONTHS.finditer(passage.text) if "월까지" in passage.text else ():
        years = int(found["to"]) - int(found["from"])
        length = years * 12 + int(found["to_month"]) - int(found["month"]) + 1
        stated = int(found["number"]) * (12 if found["unit"] == "년" else 1)
        room = _SLACK if found["unit"] == "년" else 1
        if length > 0 and abs(stated - length) > room:
            yield _hit(passage, found, f"{length}개월", f"{length} months")


def _after(passage: Passage, year: int) -> Iterator[Hit]:
    """'1월 8일 출항하여 65일 만인 3월 14일': the days between, with or without the first."""
    for found in _AFTER.finditer(passage.text) if "일 만" in passage.text else ():
        try:
            first = dt.date(year, int(found["month"]), int(found["day"]))
            last = dt.date(year, int(found["to_month"]), int(found["to_day"]))
        except ValueError:
            continue
        length = (last - first).days
        if length > 0 and int(found["number"]) not in (length, length + 1):
            yield _hit(passage, found, f"{length + 1}일", f"{length + 1} days")


def _programmes(passage: Passage) -> Iterator[Hit]:
    for found in _PROGRAMME.finditer(passage.text):
        length = int(found["to"]) - int(found["from"]) + 1
        if length > 1 and int(found["number"]) != length:
            yield _hit(passage, found, f"{length}개년", f"{length} years")


def _ends_with_a_plan(found: re.Match[str]) -> bool:
    """Is the last year that of a five-year plan (2025, 2030), so that whole years are meant?"""
    return int(found["to"]) % 5 == 0


def _ends_earlier(sheet: Sheet, passage: Passage, found: re.Match[str]) -> bool:
    """Does the article name the year before as the last one: 지원 마지막 해인 '27년?"""
    if passage.article is None:
        return False
    lines = sheet.articles[passage.article].passages
    last = (full_year(one["year"]) for line in lines for one in _LAST.finditer(line.text))
    return full_year(found["to"]) - 1 in last


def _days(found: re.Match[str], year: int) -> int | None:
    """The days of the stretch with both its ends; None for days that do not exist or run backwards."""
    try:
        first = dt.date(int(found["year"] or year), int(found["month"]), int(found["day"]))
        last = first.replace(month=int(found["to_month"] or found["month"]), day=int(found["to_day"]))
    except ValueError:
        return None
    return (last - first).days + 1 if last > first else None


def _hit(passage: Passage, found: re.Match[str], ko: str, en: str) -> Hit:
    group = "word" if "word" in found.re.groupindex and found["word"] else "number"
    start, end = passage.start + found.start(group), passage.start + found.end()
    return Hit(start, end, Message(f"처음과 끝을 모두 세면 {ko}입니다.", f"both ends counted it is {en}."))
