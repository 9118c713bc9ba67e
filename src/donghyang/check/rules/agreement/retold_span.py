"""제목이나 요약의 기간·날짜가 본문과 다릅니다. | A spell or a day of headline or summary is not that of the body.

왜: '6년'과 '2023년 9월 착공, 2028년 9월 준공', '40분'과 '한 시간 반'은 달리 적었어도 견줄 수 있다.
Why: A spell can be told as a length, in other units, or by its two ends; where these differ, one is wrong.
Bad:
  01
  가온 시험로, 40분 만에 출력 도달
  ■ 시험로의 출력 시험을 마침(3.2)
  - 시험로는 한 시간 반 만에 출력에 도달
Good:
  01
  가온 시험로, 90분 만에 출력 도달
  ■ 시험로의 출력 시험을 마침(3.2)
  - 시험로는 한 시간 반 만에 출력에 도달
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language.nearness import pairs
from donghyang.language.numerals_ko import NATIVE
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity, Span

ID = "retold-span"
CLASS = "headline-body"
SEVERITY = "warning"

_HOURS = ("초", "분", "시간")
_LONGEST = 1000 * 3600
"""Seconds of a spell; longer ones add up those of many."""
_CLOSE = Decimal("0.1")
"""As a share: lengths nearer to each other are one, rounded."""
_LASTS = lazily(r"\s?(?:간|동안|째|만에|연장|단축|걸)")
_PERIOD = lazily(r"(?:기간|연한|수명)(?:은|는|이)? ?(?:약 |총 )?$")
_NATIVE_YEARS = lazily(r"(?<![가-힣])(?P<number>한|두|세|네|다섯|여섯|일곱) ?해(?= (?:동안|더|만|사이)| ?[를만간])")
_FAR = 8
"""Lengths so many times apart are of two things."""
_ALIKE = 3
"""Pairs of letters that a line of the body must share with the line that retells it."""
_MONTH = 7
_YEAR = 12
_DAY = lazily(r"(?<![0-9년] )(?<![0-9])(?P<month>1?[0-9])월 (?P<day>[1-3]?[0-9])일")
_ANY_DAY = lazily(
    r"(?P<month>1?[0-9])월 (?P<day>[1-3]?[0-9])일|(?<![0-9])(?P<m>1?[0-9])\.\s?(?P<d>[1-3]?[0-9])\.?(?![0-9])"
)


@dataclass(frozen=True, slots=True)
class _Spell:
    """A length of time: seconds for hours and less, months for years."""

    length: Decimal
    span: Span
    line: Passage


def find(sheet: Sheet) -> Iterator[Hit]:
    """Lengths and days that the body has otherwise: one only, or in the line that tells the same."""
    for line, article in retellings(sheet, "headline", "lead"):
        body = [one for one in article.of("lead", *BODY) if one is not line and one.part != "cell"]
        yield from _held(sheet, _hours(sheet, line), [spell for one in body for spell in _hours(sheet, one)])
        mine = [one for one in _years(sheet, line) if _is_length(sheet, one)] if sheet.is_lone else []
        yield from _held(sheet, mine, [spell for one in body for spell in (*_years(sheet, one), *_between(sheet, one))])
        yield from _days(line, body)


def _held(sheet: Sheet, mine: Sequence[_Spell], theirs: Sequence[_Spell]) -> Iterator[Hit]:
    if len(mine) != 1 or not theirs or any(_is_same(sheet, mine[0], other) for other in theirs):
        return
    spell, told = mine[0], pairs(mine[0].line.text)
    alike = {other: len(told & pairs(other.line.text)) for other in theirs}
    best = [other for other, shared in alike.items() if shared == max(alike.values())]
    times = max(spell.length, best[0].length) / min(spell.length, best[0].length)
    if len({other.length for other in best}) == 1 and times < _FAR and (alike[best[0]] >= _ALIKE or len(theirs) == 1):
        other = best[0]
        text = sheet.text[slice(*other.span)]
        yield Hit(*spell.span, Message(f"본문에는 '{text}'입니다.", f"the body has '{text}'."), (other.span,))


def _is_same(sheet: Sheet, mine: _Spell, other: _Spell) -> bool:
    near = abs(mine.length - other.length) <= _CLOSE * max(mine.length, other.length)
    running = sheet.text.startswith("째", mine.span[1]) and mine.length - other.length == _YEAR
    return near or running


def _hours(sheet: Sheet, line: Passage) -> list[_Spell]:
    """Lengths in hours and less, 2시간 30분 as one."""
    found: list[_Spell] = []
    for figure in sheet.quantities_in(*line.span):
        if figure.unit not in _HOURS or not figure.si or figure.si > _LONGEST or not _is_plain(figure):
            continue
        last = found[-1] if found else None
        if last and figure.unit == "분" and not sheet.text[last.span[1] : figure.start].strip():
            found[-1] = _Spell(last.length + figure.si, (last.span[0], figure.end), line)
        else:
            found.append(_Spell(figure.si, (figure.start, figure.end), line))
    return found


def _years(sheet: Sheet, line: Passage) -> list[_Spell]:
    """Lengths in years, as months."""
    figures = [one for one in sheet.quantities_in(*line.span) if one.unit == "년" and _is_plain(one)]
    found = [_Spell((one.value or Decimal(0)) * _YEAR, (one.start, one.end), line) for one in figures]
    for said in _NATIVE_YEARS.finditer(line.text):
        length = Decimal(NATIVE[said["number"]] * _YEAR)
        found.append(_Spell(length, (line.start + said.start(), line.start + said.end()), line))
    return found


def _is_plain(figure: Quantity) -> bool:
    return figure.high is None and figure.bound in (None, "approx") and bool(figure.value)


def _is_length(sheet: Sheet, spell: _Spell) -> bool:
    """Does the line say that something lasts so long?"""
    before = sheet.text[spell.line.start : spell.span[0]]
    return _LASTS.match(sheet.text, spell.span[1]) is not None or _PERIOD.search(before) is not None


def _between(sheet: Sheet, line: Passage) -> list[_Spell]:
    """The months from one of two dates of a line to the other."""
    dates = [one for one in sheet.periods_in(*line.span) if one.value and len(one.value) >= _MONTH and not one.high]
    if len(dates) != 2:
        return []
    first, last = (int(one.value[:4]) * _YEAR + int(one.value[5:_MONTH]) for one in dates if one.value)
    months = last - first
    is_whole = months >= _YEAR and months % _YEAR == 0
    return [_Spell(Decimal(months), (dates[0].start, dates[1].end), line)] if is_whole else []


def _days(line: Passage, body: Sequence[Passage]) -> Iterator[Hit]:
    """A day whose month and day have changed places."""
    told = [(one, found) for one in body for found in _ANY_DAY.finditer(one.text)]
    days = [(int(found["month"] or found["m"]), int(found["day"] or found["d"])) for _, found in told]
    for found in _DAY.finditer(line.text):
        mine = int(found["month"]), int(found["day"])
        if mine not in days and mine[::-1] in days:
            yield _day(line, found.span(), *told[days.index(mine[::-1])])


def _day(line: Passage, span: Span, where: Passage, other: re.Match[str]) -> Hit:
    message = Message(f"본문에는 '{other[0]}'입니다.", f"the body has '{other[0]}'.")
    place = (where.start + other.start(), where.start + other.end())
    return Hit(line.start + span[0], line.start + span[1], message, (place,))
