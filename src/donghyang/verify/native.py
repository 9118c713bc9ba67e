"""Counts in native words (나흘, 두 방식) and 千万 before its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.facts.quantities import find_quantities
from donghyang.records import Quantity

_TEN_MILLION = re.compile("(?<![0-9一二两三四五六七八九十几数])千万(?P<unit>公里|元|人次|千瓦时|千瓦|吨)")
_DAYS = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15}
_NATIVE_DAYS = re.compile(rf"(?<![가-힣])(?:{'|'.join(_DAYS)})(?=[ 간동째만을의에,.]|$)")
_NATIVE = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_COUNTED = (
    "방식|방법|부분|측면|분야|단계|기관|나라|국가|도시|지역|기업|회사|업종|부문|부서|과제"
    "|사업|부처|유형|모델|종류|팀|사람|성|현"
)
_NATIVE_COUNT = re.compile(rf"(?<![가-힣])(?P<count>{'|'.join(_NATIVE)}) (?=(?:{_COUNTED})(?![가-힣]{{3}}))")


def native_figures(text: str) -> Iterator[Quantity]:
    """The figures of a text that are said in native words: each with the place of its words; none where it has none."""
    for found in _TEN_MILLION.finditer(text):
        for one in find_quantities(f"1000万{found['unit']}"):
            yield replace(one, text=found[0], start=found.start(), end=found.end())
    for found in _NATIVE_DAYS.finditer(text):
        days = Decimal(_DAYS[found[0]])
        yield Quantity("measure", found[0], *found.span(), days, None, "일", None, None, days * 86400, "s")
    for found in _NATIVE_COUNT.finditer(text):
        yield Quantity("count", found["count"], *found.span("count"), Decimal(_NATIVE[found["count"]]), unit="개")
