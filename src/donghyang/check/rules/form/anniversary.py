"""주년이나 나이가 적힌 해와 맞지 않습니다. | An anniversary or an age does not fit the years told.

왜: '2021년 설립된 연구소가 2026년 5주년', '1958년생이 2026년 68세'는 빼 보면 안다.
Why: 'Founded in 2021, in 2026 five years old' and 'born in 1958, 68 in 2026' can be worked out.
Bad: 2018년 설립된 이 연구소는 2026년 10주년을 맞음
Good: 2016년 설립된 이 연구소는 2026년 10주년을 맞음
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "anniversary"
CLASS = "date"
SEVERITY = "warning"

_YEAR = r"(?:(?P<full>(?:18|19|20)[0-9]{2})|['‘’](?P<short>[0-9]{2}))년"
_YEARS = lazily(_YEAR)
_DAY = r"(?: ?[0-9]{1,2}월)?(?: ?[0-9]{1,2}일)?"
_FOUNDED = lazily(rf"{_YEAR}{_DAY}에?,? ?(?:[^0-9.;,]{{1,12}}? )?(?:{tables.either(__package__, 'founded')})")
_BORN = lazily(rf"{_YEAR}(?:생|{_DAY}에? ?(?:[가-힣]{{1,10}}(?:에서|의 [가-힣]{{1,6}}에서) )?(?:태어|출생))")
_ANNIVERSARY = lazily(r"(?P<number>[0-9]{1,3})주년")
_AGE = lazily(r"(?:향년 )?(?P<number>[0-9]{1,3})[세살](?!대|[ ]?[~∼-]|기)")
_NOW = lazily(r"올해|금년")
_BESIDE = range(3)
"""Right before a number 설립 names the anniversary (설립 60주년), not the founding."""
_BY_COUNTING = 1
"""A year more or less: ages are counted from birth or from the new year."""
_STOP = lazily(r"(?<=[가-힣])[.;] ")


def find(sheet: Sheet) -> Iterator[Hit]:
    """A year of founding or birth, a later year, and how many years lie between, in one sentence."""
    for passage in sheet.of(PROSE):
        if "주년" in passage.text:
            yield from _held(sheet, passage, _FOUNDED, _ANNIVERSARY, 0)
        if "태어" in passage.text or "년생" in passage.text or "출생" in passage.text:
            yield from _held(sheet, passage, _BORN, _AGE, _BY_COUNTING)


def _held(sheet: Sheet, passage: Passage, began: re.Pattern[str], told: re.Pattern[str], room: int) -> Iterator[Hit]:
    for found in told.finditer(passage.text):
        start, end = _sentence(passage.text, found)
        first = [one for one in began.finditer(passage.text, start, end) if found.start() - one.end() not in _BESIDE]
        if len(first) != 1:
            continue
        year = _read(first[0])
        then = _then(sheet, passage.text, first[0], found, start)
        if then is None or then <= year or abs(then - year - int(found["number"])) <= room:
            continue
        message = Message(f"{year}년부터 세면 {then - year}입니다.", f"from {year} it is {then - year}.")
        yield Hit(passage.start + found.start("number"), passage.start + found.end(), message)


def _sentence(text: str, found: re.Match[str]) -> tuple[int, int]:
    """The sentence in which something is found."""
    stops = [stop.end() for stop in _STOP.finditer(text)]
    return (
        max((at for at in stops if at <= found.start()), default=0),
        min((at for at in stops if at >= found.end()), default=len(text)),
    )


def _then(sheet: Sheet, text: str, first: re.Match[str], found: re.Match[str], start: int) -> int | None:
    """The year of which the number is told: the one nearest before it, 올해, None where none is."""
    years = [one for one in _YEARS.finditer(text, start, found.start()) if one.start() != first.start()]
    now = [one.start() for one in _NOW.finditer(text, start, found.start())]
    if now and (not years or now[-1] > years[-1].start()):
        return sheet.date.year if sheet.date else None
    return _read(years[-1]) if years else None


def _read(found: re.Match[str]) -> int:
    return int(full_year(found["full"] or found["short"]))
