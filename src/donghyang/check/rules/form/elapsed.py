"""지난 시간이 적힌 처음과 끝에 맞지 않습니다. | The time that passed does not fit its beginning and its end.

왜: '2019년 4월 착공, 2024년 4월 준공까지 5년', '오전 9시부터 오후 1시까지 4시간'은 어떤 말로 이었든 빼 보면 안다.
Why: 'Begun in April 2019, done in April 2024, five years' can be worked out, however it is told.
Bad: 2018년 3월에 착공하여 2024년 3월에 준공하기까지 5년이 걸렸다.
Good: 2018년 3월에 착공하여 2024년 3월에 준공하기까지 6년이 걸렸다.
Options: 없음 (none)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "elapsed"
CLASS = "date"
SEVERITY = "warning"

_NAMED = {name: int(number) for name, number in (one.split("=") for one in tables.words(__package__, "day_counts"))}
_POINT = lazily(
    r"(?:(?:(?P<full>(?:19|20)[0-9]{2})|['‘’](?P<short>[0-9]{2}))년(?: ?(?P<month>1[0-2]|"
    r"[1-9])월(?: ?(?P<day>[0-9]{1,2})일)?)?"
    r"|(?<![0-9년개])(?P<only>1[0-2]|[1-9])월(?: ?(?P<on>[0-9]{1,2})일|(?= ?까지)))(?!간|\s?동안|\s?만|대)"
)
_LENGTH = lazily(
    r"(?<![0-9~∼-])(?:약 |총 |꼬박 |무려 )?(?:(?P<years>[0-9]{1,2})년(?: ?(?P<rest>[0-9]{1,2})개월)?|"
    r"(?P<months>[0-9]{1,3})개월|"
    rf"(?P<days>[0-9]{{1,3}})일|(?P<named>{'|'.join(_NAMED)}))"
    r"(?P<way>간의?|\s?동안|\s?만(?:에|인|의)|에 걸쳐|[이가]? ?걸[렸려린]|\s?(?:뒤|후)(?:인|의|에)?(?= )|"
    r"[을를] 맞|[이가] (?:흘|지[났나])|(?=[)）])|(?=이다|임|이며|이고))"
)
_STOP = lazily(r"(?<=[가-힣])[.;] |\n")
_AFTER = frozenset(("뒤", "후", "만"))
_OTHER = lazily(
    r"연속|마다|주기|임기|평균|최근|향후|앞으로|지난|이후 매|기한|보증|수명|제외|영업일|평일|예정보다|앞당|늦|계획보다"
)
_LINK = lazily(r"[^0-9]{0,40}")
_FAR = 24
"""So near to the later time, or between the two, stands the time that passed."""
_MONTHS = 12


class _Point(NamedTuple):
    """A time as it is told; the parts that are not told are None."""

    year: int
    month: int | None
    day: int | None
    start: int
    end: int


def find(sheet: Sheet) -> Iterator[Hit]:
    """Sentences with two times and one stretch of time, and hours from an hour to an hour."""
    for passage in sheet.of(PROSE):
        if "년" in passage.text or "월" in passage.text:
            for start, end in _sentences(passage.text):
                yield from _held(sheet, passage, start, end)
        if "시간" in passage.text:
            yield from _hours(passage)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    cuts = [0, *(stop.end() for stop in _STOP.finditer(text)), len(text)]
    yield from pairwise(cuts)


def _held(sheet: Sheet, passage: Passage, start: int, end: int) -> Iterator[Hit]:
    points = _points(sheet, passage.text, start, end)
    lengths = [one for one in _LENGTH.finditer(passage.text, start, end) if not _inside(one, points)]
    if len(points) != 2 or len(lengths) != 1 or _OTHER.search(passage.text, start, end):
        return
    (first, last), said = points, lengths[0]
    between = first.end <= said.start() and said.end() <= last.start
    behind = said.start() >= last.end
    way = said["way"].strip()[:1]
    if between and way not in _AFTER:
        return
    if behind and (said.start() - last.end > _FAR or (way in ("뒤", "후"))):
        return
    if not (between or behind) or not _is_span(passage.text, first, last, said, between=between):
        return
    joined = passage.text[first.end : last.start]
    both = way in ("간", "동") and _OPEN_TO_CLOSE.match(joined) is not None
    right = _allowed(first, last, said, both=both)
    if right is not None:
        message = Message(f"처음과 끝으로 세면 {right[0]}입니다.", f"from beginning to end it is {right[1]}.")
        yield Hit(passage.start + said.start(), passage.start + said.end(), message)


def _is_span(text: str, first: _Point, last: _Point, said: re.Match[str], *, between: bool) -> bool:
    """Do the words lead from the first time to the last and to the time that passed?"""
    if between:
        return True
    joined = text[first.end : last.start]
    leads = _BEGINS.match(joined) or said["way"].strip()[:1] in ("만", "걸", "이", "가")
    return bool(leads) and not _NEW.search(text[last.end : said.start()])


_BEGINS = lazily(
    r"(?:\([월화수목금토일]\))?(?:부터|에서|\s?[~∼–-]|[^.;]{0,20}(?:출발|떠나|시작|착수|착공|출항|개막|발사|들어가))"
)
_OPEN_TO_CLOSE = lazily(r"(?:\([월화수목금토일]\))?(?:부터|\s?[~∼–-]| ?(?:개막|개최|열))")
"""Between the first and the last day of what takes place on both."""
_NEW = lazily(r"부터|[며고] |(?:을|를) 시작")


def _inside(length: re.Match[str], points: list[_Point]) -> bool:
    return any(point.start < length.end() and length.start() < point.end for point in points)


def _points(sheet: Sheet, text: str, start: int, end: int) -> list[_Point]:
    """The times of a sentence; a day without a year is of the year told before, or of the text's."""
    found: list[_Point] = []
    year = sheet.date.year if sheet.date else 2024
    for one in _POINT.finditer(text, start, end):
        if one["full"] or one["short"]:
            year = int(full_year(one["full"] or one["short"]))
        month = one["month"] or one["only"]
        day = one["day"] or one["on"]
        found.append(_Point(year, int(month) if month else None, int(day) if day else None, one.start(), one.end()))
    return found


def _allowed(first: _Point, last: _Point, said: re.Match[str], *, both: bool) -> tuple[str, str] | None:
    """None where the time that passed fits; else what it is, in Korean and English. `both`: both ends are counted."""
    if first.day and last.day and first.month and last.month:
        try:
            days = (dt.date(last.year, last.month, last.day) - dt.date(first.year, first.month, first.day)).days
        except ValueError:
            return None
        if said["days"] or said["named"]:
            told = int(said["days"]) if said["days"] else _NAMED[said["named"]]
            fitting = (days + 1,) if both else (days, days + 1)
            return None if days < 1 or told in fitting else (f"{days + 1}일", f"{days + 1} days")
    if said["days"] or said["named"]:
        return None
    if first.month and last.month:
        months = (last.year - first.year) * _MONTHS + last.month - first.month
        if months < 1:
            return None
        told = int(said["months"]) if said["months"] else int(said["years"]) * _MONTHS + int(said["rest"] or 0)
        room = 1 if said["months"] or said["rest"] else _MONTHS // 2
        years, rest = divmod(months, _MONTHS)
        ko = f"{years}년 {rest}개월" if years and rest else f"{years}년" if years else f"{rest}개월"
        return (
            None
            if -1 - room < told - months <= room + (not said["months"] and not said["rest"])
            else (ko, f"{months} months")
        )
    if said["years"] and not said["rest"]:
        years = last.year - first.year
        return (
            None
            if years < 1 or int(said["years"]) in (years - 1, years, years + 1)
            else (f"{years}년", f"{years} years")
        )
    return None


_HOURS = lazily(
    r"(?P<a>오전|오후|낮|밤)? ?(?P<from>[0-9]{1,2})(?:시(?: ?(?P<from_minute>[0-9]{1,2})분)?|"
    r":(?P<from_colon>[0-9]{2}))[^0-9.;\n]{0,14}?"
    r"(?P<b>오전|오후|낮|밤)? ?(?P<to>[0-9]{1,2})(?:시(?: ?(?P<to_minute>[0-9]{1,2})분)?|"
    r":(?P<to_colon>[0-9]{2}))(?:까지)?[^0-9.;\n]{0,8}?"
    r"(?P<hours>[0-9]{1,2})시간(?: ?(?P<minutes>[0-9]{1,2})분)?(?=간|\s?동안|\s?에 걸쳐|[이가]? ?걸|\)|"
    r"\s?진행|이다|임|$)"
)


def _hours(passage: Passage) -> Iterator[Hit]:
    """'오전 9시에 시작하여 오후 1시까지 4시간 동안'."""
    for found in _HOURS.finditer(passage.text):
        begin = _minutes(found["from"], found["from_minute"] or found["from_colon"])
        end = _minutes(found["to"], found["to_minute"] or found["to_colon"])
        told = _minutes(found["hours"], found["minutes"])
        half = 12 * 60 if not (found["a"] and found["b"]) else 24 * 60
        if found["a"] and found["b"] and found["a"] != found["b"]:
            half = 12 * 60
        if (end - begin - told) % half:
            passed = (end - begin) % half
            ko = f"{passed // 60}시간" + (f" {passed % 60}분" if passed % 60 else "")
            message = Message(f"처음과 끝으로 세면 {ko}입니다.", f"from beginning to end it is {passed} minutes.")
            yield Hit(passage.start + found.start("hours"), passage.start + found.end(), message)


def _minutes(hour: str, minute: str | None) -> int:
    return int(hour) * 60 + int(minute or 0)
