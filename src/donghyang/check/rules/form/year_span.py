"""햇수나 계획 기간이 연도와 맞지 않습니다. | A number of years or a plan's period does not fit the years.

왜: '2004년부터 2023년까지 20년 연속'은 셈해 볼 수 있고, 5개년 계획의 기간은 정해져 있다(14차: 2021~2025년).
Why: 'Since 2004, for 20 years' can be counted, and the five-year plans have fixed periods (the 14th: 2021-2025).
Bad: 2010년부터 2020년까지 15년 연속 1위를 지켰고, 14차 5개년 계획(2020-2025)에 반영
Good: 2010년부터 2020년까지 11년 연속 1위를 지켰고, 14차 5개년 계획(2021-2025)에 반영
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.form._plans import FOLLOWS, hit, is_month
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily

ID = "year-span"
CLASS = "date"
SEVERITY = "error"

_SINCE = lazily(
    r"(?P<from>[1-9][0-9]{3})년부터 (?:(?P<to>(?:19|20)[0-9]{2})년|(?P<now>올해|현재|지금))까지 "
    r"(?:약 )?(?P<years>[0-9]{1,3})년(?: ?(?:연속|간|동안|째|에 걸쳐)|(?:임|이다|이며)(?![가-힣]))"
)
_PLAN = lazily(
    r"(?:제?(?P<number>1[0-9])차 ?5개년 (?:계획|규획)|(?P<short>1[0-9])[.·]5 ?(?:계획|규획|기간)?)[^()\n]{0,12}"
    r"[(（]['‘’]?"
    r"(?P<from>[0-9]{2,4})년?\s?[-~∼–]\s?['‘’]?(?P<to>[0-9]{2,4})년?[)）]"
)
_AHEAD = lazily(rf"제?(?P<number>1[0-9])차 ?5개년|(?<![0-9.])(?P<short>1[0-9])\.5{FOLLOWS}")
_YEARS = 5


def find(sheet: Sheet) -> Iterator[Hit]:
    """Spans of years that are counted, and periods of five-year plans."""
    for passage in sheet.of(KOREAN):
        for found in _SINCE.finditer(passage.text):
            last = int(found["to"]) if found["to"] else sheet.date.year if sheet.date else None
            if last is None:
                continue
            span = last - int(found["from"])
            if int(found["years"]) not in (span, span + 1):
                yield hit(passage.start, found, f"{span}~{span + 1}년입니다.", f"that is {span} or {span + 1} years.")
        for found in _AHEAD.finditer(passage.text):
            if found["short"] and is_month(passage.text):
                continue
            first, _ = plan_years(int(found["number"] or found["short"]))
            if sheet.date is not None and first > sheet.date.year + _YEARS:
                yield hit(passage.start, found, f"이 계획은 {first}년에 시작합니다.", f"that plan begins in {first}.")
        for found in _PLAN.finditer(passage.text):
            first, last = plan_years(int(found["number"] or found["short"]))
            if (full_year(found["from"]), full_year(found["to"])) != (first, last):
                yield hit(
                    passage.start, found, f"이 계획은 {first}~{last}년입니다.", f"that plan is {first} to {last}."
                )


def plan_years(number: int) -> tuple[int, int]:
    """First and last year of a Chinese five-year plan (the tenth and later: 国民经济和社会发展五年规划)."""
    first = 2001 + (number - 10) * _YEARS
    return first, first + _YEARS - 1
