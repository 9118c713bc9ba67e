"""있을 수 없는 연도입니다. | No plan and no event of this field has such a year.

왜: '7025년까지', '14.5'를 '74.5'로 적은 것은 자판에서 생긴 실수이며 눈으로는 지나치기 쉽다.
Why: '7025' for 2025 and the '74.5 plan' for the 14.5 plan are slips of the keyboard, which the eye passes over.
Bad: 7025년까지 산업 규모를 두 배로 늘리고 '74.5 정보화 계획'과 '제14차 7개년 계획'에 반영
Good: 2025년까지 5000년 역사의 산업 규모를 두 배로 늘리고 '14.5 정보화 계획'과 '제14차 5개년 계획'에 반영
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.form._plans import FOLLOWS, hit, is_month
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "impossible-year"
CLASS = "date"
SEVERITY = "error"

_YEAR = lazily(
    r"(?<![0-9.,만천억])(?P<year>[1-9][0-9]{3})년(?P<until> ?말?까지)?"
    r"(?! ?(?:전|간|동안|이상|된|넘|정도|여|의? ?(?:역사|전통|문명|세월|고도)))"
)
_LAST = 2100
"""The latest year that plans of this field name is 2060 (碳中和); some forecasts go to the end of the century."""
_MODERN = 1800
"""No plan of this field has a deadline before this year."""
_FORECAST = lazily(r"년 ?(?:뒤|후)|이대로|추세|전망|예측|추산|소멸|세기|기온|해수면|인구")
"""A forecast may name a far year."""
_AHEAD = lazily(r"목표|계획|예정|방침|추진|늘리|확대|구축|육성|달성|완공|조성|보급|짓|도입|낮추|높이")
"""What is still to come; history, which has its years till 1450, says none of this."""
_PLAN = lazily(rf"(?<![0-9.])(?P<number>[1-9][0-9])\.5{FOLLOWS}")
_NTH = lazily(r"제?(?P<number>[1-9][0-9])차 ?(?P<years>[1-9])개년(?= ?(?:계획|규획|[가-힣]+ ?계획))")
_PLANS = range(10, 19)
"""The five-year plans a report may speak of: the tenth (2001) to one that nobody has drawn up yet."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Years out of all reach, five-year plans by numbers and lengths that they cannot have."""
    for passage in sheet.of(KOREAN):
        for found in _YEAR.finditer(passage.text):
            year = int(found["year"])
            if year > _LAST and (found["until"] or year % 100) and not _FORECAST.search(passage.text):
                yield hit(passage.start, found, f"{year}년은 있을 수 없습니다.", f"{year} cannot be meant.")
            elif year < _MODERN and found["until"] and _is_ahead(passage.text, found):
                yield hit(passage.start, found, f"{year}년은 기한일 수 없습니다.", f"{year} is no deadline.")
        for found in _PLAN.finditer(passage.text) if not is_month(passage.text) else ():
            if int(found["number"]) not in _PLANS:
                number = found["number"]
                yield hit(passage.start, found, f"{number}차 5개년 계획은 없습니다.", f"there is no {number}th plan.")
        for found in _NTH.finditer(passage.text):
            if found["years"] != "5" or int(found["number"]) not in _PLANS:
                yield hit(passage.start, found, "그런 5개년 계획은 없습니다.", "there is no such five-year plan.")


def _is_ahead(line: str, found: re.Match[str]) -> bool:
    """Is something to be reached by that year? A stretch from one year to another is history."""
    clause = line[line.rfind(". ", 0, found.start()) + 1 :].partition(". ")[0]
    return "부터" not in line[: found.start()] and _AHEAD.search(clause) is not None
